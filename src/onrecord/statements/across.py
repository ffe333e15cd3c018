"""How surely tellings of one speaker in two languages are one utterance, on the scale of those in one language.

In: tellings' languages and speakers, how surely pairs of them are one. Out: the same, for such pairs higher. The matcher counts words in common, of which two languages have next to none,
so that there it is less sure even of tellings that are as alike as can be.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.agreement import Key, names_agree

SHIFT = 1.35
"""What the log-odds of a pair of one speaker in two languages are raised by, so that the bar of 0.9 (`cluster.JOIN`) stands where 0.7 was. Source: two tenths of the invented stories of
`training/data/tellings`, the held-out one and the one for the weights, November 2026: of pairs in one language 95 and 97 of 100 from 0.9 on are one utterance and 16 and 21 of 100 of the right ones
are found; in two languages with one speaker 97 and 88 from 0.7 on, and 27 and 33 are found, where 0.9 found 5 and 11."""
MARGIN = 1e-6
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def raise_across(langs: Sequence[str | None], speakers: Sequence[Key], left: Ints, right: Ints, surely: Floats) -> Floats:
    """Return how surely each pair is one utterance.

    Args:
        langs: the language of each telling, `None` where it is not known.
        speakers: who speaks in each.
        left: the first telling of each pair, by its place in these.
        right: the second one.
        surely: what the matcher says of the pair.
    """
    codes, places = (np.array(_number(each), dtype=np.int64) for each in (langs, speakers))
    known = np.array([lang is not None for lang in langs], dtype=np.bool_)
    asked = np.flatnonzero((codes[left] != codes[right]) & known[left] & known[right] & (surely > 0))
    if not len(asked):
        return surely
    named = dict(zip(places.tolist(), speakers, strict=True))
    pairs, row = np.unique(np.stack([places[left[asked]], places[right[asked]]], axis=1), axis=0, return_inverse=True)
    are_one = np.array([names_agree(named[a], named[b]) is True for a, b in pairs.tolist()], dtype=np.bool_)
    raised = asked[are_one[row.reshape(-1)]]
    found = surely.copy()
    odds = np.clip(surely[raised], MARGIN, 1 - MARGIN)
    found[raised] = np.round(1 / (1 + (1 - odds) / odds * np.exp(-SHIFT)), 4)
    return found


def _number(items: Sequence[object]) -> list[int]:
    """Return the same number for the same items."""
    numbers: dict[object, int] = {}
    return [numbers.setdefault(item, len(numbers)) for item in items]
