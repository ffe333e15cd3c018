"""A repeat goes as far as what it repeats: as firm, and to the same quantity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.statements.match import Matcher
from onrecord.statements.positions import find_recalls
from onrecord.statements.space import plain_space

from .test_opposites import say


@pytest.mark.parametrize(
    ("lang", "then", "now"),
    [
        ("en", "we will close the long harbour line", "we may close the long harbour line"),
        ("de", "wir werden die lange Hafenbahn schließen", "wir könnten die lange Hafenbahn schließen"),
        ("fr", "nous allons fermer la longue ligne du port", "nous pourrions fermer la longue ligne du port"),
        ("pl", "zamkniemy długą linię portową", "może zamkniemy długą linię portową"),
        ("ru", "мы закроем длинную портовую линию", "возможно, мы закроем длинную портовую линию"),
        ("en", "we will send 40 tractors to Sarn", "we will send 75 tractors to Sarn"),
    ],
)
def test_what_is_only_possible_or_another_quantity_repeats_nothing(lang: str, then: str, now: str) -> None:
    early, late, again = say(then, lang=lang), say(now, lang=lang, name="b", published="2031-06-01"), say(then, lang=lang, name="c", published="2031-06-01")
    assert {r.relation for r in find_recalls([early.side], [again.side], Matcher(plain_space()))} == {"repeats"}
    assert list(find_recalls([early.side], [late.side], Matcher(plain_space()))) == []


def test_who_is_only_ready_to_meet_does_not_repeat_that_he_will() -> None:
    early, late = say("we will meet the long river envoys"), say("we meet the long river envoys", name="b", published="2031-06-01")
    for is_ready, relations in ((False, {"repeats"}), (True, set())):
        (commitment,) = late.side.commitments
        side = replace(late.side, commitments=(replace(commitment, readiness=is_ready),))
        assert {r.relation for r in find_recalls([early.side], [side], Matcher(plain_space()))} == relations


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("we will close the long harbour line", "we would close the long harbour line"),
        ("we will send 40 tractors to Sarn", "we will send tractors to Sarn"),
    ],
)
def test_a_sequence_of_tenses_and_an_untold_quantity_change_nothing(then: str, now: str) -> None:
    early, late = say(then), say(now, name="b", published="2031-06-01")
    assert {r.relation for r in find_recalls([early.side], [late.side], Matcher(plain_space()))} == {"repeats"}
