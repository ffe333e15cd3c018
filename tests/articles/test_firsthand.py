"""Words that say that a reporter of an outlet heard it, in twelve languages; that somebody is a reporter is none."""

from __future__ import annotations

import pytest

from onrecord.articles.firsthand import find_firsthand, is_sourced
from onrecord.records import Credit, Dropped, Span
from tests.views.make import find, make_article

HEARD = {
    "en": [
        ("Orlay told our correspondent that the strait stays open.", "our correspondent"),
        ("Asked by a Korva Gazette reporter, she shrugged.", "Asked by a Korva Gazette reporter"),
        ("She said so in an exclusive interview with Radio Pelgrim on Monday.", "in an exclusive interview with Radio Pelgrim"),
    ],
    "nl": [("Dat zei Orlay in een interview met de Avondpost.", "in een interview met de Avondpost"), ("Orlay wilde tegenover deze krant niets zeggen.", "tegenover deze krant")],
    "de": [("Das sagte Orlay im Interview mit der Korvaer Post.", "im Interview mit der Korvaer Post"), ("Wie unser Reporter sah, lagen die Schiffe fest.", "unser Reporter")],
    "fr": [("Elle l'a dit dans une interview accordée au Courrier korvais.", "dans une interview accordée au Courrier"), ("De notre envoyée spéciale à Korva.", "notre envoyée")],
    "es": [("Lo dijo en una entrevista con el Diario Korvano.", "en una entrevista con el Diario Korvano"), ("Nuestro corresponsal vio los barcos.", "Nuestro corresponsal")],
    "it": [("Lo ha detto in un'intervista al Corriere di Korva.", "in un'intervista al Corriere"), ("Il nostro inviato ha visto le navi.", "Il nostro inviato")],
    "pt": [("Disse-o em entrevista ao Jornal de Korva.", "em entrevista ao Jornal"), ("A ministra disse à reportagem que espera.", "à reportagem")],
    "pl": [("Powiedziała to w wywiadzie dla Kuriera Korvy.", "w wywiadzie dla Kuriera Korvy"), ("Nasz korespondent widział statki.", "Nasz korespondent")],
    "cs": [("Řekla to v rozhovoru pro Korvské listy.", "v rozhovoru pro Korvské"), ("Náš zpravodaj viděl lodě.", "Náš zpravodaj")],
    "uk": [("Про це вона сказала в інтерв’ю Вісник Корви.", "в інтерв’ю Вісник Корви"), ("Наш кореспондент бачив кораблі.", "Наш кореспондент")],
    "ru": [("Об этом она сказала в интервью Корва ТВ.", "в интервью Корва ТВ"), ("Она рассказала корреспонденту Вестника.", "рассказала корреспонденту Вестника")],
    "tr": [("Orlay, Korva Ajansı muhabirinin sorusunu yanıtladı.", "Korva Ajansı muhabirinin sorusunu"), ("Gemileri muhabirimiz gördü.", "muhabirimiz")],
}


@pytest.mark.parametrize(("lang", "line", "words"), [(lang, line, words) for lang, lines in HEARD.items() for line, words in lines])
def test_that_a_reporter_heard_it_is_found_with_the_name_of_the_outlet(lang: str, line: str, words: str) -> None:
    article = make_article("a", f"Titel\n{line}", lang=lang)
    assert (span := find_firsthand(article)) is not None
    assert span.of(article.text) == words
    assert is_sourced(article)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "A Korva Gazette reporter was arrested at the harbour, police said."),
        ("en", "She would not be drawn in an interview with nobody in particular."),
        ("nl", "De journalist werd maandag vrijgelaten."),
        ("de", "Ein Journalist wurde verletzt."),
        ("ru", "Журналист был задержан."),
        ("ja", "記者に語った"),
        ("en", ""),
    ],
)
def test_reporters_in_the_news_are_no_mark(lang: str, line: str) -> None:
    assert find_firsthand(make_article("a", f"Titel\n{line}", lang=lang)) is None


def test_what_was_left_out_as_no_news_marks_nothing() -> None:
    text = "Title\nFollow our correspondent.\nThe strait is open."
    whole = make_article("a", text)
    assert find_firsthand(whole) is not None
    assert find_firsthand(make_article("a", text, dropped=(Dropped(span=find(text, "Follow our correspondent."), reason="notice"),))) is None


def test_an_outlet_an_address_an_agency_or_an_author_says_where_news_is_from_and_a_platform_does_not() -> None:
    assert not is_sourced(make_article("a", "Title\nThe strait is open."))
    assert is_sourced(make_article("a", "Title", outlet="Korva Gazette"))
    assert is_sourced(make_article("a", "Title", url="https://gazette.example/1"))
    for kind, sourced in (("agency", True), ("author", True), ("platform", False)):
        assert is_sourced(make_article("a", "Title", credits=(Credit(span=Span(start=0, end=5), name="Tidewire", kind=kind),))) is sourced
