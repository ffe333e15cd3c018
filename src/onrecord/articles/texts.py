"""Many pages at once, for a process that reads them: to send each alone costs as much as to read a short one.

In: pages that are no HTML. Out: what each holds.
"""

from __future__ import annotations

from onrecord.articles.make import ReadPage, read_page
from onrecord.records import Page


def read_texts(pages: tuple[Page, ...]) -> tuple[ReadPage, ...]:
    """Return what each page holds, in order; see `read_page`."""
    return tuple(read_page(page) for page in pages)
