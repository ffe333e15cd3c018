"""Watches in the briefing: every condition stands there with its state, what happened first."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Standing, Wording
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
    assert [line.plain for _, line in word_standing(open_)] == [
        "W2 open: “the lighthouse is shelled” (Tamsin Orlay, since 3 May 2031, deadline 10 May 2031, R1, S1)", "no later article tells of it",
    ]  # fmt: skip


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


def test_all_wordings_stand_under_one_watch_and_the_unsure_last() -> None:
    comparison = make_watched()
    dutch = comparison.analyses[1]
    commitment = dutch.commitments[0]
    other = Wording(article=dutch.article.id, span=commitment.conditions[0].span, commitment=commitment.id)
    open_, met = comparison.standings
    wide = replace(open_, wordings=(Wording(article=open_.article, span=open_.span, commitment=open_.commitment), other))
    entries = make_briefing(replace(comparison, standings=(replace(met, confidence=0.4), wide))).standings
    assert [(e.state, e.is_unsure) for e in entries] == [("open", False), ("met", True)]
    words = other.span.of(dutch.article.text)
    assert [passage.words for passage in entries[0].others] == [words]
    lines = [line.plain for entry in entries for _, line in word_standing(entry)]
    assert f"also told as “{words}”" in lines
    assert lines[0].endswith("1 to 2 separate texts)")  # nothing shows that the two have sources of their own
    assert (entries[0].told_low, entries[0].told) == (1, 2)
    assert any(line.endswith("unsure)") for line in lines)
    assert words in render_html(make_briefing(replace(comparison, standings=(wide,))), comparison.analyses)
    found = comparison_to_dict(replace(comparison, standings=(wide,)))["standings"]
    assert isinstance(found, list)
    assert [[w["article"] for w in s["wordings"] if isinstance(w, dict)] for s in found if isinstance(s, dict) and isinstance(s["wordings"], list)] == [
        [comparison.analyses[0].article.name, dutch.article.name]
    ]


def test_red_lines_of_more_accounts_come_first() -> None:
    comparison = make_watched()
    (open_, met), dutch = comparison.standings, comparison.analyses[1]
    other = Wording(article=dutch.article.id, span=dutch.commitments[0].conditions[0].span, commitment=dutch.commitments[0].id)
    alone, wide = replace(met, id="b", state="open"), replace(open_, wordings=(other,))
    for order in ((alone, wide), (wide, alone)):
        assert [e.told for e in make_briefing(replace(comparison, standings=order)).standings] == [2, 1]


def test_a_wording_that_is_sure_enough_stays_a_watch() -> None:
    comparison = make_watched()
    (open_, _), dutch = comparison.standings, comparison.analyses[1]
    commitment = replace(dutch.commitments[0], confidence=0.95)
    other = Wording(article=dutch.article.id, span=commitment.conditions[0].span, commitment=commitment.id)
    sure = replace(
        comparison, analyses=(comparison.analyses[0], replace(dutch, commitments=(commitment,)), *comparison.analyses[2:]), standings=(replace(open_, statement=None, wordings=(other,)),)
    )  # fmt: skip
    (kept,) = keep_confident_comparison(sure, 0.92).standings
    assert (kept.commitment, kept.condition) == (commitment.id, " ".join(other.span.of(dutch.article.text).split()))


def test_hostile_conditions_stay_text() -> None:
    comparison = make_watched()
    standing = replace(comparison.standings[0], reason="<script>alert(1)</script>\x1b[31m")
    hostile = replace(comparison, standings=(standing,))
    assert "<script>alert(1)" not in render_html(make_briefing(hostile), hostile.analyses)
    (entry,) = make_briefing(replace(hostile, standings=(replace(standing, state="lapsed"),))).standings
    assert all("\x1b" not in line.plain for _, line in word_standing(entry))


def test_what_is_due_says_why_and_comes_before_what_stands_open() -> None:
    comparison = make_watched()
    open_, met = comparison.standings
    due = replace(met, state="due", signs=(), accounts=0, reason="the deadline passed")
    entries = make_briefing(replace(comparison, standings=(open_, due))).standings
    assert [entry.state for entry in entries] == ["due", "open"]
    assert [line.plain for _, line in word_standing(entries[0])][-1] == "the deadline passed"


def test_an_exception_that_is_due_is_shown_with_its_opener() -> None:
    comparison = make_watched()
    first, *others = comparison.analyses
    threat, *rest = first.commitments
    unless = replace(threat, conditions=tuple(replace(condition, kind="exception", bearing=None) for condition in threat.conditions))
    turned = replace(comparison, analyses=(replace(first, commitments=(unless, *rest)), *others))
    met, due = make_briefing(replace(turned, standings=tuple(replace(s, state="due" if s.state == "open" else s.state) for s in turned.standings))).standings
    assert (met.opener, due.opener) == ("", "exception")
    assert next(line.plain for _, line in word_standing(due)).startswith("W2 due: unless “the lighthouse is shelled”")
    briefing = make_briefing(replace(turned, standings=tuple(replace(s, state="due") for s in turned.standings)))
    assert render_html(briefing, turned.analyses).count('<td data-head="Condition">unless ') == 2


def test_what_is_below_the_confidence_is_no_watch() -> None:
    assert keep_confident_comparison(make_watched(), 0.85).standings == ()
    assert len(keep_confident_comparison(make_watched(), 0.5).standings) == 2
