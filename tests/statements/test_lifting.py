"""What one telling recalls of another holds for their statements, in an order that rests on days that are told."""

from __future__ import annotations

from onrecord.kinship import Recall
from onrecord.records import DateRange, Rendering, Restatement, Statement
from onrecord.statements.lifting import TOLD, Statements

from .tellings import days, find, tell

MARCH, MAY = days("2031-03-14", "2031-03-15"), days("2031-05-02", "2031-05-03")
INFERRED = "inferred: the only day the story gives for this speaker"


Day = tuple[DateRange | None, str | None]


def order(early: Day, late: Day, *published: str | None, story: str | None = None) -> list[str]:
    """Return in which order two statements of two stories, or of one, are put that repeat one another."""
    return [link.order for link in lift(early, late, *published, story=story)]


def lift(early: Day, late: Day, *published: str | None, story: str | None = None) -> list[Restatement]:
    """Return the links between two such statements."""
    words = (("early", "the ferries stay in port"), ("late", "the ferries lie in port"))
    told = [tell(content, name=name, published=day) for (name, content), day in zip(words, published or (None, None), strict=True)]
    articles = [t.analysis.article for t in told]
    statements = [
        Statement(
            id=a.name, story=story or a.name, speaker="Tamsin Orlay", occasion=None, occasion_from=None, said_at=day, said_at_from=None, said_at_how=how, differences=(), made_by="t@1",
            renderings=(Rendering(article=a.id, span=find(a.text, "the ferries"), attribution=None, type="indirect", telling=a.name),),
        )
        for a, (day, how) in zip(articles, (early, late), strict=True)
    ]  # fmt: skip
    recall = Recall(
        id="r", left=articles[0].id, right=articles[1].id, earlier="early", later="late", likeness=0.9, relation="repeats", reason="`ferries stay` then, `ferries lie` now", made_by="t@1",
        alike=True, spans=(find(articles[0].text, "ferries stay"), find(articles[1].text, "ferries lie")),
    )  # fmt: skip
    return list(Statements(statements, {a.id: a for a in articles}, {}, [a.id for a in articles]).lift_recalls([recall]))


def test_days_that_are_told_make_an_order() -> None:
    assert order((MARCH, TOLD), (MAY, TOLD)) == ["known"]


def test_an_inferred_day_makes_no_statement_the_later_one() -> None:
    assert order((MARCH, TOLD), (MAY, INFERRED)) == ["unknown"]


def test_what_was_said_by_an_inferred_day_came_before_a_later_day_that_is_told() -> None:
    assert order((MARCH, INFERRED), (MAY, TOLD)) == ["known"]


def test_what_was_said_by_a_day_is_the_earlier_one_also_where_it_was_taken_for_the_later() -> None:
    (link,) = lift((MAY, TOLD), (MARCH, INFERRED))
    assert (link.earlier, link.later, link.order, link.reason) == ("late", "early", "known", "`ferries lie` then, `ferries stay` now")
    assert order((MARCH, TOLD), (MARCH, INFERRED)) == ["unknown"]


def test_what_an_article_told_before_a_day_is_another_occasion_inside_one_story() -> None:
    assert order((None, None), (MAY, TOLD), "2031-04-30", "2031-05-03", story="ferries") == ["known"]
    assert order((MAY, INFERRED), (MAY, TOLD), "2031-04-30", "2031-05-03", story="ferries") == ["known"]
    assert order((None, None), (MAY, TOLD), "2031-05-02", "2031-05-03", story="ferries") == []
    assert order((None, None), (MAY, TOLD), None, "2031-05-03", story="ferries") == []
