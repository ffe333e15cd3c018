"""Says which days a date expression means.

In: a `Shape` and its `Context`. Out: `Reading`. Left to others: finding shapes (`grammar`), making records (`find`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

from onrecord.dates.absolute import read_bare_month, read_day, read_month, read_year
from onrecord.dates.calendar import week_range
from onrecord.dates.context import Context, Reading
from onrecord.dates.grammar import Shape, next_shape, other_shapes
from onrecord.dates.numeric import read_decade, read_numeric, read_short_year, read_slash_day, read_slashed
from onrecord.dates.parts import read_near_part, read_part_of_year, read_same_part, read_week_of
from onrecord.dates.relative import read_anaphoric, read_deictic, read_month_day, read_ordinal_day
from onrecord.dates.words import PLURAL, UNITS

_READERS = {
    "numeric": read_numeric,
    "dotted": read_numeric,
    "part_of_year": read_part_of_year,
    "near_part": read_near_part,
    "same_part": read_same_part,
    "week_of": read_week_of,
    "days": read_day,
    "day": read_day,
    "spelled_day": read_day,
    "slashed": read_slashed,
    "slash_day": read_slash_day,
    "short_year": read_short_year,
    "ordinal_day": read_ordinal_day,
    "month": read_month,
    "month_of_year": read_bare_month,
    "bare_month": read_bare_month,
    "decade": read_decade,
    "year": read_year,
    "named_day": read_anaphoric,
    "from_named": read_anaphoric,
    "month_day": read_month_day,
}
_WITH_DETERMINER = frozenset(
    {"part_of_year", "near_part", "same_part", "ordinal_day", "week_by_day", "month_by_name", "week_of", "unit", "month_day", "weekend", "named_day", "from_named"}
)
"""Shapes that own their determiner ("the past week", but "the third-quarter results"); a day has one in some languages only ("el 3 de mayo")."""


_BY_NAME = {"day_by_name": "day", "month_by_name": "month", "week_by_day": "week"}
"""Shapes that say the unit before its name: "el día 9 de julio", "the month of May", "the week of May 2"."""


def read_shape(shape: Shape, context: Context) -> Reading | None:
    """Return what a shape means, or what the next one that begins there means; `None` when the words are no date after all."""
    readings = (_read_one(each, context) for each in chain((shape,), other_shapes(context.tokens.roles, shape)))
    return next((reading for reading in readings if reading is not None), None)


def _read_one(shape: Shape, context: Context) -> Reading | None:
    if shape.name in _BY_NAME:
        return _read_by_name(shape, context)
    reading = _READERS.get(shape.name, read_deictic)(shape, context)
    if reading is None or (shape.name in _WITH_DETERMINER and "-q" not in shape.roles) or context.tokens.roles[reading.first] != "D":
        return reading
    if context.tokens.word(reading.first) in context.words.date_articles:
        return reading
    return replace(reading, first=reading.first + 1)


def _read_by_name(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of a day or month behind the word for day or month, which belongs to it."""
    at = shape.roles.index("u") + 1
    value = context.tokens.values[shape.first + at - 1]
    if UNITS[value % PLURAL] != _BY_NAME[shape.name]:
        return None
    while shape.roles[at] in "lDO":
        at += 1
    inner = next_shape(context.tokens.roles, shape.first + at)
    reading = read_shape(inner, context) if inner is not None and inner.first == shape.first + at else None
    if reading is None or shape.name != "week_by_day":
        return None if reading is None else replace(reading, first=shape.first)
    if value >= PLURAL or reading.range is None or reading.range.day is None:
        return None
    return replace(reading, first=shape.first, range=week_range(date.fromisoformat(reading.range.day), 0), how=f"week of a day, {reading.how}")
