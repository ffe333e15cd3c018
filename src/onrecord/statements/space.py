"""The space in which word vectors are compared: what all words have in common taken out, the directions that tell them apart kept.

Fitted on invented tellings by `training/fit_match.py`, which writes `space.npy`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from onrecord.statements.sides import WIDTH, FloatArray

LEAST_WEIGHT = 0.001
"""No word counts nothing at all: a telling of such words alone could not be averaged."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """`centre` (width) is taken out of every word vector, `middle` out of those of sentences and articles.

    `basis` (width, kept) leads sentences into a narrower space; `told` (width, kept) the words of tellings, learned so that words which stand for one another in two
    tellings of an utterance come near. `weight` (kept) and `weight_bias` give how much a word in that space matters.
    """

    centre: FloatArray
    middle: FloatArray
    basis: FloatArray
    told: FloatArray
    weight: FloatArray
    weight_bias: float

    def narrow(self, centred: FloatArray) -> FloatArray:
        """Return centred vectors of sentences (rows, width) as unit rows (rows, kept)."""
        return _unit(centred @ self.basis)

    def narrow_words(self, centred: FloatArray) -> FloatArray:
        """Return centred vectors of words (rows, width) as unit rows (rows, kept)."""
        return _unit(centred @ self.told)

    def weigh(self, words: FloatArray) -> FloatArray:
        """Return how much each word (rows, kept) matters, between almost 0 and 1."""
        return np.asarray(LEAST_WEIGHT + 1 / (1 + np.exp(-(words @ self.weight + self.weight_bias))), dtype=np.float32)


def _unit(rows: FloatArray) -> FloatArray:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def plain_space() -> Space:
    """Return the space that leaves vectors as they are; all words matter alike."""
    nothing, same = np.zeros(WIDTH, dtype=np.float32), np.eye(WIDTH, dtype=np.float32)
    return Space(centre=nothing, middle=nothing, basis=same, told=same, weight=nothing, weight_bias=0.0)


def write_space(space: Space) -> bytes:
    """Return what `load_space` reads, in rows of `WIDTH`: centre, middle, the weights with their bias, the columns of `basis`, then those of `told`."""
    weights = np.zeros(WIDTH, dtype=np.float32)
    weights[: len(space.weight)], weights[-1] = space.weight, space.weight_bias
    out = BytesIO()
    np.save(out, np.vstack([space.centre, space.middle, weights, *space.basis.T, *space.told.T]).astype("<f2"))
    return out.getvalue()


@lru_cache(maxsize=1)
def load_space() -> Space:
    """Return the fitted space."""
    rows = np.load(BytesIO((files("onrecord.statements") / "space.npy").read_bytes())).astype(np.float32)
    kept = (len(rows) - 3) // 2
    return Space(
        centre=rows[0], middle=rows[1], basis=np.ascontiguousarray(rows[3 : 3 + kept].T), told=np.ascontiguousarray(rows[3 + kept :].T), weight=rows[2][:kept],
        weight_bias=float(rows[2][-1]),
    )  # fmt: skip
