"""The occasion that an article names once is that of what the same person says after it; of nothing that was said elsewhere, on another day or long before."""

from __future__ import annotations

import pytest

from tests.attributions.make import Reading, read

SOLAN = "\n@per Mira Solan; Solan"


def occasions(reading: Reading) -> list[str | None]:
    return [reading.words(a.occasion) for a in reading.attributions]


ASKED = {
    "en": "During a news conference in the port on Friday, Mira Solan was asked about the dam. {S1:She} {Q1:said} {C1:it would stay}. {C2:“We build,”} {S2:she} {Q2:said}.",
    "nl": "Tijdens een persconferentie in de haven werd Mira Solan vrijdag naar de dam gevraagd. {S1:Ze} {Q1:zei} {C1:dat die blijft}. {C2:„Wij bouwen”}, {Q2:zei} {S2:ze}.",
    "de": "Bei einer Pressekonferenz im Hafen wurde Mira Solan am Freitag nach dem Damm gefragt. {S1:Sie} {Q1:sagte}, {C1:er bleibe}. {C2:„Wir bauen“}, {Q2:sagte} {S2:sie}.",
    "fr": "Lors d'une conférence de presse vendredi au port, Mira Solan a été interrogée sur la digue. {S1:Elle} {Q1:a dit} {C1:qu'elle restait}. {C2:« Nous bâtissons »}, {Q2:a dit} {S2:Solan}.",
    "es": "En una rueda de prensa el viernes en el puerto preguntaron a Mira Solan por el dique. {S1:Ella} {Q1:dijo} {C1:que se queda}. {C2:«Construimos»}, {Q2:dijo} {S2:Solan}.",
    "it": "In una conferenza stampa venerdì al porto Mira Solan è stata interpellata sulla diga. {S1:Lei} {Q1:ha detto} {C1:che resta}. {C2:«Costruiamo»}, {Q2:ha detto} {S2:Solan}.",
    "pt": "Numa conferência de imprensa na sexta-feira, Mira Solan foi questionada sobre o dique. {S1:Ela} {Q1:disse} {C1:que fica}. {C2:«Construímos»}, {Q2:disse} {S2:Solan}.",
    "pl": "Na konferencji prasowej w piątek zapytano Mira Solan o tamę. {S1:Ona} {Q1:powiedziała}, {C1:że zostanie}. {C2:„Budujemy”} – {Q2:powiedziała} {S2:Solan}.",
    "cs": "Na tiskové konferenci v pátek byla Mira Solan dotázána na hráz. {S1:Ona} {Q1:řekla}, {C1:že zůstane}. {C2:„Stavíme,“} {Q2:řekla} {S2:Solan}.",
    "uk": "На пресконференції у п'ятницю Mira Solan запитали про дамбу. {S1:Вона} {Q1:сказала}, {C1:що вона лишиться}. {C2:«Будуємо»}, – {Q2:сказала} {S2:Solan}.",
    "ru": "На пресс-конференции в пятницу Mira Solan спросили о дамбе. {S1:Она} {Q1:сказала}, {C1:что она останется}. {C2:«Строим»}, – {Q2:сказала} {S2:Solan}.",
    "tr": "Cuma günü basın toplantısında Mira Solan uzun uzun konuştu. {S1:Solan} {C1:barajın kalacağını} {Q1:söyledi}. {C2:“İnşa ediyoruz”} {Q2:dedi} {S2:Solan}.",
}


@pytest.mark.parametrize("lang", ASKED)
def test_the_sentence_that_leads_up_to_words_gives_them_occasion_and_day(lang: str) -> None:
    reading = read(ASKED[lang] + SOLAN, lang)
    found = occasions(reading)
    assert len(found) == 2
    assert found[0] is not None and found[0] == found[1]
    assert {a.said_at.start if a.said_at else None for a in reading.attributions} == {"2022-04-22"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} at a news conference on Friday {C1:that it rained}.\n\n{S2:Solan} {Q2:added} {C2:that it was cold}."),
        ("de", "{S1:Mira Solan} {Q1:sagte} am Freitag auf einer Pressekonferenz, {C1:es regne}.\n\n{S2:Solan} {Q2:fügte hinzu}, {C2:es sei kalt}."),
        ("es", "{S1:Mira Solan} {Q1:dijo} el viernes en una entrevista {C1:que llovía}.\n\n{S2:Solan} {Q2:añadió} {C2:que hacía frío}."),
        ("pl", "{S1:Mira Solan} {Q1:powiedziała} w piątek w wywiadzie, {C1:że pada}.\n\n{S2:Solan} {Q2:dodała}, {C2:że jest zimno}."),
    ],
)
def test_the_only_occasion_of_speaking_is_that_of_what_follows(lang: str, text: str) -> None:
    first, second = occasions(read(text + SOLAN, lang))
    assert first is not None and first == second


def test_a_question_has_occasion_and_day_of_its_answer() -> None:
    text = "{S1:Mira Solan} {Q1:said} at a news conference on Friday {C1:that it rained}. {Q2:Asked} by a reporter {C2:whether it would snow}, {S3:she} {Q3:said} {C3:she knew nothing}."
    reading = read(text + SOLAN)
    assert occasions(reading) == ["a news conference on Friday"] * 3
    assert [a.said_at.start if a.said_at else None for a in reading.attributions] == ["2022-04-22"] * 3


def test_on_two_days_the_words_after_an_occasion_have_its_day() -> None:
    text = "{S1:Mira Solan} {Q1:said} at a news conference on Friday {C1:that it rained}. {S2:Solan} {Q2:added} {C2:that it was cold}.\n\n{S3:Solan} {Q3:said} on Saturday {C3:that it snowed}."
    assert [a.said_at.start if a.said_at else None for a in read(text + SOLAN).attributions] == ["2022-04-22", "2022-04-22", "2022-04-23"]


LEAD = "{S1:Mira Solan} {Q1:said} at a news conference {C1:that it rained}."
ELSEWHERE = [
    ("en", LEAD + " On Tuesday, {S2:Solan} {Q2:said} {C2:that it was cold}."),
    ("en", LEAD + " {S2:Josip Tarn} {Q2:said} {C2:that it was cold}."),
    ("en", LEAD + " {S2:Solan} {Q2:later said} {C2:that it was cold}."),
    ("en", LEAD + " {S2:Solan} {Q2:told} Radio Korva {C2:that it was cold}."),
    ("en", LEAD + " {S2:Solan} {Q2:has often said} {C2:that it is cold}."),
    ("en", LEAD + " {S2:Solan} {Q2:had promised} {C2:that it would be cold}."),
    ("en", LEAD + " {S2:Solan} {Q2:wrote} {C2:that it was cold}."),
    ("en", "{S1:Mira Solan} {Q1:said} at a meeting {C1:that it rained}.\n\n{S2:Solan} {Q2:said} {C2:that it was cold}."),
    ("en", "In an interview {S1:Mira Solan} {Q1:had said} {C1:that it rained}. {S2:Solan} {Q2:said} {C2:that it was cold}."),
    ("en", "At a news conference Mira Solan and Josip Tarn were asked about the dam. {S2:Solan} {Q2:said} {C2:that it was cold}."),
    ("en", "Mira Solan was asked about the news conference of Josip Tarn. {S2:Solan} {Q2:said} {C2:that it was cold}."),
    ("de", "{S1:Mira Solan} {Q1:sagte} auf einer Pressekonferenz, {C1:es regne}. {S2:Solan} {Q2:schrieb} {C2:, es sei kalt}."),
    ("fr", "{S1:Mira Solan} {Q1:a dit} lors d'une conférence de presse {C1:qu'il pleuvait}. {S2:Solan} {Q2:avait promis} {C2:du froid}."),
    ("pt", "{S1:Mira Solan} {Q1:disse} numa conferência de imprensa {C1:que chovia}. {S2:Solan} {Q2:tem dito} {C2:que faz frio}."),
    ("ru", "{S1:Mira Solan} {Q1:сказала} на пресс-конференции, {C1:что идет дождь}. Позже {S2:Solan} {Q2:сказала}, {C2:что холодно}."),
]


@pytest.mark.parametrize(("lang", "text"), ELSEWHERE)
def test_what_was_said_elsewhere_shares_no_occasion(lang: str, text: str) -> None:
    other = "; Josip Tarn" if "Tarn" in text else "\n@org Radio Korva" if "Korva" in text else ""
    assert occasions(read(text + SOLAN + other, lang))[-1] is None


def test_of_two_occasions_the_last_one_counts_in_its_paragraph_alone() -> None:
    text = LEAD + " In an interview {S2:Solan} {Q2:said} {C2:it was cold}. {S3:She} {Q3:added} {C3:that it froze}.\n\n{S4:Solan} {Q4:said} {C4:it was late}."
    assert occasions(read(text + SOLAN)) == ["a news conference", "an interview", "an interview", None]


def test_a_paper_is_no_post() -> None:
    assert occasions(read("{S1:Mira Solan} {Q1:told} the Korva Post {C1:that it rained}." + SOLAN + "\n@org Korva Post")) == [None]
    assert occasions(read("{S1:Mira Solan} {Q1:said} in a post {C1:that it rained}." + SOLAN)) == ["a post"]
