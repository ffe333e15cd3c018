"""Which articles are compared for positions and for signs: those that are near each other in time among all that share a key.

In: the beacons in a store, an article that came or goes. Out: pairs of articles that meet now, and pairs that no longer do or do again.
Under each key the leads stand in order of time; two of them meet there when at most `REACH` steps lie between them. So an article of somebody who is
quoted every day costs no more than one of somebody who spoke twice, and as it is their places in that order that count, it
does not matter who came first.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.kinship import Beacon, Sketch
from onrecord.run.articles import Records
from onrecord.run.sketch import DAY_BITS, make_beacon, unpack_keys
from onrecord.storage.links import ROLES, SHOWS, TELLS

REACH = 8
"""Steps in the order of time within which articles with a key are compared."""
LEAST_HITS = 2
"""Keys under which two articles must meet; a rare word has two."""
MOST_HELD = 1024
SketchOf = Callable[[str], Sketch]


class Meeting(NamedTuple):
    """Why two articles are compared: `first` tells a condition and `second` may show a sign of it, or both take a position."""

    is_position: bool
    first: str
    second: str


class _Held(NamedTuple):
    """Where an article stands, and its roles by key: under those of positions, and under those of conditions."""

    place: int
    positions: dict[int, int]
    conditions: dict[int, int]


@dataclass(frozen=True, slots=True)
class Key:
    """A key under which an article stands, and how: it tells a condition, may show a sign, or both; who takes a position does both."""

    value: int
    is_position: bool
    roles: int


_Places = dict[tuple[bool, int], dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Who stands around an article: for each of its keys (place, article) of those before and of those after it, at most `REACH` each, the nearest first."""

    article: str
    rows: tuple[tuple[Key, list[tuple[int, str]], list[tuple[int, str]]], ...]

    def list_meetings(self) -> set[Meeting]:
        """Return the meetings of the article itself, whose beacon must be there."""
        taken: Counter[str] = Counter()
        shown_by: Counter[str] = Counter()
        told_by: Counter[str] = Counter()
        for key, before, after in self.rows:
            near = [*before, *after]
            if key.is_position:
                taken.update([other for _, other in near])
                continue
            if key.roles & TELLS:
                shown_by.update([other for place, other in near if place & SHOWS])
            if key.roles & SHOWS:
                told_by.update([other for place, other in near if place & TELLS])
        found = {Meeting(True, min(self.article, other), max(self.article, other)) for other in _often(taken)}
        found |= {Meeting(False, self.article, other) for other in _often(shown_by)}
        return found | {Meeting(False, other, self.article) for other in _often(told_by)}

    def list_crossing(self) -> list[tuple[bool, str, str]]:
        """Return, sorted, whether it is for positions, and the pairs of others that meet under a key without the article, and not with it."""
        found: set[tuple[bool, str, str]] = set()
        for key, before, after in self.rows:
            for step, (place, left) in enumerate(before):
                if REACH - 1 - step < len(after):
                    other_place, right = after[REACH - 1 - step]
                    if any(_list_meetings(key.is_position, (left, place & ROLES), (right, other_place & ROLES))):
                        found.add((key.is_position, min(left, right), max(left, right)))
        return sorted(found)

    def list_places(self) -> _Places:
        """Return for each key (is it one of positions, its value) article -> steps from the one in the middle, to either side."""
        return {(key.is_position, key.value): {other: step for side in (before, after) for step, (_, other) in enumerate(side, 1)} for key, before, after in self.rows}


class Meetings:
    """Finds who meets.

    Args:
        records: where the beacons are.
        sketch_of: gives an article's sketch by its id.
    """

    def __init__(self, records: Records, sketch_of: SketchOf) -> None:
        self._records, self._sketch_of = records, sketch_of
        self._held: OrderedDict[str, _Held] = OrderedDict()

    def drop(self, article: str) -> None:
        """Forget what is remembered of an article that goes or changes."""
        self._held.pop(article, None)

    def hold(self, beacon: Beacon) -> None:
        """Remember a beacon that was just written, so that it is not read back."""
        self._remember(beacon)

    def find_day(self, article: str) -> int:
        """Return the ordinal of the publication day, 0 without one; quicker than from the sketch."""
        return self._hold(article).place >> DAY_BITS

    def look_around(self, article: str) -> Surroundings:
        """Return who stands around an article now under each of its keys; its beacon may be there or gone already."""
        place = self._hold(article).place
        keys = list(self._list_keys(article))
        found = self._records.around(Beacon, [key.value for key in keys], place, REACH + 1)  # one more, as the article itself is behind its place
        rows = ((key, before[:REACH], [each for each in after if each[1] != article][:REACH]) for key, (before, after) in zip(keys, found, strict=True))
        return Surroundings(article=article, rows=tuple(rows))

    def find_shifted(self, around: Surroundings, *, is_gone: bool) -> tuple[set[Meeting], set[Meeting]]:
        """Return which meetings of others there are since the beacon of an article came or is gone, and which there are no longer."""
        come: set[Meeting] = set()
        lost: set[Meeting] = set()
        waiting = around.list_crossing()
        self.read_all({article for _, left, right in waiting for article in (left, right)})
        places = around.list_places()
        for is_position, left, right in waiting:
            without, among = self._count_across(is_position, left, right, places)
            now, then = (without, among) if is_gone else (among, without)
            for meeting in now.keys() | then.keys():
                if now[meeting] >= LEAST_HITS > then[meeting]:
                    come.add(meeting)
                elif then[meeting] >= LEAST_HITS > now[meeting]:
                    lost.add(meeting)
        return come, lost

    def find_between(self, left: str, right: str) -> set[Meeting]:
        """Return the meetings of two articles whose beacons are there."""
        found: set[Meeting] = set()
        for is_position in (True, False):
            hits = self._count(left, right, self._list_common(is_position, left, right))
            found.update(meeting for meeting, count in hits.items() if count >= LEAST_HITS)
        return found

    def _count_across(self, is_position: bool, left: str, right: str, places: _Places) -> tuple[Counter[Meeting], Counter[Meeting]]:
        """Return under how many keys two articles meet of which one stands before and one after a third, without this and with it."""
        without: Counter[Meeting] = Counter()
        among: Counter[Meeting] = Counter()
        elsewhere: dict[int, list[Meeting]] = {}
        for value, meetings in self._list_common(is_position, left, right).items():
            known = places.get((is_position, value))
            if known is None:
                elsewhere[value] = meetings
            elif left in known and right in known:  # who is not stands too far from the third, and so from whoever is on its other side
                steps = known[left] + known[right] - 1
                without.update(meetings if steps <= REACH else ())
                among.update(meetings if steps + 1 <= REACH else ())
        if any(without[m] != among[m] and among[m] < LEAST_HITS for m in without):
            hits = self._count(left, right, elsewhere)
            without.update(hits)
            among.update(hits)
        return without, among

    def _list_common(self, is_position: bool, left: str, right: str) -> dict[int, list[Meeting]]:
        """Return the keys under which two articles would meet if they stood near each other."""
        one, other = self._hold(left), self._hold(right)
        mine, theirs = (one.positions, other.positions) if is_position else (one.conditions, other.conditions)
        common = {value: list(_list_meetings(is_position, (left, mine[value]), (right, theirs[value]))) for value in mine.keys() & theirs.keys()}
        return {value: meetings for value, meetings in common.items() if meetings}

    def _count(self, left: str, right: str, common: dict[int, list[Meeting]]) -> Counter[Meeting]:
        """Return under how many of these keys two articles meet."""
        hits: Counter[Meeting] = Counter()
        first, last = sorted((self._hold(left).place, self._hold(right).place))
        for meetings, (_, after) in zip(common.values(), self._records.around(Beacon, list(common), first, REACH + 1), strict=True):
            hits.update(meetings if any(place & ~ROLES == last for place, _ in after) else ())
        return hits

    def _list_keys(self, article: str) -> Iterator[Key]:
        held = self._hold(article)
        yield from (Key(key, True, roles) for key, roles in held.positions.items())
        yield from (Key(key, False, roles) for key, roles in held.conditions.items())

    def _hold(self, article: str) -> _Held:
        """Return where an article stands; its beacon says so, and its sketch when that is gone already."""
        if article in self._held:
            self._held.move_to_end(article)
            return self._held[article]
        return self._remember(self._records.get(Beacon, article) or make_beacon(self._sketch_of(article)))

    def read_all(self, articles: Collection[str]) -> None:
        """Read at once the beacons of articles that are not remembered, which is quicker than one by one."""
        for beacon in self._records.gather(Beacon, [article for article in articles if article not in self._held]):
            self._remember(beacon)

    def _remember(self, beacon: Beacon) -> _Held:
        conditions = dict.fromkeys(unpack_keys(beacon.conditions).tolist(), TELLS)
        for key in unpack_keys(beacon.passages).tolist():
            conditions[key] = conditions.get(key, 0) | SHOWS
        held = self._held[beacon.article] = _Held(beacon.place, dict.fromkeys(unpack_keys(beacon.positions).tolist(), ROLES), conditions)
        if len(self._held) > MOST_HELD:
            self._held.popitem(last=False)
        return held


def _often(counts: Counter[str]) -> Iterator[str]:
    return (article for article, count in counts.items() if count >= LEAST_HITS)


def _list_meetings(is_position: bool, left: tuple[str, int], right: tuple[str, int]) -> Iterator[Meeting]:
    (a, mine), (b, theirs) = left, right
    if is_position:
        yield Meeting(True, min(a, b), max(a, b))
        return
    if mine & TELLS and theirs & SHOWS:
        yield Meeting(False, a, b)
    if theirs & TELLS and mine & SHOWS:
        yield Meeting(False, b, a)
