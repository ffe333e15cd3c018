"""Which of some articles make one story: average-link grouping over the likeness of pairs.

In: articles and the likeness of the pairs that are known. Out: groups that do not depend on the order of the input. Left to
others: which articles are grouped together (`run/neighbourhoods.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

JOIN = 0.2
"""Least average likeness of an article to a story's. Source: as of `FADE_DAYS` (`likeness.py`)."""
LEVELS = tuple(round(JOIN * step, 4) for step in (1.0, 1.25, 1.55, 1.9, 2.4, 3.0))
"""Rising likeness at which articles hang together. What hangs together at the lowest is looked at as a whole when it is small enough."""
FloatTable = NDArray[np.float64]


def group_articles(
    ids: Sequence[str], likeness: Mapping[tuple[str, str], float], occasions: Mapping[tuple[str, str], bool] | None = None
) -> list[tuple[str, ...]]:  # fmt: skip
    """Return the groups, each sorted; a pair that is not known counts as unlike.

    Groups of which more pairs are of two occasions than of one never join, whatever an article that tells no day would bring together.

    Args:
        ids: the articles.
        likeness: pair of ids, smaller first -> likeness.
        occasions: pair of ids, smaller first -> whether both are of one occasion; a pair of which it is not known is missing.
    """
    ordered = sorted(ids)
    place = {each: row for row, each in enumerate(ordered)}
    table = np.zeros((len(ordered), len(ordered)), dtype=np.float64)
    for (left, right), value in likeness.items():
        if left in place and right in place:
            table[place[left], place[right]] = table[place[right], place[left]] = value
    votes = np.zeros((len(ordered), len(ordered)), dtype=np.int64)
    for (left, right), is_one in (occasions or {}).items():
        if left in place and right in place:
            votes[place[left], place[right]] = votes[place[right], place[left]] = 1 if is_one else -1
    return sorted(tuple(ordered[row] for row in group) for group in _average_link(table, votes, JOIN))


def _average_link(likeness: FloatTable, votes: NDArray[np.int64], threshold: float) -> list[list[int]]:
    """Return groups of indexes whose average likeness is at least `threshold`, best pairs joined first; `votes` below 0 bar a pair of groups."""
    size = len(likeness)
    groups = [[i] for i in range(size)]
    average, votes = likeness.copy(), votes.copy()
    np.fill_diagonal(average, -1.0)
    table = np.where(votes < 0, -1.0, average)
    nearest = table.argmax(axis=1) if size else np.zeros(0, dtype=np.intp)
    best = table[np.arange(size), nearest]
    for _ in range(size - 1):
        i = int(best.argmax())
        j = int(nearest[i])
        if best[i] < threshold:
            break
        i, j = min(i, j), max(i, j)
        a, b = len(groups[i]), len(groups[j])
        average[i] = average[:, i] = np.round((average[i] * a + average[j] * b) / (a + b), 9)
        average[j] = average[:, j] = -1.0
        average[i, i] = -1.0
        votes[i] = votes[:, i] = votes[i] + votes[j]
        table[i] = table[:, i] = np.where(votes[i] < 0, -1.0, average[i])
        table[j] = table[:, j] = -1.0
        groups[i] += groups[j]
        groups[j] = []
        changed = np.flatnonzero((nearest == i) | (nearest == j) | (table[:, i] > best))
        nearest[changed] = table[changed].argmax(axis=1)
        nearest[[i, j]] = table[[i, j]].argmax(axis=1)
        best = table[np.arange(size), nearest]
    return [sorted(g) for g in groups if g]
