"""Zip files of any formats. Nothing is written to disk; names that point outside are refused, sizes are counted on real bytes."""

from __future__ import annotations

import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, cast

from onrecord.records import Page, Problem
from onrecord.sources.readers.companions import lies_in_companion, list_page_stems
from onrecord.sources.readers.reader import File, Part, Place, ReadOptions, clean_value, cut_ending, make_problem
from onrecord.sources.readers.streams import CHUNK_BYTES, Fault, is_bomb, open_chunks

MAX_TOTAL_BYTES = 16 * 2**30
"""Decompressed bytes of one archive: web archives of a few gigabytes are common."""

MAX_INNER_BYTES = 2 * 2**30
"""Bytes of an archive inside another, which has to be unpacked to be read."""

MAX_DIRECTORY_BYTES = 32 * 2**20
"""Bytes of the list of entries, about 300,000 of them: the list is held in memory."""

_HELD_BYTES = 16 * 2**20
_LEFT_OUT = ("__MACOSX/",)


@dataclass(slots=True)
class Budget:
    """How much was decompressed of how much, over all entries."""

    compressed: int
    produced: int = 0
    is_spent: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class ZipReader:
    """Gives each file inside."""

    name: str = "zip"
    title: str = "zip archive"
    suffixes: frozenset[str] = frozenset({".zip"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the first bytes of a zip file."""
        return is_zip(head)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield the files inside, in the archive's order."""
        yield from read_entries(file, place)


def is_zip(head: bytes) -> bool:
    """True for the first bytes of a zip file, an empty one too."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_entries(file: File, place: Place, below: str = "") -> Iterator[Problem | Part]:
    """Yield the files of an archive whose names begin with `below`, and what is wrong with them."""
    if not file.seekable():
        with tempfile.SpooledTemporaryFile(max_size=_HELD_BYTES) as spooled:
            count = 0
            while chunk := file.read(CHUNK_BYTES):
                count += len(chunk)
                if count > MAX_INNER_BYTES:
                    yield make_problem(place.where, "too_large", f"the archive inside an archive has more than {MAX_INNER_BYTES} bytes", "unpack it first")
                    return
                spooled.write(chunk)
            spooled.seek(0)
            yield from _read_seekable(cast("IO[bytes]", spooled), place, below)
    else:
        yield from _read_seekable(file, place, below)


def _read_seekable(file: IO[bytes], place: Place, below: str) -> Iterator[Problem | Part]:
    size = file.seek(0, 2)
    if (listed := _measure_directory(file, size)) > MAX_DIRECTORY_BYTES:
        yield make_problem(place.where, "too_large", f"the archive's list of entries has {listed} bytes; allowed: {MAX_DIRECTORY_BYTES}", "split it")
        return
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, IndexError, OverflowError) as error:
        yield make_problem(place.where, "damaged", f"the zip file cannot be opened: {error}")
        return
    budget = Budget(compressed=size)
    with archive:
        entries = [
            entry for entry in archive.infolist() if entry.filename and not entry.filename.endswith("/") and entry.filename.startswith(below) and not _is_hidden(entry.filename)
        ]
        saved = list_page_stems(entry.filename for entry in entries)
        entries = [entry for entry in entries if not lies_in_companion(entry.filename, saved)] if saved else entries
        for entry in entries:
            name = clean_value(entry.filename)
            where = f"{place.where}:{name}"
            if is_unsafe(entry.filename):
                yield make_problem(where, "unsafe_name", f"the entry `{name:.200}` points outside of the archive and is not read")
            elif entry.flag_bits & 1:
                yield make_problem(where, "encrypted", f"the entry `{name:.200}` is encrypted")
            else:
                folder, _, last = name.rpartition("/")
                own = f"{place.name}:{folder}/{cut_ending(last)}" if folder else f"{place.name}:{cut_ending(last)}"
                fault = Fault()
                with open_chunks(_inflate_entry(archive, entry, budget, fault)) as opened:
                    yield Part(place=Place(where=where, name=own), file=opened)
                if fault.kind:
                    yield make_problem(where, "damaged", f"the entry is damaged: {fault.words}; what could be read was read")
            if budget.is_spent:
                yield make_problem(place.where, "too_large", f"a decompression bomb: {budget.produced} bytes from {size}; the rest is not read")
                return
    if not entries:
        yield make_problem(place.where, "no_articles", f"`{place.where}` holds no file to read")


def _inflate_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget, fault: Fault) -> Iterator[bytes]:
    try:
        with archive.open(entry) as opened:
            while chunk := opened.read(CHUNK_BYTES):
                budget.produced += len(chunk)
                if budget.produced > MAX_TOTAL_BYTES or is_bomb(budget.produced, budget.compressed):
                    budget.is_spent = True
                    return
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error, LookupError) as error:
        fault.kind, fault.words = "damaged", str(error) or type(error).__name__
    except Exception as error:  # noqa: BLE001  lzma and others raise errors of their own, which need not be installed to be named
        fault.kind, fault.words = "damaged", f"{type(error).__name__}: {error}"


def is_unsafe(name: str) -> bool:
    """True for an entry's name that would leave the folder it is unpacked to: such an archive was made to do harm."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return name.startswith(_LEFT_OUT) or (any(part.startswith(".") for part in parts) and not is_unsafe(name))


def _measure_directory(file: IO[bytes], size: int) -> int:
    """Return how many bytes the list of entries says to have, 0 when there is none: `zipfile` would read it whole."""
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        return 0
    listed = int.from_bytes(tail[at + 12 : at + 16], "little")
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if listed == 0xFFFFFFFF and wide >= 0:
        listed = int.from_bytes(tail[wide + 40 : wide + 48], "little")
    return listed if listed != 0xFFFFFFFF else size


READER = ZipReader()
