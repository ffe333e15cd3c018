"""Who asks a question for somebody else to answer is not whom the pronoun of the answer means."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

ASKED = [
    ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:A reporter} {Q2:asked} {C2:whether the toll would fall}. {S3:He} {Q3:said} {C3:it would not}."),
    ("nl", "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}. {S2:Een journalist} {Q2:vroeg} {C2:of de tol daalt}. {S3:Hij} {Q3:zei} {C3:van niet}."),
    ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Ein Reporter} {Q2:fragte}, {C2:ob die Maut sinke}. {S3:Er} {Q3:sagte}, {C3:sie bleibe}."),
    ("fr", "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}. {S2:Un journaliste} {Q2:a demandé} {C2:si le péage baisserait}. {S3:Il} {Q3:a dit} {C3:que non}."),
    ("es", "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Un reportero} {Q2:preguntó} {C2:si el peaje bajaría}. {S3:Él} {Q3:dijo} {C3:que no}."),
    ("it", "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. {S2:Un giornalista} {Q2:ha chiesto} {C2:se il pedaggio calerà}. {S3:Lui} {Q3:ha detto} {C3:di no}."),
    ("pt", "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}. {S2:Um repórter} {Q2:perguntou} {C2:se o pedágio cairia}. {S3:Ele} {Q3:disse} {C3:que não}."),
    ("pl", "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:Dziennikarz} {Q2:zapytał}, {C2:czy opłata spadnie}. {S3:On} {Q3:powiedział}, {C3:że nie}."),
    ("cs", "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Novinář} {Q2:se zeptal}, {C2:zda mýtné klesne}. {S3:On} {Q3:řekl}, {C3:že ne}."),
    ("uk", "{S1:Josip Tarn} {Q1:сказав}, {C1:що пізно}. {S2:Журналіст} {Q2:запитав}, {C2:чи знизять плату}. {S3:Він} {Q3:сказав}, {C3:що ні}."),
    ("ru", "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}. {S2:Журналист} {Q2:спросил}, {C2:снизят ли плату}. {S3:Он} {Q3:сказал}, {C3:что нет}."),
    ("tr", "{S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}. {S2:Bir gazeteci} {C2:ücretin düşüp düşmeyeceğini} {Q2:sordu}. {S3:O} {C3:düşmeyeceğini} {Q3:söyledi}."),
]


@pytest.mark.parametrize(("lang", "text"), ASKED)
def test_he_is_who_answers_not_who_asks(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Josip Tarn", lang).speakers[-1] == "Josip Tarn"


@pytest.mark.parametrize(
    "text",
    [
        "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:A reporter} {Q2:asked} Viktor Solan {C2:whether the toll would fall}. {S3:He} {Q3:said} {C3:it would not}.",
        "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:Viktor Solan} {Q2:was asked} by a reporter {C2:whether the toll would fall}. {S3:He} {Q3:said} {C3:it would not}.",
    ],
)
def test_he_is_who_was_asked(text: str) -> None:
    assert read(f"{text}\n@per Josip Tarn; Viktor Solan").speakers[-1] == "Viktor Solan"


def test_a_reporter_asks_about_something_and_he_is_the_speaker_before() -> None:
    text = "{S1:Josip Tarn} {Q1:said} {C1:it was late}. A reporter asked about the toll. {S2:He} {Q2:said} {C2:it would not fall}.\n@per Josip Tarn"
    assert read(text).speakers[-1] == "Josip Tarn"


def test_a_reporter_who_tells_is_taken_up() -> None:
    reading = read("{S1:A reporter} {Q1:said} {C1:the bridge was shut}. {S2:He} {Q2:said} {C2:nobody came}.")
    assert "not named `A reporter`" in reading.attributions[-1].speaker_how


def test_who_asks_in_his_own_name_goes_on() -> None:
    assert read("{S1:Josip Tarn} {Q1:asked} {C1:where the money was}. {S2:He} {Q2:said} {C2:nobody knew}.\n@per Josip Tarn").speakers[-1] == "Josip Tarn"
