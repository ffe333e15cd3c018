"""Which tellings are one utterance: never other speakers, never other days, whatever the order, in time for a big story."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statements.cluster import group_sides
from onrecord.statements.features import FEATURES, FeatureTable, Rarity
from onrecord.statements.match import Matcher, load_weights, may_be_one
from onrecord.statements.sides import Side

from .tellings import days, tell

THEMES = (
    "we close the strait when a grain ship is seized", "the hospital counted forty wounded dockers on Monday", "nobody asked the pilots about their night shifts",
    "a lighthouse keeper refuses every inspection", "new cranes arrive before the autumn storms",
)  # fmt: skip
DAY, NEXT = days("2031-03-14", "2031-03-15"), days("2031-03-15", "2031-03-16")
SPEAKERS = ("Tamsin Orlay", "Piet Hulst", None)


def make_set(seed: int, size: int) -> list[Side]:
    """Return sides of one story, mixed of all themes, speakers and days."""
    rng = random.Random(seed)
    return [
        tell(
            " ".join(word for word in rng.choice(THEMES).split() if rng.random() < 0.9) or "nothing", name=f"a{index:04}", speaker=rng.choice(SPEAKERS),
            said_at=rng.choice((DAY, NEXT, None)), type=rng.choice(("direct", "indirect")), figure=None,
        ).side
        for index in range(size)
    ]  # fmt: skip


def ids_of(groups: list[list[Side]]) -> set[frozenset[str]]:
    return {frozenset(side.attribution.id for side in group) for group in groups}


SET = make_set(5, 24)


@settings(max_examples=25, deadline=None)
@given(st.permutations(SET))
def test_groups_do_not_depend_on_the_order_of_the_sides(shuffled: list[Side]) -> None:
    groups = group_sides(shuffled, Matcher(shuffled))
    expected = group_sides(SET, Matcher(SET))
    assert [[s.attribution.id for s in g] for g in groups] == [[s.attribution.id for s in g] for g in expected]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_every_side_is_in_one_group_and_no_group_mixes_speakers_or_days(seed: int) -> None:
    sides = make_set(seed, 20)
    groups = group_sides(sides, Matcher(sides))
    assert sorted(s.attribution.id for g in groups for s in g) == sorted(s.attribution.id for s in sides)
    for group in groups:
        assert len({s.attribution.speaker for s in group if s.attribution.speaker}) <= 1
        assert len({s.attribution.said_at for s in group if s.attribution.said_at}) <= 1


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_table_of_all_pairs_says_what_each_pair_says_alone(seed: int) -> None:
    sides = make_set(seed, 12)
    matcher = Matcher(sides)
    surely, possible = matcher.compare_all(sides)
    for i, left in enumerate(sides):
        assert surely[i, i] == 0
        for j, right in enumerate(sides):
            if i != j:
                assert possible[i, j] == may_be_one(left, right)
                assert surely[i, j] == pytest.approx(matcher.probability(left, right), abs=1e-4)
                assert surely[i, j] == surely[j, i]


def test_blocks_do_not_change_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    sides = make_set(3, 30)
    matcher = Matcher(sides)
    whole = matcher.compare_all(sides)
    monkeypatch.setattr("onrecord.statements.features.BLOCK_CELLS", 500)
    parts = matcher.compare_all(sides)
    np.testing.assert_allclose(whole[0], parts[0], atol=1e-4)
    assert (whole[1] == parts[1]).all()


def test_the_features_of_a_pair_do_not_depend_on_its_order_and_have_a_weight_each() -> None:
    left, right = SET[0], SET[1]
    matcher = Matcher(SET)
    assert matcher.features(left, right) == pytest.approx(matcher.features(right, left), abs=1e-6)
    assert tuple(matcher.features(left, right)) == FEATURES
    assert set(load_weights()) == set(FEATURES)


def test_nothing_to_compare_gives_no_groups() -> None:
    assert group_sides([], Matcher([])) == []
    assert list(FeatureTable([], [], np.zeros(384, dtype=np.float32), Rarity([])).blocks()) == []


def test_a_side_without_words_is_a_group_of_its_own() -> None:
    empty = tell("we", name="a").side
    other = tell(THEMES[0], name="b").side
    assert len(group_sides([empty, other], Matcher([empty, other]))) == 2


def context() -> list[Side]:
    """Return unrelated sides, without which two alike ones would have nothing to be alike against."""
    return [tell(theme, name=f"context{index}").side for index, theme in enumerate(THEMES[1:])]


def joined(left: Side, right: Side) -> bool:
    sides = [left, right, *context()]
    return any({left.attribution.id, right.attribution.id} <= {s.attribution.id for s in g} for g in group_sides(sides, Matcher(sides)))


def test_the_same_words_of_one_speaker_are_one_utterance() -> None:
    assert joined(tell(THEMES[0], name="a").side, tell(THEMES[0], name="b").side)


def test_two_spellings_of_a_speaker_are_one_speaker() -> None:
    assert joined(tell(THEMES[0], name="a", speaker="Volodymyr Zelensky").side, tell(THEMES[0], name="b", speaker="Wolodymyr Selenskyj").side)


def test_a_ministry_may_speak_for_its_minister() -> None:
    ministry = tell(THEMES[0], name="b", speaker="Harbour Ministry", speaker_how="organisation named beside the words").side
    assert joined(tell(THEMES[0], name="a").side, ministry)


def test_the_same_words_of_two_persons_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a").side, tell(THEMES[0], name="b", speaker="Piet Hulst").side)


def test_the_same_words_on_two_days_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a", said_at=DAY).side, tell(THEMES[0], name="b", said_at=NEXT).side)


def test_a_vague_day_meets_the_days_in_it() -> None:
    assert joined(tell(THEMES[0], name="a", said_at=DAY).side, tell(THEMES[0], name="b", said_at=days("2031-03-01", "2031-04-01")).side)


def test_the_same_words_in_two_stories_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a").side, tell(THEMES[0], name="b", story="story-2").side)


def test_other_words_of_one_speaker_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a").side, tell("breakfast costs nine crowns at every inn", name="b").side)


def test_an_unknown_speaker_never_bridges_two_persons() -> None:
    sides = [tell(THEMES[0], name=name, speaker=speaker).side for name, speaker in (("a", "Tamsin Orlay"), ("b", None), ("c", "Piet Hulst"))]
    for group in group_sides(sides + context(), Matcher(sides + context())):
        assert not {"Tamsin Orlay", "Piet Hulst"} <= {s.attribution.speaker for s in group}


def test_a_thousand_sides_of_one_story_take_less_than_five_seconds() -> None:
    sides = make_set(11, 1000)
    began = time.process_time()
    groups = group_sides(sides, Matcher(sides))
    assert time.process_time() - began < 5
    assert 5 <= len(groups) < 1000
