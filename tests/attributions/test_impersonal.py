"""What is feared or said by nobody in particular is not what the speaker before says."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

NOBODY = [
    ("en", "{S1:Korvin} {Q1:said} {C1:it was late}. {S2:It} {Q2:is feared} {C2:that the dam will break}."),
    ("nl", "{S1:Korvin} {Q1:zei} {C1:dat het laat was}. {S2:Er} {Q2:wordt gevreesd} {C2:dat de dam breekt}."),
    ("nl", "{S1:Korvin} {Q1:zei} {C1:dat het laat was}. {S2:Het} {Q2:heet} {C2:dat de dam breekt}."),
    ("de", "{S1:Korvin} {Q1:sagte}, {C1:es sei spät}. {S2:Es} {Q2:wird befürchtet}, {C2:dass der Damm bricht}."),
    ("de", "{S1:Korvin} {Q1:sagte}, {C1:es sei spät}. {S2:Es} {Q2:heißt}, {C2:der Damm breche}."),
    ("fr", "{S1:Korvin} {Q1:a dit} {C1:qu’il était tard}. {S2:Il} {Q2:est à craindre} {C2:que la digue cède}."),
    ("es", "{S1:Korvin} {Q1:dijo} {C1:que era tarde}. Se {Q2:teme} {C2:que la presa ceda}."),
    ("it", "{S1:Korvin} {Q1:ha detto} {C1:che era tardi}. {Q2:Si teme} {C2:che la diga ceda}."),
    ("pt", "{S1:Korvin} {Q1:disse} {C1:que era tarde}. {Q2:Teme-se} {C2:que a barragem ceda}."),
    ("pl", "{S1:Korvin} {Q1:powiedział}, {C1:że jest późno}. {Q2:Mówi się}, {C2:że tama pęknie}."),
    ("cs", "{S1:Korvin} {Q1:řekl}, {C1:že je pozdě}. {Q2:Předpokládá se}, {C2:že se hráz protrhne}."),
    ("uk", "{S1:Korvin} {Q1:сказав}, {C1:що пізно}. {Q2:Вважається}, {C2:що гребля впаде}."),
    ("ru", "{S1:Korvin} {Q1:сказал}, {C1:что поздно}. {Q2:Считается}, {C2:что плотина рухнет}."),
    ("tr", "{S1:Korvin} {C1:geç olduğunu} {Q1:söyledi}. {C2:Barajın çökmesinden} {Q2:korkuluyor}."),
]


@pytest.mark.parametrize("kind", ["per", "org"])
@pytest.mark.parametrize(("lang", "text"), NOBODY)
def test_nobody_speaks_by_impersonal_wording(lang: str, text: str, kind: str) -> None:
    found = read(f"{text}\n@{kind} Korvin", lang).attributions[-1]
    assert found.speaker is None
    assert found.speaker_how.startswith("impersonal")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Korvin} {Q1:said} {C1:it was late}. {S2:It} {Q2:said} {C2:the dam was old}."),
        ("de", "{S1:Korvin} {Q1:sagte}, {C1:es sei spät}. {S2:Es} {Q2:sagte}, {C2:der Damm sei alt}."),
        ("es", "{S1:Korvin} {Q1:dijo} {C1:que era tarde}. {Q2:Dijo} {C2:que la presa era vieja}."),
    ],
)
def test_a_verb_with_a_subject_of_its_own_stays(lang: str, text: str) -> None:
    assert read(f"{text}\n@{'per' if lang == 'es' else 'org'} Korvin", lang).speakers[-1] == "Korvin"
