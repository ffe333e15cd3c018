"""Quotations of several sentences and sentences without a source, from the text to the statements: in memory and in a store alike."""

from __future__ import annotations

from contextlib import closing

import pytest

from onrecord.encode.model import shipped_model
from onrecord.kinship import Sketch
from onrecord.records import Encoding, Meaning
from onrecord.results import Analysis, Comparison
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.run.shelf import keep_analyses
from onrecord.sources.files import make_page
from onrecord.storage import SqliteStore
from tests.run.made import read as read_store

Found = list[tuple[Analysis, Encoding, list[Meaning], Sketch]]
TEXTS = {
    "courier": "Orvane closes its old bridge\n\nThe old bridge of Orvane stays closed until the autumn, the town said on Monday.\n\n"
    "“We cannot repair the eastern pillars before the river falls in September,” Mayor Tamsin Okoro told reporters in the town hall. "
    "“Nobody in this town will pay a single crown for the ferry.”\n",
    "herald": "Free ferry for Orvane\n\nThe ferry across the Lenn will be free, Mayor Tamsin Okoro promised on Monday.\n\n"
    "“Nobody in this town will have to pay a single crown for the ferry,” Okoro said in the town hall of Orvane.\n\n"
    "The eastern pillars of the old bridge cannot be repaired before the river falls in September.\n",
}


@pytest.fixture(scope="module")
def found() -> Found:
    """The articles with all that is kept of each."""
    model = shipped_model()
    pages = [make_page(name, "record", text.encode(), lang="en") for name, text in TEXTS.items()]
    items = [item for item in analyze_pages(pages, model) if isinstance(item, tuple)]
    return [(analysis, encoding, meanings := read_meanings(analysis, model), read_sketch(analysis, encoding, meanings, model)) for analysis, encoding in items]


def compare(found: Found) -> Comparison:
    return compare_analyses(
        [a for a, _, _, _ in found], {a.article.id: e for a, e, _, _ in found}, {m.of: m for _, _, meanings, _ in found for m in meanings},
        {s.article: s for _, _, _, s in found},
    )  # fmt: skip


def list_told(comparison: Comparison) -> list[list[tuple[str, str]]]:
    """Return the words of the tellings of each statement that several articles tell, with their types."""
    texts = {a.article.id: a.article.text for a in comparison.analyses}
    several = [s.renderings for s in comparison.statements if len({r.article for r in s.renderings}) > 1]
    return [[(r.type, r.span.of(texts[r.article])) for r in renderings] for renderings in several]


def test_the_second_sentence_of_a_quotation_meets_its_own_telling_and_shows_what_differs(found: Found) -> None:
    comparison = compare(found)
    (ferry,) = [s for s in comparison.statements if len({r.article for r in s.renderings}) > 1 and any("single crown" in told for told in words_of(comparison, s.id))]
    assert not any("pillars" in told for told in words_of(comparison, ferry.id))
    assert "paraphrase_in_quote_marks" in {d.label for d in ferry.differences}


def test_a_sentence_without_a_source_joins_the_statement_whose_words_it_is(found: Found) -> None:
    told = list_told(compare(found))
    (pillars,) = [each for each in told if any("pillars" in words for _, words in each)]
    assert ("unattributed", "The eastern pillars of the old bridge cannot be repaired before the river falls in September.") in pillars


def test_a_store_gives_the_same(found: Found) -> None:
    for order in (found, found[::-1]):
        with closing(SqliteStore(":memory:")) as store:
            for each in order:
                with store.transaction():
                    keep_analyses(store, [each])
            assert read_store(store).statements == compare(found).statements


def words_of(comparison: Comparison, statement: str) -> list[str]:
    """Return the words of the tellings of a statement."""
    texts = {a.article.id: a.article.text for a in comparison.analyses}
    return [r.span.of(texts[r.article]) for s in comparison.statements if s.id == statement for r in s.renderings]
