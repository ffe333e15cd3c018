"""Spans as words: edges of punctuation cost nothing, pairs are one to one, the order of what was found does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.words import SAME, Words, pair_up, touch, word_f1
from onrecord.records import Span

TEXT = "“We leave,” she said, “and we stay.”"
SETS = st.lists(st.frozensets(st.integers(0, 6), max_size=4), max_size=5)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def test_quotation_marks_and_commas_are_no_words() -> None:
    words = Words(TEXT)
    assert words.of([span("“We leave,”")]) == words.of([span("We leave")]) == {0, 1}
    assert words.of([span("“We leave,”"), span("“and we stay.”")]) == {0, 1, 4, 5, 6}


def test_a_word_that_is_touched_counts_whole() -> None:
    assert Words(TEXT).of([Span(start=2, end=5)]) == {0, 1}
    assert Words(TEXT).of([span(", “")]) == frozenset()
    assert Words("").of([Span(start=0, end=3)]) == frozenset()


def test_f1_of_words() -> None:
    assert word_f1(frozenset({1, 2}), frozenset({1, 2})) == 1
    assert word_f1(frozenset({1, 2}), frozenset({2, 3, 4, 5})) == 1 / 3
    assert word_f1(frozenset(), frozenset()) == 0


def test_the_best_pair_is_taken_first() -> None:
    gold, found = [frozenset({1, 2, 3, 4})], [frozenset({3, 4, 5}), frozenset({1, 2, 3})]
    assert pair_up(gold, found) == [(0, 1)]


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    assert pair_up([frozenset({1, 2})], [frozenset({2, 3})]) == [(0, 0)]
    assert pair_up([frozenset({1, 2})], [frozenset({2, 3, 4})]) == []
    assert pair_up([frozenset({1, 2})], [frozenset({2, 3, 4})], 0.0) == [(0, 0)]
    assert pair_up([frozenset({1})], [frozenset({2})], 0.0) == []


@given(SETS, SETS)
def test_pairs_use_every_index_once_and_share_enough(gold: list[frozenset[int]], found: list[frozenset[int]]) -> None:
    pairs = pair_up(gold, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(word_f1(gold[i], found[j]) >= SAME for i, j in pairs)


def test_spans_touch_when_they_share_a_code_point() -> None:
    assert touch([Span(start=0, end=3)], [Span(start=9, end=12), Span(start=2, end=5)])
    assert not touch([Span(start=0, end=3)], [Span(start=3, end=5)])
    assert not touch([], [Span(start=0, end=3)])
