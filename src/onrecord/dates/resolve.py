"""Says which days a date expression means.

In: a `Shape` and its `Context`. Out: `Reading`. Left to others: finding shapes (`grammar`), making records (`find`).
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.dates.absolute import read_bare_month, read_day, read_month, read_numeric, read_year
from onrecord.dates.context import Context, Reading
from onrecord.dates.grammar import Shape
from onrecord.dates.parts import read_near_part, read_part_of_year, read_week_of
from onrecord.dates.relative import read_anaphoric, read_deictic, read_month_day

_READERS = {
    "numeric": read_numeric,
    "dotted": read_numeric,
    "part_of_year": read_part_of_year,
    "near_part": read_near_part,
    "week_of": read_week_of,
    "days": read_day,
    "day": read_day,
    "month": read_month,
    "month_of_year": read_bare_month,
    "bare_month": read_bare_month,
    "year": read_year,
    "named_day": read_anaphoric,
    "from_named": read_anaphoric,
    "month_day": read_month_day,
}
_WITH_DETERMINER = frozenset({"part_of_year", "near_part", "week_of", "unit", "month_day", "weekend", "named_day", "from_named"})
"""Shapes that own their determiner ("the past week"); a day has one in some languages only ("el 3 de mayo")."""


def read_shape(shape: Shape, context: Context) -> Reading | None:
    """Return what a shape means, or `None` when it is no date after all."""
    reading = _READERS.get(shape.name, read_deictic)(shape, context)
    if reading is None or shape.name in _WITH_DETERMINER or context.tokens.roles[reading.first] != "D":
        return reading
    if context.tokens.word(reading.first) in context.words.date_articles:
        return reading
    return replace(reading, first=reading.first + 1)
