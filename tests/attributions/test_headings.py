"""What is said in a headline or subhead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attributions.find import find_attributions
from onrecord.attributions.headings import find_teller
from onrecord.dates import find_dates
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Attribution, Span
from tests.attributions.make import make

BODY = "{S1:Mira Solan} {Q1:said} {C1:that the bridge would stay closed}.\n\n"


def list_heading(marked: str, lang: str = "en") -> list[tuple[Attribution, str]]:
    """Return what is found in the second paragraph, which is a subhead, and the words of its content."""
    article, encoding = make(marked, lang)
    start = article.text.index("\n\n") + 2
    article = replace(article, subheads=(Span(start=start, end=article.text.find("\n", start)),))
    found = find_attributions(article, encoding, tuple(find_mentions(article, encoding)), (), load_pack(lang))
    return [(a, a.span.of(article.text)) for a in found if article.heading_of(a.span) == "subhead"]


def read_heading(marked: str) -> Attribution:
    """Return the one thing found in the second paragraph, which is a subhead."""
    ((found, _),) = list_heading(marked)
    return found


def test_speech_does_not_go_on_in_a_subhead() -> None:
    found = read_heading(BODY + "{C2:“Ministers to visit Arlen”}\n\nIt rained.\n@per Mira Solan")
    assert found.speaker is None
    assert found.speaker_how == "headline or subhead that names nobody"


def test_a_subhead_that_names_its_speaker_keeps_him() -> None:
    found = read_heading(BODY + "{S2:Tarn}: {C2:bridge will open}\n\nIt rained.\n@per Mira Solan; Tarn")
    assert found.speaker == "Tarn"


def test_a_quoted_subhead_is_whose_words_it_repeats() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that both ministers would travel to Arlen on Sunday}.\n\n{C2:‘Ministers travel to Arlen’}\n\nIt rained.\n@per Mira Solan"
    assert read_heading(text).speaker == "Mira Solan"


def test_words_told_of_two_speakers_are_neither_s() -> None:
    told = [("Mira Solan", "the bridge stays closed"), ("Josip Tarn", "the bridge was closed")]
    assert find_teller("'bridge closed'", told[:1], frozenset()) == "Mira Solan"
    assert find_teller("'bridge closed'", told, frozenset()) is None
    assert find_teller("'bridge'", told[:1], frozenset()) is None


def test_a_subhead_that_neither_quotes_nor_names_a_speaker_says_nothing() -> None:
    assert list_heading(BODY + "{C2:Ministers to visit Arlen}\n\nIt rained.\n@per Mira Solan") == []
    assert list_heading(BODY + "{Q2:Rejected}: {C2:the plan for Arlen}\n\nIt rained.\n@per Mira Solan") == []


@pytest.mark.parametrize(
    ("lang", "heading", "words"),
    [
        ("en", "Tarn rejects talks {C2:unless the bridge opens}", "talks unless the bridge opens"),
        ("en", "Tarn: no talks {C2:before the bridge opens}", "no talks before the bridge opens"),
        ("de", "Tarn fordert Gespräche, {C2:wenn die Brücke öffnet}", "Gespräche, wenn die Brücke öffnet"),
        ("fr", "Tarn refuse tout accord {C2:si le pont reste fermé}", "tout accord si le pont reste fermé"),
    ],
)
def test_a_heading_that_begins_with_its_speaker_and_a_cue_is_his_from_there_on(lang: str, heading: str, words: str) -> None:
    ((found, content),) = list_heading(f"{BODY}{heading}\n\nIt rained.\n@per Mira Solan; Tarn", lang)
    assert (found.speaker, content) == ("Tarn", words)


HEADLINES = [
    ("en", "{S1:Norway} {Q1:threatens} {C1:to close the northern bridge}\n\nThe president of Norway, {S2:Mira Solan}, {Q2:said} on Friday {C2:that the northern bridge would be closed}.", True),
    ("de", "{S1:Norwegen} {Q1:droht}, {C1:die nördliche Brücke zu schließen}\n\nDie norwegische Präsidentin {S2:Mira Solan} {Q2:sagte} am Freitag, {C2:die nördliche Brücke werde geschlossen}.", True),
    ("es", "{S1:Noruega} {Q1:amenaza con} {C1:cerrar el puente norte}\n\nLa presidenta de Noruega, {S2:Mira Solan}, {Q2:dijo} el viernes {C2:que el puente norte se cerrará}.", True),
    ("en", "{S1:Norway} {Q1:threatens} {C1:to close the northern bridge}\n\nThe president of Sweden, {S2:Mira Solan}, {Q2:said} on Friday {C2:that the northern bridge would be closed}.", False),
    ("en", "{S1:Norway} {Q1:threatens} {C1:to close the northern bridge}\n\nThe president of Norway, {S2:Mira Solan}, {Q2:said} on Friday {C2:that wages would rise}.", False),
    ("en", "{S1:Norway} {Q1:threatens} {C1:to close the northern bridge}\n\nThe president of Norway, {S2:Mira Solan}, {Q2:said} last week {C2:that the northern bridge would be closed}.", False),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "marked", "has_day"), HEADLINES)
def test_a_headline_under_the_name_of_a_state_has_the_day_of_the_person_who_says_it_for_that_state(lang: str, marked: str, has_day: bool) -> None:
    state = marked[4 : marked.index("}")]
    article, encoding = make(f"{marked}\n@per Mira Solan\n@loc {state}", lang, published="2022-04-24")
    article = replace(article, title_span=Span(start=0, end=article.text.index("\n")))
    pack = load_pack(lang)
    headline, _ = find_attributions(article, encoding, tuple(find_mentions(article, encoding)), tuple(find_dates(article, pack)), pack)
    assert (headline.said_at is not None and headline.said_at.start == "2022-04-22") is has_day
