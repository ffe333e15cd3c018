"""How much or how many: another number of one thing is another figure, numbers of two things are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.statements.differences.numbers import find_figure_changes
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.match import Matcher
from tests.statements.tellings import Telling, space_of, tell

SAME = {
    "tonnes": "tonne", "tonnen": "tonne", "тонн": "tonne", "ton": "tonne", "toneladas": "tonne", "hundred": "hundred", "hundert": "hundred",
    "jobs": "job", "emplois": "job", "empleos": "job", "miejsc": "job", "days": "day", "tagen": "day",
}  # fmt: skip


def count(lang: str, content: str, words: str, value: float, kind: str, name: str = "a") -> Telling:
    """Return a telling with one figure of a kind."""
    telling = tell(content, lang=lang, name=name, figure=(words, value), same=SAME)
    return replace(telling, side=replace(telling.side, figures=tuple(replace(f, kind=kind) for f in telling.side.figures)))


def changes(left: Telling, right: Telling) -> int:
    """Return how many changes of figures there are."""
    matcher = Matcher(space_of([left.side, right.side]))
    return len(list(find_figure_changes(Pair(left.side, right.side, matcher.words(left.side), matcher.words(right.side)))))


@pytest.mark.parametrize(("lang", "content", "words", "kind"), [
    ("de", "irgendwann gingen 250 Tonnen raus", "250 Tonnen", "other"), ("uk", "колись вивезли 250 тонн зерна", "250 тонн", "other"), ("es", "salieron 250 toneladas anoche", "250 toneladas", "affected"),
    ("nl", "er ging 250 ton weg", "250 ton", "other"),
])  # fmt: skip
def test_another_number_of_what_both_count_is_another_figure_whatever_stands_around(lang: str, content: str, words: str, kind: str) -> None:
    left = count("en", "ships carried 300 tonnes", "300 tonnes", 300, "other")
    assert changes(left, count(lang, content, words, 250, kind, "b")) == 1
    assert changes(left, count(lang, content, words, 300, kind, "b")) == 0


@pytest.mark.parametrize(("lang", "content", "words", "kind"), [
    ("fr", "elle a perdu 250 emplois hier", "250 emplois", "other"), ("pl", "ubyło 250 miejsc wczoraj", "250 miejsc", "affected"), ("de", "irgendwann gingen 250 raus", "250", "other"),
    ("en", "some left in 250 days", "250 days", "other"), ("nl", "er ging 250 ton weg", "250 ton", "injured"), ("de", "irgendwann gingen 250 Tonnen raus", "250 Tonnen", "killed"),
])  # fmt: skip
def test_numbers_of_two_things_are_no_two_figures_of_one(lang: str, content: str, words: str, kind: str) -> None:
    assert changes(count("en", "ships carried 300 tonnes", "300 tonnes", 300, "other"), count(lang, content, words, 250, kind, "b")) == 0


def test_numerals_in_words_are_no_common_thing() -> None:
    left = count("en", "ships carried three hundred tonnes", "three hundred tonnes", 300, "other")
    assert changes(left, count("de", "es vergingen zwei hundert Tagen", "zwei hundert Tagen", 200, "other", "b")) == 0
