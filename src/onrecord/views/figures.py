"""Selects and orders the figures people are shown, each with what it counts said once.

In: the figures of all analyses. Out: `FigureEntry`s, and how many are not worth a line: small, vague or nameless numbers of kind `other`
("two leaders", "millions of people") count no event. They stay in the JSON.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.ledger.entry import TOLD_BY_NOUN
from onrecord.records import Figure, Span
from onrecord.results import Comparison
from onrecord.views.display import format_value, is_vague
from onrecord.views.entries import FigureEntry
from onrecord.views.lookup import Lookup

MIN_OTHER = 10
"""A smaller number of kind `other` is part of a description: "both parties", "two ministers"."""
_UNDATED = "9999"


def list_figures(comparison: Comparison, lookup: Lookup) -> tuple[tuple[FigureEntry, ...], int]:
    """Return the figures that count something by kind, place, population and date, so that counts of one thing stand together, and how many are left out."""
    figures = [figure for analysis in comparison.analyses for figure in analysis.figures]
    shown = [figure for figure in figures if _counts_event(figure)]
    shown.sort(key=lambda f: (f.kind, f.place or "", f.population or "", f.as_of.start if f.as_of else _UNDATED))
    return tuple(_make_figure(number, figure, lookup) for number, figure in enumerate(shown, start=1)), len(figures) - len(shown)


def _counts_event(figure: Figure) -> bool:
    """True unless a number only belongs to a description: of kind `other` and vague, small, or of nothing that is named."""
    if figure.kind != "other" or figure.population in TOLD_BY_NOUN:
        return True
    named = figure.population is not None or figure.unit is not None
    return named and not is_vague(figure.low, figure.high, figure.point) and _measure(figure) >= MIN_OTHER


def _measure(figure: Figure) -> float:
    return max((value for value in (figure.point, figure.low, figure.high) if value is not None), default=0.0)


def _widen(figure: Figure, lookup: Lookup) -> Span:
    """Return the words of a figure with the hedges right before it ("at least")."""
    text, span = lookup.article(figure.article).text, figure.span
    for hedge in sorted(figure.hedges, reverse=True):
        if hedge.end <= span.start and not text[hedge.end : span.start].strip():
            span = hedge.cover(span)
    return span


def _make_figure(number: int, figure: Figure, lookup: Lookup) -> FigureEntry:
    """Return a figure as it is shown: a vague one in its own words, and what is counted said once."""
    passage = lookup.cut(figure.article, figure.span)
    vague = is_vague(figure.low, figure.high, figure.point)
    return FigureEntry(
        number=number,
        kind=figure.kind,
        value=passage.words if vague else format_value(figure if figure.population is None else replace(figure, unit=None)),  # the unit is the population as written
        size=_measure(figure),
        passage=passage,
        shown=lookup.cut(figure.article, _widen(figure, lookup)),
        hedges=tuple(lookup.cut(figure.article, span) for span in figure.hedges),
        population=None if vague else figure.population,
        place=figure.place,
        as_of=figure.as_of,
        period=figure.period,
        counted_by=figure.source,
        article=lookup.entry(figure.article),
    )
