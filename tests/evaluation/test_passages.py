"""The format of authored passages: marks become spans that slice back, broken passages are refused with their name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.passages import PassageError, drop_inner, find_words, parse_figure, parse_passage, split_blocks, strip_marks

BLOCK = """## en-001 | port | a threat
{S1:Tamsin Orlay} {Q1:said} {C1:that {threat1/any:{holder1:she} would close the strait} if {trigger1:a ship was seized} or {trigger1:the lighthouse was shelled}}.
At least 40 dockers waited in Korva.
@speaker1 Tamsin Orlay
@per Tamsin Orlay
@loc Korva
@figure At least 40 | other | >=40
"""


def block(text: str, *lines: str) -> str:
    return "\n".join((f"## en-002 | x\n{text}", *lines))


def test_marks_become_spans_of_the_plain_text() -> None:
    passage = parse_passage(BLOCK)
    assert (passage.id, passage.lang, passage.note) == ("en-001", "en", "port | a threat")
    assert "{" not in passage.text
    assert "@" not in passage.text
    words = {(mark.kind, passage.text[mark.start : mark.end]) for mark in passage.marks}
    assert ("source", "Tamsin Orlay") in words
    assert ("threat", "she would close the strait") in words
    assert ("trigger", "the lighthouse was shelled") in words
    assert {mark.operator for mark in passage.marks if mark.kind == "threat"} == {"any"}
    assert passage.speakers == ((1, "Tamsin Orlay"),)
    assert [(kind, passage.text[start:end]) for kind, start, end in passage.entities] == [("per", "Tamsin Orlay"), ("loc", "Korva")]
    (figure,) = passage.figures
    assert (passage.text[figure.start : figure.end], figure.low, figure.high) == ("At least 40", 40, None)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("no header", "bad header"),
        ("## english-1\nx", "bad header"),
        (block("{S1:Ada said so."), "never closed"),
        (block("Ada} said so."), "without"),
        (block("{Z1:Ada} said so."), "unknown mark"),
        (block("{S1: Ada} {C1:so}."), "space at its edge"),
        (block("{C1:}"), "empty"),
        (block("{S1:Ada} {Q1:said} so."), "has no content"),
        (block("{C1:so} {trigger1:a ship sinks}."), "has no consequence"),
        (block("{threat1:we leave} and {offer1:we stay}."), "2 consequences"),
        (block("Ada said so.", "@per Piet"), "is not in the text"),
        (block("Ada said so.", "@colour red"), "unknown line"),
        (block("Ada said so.", "@speaker² Ada"), "unknown line"),
        (block("Ada said so.", "@figure 40 | killed | 40"), "is not in the text"),
        (block("40 ships.", "@figure 40 | ships | 40"), "figure kind"),
        (block("40 ships.", "@figure 40 | other"), "needs"),
        (block("40 ships.", "@figure 40 | other | many"), "figure value"),
    ],
)
def test_a_passage_that_breaks_the_guide_is_refused(bad: str, message: str) -> None:
    with pytest.raises(PassageError, match=message):
        parse_passage(bad)


@pytest.mark.parametrize(("value", "bounds"), [("5", (5, 5)), ("2..3", (2, 3)), (">=2", (2, None)), ("<=3.5", (None, 3.5))])
def test_a_figure_value_is_a_number_a_range_or_a_bound(value: str, bounds: tuple[float | None, float | None]) -> None:
    figure = parse_figure(f"some ships | other | {value}", "There were some ships.", "en-001")
    assert (figure.low, figure.high) == bounds


def test_words_are_found_whole() -> None:
    assert find_words("Kyiv, Kyivan, Kyiv", "Kyiv") == [(0, 4), (14, 18)]
    assert drop_inner({("loc", 0, 4), ("org", 0, 9)}) == [("org", 0, 9)]


@given(st.text(alphabet="ab{}:SQC1 @#\n", max_size=40))
def test_no_text_breaks_the_parser_in_another_way(text: str) -> None:
    try:
        plain, marks = strip_marks(text, "en-001")
    except PassageError:
        return
    assert all(plain[mark.start : mark.end].strip() for mark in marks)


def test_text_before_the_first_block_is_a_comment() -> None:
    assert split_blocks(f"a comment\n\n{BLOCK}{BLOCK}") == [BLOCK, BLOCK]
