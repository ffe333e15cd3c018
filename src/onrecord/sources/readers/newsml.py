"""NewsML-G2 and NITF of the IPTC: one page a news item with text, read item by item."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.records import Page, Problem
from onrecord.sources.readers.markup import Element, children, descendants, has_markup, iterate_pieces, local_name, make_document, read_piece, read_text, write_inside
from onrecord.sources.readers.reader import File, Place, ReadOptions, choose_name, clean_field, make_page, make_problem
from onrecord.sources.readers.roots import find_root

_PIECES = frozenset({"newsitem", "nitf"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = "stat:canceled"


@dataclass(frozen=True, slots=True)
class NewsmlReader:
    """Reads agency items: headline, dates, language, provider and the text, inline as XHTML or NITF."""

    name: str = "newsml"
    title: str = "NewsML-G2 or NITF"
    suffixes: frozenset[str] = frozenset({".xml", ".newsml", ".nitf"})

    def recognise(self, head: bytes, filename: str) -> bool:
        """True for the root elements of both."""
        root = find_root(head)
        return root is not None and root.name in ("newsmessage", "newsitem", "packageitem", "nitf")

    def read(self, file: File, place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
        """Yield a page an item; items without text (pictures, packages) are counted in one problem."""
        pages = bare = 0
        for number, piece in enumerate(iterate_pieces(file, _PIECES, place), 1):
            if isinstance(piece, Problem):
                yield piece
                continue
            page = read_piece(partial(_read_nitf if local_name(piece) == "nitf" else _read_item, otherwise=f"{place.name}:{number}"), piece, place)
            pages += page is not None
            bare += page is None
            if page is not None:
                yield page
        if bare:
            yield make_problem(place.where, "empty", f"{bare} items have no text in them (pictures, withdrawn pieces)")
        if not pages and not bare:
            yield make_problem(place.where, "no_articles", f"`{place.where}` holds no news item")


def _first(element: Element | None, *names: str) -> str | None:
    """Return the first text of such an element below."""
    return next((value for e in descendants(element, *names) if (value := clean_field(read_text(e)))), None) if element is not None else None


def _child(element: Element, name: str) -> Element | None:
    return next(children(element, name), None)


def _read_item(item: Element, otherwise: str) -> Page | None:
    meta, about, contents = _child(item, "itemmeta"), _child(item, "contentmeta"), _child(item, "contentset")
    if contents is None or (meta is not None and any(e.get("qcode") == _WITHDRAWN for e in children(meta, "pubstatus"))):
        return None
    inside, lang = _read_contents(contents)
    if not inside.strip():
        return None
    lang = lang or (next((e.get("tag") for e in children(about, "language")), None) if about is not None else None) or item.get(_XML_LANG)
    title = _first(about, "headline") or _first(meta, "title")
    provider = next(descendants(meta, "provider"), None) if meta is not None else None
    outlet = (_first(provider, "name") or clean_field(provider.get("literal"))) if provider is not None else None
    published = _first(meta, "firstcreated") or _first(about, "contentcreated") or _first(meta, "versioncreated")
    changed = _first(meta, "versioncreated") or _first(about, "contentmodified")
    link = next((e.get("href") for e in descendants(meta, "link") if (e.get("href") or "").startswith("http")), None) if meta is not None else None
    guid = item.get("guid")
    return make_page(
        choose_name(None, guid, otherwise), "html",
        make_document(inside, title=title, lang=lang, author=_first(about, "by")),
        lang=lang, title=title, published=published, url=clean_field(link), outlet=outlet, modified=changed,
    )  # fmt: skip


def _read_contents(contents: Element) -> tuple[str, str | None]:
    """Return the HTML of the first rendition that holds text, and its language."""
    for part in children(contents, "inlinexml", "inlinedata"):
        lang = part.get(_XML_LANG)
        if local_name(part) == "inlinedata":
            text = read_text(part)
            if text.strip() and (part.get("contenttype") or "text/").startswith(("text/", "application/xhtml")):
                return (text if has_markup(text) else _write_paragraphs(text)), lang
            continue
        root = next(iter(part), None)
        body = next(descendants(part, "body.content"), None) if root is not None else None
        body = body if body is not None else next(descendants(part, "body"), None)
        inside = write_inside(body if body is not None else part)
        if inside.strip():
            return inside, lang
    return "", None


def _write_paragraphs(text: str) -> str:
    return "\n".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())


def _read_nitf(piece: Element, otherwise: str) -> Page | None:
    """Return the page of a piece of NITF."""
    body = next(descendants(piece, "body.content"), None)
    inside = write_inside(body) if body is not None else ""
    if not inside.strip():
        return None
    title = _first(piece, "hl1", "hedline") or _first(piece, "title")
    date = next((e.get("norm") for e in descendants(piece, "date.issue", "story.date") if e.get("norm")), None)
    identity = next((e.get("id-string") for e in descendants(piece, "doc-id") if e.get("id-string")), None)
    lang = piece.get(_XML_LANG)
    return make_page(
        choose_name(None, identity, otherwise), "html", make_document(inside, title=title, lang=lang, author=_first(piece, "byline")),
        lang=lang, title=title, published=_write_date(date), outlet=_first(piece, "distributor"),
    )  # fmt: skip


def _write_date(date: str | None) -> str | None:
    """Return a date of NITF (`20220423T101500Z`) as ISO with dashes."""
    if date and date[:8].isdigit() and len(date) >= 8:
        return f"{date[:4]}-{date[4:6]}-{date[6:8]}"
    return clean_field(date)


READER = NewsmlReader()
