"""Group the tellings of a story into statements.

In: tellings and how surely pairs of them are one utterance. Out: groups of tellings of one utterance; a telling that nobody else
tells is a group of its own. The result does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.kinship import Gist, Sketch
from onrecord.statements.agreement import may_be_one

JOIN = 0.92
"""Least probability at which two tellings are joined. High, as in real articles one pair in fifty tells one utterance, in the
invented stories that the weights were fitted on one in five. Source: set on utterances (development part), see docs/quality.md."""
AVERAGE = 0.8
"""Share of `JOIN` that the average over all pairs of two groups must reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A gist with the article it is from."""

    sketch: Sketch
    gist: Gist

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """Where it comes in a story: publication date, article name, place in the text."""
        published = self.sketch.published.start if self.sketch.published else "9999"
        return (published, self.sketch.name, self.gist.span.start, self.gist.span.end, self.gist.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tellings of one utterance in order. `units` are those that stand for all in the same words; `surely` is known of pairs of units (indexes, smaller first)."""

    tellings: tuple[Telling, ...]
    units: tuple[Telling, ...]
    surely: Mapping[tuple[int, int], float]


def group_tellings(tellings: Iterable[Telling], surely: Mapping[tuple[str, str], float]) -> list[Group]:
    """Return the groups in order of their first telling.

    Args:
        tellings: those of one story.
        surely: pair of attribution ids -> probability that they are one utterance; a pair that is missing is surely not.
    """
    ordered = sorted(tellings, key=lambda t: t.place)
    units: dict[tuple[object, ...], list[Telling]] = {}
    for telling in ordered:
        units.setdefault(_unit_key(telling.gist), []).append(telling)
    groups = list(units.values())
    unit_of = {t.gist.of: index for index, same in enumerate(groups) for t in same}
    edges: dict[tuple[int, int], float] = {}
    for (left, right), value in surely.items():
        if left in unit_of and right in unit_of and unit_of[left] != unit_of[right]:
            pair = (min(unit_of[left], unit_of[right]), max(unit_of[left], unit_of[right]))
            edges[pair] = max(edges.get(pair, 0.0), value)
    result = []
    for members in _split(len(groups), edges):
        for joined in _join(members, groups, edges):
            place = {unit: index for index, unit in enumerate(joined)}
            result.append(
                Group(
                    tellings=tuple(sorted((t for unit in joined for t in groups[unit]), key=lambda t: t.place)), units=tuple(groups[unit][0] for unit in joined),
                    surely={(place[i], place[j]): edges[i, j] for i in joined for j in joined if (i, j) in edges},
                )
            )  # fmt: skip
    return sorted(result, key=lambda group: group.tellings[0].place)


def _unit_key(gist: Gist) -> tuple[object, ...]:
    return (gist.form, gist.speaker, gist.is_institution, gist.said_at, gist.weekday)


def _split(count: int, edges: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Return the units that hang together by sure pairs, each part sorted."""
    near: dict[int, list[int]] = defaultdict(list)
    for (i, j), value in edges.items():
        if value >= JOIN:
            near[i].append(j)
            near[j].append(i)
    seen: set[int] = set()
    parts = []
    for start in range(count):
        if start in seen:
            continue
        part, waiting = [], [start]
        seen.add(start)
        while waiting:
            unit = waiting.pop()
            part.append(unit)
            fresh = [other for other in near[unit] if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        parts.append(sorted(part))
    return parts


def _join(members: Sequence[int], groups: Sequence[Sequence[Telling]], edges: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Join the surest pairs first, by average probability over all pairs; groups that hold two tellings that cannot be one never join."""
    if len(members) == 1:
        return [list(members)]
    size = len(members)
    total = np.zeros((size, size), dtype=np.float64)
    barred = np.zeros((size, size), dtype=np.bool_)
    for a, i in enumerate(members):
        for b in range(a + 1, size):
            total[a, b] = total[b, a] = edges.get((i, members[b]), 0.0)
            barred[a, b] = barred[b, a] = not _may_join(groups[i], groups[members[b]])
    sure = [(-total[a, b], a, b) for a in range(size) for b in range(a + 1, size) if total[a, b] >= JOIN]
    member = list(range(size))
    joined = {a: [a] for a in member}
    for _, x, y in sorted(sure):
        a, b = sorted((member[x], member[y]))
        if a == b or barred[a, b] or total[a, b] < JOIN * AVERAGE * len(joined[a]) * len(joined[b]):
            continue
        total[a] += total[b]
        total[:, a] += total[:, b]
        barred[a] |= barred[b]
        barred[:, a] |= barred[:, b]
        for each in joined.pop(b):
            member[each] = a
            joined[a].append(each)
    return [sorted(members[x] for x in each) for each in joined.values()]


def _may_join(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """True when two units may be one: the gists of a unit agree in all that counts, but for where they stand."""
    if not may_be_one(left[0].gist, right[0].gist, same_article=False):
        return False
    spans: dict[str, list[Gist]] = defaultdict(list)
    for telling in left:
        spans[telling.sketch.article].append(telling.gist)
    return not any(mine.span.overlap(other.gist.span) for other in right for mine in spans.get(other.sketch.article, ()))
