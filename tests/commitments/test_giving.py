"""What gives is offered on a condition and not threatened with; a threat that no word shows is unsure."""

from __future__ import annotations

import pytest

from onrecord.commitments.giving import is_concrete_giving
from tests.attributions.make import read, span_of
from tests.commitments.test_threats import named

GIVEN = {
    "en": "{C1:“{threat1:We will lift the blockade} if {trigger1:the rafts leave the dam}”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“{threat1:Wij laten de gevangenen vrij} als {trigger1:de vlotten de dam verlaten}”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„{threat1:Wir ziehen unsere Truppen zurück}, wenn {trigger1:die Flöße den Damm verlassen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« {threat1:Nous libérerons les prisonniers} si {trigger1:les radeaux quittent le barrage} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«{threat1:Retiraremos nuestras tropas} si {trigger1:las balsas dejan la presa}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«{threat1:Riapriremo la frontiera} se {trigger1:le zattere lasciano la diga}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:“{threat1:Vamos enviar ajuda} se {trigger1:as jangadas deixarem a barragem}”}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„{threat1:Zniesiemy blokadę}, jeśli {trigger1:tratwy opuszczą tamę}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„{threat1:Propustíme zajatce}, pokud {trigger1:vory opustí hráz}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«{threat1:Ми припинимо обстріли}, якщо {trigger1:плоти залишать греблю}»}, {Q1:сказала} {S1:Міра Солан}.",
    "ru": "{C1:«{threat1:Мы подпишем договор}, если {trigger1:плоты покинут плотину}»}, {Q1:сказала} {S1:Мира Солан}.",
    "tr": "{C1:“{trigger1:Sallar barajdan ayrılırsa} {threat1:ablukayı kaldıracağız}”} {Q1:dedi} {S1:Mira Solan}.",
}
KEPT = {
    "talks": "{C1:“{threat1:We will withdraw from the talks} if {trigger1:the rafts land}”}, {Q1:said} {S1:Mira Solan}.",
    "fire": "{C1:“{threat1:We will open fire} if {trigger1:the rafts land}”}, {Q1:said} {S1:Mira Solan}.",
    "told": "{S1:Mira Solan} {Q1:threatened} {C1:{threat1:to release the prisoners} if {trigger1:the rafts land}}.",
    "called": "{C1:“My threat stands: {threat1:we will open the border} if {trigger1:the rafts land}”}, {Q1:said} {S1:Mira Solan}.",
    "unless": "{C1:“{threat1:We will open the border} unless {exception1:the rafts leave}”}, {Q1:said} {S1:Mira Solan}.",
    "denied": "{C1:“{threat1:We would never sign the treaty} if {trigger1:the rafts land}”}, {Q1:said} {S1:Mira Solan}.",
}
WITHDRAWN = {
    "en": ("They will withdraw from the talks.", "withdraw from the talks"),
    "nl": ("Zij trekken zich terug uit de gesprekken.", "trekken zich terug uit de gesprekken"),
    "de": ("Sie ziehen sich aus den Gesprächen zurück.", "ziehen sich aus den Gesprächen zurück"),
    "fr": ("Ils se retireront des pourparlers.", "se retireront des pourparlers"),
    "es": ("Se retirarán de las negociaciones.", "Se retirarán de las negociaciones"),
    "it": ("Si ritireranno dai negoziati.", "Si ritireranno dai negoziati"),
    "pt": ("Vão retirar-se das negociações.", "retirar-se das negociações"),
    "pl": ("Wycofają się z rozmów.", "Wycofają się z rozmów"),
    "cs": ("Stáhnou se z jednání.", "Stáhnou se z jednání"),
    "uk": ("Вони вийдуть з переговорів.", "вийдуть з переговорів"),
    "ru": ("Они выйдут из переговоров.", "выйдут из переговоров"),
    "tr": ("Görüşmelerden çekilecekler.", "Görüşmelerden çekilecekler"),
}
BARE = {
    "en": "{C1:“{threat1:The mayor will sing at noon} if {trigger1:the rafts come by}”}, {Q1:said} {S1:Mira Solan}.",
    "de": "{C1:„{threat1:Die Bürgermeisterin wird mittags singen}, wenn {trigger1:die Flöße vorbeikommen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« {threat1:La maire chantera à midi} si {trigger1:les radeaux passent} »}, {Q1:a dit} {S1:Mira Solan}.",
    "ru": "{C1:«{threat1:Мы споём в полдень}, если {trigger1:плоты приплывут}»}, {Q1:сказала} {S1:Мира Солан}.",
}


@pytest.mark.parametrize("lang", GIVEN)
def test_what_gives_on_a_condition_is_an_offer(lang: str) -> None:
    assert [c.force for c in read(named(GIVEN[lang]), lang).commitments] == ["offer"]


def test_lifting_a_harm_is_no_harm() -> None:
    marked = "{C1:“{promise1:We will lift the sanctions} if {trigger1:the rafts leave the dam}”}, {Q1:said} {S1:Mira Solan}."
    assert [c.force for c in read(named(marked)).commitments] == ["promise"]


@pytest.mark.parametrize("why", [why for why in KEPT if why != "denied"])
def test_a_threat_stays_one_where_it_gives_nothing_or_is_told_as_one(why: str) -> None:
    assert [c.force for c in read(named(KEPT[why])).commitments] == ["threat"]


def test_what_is_never_given_is_no_offer() -> None:
    assert [c.force for c in read(named(KEPT["denied"])).commitments if c.force == "offer"] == []


@pytest.mark.parametrize("lang", WITHDRAWN)
def test_leaving_talks_gives_nothing(lang: str) -> None:
    text, act = WITHDRAWN[lang]
    assert not is_concrete_giving(text, span_of(text, act), lang)


@pytest.mark.parametrize("lang", BARE)
def test_a_threat_that_no_word_shows_is_unsure(lang: str) -> None:
    assert [(c.force, c.confidence < 0.5) for c in read(named(BARE[lang]), lang).commitments] == [("threat", True)]


@pytest.mark.parametrize(
    "marked", [KEPT["talks"], KEPT["fire"], KEPT["told"], KEPT["called"], "{C1:“{threat1:We will sing} unless {exception1:the rafts leave}”}, {Q1:said} {S1:Mira Solan}."]
)
def test_a_threat_that_a_word_shows_keeps_its_confidence(marked: str) -> None:
    assert [c.confidence >= 0.5 for c in read(named(marked)).commitments] == [True]
