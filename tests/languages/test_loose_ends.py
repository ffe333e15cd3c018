"""Conjunctions at the borders of words that are shown for themselves."""

from __future__ import annotations

import pytest

from onrecord.languages import known_languages
from onrecord.languages.loose_ends import cut_loose_ends
from onrecord.records import Span

ENDS = {
    "en": ("the deal once", "the deal"),
    "nl": ("en de kraan, als", "de kraan"),
    "de": ("die Brücke, sobald", "die Brücke"),
    "fr": ("et le pont si", "le pont"),
    "es": ("el puente cuando", "el puente"),
    "it": ("la diga purché", "la diga"),
    "pt": ("e a ponte, se", "a ponte"),
    "pl": ("i most, jeśli", "most"),
    "cs": ("a most, pokud", "most"),
    "uk": ("міст, якщо", "міст"),
    "ru": ("и мост, когда", "мост"),
    "tr": ("köprü ve", "köprü"),
}


@pytest.mark.parametrize("lang", known_languages())
def test_a_conjunction_at_a_border_is_cut(lang: str) -> None:
    words, kept = ENDS[lang]
    text = f"x {words} y"
    assert cut_loose_ends(text, Span(start=2, end=2 + len(words)), lang).of(text) == kept


@pytest.mark.parametrize(("words", "kept"), [("if the crane falls", "if the crane falls"), ("and", "and"), ("a crane and a bridge", "a crane and a bridge"), ("or but", "or")])
def test_what_is_said_stays(words: str, kept: str) -> None:
    assert cut_loose_ends(words, Span(start=0, end=len(words)), "en").of(words) == kept
