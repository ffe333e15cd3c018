"""Which sentences of one text tell, in the same order, what sentences of another tell: how a copy in other words or another language is known.

In: two sketches. Out: a `Retelling`, or nothing. Both texts are centred by themselves, so that what all their sentences share (the matter)
counts for nothing: two reports of one event are about the same in no fixed order, a translation says the same sentence by sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Sketch

LEAST_SENTENCES = 6
"""A shorter text has too few sentences to stand out from its own mean."""
MOST_SENTENCES = 120
"""Of longer texts the beginning is aligned."""
ALIGNED = 0.3
"""Least cosine of two centred sentences that may stand for one another."""
TRANSLATED, PARAPHRASED = 0.3, 0.42
"""Least strength (see `strength_of`) of a copy in another language, and in other words of one language. Source: MEANTIME, fold 0 (two texts that are no translations of one another
have 0.23 at most), and the independent reports of one event of the utterances set (0.32 at most), development parts, November 2026. They belong to a model's vectors and to the
space of sentences: settle them anew with each."""
COVERED = 0.5
"""Least mean coverage: four of ten sentences in the same order are what two reports of one event may have in common (of the translations of MEANTIME the least covers 0.65)."""
NAMES = (0.4, 0.6)
NUMBERS = (0.8, 0.6)
LEAST_NUMBERS = 3
"""What else both must share, across languages and within one: names (cosine), and numbers (share of those of the text with fewer, where it has
at least so many). Stock market reports and sports results are alike sentence by sentence; their numbers are not."""
FloatTable = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Sentences `left` (from, to) stand for sentences `right` with this likeness."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """One of two texts tells the other again, sentence by sentence: the share of each one's words that the other tells, and how alike these are."""

    coverage: tuple[float, float]
    likeness: float


def find_retelling(left: Sketch, right: Sketch) -> Retelling | None:
    """Return how much of each text the other tells sentence by sentence; `None` when neither derives from the other so far as this shows."""
    mine, theirs = read_sentences(left), read_sentences(right)
    if min(len(mine[1]), len(theirs[1])) < LEAST_SENTENCES or not _share_facts(left, right):
        return None
    matches = align_sentences(*mine, *theirs)
    retelling = weigh_matches(matches, mine[1], theirs[1])
    least = PARAPHRASED if left.lang == right.lang else TRANSLATED
    return retelling if strength_of(retelling) >= least and sum(retelling.coverage) / 2 >= COVERED else None


def strength_of(retelling: Retelling) -> float:
    """Return how surely one text derives from the other, 0 to 1: the mean coverage times the mean likeness of what is covered."""
    return sum(retelling.coverage) / 2 * retelling.likeness


def read_sentences(sketch: Sketch) -> tuple[FloatTable, NDArray[np.int64]]:
    """Return the vectors of an article's sentences, one a row, and how many words each has."""
    words = np.frombuffer(sketch.sentence_words, dtype="<u2").astype(np.int64)
    rows = np.frombuffer(sketch.sentences, dtype="<f2").astype(np.float64).reshape(len(words), -1) if len(words) else np.zeros((0, 1))
    return rows[:MOST_SENTENCES], words[:MOST_SENTENCES]


def align_sentences(left: FloatTable, left_words: NDArray[np.int64], right: FloatTable, right_words: NDArray[np.int64]) -> list[Match]:
    """Return the best matches in the order of both texts: one sentence for one, or for two in a row; what has none is left out.

    Args:
        left: the vectors of one text, (sentences, width).
        left_words: the words of each of its sentences.
        right: those of the other.
        right_words: likewise.
    """
    sides = [(left, left_words), (right, right_words)]
    (one, two), (other, others) = [(_unit(centred), _join(centred, words)) for rows, words in sides for centred in (rows - rows.mean(axis=0),)]
    tables = {(1, 1): one @ other.T, (1, 2): one @ others.T, (2, 1): two @ other.T}
    gains = {
        step: (np.round(table, 6) - ALIGNED) * (_sizes(left_words, step[0])[:, None] + _sizes(right_words, step[1])[None, :]) for step, table in tables.items()
    }  # fmt: skip
    best = _fill(gains, len(left), len(right))
    return [
        Match(left=(i - down, i), right=(j - across, j), likeness=float(tables[down, across][i - down, j - across])) for i, j, down, across in reversed(list(_walk_back(best, gains)))
    ]  # fmt: skip


def weigh_matches(matches: list[Match], left_words: NDArray[np.int64], right_words: NDArray[np.int64]) -> Retelling:
    """Return what share of the words of each text is matched, and how alike what is matched is on average."""
    sizes = [(int(left_words[slice(*m.left)].sum()), int(right_words[slice(*m.right)].sum())) for m in matches]
    total = sum(a + b for a, b in sizes)
    likeness = math.fsum(m.likeness * (a + b) for m, (a, b) in zip(matches, sizes, strict=True)) / total if total else 0.0
    coverage = sum(a for a, _ in sizes) / max(int(left_words.sum()), 1), sum(b for _, b in sizes) / max(int(right_words.sum()), 1)
    return Retelling(coverage=(round(coverage[0], 3), round(coverage[1], 3)), likeness=round(likeness, 3))


def _fill(gains: dict[tuple[int, int], FloatTable], rows: int, columns: int) -> FloatTable:
    """Return the table whose cell (i, j) is the most that the first i and first j sentences gain."""
    best = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        line = best[i - 1].copy()
        for (down, across), gain in gains.items():
            if down <= i and across <= columns:
                line[across:] = np.maximum(line[across:], best[i - down, : columns + 1 - across] + gain[i - down])
        best[i] = np.maximum.accumulate(line)
    return best


def _walk_back(best: FloatTable, gains: dict[tuple[int, int], FloatTable]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (row, column, sentences on the left, on the right) of each match on the best way, last first."""
    i, j = best.shape[0] - 1, best.shape[1] - 1
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            steps = ((d, a) for (d, a), gain in gains.items() if d <= i and a <= j and best[i, j] == best[i - d, j - a] + gain[i - d, j - a])
            down, across = next(steps)
            yield i, j, down, across
            i, j = i - down, j - across


def _unit(rows: FloatTable) -> FloatTable:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float64)


def _join(rows: FloatTable, words: NDArray[np.int64]) -> FloatTable:
    """Return a unit row for each two sentences in a row."""
    weighted = _unit(rows) * words[:, None]
    return _unit(weighted[:-1] + weighted[1:])


def _sizes(words: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return words if count == 1 else words[:-1] + words[1:]


def _share_facts(left: Sketch, right: Sketch) -> bool:
    """True when two texts share the names and numbers that one of them would have from the other."""
    within = left.lang == right.lang
    if _cosine_of_names(left, right) < NAMES[within]:
        return False
    mine, theirs = np.frombuffer(left.numbers, dtype="<u8"), np.frombuffer(right.numbers, dtype="<u8")
    fewer = min(len(mine), len(theirs))
    return fewer < LEAST_NUMBERS or len(np.intersect1d(mine, theirs, assume_unique=True)) >= NUMBERS[within] * fewer


def _cosine_of_names(left: Sketch, right: Sketch) -> float:
    _, mine, theirs = np.intersect1d(np.frombuffer(left.names, dtype="<u8"), np.frombuffer(right.names, dtype="<u8"), assume_unique=True, return_indices=True)
    return math.fsum((np.frombuffer(left.name_weights, dtype="<f4")[mine].astype(np.float64) * np.frombuffer(right.name_weights, dtype="<f4")[theirs]).tolist())
