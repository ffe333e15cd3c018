"""Sitemaps, news sitemaps and indexes of sitemaps: they list addresses and hold no article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.entries import Entry
from onrecord.sources.readers.markup import Element, children, descendants, iterate_pieces, local_name, read_piece, read_text
from onrecord.sources.readers.reader import File, Place, ReadOptions, clean_field, make_problem
from onrecord.sources.readers.roots import find_root

_PIECES = frozenset({"url", "sitemap"})


@dataclass(frozen=True, slots=True)
class SitemapReader:
    """Counts the addresses of a sitemap."""

    name: str = "sitemap"
    title: str = "sitemap"
    suffixes: frozenset[str] = frozenset({".xml"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the root elements of sitemaps."""
        root = find_root(head)
        return root is not None and root.name in ("urlset", "sitemapindex")

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield the problem that there are only addresses."""
        count = 0
        for item in iterate_entries(file, place):
            count += isinstance(item, Entry)
            if isinstance(item, Problem):
                yield item
        yield make_problem(place.where, "addresses_only", f"a sitemap of {count} addresses; it holds no article itself", "fetch it: onrecord fetch URL")


def iterate_entries(file: File, place: Place) -> Iterator[Entry | Problem]:
    """Yield the entries of a sitemap in its order; those of an index have `kind` `list`."""
    for piece in iterate_pieces(file, _PIECES, place):
        if isinstance(piece, Problem):
            yield piece
            continue
        entry = read_piece(_read_entry, piece, place)
        if entry is not None:
            yield entry


def _read_entry(piece: Element) -> Entry | None:
    url, news = _first(piece, "loc"), next(children(piece, "news"), None)
    if not url:
        return None
    return Entry(
        url=url,
        title=_first(news, "title"),
        published=_first(news, "publication_date") or (_first(piece, "lastmod") if local_name(piece) == "sitemap" else None),
        outlet=_first(news, "name"),
        lang=_first(news, "language"),
        kind="list" if local_name(piece) == "sitemap" else "page",
        modified=_first(piece, "lastmod"),
    )


def _first(element: Element | None, name: str) -> str | None:
    """Return the text of the first such element below that does not belong to an image or a video."""
    if element is None:
        return None
    direct = next(children(element, name), None)
    found = direct if direct is not None else next((e for p in children(element, "publication") for e in descendants(p, name)), None)
    return clean_field(read_text(found)) if found is not None else None


READER = SitemapReader()
