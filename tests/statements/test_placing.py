"""An article has its place in time by its day of publication, else by the days of what it tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from onrecord.records import Article, DateRange, Rendering, Statement
from onrecord.run.compare import compare_analyses
from onrecord.run.sketch import make_sketch
from onrecord.statements.match import Matcher
from onrecord.statements.placing import place_articles
from onrecord.statements.space import plain_space

from .tellings import Telling, days, find, make_encoding, rarity, tell

AT_SEA = tell("the ferries stay in port", name="sea", published=None).analysis.article
ON_LAND = tell("the mills stand still", name="land", published="2031-03-14").analysis.article
LATE, EARLY = days("2031-05-02", "2031-05-03"), days("2031-04-01", "2031-04-02")


def said(on: DateRange | None, how: str | None, *articles: Article) -> Statement:
    """Return a statement that some articles tell."""
    renderings = tuple(Rendering(article=a.id, span=find(a.text, "the"), attribution=None, type="indirect", telling=a.id) for a in articles)
    return Statement(
        id=f"statement {on}", story="story", speaker=None, occasion=None, occasion_from=None, said_at=on, said_at_from=None, said_at_how=how, renderings=renderings, differences=(),
        made_by="t@1",
    )  # fmt: skip


def test_an_article_without_a_date_stands_at_the_last_day_of_what_it_tells() -> None:
    each = [said(EARLY, "told", AT_SEA), said(LATE, "inferred: the only day", AT_SEA, ON_LAND), said(None, None, AT_SEA)]
    for order in permutations(each):
        assert place_articles([AT_SEA, ON_LAND], order) == {AT_SEA.id: "2031-05-02", ON_LAND.id: "2031-03-14"}
    assert place_articles([AT_SEA, ON_LAND], [said(None, None, AT_SEA)]) == {ON_LAND.id: "2031-03-14"}


LINE = tell(
    "we leave the talks if a sham referendum is held in Lindham", consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham")], name="early",
)  # fmt: skip
MET = "Then a sham referendum was held in Lindham."


def stand(*reports: Telling) -> tuple[str, str | None, str, list[str]]:
    """Return where the condition stands after reports that tell something else besides."""
    each = (LINE, *reports)
    found = compare_analyses(
        [t.analysis for t in each], {t.analysis.article.id: make_encoding(t.analysis.article) for t in each}, {t.meaning.of: t.meaning for t in each},
        {t.analysis.article.id: make_sketch(t.analysis, make_encoding(t.analysis.article), [t.meaning], rarity, plain_space()) for t in each}, matcher=Matcher(plain_space()),
    )  # fmt: skip
    (standing,) = found.standings
    return standing.state, standing.since, standing.reason, [s.order for s in found.signs]


def test_what_an_article_shows_that_tells_of_later_days_came_later() -> None:
    report = tell("the pilots like their night shifts", speaker="Piet Hulst", source="Piet Hulst", name="report", published=None, aside=MET)
    assert stand(report)[3] == ["unknown"]
    (attribution,) = report.analysis.attributions
    for day, order, state in ((LATE, "later", "met"), (days("2031-03-14", "2031-03-15"), "unknown", "open")):
        told = replace(report, analysis=replace(report.analysis, attributions=(replace(attribution, said_at=day),)))
        assert (stand(told)[0], stand(told)[3]) == (state, [order])
        if state == "met":
            assert stand(told)[1] == "2031-05-02"


def test_that_no_later_article_tells_of_a_condition_is_said_where_all_have_a_place() -> None:
    report = tell("the pilots like their night shifts", speaker="Piet Hulst", source="Piet Hulst", name="report", published=None)
    assert stand(report)[2] == "no article that may be later tells of it"
    (attribution,) = report.analysis.attributions
    placed = replace(report, analysis=replace(report.analysis, attributions=(replace(attribution, said_at=LATE),)))
    assert stand(placed)[2] == "no later article tells of it"
