"""What was fetched, read by the reader of its form: HTML and text as they are, documents (PDF, Word, agency files) through `readers`.

In: `Fetched`. Out: `Page`s under the address they were asked for at, and `Problem`s.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Page, Problem
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.fetch_page import Fetched, make_fetched_page
from onrecord.sources.readers.reader import HEAD_BYTES, Place, ReadOptions, make_page, open_bytes
from onrecord.sources.readers.registry import choose_reader, read_open

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
    number = 0
    for item in read_open(open_bytes(fetched.data), Place(where=fetched.url, name=fetched.url), ReadOptions(), lambda where, reader: None):
        if isinstance(item, Problem):
            yield item
            continue
        number += 1
        name, url = (fetched.url, fetched.final_url) if number == 1 else (f"{fetched.url}#{number}", item.url)
        yield make_page(
            name, item.form, item.data, lang=item.lang or told.lang, title=item.title, published=item.published or told.published,
            url=item.url or url, outlet=item.outlet or told.outlet, modified=item.modified or told.modified, is_summary=item.is_summary,
        )  # fmt: skip
