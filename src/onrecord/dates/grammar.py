"""The shapes of date expressions, as patterns over token roles; they hold for every language.

In: the role string of `Tokens`. Out: `Shape`s, one after another.
Left to others: what a shape means (`resolve`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WEEKDAY = r"(?:(?:t,?)?D?[Ww]\.?[,(]?O?)?(?:D?[LNS]?)?"
_DAY = r"d[o.]?"
_MONTH = r"[Mm]\.?"
_YEAR = r"(?:[,-]?[lD]*y|(?<!\.),?[lD]*(?:[LNS]u|u[LN])|[LN](?![cdnv]?u))"
_PART = r"(?:D?[pe]-?[lD]*)?"
_AMOUNT = r"(?:[cdn]|c?v)"
_ORDINAL = r"(?:j|d[o.]?)"
_OF_YEAR = r"(?:[,-]?[lD]*(?:u[lD]*)?y|[lD]*(?:[LNS]u|u[LN])|[lD]*u(?![cdnv]?u))"
_YEARS = r"(?:D?y(?:-|'_|_|u)?|D?(?:[LNS]u|u[LN])'_|u)?"
_SHAPES = (
    ("numeric", rf"{_WEEKDAY}Z"),
    ("dotted", r"(?:[Ww]\.?,?[OD]?|O)?D?z"),
    ("part_of_year", rf"{_YEARS}D?(?:{_ORDINAL}-?|[Lf])q(?!-?f){_OF_YEAR}?|Qd(?:[-/]?[lD]*y)?|y-?Qd"),
    ("near_part", r"D?[LNS]q|D?q[LN]"),
    ("same_part", rf"D?g(?:{_ORDINAL}-?q|[bq])|D?G|D(?:h[bq]|q)(?!-)"),
    ("week_of", rf"D?(?:{_ORDINAL}|[LNSf])u[lDO]*(?:[Mm]{_YEAR}?|(?:u[lD]*)?y|[LNS]u|u[LN])"),
    ("days", rf"D?{_DAY}(?:-|[rO]D?|D){_DAY}[lD]*{_MONTH}{_YEAR}?|{_MONTH}do?(?:-|r)do?(?![-\d]){_YEAR}?"),
    ("day", rf"{_WEEKDAY}{_DAY}-?[lD]*{_MONTH}{_YEAR}?|{_WEEKDAY}{_MONTH}do?{_YEAR}?"),
    ("spelled_day", rf"{_WEEKDAY}(?:[cj]-?)?[cj][lD]*{_MONTH}(?!-_){_YEAR}?|{_WEEKDAY}{_MONTH},?D?(?:c-?)?j(?=[.,;)\n]|$)"),
    ("slashed", r"d[-/][Mm]\.?[-/]y|[Mm]\.?[-/]d[-/]y|y[-/][Mm]\.?[-/]d|(?<![-/])d/[Mm](?![-/])|[Mm]/[dy](?![-/])"),
    ("slash_day", r"(?:D?[Ww]\.?,?[OD]?|OD?|D?u|D)d/d(?![-/])"),
    ("day_by_name", rf"D?[LN]?u(?:{_DAY}(?:-|rD?))?{_DAY}[lD]*{_MONTH}{_YEAR}?"),
    ("week_by_day", rf"D?u[lD]+(?:{_DAY}[lD]*{_MONTH}|{_MONTH}do?){_YEAR}?"),
    ("month_by_name", rf"{_PART}D?[LNS]?u[lDO]*[Mm](?:[,-]?[lD]*y|[lD]*(?:[LNS]u|u[LN]))?"),
    ("month_of_year", rf"{_PART}D?{_MONTH}[lD]*(?:[LNS]u|u[LN])"),
    ("month", rf"{_PART}D?{_MONTH}[,-]?[lD]*y"),
    ("short_year", rf"{_PART}D?(?:{_MONTH}[lD]*)?'[dn]"),
    ("named_day", r"P"),
    ("ago", rf"A{_AMOUNT}u|{_AMOUNT}uA"),
    ("from_named", rf"{_AMOUNT}u[Re]|D?Xu|D?uX|D?XW|D?WX"),
    ("in_future", rf"I{_AMOUNT}u|{_AMOUNT}uI"),
    ("weekday_of_week", r"D?W[lD]*(?:[LNS]u|u[LN])|[LNS]u,?O?W"),
    ("month_day", r"(?:D?[LN])?D?ud(?![o\d]|-?[lrD,]*[dMm]|[l/-])"),
    ("ordinal_day", r"ODdo(?=[.,;)\n]|$)"),
    ("unit", rf"{_PART}[DS]?(?:[LN]{_AMOUNT}?u|{_AMOUNT}?[LN]u|{_AMOUNT}?u[LN](?![cdnv]?u)|Su|p[lD]*u(?![lD]*y))|D?U"),
    ("bare_month", rf"{_PART}(?:D?[LNS])?M(?:l?[LN](?![cdnv]?u))?|{_PART}(?:D?[LNS])?m\.?"),
    ("weekday", r"(?:[pe]-?)?D?(?:S?[LN]|S)?W(?:l?[LN](?![cdnv]?u))?"),
    ("weekend", r"(?:S?[LN]|[SD])?E[LN]?"),
    ("today", r"(?:[pe]-?)?t(?:,?D?W)?|D?ul+t"),
    ("decade", rf"{_PART}D?(?:[uC][lD]*'?[ydn](?!['\d])|[uC][lD]*c|[yn]-?'?_)"),
    ("year", rf"{_PART}D?(?:u[lD]*)?y"),
)
_OPENERS = r"(?=[AcCdDeEfgGIjLMmnNOpPqQStuUvwWXyZz'])"  # most tokens open no shape: tell so at once
_BY_NAME = {name: re.compile(pattern) for name, pattern in _SHAPES}
_PATTERN = re.compile(_OPENERS + "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _SHAPES) + ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Tokens `first` to before `after` have the shape `name`; `roles` are theirs."""

    name: str
    first: int
    after: int
    roles: str


def next_shape(roles: str, at: int) -> Shape | None:
    """Return the first shape at or after token `at`, `None` when there is no more."""
    match = _PATTERN.search(roles, at)
    return Shape(name=match.lastgroup or "", first=match.start(), after=match.end(), roles=match[0]) if match else None


def other_shapes(roles: str, shape: Shape) -> Iterator[Shape]:
    """Yield the shapes of lower rank that begin where `shape` does, for words that are none of its name after all."""
    names = list(_BY_NAME)
    for name in names[names.index(shape.name) + 1 :]:
        if match := _BY_NAME[name].match(roles, shape.first):
            yield Shape(name=name, first=match.start(), after=match.end(), roles=match[0])
