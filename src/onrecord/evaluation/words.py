"""Spans as sets of words: how much two spans share, and which spans of two lists belong together.

In: a text and spans of it. Out: word numbers, word F1, pairs. Punctuation and quotation marks are no words here, so a mark
more or less at an edge costs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.records import Span

SAME = 0.5
"""Least word F1 of two spans that count as the same. Source: `GUIDELINES` of the commitment gold, "matched commitments"."""
_WORD = re.compile(r"\w+")

WordSet = frozenset[int]


class Words:
    """The words of a text, numbered; `of` gives the numbers of those that a span touches."""

    def __init__(self, text: str) -> None:
        places = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def of(self, spans: Iterable[Span]) -> WordSet:
        """Return the numbers of the words that share a code point with one of `spans`; empty where no word stands."""
        found: set[int] = set()
        for span in spans:
            at = bisect_left(self._starts, span.end) - 1
            while at >= 0 and self._ends[at] > span.start:
                found.add(at)
                at -= 1
        return frozenset(found)


def word_f1(left: WordSet, right: WordSet) -> float:
    """Return how much two spans share: 1 for the same words, 0 for none."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def pair_up(gold: Sequence[WordSet], found: Sequence[WordSet], least: float = SAME) -> list[tuple[int, int]]:
    """Return the pairs (gold, found) that belong together, each index once, in order of `gold`.

    Args:
        gold: the words of each span that is right.
        found: the words of each span that was found.
        least: pairs with a lower word F1 are none. The best pair is taken first; of equal ones the first in the text.
    """
    ranked = sorted((-value, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (value := word_f1(g, f)) > 0 and value >= least)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def touch(left: Iterable[Span], right: Sequence[Span]) -> bool:
    """True when a piece of one shares a code point with a piece of the other."""
    return any(a.overlap(b) for a in left for b in right)
