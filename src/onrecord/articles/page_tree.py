"""From HTML source to an element tree, within limits. In: decoded HTML. Out: the root, or why there is none.

A parser's tree takes about ten times the source in memory, and what walks it in C goes one call deeper per level, so both size and depth
are bounded before anything else looks at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

MAX_ELEMENTS = 100_000
"""Elements of one page. Of the 119 pages of bench/pages.py the largest has 3,967, half have under 900 (November 2026)."""

MAX_DEPTH = 250
"""Levels of nesting. Of the 119 pages of bench/pages.py the deepest has 31 (November 2026); libxml2 itself stops at 256 unless told otherwise."""

_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_OPENING = re.compile(r"<[A-Za-z]")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_INVALID_BYTES = bytes(code for code in range(32) if code not in b"\t\n\r")
_DOCTYPE = re.compile(r"^< ?! ?DOCTYPE[^>\n]{0,2000}/[^<>\n]{0,2000}>", re.IGNORECASE)
_CLOSED_ROOT = re.compile(r"(<html[^<>]{0,2000}?)\s*/>", re.IGNORECASE)
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
    from lxml import etree

    source = _DECLARATION.sub("", _drop_invalid(source), count=1)
    if not source or source.isspace():
        return None, False
    if source.count("<") > MAX_ELEMENTS and sum(1 for _ in _OPENING.finditer(source)) > MAX_ELEMENTS:
        return None, True
    tree = _read_tree(_repair(source), is_page="html" in source[:50].lower())
    if tree is None:
        tree = _read_tree(f"<html><body><div>{source}</div></body></html>", is_page=True)
    if tree is None:
        return None, False
    is_cut = bool(etree.XPath(_TOO_DEEP)(tree.getroottree())) and _cut_deep(cast("_Branch", tree))
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return cast("Element", tree), is_cut


def _drop_invalid(source: str) -> str:
    """Return a page without characters that a tree cannot hold; bytes tell faster than a pattern that there are none."""
    data = source.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _INVALID_BYTES)) == len(data) and "\ufffe" not in source and "\uffff" not in source:
        return source
    return _INVALID.sub("", source)


def _repair(source: str) -> str:
    """Return a page without what makes libxml2 read nothing of it: a document type with a slash in it, a root that is closed at once."""
    head = source[:4096].lower()
    if "doctype" in head[:50]:
        first, _, rest = source.partition("\n")
        source = f"{_DOCTYPE.sub('', first, count=1)}\n{rest}"
    if any("<html" in line and line.endswith("/>") for line in head.splitlines()[:4]):
        source = _CLOSED_ROOT.sub(r"\1>", source, count=1)
    return source


def _read_tree(source: str, *, is_page: bool) -> HtmlElement | None:
    """Return the root of a tree, `None` when there is none; what does not call itself HTML must have two parts at least."""
    from lxml import etree, html

    parser = _make_parser()
    tree = None
    with suppress(ValueError, etree.LxmlError):  # a declaration of another encoding within
        tree = html.fromstring(source, parser=parser)
    if tree is None or len(tree) < 1:
        try:
            tree = html.fromstring(source.encode("utf-8", "surrogatepass"), parser=parser)
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
