"""Group the tellings of a story into statements.

In: tellings and how surely pairs of them are one utterance. Out: groups of tellings of one utterance; a telling that nobody else
tells is a group of its own. The result does not depend on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist
from onrecord.statements.across import raise_across
from onrecord.statements.agreement import days_agree, find_countries, gist_key
from onrecord.statements.bars import find_barred, find_unsaid
from onrecord.statements.telling import Telling

JOIN = 0.82
"""Least probability at which two tellings are joined. High, as in real articles one pair in fifty tells one utterance, in the
invented stories that the weights were fitted on one in ten. Source: from here on nine of ten pairs of the invented stories that the space was not learned on are one utterance, in
one language; checked on utterances (development part), see docs/quality.md."""
AVERAGE = 0.8
"""Share of `JOIN` that the average over all pairs of two groups must reach."""
LEVELS = (JOIN, 0.9, 0.95, 0.97, 0.985, 0.995, 0.999)
"""Rising probabilities at which units hang together: what hangs together at one is looked at as a whole when it is small enough, else cut at the next."""
LARGEST = 400
"""Units that are looked at together, as every pair of them counts. Ordinary stories have some dozens; hundreds come of texts made by filling in forms."""
DIGITS = 10_000
"""What probabilities are counted in parts of: they have four digits (`match.ROUNDED`)."""
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
UNKNOWN: Floats = np.zeros((0, 0))
"""The table of a group whose pairs were not looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Echoes:
    """Pairs of tellings (indexes into those they are given with) and how surely each is one utterance, in no order; a pair that is missing is surely none."""

    left: Ints
    right: Ints
    surely: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """Tellings of one utterance in order. `units` are those that stand for all in the same words.

    `surely` says of each pair of them how surely it is one, `UNKNOWN` for groups that were settled before or are too large. `least` and `mean` are those
    of all pairs, `None` where all tell it in the same words.
    """

    tellings: tuple[Telling, ...]
    units: tuple[Telling, ...]
    surely: Floats
    least: float | None = None
    mean: float | None = None


def group_tellings(tellings: Sequence[Telling], echoes: Echoes, settled: Mapping[str, str] | None = None) -> list[Group]:
    """Return the groups in order of their first telling.

    Args:
        tellings: those of one story.
        echoes: how surely pairs of them are one utterance.
        settled: utterance id -> a name for its group, of tellings of which it is known that everything about them is as it was when they were grouped;
            where all that hang together are such, they are not grouped again.
    """
    places = [t.place for t in tellings]
    order = sorted(range(len(tellings)), key=places.__getitem__)
    units: dict[tuple[object, ...], list[int]] = {}
    for index in order:
        units.setdefault(_unit_key(tellings[index].gist), []).append(index)
    groups = [[tellings[index] for index in same] for same in units.values()]
    unit_of = np.zeros(len(tellings), dtype=np.int64)
    for unit, same in enumerate(units.values()):
        unit_of[same] = unit
    surely = raise_across(
        [t.sketch.lang for t in tellings], [gist_key(t.gist) for t in tellings], [t.sketch.article for t in tellings], [t.gist.stems for t in tellings],
        [t.gist.names for t in tellings], echoes.left, echoes.right, echoes.surely, JOIN,
    )  # fmt: skip
    edges = _fold(unit_of[echoes.left], unit_of[echoes.right], surely)
    known = settled or {}
    is_known = np.array([all(t.gist.of in known for t in same) for same in groups], dtype=np.bool_)
    root = _find_roots(np.arange(len(groups)), edges)
    firsts, countries = [same[0].gist for same in groups], find_countries(t.gist for t in tellings)
    is_open = np.zeros(len(groups), dtype=np.bool_)
    is_open[root[~is_known]] = True
    is_open |= _hold_borrowers(firsts, root)
    result = list(_restore([t for unit in np.flatnonzero(~is_open[root]).tolist() for t in groups[unit]], known))
    inside = is_open[root[edges.left]] & is_open[root[edges.right]]
    left = np.flatnonzero(is_open[root])
    for part, own in _split(left, Echoes(edges.left[inside], edges.right[inside], edges.surely[inside]), 0):
        for each, of_pairs in _by_kind(part, groups) if own is None else _join(part, groups, own, countries):
            told = sorted((t for unit in each for t in groups[unit]), key=lambda t: t.place)
            result.append(Group(tellings=tuple(told), units=tuple(groups[unit][0] for unit in each), surely=of_pairs))
    place = {t.gist.of: unit for unit, same in enumerate(groups) for t in same}
    return sorted(_weigh_joins(result, place, edges), key=lambda group: group.tellings[0].place)


def attach_asides(tellings: Sequence[Telling], asides: Sequence[Telling], echoes: Echoes) -> dict[str, list[Telling]]:
    """Return telling id -> the unattributed sentences that say what it says; each sentence goes with one telling, the likest, then the one that is told first.

    Args:
        tellings: those of one story.
        asides: the unattributed sentences of its articles.
        echoes: how alike they are, `left` numbers tellings, `right` asides.
    """
    best: dict[int, tuple[float, tuple[str, str, int, int, str], int]] = {}
    for told, aside, surely in zip(echoes.left.tolist(), echoes.right.tolist(), echoes.surely.tolist(), strict=True):
        rank = (-surely, tellings[told].place, told)
        best[aside] = min(best.get(aside, rank), rank)
    found: dict[str, list[Telling]] = {}
    for aside, (_, _, told) in sorted(best.items()):
        found.setdefault(tellings[told].gist.of, []).append(asides[aside])
    return found


def add_asides(group: Group, beside: Mapping[str, Sequence[Telling]]) -> Group:
    """Return a group with the unattributed sentences that go with its tellings, but for those of articles that appeared before it was said; of those in the same words one is a unit."""
    found = [aside for telling in group.tellings for aside in beside.get(telling.gist.of, ()) if all(days_agree(t.gist, aside.gist) for t in group.tellings)]
    if not found:
        return group
    found.sort(key=lambda t: t.place)
    firsts: dict[tuple[object, ...], Telling] = {}
    for aside in found:
        firsts.setdefault(_unit_key(aside.gist), aside)
    units, size = (*group.units, *firsts.values()), len(group.units)
    order = sorted(range(len(units)), key=lambda i: units[i].place)
    surely = np.pad(group.surely, (0, len(firsts)))[np.ix_(order, order)] if group.surely.shape == (size, size) else group.surely
    return replace(group, tellings=tuple(sorted((*group.tellings, *found), key=lambda t: t.place)), units=tuple(units[i] for i in order), surely=surely)


def _weigh_joins(groups: Sequence[Group], place: Mapping[str, int], edges: Echoes) -> Iterator[Group]:
    """Yield groups with the least and the mean probability of their pairs of units; a pair that is missing counts as none, and what leads in a quotation of its group is not
    weighed: it says too little to be like anything.

    Args:
        groups: the groups.
        place: utterance id -> its unit.
        edges: how surely pairs of units are one.
    """
    owner = np.full(len(place), -1, dtype=np.int64)
    cores = [_cut_leads(group) for group in groups]
    for number, core in enumerate(cores):
        owner[[place[t.gist.of] for t in core]] = number
    inside = (owner[edges.left] == owner[edges.right]) & (owner[edges.left] >= 0)
    pairs, row = np.unique(edges.left[inside] * len(place) + edges.right[inside], return_inverse=True)
    best = np.zeros(len(pairs), dtype=np.int64)
    np.maximum.at(best, row, np.rint(edges.surely[inside] * DIGITS).astype(np.int64))  # whole numbers: a sum in any order is the same
    of = owner[pairs // max(len(place), 1)]
    total, seen = (np.zeros(len(groups), dtype=np.int64) for _ in range(2))
    least = np.full(len(groups), DIGITS, dtype=np.int64)
    np.add.at(total, of, best)
    np.add.at(seen, of, 1)
    np.minimum.at(least, of, best)
    for number, group in enumerate(groups):
        units = len({place[t.gist.of] for t in cores[number]})
        if units < 2:
            yield group
            continue
        wanted = units * (units - 1) // 2
        yield replace(group, least=int(least[number]) / DIGITS if seen[number] == wanted else 0.0, mean=round(int(total[number]) / wanted / DIGITS, 4))


def _cut_leads(group: Group) -> list[Telling]:
    """Return the tellings of a group but those that lead in a quotation among them."""
    ids = {t.gist.of for t in group.tellings}
    return [t for t in group.tellings if t.gist.leads not in ids]


def _hold_borrowers(firsts: Sequence[Gist], root: Ints) -> NDArray[np.bool_]:
    """Return which roots hold somebody whose country only other articles may tell, and one of a known country: an article that comes or goes changes whether they agree."""
    lacking = np.array([g.speaker is not None and not g.is_institution and g.country is None for g in firsts], dtype=np.bool_)
    placed = np.array([g.country is not None for g in firsts], dtype=np.bool_)
    return np.asarray((np.bincount(root[lacking], minlength=len(root)) > 0) & (np.bincount(root[placed], minlength=len(root)) > 0))


def _unit_key(gist: Gist) -> tuple[object, ...]:
    return (gist.form, *gist_key(gist), gist.said_at, gist.weekday)


def _fold(left: Ints, right: Ints, surely: Floats) -> Echoes:
    """Return the pairs of two units, the smaller first."""
    apart = left != right
    return Echoes(np.minimum(left, right)[apart], np.maximum(left, right)[apart], surely[apart])


def _restore(tellings: Sequence[Telling], known: Mapping[str, str]) -> Iterator[Group]:
    """Yield the groups of tellings as they were."""
    same: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        same[known[telling.gist.of]].append(telling)
    for each in same.values():
        yield Group(tellings=tuple(sorted(each, key=lambda t: t.place)), units=(), surely=UNKNOWN)


def _split(members: Ints, edges: Echoes, level: int) -> Iterator[tuple[list[int], Echoes | None]]:
    """Yield the units that hang together by sure pairs, each part ascending, with all pairs inside it; without them where a part is too large at every level."""
    root = _find_roots(members, edges, level)
    order = np.argsort(root, kind="stable")
    borders = np.flatnonzero(np.diff(root[order], prepend=-1, append=-1))
    parts = [members[order[start:end]] for start, end in pairwise(borders.tolist())]
    inside = _cut(parts, members, edges)
    for part, own in zip(parts, inside, strict=True):
        if len(part) <= LARGEST:
            yield part.tolist(), own
        elif level + 1 < len(LEVELS):
            yield from _split(part, own, level + 1)
        else:
            yield part.tolist(), None


def _cut(parts: Sequence[Ints], members: Ints, edges: Echoes) -> list[Echoes]:
    """Return the pairs inside each part."""
    part_of = np.zeros(int(members.max(initial=-1)) + 1, dtype=np.int64)
    for number, part in enumerate(parts):
        part_of[part] = number
    owner = part_of[edges.left]
    inside = np.flatnonzero(owner == part_of[edges.right])
    inside = inside[np.argsort(owner[inside], kind="stable")]
    borders = np.searchsorted(owner[inside], np.arange(len(parts) + 1))
    return [Echoes(edges.left[rows], edges.right[rows], edges.surely[rows]) for rows in (inside[start:end] for start, end in pairwise(borders.tolist()))]


def _find_roots(members: Ints, edges: Echoes, level: int = 0) -> Ints:
    """Return for each member (ascending) the smallest one that it hangs together with by sure pairs."""
    sure = edges.surely >= LEVELS[level]
    left, right = edges.left[sure], edges.right[sure]
    root = np.arange(int(members.max(initial=-1)) + 1)
    while True:
        before = root.copy()
        low = np.minimum(root[left], root[right])
        np.minimum.at(root, before[left], low)
        np.minimum.at(root, before[right], low)
        root = root[root]
        if np.array_equal(root, before):
            return np.asarray(root[members])


def _by_kind(members: Sequence[int], groups: Sequence[Sequence[Telling]]) -> Iterator[tuple[list[int], Floats]]:
    """Yield units that are all but the same and too many to compare, told apart by speaker and day alone."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for unit in members:
        same[_unit_key(groups[unit][0].gist)[1:]].append(unit)
    for each in same.values():
        yield each, UNKNOWN


def _join(members: Sequence[int], groups: Sequence[Sequence[Telling]], edges: Echoes, countries: Mapping[str, str]) -> Iterator[tuple[list[int], Floats]]:
    """Yield what is joined, with how surely each pair in it is one.

    The surest pairs come first, then average probability over all pairs counts; groups that hold two tellings that cannot be one never join. What leads in a quotation goes with
    it at last, however little of it others tell: with all that it was joined with, else alone.
    """
    surely = _tabulate(members, edges)
    if len(members) == 1:
        yield list(members), surely
        return
    total = surely.copy()
    units = [groups[unit] for unit in members]
    apart = find_barred(units, countries) | find_unsaid(units, surely)
    barred = apart.copy()
    rows, columns = np.nonzero(np.triu(total >= JOIN, 1))
    order = np.lexsort((columns, rows, -total[rows, columns]))
    member = list(range(len(members)))
    joined = {a: [a] for a in member}

    def join(a: int, b: int) -> None:
        total[a] += total[b]
        total[:, a] += total[:, b]
        barred[a] |= barred[b]
        barred[:, a] |= barred[:, b]
        for each in joined.pop(b):
            member[each] = a
            joined[a].append(each)

    for x, y in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        a, b = min(member[x], member[y]), max(member[x], member[y])
        if a == b or barred[a, b] or total[a, b] < JOIN * AVERAGE * len(joined[a]) * len(joined[b]):
            continue
        join(a, b)
    for x, y in _list_led(units, surely):
        a, b = member[x], member[y]
        if a != b and not barred[a, b]:
            join(min(a, b), max(a, b))
        elif a != b and not apart[x, joined[b]].any():  # what keeps others out does not keep out what leads in
            joined[a].remove(x)
            joined[b].append(x)
            member[x] = b
            for group in (a, b):
                of = np.logical_or.reduce(apart[joined[group]])
                for other, held in joined.items():
                    barred[group, other] = barred[other, group] = of[held].any()
    for held in filter(None, joined.values()):  # what led in may have stood alone
        held.sort()
        yield [members[x] for x in held], surely[np.ix_(held, held)]


def _list_led(units: Sequence[Sequence[Telling]], surely: Floats) -> list[tuple[int, int]]:
    """Return the pairs of units of which one leads in the other (`Gist.leads`), in order."""
    place = {t.gist.of: row for row, unit in enumerate(units) for t in unit}
    found = {(row, place[t.gist.leads]) for row, unit in enumerate(units) for t in unit if t.gist.leads in place}
    return sorted((row, other) for row, other in found if surely[row, other] >= JOIN)


def _tabulate(members: Sequence[int], edges: Echoes) -> Floats:
    """Return the probability of each pair of members; of several for one pair the highest."""
    table = np.zeros((len(members), len(members)), dtype=np.float64)
    rows, columns = np.searchsorted(members, edges.left), np.searchsorted(members, edges.right)
    np.maximum.at(table, (rows, columns), edges.surely)
    return np.maximum(table, table.T)
