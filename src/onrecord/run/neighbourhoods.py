"""Which articles are looked at together when stories are formed: the part of the graph of pairs around an article, never too large.

In: an article and the pairs of each. Out: a set of articles. It is the part that hangs together at the lowest of the rising levels
of likeness at which it is small enough; as parts at a higher level lie inside those of a lower one, every article is in one
neighbourhood, whatever came first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection

from onrecord.stories.groups import LEVELS

LARGEST = 200
Tied = Callable[[Collection[str], float], list[tuple[str, str, float]]]
"""Gives for some articles and a least likeness (article, other, likeness) of all their pairs."""


def find_neighbourhood(article: str, tied: Tied) -> tuple[float, frozenset[str]]:
    """Return the level at which the part around an article is small enough, and the part; the article alone when even the highest is not."""
    for level in LEVELS:
        part = _find_part(article, level, tied)
        if part is not None:
            return level, part
    return math.inf, frozenset((article,))


def _find_part(article: str, level: float, tied: Tied) -> frozenset[str] | None:
    """Return what hangs together with an article at a level, `None` when it is more than `LARGEST`."""
    seen = {article}
    fresh = [article]
    while fresh:
        found = {other for _, other, _ in tied(fresh, level)}
        fresh = sorted(found - seen)
        seen.update(fresh)
        if len(seen) > LARGEST:
            return None
    return frozenset(seen)


def find_touched(ties: Collection[tuple[str, float]], tied: Tied) -> set[str]:
    """Return the articles whose neighbourhood changes when an article with these ties comes or goes.

    Args:
        ties: (other, likeness) of the article's pairs.
        tied: the graph without the article.
    """
    touched: set[str] = set()
    for other, likeness in sorted(ties):
        if likeness < LEVELS[0] or other in touched:
            continue
        level, part = find_neighbourhood(other, tied)
        if likeness >= level:
            touched |= part
    return touched
