"""The ledger of a store: the same in any order, restored when an article goes, and verified like all else."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ids import make_id
from onrecord.records import Figure, Span
from onrecord.storage import SqliteStore, verify_store
from onrecord.views import comparison_to_dict
from tests.run.made import Made, add, compare, digest_of, forget, make, read


def count(made: Made, *values: tuple[int, str | None]) -> Made:
    """Return an article in which so many were killed, by these counts."""
    article = made.analysis.article
    figures = tuple(
        Figure(
            id=make_id("figure", article.id, at, at + 2), article=article.id, span=Span(start=at, end=at + 2), low=value, high=value, point=value, unit=None, kind="killed",
            population="people", place=None, as_of=None, period=None, source=source, attribution=None, hedges=(), made_by="test@1",
        )
        for at, (value, source) in enumerate(values)
    )  # fmt: skip
    return replace(made, analysis=replace(made.analysis, figures=figures))


def draw_set(seed: int, size: int) -> list[Made]:
    rng = random.Random(seed)
    return [
        count(
            make(f"a{index:02}", rng.randrange(3), seed=rng.randrange(3), published=rng.choice(("2031-03-14", "2031-03-15", None)), keep=rng.choice((1.0, 0.8))),
            *((rng.choice((3, 12, 15)), rng.choice(("police", "the union", None))) for _ in range(rng.randrange(3))),
        )
        for index in range(size)
    ]  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 10), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_ledger_does_not_depend_on_how_the_articles_came(seed: int, size: int, gone: int, rng: random.Random) -> None:
    made = draw_set(seed, size)
    leaving = rng.sample(made, min(gone, size - 1))
    staying = [m for m in made if m not in leaving]
    with closing(SqliteStore(":memory:")) as store:
        add(store, rng.sample(staying, len(staying)))
        before = store.digest()
        assert before == digest_of(staying)
        assert read(store).tallies == compare(staying[::-1]).tallies
        add(store, rng.sample(leaving, len(leaving)))
        assert read(store) == compare(made)
        forget(store, leaving)
        assert store.digest() == before
        assert list(verify_store(store)) == []


def test_compare_tells_who_counts_what_when() -> None:
    made = [count(make("early", 0), (12, "police")), count(make("late", 0, published="2031-03-15", keep=0.9), (15, "police"))]
    (tally,) = comparison_to_dict(compare(made))["tallies"]  # type: ignore[union-attr, misc]
    assert isinstance(tally, dict)
    assert [(c["article"], c["value"]["point"], c["counter"], c["as_of"], c["as_of_from"]) for c in tally["counts"]] == [  # type: ignore[union-attr, index, call-overload]
        ("early", 12, "police", "2031-03-14", "published"), ("late", 15, "police", "2031-03-15", "published"),
    ]  # fmt: skip
    reason = "from 12 to 15, the same counter, on a later day; both are one account"
    assert tally["relations"] == [{"between": [0, 1], "relation": "updates", "spans": [[0, 2], [0, 2]], "reason": reason}]
    assert [(p["as_of"], p["value"]["point"], p["accounts"]) for p in tally["series"]] == [("2031-03-14", 12, 1), ("2031-03-15", 15, 1)]  # type: ignore[union-attr, index, call-overload]
