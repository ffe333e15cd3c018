"""Look up what stands where in an article without passing over all of it: a long text has thousands of names, dates and tellings.

In: items with spans. Out: those inside of, or across, another span, always in the order in which they were given; a text with blanks for what was dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from onrecord.records import Article, Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items by where they stand; an item may stand in several places.

    Args:
        items: the items with their spans.
    """

    def __init__(self, items: Iterable[tuple[T, Iterable[Span]]]) -> None:
        self._items: list[T] = []
        places: list[tuple[int, int, int]] = []
        for number, (item, spans) in enumerate(items):
            self._items.append(item)
            places += [(span.start, span.end, number) for span in spans]
        places.sort()
        self._places = places
        self._starts = [start for start, _, _ in places]
        self._longest = max((end - start for start, end, _ in places), default=0)

    def inside(self, *spans: Span) -> list[T]:
        """Return the items that lie whole in one of the spans."""
        found: set[int] = set()
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end + 1)
            found.update(number for _, end, number in self._places[first:last] if end <= span.end)
        return self._choose(found)

    def across(self, span: Span) -> list[T]:
        """Return the items that share a code point with a span."""
        first, last = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        return self._choose({number for start, end, number in self._places[first:last] if min(end, span.end) > max(start, span.start)})

    def _choose(self, numbers: set[int]) -> list[T]:
        return [self._items[number] for number in sorted(numbers)]


def blank_dropped(article: Article) -> str:
    """Return an article's text with blanks in place of what was dropped, so that offsets hold."""
    text, parts, last = article.text, [], 0
    for span in sorted(dropped.span for dropped in article.dropped):
        parts += [text[last : span.start], " " * (span.end - max(span.start, last))]
        last = max(last, span.end)
    return "".join([*parts, text[last:]])
