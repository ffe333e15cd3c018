"""Wounds told without a number, in all languages: one is hurt at least, where the text counts neither dead nor wounded."""

from __future__ import annotations

import pytest

from onrecord.languages.tables import read_lists
from tests.figures.test_deaths import NAMED, rows

HURT = {
    "en": "Ana Orlay was shot in the arm.", "nl": "Ana Orlay raakte gewond.", "de": "Ana Orlay wurde bei dem Angriff verletzt.", "fr": "Ana Orlay a été blessée.", "es": "Ana Orlay resultó herida.",
    "it": "Ana Orlay è stata accoltellata.", "pt": "Ana Orlay foi baleada.", "pl": "Ana Orlay została postrzelona.", "cs": "Ana Orlay byla postřelena.", "uk": "Ана Орлай була поранена.", "ru": "Ана Орлай была ранена.",
    "tr": "Ana Orlay yaralandı.",
}  # fmt: skip
UNHURT = {
    "en": "Ana Orlay was not shot.", "nl": "Ana Orlay raakte niet gewond.", "de": "Ana Orlay wurde nicht verletzt.", "fr": "Ana Orlay n'a pas été blessée.", "es": "Ana Orlay no resultó herida.",
    "it": "Ana Orlay non è stata accoltellata.", "pt": "Ana Orlay não foi baleada.", "pl": "Ana Orlay nie została postrzelona.", "cs": "Ana Orlay nebyla postřelena.", "uk": "Ана Орлай не була поранена.", "ru": "Ана Орлай не была ранена.",
    "tr": "Ana Orlay neredeyse yaralandı.",
}  # fmt: skip


@pytest.mark.parametrize("lang", HURT)
def test_a_wound_told_without_a_number_is_at_least_one(lang: str) -> None:
    name, _ = NAMED[lang]
    assert rows(HURT[lang], lang, name) == [(name, 1, None, "injured")]


@pytest.mark.parametrize("lang", UNHURT)
def test_a_wound_denied_is_none(lang: str) -> None:
    assert rows(UNHURT[lang], lang, NAMED[lang][0]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boy, who was accidentally shot, is at home.", ["injured"]),
        ("Her brother, 17, was wounded in the raid.", ["injured"]),
        ("He shot his brother in the foot.", ["injured"]),
        ("The suspect shot himself in the foot.", ["injured"]),
        ("Ana Orlay, whose film was shot in Lindham, feared gunfire.", []),
        ("The man's car was shot.", []),
        ("The man shot at a wall with a gun.", []),
        ("The suspect said the video was shot near the bombed bridge.", []),
        ("In a fight, he could have been shot.", []),
        ("Ana Orlay was shot and killed. Her brother was wounded.", ["killed"]),
        ("Three dockers were injured. Ana Orlay was shot in the arm.", ["injured"]),
        ("Ana Orlay was shot in the arm. In 2014 her brother was killed.", ["injured"]),
        ("A gun was found. In 2014 Ana Orlay was shot in the arm.", []),
    ],
)
def test_who_is_hurt(text: str, expected: list[str]) -> None:
    names = ("Ana Orlay",) if "Ana Orlay" in text else ()
    assert [kind for *_, kind in rows(text, "en", *names)] == expected


def test_who_kills_is_not_the_dead() -> None:
    assert rows("Am Hafen tötete er seinen Bruder.", "de")[0][0] == "seinen Bruder"


def test_every_language_has_every_list_of_wounds() -> None:
    table = read_lists("onrecord.figures", "wounds")
    assert sorted(table) == sorted(NAMED)
    assert {frozenset(lists) for lists in table.values()} == {frozenset(table["en"])}
