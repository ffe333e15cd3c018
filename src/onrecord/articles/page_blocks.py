"""The visible text of a page as blocks in document order. In: an element tree. Out: `Block`s, each with what its place in the page says.

Which blocks are the article is left to `page_body`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.articles.page_tree import Element
from onrecord.articles.page_zones import find_zone, is_lead

_BLOCKS = frozenset((
    "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "form", "fieldset", "address",
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "title", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "hr",
    "figure", "figcaption", "details", "summary", "menu", "dialog", "center",
    "head", "quote", "list", "item", "row", "code", "ab",  # the tree that trafilatura answers with
))  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "select", "button", "object", "embed", "canvas",
    "textarea", "graphic", "math", "audio", "video", "option", "rp",
))  # fmt: skip
_ASCII_REST = {code: None for code in range(128) if not chr(code).isalnum()}
_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("cell", "td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = {**dict.fromkeys(_HEADINGS, "heading"), "blockquote": "quote", "q": "quote", "li": "item", "dd": "item", "tr": "row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, row or caption. `kind` is `heading`, `quote`, `item`, `row` or `text`.

    `zone` names the innermost part of the page it stands in (`page_zones`), `linked` is the share of its letters inside links,
    `container` numbers the nearest element around it. `key` is what of `text` is compared.
    """

    text: str
    key: str
    kind: str
    zone: str | None
    is_lead: bool
    is_title: bool
    linked: float
    container: int


@dataclass(slots=True)
class _State:
    """What an element passes on to its children."""

    zone: str | None
    kind: str
    is_lead: bool
    is_title: bool
    container: int
    in_link: bool


def make_key(text: str) -> str:
    """Return the letters and digits of a text in lower case: what stays the same however a tree is read."""
    if text.isascii():
        return text.translate(_ASCII_REST).lower()
    return "".join(filter(str.isalnum, text)).lower()


def read_blocks(root: Element, *, has_zones: bool = True) -> Iterator[Block]:
    """Yield the blocks below an element; cells of a row are joined by " | ", line breaks inside a block are kept.

    Args:
        root: a page's root, or part of one.
        has_zones: false leaves zones and leads unread, for trees whose names mean nothing.
    """
    parts: list[str] = []
    linked = 0
    open_state = _State(None, "text", False, False, 0, False)

    def flush() -> Iterator[Block]:
        nonlocal linked
        joined = "".join(parts)
        parts.clear()
        if joined and not joined.isspace():
            lines = (" ".join(part.split()) for part in joined.split("\n")) if "\n" in joined else (" ".join(joined.split()),)
            text = "\n".join(line for line in lines if line).strip(" |")
            if text:
                key = make_key(text)
                yield Block(
                    text=text, key=key, kind=open_state.kind, zone=open_state.zone, is_lead=open_state.is_lead, is_title=open_state.is_title,
                    linked=min(1.0, linked / len(key)) if key else 0.0, container=open_state.container,
                )  # fmt: skip
        linked = 0

    count = 0
    # An explicit stack instead of recursion: pages nest deep. An entry is an element to open, or one to close.
    stack: list[tuple[Element, bool, _State]] = [(root, False, open_state)]
    while stack:
        element, is_closing, state = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if is_closing:
            if parts:
                yield from flush()
            open_state = state
            if element is not root and element.tail:
                parts.append(element.tail.replace("\n", " "))
            continue
        if not tag or tag in _HIDDEN or (tag == "head" and _is_page_head(element)):
            if element.tail and element is not root:
                parts.append(element.tail.replace("\n", " "))
                linked += sum(map(str.isalnum, element.tail)) if state.in_link else 0
            continue
        is_block = tag in _BLOCKS
        inner = state
        if is_block or (has_zones and (element.get("class") or tag == "time")):
            inner = _enter(element, tag, state, count, is_block=is_block, has_zones=has_zones)
        if tag == "a" and not inner.in_link:
            inner = _State(inner.zone, inner.kind, inner.is_lead, inner.is_title, inner.container, True)
        if is_block:
            count += 1
            if parts:
                yield from flush()
            open_state = inner
            stack.append((element, True, state))
        elif tag in _BREAKS:
            parts.append("\n")
        elif tag in _CELLS:
            parts.append(" | ")
        text = element.text
        if text:
            parts.append(text.replace("\n", " "))
            linked += sum(map(str.isalnum, text)) if inner.in_link else 0
        children = list(element)
        if not is_block:
            tail = element.tail
            if children:
                # An element inside a line: its tail belongs to the state around it, so it is read when the children are done.
                stack += [(_Tail(element), False, state)] if tail else ()
            elif tail:
                parts.append(tail.replace("\n", " "))
                linked += sum(map(str.isalnum, tail)) if state.in_link else 0
        if children:
            children.reverse()
            stack += [(child, False, inner) for child in children]
    yield from flush()


class _Tail:
    """Stands for the text after an element inside a line."""

    __slots__ = ("tail",)
    tag = None
    text = None

    def __init__(self, element: Element) -> None:
        self.tail = element.tail

    def get(self, key: str, /) -> str | None:
        """Return nothing: it has no attributes."""
        return None

    def iter(self, *tags: str) -> Iterator[Element]:
        """Return nothing: it has no children."""
        return iter(())

    def __iter__(self) -> Iterator[Element]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _enter(element: Element, tag: str, state: _State, number: int, *, is_block: bool, has_zones: bool) -> _State:
    """Return the state inside an element; one inside a line (a link, a mark) opens no zone of its own."""
    zone = (find_zone(element, tag) if has_zones and is_block else None) or state.zone
    return _State(
        zone=zone,
        kind=_KINDS.get(tag, state.kind if state.kind == "quote" else "text") if is_block else state.kind,
        is_lead=state.is_lead or (has_zones and is_lead(element)),
        is_title=state.is_title or tag == "h1",
        container=number if is_block and tag not in ("p", "li", "tr", *_HEADINGS) else state.container,
        in_link=state.in_link,
    )


def _is_page_head(element: Element) -> bool:
    """True for the head of an HTML page (hidden), false for a heading in trafilatura's own tree."""
    return element.get("rend") is None and any(child.tag in ("meta", "title", "link", "script", "style") for child in element)
