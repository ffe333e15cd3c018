"""HTML and XHTML pages, as saved: the whole file is one page. The article in it is found by the next stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import File, Place, ReadOptions, has_suffix, make_page, read_whole
from onrecord.sources.readers.roots import find_root

_ROOTS = frozenset({"html", "head", "body"})


@dataclass(frozen=True, slots=True)
class HtmlReader:
    """Reads a web page as it is."""

    name: str = "html"
    title: str = "web page"
    suffixes: frozenset[str] = frozenset({".html", ".htm", ".xhtml"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for a doctype or root of HTML; by its ending what is a mere piece of HTML."""
        root = find_root(head)
        return (root is not None and (root.doctype == "html" or root.name in _ROOTS)) or has_suffix(filename, self.suffixes)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page."""
        data = read_whole(file, place)
        yield make_page(place.name, "html", data) if isinstance(data, bytes) else data


READER = HtmlReader()
