"""The stage: the figures of a story in, a `Tally` for each thing that is counted out.

In: sketches of the articles of one story, their figures, which articles are one account. Out: `Tally`s. Left to others: finding
figures, folding copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.ids import make_id
from onrecord.kinship import Sketch
from onrecord.ledger.entry import Entry, is_one_counter, list_entries
from onrecord.ledger.groups import group_entries
from onrecord.ledger.relations import relate
from onrecord.records import Count, CountRelation, Figure, Tally, TallyPoint

MADE_BY = "ledger@5"


def find_tallies(story: str, members: Iterable[tuple[Sketch, Sequence[Figure]]], accounts: Mapping[str, str]) -> Iterator[Tally]:
    """Yield one tally for each thing that the articles of a story count.

    Args:
        story: the id of the story.
        members: its articles, each with its figures; their order means nothing.
        accounts: article id -> the id of the article that stands for its account; an article that is not in there stands alone.
    """
    for group in group_entries(list_entries(members)):
        yield _make_tally(story, sorted(group, key=lambda e: e.order), accounts)


def _make_tally(story: str, entries: Sequence[Entry], accounts: Mapping[str, str]) -> Tally:
    """Return the tally of entries in order."""
    lead = entries[0].figure
    units = {e.figure.unit for e in entries}
    return Tally(
        id=make_id("tally", story, sorted(e.figure.id for e in entries)), story=story, kind=lead.kind,
        population=lead.population or next((e.figure.population for e in entries if e.figure.population), None), place=_most_told([e.figure.place for e in entries]),
        unit=lead.unit if len(units) == 1 else None, counts=tuple(map(_make_count, entries)), relations=tuple(_find_relations(entries, accounts)),
        series=tuple(_make_series(entries, accounts)), made_by=MADE_BY,
    )  # fmt: skip


def _make_count(entry: Entry) -> Count:
    figure = entry.figure
    return Count(
        article=figure.article, figure=figure.id, span=figure.span, low=figure.low, high=figure.high, point=figure.point,
        counter=figure.source, as_of=entry.day, as_of_from=entry.day_from, period=figure.period,
    )  # fmt: skip


def _find_relations(entries: Sequence[Entry], accounts: Mapping[str, str]) -> Iterator[CountRelation]:
    """Yield how each count relates to those before it: to the first that gives its value; when it gives a new one, to the last by the
    same counter, and to the last by another."""
    first: dict[tuple[float, float, float], int] = {}
    by_counter: dict[frozenset[str], int] = {}
    for at, entry in enumerate(entries):
        known = first.get(entry.value)
        before = [known] if known is not None else _list_before(entries, at, by_counter)
        for place in before:
            relation, reason = relate(entries[place], entry)
            is_own = entries[place].is_former and entries[place].sketch.article == entry.sketch.article
            if relation != "restates" and not is_own and (entries[place].figure.scope or entry.figure.scope):
                continue  # others, parts, one person told of by a noun and what no longer holds say nothing against a total
            if _account(entries[place], accounts) == _account(entry, accounts) and entries[place].sketch.article != entry.sketch.article:
                reason += "; both are one account"
            yield CountRelation(earlier=place, later=at, relation=relation, reason=reason)
        first.setdefault(entry.value, at)
        by_counter[entry.counter] = at


def _list_before(entries: Sequence[Entry], at: int, by_counter: Mapping[frozenset[str], int]) -> list[int]:
    """Return the counts that a new value is compared with: at most two."""
    entry = entries[at]
    own = [place for place in by_counter.values() if is_one_counter(entries[place], entry)]
    others = [place for place in by_counter.values() if is_one_counter(entries[place], entry) is False]
    chosen = [max(own)] if own else []
    chosen += [max(others)] if others else []
    return sorted(chosen) or ([at - 1] if at else [])


def _make_series(entries: Sequence[Entry], accounts: Mapping[str, str]) -> Iterator[TallyPoint]:
    """Yield the values in order of time, those of one day and one value as one point."""
    found: dict[tuple[str | None, tuple[float, float, float]], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        found[entry.day.end if entry.day else None, entry.value].append(at)
    for places in found.values():
        lead = entries[places[0]]
        yield TallyPoint(
            as_of=lead.day, low=lead.figure.low, high=lead.figure.high, point=lead.figure.point, counts=tuple(places),
            accounts=len({_account(entries[place], accounts) for place in places}),
        )  # fmt: skip


def _account(entry: Entry, accounts: Mapping[str, str]) -> str:
    return accounts.get(entry.sketch.article, entry.sketch.article)


def _most_told(places: Iterable[str | None]) -> str | None:
    """Return the place that most counts name, the first in the alphabet of several."""
    told: dict[str, int] = defaultdict(int)
    for place in places:
        if place is not None:
            told[place] += 1
    return min(told, key=lambda place: (-told[place], place), default=None)
