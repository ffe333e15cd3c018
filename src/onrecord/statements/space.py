"""The spaces in which vectors are compared: what all have in common taken out, the directions that tell them apart kept.

That of words is fitted on invented tellings by `training/fit_match.py`, that of sentences on invented passages by `training/fit_sentences.py`; both stand in `space.npy`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np

from onrecord.statements.sides import WIDTH, FloatArray

LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk")
"""Languages whose sentences have a mean of their own, in the order in which these are kept."""
LEAST_WEIGHT = 0.001
"""No word counts nothing at all: a telling of such words alone could not be averaged."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """`centre` (width) is taken out of every word vector; `told` (width, kept) leads the words of tellings into a narrower space, learned so that words which stand for
    one another in two tellings of an utterance come near. `weight` (kept) and `weight_bias` give how much a word there matters.

    `means` (language -> width) is what the sentences of a language have in common, `middle` (width) those of all; it is the larger part of a vector, and a translation
    stands nowhere near its original before it is taken out. `basis` (width, narrower) leads sentences into a space in which rarer directions count almost as much as common ones.
    """

    centre: FloatArray
    middle: FloatArray
    basis: FloatArray
    told: FloatArray
    weight: FloatArray
    weight_bias: float
    means: Mapping[str, FloatArray] = field(default_factory=dict)

    def narrow(self, sentences: FloatArray, lang: str | None) -> FloatArray:
        """Return vectors of sentences (rows, width) of a language as unit rows (rows, narrower)."""
        rest: FloatArray = _unit(sentences) - self.means.get(lang or "", self.middle)
        return _unit(rest @ self.basis)

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
    """Return what `load_space` reads: three tables in rows of `WIDTH`.

    For words the centre, the weights with their bias and the columns of `told`; for sentences `middle` and the means by language code; the columns of `basis`.
    """
    weights = np.zeros(WIDTH, dtype=np.float32)
    weights[: len(space.weight)], weights[-1] = space.weight, space.weight_bias
    means = [space.means[lang] for lang in LANGUAGES if lang in space.means]
    if len(means) not in (0, len(LANGUAGES)):
        raise ValueError(f"means of {len(means)} languages; allowed: none or all {len(LANGUAGES)}")
    out = BytesIO()
    for rows in ([space.centre, weights, *space.told.T], [space.middle, *means], [*space.basis.T]):
        np.save(out, np.vstack(rows).astype("<f2"))
    return out.getvalue()


@lru_cache(maxsize=1)
def load_space() -> Space:
    """Return the fitted space."""
    file = BytesIO((files("onrecord.statements") / "space.npy").read_bytes())
    words, means, basis = (np.load(file).astype(np.float32) for _ in range(3))
    kept = len(words) - 2
    return Space(
        centre=words[0], middle=means[0], basis=np.ascontiguousarray(basis.T), told=np.ascontiguousarray(words[2:].T), weight=words[1][:kept],
        weight_bias=float(words[1][-1]), means=dict(zip(LANGUAGES, means[1:], strict=False)),
    )  # fmt: skip
