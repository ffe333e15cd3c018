"""Who speaks in what another passes on."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "text", "content"),
    [
        ("en", "{Q1:According to} {S1:the Arlen Post}, {C1:spokesman Josip Tarn said Friday that it was late}.", "that it was late"),
        ("fr", "{Q1:Selon} {S1:Arlen Post}, {C1:Josip Tarn a dit qu’il était tard}.", "qu’il était tard"),
        ("es", "{Q1:Según} {S1:Arlen Post}, {C1:Josip Tarn dijo que era tarde}.", "que era tarde"),
        ("it", "{Q1:Secondo} {S1:Arlen Post}, {C1:Josip Tarn ha detto che era tardi}.", "che era tardi"),
        ("pt", "{Q1:Segundo} {S1:Arlen Post}, {C1:Josip Tarn disse que era tarde}.", "que era tarde"),
        ("pl", "{Q1:Według} {S1:Arlen Post} {C1:Josip Tarn powiedział, że jest późno}.", "że jest późno"),
        ("cs", "{Q1:Podle} {S1:Arlen Post} {C1:Josip Tarn řekl, že je pozdě}.", "že je pozdě"),
        ("uk", "{Q1:За даними} {S1:Arlen Post}, {C1:Josip Tarn сказав, що вже пізно}.", "що вже пізно"),
        ("ru", "{Q1:По данным} {S1:Arlen Post}, {C1:Josip Tarn сказал, что уже поздно}.", "что уже поздно"),
    ],
)
def test_who_speaks_in_what_a_paper_tells_is_the_speaker(lang: str, text: str, content: str) -> None:
    reading = read(f"{text}\n@org Arlen Post\n@per Josip Tarn", lang)
    assert reading.speakers == ["Josip Tarn"]
    assert reading.contents == [[content]]


def test_a_person_according_to_whom_somebody_said_something_stays_the_speaker() -> None:
    text = "{Q1:According to} {S1:Mira Solan}, {C1:Josip Tarn said that it was late}.\n@per Mira Solan; Josip Tarn"
    assert read(text).speakers == ["Mira Solan"]


def test_a_verb_in_a_clause_of_what_a_paper_tells_is_not_taken() -> None:
    text = "{Q1:According to} {S1:the Arlen Post}, {C1:the bridge was shut after Josip Tarn said it was late}.\n@org Arlen Post\n@per Josip Tarn"
    assert read(text).speakers == ["Arlen Post"]


def test_what_a_paper_tells_itself_stays_its_own() -> None:
    text = "{Q1:According to} {S1:the Arlen Post}, {C1:the bridge that Josip Tarn built is late}.\n@org Arlen Post\n@per Josip Tarn"
    assert read(text).speakers == ["Arlen Post"]
