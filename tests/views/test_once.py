"""What one article alone tells: one entry a quotation, in the order of the text, weighty ones chosen, scraps only counted."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from onrecord.records import Mention
from onrecord.results import Comparison
from onrecord.views import make_briefing, render_html
from onrecord.views.entries import OnceEntry
from onrecord.views.text_statements import print_short

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_statement
from .test_brief_text import print_plain
from .test_commitments import NOTHING

TEXT = """The yard at Varn
“The cranes are old. The quay is cracked.” Ola Brandt paused. “Nobody will pay for it.”
The mayor said that it may rain on the barges tomorrow.
The mayor said the long wait of the barges in the port of Varn had cost them dear.
The mayor mentioned the old yard."""


def tell(*, ids: tuple[str, ...] = ("a", "b", "c", "d", "e", "f")) -> Comparison:
    """Return three sentences of one quotation and three things the mayor said, with statement ids of these names."""
    article = make_article("varn", TEXT)
    text = article.text
    quotation = make_attribution(article, "The cranes are old. The quay is cracked.", source="Ola Brandt", cue="", type="direct", speaker="Ola Brandt")
    quotation = replace(quotation, content=(find(text, "The cranes are old. The quay is cracked."), find(text, "Nobody will pay for it.")))
    mayor = [
        make_attribution(article, words, source="", cue="", type="indirect", speaker="Ida Maro")
        for words in ("it may rain on the barges tomorrow", "the long wait of the barges in the port of Varn had cost them dear", "the old yard")
    ]
    statements = []
    for id, words in zip(ids[:3], ("The cranes are old.", "The quay is cracked.", "Nobody will pay for it."), strict=True):
        whole = make_statement(id, quotation, said_at=None)
        statements.append(replace(whole, renderings=(replace(whole.renderings[0], span=find(text, words), telling=words),)))
    statements += [make_statement(id, one, said_at=None) for id, one in zip(ids[3:], mayor, strict=True)]
    harbour = Mention(id="m", article=article.id, span=find(text, "Varn had"), kind="place", canonical="Varn", confidence=0.9, made_by="test@1")
    other = make_article("other", "Other\n“Nothing new,” said Ada Quill.")
    lead = make_attribution(other, "Nothing new", source="", cue="", type="direct", speaker="Ada Quill")
    first = make_statement("lead", replace(lead, confidence=1.0), said_at=None)
    return replace(
        NOTHING, analyses=(make_analysis(article, quotation, *mayor, mentions=(harbour,)), make_analysis(other, replace(lead, confidence=1.0))), statements=(*statements, first)
    )


def entries_of(comparison: Comparison, speaker: str) -> tuple[OnceEntry, ...]:
    return next(said.entries for said in make_briefing(comparison).once if said.speaker == speaker)


def test_sentences_of_one_quotation_are_one_entry_with_the_words_between_left_out() -> None:
    (entry,) = entries_of(tell(), "Ola Brandt")
    assert [passage.words for passage in entry.passages] == ["The cranes are old. The quay is cracked.", "Nobody will pay for it."]
    assert len(entry.statements) == 3
    printed = " ".join(print_plain(tell()).split())
    assert "S1–S3 “The cranes are old. The quay is cracked. … Nobody will pay for it.” (A1)" in printed


def test_numbers_follow_the_text_whatever_the_ids_are() -> None:
    numbered = [[s.lead.words for s in make_briefing(tell(ids=ids)).statements] for ids in (("a", "b", "c", "d", "e", "f"), ("f", "e", "d", "c", "b", "a"))]
    assert numbered[0] == numbered[1]
    assert numbered[0][:3] == ["The cranes are old.", "The quay is cracked.", "Nobody will pay for it."]


def test_scraps_are_counted_and_kept_on_the_page() -> None:
    comparison = tell()
    assert [entry.fragment for entry in entries_of(comparison, "Ida Maro")] == [False, False, True]
    assert "1 fragment of a few words; on the page" in print_plain(comparison)
    page = render_html(make_briefing(comparison), comparison.analyses)
    assert all(f'id="statement-{number}"' in page for number in range(1, 8))


def test_names_weigh_more_than_plain_words_and_what_begins_with_a_pronoun_sinks() -> None:
    rain, wait, _ = entries_of(tell(), "Ida Maro")
    assert rain.weight < 0 < wait.weight


def test_a_commitment_weighs_most() -> None:
    comparison = tell()
    first = comparison.analyses[0]
    promise = make_commitment(first.attributions[1], first.article, "it may rain on the barges", operator=None)
    changed = replace(comparison, analyses=(replace(first, commitments=(promise,)), *comparison.analyses[1:]))
    assert entries_of(changed, "Ida Maro")[0].weight > entries_of(comparison, "Ida Maro")[0].weight


@pytest.mark.parametrize(
    ("lang", "words", "fragment"), [("pl", "stary port", True), ("pl", "port zostanie wkrótce zamknięty", False), ("de", "der alte Hafen", True), ("es", "cerrarán", True)]
)
def test_how_few_words_are_a_scrap_depends_on_the_language(lang: str, words: str, fragment: bool) -> None:
    article = make_article("words", f"Varn\n“Nic,” Ada Quill.\n{words} – Ola Brandt", lang=lang)
    lead = make_attribution(article, "Nic", source="", cue="", type="direct", speaker="Ada Quill")
    said = make_attribution(article, words, source="", cue="", type="indirect", speaker="Ola Brandt")
    statements = (make_statement("lead", lead, said_at=None), make_statement("x", said, said_at=None))
    assert entries_of(replace(NOTHING, analyses=(make_analysis(article, lead, said),), statements=statements), "Ola Brandt")[0].fragment is fragment


def test_what_only_repeats_a_commitment_that_was_printed_is_counted() -> None:
    said = next(group for group in make_briefing(tell()).once if group.speaker == "Ida Maro")
    article = said.entries[0].article.article_id
    console = Console(file=StringIO(), width=100)
    print_short(said, console, [(article, find(TEXT, "the long wait of the barges in the port of Varn had cost"))])
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "1 that says no more than the commitments above" in printed
    assert "the long wait" not in printed
    assert "it may rain" in printed


@pytest.mark.parametrize(
    ("text", "source", "cue", "said", "shown"),
    [
        ("Ola Brandt said it rains. “The quay is cracked.”", "Ola Brandt", "said", "The quay is cracked.", "“The quay is cracked.”"),
        ("“The quay is cracked.” The mayor left. Ola Brandt said so.", "Ola Brandt", "said", "The quay is cracked.", "“The quay is cracked.”"),
        ("“Is the quay cracked?” Ola Brandt asked.", "Ola Brandt", "asked", "Is the quay cracked?", "“Is the quay cracked?” Ola Brandt asked."),
        ("«Причал тріснув», — сказала Ола Брандт.", "Ола Брандт", "сказала", "Причал тріснув", "«Причал тріснув», — сказала Ола Брандт."),
        ("Ola Brandt sagte: „Der Kai ist gerissen.“", "Ola Brandt", "sagte", "Der Kai ist gerissen.", "Ola Brandt sagte: „Der Kai ist gerissen.“"),
    ],
)
def test_what_is_shown_around_words_ends_with_their_sentence(text: str, source: str, cue: str, said: str, shown: str) -> None:
    article = make_article("a", f"Title\n{text}")
    one = make_attribution(article, said, source=source, cue=cue, type="direct", speaker="Ola Brandt")
    comparison = replace(NOTHING, analyses=(make_analysis(article, one),), statements=(make_statement("x", one, said_at=None),))
    assert make_briefing(comparison).statements[0].renderings[0].shown.words == shown
