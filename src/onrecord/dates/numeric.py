"""Reads dates that numbers tell: "2022-04-24", "24.04.2022", "on 24/04", "24/Apr/2022", "April '22".

In: a `Shape` and its `Context`. Out: `Reading`, `None` when the words are no date after all.
"""

from __future__ import annotations

import re
from datetime import date

from onrecord.dates import calendar
from onrecord.dates.absolute import after_year, place_day
from onrecord.dates.context import Context, Reading, read_as, value_of
from onrecord.dates.grammar import Shape
from onrecord.dates.tokens import YEARS
from onrecord.dates.words import DAY_NUMBERS, PLURAL, UNITS
from onrecord.languages.orders import EITHER, MONTH_DAY
from onrecord.records import DateRange

LONG_YEAR = 4
"""Digits of a year written in full."""
YEARS_AHEAD = 20
"""A year of two digits lies at most so many years after publication: "'60" is 1960."""
DOTTED_DAYS = frozenset({"cs", "de", "pl", "ru", "tr", "uk"})
"""Languages that write a day and its month as "3.5."; elsewhere that is a number before a full stop. Source: CLDR, short dates."""
HALF_YEAR = 183
AGES = frozenset({"en"})
"""Languages in which two digits with the ending of a decade tell ages and heat as well ("in her 80s")."""
FIRST_SHORT_DECADE = 30
"""Decades before 1930 are not told by two digits: "años 20" may be those of this century."""
_DIGITS = re.compile(r"\d+")


def read_numeric(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "2022-04-24", "24.04.2022", "4/24/2022", and of "24.04." behind a weekday or preposition."""
    raw = context.tokens.word(shape.after - 1)
    written = _DIGITS.findall(raw)
    numbers = [int(digits) for digits in written]
    first = shape.first + int(shape.roles[0] == "O")
    if shape.name == "dotted":
        if shape.roles[0] in "Dz" and not (context.words.lang in DOTTED_DAYS and _is_introduced(first, context)):
            return None
        if shape.roles[0] not in "Ww" and context.tokens.word(first - 1) in context.words.not_before_days:
            return None
        return place_day(shape, first, shape.after, numbers[0], numbers[1], None, context)
    year_first = len(written[0]) == LONG_YEAR
    if year_first:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 or (context.order == MONTH_DAY and "." not in raw and day <= 12):
            day, month = month, day
        if len(written[2]) < LONG_YEAR:
            year = _full_year(year, context)
    found = calendar.make_day(year, month, day) if year >= YEARS.start else None  # a page without a date writes 0001-01-01
    if found is None:
        return None
    end = after_year(shape.after, context)
    if not year_first and context.order == EITHER and "." not in raw and day != month and max(day, month) <= 12:
        return Reading(first=first, after=end, range=None, how=f"{day}.{month}. or {month}.{day}., nothing tells which number is the day")
    return Reading(first=first, after=end, range=calendar.make_range(found), how="as written")


def read_slashed(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "24/Apr/2022" and "2022-Apr-24", of "Apr/2022" and "24/Apr"."""
    tokens, roles = context.tokens, shape.roles
    month, day, year = (value_of(shape, "Mm", tokens) or 0) + 1, value_of(shape, "d", tokens), value_of(shape, "y", tokens)
    if day is not None:
        return place_day(shape, shape.first, shape.after, day, month, year, context)
    return read_as(shape, calendar.month_range(year, month), "month and year as written") if year is not None and "/" in roles else None


def read_slash_day(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "Friday 22/4", "on 22/04" and "dia 22/04"; fractions ("le 1/3"), scores and dates that may be read both ways are none."""
    tokens, roles = context.tokens, shape.roles
    unit = value_of(shape, "u", tokens)
    if unit is not None and (UNITS[unit % PLURAL] != "day" or unit >= PLURAL or context.words.lang not in DAY_NUMBERS):
        return None
    weekday = value_of(shape, "Ww", tokens)
    if roles[0] == "D" and unit is None and weekday is None and tokens.word(shape.first) not in context.words.date_articles:
        return None
    day, month = tokens.values[shape.after - 3], tokens.values[shape.after - 1]
    if context.order == EITHER and day != month and max(day, month) <= 12:
        both = [place_day(shape, shape.first, shape.after, *pair, None, context) for pair in ((day, month), (month, day))]
        right = [found for found in both if found is not None and found.range is not None and _is_near(found.range, weekday, context)]
        return right[0] if len(right) == 1 else None
    if month > 12 or (context.order == MONTH_DAY and day <= 12):
        day, month = month, day
    written = {len(tokens.word(shape.after - 3)), len(tokens.word(shape.after - 1))}
    if written != {2} and unit is None and weekday is None:
        return None
    return place_day(shape, shape.first + int(roles[0] == "O"), shape.after, day, month, None, context)


def read_short_year(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "May '22", "since '82" and "the '90s"."""
    tokens, words, roles = context.tokens, context.words, shape.roles
    at = shape.after - 1
    if len(tokens.word(at)) != 2 or not tokens.touches(at) or tokens.touches(at - 1):
        return None
    year, following = _full_year(tokens.values[at], context), tokens.word(at + 1)
    month = value_of(shape, "Mm", tokens)
    if month is not None:
        return read_as(shape, calendar.month_range(year, month + 1), "month and year as written")
    if following == "s" and tokens.touches(at + 1):
        if tokens.values[at] < FIRST_SHORT_DECADE:
            return None
        return Reading(first=shape.first, after=at + 2, range=calendar.year_range(year, 10), how="decade as written")
    introduced = tokens.word(shape.first - 1) in words.before_year or any(role in "pe" for role in roles)
    return read_as(shape, calendar.year_range(year), "year as written") if introduced and following not in words.not_years else None


def _is_near(found: DateRange, weekday: int | None, context: Context) -> bool:
    """True for a day that is the named weekday and lies within half a year of publication."""
    day = date.fromisoformat(found.start)
    return context.published is not None and day.weekday() == weekday and abs((day - context.published).days) <= HALF_YEAR


def read_decade(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "les années 1990", "de jaren negentig", "die 1990er", "1990-е"; of "the 1990s" as well."""
    tokens, words, roles = context.tokens, context.words, shape.roles
    at = next(i for i, role in enumerate(roles) if role in "ydnc")
    value, after = tokens.values[shape.first + at], shape.after
    listed = tokens.roles[after : after + 2] in (",y", "ry")
    unit = max(roles.find("u"), roles.find("C"))
    if unit >= 0:
        named = tokens.word(shape.first + unit) in words.decade_units and not listed
    else:
        named = tokens.word(after - 1) in words.decade_endings and tokens.touches(after - 1) and (roles[at] == "y" or words.lang not in AGES)
    full = value if roles[at] == "y" else 1900 + value
    if not named or value % 10 or not (roles[at] == "y" or FIRST_SHORT_DECADE <= value < 100):
        return None
    first = shape.first if any(role in "pe" for role in roles) else shape.first + max(unit, 0)
    return Reading(first=first, after=after, range=calendar.year_range(full, 10), how="decade as written")


def _full_year(year: int, context: Context) -> int:
    """Return a year of two digits in full."""
    latest = context.published.year + YEARS_AHEAD if context.published is not None else YEARS.start + 550
    return year + 2000 if year + 2000 <= latest else year + 1900


def _is_introduced(first: int, context: Context) -> bool:
    """True when day and month in dots stand where dates stand: behind an article or a preposition; elsewhere they may number a section."""
    tokens, words = context.tokens, context.words
    before = tokens.roles[first - 1 : first] if tokens.roles[first] != "D" else "D"
    return before in tuple("DrlO") or (before != "I" and tokens.word(first - 1) in words.before_year.union(words.until))
