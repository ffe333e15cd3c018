"""A street or a house may lie in any town: beside a town it is no other place, beside another street it is."""

from __future__ import annotations

import pytest

from onrecord.statements.differences.phrases import widen

from ..tellings import find, labels, tell

SITES = [
    ("en", "dockers marched through {} tonight", "Korva", "Park Street", "Mill Street"), ("en", "dockers met in a {} hall", "Korva", "Park Avenue", "Mill Street"),
    ("de", "Arbeiter liefen durch {} heute", "Korva", "Uferstraße", "Marktplatz"), ("nl", "arbeiders liepen door {} vandaag", "Korva", "Parkstraat", "Molenstraat"),
    ("fr", "les dockers traversent {} ensemble", "Korva", "rue Verte", "rue Basse"), ("ru", "докеры прошли через {} вечером", "Корву", "улицу Садовую", "улицу Речную"),
    ("pl", "dokerzy przeszli przez {} wieczorem", "Korvę", "ulicę Zieloną", "ulicę Wodną"), ("tr", "liman işçileri {} boyunca yürüdü", "Korva", "Bahçe Caddesi", "Nehir Caddesi"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "content", "town", "street", "other"), SITES)
def test_a_street_is_no_other_place_than_a_town_but_than_another_street(lang: str, content: str, town: str, street: str, other: str) -> None:
    in_town, in_street, in_other = (tell(content.format(name), lang=lang, name=name, places=[name]) for name in (town, street, other))
    assert "place_changed" not in labels(in_town, in_street)
    assert "place_changed" in labels(in_street, in_other)


def test_two_towns_are_two_places_also_when_one_is_named_after_a_harbour() -> None:
    left = tell("Arbeiter liefen durch Bremerhafen heute", lang="de", places=["Bremerhafen"])
    assert "place_changed" in labels(left, tell("Arbeiter liefen durch Korva heute", lang="de", name="b", places=["Korva"]))


def test_a_house_with_the_name_of_a_town_before_it_is_no_other_place_than_a_town() -> None:
    left = tell("the child was shot at a Drenno apartment complex", places=["Drenno"])
    assert "place_changed" not in labels(left, tell("the child was shot at Korva", name="b", places=["Korva"]))


@pytest.mark.parametrize(("content", "noun", "shown"), [
    ("they met in the doorway of a corner shop", "shop", "a corner shop"), ("they hold all of the occupied territories", "territories", "all of the occupied territories"),
])  # fmt: skip
def test_a_phrase_begins_with_an_of_only_behind_what_is_counted(content: str, noun: str, shown: str) -> None:
    side = tell(content).side
    assert side.cut(widen(side, find(side.article.text, noun), side.attribution.content[0])) == shown
