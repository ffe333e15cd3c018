"""What the likeness of two tellings is judged by, for all tellings of two articles at once.

In: the gists of two articles. Out: tables of features, one row a telling of the first, one column a telling of the second; of very many tellings some rows at a time. All hold
across languages but the shared stems.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist, Sketch
from onrecord.statements.agreement import gist_key, list_days, list_parted, names_agree
from onrecord.statements.contrary import find_contrary, list_bound
from onrecord.statements.sides import FloatArray
from onrecord.statements.space import Space, load_space
from onrecord.statements.verbatim import find_same_words, find_verbatim

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
TIE = 1e-5
"""Likenesses that differ by no more are equal: sums of another length, in another block or on another machine, differ so."""
ALL = slice(None)
MOST_CELLS = 8_000_000
"""Pairs of words that are compared at once: an article with thousands of tellings has billions, and the memory for all of them would grow with its square. Ordinary articles have some
hundred thousand."""
MOST_PAIRS = 250_000
"""Pairs of tellings of which all features are held at once, for the same reason: some 200 bytes a pair. Two ordinary articles have some hundred pairs."""
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
        """Return how much each telling shares with each of the other article, how much each of these holds, and each of those (see `_Shares`)."""
        return _Shares(self, other, same_article=same_article).cut(slice(0, len(self.held)))

    def both(self, other: _Items, rows: slice = ALL) -> Flags:
        """Return where both hold anything, in some rows."""
        return np.logical_and.outer(self.held[rows].any(axis=1), other.held.any(axis=1))


class _Shares:
    """What the tellings of two articles share.

    An item weighs less the more tellings of the two articles hold it (1 when one does, 0 when all do): in two articles about
    one war, the names of that war tell nothing apart.
    """

    def __init__(self, left: _Items, right: _Items, *, same_article: bool) -> None:
        tellings = len(left.held) + (0 if same_article else len(right.held))
        _, self._mine, theirs = np.intersect1d(left.keys, right.keys, assume_unique=True, return_indices=True)
        counts, other_counts = left.counts.copy(), right.counts.copy()
        if not same_article:
            counts[self._mine] += right.counts[theirs]
            other_counts[theirs] += left.counts[self._mine]
        weights, other_weights = (np.log((tellings + 1) / held) / math.log(tellings + 1) for held in (counts, other_counts))
        self._held, self._weights = left.held, weights[self._mine]
        self._theirs = right.held[:, theirs].T
        self._sums, self._other_sums = (left.held @ weights)[:, None], (right.held @ other_weights)[None, :]

    def cut(self, rows: slice) -> tuple[Table, Table, Table]:
        """Return, for some tellings of the one article, how much each shares with each of the other, how much each of these holds, and each of those."""
        return (self._held[rows][:, self._mine] * self._weights) @ self._theirs, self._sums[rows], self._other_sums


def compare_tellings(left: Tellings, right: Tellings, space: Space | None = None) -> dict[str, FloatArray]:
    """Return every feature of all pairs, tables (left, right).

    Args:
        left: the tellings of one article.
        right: those of another, or of the same.
        space: the one that the gists' words are in; the fitted one by default.
    """
    return _Pairs(left, right, space or load_space()).compare(slice(0, len(left)))[0]


def compare_in_blocks(left: Tellings, right: Tellings, space: Space | None = None) -> Iterator[tuple[slice, Flags, dict[str, FloatArray]]]:
    """Yield some rows, which of their pairs may be one utterance (`find_possible`), and what `compare_tellings` says of these rows: all of them once, in order, at most `MOST_PAIRS` pairs at a time.

    Args:
        left: the tellings of one article.
        right: those of another, or of the same.
        space: the one that the gists' words are in; the fitted one by default.
    """
    pairs = _Pairs(left, right, space or load_space())
    height = max(MOST_PAIRS // max(len(right), 1), 1)
    blocks = [slice(first, min(first + height, len(left))) for first in range(0, len(left), height)]
    best = pairs.find_best(blocks) if len(blocks) > 1 else None
    for rows in blocks:
        features, possible = pairs.compare(rows, best)
        yield rows, possible, features


class _Pairs:
    """All pairs of tellings of two articles, looked at some rows at a time."""

    def __init__(self, left: Tellings, right: Tellings, space: Space) -> None:
        self._left, self._right = left, right
        self._same_article = left.article == right.article
        self._alignment = _Alignment(left, right, space)
        self._stems, self._names, self._numbers = (
            _Shares(a, b, same_article=self._same_article) for a, b in ((left.stems, right.stems), (left.names, right.names), (left.numbers, right.numbers))
        )

    def find_best(self, blocks: Sequence[slice]) -> Table:
        """Return how like the likest telling of the left is to each of the right, -1 where none is possible; `blocks` are all rows."""
        tables = (np.where(find_possible(self._left, self._right, rows), self._measure(rows)[0], -1.0) for rows in blocks)
        return np.asarray(np.max([table.max(axis=0, initial=-1.0) for table in tables], axis=0))

    def compare(self, rows: slice, best: Table | None = None) -> tuple[dict[str, FloatArray], Flags]:
        """Return every feature of the pairs in some rows, and which of them are possible; `best` is what `find_best` says, where these are not all rows."""
        left, right, same_article = self._left, self._right, self._same_article
        possible = find_possible(left, right, rows)
        likeness, aligned, shares = self._measure(rows)
        by_row, by_column = _find_likest(likeness, possible, best)
        del likeness  # each table is large
        names, numbers = self._names.cut(rows)[0], self._numbers.cut(rows)[0]
        shape, agree = possible.shape, _agree(left, right, rows)
        places = np.arange(len(left))[rows, None] - np.arange(len(right))[None, :]
        quoted = np.logical_and.outer(left.is_quoted[rows], right.is_quoted)
        found = {
            "bias": _narrow(np.ones(shape)), "aligned_best": np.maximum(*aligned), "aligned_least": np.minimum(*aligned), "shared_stems_best": _narrow(np.maximum(*shares)),
            "shared_stems_least": _narrow(np.minimum(*shares)), "shared_names": _narrow(np.minimum(names, 3)), "names_apart": _narrow(left.names.both(right.names, rows) & (names < NOTHING)),
            "shared_numbers": _narrow(np.minimum(numbers, 2)), "numbers_apart": _narrow(left.numbers.both(right.numbers, rows) & (numbers < NOTHING)),
            "same_force": _narrow((left.forces[rows, None] & right.forces[None, :]) > 0), "same_article": _narrow(np.full(shape, same_article)),
            "neighbours": _narrow(same_article & (np.abs(places) == 1)), "same_speaker": _narrow(agree == 1), "unknown_speaker": _narrow(agree == 0),
            "other_language": _narrow(np.full(shape, left.lang != right.lang)), "short": _narrow(np.minimum(left.sizes[rows, None], right.sizes[None, :]) < SHORT),
            "quoted_apart": _narrow(quoted & (left.lang == right.lang) & (np.maximum(*shares) < QUOTED_APART)),
        }  # fmt: skip
        found |= {"mutual_best": _narrow(by_row & by_column), "either_best": _narrow(by_row | by_column)}
        return {name: found[name] for name in FEATURES}, possible

    def _measure(self, rows: slice) -> tuple[Table, tuple[FloatArray, FloatArray], tuple[Table, Table]]:
        """Return how like the pairs in some rows are, how well their words align, and what share of each one's stems the other holds."""
        aligned = self._alignment.cut(rows)
        stems, mine, theirs = self._stems.cut(rows)
        shares = stems / np.maximum(mine, 1e-6), stems / np.maximum(theirs, 1e-6)
        return aligned[0] + aligned[1] + (shares[0] + shares[1]) * (self._left.lang == self._right.lang), aligned, shares


def _narrow(table: Table | Flags) -> FloatArray:
    """Return a table as float32, at once: of an article with thousands of tellings each is large."""
    return np.asarray(table, dtype=np.float32)


def find_possible(left: Tellings, right: Tellings, rows: slice = ALL) -> Flags:
    """Return which pairs may be one utterance, a table (left, right): not other persons, other countries, a person and a group of others (but see `verbatim.py`), days that do not meet (but see `verbatim.py`), contrary acts, or one inside the other's words; a telling is none with itself, nor with the next sentence of its quotation.

    Args:
        left: the tellings of one article.
        right: those of another, or of the same.
        rows: which of the left are wanted; all by default.
    """
    first, last, _ = rows.indices(len(left))
    timely = left.days.cut(rows).agree(right.days)
    parted = list_parted(left.speakers, right.speakers)[np.ix_(left.speaker_of[rows], right.speaker_of)]
    possible = (_agree(left, right, rows) >= 0) | find_same_words(left.gists[rows], right.gists, parted)
    possible &= timely | find_verbatim(left.gists[rows], right.gists, ~timely)
    for row, column in find_contrary([bound for bound in left.bound if first <= bound[0] < last], right.bound):
        possible[row - first, column] = False
    if left.article == right.article:
        starts, ends = (np.array(values, dtype=np.int64) for values in ([g.span.start for g in left.gists], [g.span.end for g in left.gists]))
        apart = np.maximum(starts[rows, None], starts[None, :]) - np.minimum(ends[rows, None], ends[None, :])
        possible &= apart >= np.where(np.logical_and.outer(left.is_quoted[rows], right.is_quoted), GOES_ON, 0)
        possible[np.arange(last - first), np.arange(first, last)] = False
    return np.asarray(possible, dtype=np.bool_)


def _find_likest(likeness: Table, possible: Flags, best: Table | None) -> tuple[Flags, Flags]:
    """Return where a pair is the likest of its row, and of its column: an article seldom tells an utterance in two sentences, so the likest is it, if any is."""
    table = np.where(possible, likeness, -1.0)
    by_column = table.max(axis=0, keepdims=True, initial=-1.0) if best is None else best[None, :]
    return table >= table.max(axis=1, keepdims=True, initial=-1.0) - TIE, table >= by_column - TIE


def _agree(left: Tellings, right: Tellings, rows: slice) -> NDArray[np.int8]:
    """Return 1 where the speakers agree, -1 where they do not, 0 where it is unknown, a table (left, right) of some rows."""
    table = np.array([[_AGREE[names_agree(a, b)] for b in right.speakers] for a in left.speakers], dtype=np.int8).reshape(len(left.speakers), len(right.speakers))
    return np.asarray(table[np.ix_(left.speaker_of[rows], right.speaker_of)])


class _Alignment:
    """How well the words of the tellings of two articles align."""

    def __init__(self, left: Tellings, right: Tellings, space: Space) -> None:
        self._counts, self._width = left.counts, len(right)
        self._columns = np.flatnonzero(right.counts)
        self._is_empty = not len(left.words) or not len(right.words)
        if self._is_empty:
            return
        centre = np.concatenate([left.words, right.words]).mean(axis=0)  # what the words of these two articles have in common
        self._mine = _centred(left.words, centre)
        self._theirs = self._mine if right is left else _centred(right.words, centre)
        self._weights, self._other_weights = space.weigh(self._mine), space.weigh(self._theirs)
        self._column_starts = np.cumsum(right.counts[self._columns]) - right.counts[self._columns]
        self._other_sums = np.add.reduceat(self._other_weights, self._column_starts)

    def cut(self, rows: slice) -> tuple[FloatArray, FloatArray]:
        """Return, for some rows, the mean best cosine of a row's words among a column's, weighed by what each word matters, and the other way; 0 for a telling without words."""
        counts = self._counts[rows]
        there = np.zeros((len(counts), self._width), dtype=np.float32)
        back = np.zeros_like(there)
        filled = np.flatnonzero(counts)
        if self._is_empty or not len(filled):
            return there, back
        skipped = self._counts[: rows.start].sum()
        for first, last in _cut_blocks(counts[filled], MOST_CELLS // len(self._theirs)):
            begin, end = skipped + counts[filled[:first]].sum(), skipped + counts[filled[:last]].sum()
            row_starts = np.cumsum(counts[filled[first:last]]) - counts[filled[first:last]]
            table, own = self._mine[begin:end] @ self._theirs.T, self._weights[begin:end]
            where = np.ix_(filled[first:last], self._columns)
            best, other_best = np.maximum.reduceat(table, self._column_starts, axis=1) * own[:, None], np.maximum.reduceat(table, row_starts, axis=0) * self._other_weights
            there[where] = np.add.reduceat(best, row_starts, axis=0) / np.add.reduceat(own, row_starts)[:, None]
            back[where] = np.add.reduceat(other_best, self._column_starts, axis=1) / self._other_sums
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
