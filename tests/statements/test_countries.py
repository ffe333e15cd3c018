"""Whose country a speaker speaks for, and that nobody speaks for a person of another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.languages.pack import load_pack
from onrecord.records import Mention
from onrecord.statements.agreement import Key, find_countries, names_agree
from onrecord.statements.cluster import Echoes, group_tellings
from onrecord.statements.countries import CountryReader

from .tellings import find, group, make_echoes, tell

NAME = "Ada Moreau"
WORDS = "we close the strait when a grain ship is seized"


def country_of(source: str, lang: str) -> str | None:
    """Return the country read for the person in a source."""
    telling = tell("the port closes", lang=lang, source=source, speaker=NAME, speaker_how="named")
    article = telling.analysis.article
    mention = Mention(id="m", article=article.id, span=find(article.text, NAME), kind="person", canonical=NAME, confidence=0.9, made_by="t@1")
    return CountryReader(article, load_pack(lang), [mention]).read(telling.attribution)


@pytest.mark.parametrize(
    ("lang", "source", "country"),
    [
        ("en", "Ukrainian President Ada Moreau", "UA"),
        ("en", "Saudi Arabia's foreign minister Ada Moreau", "SA"),
        ("en", "the president of France, Ada Moreau,", "FR"),
        ("en", "Ada Moreau, the former Polish prime minister,", "PL"),
        ("nl", "De Oekraïense president Ada Moreau", "UA"),
        ("de", "Die polnische Außenministerin Ada Moreau", "PL"),
        ("fr", "Ada Moreau, ministre des affaires étrangères de l'Ukraine,", "UA"),
        ("es", "La presidenta de Francia, Ada Moreau,", "FR"),
        ("it", "La presidente dell'Ucraina Ada Moreau", "UA"),
        ("pt", "A presidente da França, Ada Moreau,", "FR"),
        ("pl", "Prezydent Ukrainy Ada Moreau", "UA"),
        ("cs", "Ukrajinská prezidentka Ada Moreau", "UA"),
        ("uk", "Президент Польщі Ada Moreau", "PL"),
        ("ru", "Министр иностранных дел Польши Ada Moreau", "PL"),
        ("tr", "Ukrayna Cumhurbaşkanı Ada Moreau", "UA"),
    ],
)
def test_an_office_holder_speaks_for_the_country_beside_his_office(lang: str, source: str, country: str) -> None:
    assert country_of(source, lang) == country


@pytest.mark.parametrize(
    "source",
    ["Russia told President Ada Moreau", "the Russian president and Ada Moreau", "US envoy to Ukraine Ada Moreau", "Russian coach Ada Moreau", "Georgia's president Ada Moreau"],
)
def test_a_country_that_does_not_stand_beside_a_public_office_is_not_taken(source: str) -> None:
    assert country_of(source, "en") is None


@pytest.mark.parametrize(
    ("speaker", "how", "source", "country"),
    [
        ("France", "state", "Frankreich", "FR"),
        ("Russia", "seat of government `Moskau`", "Moskau", "RU"),
        ("Kreml", "organisation", "der Kreml", "RU"),
        ("Hafenamt", "organisation", "das Hafenamt", None),
        ("Lindham", "place", "Lindham", None),
        (None, "office without a name `polnische Minister`", "der polnische Minister", "PL"),
        ("Reuters", "organisation", "Reuters", None),
    ],
)
def test_states_and_their_organs_have_a_country_and_others_none(speaker: str | None, how: str, source: str, country: str | None) -> None:
    assert tell("der Hafen schließt", lang="de", speaker=speaker, speaker_how=how, source=source).side.country == country


def test_only_two_known_countries_keep_an_institution_and_a_person_apart() -> None:
    person = Key(NAME, False, "UA")
    assert names_agree(person, Key("Russia", True, "RU")) is False
    assert names_agree(person, Key("Ukraine", True, "UA")) is None
    assert names_agree(person, Key("Harbour Ministry", True, None)) is None
    assert names_agree(Key(NAME, False, None), Key("Russia", True, "RU")) is None
    assert names_agree(person, Key(None, False, "RU")) is False
    assert names_agree(person, Key("Ada Moreau", False, "FR")) is True


def test_a_foreign_state_is_not_joined_to_a_person_whose_country_another_article_tells() -> None:
    told = [
        tell(WORDS, name="a", speaker="Oda Lindqvist", source="Oda Lindqvist"),
        tell(WORDS, name="b", speaker="Russia", speaker_how="state", source="Russia"),
        tell("breakfast costs nine crowns at every inn", name="c", speaker="Oda Lindkvist", source="Oda Lindkvist"),
    ]
    tellings = [t.told for t in told]
    sure = {(told[0].attribution.id, told[1].attribution.id): 0.99}
    assert len(group_tellings(tellings, make_echoes(tellings, sure))) == 2
    tellings[2] = replace(tellings[2], gist=replace(tellings[2].gist, country="SE"))
    echoes: Echoes = make_echoes(tellings, sure)
    assert len(group_tellings(tellings, echoes)) == 3
    settled = {told[0].attribution.id: "s", told[1].attribution.id: "s"}
    assert len(group_tellings(tellings, echoes, settled)) == 3
    assert find_countries(t.gist for t in tellings) == {"Oda Lindqvist": "SE", "Oda Lindkvist": "SE"}


def test_a_state_may_still_speak_for_its_own_president() -> None:
    own = tell(WORDS, name="b", speaker="Poland", speaker_how="state", source="Poland")
    mine = tell(WORDS, name="a", speaker=NAME, source="Polish President Ada Moreau", persons=[NAME])
    other = tell("the hospital counted forty wounded dockers on Monday", name="o1")
    assert (own.side.country, mine.side.country) == ("PL", "PL")
    assert sorted(len(g.tellings) for g in group([own, mine, other])) == [1, 2]
