"""Somebody without a name who is the subject of a sentence between: a pronoun that opens the next sentence does not mean the one named before."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

NAMED = {
    "en": "{S1:Josip Tarn} {Q1:said} {C1:it was late}.",
    "nl": "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}.",
    "de": "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}.",
    "fr": "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}.",
    "es": "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}.",
    "it": "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}.",
    "pt": "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}.",
    "pl": "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}.",
    "cs": "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}.",
    "uk": "{S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}.",
    "ru": "{S1:Josip Tarn} {Q1:сказал}, {C1:что уже поздно}.",
    "tr": "{S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}.",
}
BETWEEN = [
    ("en", "A senior official in Arlen", "called the plan dead", "{S2:He} {Q2:said} {C2:it was early}."),
    ("en", "The 46-year-old", "was shot in the leg", "{S2:He} {Q2:told} police {C2:it was early}."),
    ("en", "One", ", who was hurt, was taken home", "{S2:He} {Q2:said} {C2:it was early}."),
    ("nl", "Een hoge functionaris", "noemde het plan dood", "{S2:Hij} {Q2:zei} {C2:dat het vroeg was}."),
    ("de", "Ein Polizist", "wurde am Bein verletzt", "{S2:Er} {Q2:sagte}, {C2:es sei früh}."),
    ("fr", "Un haut responsable", "a jugé le plan mort", "{S2:Il} {Q2:a dit} {C2:qu’il était tôt}."),
    ("es", "Un alto funcionario", "consideró muerto el plan", "{Q2:Dijo} {C2:que era temprano}."),
    ("it", "Un alto funzionario", "ha definito morto il piano", "{Q2:Ha detto} {C2:che era presto}."),
    ("pt", "Um alto funcionário", "considerou o plano morto", "{S2:Ele} {Q2:disse} {C2:que era cedo}."),
    ("pl", "Wysoki urzędnik", "uznał plan za martwy", "{Q2:Powiedział}, {C2:że jest wcześnie}."),
    ("cs", "Vysoký úředník", "označil plán za mrtvý", "{Q2:Řekl}, {C2:že je brzy}."),
    ("uk", "Високий чиновник", "назвав план мертвим", "{S2:Він} {Q2:сказав}, {C2:що ще рано}."),
    ("ru", "Высокопоставленный чиновник", "назвал план мертвым", "{S2:Он} {Q2:сказал}, {C2:что еще рано}."),
    ("tr", "Üst düzey bir yetkili", "plana ölü dedi", "{S2:O} {C2:erken olduğunu} {Q2:söyledi}."),
]


@pytest.mark.parametrize(("lang", "who", "did", "then"), BETWEEN)
def test_the_subject_without_a_name_of_the_sentence_between_counts(lang: str, who: str, did: str, then: str) -> None:
    reading = read(f"{NAMED[lang]} {who}{'' if did.startswith(',') else ' '}{did}. {then}\n@per Josip Tarn", lang)
    last = reading.attributions[-1]
    assert reading.speakers == ["Josip Tarn", None]
    assert "subject of the sentence, not named" in last.speaker_how
    assert reading.words(last.speaker_evidence) in who


@pytest.mark.parametrize(
    "between",
    [
        "The bridge was closed.",
        "Officials closed the bridge.",
        "His sister was shot.",
        "In the end a witness left.",
        "The driver's house burned.",
        "A man and a woman left.",
    ],
)
def test_things_groups_and_those_of_the_other_sex_do_not_count(between: str) -> None:
    assert read(f"{NAMED['en']} {between} {{S2:He}} {{Q2:said}} {{C2:it was early}}.\n@per Josip Tarn").speakers[1] == "Josip Tarn"


def test_a_pronoun_behind_a_quotation_stays_with_the_speaker() -> None:
    text = f"{NAMED['en']} The suspect was caught. {{C2:“We are glad,”}} {{S2:he}} {{Q2:said}}.\n@per Josip Tarn"
    assert read(text).speakers[1] == "Josip Tarn"


def test_an_office_that_the_article_gives_to_somebody_is_that_person() -> None:
    text = "The mayor, Viktor Solan, came. {S1:Josip Tarn} {Q1:said} {C1:it was late}. The mayor laughed. {S2:He} {Q2:said} {C2:it was early}.\n@per Viktor Solan; Josip Tarn"
    assert read(text).speakers == ["Josip Tarn", "Viktor Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A senior official, speaking in Arlen, {Q2:called} {C2:the plan dead}. {S3:He} {Q3:said} {C3:it was early}."),
        ("fr", "Un haut responsable, présent à Arlen, {Q2:a jugé} {C2:le plan mort}. {S3:Il} {Q3:a dit} {C3:qu’il était tôt}."),
        ("es", "Un alto funcionario, presente en Arlen, {Q2:consideró} {C2:muerto el plan}. {Q3:Dijo} {C3:que era temprano}."),
        ("pl", "Wysoki urzędnik, obecny w Arlen, {Q2:uznał} {C2:plan za martwy}. {Q3:Powiedział}, {C3:że jest wcześnie}."),
    ],
)
def test_a_verb_without_a_source_has_the_subject_of_its_sentence(lang: str, text: str) -> None:
    reading = read(f"{NAMED[lang]} {text}\n@per Josip Tarn", lang)
    assert reading.speakers == ["Josip Tarn", None, None]
    assert all("not named" in each.speaker_how for each in reading.attributions[1:])


def test_whom_a_name_owns_is_the_subject_and_not_the_name() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. Viktor Solan’s lawyer was tired. {S2:He} {Q2:said} {C2:it was early}.\n@per Josip Tarn; Viktor Solan"
    reading = read(text)
    assert reading.speakers == ["Josip Tarn", None]
    assert reading.words(reading.attributions[1].speaker_evidence) == "Solan’s lawyer"
    assert read(text.replace("lawyer was tired", "anger grew")).speakers[1] == "Viktor Solan"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Josip Tarn, {S1:who} {Q1:said} {C1:it was late}, left.", "Josip Tarn"),
        ("Josip Tarn, the mayor of Arlen, {S1:who} {Q1:said} {C1:it was late}, left.", "Josip Tarn"),
        ("Josip Tarn’s manager, {S1:who} {Q1:said} {C1:it was late}, left.", None),
        ("Josip Tarn read the report {S1:that} {Q1:said} {C1:it was late}.", None),
    ],
)
def test_a_relative_pronoun_means_the_name_right_before_it(text: str, name: str | None) -> None:
    assert read(f"{text}\n@per Josip Tarn").speakers == [name]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Korvin} {Q1:said} {C1:it was late}. {S2:The statement} {Q2:said} {C2:it was early}. {S3:It} {Q3:added} {C3:that it was cold}."),
        ("nl", "{S1:Korvin} {Q1:zei} {C1:dat het laat was}. {S2:Het rapport} {Q2:zei} {C2:dat het vroeg was}. {S3:Het} {Q3:meldde} {C3:dat het koud was}."),
        ("de", "{S1:Korvin} {Q1:sagte}, {C1:es sei spät}. {S2:Das Ministerium} {Q2:sagte}, {C2:es sei früh}. {S3:Es} {Q3:betonte}, {C3:es sei kalt}."),
    ],
)
def test_it_is_the_thing_without_a_name_that_spoke_last(lang: str, text: str) -> None:
    reading = read(f"{text}\n@org Korvin", lang)
    assert reading.speakers == ["Korvin", None, None]
    assert reading.words(reading.attributions[2].speaker_evidence) == reading.attributions[1].speaker_as_written


def test_he_is_not_the_thing_that_spoke_last() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:The statement} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}.\n@per Josip Tarn"
    assert read(text).speakers == ["Josip Tarn", None, "Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The candidate of the Greens, Viktor Solan, was tired. {S2:He} {Q2:said} {C2:it was early}."),
        ("de", "Der Kandidat der Grünen, General Viktor Solan, war müde. {S2:Er} {Q2:sagte}, {C2:es sei früh}."),
        ("cs", "Kandidát Zelených, generál Viktor Solan, byl unavený. {S2:On} {Q2:řekl}, {C2:že je brzy}."),
    ],
)
def test_a_name_soon_behind_is_that_of_the_subject(lang: str, text: str) -> None:
    assert "not named" not in read(f"{NAMED[lang]} {text}\n@per Josip Tarn; Viktor Solan", lang).attributions[-1].speaker_how
