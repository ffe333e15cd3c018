"""Groups figures of a story that measure the same thing: kind, population, place, period.

In: `Entry`s in any order. Out: groups of them. What is only possible is not joined: two tallies are better than one that
mixes two things. Articles that name no place or period go where most others are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import TypeVar

from onrecord.ledger.entry import PARTIAL, Entry, is_one_counter
from onrecord.names.keys import words_match
from onrecord.records import DateRange

TELLING = 10
"""From here on two places that share a number, and not a day apart, are taken for one place under two names: small numbers are shared by chance."""
SLACK_DAYS = 1
"""Days that two reports of one event may lie apart: it was night, or another time zone."""
CURRENT_DAYS = 7
"""A figure without a period is about an event at most so many days before its article was published."""
MOST_PLACES = 40
"""With more places than this their spellings are not compared with each other, and of those that share a number only the neighbours in time."""
K = TypeVar("K", bound=Hashable)


def group_entries(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return groups of entries that measure the same thing; each entry that says something new in its article is in one group."""
    alike: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: e.order):
        alike[entry.subject].append(entry)
    aliases = _find_aliases([entry for same in alike.values() for entry in same])
    return [
        group
        for same in alike.values()
        for place in _split_by_place(same, aliases)
        for period in _split_by_period(place)
        for aside in _split_asides(period)
        for group in _split_parts(aside)
    ]


def _find_aliases(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Return pairs of places that are one under two names although their numbers are small.

    They share a number and one name is part of the other ("Harbour", "Harbour Street"), or they share numbers of two kinds ("2 dead, 7 hurt"). An
    article that counts the same thing in both tells two places.
    """
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    values: dict[str, set[tuple[tuple[str, str], float]]] = defaultdict(set)
    for entry in entries:
        if entry.place is not None:
            told[entry.place].add((entry.sketch.article, entry.figure.kind))
            values[entry.place].add((entry.subject, entry.number))
    names = sorted(values)
    if len(names) > MOST_PLACES:
        return []
    words = {name: frozenset(name.split()) for name in names}
    pairs = []
    for left, right in combinations(names, 2):
        shared = values[left] & values[right]
        nested = words[left] < words[right] or words[right] < words[left]
        if shared and not told[left] & told[right] and (nested or len({subject[0] for subject, _ in shared}) > 1):
            pairs.append((left, right))
    return pairs


def _split_by_place(entries: Sequence[Entry], aliases: Sequence[tuple[str, str]]) -> Iterator[list[Entry]]:
    """Yield the entries place by place; those without a place stand with the one place that has their number, else with the one most articles name."""
    named: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.place is not None:
            named[entry.place].append(entry)
    by_number: dict[tuple[float, float, float], list[str]] = defaultdict(list)
    for place, same in named.items():
        for value in {e.value for e in same if e.number >= TELLING}:
            by_number[value].append(place)
    periods = {place: _list_periods(same) for place, same in named.items()}
    pairs = [pair for places in by_number.values() for pair in _pair_places(places, periods) if _may_be_one_time(periods[pair[0]], periods[pair[1]])]
    if len(named) <= MOST_PLACES:
        pairs += [(left, right) for left in named for right in named if left < right and " " not in left + right and words_match(left, right)]
    pairs += [(left, right) for left, right in aliases if left in named and right in named and _may_be_one_time(periods[left], periods[right])]
    classes = _join(named, pairs)
    root = {place: classes[place] for place in named}
    placed: dict[str, list[Entry]] = defaultdict(list)
    for place, same in named.items():
        placed[root[place]].extend(same)
    main = _find_main(placed)
    values = {name: {e.value for e in same} for name, same in placed.items()}
    for entry in entries:
        if entry.place is None:
            fitting = [name for name in values if entry.value in values[name]]
            placed[fitting[0] if len(fitting) == 1 else main].append(entry)
    yield from (placed[name] for name in sorted(placed))


def _find_main(placed: Mapping[str, Sequence[Entry]]) -> str:
    """Return the place of more than half of the articles that name one, else an empty word: places without a name stand apart."""
    articles = {name: len({e.sketch.article for e in same}) for name, same in placed.items()}
    return next((name for name, number in articles.items() if 2 * number > sum(articles.values())), "")


def _pair_places(places: Sequence[str], periods: Mapping[str, Sequence[DateRange]]) -> Iterable[tuple[str, str]]:
    """Return the pairs of places that share a number: all of a few, of many those next to each other in time."""
    if len(places) <= MOST_PLACES:
        return combinations(places, 2)
    return pairwise(sorted(places, key=lambda place: periods[place][0].start if periods[place] else ""))


def _list_periods(entries: Iterable[Entry]) -> list[DateRange]:
    return sorted({e.figure.period for e in entries if e.figure.period}, key=lambda p: (p.start, p.end))


def _may_be_one_time(left: Sequence[DateRange], right: Sequence[DateRange]) -> bool:
    """True when a period of one place is at most `SLACK_DAYS` from one of the other, or a place has none; both in order of time."""
    if not left or not right:
        return True
    last: list[DateRange | None] = [None, None]  # that which ends last of those that have begun, by side
    for period, side in sorted([*((p, 0) for p in left), *((p, 1) for p in right)], key=lambda one: one[0].start):
        other, own = last[1 - side], last[side]
        if other is not None and _gap(other, period) <= SLACK_DAYS:
            return True
        last[side] = max(own, period, key=lambda p: p.end) if own is not None else period
    return False


def _split_by_period(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries period by period; those without one stand with the last one before their publication, if that is current."""
    dated = _list_periods(entries)
    chains: list[list[DateRange]] = []
    for period in dated:
        if chains and _gap(max(chains[-1], key=lambda p: p.end), period) <= SLACK_DAYS:
            chains[-1].append(period)
        else:
            chains.append([period])
    chain_of = {period: index for index, chain in enumerate(chains) for period in chain}
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        own = entry.figure.period
        found[chain_of[own] if own else _find_current(entry, chains)].append(entry)
    yield from (found[index] for index in sorted(found))


def _find_current(entry: Entry, chains: Sequence[Sequence[DateRange]]) -> int:
    published = entry.sketch.published
    if len(chains) == 1 and published is None:
        return 0
    if published is None:
        return -1
    near = [(_gap(max(chain, key=lambda p: p.end), published), index) for index, chain in enumerate(chains) if chain[0].start < published.end]
    gap, index = min(near, default=(CURRENT_DAYS + 1, -1))
    return index if gap <= CURRENT_DAYS else -1


def _split_asides(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield what the articles give first, and by value what they give besides.

    An article that gives two numbers for what looks like one thing counts two things (part of a toll, an event of the past), unless it
    names two counters.
    """
    own: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        own[entry.sketch.article].append(entry)
    first: list[Entry] = []
    aside: dict[tuple[float, float, float], list[Entry]] = defaultdict(list)
    for given in own.values():
        values = _first_by(given, lambda e: e.value)
        kept: list[Entry] = []
        for same in values:
            entry = min(same, key=lambda e: e.detail)
            if entry.is_former:
                first.append(entry)
            elif not kept or all(is_one_counter(entry, other) is False for other in kept):
                kept.append(entry)
            else:
                aside[entry.value].append(entry)
        first.extend(kept)
    yield first
    for value in sorted(aside):
        yield aside[value]


def _split_parts(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield totals with what says the same, and by value the others and parts that say something else: they are of another whole, and compared with nothing."""
    values = {entry.value for entry in entries if entry.figure.scope not in PARTIAL}
    apart: dict[tuple[float, float, float], list[Entry]] = defaultdict(list)
    kept: list[Entry] = []
    for entry in entries:
        (kept if entry.figure.scope not in PARTIAL or entry.value in values else apart[entry.value]).append(entry)
    if kept:
        yield kept
    for value in sorted(apart):
        yield apart[value]


def _first_by(entries: Sequence[Entry], key: Callable[[Entry], K]) -> list[list[Entry]]:
    """Return the entries of an article by a key, the key that its text has first goes first."""
    found: dict[K, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: e.figure.span):
        found[key(entry)].append(entry)
    return list(found.values())


def _gap(left: DateRange, right: DateRange) -> int:
    """Return how many days lie between two ranges, 0 when they meet."""
    first, second = (left, right) if left.start <= right.start else (right, left)
    return max(0, (date.fromisoformat(second.start) - date.fromisoformat(first.end)).days)


def _join(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return name -> the least name of those it is joined with."""
    root = {name: name for name in names}

    def find(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for left, right in pairs:
        a, b = find(left), find(right)
        root[max(a, b)] = min(a, b)
    return {name: find(name) for name in root}
