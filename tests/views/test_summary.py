"""The summary: counts and quotations of what the sections hold, and what is not known."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Difference, Restatement, Span
from onrecord.results import Analysis, Comparison
from onrecord.views import make_briefing
from onrecord.views.entries import Remark
from onrecord.views.parts import Name, Part, Passage

from .make import LATER, day, find, make_comparison
from .test_standings import stand


def read(comparison: Comparison) -> dict[str, str]:
    """Return the summary by title, as it is read."""

    def say(remark: Remark) -> str:
        return "".join(show(part) for part in remark.sentence)

    def show(part: Part) -> str:
        return f"“{part.words}”" if isinstance(part, Passage) else part if isinstance(part, str) else part.text if isinstance(part, Name) else part.label

    return {remark.title: say(remark) for remark in make_briefing(comparison).summary}


def undate(analysis: Analysis) -> Analysis:
    """Return an analysis whose article has no date."""
    return replace(analysis, article=replace(analysis.article, published=None))


def dated(comparison: Comparison) -> Comparison:
    """Return a comparison whose articles all have a date."""
    when = day("2031-05-02", "2031-05-03")
    return replace(comparison, analyses=tuple(replace(a, article=replace(a.article, published=a.article.published or when)) for a in comparison.analyses))


def watch(comparison: Comparison) -> Comparison:
    """Return a comparison with an open watch."""
    return replace(comparison, standings=(stand(comparison, 0, "open"),))


def test_the_gaps_are_named() -> None:
    gaps = read(make_comparison())["Not known"]
    assert "which outlet: a3" in gaps.lower()
    assert "who says 1 statement" in gaps
    assert "the day of 1 statement" in gaps


def test_what_all_articles_lack_is_known_of_none() -> None:
    comparison = make_comparison()
    nameless = tuple(replace(a, article=replace(a.article, outlet=None)) for a in comparison.analyses)
    assert "which outlet: known of none" in read(replace(comparison, analyses=nameless))["Not known"].lower()


def test_red_lines_are_quoted_with_their_conditions() -> None:
    assert read(make_comparison())["Red lines"].startswith(
        "R1 Tamsin Orlay: “we will close the strait the same day” if “a single grain ship is seized” or if “the lighthouse is shelled”"
    )


def test_the_word_on_which_the_tellings_of_a_red_line_part_stands_beside_it() -> None:
    comparison = make_comparison()
    gazette, avondpost = (analysis.article for analysis in comparison.analyses[:2])
    verbs = Difference(left=0, right=1, label="verb_strength", spans=(find(gazette.text, "close"), find(avondpost.text, "dichtgaat")), reason="`close` here, `dichtgaat` there")
    threat = replace(comparison.statements[0], differences=(verbs,))
    told = read(replace(comparison, statements=(threat, *comparison.statements[1:])))["Red lines"]
    assert "its tellings part on “close” / “dichtgaat”" in told


def test_news_comes_before_tallies_and_tallies_on_one_line() -> None:
    titles = list(read(make_comparison()))
    assert titles[0] == "Red lines"
    assert titles[-1] == "In numbers"
    assert read(make_comparison())["In numbers"] == "3 statements, 1 quoted, 1 told by several articles."


def test_what_differs_is_told_in_the_words_of_the_sides() -> None:
    told = read(make_comparison())["Told differently"]
    assert told.startswith("S1 ")
    assert "a condition left out: A3 without “or the lighthouse is shelled” of Korva Gazette" in told


def test_long_sides_are_cut_at_a_blank() -> None:
    passages = [part for remark in make_briefing(make_comparison()).summary if remark.title == "Told differently" for part in remark.sentence if isinstance(part, Passage)]
    texts = {analysis.article.id: analysis.article.text for analysis in make_comparison().analyses}
    assert passages
    for passage in passages:
        assert len(passage.words) <= 32
        assert not texts[passage.article_id][passage.span.end].isalnum()


def test_the_largest_figures_that_somebody_counts_are_quoted() -> None:
    assert read(make_comparison())["Figures"] == "“43 докери” injured (лікарня, F2); “At least 40” injured (port hospital, F1)."


def test_accounts_are_counted_story_by_story() -> None:
    told = read(make_comparison())["Who reports"]
    assert "2 to 3 independent accounts; 1 more article alone; credits: Tidewire" in told


def test_without_a_red_line_the_leading_statement_is_quoted() -> None:
    comparison = make_comparison()
    calm = tuple(replace(analysis, commitments=()) for analysis in comparison.analyses)
    told = read(replace(comparison, analyses=calm, signs=()))
    assert told["On record"].startswith("S1 Tamsin Orlay: “If a single grain ship is seized")


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
    assert "New since" not in read(replace(comparison, restatements=(repeated,)))


def test_that_no_later_article_shows_a_sign_is_said_only_where_each_has_a_place_in_time() -> None:
    comparison = watch(make_comparison())
    assert "no later article reports a condition" in read(dated(replace(comparison, signs=())))["Still open"]
    last = undate(comparison.analyses[-1])
    told_of = dated(replace(comparison, analyses=(*comparison.analyses[:-1], last), signs=()))
    placed = replace(told_of, analyses=(*told_of.analyses[:-1], last))
    assert "no later article reports a condition" in read(placed)["Still open"]  # what it tells has a day
    undated = replace(placed, statements=tuple(replace(s, said_at=None) for s in placed.statements))
    told = read(undated)["Still open"]
    assert "no later article" not in told
    assert "no dated article reports a condition as prepared, met or denied later" in told
    assert "1 article cannot be placed in time" in told
    assert "1 article without a date" in make_briefing(undated).title


def test_signs_whose_order_is_not_known_are_listed_and_mentions_are_no_news() -> None:
    comparison = watch(make_comparison())
    (sign,) = comparison.signs
    assert "not known whether before or after: G1 “patrol boats" in read(replace(comparison, signs=(replace(sign, order="unknown"),)))["Still open"]
    mention = replace(sign, id="mention", status="spoken_of", order="unknown", span=Span(start=0, end=12))
    both = read(replace(comparison, signs=(mention, replace(sign, order="unknown"))))["Still open"]
    assert "not known whether before or after: G2 “patrol boats" in both  # what is prepared is quoted before what is only spoken of
    assert both.rstrip(".").endswith("and G1")
    told = read(dated(replace(comparison, signs=(replace(sign, status="spoken_of"),))))["Still open"]
    assert "no later article reports a condition" in told
    assert "spoken of later: G1 “patrol boats stopped the grain ship Halcyon off Korva”" in told


def test_statements_whose_order_is_not_known_are_alike() -> None:
    comparison = make_comparison()
    link = replace(comparison.restatements[0], relation="alike", order="unknown")
    told = read(replace(comparison, restatements=(link,)))
    assert told["Order not told"] == (
        'S2 “the strait would be closed "within a week" if a grain ship is seized” (Korva Gazette, 3 May 2031) and S1 are alike; which is earlier is not told.'
    )
    assert "New since" not in told
    assert make_briefing(replace(comparison, restatements=(link,))).positions == ()


def test_every_passage_of_the_summary_is_the_text_of_its_article() -> None:
    texts = {analysis.article.id: analysis.article.text for analysis in make_comparison().analyses}
    passages = [part for remark in make_briefing(make_comparison()).summary for part in remark.sentence if isinstance(part, Passage)]
    assert passages
    assert all(passage.span.of(texts[passage.article_id]) == passage.words for passage in passages)
