"""What holds between articles does not depend on how they came: in which order, how many at once, or with others that are gone again."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from types import ModuleType
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.kinship import Recall
from onrecord.run import meetings, neighbourhoods
from onrecord.run.shelf import keep_analyses
from onrecord.statements import cluster
from onrecord.storage import SqliteStore, verify_store
from tests.run.made import DAYS, MATCHER, SPEAKERS, THEMES, Made, add, compare, digest_of, forget, make, read


def draw_set(seed: int, size: int) -> list[Made]:
    """Return articles of all themes, speakers and days, copies and near-copies among them."""
    rng = random.Random(seed)
    return [
        make(
            f"a{index:03}", rng.randrange(len(THEMES)), seed=rng.randrange(4), published=rng.choice(DAYS), speaker=rng.choice(SPEAKERS),
            keep=rng.choice((1.0, 1.0, 0.8)), lang=rng.choice(("en", "en", "en", "nl")), aside=rng.choice((None, None, 0, 2, 3)),
        )
        for index in range(size)
    ]  # fmt: skip


def draw_story(seed: int, size: int) -> list[Made]:
    """Return articles that tell one threat on one day, each in words of its own or with all of them."""
    rng = random.Random(seed)
    return [
        make(f"b{index:03}", 0, seed=index, speaker=rng.choice(("Tamsin Orlay", None)), keep=rng.choice((1.0, 0.9, 0.8)), aside=rng.choice((None, None, 0))) for index in range(size)
    ]  # fmt: skip


def add_in_batches(store: SqliteStore, made: list[Made], size: int) -> None:
    """Keep articles, so many in a transaction."""
    for start in range(0, len(made), size):
        with store.transaction():
            keep_analyses(store, [(m.analysis, m.encoding, [m.meaning], m.sketch) for m in made[start : start + size]], MATCHER)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 14), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_store_and_the_same_comparison(seed: int, size: int, rng: random.Random) -> None:
    made = draw_set(seed, size)
    shuffled = rng.sample(made, len(made))
    with closing(SqliteStore(":memory:")) as store, closing(SqliteStore(":memory:")) as other:
        add(store, made)
        add(other, shuffled)
        assert store.digest() == other.digest()
        assert read(store) == read(other) == compare(made) == compare(shuffled)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 14), st.integers(1, 6), st.randoms(use_true_random=False))
def test_what_is_added_and_forgotten_leaves_no_trace(seed: int, size: int, gone: int, rng: random.Random) -> None:
    made = draw_set(seed, size)
    leaving = rng.sample(made, min(gone, len(made)))
    staying = [m for m in made if m not in leaving]
    with closing(SqliteStore(":memory:")) as store:
        add(store, rng.sample(made, len(made)))
        forget(store, leaving)
        assert store.digest() == digest_of(staying)
        assert read(store) == compare(staying)
        assert list(verify_store(store)) == []


@pytest.mark.parametrize(
    ("module", "bound", "value", "draw"),
    [(neighbourhoods, "LARGEST", 3, draw_set), (cluster, "LARGEST", 3, draw_story), (meetings, "REACH", 2, draw_set)],
    ids=["small neighbourhoods", "tellings looked at in small parts", "a short reach in time"],
)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), rng=st.randoms(use_true_random=False))
def test_a_low_bound_changes_nothing_of_this(module: ModuleType, bound: str, value: int, draw: Callable[[int, int], list[Made]], seed: int, rng: random.Random) -> None:
    with patch.object(module, bound, value):
        made = draw(seed, 14)
        leaving = rng.sample(made, 5)
        with closing(SqliteStore(":memory:")) as store:
            add(store, rng.sample(made, len(made)))
            assert store.digest() == digest_of(made)
            assert read(store) == compare(made)
            forget(store, leaving)
            assert store.digest() == digest_of([m for m in made if m not in leaving])


@settings(max_examples=2, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((1, 7, 60)), st.randoms(use_true_random=False))
def test_a_story_of_sixty_articles_does_not_depend_on_order_or_batches(seed: int, batch: int, rng: random.Random) -> None:
    made = draw_story(seed, 60)
    leaving = rng.sample(made, 4)
    with closing(SqliteStore(":memory:")) as store, closing(SqliteStore(":memory:")) as other:
        add_in_batches(store, rng.sample(made, len(made)), batch)
        assert max(len(story.articles) for story in read(store).stories) >= 50
        whole = store.digest()
        add_in_batches(other, [m for m in made if m not in leaving], 56)
        forget(store, leaving)
        assert store.digest() == other.digest()
        add_in_batches(other, leaving, 2)
        assert other.digest() == whole


def test_who_speaks_every_day_is_compared_with_the_nearest_days_only() -> None:
    made = [make(f"a{i:03}", 1, published=f"20{31 + i // 100}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}", seed=i, keep=0.9) for i in range(80)]
    with closing(SqliteStore(":memory:")) as store:
        add(store, made)
        for each in made:
            assert len(store.tied(Recall, [each.sketch.article])) <= 2 * meetings.REACH
        assert max(len(store.tied(Recall, [m.sketch.article])) for m in made) > meetings.REACH


def test_every_article_is_in_one_story_and_every_telling_in_one_statement() -> None:
    made = draw_set(7, 30)
    found = compare(made)
    assert sorted(a for s in found.stories for a in s.articles) == sorted(m.sketch.article for m in made)
    assert sorted(r.attribution for s in found.statements for r in s.renderings if r.attribution is not None) == sorted(m.meaning.of for m in made)
    asides = [r.telling for s in found.statements for r in s.renderings if r.attribution is None]
    assert asides
    assert len(asides) == len(set(asides))
    assert {a.story for a in found.accounts} == {s.id for s in found.stories}


def test_a_story_keeps_its_id_when_it_grows() -> None:
    first, later = make("a", 0), make("b", 0, published="2031-03-15", keep=0.9)
    (story,) = compare([first]).stories
    (grown,) = compare([first, later]).stories
    assert grown.id == story.id
    assert len(grown.articles) == 2


def test_articles_without_dates_are_compared() -> None:
    made = [make(f"a{i}", 0, published=None, keep=0.9, seed=i) for i in range(4)]
    assert [len(s.articles) for s in compare(made).stories] == [4]


def test_the_same_article_twice_is_one() -> None:
    one = make("a", 0)
    assert digest_of([one, one]) == digest_of([one])


def test_another_version_of_an_article_replaces_it() -> None:
    old, new, other = make("a", 0), make("a", 2), make("b", 0, published="2031-03-15")
    assert digest_of([old, other, new]) == digest_of([other, new])


def test_a_story_over_two_years_is_told_in_parts_that_do_not_depend_on_the_order() -> None:
    made = [make(f"a{i:02}", 0, published=f"{2031 + i // 12}-{i % 12 + 1:02}-14", keep=0.9, seed=i) for i in range(24)]
    assert compare(made) == compare(made[::-1])
    assert digest_of(made) == digest_of(made[::-1])


@pytest.mark.parametrize("step", [1, -1], ids=["as they came", "in reverse"])
def test_a_thousand_copies_of_one_text_are_one_story_and_one_account(step: int) -> None:
    made = [make(f"a{i:04}", 0, published="2031-03-15") for i in range(1000)]
    found = compare(made[::step])
    assert len(found.stories) == 1
    assert (found.accounts[0].low, found.accounts[0].high) == (1, 1)
    assert len(found.copies) == 999
    assert len({copy.of for copy in found.copies}) == 1
    assert [len(s.renderings) for s in found.statements] == [1000]


def test_what_was_said_again_later_is_a_restatement_and_what_comes_true_a_sign() -> None:
    early, late, held = make("early", 1), make("late", 1, published="2031-06-01"), make("report", 3, published="2033-03-14", speaker=None)
    found = compare([held, late, early])
    by_id = {s.id: s for s in found.statements}
    assert [(by_id[r.earlier].renderings[0].article, by_id[r.later].renderings[0].article) for r in found.restatements] == [(early.sketch.article, late.sketch.article)]
    assert {(s.article, s.status) for s in found.signs} == {(held.sketch.article, "met")}
