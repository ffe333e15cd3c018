"""Print floors for `tests/quality_floors.toml`: what the shipped model reaches on `tests/gold`, less three points.

python -m tests.set_floors > tests/quality_floors.toml
"""

from __future__ import annotations

import math

from tests.gold_scores import BY_LANGUAGE, OVERALL, reached, score_gold
from tests.sign_scores import FLOORED, reached_signs, score_signs
from tests.sign_stories import sum_counts
from tests.told_scores import FLOORED as TOLD_FLOORED
from tests.told_scores import reached_told, score_told
from tests.told_stories import sum_counts as sum_told

MARGIN = 0.03


def make_floor(value: float) -> str:
    """Return a value less the margin, in whole hundredths, never below 0."""
    return f"{max(math.floor(round((value - MARGIN) * 100, 6)), 0) / 100:.2f}"


def main() -> None:
    """Print the file."""
    evaluation = score_gold()
    print(f"# F1 or share on tests/gold/ that the shipped model must not fall below: three points under what {evaluation.model} reached on")
    print(f"# {evaluation.overall.passages} passages. Written by `python -m tests.set_floors`; `onrecord eval` shows every measure.")
    print("[all]")
    for measure in OVERALL:
        print(f"{measure} = {make_floor(reached(evaluation.overall, measure))}")
    for measure in BY_LANGUAGE:
        print(f"\n[{measure}]")
        for part in evaluation.languages:
            print(f"{part.lang} = {make_floor(reached(part, measure))}")
    counts = sum_counts(score_signs())
    for at, measure in enumerate(("precision", "recall")):
        print(f"\n[signs_{measure}]")
        for kind in FLOORED:
            print(f"{kind} = {make_floor(reached_signs(counts[kind])[at])}")
    told = sum_told(score_told())
    for at, measure in enumerate(("precision", "recall")):
        print(f"\n[told_{measure}]")
        for kind in TOLD_FLOORED:
            print(f"{kind} = {make_floor(reached_told(told[kind])[at])}")


if __name__ == "__main__":
    main()
