"""Score the shipped model on the project's own held-out passages (`tests/gold/`), and say which scores have floors."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from onrecord.encode.model import shipped_model
from onrecord.evaluation.evaluate import Evaluation, LanguageScores, evaluate
from onrecord.evaluation.gold import read_gold

GOLD = Path(__file__).parent / "gold"
OVERALL = (
    "attribution", "source", "cue", "content", "content_overlap", "content_with_source", "type", "speaker", "commitment_present", "conditional_present", "commitment", "force",
    "condition", "party", "matched_force_coarse", "matched_holder", "entity", "figure", "figure_value", "figure_kind",
)  # fmt: skip
"""Measures with a floor over all languages together."""
BY_LANGUAGE = ("attribution", "content_with_source", "speaker", "commitment", "entity")
"""Measures with a floor for each language. The others have too few items in one."""


@lru_cache(maxsize=1)
def score_gold() -> Evaluation:
    """Return the scores of the shipped model; intervals are left out, as floors are below what was measured."""
    return evaluate(read_gold(GOLD), shipped_model(), samples=1)


def reached(part: LanguageScores, measure: str) -> float:
    """Return F1, or the share, of a measure; 0 where there was nothing to score."""
    estimate = part.scores[measure].f1
    return estimate.value if estimate else 0.0
