"""The label inventory of the model and the decoding of its tags into spans.

In: tag probabilities of the tokens of a window. Out: labelled spans at word borders, by the best legal BIO path.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
"""Layer -> tags, in the order of the model's outputs. Each layer has 1 + 2 x tags logits: O, B-first, I-first, B-second, ..."""

RELATIONS = ("source", "cue", "content", "holder", "addressee", "condition")
"""What a link may say of its dependent; the first three point at a content, the others at a consequence."""

LINK_WIDTH = 64
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


def layer_slices() -> dict[str, slice]:
    """Return where each layer's logits stand in the model's output row."""
    slices, at = {}, 0
    for layer, tags in LAYERS.items():
        width = 1 + 2 * len(tags)
        slices[layer] = slice(at, at + width)
        at += width
    return slices


def find_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words and single punctuation marks of `text[start:end]` in order."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


def word_probabilities(probabilities: FloatArray, offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> tuple[FloatArray, NDArray[np.int64], NDArray[np.int64]]:
    """Average token probabilities over words.

    Args:
        probabilities: (tokens, tags).
        offsets: code point span of each token, empty or negative for markers.
        words: code point spans, ascending.

    Returns:
        (words, tags) means, and the first and last token of each word (-1 where no token touches it).
    """
    total = np.zeros((len(words), probabilities.shape[1]), dtype=np.float32)
    count = np.zeros(len(words), dtype=np.float32)
    first = np.full(len(words), -1, dtype=np.int64)
    last = np.full(len(words), -1, dtype=np.int64)
    at = 0
    for token, (start, end) in enumerate(offsets):
        if end <= start:
            continue
        while at < len(words) and words[at][1] <= start:
            at += 1
        k = at
        while k < len(words) and words[k][0] < end:
            total[k] += probabilities[token]
            count[k] += 1
            if first[k] < 0:
                first[k] = token
            last[k] = token
            k += 1
    blank = count == 0
    total[blank, 0] = 1.0
    count[blank] = 1.0
    return total / count[:, None], first, last


def best_path(probabilities: FloatArray) -> NDArray[np.int64]:
    """Return the most probable legal BIO path of a (words, 1 + 2 x tags) array: an I- follows its own B- or I- only."""
    size, width = probabilities.shape
    if size == 0:
        return np.zeros(0, dtype=np.int64)
    log = np.log(np.maximum(probabilities, 1e-9))
    tags = (width - 1) // 2
    inside = 2 + 2 * np.arange(tags)
    begin = inside - 1
    back = np.zeros((size, width), dtype=np.int64)
    score = log[0].copy()
    score[inside] = -1e9
    for row in range(1, size):
        best = int(score.argmax())
        current = log[row] + score[best]
        back[row, :] = best
        from_inside = score[inside] >= score[begin]
        previous = np.where(from_inside, inside, begin)
        current[inside] = log[row][inside] + score[previous]
        back[row, inside] = previous
        score = current
    path = np.zeros(size, dtype=np.int64)
    path[-1] = int(score.argmax())
    for row in range(size - 1, 0, -1):
        path[row - 1] = back[row, path[row]]
    return path


def decode_spans(probabilities: FloatArray, offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]], tags: Sequence[str]) -> list[TaggedSpan]:
    """Return the spans of one layer in text order.

    Args:
        probabilities: (tokens, 1 + 2 x tags) of this layer.
        offsets: code point span of each token.
        words: code point spans of the words of the window.
        tags: the names of the layer's tags.
    """
    means, first, last = word_probabilities(probabilities, offsets, words)
    path = best_path(means)
    spans: list[TaggedSpan] = []
    at = 0
    while at < len(path):
        if path[at] == 0:
            at += 1
            continue
        tag = (int(path[at]) - 1) // 2
        stop = at + 1
        while stop < len(path) and path[stop] == 2 * tag + 2:
            stop += 1
        chosen = means[np.arange(at, stop), path[at:stop]]
        tokens = [int(t) for t in (*first[at:stop], *last[at:stop]) if t >= 0]
        spans.append(
            TaggedSpan(
                tag=tags[tag], start=words[at][0], end=words[stop - 1][1], probability=float(np.exp(np.log(np.maximum(chosen, 1e-9)).mean())),
                first=min(tokens, default=0), last=max(tokens, default=0),
            )
        )  # fmt: skip
        at = stop
    return spans
