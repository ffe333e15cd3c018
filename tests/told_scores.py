"""Score how tellings of one utterance are joined and compared, on the invented stories of `tests/gold/told/`, and print the scores: `python -m tests.told_scores`.

With `--failures` what came out otherwise in the `dev` part is shown; of `held` it never is.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from onrecord.encode.model import shipped_model
from onrecord.evaluation.measures import Counts
from tests.told_stories import PARTS, StoryOutcome, read_stories, score_stories, sum_counts

STORIES = Path(__file__).parent / "gold" / "told"
FLOORED = ("tellings", "pairs", "speaker", "differences")
"""Scores with a floor."""


@lru_cache(maxsize=1)
def score_told() -> tuple[StoryOutcome, ...]:
    """Return what the shipped program finds in every story."""
    return tuple(score_stories(read_stories(STORIES), shipped_model()))


def reached_told(counts: Counts) -> tuple[float, float]:
    """Return precision and recall, 1 where there was nothing to score."""
    return counts.right / counts.found if counts.found else 1.0, counts.recalled / counts.gold if counts.gold else 1.0


def main() -> None:
    """Print the scores by part."""
    for part in PARTS:
        outcomes = [outcome for outcome in score_told() if outcome.story.part == part]
        print(f"{part}: {len(outcomes)} stories")
        for name, counts in sum_counts(outcomes).items():
            precision, recall = reached_told(counts)
            print(f"  {name:26} precision {precision:.2f} ({counts.right}/{counts.found})  recall {recall:.2f} ({counts.recalled}/{counts.gold})")
        if part == "dev" and "--failures" in sys.argv:
            for outcome in outcomes:
                print(outcome.story.id, *outcome.failures, sep="\n   ")


if __name__ == "__main__":
    main()
