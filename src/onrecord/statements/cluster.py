"""Group tellings into statements.

In: `Side`s of all articles. Out: groups of sides that tell one utterance; a side that nobody else tells is a group of
its own. The result does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

JOIN = 0.85
"""Least probability at which two tellings are joined. High, as in real articles one pair in fifty tells one utterance, in the
invented stories that the weights were fitted on one in five. Source: set on utterances (development part), see docs/quality.md."""
NEGLIGIBLE = 0.02
"""A probability up to this counts as none in an average."""


def group_sides(sides: Sequence[Side], matcher: Matcher) -> list[list[Side]]:
    """Return the groups, each in the order (publication date, article name, place in the text)."""
    by_story: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        by_story[side.story].append(side)
    groups: list[list[Side]] = []
    for story in sorted(by_story):
        groups.extend(_group_story(sorted(by_story[story], key=_place), matcher))
    return groups


def _place(side: Side) -> tuple[str, str, int, int, str]:
    published = side.article.published.start if side.article.published else "9999"
    return (published, side.article.name, side.attribution.span.start, side.attribution.span.end, side.attribution.id)


def _group_story(sides: list[Side], matcher: Matcher) -> list[list[Side]]:
    """Join the surest pairs first, by average probability over all pairs; groups that hold two sides that cannot be one never join."""
    surely, possible = matcher.compare_all(sides)
    lefts, rights = np.nonzero(np.triu(surely >= JOIN, 1))
    order = np.lexsort((rights, lefts, -surely[lefts, rights]))
    total = np.where(surely > NEGLIGIBLE, surely, 0.0).astype(np.float64)
    barred = ~possible
    member = list(range(len(sides)))
    groups = {i: [i] for i in member}
    for i, j in zip(lefts[order].tolist(), rights[order].tolist(), strict=True):
        a, b = sorted((member[i], member[j]))
        if a == b or barred[a, b] or total[a, b] < JOIN * 0.8 * len(groups[a]) * len(groups[b]):
            continue
        total[a] += total[b]
        total[:, a] += total[:, b]
        barred[a] |= barred[b]
        barred[:, a] |= barred[:, b]
        for x in groups.pop(b):
            member[x] = a
            groups[a].append(x)
    return [[sides[x] for x in sorted(group)] for _, group in sorted(groups.items())]
