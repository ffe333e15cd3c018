"""Reads parts of a year or of a month: quarters, halves and weeks that are counted or named by their place.

In: a `Shape` and its `Context`. Out: `Reading`, `None` when the words are no date after all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.dates import calendar
from onrecord.dates.context import NO_PUBLICATION, Context, Reading, read_as, speaks_of_future, value_of
from onrecord.dates.grammar import Shape
from onrecord.dates.words import HALF, PLURAL, QUARTER, UNITS
from onrecord.records import DateRange

GENITIVE = frozenset({"cs", "pl", "ru", "uk"})
"""Languages that set the month right behind the week ("první týden května"); elsewhere a word joins them."""
_ENDS_IN = re.compile(r"-?_[lDOI]*(?:do?\.?)?l*[Mm]")
"""A part of a year with a month behind it: "the fourth quarter ended June 30" is that of a company."""
ALWAYS_OF_YEAR = frozenset({"tr"})
"""Languages in which a quarter without "of the year" is as often that of a match."""
DAYS_OF_MONTH = 30
_THURSDAY = 3


def read_part_of_year(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "the third quarter of 2019", "Q3 2019", "the first half of last year", and of a quarter whose year is not said."""
    tokens, roles = context.tokens, shape.roles
    months = value_of(shape, "qQ", tokens) or QUARTER
    number = _number(shape, context) if "Q" not in roles else tokens.values[shape.first + roles.index("d", roles.index("Q"))]
    if number is None:
        number = 12 // months
    if not 1 <= number <= 12 // months or ("Q" in roles and not tokens.touches(shape.first + roles.index("Q") + 1)):
        return None
    after = shape.after
    if tokens.word(after) in context.words.after_year and "y" in roles:
        after += 1
    if _is_of_company(shape, context):
        return Reading(first=shape.first, after=after, range=None, how="part of a fiscal year")
    if "y" in roles:
        if "y_" in roles and tokens.word(shape.first + roles.index("_")) not in context.words.after_year:
            return None
        year = value_of(shape, "y", tokens) or 0
        return Reading(first=shape.first, after=after, range=_part_range(year, number, months), how="part of the year as written", is_part=True)
    published, how = context.published, "part of the year, nearest to publication"
    tail = _unit_of(shape, context)
    if "u" in roles and tail != "year":
        return None
    if "u" not in roles and (tokens.roles[after : after + 1] == "l" or context.words.lang in ALWAYS_OF_YEAR):
        return None  # of a match
    if "u" not in roles and (months == HALF or "f" in roles or "L" in roles):
        return None
    if published is None:
        return read_as(shape, None, f"part of a year, {NO_PUBLICATION}")
    if "u" in roles:
        year, how = published.year + _sign(shape, context), "part of a year counted from publication"
    else:
        told = "-" in roles  # "third-quarter results" have come out
        future = not told and speaks_of_future(shape.first, shape.after, context)
        if not told and not future and number == (published.month - 1) // QUARTER + 2:
            return read_as(shape, None, "part of a year, last year's or this year's")
        year = _nearest_year(number, published, future)
    return Reading(first=shape.first, after=shape.after, range=_part_range(year, number, months), how=how, is_part=True)


def read_near_part(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "this quarter" and "last quarter"."""
    published = context.published
    if value_of(shape, "q", context.tokens) != QUARTER:
        return None
    if published is None:
        return read_as(shape, None, f"quarter, {NO_PUBLICATION}")
    if "L" in shape.roles and speaks_of_future(shape.first, shape.after, context):
        return None  # the last one of the year
    number = (published.month - 1) // QUARTER + 1 + (value_of(shape, "LN", context.tokens) or 0)
    return Reading(first=shape.first, after=shape.after, range=_part_range(published.year, number, QUARTER), how="quarter from publication", is_part=True)


def read_same_part(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "the quarter" and "the latest period", the one named last, and of "the year-ago quarter", a year before it; none where no part of a year is named."""
    roles, named = shape.roles, context.part
    if named is None:
        return None
    first = date.fromisoformat(named.start)
    months = (date.fromisoformat(named.end) - first).days // DAYS_OF_MONTH
    if value_of(shape, "q", context.tokens) not in (None, months):
        return None
    number = _number(shape, context) or (first.month - 1) // months + 1
    return read_as(shape, _part_range(first.year - ("g" in roles.lower()), number, months), "part of a year named before")


def read_week_of(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "the first week of May" and "the last week of 2016": a week from Monday is that of its Thursday."""
    tokens, roles, published = context.tokens, shape.roles, context.published
    unit = roles.index("u")
    value = tokens.values[shape.first + unit]
    named = set(roles[:unit]) & set("LNSf")
    if UNITS[value % PLURAL] != "week" or value >= PLURAL or not named.isdisjoint("NS") or (roles[unit + 1] in "Mm" and context.words.lang not in GENITIVE):
        return None
    whole = _whole(shape, unit + 1, context)
    if whole is None:
        return read_as(shape, None, f"week of a month, {NO_PUBLICATION}") if published is None else None
    first, last = date.fromisoformat(whole.start), date.fromisoformat(whole.end) - timedelta(days=1)
    weeks = 7 * ((_number(shape, context) or 1) - 1)
    day = last - timedelta(days=(last.weekday() - _THURSDAY) % 7) if named else first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + weeks)
    return read_as(shape, calendar.week_range(day, 0), "week of a month or year") if first <= day <= last else None


def _whole(shape: Shape, at: int, context: Context) -> DateRange | None:
    """Return the month or year that the roles of a shape from `at` on name."""
    tokens, roles, published = context.tokens, shape.roles[at:], context.published
    year = next((tokens.values[shape.first + at + i] for i, role in enumerate(roles) if role == "y"), None)
    month = next((tokens.values[shape.first + at + i] + 1 for i, role in enumerate(roles) if role in "Mm"), None)
    if year is None and published is None:
        return None
    sign = next((tokens.values[shape.first + at + i] for i, role in enumerate(roles) if role in "LN"), 0)
    unit = next((UNITS[tokens.values[shape.first + at + i] % PLURAL] for i, role in enumerate(roles) if role == "u"), None)
    if month is not None:
        if year is None and published is not None:
            ahead = speaks_of_future(shape.first, shape.after, context)
            year = published.year + sign if unit == "year" else published.year + (month < published.month if ahead else -(month > published.month))
        return calendar.month_range(year or 0, month)
    if year is not None:
        return calendar.year_range(year)
    return calendar.unit_range(published, unit, sign) if published is not None and unit in ("month", "year") else None


def _number(shape: Shape, context: Context) -> int | None:
    """Return the ordinal of a shape, `None` for the last one."""
    return value_of(shape, "jd", context.tokens)


def _unit_of(shape: Shape, context: Context) -> str | None:
    value = value_of(shape, "u", context.tokens)
    return None if value is None else UNITS[value % PLURAL]


def _sign(shape: Shape, context: Context) -> int:
    """Return -1, 0 or 1 for "of last year", "of this year", "of next year"; the word beside the part itself counts for nothing."""
    roles = shape.roles
    unit = roles.index("u")
    beside = [at for at in (unit - 1, unit + 1) if at < len(roles) and at >= 0 and roles[at] in "LN" and roles[at + 1 : at + 2] != "q"]
    return context.tokens.values[shape.first + beside[0]] if beside else 0


def _nearest_year(number: int, published: date, future: bool) -> int:
    """Return the year of a quarter that is not named: the coming or present one where the words speak of the future, else the one begun last."""
    present = (published.month - 1) // QUARTER + 1
    return published.year + (number < present) if future else published.year - (number > present)


def _is_of_company(shape: Shape, context: Context) -> bool:
    """True for a part of a fiscal year, which begins when its company says."""
    tokens = context.tokens
    beside = {tokens.word(at) for at in (*range(shape.first - 2, shape.first), *range(shape.after, shape.after + 4))}
    return not context.words.fiscal.isdisjoint(beside) or _ENDS_IN.match(tokens.roles, shape.after) is not None


def _part_range(year: int, number: int, months: int) -> DateRange | None:
    """Return part `number` of a year, each `months` long; `number` may count on into other years."""
    first, last = calendar.month_range(year, months * (number - 1) + 1), calendar.month_range(year, months * number)
    return DateRange(start=first.start, end=last.end) if first and last else None
