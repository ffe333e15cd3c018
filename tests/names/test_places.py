"""Which country a name, an adjective or a seat of government stands for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.names.places import country_name, find_capital, find_country, find_demonym, has_determiner, lands_match


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [
        ("Ukraine", "en", "UA"), ("Oekraïne", "nl", "UA"), ("Україна", "uk", "UA"), ("України", "uk", "UA"), ("Россия", "ru", "RU"), ("России", "ru", "RU"),
        ("Polska", "pl", "PL"), ("Německo", "cs", "DE"), ("Türkiye", "tr", "TR"), ("Turkey", "en", "TR"), ("the Netherlands", "en", "NL"), ("die Schweiz", "de", "CH"),
        ("U.S.", "en", "US"), ("EE.UU.", "es", "US"), ("Great Britain", "en", "GB"), ("Germany", "xx", "DE"), ("Germany", None, "DE"), ("Germany's", "en", "DE"),
    ],
)  # fmt: skip
def test_countries_are_known_in_many_languages_and_cases(name: str, lang: str | None, code: str) -> None:
    assert find_country(name, lang) == code


@pytest.mark.parametrize(("name", "lang"), [("Kyiv", "en"), ("Tidewire", "en"), ("", "en"), ("Springvale", "nl"), ("Уряд", "uk")])
def test_other_names_are_no_countries(name: str, lang: str) -> None:
    assert find_country(name, lang) is None


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [("Berlin", "en", "DE"), ("Moskau", "de", "RU"), ("Київ", "uk", "UA"), ("Londres", "fr", "GB"), ("The Hague", "en", "NL"), ("Kremlin", "en", "RU"), ("Paris", "xx", "FR")],
)
def test_a_capital_or_seat_stands_for_its_country(name: str, lang: str, code: str) -> None:
    assert find_capital(name, lang) == code


def test_other_towns_stand_for_themselves() -> None:
    assert find_capital("Springvale", "en") is None
    assert find_capital("", "en") is None


@pytest.mark.parametrize(
    ("word", "lang", "code"), [("Ukrainian", "en", "UA"), ("Oekraïense", "nl", "UA"), ("ukrainische", "de", "UA"), ("ucraniano", "es", "UA"), ("US", "en", "US")]
)
def test_adjectives_of_countries_are_known(word: str, lang: str, code: str) -> None:
    assert find_demonym(word, lang) == code


def test_a_pronoun_is_no_adjective_of_a_country() -> None:
    assert find_demonym("us", "en") is None


def test_countries_have_names() -> None:
    assert country_name("UA") == "Ukraine"
    assert country_name("UA", "nl") == "Oekraïne"
    assert country_name("ZZ1") is None


def test_a_determiner_is_told_from_a_name() -> None:
    assert has_determiner("the Kremlin")
    assert not has_determiner("Kremlin")
    assert not has_determiner(" ")


@given(st.text(), st.sampled_from(["en", "uk", "tr", "xx", None]))
@settings(deadline=None)
def test_any_text_can_be_looked_up(name: str, lang: str | None) -> None:
    for code in (find_country(name, lang), find_capital(name, lang), find_demonym(name, lang)):
        assert code is None or len(code) == 2


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [("Korvasien", "Korvasia", True), ("Korvasien", "Корвасия", True), ("Nordkorvasien", "Korvasia", False), ("Wien", "Wie", False), ("Korvasien", "Pelgria", False)],
)
def test_the_german_ending_of_a_land_makes_no_other_land(left: str, right: str, is_one: bool) -> None:
    assert lands_match(left, right) is is_one
    assert lands_match(right, left) is is_one
