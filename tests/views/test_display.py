"""How values look to people, and that no character acts where it should only show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import DateRange
from onrecord.views.display import count, format_iso, format_number, format_range, format_rounded, make_inert, make_inert_line
from onrecord.views.parts import join_names
from onrecord.views.wording import explain_differences, name_difference, name_label, name_language, rank_difference

any_text = st.text(st.characters())


@given(any_text)
def test_inert_text_holds_no_control_and_no_direction_character(text: str) -> None:
    kept = {unicodedata.category(c) for c in make_inert(text) if c not in "\n\u200c\u200d"}
    assert not kept & {"Cc", "Cf", "Cs"}


@given(any_text)
def test_inert_text_stays_as_it_is_and_one_line_is_one_line(text: str) -> None:
    assert make_inert(make_inert(text)) == make_inert(text)
    assert "\n" not in make_inert_line(text)


def test_control_characters_become_visible_and_ordinary_words_stay() -> None:
    assert make_inert("\x1b[0m\x7f\u202e") == "\u241b[0m\u2421\ufffd"
    assert make_inert("Київ, Ísland, می‌خواهم") == "Київ, Ísland, می‌خواهم"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-14", "2031-03-15", "14 March 2031"),
        ("2031-03-14", "2031-03-17", "14 to 16 March 2031"),
        ("2031-03-30", "2031-04-03", "30 March to 2 April 2031"),
        ("2031-03-01", "2031-04-01", "March 2031"),
        ("2031-01-01", "2032-01-01", "2031"),
        ("2031-01-01", "2033-01-01", "2031 to 2032"),
        ("2031-12-30", "2032-01-03", "30 December 2031 to 2 January 2032"),
    ],
)
def test_ranges_read_as_people_write_them(start: str, end: str, words: str) -> None:
    assert format_range(DateRange(start=start, end=end)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(1234.0, "1,234"), (0.25, "0.25"), (5_100_000.0, "5.1 million"), (2_000_000_000.0, "2 billion"), (1_234_567.0, "1,234,567"), (1_250_000.0, "1.25 million")],
)
def test_round_numbers_of_millions_read_as_people_say_them(value: float, words: str) -> None:
    assert format_rounded(value) == words


def test_numbers_and_counts_read_well() -> None:
    assert (format_number(1234567), format_number(0.25)) == ("1,234,567", "0.25")
    assert (count(1, "article"), count(2, "article"), count(0, "story", "stories")) == ("1 article", "2 articles", "0 stories")


def test_all_labels_have_plain_words_and_unknown_ones_are_shown_as_they_are() -> None:
    assert len(explain_differences()) == 16
    assert all(name_difference(e.label) == e.title for e in explain_differences())
    assert (name_difference("new_label"), name_label("forces", "new_force"), name_language("xx")) == ("new label", "new force", "xx")
    assert rank_difference("modality_or_negation") < rank_difference("spelling_variant") < rank_difference("new_label")
    assert (name_language("pt-BR"), name_language(None)) == ("Portuguese", None)


@pytest.mark.parametrize(
    ("names", "shown"), [(("Gazette, 3 May", "Post, 4 May", "Courier"), "Gazette, 3 May; Post, 4 May and Courier"), (("Gazette", "Post", "Courier"), "Gazette, Post and Courier")]
)
def test_names_with_a_comma_are_parted_by_semicolons(names: tuple[str, ...], shown: str) -> None:
    assert join_names(names) == shown


@pytest.mark.parametrize(("day", "words"), [("2031-03-14", "14 March 2031"), ("2031-13-14", "2031-13-14")])
def test_an_iso_day_is_said_in_words(day: str, words: str) -> None:
    assert format_iso(day) == words
