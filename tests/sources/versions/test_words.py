"""The word diff: what changed is found on both sides, what moved is not, and the spans slice back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.versions.words import LEAST_MOVED, diff_words

TEXT = "The minister said 40 people died. She left early.\n\nA second paragraph of several plain words.\n\nThe end is near."


def changes(before: str, after: str) -> list[tuple[str | None, str | None]]:
    return [(c.before.of(before) if c.before else None, c.after.of(after) if c.after else None) for c in diff_words(before, after)]


def test_a_replaced_word_stands_on_both_sides() -> None:
    assert changes(TEXT, TEXT.replace("40 people", "43 people")) == [("40", "43")]


def test_added_and_removed_words_stand_on_one_side() -> None:
    assert changes(TEXT, TEXT.replace("died", "died on Monday")) == [(None, "on Monday")]
    assert changes(TEXT, TEXT.replace(" early", "")) == [("early", None)]


def test_punctuation_and_line_breaks_are_no_words() -> None:
    assert changes("“We left, early.”", "We left early!") == []
    assert changes("one two\nthree four", "one two three\n\nfour") == []


def test_a_paragraph_that_moved_did_not_change() -> None:
    first, second, third = TEXT.split("\n\n")
    assert changes(TEXT, "\n\n".join((third, first, second))) == []


def test_a_long_passage_that_moved_within_a_paragraph_did_not_change() -> None:
    passage, rest = "alpha beta gamma delta epsilon zeta", "north south east west up down left right"
    assert len(passage.split()) > LEAST_MOVED
    assert changes(f"{passage} {rest}", f"{rest} {passage}") == []


def test_one_word_that_stands_elsewhere_now_is_a_change() -> None:
    assert changes("They did not go. We did go.", "They did go. We did not go.") != []


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    assert changes("大臣は四十人と述べた", "大臣は五十人と述べた") == [("四", "五")]


def test_everything_may_be_new_or_gone() -> None:
    assert changes("", "new words") == [(None, "new words")]
    assert changes("old words", "") == [("old words", None)]
    assert changes("", "") == []


def test_a_long_text_with_few_changes_is_quick() -> None:
    lines = [f"Paragraph {number} says the same as the others do." for number in range(20_000)]
    assert changes("\n".join(lines), "\n".join([*lines[:9000], "A new one.", *lines[9000:]])) == [(None, "A new one")]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "\n", "e", "f"]), max_size=40).map(" ".join)


@given(WORDS, WORDS)
def test_spans_lie_in_their_texts_and_equal_texts_have_no_change(before: str, after: str) -> None:
    for change in diff_words(before, after):
        assert change.before or change.after
        for span, text in ((change.before, before), (change.after, after)):
            assert span is None or 0 <= span.start < span.end <= len(text)
    assert diff_words(before, before) == ()
