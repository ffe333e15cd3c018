"""What every reader is, takes and gives.

A reader is one object: it says whether a file looks like its format, and reads it into `Page`s and `Problem`s. A reader of a
container (zip, gzip, an e-mail's attachments) gives `Part`s instead, which the caller opens in turn. `registry.py` lists all readers.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from onrecord.ids import make_id
from onrecord.records import Page, Problem

HEAD_BYTES = 4096
"""How much of a file its format is recognised by."""

MAX_FILE_BYTES = 50 * 2**20
"""The most real (decompressed) bytes of a file that is read as a whole. Larger ones are no articles; reading them would only cost memory."""

MAX_NAME_CHARS = 120
"""Longer names of pages are cut: a name is to be read, typed and printed."""

_GENERIC_TAILS = frozenset({"", "index", "default", "amp", "article", "story", "home", "news"})
_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".shtml"})
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")

File = io.BufferedReader
"""An open file: `peek`, `read(n)` and `readline(n)`. It may be no more than a stream; who needs to seek asks `seekable()`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user says about how to read.

    `columns` maps fields to column names of tables: `(("text", "Body"), ("published", "When"))`. `form` is the name of the reader to
    take whatever a file looks like, `None` to guess. `is_isolated` runs parsers that may crash or hang in a process of their own.
    """

    columns: tuple[tuple[str, str], ...] = ()
    form: str | None = None
    is_isolated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file stands: `where` for problems (`dir/pack.zip:in/a.html`), `name` for its page (`pack:in/a`)."""

    where: str
    name: str

    @classmethod
    def of_path(cls, path: str) -> Place:
        """Return the place of a file on disk; its name is the file's stem."""
        return cls(where=path, name=cut_ending(re.split(r"[/\\]", path)[-1] or path))

    @property
    def filename(self) -> str:
        """The last part of `where`, by whose ending a format may be guessed; `.gz` says nothing of what is inside."""
        last = re.split(r"[/\\:]", self.where)[-1]
        return last[:-3] if last.lower().endswith(".gz") else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file inside a file, open until the reader that gave it is asked for the next item."""

    place: Place
    file: File
    is_archive: bool = True


class Reader(Protocol):
    """One format. Give it a module and a line in `registry.py`; the contract suite finds it there."""

    @property
    def name(self) -> str:
        """The format's short name in lower case (`feed`), as `--form` takes it."""
        ...

    @property
    def title(self) -> str:
        """The format as a person calls it (`RSS or Atom feed`)."""
        ...

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings files of this format usually have, in lower case with the dot."""
        ...

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the file looks like this format.

        Args:
            head: the first `HEAD_BYTES` bytes.
            filename: the file's name, for formats that nothing inside gives away; empty when only the content counts.
        """
        ...

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem | Part]:
        """Yield all that the file holds, in its order; what cannot be read is a `Problem`. Nothing is raised but `OSError`."""
        ...


def make_page(
    name: str,
    form: str,
    data: bytes,
    *,
    lang: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    modified: str | None = None,
    is_summary: bool = False,
    where: str | None = None,
) -> Page:
    """Return a page with its id."""
    return Page(
        id=make_id("page", name, hashlib.sha256(data).hexdigest()), name=name, form=form, data=data,
        lang=lang, title=title, published=published, url=url, outlet=outlet, modified=modified, is_summary=is_summary, where=clean_value(where) if where else None,
    )  # fmt: skip


def make_problem(where: str, code: str, message: str, hint: str | None = None) -> Problem:
    """Return a problem with its id."""
    where, message = clean_value(where), clean_value(message)
    return Problem(id=make_id("problem", where, code, message), where=where, code=code, message=message, hint=hint)


def move_problem(problem: Problem, where: str) -> Problem:
    """Return the same problem of another place."""
    where = clean_value(where)
    return Problem(id=make_id("problem", where, problem.code, problem.message), where=where, code=problem.code, message=problem.message, hint=problem.hint)


def clean_value(value: str) -> str:
    """Return a field without lone surrogates, which cannot be printed."""
    return value.encode("utf-8", "replace").decode("utf-8")


def clean_field(value: object) -> str | None:
    """Return a string as one line without control characters, `None` for anything else and for what is then empty."""
    return " ".join(_UNPRINTABLE.sub(" ", clean_value(value)).split()) or None if isinstance(value, str) else None


def read_whole(file: File, place: Place, limit: int | None = None) -> bytes | Problem:
    """Return all bytes of a file, or the problem `too_large` when there are more than `limit` (`MAX_FILE_BYTES` when not given)."""
    limit = MAX_FILE_BYTES if limit is None else limit
    data = file.read(limit + 1)
    if len(data) > limit:
        return make_problem(place.where, "too_large", f"the file has more than {limit} bytes", "split it, one piece a file")
    return data


def open_bytes(data: bytes) -> File:
    """Return bytes as an open file."""
    return io.BufferedReader(io.BytesIO(data), buffer_size=2 * HEAD_BYTES)  # type: ignore[arg-type,unused-ignore]


def read_head(file: File) -> bytes:
    """Return the first bytes of a file without moving on."""
    return file.peek(HEAD_BYTES)[:HEAD_BYTES]


def has_suffix(filename: str, suffixes: frozenset[str]) -> bool:
    """True when the file's name ends as those of this format do."""
    return _read_suffix(filename) in suffixes


@lru_cache(maxsize=100)  # each reader asks
def _read_suffix(filename: str) -> str:
    return PurePosixPath(filename.lower()).suffix


def cut_ending(filename: str) -> str:
    """Return a file's name without its ending, and without that before `.gz`."""
    stem = PurePosixPath(clean_value(filename)).stem or filename
    return PurePosixPath(stem).stem if filename.lower().endswith(".gz") else stem


def choose_name(url: str | None, guid: str | None, otherwise: str) -> str:
    """Return a readable name for a piece: the tail of its address, else its guid, else `otherwise`."""
    for address in (url, guid if guid and "://" in guid else None):
        if address and (tail := _read_tail(address)):
            return tail
    own = clean_field(guid)
    return own[-MAX_NAME_CHARS:] if own else otherwise


def _read_tail(url: str) -> str | None:
    """Return the last part of an address that tells something, with its query if pages differ by nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    segments = [PurePosixPath(segment) for segment in unquote(parts.path, errors="replace").split("/") if segment]
    names = [path.stem if path.suffix.lower() in _PAGE_ENDINGS else path.name for path in segments]
    telling = next((name for name in reversed(names) if name.lower() not in _GENERIC_TAILS), "")
    is_plain = bool(names) and telling == names[-1]
    tail = clean_field(telling if is_plain or not parts.query else f"{telling or parts.hostname or ''}?{parts.query}")
    return tail[-MAX_NAME_CHARS:] if tail and len(tail) > 1 else None
