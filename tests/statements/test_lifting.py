"""What one telling recalls of another holds for their statements, in an order that rests on days that are told."""

from __future__ import annotations

import pytest

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


def lift(early: Day, late: Day, *published: str | None, story: str | None = None, commitments: tuple[str | None, str | None] = (None, None)) -> list[Restatement]:
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
        alike=True, spans=(find(articles[0].text, "ferries stay"), find(articles[1].text, "ferries lie")), commitments=commitments,
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


def test_what_is_alike_in_two_commitments_of_two_statements_has_two_ids() -> None:
    (one,), (other,) = (lift((MARCH, TOLD), (MARCH, INFERRED), commitments=each) for each in (("a", "b"), ("c", "d")))
    assert one.order == other.order == "unknown"
    assert one.id != other.id


def test_what_an_article_told_before_a_day_is_another_occasion_inside_one_story() -> None:
    assert order((None, None), (MAY, TOLD), "2031-04-30", "2031-05-03", story="ferries") == ["known"]
    assert order((MAY, INFERRED), (MAY, TOLD), "2031-04-30", "2031-05-03", story="ferries") == ["known"]
    assert order((None, None), (MAY, TOLD), "2031-05-02", "2031-05-03", story="ferries") == []
    assert order((None, None), (MAY, TOLD), None, "2031-05-03", story="ferries") == []


def relate(*relations: tuple[str, float]) -> list[str]:
    """Return how a later statement takes up an earlier one whose tellings, one an article, say each of these with this likeness."""
    return [link.relation for link in relate_each(*((relation, likeness, at, (None, None)) for at, (relation, likeness) in enumerate(relations)))]


def relate_each(*relations: tuple[str, float, int, tuple[str | None, str | None]]) -> list[Restatement]:
    """Return the same as links, each also given with the number of its tellings and the commitments that it is about."""
    told = [tell("the ferries stay in port", name=f"{name}{at}", published=day) for at in range(len(relations)) for name, day in (("early", "2031-03-14"), ("late", "2031-05-03"))]
    articles = {t.analysis.article.id: t.analysis.article for t in told}
    by_name = {a.name: a for a in articles.values()}
    statements = [
        Statement(
            id=name, story=name, speaker="Tamsin Orlay", occasion=None, occasion_from=None, said_at=None, said_at_from=None, said_at_how=None, differences=(), made_by="t@1",
            renderings=tuple(
                Rendering(article=a.id, span=find(a.text, "the ferries"), attribution=None, type="indirect", telling=a.name) for a in articles.values() if a.name.startswith(name)
            ),
        )
        for name in ("early", "late")
    ]  # fmt: skip
    recalls = [
        Recall(
            id=f"r{number}", left=by_name[f"early{at}"].id, right=by_name[f"late{at}"].id, earlier=f"early{at}", later=f"late{at}", likeness=likeness, relation=relation, reason="words", made_by="t@1",
            commitments=commitments,
        )
        for number, (relation, likeness, at, commitments) in enumerate(relations)
    ]  # fmt: skip
    return list(Statements(statements, articles, {}, list(articles)).lift_recalls(recalls))


def test_no_change_is_told_where_other_tellings_of_the_same_two_statements_repeat_one_another() -> None:
    assert relate(("softens", 0.95), ("repeats", 0.8)) == ["repeats"]
    assert relate(("hardens", 0.95), ("repeats", 0.8)) == ["repeats"]
    assert relate(("softens", 0.95), ("hardens", 0.8)) == ["softens"]
    assert relate(("drops", 0.95), ("repeats", 0.8)) == ["drops"]


@pytest.mark.parametrize(
    ("repeat", "kept"),
    [((0, ("a", "x")), {"repeats", "hardens"}), ((0, ("a", "y")), {"repeats", "hardens"}), ((0, ("b", "y")), {"repeats"}), ((1, ("c", "z")), {"repeats"})],
    ids=["another commitment of both tellings", "another one of the earlier telling", "the same one", "one of two other tellings, which may be the same"],
)
def test_a_change_of_one_commitment_is_told_beside_the_repeat_of_another(repeat: tuple[int, tuple[str, str]], kept: set[str]) -> None:
    links = relate_each(("repeats", 0.95, *repeat), ("hardens", 0.92, 0, ("b", "y")))
    assert {link.relation for link in links} == kept
    assert len({link.id for link in links}) == len(links)
    assert all(link.commitments == ("b", "y") for link in links if link.relation == "hardens")


def test_of_several_tellings_those_most_alike_say_what_is_taken_up() -> None:
    assert [link.commitments for link in relate_each(("repeats", 0.8, 0, ("a", "x")), ("repeats", 0.9, 1, ("c", "z")), ("repeats", 0.6, 1, ("d", "w")))] == [("c", "z"), ("d", "w")]
