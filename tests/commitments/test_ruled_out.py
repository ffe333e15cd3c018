"""What somebody rules out of what parties do together."""

from __future__ import annotations

import pytest

from onrecord.commitments.ruled_out import find_ruled_out
from onrecord.records import Span
from tests.attributions.make import read

RULED_OUT = {
    "en": ("Solan rules out any talks if the levy stays", "rules out any talks", "Solan does not rule out talks"),
    "nl": ("Solan sluit gesprekken uit als de heffing blijft", "sluit gesprekken uit", "Solan sluit gesprekken niet uit"),
    "de": ("Solan schließt Gespräche aus, wenn die Abgabe bleibt", "schließt Gespräche aus", "Solan schließt Gespräche nicht aus"),
    "fr": ("Solan exclut toute négociation si la taxe demeure", "exclut toute négociation", "Solan n'exclut pas des négociations"),
    "es": ("Solan descarta un diálogo si la tasa sigue", "descarta un diálogo", "Solan no descarta un diálogo"),
    "it": ("Solan esclude colloqui se la tassa resta", "esclude colloqui", "Solan non esclude colloqui"),
    "pt": ("Solan descarta um acordo se a taxa ficar", "descarta um acordo", "Solan não descarta um acordo"),
    "pl": ("Solan wyklucza rozmowy, jeśli opłata zostanie", "wyklucza rozmowy", "Solan nie wyklucza rozmowy"),
    "cs": ("Solan vyloučila jednání, pokud poplatek zůstane", "vyloučila jednání", "Solan nevyloučila jednání"),
    "uk": ("Солан виключає переговори, якщо збір залишиться", "виключає переговор", "Солан не виключає переговори"),
    "ru": ("Солан исключила переговоры, если сбор останется", "исключила переговор", "Солан не исключила переговоры"),
}


def ruled_out(text: str, lang: str, start: int = 0) -> str | None:
    found = find_ruled_out(text, Span(start=start, end=len(text)), lang)
    return found.of(text) if found is not None else None


@pytest.mark.parametrize("lang", RULED_OUT)
def test_talks_are_ruled_out_unless_that_is_denied(lang: str) -> None:
    text, words, denied = RULED_OUT[lang]
    found = ruled_out(text, lang)
    assert found is not None
    assert found.startswith(words)
    assert ruled_out(denied, lang) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police ruled out foul play after the talks"),
        ("en", "Solan rules on the agreement"),
        ("de", "Solan schließt ein Abkommen mit der Gilde"),
        ("nl", "Solan sluit een akkoord met het gilde"),
    ],
)
def test_other_things_and_other_verbs_rule_out_no_talks(lang: str, text: str) -> None:
    assert ruled_out(text, lang) is None


@pytest.mark.parametrize(
    ("lang", "marked", "words"),
    [
        ("en", "{S1:Mira Solan} rules out {C1:talks with the guild if the levy stays}.", "rules out talks"),
        ("en", "{S1:Mira Solan} {Q1:rules out} {C1:{promise1:talks} if {trigger1:the levy stays}}.", "rules out talks"),
        ("de", "{S1:Mira Solan} {Q1:schließt} {C1:{threat1:Gespräche aus}, wenn {trigger1:die Abgabe bleibt}}.", "schließt Gespräche aus"),
    ],
)
def test_what_is_ruled_out_is_refused(lang: str, marked: str, words: str) -> None:
    reading = read(f"{marked}\n@per Mira Solan", lang)
    assert [(c.force, reading.words(c.consequence)) for c in reading.commitments] == [("refusal", words)]


def test_what_nobody_known_rules_out_is_none() -> None:
    assert read("{S1:Experts} {Q1:rule out} {C1:early talks on the levy}.").commitments == ()
