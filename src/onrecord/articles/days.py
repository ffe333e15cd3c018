"""Publication dates as written: ISO, numeric, with a month's name. In: a short text. Out: days with their place.

Only complete dates of day, month and year are read from lines; a given field may also be a month or a year. A day is taken as
written, without turning its time of day to UTC: "Saturday" in the article means the outlet's Saturday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onrecord.languages.pack import Pack, fold_text, load_pack
from onrecord.records import DateRange

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""The first printed newspaper dates from 1605; a year beyond the next century is a number of another kind."""

_YMD = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<!\d)(?<!\d[./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_CJK = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª|-го|-е)?[\s\u00a0-]{1,2}(?:de |of )?"
    r"([^\W\d_]{3,12})\.?,?[\s\u00a0-]{1,2}(?:de |del )?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?[\s\u00a0](\d{1,2})(?:st|nd|rd|th)?,?[\s\u00a0]{1,2}(\d{4})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_MONTH = re.compile(r"^(\d{4})[-/.](\d{1,2})$")
_YEAR = re.compile(r"^(\d{4})$")
_NAME_DAY = re.compile(r"(?<!\d)(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)")
_URL_DAY = re.compile(r"(?<![\d])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)")
_URL_MONTH_NAME = re.compile(r"/(\d{4})/([a-z]{3})/(\d{1,2})(?!\d)")
_URL_COMPACT = re.compile(r"(?<![\dA-Za-z])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A complete date in a text: `text[start:end]` names `day`; or `other`, when numbers may be read both ways and nothing decided it."""

    day: date
    start: int
    end: int
    other: date | None = None


def find_days(text: str, pack: Pack | None) -> tuple[WrittenDay, ...]:
    """Return the complete dates in a short text, in order and without overlap.

    Args:
        text: a line or a field.
        pack: the language's pack; it gives month names and whether 04/05 is day first. English month names always count.
            Without a pack an ambiguous order is left unread; with one that settles no order both readings are given.
    """
    found: list[WrittenDay] = []
    for match in _YMD.finditer(text):
        _add(found, match, match[1], match[3], match[4])
    for match in _CJK.finditer(text):
        _add(found, match, match[1], match[2], match[3])
    for match in _DMY.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12:
            _add(found, match, match[4], match[3], match[1])
        elif second > 12 or (pack is not None and pack.dates.order == "month_day" and first != second):
            _add(found, match, match[4], match[1], match[3])
        elif pack is not None or first == second:
            other = make_day(match[4], match[1], match[3]) if pack is not None and pack.dates.order == "either" and first != second else None
            _add(found, match, match[4], match[3], match[1], other)
    lang = pack.lang if pack is not None else "en"
    months = _read_months(lang)
    for match in _DAY_FIRST.finditer(text):
        _add(found, match, match[3], months.get(fold_text(match[2], lang)), match[1])
    for match in _MONTH_FIRST.finditer(text):
        _add(found, match, match[3], months.get(fold_text(match[1], lang)), match[2])
    return tuple(sorted(found, key=lambda written: written.start))


def read_both_ways(value: str, pack: Pack | None) -> tuple[DateRange, ...]:
    """Return the range of days a metadata field names; two when its numbers may be read both ways, none when it cannot be read."""
    found = read_date_field(value, pack)
    if found is None:
        return ()
    days = find_days(value.strip()[:200], pack) if _DMY.search(value) is not None else ()  # only such numbers may be read both ways
    other = days[0].other if days and to_range(days[0].day) == found else None
    return (found,) if other is None else (found, to_range(other))


def read_date_field(value: str, pack: Pack | None) -> DateRange | None:
    """Return the range of days a metadata field names: a day, or a whole month or year; `None` when it cannot be read."""
    value = value.strip()
    compact = _COMPACT.match(value)
    if compact is not None:
        day = make_day(compact[1], compact[2], compact[3])
        return to_range(day) if day is not None else None
    days = find_days(value[:200], pack)
    if days:
        return to_range(days[0].day)
    month = _MONTH.match(value)
    if month is not None:
        first = make_day(month[1], month[2], 1)
        return None if first is None else DateRange(start=first.isoformat(), end=_next_month(first).isoformat())
    year = _YEAR.match(value)
    first = make_day(year[1], 1, 1) if year is not None else None
    return None if first is None else DateRange(start=first.isoformat(), end=first.replace(year=first.year + 1).isoformat())


def find_name_day(name: str) -> date | None:
    """Return the day in a file's name (`2022-04-24` or `2022_04_24`), `None` when there is none or there are several."""
    days = {make_day(match[1], match[3], match[4]) for match in _NAME_DAY.finditer(name)} - {None}
    return days.pop() if len(days) == 1 else None


def find_url_day(url: str) -> date | None:
    """Return the day in a URL's path (`/2022/04/24/`, `-2022-04-24`, `/2022/apr/24`, `20220424`), `None` when there is none."""
    path = url.split("://", 1)[-1].partition("/")[2].split("?", 1)[0][:2000]
    for match in _URL_DAY.finditer(f"/{path}"):
        day = make_day(match[1], match[3], match[4])
        if day is not None:
            return day
    for match in _URL_MONTH_NAME.finditer(f"/{path.lower()}"):
        day = make_day(match[1], _read_months("en").get(match[2]), match[3])
        if day is not None:
            return day
    for match in _URL_COMPACT.finditer(f"/{path}"):
        day = make_day(match[1], match[2], match[3])
        if day is not None:
            return day
    return None


def make_day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    """Return the date, `None` when there is no such day or the year is out of range."""
    if month is None:
        return None
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


def to_range(day: date) -> DateRange:
    """Return the range that holds one day."""
    return DateRange(start=day.isoformat(), end=(day + timedelta(days=1)).isoformat())


def _add(found: list[WrittenDay], match: re.Match[str], year: str, month: str | int | None, day: str, other: date | None = None) -> None:
    made = make_day(year, month, day)
    if made is not None and all(match.end() <= other.start or other.end <= match.start() for other in found):
        found.append(WrittenDay(day=made, start=match.start(), end=match.end(), other=other))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


@cache
def _read_months(lang: str) -> dict[str, int]:
    """Return month names and abbreviations of a language and of English, folded, with their number."""
    months: dict[str, int] = {}
    for code in ("en", lang):
        pack = load_pack(code)
        for number, forms in enumerate(pack.dates.months if pack is not None else (), start=1):
            months.update(dict.fromkeys((form.rstrip(".") for form in forms), number))
    return months
