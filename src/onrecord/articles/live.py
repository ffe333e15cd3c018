"""The dated entries of a live blog. In: a page's tree and what it says of itself. Out: `LiveEntry`s, taken out of the tree.

Which elements are entries is found in `live_parts`; the page's own data may hold more of them.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import urlsplit

from onrecord.articles.live_parts import MAX_ENTRIES, MIN_REPEATED, MIN_STATED, Part, clean_name, find_parts, name_part, read_part_time
from onrecord.articles.page_blocks import Block, make_key, read_blocks
from onrecord.articles.page_gaps import LINK_SHARE, MIN_KEY, STRONG_ZONES
from onrecord.articles.page_linked_data import Node, first_string, read_strings, strip_markup
from onrecord.articles.page_tree import Element
from onrecord.articles.units import ends_sentence

MISNAMED_SHARE = 0.6
"""A zone that would take more than this of an entry is a name misread ("live-comments")."""

_BREAK = re.compile(r"\s*(?:</(?:p|div|li|h[1-6]|blockquote)>|<br\s?/?>)\s*|\n\s*\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry. `key` tells it from the others of its page and stays when others come: what the page calls it, then `is_fragment`, or its time.

    `paragraphs` are its text with the reason why one is no news (`None` = it is); `published` and `modified` are as written. An entry that the page
    lists although nothing is told in it (a picture, a film) is one too: `is_told` is false.
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

    @property
    def is_told(self) -> bool:
        """True when there is something to read in it."""
        return any(reason is None for _, reason in self.paragraphs)


def take_entries(tree: Element, blocks: Sequence[Block], updates: Sequence[Node], *, is_declared: bool) -> tuple[LiveEntry, ...]:
    """Return the entries of a page in its order, empty when it is no live blog or cannot be split; those found in the tree are gone from it.

    Args:
        tree: the root of the page.
        blocks: its blocks.
        updates: the entries that its own data list.
        is_declared: the page says that it is a live blog.
    """
    parts = find_parts(tree, blocks, is_declared=is_declared)
    shown = _drop_passing([_read_part(part) for part in parts])
    entries = _name_apart(_join(shown, [entry for node in updates[:MAX_ENTRIES] if (entry := _read_update(node)) is not None]))
    told = sum(entry.is_told for entry in entries)
    if not MIN_STATED <= told <= MAX_ENTRIES:
        return ()
    if not is_declared and told < MIN_REPEATED and not all(map(_is_named, shown)):
        return ()  # few need names that last
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


def _read_part(part: Part) -> LiveEntry:
    """Return the entry of an element."""
    blocks = read_blocks(part)
    clock = {make_key("".join(cast("Part", time).itertext())) for time in part.iter("time")}
    published = read_part_time(part)
    letters = sum(len(block.key) for block in blocks) or 1
    zones = {block.zone for block in blocks}
    misread = {zone for zone in zones if sum(len(block.key) for block in blocks if block.zone == zone) > MISNAMED_SHARE * letters}
    key, is_fragment = name_part(part) or (_name_time(published), False)
    return LiveEntry(
        key=key, is_fragment=is_fragment, title=next((block.text for block in blocks[:4] if block.kind == "heading"), None), published=published, modified=None, authors=(),
        paragraphs=tuple((block.text, _find_reason(block, clock, misread)) for block in blocks),
    )  # fmt: skip


def _find_reason(block: Block, clock: set[str], misread: set[str | None]) -> str | None:
    if block.key in clock:
        return "date_line"
    if block.zone in STRONG_ZONES and block.zone not in misread:
        return block.zone
    return "related" if block.linked >= LINK_SHARE and block.kind != "heading" and not ends_sentence(block.text) else None


def _name_time(published: str | None) -> str:
    return (published or "undated")[:19].replace(":", ".").replace(" ", "T")


def _is_named(entry: LiveEntry) -> bool:
    """True when the page calls an entry something, and its key is not only its time."""
    return entry.key != _name_time(entry.published)


def _drop_passing(given: Sequence[LiveEntry]) -> list[LiveEntry]:
    """Return entries with their time as key where what the page calls them does not last: it counts them from the newest on, so that the next one
    moves all numbers, or calls several the same."""
    shared = {key for key, count in Counter(entry.key for entry in given).items() if count > 1}
    entries = [replace(entry, key=_name_time(entry.published), is_fragment=False) if entry.key in shared else entry for entry in given]
    counted = [entry for entry in entries if entry.is_told or _is_named(entry)]  # among them may stand what only looks like an entry
    numbers = [int(digits) if (digits := "".join(filter(str.isdigit, entry.key[-6:]))) else -1 for entry in counted]
    times = [entry.published or "" for entry in counted]
    counts_up = numbers in (list(range(len(counted))), list(range(1, len(counted) + 1)))
    if not counted or not counts_up or times[0] <= times[-1]:
        return entries
    return [replace(entry, key=_name_time(entry.published), is_fragment=False) for entry in entries]


def _read_update(node: Node) -> LiveEntry | None:
    """Return an entry as a page's own data give it, `None` when they give neither text nor name."""
    body = next((text for key in ("articleBody", "text", "description") for text in read_strings(node.get(key))), "")
    paragraphs = tuple(clean for part in _BREAK.split(html.unescape(body) if "&lt;" in body else body) if (clean := strip_markup(part)))
    title = first_string([node], "headline", "name")
    address = first_string([node], "url", "mainEntityOfPage") or first_string([node], "@id") or ""
    try:
        fragment = clean_name(urlsplit(address).fragment)
    except ValueError:
        fragment = None
    published = first_string([node], "datePublished", "dateCreated", "dateModified")
    if not paragraphs and fragment is None and published is None:
        return None
    is_head = bool(paragraphs) and title is not None and make_key(title) not in make_key(paragraphs[0])
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
        same = next((other for other in left if other.key == entry.key), None) or next((other for other in left if other.is_told and _is_same_text(own, other)), None)
        if same is None:
            answer.append(entry)
            continue
        left.remove(same)
        name = same if same.is_fragment and not entry.is_fragment else entry
        paragraphs = entry.paragraphs if entry.is_told else same.paragraphs
        completed = replace(entry, title=entry.title or same.title, published=entry.published or same.published, modified=same.modified, authors=same.authors)
        answer.append(replace(completed, key=name.key, is_fragment=name.is_fragment, paragraphs=paragraphs))
    return [*answer, *left]


def _is_same_text(letters: str, stated: LiveEntry) -> bool:
    """True when an entry of the page's data has the text of one that is shown, or the beginning or the rest of it."""
    return make_key(stated.paragraphs[-1][0])[:120] in letters or (len(letters) >= MIN_KEY and letters in stated.letters)


def _name_apart(entries: Sequence[LiveEntry]) -> tuple[LiveEntry, ...]:
    """Return entries with a key each; the same entry twice counts once. Those without a name are numbered from the oldest on.

    What tells nothing stays only where it says which entry it is, and no other one is called so.
    """
    answer: list[LiveEntry] = []
    texts: dict[str, set[str]] = {entry.key: set() for entry in entries if entry.is_told}
    for entry in reversed(entries):
        if not entry.is_told and (entry.key in texts or not (entry.published or _is_named(entry))):
            continue
        known = texts.setdefault(entry.key, set())
        if entry.letters in known:
            continue
        known.add(entry.letters)
        answer.append(entry if len(known) == 1 else replace(entry, key=f"{entry.key}~{len(known)}", is_fragment=False))
    return tuple(reversed(answer))
