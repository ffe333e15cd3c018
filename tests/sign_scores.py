"""Score signs and watches on the invented stories of `tests/gold/signs/`, and print the scores: `python -m tests.sign_scores`.

With `--failures` the stories of the `dev` part that came out otherwise are shown; those of `held` never are.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from onrecord.encode.model import shipped_model
from onrecord.evaluation.measures import Counts
from tests.sign_stories import KINDS, PARTS, StoryOutcome, read_stories, score_stories, sum_counts

STORIES = Path(__file__).parent / "gold" / "signs"
FLOORED = (*KINDS, "any", "state")
"""Scores with a floor."""


@lru_cache(maxsize=1)
def score_signs() -> tuple[StoryOutcome, ...]:
    """Return what the shipped program finds in every story."""
    return tuple(score_stories(read_stories(STORIES), shipped_model()))


def reached_signs(counts: Counts) -> tuple[float, float]:
    """Return precision and recall, 1 where there was nothing to score."""
    return counts.right / counts.found if counts.found else 1.0, counts.recalled / counts.gold if counts.gold else 1.0


def main() -> None:
    """Print the scores by part."""
    for part in PARTS:
        outcomes = [outcome for outcome in score_signs() if outcome.story.part == part]
        print(f"{part}: {len(outcomes)} stories")
        for kind, counts in sum_counts(outcomes).items():
            precision, recall = reached_signs(counts)
            print(f"  {kind:10} precision {precision:.2f} ({counts.right}/{counts.found})  recall {recall:.2f} ({counts.recalled}/{counts.gold})")
        if part == "dev" and "--failures" in sys.argv:
            for outcome in outcomes:
                _print_failures(outcome)


def _print_failures(outcome: StoryOutcome) -> None:
    told = outcome.story.articles
    gold = {(n, kind, span.of(article.text)) for n, article in enumerate(told) for span, kind in article.signs}
    found = {(n, kind, span.of(told[n].text)) for n, span, kind in outcome.found}
    if gold != found or outcome.state != outcome.story.state:
        print(f"{outcome.story.id}: ends {outcome.state}, should end {outcome.story.state}")
        for mark, each in (("-", gold - found), ("+", found - gold)):
            for n, kind, words in sorted(each):
                print(f"   {mark} article {n}, {kind}: {words}")


if __name__ == "__main__":
    main()
