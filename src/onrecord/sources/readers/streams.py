"""Decompressed streams with limits counted on real bytes. In: chunks of a decompressor. Out: an open file that ends where they end.

A stream never fails: at damage or a limit it ends, and its `Fault` says why, so that what came before is read all the same.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.sources.readers.reader import HEAD_BYTES, File

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 65_536

MAX_RATIO = 200
"""The most decompressed bytes for one compressed. Text and markup come to 3 to 20, lists of zeros to 1000."""

FREE_BYTES = 50 * 2**20
"""Decompressed bytes that no ratio is asked of: so much fits into memory anyway."""


@dataclass(slots=True)
class Fault:
    """Why a stream ended early: `kind` is `damaged`, `truncated` or `bomb`; empty when it did not."""

    kind: str = ""
    words: str = ""


class ChunkStream(io.RawIOBase):
    """The chunks of an iterator as a file to read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = memoryview(b"")

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer, at least so far that a format can be recognised."""
        view = memoryview(buffer).cast("B")
        done = 0
        while done < min(len(view), 2 * HEAD_BYTES):
            if not self._held:
                chunk = next(self._chunks, None)
                if chunk is None:
                    break
                self._held = memoryview(chunk)
                continue
            count = min(len(self._held), len(view) - done)
            view[done : done + count] = self._held[:count]
            self._held = self._held[count:]
            done += count
        return done


def open_chunks(chunks: Iterator[bytes]) -> File:
    """Return the chunks as an open file."""
    return io.BufferedReader(ChunkStream(chunks), buffer_size=2 * HEAD_BYTES)


def inflate_gzip(file: File, fault: Fault) -> Iterator[bytes]:
    """Yield what a gzip file of one or more members holds; a damaged member is left at its damage and the next one read."""
    engine, pending, consumed, produced, is_begun = zlib.decompressobj(wbits=31), b"", 0, 0, False
    while True:
        if not pending:
            pending = file.read(CHUNK_BYTES)
            consumed += len(pending)
            if not pending:
                break
        if not is_begun and not (pending := pending.lstrip(b"\x00")):  # members may be padded
            continue
        try:
            is_begun = True
            chunk = engine.decompress(pending, CHUNK_BYTES)
        except zlib.error as error:
            fault.kind, fault.words = "damaged", str(error)
            engine, is_begun = zlib.decompressobj(wbits=31), False
            pending = _find_member(file, pending[1:])
            continue
        produced += len(chunk)
        if is_bomb(produced, consumed):
            fault.kind, fault.words = "bomb", f"{produced} bytes from {consumed}"
            return
        if chunk:
            yield chunk
        pending = engine.unconsumed_tail
        if engine.eof:
            pending, engine, is_begun = engine.unused_data, zlib.decompressobj(wbits=31), False
    if is_begun:
        fault.kind, fault.words = fault.kind or "truncated", fault.words or "the last member has no end"
        yield from iter(lambda: _drain(engine), b"")


def _drain(engine: zlib._Decompress) -> bytes:
    try:
        return engine.decompress(b"", CHUNK_BYTES)
    except zlib.error:
        return b""


def _find_member(file: File, data: bytes) -> bytes:
    """Return the bytes from the next beginning of a member on, empty when there is none."""
    while (at := data.find(b"\x1f\x8b\x08")) < 0:
        more = file.read(CHUNK_BYTES)
        if not more:
            return b""
        data = data[-2:] + more
    return data[at:]


def is_bomb(produced: int, consumed: int) -> bool:
    """True when so much came out of so little that it can be no news."""
    return produced > FREE_BYTES and produced > MAX_RATIO * max(consumed, 1)


def inflate_whole(data: bytes, limit: int) -> bytes | None:
    """Return decompressed bytes of gzip, zlib or raw deflate, cut at `limit`; `None` when they are none of these."""
    for wbits in (47, -15):
        engine = zlib.decompressobj(wbits=wbits)
        try:
            return engine.decompress(data, limit)
        except zlib.error:
            continue
    return None
