"""XML read safely and piece by piece, and pieces of HTML made into a page.

lxml does the parsing, as it is here already for HTML, mends damaged feeds and stops by itself at 256 levels and 10 MB of one text. Entities
are not resolved, DTDs not loaded, the network is not used. A document is read as a stream: what was handled is thrown away at once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, TypeVar, cast

from onrecord.records import Problem
from onrecord.sources.readers.reader import File, Place, make_problem

T = TypeVar("T")

MAX_XML_BYTES = 200 * 2**20
"""Real bytes of one XML document. Feeds have a few hundred kilobytes; a yearly export of an agency may have a hundred megabytes."""

MAX_ELEMENTS = 5_000_000
"""Elements of one document: 50,000 feed items have about half a million."""

MAX_PIECE_ELEMENTS = 100_000
"""Elements of one piece (a feed item, a news item) that are held in memory together."""

MAX_KEPT_ELEMENTS = 1000
"""Elements outside of pieces that are kept, the first ones: a channel's own fields are about twenty."""

WHOLE_MARK = "onrecord-whole"
"""Says to the next stage that all in the page is the piece, so that nothing is looked for and nothing lost. `articles/extract.py` knows it."""

_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|blockquote|figure|table|article|section|a|img|em|strong|b|i|span)\b[^<>]{0,2000}>", re.IGNORECASE)


class _Element(Protocol):
    """The little of an lxml element that is used here."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str, default: str | None = None, /) -> str | None: ...
    def getparent(self) -> _Element | None: ...
    def remove(self, element: _Element, /) -> None: ...
    def clear(self, keep_tail: bool = ...) -> None: ...
    def __iter__(self) -> Iterator[_Element]: ...
    def __len__(self) -> int: ...


Element = _Element
"""An element of XML."""


@dataclass(slots=True)
class _Limited:
    """A file that ends at a limit, and says so; `is_ended` once there is no more of it."""

    file: File
    left: int
    is_over: bool = field(default=False)
    is_ended: bool = field(default=False)

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(min(size if size >= 0 else 2**16, self.left + 1))
        self.is_over = self.is_over or len(data) > self.left
        data = data[: self.left]
        self.is_ended = not data
        self.left -= len(data)
        return data


def iterate_pieces(file: File, names: frozenset[str], place: Place) -> Iterator[Element | Problem]:
    """Yield the elements of these names, each complete; it and what came before are thrown away when the next is asked for.

    Args:
        file: the XML document.
        names: local names in lower case. A piece inside a piece belongs to it and is not yielded.
        place: where the document stands, for problems.

    Yields:
        elements in document order, but for one that the document ends in: half a piece is none, and `truncated` says so; at the end `bad_xml` when
        the document is damaged (what could be read was yielded), `too_large` or `too_complex` when a limit cut it off.
    """
    from lxml import etree

    source = _Limited(file, MAX_XML_BYTES)
    count = inside = 0
    open_piece: Element | None = None
    handled: Element | None = None
    kept = 0
    events = etree.iterparse(
        source, events=("start", "end"), recover=True, huge_tree=False, resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for event, raw in events:
            element = cast("Element", raw)
            if event == "start":
                count += 1
                inside += open_piece is not None
                if count > MAX_ELEMENTS or inside > MAX_PIECE_ELEMENTS:
                    yield make_problem(place.where, "too_complex", f"the XML has too many elements (after {count}); the rest is not read", "split it")
                    return
                if open_piece is None and local_name(element) in names:
                    open_piece, inside = element, 0
            elif element is open_piece and source.is_ended:  # the parser closes what the end of the document left open
                yield make_problem(place.where, "truncated", f"the document ends amid `{local_name(element)}`; the half of it that is there is left out", "get the file again")
                open_piece = None
            elif element is open_piece:
                yield element
                element.clear(keep_tail=False)
                # The parser is ahead of the events, so what is thrown away is what came before, never what comes next.
                _throw_away(handled)
                open_piece, handled = None, element
            elif open_piece is None:
                kept += 1
                if kept > MAX_KEPT_ELEMENTS:
                    _throw_away(handled)
                    handled = element
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        yield make_problem(place.where, "bad_xml", f"no readable XML: {error!s:.200}")
        return
    if source.is_over:
        yield make_problem(place.where, "too_large", f"the file has more than {MAX_XML_BYTES} bytes; the rest is not read", "split it")
    else:
        serious = [entry for entry in events.error_log if entry.level_name == "FATAL" and "UNDECLARED_ENTITY" not in entry.type_name]
        if serious:
            first = serious[0]
            yield make_problem(place.where, "bad_xml", f"the XML is damaged at line {first.line}: {first.message:.150}; what could be read was read")


def _throw_away(element: Element | None) -> None:
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, in lower case; empty for comments, entities and the like."""
    try:
        tag = element.tag
    except UnicodeDecodeError:  # half a surrogate pair, which the parser lets through in damaged documents
        return ""
    return _cut_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1000)
def _cut_namespace(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def read_piece(read: Callable[[Element], T], piece: Element, place: Place) -> T | Problem:
    """Return what `read` makes of a piece, or the problem that it holds what is no text: names and texts are decoded only when asked for."""
    try:
        return read(piece)
    except UnicodeDecodeError as error:
        return make_problem(place.where, "bad_xml", f"a piece holds bytes that are no text: {error}")


def namespace(element: Element) -> str:
    """Return an element's namespace, empty without one."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these local names, in order of the names."""
    named = [(local_name(child), child) for child in element]
    for name in names:
        yield from (child for own, child in named if own == name)


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield all elements below of these local names, in document order."""
    stack = list(reversed(list(element)))
    while stack:
        found = stack.pop()
        if local_name(found) in names:
            yield found
        stack.extend(reversed(list(found)))


def read_text(element: Element) -> str:
    """Return all text inside; entities of HTML that XML does not know are resolved, all others left out."""
    parts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if isinstance(item.tag, str):
            parts.append(item.text or "")
            for child in reversed(list(item)):
                stack.extend((child.tail or "", child))
        elif (item.text or "").startswith("&"):
            resolved = html.unescape(item.text or "")
            parts.append(resolved if resolved != item.text else "")
    return "".join(parts)


def write_inside(element: Element) -> str:
    """Return the markup inside an element as HTML, with the names as they are without namespace."""
    parts = [html.escape(element.text or "", quote=False)]
    stack: list[Element | str] = []
    for child in reversed(list(element)):
        stack.extend((html.escape(child.tail or "", quote=False), child))
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        name = local_name(item)
        if not name:
            parts.append(html.escape(read_text(item), quote=False))
            continue
        kept = "".join(f' {key}="{html.escape(value)}"' for key in ("href", "class", "id", "cite", "datetime", "lang") if (value := item.get(key)))
        parts.append(f"<{name}{kept}>" + html.escape(item.text or "", quote=False))
        stack.append("" if name in ("br", "hr", "img", "meta", "link") else f"</{name}>")
        for child in reversed(list(item)):
            stack.extend((html.escape(child.tail or "", quote=False), child))
    return "".join(parts)


def has_markup(text: str) -> bool:
    """True when a text holds tags of HTML."""
    return _MARKUP.search(text) is not None


def make_document(inside: str, *, title: str | None = None, lang: str | None = None, author: str | None = None) -> bytes:
    """Return a whole HTML page around a piece of HTML, in UTF-8."""
    head = f'<meta charset="utf-8"><meta name="generator" content="{WHOLE_MARK}">'
    head += f"<title>{html.escape(title)}</title>" if title else ""
    head += f'<meta name="author" content="{html.escape(author)}">' if author else ""
    start = f'<html lang="{html.escape(lang)}">' if lang else "<html>"
    return f"<!DOCTYPE html>\n{start}<head>{head}</head><body><article>\n{inside}\n</article></body></html>\n".encode("utf-8", "replace")


def make_body(text: str, *, title: str | None = None, lang: str | None = None, author: str | None = None) -> tuple[str, bytes]:
    """Return form and bytes of a page for a text that may be HTML."""
    if has_markup(text):
        return "html", make_document(text, title=title, lang=lang, author=author)
    return "text", html.unescape(text).strip().encode("utf-8", "replace")
