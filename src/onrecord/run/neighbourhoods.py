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
Tied = Callable[[Collection[str]], list[tuple[str, str, float]]]
"""Gives for some articles (article, other, likeness) of all their pairs."""


class Graph:
    """The pairs of articles as they are now, each article's read at most once.

    Args:
        tied: gives the pairs.
        without: articles that are left out.
    """

    def __init__(self, tied: Tied, without: Collection[str] = ()) -> None:
        self._tied, self._without = tied, frozenset(without)
        self._near: dict[str, dict[str, float]] = {}
        self._parts: dict[str, tuple[float, frozenset[str]]] = {}
        self._too_large: dict[float, set[str]] = {level: set() for level in LEVELS}

    def find_neighbourhood(self, article: str) -> tuple[float, frozenset[str]]:
        """Return the level at which the part around an article is small enough, and the part; the article alone when even the highest is not."""
        if article not in self._parts:
            level, part = next(((level, part) for level in LEVELS if (part := self._find_part(article, level)) is not None), (math.inf, frozenset((article,))))
            self._parts.update(dict.fromkeys(part, (level, part)))  # parts at a lower level are the same for all of them, and too large
        return self._parts[article]

    def find_pairs(self, articles: Collection[str]) -> dict[tuple[str, str], float]:
        """Return the likeness of the pairs among some articles, the smaller id first."""
        self._read(articles)
        members = frozenset(articles)
        return {(article, other): value for article in articles for other, value in self._near[article].items() if article < other and other in members}

    def find_touched(self, ties: Collection[tuple[str, float]]) -> set[str]:
        """Return the articles whose neighbourhood may change when articles with these ties come or go.

        Args:
            ties: (other, likeness) of the pairs that come or go; those who come or go are left out of this graph.
        """
        touched: set[str] = set()
        for other, likeness in ties:
            if likeness >= LEVELS[0] and other not in touched and other not in self._without:
                level, part = self.find_neighbourhood(other)
                if likeness >= level:
                    touched |= part
        return touched

    def _find_part(self, article: str, level: float) -> frozenset[str] | None:
        """Return what hangs together with an article at a level, `None` when it is more than `LARGEST`."""
        if article in self._too_large[level]:
            return None
        seen = {article}
        fresh = [article]
        while fresh:
            self._read(fresh)
            found = {other for each in fresh for other, value in self._near[each].items() if value >= level}
            fresh = sorted(found - seen)
            seen.update(fresh)
            if len(seen) > LARGEST:
                self._too_large[level] |= seen
                return None
        return frozenset(seen)

    def _read(self, articles: Collection[str]) -> None:
        missing = [article for article in articles if article not in self._near]
        for article in missing:
            self._near[article] = {}
        for article, other, value in self._tied(missing):
            if other not in self._without:
                self._near[article][other] = value
