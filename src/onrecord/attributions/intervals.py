"""Find the things that lie at a place of a text without going through all of them.

In: items with spans. Out: those that overlap, lie inside, or stand before a place; in text order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from onrecord.records import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items of one text by place; spans may overlap.

    Args:
        items: (span, item) pairs in any order.
    """

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [span.start for span, _ in self._items]
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def overlapping(self, span: Span) -> list[T]:
        """Return the items that share a code point with `span`."""
        found: list[T] = []
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            if self._items[at][0].overlap(span):
                found.append(self._items[at][1])
            at -= 1
        return found[::-1]

    def inside(self, span: Span) -> list[T]:
        """Return the items that lie wholly inside `span`."""
        first, stop = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [item for place, item in self._items[first:stop] if place.end <= span.end]

    def holding(self, span: Span) -> bool:
        """True when an item's span holds all of `span`."""
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            if self._items[at][0].holds(span):
                return True
            at -= 1
        return False

    def near(self, span: Span, reach: int) -> list[T]:
        """Return the items that stand at most `reach` code points from `span`, on either side."""
        found: list[T] = []
        at = bisect_right(self._starts, span.end + reach) - 1
        while at >= 0 and self._reach[at] >= span.start - reach:
            if self._items[at][0].end >= span.start - reach:
                found.append(self._items[at][1])
            at -= 1
        return found[::-1]
