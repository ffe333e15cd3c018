"""JSON Lines: one object a line, `{"id": "a1", "text": "..."}` and what is known beside it. Read line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.columns import find_columns
from onrecord.sources.readers.reader import File, Place, ReadOptions, clean_value, has_suffix, make_page, make_problem
from onrecord.sources.readers.roots import decode_head

MAX_LINE_BYTES = 50 * 2**20
"""A longer line is skipped: no article is that long, and a line is held in memory."""

_FIELDS = ("lang", "title", "published", "url", "outlet", "modified")
_RECORD = 'each line is one object: {"id": "a1", "text": "...", "published": "2022-04-24"}'
_BEGINNING = re.compile(r"\s*\{\s*\"")
_KEY = re.compile(r"[{,]\s*\"([^\"\\]{1,40})\"\s*:")


@dataclass(frozen=True, slots=True)
class JsonLinesReader:
    """Reads one record a line; a bad line is a problem that names its number."""

    name: str = "jsonl"
    title: str = "JSON Lines"
    suffixes: frozenset[str] = frozenset({".jsonl", ".ndjson"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the first line is an object, begins with a field of ours, and what is known as `id` and `text` stands in the head; else by ending."""
        line = decode_head(head).encode("latin-1", "replace").decode("utf-8", "replace").lstrip().partition("\n")[0]
        known = find_columns(_KEY.findall(line)) if _BEGINNING.match(line) else {}
        return ({"id", "text"} <= known.keys() and 0 in known.values()) or has_suffix(filename, self.suffixes)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield one page a line."""
        number = held = 0
        while line := file.readline(MAX_LINE_BYTES + 1):
            number += 1
            held += bool(line.strip())
            where = f"{place.where}:{number}"
            if len(line) > MAX_LINE_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(2**20)
                yield make_problem(where, "too_large", f"the line is longer than {MAX_LINE_BYTES} bytes")
            elif line.strip():
                yield from _read_record(line, where)
        if not held:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no line of JSON", _RECORD)


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
    record = _rename_keys(record)
    text, name = record.get("text"), record.get("id")
    if not isinstance(text, str):
        yield make_problem(where, "bad_record", "`text` is missing or no string", _RECORD)
        return
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        yield make_problem(where, "bad_record", "`id` is missing or no string", _RECORD)
        return
    given = {key: clean_value(value) for key in _FIELDS if isinstance(value := record.get(key), str) and value.strip()}
    for key in _FIELDS:
        if record.get(key) is not None and not isinstance(record[key], str):
            yield make_problem(where, "bad_field", f"`{key}` is no string and is left out: `{record[key]!r:.80}`", _RECORD)
    yield make_page(
        clean_value(str(name)), "record", text.encode("utf-8", "surrogatepass"), lang=given.get("lang"), title=given.get("title"), published=given.get("published"),
        url=given.get("url"), outlet=given.get("outlet"), modified=given.get("modified"), where=where,
    )  # fmt: skip


def _rename_keys(record: dict[str, object]) -> dict[str, object]:
    """Return an object with our names for its keys. A key that has our name keeps it; one that is only likely to mean it counts when it holds a text."""
    keys = list(record)
    likely = {field: record[keys[column]] for field, column in find_columns(keys).items() if field not in record}
    return record | {field: value for field, value in likely.items() if isinstance(value, str) or (field == "id" and isinstance(value, int))}


READER = JsonLinesReader()
