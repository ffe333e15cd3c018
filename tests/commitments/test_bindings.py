"""Who may bind a state."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

ONLOOKERS = {
    "en": "{S1:Analysts} {Q1:said} {C1:that {refusal1:France would not send troops}}.",
    "nl": "{S1:Waarnemers} {Q1:zeiden} {C1:dat {refusal1:Frankrijk zou geen troepen sturen}}.",
    "de": "{S1:Beobachter} {Q1:sagten}, {C1:{refusal1:Frankreich werde keine Truppen schicken}}.",
    "fr": "{S1:Des observateurs} {Q1:ont dit} {C1:que {refusal1:{holder1:la France} ne voudrait pas envoyer de troupes}}.",
    "es": "{S1:Los analistas} {Q1:dijeron} {C1:que {refusal1:{holder1:Francia} no enviaría tropas}}.",
    "it": "{S1:Gli osservatori} {Q1:hanno detto} {C1:che {refusal1:{holder1:la Francia} non manderebbe truppe}}.",
    "pl": "{S1:Analitycy} {Q1:powiedzieli}, {C1:że {refusal1:{holder1:Francja} nie wyśle wojsk}}.",
    "ru": "{S1:Аналитики} {Q1:сказали}, {C1:что {refusal1:{holder1:Франция} не отправит войска}}.",
}
PLACES = {"en": "France", "nl": "Frankrijk", "de": "Frankreich", "fr": "France", "es": "Francia", "it": "Francia", "pl": "Francja", "ru": "Франция"}


@pytest.mark.parametrize("lang", ONLOOKERS)
def test_what_onlookers_say_of_a_state_binds_it_to_nothing(lang: str) -> None:
    assert read(f"{ONLOOKERS[lang]}\n@loc {PLACES[lang]}", lang).commitments == ()


def test_on_a_condition_it_is_a_warning() -> None:
    reading = read("{S1:Two diplomats} {Q1:said} {C1:that {refusal1:France would not send troops} if {trigger1:the pact is broken}}.\n@loc France")
    assert [c.force for c in reading.commitments] == ["warning"]


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:The French foreign minister} {Q1:said} {C1:that {refusal1:France would not send troops}}.",
        "{S1:Paris} {Q1:said} {C1:that {refusal1:France would not send troops}}.",
        "{S1:The foreign minister} {Q1:said} {C1:that {refusal1:France would not send troops}}.",
        "{S1:Ana Corvel} {Q1:said} {C1:that {refusal1:France would not send troops}}.\n@per Ana Corvel",
        "Ana Corvel, the French president, spoke at noon. {S1:Corvel} {Q1:said} {C1:that {refusal1:France would not send troops}}.\n@per Ana Corvel; Corvel",
        "{C1:“{refusal1:France will not send troops}, we owe that to our men”}, {Q1:said} {S1:a deputy}.",
    ],
)
def test_who_is_shown_to_speak_for_a_state_binds_it(marked: str) -> None:
    assert [c.force for c in read(f"{marked}\n@loc France").commitments] == ["refusal"]


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:The German foreign minister} {Q1:said} {C1:that {refusal1:France would not send troops}}.",
        "Ana Corvel, an analyst, spoke at noon. {S1:Corvel} {Q1:said} {C1:that {refusal1:France would not send troops}}.\n@per Ana Corvel; Corvel",
        "{S1:Tidewire} {Q1:said} {C1:that {refusal1:France would not send troops}}.\n@org Tidewire",
    ],
)
def test_who_speaks_for_another_or_for_nobody_does_not(marked: str) -> None:
    assert read(f"{marked}\n@loc France").commitments == ()
