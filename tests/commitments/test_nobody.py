"""Words in the place of a holder that name nobody."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

NOBODY = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:that {promise1:{holder1:one} would open the quay}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:{holder1:men} de kade zal openen}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:{promise1:{holder1:man} werde den Kai öffnen}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:qu’{promise1:{holder1:on} ouvrirait le quai}}.",
    "es": "{S1:Mira Solan} {Q1:dijo}: {C1:«{promise1:{holder1:Vamos} a abrir el muelle}»}.",
    "it": "{S1:Mira Solan} {Q1:ha detto}: {C1:«{promise1:{holder1:Vogliamo} aprire il molo}»}.",
    "pt": "{S1:Mira Solan} {Q1:disse}: {C1:“{promise1:{holder1:Vamos} abrir o cais}”}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}: {C1:„{promise1:{holder1:Jesteśmy} gotowi otworzyć nabrzeże}”}.",
    "cs": "{S1:Mira Solan} {Q1:řekla}: {C1:„{promise1:{holder1:Jsme} připraveni otevřít nábřeží}“}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}: {C1:«{promise1:{holder1:Можемо} відкрити набережну}»}.",
    "ru": "{S1:Mira Solan} {Q1:сказала}: {C1:«{promise1:{holder1:Можем} открыть набережную}»}.",
    "tr": "{S1:Mira Solan}, {C1:“{promise1:Rıhtımı açmaya {holder1:hazırız}}”} {Q1:dedi}.",
}


@pytest.mark.parametrize("lang", NOBODY)
def test_the_speaker_is_committed_where_the_holder_is_nobody(lang: str) -> None:
    reading = read(NOBODY[lang] + "\n@per Mira Solan", lang)
    assert [(c.holder_canonical, reading.words(c.holder)) for c in reading.commitments] == [("Mira Solan", "Mira Solan")]


def test_nobody_without_a_speaker_holds_nothing() -> None:
    reading = read("{promise1:{holder1:Man} wird den Kai öffnen}.", "de")
    assert [(c.holder, c.holder_canonical) for c in reading.commitments] == [(None, None)]


def test_a_group_stays_the_holder() -> None:
    reading = read("{promise1:{holder1:Die Fischer} werden den Kai öffnen}.", "de")
    assert [reading.words(c.holder) for c in reading.commitments] == ["Die Fischer"]
