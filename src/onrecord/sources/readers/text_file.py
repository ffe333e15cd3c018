"""Plain text and Markdown: the whole file is one page. What is no other format is read as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import File, Place, ReadOptions, has_suffix, make_page, read_whole


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads text as it is; the encoding is left to the next stage."""

    name: str = "text"
    title: str = "plain text or Markdown"
    suffixes: frozenset[str] = frozenset({".txt", ".text", ".md", ".markdown"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True by ending only: nothing in a text says that it is one."""
        return has_suffix(filename, self.suffixes)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page."""
        data = read_whole(file, place)
        yield make_page(place.name, "text", data) if isinstance(data, bytes) else data


READER = TextReader()
