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
_FIELDS = ("lang", "title", "published", "url", "outlet")
STDIN = "-"


def read_pages(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Page | Problem]:
    """Yield the pages of all paths; a folder gives its files, `-` standard input.

    Raises:
        InputError: a path does not exist. Everything else that cannot be read is a `Problem`.
    """
    taken: dict[str, int] = {}
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise InputError(f"`{path}` does not exist", hint="give files, folders, or `-` for JSON Lines on standard input")
    for path in paths:
        for item in _read_lines(stdin, "standard input") if path == STDIN else _read_path(Path(path)):
            yield _with_own_name(item, taken) if isinstance(item, Page) else item


def _with_own_name(page: Page, taken: dict[str, int]) -> Page:
    """Return the page under a name no other page has: the second `a` becomes `a~2`. The same bytes twice keep their name."""
    seen = taken.get(page.name, 0) + 1
    taken[page.name] = seen
    if seen == 1:
        return page
    name = f"{page.name}~{seen}"
    return make_page(name, page.form, page.data, lang=page.lang, title=page.title, published=page.published, url=page.url, outlet=page.outlet)


def make_page(
    name: str, form: str, data: bytes, *, lang: str | None = None, title: str | None = None, published: str | None = None,
    url: str | None = None, outlet: str | None = None,
) -> Page:
    """Return a page with its id."""
    return Page(
        id=make_id("page", name, hashlib.sha256(data).hexdigest()), name=name, form=form, data=data,
        lang=lang, title=title, published=published, url=url, outlet=outlet,
    )  # fmt: skip


def make_problem(where: str, code: str, message: str, hint: str | None = None) -> Problem:
    """Return a problem with its id."""
    return Problem(id=make_id("problem", where, code, message), where=where, code=code, message=message, hint=hint)


def _read_path(path: Path) -> Iterator[Page | Problem]:
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts))
        known = [p for p in found if p.suffix.lower() in TEXT_SUFFIXES | HTML_SUFFIXES | LINES_SUFFIXES]
        if not known:
            yield make_problem(str(path), "no_articles", f"no article in the folder `{path}`", "known endings: .txt .md .html .htm .jsonl")
        for inner in known:
            yield from _read_file(inner)
        return
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
    yield make_page(path.stem, form, data)


def _looks_like_html(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))


def _read_lines(lines: BinaryIO, where: str) -> Iterator[Page | Problem]:
    """Yield one page a line of JSON; a bad line is a problem that names its number."""
    number = 0
    while line := lines.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = lines.readline(MAX_LINE_BYTES)
            yield make_problem(f"{where}:{number}", "too_large", f"the line is longer than {MAX_LINE_BYTES} bytes")
            continue
        if line.strip():
            yield _read_record(line, f"{where}:{number}")


def _read_record(line: bytes, where: str) -> Page | Problem:
    hint = 'each line is one object: {"id": "a1", "text": "...", "published": "2022-04-24"}'
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        return make_problem(where, "bad_json", f"no JSON: {error}", hint)
    if not isinstance(record, dict):
        return make_problem(where, "bad_record", f"a line must be an object, not {type(record).__name__}", hint)
    text, name = record.get("text"), record.get("id")
    if not isinstance(text, str):
        return make_problem(where, "bad_record", "`text` is missing or no string", hint)
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        return make_problem(where, "bad_record", "`id` is missing or no string", hint)
    given = {key: record[key] for key in _FIELDS if isinstance(record.get(key), str) and record[key].strip()}
    return make_page(_clean(str(name)), "record", text.encode("utf-8", "surrogatepass"), **{k: _clean(v) for k, v in given.items()})


def _clean(value: str) -> str:
    """Return a field without lone surrogates, which cannot be printed."""
    return value.encode("utf-8", "replace").decode("utf-8")
