"""Copies in other words and languages, and signs across languages, do not depend on how the articles came."""

from __future__ import annotations

import random
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.results import Comparison
from onrecord.run.shelf import keep_analyses
from onrecord.storage import SqliteStore
from tests.run.made import DAYS, MATCHER, Made, compare
from tests.run.made import forget as forget_made
from tests.run.made import read as read_store
from tests.run.retold import make_retold

FIRST, SECOND = tuple(range(10)), tuple(range(30, 42))


def draw_set(seed: int, size: int) -> list[Made]:
    """Return articles of two texts in three languages: whole, cut short, told in another order."""
    rng = random.Random(seed)
    made = []
    for index in range(size):
        meanings = list(rng.choice((FIRST, SECOND)))
        form = rng.choice(("whole", "whole", "short", "mixed"))
        if form == "short":
            meanings = meanings[:7]
        if form == "mixed":
            rng.shuffle(meanings)
        made.append(make_retold(f"r{index:02}", rng.choice(("en", "nl", "uk")), meanings, rng.choice(DAYS[:2])))
    return made


def keep(store: SqliteStore, made: list[Made], batches: int) -> None:
    """Keep articles, several in a transaction; none of them has an attribution."""
    for start in range(0, len(made), batches):
        with store.transaction():
            keep_analyses(store, [(m.analysis, m.encoding, [], m.sketch) for m in made[start : start + batches]], MATCHER)


def kinds(found: Comparison) -> set[str]:
    return {copy.kind for copy in found.copies}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 10), st.integers(1, 4), st.randoms(use_true_random=False))
def test_any_order_and_any_batches_give_the_same(seed: int, size: int, batches: int, rng: random.Random) -> None:
    made = draw_set(seed, size)
    with closing(SqliteStore(":memory:")) as store, closing(SqliteStore(":memory:")) as other:
        keep(store, made, 1)
        keep(other, rng.sample(made, len(made)), batches)
        assert store.digest() == other.digest()
        assert read_store(store) == read_store(other)
        assert read_store(store).copies == compare(rng.sample(made, len(made))).copies


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 10), st.randoms(use_true_random=False))
def test_a_copy_that_comes_and_goes_leaves_no_trace(seed: int, size: int, rng: random.Random) -> None:
    made = draw_set(seed, size)
    leaving = rng.sample(made, 1)
    staying = [m for m in made if m not in leaving]
    with closing(SqliteStore(":memory:")) as store, closing(SqliteStore(":memory:")) as fresh:
        keep(store, rng.sample(made, len(made)), 2)
        forget_made(store, leaving)
        keep(fresh, staying, 1)
        assert store.digest() == fresh.digest()


def test_translations_and_paraphrases_are_found_through_the_index_and_counted() -> None:
    made = [make_retold("a", "en", FIRST), make_retold("b", "nl", FIRST), make_retold("c", "en", FIRST, "2031-03-15"), make_retold("d", "uk", tuple(reversed(FIRST)))]
    found = compare(made)
    assert kinds(found) == {"translated", "paraphrased"}
    (story,) = found.stories
    (account,) = found.accounts
    assert len(story.articles) == 4
    assert (account.low, account.high) == (2, 2)
    assert sorted(map(len, account.groups)) == [1, 3]


def test_a_copy_in_other_words_lies_between_the_counts() -> None:
    (account,) = compare([make_retold("a", "en", FIRST), make_retold("c", "en", FIRST, "2031-03-15")]).accounts
    assert (account.low, account.high) == (1, 2)
    assert [(f.kind, f.is_sure) for f in account.folds] == [("paraphrased", False)]
