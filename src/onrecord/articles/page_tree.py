"""From HTML source to an element tree, within limits. In: HTML in UTF-8. Out: the root, or why there is none.

A parser's tree takes about ten times the source in memory, and what walks it in C goes one call deeper per level, so both size and depth
are bounded before anything else looks at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement, HTMLParser

MAX_ELEMENTS = 100_000
"""Elements of one page. Of the 119 pages of bench/pages.py the largest has 3,967, half have under 900 (November 2026)."""

MAX_DEPTH = 250
"""Levels of nesting. Of the 119 pages of bench/pages.py the deepest has 31 (November 2026); libxml2 itself stops at 256 unless told otherwise."""

_DECLARATION = re.compile(rb"\s{0,20}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_OPENING = re.compile(rb"<[A-Za-z]")
_INVALID = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_INVALID_BYTES = bytes(code for code in range(32) if code not in b"\t\n\r")
_DOCTYPE = re.compile(rb"< ?! ?DOCTYPE[^>\n]{0,2000}/[^<>\n]{0,2000}>", re.IGNORECASE)
_CLOSED_ROOT = re.compile(rb"(<html[^<>]{0,2000}?)\s*/>", re.IGNORECASE)
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


def parse_page(source: bytes) -> tuple[Element | None, bool]:
    """Return the root of a page, and whether the page is too complex to be read whole.

    Args:
        source: the page's HTML in UTF-8: the parser takes it as it is, a string it would have to convert.

    Returns:
        `(root, False)`; `(None, False)` when nothing stands in it; `(None, True)` when it has more elements than any article.
        What lies deeper than `MAX_DEPTH` is cut off by the parser or by us, its text with it, and then `(root, True)`.
    """
    from lxml import etree

    source = _drop_invalid(source)
    if (found := _DECLARATION.match(source)) is not None:
        source = source[found.end() :]
    if not source or source.isspace():
        return None, False
    if source.count(b"<") > MAX_ELEMENTS and sum(1 for _ in _OPENING.finditer(source)) > MAX_ELEMENTS:
        return None, True
    tree = _read_tree(_repair(source), is_page=b"html" in source[:50].lower())
    if tree is None:
        tree = _read_tree(b"<html><body><div>%b</div></body></html>" % source, is_page=True)
    if tree is None:
        return None, False
    is_cut = bool(_load_depth_test()(tree.getroottree())) and _cut_deep(cast("_Branch", tree))
    for script in tree.iter("script"):  # but JSON-LD, in which the extractor looks for the article's text
        if "ld+json" not in (script.get("type") or "").lower():
            script.tag = _UNSEEN[0]  # to take each away by itself takes ten times as long
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return cast("Element", tree), is_cut


def _drop_invalid(source: bytes) -> bytes:
    """Return a page without characters that a tree cannot hold; mostly there are none, which is told faster than by a pattern."""
    has_controls = len(source.translate(None, _INVALID_BYTES)) < len(source)
    return _INVALID.sub(b"", source) if has_controls or b"\xef\xbf\xbe" in source or b"\xef\xbf\xbf" in source else source


def _repair(source: bytes) -> bytes:
    """Return a page without what makes libxml2 read nothing of it: a document type with a slash in it, a root that is closed at once."""
    head = source[:4096].lower()
    if b"doctype" in head[:50] and (found := _DOCTYPE.match(source)) is not None:
        source = source[found.end() :]
    if any(b"<html" in line and line.endswith(b"/>") for line in head.splitlines()[:4]):
        source = _CLOSED_ROOT.sub(rb"\1>", source, count=1)
    return source


def _read_tree(source: bytes, *, is_page: bool) -> HtmlElement | None:
    """Return the root of a tree, `None` when there is none; what does not call itself HTML must have two parts at least."""
    from lxml import etree, html

    try:
        tree = html.fromstring(source, parser=_make_parser())
    except (ValueError, etree.LxmlError):
        return None
    return tree if is_page or len(tree) > 1 else None


@lru_cache(maxsize=1)
def _make_parser() -> HTMLParser:
    """Return a parser without comments. All elements are of one class: to look one up by its name took a seventh of the whole time."""
    from lxml import etree, html

    parser = html.HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


@lru_cache(maxsize=1)
def _load_depth_test() -> XPath:
    """Return what tells whether a tree is deeper than `MAX_DEPTH`."""
    from lxml import etree

    return etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


class _Branch(Protocol):
    """An element whose children can be taken away."""

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
