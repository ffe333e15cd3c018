"""Gives figures of an article that tells several incidents, one a paragraph, the place of their own paragraph.

In: the figures of an article and its `Setting`. Out: the same figures, those of dead and hurt with a place where only a sentence before it in the paragraph names it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.figures.setting import Setting
from onrecord.records import Figure, Span

LEAST_INCIDENTS = 3
"""Paragraphs with dead or hurt, each in a place of its own, that make a round-up: in two a second place may be a look back."""
HARMS = frozenset({"killed", "injured", "missing"})
_BREAK = re.compile(r"[\r\n\u2028\u2029]+")


def settle_places(figures: Sequence[Figure], setting: Setting) -> list[Figure]:
    """Return the figures of an article in their order; they are changed only in a round-up of incidents.

    Args:
        figures: the figures in text order.
        setting: the article.
    """
    text = setting.article.text
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    ends = [*starts[1:], len(text)]

    def paragraph_of(figure: Figure) -> Span:
        at = bisect_right(starts, figure.span.start) - 1
        return Span(start=starts[at], end=ends[at])

    told: dict[str, Span] = {}
    for figure in figures:
        if figure.kind in HARMS and figure.place is not None:
            told.setdefault(figure.place, paragraph_of(figure))
    if len(set(told.values())) < LEAST_INCIDENTS:
        return list(figures)
    return [
        replace(figure, place=setting.place_before(figure.span, paragraph_of(figure))) if figure.kind in HARMS and figure.place is None else figure for figure in figures
    ]  # fmt: skip
