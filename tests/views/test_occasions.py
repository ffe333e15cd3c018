"""When something was said is worded in one way everywhere: told, inferred, a weekday alone, or only reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import DateRange
from onrecord.results import Comparison
from onrecord.views.brief_html import render_html
from onrecord.views.briefing import make_briefing
from onrecord.views.occasions import find_usual_day, word_day, word_told_day

from .make import day, make_comparison

INFERRED = "inferred: the only day the story gives for this speaker"
MARCH, MAY = day("2031-03-14", "2031-03-15"), day("2031-05-02", "2031-05-03")


def compare(said_at: DateRange | None, how: str | None, *, is_published: bool = True) -> Comparison:
    """Return the set with another day for its first statement."""
    comparison = make_comparison()
    first, *others = comparison.statements
    analyses = comparison.analyses if is_published else tuple(replace(a, article=replace(a.article, published=None)) for a in comparison.analyses)
    return replace(comparison, analyses=analyses, statements=(replace(first, said_at=said_at, said_at_how=how), *others))


@pytest.mark.parametrize(
    ("said_at", "how", "is_published", "words"),
    [
        (MARCH, "told", True, "14 March 2031"),
        (MARCH, INFERRED, True, "about 14 March 2031 (inferred)"),
        (day("2031-03-14", "2031-03-17"), INFERRED, False, "about 14 to 16 March 2031 (inferred)"),
        (None, None, True, "reported 14 March 2031"),
        (None, None, False, None),
    ],
)
def test_a_day_is_told_inferred_or_that_of_the_first_report(said_at: DateRange | None, how: str | None, is_published: bool, words: str | None) -> None:
    comparison = compare(said_at, how, is_published=is_published)
    briefing = make_briefing(comparison)
    entry = next(s for s in briefing.statements if s.id == comparison.statements[0].id)
    assert (word_day(entry), word_told_day(entry)) == (words or "no date", words or "day not told")
    assert (words or "no date") in render_html(briefing, comparison.analyses)


def test_an_inferred_day_is_not_the_day_of_a_story() -> None:
    told, inferred = (make_briefing(compare(MARCH, how)) for how in ("told", INFERRED))
    mine = [rendering.article for statement in told.statements if statement.said_at == MARCH for rendering in statement.renderings]
    assert find_usual_day(mine, told.statements) == MARCH
    assert find_usual_day(mine, inferred.statements) is None


def test_the_period_of_the_title_does_not_shrink_to_the_only_day_that_is_told() -> None:
    comparison = compare(None, None)
    later = tuple(replace(s, said_at=None) if s.said_at == MAY else s for s in comparison.statements)
    one = (replace(later[0], said_at=MARCH, said_at_how="told"), *later[1:])
    assert make_briefing(replace(comparison, statements=one)).title == "What was said, 14 March to 3 May 2031"


def test_the_title_leaves_out_what_an_article_tells_of_the_past() -> None:
    assert make_briefing(compare(day("2011-07-06", "2011-07-07"), "told")).title == "What was said, 14 March to 2 May 2031"
    assert make_briefing(compare(day("2011-07-06", "2011-07-07"), "told", is_published=False)).title == "What was said, 6 July 2011 to 2 May 2031"
    assert make_briefing(compare(day("2031-03-10", "2031-03-11"), "told")).title == "What was said, 10 March to 2 May 2031"
