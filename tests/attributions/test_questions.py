"""What somebody was asked is nobody's statement of his."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:was asked} {C1:whether the bridge would open}."),
        ("nl", "{S1:Mira Solan} {Q1:werd gevraagd} {C1:of de brug opengaat}."),
        ("de", "{S1:Mira Solan} {Q1:wurde} am Montag {Q1:gefragt}, {C1:ob die Brücke öffnet}."),
        ("fr", "{S1:Mira Solan} {Q1:a été interrogée sur} {C1:l’ouverture du pont}."),
        ("es", "{Q1:Preguntada} por {C1:la apertura del puente}, {S1:Mira Solan} calló."),
        ("it", "A {S1:Mira Solan} {Q1:è stato chiesto} {C1:se il ponte aprirà}."),
        ("pt", "{S1:Mira Solan} {Q1:foi questionada} {C1:se a ponte abrirá}."),
        ("pl", "{S1:Mirę Solan} {Q1:zapytano}, {C1:czy most zostanie otwarty}."),
        ("cs", "{S1:Mira Solan} {Q1:byla dotázána}, {C1:zda se most otevře}."),
        ("uk", "{S1:Міру Solan} {Q1:запитали}, {C1:чи відкриють міст}."),
        ("ru", "{Q1:На вопрос}, {C1:откроют ли мост}, {S1:Mira Solan} промолчала."),
        ("tr", "{S1:Mira Solan’a} {C1:köprünün ne zaman açılacağı} {Q1:soruldu}."),
    ],
)
def test_who_is_asked_is_the_addressee_and_no_speaker(lang: str, text: str) -> None:
    name = {"pl": "Mirę Solan", "uk": "Міру Solan"}.get(lang, "Mira Solan")
    reading = read(text + f"\n@per {name}", lang)
    (found,) = reading.attributions
    assert found.speaker is None
    assert found.speaker_how.startswith("question put to")
    assert "Solan" in (reading.words(found.addressee) or "")


def test_who_asks_is_the_speaker_where_he_is_named() -> None:
    reading = read("{S1:Mira Solan} {Q1:was asked} by Josip Tarn {C1:whether the bridge would open}.\n@per Mira Solan; Josip Tarn")
    (found,) = reading.attributions
    assert found.speaker == "Josip Tarn"
    assert reading.words(found.addressee) == "Mira Solan"


def test_a_reporter_who_asks_is_not_the_agency() -> None:
    reading = read("In response to a question by a Reuters reporter about {C1:whether the bridge would open}, Mira Solan laughed.\n@per Mira Solan\n@org Reuters")
    (found,) = reading.attributions
    assert found.speaker is None
    assert found.speaker_as_written == "a Reuters reporter"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:asked} {C1:whether the bridge would open}."),
        ("de", "{S1:Mira Solan} {Q1:fragte}, {C1:ob die Brücke öffnet}."),
        ("nl", "Gevraagd naar de tol {Q1:zei} {S1:Mira Solan} {C1:dat die laag wordt}."),
        ("en", "Asked about the toll, {S1:Mira Solan} {Q1:said} {C1:it would be low}."),
    ],
)
def test_who_asks_or_answers_speaks(lang: str, text: str) -> None:
    assert read(text + "\n@per Mira Solan", lang).speakers == ["Mira Solan"]


def test_the_question_is_no_part_of_its_answer() -> None:
    reading = read("{C1:Op de vraag of zij aftreedt}, {Q1:zei} {S1:Mira Solan} {C1:dat het te vroeg is}.\n@per Mira Solan", "nl")
    assert reading.contents == [["dat het te vroeg is"]]
    assert reading.speakers == ["Mira Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:was asked} by     {C1:whether the bridge would open}."),
        ("nl", "{S1:Mira Solan} {Q1:werd gevraagd} door     {C1:of de brug opengaat}."),
        ("it", "{S1:Mira Solan} {Q1:è stata interrogata} da    {C1:se il ponte aprirà}."),
    ],
)
def test_blanks_ask_nothing(lang: str, text: str) -> None:
    (found,) = read(text + "\n@per Mira Solan", lang).attributions
    assert found.speaker is None
    assert found.speaker_how.startswith("question put to")
