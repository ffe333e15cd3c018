"""The summary: counts and quotations of what the sections hold, and what is not known."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Restatement
from onrecord.results import Comparison
from onrecord.views import make_briefing
from onrecord.views.entries import Remark
from onrecord.views.parts import Name, Part, Passage

from .make import LATER, find, make_comparison


def read(comparison: Comparison) -> dict[str, str]:
    """Return the summary by title, as it is read."""

    def say(remark: Remark) -> str:
        return "".join(show(part) for part in remark.sentence)

    def show(part: Part) -> str:
        return f"“{part.words}”" if isinstance(part, Passage) else part if isinstance(part, str) else part.text if isinstance(part, Name) else part.label

    return {remark.title: say(remark) for remark in make_briefing(comparison).summary}


def test_the_gaps_are_named() -> None:
    gaps = read(make_comparison())["Not known"]
    assert "which outlet it is: visnyk" in gaps.lower()
    assert "who says 1 statement" in gaps
    assert "when 1 statement was made" in gaps


def test_red_lines_are_quoted_with_their_conditions() -> None:
    assert read(make_comparison())["Red lines"].startswith(
        "R1 Tamsin Orlay: “we will close the strait the same day” if “a single grain ship is seized” or if “the lighthouse is shelled”"
    )


def test_a_change_is_told_with_the_words_of_both_sides() -> None:
    comparison = make_comparison()
    link = comparison.restatements[0]
    first, last = comparison.analyses[0].article, comparison.analyses[-1].article
    both = replace(link, articles=(first.id, last.id), spans=(find(first.text, "the same day"), find(LATER, '"within a week"')))
    assert read(replace(comparison, restatements=(both,)))["New since"] == 'Tamsin Orlay softened on 2 May 2031: then “the same day”, now “"within a week"” (S2).'


def test_repeats_alone_are_no_change() -> None:
    comparison = make_comparison()
    first = comparison.restatements[0]
    repeated = Restatement(id="r", earlier=first.earlier, later=first.later, relation="repeats", reason="again", made_by="test@1")
    assert read(replace(comparison, restatements=(repeated,)))["New since"] == "1 position is repeated unchanged."


def test_every_passage_of_the_summary_is_the_text_of_its_article() -> None:
    texts = {analysis.article.id: analysis.article.text for analysis in make_comparison().analyses}
    passages = [part for remark in make_briefing(make_comparison()).summary for part in remark.sentence if isinstance(part, Passage)]
    assert passages
    assert all(passage.span.of(texts[passage.article_id]) == passage.words for passage in passages)
