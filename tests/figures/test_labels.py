"""Numbers that name something: sections of law, roads, houses, hours, ages."""

from __future__ import annotations

import pytest

from onrecord.languages.tables import read_lists
from tests.figures.test_find_figures import rows

LAW = {
    "en": "He was held under § 18 and its subsection 12 killed the plan.", "nl": "Op grond van artikel 18 vielen er geen gewonden.", "de": "Nach § 129 verletzte er das Gesetz.", "fr": "L'article 49 alinéa 3 a tué le projet.",
    "es": "Según el art. 155 detenidos no hay.", "it": "L'articolo 18 ferisce tutti.", "pt": "O artigo 5 feridos não conhece.", "pl": "Na podstawie art. 12 zatrzymano go.", "cs": "Podle § 12 byl zatčen.",
    "uk": "Його затримано, бо ст. 12 закону діє.", "ru": "По ст. 12 закона его задержали.", "tr": "Madde 12 uyarınca ve 5237 sayılı kanunla tutuklandı.",
}  # fmt: skip
HOUSE = {
    "en": "Police went to 45 Harbour Road on foot.", "fr": "Le 12 rue des Lilas a brûlé.", "es": "En la calle Mayor, 214 destruido.", "it": "In via Roma, 214 è distrutto.", "pt": "A casa na Rua Nova, 214 foi destruída.",
    "pl": "Przy ulicy Długiej, 214 zniszczono.", "cs": "V ulici Dlouhá, 214 zničeno.", "uk": "Будинок на вулиці Довгій, 214 зруйновано.", "ru": "Дом по улице Длинной, 214 разрушен.", "tr": "Uzun Sokak No 214'teki ev yıkıldı.",
}  # fmt: skip
WOUNDED_IN_A_STREET = {
    "en": "Police counted 45 injured on Harbour Road.", "fr": "Rue des Lilas, 12 blessés ont été évacués.", "es": "En la calle Mayor, 12 heridos esperan.", "it": "In via Roma, 12 feriti.", "pt": "Na Rua Nova, 12 feridos esperam.",
    "pl": "Na ulicy Długiej, 12 rannych czeka.", "cs": "V ulici Dlouhá, 12 zraněných.", "uk": "На вулиці Довгій, 12 поранених.", "ru": "На улице Длинной, 12 раненых.",
}  # fmt: skip


@pytest.mark.parametrize("lang", LAW)
def test_a_section_of_law_counts_nothing(lang: str) -> None:
    assert rows(LAW[lang], lang) == []


@pytest.mark.parametrize("lang", HOUSE)
def test_the_number_of_a_house_counts_nothing(lang: str) -> None:
    assert rows(HOUSE[lang], lang) == []


@pytest.mark.parametrize("lang", WOUNDED_IN_A_STREET)
def test_the_wounded_in_a_street_are_counted(lang: str) -> None:
    assert [row[4] for row in rows(WOUNDED_IN_A_STREET[lang], lang)] == ["injured"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Auf der A 7 starben Menschen."),
        ("pl", "Na drodze nr 12 zginęli ludzie."),
        ("fr", "À 19 h 30, ils ont été blessés."),
        ("de", "Um 19 Uhr 30 wurden sie verletzt."),
        ("en", "Victims aged 19 to 34 were injured."),
        ("en", "Children aged 12 and under were rescued."),
        ("en", "The woman died of her wounds at the age of 34 near the bridge."),
        ("en", "The 2021 victims were remembered."),
        ("en", "He called 911 as he was shot."),
        ("fr", "Blessé, il a appelé le 112."),
        ("es", "Herido, llamó al 112."),
        ("it", "Ferito, ha chiamato il 118 e poi al 112."),
    ],
)
def test_roads_hours_ages_and_years_count_nothing(lang: str, text: str) -> None:
    assert [row for row in rows(text, lang) if row[3] != 1] == []


@pytest.mark.parametrize(
    ("lang", "text", "point"),
    [
        ("en", "The storm hit the road at noon. 45 homes were destroyed.", 45),
        ("en", "Two of the 45 men killed were dockers.", 45),
        ("pl", "Ranny wrócił do domu. 12 osób zginęło.", 12),
        ("de", "Er sah das Feuer auf Station A. 7 Menschen starben.", 7),
        ("fr", "Il a lu l'article. 12 personnes sont mortes.", 12),
    ],
)
def test_counts_beside_such_words_stay(lang: str, text: str, point: float) -> None:
    assert point in [row[3] for row in rows(text, lang)]


def test_every_language_has_every_list_of_labels() -> None:
    table = read_lists("onrecord.figures", "labels")
    assert sorted(table) == sorted(LAW)
    assert {frozenset(lists) for lists in table.values()} == {frozenset(table["en"])}
