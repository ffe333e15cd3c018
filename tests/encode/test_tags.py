"""How tag probabilities become spans."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from onrecord.encode import tags
from onrecord.encode.tags import (
    BEGIN,
    END,
    GAP_BUCKETS,
    INSIDE,
    LAYERS,
    SINGLE,
    SURELY_OUTSIDE,
    FloatArray,
    TaggedSpan,
    average_by_word,
    best_path,
    decode_spans,
    find_path,
    find_words,
    gap_bucket,
    layer_probabilities,
    layer_slices,
    layer_width,
    outside_row,
)

TAGS = ("source", "cue", "content")


def is_legal(path: list[int]) -> bool:
    """True when every span is one S, or a B, any number of I and an E of one tag."""
    inside: int | None = None
    for label in path:
        tag, place = divmod(label - 1, 4) if label else (None, None)
        if place in (INSIDE, END):
            if tag != inside:
                return False
        elif inside is not None:
            return False
        inside = tag if place in (BEGIN, INSIDE) else None
    return inside is None


def rows(size: st.SearchStrategy[tuple[int, int]]) -> st.SearchStrategy[FloatArray]:
    return size.flatmap(lambda shape: hnp.arrays(np.float32, shape, elements=st.floats(0, 1, width=32)))


@given(rows(st.tuples(st.integers(0, 30), st.integers(0, 5).map(lambda tags: 1 + 4 * tags))))
@settings(deadline=None)
def test_the_best_path_is_always_legal(probabilities: FloatArray) -> None:
    path = best_path(probabilities).tolist()
    assert len(path) == len(probabilities)
    assert is_legal(path)


@given(rows(st.tuples(st.integers(1, 4), st.just(9))))
@settings(deadline=None, max_examples=60)
def test_no_legal_path_is_more_probable_than_the_best(probabilities: FloatArray) -> None:
    log = np.log(np.maximum(probabilities, 1e-9))

    def score(path: tuple[int, ...]) -> float:
        return float(sum(log[at, tag] for at, tag in enumerate(path)))

    best = max(score(path) for path in product(range(9), repeat=len(probabilities)) if is_legal(list(path)))
    assert score(tuple(best_path(probabilities).tolist())) >= best - 1e-4


@given(rows(st.tuples(st.integers(0, 12), st.sampled_from([5, 13]))))
@settings(deadline=None)
def test_the_path_in_one_piece_is_as_probable_as_the_best(probabilities: FloatArray) -> None:
    unsure = probabilities * np.float32(0.99)  # no word surely outside
    log = np.log(np.maximum(unsure, 1e-9))
    path = find_path(unsure).tolist()
    assert is_legal(path)
    assert sum(log[at, tag] for at, tag in enumerate(path)) >= sum(log[at, tag] for at, tag in enumerate(best_path(unsure))) - 1e-4


def test_a_probability_that_is_not_legal_is_passed_over() -> None:
    assert best_path(np.array([[0.1, 0.3, 0.6, 0, 0], [0.1, 0.1, 0.4, 0.3, 0.1]], dtype=np.float32)).tolist() == [1, 3]


def test_a_word_has_the_mean_of_its_tokens() -> None:
    values = np.array([[1, 0], [0.2, 0.8], [0.6, 0.4], [0, 1]], dtype=np.float32)
    table = average_by_word(values, [(-1, -1), (0, 2), (2, 4), (5, 6)], [(0, 4), (5, 6)])
    assert np.allclose(table.means, [[0.4, 0.6], [0, 1]])
    assert table.first.tolist() == [1, 3]
    assert table.last.tolist() == [2, 3]


def test_a_token_over_two_words_counts_for_both() -> None:
    table = average_by_word(np.array([[0.5, 0.5]], dtype=np.float32), [(0, 4)], [(0, 2), (2, 4)])
    assert np.allclose(table.means, 0.5)
    assert table.first.tolist() == table.last.tolist() == [0, 0]


def test_a_word_without_a_token_has_the_blank_row() -> None:
    table = average_by_word(np.array([[0, 1]], dtype=np.float32), [(0, 2)], [(0, 2), (3, 5)], [1, 0])
    assert table.means.tolist() == [[0, 1], [1, 0]]
    assert (table.first[1], table.last[1]) == (-1, -1)


def test_no_word_and_no_token_give_an_empty_table() -> None:
    assert average_by_word(np.zeros((0, 2), dtype=np.float32), [], []).means.shape == (0, 2)


def test_the_probabilities_of_each_layer_add_up_to_one() -> None:
    probabilities = layer_probabilities(np.random.default_rng(1).normal(0, 30, (4, len(outside_row()))).astype(np.float32))
    for where in layer_slices().values():
        assert np.allclose(probabilities[:, where].sum(axis=1), 1, atol=1e-5)
        assert outside_row()[where].tolist() == [1.0] + [0.0] * (where.stop - where.start - 1)


def decode(probabilities: FloatArray, offsets: list[tuple[int, int]], words: list[tuple[int, int]]) -> list[TaggedSpan]:
    """Decode one layer with the tags of this module."""
    row = np.zeros(probabilities.shape[1], dtype=np.float32)
    row[0] = 1
    return decode_spans(average_by_word(probabilities, offsets, words, row), slice(0, layer_width(TAGS)), TAGS)


def test_spans_stand_at_word_borders_with_their_tokens() -> None:
    text = "Solan said so."
    words = find_words(text, 0, len(text))
    assert [text[s:e] for s, e in words] == ["Solan", "said", "so", "."]
    probabilities = np.zeros((5, layer_width(TAGS)), dtype=np.float32)
    for token, tag in enumerate((0, 1 + SINGLE, 1 + SINGLE, 5 + SINGLE, 0)):
        probabilities[token, tag] = 1
    found = decode(probabilities, [(-1, -1), (0, 3), (3, 5), (6, 10), (11, 13)], words)
    assert [(s.tag, text[s.start : s.end], s.first, s.last) for s in found] == [("source", "Solan", 1, 2), ("cue", "said", 3, 3)]
    assert found[1].probability == 1.0


def test_two_spans_of_one_tag_may_touch() -> None:
    probabilities = np.zeros((2, layer_width(TAGS)), dtype=np.float32)
    probabilities[:, 9 + SINGLE] = 1
    assert [(s.start, s.end) for s in decode(probabilities, [(0, 1), (2, 3)], [(0, 1), (2, 3)])] == [(0, 1), (2, 3)]


def test_a_word_surely_outside_ends_a_span() -> None:
    probabilities = np.full((3, layer_width(TAGS)), 0.01, dtype=np.float32)
    probabilities[0, 1 + BEGIN] = probabilities[2, 1 + END] = 0.9
    probabilities[[0, 2], 1 + SINGLE] = 0.5
    probabilities[1, 0] = SURELY_OUTSIDE
    words = [(0, 1), (2, 3), (4, 5)]
    assert [(s.start, s.end) for s in decode(probabilities, words, words)] == [(0, 1), (4, 5)]
    probabilities[1, 0], probabilities[1, 1 + INSIDE] = 0.5, 0.5
    assert [(s.start, s.end) for s in decode(probabilities, words, words)] == [(0, 5)]


@given(st.text(max_size=40), st.data())
@settings(deadline=None)
def test_spans_of_any_probabilities_slice_back_to_whole_words(text: str, data: st.DataObject) -> None:
    words = find_words(text, 0, len(text))
    probabilities = data.draw(hnp.arrays(np.float32, (len(words), layer_width(TAGS)), elements=st.floats(0, 1, width=32)))
    found = decode(probabilities, words, words)
    assert found == decode(probabilities, words, words)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.start in {w[0] for w in words} and s.end in {w[1] for w in words} for s in found)
    assert all(0 <= s.probability <= 1.0001 and s.first <= s.last for s in found)


def test_every_layer_has_its_own_part_of_the_models_output() -> None:
    slices = layer_slices()
    assert list(slices) == list(LAYERS)
    assert [s.stop - s.start for s in slices.values()] == [layer_width(tags) for tags in LAYERS.values()]
    assert [s.start for s in slices.values()][1:] == [s.stop for s in slices.values()][:-1]


@given(st.integers(0, 500), st.integers(0, 20), st.integers(0, 500), st.integers(0, 20))
def test_distances_fall_into_known_classes_by_side(first: int, long: int, other: int, wide: int) -> None:
    bucket = gap_bucket((first, first + long), (other, other + wide))
    assert 0 <= bucket < GAP_BUCKETS
    assert (bucket >= 9) == (first > other)


def test_a_layer_without_any_span_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def look(probabilities: FloatArray) -> NDArray[np.int64]:
        looked.append(len(probabilities))
        return find_path(probabilities)

    monkeypatch.setattr(tags, "find_path", look)
    words = find_words("Nobody was named at the weir.", 0, 29)
    quiet = np.tile(outside_row(), (len(words), 1))
    for layer, where in layer_slices().items():
        assert decode_spans(average_by_word(quiet, words, words), where, LAYERS[layer]) == []
    assert looked == []
    quiet[0, layer_slices()["entity"]] = [0.5, 0, 0, 0, 0.5, *([0] * 8)]
    for layer, where in layer_slices().items():
        decode_spans(average_by_word(quiet, words, words), where, LAYERS[layer])
    assert looked == [len(words)]
