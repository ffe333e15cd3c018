"""Compare the names and figures of a passage with gold.

In: the gold of a passage, and the mentions and figures found. Out: `Counts` by measure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.evaluation.gold import Expected, ExpectedFigure
from onrecord.evaluation.measures import Counts, count_exact, count_pairs, count_share
from onrecord.evaluation.words import Words, pair_up
from onrecord.records import Figure, Mention


def count_names(gold: Expected, found: Sequence[Mention]) -> dict[str, Counts]:
    """Return the counts of names in one passage."""
    return {"entity": count_exact(gold.names, ((mention.span, mention.kind) for mention in found))}


def count_figures(gold: Expected, found: Sequence[Figure]) -> dict[str, Counts]:
    """Return the counts of every measure of figures in one passage.

    Figures match one to one when they share a word, as hedges and nouns may be taken in or not.
    """
    words = Words(gold.text)
    pairs = pair_up([words.of([g.span]) for g in gold.figures], [words.of([f.span]) for f in found], 0.0)
    both = [(gold.figures[i], found[j]) for i, j in pairs]
    return {
        "figure": count_pairs(pairs, gold.figures, found),
        "figure_value": count_share(is_value_right(g, f) for g, f in both),
        "figure_kind": count_share(g.kind == f.kind for g, f in both),
    }


def is_value_right(gold: ExpectedFigure, found: Figure) -> bool:
    """True when the bounds agree; a single number also agrees with the number as written ("about 40" may have bounds)."""
    if gold.low is not None and gold.low == gold.high and found.point is not None and _is_near(gold.low, found.point):
        return True
    return _is_bound_right(gold.low, found.low) and _is_bound_right(gold.high, found.high)


def _is_bound_right(gold: float | None, found: float | None) -> bool:
    return found is None if gold is None else found is not None and _is_near(gold, found)


def _is_near(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=1e-6)
