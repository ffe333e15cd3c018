"""A pronoun behind somebody without a name means that person, not one named before."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

FOLLOWED = [
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:An Iranian diplomat} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:A neighbour in Arlen} {Q2:said} {C2:it was early}. {S3:She} {Q3:added} {C3:that it was cold}."),
    ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:A senior official} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}."),
    ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. {S2:Een diplomaat} {Q2:zei} {C2:dat het vroeg was}. {S3:Hij} {Q3:voegde eraan toe} {C3:dat het koud was}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {S2:Der Vizeminister} {Q2:sagte}, {C2:es sei früh}. {S3:Er} {Q3:betonte}, {C3:es sei kalt}."),
    ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Eine Anwohnerin} {Q2:sagte}, {C2:es sei früh}. {S3:Sie} {Q3:betonte}, {C3:es sei kalt}."),
    ("fr", "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}. {S2:Un diplomate} {Q2:a dit} {C2:qu’il était tôt}. {S3:Il} {Q3:a ajouté} {C3:qu’il faisait froid}."),
    ("es", "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Un diplomático} {Q2:dijo} {C2:que era temprano}. {Q3:Añadió} {C3:que hacía mucho frío}."),
    ("it", "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. {S2:Un diplomatico} {Q2:ha detto} {C2:che era presto}. {Q3:Ha aggiunto} {C3:che faceva molto freddo}."),
    ("pt", "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}. {S2:Um diplomata} {Q2:disse} {C2:que era cedo}. {S3:Ele} {Q3:acrescentou} {C3:que estava frio}."),
    ("pl", "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:Dyplomata} {Q2:powiedział}, {C2:że jest wcześnie}. {Q3:Dodał}, {C3:że jest bardzo zimno}."),
    ("cs", "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Diplomat} {Q2:řekl}, {C2:že je brzy}. {Q3:Dodal}, {C3:že je velmi chladno}."),
    ("uk", "{S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}. {S2:Дипломат} {Q2:сказав}, {C2:що ще рано}. {S3:Він} {Q3:додав}, {C3:що холодно}."),
    ("ru", "{S1:Josip Tarn} {Q1:сказал}, {C1:что уже поздно}. {S2:Дипломат} {Q2:сказал}, {C2:что еще рано}. {S3:Он} {Q3:добавил}, {C3:что холодно}."),
    ("tr", "{S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}. {S2:Bir diplomat} {C2:erken olduğunu} {Q2:söyledi}. {S3:O} {C3:havanın soğuk olduğunu} {Q3:ekledi}."),
]


@pytest.mark.parametrize(("lang", "text"), FOLLOWED)
def test_a_pronoun_behind_an_unnamed_speaker_stays_with_that_speaker(lang: str, text: str) -> None:
    name = "Mira Solan" if "Mira" in text else "Josip Tarn"
    reading = read(f"{text}\n@per {name}", lang)
    assert reading.speakers == [name, None, None]
    last = reading.attributions[2]
    assert reading.words(last.speaker_evidence) == reading.attributions[1].speaker_as_written
    assert "not named" in last.speaker_how


def test_the_words_for_an_unnamed_speaker_last_over_several_pronouns() -> None:
    text = "{S1:Mira Solan} {Q1:left} {C1:it open}. {S2:A diplomat} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:it was cold}. {S4:He} {Q4:said} {C4:it was bad}.\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan", None, None, None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:Officials} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}."),
        ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:A saleswoman} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}."),
        ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:His mother} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:that it was cold}."),
        ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Beobachter} {Q2:meinten}, {C2:es sei früh}. {S3:Er} {Q3:betonte}, {C3:es sei kalt}."),
        ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Die Ministerin} {Q2:sagte}, {C2:es sei früh}. {S3:Er} {Q3:betonte}, {C3:es sei kalt}."),
        ("ru", "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}. {S2:Женщина} {Q2:сказала}, {C2:что рано}. {S3:Он} {Q3:добавил}, {C3:что холодно}."),
    ],
)
def test_groups_and_people_of_another_gender_are_passed_over(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Josip Tarn", lang).speakers[2] == "Josip Tarn"


def test_a_name_that_is_the_subject_after_an_unnamed_speaker_is_taken_up() -> None:
    text = "{S1:A diplomat} {Q1:said} {C1:it was early}. Josip Tarn disagreed. {S2:He} {Q2:said} {C2:it was late}.\n@per Josip Tarn"
    assert read(text).speakers == [None, "Josip Tarn"]
