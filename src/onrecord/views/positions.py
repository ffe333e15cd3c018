"""Sets out how positions moved: statements that take one another up, in order of time.

In: restatements and statement entries. Out: `Position`s, and for each statement the steps that take it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.records import Restatement
from onrecord.views.entries import Position, StatementEntry, Step


def list_restated(restatements: Iterable[Restatement], statements: Sequence[StatementEntry]) -> dict[int, tuple[Step, ...]]:
    """Return the later statements that take up a statement, by its number, in order of time."""
    by_id = {entry.id: entry for entry in statements}
    found: dict[int, list[Step]] = {}
    for link in restatements:
        if link.earlier in by_id and link.later in by_id:
            found.setdefault(by_id[link.earlier].number, []).append(_make_step(by_id[link.later], link))
    return {number: tuple(sorted(steps, key=lambda step: step.statement)) for number, steps in found.items()}


def list_positions(restatements: Iterable[Restatement], statements: Sequence[StatementEntry]) -> tuple[Position, ...]:
    """Return one position for each chain of restated statements, by its first statement; its steps are in order of time."""
    by_id = {entry.id: entry for entry in statements}
    links = [link for link in restatements if link.earlier in by_id and link.later in by_id]
    chain_of = {entry.id: {entry.id} for entry in statements}
    for link in links:
        joined = chain_of[link.earlier] | chain_of[link.later]
        for member in joined:
            chain_of[member] = joined
    positions: list[Position] = []
    for entry in statements:
        chain = chain_of[entry.id]
        members = [other for other in statements if other.id in chain]
        if len(members) > 1 and members[0] is entry:
            speaker = next((member.speaker for member in members if member.speaker), None)
            positions.append(Position(speaker=speaker, steps=tuple(_make_step(m, _last_link(m.id, links)) for m in members)))
    return tuple(positions)


def _last_link(later: str, links: Iterable[Restatement]) -> Restatement | None:
    found = [link for link in links if link.later == later]
    return found[-1] if found else None


def _make_step(statement: StatementEntry, link: Restatement | None) -> Step:
    return Step(
        statement=statement.number,
        relation=None if link is None else link.relation,
        said_at=statement.said_at,
        passage=statement.lead,
        reason=None if link is None else link.reason,
    )
