"""Turn raw confidence into the share of findings that are right at that confidence.

In: the raw confidence of an attribution, commitment or mention. Out: its calibrated confidence, by the knots in `knots.toml`.
Left to others: how sure the model is (`encode`), how the knots are fitted (`training/calibrate.py`).
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

KINDS = ("attribution", "commitment", "mention")
Knots = Sequence[tuple[float, float]]
"""(raw, calibrated) pairs, both rising."""


def calibrate(kind: str, raw: float) -> float:
    """Return the calibrated confidence of a record.

    Args:
        kind: one of `KINDS`.
        raw: what the model and the decoder believe, 0 to 1.

    Returns:
        A share between 0 and 1, never falling with `raw`; `raw` itself where nothing was fitted for the kind.
    """
    knots = load_knots().get(kind)
    return interpolate(knots, raw) if knots else raw


def interpolate(knots: Knots, raw: float) -> float:
    """Return the value at `raw` on the straight lines between knots, at least one; level before the first and after the last."""
    at = bisect_right(knots, raw, key=lambda knot: knot[0])
    if at in (0, len(knots)):
        return knots[0 if at == 0 else -1][1]
    (left, low), (right, high) = knots[at - 1], knots[at]
    return round(low + (high - low) * (raw - left) / (right - left), 4)


@lru_cache(maxsize=1)
def load_knots() -> Mapping[str, Knots]:
    """Return the shipped knots by kind."""
    table = tomllib.loads((files("onrecord.confidence") / "knots.toml").read_text("utf-8"))
    return {kind: tuple(zip(rows["raw"], rows["right"], strict=True)) for kind, rows in table.items() if kind in KINDS}
