"""From an HTML page to running text and metadata, behind one seam. In: bytes. Out: `Extracted`.

trafilatura (Apache-2.0) finds the article; where it finds none, all visible text stands in. It is imported on first use, since
that takes a second. The text is cleaned like any other text by the rest of the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from onrecord.articles.encodings import decode_bytes, replace_surrogates
from onrecord.articles.problems import make_problem
from onrecord.records import Problem

MIN_TEXT_CHARS = 100
"""Less is a title or a button; the visible text of the page then says more."""

LATEST_DATE = "2199-12-31"
"""A fixed end for dates in metadata: without one the library would ask the clock."""

_BLOCKS = frozenset((
    "p", "head", "quote", "list", "item", "table", "row", "code", "ab",  # trafilatura's own tree
    "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "form", "fieldset", "address",
    "h1", "h2", "h3", "h4", "h5", "h6", "title", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "tr", "hr",
    "figure", "figcaption", "details", "summary",
))  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "button", "object", "embed", "canvas",
    "textarea", "graphic", "math", "audio", "video",
))  # fmt: skip
_BREAKS = frozenset(("br", "lb"))
_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What an HTML page says: its article's text, paragraphs with blank lines between, and its own metadata."""

    text: str
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None
    outlet: str | None = None


class _Element(Protocol):
    """The little of an lxml element that is used here."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str) -> str | None: ...
    def iter(self, tag: str) -> Iterator[_Element]: ...
    def __iter__(self) -> Iterator[_Element]: ...


def extract_html(data: bytes, *, where: str = "", url: str | None = None) -> tuple[Extracted, tuple[Problem, ...]]:
    """Return the article an HTML page holds and problems.

    Args:
        data: the page as fetched.
        where: the page's name, for the problems.
        url: its address, if known.

    Returns:
        `text` is empty when nothing is readable; `extraction_weak` says that all visible text stands in for an article not found,
        `not_text` that the data is no page at all.
    """
    source, encoding, problems = decode_bytes(data, where=where)
    if encoding == "binary":
        return Extracted(text=""), problems
    source = _DECLARATION.sub("", source.replace("\x00", ""), count=1)
    if not source.strip():
        return Extracted(text=""), problems
    import trafilatura

    tree = cast("_Element | None", trafilatura.load_html(source))
    if tree is None:
        tree = cast("_Element | None", trafilatura.load_html(f"<html><body><div>{source}</div></body></html>"))
    if tree is None:
        return Extracted(text=""), problems
    lang = tree.get("lang") or tree.get("xml:lang")
    # The library changes the tree it is given, so the visible text is read first.
    visible = "\n\n".join(_read_blocks(tree))
    headings = [" ".join(_read_blocks(element)) for element in tree.iter("h1")]
    document = trafilatura.bare_extraction(
        source,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": LATEST_DATE},
    )
    if document is None or isinstance(document, dict):
        weak = make_problem(where, "extraction_weak", "no article found in the page; all its visible text is taken")
        return Extracted(text=replace_surrogates(visible), lang=lang), (*problems, weak) if visible else problems
    body = cast("_Element | None", document.body)
    text = "\n\n".join(_read_blocks(body)) if body is not None else ""
    if len(text) < MIN_TEXT_CHARS and visible:
        text = max(text, visible, key=len)
        problems = (
            *problems,
            make_problem(where, "extraction_weak", "no article found in the page; all its visible text is taken"),
        )
    extracted = Extracted(
        text=replace_surrogates(text),
        title=_choose_title(_clean(document.title), headings),
        published=_clean(document.date),
        lang=lang,
        url=_clean(document.url),
        outlet=_clean(document.sitename) or _clean(document.hostname),
    )
    return extracted, problems


def _choose_title(title: str | None, headings: list[str]) -> str | None:
    """Return the page's first heading that the title begins with: titles for search engines add the site's name."""
    if title is None:
        return None
    return next((text for text in map(_clean, headings) if text and len(text) >= 10 and title.startswith(text)), title)


def _clean(value: str | None) -> str | None:
    clean = " ".join(replace_surrogates(value).split()) if value else ""
    return clean or None


def _read_blocks(root: _Element) -> Iterator[str]:
    """Yield the text of each block in document order; cells of a row are joined by " | ", line breaks in a block are kept."""
    lines: list[str] = []

    def flush() -> Iterator[str]:
        block = "\n".join(line for line in (" ".join(part.split()) for part in "".join(lines).split("\n")) if line).strip(" |")
        lines.clear()
        if block:
            yield block

    # An explicit stack instead of recursion: pages nest thousands deep. An entry is an element to open, or one to close.
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, is_closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        is_hidden = (tag in _HIDDEN and not (tag == "head" and _is_heading(element))) or not tag
        if not is_closing:
            if tag in _BLOCKS and not is_hidden:
                yield from flush()
            lines.append("\n" if tag in _BREAKS else " | " if tag in ("cell", "td", "th") else "")
            stack.append((element, True))
            if not is_hidden:
                lines.append((element.text or "").replace("\n", " "))
                stack.extend((child, False) for child in reversed(list(element)))
            continue
        if tag in _BLOCKS and not is_hidden:
            yield from flush()
        if element is not root:
            lines.append((element.tail or "").replace("\n", " "))
    yield from flush()


def _is_heading(element: _Element) -> bool:
    """True for the `head` of trafilatura's own tree (a heading), false for that of an HTML page (hidden)."""
    return element.get("rend") is not None or not any(child.tag in ("meta", "title", "link", "script", "style") for child in element)
