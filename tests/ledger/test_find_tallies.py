"""Which counts measure the same thing, how the later relates to the earlier, and that the order of articles does not matter."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ids import make_id
from onrecord.kinship import Sketch
from onrecord.ledger import find_tallies
from onrecord.records import DateRange, Figure, Span, Tally

EMPTY = b""
Member = tuple[Sketch, Sequence[Figure]]


def day(iso: str) -> DateRange:
    return DateRange(start=iso, end=f"{iso[:8]}{int(iso[8:]) + 1:02}")


def sketch(name: str, published: str | None = "2031-03-14", lang: str = "en") -> Sketch:
    return Sketch(
        article=make_id("article", name), name=name, lang=lang, outlet=None, published=day(published) if published else None, agencies=(), form=name, terms=EMPTY,
        term_weights=EMPTY, names=EMPTY, name_weights=EMPTY, runs=EMPTY, pairs=EMPTY, vector=EMPTY, width=0, story_keys=EMPTY, run_keys=EMPTY, passage_keys=EMPTY,
        condition_keys=EMPTY, position_keys=EMPTY, gists=(), watches=(), made_by="test@1",
    )  # fmt: skip


def figure(
    of: Sketch, point: float, at: int = 0, *, kind: str = "killed", population: str | None = "people", place: str | None = None, as_of: str | None = None,
    period: DateRange | None = None, source: str | None = None, bound: str | None = None,
) -> Figure:  # fmt: skip
    """Return a figure; `bound` is `least`, `most`, `about`, or `scale` for an amount without a number."""
    return Figure(
        id=make_id("figure", of.article, at, at + 9), article=of.article, span=Span(start=at, end=at + 9), low=None if bound in ("most", "about") else point,
        high=None if bound in ("least", "about", "scale") else point, point=None if bound == "scale" else point, unit=None, kind=kind, population=population, place=place, as_of=day(as_of) if as_of else None,
        period=period, source=source, attribution=None, hedges=(), made_by="test@1",
    )  # fmt: skip


def tell(name: str, point: float, published: str | None = "2031-03-14", **fields: object) -> Member:
    """Return an article with one figure."""
    of = sketch(name, published)
    return of, [figure(of, point, **fields)]  # type: ignore[arg-type]


def find(*members: Member, accounts: dict[str, str] | None = None) -> list[Tally]:
    return list(find_tallies("story-1", members, accounts or {}))


def relations(*members: Member) -> list[tuple[int, int, str]]:
    (tally,) = find(*members)
    return [(link.earlier, link.later, link.relation) for link in tally.relations]


CASES: list[tuple[str, list[Member], list[str]]] = [
    ("the same value", [tell("a", 12), tell("b", 12, "2031-03-15")], ["restates"]),
    ("within a bound, the same day", [tell("a", 10, bound="least"), tell("b", 12)], ["restates"]),
    ("about as many", [tell("a", 100, kind="displaced", bound="about"), tell("b", 95, "2031-03-15", kind="displaced")], ["restates"]),
    ("more dead on a later day", [tell("a", 12), tell("b", 15, "2031-03-15")], ["updates"]),
    ("more than a floor on a later day", [tell("a", 10, bound="least"), tell("b", 15, "2031-03-15")], ["updates"]),
    ("one counter mends its count", [tell("a", 12, source="harbour police"), tell("b", 9, "2031-03-15", source="police")], ["updates"]),
    ("two counters on one day", [tell("a", 12, source="harbour police"), tell("b", 30, source="dockers' union")], ["contradicts"]),
    ("as of one day", [tell("a", 12, as_of="2031-03-13"), tell("b", 15, "2031-03-16", as_of="2031-03-13")], ["contradicts"]),
    ("fewer dead by another counter later", [tell("a", 30, source="dockers' union"), tell("b", 12, "2031-03-15", source="police")], ["contradicts"]),
    ("fewer dead later, nobody named", [tell("a", 30), tell("b", 12, "2031-03-15")], ["unclear"]),
    ("published the same day", [tell("a", 12), tell("b", 15)], ["unclear"]),
    ("no date", [tell("a", 12), tell("b", 15, None)], ["unclear"]),
    ("a scale against a number", [tell("a", 2000, bound="scale", source="union"), tell("b", 12, source="police")], ["unclear"]),
    ("a place against none", [tell("a", 12, place="Varn", source="union"), tell("b", 30, source="police")], ["unclear"]),
    ("one place of two counters", [tell("a", 12, place="Varn", source="union"), tell("b", 30, place="Varn", source="police")], ["contradicts"]),
    ("missing may fall or rise", [tell("a", 12, kind="missing"), tell("b", 15, "2031-03-15", kind="missing")], ["unclear"]),
]  # fmt: skip


@pytest.mark.parametrize(("members", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_later_count_relates_to_an_earlier_one(members: list[Member], expected: list[str]) -> None:
    (tally,) = find(*members)
    assert [link.relation for link in tally.relations] == expected
    assert all(link.reason and link.earlier < link.later for link in tally.relations)


def test_two_counters_are_each_followed_and_set_against_each_other() -> None:
    police, union = {"source": "police"}, {"source": "dockers' union"}
    found = relations(tell("a", 12, "2031-03-14", **police), tell("b", 30, "2031-03-14", **union), tell("c", 15, "2031-03-15", **police), tell("d", 34, "2031-03-15", **union))
    assert (0, 1, "contradicts") in found
    assert (0, 2, "updates") in found
    assert (1, 3, "updates") in found
    assert (2, 3, "contradicts") in found


@pytest.mark.parametrize(
    ("left", "right"),
    [({"kind": "killed"}, {"kind": "injured"}), ({"population": "children"}, {"population": "people"}), ({"place": "Korva"}, {"place": "Lindham"}),
     ({"period": day("2031-03-13")}, {"period": day("2030-08-02")})],
    ids=["kind", "population", "place", "period"],
)  # fmt: skip
def test_counts_of_different_things_are_in_different_tallies(left: dict[str, object], right: dict[str, object]) -> None:
    assert [len(tally.counts) for tally in find(tell("a", 3, **left), tell("b", 5, **right))] == [1, 1]


def test_places_under_two_names_are_one_when_a_telling_number_is_shared() -> None:
    assert [len(t.counts) for t in find(tell("a", 112, place="Korva"), tell("b", 112, place="Old Harbour"))] == [2]
    assert [len(t.counts) for t in find(tell("a", 2, place="Korva"), tell("b", 2, place="Old Harbour"))] == [1, 1]


@pytest.mark.parametrize("others", [0, 45])
def test_an_article_of_another_time_does_not_part_two_names_of_one_place(others: int) -> None:
    first = tell("a", 12, place="Arlen", period=day("2031-01-01"))
    between = [tell(f"x{n}", 12, place=f"Place {n:02}", period=day(f"20{40 + n}-01-01")) for n in range(others)]
    later = [tell("b", 12, place="Korva", period=day("2031-03-01")), tell("c", 12, place="Old Harbour", period=day("2031-03-01"))]
    assert sorted(len(t.counts) for t in find(first, *between, *later)) == [1] * (others + 1) + [2]


def test_places_of_small_numbers_are_one_when_a_name_is_part_of_the_other_or_two_kinds_agree() -> None:
    assert [len(t.counts) for t in find(tell("a", 2, place="Korva"), tell("b", 2, place="Korva Street"))] == [2]
    assert [len(t.counts) for t in find(tell("a", 2, place="Korva"), tell("b", 3, place="Korva Street"))] == [1, 1]
    a, b = sketch("a"), sketch("b")
    told = [
        (a, [figure(a, 2, place="Korva"), figure(a, 7, 20, kind="injured", place="Korva")]),
        (b, [figure(b, 2, place="Lindham"), figure(b, 7, 20, kind="injured", place="Lindham")]),
    ]
    assert [len(t.counts) for t in find(*told)] == [2, 2]


def test_an_article_that_counts_in_two_places_keeps_them_apart() -> None:
    a, b = sketch("a"), sketch("b")
    both = [figure(a, 2, place="Korva"), figure(a, 2, 20, place="Korva Street")]
    assert [len(t.counts) for t in find((a, both), (b, [figure(b, 2, place="Korva")]))] == [2, 1]


def test_a_death_told_without_a_number_is_in_a_tally_only_while_nobody_counts_the_dead() -> None:
    told = tell("b", 1, "2031-03-15", bound="least")
    (tally,) = find(tell("a", 3), told)
    assert [count.point for count in tally.counts] == [3]
    (alone,) = [tally for tally in find(told, tell("c", 4, kind="injured")) if tally.kind == "killed"]
    assert [(count.low, count.high) for count in alone.counts] == [(1, None)]


def test_a_count_without_place_stands_with_the_only_place_there_is() -> None:
    (tally,) = find(tell("a", 3), tell("b", 3, place="Korva"))
    assert tally.place == "Korva"
    assert len(find(tell("a", 4), tell("b", 3, place="Korva"), tell("c", 5, place="Lindham"))) == 3


def test_another_number_in_the_same_article_is_another_thing_unless_another_counter_gives_it() -> None:
    of = sketch("a")
    toll = [figure(of, 12, 0), figure(of, 5, 40)]
    assert sorted(len(t.counts) for t in find((of, toll), tell("b", 12))) == [1, 2]
    disputed = [figure(of, 12, 0, source="police"), figure(of, 30, 40, source="dockers' union")]
    (tally,) = find((of, disputed))
    assert [link.relation for link in tally.relations] == ["contradicts"]


def test_the_series_gives_each_value_of_a_day_once_and_copies_count_once() -> None:
    a, b, c, later = tell("a", 12), tell("b", 12), tell("c", 12), tell("d", 15, "2031-03-16")
    (tally,) = find(a, b, c, later, accounts={b[0].article: a[0].article})
    assert [(p.point, p.accounts, len(p.counts)) for p in tally.series] == [(12, 2, 3), (15, 1, 1)]
    assert tally.relations[0].reason.endswith("both are one account")
    assert not tally.relations[1].reason.endswith("both are one account")


def test_money_shares_and_bare_people_are_in_no_tally() -> None:
    assert find(tell("a", 5, kind="money", population=None), tell("b", 5, kind="percent", population=None), tell("c", 300, kind="other")) == []
    assert len(find(tell("a", 300, kind="other", population="protesters"))) == 1


def test_a_name_in_another_spelling_is_the_same_place() -> None:
    a, b = sketch("a"), sketch("b", lang="uk")
    (tally,) = find((a, [figure(a, 3, place="Ukraine")]), (b, [figure(b, 3, place="Україна")]))
    assert len(tally.counts) == 2


_FIGURES = st.tuples(
    st.sampled_from([1, 2, 12, 15, 112]), st.sampled_from(["killed", "missing"]), st.sampled_from(["people", None, "children"]), st.sampled_from([None, "Korva", "Lindham"]),
    st.sampled_from([None, "police", "harbour police", "dockers' union"]), st.sampled_from([None, "least", "about"]), st.sampled_from([None, "2031-03-13", "2031-03-11"]),
    st.sampled_from([None, day("2031-03-13"), day("2030-08-02")]),
)  # fmt: skip
_ARTICLES = st.lists(st.tuples(st.sampled_from(["2031-03-13", "2031-03-14", "2031-03-15", None]), st.lists(_FIGURES, max_size=4)), max_size=7)


@settings(max_examples=150, deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_any_order_of_articles_and_figures_gives_the_same_ledger(drawn: list[tuple[str | None, list[tuple[object, ...]]]], rng: random.Random) -> None:
    members: list[Member] = []
    for index, (published, given_figures) in enumerate(drawn):
        of = sketch(f"a{index}", published)
        members.append((of, [
            figure(of, value, at * 20, kind=kind, population=population, place=place, source=source, bound=bound, as_of=as_of, period=period)  # type: ignore[arg-type]
            for at, (value, kind, population, place, source, bound, as_of, period) in enumerate(given_figures)
        ]))  # fmt: skip
    accounts = {of.article: members[0][0].article for of, _ in members[:2]}
    found = find(*members, accounts=accounts)
    shuffled = [(of, rng.sample(list(own), len(own))) for of, own in rng.sample(members, len(members))]
    assert sorted(found, key=lambda t: t.id) == sorted(find(*shuffled, accounts=accounts), key=lambda t: t.id)
    assert len({tally.id for tally in found}) == len(found)
    counted = [count.figure for tally in found for count in tally.counts]
    assert len(counted) == len(set(counted))
    for tally in found:
        assert sorted(at for point in tally.series for at in point.counts) == list(range(len(tally.counts)))
        assert len(tally.relations) <= 2 * len(tally.counts)
        assert {link.later for link in tally.relations} == set(range(1, len(tally.counts)))


def test_a_thousand_articles_that_give_as_many_values_are_compared_in_linear_time() -> None:
    members = [tell(f"a{index:04}", index, f"2031-03-{index % 27 + 1:02}") for index in range(1000)]
    (tally,) = find(*members)
    assert len(tally.counts) == 1000
    assert len(tally.relations) == 999


def test_what_is_only_offered_or_demanded_contradicts_no_count() -> None:
    told, (of, (offered,)) = tell("one", 78_108, kind="injured"), tell("two", 1000, kind="injured")
    assert [len(tally.counts) for tally in find(told, (of, [replace(offered, pledged=True)]))] == [1]
    assert [len(tally.counts) for tally in find(told, (of, [offered]))] == [2]


def scoped(name: str, point: float, scope: str | None, published: str = "2031-03-14") -> Member:
    of, (told,) = tell(name, point, published, kind="injured")
    return of, [replace(told, scope=scope)]


@pytest.mark.parametrize("scope", ["besides", "part"])
def test_what_is_no_total_is_compared_with_none(scope: str) -> None:
    value = 4
    assert [[count.point for count in tally.counts] for tally in find(scoped("one", 6, None), scoped("two", value, scope, "2031-03-16"))] == [[6]]
    (both,) = find(scoped("one", value, None), scoped("two", value, scope, "2031-03-16"))
    assert [link.relation for link in both.relations] == ["restates"]


@pytest.mark.parametrize("scope", ["rest", "person"])
def test_others_and_one_person_say_nothing_against_a_total(scope: str) -> None:
    (tally,) = find(scoped("one", 6, None), scoped("two", 1, scope, "2031-03-16"))
    assert ([count.point for count in tally.counts], tally.relations) == ([6, 1], ())


def test_others_of_two_wholes_are_not_compared() -> None:
    found = find(scoped("one", 4, "besides"), scoped("two", 3, "besides", "2031-03-16"))
    assert sorted(count.point or 0 for tally in found for count in tally.counts) == [3, 4]
    assert all(not tally.relations for tally in found)


def test_one_person_told_hurt_without_a_number_stands_only_where_nobody_counts_wounded_or_tells_of_dead() -> None:
    def kinds(*members: Member) -> list[tuple[str, int]]:
        return sorted((tally.kind, len(tally.counts)) for tally in find(*members))

    hurt = tell("a", 1, kind="injured", bound="least")
    assert kinds(hurt, tell("b", 1, kind="injured", bound="least")) == [("injured", 2)]
    assert kinds(hurt, tell("b", 1)) == [("killed", 1)]
    assert kinds(hurt, tell("b", 3, kind="injured")) == [("injured", 1)]


def test_one_person_told_hurt_in_an_article_without_dead_may_be_who_died() -> None:
    def hurt_and_dead(*members: Member) -> list[tuple[str, float | None]]:
        return sorted((tally.kind, tally.counts[0].point) for tally in find(*members))

    of = sketch("a")
    shot: Member = (of, [replace(figure(of, 1, kind="injured", population="children"), scope="person")])
    both = sketch("c")
    told_both: Member = (both, [figure(both, 1), figure(both, 2, 20, kind="injured")])
    assert hurt_and_dead(shot, tell("b", 1, "2031-03-16")) == [("killed", 1)]
    assert hurt_and_dead(shot) == [("injured", 1)]
    assert hurt_and_dead(shot, told_both) == [("injured", 1), ("injured", 2), ("killed", 1)]
    assert hurt_and_dead(tell("a", 3, kind="injured"), tell("b", 1)) == [("injured", 3), ("killed", 1)]


def test_a_count_that_no_longer_holds_stands_against_none() -> None:
    of = sketch("a", "2031-03-15")
    now_and_before: Member = (of, [replace(figure(of, 12), scope="former"), figure(of, 15, 20)])
    assert relations(now_and_before) == [(0, 1, "updates")]
    assert relations(now_and_before, tell("b", 15, "2031-03-16")) == [(0, 1, "updates"), (1, 2, "restates")]
    assert relations(now_and_before, tell("b", 12)) == [(0, 1, "restates"), (1, 2, "updates")]
    assert relations(now_and_before, tell("b", 20, "2031-03-16")) == [(0, 1, "updates"), (1, 2, "updates")]
