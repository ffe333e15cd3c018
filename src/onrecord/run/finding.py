"""Which articles an article is compared with: those that share keys of its story or of its text, not by what its outlet keeps in stock.

In: the beacons in a store, a sketch. Out: the beacon of an article, the articles that it finds, and whose keys change as it comes or goes. What counts is how many leads
hold a passage, whatever came first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Beacon, Sketch
from onrecord.run.articles import Records
from onrecord.run.sketch import make_beacon, place_of
from onrecord.stories.likeness import LEAST_KEYS, WINDOW_DAYS, find_day
from onrecord.stories.stock import STOCK, find_keys, list_prints

LEAST_RUNS = 2
"""Keys of runs that two texts must share to be compared whenever they were published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What finds an article: its beacon, the articles it finds, and those of which a passage is stock with it and would not be without it."""

    beacon: Beacon
    kin: frozenset[str]
    edge: frozenset[str]


def find_kin(records: Records, sketch: Sketch) -> Finding:
    """Return what finds an article; it counts itself, whether its beacon is there or not."""
    stock, edge = _find_stock(records, sketch)
    story_keys, run_keys = found_by = find_keys(sketch, stock)
    day = find_day(sketch)
    window = (day - WINDOW_DAYS, day + WINDOW_DAYS) if day else None
    kin = {*records.near(Beacon, story_keys.tolist(), LEAST_KEYS, window), *records.near(Beacon, run_keys.tolist(), LEAST_RUNS)}
    return Finding(beacon=make_beacon(sketch, found_by), kin=frozenset(kin - {sketch.article}), edge=edge)


def find_edge(records: Records, sketch: Sketch) -> frozenset[str]:
    """Return the articles of which a passage is stock with an article, and would not be without it."""
    return _find_stock(records, sketch)[1]


def _find_stock(records: Records, sketch: Sketch) -> tuple[NDArray[np.bool_], frozenset[str]]:
    prints = list_prints(sketch)
    stock, edge = np.zeros(len(sketch.passages) // 8, dtype=np.bool_), set[str]()
    for number, (before, after) in enumerate(records.around(Beacon, prints, place_of(sketch), STOCK)):
        others = {article for _, article in (*before, *after)} - {sketch.article}
        stock[number] = len(others) + 1 >= STOCK
        if len(others) + 1 == STOCK:
            edge |= others
    return stock, frozenset(edge)
