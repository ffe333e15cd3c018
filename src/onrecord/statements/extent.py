"""Whether two commitments go equally far: as firm the one as the other, and to the same quantity.

In: two commitments with their tellings. Out: yes or no. Who may close a plant, or is ready to, does not repeat that he will; nor does he who sends forty tanks after ten.
Left to others: whether they are to one act (`positions.py`), whether there is a "not" beside them (`polarity.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.records import Commitment, Figure, Span
from onrecord.statements.bridges import find_numbers
from onrecord.statements.differences.numbers import agree_in_number
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side

LEAD_CHARS = 30
"""So far before what is to come a word may say how firm it is ("it is possible that we close")."""
_BREAK = re.compile(r"[,;:.!?–—\n]")


def agree_in_extent(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """True when neither is only possible, or a readiness, where the other is not, and neither names another quantity."""
    firm, other_firm = ((commitment.readiness, _is_possible(side, commitment)) for side, commitment in ((left, one), (right, other)))
    return firm == other_firm and not _differ_in_quantity(left, right, one, other)


def _is_possible(side: Side, commitment: Commitment) -> bool:
    """True when what is to come is told as no more than possible."""
    if side.pack is None:
        return False
    consequence = commitment.consequence
    piece = next((p for p in side.attribution.content if p.overlap(consequence)), consequence)
    start = max([piece.start, consequence.start - LEAD_CHARS, *(c.span.end for c in commitment.conditions if c.span.end <= consequence.start)])
    if start >= consequence.start:
        area = consequence
    else:
        breaks = [m.end() for m in _BREAK.finditer(side.article.text, start, consequence.start)]
        area = Span(start=max([start, *breaks]), end=consequence.end)
    dates = [d.span for d in side.dates]
    return any(key == "possible" and not any(d.overlap(where) for d in dates) for key, where in find_forms(side, side.pack.modality, (area,)))


def _differ_in_quantity(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    mine, theirs = _list_figures(left, one.consequence), _list_figures(right, other.consequence)
    alike = [(a, b) for a in mine for b in theirs if (a.kind, a.unit) == (b.kind, b.unit)]
    if alike:
        return not any(agree_in_number(a, b) for a, b in alike)
    here, there = find_numbers(left.article, one.consequence), find_numbers(right.article, other.consequence)
    return bool(here and there) and here.isdisjoint(there)


def _list_figures(side: Side, span: Span) -> Sequence[Figure]:
    """Return the totals counted in a span."""
    return [figure for figure in side.figures if figure.scope is None and span.holds(figure.span)]
