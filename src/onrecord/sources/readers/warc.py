"""WARC web archives (CC-News and the like): one page a response with HTML or text. A stream, one record in memory at a time.

Written for this: lengths that lie, cut records and bombs inside of records must cost one problem and not the records after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.charsets import keep_charset
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, make_page, make_problem
from onrecord.sources.readers.streams import CHUNK_BYTES, inflate_whole

MAX_RECORD_BYTES = 20 * 2**20
"""A larger record is skipped: pages of news have up to 5 MB, the rest are films and archives."""

MAX_HEADER_BYTES = 64 * 2**10
_BEGINNING = re.compile(rb"\r?\n\r?\n(?=WARC/[01]\.\d{1,2}\r?\n)")
_OVERLAP = 16
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_CHUNK_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}")


@dataclass(slots=True)
class _Archive:
    """A file read through a buffer that can be looked into and given back to."""

    file: File
    held: bytes = b""
    is_over: bool = False

    def fill(self, count: int) -> None:
        """Hold at least `count` bytes, if there are so many."""
        parts, size = [self.held], len(self.held)
        while size < count and not self.is_over:
            more = self.file.read(max(CHUNK_BYTES, min(count - size, 2**20)))
            self.is_over = not more
            parts.append(more)
            size += len(more)
        self.held = b"".join(parts) if len(parts) > 1 else self.held

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        self.fill(count)
        data, self.held = self.held[:count], self.held[count:]
        return data

    def take_head(self) -> bytes | None:
        """Return the lines up to an empty one, `None` when there is none near; empty at the end."""
        self.fill(MAX_HEADER_BYTES)
        stripped = self.held.lstrip(b"\r\n")
        found = re.search(rb"\r?\n\r?\n", stripped[:MAX_HEADER_BYTES])
        if not stripped or found is None:
            self.held = stripped
            return None if stripped else b""
        self.held = stripped[found.end() :]
        return stripped[: found.start()]

    def take_to_next(self, keep: int) -> tuple[bytes, int]:
        """Return up to `keep` bytes before the next record, and how many there were."""
        kept, count = b"", 0
        while True:
            self.fill(CHUNK_BYTES + _OVERLAP)
            found = _BEGINNING.search(self.held)
            end = found.start() if found is not None else len(self.held) if self.is_over else max(0, len(self.held) - _OVERLAP)
            kept += self.held[: min(end, max(0, keep - len(kept)))]
            count += end
            self.held = self.held[end:]
            if found is not None or self.is_over:
                return kept, count


@dataclass(frozen=True, slots=True)
class WarcReader:
    """Reads the pages of a web archive."""

    name: str = "warc"
    title: str = "WARC web archive"
    suffixes: frozenset[str] = frozenset({".warc"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the version line every record begins with."""
        return re.match(rb"\s{0,8}WARC/[01]\.\d", head) is not None

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield a page a response; answers other than 200, pictures, scripts and requests are left out."""
        archive = _Archive(file)
        number = given = 0
        while (head := archive.take_head()) != b"":
            number += 1
            where = f"{place.where}:{number}"
            if head is None or not head.startswith(b"WARC/"):
                yield make_problem(where, "bad_record", "no record of WARC begins here; what follows up to the next one is not read")
                archive.take_to_next(0)
                continue
            headers = _read_headers(head)
            block, problem = _read_block(archive, headers.get("content-length", ""), where)
            if problem is not None:
                yield problem
            if block is not None and headers.get("warc-type") in ("response", "resource"):
                for item in _read_record(headers, block, where, f"{place.name}:{number}"):
                    given += 1
                    yield item
        if not given:
            yield make_problem(place.where, "no_articles", f"none of {number} records is a page of HTML or text")


def _read_block(archive: _Archive, stated: str, where: str) -> tuple[bytes | None, Problem | None]:
    """Return the content of a record; `None` when it is too large; and what is wrong with its length."""
    length = int(stated) if stated.isdecimal() and len(stated) < 20 else -1
    if length < 0:
        block, _ = archive.take_to_next(MAX_RECORD_BYTES)
        return block, make_problem(where, "bad_length", f"the record's length `{stated:.30}` is no number; it is read up to the next record")
    if length > MAX_RECORD_BYTES:
        _, count = archive.take_to_next(0)
        if count < length:
            return None, make_problem(where, "bad_length", f"the record has {count} bytes and not {length}; it is not read")
        return None, make_problem(where, "too_large", f"the record has {length} bytes; allowed: {MAX_RECORD_BYTES}")
    block = archive.take(length)
    archive.fill(_OVERLAP)
    after = archive.held[:_OVERLAP]
    if len(block) == length and (not after or re.match(rb"\r?\n\r?\n?(?:WARC/|\s*$)", after)):
        return block, None
    if found := _BEGINNING.search(block + after):
        archive.held = (block + archive.held)[found.start() :]
        return block[: found.start()], make_problem(where, "bad_length", f"the record has {found.start()} bytes and not {length}")
    if len(block) < length:
        return block, make_problem(where, "truncated", f"the record ends after {len(block)} of {length} bytes; what is there was read")
    rest, count = archive.take_to_next(MAX_RECORD_BYTES - length)
    return block + rest, make_problem(where, "bad_length", f"the record has {length + count} bytes and not {length}")


def _read_headers(head: bytes) -> dict[str, str]:
    """Return the fields after the first line, names in lower case; of several of one name the first."""
    fields: dict[str, str] = {}
    for line in head.split(b"\n")[1:500]:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _read_record(headers: Mapping[str, str], block: bytes, where: str, otherwise: str) -> Iterator[Page | Problem]:
    """Yield the page of a response, nothing when it is none."""
    fields, body = dict(headers), block
    if headers.get("warc-type") == "response":
        head, _, body = block.replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n") if block[:5] == b"HTTP/" else (b"", b"", b"")
        if re.match(rb"HTTP/\d(?:\.\d)? 200\b", head) is None:
            return
        fields = _read_headers(head)
    kind = fields.get("content-type", "")
    form = _FORMS.get(kind.partition(";")[0].strip().lower())
    if form is None:
        return
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    coding = fields.get("content-encoding", "").strip().lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        # Many archives keep the field though the content is unpacked already: then it is no gzip, and taken as it is.
        body = inflated[:MAX_RECORD_BYTES] if (inflated := inflate_whole(body, MAX_RECORD_BYTES + 1)) is not None else body
        if inflated is not None and len(inflated) > MAX_RECORD_BYTES:
            yield make_problem(where, "too_large", f"the page has more than {MAX_RECORD_BYTES} bytes unpacked")
            return
    elif coding not in ("", "identity") and body.lstrip()[:1] != b"<":
        yield make_problem(where, "encoding_unknown", f"the page is packed as `{coding:.30}`, which is not read")
        return
    url = clean_field(headers.get("warc-target-uri", "").strip("<>"))
    charset = found[1] if (found := _CHARSET.search(kind)) else None
    yield make_page(choose_name(url, None, otherwise), form, keep_charset(body, charset), url=url)


def _join_chunks(body: bytes) -> bytes:
    """Return the content of a body sent in chunks; as it is when it was joined already."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\n", at, at + 100)
        size = _CHUNK_SIZE.match(body, at)
        if end < 0 or size is None or body[size.end() : end].strip()[:1] not in (b"", b";"):
            return b"".join(parts) if parts else body
        count = int(size[0], 16)
        if count == 0:
            break
        parts.append(body[end + 1 : end + 1 + count])
        at = end + 1 + count + (2 if body[end + 1 + count : end + 3 + count] == b"\r\n" else 1)
    return b"".join(parts)


READER = WarcReader()
