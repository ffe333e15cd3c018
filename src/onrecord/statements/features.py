"""What the likeness of two tellings is judged by, for all tellings of two articles at once.

In: the gists of two articles. Out: tables of features, one row a telling of the first, one column a telling of the second. All hold
across languages but the shared stems.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Sketch
from onrecord.statements.agreement import may_be_one, names_agree
from onrecord.statements.sides import FloatArray

FEATURES = (
    "bias", "aligned_best", "aligned_least", "shared_stems_best", "shared_stems_least", "shared_names", "names_apart", "shared_numbers",
    "numbers_apart", "same_force", "same_article", "neighbours", "same_speaker", "unknown_speaker", "other_language", "short",
)  # fmt: skip
SHORT = 4
NOTHING = 1e-9
Flags = NDArray[np.bool_]
Table = NDArray[np.float64]


class Tellings:
    """The gists of one article, unpacked for comparing."""

    def __init__(self, sketch: Sketch) -> None:
        gists = self.gists = sketch.gists
        self.article, self.lang = sketch.article, sketch.lang or "und"
        self.speakers = [(g.speaker, g.is_institution) for g in gists]
        self.sizes = np.array([g.size for g in gists], dtype=np.int64)
        self.stems, self.names, self.numbers = (
            _Items([_unpack(keys) for keys in held]) for held in ([g.stems for g in gists], [g.names for g in gists], [g.numbers for g in gists])
        )
        self.forces = [frozenset(g.forces) for g in gists]
        rows = [np.frombuffer(g.words, dtype="<f2").astype(np.float32).reshape(-1, sketch.width) for g in gists]
        self.words = np.concatenate(rows) if rows else np.zeros((0, sketch.width), dtype=np.float32)
        self.counts = np.array([len(r) for r in rows], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.gists)


class _Items:
    """What each telling holds: `holders` are the tellings (indexes) of each item."""

    def __init__(self, items: Sequence[Sequence[int]]) -> None:
        self.items = items
        self.holders: dict[int, list[int]] = defaultdict(list)
        for index, each in enumerate(items):
            for key in each:
                self.holders[key].append(index)

    def share(self, other: _Items, *, same_article: bool) -> tuple[Table, Table, Table]:
        """Return how much each telling shares with each of the other article, how much each of these holds, and each of those.

        An item weighs less the more tellings of the two articles hold it (1 when one does, 0 when all do): in two articles about
        one war, the names of that war tell nothing apart.
        """
        tellings = len(self.items) + (0 if same_article else len(other.items))
        whole = math.log(tellings + 1)
        counts = {key: len(holders) for key, holders in self.holders.items()}
        if not same_article:
            for key, holders in other.holders.items():
                counts[key] = counts.get(key, 0) + len(holders)
        weights = {key: math.log((tellings + 1) / count) / whole for key, count in counts.items()}
        table = np.zeros((len(self.items), len(other.items)), dtype=np.float64)
        for key in sorted(self.holders.keys() & other.holders.keys()):
            table[np.ix_(self.holders[key], other.holders[key])] += weights[key]
        mine, theirs = (np.array([math.fsum(weights[key] for key in each) for each in items.items], dtype=np.float64) for items in (self, other))
        return table, mine[:, None], theirs[None, :]

    def both(self, other: _Items) -> Flags:
        """Return where both hold anything."""
        return np.asarray(np.array([bool(each) for each in self.items])[:, None] & np.array([bool(each) for each in other.items])[None, :])


def compare_tellings(left: Tellings, right: Tellings) -> dict[str, FloatArray]:
    """Return every feature of all pairs, tables (left, right)."""
    shape = (len(left), len(right))
    same_article = left.article == right.article
    aligned = _align(left, right)
    stems, mine, theirs = left.stems.share(right.stems, same_article=same_article)
    shares = stems / np.maximum(mine, 1e-6), stems / np.maximum(theirs, 1e-6)
    names, numbers = (a.share(b, same_article=same_article)[0] for a, b in ((left.names, right.names), (left.numbers, right.numbers)))
    agree = _table(left, right, lambda i, j: {True: 1, None: 0, False: -1}[names_agree(left.speakers[i], right.speakers[j])])
    found = {
        "bias": np.ones(shape), "aligned_best": np.maximum(*aligned), "aligned_least": np.minimum(*aligned), "shared_stems_best": np.maximum(*shares),
        "shared_stems_least": np.minimum(*shares), "shared_names": np.minimum(names, 3), "names_apart": left.names.both(right.names) & (names < NOTHING),
        "shared_numbers": np.minimum(numbers, 2), "numbers_apart": left.numbers.both(right.numbers) & (numbers < NOTHING),
        "same_force": _table(left, right, lambda i, j: bool(left.forces[i] & right.forces[j])), "same_article": np.full(shape, same_article),
        "neighbours": _table(left, right, lambda i, j: same_article and abs(i - j) == 1), "same_speaker": agree == 1, "unknown_speaker": agree == 0,
        "other_language": np.full(shape, left.lang != right.lang), "short": np.minimum(left.sizes[:, None], right.sizes[None, :]) < SHORT,
    }  # fmt: skip
    return {name: np.asarray(found[name], dtype=np.float32) for name in FEATURES}


def find_possible(left: Tellings, right: Tellings) -> Flags:
    """Return which pairs may be one utterance, a table (left, right); a telling is none with itself."""
    same = left.article == right.article
    return np.asarray(_table(left, right, lambda i, j: not (same and i == j) and may_be_one(left.gists[i], right.gists[j], same_article=same)), dtype=np.bool_)


def _table(left: Tellings, right: Tellings, ask: Callable[[int, int], float]) -> NDArray[np.float64]:
    return np.array([[ask(i, j) for j in range(len(right))] for i in range(len(left))], dtype=np.float64).reshape(len(left), len(right))


def _align(left: Tellings, right: Tellings) -> tuple[FloatArray, FloatArray]:
    """Return the mean best cosine of a row's words among a column's, and the other way; 0 for a telling without words."""
    there = np.zeros((len(left), len(right)), dtype=np.float32)
    back = np.zeros_like(there)
    rows, columns = np.flatnonzero(left.counts), np.flatnonzero(right.counts)
    if not len(rows) or not len(columns):
        return there, back
    centre = np.concatenate([left.words, right.words]).mean(axis=0)  # what the words of these two articles have in common
    table = _centred(left.words, centre) @ _centred(right.words, centre).T
    row_starts, column_starts = (np.concatenate([[0], np.cumsum(t.counts[kept])[:-1]]) for t, kept in ((left, rows), (right, columns)))
    where = np.ix_(rows, columns)
    there[where] = np.add.reduceat(np.maximum.reduceat(table, column_starts, axis=1), row_starts, axis=0) / left.counts[rows, None]
    back[where] = np.add.reduceat(np.maximum.reduceat(table, row_starts, axis=0), column_starts, axis=1) / right.counts[None, columns]
    return there, back


def _centred(rows: FloatArray, centre: FloatArray) -> FloatArray:
    rest = rows - centre
    return np.asarray(rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _unpack(keys: bytes) -> list[int]:
    return [int(key) for key in np.frombuffer(keys, dtype="<u8")]
