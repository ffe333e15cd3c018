"""Who kills or hurts others is none of those killed or hurt, in all languages."""

from __future__ import annotations

import pytest

from tests.figures.test_deaths import rows
from tests.figures.test_find_figures import find

TWO_BY_THREE = {
    "en": "Three soldiers killed two men.", "nl": "Drie soldaten hebben twee mannen gedood.", "de": "Drei Soldaten erschossen zwei Männer.", "fr": "Trois soldats ont tué deux hommes.", "es": "Tres soldados mataron a dos hombres.",
    "it": "Tre soldati hanno ucciso due uomini.", "pt": "Três soldados mataram dois homens.", "pl": "Trzech żołnierzy zabiło dwóch mężczyzn.", "cs": "Tři vojáci zabili dva muže.", "uk": "Троє солдатів убили двох чоловіків.",
    "ru": "Трое солдат убили двух мужчин.", "tr": "Üç asker iki adamı öldürdü.",
}  # fmt: skip


@pytest.mark.parametrize("lang", TWO_BY_THREE)
def test_who_kills_is_not_killed(lang: str) -> None:
    assert [figure.point for figure in find(TWO_BY_THREE[lang], lang) if figure.kind == "killed"] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two boys shot and killed three men.", [("three men", "killed")]),
        ("Police say a docker shot and killed a neighbor and fled.", [("a neighbor", "killed")]),
        ("A 22-year-old man shot and killed 14-year-old student Jane.", []),
        ("A Lindham man kills his son, then himself.", [("his son", "killed")]),
        ("A 13-year-old boy shot his brother to death, wounded a friend and fled.", [("his brother", "killed")]),
        ("A man who shot a teenager to death was arrested.", [("a teenager", "killed")]),
        ("Three boys shot Ana Orlay in the arm.", [("Ana Orlay", "injured")]),
        ("The man was sentenced to death.", []),
        ("Two people died the same day in Lindham.", [("Two people", "killed")]),
        ("Two people were killed a day later.", [("Two people", "killed")]),
        ("Six people were killed three of them children.", [("Six people", "killed")]),
        ("A man fired at police and was killed.", [("A man", "killed")]),
        ("Three people killed 12 hurt in blast.", [("Three people", "killed"), ("12 hurt", "injured")]),
    ],
)
def test_who_does_it_and_to_whom(text: str, expected: list[tuple[str, str]]) -> None:
    names = ("Ana Orlay",) if "Ana Orlay" in text else ()
    assert [(words, kind) for words, _, _, kind in rows(text, "en", *names) if kind != "other"] == expected


def test_a_german_death_with_an_article_behind_it_is_one() -> None:
    assert [figure.kind for figure in find("Drei Menschen starben den Angaben zufolge.", "de")] == ["killed"]


def test_the_gunman_who_dies_is_not_the_officer_whom_he_hurt() -> None:
    assert [(words, kind) for words, _, _, kind in rows("A man wounded a police officer who returned fire, killing the gunman.")] == [
        ("a police officer", "injured"),
        ("the gunman", "killed"),
    ]
    assert [(words, kind) for words, _, _, kind in rows("A boy was shot on Friday. The boy died on Sunday.")] == [("A boy", "killed")]
