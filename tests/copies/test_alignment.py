"""Copies in other words and other languages: texts that say the same sentence by sentence, and texts that only tell of the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies.alignment import LEAST_SENTENCES, align_sentences, find_retelling, strength_of, weigh_matches
from onrecord.copies.find import find_coverage, make_copy
from onrecord.kinship import Sketch
from tests.run.retold import WIDTH, make_retold, unit_rows

ORDER = tuple(range(10))


def copy_kind(left: Sketch, right: Sketch) -> str | None:
    first, second = sorted((left, right), key=lambda s: s.article)
    copy = make_copy(first, second, find_coverage(first, second))
    return copy.kind if copy else None


@pytest.mark.parametrize(("lang", "kind"), [("nl", "translated"), ("uk", "translated"), ("en", "paraphrased")])
def test_the_same_sentences_in_the_same_order_are_a_copy(lang: str, kind: str) -> None:
    assert copy_kind(make_retold("a", "en", ORDER).sketch, make_retold("b", lang, ORDER).sketch) == kind


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_reports_that_tell_the_same_in_another_order_stay_apart(lang: str) -> None:
    assert copy_kind(make_retold("a", "en", ORDER).sketch, make_retold("b", lang, (7, 2, 9, 4, 0, 8, 5, 1, 6, 3)).sketch) is None


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_reports_that_share_a_few_sentences_stay_apart(lang: str) -> None:
    assert copy_kind(make_retold("a", "en", ORDER).sketch, make_retold("b", lang, (20, 0, 21, 3, 22, 23, 5, 24, 25, 26)).sketch) is None


def test_a_shortened_translation_is_a_copy_of_the_fuller_text() -> None:
    full, short = make_retold("a", "en", ORDER), make_retold("b", "nl", ORDER[:7])
    left, right = sorted((full.sketch, short.sketch), key=lambda s: s.article)
    copy = make_copy(left, right, (0.0, 0.0))
    assert copy is not None
    assert (copy.article, copy.of, copy.kind) == (short.sketch.article, full.sketch.article, "translated")
    assert copy.coverage[0] > copy.coverage[1]
    assert "`en`, here `nl`" in copy.reason


def test_of_two_texts_of_one_day_nobody_knows_which_was_translated_unless_an_hour_or_an_agency_shows_it() -> None:
    a, b = sorted((make_retold(name, lang, ORDER, published="2031-03-14").sketch for name, lang in (("a", "en"), ("b", "nl"))), key=lambda s: s.article)
    early, late = "2031-03-14T08:10:00Z", "2031-03-14T09:30:00Z"
    for left, right, origin in (
        (a, b, None), (replace(a, published_at=early), replace(b, published_at=late), a), (replace(a, published_at=late), replace(b, published_at=early), b),
        (replace(a, is_agency=True), b, a), (a, replace(b, is_agency=True), b), (replace(a, is_agency=True, published_at=late), replace(b, published_at=early), b),
        (replace(a, published_at=late), b, None),
    ):  # fmt: skip
        copy = make_copy(left, right, (0.0, 0.0))
        assert copy is not None
        assert copy.order == ("known" if origin else "unknown")
        assert origin is None or copy.of == origin.article


@pytest.mark.parametrize(("first", "second"), [("2031-03-14", "2031-03-16"), ("2031-03-16", "2031-03-14")])
def test_the_earlier_text_is_the_one_that_was_translated(first: str, second: str) -> None:
    a, b = make_retold("a", "en", ORDER, published=first).sketch, make_retold("b", "nl", ORDER, published=second).sketch
    left, right = sorted((a, b), key=lambda s: s.article)
    copy = make_copy(left, right, (0.0, 0.0))
    assert copy is not None
    assert copy.of == (a if first < second else b).article


def test_who_credits_the_other_outlet_is_the_copy() -> None:
    a, b = make_retold("a", "en", ORDER, published="2031-03-14").sketch, make_retold("b", "nl", ORDER, published="2031-03-15").sketch
    a, b = replace(a, agencies=("Avondpost",)), replace(b, outlet="Avondpost")
    left, right = sorted((a, b), key=lambda s: s.article)
    copy = make_copy(left, right, (0.0, 0.0))
    assert copy is not None
    assert (copy.article, copy.of) == (a.article, b.article)


def test_other_numbers_or_other_names_make_no_copy() -> None:
    a, b = make_retold("a", "en", ORDER).sketch, make_retold("b", "nl", ORDER).sketch
    assert find_retelling(a, b) is not None
    numbers = np.array([5, 6, 7, 8], dtype="<u8")
    assert find_retelling(replace(a, numbers=numbers.tobytes()), replace(b, numbers=(numbers + np.uint64(100)).tobytes())) is None
    assert find_retelling(replace(a, numbers=numbers[:2].tobytes()), replace(b, numbers=(numbers[:2] + np.uint64(100)).tobytes())) is not None
    assert find_retelling(replace(a, names=b"", name_weights=b""), b) is None


def test_texts_of_a_few_sentences_are_never_taken_for_retold() -> None:
    few = ORDER[: LEAST_SENTENCES - 1]
    assert find_retelling(make_retold("a", "en", few).sketch, make_retold("b", "nl", few).sketch) is None
    empty = replace(make_retold("a", "en", ORDER).sketch, sentences=b"", sentence_words=b"")
    assert find_retelling(empty, empty) is None


def test_a_sentence_may_stand_for_two() -> None:
    left = unit_rows(range(8))
    right = np.vstack([left[:3], (left[3] + left[4])[None] / np.sqrt(2), left[5:]])
    words, fewer = np.full(8, 10), np.array([10, 10, 10, 20, 10, 10, 10])
    matches = align_sentences(left, words, right, fewer)
    assert ((3, 5), (3, 4)) in [(m.left, m.right) for m in matches]
    assert weigh_matches(matches, words, fewer).coverage == (1.0, 1.0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(1, 12))
def test_matches_keep_the_order_of_both_texts_and_never_overlap(seed: int, rows: int, columns: int) -> None:
    rng = np.random.default_rng(seed)
    left, right = rng.normal(size=(rows, WIDTH)), rng.normal(size=(columns, WIDTH))
    left_words, right_words = rng.integers(3, 30, rows), rng.integers(3, 30, columns)
    matches = align_sentences(left, left_words, right, right_words)
    for one, other in pairwise(matches):
        assert one.left[1] <= other.left[0]
        assert one.right[1] <= other.right[0]
    retelling = weigh_matches(matches, left_words, right_words)
    assert 0 <= min(retelling.coverage) <= max(retelling.coverage) <= 1
    assert 0 <= strength_of(retelling) <= 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_which_text_comes_first_does_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    left, right = rng.normal(size=(9, WIDTH)), rng.normal(size=(7, WIDTH))
    words, fewer = rng.integers(3, 30, 9), rng.integers(3, 30, 7)
    one = weigh_matches(align_sentences(left, words, right, fewer), words, fewer)
    other = weigh_matches(align_sentences(right, fewer, left, words), fewer, words)
    assert one.coverage == other.coverage[::-1]
    assert one.likeness == pytest.approx(other.likeness, abs=2e-3)
