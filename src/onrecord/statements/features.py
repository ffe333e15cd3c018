"""What the likeness of two tellings is judged by, for many pairs at once.

In: `Side`s with their centred word vectors. Out: tables of features, one row and one column a side. All hold across languages but
the shared stems.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.agreement import names_agree, speaker_key
from onrecord.statements.sides import FloatArray, Side

FEATURES = (
    "bias", "cosine", "aligned_best", "aligned_least", "shared_stems_best", "shared_stems_least", "shared_names", "names_apart", "shared_numbers",
    "numbers_apart", "same_force", "same_article", "neighbours", "same_speaker", "unknown_speaker", "other_language", "short",
)  # fmt: skip
COARSE_FORCE = {"threat": "own", "promise": "own", "refusal": "own", "offer": "own", "demand": "other", "warning": "outcome"}
BLOCK_CELLS = 6_000_000
"""How many pairs of words one block compares, which bounds its memory (24 MB a table)."""

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class FeatureTable:
    """The features of all pairs of some tellings, computed block by block.

    Args:
        sides: the tellings.
        words: the centred word vectors of each, unit rows.
        middle: the mean of all whole vectors, taken out of each.
        rarity: how much sharing a stem or a name tells, in the set these tellings are from.
    """

    def __init__(self, sides: Sequence[Side], words: Sequence[FloatArray], middle: FloatArray, rarity: Rarity) -> None:
        self._sides = sides
        whole = np.stack([s.vector for s in sides]) - middle if sides else np.zeros((0, len(middle)), dtype=np.float32)
        self._whole = whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-3)
        self._sizes = np.array([len(rows) for rows in words], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(self._sizes)]).astype(np.int64)
        self._words = np.concatenate(list(words)) if words else np.zeros((0, len(middle)), dtype=np.float32)
        self._stems = _Holdings([stems_of(s) for s in sides], rarity.stems)
        self._names = _Holdings([s.names for s in sides], rarity.names)
        self._numbers = _Holdings([s.numbers for s in sides])
        self._forces = _Holdings([{COARSE_FORCE[c.force] for c in s.commitments} for s in sides])
        self._langs = _rank(s.lang for s in sides)
        self._articles = _rank(s.article.id for s in sides)
        self._stories = _rank(s.story for s in sides)
        self._orders = np.array([s.order for s in sides], dtype=np.int64)
        self._lengths = np.array([len(s.words) for s in sides], dtype=np.int64)
        self._spans = np.array([[s.attribution.span.start, s.attribution.span.end] for s in sides], dtype=np.int64).reshape(-1, 2)
        self._days = _rank_days(sides)
        self._weekdays = np.array([-1 if (day := s.weekday) is None else day for s in sides], dtype=np.int64)
        self._agreement, self._speakers = _compare_speakers(sides)

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield (first, end) of rows that together stay within `BLOCK_CELLS`."""
        first, total = 0, max(int(self._starts[-1]), 1)
        limit = max(BLOCK_CELLS // total, 1)
        for end in range(1, len(self._sides) + 1):
            if end == len(self._sides) or self._starts[end + 1] - self._starts[first] > limit:
                yield first, end
                first = end

    def possible(self, first: int, end: int) -> Flags:
        """Return which of the rows `first:end` may be one utterance with which side (columns: all), as `may_be_one` says."""
        rows = slice(first, end)
        spans, days = self._spans, self._days
        overlap = np.minimum(spans[rows, 1, None], spans[None, :, 1]) > np.maximum(spans[rows, 0, None], spans[None, :, 0])
        known = (days[rows, 0, None] >= 0) & (days[None, :, 0] >= 0)
        apart = known & ((days[rows, 1, None] <= days[None, :, 0]) | (days[None, :, 1] <= days[rows, 0, None]))
        weekdays = self._weekdays
        apart |= (weekdays[rows, None] >= 0) & (weekdays[None, :] >= 0) & (weekdays[rows, None] != weekdays[None, :])
        same_article = self._articles[rows, None] == self._articles[None, :]
        agree = self._agreement[np.ix_(self._speakers[rows], self._speakers)] >= 0
        return np.asarray((self._stories[rows, None] == self._stories[None, :]) & agree & ~(same_article & overlap) & ~apart)

    def rows(self, first: int, end: int) -> dict[str, FloatArray]:
        """Return every feature of the rows `first:end` with all sides; the order of the two does not matter."""
        rows = slice(first, end)
        aligned = self._align(first, end)
        stems = self._stems.count(first, end)
        shares = stems / np.maximum(self._stems.sizes[rows, None], 1e-6), stems / np.maximum(self._stems.sizes[None, :], 1e-6)
        names, numbers = self._names.count(first, end), self._numbers.count(first, end)
        same_article = self._articles[rows, None] == self._articles[None, :]
        agree = self._agreement[np.ix_(self._speakers[rows], self._speakers)]
        found = {
            "bias": np.ones_like(stems), "cosine": self._whole[rows] @ self._whole.T,
            "aligned_best": np.maximum(*aligned), "aligned_least": np.minimum(*aligned),
            "shared_stems_best": np.maximum(*shares), "shared_stems_least": np.minimum(*shares),
            "shared_names": np.minimum(names, 3), "names_apart": self._names.both(first, end) & (names == 0),
            "shared_numbers": np.minimum(numbers, 2), "numbers_apart": self._numbers.both(first, end) & (numbers == 0),
            "same_force": self._forces.count(first, end) > 0, "same_article": same_article,
            "neighbours": same_article & (np.abs(self._orders[rows, None] - self._orders[None, :]) == 1),
            "same_speaker": agree == 1, "unknown_speaker": agree == 0, "other_language": self._langs[rows, None] != self._langs[None, :],
            "short": np.minimum(self._lengths[rows, None], self._lengths[None, :]) < 4,
        }  # fmt: skip
        return {name: np.asarray(found[name], dtype=np.float32) for name in FEATURES}

    def _align(self, first: int, end: int) -> tuple[FloatArray, FloatArray]:
        """Return the mean best cosine of the rows' words among the columns' words, and the other way; 0 for a side without words."""
        there = np.zeros((end - first, len(self._sides)), dtype=np.float32)
        back = np.zeros_like(there)
        columns = np.flatnonzero(self._sizes)
        rows = columns[(columns >= first) & (columns < end)]
        if not len(rows):
            return there, back
        table = self._words[self._starts[first] : self._starts[end]] @ self._words.T
        row_starts, column_starts = self._starts[rows] - self._starts[first], self._starts[columns]
        where = np.ix_(rows - first, columns)
        best = np.maximum.reduceat(table, column_starts, axis=1)
        there[where] = np.add.reduceat(best, row_starts, axis=0) / self._sizes[rows, None]
        best = np.maximum.reduceat(table, row_starts, axis=0)
        back[where] = np.add.reduceat(best, column_starts, axis=1) / self._sizes[None, columns]
        return there, back


class Rarity:
    """How much it tells that two tellings of a set share an item: 1 when one side holds it, 0 when all do.

    In a set about one war the names of that war tell nothing apart.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self.stems = _weigh([stems_of(s) for s in sides])
        self.names = _weigh([s.names for s in sides])


def stems_of(side: Side) -> frozenset[tuple[str, str]]:
    """Return the stems of a side's content words, each with its language."""
    return frozenset((side.lang, stem) for _, stem in side.words)


def _weigh(items: Sequence[Iterable[Hashable]]) -> dict[Hashable, float]:
    spread = Counter(item for each in items for item in each)
    whole = math.log(len(items) + 1) or 1.0
    return {item: math.log((len(items) + 1) / count) / whole for item, count in spread.items()}


class _Holdings:
    """Which sides hold which items; counts what pairs share without comparing those that share nothing."""

    def __init__(self, items: Sequence[Iterable[Hashable]], weights: Mapping[Hashable, float] | None = None) -> None:
        self._items = [frozenset(each) for each in items]
        holders: dict[Hashable, list[int]] = defaultdict(list)
        for index, each in enumerate(self._items):
            for item in each:
                holders[item].append(index)
        self._holders = {item: np.array(indexes, dtype=np.int64) for item, indexes in holders.items()}
        self._weights = {item: weights.get(item, 1.0) if weights is not None else 1.0 for item in self._holders}
        self.sizes = np.array([math.fsum(self._weights[item] for item in each) for each in self._items], dtype=np.float64)

    def count(self, first: int, end: int) -> FloatArray:
        """Return how many items, weighted, each of the rows shares with every side."""
        shared = np.zeros((end - first, len(self._items)), dtype=np.float64)
        for row in range(first, end):
            for item in sorted(self._items[row], key=str):
                shared[row - first, self._holders[item]] += self._weights[item]
        return np.asarray(shared, dtype=np.float32)

    def both(self, first: int, end: int) -> Flags:
        """Return where both sides hold anything."""
        return np.asarray((self.sizes[first:end, None] > 0) & (self.sizes[None, :] > 0))


def _rank(values: Iterable[str]) -> Numbers:
    """Return a number for each value; equal values have equal ones."""
    given = list(values)
    ranks = {value: rank for rank, value in enumerate(sorted(set(given)))}
    return np.array([ranks[value] for value in given], dtype=np.int64)


def _rank_days(sides: Sequence[Side]) -> Numbers:
    """Return (start, end) of `said_at` as ranks of their dates, -1 when unknown."""
    days = [s.attribution.said_at for s in sides]
    ranks = {day: rank for rank, day in enumerate(sorted({edge for d in days if d for edge in (d.start, d.end)}))}
    return np.array([(ranks[d.start], ranks[d.end]) if d else (-1, -1) for d in days], dtype=np.int64).reshape(-1, 2)


def _compare_speakers(sides: Sequence[Side]) -> tuple[Numbers, Numbers]:
    """Return a table over the different speakers (1 same, 0 unknown, -1 other) and each side's row in it."""
    keys = [speaker_key(s) for s in sides]
    known = {key: index for index, key in enumerate(dict.fromkeys(keys))}
    table = np.zeros((len(known), len(known)), dtype=np.int64)
    for a, i in known.items():
        for b, j in known.items():
            agree = names_agree(a, b) if j >= i else None
            if agree is not None:
                table[i, j] = table[j, i] = 1 if agree else -1
    return table, np.array([known[key] for key in keys], dtype=np.int64)
