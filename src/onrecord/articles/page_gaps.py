"""What the extractor missed of an article: its lead, paragraphs between found ones, the rest behind. In: a page's blocks. Out: which are told.

All functions set flags in the list of what is told that they are given, one for each block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.page_blocks import Block
from onrecord.articles.page_zones import is_correction
from onrecord.articles.units import count_words, ends_sentence

MIN_KEY = 15
"""Letters of a block that is looked for inside others; shorter ones ("Sport", a name) stand in many."""

LINK_SHARE = 0.8
"""A line that is nearly all link leads elsewhere. Source: link density as in Kohlschütter et al. 2010 (Boilerpipe), where 0.33 parts short text
from boilerplate; whole paragraphs of news are rarely linked throughout."""

LEAD_KEY = 60
"""Letters of a description that a lead must share from its beginning: descriptions are cut, or go on after the lead."""

NOTE_BLOCKS = 8
NOTE_CHARS = 600
"""A note of correction stands among the first or last blocks and has a few sentences."""

TAIL_BLOCKS = 12
"""Blocks after the last one found that are looked at for paragraphs of the same container and for correction notes."""

LEAD_BLOCKS = 15
"""Blocks after the headline among which a lead is looked for: author, date, share bar and picture stand between."""

REST_CHARS = 100
REST_BLOCKS = 3
"""So many paragraphs of so many code points, one after another in one container, are the rest of an article and no teasers."""

_NO_LEAD = frozenset(("cookie", "advertisement", "newsletter", "share", "comments", "caption", "embed"))
STRONG_ZONES = frozenset(("cookie", "advertisement", "newsletter", "share", "related", "comments", "navigation", "author", "caption", "paywall", "embed"))
"""Zones that hold no news by their name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of its article: keys of its title, of descriptions, and of the article's text in its metadata."""

    title: str
    descriptions: tuple[str, ...]
    body: str


def add_stated(blocks: Sequence[Block], is_told: list[bool], facts: PageFacts) -> None:
    """Add paragraphs that the page's metadata holds as part of the article's text."""
    if len(facts.body) < 200:
        return
    own = [block.key for block, told in zip(blocks, is_told, strict=True) if told and len(block.key) >= 2 * MIN_KEY]
    for index, block in enumerate(blocks):
        if is_told[index] or len(block.key) < 2 * MIN_KEY or block.zone in ("related", "navigation") or block.key not in facts.body:
            continue
        is_told[index] = not any(key in block.key for key in own)  # else the whole article once more, in one piece


def add_lead(blocks: Sequence[Block], is_told: list[bool], title: int | None, facts: PageFacts) -> set[int]:
    """Add the lead and return its indexes: what stands before the first block and is the page's description, what the page calls its lead, and
    sentences right after the headline whatever their part is called ("teaser" and "header" hold leads as often as other things)."""
    leads: set[int] = set()
    first = is_told.index(True)
    start = first if title is None else max(0, title - 4)
    has_lead = any(is_described(blocks[index], facts) for index in range(first, min(first + 3, len(blocks))) if is_told[index])
    for index in range(start, first):
        block = blocks[index]
        if block.is_title or count_words(block.text) < 5 or block.linked >= LINK_SHARE or block.key == facts.title:
            continue
        is_after = title is not None and title < index <= title + LEAD_BLOCKS
        is_running = is_after and ends_sentence(block.text) and count_words(block.text) >= 8
        is_summary = not has_lead and is_described(block, facts) and block.zone != "caption"
        if is_summary or (is_after and block.zone not in _NO_LEAD and (block.is_lead or is_running)):
            is_told[index] = True
            leads.add(index)
            has_lead = has_lead or is_summary
    return leads


def is_described(block: Block, facts: PageFacts) -> bool:
    """True when a block is the page's description, at least from its beginning."""
    if len(block.key) < 2 * MIN_KEY:
        return False
    return any(text[:LEAD_KEY] in block.key or block.key[:LEAD_KEY] in text for text in facts.descriptions if len(text) >= 2 * MIN_KEY)


def add_between(blocks: Sequence[Block], is_told: list[bool]) -> None:
    """Add running text between found blocks and right after them that stands in the same containers and in no zone."""
    first, last = is_told.index(True), len(is_told) - 1 - is_told[::-1].index(True)
    weights: Counter[int] = Counter()
    for block, told in zip(blocks, is_told, strict=True):
        weights[block.container] += len(block.key) if told else 0
    total = sum(weights.values())
    for index in range(first, min(last + 1 + TAIL_BLOCKS, len(blocks))):
        block = blocks[index]
        if is_told[index] or block.zone in STRONG_ZONES or block.linked > 0.5 or not block.key:
            continue
        is_home = weights[block.container] >= 0.1 * total
        is_running = ends_sentence(block.text) and count_words(block.text) >= 5
        is_quote = block.kind == "quote" and count_words(block.text) >= 4 and index < last
        is_note = index >= last - NOTE_BLOCKS and len(block.text) <= NOTE_CHARS and is_correction(block.text)
        is_head = block.kind == "heading" and index + 1 < len(blocks) and blocks[index + 1].container == block.container
        if (is_home and (is_running or is_head) and block.zone is None and block.kind != "row") or is_quote or is_note:
            is_told[index] = True
    _add_rest(blocks, is_told, last)
    last = len(is_told) - 1 - is_told[::-1].index(True)
    while blocks[last].kind == "heading" and last > first:  # heads nothing that was taken
        is_told[last] = False
        last -= 1
        while not is_told[last]:
            last -= 1


def _add_rest(blocks: Sequence[Block], is_told: list[bool], last: int) -> None:
    """Add the rest of an article that stands in a container of its own after the last found block, as behind a hidden paywall."""
    homes: dict[int, list[int]] = {}
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        is_running = len(block.text) >= REST_CHARS and ends_sentence(block.text)
        if is_running and not is_told[index] and block.zone is None and block.linked < 0.3 and block.kind in ("text", "quote"):
            homes.setdefault(block.container, []).append(index)
    home = next((found for found in homes.values() if len(found) >= REST_BLOCKS and found[0] <= last + TAIL_BLOCKS), [])
    for index in range(home[0], home[-1] + 1) if home else ():
        block = blocks[index]
        is_told[index] = is_told[index] or (block.container == blocks[home[0]].container and block.zone is None and block.linked < 0.5)
