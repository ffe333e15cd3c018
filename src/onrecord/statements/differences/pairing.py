"""What the difference modules share: a pair of tellings with its words aligned, and the finding they return.

In: two `Side`s. Out: a `Pair` that answers which words of one side stand for which of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.languages.pack import fold_text
from onrecord.names.keys import words_match
from onrecord.records import Span
from onrecord.statements.forms import Told, find_forms
from onrecord.statements.nouns import find_concept
from onrecord.statements.sides import FloatArray, Side
from onrecord.statements.words import STEM_CHARS

__all__ = ["ALIGNED", "Finder", "Finding", "Pair", "Told", "find_forms"]

ALIGNED = 0.5
"""Least cosine of centred word vectors at which two words count as standing for one another. Of .35, .42 and .5 the best on
utterances (development part), November 2026."""


NOUN_TABLES = ("things.toml", "places.toml")
"""Where nouns are listed by what they stand for: "talks", "negotiations" and "pourparlers" are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference between left and right, before it becomes a record."""

    label: str
    left: Span | None
    right: Span | None
    reason: str


class Pair:
    """Two tellings of one utterance, the first one `left`.

    Args:
        left: the telling that labels are relative to ("omitted" = left has it, right does not).
        right: the other one.
        vectors: returns the centred content word vectors of a side, rows as `content_words` of that side.
    """

    def __init__(self, left: Side, right: Side, left_vectors: tuple[list[Span], FloatArray], right_vectors: tuple[list[Span], FloatArray]) -> None:
        self.left, self.right = left, right
        self.left_words, self._rows = left_vectors
        self.right_words, self._columns = right_vectors

    @property
    def same_language(self) -> bool:
        """True when both are told in one language."""
        return self.left.lang == self.right.lang

    @cached_property
    def table(self) -> FloatArray:
        """How like each content word of the left side is to each of the right one, worked out when it is asked for: some only ask what a side covers."""
        rows, columns = self._rows, self._columns
        table = rows @ columns.T if len(rows) and len(columns) else np.zeros((len(rows), len(columns)), dtype=np.float32)
        for i, j in self._list_equal_words():
            table[i, j] = max(table[i, j], 1.0)
        return table

    def _list_equal_words(self) -> Iterator[tuple[int, int]]:
        """Yield the places of words that are equal or have one stem, spellings of one name and nouns for one thing: they are aligned whatever their vectors say."""
        left, right = ([s.of(side.article.text) for s in words] for side, words in ((self.left, self.left_words), (self.right, self.right_words)))
        same: dict[str, list[int]] = {}
        stems: dict[str, list[int]] = {}
        for j, word in enumerate(right):
            same.setdefault(word.casefold(), []).append(j)
            stems.setdefault(word[:STEM_CHARS].casefold(), []).append(j)
        names = [j for j, word in enumerate(right) if word[:1].isupper()]
        concepts: dict[str, list[int]] = {}
        for j, word in enumerate(right):
            if (concept := self._concept_of(self.right, word)) is not None:
                concepts.setdefault(concept, []).append(j)
        for i, word in enumerate(left):
            equal = set(same.get(word.casefold(), ()))
            if self.same_language and len(word) >= STEM_CHARS:
                equal.update(stems.get(word[:STEM_CHARS].casefold(), ()))
            if word[:1].isupper():
                equal.update(j for j in names if words_match(word, right[j]))
            if (concept := self._concept_of(self.left, word)) is not None:
                equal.update(concepts.get(concept, ()))
            yield from ((i, j) for j in equal)

    @staticmethod
    def _concept_of(side: Side, word: str) -> str | None:
        """Return what a noun stands for in any language, `None` where none is listed."""
        folded = fold_text(word, side.lang)
        return next((concept for table in NOUN_TABLES if (concept := find_concept(folded, side.lang, table))), None)

    def unmatched(self, *, on_left: bool) -> list[Span]:
        """Return the content words of one side that nothing on the other stands for."""
        return self._unmatched[0 if on_left else 1]

    @cached_property
    def _unmatched(self) -> tuple[list[Span], list[Span]]:
        rows, columns = self.table.shape
        best = self.table.max(axis=1) if columns else np.zeros(rows), self.table.max(axis=0) if rows else np.zeros(columns)
        words = self.left_words, self.right_words
        return [s for s, value in zip(words[0], best[0], strict=True) if value < ALIGNED], [s for s, value in zip(words[1], best[1], strict=True) if value < ALIGNED]

    def aligned(self, left: int, right: int) -> bool:
        """True when a content word of the left side (by its place) stands for one of the right side."""
        return bool(self.table[left, right] >= ALIGNED)

    def likeness(self, left: Span, right: Span) -> float:
        """Return how like two parts are: the mean over the words of the part with fewer of their best match in the other."""
        return self.likeness_of_words(left, (right,))

    def likeness_of_words(self, left: Span, right: Sequence[Span]) -> float:
        """Return how like a part of the left is to some parts of the right, as one."""
        rows = [k for k, s in enumerate(self.left_words) if left.overlap(s)]
        columns = [k for k, s in enumerate(self.right_words) if any(part.overlap(s) for part in right)]
        if not rows or not columns:
            return 0.0
        part = self.table[np.ix_(rows, columns)]
        return float(part.max(axis=1).mean() if len(rows) <= len(columns) else part.max(axis=0).mean())


Finder = Callable[[Pair], Iterator[Finding]]
