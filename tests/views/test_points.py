"""Which points are shown: changed words of a quotation only where no other point tells them, and never for a translation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Article, Attribution, Difference, Story
from onrecord.results import Comparison
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.statements.differences.scope import SCOPE
from onrecord.views import make_briefing
from onrecord.views.entries import Point

from .make import find, make_analysis, make_article, make_attribution, make_statement

Side = tuple[Article, Attribution]


def quote(name: str, words: str, lang: str = "en") -> Side:
    """Return an article that quotes Ada Quill."""
    article = make_article(name, f"“{words},” said Ada Quill.", outlet=name, lang=lang)
    return article, make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")


def points(left: Side, right: Side, *changes: tuple[str, str, str, str]) -> list[Point]:
    """Return the points of two quotations; changes are label, words here, words there, reason."""
    differences = tuple(Difference(left=0, right=1, label=label, spans=(find(left[0].text, a), find(right[0].text, b)), reason=reason) for label, a, b, reason in changes)
    statement = replace(make_statement("one", left[1], right[1], said_at=None), differences=differences)
    story = Story(id="story-1", articles=(left[0].id, right[0].id), made_by="test@1")
    comparison = Comparison(
        analyses=tuple(make_analysis(article, said) for article, said in (left, right)), stories=(story,), copies=(), accounts=(), statements=(statement,), restatements=(),
        signs=(), problems=(),
    )  # fmt: skip
    return list(make_briefing(comparison).statements[0].points)


LEFT, RIGHT = quote("gazette", "our men are touched at dusk"), quote("courier", "our people are wrecked at night")
REQUOTE = "paraphrase_in_quote_marks"


def test_changed_words_that_another_point_tells_are_not_shown_again() -> None:
    actor = ("actor_changed", "men", "people", "`men` here, `people` there")
    assert [p.label for p in points(LEFT, RIGHT, actor, (REQUOTE, "men", "people", "both quote"))] == ["actor_changed"]
    assert {p.label for p in points(LEFT, RIGHT, actor, (REQUOTE, "dusk", "night", "both quote"))} == {"actor_changed", REQUOTE}


@pytest.mark.parametrize("lang", ["nl", "uk", "tr"])
def test_a_translation_is_not_called_another_wording(lang: str) -> None:
    assert points(LEFT, quote("post", "our people are wrecked at night", lang), (REQUOTE, "dusk", "night", "both quote")) == []


def test_points_of_one_label_that_say_different_things_have_titles_of_their_own() -> None:
    found = points(
        LEFT, RIGHT, ("verb_strength", "touched", "wrecked", "harm: `touched` (strength 1) here, `wrecked` (strength 4) there"),
        ("verb_strength", "our men", "people", f"{SCOPE}`our men` here, `people` there"), ("truncated", "at dusk", "at night", f"4 of 5 words here: {PERHAPS_NOT_ONE}"),
    )  # fmt: skip
    assert {p.title for p in found} == {"A stronger or a weaker verb", "More or fewer are meant", "Perhaps not one utterance"}


def test_a_point_can_be_told_by_what_its_sides_come_to() -> None:
    joined = ("and_or_changed", "men are touched at dusk", "people are wrecked at night", "joined by “and” here, only listed there")
    (point,) = points(LEFT, RIGHT, joined)
    assert "".join(part if isinstance(part, str) else getattr(part, "text", "?") for part in point.notes) == "joined by “and” in gazette; only listed in courier"
    (bare,) = points(LEFT, RIGHT, ("actor_changed", "men", "people", "`men` here, `people` there"))
    assert bare.notes == ()
