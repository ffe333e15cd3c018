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
