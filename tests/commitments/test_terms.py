"""Deadlines hold a time, and no purpose or place."""

from __future__ import annotations

import pytest

from onrecord.commitments.terms import is_term
from onrecord.languages import load_pack
from onrecord.records import Span
from tests.attributions.make import read

TIMES = {
    "en": (("by Friday", "by then", "by the next election", "for two weeks", "within days"), ("by force", "by the army", "for the children")),
    "nl": (("voor vrijdag", "voor het overleg", "tegen het einde van de maand", "binnen een week"), ("voor direct overleg", "voor de kinderen", "tot de hoofdstad")),
    "de": (("bis Sonntag", "bis zum Gipfel", "zum Jahresende", "vor der Wahl"), ("bis zur Grenze", "zu Gesprächen", "für die Kinder")),
    "fr": (("pour lundi", "d'ici à la fin du mois", "jusqu'au sommet", "avant les élections"), ("pour la paix", "jusqu'à la frontière", "pour des négociations")),
    "es": (("para el viernes", "hasta finales de año", "para la cumbre", "antes de agosto"), ("para la paz", "hasta la frontera", "para negociaciones")),
    "it": (("per lunedì", "fino a domenica", "per il vertice", "entro l'estate"), ("per la pace", "fino al confine", "per colloqui")),
    "pt": (("até sexta-feira", "até ao fim do ano", "para a cimeira", "antes do Natal"), ("para a paz", "até à fronteira", "para negociações")),
    "pl": (("do piątku", "do końca roku", "do szczytu", "przed żniwami"), ("do stolicy", "do rozmów", "na granicę")),
    "cs": (("do pátku", "do konce roku", "do voleb", "před zimou"), ("do hlavního města", "k hranici", "k jednáním")),
    "uk": (("до п'ятниці", "до кінця року", "до виборів", "протягом тижня"), ("до столиці", "до кордону")),
    "ru": (("до пятницы", "к осени", "к саммиту", "за двое суток"), ("до столицы", "к границе", "к миру")),
    "tr": (("cumaya kadar", "yıl sonuna kadar", "seçime kadar", "on gün içinde"), ("sınıra kadar", "barış için")),
}


@pytest.mark.parametrize("lang", TIMES)
def test_a_term_holds_a_time_or_a_known_event(lang: str) -> None:
    pack = load_pack(lang)
    assert pack is not None
    terms, others = TIMES[lang]
    assert [words for words in terms if not is_term(words, Span(start=0, end=len(words)), pack, lang)] == []
    assert [words for words in others if is_term(words, Span(start=0, end=len(words)), pack, lang)] == []


def test_what_something_is_for_is_no_deadline() -> None:
    (commitment,) = read("{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:zij de gilde ontmoet} {deadline1:voor direct overleg}}.\n@per Mira Solan", "nl").commitments
    assert commitment.conditions == ()
    (other,) = read("{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:zij de gilde ontmoet} {deadline1:voor vrijdag}}.\n@per Mira Solan", "nl").commitments
    assert [c.kind for c in other.conditions] == ["deadline"]
