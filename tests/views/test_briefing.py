"""What people are shown: order, grouping, and that every entry quotes its article exactly."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

from onrecord.errors import UsageError
from onrecord.records import Rendering, Span
from onrecord.results import Comparison
from onrecord.views import Briefing, make_briefing
from onrecord.views.brief_html import render_html
from onrecord.views.entries import Passage

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_comparison, make_statement
from .test_brief_text import print_plain
from .test_standings import stand


def list_passages(value: object) -> list[Passage]:
    """Return every passage anywhere in a briefing."""
    if isinstance(value, Passage):
        return [value]
    if isinstance(value, tuple):
        return [passage for item in value for passage in list_passages(item)]
    if is_dataclass(value):
        return [passage for field in fields(value) for passage in list_passages(getattr(value, field.name))]
    return []


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return make_briefing(make_comparison())


def empty_comparison() -> Comparison:
    return Comparison(analyses=(), stories=(), copies=(), accounts=(), statements=(), restatements=(), signs=(), problems=())


def test_every_passage_is_the_text_between_its_borders(briefing: Briefing) -> None:
    texts = {analysis.article.id: analysis.article.text for analysis in make_comparison().analyses}
    passages = list_passages(briefing)
    assert len(passages) > 40
    assert all(texts[p.article_id][p.span.start : p.span.end] == p.words for p in passages)


def test_the_statement_told_by_most_articles_leads(briefing: Briefing) -> None:
    lead = next(statement for statement in briefing.statements if statement.number == briefing.lead)
    assert (lead.speaker, lead.articles, len(lead.renderings)) == ("Tamsin Orlay", 3, 3)
    assert lead.lead.article == "gazette"


def test_statements_stand_in_order_of_time_and_undated_ones_last(briefing: Briefing) -> None:
    assert [s.said_at.start if s.said_at else None for s in briefing.statements] == ["2031-03-14", "2031-05-02", None]
    assert [s.number for s in briefing.statements] == [1, 2, 3]


def test_what_three_articles_word_in_three_ways_is_one_point(briefing: Briefing) -> None:
    point = briefing.statements[0].points[0]
    assert point.label == "modality_or_negation"
    assert [[p.words for p in side.passages] for side in point.sides] == [["will close"], ["dichtgaat"], ["можемо закрити"]]
    assert len(point.reasons) == 2


def test_a_condition_that_one_article_leaves_out_is_one_point_with_an_empty_side(briefing: Briefing) -> None:
    point = next(p for p in briefing.statements[0].points if p.label == "omitted_condition")
    assert [bool(side.passages) for side in point.sides] == [True, True, False]


def test_a_difference_of_everything_said_is_listed_but_marks_nothing(briefing: Briefing) -> None:
    statement = briefing.statements[0]
    (point,) = (p for p in statement.points if p.label == "translated")
    assert point.whole
    assert [side.rendering for side in point.sides] == [1, 2, 3]
    assert all(mark.point != point.number for rendering in statement.renderings for mark in rendering.marks)


def test_points_are_numbered_by_how_much_they_change(briefing: Briefing) -> None:
    points = briefing.statements[0].points
    assert [p.number for p in points] == [1, 2, 3, 4, 5]
    assert [p.label for p in points] == ["modality_or_negation", "omitted_condition", "and_or_changed", "loaded_cue", "translated"]


def test_a_telling_is_shown_with_its_source_cue_and_quotation_marks(briefing: Briefing) -> None:
    first, second, _ = briefing.statements[0].renderings
    assert first.shown.words.startswith('"If a single')
    assert first.shown.words.endswith("Tamsin Orlay told reporters")
    assert second.shown.words.startswith("Minister Tamsin Orlay dreigde")
    assert second.shown.words.endswith("beschoten")


def test_one_red_line_gathers_its_tellings_and_what_became_of_it(briefing: Briefing) -> None:
    first, second = briefing.red_lines
    assert (first.holder, first.force, first.statement) == ("Tamsin Orlay", "threat", 1)
    assert [(t.article.name, t.operator, len(t.conditions)) for t in first.tellings] == [("gazette", "any", 2), ("avondpost", "all", 2), ("visnyk", None, 1)]
    assert [(step.statement, step.relation) for step in first.restated] == [(2, "softens")]
    assert second.statement == 2


def test_two_tellings_of_one_article_are_tellings_of_one_red_line() -> None:
    text = "Title\nWe will leave if the quay closes, Ola Brandt said. If the quay is shut, we go, he added."
    article = make_article("twice", text)
    said = [
        make_attribution(article, "We will leave if the quay closes", source="", cue="", type="indirect", speaker="Ola Brandt"),
        make_attribution(article, "If the quay is shut, we go", source="", cue="", type="indirect", speaker="Ola Brandt"),
    ]
    threats = (
        make_commitment(said[0], article, "We will leave", ("trigger", "the quay closes"), operator=None),
        make_commitment(said[1], article, "we go", ("trigger", "the quay is shut"), operator=None),
    )
    comparison = replace(empty_comparison(), analyses=(make_analysis(article, *said, commitments=threats),), statements=(make_statement("x", *said, said_at=None),))
    (entry,) = make_briefing(comparison).red_lines
    assert [telling.consequence.words for telling in entry.tellings] == ["We will leave", "we go"]


def test_actors_are_counted_and_who_is_not_named_comes_last(briefing: Briefing) -> None:
    assert [(a.name, len(a.statements), a.renderings, a.commitments) for a in briefing.actors] == [("Tamsin Orlay", 2, 4, 2), ("the port hospital (not named)", 1, 1, 0)]


def test_a_story_counts_independent_accounts_and_names_copies(briefing: Briefing) -> None:
    (story,) = briefing.stories
    assert (len(story.articles), story.low, story.high, story.reasons) == (3, 2, 3, ("both name Tidewire; perhaps one account",))
    assert [(copy.article, copy.of, copy.of_id) for copy in story.copies] == [("avondpost", "Tidewire", None)]
    assert [article.name for article in briefing.unplaced] == ["gazette-2"]


def test_articles_of_one_outlet_are_told_apart_by_their_dates(briefing: Briefing) -> None:
    labels = {article.name: article.label for article in briefing.articles}
    assert labels["gazette-2"] == "Korva Gazette, 3 May 2031"
    assert (labels["avondpost"], labels["visnyk"]) == ("De Avondpost", "A3")
    assert briefing.statements[0].renderings[0].label == "Korva Gazette"


def test_signs_point_at_the_red_line_and_positions_run_in_time(briefing: Briefing) -> None:
    assert [(sign.status, sign.red_line, sign.statement) for sign in briefing.signs] == [("met", 1, 1)]
    (position,) = briefing.positions
    assert [(step.statement, step.relation) for step in position.steps] == [(1, None), (2, "softens")]


def test_figures_carry_value_hedge_and_whose_count(briefing: Briefing) -> None:
    first, second = briefing.figures
    assert (first.value, [h.words for h in first.hedges], first.counted_by) == ("at least 40", ["At least"], "port hospital")
    assert (second.value, second.counted_by) == ("43", "лікарня")


def test_problems_of_the_set_and_of_articles_are_all_there(briefing: Briefing) -> None:
    assert [problem.code for problem in briefing.problems] == ["unread-page", "no-outlet"]


def test_nothing_gives_an_empty_briefing() -> None:
    briefing = make_briefing(empty_comparison())
    assert (briefing.title, briefing.lead, briefing.statements, briefing.articles) == ("What was said", None, (), ())


def test_a_long_statement_is_cut_for_the_headline_at_a_blank() -> None:
    text = "Title\n" + "We shall build the bridge again, plank by plank. " * 12
    article = make_article("long", text)
    said = make_attribution(article, text[6:].strip(), source="", cue="", type="direct", speaker="Ana Brodsky")
    comparison = replace(empty_comparison(), analyses=(make_analysis(article, said),), statements=(make_statement("x", said, said_at=None),))
    (statement,) = make_briefing(comparison).statements
    assert statement.lead_is_cut
    assert statement.lead.words == statement.lead.span.of(text)
    assert text[statement.lead.span.end] == " "


def test_a_statement_of_an_article_that_is_not_there_is_an_error() -> None:
    comparison = make_comparison()
    stray = Rendering(article="article-unknown", span=Span(start=0, end=1), attribution=None, type="indirect", telling="telling-alone")
    broken = replace(comparison.statements[0], renderings=(stray,), differences=())
    with pytest.raises(UsageError, match="article-unknown"):
        make_briefing(replace(comparison, statements=(broken,)))


def test_an_outlet_that_tells_it_as_its_own_has_no_cue() -> None:
    comparison = make_comparison()
    article = comparison.analyses[1].article
    own = Rendering(article=article.id, span=find(article.text, "de zeestraat dichtgaat"), attribution=None, type="indirect", telling="telling-alone")
    changed = replace(comparison.statements[0], renderings=(own, comparison.statements[0].renderings[0]), differences=())
    statement = make_briefing(replace(comparison, statements=(changed,), restatements=(), signs=())).statements[0]
    assert (statement.renderings[0].own_words, statement.renderings[0].cue) == (True, ())
    assert statement.lead.article == "gazette"


def test_the_title_counts_articles_that_nothing_dates() -> None:
    comparison = make_comparison()
    plain = make_briefing(comparison).title
    last = comparison.analyses[-1]
    undated = replace(last, article=replace(last.article, published=None))
    placed = replace(comparison, analyses=(*comparison.analyses[:-1], undated))
    assert "of an unknown day" not in make_briefing(placed).title  # what it tells has a day
    nowhere = replace(placed, statements=tuple(replace(s, said_at=None) if any(r.article == last.article.id for r in s.renderings) else s for s in placed.statements))
    title = make_briefing(nowhere).title
    assert title.endswith(", and 1 article of an unknown day")
    assert plain.startswith("What was said, ")


@pytest.mark.parametrize(("lang", "words", "weekday"), [("en", "on Sunday", "Sunday"), ("nl", "op zondag", "Sunday"), ("cs", "v neděli", "Sunday"), ("en", "on the day", None)])
def test_a_weekday_is_shown_where_no_date_is_known(lang: str, words: str, weekday: str | None) -> None:
    comparison = make_comparison()
    first, *others = comparison.analyses
    article = replace(first.article, text=f"{first.article.text} {words}", lang=lang, published=None)
    evidence = Span(start=len(article.text) - len(words), end=len(article.text))
    told = tuple(replace(a, said_at=None, said_at_evidence=evidence) for a in first.attributions)
    mine = tuple(s for s in comparison.statements if {r.article for r in s.renderings} == {article.id})
    assert mine
    alone = replace(
        comparison, analyses=(replace(first, article=article, attributions=told), *others), statements=tuple(replace(s, said_at=None) for s in mine), restatements=(), signs=()
    )
    assert {entry.weekday for entry in make_briefing(alone).statements} == {weekday}
    if weekday:
        assert f"a {weekday}, date not known" in render_html(make_briefing(alone), alone.analyses)


@pytest.mark.parametrize(
    ("holder", "shown", "speaker"), [("Korva", "Korva", "Tamsin Orlay"), ("Tamsin Orlay", "Tamsin Orlay", None), ("Міністерка Tamsin Orlay", "Tamsin Orlay", None)]
)
def test_a_red_line_of_a_country_says_in_whose_words_it_is(holder: str, shown: str, speaker: str | None) -> None:
    comparison = make_comparison()
    first = comparison.analyses[0]
    bound = replace(comparison, analyses=(replace(first, commitments=tuple(replace(c, holder_canonical=holder) for c in first.commitments)), *comparison.analyses[1:]))
    entry = make_briefing(bound).red_lines[0]
    assert (entry.holder, entry.speaker) == (shown, speaker)
    assert ("in the words of" in " ".join(print_plain(bound).split("Red lines ─")[1].split("Watches")[0].split("Signs")[0].split())) is (speaker is not None)
    assert ("in the words of <bdi>Tamsin Orlay" in render_html(make_briefing(bound), bound.analyses)) is (speaker is not None)


def test_one_article_is_not_said_to_lack_signs() -> None:
    comparison = make_comparison()
    standing = stand(comparison, 0, "open")
    titles = [remark.title for remark in make_briefing(replace(comparison, signs=(), standings=(standing,))).summary]
    assert "Signs" in titles
    sole = replace(
        comparison, analyses=comparison.analyses[:1], signs=(), standings=(standing,), stories=(), accounts=(), copies=(), restatements=(),
        statements=(replace(comparison.statements[0], renderings=comparison.statements[0].renderings[:1], differences=()),),
    )  # fmt: skip
    assert "Signs" not in [remark.title for remark in make_briefing(sole).summary]


def test_the_title_reaches_to_the_day_of_an_article_none_of_whose_statements_has_a_date() -> None:
    comparison = make_comparison()
    assert make_briefing(comparison).title == "What was said, 14 March to 2 May 2031"
    nowhen = tuple(replace(s, said_at=None) if any(r.article == comparison.analyses[-1].article.id for r in s.renderings) else s for s in comparison.statements)
    assert make_briefing(replace(comparison, statements=nowhen)).title == "What was said, 14 March to 3 May 2031"
