"""What the likeness of two tellings is judged by, for all tellings of two articles at once.

In: the gists of two articles. Out: tables of features, one row a telling of the first, one column a telling of the second. All hold
across languages but the shared stems.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist, Sketch
from onrecord.statements.agreement import gist_key, list_days, names_agree
from onrecord.statements.contrary import find_contrary, list_bound
from onrecord.statements.sides import FloatArray
from onrecord.statements.space import Space, load_space
from onrecord.statements.verbatim import find_verbatim

FEATURES = (
    "bias", "aligned_best", "aligned_least", "shared_stems_best", "shared_stems_least", "shared_names", "names_apart", "shared_numbers",
    "numbers_apart", "same_force", "same_article", "neighbours", "same_speaker", "unknown_speaker", "other_language", "short", "mutual_best", "either_best",
    "quoted_apart",
)  # fmt: skip
SHORT = 4
QUOTED_APART = 0.35
"""Two quotations in one language that share less of their rare words than this do not quote one sentence, whatever they mean."""
GOES_ON = 4
"""Code points between two quoted sentences of one article under which one goes on where the other ends: who says "too many guns. Too many people" says two things."""
NOTHING = 1e-9
MOST_CELLS = 8_000_000
"""Pairs of words that are compared at once: an article with thousands of tellings has billions, and the memory for all of them would grow with its square. Ordinary articles have some
hundred thousand."""
_FORCE_BITS = {"own": 1, "other": 2, "outcome": 4}
_AGREE = {True: 1, None: 0, False: -1}
Flags = NDArray[np.bool_]
Table = NDArray[np.float64]


class Tellings:
    """Gists of one article, unpacked for comparing.

    Args:
        sketch: the article's.
        gists: which of them; what it attributes to somebody by default.
    """

    def __init__(self, sketch: Sketch, gists: Sequence[Gist] | None = None) -> None:
        gists = self.gists = sketch.gists if gists is None else tuple(gists)
        self.article, self.lang, self.width = sketch.article, sketch.lang or "und", sketch.width
        speakers = [gist_key(g) for g in gists]
        self.speakers = list(dict.fromkeys(speakers))
        place = {speaker: row for row, speaker in enumerate(self.speakers)}
        self.speaker_of = np.array([place[speaker] for speaker in speakers], dtype=np.intp)
        self.sizes = np.array([g.size for g in gists], dtype=np.int64)
        self.stems, self.names, self.numbers = (
            _Items([_unpack(keys) for keys in held]) for held in ([g.stems for g in gists], [g.names for g in gists], [g.numbers for g in gists])
        )
        self.forces = np.array([sum(_FORCE_BITS.get(force, 0) for force in set(g.forces)) for g in gists], dtype=np.int64)
        self.is_quoted = np.array([g.type == "direct" for g in gists], dtype=np.bool_)
        self.days = list_days(gists)
        self.bound = tuple(list_bound(gists, sketch.width))
        rows = [np.frombuffer(g.words, dtype="<f2").astype(np.float32).reshape(-1, sketch.width) for g in gists]
        self.words = np.concatenate(rows) if rows else np.zeros((0, sketch.width), dtype=np.float32)
        self.counts = np.array([len(r) for r in rows], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.gists)


class _Items:
    """What each telling holds: `keys` are all items, ascending, `held` says which telling (row) holds which (column)."""

    def __init__(self, items: Sequence[NDArray[np.uint64]]) -> None:
        flat = np.concatenate(items) if items else np.zeros(0, dtype=np.uint64)
        self.keys, column = np.unique(flat, return_inverse=True)
        self.held = np.zeros((len(items), len(self.keys)), dtype=np.float64)
        self.held[np.repeat(np.arange(len(items)), [len(each) for each in items]), column] = 1.0
        self.counts = self.held.sum(axis=0)

    def share(self, other: _Items, *, same_article: bool) -> tuple[Table, Table, Table]:
        """Return how much each telling shares with each of the other article, how much each of these holds, and each of those.

        An item weighs less the more tellings of the two articles hold it (1 when one does, 0 when all do): in two articles about
        one war, the names of that war tell nothing apart.
        """
        tellings = len(self.held) + (0 if same_article else len(other.held))
        _, mine, theirs = np.intersect1d(self.keys, other.keys, assume_unique=True, return_indices=True)
        counts, other_counts = self.counts.copy(), other.counts.copy()
        if not same_article:
            counts[mine] += other.counts[theirs]
            other_counts[theirs] += self.counts[mine]
        weights, other_weights = (np.log((tellings + 1) / held) / math.log(tellings + 1) for held in (counts, other_counts))
        table = (self.held[:, mine] * weights[mine]) @ other.held[:, theirs].T
        return table, (self.held @ weights)[:, None], (other.held @ other_weights)[None, :]

    def both(self, other: _Items) -> Flags:
        """Return where both hold anything."""
        return np.logical_and.outer(self.held.any(axis=1), other.held.any(axis=1))


def compare_tellings(left: Tellings, right: Tellings, space: Space | None = None) -> dict[str, FloatArray]:
    """Return every feature of all pairs, tables (left, right).

    Args:
        left: the tellings of one article.
        right: those of another, or of the same.
        space: the one that the gists' words are in; the fitted one by default.
    """
    shape = (len(left), len(right))
    same_article = left.article == right.article
    aligned = _align(left, right, space or load_space())
    stems, mine, theirs = left.stems.share(right.stems, same_article=same_article)
    shares = stems / np.maximum(mine, 1e-6), stems / np.maximum(theirs, 1e-6)
    names, numbers = (a.share(b, same_article=same_article)[0] for a, b in ((left.names, right.names), (left.numbers, right.numbers)))
    agree = _agree(left, right)
    places = np.arange(len(left))[:, None] - np.arange(len(right))[None, :]
    found = {
        "bias": _narrow(np.ones(shape)), "aligned_best": np.maximum(*aligned), "aligned_least": np.minimum(*aligned), "shared_stems_best": _narrow(np.maximum(*shares)),
        "shared_stems_least": _narrow(np.minimum(*shares)), "shared_names": _narrow(np.minimum(names, 3)), "names_apart": _narrow(left.names.both(right.names) & (names < NOTHING)),
        "shared_numbers": _narrow(np.minimum(numbers, 2)), "numbers_apart": _narrow(left.numbers.both(right.numbers) & (numbers < NOTHING)),
        "same_force": _narrow((left.forces[:, None] & right.forces[None, :]) > 0), "same_article": _narrow(np.full(shape, same_article)),
        "neighbours": _narrow(same_article & (np.abs(places) == 1)), "same_speaker": _narrow(agree == 1), "unknown_speaker": _narrow(agree == 0),
        "other_language": _narrow(np.full(shape, left.lang != right.lang)), "short": _narrow(np.minimum(left.sizes[:, None], right.sizes[None, :]) < SHORT),
        "quoted_apart": _narrow(np.logical_and.outer(left.is_quoted, right.is_quoted) & (left.lang == right.lang) & (np.maximum(*shares) < QUOTED_APART)),
    }  # fmt: skip
    by_row, by_column = _find_best(aligned[0] + aligned[1] + (shares[0] + shares[1]) * (left.lang == right.lang), find_possible(left, right))
    found |= {"mutual_best": _narrow(by_row & by_column), "either_best": _narrow(by_row | by_column)}
    return {name: found[name] for name in FEATURES}


def _narrow(table: Table | Flags) -> FloatArray:
    """Return a table as float32, at once: of an article with thousands of tellings each is large."""
    return np.asarray(table, dtype=np.float32)


def find_possible(left: Tellings, right: Tellings) -> Flags:
    """Return which pairs may be one utterance, a table (left, right): not other persons, other countries, days that do not meet (but see `verbatim.py`), contrary acts, or one inside the other's words; a telling is none with itself, nor with the next sentence of its quotation."""
    timely = left.days.agree(right.days)
    possible = (_agree(left, right) >= 0) & (timely | find_verbatim(left.gists, right.gists, ~timely))
    for row, column in find_contrary(left.bound, right.bound):
        possible[row, column] = False
    if left.article == right.article:
        starts, ends = (np.array(values, dtype=np.int64) for values in ([g.span.start for g in left.gists], [g.span.end for g in left.gists]))
        apart = np.maximum(starts[:, None], starts[None, :]) - np.minimum(ends[:, None], ends[None, :])
        possible &= apart >= np.where(np.logical_and.outer(left.is_quoted, right.is_quoted), GOES_ON, 0)
        np.fill_diagonal(possible, False)
    return np.asarray(possible, dtype=np.bool_)


def _find_best(likeness: Table, possible: Flags) -> tuple[Flags, Flags]:
    """Return where a pair is the likest of its row, and of its column: an article seldom tells an utterance in two sentences, so the likest is it, if any is."""
    table = np.where(possible, likeness, -1.0)
    return table >= table.max(axis=1, keepdims=True, initial=-1.0), table >= table.max(axis=0, keepdims=True, initial=-1.0)


def _agree(left: Tellings, right: Tellings) -> NDArray[np.int8]:
    """Return 1 where the speakers agree, -1 where they do not, 0 where it is unknown, a table (left, right)."""
    table = np.array([[_AGREE[names_agree(a, b)] for b in right.speakers] for a in left.speakers], dtype=np.int8).reshape(len(left.speakers), len(right.speakers))
    return np.asarray(table[np.ix_(left.speaker_of, right.speaker_of)])


def _align(left: Tellings, right: Tellings, space: Space) -> tuple[FloatArray, FloatArray]:
    """Return the mean best cosine of a row's words among a column's, weighed by what each word matters, and the other way; 0 for a telling without words."""
    there = np.zeros((len(left), len(right)), dtype=np.float32)
    back = np.zeros_like(there)
    rows, columns = np.flatnonzero(left.counts), np.flatnonzero(right.counts)
    if not len(rows) or not len(columns):
        return there, back
    centre = np.concatenate([left.words, right.words]).mean(axis=0)  # what the words of these two articles have in common
    mine, theirs = _centred(left.words, centre), _centred(right.words, centre)
    weights, other_weights = space.weigh(mine), space.weigh(theirs)
    column_starts = np.cumsum(right.counts[columns]) - right.counts[columns]
    other_sums = np.add.reduceat(other_weights, column_starts)
    for first, last in _cut_blocks(left.counts[rows], MOST_CELLS // len(theirs)):
        begin, end = left.counts[rows[:first]].sum(), left.counts[rows[:last]].sum()
        row_starts = np.cumsum(left.counts[rows[first:last]]) - left.counts[rows[first:last]]
        table, own = mine[begin:end] @ theirs.T, weights[begin:end]
        where = np.ix_(rows[first:last], columns)
        best, other_best = np.maximum.reduceat(table, column_starts, axis=1) * own[:, None], np.maximum.reduceat(table, row_starts, axis=0) * other_weights
        there[where] = np.add.reduceat(best, row_starts, axis=0) / np.add.reduceat(own, row_starts)[:, None]
        back[where] = np.add.reduceat(other_best, column_starts, axis=1) / other_sums
    return there, back


def _cut_blocks(counts: NDArray[np.int64], most: int) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of the runs of tellings that together have at most so many words; a telling with more is a run of its own."""
    first = size = 0
    for place, words in enumerate(counts.tolist()):
        if place > first and size + words > most:
            yield first, place
            first, size = place, 0
        size += words
    yield first, len(counts)


def _centred(rows: FloatArray, centre: FloatArray) -> FloatArray:
    rest = rows - centre
    return np.asarray(rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def centre_words(rows: FloatArray) -> FloatArray:
    """Return the vectors of an article's words without what they have in common, at unit length."""
    return _centred(rows, rows.mean(axis=0)) if len(rows) else rows


def _unpack(keys: bytes) -> NDArray[np.uint64]:
    return np.frombuffer(keys, dtype="<u8")
