"""Which statement leads: what independent accounts tell and what is sure, not what was joined most often."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Account, Article, Attribution, Difference, Story
from onrecord.results import Comparison
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.views import make_briefing
from onrecord.views.summary import is_doubtful

from .make import make_analysis, make_article, make_attribution, make_statement


def tell(name: str, *words: str, sure: float = 0.9) -> tuple[Article, tuple[Attribution, ...]]:
    """Return an article that quotes Ada Quill with these words."""
    article = make_article(name, "\n".join(["Harbour news", *(f"“{said},” said Ada Quill." for said in words)]), outlet=name)
    said = [make_attribution(article, one, source="", cue="", type="direct", speaker="Ada Quill") for one in words]
    return article, tuple(replace(one, confidence=sure) for one in said)


def compare(told: list[tuple[Article, tuple[Attribution, ...]]], joins: list[list[Attribution]], groups: tuple[tuple[str, ...], ...]) -> Comparison:
    story = Story(id="story-1", articles=tuple(article.id for article, _ in told), made_by="test@1")
    account = Account(id="account-1", story=story.id, low=len(groups), high=len(groups), reasons=(), made_by="test@1", groups=groups)
    return Comparison(
        analyses=tuple(make_analysis(article, *said) for article, said in told), stories=(story,), copies=(), accounts=(account,),
        statements=tuple(make_statement(str(at), *join, said_at=None) for at, join in enumerate(joins)), restatements=(), signs=(), problems=(),
    )  # fmt: skip


def lead_of(comparison: Comparison) -> tuple[int, int]:
    """Return in how many articles and accounts the lead is told."""
    briefing = make_briefing(comparison)
    lead = next(statement for statement in briefing.statements if statement.number == briefing.lead)
    return lead.articles, lead.accounts


def test_two_independent_accounts_lead_before_four_copies() -> None:
    told = [tell(f"copy-{number}", "the quay opens in May") for number in range(4)] + [tell("gazette", "the crane stays"), tell("courier", "the crane will stay")]
    ids = [article.id for article, _ in told]
    joins = [[said[0] for _, said in told[:4]], [said[0] for _, said in told[4:]]]
    comparison = compare(told, joins, (tuple(ids[:4]), (ids[4],), (ids[5],)))
    assert lead_of(comparison) == (2, 2)


def test_a_join_of_many_tellings_that_are_hardly_one_utterance_does_not_lead() -> None:
    told = [tell("a", "one", "two", "three", "four", "calm"), tell("b", "five", "six", "seven", "eight", "still calm")]
    ids = [article.id for article, _ in told]
    joins = [[*told[0][1][:4], *told[1][1][:4]], [told[0][1][4], told[1][1][4]]]
    comparison = compare(told, joins, ((ids[0],), (ids[1],)))
    large, small = comparison.statements
    comparison = replace(comparison, statements=(replace(large, join_mean=0.75, join_least=0.0), replace(small, join_mean=0.97, join_least=0.97)))
    briefing = make_briefing(comparison)
    lead = next(statement for statement in briefing.statements if statement.number == briefing.lead)
    assert len(lead.renderings) == 2
    assert [is_doubtful(statement) for statement in briefing.statements if statement.id == large.id] == [True]
    assert not is_doubtful(lead)


def test_a_headline_and_its_article_do_not_make_a_statement_doubtful() -> None:
    told = [tell("a", "the quay opens in May", "the quay will open in May", sure=0.4), tell("b", "the quay is open from May", sure=0.4)]
    comparison = compare(told, [[*told[0][1], *told[1][1]]], ((told[0][0].id,), (told[1][0].id,)))
    sure = replace(comparison, statements=tuple(replace(s, join_mean=0.98, join_least=0.96) for s in comparison.statements))
    assert [(s.sureness, is_doubtful(s)) for s in make_briefing(sure).statements] == [(0.98, False)]


def test_tellings_that_share_almost_no_word_make_a_statement_doubtful() -> None:
    told = [tell("a", "the quay opens in May"), tell("b", "pilots refuse every night shift")]
    comparison = compare(told, [[told[0][1][0], told[1][1][0]]], ((told[0][0].id,), (told[1][0].id,)))
    apart = Difference(left=0, right=1, label="truncated", spans=(None, told[1][1][0].content[0]), reason=f"4 of 4 words here: {PERHAPS_NOT_ONE}")
    joined = tuple(replace(s, join_mean=0.99, join_least=0.99, differences=(apart,)) for s in comparison.statements)
    assert is_doubtful(make_briefing(replace(comparison, statements=joined)).statements[0])


def test_what_is_surer_leads_among_equals() -> None:
    told = [tell("a", "maybe", sure=0.4), tell("b", "surely", sure=0.9)]
    briefing = make_briefing(compare(told, [[told[0][1][0]], [told[1][1][0]]], ((told[0][0].id,), (told[1][0].id,))))
    lead = next(statement for statement in briefing.statements if statement.number == briefing.lead)
    assert lead.lead.words == "surely"


def test_the_same_words_in_several_articles_are_one_telling_in_the_list() -> None:
    told = [tell(f"copy-{number}", "the quay opens in May") for number in range(3)] + [tell("courier", "the quay may open in May")]
    briefing = make_briefing(compare(told, [[said[0] for _, said in told]], (tuple(article.id for article, _ in told),)))
    assert [[member.label for member in group] for group in briefing.statements[0].tellings] == [["copy-0", "copy-1", "copy-2"], ["courier"]]


def test_a_doubtful_statement_leads_nothing_counts_for_nothing_and_differs_in_nothing() -> None:
    told = [tell("a", "the quay opens in May", "calm"), tell("b", "pilots refuse every night shift")]
    ids = [article.id for article, _ in told]
    comparison = compare(told, [[told[0][1][0], told[1][1][0]], [told[0][1][1]]], ((ids[0],), (ids[1],)))
    other = Difference(left=0, right=1, label="actor_changed", spans=(told[0][1][0].content[0], told[1][1][0].content[0]), reason="another one")
    joined = next(s for s in comparison.statements if len(s.renderings) == 2)
    for mean, several in ((0.99, True), (0.8, False)):
        statements = tuple(replace(s, join_mean=mean, join_least=mean, differences=(other,)) if s.id == joined.id else s for s in comparison.statements)
        briefing = make_briefing(replace(comparison, statements=statements))
        (entry,) = (s for s in briefing.statements if s.id == joined.id)
        assert (bool(entry.points), briefing.lead == entry.number) == (several, several)
        (numbers,) = (remark for remark in briefing.summary if remark.title == "In numbers")
        assert f"{int(several)} told by several articles{'' if several else ' and 1 perhaps'}" in str(numbers.sentence)


def test_under_a_name_a_telling_of_that_name_is_printed_before_a_quotation_of_nobody() -> None:
    quoted, named = (
        make_article(name, text, outlet=name)
        for name, text in (("a", "Harbour news\n“The quay opens in May,” a neighbour said."), ("b", "Harbour news\nAda Quill said the quay will open."))
    )
    nobody = make_attribution(quoted, "The quay opens in May,", source="a neighbour", cue="said", type="direct", speaker=None)
    quill = make_attribution(named, "the quay will open", source="Ada Quill", cue="said", type="indirect", speaker="A. Quill")
    comparison = compare([(quoted, (nobody,)), (named, (quill,))], [[nobody, quill]], ((quoted.id,), (named.id,)))
    told = replace(comparison, statements=tuple(replace(each, speaker="Ada Quill") for each in comparison.statements))
    assert [statement.lead.words for statement in make_briefing(told).statements] == ["the quay will open"]
    unnamed = replace(comparison, statements=tuple(replace(each, speaker=None) for each in comparison.statements))
    assert [statement.lead.words for statement in make_briefing(unnamed).statements] == ["The quay opens in May,"]
