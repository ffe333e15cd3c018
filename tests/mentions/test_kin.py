"""A family is no person, a member of it is."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

FAMILIES = [
    ("en", "Mira Solan came. {S1:The Solans} {Q1:said} {C1:it was late}.", "Solans"), ("en", "Mira Solan came. {S1:The Solan family} {Q1:said} {C1:it was late}.", "Solan"),
    ("nl", "Mira Solan kwam. {S1:De Solans} {Q1:zeiden} {C1:dat het laat was}.", "Solans"), ("nl", "Mira Solan kwam. {S1:De familie Solan} {Q1:zei} {C1:dat het laat was}.", "Solan"),
    ("de", "Mira Solan kam. {S1:Die Solans} {Q1:sagten}, {C1:es sei spät}.", "Solans"), ("de", "Mira Solan kam. {S1:Familie Solan} {Q1:sagte}, {C1:es sei spät}.", "Solan"),
    ("fr", "Mira Solan est venue. {S1:Les Solan} {Q1:ont dit} {C1:qu’il était tard}.", "Solan"), ("es", "Mira Solan vino. {S1:Los Solan} {Q1:dijeron} {C1:que era tarde}.", "Solan"),
    ("it", "Mira Solan è venuta. {S1:I Solan} {Q1:hanno detto} {C1:che era tardi}.", "Solan"), ("pt", "Mira Solan veio. {S1:Os Solan} {Q1:disseram} {C1:que era tarde}.", "Solan"),
    ("pl", "Jan Nowak przyszedł. {S1:Nowakowie} {Q1:powiedzieli}, {C1:że jest późno}.", "Nowakowie"), ("cs", "Mira Solan přišla. {S1:Rodina Solan} {Q1:řekla}, {C1:že je pozdě}.", "Solan"),
    ("uk", "Іван Шевчук прийшов. {S1:Шевчуки} {Q1:сказали}, {C1:що пізно}.", "Шевчуки"), ("ru", "Иван Тарнов пришёл. {S1:Тарновы} {Q1:сказали}, {C1:что поздно}.", "Тарновы"),
    ("tr", "Mira Solan geldi. {S1:Solanlar} {C1:geç olduğunu} {Q1:söyledi}.", "Solanlar"),
]  # fmt: skip
FULL = {"pl": "Jan Nowak", "uk": "Іван Шевчук", "ru": "Иван Тарнов"}


@pytest.mark.parametrize(("lang", "text", "name"), FAMILIES)
def test_a_family_speaks_in_nobodys_name(lang: str, text: str, name: str) -> None:
    reading = read(f"{text}\n@per {FULL.get(lang, 'Mira Solan')}; {name}", lang)
    assert reading.speakers == [None]


@pytest.mark.parametrize(
    ("lang", "text", "full", "name"),
    [
        ("en", "Eric Adams came. The Adams plan failed. {S1:Adams} {Q1:said} {C1:it was late}.", "Eric Adams", "Adams"),
        ("de", "Karl Solan kam. Solans Plan war alt. {S1:Solan} {Q1:sagte}, {C1:es sei spät}.", "Karl Solan", "Solan"),
        ("fr", "Karl Solan est venu. Les ministres partis, {S1:Solan} {Q1:a dit} {C1:qu’il était tard}.", "Karl Solan", "Solan"),
        ("ru", "Иван Тарнов пришёл. {S1:Тарнов} {Q1:сказал}, {C1:что поздно}.", "Иван Тарнов", "Тарнов"),
    ],
)
def test_a_member_stays_a_person(lang: str, text: str, full: str, name: str) -> None:
    assert read(f"{text}\n@per {full}; {name}", lang).speakers == [full]
