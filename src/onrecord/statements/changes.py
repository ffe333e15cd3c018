"""Which tellings of a statement are set side by side, and the differences found there.

In: a group of tellings. Out: `Difference`s. A small group is compared pair by pair; in a large one each telling is compared with the
fullest and with the one most like it, so that the work grows with the group and not with its square.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from onrecord.records import Difference
from onrecord.statements.cluster import Group
from onrecord.statements.differences import find_differences
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

ALL_PAIRS = 8
"""Up to so many tellings in other words, every pair is compared: 28 pairs."""


def list_pairs(group: Group) -> list[tuple[str, str]]:
    """Return the pairs of units (their utterance ids, the first told first) that are compared, in order."""
    units = group.units
    if len(units) <= ALL_PAIRS:
        pairs = set(combinations(range(len(units)), 2))
    else:
        fullest = max(range(len(units)), key=lambda i: (units[i].gist.size, -i))
        pairs = {(min(i, fullest), max(i, fullest)) for i in range(len(units)) if i != fullest}
        if group.surely.size:
            nearest, best = group.surely.argmax(axis=1).tolist(), group.surely.max(axis=1)
            pairs.update((min(i, nearest[i]), max(i, nearest[i])) for i in np.flatnonzero(best).tolist())
    return [(units[i].gist.of, units[j].gist.of) for i, j in sorted(pairs)]


def find_changes(group: Group, found: Mapping[tuple[str, str], Sequence[Difference]]) -> tuple[Difference, ...]:
    """Return the differences among a group's tellings; `left` and `right` are indexes into `Group.tellings`.

    Args:
        group: the group.
        found: pair of utterance ids -> what `compare_two` says of them, for those that `list_pairs` gives.
    """
    place = {telling.gist.of: index for index, telling in enumerate(group.tellings)}
    return tuple(replace(d, left=place[pair[d.left]], right=place[pair[d.right]]) for pair in list_pairs(group) for d in found.get(pair, ()))


def compare_two(left: Side, right: Side, matcher: Matcher) -> tuple[Difference, ...]:
    """Return the differences between two tellings, `left` and `right` 0 or 1."""
    return tuple(find_differences([left, right], matcher))
