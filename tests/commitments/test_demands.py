"""What somebody else must do, where the model saw nothing."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

MUST = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:that the guild must leave the quay}.", "the guild must leave the quay"),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:dat het gilde de kade moet verlaten}.", "het gilde de kade moet verlaten"),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:dass die Gilde den Kai verlassen müsse}.", "die Gilde den Kai verlassen müsse"),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:que la guilde doit quitter le quai}.", "la guilde doit quitter le quai"),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que el gremio debe dejar el muelle}.", "el gremio debe dejar el muelle"),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che la gilda deve lasciare il molo}.", "la gilda deve lasciare il molo"),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que a guilda tem de deixar o cais}.", "a guilda tem de deixar o cais"),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że cech musi opuścić nabrzeże}.", "cech musi opuścić nabrzeże"),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že cech musí opustit nábřeží}.", "cech musí opustit nábřeží"),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що гільдія повинна залишити набережну}.", "гільдія повинна залишити набережну"),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что гильдия должна покинуть набережную}.", "гильдия должна покинуть набережную"),
    "tr": ("{S1:Mira Solan}, {C1:“Lonca rıhtımı terk etmelidir”} {Q1:dedi}.", "Lonca rıhtımı terk etmelidir"),
}
NAMED = "\n@per Mira Solan"


@pytest.mark.parametrize("lang", MUST)
def test_what_another_must_do_is_a_demand(lang: str) -> None:
    marked, words = MUST[lang]
    reading = read(marked + NAMED, lang)
    assert [(c.force, reading.words(c.consequence), c.holder_canonical) for c in reading.commitments] == [("demand", words, "Mira Solan")]


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{C1:“We must mend our own quay”}, {Q1:said} {S1:Mira Solan}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the guild must have left the quay}."),
        ("en", "The guild must leave the quay. Mira Solan wept."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:die Gilde muss am Kai gewesen sein}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:que la guilde doit avoir quitté le quai}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the guild should leave the quay}."),
    ],
)
def test_own_duties_guesses_and_advice_demand_nothing(lang: str, marked: str) -> None:
    assert read(marked + NAMED, lang).commitments == ()


def test_a_demand_keeps_its_apposition_and_leaves_its_condition_out() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:that Tarn, the guild's master, must leave the quay, the last of his barges included, if the levy stays}." + NAMED)
    (commitment,) = reading.commitments
    assert (reading.words(commitment.consequence) or "").endswith("must leave the quay, the last of his barges included")
    assert [reading.words(c.span) for c in commitment.conditions] == ["the levy stays"]
