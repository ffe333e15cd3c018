"""What was fetched, read by the reader of its form: HTML and text as they are, documents (PDF, Word, agency files) through `readers`.

In: `Fetched`. Out: `Page`s, and `Problem`s. The only article of a document, and the first of several, has the name that was asked for; the others have
their own address for a name, or that of the document with their number (`https://example.org/d.jsonl#2`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Page, Problem
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.fetch_page import Fetched, make_fetched_page
from onrecord.sources.readers.reader import HEAD_BYTES, Place, ReadOptions, make_page, open_bytes
from onrecord.sources.readers.registry import choose_reader, read_open
from onrecord.sources.versions.identity import clean_address

DOCUMENTS = frozenset({"application/pdf", "application/x-pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
"""Media types that are fetched besides pages and feeds."""
_AS_THEY_ARE = frozenset({"html", "text"})


def read_fetched(fetched: Fetched, entry: FeedEntry | None = None) -> Iterator[Page | Problem]:
    """Yield the pages that an address gave.

    Args:
        fetched: what came.
        entry: what the feed that lists it says of it. Its headline is left aside: it counts only where the page has none.
    """
    told = entry or FeedEntry(url=fetched.url)
    reader = choose_reader(fetched.data[:HEAD_BYTES], "")
    if "html" in fetched.media_type or reader is None or reader.name in _AS_THEY_ARE:
        yield make_fetched_page(fetched, lang=told.lang, published=told.published, outlet=told.outlet, modified=told.modified)
        return
    items = list(read_open(open_bytes(fetched.data), Place(where=fetched.url, name=fetched.url), ReadOptions(), lambda where, reader: None))
    is_only = sum(isinstance(item, Page) for item in items) == 1
    number = 0
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        number += 1
        name, url = _name_item(fetched, item, number, is_only=is_only)
        yield make_page(
            name, item.form, item.data, lang=item.lang or told.lang, title=item.title, published=item.published or told.published,
            url=url, outlet=item.outlet or told.outlet, modified=item.modified or told.modified, is_summary=item.is_summary,
        )  # fmt: skip


def _name_item(fetched: Fetched, item: Page, number: int, *, is_only: bool) -> tuple[str, str | None]:
    """Return name and address of an article of a document. Where it stands among others says nothing of one that has an address of its own."""
    has_address = clean_address(item.url) is not None
    if is_only or (number == 1 and not has_address):
        return fetched.url, item.url or fetched.final_url
    if item.url is not None and has_address:
        return item.url, item.url
    return f"{fetched.url.partition('#')[0]}#{number}", item.url
