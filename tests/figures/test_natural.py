"""Deaths that nobody and nothing caused from outside, in all languages."""

from __future__ import annotations

import pytest

from onrecord.languages.tables import read_lists
from tests.figures.test_deaths import NAMED, find, rows

OF_ILLNESS = {
    "en": "A baker died of cancer.", "nl": "Een man is aan de gevolgen van kanker overleden.", "de": "Ein Mann ist an Krebs gestorben.", "fr": "Un homme est mort d'un cancer.", "es": "Un hombre murió de cáncer.",
    "it": "Un uomo è morto per un infarto.", "pt": "Um homem morreu de cancro.", "pl": "Mężczyzna zmarł na raka.", "cs": "Muž zemřel na rakovinu.", "uk": "Чоловік помер від раку.", "ru": "Мужчина умер от рака.",
    "tr": "Bir adam kanserden öldü.",
}  # fmt: skip
AT_AN_AGE = {
    "en": "Ana Orlay, the poet, died at the age of 80.", "nl": "Ana Orlay is op 80-jarige leeftijd overleden.", "de": "Ana Orlay ist im Alter von 80 Jahren gestorben.", "fr": "Ana Orlay est morte à l'âge de 80 ans.",
    "es": "Ana Orlay murió a los 80 años.", "it": "Ana Orlay è morta all'età di 80 anni.", "pt": "Ana Orlay morreu aos 80 anos.", "pl": "Ana Orlay zmarła w wieku 80 lat.", "cs": "Ana Orlay zemřela ve věku 80 let.",
    "uk": "Ана Орлай померла у віці 80 років.", "ru": "Ана Орлай скончалась в возрасте 80 лет.", "tr": "Ana Orlay 80 yaşında hayatını kaybetti.",
}  # fmt: skip
OF_WOUNDS = {
    "en": "A man died of his wounds in hospital.", "nl": "Een man is aan zijn verwondingen overleden.", "de": "Ein Mann starb an seinen Verletzungen.", "fr": "Un homme est mort de ses blessures.",
    "es": "Un hombre murió a causa de las heridas.", "it": "Un uomo è morto per le ferite.", "pt": "Um homem morreu no acidente.", "pl": "Mężczyzna zmarł od ran.", "cs": "Muž zemřel po výbuchu.",
    "uk": "Чоловік помер від поранень.", "ru": "Мужчина скончался от ран.", "tr": "Bir adam kazada öldü.",
}  # fmt: skip
A_FIRE = {
    "en": "A fire gutted a mill.", "nl": "Er woedde brand in een molen.", "de": "Eine Mühle stand in Brand.", "fr": "Un incendie a ravagé un moulin.", "es": "Un incendio arrasó un molino.", "it": "Un incendio ha distrutto un mulino.",
    "pt": "Um incêndio destruiu um moinho.", "pl": "Pożar strawił młyn.", "cs": "Požár zničil mlýn.", "uk": "Пожежа знищила млин.", "ru": "Пожар уничтожил мельницу.", "tr": "Yangın bir değirmeni kül etti.",
}  # fmt: skip
FAR = " ".join(["The council met and the market opened."] * 12)
"""More text than is looked at around a sentence."""


def list_killed(text: str, lang: str = "en", *names: str) -> list[tuple[str, float | None]]:
    return [(words, low) for words, low, _, kind in rows(text, lang, *names) if kind == "killed"]


@pytest.mark.parametrize("lang", OF_ILLNESS)
def test_who_died_of_an_illness_was_not_killed(lang: str) -> None:
    assert list_killed(OF_ILLNESS[lang], lang) == []
    assert list_killed(f"{A_FIRE[lang]} {OF_ILLNESS[lang]}", lang) == []


@pytest.mark.parametrize("lang", AT_AN_AGE)
def test_an_obituary_tells_no_one_killed(lang: str) -> None:
    assert find(AT_AN_AGE[lang], lang, NAMED[lang][0]) == []


@pytest.mark.parametrize("lang", OF_WOUNDS)
def test_who_died_of_wounds_or_in_an_accident_was_killed(lang: str) -> None:
    assert [low for _, low in list_killed(OF_WOUNDS[lang], lang)] == [1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearly 9,000 people die of heart disease each year.", []),
        ("At least 300 people died of cholera in the camps.", [("300 people", 300)]),
        ("A man died of cholera in the camp.", []),
        ("Three people died in hospital.", [("Three people", 3)]),
        ("A man died in hospital of a stroke.", []),
        ("A man died of a heart attack.", []),
        ("A man died of a heart attack after the explosion.", [("A man", 1)]),
        ("Two dockers were stabbed. A woman died at the age of 34.", [("A woman", 1)]),
        (f"Two dockers were stabbed. {FAR} A woman died at the age of 34.", []),
        ("A woman died at 9 p.m. after the crash.", [("A woman", 1)]),
        ("Four people were killed in the crash. A guard died after a long illness.", [("Four people", 4)]),
    ],
)
def test_who_of_the_dead_was_killed(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert list_killed(text) == expected


def test_a_death_of_which_nothing_is_told_is_nobody_killed_where_no_violence_is_told() -> None:
    assert find("Ana Orlay has died, her publisher said. She wrote plays.", "en", "Ana Orlay") == []
    assert list_killed("Ana Orlay has died, her publisher said. A bomb went off.", "en", "Ana Orlay") == [("Ana Orlay", 1)]


def test_who_was_in_hospital_with_an_illness_was_not_injured() -> None:
    assert find("A man died in hospital of a stroke.") == []


def test_every_language_has_every_list_of_natural_deaths() -> None:
    table = read_lists("onrecord.figures", "natural")
    assert sorted(table) == sorted(NAMED)
    assert {frozenset(lists) for lists in table.values()} == {frozenset(table["en"])}
    assert all(len(set(forms)) == len(forms) for lists in table.values() for forms in lists.values())
