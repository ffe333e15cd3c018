"""Selects and orders the figures people are shown.

In: the figures of a comparison. Out: `FigureEntry`s. Small or vague numbers of kind `other` ("two leaders", "millions of people") count no event: they
stay in the JSON and are not listed here.
"""

from __future__ import annotations

from onrecord.ledger.entry import TOLD_BY_NOUN
from onrecord.records import Figure
from onrecord.results import Comparison
from onrecord.views.display import format_value, is_vague
from onrecord.views.entries import FigureEntry
from onrecord.views.lookup import Lookup

MIN_OTHER = 10
"""A smaller number of kind `other` is part of a description: "both parties", "two ministers"."""
_UNDATED = "9999"


def list_figures(comparison: Comparison, lookup: Lookup) -> tuple[FigureEntry, ...]:
    """Return the figures that count something by kind, place, population and date, so that counts of one thing stand together."""
    figures = [figure for analysis in comparison.analyses for figure in analysis.figures if _counts_event(figure)]
    figures.sort(key=lambda f: (f.kind, f.place or "", f.population or "", f.as_of.start if f.as_of else _UNDATED))
    return tuple(_make_figure(number, figure, lookup) for number, figure in enumerate(figures, start=1))


def _counts_event(figure: Figure) -> bool:
    """True unless a number only belongs to a description: of kind `other` and vague, small, or of nothing that is named."""
    if figure.kind != "other" or figure.population in TOLD_BY_NOUN:
        return True
    numbers = [number for number in (figure.low, figure.point, figure.high) if number is not None]
    named = figure.population is not None or figure.unit is not None
    return named and not is_vague(figure.low, figure.high, figure.point) and max(numbers, default=0.0) >= MIN_OTHER


def _make_figure(number: int, figure: Figure, lookup: Lookup) -> FigureEntry:
    """Return a figure as it is shown: a vague one in its own words, and what is counted said once."""
    passage = lookup.cut(figure.article, figure.span)
    return FigureEntry(
        number=number,
        kind=figure.kind,
        value=passage.words if is_vague(figure.low, figure.high, figure.point) else format_value(figure),
        passage=passage,
        hedges=tuple(lookup.cut(figure.article, span) for span in figure.hedges),
        population=None if figure.unit else figure.population,
        place=figure.place,
        as_of=figure.as_of,
        period=figure.period,
        counted_by=figure.source,
        article=lookup.entry(figure.article),
    )
