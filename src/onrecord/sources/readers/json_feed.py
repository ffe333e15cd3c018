"""JSON Feed (1.0, 1.1): one page an item that brings text along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.entries import Entry
from onrecord.sources.readers.feed import read_pages_of
from onrecord.sources.readers.reader import File, Place, ReadOptions, clean_field, make_problem, read_whole
from onrecord.sources.readers.roots import begins_json_object, decode_head


@dataclass(frozen=True, slots=True)
class JsonFeedReader:
    """Reads what the items of a feed bring along."""

    name: str = "json-feed"
    title: str = "JSON Feed"
    suffixes: frozenset[str] = frozenset({".json"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when the feed's version stands in the head."""
        return begins_json_object(head) and "jsonfeed.org/version/" in decode_head(head).replace("\\/", "/")

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield a page an item."""
        yield from read_pages_of(iterate_entries(file, place), place)


def read_json(file: File, place: Place) -> object | Problem:
    """Return the value of a JSON file, or the problem why there is none."""
    data = read_whole(file, place)
    if isinstance(data, Problem):
        return data
    try:
        value: object = json.loads(data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        return make_problem(place.where, "bad_json", f"no JSON: {error}")
    return value


def iterate_entries(file: File, place: Place) -> Iterator[Entry | Problem]:
    """Yield the entries of a feed in its order; items that are no objects are problems."""
    value = read_json(file, place)
    if isinstance(value, Problem):
        yield value
        return
    feed: dict[str, object] = value if isinstance(value, dict) else {}
    items = feed.get("items")
    if not isinstance(items, list):
        yield make_problem(place.where, "bad_record", "the feed has no list of `items`")
        return
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            yield make_problem(f"{place.where}:{number}", "bad_record", f"an item must be an object, not {type(item).__name__}")
            continue
        full, short = (next((v for key in keys if isinstance(v := item.get(key), str) and v.strip()), None) for keys in (("content_html", "content_text"), ("summary",)))
        url, guid = clean_field(item.get("url")), item.get("id")
        yield Entry(
            url=url,
            title=clean_field(item.get("title")),
            published=clean_field(item.get("date_published")),
            guid=clean_field(str(guid)) if isinstance(guid, str | int) else None,
            outlet=None if url else clean_field(feed.get("title")),
            lang=clean_field(item.get("language")) or clean_field(feed.get("language")),
            author=_read_author(item),
            content=full or short,
            is_full=full is not None,
            modified=clean_field(item.get("date_modified")),
        )


def _read_author(item: dict[str, object]) -> str | None:
    authors = item.get("authors")
    first: object = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return clean_field(first.get("name")) if isinstance(first, dict) else None


READER = JsonFeedReader()
