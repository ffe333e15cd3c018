"""Versions in order, whatever the order in which they come."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.versions.chain import Versions, add_version, mark_back, mark_gone


def chain(*met: tuple[str, str | None]) -> Versions:
    versions: Versions = ()
    for article, at in met:
        versions = add_version(versions, "p", article, None, at)
    return versions


def test_versions_are_numbered_and_name_the_one_before() -> None:
    assert [(v.number, v.article, v.previous) for v in chain(("a", "1"), ("b", "2"))] == [(1, "a", None), (2, "b", "a")]


def test_the_same_text_later_is_seen_again_and_no_version() -> None:
    (only,) = chain(("a", "1"), ("a", "3"), ("a", "2"))
    assert (only.fetched_at, only.seen_at) == ("1", "3")


def test_an_earlier_sight_of_the_same_text_moves_its_first_time() -> None:
    assert [(v.article, v.fetched_at) for v in chain(("b", "5"), ("a", "1"), ("b", "3"))] == [("a", "1"), ("b", "3")]


def test_a_text_between_two_sights_of_another_makes_that_one_come_back() -> None:
    assert [(v.article, v.fetched_at) for v in chain(("a", "1"), ("a", "5"), ("b", "3"))] == [("a", "1"), ("b", "3"), ("a", "5")]


def test_of_texts_met_at_one_time_the_first_to_come_is_the_older() -> None:
    assert [v.article for v in chain(("b", "1"), ("a", "1"))] == ["b", "a"]
    assert [v.article for v in chain(("a", "1"), ("b", "1"))] == ["a", "b"]
    assert [v.article for v in chain(("z", "0"), ("b", "1"), ("a", "1"), ("c", "2"))] == ["z", "b", "a", "c"]


def test_a_text_without_a_time_comes_last_and_is_known_when_it_comes_again() -> None:
    versions = chain(("a", "1"), ("b", None), ("a", None))
    assert [v.article for v in versions] == ["a", "b"]
    assert [v.article for v in add_version(versions, "p", "a", None, None, is_return=True)] == ["a", "b", "a"]


def test_only_the_last_version_is_gone_and_comes_back_when_met_later() -> None:
    gone = mark_gone(chain(("a", "1"), ("b", "2")), "3")
    assert [v.gone_at for v in gone] == [None, "3"]
    assert mark_gone(gone, "4") == gone
    assert [v.gone_at for v in add_version(gone, "p", "b", None, "5")] == [None, None]
    assert [v.gone_at for v in add_version(gone, "p", "c", None, "5")] == [None, None, None]
    assert mark_gone((), "1") == ()
    assert mark_gone(chain(("a", "9")), "3")[0].gone_at is None


def test_what_is_back_is_no_longer_gone_unless_it_was_removed_later() -> None:
    gone = mark_gone(chain(("a", "1"), ("b", "2")), "4")
    assert mark_back(gone, "3") == gone
    assert [v.gone_at for v in mark_back(gone, "5")] == [None, None]
    assert mark_back(gone, "5")[1].met_again == gone[1].met_again  # nobody read it
    assert mark_back((), "1") == ()


def titled(*met: tuple[str, str | None, str | None]) -> list[tuple[str, str | None, int]]:
    versions: Versions = ()
    for article, title, at in met:
        versions = add_version(versions, "p", article, title, at)
        assert add_version(versions, "p", article, title, at) == versions
    return [(v.article, v.title, len(v.met_again)) for v in versions]


def test_another_headline_is_a_version_and_one_that_nobody_told_is_none() -> None:
    assert titled(("a", "T", "1"), ("a", "U", "2")) == [("a", "T", 0), ("a", "U", 0)]
    assert titled(("a", "T", "1"), ("a", None, "2")) == titled(("a", None, "1"), ("a", "T", "2")) == [("a", "T", 1)]
    assert titled(("a", "T", "2"), ("a", None, "1")) == [("a", "T", 1)]
    assert titled(("a", None, "1"), ("a", "T", "1")) == [("a", "T", 0)]
    assert titled(("a", None, None), ("a", "T", None)) == titled(("a", "T", None), ("a", None, None)) == [("a", "T", 0)]
    assert titled(("a", None, "1"), ("b", None, "2"), ("a", "T", None)) == [("a", "T", 0), ("b", None, 0)]


@given(st.dictionaries(st.integers(10, 40), st.sampled_from("abc"), max_size=8).flatmap(lambda met: st.tuples(st.just(met), st.permutations(list(met)))))
def test_any_order_gives_the_same_texts_in_the_same_order(given_: tuple[dict[int, str], list[int]]) -> None:
    met, order = given_
    texts = [met[at] for at in sorted(met)]
    wanted = [text for number, text in enumerate(texts) if number == 0 or texts[number - 1] != text]
    found = chain(*((met[at], str(at)) for at in order))
    assert [v.article for v in found] == wanted
    assert [v.number for v in found] == list(range(1, len(found) + 1))
    assert all(a.article == b.previous for a, b in pairwise(found))


def test_a_headline_told_in_between_parts_what_came_without_one() -> None:
    wanted = titled(("a", None, "1"), ("a", "T", "2"), ("a", "U", "3"))
    assert wanted == titled(("a", "U", "3"), ("a", None, "1"), ("a", "T", "2")) == [("a", "T", 1), ("a", "U", 0)]


@given(st.lists(st.sampled_from([("a", None), ("a", "T"), ("a", "U"), ("b", None), ("b", "T")]), max_size=6).flatmap(lambda met: st.permutations(list(enumerate(met)))))
def test_any_order_gives_the_same_versions_though_some_come_without_a_headline(met: list[tuple[int, tuple[str, str | None]]]) -> None:
    found: list[Versions] = []
    for order in (met, sorted(met)):
        versions: Versions = ()
        for at, (article, title) in order:
            versions = add_version(versions, "p", article, title, str(at))
        found.append(versions)
    assert found[0] == found[1]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.integers(10, 40).map(str))), max_size=10))
def test_what_was_met_is_never_lost_and_twice_is_once(met: list[tuple[str, str | None]]) -> None:
    found = chain(*met)
    assert {v.article for v in found} == {article for article, _ in met}
    for article, at in [m for m in met if m[1] is not None]:
        assert len(add_version(found, "p", article, None, at)) == len(found)
