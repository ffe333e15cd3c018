"""Watches in the briefing: every condition stands there with its state, what happened first."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Standing
from onrecord.results import Comparison
from onrecord.views.brief_html import render_html
from onrecord.views.briefing import make_briefing
from onrecord.views.confident import keep_confident_comparison
from onrecord.views.contract import comparison_to_dict
from onrecord.views.standing_text import word_standing
from tests.views.make import day, make_comparison


def stand(comparison: Comparison, condition: int, state: str, *signs: str) -> Standing:
    """Return where a condition of the first threat stands."""
    commitment = comparison.analyses[0].commitments[0]
    span = commitment.conditions[condition].span
    return Standing(
        id=f"standing-{condition}", statement=comparison.statements[0].id, commitment=commitment.id, article=commitment.article, span=span,
        condition=span.of(comparison.analyses[0].article.text), state=state, since="2031-05-03", deadline=day("2031-05-10", "2031-05-11") if state == "open" else None, signs=signs,
        accounts=len(signs), reason="met in 1 passage" if signs else "no later article tells of it", made_by="test@1",
    )  # fmt: skip


def make_watched() -> Comparison:
    comparison = make_comparison()
    return replace(comparison, standings=(stand(comparison, 1, "open"), stand(comparison, 0, "met", "sign-1")))


def test_what_was_met_comes_before_what_stands_open() -> None:
    entries = make_briefing(make_watched()).standings
    assert [(e.number, e.state, e.signs) for e in entries] == [(1, "met", (1,)), (2, "open", ())]
    assert [e.passage.words for e in entries] == ["a single grain ship is seized", "the lighthouse is shelled"]
    assert {e.speaker for e in entries} == {"Tamsin Orlay"}


def test_a_watch_says_since_when_and_what_shows_it() -> None:
    met, open_ = make_briefing(make_watched()).standings
    assert [(indent, line.plain) for indent, line in word_standing(met)] == [
        (0, "W1 met: “a single grain ship is seized” (Tamsin Orlay, since 3 May 2031, R1, S1)"),
        (3, "G1 in 1 account: met in 1 passage"),
    ]
    assert [line.plain for _, line in word_standing(open_)] == ["W2 open: “the lighthouse is shelled” (Tamsin Orlay, since 3 May 2031, deadline 10 May 2031, R1, S1)"]


def test_watches_stand_in_the_page_and_in_the_contract() -> None:
    comparison = make_watched()
    page = render_html(make_briefing(comparison), comparison.analyses)
    assert 'id="watch-1"' in page
    assert 'href="#sign-1"' in page
    assert "since 3 May 2031" in page
    found = comparison_to_dict(comparison)["standings"]
    assert isinstance(found, list)
    assert [(s["state"], s["since"], s["deadline"], s["article"]) for s in found if isinstance(s, dict)] == [
        ("open", "2031-05-03", "2031-05-10", "gazette"),
        ("met", "2031-05-03", None, "gazette"),
    ]


def test_hostile_conditions_stay_text() -> None:
    comparison = make_watched()
    standing = replace(comparison.standings[0], reason="<script>alert(1)</script>\x1b[31m")
    hostile = replace(comparison, standings=(standing,))
    assert "<script>alert(1)" not in render_html(make_briefing(hostile), hostile.analyses)
    (entry,) = make_briefing(replace(hostile, standings=(replace(standing, state="lapsed"),))).standings
    assert all("\x1b" not in line.plain for _, line in word_standing(entry))


def test_what_is_below_the_confidence_is_no_watch() -> None:
    assert keep_confident_comparison(make_watched(), 0.85).standings == ()
    assert len(keep_confident_comparison(make_watched(), 0.5).standings) == 2
