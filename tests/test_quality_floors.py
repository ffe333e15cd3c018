"""The shipped model must not fall below these floors on the project's own held-out passages.

A floor may rise freely; it falls only together with a line in CHANGELOG.md that says why.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.encode.model import shipped_model
from tests.gold_scores import f1, score_gold

FLOORS = tomllib.loads((Path(__file__).parent / "quality_floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def scores() -> dict[tuple[str, str], tuple[int, int, int]]:
    return score_gold(shipped_model())


@pytest.mark.parametrize("layer", sorted(FLOORS["all"]))
def test_a_layer_over_all_languages_stays_above_its_floor(layer: str, scores: dict[tuple[str, str], tuple[int, int, int]]) -> None:
    rows = [row for (_, name), row in scores.items() if name == layer]
    reached = f1(*(sum(column) for column in zip(*rows, strict=True)))
    assert reached >= FLOORS["all"][layer], f"{layer}: {reached:.3f}"


@pytest.mark.parametrize("lang", sorted(FLOORS["attribution"]))
def test_attributions_of_a_language_stay_above_their_floor(lang: str, scores: dict[tuple[str, str], tuple[int, int, int]]) -> None:
    reached = f1(*scores[lang, "attribution"])
    assert reached >= FLOORS["attribution"][lang], f"{lang}: {reached:.3f}"
