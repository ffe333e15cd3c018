"""The summary: counts and quotations of what the sections hold, and what is not known."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Attribution, Credit, Difference, Restatement, Span
from onrecord.results import Analysis, Comparison
from onrecord.views import make_briefing
from onrecord.views.entries import Remark
from onrecord.views.parts import Name, Part, Passage, Retold

from .make import LATER, find, make_analysis, make_article, make_attribution, make_commitment, make_comparison, make_rendering, make_statement
from .test_standings import stand


def read(comparison: Comparison) -> dict[str, str]:
    """Return the summary by title, as it is read."""

    def say(remark: Remark) -> str:
        return "".join(show(part) for part in remark.sentence)

    def show(part: Part) -> str:
        if isinstance(part, Retold):
            return part.passage.words
        return f"“{part.words}”" if isinstance(part, Passage) else part if isinstance(part, str) else part.text if isinstance(part, Name) else part.label

    return {remark.title: say(remark) for remark in make_briefing(comparison).summary}


def undate(analysis: Analysis) -> Analysis:
    """Return an analysis whose article has no date."""
    return replace(analysis, article=replace(analysis.article, published=None))


def watch(comparison: Comparison) -> Comparison:
    """Return a comparison with an open watch."""
    return replace(comparison, standings=(stand(comparison, 0, "open"),))


def test_the_gaps_are_named() -> None:
    comparison = make_comparison()
    assert "who says" not in read(comparison)["Not known"].lower()
    silent = tuple(
        replace(a, attributions=tuple(replace(said, source=(), speaker_evidence=None) if said.speaker is None else said for said in a.attributions)) for a in comparison.analyses
    )
    gaps = read(replace(comparison, analyses=silent))["Not known"]
    assert "the outlet of a3" in gaps.lower()
    assert "who says 1 statement" in gaps
    assert "the day of 1 statement" in gaps


def test_what_all_articles_lack_is_known_of_none() -> None:
    comparison = make_comparison()
    nameless = tuple(replace(a, article=replace(a.article, outlet=None)) for a in comparison.analyses)
    assert "the outlet of any article" in read(replace(comparison, analyses=nameless))["Not known"].lower()


def test_the_outlet_of_an_article_that_credits_its_platform_is_no_gap() -> None:
    comparison = make_comparison()
    nameless = tuple(replace(a, article=replace(a.article, outlet=None)) for a in comparison.analyses)
    credit = Credit(span=Span(start=0, end=4), name="NewsWorld", kind="platform")
    first = replace(nameless[0], article=replace(nameless[0].article, credits=(credit,)))
    gaps = read(replace(comparison, analyses=(first, *nameless[1:])))["Not known"].lower()
    assert "the outlet of any article" not in gaps and "the outlet of a2" in gaps


def test_an_article_stands_on_no_day_only_where_it_tells_none_either() -> None:
    comparison = make_comparison()
    undated = replace(comparison, analyses=tuple(undate(analysis) for analysis in comparison.analyses))
    assert "when the articles appeared" in read(undated)["Not known"].lower()
    nowhere = replace(undated, statements=tuple(replace(statement, said_at=None) for statement in undated.statements))
    assert "the day of any article" in read(nowhere)["Not known"].lower()
    assert make_briefing(nowhere).title == "What was said"


def test_a_red_line_says_who_when_where_on_what_condition_and_who_tells_it() -> None:
    assert read(make_comparison())["Red lines"] == (
        "R1 Tamsin Orlay, 14 March 2031, press conference in Korva: “we will close the strait the same day” if “a single grain ship is seized” or if “the lighthouse "
        "is shelled” (Korva Gazette, also told by De Avondpost and A3; 2 to 3 separate texts; one condition alone in A3); and 1 that takes it up again."
    )


def test_what_takes_up_a_red_line_is_said_again_and_no_red_line_of_its_own() -> None:
    told = read(make_comparison())
    assert "R2" not in told["Red lines"]
    assert len(make_briefing(make_comparison()).red_lines) == 2
    assert told["Said again"] == (
        'Tamsin Orlay, 2 May 2031, softened, as Korva Gazette, 3 May 2031, tells: the strait would be closed "within a week" if a grain ship is seized (Korva Gazette, 3 May 2031, S2).'
    )


def test_a_day_that_is_not_told_is_said_to_be_so() -> None:
    comparison = make_comparison()
    nowhen = tuple(replace(statement, said_at=None) for statement in comparison.statements)
    assert read(replace(comparison, statements=nowhen))["Red lines"].startswith("R1 Tamsin Orlay, reported 14 March 2031, press conference in Korva: ")
    undated = tuple(replace(a, article=replace(a.article, published=None)) for a in comparison.analyses)
    assert read(replace(comparison, statements=nowhen, analyses=undated))["Red lines"].startswith("R1 Tamsin Orlay, day not told, press conference in Korva: ")


def test_news_comes_before_tallies_and_tallies_on_one_line() -> None:
    titles = list(read(make_comparison()))
    assert titles[0] == "Red lines"
    assert titles[-1] == "In numbers"
    assert read(make_comparison())["In numbers"] == "3 statements, 1 quoted, 1 told by several articles."


def test_what_differs_is_told_in_the_words_of_the_sides_with_who_has_them() -> None:
    told = read(make_comparison())["Told differently"]
    assert told.startswith("S1 not equally certain: “will close” (Korva Gazette, 14 March 2031 and De Avondpost, Dutch), “можемо закрити” (A3, Ukrainian) · ")
    assert "a condition left out: A3 without “or the lighthouse is shelled” of Korva Gazette" in told


def test_what_one_article_leaves_out_in_one_place_and_tells_in_another_comes_after_what_articles_differ_on() -> None:
    comparison = make_comparison()
    gazette = comparison.analyses[0]
    retold = make_attribution(gazette.article, "KORVA, 14 March (Tidewire)", source="", cue="", type="indirect", speaker="Tamsin Orlay")
    both = replace(
        comparison.statements[0],
        renderings=(*comparison.statements[0].renderings, make_rendering(retold)),
        differences=(
            Difference(left=0, right=3, label="omitted_condition", spans=(find(gazette.article.text, "the lighthouse is shelled"), None), reason="only in the quotation"),
            Difference(left=0, right=1, label="verb_strength", spans=(find(gazette.article.text, "close"), find(comparison.analyses[1].article.text, "dichtgaat")), reason="other"),
        ),
    )
    analyses = (replace(gazette, attributions=(*gazette.attributions, retold)), *comparison.analyses[1:])
    told = read(replace(comparison, analyses=analyses, statements=(both, *comparison.statements[1:])))["Told differently"]
    assert told.index("“dichtgaat”") < told.index("a condition left out")
    assert "Korva Gazette’s own words without “the lighthouse is shelled” of Korva Gazette’s quotation, but Korva Gazette’s quotation has it" in told


def test_the_figures_of_the_dead_and_hurt_are_told_with_limits_and_whose_count_they_are() -> None:
    assert read(make_comparison())["Figures"] == (
        "F2 injured: 43 dockers in Korva (лікарня, as of 14 March 2031, A3, Ukrainian); "
        "F1 injured: at least 40 dockers in Korva (port hospital, as of 14 March 2031, Korva Gazette, 14 March 2031)."
    )


def test_who_reports_is_told_happening_by_happening_with_where_each_has_it_from() -> None:
    told = read(make_comparison())["Who reports"]
    assert told == (
        "14 March 2031: Korva Gazette, 14 March 2031 (credits Tidewire), De Avondpost (credits Tidewire) and A3 (no source named), "
        "2 to 3 separate texts (no copying found); Korva Gazette, 3 May 2031, alone."
    )


def test_without_a_red_line_the_leading_statement_and_all_commitments_are_quoted() -> None:
    comparison = make_comparison()
    calm = tuple(replace(analysis, commitments=()) for analysis in comparison.analyses)
    told = read(replace(comparison, analyses=calm, signs=()))
    assert told["On record"].startswith("S1 Tamsin Orlay, 14 March 2031, press conference in Korva: “If a single grain ship is seized")
    plain = tuple(
        replace(analysis, commitments=tuple(replace(c, conditions=(), conditional=False, operator=None, force="demand") for c in analysis.commitments))
        for analysis in comparison.analyses
    )
    told = read(replace(comparison, analyses=plain, signs=()))
    assert told["Demanded"].startswith("Tamsin Orlay: “we will close the strait the same day” (14 March 2031, Korva Gazette and 2 more, S1); ")
    assert told["Demanded"].endswith("as Korva Gazette, 3 May 2031, tells: the strait would be closed (2 May 2031, S2).")


def test_a_change_is_told_with_the_words_of_both_sides() -> None:
    comparison = make_comparison()
    link = comparison.restatements[0]
    first, last = comparison.analyses[0].article, comparison.analyses[-1].article
    both = replace(link, articles=(first.id, last.id), spans=(find(first.text, "the same day"), find(LATER, '"within a week"')))
    told = read(replace(comparison, restatements=(both,)))["Said again"]
    assert told == 'Tamsin Orlay, 2 May 2031, softened: then “the same day”, now “"within a week"” (Korva Gazette, 3 May 2031, S2).'


def test_repeats_of_what_is_no_red_line_are_left_to_their_section() -> None:
    comparison = make_comparison()
    first = comparison.restatements[0]
    repeated = Restatement(id="r", earlier=first.earlier, later=first.later, relation="repeats", reason="again", made_by="test@1")
    assert "; repeats R1" in read(replace(comparison, restatements=(repeated,)))["Said again"]
    calm = tuple(replace(analysis, commitments=()) for analysis in comparison.analyses)
    assert "Said again" not in read(replace(comparison, analyses=calm, signs=(), restatements=(repeated,)))


def test_conditions_of_red_lines_without_a_sign_are_named() -> None:
    comparison = watch(make_comparison())
    plain = tuple(replace(a, commitments=tuple(replace(c, force="offer") for c in a.commitments)) for a in comparison.analyses)
    assert read(replace(comparison, analyses=plain, signs=()))["Signs"] == "In later articles no passage found on “a single grain ship is seized” (W1)."
    assert read(replace(comparison, signs=()))["Signs"] == "In later articles no passage found on “a single grain ship is seized” (W1)."
    beside = tuple(replace(standing, beside="another") for standing in comparison.standings)
    assert "Signs" not in read(replace(comparison, signs=(), standings=beside))
    due = tuple(replace(standing, state="due") for standing in comparison.standings)
    assert read(replace(comparison, signs=(), standings=due))["Signs"] == "In later articles no passage found on “a single grain ship is seized” (W1, its day has passed)."


def test_signs_are_quoted_with_what_they_show_and_mentions_come_last() -> None:
    comparison = watch(make_comparison())
    (sign,) = comparison.signs
    assert read(comparison)["Signs"].startswith("Korva Gazette, 3 May 2031: “patrol boats stopped the grain ship Halcyon off Korva” (G1, a condition of R1 met)")
    assert "(G1, a condition of R1 met, not known whether before or after)" in read(replace(comparison, signs=(replace(sign, order="unknown"),)))["Signs"]
    assert "(G1, a condition of R1 spoken of)" in read(replace(comparison, signs=(replace(sign, status="spoken_of"),)))["Signs"]


def test_statements_whose_order_is_not_known_are_alike() -> None:
    comparison = make_comparison()
    link = replace(comparison.restatements[0], relation="alike", order="unknown")
    told = read(replace(comparison, restatements=(link,)))
    assert told["Said again"] == (
        'Tamsin Orlay, 2 May 2031, as Korva Gazette, 3 May 2031, tells: the strait would be closed "within a week" if a grain ship is seized (Korva Gazette, 3 May 2031, S2; like R1, order not told).'
    )
    assert make_briefing(replace(comparison, restatements=(link,))).positions == ()


def test_every_passage_of_the_summary_is_the_text_of_its_article() -> None:
    texts = {analysis.article.id: analysis.article.text for analysis in make_comparison().analyses}
    passages = [part for remark in make_briefing(make_comparison()).summary for part in remark.sentence if isinstance(part, Passage)]
    assert passages
    assert all(passage.span.of(texts[passage.article_id]) == passage.words for passage in passages)


def test_words_of_a_narrator_are_told_without_quotation_marks_and_a_quotation_of_the_same_article_comes_before_them() -> None:
    text = """Varn lock
The lock would be shut if the strike went on, keeper Ada Quill said. "If the strike goes on, we will shut the lock," she added."""
    article = make_article("varn", text)
    told = make_attribution(article, "The lock would be shut if the strike went on", source="keeper Ada Quill", cue="said", type="indirect", speaker="Ada Quill")
    quoted = make_attribution(article, "If the strike goes on, we will shut the lock", source="she", cue="added", type="direct", speaker="Ada Quill")
    commitments = (
        make_commitment(told, article, "The lock would be shut", ("trigger", "the strike went on"), operator=None),
        make_commitment(quoted, article, "we will shut the lock", ("trigger", "the strike goes on"), operator=None),
    )

    def summary(*attributions: Attribution) -> str:
        held = tuple(c for c in commitments if c.attribution in {a.id for a in attributions})
        analysis = make_analysis(article, *attributions, commitments=held)
        return read(
            Comparison(
                analyses=(analysis,), stories=(), copies=(), accounts=(), statements=(make_statement("lock", *attributions, said_at=None),), restatements=(), signs=(), problems=()
            )
        )["Red line"]

    assert ", as A1 tells: The lock would be shut if the strike went on (A1)." in summary(told)
    assert ": “we will shut the lock” if “the strike goes on” (A1)." in summary(told, quoted)


def test_whoever_is_bound_comes_before_who_tells_of_it() -> None:
    comparison = make_comparison()
    bound = tuple(
        replace(a, commitments=tuple(replace(c, holder_canonical="Council of Varn", conditions=(), conditional=False, operator=None, force="refusal") for c in a.commitments))
        for a in comparison.analyses
    )
    assert read(replace(comparison, analyses=bound, signs=()))["Refused"].startswith("Council of Varn, told by Tamsin Orlay: “we will close the strait the same day” (")
    red = tuple(replace(a, commitments=tuple(replace(c, holder_canonical="Council of Varn") for c in a.commitments)) for a in comparison.analyses)
    assert read(replace(comparison, analyses=red))["Red lines"].startswith("R1 Council of Varn, told by Tamsin Orlay, 14 March 2031, press conference in Korva: “we will")


def test_a_commitment_of_nobody_is_not_given_to_who_tells_of_it() -> None:
    comparison = make_comparison()
    nobody = tuple(
        replace(a, commitments=tuple(replace(c, holder=None, holder_canonical=None, force="refusal", conditions=(), conditional=False) for c in a.commitments))
        for a in comparison.analyses
    )
    assert read(replace(comparison, analyses=nobody))["Refused"].startswith("not named, told by Tamsin Orlay: “we will close the strait")
