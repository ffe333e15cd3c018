"""The shapes of date expressions, as patterns over token roles; they hold for every language.

In: the role string of `Tokens`. Out: `Shape`s, one after another.
Left to others: what a shape means (`resolve`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WEEKDAY = r"(?:(?:t,?)?D?[Ww]\.?[,(]?O?)?(?:D?[LNS]?)?"
_DAY = r"d[o.]?"
_MONTH = r"[Mm]\.?"
_YEAR = r"(?:[,-]?[lD]*y|(?<!\.),?[lD]*(?:[LNS]u|u[LN])|[LN](?![cdnv]?u))"
_PART = r"(?:D?[pe]-?D?)?"
_AMOUNT = r"(?:[cdn]|c?v)"
_ORDINAL = r"(?:j|d[o.]?)"
_OF_YEAR = r"(?:[,-]?[lD]*y|[lD]*(?:[LNS]u|u[LN])|[lD]*u(?![cdnv]?u))"
_YEARS = r"(?:D?y(?:-|'_|_|u)?|D?(?:[LNS]u|u[LN])'_|u)?"
_SHAPES = (
    ("numeric", rf"{_WEEKDAY}Z"),
    ("dotted", r"(?:[Ww]\.?,?[OD]?|O)D?z"),
    ("part_of_year", rf"{_YEARS}D?(?:{_ORDINAL}-?|[Lf])q{_OF_YEAR}?|Qd(?:[-/]?[lD]*y)?|y-?Qd"),
    ("near_part", r"D?[LNS]q|D?q[LN]"),
    ("week_of", rf"D?(?:{_ORDINAL}|[LNSf])u[lD]*(?:[Mm]{_YEAR}?|y|[LNS]u|u[LN])"),
    ("days", rf"D?{_DAY}(?:-|rD?){_DAY}[lD]*{_MONTH}{_YEAR}?|{_MONTH}do?-do?(?![-\d]){_YEAR}?"),
    ("day", rf"{_WEEKDAY}{_DAY}-?[lD]*{_MONTH}{_YEAR}?|{_WEEKDAY}{_MONTH}do?{_YEAR}?"),
    ("month_of_year", rf"{_PART}D?{_MONTH}[lD]*(?:[LNS]u|u[LN])"),
    ("month", rf"{_PART}D?{_MONTH}[,-]?[lD]*y"),
    ("named_day", r"P"),
    ("ago", rf"A{_AMOUNT}u|{_AMOUNT}uA"),
    ("from_named", rf"{_AMOUNT}u[Re]|D?Xu|D?uX|D?XW|D?WX"),
    ("in_future", rf"I{_AMOUNT}u"),
    ("weekday_of_week", r"D?W[lD]*(?:[LNS]u|u[LN])|[LNS]u,?O?W"),
    ("month_day", r"(?:D?[LN])?D?ud(?![o\d]|-?[lrD,]*[dMm]|[lr-])"),
    ("unit", rf"{_PART}D?(?:[LN]{_AMOUNT}?u|{_AMOUNT}?[LN]u|{_AMOUNT}?u[LN](?![cdnv]?u)|Su|pD?u)"),
    ("bare_month", rf"{_PART}[LNS]?M(?:l?[LN](?![cdnv]?u))?|{_PART}[LNS]?m\.?"),
    ("weekday", r"(?:[pe]-?)?D?[LNS]?W(?:l?[LN](?![cdnv]?u))?"),
    ("weekend", r"(?:[LNS]|D)?E[LN]?"),
    ("today", r"(?:[pe]-?)?t(?:,?D?W)?"),
    ("year", rf"{_PART}D?y"),
)
_OPENERS = r"(?=[AcdDeEfIjLMmnNOpPqQStuvwWXyZz])"  # most tokens open no shape: tell so at once
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
