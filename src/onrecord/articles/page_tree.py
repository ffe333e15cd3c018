"""From HTML source to an element tree, within limits. In: decoded HTML. Out: the root, or why there is none.

A parser's tree takes about ten times the source in memory, and what walks it in C goes one call deeper per level, so both size and depth
are bounded before anything else looks at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol, cast

MAX_ELEMENTS = 100_000
"""Elements of one page. Of the 119 pages of bench/pages.py the largest has 3,967, half have under 900 (November 2026)."""

MAX_DEPTH = 250
"""Levels of nesting. Of the 119 pages of bench/pages.py the deepest has 31 (November 2026); libxml2 itself stops at 256 unless told otherwise."""

_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_OPENING = re.compile(r"<[A-Za-z]")
_TOO_DEEP = f"boolean({'/*' * (MAX_DEPTH + 1)})"
_UNSEEN = ("style", "svg", "canvas", "template", "object", "embed", "map")


class Element(Protocol):
    """The little of an lxml element that is used here."""

    @property
    def tag(self) -> object:
        """Its name; no string for comments and the like."""

    @property
    def text(self) -> str | None:
        """The text before its first child."""

    @property
    def tail(self) -> str | None:
        """The text after it."""

    def get(self, key: str, /) -> str | None:
        """Return an attribute."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Return itself and all below of these names, in document order."""
        ...

    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


def parse_page(source: str) -> tuple[Element | None, bool]:
    """Return the root of a page, and whether the page is too complex to be read whole.

    Args:
        source: the page's HTML, decoded.

    Returns:
        `(root, False)`; `(None, False)` when nothing stands in it; `(None, True)` when it has more elements than any article.
        What lies deeper than `MAX_DEPTH` is cut off by the parser or by us, its text with it, and then `(root, True)`.
    """
    import trafilatura
    from lxml import etree

    source = _DECLARATION.sub("", source.replace("\x00", ""), count=1)
    if not source.strip():
        return None, False
    if sum(1 for _ in _OPENING.finditer(source)) > MAX_ELEMENTS:
        return None, True
    tree = trafilatura.load_html(source)
    if tree is None:
        tree = trafilatura.load_html(f"<html><body><div>{source}</div></body></html>")
    if tree is None:
        return None, False
    is_cut = bool(etree.XPath(_TOO_DEEP)(tree.getroottree())) and _cut_deep(cast("_Branch", tree))
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return cast("Element", tree), is_cut


def remove_scripts(root: Element) -> None:
    """Take away all scripts but JSON-LD, in which the extractor looks for the article's text; each of its methods copies the rest."""
    for script in list(root.iter("script")):
        if "ld+json" not in (script.get("type") or "").lower():
            cast("_Branch", script).drop_tree()


class _Branch(Protocol):
    """An element whose children can be taken away."""

    def drop_tree(self) -> None:
        """Take the element away and leave the text after it."""

    def remove(self, child: _Branch, /) -> None:
        """Take a child away, and the text after it."""

    def __iter__(self) -> Iterator[_Branch]: ...
    def __len__(self) -> int: ...


def _cut_deep(root: _Branch) -> bool:
    """Take away what lies deeper than `MAX_DEPTH`; true when something did."""
    is_cut = False
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return False
    for element in level:
        for child in list(element):
            element.remove(child)
            is_cut = True
    return is_cut
