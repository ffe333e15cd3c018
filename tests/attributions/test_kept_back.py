"""Clauses that keep a source's name back are no part of what it says."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

CLAUSES = [
    ("ru", "{S1:Источник в порту}, {Q1:пожелавший} {C1:остаться неназванным}, {Q2:сообщил}, {C2:что идет дождь}.", "Источник в порту", "что идет дождь"),
    ("it", "{S1:Una fonte}, {Q1:che vuole} {C1:l'anonimato}, {Q2:ha detto} {C2:che piove}.", "Una fonte", "che piove"),
    ("nl", "{Q1:Volgens} {S1:een ingewijde}, {C1:die anoniem wil blijven, is er nog niets getekend}.", "een ingewijde", "is er nog niets getekend"),
    ("de", "{Q1:Laut} {S1:einem Beamten}, {C1:der anonym bleiben will, ist noch nichts unterschrieben}.", "einem Beamten", "ist noch nichts unterschrieben"),
    ("cs", "{C1:Mluvčí odborů, která si nepřála být jmenována}, {S1:agentuře} {Q1:řekla}, {C1:že stávka potrvá}.", "Mluvčí odborů, která si nepřála být jmenována", "že stávka potrvá"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "source", "content"), CLAUSES)
def test_a_clause_that_keeps_the_name_back_belongs_to_the_source(lang: str, text: str, source: str, content: str) -> None:
    reading = read(text, lang)
    assert [(a.speaker_as_written, words) for a, words in zip(reading.attributions, reading.contents, strict=True)] == [(source, [content])]


@pytest.mark.parametrize(
    "text",
    [
        "{S1:Mira Solan} {Q1:said} {C1:two donors asked not to be named}, {Q2:adding} {C2:that it rained}.",
        "{S1:Mira Solan} {Q1:said} {C1:that two donors, who asked not to be named, were late}.",
        "{S1:Mira Solan} {Q1:promised} {C1:to stay anonymous and pay}.",
    ],
)
def test_what_is_said_of_others_who_are_not_to_be_named_is_said(text: str) -> None:
    plain = text.count("{C")
    assert len(read(text + "\n@per Mira Solan").attributions) == plain
    assert "named" in str(read(text + "\n@per Mira Solan").contents) or "anonymous" in str(read(text + "\n@per Mira Solan").contents)
