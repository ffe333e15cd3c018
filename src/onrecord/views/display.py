"""How values look to people: text made harmless, dates, numbers and figure values in words.

In: strings and values of records. Out: strings that are safe to print; escaping for HTML is left to the template.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from onrecord.records import DateRange

_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s+")
_BREAKS = {"\t": " ", "\r": " ", "\n": "\n", "\u2028": " ", "\u2029": " ", "\u0085": " "}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def make_inert(text: str) -> str:
    """Return `text` without characters that act instead of show.

    Control characters become their pictures (U+2400 block), direction overrides, embeddings and isolates, other format controls and
    lone surrogates become U+FFFD, marks without width disappear, line feeds stay. Joiners (U+200C, U+200D), which
    spell words in several scripts, stay. Cut spans before calling: offsets of the result are not those of `text`.
    """
    return "".join(map(_show_character, _INVISIBLE.sub("", text)))


def make_inert_line(text: str) -> str:
    """Return `make_inert(text)` on one line, runs of white space folded to one blank."""
    return _SPACE.sub(" ", make_inert(text)).strip()


def fold(text: str) -> str:
    """Return a piece of a line made inert, with the blanks at its ends kept."""
    inner = make_inert_line(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"


def format_range(days: DateRange | None) -> str | None:
    """Return a range in words: "23 April 2022", "23 to 25 April 2022", "April 2022", "2022"; `None` for no range."""
    if days is None:
        return None
    first = date.fromisoformat(days.start)
    last = date.fromisoformat(days.last)
    if first == last:
        return _format_day(first)
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and after.day == 1:
        if first.month == 1 and after.month == 1:
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{_format_day(first)} to {_format_day(last)}"
    start = str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start} to {_format_day(last)}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 article", "3 articles"; `plural` is the singular with an s unless given."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def format_number(value: float) -> str:
    """Return a number with thousands set apart by commas, without needless decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6f}".rstrip("0")


def format_rounded(value: float) -> str:
    """Return a number as `format_number` does; one of millions or billions with at most two decimals in these words: "5.1 million"."""
    for scale, name in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if abs(value) >= scale and round(value / scale, 2) * scale == value:
            return f"{value / scale:.2f}".rstrip("0").rstrip(".") + f" {name}"
    return format_number(value)


def is_vague(low: float | None, high: float | None, point: float | None) -> bool:
    """True for an amount without a number ("hundreds", "millions"): its floor is only there to be compared, its words are shown."""
    return low is not None and high is None and point is None


def format_bounds(low: float | None, high: float | None, point: float | None) -> str:
    """Return bounds in words: "300 to 400", "300 or more", "400 or less"; the number as written when both are open."""
    if low is not None and high is not None and low != high:
        return f"{format_number(low)} to {format_number(high)}"
    if low is not None and high is None:
        return f"{format_number(low)} or more"
    if high is not None and low is None:
        return f"{format_number(high)} or less"
    value = point if point is not None else low
    return "not stated" if value is None else format_number(value)


def format_iso(day: str) -> str:
    """Return an ISO day in words: "30 September 2023"; what is none, as it is."""
    try:
        return _format_day(date.fromisoformat(day))
    except ValueError:
        return day


def _format_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _show_character(character: str) -> str:
    if character in _BREAKS:
        return _BREAKS[character]
    category = unicodedata.category(character)
    if category == "Cc":
        code = ord(character)
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
    if category == "Cs" or (category == "Cf" and character not in "\u200c\u200d"):
        return "\ufffd"
    return character
