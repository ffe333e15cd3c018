"""Whom a pronoun takes up: nobody of the other sex, nobody of another entry of a live page, the subject of the nearest sentence."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


def speaker(marked: str, lang: str = "en") -> str | None:
    return read(marked, lang).attributions[-1].speaker


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:John Tarn} {Q1:said} {C1:it was late}. {S2:She} {Q2:said} {C2:it was early}."),
        ("nl", "{S1:Pieter Tarn} {Q1:zei} {C1:dat het laat was}. {S2:Zij} {Q2:zei} {C2:dat het vroeg was}."),
        ("de", "{S1:Jürgen Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Sie} {Q2:sagte}, {C2:es sei früh}."),
        ("fr", "{S1:Olivier Tarn} {Q1:a dit} {C1:qu’il était tard}. {S2:Elle} {Q2:a dit} {C2:qu’il était tôt}."),
        ("es", "{S1:Carlos Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Ella} {Q2:dijo} {C2:que era temprano}."),
        ("it", "{S1:Luigi Tarn} {Q1:ha detto} {C1:che era tardi}. {S2:Lei} {Q2:ha detto} {C2:che era presto}."),
        ("pt", "{S1:Paulo Tarn} {Q1:disse} {C1:que era tarde}. {S2:Ela} {Q2:disse} {C2:que era cedo}."),
        ("pl", "{S1:Tomasz Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:Ona} {Q2:powiedziała}, {C2:że jest wcześnie}."),
        ("cs", "{S1:Zdeněk Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Ona} {Q2:řekla}, {C2:že je brzy}."),
        ("uk", "{S1:Микола Тарн} {Q1:сказав}, {C1:що пізно}. {S2:Вона} {Q2:сказала}, {C2:що рано}."),
        ("ru", "{S1:Сергей Тарн} {Q1:сказал}, {C1:что поздно}. {S2:Она} {Q2:сказала}, {C2:что рано}."),
    ],
)
def test_she_is_not_a_man_by_his_given_name(lang: str, text: str) -> None:
    name = text.split("}")[0].removeprefix("{S1:")
    assert speaker(f"{text}\n@per {name}", lang) is None


def test_a_woman_minister_in_the_masculine_stays_the_minister() -> None:
    text = "Il ministro Giulia Tarn è arrivata. {S1:Il ministro} {Q1:ha detto} {C1:che era pronta}.\n@per Giulia Tarn"
    assert speaker(text, "it") == "Giulia Tarn"


@pytest.mark.parametrize("line", ["___.", "* * *", "-----", "11:30 a.m.", "14:05"])
def test_nothing_is_taken_up_over_the_end_of_an_entry(line: str) -> None:
    text = f"{{S1:Josip Tarn}} {{Q1:said}} {{C1:it was late}}.\n{line}\nThe bridge was closed. {{S2:He}} {{Q2:said}} {{C2:it was early}}.\n@per Josip Tarn"
    assert speaker(text) is None
    assert speaker(text.replace(f"\n{line}\n", "\n")) == "Josip Tarn"


def test_an_entry_has_antecedents_of_its_own() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}.\n___\n{S2:Viktor Solan} {Q2:said} {C2:it was early}. {S3:He} {Q3:added} {C3:it was cold}.\n@per Josip Tarn; Viktor Solan"
    assert speaker(text) == "Viktor Solan"


def test_it_is_no_place_that_only_stands_near() -> None:
    text = "The offices in Arlen were open. {S1:It} {Q1:said} {C1:the vote was fair}.\n@loc Arlen"
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. During a visit to the town hall, Viktor Solan lost his voice. {S2:He} {Q2:said} {C2:it was early}."),
        ("nl", "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}. Na een bezoek aan de haven, Viktor Solan was hees. {S2:Hij} {Q2:zei} {C2:dat het vroeg was}."),
        ("fr", "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}. Après une visite à la mairie, Viktor Solan était fatigué. {S2:Il} {Q2:a dit} {C2:qu’il était tôt}."),
        ("es", "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. Tras una visita al puerto, Viktor Solan estaba ronco. {S2:Él} {Q2:dijo} {C2:que era temprano}."),
        ("it", "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. Dopo una visita al porto, Viktor Solan era stanco. {S2:Egli} {Q2:ha detto} {C2:che era presto}."),
        ("pl", "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. Po wizycie w porcie, Viktor Solan był zmęczony. {S2:On} {Q2:powiedział}, {C2:że jest wcześnie}."),
        ("ru", "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}. После визита в порт, Viktor Solan устал. {S2:Он} {Q2:сказал}, {C2:что рано}."),
    ],
)
def test_a_subject_behind_an_opening_phrase_is_taken_up(lang: str, text: str) -> None:
    assert speaker(f"{text}\n@per Josip Tarn; Viktor Solan", lang) == "Viktor Solan"


def test_of_two_subjects_the_nearest_sentence_decides() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. Viktor Solan arrived. Omar Rell left. {S2:He} {Q2:said} {C2:it was early}.\n@per Josip Tarn; Viktor Solan; Omar Rell"
    assert speaker(text) == "Omar Rell"


SINCE = [
    ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. The book was about Viktor Solan. {S2:He} {Q2:said} {C2:it was early}."),
    ("nl", "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}. Het boek ging over Viktor Solan. {S2:Hij} {Q2:zei} {C2:dat het vroeg was}."),
    ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. Das Buch handelte von Viktor Solan. {S2:Er} {Q2:sagte}, {C2:es sei früh}."),
    ("fr", "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}. Le livre parlait de Viktor Solan. {S2:Il} {Q2:a dit} {C2:qu’il était tôt}."),
    ("es", "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. El libro trataba de Viktor Solan. {Q2:Dijo} {C2:que era temprano}."),
    ("pl", "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. Książkę poświęcono Viktor Solan. {S2:On} {Q2:powiedział}, {C2:że jest wcześnie}."),
    ("uk", "{S1:Josip Tarn} {Q1:сказав}, {C1:що пізно}. У книжці йшлося про Viktor Solan. {S2:Він} {Q2:сказав}, {C2:що рано}."),
]


@pytest.mark.parametrize(("lang", "text"), SINCE)
def test_nobody_is_taken_up_where_somebody_else_is_named_since(lang: str, text: str) -> None:
    assert speaker(f"{text}\n@per Josip Tarn; Viktor Solan", lang) is None


def test_a_sentence_about_the_speaker_between_keeps_the_speaker() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. He met Viktor Solan. {S2:He} {Q2:said} {C2:it was early}.\n@per Josip Tarn; Viktor Solan"
    assert speaker(text) == "Josip Tarn"
    assert speaker(text.replace("He met", "Asked for a name, he praised")) == "Josip Tarn"
    assert speaker(text.replace("He met", "The mother of Josip met")) == "Josip Tarn"


def test_the_object_of_a_sentence_with_an_office_behind_it_is_no_subject() -> None:
    text = "{S1:Omar Rell} {Q1:said} {C1:it was late}. The party chose Viktor Solan, a minister from Arlen. {S2:He} {Q2:said} {C2:it was early}.\n@per Omar Rell; Viktor Solan"
    assert speaker(text) is None
    assert speaker(text.replace("The party chose Viktor Solan, a", "Viktor Solan, a").replace("Arlen. ", "Arlen, laughed. ")) == "Viktor Solan"


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("es", "Josip Tarn, director en Korvin, {S1:quien} {Q1:aseguró} {C1:que llovía}.", "Josip Tarn"),
        ("en", "Josip Tarn, a director at Korvin, {S1:who} {Q1:said} {C1:it rained}, left.", "Josip Tarn"),
        ("fr", "Josip Tarn, directeur chez Korvin, {S1:qui} {Q1:a dit} {C1:qu’il pleuvait}.", "Josip Tarn"),
        ("pt", "Josip Tarn, diretor na Korvin, {S1:que} {Q1:disse} {C1:que chovia}.", "Josip Tarn"),
        ("en", "Josip Tarn, a director at Korvin, {S1:which} {Q1:said} {C1:it rained}, left.", "Korvin"),
        ("en", "Josip Tarn met Korvin, {S1:which} {Q1:said} {C1:it rained}.", "Korvin"),
        ("es", "Josip Tarn habló con Korvin, {S1:que} {Q1:aseguró} {C1:que llovía}.", "Korvin"),
    ],
)
def test_a_relative_pronoun_behind_an_apposition_is_the_person_and_not_the_body_in_it(lang: str, text: str, name: str) -> None:
    assert speaker(f"{text}\n@per Josip Tarn\n@org Korvin", lang) == name


def test_whose_family_it_is_about_is_not_who_speaks() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. Viktor Solan’s family came in. {S2:He} {Q2:said} {C2:it was early}.\n@per Josip Tarn; Viktor Solan"
    assert read(text).speakers == ["Josip Tarn", None]
    assert read(text.replace("family came in", "anger grew")).speakers == ["Josip Tarn", "Viktor Solan"]


BODIES = [
    ("fr", "La ministre Mira Solan est venue. {S1:La police} {Q1:a dit} {C1:qu’il pleuvait}. {S2:Elle} {Q2:a ajouté} {C2:qu’il était tard}.", None),
    ("fr", "{S3:Le ministre Josip Tarn} {Q3:a ri de} {C3:la pluie}. {S1:Le syndicat Varn} {Q1:a dit} {C1:qu’il pleuvait}. {S2:Il} {Q2:a ajouté} {C2:qu’il était tard}.", "Varn"),
    ("de", "Die Ministerin Mira Solan kam. {S1:Die Polizei} {Q1:sagte}, {C1:es regne}. {S2:Sie} {Q2:fügte hinzu}, {C2:es sei spät}.", None),
    ("nl", "Minister Josip Tarn kwam. {S1:De vakbond} {Q1:zei} {C1:dat het regende}. {S2:Hij} {Q2:zei} {C2:dat het laat was}.", None),
    ("pl", "Minister Mira Solan przyszła. {S1:Policja} {Q1:podała}, {C1:że pada}. {S2:Ona} {Q2:dodała}, {C2:że jest późno}.", None),
    ("cs", "Ministryně Mira Solan přišla. {S1:Policie} {Q1:uvedla}, {C1:že prší}. {S2:Ona} {Q2:dodala}, {C2:že je pozdě}.", None),
    ("uk", "Міністерка Mira Solan прийшла. {S1:Поліція} {Q1:повідомила}, {C1:що дощить}. {S2:Вона} {Q2:додала}, {C2:що пізно}.", None),
    ("ru", "Министр Mira Solan пришла. {S1:Полиция} {Q1:сообщила}, {C1:что идет дождь}. {S2:Она} {Q2:добавила}, {C2:что поздно}.", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "body"), BODIES)
def test_where_nouns_have_a_gender_a_pronoun_means_the_body_that_has_just_spoken(lang: str, text: str, body: str | None) -> None:
    name = "Mira Solan" if "Mira" in text else "Josip Tarn"
    assert read(f"{text}\n@per {name}" + (f"\n@org {body}" if body else ""), lang).speakers[-1] == body


PEOPLE = [
    ("en", "Minister Mira Solan came. {S1:The police} {Q1:said} {C1:it rained}. {S2:She} {Q2:added} {C2:it was late}."),
    ("fr", "La ministre Mira Solan est venue. {S1:Le syndicat} {Q1:a dit} {C1:qu’il pleuvait}. {S2:Elle} {Q2:a ajouté} {C2:qu’il était tard}."),
    ("de", "Die Ministerin Mira Solan kam. {S1:Der Verband} {Q1:sagte}, {C1:es regne}. {S2:Sie} {Q2:fügte hinzu}, {C2:es sei spät}."),
    ("nl", "Minister Mira Solan kwam. {S1:Het bestuur} {Q1:zei} {C1:dat het regende}. {S2:Ze} {Q2:zei} {C2:dat het laat was}."),
    ("ru", "Министр Mira Solan пришла. {S1:Профсоюз} {Q1:сообщил}, {C1:что идет дождь}. {S2:Она} {Q2:добавила}, {C2:что поздно}."),
    ("fr", "{S1:La police} {Q1:a dit} {C1:qu’il pleuvait}. La ministre Mira Solan est venue. {S2:Elle} {Q2:a ajouté} {C2:qu’il était tard}."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), PEOPLE)
def test_a_pronoun_of_another_gender_or_behind_a_new_name_means_no_body(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan", lang).speakers[-1] == "Mira Solan"
