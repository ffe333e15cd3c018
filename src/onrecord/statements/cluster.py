"""Group tellings into statements.

In: `Side`s of all articles. Out: groups of sides that tell one utterance; a side that nobody else tells is a group of
its own. The result does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.statements.match import Matcher, may_be_one
from onrecord.statements.sides import Side

JOIN = 0.5
"""Least average probability at which groups are one statement."""


def group_sides(sides: Sequence[Side], matcher: Matcher) -> list[list[Side]]:
    """Return the groups, each in the order (publication date, article name, place in the text)."""
    by_story: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        by_story[side.story].append(side)
    groups: list[list[Side]] = []
    for story in sorted(by_story):
        groups.extend(_group_story(sorted(by_story[story], key=_place), matcher))
    return groups


def _place(side: Side) -> tuple[str, str, int, int]:
    published = side.article.published.start if side.article.published else "9999"
    return (published, side.article.name, side.attribution.span.start, side.attribution.span.end)


def _group_story(sides: list[Side], matcher: Matcher) -> list[list[Side]]:
    """Join the surest pairs first, by average probability over all pairs; groups that hold two sides that cannot be one never join."""
    likely: dict[tuple[int, int], float] = {}
    for i, left in enumerate(sides):
        for j in range(i + 1, len(sides)):
            value = matcher.probability(left, sides[j])
            if value > 0.02:
                likely[i, j] = value
    member = list(range(len(sides)))
    groups = {i: [i] for i in member}
    for (i, j), value in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if value < JOIN:
            break
        a, b = member[i], member[j]
        if a == b:
            continue
        pairs = [(min(x, y), max(x, y)) for x in groups[a] for y in groups[b]]
        if any(not may_be_one(sides[x], sides[y]) for x, y in pairs):
            continue
        if sum(likely.get(pair, 0.0) for pair in pairs) / len(pairs) < JOIN * 0.8:
            continue
        a, b = min(a, b), max(a, b)
        for x in groups.pop(b):
            member[x] = a
            groups[a].append(x)
    return [[sides[x] for x in sorted(group)] for _, group in sorted(groups.items())]
