"""The stage: a group of articles in, a story and the count of its independent accounts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.ids import make_id
from onrecord.kinship import Sketch
from onrecord.records import Account, Copy, Story

MADE_BY = "stories@2"


def told_order(sketch: Sketch) -> tuple[str, str, str]:
    """Return what articles are put in order by: date (those without one last), name, id."""
    return (sketch.published.start if sketch.published else "9999", sketch.name, sketch.article)


def make_story(members: Sequence[Sketch]) -> Story:
    """Return the story of some articles; its id is that of the first of them, so that it stays when a story grows."""
    first = min(members, key=told_order)
    return Story(id=make_id("story", first.article), articles=tuple(sorted(s.article for s in members)), made_by=MADE_BY)


def count_accounts(story: Story, members: Sequence[Sketch], copies: Sequence[Copy]) -> Account:
    """Return how many independent accounts a story has.

    `high` folds copies of one text and articles of one outlet; `low` folds also what credits the same agency.

    Args:
        story: the story.
        members: its articles.
        copies: copies among them; others do not count.
    """
    ordered = sorted(members, key=told_order)
    names = {s.article: s.name for s in ordered}
    reasons: list[str] = []
    high = _Groups(tuple(names))
    for copy in sorted(copies, key=lambda c: (c.article, c.of, c.kind)):
        if copy.kind != "agency" and copy.article in names and copy.of in names:
            high.join(copy.article, copy.of)
            reasons.append(f"{names[copy.article]} is {'an' if copy.kind[0] in 'aeiou' else 'a'} {copy.kind} copy of {names[copy.of]}")
    outlets: dict[str, list[str]] = defaultdict(list)
    agencies: dict[str, list[str]] = defaultdict(list)
    for sketch in ordered:
        if sketch.outlet:
            outlets[sketch.outlet.casefold()].append(sketch.article)
        for agency in sketch.agencies:
            agencies[agency].append(sketch.article)
    for same in outlets.values():
        for other in same[1:]:
            if high.join(same[0], other):
                reasons.append(f"{names[same[0]]} and {names[other]} are of one outlet")
    low = high.copy()
    for agency, same in sorted(agencies.items()):
        for other in same[1:]:
            low.join(same[0], other)
        reasons.append(f"{len(same)} articles credit {agency}" if len(same) > 1 else f"{names[same[0]]} credits {agency}")
    return Account(id=make_id("account", story.id), story=story.id, low=low.count(), high=high.count(), reasons=tuple(dict.fromkeys(reasons)), made_by=MADE_BY)


class _Groups:
    """Disjoint groups of ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._root = {i: i for i in ids}

    def find(self, i: str) -> str:
        while self._root[i] != i:
            self._root[i] = self._root[self._root[i]]
            i = self._root[i]
        return i

    def join(self, left: str, right: str) -> bool:
        """Join two groups; false when they were one already."""
        a, b = self.find(left), self.find(right)
        self._root[max(a, b)] = min(a, b)
        return a != b

    def copy(self) -> _Groups:
        other = _Groups(tuple(self._root))
        other._root = dict(self._root)
        return other

    def count(self) -> int:
        return len({self.find(i) for i in self._root})
