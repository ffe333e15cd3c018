"""Rates of counts, and intervals that hold them, are the same for the same seed, and shrink with more passages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.evaluation.measures import MEASURES, Counts, count_exact, count_pairs, count_presence, count_share
from onrecord.evaluation.scores import Score, make_scores, to_rates

ROW = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))


def score(*rows: Counts, samples: int = 200, seed: int = 13) -> Score:
    return make_scores([{"source": row} for row in rows], samples, seed)["source"]


def test_precision_recall_and_f1_of_counts() -> None:
    found = score(Counts(right=3, found=4, recalled=3, gold=6))
    assert found.precision is not None
    assert found.recall is not None
    assert found.f1 is not None
    assert (found.precision.value, found.recall.value, found.f1.value) == pytest.approx((0.75, 0.5, 0.6))
    assert (found.right, found.found, found.recalled, found.gold) == (3, 4, 3, 6)


def test_counts_are_summed_over_passages_before_rates() -> None:
    found = score(Counts(right=1, found=1, recalled=1, gold=1), Counts(right=0, found=9, recalled=0, gold=1))
    assert found.precision is not None
    assert found.precision.value == pytest.approx(0.1)


def test_where_nothing_was_there_to_score_there_is_no_estimate() -> None:
    empty = score(Counts())
    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)
    missed = score(Counts(gold=2))
    assert missed.precision is None
    assert missed.recall is not None
    assert missed.f1 is not None
    assert missed.f1.value == 0


def test_no_passage_gives_every_measure_and_no_estimate() -> None:
    scores = make_scores([], 10)
    assert set(scores) == {measure.name for measure in MEASURES}
    assert all(each.f1 is None for each in scores.values())


@settings(max_examples=50)
@given(st.lists(ROW, min_size=1, max_size=6))
def test_an_interval_lies_between_0_and_1_and_the_same_seed_gives_the_same(rows: list[tuple[int, int, int]]) -> None:
    counts = [Counts(right=min(right, found, gold), found=found, recalled=min(right, found, gold), gold=gold) for right, found, gold in rows]
    first, second = score(*counts), score(*counts)
    assert first == second
    for estimate in (first.precision, first.recall, first.f1):
        if estimate is not None:
            assert 0 <= estimate.low <= estimate.high <= 1
            assert 0 <= estimate.value <= 1


def test_equal_passages_leave_no_doubt_and_more_passages_less() -> None:
    good, bad = Counts(right=1, found=1, recalled=1, gold=1), Counts(right=0, found=1, recalled=0, gold=1)
    same, few, many = score(*[good] * 9).f1, score(good, bad, good, bad).f1, score(*[good, bad] * 50).f1
    assert same is not None
    assert few is not None
    assert many is not None
    assert (same.low, same.high) == (1, 1)
    assert many.high - many.low < few.high - few.low
    assert many.low < 0.5 < many.high


def test_rates_work_on_whole_tables() -> None:
    table = np.array([[[1, 2, 1, 4], [0, 0, 0, 0]], [[2, 2, 2, 2], [0, 1, 0, 0]]], dtype=float)
    rates = to_rates(table)
    assert rates.shape == (2, 2, 3)
    assert rates[0, 0] == pytest.approx([0.5, 0.25, 1 / 3])
    assert np.isnan(rates[0, 1]).all()
    assert rates[1, 1, 2] == 0


def test_counts_of_sets_pairs_shares_and_presence() -> None:
    assert count_exact("abc", "bcd") == Counts(right=2, found=3, recalled=2, gold=3)
    assert count_pairs([(0, 1)], "ab", "abc") == Counts(right=1, found=3, recalled=1, gold=2)
    assert count_share([True, False, True]) == Counts(right=2, found=3, recalled=2, gold=3)
    assert count_presence(True, False) == Counts(gold=1)
    assert count_presence(True, True) == Counts(right=1, found=1, recalled=1, gold=1)


def test_names_of_measures_are_their_own() -> None:
    assert len({measure.name for measure in MEASURES}) == len({measure.label for measure in MEASURES}) == len(MEASURES)
