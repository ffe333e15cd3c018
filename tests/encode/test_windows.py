"""How texts are cut into windows that fit the model."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from onrecord.encode.windows import BEGIN, END, Window, cut_windows, hide_spans
from onrecord.records import Span
from tests.growth import grows_gently


def make_tokenizer() -> Tokenizer:
    """Return a tokenizer of single letters after a sign for the blank, like that of the model but tiny."""
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -20.0), ("▁", -3.0)]
    pieces += [(letter, -5.0) for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,!?0123456789“”"]
    tokenizer = Tokenizer(models.Unigram(pieces, 3, False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return tokenizer


TOKENIZER = make_tokenizer()


def texts(windows: list[Window], text: str) -> list[str]:
    return [text[w.start : w.end] for w in windows]


def test_short_paragraphs_share_a_window_with_a_marker_between_them() -> None:
    text = "ab cd.\n\nef gh."
    (window,) = cut_windows(text, TOKENIZER)
    assert (window.start, window.end) == (0, len(text))
    assert window.ids[0] == BEGIN
    assert window.ids[-1] == END
    assert window.ids.count(END) == 2
    assert len(window.ids) == len(window.offsets)


def test_a_paragraph_that_does_not_fit_opens_the_next_window() -> None:
    text = "ab cd ef.\n" * 3
    assert texts(cut_windows(text, TOKENIZER, max_tokens=30), text) == ["ab cd ef.\nab cd ef.", "ab cd ef."]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "abc def. ghi jkl. mno pqr. stu vwx."
    assert texts(cut_windows(text, TOKENIZER, max_tokens=24), text) == ["abc def. ghi jkl.", "mno pqr. stu vwx."]


def test_a_sentence_without_an_end_is_cut_where_the_tokens_run_out() -> None:
    text = "abcdefghij" * 5
    windows = cut_windows(text, TOKENIZER, max_tokens=12)
    assert "".join(texts(windows, text)) == text
    assert all(len(w.ids) <= 12 for w in windows)


def test_no_words_give_no_windows() -> None:
    assert cut_windows("", TOKENIZER) == cut_windows(" \n\n\t ", TOKENIZER) == []


def test_token_offsets_do_not_take_in_the_blank_before_a_word() -> None:
    text = "ab cd"
    (window,) = cut_windows(text, TOKENIZER)
    assert all(not text[s:e][:1].isspace() for s, e in window.offsets if s >= 0)


def test_a_shifted_window_keeps_its_markers() -> None:
    (window,) = cut_windows("ab", TOKENIZER)
    assert window.shifted(10).start == 10
    assert window.shifted(10).offsets[0] == (-1, -1)


def test_hidden_spans_become_line_breaks_of_the_same_length() -> None:
    text = "Keep this. Drop that. Keep too."
    hidden = hide_spans(text, [Span(start=11, end=21)])
    assert len(hidden) == len(text)
    assert hidden.split() == ["Keep", "this.", "Keep", "too."]
    assert hidden[11:21] == "\n" * 10


def test_hidden_spans_may_overlap_and_come_in_any_order() -> None:
    assert hide_spans("abcdef", [Span(start=3, end=5), Span(start=1, end=4)]) == "a\n\n\n\nf"
    assert hide_spans("abc", []) == "abc"


def test_nothing_hidden_reaches_the_model() -> None:
    text = hide_spans("ab cd. ef gh.", [Span(start=0, end=6)])
    assert [w.start for w in cut_windows(text, TOKENIZER)] == [7]


def test_a_very_long_paragraph_is_cut_in_time_that_grows_with_its_length() -> None:
    started = time.perf_counter()
    assert len(cut_windows("ab cd ef. " * 20_000, TOKENIZER)) > 500
    assert time.perf_counter() - started < 5


@given(st.text(alphabet="ab .!\n“", max_size=120) | st.text(max_size=60), st.integers(4, 40))
@settings(deadline=None)
def test_windows_of_any_text_are_in_order_fit_and_cover_every_word(text: str, size: int) -> None:
    windows = cut_windows(text, TOKENIZER, max_tokens=size)
    assert windows == cut_windows(text, TOKENIZER, max_tokens=size)
    spans = [(s, e) for w in windows for s, e in w.offsets if s >= 0]
    assert all(len(w.ids) <= size and len(w.ids) == len(w.offsets) for w in windows)
    assert all(0 <= s <= e <= len(text) for s, e in spans)
    assert all(a[0] <= b[0] for a, b in pairwise(spans))
    covered = {at for s, e in spans for at in range(s, e)}
    assert all(at in covered for at, char in enumerate(text) if char.isascii() and char.isalpha())


def test_a_row_of_dots_is_searched_once() -> None:
    text = "Solan left. "
    assert grows_gently(lambda size: cut_windows(text + "." * size + "x", TOKENIZER, max_tokens=100), 2_000)
    assert grows_gently(lambda size: cut_windows(text + "." + "”" * size + "x", TOKENIZER, max_tokens=100), 2_000)
