"""What is not sure enough is left out, with all that rests on it; the rest stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.results import Comparison
from onrecord.views import comparison_to_dict
from onrecord.views.confident import keep_confident, keep_confident_comparison
from tests.views.make import make_comparison


def doubt(comparison: Comparison, place: int, confidence: float) -> Comparison:
    """Return a comparison whose first attribution of an article is unsure."""
    analysis = comparison.analyses[place]
    first = replace(analysis.attributions[0], confidence=confidence)
    analyses = list(comparison.analyses)
    analyses[place] = replace(analysis, attributions=(first, *analysis.attributions[1:]))
    return replace(comparison, analyses=tuple(analyses))


def test_with_no_least_confidence_nothing_is_left_out() -> None:
    comparison = make_comparison()
    assert keep_confident_comparison(comparison, 0.0) is comparison
    assert keep_confident(comparison.analyses[0], 0.0) is comparison.analyses[0]


def test_what_is_just_sure_enough_stays() -> None:
    comparison = make_comparison()
    assert keep_confident_comparison(comparison, 0.8) == comparison


def test_commitments_have_a_confidence_of_their_own() -> None:
    comparison = keep_confident_comparison(make_comparison(), 0.85)
    assert [len(a.attributions) for a in comparison.analyses] == [2, 1, 1, 1]
    assert not any(a.commitments for a in comparison.analyses)
    assert comparison.signs == ()


def test_an_unsure_rendering_goes_and_the_others_keep_their_differences() -> None:
    before = make_comparison()
    after = keep_confident_comparison(doubt(before, 1, 0.2), 0.5)
    threat, kept = before.statements[0], after.statements[0]
    assert [r.article for r in kept.renderings] == [threat.renderings[0].article, threat.renderings[2].article]
    assert [(d.left, d.right, d.label) for d in kept.differences] == [(0, 1, d.label) for d in threat.differences if (d.left, d.right) == (0, 2)]
    assert after.analyses[1].commitments[0].attribution is None


def test_a_statement_without_renderings_goes_with_all_that_names_it() -> None:
    after = keep_confident_comparison(doubt(make_comparison(), 3, 0.2), 0.5)
    assert [s.speaker for s in after.statements] == ["Tamsin Orlay", None]
    assert after.restatements == ()
    assert len(after.signs) == 1


def test_a_day_that_rests_on_an_unsure_attribution_goes() -> None:
    comparison = make_comparison()
    threat = replace(comparison.statements[0], said_at_from=comparison.analyses[1].attributions[0].id)
    after = keep_confident_comparison(doubt(replace(comparison, statements=(threat, *comparison.statements[1:])), 1, 0.2), 0.5)
    assert (after.statements[0].said_at, after.statements[0].said_at_from) == (None, None)
    assert after.statements[0].occasion == threat.occasion


def test_figures_stay() -> None:
    assert [a.figures for a in keep_confident_comparison(make_comparison(), 1.0).analyses] == [a.figures for a in make_comparison().analyses]


@given(st.floats(0, 1))
def test_what_is_left_can_be_printed_and_is_sure_enough(least: float) -> None:
    found = comparison_to_dict(keep_confident_comparison(make_comparison(), least))
    assert isinstance(found["articles"], list)
    for article in found["articles"]:
        assert isinstance(article, dict)
        for kind in ("mentions", "attributions", "commitments"):
            rows = article[kind]
            assert isinstance(rows, list)
            assert all(isinstance(row, dict) and row["confidence"] >= least for row in rows)  # type: ignore[operator]


@pytest.mark.parametrize("steps", [(0.3, 0.85), (0.85, 0.3)])
def test_filtering_twice_is_filtering_by_the_higher(steps: tuple[float, float]) -> None:
    first, second = steps
    comparison = make_comparison()
    assert keep_confident_comparison(keep_confident_comparison(comparison, first), second) == keep_confident_comparison(comparison, max(steps))
