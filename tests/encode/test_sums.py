"""Vectors of tokens are summed by the sentence they begin in."""

from __future__ import annotations

import numpy as np

from onrecord.encode.model import sum_by_sentence
from onrecord.encode.windows import Window

SENTENCES = np.array([(0, 10), (12, 20)], dtype=np.int64)


def sums(*offsets: tuple[int, int]) -> dict[int, list[float]]:
    window = Window(ids=tuple(range(len(offsets))), offsets=offsets)
    vectors = np.array([[2.0**token, 1.0] for token in range(len(offsets))], dtype=np.float32)
    return {index: vector.tolist() for index, vector in sum_by_sentence(SENTENCES, window, vectors).items()}


def test_each_token_counts_in_its_sentence() -> None:
    assert sums((0, 3), (4, 10), (12, 15)) == {0: [3.0, 2.0], 1: [4.0, 1.0]}


def test_markers_and_tokens_between_sentences_count_nowhere() -> None:
    assert sums((-1, -1), (0, 3), (10, 11), (5, 5), (13, 14), (20, 21), (-1, -1)) == {0: [2.0, 1.0], 1: [16.0, 1.0]}


def test_nothing_to_sum() -> None:
    assert sums() == sums((-1, -1)) == {}


def test_no_sentences() -> None:
    window = Window(ids=(1,), offsets=((0, 3),))
    assert sum_by_sentence(np.zeros((0, 2), dtype=np.int64), window, np.ones((1, 2), dtype=np.float32)) == {}
