"""Which tellings of a statement are set side by side, and the differences found there.

In: a group of tellings. Out: `Difference`s. A small group is compared pair by pair; in a large one each telling is compared with the
fullest and with the one most like it, so that the work grows with the group and not with its square.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from onrecord.records import Difference
from onrecord.statements.cluster import Group
from onrecord.statements.differences import find_differences
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

ALL_PAIRS = 8
"""Up to so many tellings in other words, every pair is compared: 28 pairs."""


def list_pairs(group: Group) -> list[tuple[int, int]]:
    """Return the pairs of units (indexes into `Group.units`, smaller first) that are compared, in order."""
    units = group.units
    if len(units) <= ALL_PAIRS:
        return list(combinations(range(len(units)), 2))
    fullest = max(range(len(units)), key=lambda i: (units[i].gist.size, -i))
    pairs = {(min(i, fullest), max(i, fullest)) for i in range(len(units)) if i != fullest}
    nearest: dict[int, tuple[float, int, int]] = {}
    for (i, j), value in sorted(group.surely.items()):
        for mine, other in ((i, j), (j, i)):
            nearest[mine] = max(nearest.get(mine, (0.0, 0, 0)), (value, -other, other))
    pairs.update((min(i, near[2]), max(i, near[2])) for i, near in nearest.items())
    return sorted(pairs)


def find_changes(group: Group, sides: Mapping[str, Side], matcher: Matcher) -> tuple[Difference, ...]:
    """Return the differences among a group's tellings; `left` and `right` are indexes into `Group.tellings`.

    Args:
        group: the group.
        sides: attribution id -> side, at least of its units.
        matcher: gives word vectors.
    """
    place = {telling.gist.of: index for index, telling in enumerate(group.tellings)}
    found: list[Difference] = []
    for i, j in list_pairs(group):
        left, right = group.units[i].gist.of, group.units[j].gist.of
        if left in sides and right in sides:
            found.extend(replace(d, left=place[(left, right)[d.left]], right=place[(left, right)[d.right]]) for d in find_differences([sides[left], sides[right]], matcher))
    return tuple(found)
