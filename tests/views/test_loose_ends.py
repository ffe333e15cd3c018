"""Conjunctions at the borders of words that one telling leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.languages import known_languages
from onrecord.records import Difference
from onrecord.views import make_briefing
from onrecord.views.loose_ends import cut_loose_ends

from .make import find, make_analysis, make_article, make_attribution, make_statement
from .test_commitments import NOTHING

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
    assert cut_loose_ends(text, find(text, words), lang).of(text) == kept


@pytest.mark.parametrize(("words", "kept"), [("if the crane falls", "if the crane falls"), ("and", "and"), ("a crane and a bridge", "a crane and a bridge"), ("or but", "or")])
def test_what_is_said_stays(words: str, kept: str) -> None:
    assert cut_loose_ends(words, find(words, words), "en").of(words) == kept


def test_words_told_more_fully_are_shown_without_it() -> None:
    first, second = make_article("one", "One\nWe sign the deal once the crane falls", lang="en"), make_article("two", "Two\nWe sign", lang="en")
    said = [make_attribution(article, article.text[4:], source="", cue="", type="indirect", speaker="Ada Quill") for article in (first, second)]
    told = Difference(left=0, right=1, label="truncated", spans=(find(first.text, "the deal once"), None), reason="3 words")
    comparison = replace(
        NOTHING, analyses=tuple(make_analysis(article, one) for article, one in zip((first, second), said, strict=True)),
        statements=(make_statement("deal", *said, differences=(told,), said_at=None),),
    )  # fmt: skip
    (point,) = make_briefing(comparison).statements[0].points
    assert [passage.words for side in point.sides for passage in side.passages] == ["the deal"]
