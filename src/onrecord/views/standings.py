"""Selects and orders the conditions people are shown as watches: what was met first, what stands open last, none left out.

In: the standings of a comparison. Out: `StandingEntry`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Sign, Standing
from onrecord.views.entries import StandingEntry, StatementEntry
from onrecord.views.lookup import Lookup

_ORDER = ("met", "denied", "prepared", "lapsed", "open")


def list_standings(
    standings: Iterable[Standing], signs: Iterable[Sign], statements: Iterable[StatementEntry], red_lines: Mapping[str, int], lookup: Lookup
) -> tuple[StandingEntry, ...]:  # fmt: skip
    """Return where all conditions stand, what happened before what did not; words that several commitments hang on once.

    Args:
        standings: those of all conditions.
        signs: all signs, in the order in which they are numbered.
        statements: the statements shown.
        red_lines: commitment id -> the number of its red line.
        lookup: finds their articles.
    """
    place = {id: number for number, id in enumerate(lookup.entries)}
    told = {entry.id: entry for entry in statements}
    numbers = {sign.id: number for number, sign in enumerate(order_signs(signs, lookup), start=1)}
    ordered = sorted(standings, key=lambda s: (_ORDER.index(s.state), place.get(s.article, len(place)), s.span, s.id))
    once = {(s.article, s.span): s for s in reversed(ordered)}  # one clause may be the condition of several commitments
    ordered = [s for s in ordered if once[s.article, s.span] is s]
    return tuple(
        StandingEntry(
            number=number,
            state=standing.state,
            since=standing.since,
            deadline=standing.deadline,
            passage=lookup.cut(standing.article, standing.span),
            article=lookup.entry(standing.article),
            speaker=told[standing.statement].speaker if standing.statement in told else None,
            signs=tuple(sorted(numbers[id] for id in standing.signs if id in numbers)),
            accounts=standing.accounts,
            statement=told[standing.statement].number if standing.statement in told else None,
            red_line=red_lines.get(standing.commitment),
            reason=standing.reason,
        )
        for number, standing in enumerate(ordered, start=1)
    )


def order_signs(signs: Iterable[Sign], lookup: Lookup) -> Sequence[Sign]:
    """Return signs in the order in which people are shown them: that of their articles, then of the text."""
    place = {id: number for number, id in enumerate(lookup.entries)}
    return sorted(signs, key=lambda sign: (place.get(sign.article, len(place)), sign.span, sign.id))
