"""The pages of live blogs in a store: what each listed when it was last read, and which of its entries are gone.

In: what a page lists now. Out: the names of pieces that are newly gone, marked in the ledger. Must run inside the transaction in which the entries
are kept: killed at any moment, both are written or neither is, and the same page again says nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from onrecord.ids import make_id
from onrecord.records import LivePage, Page
from onrecord.run.pieces import LIVE, Ledger
from onrecord.sources.versions.identity import clean_address
from onrecord.sources.versions.live_pages import find_taken_out, put_in
from onrecord.storage import Store


def make_live_pages(page: Page, entries: Iterable[str], read_at: str) -> Iterator[LivePage]:
    """Yield what a page lists, under each of its addresses; nothing for a page without one.

    Args:
        page: the page of a live blog.
        entries: ids of the pieces of its entries, in its order.
        read_at: when it was read, UTC in ISO 8601.
    """
    listed = tuple(dict.fromkeys(entries))
    for address in dict.fromkeys(found for url in (page.url, page.name) if (found := clean_address(url))):
        yield LivePage(id=make_id("live_page", address), address=address, read_at=read_at, entries=listed, further=())


def read_live_page(found: LivePage, unread: Set[str], ledger: Ledger, store: Store) -> list[str]:
    """Keep what a page lists, mark the entries that were taken out since it was read before, and return the names of those newly gone.

    A page that comes late, read before the one that is known, tells of entries that were there then. An entry that is there is not gone, whether it
    could be read or not.

    Args:
        found: what the page lists.
        unread: pieces of entries that it lists and that could not be read or analysed.
        ledger: the pieces.
        store: where pages are kept.
    """
    known = store.get(LivePage, found.id)
    found = replace(found, entries=put_in(found.entries, unread, known.entries if known is not None else ()))
    for piece in sorted(unread):
        ledger.mark_piece_back(piece, found.read_at)
    if known is None:
        _write(found, store)
        return []
    older, newer = (found, known) if found.read_at < known.read_at else (known, found)
    gone = [name for piece in find_taken_out(older.entries, newer.entries) if (name := ledger.mark_piece_gone(piece, newer.read_at)) is not None]
    ever, shown = dict.fromkeys((*older.entries, *older.further, *newer.further)), set(newer.entries)
    _write(replace(newer, further=tuple(piece for piece in ever if piece not in shown)), store)
    return gone


def mark_entries_gone(url: str, at: str, ledger: Ledger, store: Store) -> list[str]:
    """Mark all entries of a page that is gone itself, and return the names of those newly gone; none when it was no live blog."""
    address = clean_address(url)
    known = store.get(LivePage, make_id("live_page", address)) if address else None
    entries = (*known.entries, *known.further) if known is not None else ()
    return [name for piece in entries if (name := ledger.mark_piece_gone(piece, at)) is not None]


def _write(page: LivePage, store: Store) -> None:
    store.replace(f"{LIVE}:{page.address}", LIVE, (page,))
