"""Which days a date in a telling means, where a part of a month is told beside the month: "mid-June", "Ende August", "haziran ortasında".

In: a `Side` and a date in it. Out: its days. What the parts are called stands in `thirds.toml`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import DateMention, DateRange, Span
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

REACH = 30
"""Code points before and behind a month in which the word for its part stands."""
_FIRST_DAYS = {"early": 1, "middle": 11, "late": 21}
_LAST_DAYS = {"early": 10, "middle": 20}
_HALVES = "halves"
_MONTH_FIRST = frozenset({"tr"})
"""Languages in which the word for the part stands behind the month."""


def list_days(side: Side, told: DateMention) -> DateRange | None:
    """Return the days of a date: of a month with a word for its beginning, middle or end about ten; otherwise its range, `None` without one."""
    month = told.range
    if month is None or not _is_month(month):
        return month
    key = _find_part(side, _find_area(side, told.span))
    if key is None:
        return month
    first = date.fromisoformat(month.start)
    start = first.replace(day=_FIRST_DAYS[key])
    end = (first.replace(day=_LAST_DAYS[key]) + timedelta(days=1)).isoformat() if key in _LAST_DAYS else month.end
    return DateRange(start=start.isoformat(), end=end)


def _is_month(range: DateRange) -> bool:
    first = date.fromisoformat(range.start)
    return first.day == 1 and date.fromisoformat(range.end) == (first + timedelta(days=31)).replace(day=1)


def _find_part(side: Side, area: Span) -> str | None:
    """Return which part of a month some words tell, also joined to it ("mid-May"); `None` for none and for a half of it."""
    parts = _load_parts(side.lang)
    joined = {word.partition("-")[0] for word in side.folded(area).split() if "-" in word}
    found = next(((key, span) for key, span in find_forms(side, parts, (area,)) if key != _HALVES), None)
    if found is None:
        return next((key for key, forms in parts.items() if not joined.isdisjoint(forms)), None)
    return None if found[0] == "middle" and _is_half(side, found[1]) else found[0]


def _find_area(side: Side, month: Span) -> Span:
    """Return the words of a month with the one right before them, in some languages with the two right behind."""
    text = side.article.text
    if primary_subtag(side.lang) in _MONTH_FIRST:
        behind = [m.end() for m in WORD.finditer(text, month.end, month.end + REACH)][:2]
        return Span(start=month.start, end=max(behind, default=month.end))
    before = [m.start() for m in WORD.finditer(text, max(0, month.start - REACH), month.start)][-1:]
    return Span(start=min(before, default=month.start), end=month.end)


def _is_half(side: Side, middle: Span) -> bool:
    """True when the word for the middle is that for a half ("seconda metà")."""
    before = Span(start=max(0, middle.start - REACH), end=middle.start)
    return any(key == _HALVES and not side.article.text[span.end : middle.start].strip() for key, span in find_forms(side, _load_parts(side.lang), (before,)))


@cache
def _load_parts(lang: str) -> FormTable:
    table = read_lists("onrecord.statements.differences", "thirds").get(primary_subtag(lang), {})
    return {key: tuple(fold_text(form, lang) for form in forms) for key, forms in table.items()}
