"""The entries of a live blog that its page's own data hold. In: objects of its JSON-LD, the entries that the page shows. Out: all entries, each once.

The same entry is known by its name or its text; one of which only one side tells anything, by its headline or its moment.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from onrecord.articles.live_entry import LiveEntry, name_time
from onrecord.articles.live_parts import clean_name
from onrecord.articles.page_blocks import make_key
from onrecord.articles.page_gaps import MIN_KEY
from onrecord.articles.page_linked_data import Node, first_string, read_strings, strip_markup

COMPARED = 120
"""Letters of a paragraph that are compared: a page may cut it off behind them."""

_BREAK = re.compile(r"\s*(?:</(?:p|div|li|h[1-6]|blockquote)>|<br\s?/?>)\s*|\n\s*\n", re.IGNORECASE)


def read_update(node: Node) -> LiveEntry | None:
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
        key=fragment or name_time(published), is_fragment=fragment is not None, title=title, published=published, modified=first_string([node], "dateModified"),
        authors=tuple(strip_markup(text) for text in read_strings(node.get("author")) if "://" not in text)[:10],
        paragraphs=tuple((text, None) for text in ((title, *paragraphs) if is_head and title is not None else paragraphs)),
    )  # fmt: skip


def join_entries(shown: Sequence[LiveEntry], stated: Sequence[LiveEntry]) -> list[LiveEntry]:
    """Return the shown entries, in their order, with what the page's data add to them, and after these the ones that are only in the data.

    Of the latter, one that tells nothing stays only where the data give it a name of its own; else it says nothing but that there is an entry.
    """
    pairs = _Pairs(shown, stated)
    pairs.match_names()
    pairs.match_texts()
    for find_mark in (_find_headline, _find_second, _find_minute):
        pairs.match_marks(find_mark)
    found = [_complete(entry, stated[pairs.found[number]]) if number in pairs.found else entry for number, entry in enumerate(shown)]
    return [*found, *(stated[number] for number in pairs.left if stated[number].is_told or stated[number].is_fragment)]


class _Pairs:
    """Which entry of the data is which shown one: `found` has the number of the one for that of the other; `left` are those of the data not matched."""

    def __init__(self, shown: Sequence[LiveEntry], stated: Sequence[LiveEntry]) -> None:
        self._shown, self._stated = shown, stated
        self.found: dict[int, int] = {}
        self.left = list(range(len(stated)))

    def match_names(self) -> None:
        """Match what is called the same; a moment is a name only where it is no other moment, written in another time zone."""
        self._match(lambda number, other: _are_called_same(self._shown[number], self._stated[other]))

    def match_texts(self) -> None:
        """Match what tells the same."""
        mine, theirs = ({number: _Text(entries[number]) for number in left} for entries, left in ((self._shown, self._list_open()), (self._stated, self.left)))
        self._match(lambda number, other: mine[number].holds(theirs[other]) and (theirs[other].is_long or not _are_apart(self._shown[number], self._stated[other])))

    def match_marks(self, find_mark: Callable[[LiveEntry], object]) -> None:
        """Match what has the same mark, and nothing else has it, where one side tells nothing; `None` is no mark."""
        mine = [(number, find_mark(self._shown[number])) for number in self._list_open()]
        theirs = [(number, find_mark(self._stated[number])) for number in self.left]
        counts = Counter(mark for _, mark in mine), Counter(mark for _, mark in theirs)
        place_of = {mark: number for number, mark in theirs}
        for number, mark in mine:
            if mark is None or (counts[0][mark], counts[1][mark]) != (1, 1):
                continue
            entry, other = self._shown[number], self._stated[place_of[mark]]
            if not (entry.is_told and other.is_told) and not _are_two(entry, other):
                self._add(number, place_of[mark])

    def _match(self, are_one: Callable[[int, int], bool]) -> None:
        """Match each shown entry that is left with the first of the data for which this is true of their numbers."""
        for number in self._list_open():
            same = next((other for other in self.left if are_one(number, other)), None)
            if same is not None:
                self._add(number, same)

    def _list_open(self) -> list[int]:
        return [number for number in range(len(self._shown)) if number not in self.found]

    def _add(self, number: int, other: int) -> None:
        self.found[number] = other
        self.left.remove(other)


class _Text:
    """The text of an entry as it is compared with others."""

    def __init__(self, entry: LiveEntry) -> None:
        body = [text for text, _ in entry.paragraphs if text != entry.title] or [text for text, _ in entry.paragraphs]
        self._body = {make_key(text) or text for text in body}
        self._all = {make_key(text) or text for text, _ in entry.paragraphs}
        self._letters = entry.letters
        self._told = "".join(make_key(text) for text, reason in entry.paragraphs if reason is None)
        self._longest = max(map(make_key, body), key=len, default="")
        self.is_long = len(self._longest) >= MIN_KEY

    def holds(self, stated: _Text) -> bool:
        """True when an entry of the page's data has this text, or the beginning or the rest of it: its longest paragraph is here, of a short one all are."""
        if not stated.is_long:
            return bool(stated._body) and stated._body <= self._all
        return stated._longest[:COMPARED] in self._letters or (len(self._told) >= MIN_KEY and self._told in stated._letters)


def _complete(entry: LiveEntry, same: LiveEntry) -> LiveEntry:
    """Return a shown entry with what the data say of it."""
    name = same if same.is_fragment and not entry.is_fragment else entry
    return replace(
        entry, key=name.key, is_fragment=name.is_fragment, title=entry.title or same.title, published=entry.published or same.published, modified=same.modified,
        authors=same.authors, paragraphs=entry.paragraphs if entry.is_told else same.paragraphs,
    )  # fmt: skip


def _are_called_same(entry: LiveEntry, stated: LiveEntry) -> bool:
    if entry.key != stated.key:
        return False
    return entry.is_named or stated.is_named or not _are_apart(entry, stated)


def _are_apart(entry: LiveEntry, stated: LiveEntry) -> bool:
    """True when both have a moment and these are two; false also where that cannot be told."""
    mine, theirs = _find_minute(entry), _find_minute(stated)
    return mine is not None and theirs is not None and mine != theirs and (mine.tzinfo is None) == (theirs.tzinfo is None)


def _are_two(entry: LiveEntry, stated: LiveEntry) -> bool:
    """True when two entries have two names and two headlines of which neither holds the other."""
    mine, theirs = make_key(entry.title or ""), make_key(stated.title or "")
    return entry.is_fragment and stated.is_fragment and bool(mine and theirs) and mine not in theirs and theirs not in mine


def _find_headline(entry: LiveEntry) -> str | None:
    """Return by what a headline is known again, `None` for one that several entries may have."""
    key = make_key(entry.title or "")
    return key if len(key) >= MIN_KEY else None


def _find_second(entry: LiveEntry) -> datetime | None:
    """Return the moment of an entry to the second, whatever the time zone it is written in; `None` when it has none."""
    written = (entry.published or "").strip()
    if len(written) <= len("2031-03-14"):
        return None  # a day is no moment
    try:
        found = datetime.fromisoformat(written)
        return (found if found.tzinfo is None else found.astimezone(UTC)).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def _find_minute(entry: LiveEntry) -> datetime | None:
    """Return the moment of an entry to the minute: pages show no seconds, their data have them."""
    found = _find_second(entry)
    return None if found is None else found.replace(second=0)
