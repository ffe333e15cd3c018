"""Read pages from files, folders and JSON Lines.

In: paths and an open standard input. Out: `Page`s and `Problem`s, in the order given. Reads the disk; decodes nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.ids import make_id
from onrecord.records import Page, Problem

MAX_FILE_BYTES = 50 * 2**20
"""Larger files are no articles; reading them would only cost memory."""
MAX_LINE_BYTES = 50 * 2**20
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_RECORD = 'each line is one object: {"id": "a1", "text": "...", "published": "2022-04-24"}'
_FIELDS = ("lang", "title", "published", "url", "outlet")
_ENDINGS = "known endings: .txt .md .html .htm .jsonl; a file given by its name is read whatever its ending"
STDIN = "-"
STDIN_NAME = "standard input"


def read_pages(paths: Iterable[str], stdin: BinaryIO, leave_out: Iterable[Path] = ()) -> Iterator[Page | Problem]:
    """Yield the pages of all paths; a folder gives its files, `-` standard input.

    Args:
        paths: files, folders, `-`.
        stdin: what `-` reads, JSON Lines.
        leave_out: files that a folder may hold and that are none of its articles, such as the store.

    Raises:
        InputError: a path does not exist. Everything else that cannot be read is a `Problem`.
    """
    given = list(paths)
    for path in given:
        if path != STDIN and not os.path.lexists(path):
            raise InputError(f"`{path}` does not exist", hint="give files, folders, or `-` for JSON Lines on standard input")
    taken: dict[str, str] = {}
    others = frozenset(path.absolute() for path in leave_out)
    for path in given:
        for item in _read_lines(stdin, STDIN_NAME) if path == STDIN else _read_path(Path(path), others):
            yield _with_own_name(item, taken) if isinstance(item, Page) else item


def _with_own_name(page: Page, taken: dict[str, str]) -> Page:
    """Return the page under a name no other page has: the second `a` becomes `a~2`. The same bytes twice keep their name."""
    own, number = page, 1
    while taken.setdefault(own.name, own.id) != own.id:
        number += 1
        own = make_page(f"{page.name}~{number}", page.form, page.data, lang=page.lang, title=page.title, published=page.published, url=page.url, outlet=page.outlet)
    return own


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
) -> Page:
    """Return a page with its id."""
    return Page(
        id=make_id("page", name, hashlib.sha256(data).hexdigest()), name=name, form=form, data=data,
        lang=lang, title=title, published=published, url=url, outlet=outlet,
    )  # fmt: skip


def make_problem(where: str, code: str, message: str, hint: str | None = None) -> Problem:
    """Return a problem with its id."""
    where, message = _clean(where), _clean(message)
    return Problem(id=make_id("problem", where, code, message), where=where, code=code, message=message, hint=hint)


def _read_path(path: Path, leave_out: frozenset[Path]) -> Iterator[Page | Problem]:
    if path.is_dir():
        yield from _read_folder(path, leave_out)
    else:
        yield from _read_file(path)


def _read_folder(folder: Path, leave_out: frozenset[Path]) -> Iterator[Page | Problem]:
    """Yield what the files of a folder and its folders hold, sorted by path. Hidden ones are left out, links to folders not followed."""
    refused: list[OSError] = []
    found: list[Path] = []
    for at, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(at, name) for name in names if not name.startswith("."))
    found = [path for path in found if path.absolute() not in leave_out]
    for error in refused:
        yield make_problem(str(error.filename), "unreadable", f"`{error.filename}` cannot be read: {error.strerror or error}")
    known = [path for path in found if path.suffix.lower() in TEXT_SUFFIXES | HTML_SUFFIXES | LINES_SUFFIXES]
    if not known:
        yield make_problem(str(folder), "no_articles", f"no article in the folder `{folder}`", _ENDINGS)
    elif others := sorted(set(found) - set(known)):
        endings = " ".join(sorted({path.suffix.lower() or path.name for path in others})[:10])
        yield make_problem(str(folder), "unknown_ending", f"{len(others)} files are not read, as their endings are unknown: `{endings}`", _ENDINGS)
    for path in sorted(known):
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Page | Problem]:
    """Yield what one file holds."""
    try:
        if not path.is_file():
            yield make_problem(str(path), "unreadable", f"`{path}` is no plain file")
            return
        size = path.stat().st_size
        if path.suffix.lower() in LINES_SUFFIXES:
            with path.open("rb") as lines:
                yield from _read_lines(lines, str(path))
            return
        if size > MAX_FILE_BYTES:
            yield make_problem(str(path), "too_large", f"the file has {size} bytes; allowed: {MAX_FILE_BYTES}")
            return
        data = path.read_bytes()
    except OSError as error:
        yield make_problem(str(path), "unreadable", f"`{path}` cannot be read: {error.strerror or error}")
        return
    form = "html" if path.suffix.lower() in HTML_SUFFIXES or _looks_like_html(data) else "text"
    yield make_page(_clean(path.stem), form, data)


def _looks_like_html(data: bytes) -> bool:
    """True when the bytes begin as a web page does, after an XML declaration or comments if any."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head)


def _read_lines(lines: BinaryIO, where: str) -> Iterator[Page | Problem]:
    """Yield one page a line of JSON; a bad line is a problem that names its number."""
    number = held = 0
    while line := lines.readline(MAX_LINE_BYTES + 1):
        number += 1
        held += bool(line.strip())
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = lines.readline(MAX_LINE_BYTES)
            yield make_problem(f"{where}:{number}", "too_large", f"the line is longer than {MAX_LINE_BYTES} bytes")
            continue
        if line.strip():
            yield from _read_record(line, f"{where}:{number}")
    if not held:
        yield make_problem(where, "no_articles", f"`{where}` holds no line of JSON", _RECORD)


def _read_record(line: bytes, where: str) -> Iterator[Page | Problem]:
    """Yield the page of one line, and a problem for each known field that is no string."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        yield make_problem(where, "bad_json", f"no JSON: {error}", _RECORD)
        return
    if not isinstance(record, dict):
        yield make_problem(where, "bad_record", f"a line must be an object, not {type(record).__name__}", _RECORD)
        return
    text, name = record.get("text"), record.get("id")
    if not isinstance(text, str):
        yield make_problem(where, "bad_record", "`text` is missing or no string", _RECORD)
        return
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        yield make_problem(where, "bad_record", "`id` is missing or no string", _RECORD)
        return
    given = {key: record[key] for key in _FIELDS if isinstance(record.get(key), str) and record[key].strip()}
    for key in _FIELDS:
        if record.get(key) is not None and not isinstance(record[key], str):
            yield make_problem(where, "bad_field", f"`{key}` is no string and is left out: `{record[key]!r:.80}`", _RECORD)
    yield make_page(_clean(str(name)), "record", text.encode("utf-8", "surrogatepass"), **{k: _clean(v) for k, v in given.items()})


def _clean(value: str) -> str:
    """Return a field without lone surrogates, which cannot be printed."""
    return value.encode("utf-8", "replace").decode("utf-8")
