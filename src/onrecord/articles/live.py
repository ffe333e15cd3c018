"""The dated entries of a live blog. In: a page's tree and what it says of itself. Out: `LiveEntry`s, taken out of the tree.

A page that calls itself a live blog is believed. One that does not must repeat at least `MIN_REPEATED` parts of one shape, each with its own
time and running text, that are most of the page and neither comments nor teasers of other pages.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast
from urllib.parse import urlsplit

from onrecord.articles.page_blocks import Block, make_key, read_blocks
from onrecord.articles.page_gaps import LINK_SHARE, MIN_KEY, STRONG_ZONES
from onrecord.articles.page_linked_data import Node, first_string, read_strings, strip_markup
from onrecord.articles.page_tree import Element
from onrecord.articles.page_zones import find_zone, is_entry_name
from onrecord.articles.units import count_words, ends_sentence

MIN_REPEATED = 4
"""Fewer parts of one shape with a time each are boxes and teasers as often as entries."""

MIN_STATED = 2
"""Entries with text from which on a page that calls itself a live blog is split."""

MAX_ENTRIES = 1_000
"""A day of live coverage has up to a few hundred."""

PAGE_SHARE = 0.5
"""Share of the letters of a page's running text that entries have that nobody calls so; else they are its comments."""

MISNAMED_SHARE = 0.6
"""A zone that would take more than this of an entry is a name misread ("live-comments")."""

_CLIMB = 8
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_IDS = ("data-id", "data-post-id", "data-entry-id", "data-block-id", "data-item-id", "data-key")
_SPARE = re.compile(r"[^\w.~-]+")
_BREAK = re.compile(r"\s*(?:</(?:p|div|li|h[1-6]|blockquote)>|<br\s?/?>)\s*|\n\s*\n", re.IGNORECASE)


class _Part(Element, Protocol):
    """An element that knows what it stands in, and can be taken away."""

    def getparent(self) -> _Part | None:
        """Return the element around it."""
        ...

    def drop_tree(self) -> None:
        """Take it away and leave the text after it."""
        ...

    def itertext(self) -> Iterator[str]:
        """Return the text in it and in all below, in pieces."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry. `key` tells it from the others of its page and stays when others come: what the page calls it, then `is_fragment`, or its time.

    `paragraphs` are its text with the reason why one is no news (`None` = it is); `published` and `modified` are as written.
    """

    key: str
    is_fragment: bool
    title: str | None
    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    paragraphs: tuple[tuple[str, str | None], ...]

    @property
    def letters(self) -> str:
        """What its text is compared by."""
        return "".join(make_key(text) for text, _ in self.paragraphs)


def take_entries(tree: Element, blocks: Sequence[Block], updates: Sequence[Node], *, is_declared: bool) -> tuple[LiveEntry, ...]:
    """Return the entries of a page in its order, empty when it is no live blog or cannot be split; those found in the tree are gone from it.

    Args:
        tree: the root of the page.
        blocks: its blocks.
        updates: the entries that its own data list.
        is_declared: the page says that it is a live blog.
    """
    parts = _find_parts(tree, blocks, is_declared=is_declared)
    shown = [entry for part in parts if (entry := _read_part(part)) is not None]
    stated = [entry for node in updates[:MAX_ENTRIES] if (entry := _read_update(node)) is not None]
    entries = _name_apart(_join(_drop_passing(shown), stated))
    if not (MIN_STATED if is_declared else MIN_REPEATED) <= len(entries) <= MAX_ENTRIES:
        return ()
    for part in parts:
        part.drop_tree()
    return entries


class EntryKeys:
    """What the blocks of the rest of a page are compared with, so that nothing that an entry holds is told twice."""

    def __init__(self, entries: Sequence[LiveEntry]) -> None:
        keys = [[make_key(text) for text, _ in entry.paragraphs] for entry in entries]
        self._short = {make_key(entry.title or "") for entry in entries} | {key for own in keys for key in own}
        self._joined = "\n".join(key for own in keys for key in own)
        self._whole = [whole for own in keys if len(whole := "".join(own)) >= MIN_KEY]

    def hold(self, key: str) -> bool:
        """True for the key of a block that an entry holds already, or that is little more than an entry."""
        if len(key) < MIN_KEY:
            return key in self._short
        return key in self._joined or any(2 * len(whole) >= len(key) and whole in key for whole in self._whole)


def _find_parts(tree: Element, blocks: Sequence[Block], *, is_declared: bool) -> list[_Part]:
    """Return the elements that are entries, in document order, none inside another."""
    if is_declared:
        named = [cast("_Part", element) for element in tree.iter("article", "div", "li", "section") if is_entry_name(element.get("class"))]
        outer = _keep_outer(named)
        if len(outer) >= MIN_STATED:
            return outer
    times = [cast("_Part", element) for element in tree.iter("time") if _DATED.match(element.get("datetime") or "")]
    if len({element.get("datetime") for element in times}) < (MIN_STATED if is_declared else MIN_REPEATED):
        return []
    parts = _keep_outer(_find_repeated(times))
    return parts if is_declared or _are_entries(parts, blocks) else []


def _find_repeated(times: Sequence[_Part]) -> list[_Part]:
    """Return the largest set of elements of one shape that each hold a time; of equal ones the outermost."""
    groups: dict[tuple[object, ...], dict[_Part, None]] = {}
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
    best = max(groups.items(), key=lambda item: (len(item[1]), -_depth(next(iter(item[1])))), default=None)
    return list(best[1]) if best is not None and len(best[1]) >= MIN_STATED else []


def _depth(element: _Part) -> int:
    depth, parent = 0, element.getparent()
    while parent is not None:
        depth, parent = depth + 1, parent.getparent()
    return depth


def _keep_outer(parts: Sequence[_Part]) -> list[_Part]:
    known = set(parts)
    return [part for part in parts if not any(parent in known for parent in _list_parents(part))]


def _list_parents(part: _Part) -> Iterator[_Part]:
    parent = part.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()


def _are_entries(parts: Sequence[_Part], blocks: Sequence[Block]) -> bool:
    """True when parts that nobody calls entries are what the page is made of."""
    if len(parts) < MIN_REPEATED or sum(map(_leads_elsewhere, parts)) * 2 >= len(parts):
        return False
    around = [parent for part in (parts[0], parts[-1]) for parent in (part, *_list_parents(part)) if isinstance(parent.tag, str)]
    if any(find_zone(parent, str(parent.tag), parent.get("class") or "") in STRONG_ZONES for parent in around):
        return False
    told = [sum(len(block.key) for block in read_blocks(part) if is_running(block)) for part in parts]
    whole = sum(len(block.key) for block in blocks if is_running(block))
    return sum(letters > 0 for letters in told) >= max(MIN_REPEATED, 0.7 * len(parts)) and sum(told) >= PAGE_SHARE * whole


def is_running(block: Block) -> bool:
    """True for a block of whole sentences."""
    return block.kind != "heading" and block.linked < 0.5 and ends_sentence(block.text) and count_words(block.text) >= 6


def _leads_elsewhere(part: _Part) -> bool:
    """True for a teaser: its heading, or the whole of it, is a link to another page."""
    headings = [link for heading in part.iter("h1", "h2", "h3", "h4", "h5") for link in heading.iter("a")]
    around = next((parent for parent in (part, *_list_parents(part)) if parent.tag == "a"), None)
    inside = [heading for link in part.iter("a") for heading in link.iter("h1", "h2", "h3", "h4", "h5")]
    return around is not None or bool(inside) or any("#" not in (link.get("href") or "#") for link in headings)


def _read_part(part: _Part) -> LiveEntry | None:
    """Return the entry of an element, `None` when nothing is told in it."""
    blocks = read_blocks(part)
    times = [cast("_Part", time) for time in part.iter("time")]
    clock = {make_key("".join(time.itertext())) for time in times}
    published = next((value for time in times if (value := time.get("datetime") or "") and _DATED.match(value)), None)
    letters = sum(len(block.key) for block in blocks) or 1
    zones = {block.zone for block in blocks}
    misread = {zone for zone in zones if sum(len(block.key) for block in blocks if block.zone == zone) > MISNAMED_SHARE * letters}
    paragraphs = tuple((block.text, _find_reason(block, clock, misread)) for block in blocks)
    if not any(reason is None for _, reason in paragraphs):
        return None
    title = next((block.text for block in blocks[:4] if block.kind == "heading"), None)
    fragment = _clean(part.get("id")) or _find_anchor(part)
    key = fragment or next((own for name in _IDS if (own := _clean(part.get(name)))), None) or _name_time(published)
    return LiveEntry(
        key=key, is_fragment=fragment is not None, title=title, published=published, modified=None, authors=(), paragraphs=paragraphs,
    )  # fmt: skip


def _find_reason(block: Block, clock: set[str], misread: set[str | None]) -> str | None:
    if block.key in clock:
        return "date_line"
    if block.zone in STRONG_ZONES and block.zone not in misread:
        return block.zone
    return "related" if block.linked >= LINK_SHARE and block.kind != "heading" and not ends_sentence(block.text) else None


def _find_anchor(part: _Part) -> str | None:
    """Return the name by which an entry's own link to itself calls it."""
    named = next((value for element in part.iter("a") if (value := _clean(element.get("name") or element.get("id")))), None)
    return named or next((value for link in part.iter("a") if "#" in (href := link.get("href") or "") and (value := _clean(href.rpartition("#")[2]))), None)


def _clean(name: str | None) -> str | None:
    return _SPARE.sub("-", name.strip())[:80] or None if name and name.strip() else None


def _name_time(published: str | None) -> str:
    return (published or "undated")[:19].replace(":", ".").replace(" ", "T")


def _drop_passing(given: Sequence[LiveEntry]) -> list[LiveEntry]:
    """Return entries with their time as key where what the page calls them does not last: it counts them from the newest on, so that the next one
    moves all numbers, or calls several the same."""
    shared = {key for key, count in Counter(entry.key for entry in given).items() if count > 1}
    entries = [replace(entry, key=_name_time(entry.published), is_fragment=False) if entry.key in shared else entry for entry in given]
    numbers = [int(digits) if (digits := "".join(filter(str.isdigit, entry.key[-6:]))) else -1 for entry in entries]
    times = [entry.published or "" for entry in entries]
    counts_up = numbers in (list(range(len(entries))), list(range(1, len(entries) + 1)))
    if not entries or not counts_up or times[0] <= times[-1]:
        return entries
    return [replace(entry, key=_name_time(entry.published), is_fragment=False) for entry in entries]


def _read_update(node: Node) -> LiveEntry | None:
    """Return an entry as a page's own data give it, `None` without text."""
    body = next((text for key in ("articleBody", "text", "description") for text in read_strings(node.get(key))), "")
    paragraphs = tuple(clean for part in _BREAK.split(html.unescape(body) if "&lt;" in body else body) if (clean := strip_markup(part)))
    if not paragraphs:
        return None
    title = first_string([node], "headline", "name")
    address = first_string([node], "url", "mainEntityOfPage") or first_string([node], "@id") or ""
    try:
        fragment = _clean(urlsplit(address).fragment)
    except ValueError:
        fragment = None
    published = first_string([node], "datePublished", "dateCreated", "dateModified")
    is_head = title is not None and make_key(title) not in make_key(paragraphs[0])
    return LiveEntry(
        key=fragment or _name_time(published), is_fragment=fragment is not None, title=title, published=published, modified=first_string([node], "dateModified"),
        authors=tuple(strip_markup(text) for text in read_strings(node.get("author")) if "://" not in text)[:10],
        paragraphs=tuple((text, None) for text in ((title, *paragraphs) if is_head and title is not None else paragraphs)),
    )  # fmt: skip


def _join(shown: Sequence[LiveEntry], stated: Sequence[LiveEntry]) -> list[LiveEntry]:
    """Return the shown entries with what the page's data add to them, and after these the ones that are only in the data."""
    answer, left = [], list(stated)
    for entry in shown:
        own = entry.letters
        same = next((other for other in left if other.key == entry.key), None) or next(
            (other for other in left if make_key(other.paragraphs[-1][0])[:120] in own or (len(own) >= MIN_KEY and own in other.letters)), None
        )
        if same is None:
            answer.append(entry)
            continue
        left.remove(same)
        name = same if same.is_fragment and not entry.is_fragment else entry
        completed = replace(entry, title=entry.title or same.title, published=entry.published or same.published, modified=same.modified, authors=same.authors)
        answer.append(replace(completed, key=name.key, is_fragment=name.is_fragment))
    return [*answer, *left]


def _name_apart(entries: Sequence[LiveEntry]) -> tuple[LiveEntry, ...]:
    """Return entries with a key each; the same entry twice counts once. Those without a name are numbered from the oldest on."""
    answer: list[LiveEntry] = []
    texts: dict[str, set[str]] = {}
    for entry in reversed(entries):
        known = texts.setdefault(entry.key, set())
        if entry.letters in known:
            continue
        known.add(entry.letters)
        answer.append(entry if len(known) == 1 else replace(entry, key=f"{entry.key}~{len(known)}", is_fragment=False))
    return tuple(reversed(answer))
