"""What is told without a source: whose it is, and when it is nobody's."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}, {Q2:adding} {C2:that the bridge was closed}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was} en {Q2:benadrukte} {C2:dat de brug dicht was}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}, und {Q2:betonte}, {C2:die Brücke sei gesperrt}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was} en {Q2:hoopte} {C2:dat de brug dicht bleef}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}, {Q2:ajoutant} {C2:que le pont était fermé}."),
    ],
)
def test_a_second_verb_in_the_sentence_goes_on_with_its_speaker(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan", lang).speakers == ["Mira Solan", "Mira Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. Nearby {Q2:debate about} {C2:how the bridge is kept} went on."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. For years it was {Q2:considered} {C2:the only bridge that could carry trains}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}, while in Tarsia it was {Q2:said} {C2:that the bridge would open}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. Seither {Q2:heißt es}, {C2:dass die Brücke gesperrt bleibt}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {C2:Wie jedes Jahr feierten die Leute am Ufer}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. Al jaren {Q2:heet het} {C2:dat de brug dicht blijft}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. {Q2:Le débat sur} {C2:le prix des billets de train} continue."),
    ],
)
def test_words_without_marks_in_another_sentence_are_not_the_last_speaker_s(lang: str, text: str) -> None:
    mentions = "@per Mira Solan" + ("\n@loc Tarsia" if "Tarsia" in text else "")
    assert read(f"{text}\n{mentions}", lang).speakers == ["Mira Solan", None]


def test_german_sentences_in_the_mood_of_reported_speech_go_on() -> None:
    text = "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {C2:Die Brücke bleibe gesperrt, und niemand habe etwas dagegen}.\n@per Mira Solan"
    assert read(text, "de").speakers == ["Mira Solan", "Mira Solan"]


def test_a_quotation_goes_on_over_a_full_stop_but_not_over_somebody_else() -> None:
    on = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(on).speakers == ["Mira Solan", "Mira Solan"]
    other = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. Neighbours stood at the gate.\n{C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(other).speakers == ["Mira Solan", None]
    pronoun = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. She stood at the gate. {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(pronoun).speakers == ["Mira Solan", "Mira Solan"]


def test_a_quotation_with_a_verb_of_its_own_is_not_who_spoke_before() -> None:
    text = '{S1:Mira Solan} {Q1:said} {C1:it was late}. It was {Q2:said}: {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(text).speakers == ["Mira Solan", None]
