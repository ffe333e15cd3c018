"""ninjs (1.x, 2.x), news in JSON of the IPTC: one object or a list of them, one page each that has a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.readers.json_feed import read_json
from onrecord.sources.readers.markup import make_document
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, make_page, make_problem
from onrecord.sources.readers.roots import begins_json_object, decode_head

_MARKS = ('"versioncreated"', '"versionCreated"', '"body_text"', '"body_xhtml"', '"body_html"', '"bodies"', '"pubstatus"', '"pubStatus"')


@dataclass(frozen=True, slots=True)
class NinjsReader:
    """Reads agency items: headline, dates, language and the text."""

    name: str = "ninjs"
    title: str = "ninjs"
    suffixes: frozenset[str] = frozenset({".json", ".ninjs"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True when `uri` and one more property of ninjs stand in the head."""
        text = decode_head(head)
        return begins_json_object(head) and '"uri"' in text and any(mark in text for mark in _MARKS)

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield a page an item; items without text are problems."""
        value = read_json(file, place)
        if isinstance(value, Problem):
            yield value
            return
        items: list[object] = value if isinstance(value, list) else [value]
        for number, item in enumerate(items, 1):
            where = f"{place.where}:{number}" if isinstance(value, list) else place.where
            if not isinstance(item, dict):
                yield make_problem(where, "bad_record", f"an item must be an object, not {type(item).__name__}")
            elif (page := _read_item(item, f"{place.name}:{number}" if isinstance(value, list) else place.name)) is None:
                yield make_problem(where, "empty", "the item has no text in it")
            else:
                yield page
        if not items:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no item")


def _read_item(item: Mapping[str, object], otherwise: str) -> Page | None:
    if str(item.get("pubstatus") or item.get("pubStatus")) in ("canceled", "withheld"):
        return None
    text, is_html = _read_body(item)
    if not text.strip():
        return None
    lang, title = clean_field(item.get("language")), clean_field(item.get("headline")) or _read_headline(item) or clean_field(item.get("title"))
    url = next((v for key in ("altids", "uri") if (v := clean_field(item.get(key))) and v.startswith(("http://", "https://"))), None)
    published = next((v for key in ("firstcreated", "firstCreated", "versioncreated", "versionCreated") if (v := clean_field(item.get(key)))), None)
    changed = next((v for key in ("versioncreated", "versionCreated", "contentmodified", "contentModified") if (v := clean_field(item.get(key)))), None)
    author = clean_field(item.get("byline") or item.get("by"))
    data = make_document(text, title=title, lang=lang, author=author) if is_html else text.encode("utf-8", "replace")
    return make_page(
        choose_name(None, clean_field(item.get("uri")), otherwise), "html" if is_html else "text", data,
        lang=lang, title=title, published=published, url=url, outlet=_read_source(item), modified=changed,
    )  # fmt: skip


def _read_body(item: Mapping[str, object]) -> tuple[str, bool]:
    """Return the text of an item and whether it is HTML; of several, HTML is the better one, as it knows paragraphs."""
    for key in ("body_xhtml", "body_html"):
        if isinstance(body := item.get(key), str) and body.strip():
            return body, True
    bodies = [b for b in _list(item.get("bodies")) if isinstance(b.get("value"), str)]
    for body in sorted(bodies, key=lambda b: "html" not in str(b.get("contentType") or b.get("contenttype"))):
        return str(body["value"]), "html" in str(body.get("contentType") or body.get("contenttype"))
    plain = item.get("body_text")
    return (plain, False) if isinstance(plain, str) else ("", False)


def _read_headline(item: Mapping[str, object]) -> str | None:
    return next((v for h in _list(item.get("headlines")) if (v := clean_field(h.get("value")))), None)


def _read_source(item: Mapping[str, object]) -> str | None:
    known = [clean_field(item.get("source")), *(clean_field(s.get("name")) for key in ("infosources", "infoSources") for s in _list(item.get(key)))]
    return next((name for name in known if name), None)


def _list(value: object) -> list[dict[str, object]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


READER = NinjsReader()
