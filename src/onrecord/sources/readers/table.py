"""CSV and TSV: one article a row; columns are found by their names, or as the user maps them. Read row by row.

Cells are kept as the bytes they are: what encoding a text is in is guessed by the next stage, as for any text.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TextIO, cast

from onrecord.records import Page, Problem
from onrecord.sources.readers.columns import find_columns, list_fields
from onrecord.sources.readers.markup import has_markup, make_document
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, has_suffix, make_page, make_problem
from onrecord.sources.readers.roots import decode_head

MAX_CELL_CHARS = 20_000_000
"""The longest cell: a quotation mark that is never closed swallows no more than this."""

MAX_LINE_CHARS = 20_000_000
"""The longest line; the rest of a longer one is read as a row of its own."""

_DELIMITERS = "\t;,|"
_HEADER_ENCODINGS = ("utf-8", "cp1252", "cp1250", "cp1251", "cp1254")
"""Encodings that the names of columns may be written in, the first of equals counts."""
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads one article a row."""

    name: str = "table"
    title: str = "CSV or TSV table"
    suffixes: frozenset[str] = frozenset({".csv", ".tsv", ".tab"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the first line is a header with a column for the text and one more that is known; else by ending."""
        return _begins_with_header(head) or has_suffix(filename, self.suffixes)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page a row that has a text."""
        head = file.peek(4)[:4]
        encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-16-le" if head[1::2] == b"\0\0" else "utf-16-be" if head[::2] == b"\0\0" else "latin-1")
        lines = _read_lines(cast("TextIO", io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")))
        first = next(lines, "")
        if not first.strip():
            yield make_problem(place.where, "empty", "there is no table in it: its first line, which names the columns, is blank", "check the file")
            return
        first, charset = _decode_header(first) if encoding == "latin-1" else (first, encoding)
        delimiter = _guess_delimiter(first)
        columns = _find_columns(_split_header(first, delimiter), options.columns)
        if isinstance(columns, str):
            yield make_problem(place.where, "no_text_column", columns, "name the columns: --map text=COLUMN --map title=COLUMN ...")
            return
        csv.field_size_limit(MAX_CELL_CHARS)
        rows = csv.reader(lines, delimiter=delimiter)
        number = held = 0
        while True:
            number += 1
            where = f"{place.where}:{rows.line_num + 2}"
            try:
                row = next(rows, None)
            except (csv.Error, UnicodeError) as error:
                yield make_problem(where, "bad_row", f"the row cannot be read: {error}")
                continue
            if row is None:
                break
            page = _read_row(row, columns, f"{place.name}:{number}", where, encoding, charset)
            held += page is not None
            if page is not None:
                yield page
            elif any(row):
                yield make_problem(where, "empty", "the row has no text")
        if not held:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no row with a text")


@lru_cache(maxsize=1)  # each file is asked for twice, with and without its name
def _begins_with_header(head: bytes) -> bool:
    """True for a first line with a column for the text and one more that is known."""
    line = decode_head(head).lstrip("\ufeff").partition("\n")[0]
    if not any(sign in line for sign in _DELIMITERS):
        return False
    is_marked = head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    line = line if is_marked else _decode_header(line)[0]
    found = _find_columns(_split_header(line, _guess_delimiter(line)), ())
    return isinstance(found, dict) and len(found) > 1


def _read_lines(file: TextIO) -> Iterator[str]:
    try:
        while line := file.readline(MAX_LINE_CHARS):
            yield line
    finally:
        file.detach()  # type: ignore[attr-defined]  # the file is its opener's to close


def _guess_delimiter(line: str) -> str:
    """Return the sign that splits most columns off a header."""
    return max(_DELIMITERS, key=lambda sign: (len(find_columns(_split_header(line, sign))), line.count(sign)))


def _split_header(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line[:100_000]], delimiter=delimiter), [])
    except csv.Error:
        return []


def _decode_header(line: str) -> tuple[str, str]:
    """Return the header, so far no more than bytes, and its encoding: that in which most names of columns are known."""
    if line.isascii():
        return line, _HEADER_ENCODINGS[0]
    raw, readings = line.encode("latin-1", "replace"), []
    for name in _HEADER_ENCODINGS:
        try:
            readings.append((raw.decode(name), name))
        except UnicodeDecodeError:
            continue
    rated = [(len(find_columns(_split_header(text, _guess_delimiter(text)))), -number) for number, (text, _) in enumerate(readings)]
    return readings[-max(rated)[1]] if rated else (line, "cp1252")


def _find_columns(header: Sequence[str], given: Sequence[tuple[str, str]]) -> dict[str, int] | str:
    """Return field -> number of its column; words that say what is missing when there is no text or no such column."""
    own = [name.strip("\ufeff \t\r\n") for name in header]
    columns = find_columns(header)
    shown = " ".join(f"`{name:.40}`" for name in own[:20])
    for field, column in given:
        if field not in list_fields():
            return f"`{field}` is no field; known: {' '.join(list_fields())}"
        if column not in own:
            return f"there is no column `{column}`; there are: {shown}"
        columns[field] = own.index(column)
    return columns if "text" in columns else f"no column is known to hold the text; there are: {shown}"


def _read_row(row: Sequence[str], columns: Mapping[str, int], name: str, where: str, encoding: str, charset: str) -> Page | None:
    """Return the page of a row, `None` without a text."""
    values = {field: row[column] for field, column in columns.items() if column < len(row)}
    text = values.pop("text", "")
    if not text.strip():
        return None
    if encoding == "latin-1":  # no more than bytes so far
        raw = text.encode("latin-1")
        values = {field: _decode(value.encode("latin-1"), charset) for field, value in values.items()}
    else:
        raw = text.encode("utf-8", "replace")
    fields = {field: clean_field(value) for field, value in values.items()}
    guid, author = fields.pop("id", None), fields.pop("author", None)
    own = guid or choose_name(fields.get("url"), None, name)
    form, data = "text", raw
    if has_markup(text[:5000]):
        form, data = "html", make_document(_decode(raw, charset), title=fields.get("title"), lang=fields.get("lang"), author=author)
    return make_page(
        own, form, data, lang=fields.get("lang"), title=fields.get("title"), published=fields.get("published"), url=fields.get("url"),
        outlet=fields.get("outlet"), modified=fields.get("modified"), where=where,
    )  # fmt: skip


def _decode(raw: bytes, charset: str) -> str:
    """Return a cell as UTF-8, or in the encoding of the header where it is none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252" if charset == "utf-8" else charset, "replace")


READER = TableReader()
