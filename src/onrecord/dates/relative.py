"""Reads dates that count from the day of publication or from a day named before.

In: a `Shape` and its `Context`. Out: `Reading`, `None` when the words are no date after all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.dates import calendar
from onrecord.dates.context import NO_PUBLICATION, Context, Reading, is_told, read_as, speaks_of_future, value_of
from onrecord.dates.grammar import Shape
from onrecord.dates.words import DAY_NUMBERS, PLURAL, UNITS
from onrecord.records import DateRange

BARE_DAYS = frozenset({"es", "fr", "it", "pt"})
"""Languages that put the day of the month right behind the weekday; elsewhere a number there counts something ("dinsdag 26 mensen")."""
POSTPOSITIONS = frozenset({"tr"})
"""Languages in which "in" stands behind its amount ("beş gün içinde")."""
BARE_COMPLEMENTS = frozenset({"en", "fr"})
"""Languages in which "after" takes any word behind it for its own; elsewhere "after" alone ends there ("dos días después renunció")."""
NEAR_DAYS = 31
_BRACKETED = re.compile(r"\(d\.?\)|,?Ddo?\.(?=[,.;)\n]|$)")
_ORDINAL = re.compile(r",?D?(?:do|j)(?=[.,;)\n]|$)")
_NUMBERED = re.compile(r"\(d\.?\)|d(?![-/.,]?[dnyv%])")


def read_deictic(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of an expression that counts from publication; without that day it stays open."""
    published = context.published
    if shape.name == "today" and "u" in shape.roles and UNITS[(value_of(shape, "u", context.tokens) or 0) % PLURAL] != "day":
        return None
    if shape.name == "today" and context.tokens.roles[shape.first - 1 : shape.first] == "D":
        return None  # Spanish `la mañana` is the morning
    if published is None:
        open_reading = read_as(shape, None, f"{shape.name.replace('_', ' ')}, {NO_PUBLICATION}")
        return open_reading if shape.name != "in_future" or speaks_of_future(shape.first, shape.after, context) else None
    if shape.name == "today":
        return _read_today(shape, context, published)
    if shape.name == "weekday":
        return _read_weekday(shape, context, published)
    if shape.name == "weekday_of_week":
        return _read_weekday_of_week(shape, context, published)
    if shape.name == "weekend":
        return _read_weekend(shape, context, published)
    return _read_units(shape, context, published)


def read_anaphoric(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of an expression that counts from the day named last: "two days earlier", "the following week"."""
    tokens, named = context.tokens, context.named
    if shape.name == "named_day":
        sign, unit, amount = 1, "day", value_of(shape, "P", tokens)
        if amount == 0 and is_told(shape.first, shape.after, context):
            named = context.past  # what is said is said on a day that has come, whatever day it was about
    else:
        sign = value_of(shape, "ReX", tokens) or 0
        unit = UNITS[(value_of(shape, "u", tokens) or 0) % PLURAL] if "u" in shape.roles else "day"
        amount = _amount(shape, context) if "X" not in shape.roles else 1
    if unit == "hour" or _counts_from_next(shape, context):
        return None
    if named is None:
        return read_as(shape, None, "no day named before")
    if amount is None:
        return read_as(shape, None, "vague amount from a day named before")
    if "W" in shape.roles:
        amount = (sign * ((value_of(shape, "W", tokens) or 0) - named.weekday())) % 7 or 7
    found = calendar.unit_range(named, unit, sign * amount)
    return read_as(shape, found, f"counted from {named.isoformat()}, named before")


def _counts_from_next(shape: Shape, context: Context) -> bool:
    """True for "two days after the vote", which counts from what follows and not from the day named before."""
    tokens, words = context.tokens, context.words
    following = tokens.roles[shape.after : shape.after + 1]
    if tokens.word(shape.after - 1).rpartition(" ")[2] not in words.prepositions:
        return False
    return following in tuple("lDSLNWwMmdcny") or (following in tuple("_KF") and words.lang in BARE_COMPLEMENTS)


def _read_today(shape: Shape, context: Context, published: date) -> Reading:
    offset = value_of(shape, "t", context.tokens) or 0
    found = published + timedelta(days=offset)
    after = shape.after
    weekday = value_of(shape, "W", context.tokens)
    if weekday is not None and weekday != found.weekday():
        after = shape.first + shape.roles.index("t") + 1
    return Reading(first=shape.first, after=after, range=calendar.make_range(found), how=f"{offset:+d} days from publication")


def _read_weekday(shape: Shape, context: Context, published: date) -> Reading:
    roles = shape.roles
    weekday = value_of(shape, "W", context.tokens) or 0
    numbered = _read_numbered(shape, weekday, context, published)
    if numbered is not None:
        return numbered
    back, ahead = (published.weekday() - weekday) % 7, (weekday - published.weekday()) % 7
    future = speaks_of_future(shape.first, shape.after, context)
    if "L" in roles:
        days, how = -(back or 7), "last such weekday before publication"
    elif "N" in roles:
        days, how = ahead or 7, "next such weekday after publication"
    elif "S" in roles:
        days, how = weekday - published.weekday(), "weekday in the week of publication"
        if future and days < 0:
            days, how = ahead, "coming weekday"
    elif future:
        days, how = ahead, "coming weekday"
    else:
        days, how = -back, "last such weekday up to publication"
    return read_as(shape, calendar.make_range(published + timedelta(days=days)), how)


def read_month_day(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "el día 26", the day of a month that is not named; of the words before the number in languages that do not write so."""
    roles, tokens = shape.roles, context.tokens
    unit = value_of(shape, "u", tokens) or 0
    if UNITS[unit % PLURAL] != "day" or unit >= PLURAL or context.words.lang not in DAY_NUMBERS:
        rest = Shape(name="unit", first=shape.first, after=shape.after - 1, roles=roles[:-1])
        return read_deictic(rest, context) if "L" in roles or "N" in roles else None
    published, number = context.published, tokens.values[shape.after - 1]
    if published is None:
        return read_as(shape, None, f"day of a month, {NO_PUBLICATION}")
    return _nearest_day(shape, number, published, context)


def read_ordinal_day(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of "on the 26th" with nothing behind it that is counted."""
    behind = Shape(name=shape.name, first=shape.first + 1, after=shape.after, roles=shape.roles[1:])
    number = value_of(shape, "d", context.tokens) or 0
    if context.published is None:
        return read_as(behind, None, f"day of a month, {NO_PUBLICATION}")
    return _nearest_day(behind, number, context.published, context)


def _nearest_day(shape: Shape, number: int, published: date, context: Context) -> Reading | None:
    """Return the reading of day `number` of a month that is not named."""
    near = [day for offset in range(-NEAR_DAYS, NEAR_DAYS + 1) if (day := published + timedelta(days=offset)).day == number]
    future = "N" in shape.roles or speaks_of_future(shape.first, shape.after, context)
    side = [day for day in near if (day >= published if future else day <= published)] if future or "L" in shape.roles else near
    best = calendar.nearest(side or near, published, future)
    return None if best is None else read_as(shape, calendar.make_range(best), "day of the month nearest to publication")


def _read_numbered(shape: Shape, weekday: int, context: Context, published: date) -> Reading | None:
    """Return the reading of a weekday with the day of a month that is not named ("martes 26", "terça-feira (26)"), `None` where no such day is near."""
    tokens = context.tokens
    pattern = _NUMBERED if context.words.lang in BARE_DAYS else _BRACKETED
    found = _ORDINAL.match(tokens.roles, shape.after) or pattern.match(tokens.roles, shape.after)
    if found is None:
        return None
    number = next(tokens.values[at] for at in range(shape.after, found.end()) if tokens.roles[at] in "dj")
    near = [day for offset in range(-NEAR_DAYS, NEAR_DAYS + 1) if (day := published + timedelta(days=offset)).day == number and day.weekday() == weekday]
    best = calendar.nearest(near, published, speaks_of_future(shape.first, shape.after, context))
    if best is None:
        return None
    return Reading(first=shape.first, after=found.end(), range=calendar.make_range(best), how="weekday with the day of the month")


def _read_weekday_of_week(shape: Shape, context: Context, published: date) -> Reading:
    """Return the reading of "Tuesday of last week"; beside another unit the weekday stands alone."""
    tokens, roles = context.tokens, shape.roles
    if UNITS[(value_of(shape, "u", tokens) or 0) % PLURAL] != "week":
        at = shape.first + roles.index("W")
        return _read_weekday(Shape(name="weekday", first=at, after=at + 1, roles="W"), context, published)
    weeks = value_of(shape, "LN", tokens) or 0
    days = 7 * weeks + (value_of(shape, "W", tokens) or 0) - published.weekday()
    return read_as(shape, calendar.make_range(published + timedelta(days=days)), "weekday of a week counted from publication")


def _read_weekend(shape: Shape, context: Context, published: date) -> Reading:
    roles = shape.roles
    future = speaks_of_future(shape.first, shape.after, context)
    weeks = 0
    if "N" in roles:
        weeks = int(published.weekday() >= 5)
    elif "L" in roles or (not future and published.weekday() < 5 and "S" not in roles):
        weeks = -1
    return read_as(shape, calendar.weekend_range(published, weeks), "weekend from publication")


def _read_units(shape: Shape, context: Context, published: date) -> Reading | None:
    """Return the reading of days, weeks, months or years before or after publication."""
    roles = shape.roles
    if "U" in roles:
        return read_as(shape, calendar.year_range(published.year), "year of publication")
    value = value_of(shape, "u", context.tokens) or 0
    unit, plural = UNITS[value % PLURAL], value >= PLURAL and not _is_singular(shape, context)
    amount = _amount(shape, context)
    if unit == "hour":
        return None
    if shape.name == "ago":
        found = None if amount is None else calendar.unit_range(published, unit, -amount)
        return read_as(shape, found, f"{unit}s before publication" if amount else "vague amount before publication")
    if shape.name == "in_future":
        if not speaks_of_future(shape.first, shape.after, context) or (roles[-1] == "I" and context.words.lang not in POSTPOSITIONS):
            return None
        found = None if amount is None else calendar.unit_range(published, unit, amount)
        return Reading(first=shape.first + int(roles[0] == "I"), after=shape.after, range=found, how=f"{unit}s after publication")
    sign = -1 if "L" in roles else 1 if "N" in roles else 0
    if sign == 0:
        return None if unit == "day" or plural else read_as(shape, calendar.unit_range(published, unit, 0), f"{unit} of publication")
    found, how = _read_stretch(published, unit, sign, amount, "v" in roles or (amount is None and plural), plural)
    return read_as(shape, found, how)


def _is_singular(shape: Shape, context: Context) -> bool:
    """True for a form of both numbers ("mois") with no plural beside it."""
    said = {context.tokens.word(at) for at in range(shape.first, shape.after)}
    return not said.isdisjoint(context.words.both_numbers) and said.isdisjoint(context.words.plural_beside)


def _read_stretch(published: date, unit: str, sign: int, amount: int | None, vague: bool, plural: bool) -> tuple[DateRange | None, str]:
    """Return the days of "last week" (a calendar week), "the past two weeks" and "the coming weeks" (up to or from publication)."""
    if vague:
        return calendar.stretch_vague(published, unit, sign), f"vague number of {unit}s from publication"
    if amount is not None and (amount > 1 or plural):
        return calendar.stretch(published, unit, sign * amount), f"{amount} {unit}s from publication"
    return calendar.unit_range(published, unit, sign), f"{unit} {'before' if sign < 0 else 'after'} that of publication"


def _amount(shape: Shape, context: Context) -> int | None:
    """Return the number in a shape, `None` without one or with a vague one."""
    return None if "v" in shape.roles else value_of(shape, "cdn", context.tokens)
