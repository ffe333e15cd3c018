"""Acts of others, which their teller condemns, denies or warns against."""

from __future__ import annotations

import pytest

from onrecord.commitments.disowned import find_own_force
from tests.attributions.make import read, span_of

CONDEMNED = {
    "en": ("The mayor condemned the promise to sell the harbour.", "the promise to sell the harbour"),
    "nl": ("De burgemeester veroordeelde de belofte de haven te verkopen.", "de belofte de haven te verkopen"),
    "de": ("Die Bürgermeisterin verurteilte das Versprechen, den Hafen zu verkaufen.", "das Versprechen, den Hafen zu verkaufen"),
    "fr": ("La maire a dénoncé la promesse de vendre le port.", "la promesse de vendre le port"),
    "es": ("La alcaldesa condenó la promesa de vender el puerto.", "la promesa de vender el puerto"),
    "it": ("La sindaca ha smentito la promessa di vendere il porto.", "la promessa di vendere il porto"),
    "pt": ("A autarca negou a promessa de vender o porto.", "a promessa de vender o porto"),
    "pl": ("Burmistrz skrytykowała obietnicę sprzedaży portu.", "obietnicę sprzedaży portu"),
    "cs": ("Starostka odsoudila slib prodat přístav.", "slib prodat přístav"),
    "uk": ("Мерка засудила обіцянку продати порт.", "обіцянку продати порт"),
    "ru": ("Мэр осудила обещание продать порт.", "обещание продать порт"),
    "tr": ("Başkan limanı satma sözünü kınadı.", "limanı satma sözünü"),
}
WARNED = {
    "en": ("The mayor warned against new attempts to sell the harbour.", "attempts to sell the harbour"),
    "nl": ("De burgemeester waarschuwde voor pogingen de haven te verkopen.", "pogingen de haven te verkopen"),
    "de": ("Die Bürgermeisterin warnte vor Versuchen, den Hafen zu verkaufen.", "Versuchen, den Hafen zu verkaufen"),
    "fr": ("La maire a mis en garde contre des tentatives de vendre le port.", "tentatives de vendre le port"),
    "es": ("La alcaldesa advirtió contra los intentos de vender el puerto.", "intentos de vender el puerto"),
    "it": ("La sindaca ha messo in guardia contro i tentativi di vendere il porto.", "tentativi di vendere il porto"),
    "pt": ("A autarca alertou contra as tentativas de vender o porto.", "tentativas de vender o porto"),
    "pl": ("Burmistrz ostrzegła przed próbami sprzedaży portu.", "próbami sprzedaży portu"),
    "cs": ("Starostka varovala před pokusy prodat přístav.", "pokusy prodat přístav"),
    "uk": ("Мерка застерегла від спроб продати порт.", "спроб продати порт"),
    "ru": ("Мэр предостерегла от попыток продать порт.", "попыток продать порт"),
    "tr": ("Başkan limanı satma girişimlerine karşı uyardı.", "limanı satma girişimlerine"),
}


@pytest.mark.parametrize("lang", CONDEMNED)
def test_what_is_condemned_or_denied_binds_nobody_who_tells_it(lang: str) -> None:
    text, act = CONDEMNED[lang]
    assert find_own_force(text, span_of(text, act), "promise", lang) is None


@pytest.mark.parametrize("lang", WARNED)
def test_what_is_warned_against_is_a_warning(lang: str) -> None:
    text, act = WARNED[lang]
    assert find_own_force(text, span_of(text, act), "demand", lang) == "warning"


@pytest.mark.parametrize(
    ("lang", "text", "act", "force"),
    [
        ("en", "The mayor condemned the raid and vowed to close the harbour.", "close the harbour", "threat"),
        ("en", "The mayor condemned the raid. “We will close the harbour.”", "We will close the harbour", "threat"),
        ("en", "The mayor denied that she would sell the harbour.", "she would sell the harbour", "refusal"),
        ("en", "The mayor refused to sell the harbour.", "sell the harbour", "refusal"),
        ("en", "The mayor warned that she would close the harbour.", "she would close the harbour", "threat"),
        ("nl", "De burgemeester dreigde voor maandag de haven te sluiten.", "de haven te sluiten", "threat"),
        ("es", "La alcaldesa negoció y prometió vender el puerto.", "vender el puerto", "promise"),
        ("tr", "Başkan limanı satacağına söz verdi.", "limanı satacağına", "promise"),
    ],
)
def test_what_is_told_beside_such_a_verb_keeps_its_force(lang: str, text: str, act: str, force: str) -> None:
    assert find_own_force(text, span_of(text, act), force, lang) == force


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "The mayor condemned the “hollow” promise to sell the harbour.", "promise to sell the harbour"),
        ("nl", "De burgemeester veroordeelde de „loze” belofte de haven te verkopen.", "belofte de haven te verkopen"),
        ("fr", "La maire a dénoncé la « vaine » promesse de vendre le port.", "promesse de vendre le port"),
        ("tr", "Başkan limanı satma sözünü “boş yere” kınadı.", "limanı satma sözünü"),
    ],
)
def test_marks_around_a_few_words_end_no_clause(lang: str, text: str, act: str) -> None:
    assert find_own_force(text, span_of(text, act), "promise", lang) is None


def test_a_condemned_promise_is_no_commitment() -> None:
    assert read("{S1:Mira Solan} {Q1:condemned} {C1:{promise1:the plan to sell the harbour}}.\n@per Mira Solan").commitments == ()
