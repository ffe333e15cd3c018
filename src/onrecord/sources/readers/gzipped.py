"""gzip of any format (`.warc.gz`, `.xml.gz`): a stream, never held in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import File, Part, Place, ReadOptions, make_problem
from onrecord.sources.readers.streams import Fault, inflate_gzip, open_chunks


@dataclass(frozen=True, slots=True)
class GzipReader:
    """Gives the one file inside."""

    name: str = "gzip"
    title: str = "gzip"
    suffixes: frozenset[str] = frozenset({".gz", ".gzip"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for gzip's first bytes."""
        return head.startswith(b"\x1f\x8b")

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield the file inside, then what was wrong with the compression."""
        fault = Fault()
        with open_chunks(inflate_gzip(file, fault)) as opened:
            yield Part(place=place, file=opened, is_archive=False)
        if fault.kind == "bomb":
            yield make_problem(place.where, "too_large", f"a decompression bomb: {fault.words}; the rest is not read")
        elif fault.kind:
            yield make_problem(place.where, "damaged", f"the gzip file is {fault.kind}: {fault.words}; what could be read was read")


READER = GzipReader()
