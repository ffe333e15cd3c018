"""How surely two tellings tell the same utterance.

In: pairs of `Side`s. Out: a probability, from a small logistic model over the features of `features.py`.
Its weights stand in `match.toml`, fitted by `training/fit_match.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from onrecord.records import Span
from onrecord.statements.agreement import may_be_one, speakers_agree
from onrecord.statements.features import COARSE_FORCE, FEATURES, FeatureTable, Flags, Rarity
from onrecord.statements.sides import FloatArray, Side, content_vectors

__all__ = ["COARSE_FORCE", "FEATURES", "Matcher", "load_weights", "may_be_one", "speakers_agree"]

ROUNDED = 5
"""Digits that count of a probability: fewer than two machines' arithmetic may differ in."""


class Matcher:
    """Compares tellings of one set; remembers the centred vectors of each.

    Args:
        sides: all tellings that will be compared, in any order; their mean word vector is what all have in common and is taken out.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        ordered = sorted(sides, key=lambda s: s.attribution.id)
        rows = [s.word_vectors for s in ordered if len(s.word_vectors)]
        self._centre: FloatArray = np.concatenate(rows).mean(axis=0) if rows else np.zeros(384, dtype=np.float32)
        whole = np.stack([s.vector for s in ordered]) if ordered else np.zeros((1, 384), dtype=np.float32)
        self._middle: FloatArray = whole.mean(axis=0)
        self._rarity = Rarity(ordered)
        self._cache: dict[str, tuple[list[Span], FloatArray]] = {}

    def words(self, side: Side) -> tuple[list[Span], FloatArray]:
        """Return the content words of a side and their centred vectors."""
        key = side.attribution.id
        if key not in self._cache:
            self._cache[key] = content_vectors(side, self._centre)
        return self._cache[key]

    def features(self, left: Side, right: Side) -> dict[str, float]:
        """Return the features of a pair; the order of the two does not matter."""
        return {name: float(values[0, 1]) for name, values in self._table((left, right)).rows(0, 1).items()}

    def probability(self, left: Side, right: Side) -> float:
        """Return how surely both tell one utterance; 0 when the two cannot be one (other speaker, other day)."""
        return float(self.compare_all((left, right))[0][0, 1])

    def compare_all(self, sides: Sequence[Side]) -> tuple[FloatArray, Flags]:
        """Return for all pairs how surely they tell one utterance (0 when they cannot), and whether they can.

        Returns:
            Two tables (sides, sides), both the same above and below the diagonal, which holds 0 and false.
        """
        weights = load_weights()
        table = self._table(sides)
        surely = np.zeros((len(sides), len(sides)), dtype=np.float32)
        possible = np.zeros((len(sides), len(sides)), dtype=np.bool_)
        for first, end in table.blocks():
            can = table.possible(first, end)
            scores = sum((weights[name] * values for name, values in table.rows(first, end).items()), np.zeros(can.shape, dtype=np.float32))
            possible[first:end] = can
            surely[first:end] = np.where(can, np.round(1 / (1 + np.exp(-np.clip(scores, -30.0, 30.0))), ROUNDED), 0.0)
        upper = np.triu(surely, 1)
        allowed = np.triu(possible, 1)
        return upper + upper.T, allowed | allowed.T

    def _table(self, sides: Sequence[Side]) -> FeatureTable:
        return FeatureTable(sides, [self.words(side)[1] for side in sides], self._middle, self._rarity)


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return feature -> weight."""
    table = tomllib.loads((files("onrecord.statements") / "match.toml").read_text("utf-8"))
    return {name: float(table["weights"][name]) for name in FEATURES}
