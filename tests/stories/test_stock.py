"""Passages that an outlet prints under many articles find none of them; whoever comes first, and whoever goes."""

from __future__ import annotations

import random
from contextlib import closing
from unittest.mock import patch

import numpy as np
import pytest

from onrecord.kinship import Beacon, Kinship
from onrecord.run import finding
from onrecord.run.sketch import make_beacon
from onrecord.storage import SqliteStore, verify_store
from onrecord.stories.stock import find_keys, list_prints
from tests.run.made import Made, add, compare, digest_of, forget, make, read
from tests.stories.test_reprints import NOTES, STORM, STRIKE, sketch, told

MATTERS = (
    STORM,
    STRIKE,
    "Beekeepers near Torvald lost nine hives to hornets in a warm autumn, and honey from the northern valleys will be scarce until spring, growers fear.",
    "A tram jumped its rails at Quentin Square after rain had washed gravel on the points; passengers walked home and nobody came to harm, drivers told inspectors.",
    "Archivists in Velm opened a sealed trunk with ledgers of a salt merchant, who lent money to three bishops and never saw a penny of it come back.",
)


def test_what_stands_in_a_stock_passage_alone_finds_nothing() -> None:
    plain, footed = sketch("a", STORM), sketch("b", f"{STORM}\n\n{NOTES['en']}")
    stock = np.array([False] * (len(footed.passages) // 8 - 1) + [True])
    story_keys, run_keys = find_keys(footed, stock)
    assert set() < set(story_keys.tolist()) <= set(np.frombuffer(plain.story_keys, dtype="<u8").tolist())
    assert len(story_keys) < len(footed.story_keys) // 8
    whole = set(np.frombuffer(footed.run_keys, dtype="<u8").tolist())
    note = set(np.frombuffer(sketch("c", NOTES["en"]).run_keys, dtype="<u8").tolist())
    assert whole & note
    assert not set(run_keys.tolist()) & note
    assert set(run_keys.tolist()) < whole
    assert len(make_beacon(footed, find_keys(footed, stock)).keys) < len(make_beacon(footed).keys)


def test_two_stock_passages_take_the_runs_across_their_border_with_them() -> None:
    again = "Readers of this newspaper may cancel at any time by letter to the editors in Korva or by calling the desk."
    footed = sketch("b", f"{STORM}\n\n{NOTES['en']} {again}")
    both = set(np.frombuffer(sketch("c", f"{NOTES['en']} {again}").run_keys, dtype="<u8").tolist())
    stock = np.array([False] * (len(footed.passages) // 8 - 2) + [True, True])
    assert set(np.frombuffer(footed.run_keys, dtype="<u8").tolist()) & both
    assert not set(find_keys(footed, stock)[1].tolist()) & both


def test_an_article_that_is_all_stock_is_found_by_all_of_it() -> None:
    made = sketch("a", f"Storm news.\n\n{NOTES['en']}")
    assert [keys.tolist() for keys in find_keys(made, np.array([True]))] == [np.frombuffer(keys, dtype="<u8").tolist() for keys in (made.story_keys, made.run_keys)]


def test_without_an_outlet_nothing_is_counted() -> None:
    assert list_prints(sketch("a", STORM, outlet=None)) == []
    assert list_prints(sketch("a", STORM)) == list_prints(sketch("b", STORM, outlet="KORVA gazette"))
    assert not set(list_prints(sketch("a", STORM))) & set(list_prints(sketch("a", STORM, outlet="Lindham Courier")))


def draw(seed: int, size: int) -> list[Made]:
    """Return articles on five matters with the same note below, and some others of no outlet."""
    rng = random.Random(seed)
    days = ("2031-03-14", "2031-03-15", "2031-05-20")
    return [
        told(f"a{index:02}", rng.choice(MATTERS), rng.choice(days)) if rng.random() < 0.8 else make(f"b{index:02}", 0, seed=index, speaker="Piet Hulst")
        for index in range(size)
    ]  # fmt: skip


def test_articles_on_other_matters_meet_until_the_passage_is_stock() -> None:
    made = [told(f"a{index}", text, "2031-03-14") for index, text in enumerate(MATTERS)]
    with patch.object(finding, "STOCK", 4), closing(SqliteStore(":memory:")) as store:
        add(store, made[:3])
        whole = sum(len(beacon.keys) for beacon in store.read(Beacon))
        assert len({pair.left for pair in store.read(Kinship) if pair.left != pair.right}) == 2
        add(store, made[3:])
        beacons = {beacon.article: len(beacon.keys) for beacon in store.read(Beacon)}
        assert sum(beacons[m.analysis.article.id] for m in made[:3]) < whole


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_arrival_does_not_matter_and_what_is_forgotten_leaves_no_trace(seed: int) -> None:
    rng = random.Random(seed)
    made = draw(seed, rng.randrange(4, 12))
    gone = rng.sample(made, rng.randrange(1, len(made)))
    staying = [m for m in made if m not in gone]
    with patch.object(finding, "STOCK", 3), closing(SqliteStore(":memory:")) as store, closing(SqliteStore(":memory:")) as other:
        add(store, made)
        add(other, rng.sample(made, len(made)))
        assert store.digest() == other.digest()
        assert read(store) == read(other) == compare(rng.sample(made, len(made)))
        forget(store, gone)
        assert store.digest() == digest_of(staying)
        assert read(store) == compare(staying)
        assert list(verify_store(store)) == []
