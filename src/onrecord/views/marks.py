"""Finds the words of a telling to mark: those that differ, of conditions joined otherwise what joins them.

In: a telling and the points of its statement. Out: `Mark`s. Left to others: how text is cut at them (`marking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.records import Span
from onrecord.views.entries import Mark, Passage, Point
from onrecord.views.lookup import Lookup

_JOINED = "and_or_changed"


def find_marks(number: int, said: Span, shown: Span, points: Iterable[Point], lookup: Lookup) -> tuple[Mark, ...]:
    """Return the words to mark: not those that differ in spelling only, nor a side that is all that was said, as marking everything marks nothing.

    Args:
        number: of the telling.
        said: its words.
        shown: these with what is shown around them; no mark reaches out of it.
        points: on which the tellings differ.
        lookup: finds articles and the conditions in them.
    """
    marks = [
        Mark(span=span, point=point.number)
        for point in points
        if not point.minor
        for side in point.sides
        if side.rendering == number
        for passage in side.passages
        for span in (_list_joins(passage, lookup) if point.label == _JOINED else (passage.span,))
        if shown.overlap(span) and not span.holds(said)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.point)))


def _list_joins(passage: Passage, lookup: Lookup) -> Iterator[Span]:
    """Yield what stands between the conditions of a passage ("and if"), the passage itself where it does not hold two of them."""
    conditions = [part.span for part in lookup.parts.touching(passage.article_id, passage.span) if not part.is_act]
    apart = [(left, right) for left, right in pairwise(conditions) if left.end < right.start]
    if not apart:
        yield passage.span
        return
    text = lookup.article(passage.article_id).text
    for left, right in apart:
        between = text[left.end : right.start]
        if between.strip():
            yield Span(start=left.end + len(between) - len(between.lstrip()), end=right.start - len(between) + len(between.rstrip()))
