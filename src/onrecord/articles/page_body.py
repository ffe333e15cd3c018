"""Which blocks of a page are the article. In: the page's blocks, what the extractor found, what the page says of itself. Out: `Body`.

The extractor's choice is the ground. Around it nothing told may be lost: the lead, paragraphs between found ones, what the page's own metadata
holds as the article's text. What stands among these and is no news (captions, related links, share bars ...) stays, with a reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.page_blocks import Block, make_key
from onrecord.articles.page_gaps import LINK_SHARE, MIN_KEY, STRONG_ZONES, PageFacts, add_between, add_lead, add_stated, is_described
from onrecord.articles.units import count_words, ends_sentence

MIN_OVERLAP = 0.5
"""A block is the extractor's when at least half of its letters are: the two read line breaks and inline elements differently."""

KNOWN_SHARE = 0.7
"""Share of runs of six letters after which two texts are the same one, read with and without readings, line marks and the like."""

MAX_ZONE_SHARE = 0.4
"""A zone that would take more of what the extractor found than this is a name misread: the page calls its article "teaser" or "image"."""

MAX_KEPT = 1.0
"""Letters of text that is no news, as a multiple of the news, that stay for inspection; what the page has beyond is not its article's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A block of the article's text: news when `reason` is `None`, else why not."""

    text: str
    reason: str | None


def choose_body(blocks: Sequence[Block], found: Sequence[str], facts: PageFacts) -> tuple[Told, ...]:
    """Return the article's blocks in document order.

    Args:
        blocks: all visible blocks of the page.
        found: the blocks that the extractor holds for the article.
        facts: what the page says of itself.

    Returns:
        From the headline on, as far as it stands in the page, to the end of the article; empty when nothing was found. Every block of `found`
        is among them, news or with a reason.
    """
    is_told, extra = _match(blocks, found)
    if not any(is_told):
        return tuple(Told(text=text, reason=None) for text in found)
    blocks = _free_misnamed(blocks, is_told)
    add_stated(blocks, is_told, facts)
    first = is_told.index(True)
    title = _find_title(blocks, first, facts)
    leads = add_lead(blocks, is_told, title, facts)
    add_between(blocks, is_told)
    extra = _cut_known(extra, blocks, is_told)
    reasons = _find_reasons(blocks, is_told, facts)
    for index in leads:
        reasons[index] = None
    if title is not None and blocks[title].key != facts.title:
        reasons[title] = "headline"
    _mark_repeated(blocks, is_told, reasons)
    start = min(title, is_told.index(True)) if title is not None else is_told.index(True)
    end = len(is_told) - is_told[::-1].index(True)
    return _assemble(blocks, is_told, reasons, extra, start, end)


def _match(blocks: Sequence[Block], found: Sequence[str]) -> tuple[list[bool], dict[int, list[str]]]:
    """Return which blocks are the extractor's, and its blocks that are none of the page's, by the block they follow."""
    keys = [make_key(text) for text in found]
    exact = Counter(keys)
    joined = "\n".join(keys)
    is_told = [bool(block.key) and (block.key in exact or (len(block.key) >= MIN_KEY and block.key in joined)) for block in blocks]
    _drop_strays(blocks, is_told, exact)
    starts, position = [], 0
    for block in blocks:
        starts.append(position)
        position += len(block.key) + 1
    page = "\n".join(block.key for block in blocks)
    covered = [0] * len(blocks)
    own = {block.key for block, told in zip(blocks, is_told, strict=True) if told}
    matched = "\n".join(own)
    extra: dict[int, list[str]] = {}
    last = 0
    for text, key in zip(found, keys, strict=True):
        if not key:
            continue
        at = page.find(key) if len(key) >= MIN_KEY else -1
        if at >= 0:
            last = bisect_right(starts, at) - 1
            if not is_told[last]:
                covered[last] += len(key)
        elif key not in own and len(key) >= MIN_KEY:
            extra.setdefault(last, []).append(text)
    for index, letters in enumerate(covered):
        if letters and letters >= MIN_OVERLAP * len(blocks[index].key) and blocks[index].key not in matched:
            is_told[index] = True
    return is_told, extra


def _drop_strays(blocks: Sequence[Block], is_told: list[bool], exact: Counter[str]) -> None:
    """Of short blocks that stand in the page more often than in the article, keep those beside other blocks of the article."""
    seen = Counter(block.key for block, told in zip(blocks, is_told, strict=True) if told)
    ground = [told and seen[block.key] <= max(1, exact[block.key]) for block, told in zip(blocks, is_told, strict=True)]
    for index, is_sure in enumerate(ground):
        if is_told[index] and not is_sure:
            is_told[index] = any(ground[max(0, index - 2) : index]) and any(ground[index + 1 : index + 3])


def _cut_known(extra: dict[int, list[str]], blocks: Sequence[Block], is_told: Sequence[bool]) -> dict[int, list[str]]:
    """Return the extractor's own blocks without those whose letters stand in blocks of the article already, put together in another way."""
    if not extra:
        return extra
    known = {piece for block, told in zip(blocks, is_told, strict=True) if told for piece in _cut_grams(block.key)}
    left: dict[int, list[str]] = {}
    for index, texts in extra.items():
        for text in texts:
            grams = _cut_grams(make_key(text))
            if sum(gram in known for gram in grams) < KNOWN_SHARE * len(grams):
                left.setdefault(index, []).append(text)
    return left


def _cut_grams(key: str) -> list[str]:
    return [key[at : at + 6] for at in range(max(1, len(key) - 5))]


def _free_misnamed(blocks: Sequence[Block], is_told: Sequence[bool]) -> tuple[Block, ...]:
    """Return the blocks without zones that hold too much of the article to be what their name says."""
    letters: Counter[str | None] = Counter()
    for block, told in zip(blocks, is_told, strict=True):
        letters[block.zone] += len(block.key) if told else 0
    limit = MAX_ZONE_SHARE * max(letters.total(), 1)
    misnamed = {zone for zone, count in letters.items() if zone is not None and count > limit}
    return tuple(block._replace(zone=None) if block.zone in misnamed else block for block in blocks) if misnamed else tuple(blocks)


def _find_title(blocks: Sequence[Block], first: int, facts: PageFacts) -> int | None:
    """Return the last headline before the article's first block, or the first one within it."""
    for index in range(min(first, len(blocks) - 1), -1, -1):
        block = blocks[index]
        if block.is_title and block.key and (not facts.title or facts.title in block.key or block.key in facts.title):
            return index
    return next((index for index in range(first, -1, -1) if blocks[index].is_title), None)


def _find_reasons(blocks: Sequence[Block], is_told: Sequence[bool], facts: PageFacts) -> list[str | None]:
    """Return why each block is no news, `None` for news."""
    reasons: list[str | None] = []
    for block, told in zip(blocks, is_told, strict=True):
        zone = block.zone if block.zone in STRONG_ZONES else None
        if not told:
            reasons.append(zone or ("related" if block.linked >= LINK_SHARE else "aside"))
        elif len(block.key) >= 2 * MIN_KEY and facts.body and block.key in facts.body:
            reasons.append(None)
        elif zone is not None and not is_described(block, facts) and not _is_long_quote(block):
            reasons.append(zone)
        elif block.linked >= LINK_SHARE and block.kind != "heading" and not ends_sentence(block.text):
            reasons.append("related")
        else:
            reasons.append(None)
    return reasons


def _is_long_quote(block: Block) -> bool:
    """True for a quotation of running text, which is told wherever it stands."""
    return block.kind == "quote" and count_words(block.text) >= 8 and block.linked < 0.5


def _mark_repeated(blocks: Sequence[Block], is_told: Sequence[bool], reasons: list[str | None]) -> None:
    """Mark what stands in the article already: the same paragraph again, and a pull quote taken from another paragraph."""
    news = [index for index, told in enumerate(is_told) if told and reasons[index] is None]
    seen: set[str] = set()
    for index in news:
        key = blocks[index].key
        if len(key) >= MIN_KEY and key in seen:
            reasons[index] = "repeated"
        seen.add(key)
    rest = [index for index in news if reasons[index] is None]
    text = "\n".join(blocks[index].key for index in rest)
    for index in rest:
        block = blocks[index]
        if (block.kind == "quote" or block.zone == "aside") and len(block.key) >= 2 * MIN_KEY and text.count(block.key) > 1:
            reasons[index] = "repeated"


def _assemble(
    blocks: Sequence[Block], is_told: Sequence[bool], reasons: Sequence[str | None], extra: dict[int, list[str]], start: int, end: int,
) -> tuple[Told, ...]:  # fmt: skip
    """Return the blocks from `start` to `end`, text that is no news only as far as `MAX_KEPT` allows."""
    news = sum(len(block.key) for index, block in enumerate(blocks) if is_told[index] and reasons[index] is None)
    spare = MAX_KEPT * news
    answer: list[Told] = []
    for index in range(start, end):
        block = blocks[index]
        reason = reasons[index]
        if is_told[index]:
            answer.append(Told(text=block.text, reason=reason))
        elif block.is_title and index == start:
            answer.append(Told(text=block.text, reason=None))
        elif len(block.key) <= spare:
            spare -= len(block.key)
            answer.append(Told(text=block.text, reason=reason))
        answer += [Told(text=text, reason=None) for text in extra.get(index, ())]
    before = [Told(text=text, reason=None) for index in sorted(extra) if not start <= index < end for text in extra[index]]
    return (*answer, *before)
