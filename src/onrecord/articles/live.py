"""The dated entries of a live blog. In: a page's tree and what it says of itself. Out: `LiveEntry`s, taken out of the tree.

Which elements are entries is found in `live_parts`; the page's own data may hold more of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from onrecord.articles.live_data import join_entries, read_update
from onrecord.articles.live_entry import LiveEntry, name_time
from onrecord.articles.live_parts import MAX_ENTRIES, MIN_REPEATED, MIN_STATED, Part, find_parts, name_part, read_part_time
from onrecord.articles.page_blocks import Block, make_key, read_blocks
from onrecord.articles.page_gaps import LINK_SHARE, MIN_KEY, STRONG_ZONES
from onrecord.articles.page_linked_data import Node
from onrecord.articles.page_tree import Element
from onrecord.articles.units import ends_sentence

MISNAMED_SHARE = 0.6
"""A zone that would take more than this of an entry is a name misread ("live-comments")."""


def take_entries(tree: Element, blocks: Sequence[Block], updates: Sequence[Node], *, is_declared: bool) -> tuple[LiveEntry, ...]:
    """Return the entries of a page in its order, empty when it is no live blog or cannot be split; those found in the tree are gone from it.

    What only looks like an entry, as nothing is told in it and it is called like another one or nothing at all, stays in the tree.

    Args:
        tree: the root of the page.
        blocks: its blocks.
        updates: the entries that its own data list.
        is_declared: the page says that it is a live blog.
    """
    parts = find_parts(tree, blocks, is_declared=is_declared)
    parts, read = _leave_mentions(parts, [_read_part(part) for part in parts])
    shown = _drop_passing(read)
    joined = join_entries(shown, [entry for node in updates[:MAX_ENTRIES] if (entry := read_update(node)) is not None])
    named = _name_apart(joined)
    entries = tuple(entry for entry in named if entry is not None)
    told = sum(entry.is_told for entry in entries)
    if not MIN_STATED <= told <= MAX_ENTRIES:
        return ()
    if not is_declared and told < MIN_REPEATED and not all(entry.is_named for entry in shown):
        return ()  # few need names that last
    for part, whole, entry in zip(parts, joined, named, strict=False):  # behind the shown ones come those of the data
        if entry is not None or whole.is_told:
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
    key, is_fragment = name_part(part) or (name_time(published), False)
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


def _leave_mentions(parts: Sequence[Part], read: Sequence[LiveEntry]) -> tuple[list[Part], list[LiveEntry]]:
    """Return parts with their entries without those in which nothing is told and that are called like one in which there is: they only lead to it, as
    a list of the key events does."""
    told = {entry.key for entry in read if entry.is_told}
    kept = [(part, entry) for part, entry in zip(parts, read, strict=True) if entry.is_told or entry.key not in told]
    return [part for part, _ in kept], [entry for _, entry in kept]


def _drop_passing(given: Sequence[LiveEntry]) -> list[LiveEntry]:
    """Return entries with their time as key where what the page calls them does not last: it counts them from the newest on, so that the next one
    moves all numbers, or calls several the same."""
    shared = {key for key, count in Counter(entry.key for entry in given).items() if count > 1}
    entries = [replace(entry, key=name_time(entry.published), is_fragment=False) if entry.key in shared else entry for entry in given]
    counted = [entry for entry in entries if entry.is_told or entry.is_named]  # among them may stand what only looks like an entry
    numbers = [int(digits) if (digits := "".join(filter(str.isdecimal, entry.key[-6:]))) else -1 for entry in counted]
    times = [entry.published or "" for entry in counted]
    counts_up = numbers in (list(range(len(counted))), list(range(1, len(counted) + 1)))
    if not counted or not counts_up or times[0] <= times[-1]:
        return entries
    return [replace(entry, key=name_time(entry.published), is_fragment=False) for entry in entries]


def _name_apart(entries: Sequence[LiveEntry]) -> list[LiveEntry | None]:
    """Return entries with a key each; the same entry twice counts once, the first time it is `None`. Those without a name are numbered from the oldest on.

    What tells nothing stays only where it says which entry it is, and no other one is called so; else it is `None`.
    """
    answer: list[LiveEntry | None] = []
    texts: dict[str, set[str]] = {entry.key: set() for entry in entries if entry.is_told}
    for entry in reversed(entries):
        is_mention = not entry.is_told and (entry.key in texts or not (entry.published or entry.is_named))
        known = texts.setdefault(entry.key, set()) if not is_mention else {entry.letters}
        if entry.letters in known:
            answer.append(None)
            continue
        known.add(entry.letters)
        answer.append(entry if len(known) == 1 else replace(entry, key=f"{entry.key}~{len(known)}", is_fragment=False))
    return answer[::-1]
