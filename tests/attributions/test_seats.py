"""An office with a town or region beside it belongs to who belongs there by the article."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

CASES = [
    ("en", "Arlen Senator Mira Solan met Korvin Senator Josip Tarn. {S1:The Arlen senator} {Q1:said} {C1:it was late}."),
    ("en", "Senator Mira Solan of Arlen met Senator Josip Tarn. {S1:The Arlen senator} {Q1:said} {C1:it was late}."),
    ("nl", "Arlen is vol. De burgemeester van Arlen, Mira Solan, sprak met burgemeester Josip Tarn. {S1:De Arlense burgemeester} {Q1:zei} {C1:dat het laat was}."),
    ("de", "Die Bürgermeisterin von Arlen, Mira Solan, traf Bürgermeister Josip Tarn. {S1:Die Bürgermeisterin von Arlen} {Q1:sagte}, {C1:es sei spät}."),
    ("fr", "La maire de Nolven, Mira Solan, a vu le maire de Korvin, Josip Tarn. {S1:La maire de Nolven} {Q1:a dit} {C1:qu’il était tard}."),
    ("es", "La alcaldesa de Arlen, Mira Solan, vio al alcalde de Korvin, Josip Tarn. {S1:La alcaldesa de Arlen} {Q1:dijo} {C1:que era tarde}."),
    ("it", "La sindaca di Arlen, Mira Solan, ha visto il sindaco di Korvin, Josip Tarn. {S1:La sindaca di Arlen} {Q1:ha detto} {C1:che era tardi}."),
    ("pt", "A prefeita de Arlen, Mira Solan, viu o prefeito de Korvin, Josip Tarn. {S1:A prefeita de Arlen} {Q1:disse} {C1:que era tarde}."),
]
NOBODY = [
    ("en", "Senator Josip Tarn of Korvin came. {S1:The Arlen senator} {Q1:said} {C1:it was late}."),
    ("nl", "De burgemeester van Korvin, Josip Tarn, kwam naar Arlen. {S1:De Arlense burgemeester} {Q1:zei} {C1:dat het laat was}."),
    ("de", "Der Bürgermeister von Korvin, Josip Tarn, kam. {S1:Der Bürgermeister von Arlen} {Q1:sagte}, {C1:es sei spät}."),
    ("fr", "Le maire de Korvin, Josip Tarn, est venu. {S1:Le maire d’Arlen} {Q1:a dit} {C1:qu’il était tard}."),
    ("es", "El alcalde de Korvin, Josip Tarn, llegó. {S1:El alcalde de Arlen} {Q1:dijo} {C1:que era tarde}."),
    ("pl", "Burmistrz Korvin Josip Tarn przyjechał. {S1:Burmistrz Arlen} {Q1:powiedział}, {C1:że jest późno}."),
]


@pytest.mark.parametrize(("lang", "text"), CASES)
def test_the_one_of_that_place_speaks(lang: str, text: str) -> None:
    towns = "; ".join(town for town in ("Arlen", "Korvin", "Nolven") if town in text)
    assert read(f"{text}\n@per Mira Solan; Josip Tarn\n@loc {towns}", lang).speakers == ["Mira Solan"]


@pytest.mark.parametrize(("lang", "text"), NOBODY)
def test_one_of_another_place_does_not(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Josip Tarn\n@loc Arlen; Korvin", lang).speakers == [None]


def test_where_the_mayor_speaks_is_not_where_she_governs() -> None:
    text = "Mayor Mira Solan came to Arlen. {S1:The mayor, standing in Arlen,} {Q1:said} {C1:it was late}.\n@per Mira Solan\n@loc Arlen"
    assert read(text).speakers == ["Mira Solan"]
