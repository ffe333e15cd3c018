"""The visible text of a page as blocks in document order. In: an element tree. Out: `Block`s, each with what its place in the page says.

Which blocks are the article is left to `page_body`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
_LETTERS = re.compile(r"[^\W_]+")
_ASCII_REST = {code: None for code in range(128) if not chr(code).isalnum()}
_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("cell", "td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_IN_CONTAINER = frozenset(("p", "li", "tr", *_HEADINGS))
_KINDS = {**dict.fromkeys(_HEADINGS, "heading"), "blockquote": "quote", "q": "quote", "li": "item", "dd": "item", "tr": "row"}

_OPEN, _CLOSE, _AFTER = range(3)
"""What is to be done with an element: enter it, leave it (a block), read the text after it (an element inside a line)."""


class Block(NamedTuple):  # a page has hundreds, and a frozen dataclass is made four times as slowly
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
    return "".join(_LETTERS.findall(text)).lower()


def read_blocks(root: Element, *, has_zones: bool = True) -> list[Block]:
    """Return the blocks below an element; cells of a row are joined by " | ", line breaks inside a block are kept.

    Args:
        root: a page's root, or part of one.
        has_zones: false leaves zones and leads unread, for trees whose names mean nothing.
    """
    blocks: list[Block] = []
    parts: list[str] = []
    linked = count = 0
    open_state = _State(None, "text", False, False, 0, False)
    # An explicit stack instead of recursion: pages nest deep.
    stack: list[tuple[Element, int, _State]] = [(root, _OPEN, open_state)]
    while stack:
        element, step, state = stack.pop()
        if step == _CLOSE:
            if parts:
                _add_block(blocks, parts, linked, open_state)
                parts, linked = [], 0
            open_state = state
            if element is not root and (tail := element.tail) and not tail.isspace():  # no block begins with blanks
                parts.append(tail.replace("\n", " "))
            continue
        tag = element.tag
        if step == _OPEN and (tag in _HIDDEN or not isinstance(tag, str) or (tag == "head" and _is_page_head(element))):
            if element is root:
                continue
            step = _AFTER
        if step == _AFTER:
            if (tail := element.tail) and (parts or not tail.isspace()):
                parts.append(tail.replace("\n", " "))
                linked += _count_letters(tail) if state.in_link else 0
            continue
        inner = state
        is_block = tag in _BLOCKS
        if is_block:
            inner = _enter(element, str(tag), state, count, has_zones=has_zones)
            count += 1
            if parts:
                _add_block(blocks, parts, linked, open_state)
                parts, linked = [], 0
            open_state = inner
            stack.append((element, _CLOSE, state))
        elif has_zones and not state.is_lead and ((names := element.get("class")) or tag == "time") and is_lead(element, names or ""):
            # Inside a line an element (a link, a mark) opens no zone of its own.
            inner = _State(state.zone, state.kind, True, state.is_title, state.container, state.in_link)
        if tag == "a" and not inner.in_link:
            inner = _State(inner.zone, inner.kind, inner.is_lead, inner.is_title, inner.container, True)
        elif tag in _BREAKS:
            parts.append("\n")
        elif tag in _CELLS:
            parts.append(" | ")
        if (text := element.text) and (parts or not text.isspace()):
            parts.append(text.replace("\n", " "))
            linked += _count_letters(text) if inner.in_link else 0
        children = list(element)
        if not is_block:  # the text after it belongs to the state around it
            if children:
                stack.append((element, _AFTER, state))
            elif (tail := element.tail) and (parts or not tail.isspace()):
                parts.append(tail.replace("\n", " "))
                linked += _count_letters(tail) if state.in_link else 0
        if children:
            children.reverse()
            stack += [(child, _OPEN, inner) for child in children]
    _add_block(blocks, parts, linked, open_state)
    return blocks


def _add_block(blocks: list[Block], parts: Sequence[str], linked: int, state: _State) -> None:
    """Add the block that these pieces of text make, if there is anything to read in them."""
    joined = "".join(parts)
    if not joined or joined.isspace():
        return
    lines = (" ".join(part.split()) for part in joined.split("\n")) if "\n" in joined else (" ".join(joined.split()),)
    text = "\n".join(line for line in lines if line).strip(" |")
    if text:
        key = make_key(text)
        share = min(1.0, linked / len(key)) if key else 0.0
        blocks.append(Block(text, key, state.kind, state.zone, state.is_lead, state.is_title, share, state.container))


def _count_letters(text: str) -> int:
    return len(text.translate(_ASCII_REST)) if text.isascii() else sum(map(len, _LETTERS.findall(text)))


def _enter(element: Element, tag: str, state: _State, number: int, *, has_zones: bool) -> _State:
    """Return the state inside a block."""
    zone, leads = state.zone, state.is_lead
    if has_zones:
        names = element.get("class") or ""
        zone = find_zone(element, tag, names) or zone
        leads = leads or is_lead(element, names)
    kind = _KINDS.get(tag) or ("quote" if state.kind == "quote" else "text")
    container = state.container if tag in _IN_CONTAINER else number
    return _State(zone, kind, leads, state.is_title or tag == "h1", container, state.in_link)


def _is_page_head(element: Element) -> bool:
    """True for the head of an HTML page (hidden), false for a heading in trafilatura's own tree."""
    return element.get("rend") is None and any(child.tag in ("meta", "title", "link", "script", "style") for child in element)
