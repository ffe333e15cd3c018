"""Selects and orders the tallies people are shown: who counts what, when, with contradictions first.

In: tallies of a comparison. Out: `TallyEntry`s. A tally of one article that gives one number is among the figures and not repeated here.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import CountRelation, Tally, TallyPoint
from onrecord.views.display import format_bounds, is_vague
from onrecord.views.entries import TallyEntry, TallyLink, TallyStep
from onrecord.views.lookup import Lookup

_ORDER = ("contradicts", "unclear", "updates", "restates")


def list_tallies(tallies: Iterable[Tally], lookup: Lookup) -> tuple[TallyEntry, ...]:
    """Return the tallies with two counts or more: contradicted ones first, then unclear ones, those that changed, those all agree on.

    Args:
        tallies: those of all stories.
        lookup: finds their articles.
    """
    place = {id: number for number, id in enumerate(lookup.entries)}

    def order(tally: Tally) -> tuple[int, int, list[int], str]:
        worst = min((_ORDER.index(link.relation) for link in tally.relations), default=len(_ORDER))
        return worst, -len(tally.counts), [place.get(count.article, len(place)) for count in tally.counts], tally.id

    shown = sorted((tally for tally in tallies if len(tally.counts) > 1), key=order)
    return tuple(_make_entry(number, tally, lookup) for number, tally in enumerate(shown, start=1))


def _make_entry(number: int, tally: Tally, lookup: Lookup) -> TallyEntry:
    links = sorted((link for link in tally.relations if link.relation != "restates"), key=lambda link: (_ORDER.index(link.relation), link.later, link.earlier))
    return TallyEntry(
        number=number,
        kind=tally.kind,
        population=tally.population,
        place=tally.place,
        steps=tuple(_make_step(point, tally, lookup) for point in tally.series),
        links=tuple(_make_link(link, tally, lookup) for link in links),
        restated=sum(link.relation == "restates" for link in tally.relations),
    )


def _make_step(point: TallyPoint, tally: Tally, lookup: Lookup) -> TallyStep:
    counts = [tally.counts[at] for at in point.counts]
    passage = lookup.cut(counts[0].article, counts[0].span)
    return TallyStep(
        value=passage.words if is_vague(point.low, point.high, point.point) else _word_value(point),
        as_of=point.as_of,
        accounts=point.accounts,
        counters=tuple(dict.fromkeys(count.counter for count in counts if count.counter)),
        articles=tuple(dict.fromkeys(lookup.entry(count.article) for count in counts)),
        passage=passage,
    )


def _word_value(point: TallyPoint) -> str:
    words = format_bounds(point.low, point.high, point.point)
    return f"about {words}" if point.low is None and point.high is None else words


def _make_link(link: CountRelation, tally: Tally, lookup: Lookup) -> TallyLink:
    sides = [tally.counts[link.earlier], tally.counts[link.later]]
    return TallyLink(
        relation=link.relation,
        reason=link.reason,
        passages=tuple(lookup.cut(count.article, count.span) for count in sides),
        articles=tuple(lookup.entry(count.article) for count in sides),
        counters=tuple(count.counter for count in sides),
    )
