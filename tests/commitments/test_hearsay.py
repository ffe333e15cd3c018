"""What is told by hearsay, would have been, or is only not ruled out commits nobody."""

from __future__ import annotations

import re

import pytest

from onrecord.commitments.worded import load_wordings
from tests.attributions.make import read

HEARSAY = {
    "en": ["{S1:Mira Solan} allegedly {Q1:promised} {C1:to {promise1:close the port}}.", "{S1:Mira Solan} is said to have {Q1:threatened} {C1:to {threat1:close the port}}."],
    "nl": ["{S1:Mira Solan} {Q1:zou hebben beloofd} {C1:{promise1:de haven te sluiten}}."],
    "de": [
        "{S1:Mira Solan} {Q1:soll versprochen haben}, {C1:{promise1:den Hafen zu schließen}}.",
        "{S1:Mira Solan} hat angeblich {Q1:gedroht}, {C1:{threat1:den Hafen zu schließen}}.",
    ],
    "fr": ["{S1:Mira Solan} {Q1:aurait promis} {C1:de {promise1:fermer le port}}."],
    "es": ["{S1:Mira Solan} {Q1:habría prometido} {C1:{promise1:cerrar el puerto}}.", "{S1:Mira Solan} supuestamente {Q1:amenazó} {C1:con {threat1:cerrar el puerto}}."],
    "it": ["{S1:Mira Solan} {Q1:avrebbe promesso} {C1:di {promise1:chiudere il porto}}."],
    "pt": ["{S1:Mira Solan} {Q1:teria prometido} {C1:{promise1:fechar o porto}}.", "{S1:Mira Solan} alegadamente {Q1:prometeu} {C1:{promise1:fechar o porto}}."],
    "pl": ["{S1:Mira Solan} rzekomo {Q1:obiecała} {C1:{promise1:zamknąć port}}."],
    "cs": ["{S1:Mira Solanová} údajně {Q1:slíbila}, {C1:že {promise1:zavře přístav}}."],
    "uk": ["{S1:Міра Солан} нібито {Q1:пообіцяла} {C1:{promise1:закрити порт}}."],
    "ru": ["{S1:Мира Солан} якобы {Q1:пообещала} {C1:{promise1:закрыть порт}}."],
    "tr": ["Mira Solan'ın {promise1:limanı kapatacağına} söz verdiği iddia edildi."],
}
UNREAL = {
    "en": ["{threat1:We would have closed the port} if {trigger1:the pilots had gone on strike}.", "{promise1:Tarsia would not have withdrawn its ships}."],
    "nl": ["{threat1:We zouden de haven hebben gesloten} als {trigger1:de loodsen hadden gestaakt}."],
    "de": ["{threat1:Wir hätten den Hafen geschlossen}, wenn {trigger1:die Lotsen gestreikt hätten}."],
    "fr": ["{threat1:Nous aurions fermé le port} si {trigger1:les pilotes avaient fait grève}."],
    "es": ["{threat1:Habríamos cerrado el puerto} si {trigger1:los pilotos hubieran ido a la huelga}."],
    "it": ["{threat1:Avremmo chiuso il porto} se {trigger1:i piloti avessero scioperato}."],
    "pt": ["{threat1:Teríamos fechado o porto} se {trigger1:os pilotos tivessem feito greve}."],
    "cs": ["{threat1:Byli bychom zavřeli přístav}, kdyby {trigger1:lodivodi stávkovali}."],
    "tr": ["{trigger1:Kılavuz kaptanlar greve gitseydi} {threat1:limanı kapatırdık}."],
}
LEFT_OPEN = {
    "en": [
        "{S1:Mira Solan} {Q1:did not rule out} {C1:{threat1:closing the port} if {trigger1:the pilots strike}}.",
        "It cannot be ruled out that {threat1:we will close the port}.",
    ],
    "nl": ["Mira Solan sloot niet uit dat {threat1:de haven dichtgaat}."],
    "de": ["Mira Solan schloss nicht aus, {refusal1:den Hafen zu schließen}.", "{refusal1:Eine Schließung des Hafens} könne nicht ausgeschlossen werden."],
    "fr": ["Mira Solan n'a pas exclu de {threat1:fermer le port}."],
    "es": ["Mira Solan no descartó {threat1:cerrar el puerto}."],
    "it": ["Mira Solan non ha escluso di {threat1:chiudere il porto}."],
    "pt": ["Mira Solan não descartou {threat1:fechar o porto}."],
    "pl": ["Mira Solan nie wykluczyła {threat1:zamknięcia portu}."],
    "cs": ["Mira Solanová nevyloučila {threat1:uzavření přístavu}."],
    "uk": ["Міра Солан не виключила {threat1:закриття порту}."],
    "ru": ["Мира Солан не исключила {threat1:закрытия порта}."],
    "tr": ["Mira Solan {refusal1:limanın kapatılmasını} dışlamadı."],
}
DECLARED = {
    "en": [
        "{S1:Mira Solan} {Q1:said} {C1:{promise1:she would have to close the port}}.",
        "{S1:Mira Solan} condemned what the guild allegedly stole and {Q1:promised} {C1:to {promise1:close the port}}.",
        "{S1:Mira Solan} {Q1:said} {C1:{promise1:we would have a vote} and {promise2:close the port}}.",
        "{S1:Mira Solan} {Q1:did not rule out} {C1:{promise1:talks with the guild}}.",
        "Mira Solan ruled nothing out. {threat1:We will close the port}.",
    ],
    "nl": ["{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:ze de haven zou sluiten}}."],
    "de": [
        "{S1:Mira Solan} {Q1:sagte}, {C1:{promise1:wir wären bereit, den Vertrag zu unterzeichnen}}.",
        "{S1:Mira Solan} {Q1:sagte}, {C1:{demand1:der Hafen soll geschlossen werden}}.",
        "{S1:Mira Solan} {Q1:sagte}, {C1:{threat1:der Hafen würde geschlossen}}.",
    ],
    "fr": ["{S1:Mira Solan} {Q1:a dit} {C1:que {threat1:le port serait fermé}}.", "{S1:Mira Solan} {Q1:a dit} {C1:que {promise1:la guilde aurait droit à un port}}."],
    "es": ["{S1:Mira Solan} {Q1:dijo} {C1:que {threat1:el puerto sería cerrado}}."],
    "it": ["{S1:Mira Solan} {Q1:ha detto} {C1:che {threat1:avrebbe chiuso il porto}}."],
    "pt": ["{S1:Mira Solan} {Q1:disse} {C1:que {threat1:teria de fechar o porto}}."],
    "pl": ["{S1:Mira Solan} {Q1:powiedziała}, {C1:że {threat1:zamknęłaby port}}."],
    "cs": ["{S1:Mira Solanová} {Q1:řekla}, {C1:že {threat1:by zavřela přístav}}."],
    "ru": ["{S1:Мира Солан} {Q1:сказала}, {C1:что {threat1:закрыла бы порт}}."],
    "tr": ["{S1:Mira Solan} {C1:{threat1:limanı kapatacağını}} {Q1:iddia ediyor}."],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, marked) for lang, texts in table.items() for marked in texts]


@pytest.mark.parametrize(("lang", "marked"), [*cases(HEARSAY), *cases(UNREAL), *cases(LEFT_OPEN)])
def test_what_nobody_declared_is_no_commitment(lang: str, marked: str) -> None:
    assert read(marked, lang).commitments == ()


@pytest.mark.parametrize(("lang", "marked"), cases(DECLARED))
def test_what_somebody_declares_stays_one(lang: str, marked: str) -> None:
    assert len(read(marked, lang).commitments) == len(re.findall(r"\{(?:threat|promise|demand)\d", marked))


@pytest.mark.parametrize("name", ["hearsay", "left_open"])
@pytest.mark.parametrize("lang", sorted(HEARSAY))
def test_every_language_has_its_words(name: str, lang: str) -> None:
    assert load_wordings(name, lang)
