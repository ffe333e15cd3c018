"""Holders that are a pronoun of another, or act for a state."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


def holder(marked: str, lang: str = "en") -> str | None:
    (commitment,) = read(marked, lang).commitments
    return commitment.holder_canonical


STATES = {
    "en": "{threat1:{holder1:The French government} will close the port}.",
    "nl": "{threat1:{holder1:De Franse regering} sluit de haven}.",
    "de": "{threat1:{holder1:Die französische Armee} wird den Hafen schließen}.",
    "fr": "{threat1:{holder1:Les forces françaises} fermeront le port}.",
    "es": "{threat1:{holder1:El Gobierno francés} cerrará el puerto}.",
    "it": "{threat1:{holder1:Il governo francese} chiuderà il porto}.",
    "pt": "{threat1:{holder1:O governo francês} vai fechar o porto}.",
    "pl": "{threat1:{holder1:Francuski rząd} zamknie port}.",
    "cs": "{threat1:{holder1:Francouzská vláda} zavře přístav}.",
    "uk": "{threat1:{holder1:Французький уряд} закриє порт}.",
    "ru": "{threat1:{holder1:Французские войска} закроют порт}.",
    "tr": "{threat1:{holder1:Fransız hükümeti} limanı kapatacak}.",
}


@pytest.mark.parametrize("lang", STATES)
def test_the_government_or_army_of_a_people_is_its_state(lang: str) -> None:
    assert holder(STATES[lang], lang) == "France"


@pytest.mark.parametrize("words", ["French fishermen", "The government", "French and German forces"])
def test_others_are_no_state(words: str) -> None:
    assert holder(f"{{threat1:{{holder1:{words}}} will close the port}}.") is None


THEY = {
    "en": "{C1:“If {trigger1:Tidewire sells the harbour}, {threat1:{holder1:they} will pay for it},”} {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Als {trigger1:Tidewire de haven verkoopt}, {threat1:zullen {holder1:zij} ervoor betalen},”} {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Wenn {trigger1:Tidewire den Hafen verkauft}, {threat1:werden {holder1:sie} dafür bezahlen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Si {trigger1:Tidewire vend le port}, {threat1:{holder1:ils} le paieront} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Si {trigger1:Tidewire vende el puerto}, {threat1:{holder1:ellos} lo pagarán}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Se {trigger1:Tidewire vende il porto}, {threat1:{holder1:loro} pagheranno}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:«Se {trigger1:Tidewire vender o porto}, {threat1:{holder1:eles} vão pagar}»}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Jeśli {trigger1:Tidewire sprzeda port}, {threat1:{holder1:oni} za to zapłacą}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Pokud {trigger1:Tidewire prodá přístav}, {threat1:{holder1:oni} za to zaplatí}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Якщо {trigger1:Tidewire продасть порт}, {threat1:{holder1:вони} за це заплатять}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Если {trigger1:Tidewire продаст порт}, {threat1:{holder1:они} за это заплатят}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{S1:Mira Solan}, {C1:“{trigger1:Tidewire limanı satarsa} {threat1:{holder1:onlar} bunu öder}”} {Q1:dedi}.",
}


@pytest.mark.parametrize("lang", THEY)
def test_they_are_the_subject_of_their_condition(lang: str) -> None:
    assert holder(THEY[lang] + "\n@per Mira Solan\n@org Tidewire", lang) == "Tidewire"


def test_it_in_quotation_marks_is_not_the_speaker() -> None:
    assert holder("{C1:“If {trigger1:Tidewire sells the harbour}, {threat1:{holder1:it} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan\n@org Tidewire") == "Tidewire"
    assert holder("{C1:“If {trigger1:the harbour is sold}, {threat1:{holder1:he} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan") is None


def test_one_person_is_not_they_and_two_subjects_are_nobody() -> None:
    end = "{threat1:{holder1:they} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan"
    assert holder("{C1:“If {trigger1:Josip Tarn sells the harbour}, " + end + "; Josip Tarn") is None
    assert holder("{C1:“If {trigger1:Tidewire and Northsail sell the harbour}, " + end + "\n@org Tidewire; Northsail") is None


def test_in_indirect_speech_she_remains_the_speaker() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that if {trigger1:Josip Tarn resigned} {promise1:{holder1:she} would stay}}.\n@per Mira Solan; Josip Tarn"
    assert holder(text) == "Mira Solan"


@pytest.mark.parametrize(
    ("lang", "marked", "names", "holder"),
    [
        ("en", "{S1:The guild} {Q1:said} {C1:the mayor was fined for refusing to {refusal1:open the quay}}.", "", None),
        ("en", "{S1:The guild} {Q1:called} {C1:the mayor's refusal to {refusal1:open the quay} a disgrace}.", "", None),
        ("en", "{S1:The guild} {Q1:called} {C1:Mira Solan's refusal to {refusal1:open the quay} a disgrace}.", "\n@per Mira Solan", "Mira Solan"),
        ("fr", "{S1:La guilde} {Q1:a jugé} {C1:que le refus de Mira Solan d'{refusal1:ouvrir le quai} était une honte}.", "\n@per Mira Solan", "Mira Solan"),
        ("de", "{S1:Tarn Vool} {Q1:sagte}, {C1:die Weigerung von Mira Solan, {refusal1:den Kai zu öffnen}, sei eine Schande}.", "\n@per Tarn Vool; Mira Solan", "Mira Solan"),
        ("nl", "{S1:Tarn Vool} {Q1:noemde} {C1:de weigering om {refusal1:de kade te openen} een schande}.", "\n@per Tarn Vool", None),
        ("es", "{S1:Tarn Vool} {Q1:dijo} {C1:que la negativa a {refusal1:abrir el muelle} era una vergüenza}.", "\n@per Tarn Vool", None),
        ("it", "{S1:Tarn Vool} {Q1:ha detto} {C1:che il rifiuto di {refusal1:aprire il molo} era una vergogna}.", "\n@per Tarn Vool", None),
        ("pt", "{S1:Tarn Vool} {Q1:disse} {C1:que a recusa de {refusal1:abrir o cais} era uma vergonha}.", "\n@per Tarn Vool", None),
        ("ru", "{S1:Тарн Вул} {Q1:сказал}, {C1:что мэра оштрафовали за отказ {refusal1:открыть набережную}}.", "\n@per Тарн Вул", None),
        ("en", "{S1:Tarn Vool} {Q1:repeated} {C1:his promise to {promise1:open the quay}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("en", "{S1:Tarn Vool} {Q1:made a promise} {C1:to {promise1:open the quay}}.", "\n@per Tarn Vool", "Tarn Vool"),
    ],
)
def test_an_act_told_of_somebody_is_never_the_tellers(lang: str, marked: str, names: str, holder: str | None) -> None:
    (commitment,) = read(marked + names, lang).commitments
    assert commitment.holder_canonical == holder


@pytest.mark.parametrize(
    ("lang", "marked", "holder"),
    [
        ("en", "{S1:Tarn Vool's lawyer} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Tarn Vool", "Tarn Vool"),
        ("en", "Mira Solan left. {S1:His lawyer} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Mira Solan", None),
        ("en", "{S1:The spokeswoman Mira Solan} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Mira Solan", None),
        ("de", "{S1:Die Präsidentin Mira Solan} {Q1:sagte}, {C1:{refusal1:{holder1:er} werde nicht antworten}}.\n@per Mira Solan", None),
        ("de", "{S1:Die Präsidentin Mira Solan} {Q1:sagte}, {C1:{refusal1:{holder1:sie} werde nicht antworten}}.\n@per Mira Solan", "Mira Solan"),
        ("fr", "{S1:L'avocat de Tarn Vool} {Q1:a dit} {C1:qu'{refusal1:{holder1:il} ne répondra pas}}.\n@per Tarn Vool", "Tarn Vool"),
    ],
)
def test_he_in_reported_speech_is_the_principal_or_a_speaker_of_that_gender(lang: str, marked: str, holder: str | None) -> None:
    (commitment,) = read(marked, lang).commitments
    assert commitment.holder_canonical == holder
