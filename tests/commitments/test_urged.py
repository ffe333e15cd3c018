"""Who is asked in the passive, and to whom a commitment is addressed."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

PASSIVE = {
    "en": "{S1:Tidewire} was {Q1:urged} {C1:to {promise1:open the whole quay}}.",
    "nl": "{S1:Tidewire} werd {Q1:opgeroepen} {C1:om {promise1:de hele kade te openen}}.",
    "de": "{S1:Tidewire} wurde {Q1:aufgefordert}, {C1:{promise1:den ganzen Kai zu öffnen}}.",
    "fr": "{S1:Tidewire} a été {Q1:exhorté} {C1:à {promise1:ouvrir tout le quai}}.",
    "es": "{S1:Tidewire} fue {Q1:instada} {C1:a {promise1:abrir todo el muelle}}.",
    "it": "{S1:Tidewire} è stata {Q1:esortata} {C1:ad {promise1:aprire tutto il molo}}.",
    "pt": "{S1:Tidewire} foi {Q1:instada} {C1:a {promise1:abrir todo o cais}}.",
    "pl": "{S1:Tidewire} została {Q1:wezwana} {C1:do {promise1:otwarcia całego nabrzeża}}.",
    "cs": "{S1:Tidewire} byla {Q1:vyzvána}, {C1:aby {promise1:otevřela celé nábřeží}}.",
    "ru": "{S1:Tidewire} была {Q1:призвана} {C1:{promise1:открыть всю набережную}}.",
}


@pytest.mark.parametrize("lang", PASSIVE)
def test_who_is_urged_makes_no_promise(lang: str) -> None:
    reading = read(PASSIVE[lang] + "\n@org Tidewire", lang)
    assert [(c.force, c.holder_canonical, c.addressee_canonical) for c in reading.commitments] == [("demand", None, "Tidewire")]


def test_who_urges_may_be_named_behind() -> None:
    reading = read("{S1:Tidewire} was {Q1:urged} by Mira Solan {C1:to {promise1:open the whole quay}}.\n@org Tidewire\n@per Mira Solan")
    assert [(c.force, c.holder_canonical, c.addressee_canonical) for c in reading.commitments] == [("demand", "Mira Solan", "Tidewire")]


def test_who_urges_in_the_active_is_the_holder() -> None:
    reading = read("{S1:Mira Solan} {Q1:urged} {to1:Tidewire} {C1:to {demand1:open the whole quay}}.\n@org Tidewire\n@per Mira Solan")
    assert [(c.force, c.holder_canonical, c.addressee_canonical) for c in reading.commitments] == [("demand", "Mira Solan", "Tidewire")]


def test_who_must_bring_a_condition_about_is_addressed() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:{refusal1:we will not talk} until {exception1:{to1:Tidewire} leaves the quay}}.\n@per Mira Solan\n@org Tidewire")
    assert [c.addressee_canonical for c in reading.commitments] == ["Tidewire"]


def test_the_home_of_the_holder_is_not_addressed() -> None:
    reading = read("{S1:The French minister Mira Solan} {Q1:said} {C1:{refusal1:we will not talk, says {to1:France}}}.\n@per Mira Solan\n@loc France")
    assert [c.addressee for c in reading.commitments] == [None]


TOLD = {
    "en": "{holder1:Tarsia} was urged by Mira Solan to {promise1:open the whole quay}.",
    "nl": "{holder1:Tarsia} werd maandag door Mira Solan opnieuw formeel opgeroepen {promise1:de hele kade te openen}.",
    "de": "{holder1:Tarsia} wurde am Montag von Mira Solan erneut aufgefordert, {promise1:den ganzen Kai zu öffnen}.",
    "fr": "{holder1:Tarsia} a été exhortée par Mira Solan à {promise1:ouvrir tout le quai}.",
    "es": "{holder1:Tarsia} fue instada por Mira Solan a {promise1:abrir todo el muelle}.",
    "it": "{holder1:Tarsia} è stata esortata da Mira Solan ad {promise1:aprire tutto il molo}.",
    "pt": "{holder1:Tarsia} foi instada por Mira Solan a {promise1:abrir todo o cais}.",
    "pl": "{holder1:Tarsia} została w poniedziałek przez Mira Solan wezwana do {promise1:otwarcia całego nabrzeża}.",
}


@pytest.mark.parametrize("lang", TOLD)
def test_who_is_urged_in_the_sentence_of_the_consequence_holds_nothing(lang: str) -> None:
    reading = read(TOLD[lang] + "\n@loc Tarsia\n@per Mira Solan", lang)
    assert [(c.force, c.holder_canonical, c.addressee_canonical) for c in reading.commitments] == [("demand", "Mira Solan", "Tarsia")]


SILENT = {
    "cs": "{holder1:Tarsia} byla v pondělí večer znovu důrazně vyzvána, aby {promise1:otevřela celé nábřeží}.",
    "uk": "{holder1:Tarsia} була в понеділок знову закликана {promise1:відкрити всю набережну}.",
    "ru": "{holder1:Tarsia} была в понедельник снова призвана {promise1:открыть всю набережную}.",
    "de": "{holder1:Tarsia}, das aufgefordert wurde, {promise1:den ganzen Kai zu öffnen}, schweigt.",
    "nl": "{holder1:Tarsia}, dat opgeroepen werd {promise1:de hele kade te openen}, zwijgt.",
    "en": "{holder1:Tarsia}, which was urged to {promise1:open the whole quay}, is silent.",
}


@pytest.mark.parametrize("lang", SILENT)
def test_who_urges_may_be_unsaid_and_the_clause_a_relative_one(lang: str) -> None:
    reading = read(SILENT[lang] + "\n@loc Tarsia", lang)
    assert [(c.force, c.holder_canonical, c.addressee_canonical) for c in reading.commitments] == [("demand", None, "Tarsia")]


def test_what_somebody_does_who_was_urged_to_do_something_else_stays_a_promise() -> None:
    reading = read("{holder1:Tarsia} was urged to open the quay, but {promise1:will open only the gate}.\n@loc Tarsia")
    assert [(c.force, c.holder_canonical) for c in reading.commitments] == [("promise", "Tarsia")]
