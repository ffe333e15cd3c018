"""The stop of a short form or of a day's number ends nothing that somebody is compelled to or warned not to do, nor what stands before what is ruled out."""

from __future__ import annotations

import pytest

from onrecord.commitments.compelled import find_compelling
from onrecord.commitments.ruled_out import find_ruled_out
from onrecord.commitments.warned_off import find_warned_off
from onrecord.records import Span


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "it would compel her to halt all deliveries to St. Reed, she said", "halt all deliveries to St. Reed"),
        ("en", "it would compel her to halt all deliveries by Jan. 12 in full. It rained", "halt all deliveries by Jan. 12 in full"),
        ("en", "it would compel her to halt all deliveries. It rained on Monday", "halt all deliveries"),
    ],
)
def test_what_somebody_is_compelled_to_goes_on_behind_a_short_form(lang: str, text: str, act: str) -> None:
    assert [span.of(text) for span in find_compelling(text, Span(start=0, end=len(text)), lang)] == [act]


@pytest.mark.parametrize(
    ("text", "act", "found"),
    [
        ("She warned the guild of St. Reed against selling the quay", "selling the quay", "against selling the quay"),
        ("She warned the guild. He spoke against selling the quay", "selling the quay", None),
    ],
)
def test_whoever_is_warned_may_have_a_short_form_in_its_name(text: str, act: str, found: str | None) -> None:
    start = text.index(act)
    span = find_warned_off(text, Span(start=start, end=start + len(act)), "en")
    assert (span and span.of(text)) == found


@pytest.mark.parametrize(("text", "found"), [("Reed rules out talks with St. Arlen", "rules out talks"), ("Reed rules. Out talks with Arlen", None)])
def test_what_is_ruled_out_stands_in_one_sentence(text: str, found: str | None) -> None:
    at = text.index("talks")
    span = find_ruled_out(text, Span(start=at, end=len(text)), "en")
    assert (span and span.of(text)) == found
