"""CSV and TSV: one article a row; columns are found by their names, or as the user maps them. Read row by row.

Cells are kept as the bytes they are: what encoding a text is in is guessed by the next stage, as for any text.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO, cast

from onrecord.records import Page, Problem
from onrecord.sources.readers.markup import has_markup, make_document
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, has_suffix, make_page, make_problem
from onrecord.sources.readers.roots import decode_head

MAX_CELL_CHARS = 20_000_000
"""The longest cell: a quotation mark that is never closed swallows no more than this."""

MAX_LINE_CHARS = 20_000_000
"""The longest line; the rest of a longer one is read as a row of its own."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "article_body", "body_text"),
    "title": ("title", "headline", "head"),
    "published": ("published", "date", "published_at", "publish_date", "publication_date", "pubdate", "date_published", "datetime"),
    "url": ("url", "link", "address", "permalink", "uri"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "source_name"),
    "lang": ("lang", "language"),
    "id": ("id", "guid", "article_id", "name"),
}
"""Field -> the column names it is known by, compared in lower case with `_` for blanks; of several the first counts."""

_DELIMITERS = "\t;,|"
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads one article a row."""

    name: str = "table"
    title: str = "CSV or TSV table"
    suffixes: frozenset[str] = frozenset({".csv", ".tsv", ".tab"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the first line is a header with a column for the text and one more that is known; else by ending."""
        line = decode_head(head).lstrip("\ufeff").partition("\n")[0]
        found = _find_columns(_split_header(line, _guess_delimiter(line)), ())
        return (isinstance(found, dict) and len(found) > 1) or has_suffix(filename, self.suffixes)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page a row that has a text."""
        head = file.peek(4)[:4]
        encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "latin-1")
        lines = _read_lines(cast("TextIO", io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")))
        first = next(lines, "")
        if not first.strip():
            yield make_problem(place.where, "empty", "there is no table in it: its first line, which names the columns, is blank", "check the file")
            return
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
            page = _read_row(row, columns, f"{place.name}:{number}", encoding)
            held += page is not None
            if page is not None:
                yield page
            elif any(row):
                yield make_problem(where, "empty", "the row has no text")
        if not held:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no row with a text")


def _read_lines(file: TextIO) -> Iterator[str]:
    try:
        while line := file.readline(MAX_LINE_CHARS):
            yield line.replace("\x00", "")
    finally:
        file.detach()  # type: ignore[attr-defined]  # the file is its opener's to close


def _guess_delimiter(line: str) -> str:
    """Return the sign that splits most columns off a header."""
    return max(_DELIMITERS, key=lambda sign: (len(_find_known(_split_header(line, sign))), line.count(sign)))


def _split_header(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line[:100_000]], delimiter=delimiter), [])
    except csv.Error:
        return []


def _find_known(header: Sequence[str]) -> dict[str, int]:
    """Return field -> number of its column, for all that are known by their names."""
    folded = [name.strip("\ufeff \t\r\n").lower().replace(" ", "_").replace("-", "_") for name in header]
    found = {field: next((folded.index(name) for name in names if name in folded), -1) for field, names in COLUMNS.items()}
    return {field: column for field, column in found.items() if column >= 0}


def _find_columns(header: Sequence[str], given: Sequence[tuple[str, str]]) -> dict[str, int] | str:
    """Return field -> number of its column; words that say what is missing when there is no text or no such column."""
    own = [name.strip("\ufeff \t\r\n") for name in header]
    columns = _find_known(header)
    shown = " ".join(f"`{name:.40}`" for name in own[:20])
    for field, column in given:
        if field not in COLUMNS:
            return f"`{field}` is no field; known: {' '.join(COLUMNS)}"
        if column not in own:
            return f"there is no column `{column}`; there are: {shown}"
        columns[field] = own.index(column)
    return columns if "text" in columns else f"no column is known to hold the text; there are: {shown}"


def _read_row(row: Sequence[str], columns: Mapping[str, int], name: str, encoding: str) -> Page | None:
    """Return the page of a row, `None` without a text."""
    values = {field: row[column] for field, column in columns.items() if column < len(row)}
    text = values.pop("text", "")
    if not text.strip():
        return None
    if encoding == "latin-1":  # no more than bytes so far
        raw = text.encode("latin-1")
        values = {field: _decode(value.encode("latin-1")) for field, value in values.items()}
    else:
        raw = text.encode("utf-8", "replace")
    fields = {field: clean_field(value) for field, value in values.items()}
    guid = fields.pop("id", None)
    own = guid or choose_name(fields.get("url"), None, name)
    if has_markup(text[:5000]):
        return make_page(own, "html", make_document(_decode(raw), title=fields.get("title"), lang=fields.get("lang")), **fields)
    return make_page(own, "text", raw, **fields)


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


READER = TableReader()
