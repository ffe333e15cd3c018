"""Scraps and accusations that bind nobody."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("de", "{S1:Mira Solan} {Q1:lobte} {C1:{promise1:die Tidewire}}.\n@per Mira Solan\n@org Tidewire"),
        ("en", "{S1:Mira Solan} {Q1:promised} {C1:{promise1:the Tidewire}}.\n@per Mira Solan\n@org Tidewire"),
        ("ru", "{S1:Мира Солан} {Q1:обещала} {C1:{promise1:Тайдвайр}}.\n@per Мира Солан\n@org Тайдвайр"),
    ],
)
def test_a_name_alone_is_no_commitment(lang: str, marked: str) -> None:
    assert read(marked, lang).commitments == ()


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{S1:Mira Solan} {Q1:accused} the guild {C1:of {offer1:selling the whole quay}}."),
        ("de", "{S1:Mira Solan} {Q1:beschuldigte} die Gilde, {C1:{offer1:den ganzen Kai zu verkaufen}}."),
        ("fr", "{S1:Mira Solan} {Q1:a accusé} la guilde {C1:de {offer1:vendre tout le quai}}."),
        ("es", "{S1:Mira Solan} {Q1:acusó} al gremio {C1:de {promise1:vender todo el muelle}}."),
        ("pl", "{S1:Mira Solan} {Q1:oskarżyła} cech {C1:o to, że {promise1:sprzeda całe nabrzeże}}."),
        ("ru", "{S1:Мира Солан} {Q1:обвинила} гильдию {C1:в том, что {promise1:продаст всю набережную}}."),
    ],
)
def test_what_somebody_is_accused_of_is_nobodys_offer(lang: str, marked: str) -> None:
    assert read(marked, lang).commitments == ()


def test_what_an_accuser_promises_itself_stays() -> None:
    assert [c.force for c in read("{S1:Mira Solan} {Q1:slammed} the levy: {C1:“{promise1:We will open the whole quay}”}.").commitments] == ["promise"]
