"""JSON as news archives and services export it: a list of articles, by itself or in an object (`{"articles": [...]}`). One page an article.

Keys are known by their names, as columns of tables are; what only looks like JSON Lines, JSON Feed or ninjs has a reader of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.columns import find_columns, fold_name
from onrecord.sources.readers.json_feed import read_json
from onrecord.sources.readers.markup import make_body
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, has_suffix, make_page, make_problem
from onrecord.sources.readers.roots import begins_json_object, decode_head

LISTS = ("articles", "results", "news", "docs", "documents", "stories", "data", "response")
"""Keys under which services keep the list, or an object that holds it."""

_SUMMARIES = ("description", "summary", "abstract", "snippet", "excerpt", "lead", "standfirst", "teaser")
_LIST = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*[\[{{]')
_KEY = re.compile(r'"([^"\\]{1,40})"\s*:')
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ (?:chars|characters|words)\]\s*$")
"""How services mark that they give out only the beginning of a text."""


@dataclass(frozen=True, slots=True)
class JsonListReader:
    """Reads a list of articles."""

    name: str = "json"
    title: str = "JSON list of articles"
    suffixes: frozenset[str] = frozenset({".json"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for a list of objects, or an object with such a list under one of `LISTS`, if their keys name a text or summary and one thing more;
        by its ending when it is any JSON."""
        if not begins_json_object(head):
            return False
        if has_suffix(filename, self.suffixes):
            return True
        text = decode_head(head).encode("latin-1", "replace").decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
        found = None if text.startswith("[") else _LIST.search(text)
        if found is None and not text.startswith("["):
            return False
        keys = _KEY.findall(text, found.end() if found else 0)
        fields = find_columns(keys).keys()
        return len(fields) > 1 and ("text" in fields or _find_summary(keys) is not None)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield a page an article; articles without text are problems."""
        value = read_json(file, place)
        if isinstance(value, Problem):
            yield value
            return
        items = _find_list(value)
        if not items:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no list of articles", '[{"title": "...", "text": "...", "published": "2022-04-24"}]')
            return
        pages = summaries = 0
        for number, item in enumerate(items, 1):
            where = f"{place.where}:{number}"
            if not isinstance(item, dict):
                yield make_problem(where, "bad_record", f"an article must be an object, not {type(item).__name__}")
            elif (page := _read_item(item, f"{place.name}:{number}", where, options)) is None:
                yield make_problem(where, "empty", "the article has no text in it")
            else:
                pages += 1
                summaries += page.is_summary
                yield page
        if summaries:
            yield make_problem(place.where, "summary_only", f"{summaries} of {pages} articles are only a summary or the beginning", "fetch the pieces: onrecord fetch URL")


def _find_list(value: object) -> list[object]:
    """Return the list of articles, empty when there is none: the value itself, or what stands in it under one of `LISTS`, at most two deep."""
    level = [value]
    for _ in range(3):
        for candidate in level:
            if isinstance(candidate, list):
                return candidate
        level = [inner[key] for inner in level if isinstance(inner, dict) for key in LISTS if key in inner]
    return []


def _read_item(item: Mapping[str, object], otherwise: str, where: str, options: ReadOptions) -> Page | None:
    keys = list(item)
    mapped = {field: column for field, column in options.columns if column in item}
    names = {field: keys[column] for field, column in find_columns(keys).items()} | mapped
    text, summary = _read_text(item.get(names.get("text", ""))), _find_summary(keys)
    whole = _CUT.sub("", text)
    is_summary = len(whole) < len(text)
    if not whole.strip() and summary is not None:
        whole, is_summary = _read_text(item[summary]), True
    if not whole.strip():
        return None
    fields = {field: _read_field(item[key]) for field, key in names.items()}
    url, title, lang = fields.get("url"), fields.get("title"), fields.get("lang")
    form, data = make_body(whole, title=title, lang=lang, author=fields.get("author"))
    return make_page(
        choose_name(url, fields.get("id"), otherwise), form, data, title=title, published=fields.get("published"), modified=fields.get("modified"),
        url=url, outlet=fields.get("outlet"), lang=lang, is_summary=is_summary, where=where,
    )  # fmt: skip


def _find_summary(keys: list[str]) -> str | None:
    return next((key for name in _SUMMARIES for key in keys if fold_name(key) == name), None)


def _read_text(value: object) -> str:
    """Return a text, or a list of paragraphs as one."""
    paragraphs = value if isinstance(value, list) else [value]
    return "\n\n".join(paragraph for paragraph in paragraphs if isinstance(paragraph, str))


def _read_field(value: object) -> str | None:
    """Return a value as a field: of an object its name, of a list all that can be named, a whole number as it is written."""
    if isinstance(value, dict):
        return next((found for key in ("name", "title", "uri", "id") if (found := clean_field(value.get(key)))), None)
    if isinstance(value, list):
        return clean_field(", ".join(found for one in value if not isinstance(one, list) and (found := _read_field(one))))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else clean_field(value)


READER = JsonListReader()
