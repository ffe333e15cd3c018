"""WACZ, a web archive in one zip file: the WARC files in its `archive/` folder. Its index and page list are not needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import File, Part, Place, ReadOptions, has_suffix
from onrecord.sources.readers.zipped import is_zip, read_entries


@dataclass(frozen=True, slots=True)
class WaczReader:
    """Gives the WARC files inside."""

    name: str = "wacz"
    title: str = "WACZ web archive"
    suffixes: frozenset[str] = frozenset({".wacz"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for a zip file whose first entries are a web archive's; by its ending also when others come first."""
        return is_zip(head) and (_names_warc(head) or has_suffix(filename, self.suffixes))

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield the WARC files inside."""
        yield from read_entries(file, place, below="archive/")


def _names_warc(head: bytes) -> bool:
    return b"datapackage.json" in head or (b"archive/" in head and b".warc" in head) or b"pages/pages.jsonl" in head


READER = WaczReader()
