"""What the shipped model finds on the project's own held-out passages must not fall below these floors.

A floor may rise freely (`python -m tests.set_floors`); it falls only together with a line in CHANGELOG.md that says why.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.evaluation.evaluate import Evaluation
from onrecord.evaluation.measures import MEASURES
from tests.gold_scores import reached, score_gold
from tests.sign_scores import FLOORED, reached_signs, score_signs
from tests.sign_stories import sum_counts
from tests.told_scores import FLOORED as TOLD_FLOORED
from tests.told_scores import reached_told, score_told
from tests.told_stories import sum_counts as sum_told

FLOORS = tomllib.loads((Path(__file__).parent / "quality_floors.toml").read_text("utf-8"))
SIGNS = ("signs_precision", "signs_recall")
TOLD = ("told_precision", "told_recall")
BY_LANGUAGE = sorted((measure, lang) for measure, rows in FLOORS.items() if measure not in ("all", *SIGNS, *TOLD) for lang in rows)


@pytest.fixture(scope="module")
def scores() -> Evaluation:
    return score_gold()


def test_every_floor_is_of_a_measure() -> None:
    assert {*FLOORS["all"], *(measure for measure, _ in BY_LANGUAGE)} <= {measure.name for measure in MEASURES}


@pytest.mark.parametrize("measure", sorted(FLOORS["all"]))
def test_a_measure_over_all_languages_stays_above_its_floor(measure: str, scores: Evaluation) -> None:
    value = reached(scores.overall, measure)
    assert value >= FLOORS["all"][measure], f"{measure}: {value:.3f}"


@pytest.mark.parametrize(("measure", "lang"), BY_LANGUAGE)
def test_a_measure_in_a_language_stays_above_its_floor(measure: str, lang: str, scores: Evaluation) -> None:
    (part,) = [part for part in scores.languages if part.lang == lang]
    value = reached(part, measure)
    assert value >= FLOORS[measure][lang], f"{measure} in {lang}: {value:.3f}"


def test_signs_and_watches_stay_above_their_floors() -> None:
    counts = sum_counts(score_signs())
    reached_now = {kind: reached_signs(counts[kind]) for kind in FLOORED}
    assert {measure: FLOORS[measure].keys() for measure in SIGNS} == {measure: {*FLOORED} for measure in SIGNS}
    below = {(measure, kind): values[at] for kind, values in reached_now.items() for at, measure in enumerate(SIGNS) if values[at] < FLOORS[measure][kind]}
    assert below == {}


def test_joins_and_differences_stay_above_their_floors() -> None:
    counts = sum_told(score_told())
    reached_now = {kind: reached_told(counts[kind]) for kind in TOLD_FLOORED}
    assert {measure: FLOORS[measure].keys() for measure in TOLD} == {measure: {*TOLD_FLOORED} for measure in TOLD}
    below = {(measure, kind): values[at] for kind, values in reached_now.items() for at, measure in enumerate(TOLD) if values[at] < FLOORS[measure][kind]}
    assert below == {}
