"""Nobody in the clause on which "according to him" comments is whom the pronoun means."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

FIRST = {
    "en": "{S1:Josip Tarn} {Q1:said} {C1:it was late}.",
    "nl": "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}.",
    "de": "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}.",
    "fr": "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}.",
    "es": "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}.",
    "it": "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}.",
    "pt": "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}.",
    "pl": "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}.",
    "cs": "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}.",
    "uk": "{S1:Josip Tarn} {Q1:сказав}, {C1:що пізно}.",
    "ru": "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}.",
    "tr": "{S1:Josip Tarn}, {C1:geç olduğunu} {Q1:söyledi}.",
}
COMMENTED = {
    "en": "Ivo Marr, {Q2:according to} {S2:him}, {C2:“is only playing for time”}.",
    "nl": "Ivo Marr {C2:“rekt} {Q2:volgens} {S2:hem} {C2:alleen tijd”}.",
    "de": "Ivo Marr {S2:ihm} {Q2:zufolge} {C2:„spielt nur auf Zeit“}.",
    "fr": "Ivo Marr, {Q2:selon} {S2:lui}, {C2:« cherche à gagner du temps »}.",
    "es": "Ivo Marr, {Q2:según} {S2:él}, {C2:«solo quiere ganar tiempo»}.",
    "it": "Ivo Marr, {Q2:secondo} {S2:lui}, {C2:«vuole solo prendere tempo»}.",
    "pt": "Ivo Marr, {Q2:segundo} {S2:ele}, {C2:“só quer ganhar tempo”}.",
    "pl": "Ivo Marr {Q2:według} {S2:niego} {C2:„gra tylko na czas”}.",
    "cs": "Ivo Marr {Q2:podle} {S2:něj} {C2:„jen hraje o čas“}.",
    "uk": "Ivo Marr, {Q2:за} {S2:його} {Q2:словами}, {C2:«лише тягне час»}.",
    "ru": "Ivo Marr, {Q2:по} {S2:его} {Q2:словам}, {C2:«только тянет время»}.",
    "tr": "Ivo Marr, {S2:ona} {Q2:göre}, {C2:“yalnızca zaman kazanıyor”}.",
}


def speakers(marked: str, lang: str) -> list[str | None]:
    return read(marked + "\n@per Josip Tarn; Ivo Marr", lang).speakers


@pytest.mark.parametrize("lang", COMMENTED)
def test_he_who_tells_it_is_the_last_speaker_and_not_who_it_is_told_of(lang: str) -> None:
    assert speakers(f"{FIRST[lang]} {COMMENTED[lang]}", lang) == ["Josip Tarn", "Josip Tarn"]


@pytest.mark.parametrize("lang", COMMENTED)
def test_without_a_speaker_before_nobody_tells_it(lang: str) -> None:
    assert read(COMMENTED[lang].replace("2:", "1:") + "\n@per Ivo Marr", lang).speakers == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ivo Marr arrived on Monday, and {Q1:according to} {S1:him}, {C1:it was early}."),
        ("de", "Ivo Marr kam am Montag an, und {S1:ihm} {Q1:zufolge} {C1:war es früh}."),
        ("cs", "Ivo Marr přijel v pondělí a {Q1:podle} {S1:něj} {C1:bylo brzy}."),
        ("fr", "Ivo Marr est arrivé lundi. {Q1:Selon} {S1:lui}, {C1:il était tôt}."),
    ],
)
def test_who_is_named_in_a_clause_before_it_may_be_meant(lang: str, text: str) -> None:
    assert read(text + "\n@per Ivo Marr", lang).speakers == ["Ivo Marr"]
