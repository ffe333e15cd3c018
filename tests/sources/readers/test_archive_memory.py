"""A web archive of any size takes as much memory as its largest record."""

from __future__ import annotations

import io
import tracemalloc

from bench.intake import MadeArchive
from onrecord.records import Page
from onrecord.sources.files import ReadOptions, read_pages

ARCHIVE_BYTES = 12 * 2**20
BOUND_BYTES = 4 * 2**20


def test_an_archive_is_streamed_in_less_memory_than_it_has_bytes() -> None:
    tracemalloc.start()
    try:
        archive = io.BufferedReader(MadeArchive(ARCHIVE_BYTES))
        count = sum(1 for item in read_pages(["-"], archive, options=ReadOptions(form="warc")) if isinstance(item, Page))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count > 300
    assert peak < BOUND_BYTES
