"""Who speaks for somebody is the speaker, not the one spoken for."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

SPOKESMEN = [
    ("en", "{S1:Solan lawyer Josip Tarn} {Q1:said} {C1:it was late}."),
    ("en", "{S1:Former Solan aide Josip Tarn} {Q1:said} {C1:it was late}."),
    ("en", "{S1:Solan Press Secretary Josip Tarn} {Q1:said} {C1:it was late}."),
    ("en", "{S1:Solan ally and former mayor Josip Tarn} {Q1:said} {C1:it was late}."),
    ("en", "{S1:Solan's lawyer, Josip Tarn,} {Q1:said} {C1:it was late}."),
    ("nl", "{S1:Solan-woordvoerder Josip Tarn} {Q1:zei} {C1:dat het laat was}."),
    ("nl", "{S1:De woordvoerder van Solan, Josip Tarn,} {Q1:zei} {C1:dat het laat was}."),
    ("de", "{S1:Solan-Berater Josip Tarn} {Q1:sagte}, {C1:es sei spät}."),
    ("de", "{S1:Solans Anwalt Josip Tarn} {Q1:sagte}, {C1:es sei spät}."),
    ("fr", "{S1:Le porte-parole de Solan, Josip Tarn,} {Q1:a dit} {C1:qu’il était tard}."),
    ("es", "{S1:El portavoz de Solan, Josip Tarn,} {Q1:dijo} {C1:que era tarde}."),
    ("it", "{S1:Il portavoce di Solan, Josip Tarn,} {Q1:ha detto} {C1:che era tardi}."),
    ("pt", "{S1:O porta-voz de Solan, Josip Tarn,} {Q1:disse} {C1:que era tarde}."),
    ("pl", "{S1:Rzecznik Solana Josip Tarn} {Q1:powiedział}, {C1:że jest późno}."),
    ("pl", "{S1:Rzecznik Solana, Josip Tarn,} {Q1:powiedział}, {C1:że jest późno}."),
    ("cs", "{S1:Mluvčí Solana Josip Tarn} {Q1:řekl}, {C1:že je pozdě}."),
    ("uk", "{S1:Речник Солана Josip Tarn} {Q1:сказав}, {C1:що вже пізно}."),
    ("ru", "{S1:Пресс-секретарь Солана Josip Tarn} {Q1:сказал}, {C1:что уже поздно}."),
    ("tr", "{S1:Solan sözcüsü Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}."),
    ("tr", "{S1:Solan'ın avukatı Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}."),
]


def name_in(text: str) -> str:
    return next(name for name in ("Solana", "Солана", "Solans", "Solan") if name in text)


@pytest.mark.parametrize(("lang", "text"), SPOKESMEN)
def test_the_name_behind_the_office_speaks_not_the_name_before_it(lang: str, text: str) -> None:
    (attribution,) = read(f"{text}\n@per {name_in(text)}; Josip Tarn", lang).attributions
    assert attribution.speaker == "Josip Tarn"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan and lawyer Josip Tarn} {Q1:said} {C1:it was late}."),
        ("de", "{S1:Mira Solan und Anwalt Josip Tarn} {Q1:sagten}, {C1:es sei spät}."),
        ("pl", "{S1:Mira Solan i Josip Tarn} {Q1:powiedzieli}, {C1:że jest późno}."),
    ],
)
def test_two_who_speak_together_stay_two(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan; Josip Tarn", lang).attributions[0].speaker_how.startswith("several speakers")


def test_a_name_before_a_comma_is_the_speaker_of_its_own_description() -> None:
    assert read("{S1:Josip Tarn, Solan lawyer,} {Q1:said} {C1:it was late}.\n@per Josip Tarn; Solan").speakers == ["Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:A Solan spokesman} {Q1:said} {C1:it was late}."),
        ("en", "{S1:The Solan campaign} {Q1:said} {C1:it was late}."),
        ("en", "{S1:Solan supporters} {Q1:said} {C1:it was late}."),
        ("nl", "{S1:Een Solan-woordvoerder} {Q1:zei} {C1:dat het laat was}."),
        ("de", "{S1:Die Solan-Regierung} {Q1:erklärte}, {C1:es sei spät}."),
        ("pl", "{S1:Sztab Solana} {Q1:powiedział}, {C1:że jest późno}."),
        ("cs", "{S1:Štáb Solana} {Q1:řekl}, {C1:že je pozdě}."),
        ("uk", "{S1:Адміністрація Солана} {Q1:сказала}, {C1:що вже пізно}."),
        ("ru", "{S1:Администрация Солана} {Q1:сказала}, {C1:что уже поздно}."),
        ("tr", "{S1:Solan yönetimi} {C1:geç olduğunu} {Q1:söyledi}."),
    ],
)
def test_somebodys_people_are_not_that_person(lang: str, text: str) -> None:
    (attribution,) = read(f"{text}\n@per {name_in(text)}", lang).attributions
    assert attribution.speaker is None


def test_a_name_with_an_office_behind_a_preposition_stays_the_speaker() -> None:
    text = "{S1:Mira Solan von der Staatsanwaltschaft} {Q1:sagte}, {C1:es sei spät}.\n@per Mira Solan"
    assert read(text, "de").attributions[0].speaker_how == "named"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Josip Tarn of the law firm Solan} {Q1:said} {C1:it was late}."),
        ("nl", "{S1:Josip Tarn van het kantoor Solan} {Q1:zei} {C1:dat het laat was}."),
        ("en", "{S1:Solan grandmother, Josip Tarn,} {Q1:said} {C1:it was late}."),
        ("tr", "{S1:Solan büyükannesi, Josip Tarn,} {C1:geç olduğunu} {Q1:söyledi}."),
        ("en", "{S1:Josip Tarn, a lawyer whose firm represents Solan and a host of others,} {Q1:said} {C1:it was late}."),
        ("nl", "{S1:Josip Tarn, wiens kantoor Solan en anderen bijstaat,} {Q1:zei} {C1:dat het laat was}."),
        ("de", "{S1:Josip Tarn, dessen Kanzlei Solan und andere vertritt,} {Q1:sagte}, {C1:es sei spät}."),
        ("fr", "{S1:Josip Tarn, dont le cabinet défend Solan et d’autres,} {Q1:a dit} {C1:qu’il était tard}."),
        ("it", "{S1:Josip Tarn, che difende Solan e altri,} {Q1:ha detto} {C1:che era tardi}."),
        ("pt", "{S1:Josip Tarn, que defende Solan e outros,} {Q1:disse} {C1:que era tarde}."),
        ("pl", "{S1:Josip Tarn, który broni Solana i innych,} {Q1:powiedział}, {C1:że jest późno}."),
        ("cs", "{S1:Josip Tarn, který hájí Solana a další,} {Q1:řekl}, {C1:že je pozdě}."),
        ("uk", "{S1:Josip Tarn, який захищає Солана та інших,} {Q1:сказав}, {C1:що вже пізно}."),
        ("ru", "{S1:Josip Tarn, который защищает Солана и других,} {Q1:сказал}, {C1:что уже поздно}."),
    ],
)
def test_a_name_inside_the_speakers_description_does_not_speak(lang: str, text: str) -> None:
    assert read(f"{text}\n@per {name_in(text)}; Josip Tarn", lang).attributions[0].speaker == "Josip Tarn"
