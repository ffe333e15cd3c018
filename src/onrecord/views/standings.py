"""Selects and orders the conditions people are shown as watches: what was met first, what stands open after it, the unsure last, none left out.

In: the standings of a comparison. Out: `StandingEntry`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Sign, Span, Standing
from onrecord.results import Analysis
from onrecord.views.entries import Passage, StandingEntry, StatementEntry
from onrecord.views.lookup import Lookup
from onrecord.views.sureness import UNSURE

_ORDER = ("met", "denied", "averted", "partly", "due", "prepared", "lapsed", "open")


def list_standings(
    standings: Iterable[Standing], signs: Iterable[Sign], statements: Iterable[StatementEntry], red_lines: Mapping[str, int], lookup: Lookup, analyses: Iterable[Analysis] = ()
) -> tuple[StandingEntry, ...]:  # fmt: skip
    """Return where all conditions stand: what happened before what did not, red lines that most accounts tell first, the unsure last.

    Args:
        standings: those of all conditions.
        signs: all signs, in the order in which they are numbered.
        statements: the statements shown.
        red_lines: commitment id -> the number of its red line.
        lookup: finds their articles.
        analyses: the articles with the commitments.
    """
    signs = tuple(signs)
    exceptions = {(c.id, k.span) for a in analyses for c in a.commitments for k in c.conditions if k.kind == "exception" and k.bearing is None}
    place = {id: number for number, id in enumerate(lookup.entries)}
    told = {entry.id: entry for entry in statements}
    told_in = {sign.id: sign.article for sign in signs}
    numbers = {sign.id: number for number, sign in enumerate(order_signs(signs, lookup), start=1)}

    def rank(standing: Standing) -> tuple[bool, int, bool, int, int, Span, str]:
        is_plain = _find_red_line(standing, red_lines) is None
        first = place.get(standing.article, len(place))
        return standing.confidence < UNSURE, _ORDER.index(standing.state), is_plain, -_count_accounts(standing, lookup)[1], first, standing.span, standing.id

    return tuple(
        StandingEntry(
            number=number,
            state=standing.state,
            since=standing.since,
            deadline=standing.deadline,
            passage=lookup.cut(standing.article, standing.span),
            article=lookup.entry(standing.article),
            speaker=told[standing.statement].speaker if standing.statement in told else None,
            signs=tuple(numbers[id] for id in standing.signs if id in numbers),
            accounts=standing.accounts,
            statement=told[standing.statement].number if standing.statement in told else None,
            red_line=_find_red_line(standing, red_lines),
            reason=standing.reason,
            told=_count_accounts(standing, lookup)[1],
            told_low=_count_accounts(standing, lookup)[0],
            accounts_low=min(standing.accounts, lookup.count_accounts({told_in[id] for id in standing.signs if id in told_in})[0]),
            others=_list_others(standing, lookup),
            is_unsure=standing.confidence < UNSURE,
            opener="exception" if standing.state == "due" and (standing.commitment, standing.span) in exceptions else "",
            is_beside=standing.beside is not None,
        )
        for number, standing in enumerate(sorted(standings, key=rank), start=1)
    )


def _find_red_line(standing: Standing, red_lines: Mapping[str, int]) -> int | None:
    return next((red_lines[id] for id in (standing.commitment, *(w.commitment for w in standing.wordings)) if id in red_lines), None)


def _count_accounts(standing: Standing, lookup: Lookup) -> tuple[int, int]:
    """Return how many independent accounts tell a condition, at least and at most, counted as those of a statement are."""
    return lookup.count_accounts({standing.article, *(w.article for w in standing.wordings)})


def _list_others(standing: Standing, lookup: Lookup) -> tuple[Passage, ...]:
    """Return the other wordings of a condition, the same words once."""
    first = lookup.cut(standing.article, standing.span)
    found = {_fold(passage): passage for w in reversed(standing.wordings) if _fold(passage := lookup.cut(w.article, w.span)) != _fold(first)}
    return tuple(reversed(found.values()))


def _fold(passage: Passage) -> str:
    return " ".join(passage.words.casefold().split())


def order_signs(signs: Iterable[Sign], lookup: Lookup) -> Sequence[Sign]:
    """Return signs in the order in which people are shown them: that of their articles, then of the text."""
    place = {id: number for number, id in enumerate(lookup.entries)}
    return sorted(signs, key=lambda sign: (place.get(sign.article, len(place)), sign.span, sign.id))
