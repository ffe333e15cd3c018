"""From counts to precision, recall and F1, with bootstrap intervals over passages. Pure: the seed is an argument.

In: `Counts` by measure for each passage. Out: a `Score` a measure.
Source: percentile bootstrap, Efron and Tibshirani 1993, chapter 13; passages are drawn with replacement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.measures import MEASURES, Counts

SEED = 13
LOWEST, HIGHEST = 2.5, 97.5
"""Percentiles of a 95 % interval."""
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value between 0 and 1, and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A measure over passages; an estimate is `None` where there was nothing to score.

    `gold` and `found` are how many items there are, `right` how many of those found are right, `recalled` how many of the gold are found.
    """

    precision: Estimate | None
    recall: Estimate | None
    f1: Estimate | None
    right: int
    found: int
    recalled: int
    gold: int


def make_scores(passages: Sequence[Mapping[str, Counts]], samples: int, seed: int = SEED) -> dict[str, Score]:
    """Return the score of every measure over passages.

    Args:
        passages: the counts of each passage; a measure that is missing counts nothing there.
        samples: how many times passages are drawn anew, at least 1.
        seed: seed of the draws; the same seed gives the same intervals.
    """
    none = Counts()
    rows = [[(c.right, c.found, c.recalled, c.gold) for c in (p.get(m.name, none) for m in MEASURES)] for p in passages]
    table = np.array(rows, dtype=np.float64).reshape(len(rows), len(MEASURES), 4)
    totals = table.sum(axis=0)
    drawn = _draw_totals(table, samples, seed)
    values, spread = to_rates(totals), to_rates(drawn)
    scores = {}
    for k, measure in enumerate(MEASURES):
        precision, recall, f1 = (_estimate(float(values[k, c]), spread[:, k, c]) for c in range(3))
        right, found, recalled, gold = (int(n) for n in totals[k])
        scores[measure.name] = Score(precision=precision, recall=recall, f1=f1, right=right, found=found, recalled=recalled, gold=gold)
    return scores


def to_rates(counts: Numbers) -> Numbers:
    """Return precision, recall and F1 of counts: (..., 4) right, found, recalled, gold -> (..., 3); NaN where there is nothing.

    Without anything found there is no precision, without gold no recall; F1 is then 0, and NaN only when both are missing.
    """
    right, found, recalled, gold = np.moveaxis(np.asarray(counts, dtype=np.float64), -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision, recall = right / found, recalled / gold
        f1 = 2 * precision * recall / (precision + recall)
    f1 = np.where(found + gold > 0, np.nan_to_num(f1), np.nan)
    return np.stack([precision, recall, f1], axis=-1)


def _draw_totals(table: Numbers, samples: int, seed: int) -> Numbers:
    """Return the summed counts of passages drawn with replacement: (samples, measures, 4)."""
    size = len(table)
    if not size:
        return np.zeros((samples, *table.shape[1:]))
    times = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=samples)
    return np.asarray(times.astype(np.float64) @ table.reshape(size, -1)).reshape(samples, *table.shape[1:])


def _estimate(value: float, drawn: Numbers) -> Estimate | None:
    """Return a value with its interval; draws with nothing to score say nothing."""
    if np.isnan(value):
        return None
    known = drawn[~np.isnan(drawn)]
    low, high = np.percentile(known, (LOWEST, HIGHEST)) if len(known) else (value, value)
    return Estimate(value=value, low=float(low), high=float(high))
