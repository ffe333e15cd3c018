"""Whoever is urged, warned or asked to do something says nothing; who says it is the agent, where one is named."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

TOLD = [
    ("en", "{S1:Tarsia} {Q1:was urged} {C1:to open the bridge}."),
    ("en", "{S1:Tarsia} {Q1:has repeatedly been called on} {C1:to open the bridge}."),
    ("nl", "{S1:Tarsia} {Q1:werd opgeroepen} {C1:de brug te openen}."),
    ("de", "{S1:Tarsia} {Q1:wurde aufgefordert}, {C1:die Brücke zu öffnen}."),
    ("de", "{S1:Tarsia} {Q1:wurde} am Montag {Q1:aufgefordert}, {C1:die Brücke zu öffnen}."),
    ("fr", "{S1:Tarsia} {Q1:a été appelé} {C1:à ouvrir le pont}."),
    ("es", "{S1:Tarsia} {Q1:fue instada} {C1:a abrir el puente}."),
    ("es", "{Q1:Se exigió a} {S1:Tarsia} {C1:que abriera el puente}."),
    ("it", "{S1:Tarsia} {Q1:è stata invitata} {C1:ad aprire il ponte}."),
    ("pt", "{S1:Tarsia} {Q1:foi instada} {C1:a abrir a ponte}."),
    ("pl", "{S1:Tarsia} {Q1:została wezwana} {C1:do otwarcia mostu}."),
    ("pl", "{Q1:Wezwano} {S1:Tarsia} {C1:do otwarcia mostu}."),
    ("cs", "{S1:Tarsia} {Q1:byla vyzvána}, {C1:aby otevřela most}."),
    ("cs", "{S1:Tarsia} {Q1:vyzvali}, {C1:aby otevřela most}."),
    ("uk", "{S1:Tarsia} {Q1:закликали} {C1:відкрити міст}."),
    ("ru", "{S1:Tarsia} {Q1:призвали} {C1:открыть мост}."),
    ("tr", "{S1:Tarsia} {C1:köprüyü açması için} {Q1:uyarıldı}."),
]
BY = [
    ("en", "{S1:Tarsia} {Q1:was urged} by the Arlen Union {C1:to open the bridge}."),
    ("en", "Tarsia {Q1:was urged} by {S1:the Arlen Union} {C1:to open the bridge}."),
    ("nl", "{S1:Tarsia} {Q1:werd} door de Arlen Union {Q1:opgeroepen} {C1:de brug te openen}."),
    ("de", "{S1:Tarsia} {Q1:wurde} von der Arlen Union {Q1:aufgefordert}, {C1:die Brücke zu öffnen}."),
    ("fr", "{S1:Tarsia} {Q1:a été appelé} par Arlen Union {C1:à ouvrir le pont}."),
    ("es", "{S1:Tarsia} {Q1:fue instada} por Arlen Union {C1:a abrir el puente}."),
    ("it", "{S1:Tarsia} {Q1:è stata invitata} da Arlen Union {C1:ad aprire il ponte}."),
    ("pt", "{S1:Tarsia} {Q1:foi instada} pela Arlen Union {C1:a abrir a ponte}."),
    ("pl", "{S1:Tarsia} {Q1:została wezwana} przez Arlen Union {C1:do otwarcia mostu}."),
    ("tr", "{S1:Arlen Union} tarafından {C1:köprüyü açması için} {Q1:uyarıldı}."),
]


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_who_is_told_is_the_addressee_and_nobody_speaks(lang: str, text: str) -> None:
    reading = read(f"Mira Solan came.\n\n{text}\n@loc Tarsia\n@per Mira Solan", lang)
    (attribution,) = reading.attributions
    assert (attribution.speaker, attribution.source) == (None, ())
    assert reading.words(attribution.addressee) == "Tarsia"
    assert attribution.speaker_how == "told to `Tarsia`, by whom is not said"


@pytest.mark.parametrize(("lang", "text"), BY)
def test_an_agent_behind_by_is_who_says_it(lang: str, text: str) -> None:
    mentions = "@org Arlen Union" + ("\n@loc Tarsia" if "Tarsia" in text else "")
    assert read(f"{text}\n{mentions}", lang).speakers == ["Arlen Union"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Tarsia}, which was urged to give in, {Q1:said} {C1:that it would not}."),
        ("de", "{S1:Tarsia}, das zum Nachgeben aufgefordert wurde, {Q1:sagte}, {C1:es werde nicht nachgeben}."),
        ("ru", "{S1:Tarsia} {Q1:призвала} {C1:открыть мост}."),
        ("es", "{S1:Tarsia} {Q1:exigió} {C1:que abrieran el puente}."),
    ],
)
def test_who_was_told_and_answers_is_the_speaker(lang: str, text: str) -> None:
    assert read(f"{text}\n@loc Tarsia", lang).speakers == ["Tarsia"]


@pytest.mark.parametrize("text", ["В {S1:Tarsia} {Q1:призвали} {C1:открыть мост}.", "{S1:США} {Q1:призвали} {C1:открыть мост}."])
def test_a_plural_or_a_place_where_somebody_speaks_is_nobody_s_object(text: str) -> None:
    assert read(f"{text}\n@loc {'США' if 'США' in text else 'Tarsia'}", "ru").attributions[0].source != ()


@pytest.mark.parametrize(
    ("lang", "text", "agent"),
    [
        ("en", "{S1:Tarsia} {Q1:was urged} by the Arlen Union , {C1:to open the bridge}.", "the Arlen Union"),
        ("de", "{S1:Tarsia} {Q1:wurde} von der Union – {Q1:aufgefordert}, {C1:die Brücke zu öffnen}.", "der Union"),
        ("fr", "{S1:Tarsia} {Q1:a été appelé} par le maire : {C1:« ouvrir le pont »}.", "le maire"),
        ("it", "{S1:Tarsia} {Q1:è stata invitata} dal sindaco : {C1:«aprire il ponte»}.", "sindaco"),
    ],
)
def test_a_lone_sign_is_no_word_of_who_urges(lang: str, text: str, agent: str) -> None:
    reading = read(text, lang)
    assert [reading.words(span) for span in reading.attributions[0].source] == [agent]
