"""Whom a source without a name means again by what it calls the person."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

MEANT = [
    ("en", "Ambassador {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The diplomat} {Q2:added} {C2:that it rained}. {S3:She} {Q3:promised} {C3:to come back}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The 51-year-old} {Q2:added} {C2:that it rained}. {S3:She} {Q3:promised} {C3:to come back}."),
    ("en", "Town Sgt. {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The sergeant} {Q2:added} {C2:that it rained}. {S3:She} {Q3:promised} {C3:to come back}."),
    ("nl", "Ambassadeur {S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. {S2:De diplomaat} {Q2:zei} {C2:dat het regende}. {S3:Ze} {Q3:beloofde} {C3:terug te komen}."),
    ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. {S2:De vakbondsvrouw} {Q2:zei} {C2:dat het regende}. {S3:Ze} {Q3:beloofde} {C3:terug te komen}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {S2:Die 51-Jährige} {Q2:betonte}, {C2:es regne}. {S3:Sie} {Q3:versprach}, {C3:zurückzukommen}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {S2:Die Kommunalpolitikerin} {Q2:betonte}, {C2:es regne}. {S3:Sie} {Q3:versprach}, {C3:zurückzukommen}."),
    ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. {S2:La syndicaliste} {Q2:a ajouté} {C2:qu’il pleuvait}. {S3:Elle} {Q3:a promis} {C3:de revenir}."),
    ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. {S2:La quinquagénaire} {Q2:a ajouté} {C2:qu’il pleuvait}. {S3:Elle} {Q3:a promis} {C3:de revenir}."),
    ("es", "{S1:Mira Solan} {Q1:dijo} {C1:que era tarde}. {S2:La dirigente sindical} {Q2:añadió} {C2:que llovía}. {S3:Ella} {Q3:prometió} {C3:volver}."),
    ("it", "L’ambasciatrice {S1:Mira Solan} {Q1:ha detto} {C1:che era tardi}. {S2:La diplomatica} {Q2:ha aggiunto} {C2:che pioveva}. {S3:Lei} {Q3:ha promesso} {C3:di tornare}."),
    ("it", "{S1:Mira Solan} {Q1:ha detto} {C1:che era tardi}. {S2:La 51enne} {Q2:ha aggiunto} {C2:che pioveva}. {S3:Lei} {Q3:ha promesso} {C3:di tornare}."),
    ("pt", "{S1:Mira Solan} {Q1:disse} {C1:que era tarde}. {S2:A gestora} {Q2:acrescentou} {C2:que chovia}. {S3:Ela} {Q3:prometeu} {C3:voltar}."),
    ("pl", "Ambasador {S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:Dyplomata} {Q2:dodał}, {C2:że pada}. {S3:On} {Q3:obiecał}, {C3:że wróci}."),
    ("pl", "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:51-latek} {Q2:dodał}, {C2:że pada}. {S3:On} {Q3:obiecał}, {C3:że wróci}."),
    ("cs", "Velvyslanec {S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Diplomat} {Q2:dodal}, {C2:že prší}. {S3:On} {Q3:slíbil}, {C3:že se vrátí}."),
    ("uk", "Посол {S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}. {S2:Дипломат} {Q2:додав}, {C2:що йде дощ}. {S3:Він} {Q3:пообіцяв} {C3:повернутися}."),
    ("ru", "Посол {S1:Josip Tarn} {Q1:сказал}, {C1:что уже поздно}. {S2:Дипломат} {Q2:добавил}, {C2:что идет дождь}. {S3:Он} {Q3:пообещал} {C3:вернуться}."),
    ("tr", "Büyükelçi {S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}. {S2:Diplomat} {C2:yağmur yağdığını} {Q2:ekledi}. {S3:O} {C3:döneceğine} {Q3:söz verdi}."),
]


@pytest.mark.parametrize(("lang", "text"), MEANT)
def test_a_description_means_who_spoke_right_before_and_so_do_the_pronouns_behind_it(lang: str, text: str) -> None:
    name = "Mira Solan" if "Mira" in text else "Josip Tarn"
    assert read(f"{text}\n@per {name}", lang).speakers == [name, name, name]


NAMED_ONLY = [
    ("en", "Ambassador Mira Solan came to the port. {S1:The diplomat} {Q1:said} {C1:that it rained}."),
    ("de", "Die Reederin Mira Solan, Vorstandschefin der Reederei, kam zum Hafen. {C1:„Es regnet“}, {Q1:sagte} {S1:die Managerin}."),
    ("es", "Mira Solan, embajadora en Arlen, llegó al puerto. {C1:«Llueve»}, {Q1:dijo} {S1:la diplomática}."),
    ("it", "L’ambasciatrice Mira Solan è arrivata al porto. {C1:«Piove»}, {Q1:ha detto} {S1:la diplomatica}."),
    ("ru", "Министр Mira Solan приехала в порт. {C1:«Идет дождь»}, – {Q1:сказала} {S1:чиновница}."),
]


@pytest.mark.parametrize(("lang", "text"), NAMED_ONLY)
def test_before_anybody_speaks_a_description_means_the_one_person_whose_office_it_fits(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan", lang).speakers == ["Mira Solan"]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Solan came to the port. {S1:The diplomat} {Q1:said} {C1:that it rained}.",
        "Mayor Mira Solan came to the port. {S1:The diplomat} {Q1:said} {C1:that it rained}.",
        "Ambassador Mira Solan met Mayor Josip Tarn. {S1:The diplomat} {Q1:said} {C1:that it rained}.",
        "Mira Solan was found dead. {S1:The 51-year-old} {Q1:said} {C1:that it rained}.",
    ],
)
def test_before_anybody_speaks_a_description_means_nobody_for_sure_else(text: str) -> None:
    assert read(f"{text}\n@per Mira Solan" + ("; Josip Tarn" if "Tarn" in text else "")).speakers == [None]


OPEN = [
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. A lawyer came in. {S2:The lawyer} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The witness} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The ambassador} {Q2:added} {C2:that it rained}."),
    ("en", "Mayor {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The diplomat} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:A diplomat} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The diplomat's wife} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:a boy, 14, was hurt}. {S2:The 14-year-old} {Q2:said} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The lawyer of the company} {Q2:added} {C2:that it rained}."),
    ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The diplomats} {Q2:added} {C2:that it rained}."),
    ("en", "In his report {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The report} {Q2:added} {C2:that it rained}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {S2:Die Politiker} {Q2:betonten}, {C2:es regne}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {S2:Der 51-Jährige} {Q2:betonte}, {C2:es regne}."),
    ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. Gestern kam eine Managerin. {S2:Die Managerin} {Q2:sagte}, {C2:es regne}."),
    ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. {S2:Le syndicaliste} {Q2:a ajouté} {C2:qu’il pleuvait}."),
    ("es", "{S1:Mira Solan} {Q1:dijo} {C1:que era tarde}. {S2:Los políticos} {Q2:añadieron} {C2:que llovía}."),
    ("pl", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że jest późno}. {S2:Dyplomata} {Q2:dodał}, {C2:że pada}."),
    ("ru", "{S1:Mira Solan} {Q1:сказала}, {C1:что уже поздно}. {S2:Политик} {Q2:добавил}, {C2:что идет дождь}."),
    ("tr", "Belediye başkanı {S1:Mira Solan} {C1:geç olduğunu} {Q1:söyledi}. {S2:Diplomat} {C2:yağmur yağdığını} {Q2:ekledi}."),
]


@pytest.mark.parametrize(("lang", "text"), OPEN)
def test_a_description_that_may_be_of_somebody_else_means_nobody_known(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan", lang).speakers[-1] is None


def test_a_description_means_nobody_once_another_person_is_named() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:it was late}. Josip Tarn came in. {S2:The politician} {Q2:added} {C2:that it rained}.\n@per Mira Solan; Josip Tarn"
    assert read(text).speakers == ["Mira Solan", None]


def test_a_rank_before_one_name_alone_means_that_person_after_others_have_spoken() -> None:
    text = "Lt. {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:Josip Tarn} {Q2:said} {C2:it was early}. {S3:The lieutenant} {Q3:added} {C3:that it rained}.\n@per Mira Solan; Josip Tarn"
    assert read(text).speakers == ["Mira Solan", "Josip Tarn", "Mira Solan"]


def test_a_rank_before_two_names_means_neither() -> None:
    text = "Lt. {S1:Mira Solan} {Q1:said} {C1:it was late}. Lt. {S2:Josip Tarn} {Q2:said} {C2:it was early}. {S3:The lieutenant} {Q3:added} {C3:that it rained}.\n@per Mira Solan; Josip Tarn"
    assert read(text).speakers[2] is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan, 51,} {Q1:said} {C1:it was late}. {S2:Josip Tarn} {Q2:said} {C2:it was early}. {S3:The 51-year-old} {Q3:said} {C3:that it rained}."),
        ("nl", "De 51-jarige {S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. {S2:Josip Tarn} {Q2:zei} {C2:dat het vroeg was}. {S3:De 51-jarige} {Q3:zei} {C3:dat het regende}."),
        ("de", "{S1:Mira Solan (51)} {Q1:sagte}, {C1:es sei spät}. {S2:Josip Tarn} {Q2:sagte}, {C2:es sei früh}. {S3:Die 51-Jährige} {Q3:sagte}, {C3:es regne}."),
        ("pl", "{S1:Mira Solan (51)} {Q1:powiedziała}, {C1:że jest późno}. {S2:Josip Tarn} {Q2:powiedział}, {C2:że jest wcześnie}. {S3:51-latka} {Q3:powiedziała}, {C3:że pada}."),
    ],
)
def test_an_age_told_of_one_person_is_that_persons_after_others_have_spoken(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan; Josip Tarn", lang).speakers[2] == "Mira Solan"


def test_an_age_told_of_somebody_without_a_name_is_nobodys_known() -> None:
    text = "A 51-year-old driver left. {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:The 51-year-old} {Q2:said} {C2:that it rained}.\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan", None]
