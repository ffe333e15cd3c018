"""The label inventory of the model and the decoding of its tags into spans.

In: tag probabilities of the tokens of a window. Out: labelled spans at word borders, by the best legal BIOES path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

LAYERS: dict[str, tuple[str, ...]] = {
    "attribution": ("source", "cue", "content"),
    "force": ("threat", "promise", "refusal", "demand", "offer", "warning"),
    "condition": ("trigger", "exception", "prerequisite", "deadline"),
    "party": ("holder", "addressee"),
    "entity": ("person", "organisation", "place"),
    "figure": (
        "killed", "injured", "missing", "displaced", "fled", "arrested", "affected", "rescued", "troops", "destroyed",
        "money", "percent", "other",
    ),
}  # fmt: skip
"""Layer -> tags, in the order of the model's outputs. Each layer has 1 + 4 x tags logits: O, then B, I, E, S of each tag."""

BEGIN, INSIDE, END, SINGLE = range(4)
"""Places of a word in its span, as columns `1 + 4 x tag + place` of a layer."""

RELATIONS = ("source", "cue", "content", "holder", "addressee", "condition")
"""What a link may say of its dependent; the first three point at a content, the others at a consequence."""

LINK_WIDTH = 64
SURELY_OUTSIDE = 0.999
"""A word with this probability of standing outside ends every span: it saves decoding the greater part of a text."""
GAP_BUCKETS = 18
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpan:
    """A span the model found: `text[start:end]`, its tag, mean probability, and the tokens `first..last` it covers."""

    tag: str
    start: int
    end: int
    probability: float
    first: int
    last: int


def gap_bucket(dependent: tuple[int, int], head: tuple[int, int]) -> int:
    """Return the class of the distance in tokens between two spans (first, last): 0..8 dependent first, 9..17 head first."""
    after = dependent[0] > head[0]
    gap = dependent[0] - head[1] if after else head[0] - dependent[1]
    return min(8, max(gap, 0).bit_length()) + (9 if after else 0)


def layer_width(tags: Sequence[str]) -> int:
    """Return the number of logits of a layer."""
    return 1 + 4 * len(tags)


@cache
def layer_slices() -> Mapping[str, slice]:
    """Return where each layer's logits stand in the model's output row."""
    slices: dict[str, slice] = {}
    at = 0
    for layer, tags in LAYERS.items():
        width = layer_width(tags)
        slices[layer] = slice(at, at + width)
        at += width
    return MappingProxyType(slices)


def find_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words and single punctuation marks of `text[start:end]` in order."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """What the model says of the words of a window: `means` (words, columns); the first and last token of each word, -1 where none touches it."""

    words: tuple[tuple[int, int], ...]
    means: FloatArray
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def average_by_word(values: FloatArray, offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]], blank: Sequence[float] | FloatArray = ()) -> WordTable:
    """Average the values of tokens over words.

    Args:
        values: (tokens, columns).
        offsets: code point span of each token, empty or negative for markers.
        words: code point spans, ascending.
        blank: the row of a word that no token touches; zeros by default.
    """
    tokens, of_word = _pair_with_words(offsets, words)
    means = np.zeros((len(words), values.shape[1]), dtype=np.float32)
    first = np.full(len(words), -1, dtype=np.int64)
    last = np.full(len(words), -1, dtype=np.int64)
    if len(blank):
        means[:] = blank
    if len(tokens):
        order = np.argsort(of_word, kind="stable")
        rows, of_row = tokens[order], of_word[order]
        starts = np.flatnonzero(np.concatenate(([True], of_row[1:] != of_row[:-1])))
        touched, counts = of_row[starts], np.diff(starts, append=len(rows))
        means[touched] = np.add.reduceat(values[rows], starts, axis=0) / counts[:, None]
        first[touched], last[touched] = rows[starts], rows[starts + counts - 1]
    return WordTable(words=tuple(words), means=means, first=first, last=last)


def _pair_with_words(offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return (token, word) for all that share a code point, as two columns, in the order of tokens."""
    places = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    borders = np.array(words, dtype=np.int64).reshape(-1, 2)
    tokens = np.flatnonzero(places[:, 1] > places[:, 0])
    first = np.searchsorted(borders[:, 1], places[tokens, 0], side="right")
    counts = np.maximum(np.searchsorted(borders[:, 0], places[tokens, 1], side="left") - first, 0)
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)  # 0, 1, ... for the words of each token
    return np.repeat(tokens, counts), np.repeat(first, counts) + steps


def layer_probabilities(logits: FloatArray) -> FloatArray:
    """Return the probabilities of all layers side by side, as (tokens, logits)."""
    slices = layer_slices().values()
    tops = np.maximum.reduceat(logits, [where.start for where in slices], axis=1)
    result: FloatArray = np.exp(logits - np.repeat(tops, [where.stop - where.start for where in slices], axis=1))
    for where in slices:
        part = result[:, where]
        part /= part.sum(axis=1, keepdims=True)
    return result


@cache
def outside_row() -> FloatArray:
    """Return the probabilities of a word that is surely outside every span, in all layers."""
    row = np.zeros(sum(map(layer_width, LAYERS.values())), dtype=np.float32)
    row[[where.start for where in layer_slices().values()]] = 1.0
    row.setflags(write=False)
    return row


class Lattice:
    """Which label may follow which in a layer: a span is one S, or a B, any number of I and an E of the same tag; O stands between spans.

    Args:
        width: labels of the layer, 1 + 4 x tags.
    """

    def __init__(self, width: int) -> None:
        begin = [1 + 4 * tag for tag in range((width - 1) // 4)]
        self.width = width
        self.outer = [0, *(b + END for b in begin), *(b + SINGLE for b in begin)]
        self.entering = [0, *(b + BEGIN for b in begin), *(b + SINGLE for b in begin)]
        self.going_on = [(b + BEGIN, b + INSIDE, going) for b in begin for going in (b + INSIDE, b + END)]
        self.may_follow = np.zeros((width, width), dtype=np.bool_)
        self.may_follow[np.ix_(self.outer, self.entering)] = True
        for first, inside, going in self.going_on:
            self.may_follow[[first, inside], going] = True


@cache
def find_lattice(width: int) -> Lattice:
    """Return the lattice of layers with so many labels."""
    return Lattice(width)


def best_path(probabilities: FloatArray) -> NDArray[np.int64]:
    """Return the most probable legal path of a (words, labels) array. Plain numbers: arrays of a dozen labels cost more than they save."""
    size = len(probabilities)
    if size == 0:
        return np.zeros(0, dtype=np.int64)
    lattice = find_lattice(probabilities.shape[1])
    rows = np.log(np.maximum(probabilities, 1e-9)).astype(np.float64).tolist()
    outer, entering, going_on = lattice.outer, lattice.entering, lattice.going_on
    nowhere = float("-inf")
    score = [nowhere] * lattice.width
    for label in entering:
        score[label] = rows[0][label]
    back: list[list[int]] = []
    for row in rows[1:]:
        current = [nowhere] * lattice.width
        came = [0] * lattice.width
        best = max(outer, key=score.__getitem__)
        top = score[best]
        for label in entering:
            current[label] = row[label] + top
            came[label] = best
        for begin, inside, going in going_on:
            came[going] = before = inside if score[inside] >= score[begin] else begin
            current[going] = row[going] + score[before]
        back.append(came)
        score = current
    label = max(outer, key=score.__getitem__)
    path = [label]
    for came in reversed(back):
        label = came[label]
        path.append(label)
    return np.array(path[::-1], dtype=np.int64)


def _open_stretches(means: FloatArray) -> list[tuple[int, int]]:
    """Return the stretches of words that may be in a span; between them the words are as good as surely outside."""
    maybe = np.concatenate(([False], means[:, 0] < SURELY_OUTSIDE, [False]))
    edges = np.flatnonzero(maybe[1:] != maybe[:-1])
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def find_path(probabilities: FloatArray) -> NDArray[np.int64]:
    """Return the most probable legal path of a (words, labels) array. Where the likeliest labels of the words make one, it is theirs."""
    likeliest = np.asarray(probabilities.argmax(axis=1), dtype=np.int64)
    likeliest[probabilities[:, 0] >= SURELY_OUTSIDE] = 0
    padded = np.concatenate(([0], likeliest, [0]))
    breaks = np.flatnonzero(~find_lattice(probabilities.shape[1]).may_follow[padded[:-1], padded[1:]])  # before word k
    if len(breaks):
        for start, stop in _open_stretches(probabilities):
            if np.searchsorted(breaks, start) < np.searchsorted(breaks, stop, side="right"):
                likeliest[start:stop] = best_path(probabilities[start:stop])
    return likeliest


def decode_spans(table: WordTable, where: slice, tags: Sequence[str]) -> list[TaggedSpan]:
    """Return the spans of one layer in text order.

    Args:
        table: the probabilities of the words of a window.
        where: the columns of this layer, 1 + 4 x tags.
        tags: the names of the layer's tags.
    """
    means = table.means[:, where]
    if not (means[:, 0] < SURELY_OUTSIDE).any():  # most layers of most windows
        return []
    path = find_path(means)
    logs = np.log(np.maximum(means[np.arange(len(path)), path], 1e-9))
    labels = path.tolist()
    spans: list[TaggedSpan] = []
    stop = 0
    for at in np.flatnonzero(path).tolist():
        if at < stop:
            continue
        tag, place = divmod(labels[at] - 1, 4)
        stop = at + 1
        while place not in (END, SINGLE):
            place = (labels[stop] - 1) % 4
            stop += 1
        tokens = [t for t in (*table.first[at:stop].tolist(), *table.last[at:stop].tolist()) if t >= 0]
        spans.append(
            TaggedSpan(
                tag=tags[tag], start=table.words[at][0], end=table.words[stop - 1][1], probability=float(np.exp(np.add.reduce(logs[at:stop]) / np.float32(stop - at))),
                first=min(tokens, default=0), last=max(tokens, default=0),
            )
        )  # fmt: skip
    return spans
