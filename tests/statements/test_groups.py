"""People without names who are somebody else than any one person do not share his words."""

from __future__ import annotations

import pytest

from onrecord.statements.agreement import Key, names_agree, speakers_agree
from onrecord.statements.cluster import group_tellings
from onrecord.statements.features import Tellings, find_possible
from onrecord.statements.groups import is_group

from .tellings import Telling, make_echoes, tell

WORDS = "the harbour dues will ruin every small boatyard on the northern coast"
GROUPS = {
    "en": "Opponents of the dam", "nl": "De tegenstanders van de dam", "de": "Gegner des Damms", "fr": "Les opposants au barrage", "es": "Los partidarios de la presa",
    "it": "I sostenitori della diga", "pt": "Os críticos da barragem", "pl": "Przeciwnicy tamy", "cs": "Odpůrci přehrady", "uk": "Противники дамби", "ru": "Сторонники плотины",
    "tr": "Baraj karşıtları",
}  # fmt: skip
OTHERS = {
    "en": "The leader of the protesters", "nl": "De leider van de betogers", "de": "Der Anführer der Demonstranten", "fr": "Le chef des manifestants", "es": "El jefe de los manifestantes",
    "it": "Il capo dei manifestanti", "pt": "O chefe dos manifestantes", "pl": "Przywódca protestujących", "cs": "Vůdce demonstrantů", "uk": "Речник противників", "ru": "Представитель противников",
    "tr": "Göstericilerin avukatı",
}  # fmt: skip


def tell_of(source: str, lang: str = "en", how: str = "unnamed source", **more: str) -> Telling:
    return tell(more.pop("words", WORDS), lang=lang, speaker=None, speaker_how=f"{how} `{source}`", source=source, **more)


@pytest.mark.parametrize("lang", sorted(GROUPS))
def test_those_for_and_against_something_are_a_group_and_their_leader_is_none(lang: str) -> None:
    assert is_group(tell_of(GROUPS[lang], lang).side)
    assert not is_group(tell_of(OTHERS[lang], lang).side)


@pytest.mark.parametrize(
    ("source", "how", "expected"),
    [
        ("Northern senators", "unnamed group", True),
        ("Two lawmakers", "unnamed group", True),
        ("Harbour officials", "unnamed group", False),
        ("Lawyers of two senators", "unnamed group", False),
        ("The critics’ lawyer", "unnamed source", False),
        ("A supporter", "unnamed source", False),
        ("Harbour police", "unnamed source", False),
    ],
)
def test_a_seat_that_each_holds_for_himself_makes_a_group_and_those_who_speak_for_somebody_none(source: str, how: str, expected: bool) -> None:
    assert is_group(tell_of(source, how=how).side) is expected


def test_a_named_person_is_no_group_and_a_body_may_be_one() -> None:
    group_of = Key(None, is_group=True)
    assert names_agree(Key("Tamsin Orlay"), group_of) is False
    assert names_agree(group_of, Key("Tamsin Orlay")) is False
    assert names_agree(Key("Harbour Guild", is_institution=True), group_of) is None
    assert names_agree(Key(None), group_of) is None
    assert names_agree(Key("Tamsin Orlay"), Key(None)) is None
    assert speakers_agree(tell(WORDS).side, tell_of("Opponents of the dues").side) is False


@pytest.mark.parametrize(("words", "one"), [(WORDS, True), ("the dues will ruin small yards on the coast before next winter comes", False)])
def test_a_person_and_a_group_are_one_only_in_the_same_words(words: str, one: bool) -> None:
    named, unnamed = tell(WORDS, name="a"), tell_of("Opponents of the dues", name="b", words=words)
    assert find_possible(Tellings(named.sketch), Tellings(unnamed.sketch)).tolist() == [[one]]


@pytest.mark.parametrize(("words", "groups"), [(WORDS, 1), ("the dues will ruin small yards on the coast before next winter comes", 2)])
def test_a_group_is_not_joined_under_a_name_but_in_the_same_words(words: str, groups: int) -> None:
    told = [tell(WORDS, name="a"), tell_of("Opponents of the dues", name="b", words=words)]
    tellings = [t.told for t in told]
    assert len(group_tellings(tellings, make_echoes(tellings, {(told[0].attribution.id, told[1].attribution.id): 0.99}))) == groups


KEPT_BACK = {
    "en": "An official who asked not to be named", "nl": "Een ambtenaar die anoniem wil blijven", "de": "Ein Beamter, der nicht genannt werden will", "fr": "Un diplomate sous couvert d’anonymat",
    "es": "Un funcionario que pidió el anonimato", "it": "Un funzionario che chiede l’anonimato", "pt": "Um responsável sob anonimato", "pl": "Urzędnik pragnący zachować anonimowość",
    "cs": "Úředník, který si nepřál být jmenován", "uk": "Посадовець, який побажав залишитися неназваним", "ru": "Чиновник, пожелавший остаться неназванным", "tr": "Adının açıklanmasını istemeyen bir yetkili",
}  # fmt: skip
NEAR = {
    "en": "A person close to the harbour board", "nl": "Een ingewijde uit de omgeving van het bestuur", "de": "Eine mit den Gesprächen vertraute Person", "fr": "Une source proche du conseil",
    "es": "Una fuente cercana al consejo", "it": "Una fonte vicina al consiglio", "pt": "Uma fonte próxima do conselho", "pl": "Rozmówca zbliżony do rady", "cs": "Zdroj blízký radě",
    "uk": "Джерело, близьке до ради", "ru": "Источник, близкий к совету", "tr": "Kurula yakın bir kaynak",
}  # fmt: skip


SOURCES = {
    "en": "A source in the harbour board", "nl": "Bronnen bij het havenbestuur", "de": "Ein Insider der Hafenverwaltung", "fr": "L’entourage de la présidente",
    "es": "Fuentes del consejo portuario", "it": "Fonti del consiglio", "pt": "Uma fonte do conselho", "pl": "Informator z rady portu", "cs": "Zdroj z přístavní rady",
    "uk": "Особа, наближена до ради", "ru": "Источник в совете порта", "tr": "Liman kurulundaki kaynaklar",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "source"), [*KEPT_BACK.items(), *NEAR.items(), *SOURCES.items()])
def test_one_whose_name_is_kept_back_is_somebody_else_than_a_named_person(lang: str, source: str) -> None:
    side = tell_of(source, lang).side
    assert is_group(side)
    assert speakers_agree(side, tell(WORDS, lang=lang).side) is False


@pytest.mark.parametrize("source", ["An official", "A neighbour", "A senior official of the harbour board", "The closest aide"])
def test_one_who_is_only_not_named_may_be_named_elsewhere(source: str) -> None:
    assert not is_group(tell_of(source).side)
