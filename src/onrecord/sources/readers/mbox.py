"""Folders of e-mails in one file (`.mbox`), as mail programs keep and export them: each mail is read as a file of its own would be.

The file is read part by part and one mail is held at a time: such files have gigabytes, and may be streams, where `mailbox` of the standard library
needs a file on disk and takes each mail whole.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.records import Page, Problem
from onrecord.sources.readers.mail import MAX_MAIL_BYTES
from onrecord.sources.readers.mail import READER as MAIL
from onrecord.sources.readers.reader import File, Part, Place, ReadOptions, choose_name, has_suffix, make_problem, open_bytes

CHUNK_BYTES = 2**18

BORDER_BYTES = 1200
"""So many bytes at the end of a chunk are looked at again with the next one: no line before a mail is longer with what must follow."""

MAX_HEADER_BYTES = 2**16
"""How far into a mail its id is looked for."""

_FIELD = rb"(?:[!-9;-~]{1,100}:|>From )"
_BORDER = re.compile(rb"\n\r?\nFrom [^\n]{0,1000}\n(?=" + _FIELD + rb")")
_TIMED = re.compile(rb"From [^\n]{0,500}?\b\d{1,2}:\d{2}\b[^\n]{0,200}\n" + _FIELD)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_ID = re.compile(rb"^message-id:\s*<([^<>\s]{1,200})>", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class MboxReader:
    """Reads one article a mail, and what is attached to it."""

    name: str = "mbox"
    title: str = "mailbox (mbox)"
    suffixes: frozenset[str] = frozenset({".mbox"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when it begins with the line before a mail, which names a time, and a header; by its ending when it begins with such a line at all."""
        head = head.removeprefix(codecs.BOM_UTF8)
        return _TIMED.match(head) is not None or (has_suffix(filename, self.suffixes) and (head.startswith(b"From ") or not head))

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield what each mail holds; those without any text are one problem."""
        number, empty = 0, 0
        for data in split_mails(file):
            if data is None:
                yield make_problem(place.where, "damaged", "what stands before the first mail is not read", "a mail begins with a line `From `")
                continue
            number += 1
            own = Place(where=f"{place.where}:{number}", name=choose_name(None, _read_id(data), f"{place.name}:{number}"))
            if len(data) > MAX_MAIL_BYTES:
                yield make_problem(own.where, "too_large", f"the mail has more than {MAX_MAIL_BYTES} bytes")
                continue
            for item in MAIL.read(open_bytes(data), own, options):
                if isinstance(item, Problem) and item.code == "empty":
                    empty += 1
                else:
                    yield replace(item, where=own.where) if isinstance(item, Page) else item
        if empty:
            yield make_problem(place.where, "empty", f"{empty} of {number} mails have no text")
        elif not number:
            yield make_problem(place.where, "damaged", "no mail begins in it", "a mail begins with a line `From `, and its header")


def split_mails(file: File) -> Iterator[bytes | None]:
    """Yield the bytes of each mail, of one that is too large the first `MAX_MAIL_BYTES` and one more; first `None` when something stands before them.

    A mail begins at a line `From ` after an empty line, or at the start, if a header follows: in a text that line may stand, too. Lines that were
    escaped for that reason lose their sign.
    """
    held, is_mail = bytearray(), False
    window, is_end = b"\n\n" + file.read(CHUNK_BYTES).removeprefix(codecs.BOM_UTF8), False
    while not is_end:
        chunk = file.read(CHUNK_BYTES)
        window, is_end, at = window + chunk, not chunk, 0
        for border in _BORDER.finditer(window):
            _hold(held, window[at : border.start() + 1])
            if is_mail or held.strip():
                yield _unescape(held) if is_mail else None
            held, is_mail, at = bytearray(), True, border.end()
        end = len(window) if is_end else max(at, len(window) - BORDER_BYTES)
        _hold(held, window[at:end])
        window = window[end:]
    if is_mail:
        yield _unescape(held)


def _unescape(held: bytearray) -> bytes:
    """Return a mail without the signs of escaped lines; one that is too large as it is, as it would otherwise seem to be whole."""
    return bytes(held) if len(held) > MAX_MAIL_BYTES else _ESCAPED.sub(b"", held)


def _hold(held: bytearray, part: bytes) -> None:
    held += part[: max(0, MAX_MAIL_BYTES + 1 - len(held))]


def _read_id(mail: bytes) -> str | None:
    """Return the id that a mail gives itself: what it is called must not hang on its place in the file."""
    end = _END_OF_HEADER.search(mail, 0, MAX_HEADER_BYTES)
    found = _ID.search(mail, 0, end.start() if end else MAX_HEADER_BYTES)
    return found[1].decode("latin-1") if found else None


READER = MboxReader()
