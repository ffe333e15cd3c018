"""The copy of a text that the model is shown: same length, wrapped lines joined, capitals made small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.readable import make_readable

WRAPPED = """The minister said on Tuesday that he had been
asked to resign but would stay in office until
the end of the year. The party was told on
Monday. Nobody answered.

Another paragraph stands here, which is as
wide as the first."""


def test_lines_that_break_inside_sentences_are_joined() -> None:
    assert make_readable(WRAPPED).split("\n\n") == [
        "The minister said on Tuesday that he had been asked to resign but would stay in office until the end of the year. The party was told on Monday. Nobody answered.",
        "Another paragraph stands here, which is as wide as the first.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Government falls\nThe cabinet of Orvane resigned on Monday.\nIts leader left the country.",
        "- one thing\n- another thing\n- a third thing",
        "Orvane signs.\nthe rest is silence, said nobody in particular.",
        "Short line that goes on\n" + "and on " * 30,
    ],
)
def test_lines_that_end_by_themselves_stay(text: str) -> None:
    assert make_readable(text) == text


def test_capitals_become_small_letters_but_for_the_first_of_a_sentence() -> None:
    assert make_readable("THE UNION SAID IT WOULD NOT SIGN.  “WE WILL WAIT,” IT SAID.") == "The union said it would not sign.  “We will wait,” it said."


def test_a_headline_in_capitals_is_eased_alone() -> None:
    assert make_readable("UNION REFUSES TO SIGN DEAL\nThe NATO envoy left.") == "Union refuses to sign deal\nThe NATO envoy left."


@pytest.mark.parametrize("text", ["NATO", "EU AND NATO", "He met the NATO envoy in Orvane.", "ЄС І НАТО"])
def test_names_in_capitals_stay(text: str) -> None:
    assert make_readable(text) == text


def test_wrapped_capitals_are_joined() -> None:
    assert make_readable("WE DEMAND THAT THE COMPANY\r\nPAY WHAT IT OWES BEFORE\nTHE STRIKE.") == "We demand that the company  pay what it owes before the strike."


@given(st.text(alphabet="AbcÉßİ .\n\r\u2028\u2029-“”1", max_size=200))
def test_the_length_stays_and_only_breaks_and_capitals_change(text: str) -> None:
    copy = make_readable(text)
    assert len(copy) == len(text)
    assert all(new in (old, " ") if old in "\r\n\u2028" else new in (old, old.lower()) for old, new in zip(text, copy, strict=True))
