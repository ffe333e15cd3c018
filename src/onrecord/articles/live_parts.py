"""The elements of a page that are entries of a live blog. In: a page's tree and blocks. Out: these elements, in document order.

A page that calls itself a live blog is believed. One that does not must repeat parts of one shape, each with its own time and running text, that are
most of the page and neither comments nor teasers of other pages: `MIN_REPEATED` of them, or fewer that leave no doubt (`_are_clear`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Protocol, cast

from onrecord.articles.page_blocks import Block, read_blocks
from onrecord.articles.page_gaps import STRONG_ZONES
from onrecord.articles.page_tree import Element
from onrecord.articles.page_zones import find_zone, is_entry_name
from onrecord.articles.units import count_words, ends_sentence

MIN_REPEATED = 4
"""Fewer parts of one shape with a time each are boxes and teasers as often as entries, unless they leave no doubt."""

MIN_STATED = 2
"""Entries with text from which on a page that calls itself a live blog is split, and one whose entries leave no doubt."""

MAX_ENTRIES = 1_000
"""A day of live coverage has up to a few hundred."""

PAGE_SHARE = 0.5
"""Share of the letters of a page's running text that entries have that nobody calls so; else they are its comments."""

CLEAR_SHARE = 0.6
"""The same where there are few of them: the first comments below a short report are easily as long as it."""

LARGEST_SHARE = 0.9
"""Of the letters of few entries, one has no more than this; else it is the article, and the others are boxes that share its place in the layout."""

LONGEST_PAUSE = timedelta(hours=24)
"""Between two of few entries. Parts of a page that are days apart are pieces of their own, put below one another, or a chronicle."""

_CLIMB = 8
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCKED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_IDS = ("data-id", "data-post-id", "data-entry-id", "data-block-id", "data-item-id", "data-key")
_SPARE = re.compile(r"[^\w.~-]+")


class Part(Element, Protocol):
    """An element that knows what it stands in, and can be taken away."""

    def getparent(self) -> Part | None:
        """Return the element around it."""
        ...

    def drop_tree(self) -> None:
        """Take it away and leave the text after it."""
        ...

    def itertext(self) -> Iterator[str]:
        """Return the text in it and in all below, in pieces."""
        ...


def find_parts(tree: Element, blocks: Sequence[Block], *, is_declared: bool) -> list[Part]:
    """Return the elements that are entries, in document order, none inside another; empty when there are none.

    Args:
        tree: the root of the page.
        blocks: its blocks.
        is_declared: the page says that it is a live blog.
    """
    if is_declared:
        named = [cast("Part", element) for element in tree.iter("article", "div", "li", "section") if is_entry_name(element.get("class"))]
        outer = _keep_outer(named)
        if len(outer) >= MIN_STATED:
            return outer
    times = [cast("Part", element) for element in tree.iter("time") if _DATED.match(element.get("datetime") or "")]
    if len({element.get("datetime") for element in times}) < MIN_STATED:
        return []
    groups = _list_repeated(times)
    largest = _keep_outer(groups[0]) if groups else []
    if is_declared or _are_entries(largest, blocks):
        return largest
    return next((parts for group in groups if _are_clear(parts := _keep_outer(group), tree, blocks)), [])


def name_part(part: Part) -> tuple[str, bool] | None:
    """Return what the page calls a part, and whether that is the fragment of its address; `None` when it calls it nothing."""
    fragment = clean_name(part.get("id")) or _find_anchor(part)
    if fragment is not None:
        return fragment, True
    return next(((own, False) for name in _IDS if (own := clean_name(part.get(name)))), None)


def clean_name(name: str | None) -> str | None:
    """Return a name as it may stand in that of an article, `None` for an empty one."""
    return _SPARE.sub("-", name.strip())[:80] or None if name and name.strip() else None


def read_part_time(part: Part) -> str | None:
    """Return the first moment that stands in a part, as written."""
    return next((value for time in part.iter("time") if (value := time.get("datetime") or "") and _DATED.match(value)), None)


def _find_anchor(part: Part) -> str | None:
    """Return the name by which an entry's own link to itself calls it."""
    named = next((value for element in part.iter("a") if (value := clean_name(element.get("name") or element.get("id")))), None)
    return named or next((value for link in part.iter("a") if "#" in (href := link.get("href") or "") and (value := clean_name(href.rpartition("#")[2]))), None)


def _find_own_name(part: Part) -> str | None:
    """Return what the page calls a part, when that is the part's own name or address and not that of something in it; else `None`."""
    found = name_part(part)
    own = {part.get("id"), *(part.get(name) for name in _IDS)}
    for link in part.iter("a"):
        own.update((link.get("name"), link.get("id")))
        if any(True for _ in link.iter("time")):
            own.add((link.get("href") or "").rpartition("#")[2])
    return found[0] if found is not None and found[0] in {clean_name(name) for name in own} else None


def _list_repeated(times: Sequence[Part]) -> list[list[Part]]:
    """Return the sets of elements of one shape that each hold a time, the largest first, and of equal ones the outermost."""
    groups: dict[tuple[object, ...], dict[Part, None]] = {}
    for time in times[: 4 * MAX_ENTRIES]:
        element = time
        for _ in range(_CLIMB):
            parent = element.getparent()
            if parent is None or element.tag in ("body", "main"):
                break
            if element is not time:
                key = (parent.tag, parent.get("class"), element.tag, (element.get("class") or "").partition(" ")[0])
                groups.setdefault(key, {})[element] = None
            element = parent
    found = [list(group) for group in groups.values() if len(group) >= MIN_STATED]
    return sorted(found, key=lambda group: (-len(group), sum(1 for _ in _list_parents(group[0]))))


def _keep_outer(parts: Sequence[Part]) -> list[Part]:
    known = set(parts)
    return [part for part in parts if not any(parent in known for parent in _list_parents(part))]


def _list_parents(part: Part) -> Iterator[Part]:
    parent = part.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()


def _are_entries(parts: Sequence[Part], blocks: Sequence[Block]) -> bool:
    """True when many parts that nobody calls entries are what the page is made of."""
    if len(parts) < MIN_REPEATED or sum(map(_leads_elsewhere, parts)) * 2 >= len(parts) or _is_beside(parts):
        return False
    told, whole = _count_told(parts, blocks)
    return sum(letters > 0 for letters in told) >= max(MIN_REPEATED, 0.7 * len(parts)) and sum(told) >= PAGE_SHARE * whole


def _are_clear(parts: Sequence[Part], tree: Element, blocks: Sequence[Block]) -> bool:
    """True when parts are entries though there may be only two of them.

    Each has a name of its own and a time to the minute, in one order and never a day apart; they stand below the headline of the page and have none
    of that rank themselves; not one leads elsewhere, or is nearly all of them.
    """
    if len(parts) < MIN_STATED or any(map(_leads_elsewhere, parts)) or _is_beside(parts):
        return False
    names = {name for part in parts if (name := _find_own_name(part)) is not None}
    if len(names) < len(parts) or not _are_in_order([read_part_time(part) for part in parts]):
        return False
    first_head = next((element for element in tree.iter() if element.tag == "h1" or element is parts[0]), None)
    if first_head is None or first_head.tag != "h1" or any(True for part in parts for _ in part.iter("h1")):
        return False
    told, whole = _count_told(parts, blocks)
    is_most = sum(told) >= CLEAR_SHARE * whole and max(told) <= LARGEST_SHARE * sum(told)
    return is_most and sum(letters > 0 for letters in told) >= max(MIN_STATED, 0.6 * len(parts))


def _are_in_order(moments: Sequence[str | None]) -> bool:
    """True for different moments to the minute that go only up or only down, never by more than `LONGEST_PAUSE`."""
    try:
        read = [datetime.fromisoformat(moment) for moment in moments if moment is not None and _CLOCKED.match(moment)]
        pauses = [later - earlier for earlier, later in pairwise(read)]
    except (ValueError, TypeError, OverflowError):  # TypeError: some with a time zone and some without
        return False
    nothing = timedelta(0)
    is_one_way = all(pause > nothing for pause in pauses) or all(pause < nothing for pause in pauses)
    return len(read) == len(moments) and is_one_way and all(abs(pause) <= LONGEST_PAUSE for pause in pauses)


def _is_beside(parts: Sequence[Part]) -> bool:
    """True when parts stand in, or are, a part of the page that is not its article: comments, related pieces."""
    around = [parent for part in (parts[0], parts[-1]) for parent in (part, *_list_parents(part)) if isinstance(parent.tag, str)]
    return any(find_zone(parent, str(parent.tag), parent.get("class") or "") in STRONG_ZONES for parent in around)


def _count_told(parts: Sequence[Part], blocks: Sequence[Block]) -> tuple[list[int], int]:
    """Return how many letters of running text each part has, and how many the page."""
    return [sum(len(block.key) for block in read_blocks(part) if is_running(block)) for part in parts], sum(len(block.key) for block in blocks if is_running(block))


def is_running(block: Block) -> bool:
    """True for a block of whole sentences."""
    return block.kind != "heading" and block.linked < 0.5 and ends_sentence(block.text) and count_words(block.text) >= 6


def _leads_elsewhere(part: Part) -> bool:
    """True for a teaser: its heading, or the whole of it, is a link to another page."""
    headings = [link for heading in part.iter("h1", "h2", "h3", "h4", "h5") for link in heading.iter("a")]
    around = next((parent for parent in (part, *_list_parents(part)) if parent.tag == "a"), None)
    inside = [heading for link in part.iter("a") for heading in link.iter("h1", "h2", "h3", "h4", "h5")]
    return around is not None or bool(inside) or any("#" not in (link.get("href") or "#") for link in headings)
