"""What somebody only spoke about is no statement of his."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.languages.pack import known_languages
from onrecord.statements.utterances import split_attributions
from tests.attributions.make import read

TABLE = tomllib.loads((files("onrecord.attributions") / "topics.toml").read_text("utf-8"))


def with_names(text: str) -> str:
    """Return a marked text with the names in it told apart."""
    people = "; ".join(name for name in ("Mira Solan", "Josip Tarn") if name in text)
    return f"{text}\n@per {people}" + ("\n@loc Arlen" if "Arlen" in text else "")


def test_every_language_has_its_words() -> None:
    assert set(TABLE) == set(known_languages())
    assert len({frozenset(entry) for entry in TABLE.values()}) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:touched on} {C1:the state of the bridge}."),
        ("en", "{S1:Mira Solan} {Q1:spoke} at length about {C1:the long talks in Arlen}."),
        ("en", "{S1:Mira Solan} {Q1:spoke} in the context of the many attempts of {C1:opening the old bridge}."),
        ("en", "{S1:Mira Solan} {Q1:addressed} {C1:Josip Tarn's threats against the town}."),
        ("en", "{S1:Mira Solan}, {Q1:mentioning} {C1:the towns that want to help}, waited."),
        ("nl", "{S1:Mira Solan} {Q1:sprak} maandag over {C1:de staat van de brug}."),
        ("de", "{S1:Mira Solan} {Q1:sprach} am Montag über {C1:den Zustand der Brücke}."),
        ("de", "{S1:Mira Solan} hat {C1:den Zustand der Brücke} {Q1:angesprochen}."),
        ("fr", "{S1:Mira Solan} {Q1:a abordé} {C1:l'état du pont}."),
        ("es", "{S1:Mira Solan} {Q1:se refirió} a {C1:la situación del puente}."),
        ("it", "{S1:Mira Solan} {Q1:ha fatto riferimento} alla {C1:situazione del ponte}."),
        ("pt", "{S1:Mira Solan} {Q1:falou} sobre {C1:a situação da ponte}."),
        ("pl", "{S1:Mira Solan} {Q1:nawiązała} do {C1:stanu mostu}."),
        ("cs", "{S1:Mira Solan} {Q1:reagovala} na {C1:stav mostu}."),
        ("uk", "{S1:Mira Solan} {Q1:прокоментувала} {C1:стан мосту}."),
        ("ru", "{S1:Mira Solan} {Q1:прокомментировала} {C1:состояние моста}."),
        ("tr", "{S1:Mira Solan} {C1:köprünün durumuna} {Q1:değindi}."),
        ("ru", "{S1:Mira Solan} {Q1:говорила} о {C1:угрозах Josip Tarn}."),
        ("fr", "{S1:Mira Solan} {Q1:a parlé} des {C1:menaces de Josip Tarn}."),
    ],
)
def test_a_noun_phrase_after_words_that_name_a_topic_is_one(lang: str, text: str) -> None:
    found = read(with_names(text), lang)
    assert [a.type for a in found.attributions] == ["topic"]
    assert list(split_attributions(found.article, found.attributions)) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:spoke about} {C1:the need to close the bridge}."),
        ("en", "{S1:Mira Solan} {Q1:mentioned} {C1:that the bridge was closed}."),
        ("en", "{S1:Mira Solan} {Q1:mentioned} {C1:the bridge would close}."),
        ("en", "{S1:Mira Solan} {Q1:spoke about} {C1:the fact that nobody came}."),
        ("en", "{S1:Mira Solan} {Q1:discussed} {C1:how the bridge fell}."),
        ("en", "{S1:Mira Solan} {Q1:spoke of} {C1:a betrayal}."),
        ("en", '{S1:Mira Solan} {Q1:spoke about} {C1:"a betrayal"}.'),
        ("en", "{S1:Mira Solan} {Q1:addressed} {C1:his fears that the bridge may fall}."),
        ("en", "{S1:Mira Solan} {Q1:spoke about} the war and {Q1:said} {C1:the bridge would stay}."),
        ("de", "{S1:Mira Solan} {Q1:sprach} von {C1:Drohungen gegen die Stadt}."),
        ("nl", "{S1:Mira Solan} {Q1:sprak over} {C1:de noodzaak om de brug te sluiten}."),
        ("pl", "{S1:Mira Solan} {Q1:mówiła} o {C1:zdradzie}."),
        ("fr", "{S1:Mira Solan} {Q1:a mentionné} {C1:que le pont fermerait}."),
        ("tr", "{S1:Mira Solan} {C1:köprünün kapatılması gerektiğine} {Q1:değindi}."),
    ],
)
def test_a_clause_a_need_an_act_and_quoted_words_are_said(lang: str, text: str) -> None:
    (found,) = read(with_names(text), lang).attributions
    assert found.type != "topic"
    assert found.speaker == "Mira Solan"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:addressed} {C1:Josip Tarn's fears that the bridge may fall}. {S2:She} {Q2:said} {C2:that it held}."),
        ("nl", "{S1:Mira Solan} {Q1:ging in op} {C1:de zorgen van Josip Tarn dat de brug instort}. {S2:Zij} {Q2:zei} {C2:dat zij hield}."),
        ("de", "{S1:Mira Solan} {Q1:reagierte} auf {C1:Befürchtungen von Josip Tarn, dass die Brücke einstürzt}. {S2:Sie} {Q2:sagte}, {C2:sie halte}."),
        ("es", "{S1:Mira Solan} {Q1:se refirió} a {C1:los temores de Josip Tarn de que el puente caiga}. {S2:Ella} {Q2:dijo} {C2:que resiste}."),
        ("ru", "{S1:Mira Solan} {Q1:прокомментировала} {C1:опасения Josip Tarn, что мост упадёт}. {S2:Она} {Q2:сказала}, {C2:что он стоит}."),
    ],
)
def test_a_clause_after_a_noun_of_thought_is_its_owner_s_and_the_next_words_stay_with_who_mentioned_it(lang: str, text: str) -> None:
    assert read(with_names(text), lang).speakers == ["Josip Tarn", "Mira Solan"]


def test_a_clause_after_a_noun_of_thought_without_an_owner_is_nobody_s() -> None:
    (found,) = read(with_names("{S1:Mira Solan} {Q1:responded to} {C1:fears that the bridge may fall}.")).attributions
    assert found.speaker is None
    assert found.speaker_how == "whose `fears` is not told"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:behaved} {C1:as if the bridge were open}."),
        ("nl", "{S1:Mira Solan} deed {C1:alsof de brug open was}."),
        ("de", "{S1:Mira Solan} tat, als ob {C1:die Brücke offen wäre}."),
        ("fr", "{S1:Mira Solan} a agi {C1:comme si le pont était ouvert}."),
        ("it", "{S1:Mira Solan} ha agito {C1:come se il ponte fosse aperto}."),
        ("ru", "{S1:Mira Solan} вела себя, {C1:будто мост открыт}."),
    ],
)
def test_a_supposed_course_of_things_is_no_statement(lang: str, text: str) -> None:
    assert read(with_names(text), lang).attributions == ()


def test_a_supposed_clause_goes_with_the_speech_whose_sentence_it_ends() -> None:
    found = read(with_names("{S1:Mira Solan} {Q1:warned} {C1:of votes}, in which it must seem {C2:as if Arlen wanted it}."))
    assert found.contents == [["of votes, in which it must seem as if Arlen wanted it"]]


def test_quoted_words_may_begin_so_and_a_verb_of_saying_reports_them() -> None:
    assert read(with_names('{C1:"As if we had a choice,"} {S1:Mira Solan} {Q1:said}.')).speakers == ["Mira Solan"]
    assert read(with_names("{S1:Mira Solan} {Q1:заявила}, {C1:будто мост открыт}."), "ru").speakers == ["Mira Solan"]


def test_a_promise_inside_a_topic_is_not_the_word_of_who_mentions_it() -> None:
    found = read(with_names("{S1:Mira Solan} {Q1:touched on} {C1:the letters in which {promise2:the town will pay}}."))
    assert [c.attribution for c in found.commitments] == [None]
