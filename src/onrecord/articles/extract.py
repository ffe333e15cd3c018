"""From an HTML page to running text and metadata, behind one seam. In: bytes. Out: `Extracted`.

trafilatura (Apache-2.0) finds the article; where it finds none, all visible text stands in. It is imported on first use, since
that takes a second. What the page says of itself and which blocks around the article belong to it is found here.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from onrecord.articles.encodings import decode_bytes, replace_surrogates
from onrecord.articles.live import EntryKeys, take_entries
from onrecord.articles.live_entry import LiveEntry
from onrecord.articles.live_parts import is_running
from onrecord.articles.page_blocks import Block, make_key, read_blocks
from onrecord.articles.page_body import Told, choose_body
from onrecord.articles.page_gaps import STRONG_ZONES, PageFacts
from onrecord.articles.page_metadata import Metadata, read_metadata
from onrecord.articles.page_tree import Element, parse_page
from onrecord.articles.page_zones import asks_to_pay
from onrecord.articles.problems import make_problem
from onrecord.articles.scripts import count_unspaced
from onrecord.articles.units import count_words
from onrecord.records import Dropped, Problem, Span

MIN_TEXT_CHARS = 100
"""Less is a title or a button; the visible text of the page then says more."""

STUB_CHARS = 1_500
"""A body shorter than this beside a wording that asks to pay is a stub: two or three paragraphs, as publishers show them."""

WHOLE_SHARE = 0.8
"""Of the words that a page says its article has, so many make it whole though it is not free: the rest are captions and the headline."""

MAX_BLOCKS = 8_000
"""Blocks of a page that are compared with what the extractor found; beyond that (tables, link farms) its answer is taken as it is."""

DATE_LINE_CHARS = 90
"""A date with an author's name and a reading time."""

MAX_DATE_LINES = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

WHOLE_MARK = "onrecord-whole"
"""A generator's name that readers of feeds and agency files write into the page they put around a piece: all in it is the piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What an HTML page says: its article's text, paragraphs with blank lines between, and its own metadata.

    `dropped` are spans of `text` that are no news; `published` and `modified` are dates as written with their place, best first; where one is
    missing, `date_lines` are short visible lines with a year, the nearest to the headline first. `entries` are those of a live blog, whose texts are
    no part of `text`; `stub` says that it is, or may be, only the beginning.
    """

    text: str
    title: str | None = None
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[tuple[str, str], ...] = ()
    lang: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    date_lines: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    stub: bool = False
    entries: tuple[LiveEntry, ...] = ()


def extract_html(data: bytes, *, where: str = "", url: str | None = None) -> tuple[Extracted, tuple[Problem, ...]]:
    """Return the article an HTML page holds and problems.

    Args:
        data: the page as fetched.
        where: the page's name, for the problems.
        url: its address, if known.

    Returns:
        `text` is empty when nothing is readable; `extraction_weak` says that all visible text stands in for an article not found,
        `not_text` that the data is no page at all, `too_complex` that it is nested too deep or has too many elements, `paywall_stub` that the
        text is (or may be) only the beginning, `live_blog` how many entries there are.
    """
    source, encoding, problems = decode_bytes(data, where=where)
    if encoding == "binary":
        return Extracted(text=""), problems
    is_plain = encoding == "utf-8" and not problems  # then the bytes are what the text would become again
    tree, is_too_complex = parse_page(data.removeprefix(BOM_UTF8) if is_plain else replace_surrogates(source).encode("utf-8"))
    del source  # as large as all else together
    if is_too_complex:
        rest = "; what lies deeper is not read" if tree is not None else "; nothing of it is read"
        problems = (*problems, make_problem(where, "too_complex", f"the page has too many elements or nests too deep{rest}"))
    if tree is None:
        return Extracted(text=""), problems
    metadata = read_metadata(tree, url)
    blocks = read_blocks(tree)
    if any(meta.get("name") == "generator" and meta.get("content") == WHOLE_MARK for meta in tree.iter("meta")):
        title = next((" ".join((element.text or "").split()) for element in tree.iter("title")), None)
        return Extracted(text="\n\n".join(block.text for block in blocks), title=title or None, lang=metadata.lang, url=url, authors=metadata.authors), problems
    date_lines = () if metadata.published and metadata.modified else _find_date_lines(blocks)
    entries = take_entries(tree, blocks, metadata.live_updates, is_declared=metadata.live_entries is not None)
    if entries:
        blocks = read_blocks(tree)
    found = _find_article(tree, url)
    told: tuple[Told, ...]
    if entries:
        told = _leave_entries(blocks, found, metadata, entries)
        found = ()
    elif _is_short(found) and blocks:
        visible = "\n\n".join(block.text for block in blocks)
        told = ()
        if len(visible) > sum(map(len, found)):
            found = ()
            weak = make_problem(where, "extraction_weak", "no article found in the page; all its visible text is taken")
            problems, told = (*problems, weak), tuple(Told(text=block.text, reason=None) for block in blocks)
    else:
        told = ()
    if found:
        told = choose_body(blocks, found, _make_facts(metadata)) if len(blocks) <= MAX_BLOCKS else tuple(Told(text=text, reason=None) for text in found)
    text, dropped = _join(told)
    is_stub, problems_of = _tell(metadata, blocks, text, dropped, entries, where)
    extracted = Extracted(
        text=text, title=metadata.title, published=metadata.published, modified=metadata.modified, lang=metadata.lang, url=metadata.url,
        outlet=metadata.sitename, authors=metadata.authors, date_lines=date_lines, dropped=dropped, stub=is_stub, entries=entries,
    )  # fmt: skip
    return extracted, (*problems, *problems_of)


def _is_short(found: Sequence[str]) -> bool:
    """True when what was found is a title or a button; in scripts without blanks a letter says as much as three elsewhere."""
    return sum(len(text) + 2 * count_unspaced(text) for text in found) < MIN_TEXT_CHARS


def _leave_entries(blocks: Sequence[Block], found: Sequence[str], metadata: Metadata, entries: Sequence[LiveEntry]) -> tuple[Told, ...]:
    """Return what a live blog tells outside of its entries: its headline and introduction."""
    known = EntryKeys(entries)
    if not _is_short(found) and len(blocks) <= MAX_BLOCKS:
        told = choose_body(blocks, found, _make_facts(metadata))
    else:
        told = tuple(Told(text=block.text, reason=None) for block in blocks if block.is_title or (is_running(block) and block.zone not in STRONG_ZONES))
    return tuple(one for one in told if (key := make_key(one.text)) and not known.hold(key))


def _find_article(tree: Element, url: str | None) -> tuple[str, ...]:
    """Return the blocks that the extractor holds for the article; empty when it finds none. It changes the tree."""
    import trafilatura

    document = trafilatura.bare_extraction(tree, url=url, include_comments=False, include_tables=True, with_metadata=False)
    if document is None or isinstance(document, dict) or document.body is None:
        return ()
    return tuple(block.text for block in read_blocks(cast("Element", document.body), has_zones=False))


def _find_date_lines(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return short lines with a year, the nearest to the page's headline first."""
    title = next((index for index, block in enumerate(blocks) if block.is_title and block.key), 0)
    lines = [
        (abs(index - title), block.text)
        for index, block in enumerate(blocks[:MAX_BLOCKS])
        if len(block.text) <= DATE_LINE_CHARS and block.linked < 0.5 and _YEAR.search(block.text)
    ]
    return tuple(text for _, text in sorted(lines)[:MAX_DATE_LINES])


def _make_facts(metadata: Metadata) -> PageFacts:
    return PageFacts(title=make_key(metadata.title or ""), descriptions=tuple(make_key(text) for text in metadata.descriptions), body=make_key(metadata.body))


def _join(told: Sequence[Told]) -> tuple[str, tuple[Dropped, ...]]:
    """Return the text of blocks, and the spans of those that are no news."""
    dropped, at = [], 0
    for block in told:
        span = Span(start=at, end=at + len(block.text))
        if block.reason is not None:
            dropped.append(Dropped(span=span, reason=block.reason))
        at = span.end + 2
    return "\n\n".join(block.text for block in told), tuple(dropped)


def _tell(
    metadata: Metadata, blocks: Sequence[Block], text: str, dropped: Sequence[Dropped], entries: Sequence[LiveEntry], where: str,
) -> tuple[bool, tuple[Problem, ...]]:  # fmt: skip
    """Return whether the article is, or may be, only its beginning, and what a reader must know: that it is cut off, or live."""
    problems = []
    news = len(text) - sum(drop.span.end - drop.span.start for drop in dropped) + sum(len(entry.letters) for entry in entries)
    asks = news < STUB_CHARS and any(len(block.text) < 400 and asks_to_pay(block.text) for block in blocks)
    is_whole = metadata.words is not None and count_words(text) >= WHOLE_SHARE * metadata.words > 0
    if metadata.is_free is False or asks:
        why = "the page says that it is not free to read" if metadata.is_free is False else "the page asks to pay for the rest"
        problems.append(make_problem(where, "paywall_stub", f"{why}; `{news}` code points of it were found, perhaps only its beginning"))
    if entries:
        problems.append(make_problem(where, "live_blog", f"the page is a live blog; each of its `{sum(entry.is_told for entry in entries)}` entries is an article of its own"))
    elif metadata.live_entries is not None:
        problems.append(make_problem(where, "live_blog", f"the page is a live blog with `{metadata.live_entries}` entries, read as one article"))
    return asks or (metadata.is_free is False and not is_whole), tuple(problems)
