"""Pseudo-headers that crawlers leave at the top of a text: `date 2022-04-24`, `url: ...`, `Source: X`.

In: one unit. Out: which key it is, and how much of the unit belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.articles.bylines import Name, read_names
from onrecord.articles.days import WrittenDay, find_days
from onrecord.articles.modified import find_updates
from onrecord.articles.units import Unit, count_words, ends_sentence
from onrecord.articles.wording import load_agencies, load_wording
from onrecord.languages.alternation import join_forms
from onrecord.languages.pack import Pack, fold_text, load_pack

MAX_VALUE_WORDS = 12
"""A value of a metadata field is a name or a list; what is longer reads like a sentence of the news."""

_KEYED = re.compile(r"^[#*>\-\s\"{']{0,4}([^\W\d_][^\W_]*(?:[ _-][^\W\d_]+){0,2})[\"']?\s{0,2}[:=：]\s{0,4}")
_BARE = re.compile(r"^([^\W\d_]+(?: [^\W\d_]+){0,2}?)[ \t\u00a0]{1,4}(?=\d|https?://|www\.)")
_TIME = re.compile(
    r"[T,\s\u00a0]{0,3}(?:(?:at|um|om|à|kl\.?) )?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
    r"(?:\s?(?:[ap]\.?m\.?|uhr|uur|gmt|utc|msk|cet|cest|edt|est|bst|z)(?!\w)|\s?[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_URL = re.compile(r"^(?:https?://|www\.)[^\s<>\"]{3,2000}|^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/[^\s<>\"]{0,2000}(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A pseudo-header at the beginning of a unit: its first `length` code points. `value` is where the value stands in it.

    `kind` is `date`, `url`, `source`, `author`, `title` or `other`; `day` a date's day with its place in `value`, `other` the one it may mean as well.
    """

    kind: str
    length: int
    value: tuple[int, int]
    day: date | None = None
    other: date | None = None
    names: tuple[Name, ...] = ()


def read_header(unit: Unit, pack: Pack | None) -> Header | None:
    """Return the pseudo-header a unit begins with, `None` when it begins with something else.

    Args:
        unit: a unit at the top of the text.
        pack: for dates with a month's name.
    """
    text = unit.text
    keys = load_wording().header_keys
    found = _KEYED.match(text)
    if found is not None:
        kind = keys.get(_fold_key(found[1]))
        return _read_value(text, kind, found.end(), pack) if kind is not None else None
    found = _BARE.match(text)
    kind = keys.get(_fold_key(found[1])) if found is not None else None
    if found is None or kind not in ("date", "url"):
        return None
    header = _read_value(text, kind, found.end(), pack)
    # Without a colon only a value that is unmistakable counts: "Published 2022-04-24", never "Dates of the talks".
    return header if header is not None and (header.day is not None or kind == "url") else None


def measure_time(text: str, start: int) -> int:
    """Return where a time of day that begins at `start` ends; `start` itself when there is none."""
    found = _TIME.match(text, start)
    return found.end() if found is not None else start


def read_date_line(text: str, pack: Pack | None) -> WrittenDay | None:
    """Return the day of a line that holds nothing but a publication date ("Updated Sunday 24 April 2022, 10:15").

    Of several dates the earliest is returned: a piece is published before it is updated. `None` for any other line.
    """
    days = find_days(text, pack) if len(text) <= 120 and any(map(str.isdigit, text)) else ()
    if not days:
        return None
    rest, at = [], 0
    for written in days:
        rest.append(text[at : written.start])
        at = written.end
    left = _TIME.sub(" ", " ".join([*rest, text[at:]]))
    allowed = load_wording().date_line_words
    for word in _WORD.findall(fold_text(left)):
        if word not in allowed and word not in _read_weekdays(pack):
            return None
    return min(days, key=lambda written: written.day)


def find_date_tail(text: str, pack: Pack | None) -> int | None:
    """Return where a date line begins that stands behind other words in one line ("Lock stays closed Posted: 3 May 2031"); `None` without one.

    It begins with the word for a date field, and a colon follows that or it names the days of both publication and change: "what he published on 3 May 2031" is none.
    """
    if not any(map(str.isdigit, text)):
        return None
    for label in _load_labels().finditer(text):
        tail = text[label.start() :]
        if label.start() and read_date_line(tail, pack) is not None:
            days = find_days(tail, pack)
            if label[1] or 0 < len(find_updates(tail, days)) < len(days):
                return label.start()
    return None


@lru_cache(maxsize=1)
def _load_labels() -> re.Pattern[str]:
    labels = [key for key, kind in load_wording().header_keys.items() if kind == "date"]
    return re.compile(rf"(?<!\w)(?:{join_forms(labels)})(?!\w)\s?([:：]?)", re.IGNORECASE)


def _read_weekdays(pack: Pack | None) -> frozenset[str]:
    packs = (pack, load_pack("en"))
    return frozenset(form.rstrip(".") for one in packs if one is not None for forms in one.dates.weekdays for form in forms)


def _fold_key(key: str) -> str:
    return fold_text(key).replace("_", " ").replace("-", " ")


def _read_value(text: str, kind: str, start: int, pack: Pack | None) -> Header | None:
    rest = text[start:]
    if kind == "url":
        found = _URL.match(rest)
        return None if found is None else Header(kind=kind, length=start + found.end(), value=(start, start + found.end()))
    if kind == "date":
        return _read_date(text, start, pack)
    if kind == "title":
        return Header(kind=kind, length=start, value=(start, len(text))) if rest else None
    is_short = count_words(rest[:400]) <= MAX_VALUE_WORDS and len(rest) <= 200 and (not ends_sentence(rest) or len(rest.split()) <= 3)
    if kind in ("author", "source"):
        names = read_names(text, start) or ()
        if rest and is_short:
            return Header(kind=kind, length=len(text), value=(start, len(text)), names=names)
        return _read_agency(text, kind, start)
    return Header(kind=kind, length=len(text), value=(start, len(text))) if rest and is_short else None


def _read_date(text: str, start: int, pack: Pack | None) -> Header | None:
    days = find_days(text[start : start + 48], pack)
    # A weekday may stand before the date, words that make a sentence may not.
    if not days or len(text[start : start + days[0].start].split()) > 1:
        is_vague = not days and len(text) <= start + 60 and len(text[start:].split()) <= 5 and not ends_sentence(text) and text[start:]
        return Header(kind="date", length=len(text), value=(start, len(text))) if is_vague and any(map(str.isdigit, text[start:])) else None
    value = (start + days[0].start, start + days[0].end)
    end = measure_time(text, value[1])
    rest = text[end:].strip(" |,;·•-–—.")
    if count_words(rest[:100]) <= 2 and not ends_sentence(rest):
        end = len(text)
    return Header(kind="date", length=end, value=value, day=days[0].day, other=days[0].other)


def _read_agency(text: str, kind: str, start: int) -> Header | None:
    """Return the header when only an agency's name belongs to it and the news goes on in the same line."""
    for spelling, name in load_agencies().names.items():
        end = start + len(spelling)
        if text.startswith(spelling, start) and text[end : end + 1] in (" ", "."):
            names = (Name(start=start, end=end, name=name, kind="agency"),)
            return Header(kind=kind, length=end, value=(start, end), names=names)
    return None
