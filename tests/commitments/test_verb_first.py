"""German and Dutch conditions that begin with their verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.commitments.verb_first import find_verb_first
from onrecord.languages.pack import load_pack
from onrecord.records import Span
from tests.attributions.make import read, span_of


@pytest.mark.parametrize(
    ("lang", "text", "condition", "consequence"),
    [
        ("de", "Greift die Gilde den Hafen an, schließen wir die Schleuse.", "Greift die Gilde den Hafen an", "schließen wir die Schleuse"),
        ("de", "Ziehen die Lotsen nicht ab, brechen wir die Gespräche ab.", "Ziehen die Lotsen nicht ab", "brechen wir die Gespräche ab"),
        (
            "de",
            "„Zieht Tarsien seine Boote nicht bis zum 3. Mai ab, werden wir die Brücke sperren“, sagte er.",
            "Zieht Tarsien seine Boote nicht bis zum 3. Mai ab",
            "werden wir die Brücke sperren",
        ),
        ("de", "Will die Gilde verhandeln, so sind wir bereit.", "Will die Gilde verhandeln", "sind wir bereit"),
        ("de", "Die Bürgermeisterin sagte: Kommt es zu Entlassungen, dann streiken wir.", "Kommt es zu Entlassungen", "streiken wir"),
        ("de", "Es regnete. Wird das Gesetz geändert, das seit Mai gilt, wird die Gilde klagen.", "Wird das Gesetz geändert, das seit Mai gilt", "wird die Gilde klagen"),
        (
            "de",
            "„Hat die Gilde bis Freitag nicht geantwortet“, sagte Mira Solan, „werden wir die Schleuse schließen.“",
            "Hat die Gilde bis Freitag nicht geantwortet",
            "werden wir die Schleuse schließen",
        ),
        ("de", "„Sollten die Lotsen streiken, wehren wir uns“, sagte sie.", "die Lotsen streiken", "wehren wir uns"),
        ("nl", "“Stopt het gilde niet”, zei Mira Solan, “dan sluiten we de haven.”", "Stopt het gilde niet", "sluiten we de haven"),
        ("nl", "Trekt het gilde zich niet terug, dan sluiten we de haven.", "Trekt het gilde zich niet terug", "sluiten we de haven"),
        ("nl", "“Komt er geen akkoord, leggen wij het werk neer”, zei ze.", "Komt er geen akkoord", "leggen wij het werk neer"),
        ("nl", "Worden de loodsen ontslagen, dan volgen stakingen.", "Worden de loodsen ontslagen", "volgen stakingen"),
    ],
)
def test_a_clause_that_begins_with_its_verb_is_the_condition_of_what_follows(lang: str, text: str, condition: str, consequence: str) -> None:
    head = span_of(text, consequence)
    assert find_verb_first(text, [head], load_pack(lang), lang) == {head: span_of(text, condition)}


@pytest.mark.parametrize(
    ("lang", "text", "consequence"),
    [
        ("de", "Zieht euch zurück, wir warten nicht.", "wir warten nicht"),
        ("de", "Ziehen Sie die Boote ab, damit wir reden können.", "damit wir reden können"),
        ("de", "Zieht die Gilde ihre Boote ab, werden wir dann reden?", "werden wir dann reden"),
        ("de", "Will Harms, der Sprecher der Gilde, wird den Hafen schließen.", "wird den Hafen schließen"),
        ("de", "Präsident Orlay, der Sieger der Wahl, wird den Hafen schließen.", "wird den Hafen schließen"),
        ("de", "Treffen der Minister, werden wir absagen.", "werden wir absagen"),
        ("de", "Zieht die Gilde ab. Am Montag, so hieß es, werden wir reden.", "werden wir reden"),
        ("de", "Wir ziehen ab, werden aber reden.", "werden aber reden"),
        ("de", "„Will Harms kommt nicht“, sagte sie. „Werden wir reden?“", "Werden wir reden"),
        ("de", "„Zieht euch zurück“, rief sie, „wir warten nicht.“", "wir warten nicht"),
        ("nl", "Zijn leger, zo zei hij, zal de haven sluiten.", "zal de haven sluiten"),
        ("nl", "Stop met schieten, dan praten we.", "praten we"),
        ("nl", "Trekt het gilde zich terug, omdat wij de haven sluiten.", "omdat wij de haven sluiten"),
        ("en", "Should the guild leave, we will close the harbour.", "we will close the harbour"),
    ],
)
def test_questions_imperatives_and_statements_with_commas_are_none(lang: str, text: str, consequence: str) -> None:
    assert find_verb_first(text, [span_of(text, consequence)], load_pack(lang), lang) == {}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "„{demand2:Greift die Gilde {trigger1:den Hafen} an}, {threat1:schließen wir die Schleuse}“, sagte sie."),
        ("nl", "“{demand2:Valt het gilde {trigger1:de haven} aan}, dan {threat1:sluiten we de sluis}”, zei ze."),
    ],
)
def test_no_demand_is_read_from_it_and_it_is_told_whole(lang: str, text: str) -> None:
    reading = read(text, lang)
    (commitment,) = reading.commitments
    assert (commitment.force, commitment.conditional) == ("threat", True)
    (condition,) = commitment.conditions
    assert condition.kind == "trigger"
    assert (reading.words(condition.span) or "").split()[0] in {"Greift", "Valt"}
    assert (reading.words(condition.span) or "").split()[-1] in {"an", "aan"}


def test_a_deadline_in_it_stays_a_condition_of_its_own() -> None:
    reading = read("„Zieht die Gilde ihre Boote nicht {deadline1:bis Freitag} ab, {threat1:schließen wir die Schleuse}“, sagte sie.", "de")
    (commitment,) = reading.commitments
    assert [(reading.words(c.span), c.kind) for c in commitment.conditions] == [("Zieht die Gilde ihre Boote nicht bis Freitag ab", "trigger"), ("bis Freitag", "deadline")]


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 40), st.sampled_from(["de", "nl"]))
def test_no_text_makes_it_raise_and_its_span_lies_before_the_consequence(text: str, start: int, size: int, lang: str) -> None:
    span = Span(start=min(start, len(text)), end=min(start + size, len(text)))
    assert all(0 <= clause.start < clause.end <= head.start for head, clause in find_verb_first(text, [span], load_pack(lang), lang).items())
