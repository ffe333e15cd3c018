"""Sets out how positions moved: statements that take one another up, in order of time.

In: restatements and statement entries. Out: `Position`s, and for each statement the steps that take it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Restatement, Span
from onrecord.views.chains import find_roots
from onrecord.views.entries import Position, StatementEntry, Step
from onrecord.views.lookup import Lookup
from onrecord.views.occasions import word_day
from onrecord.views.parts import Passage


def list_restated(restatements: Iterable[Restatement], statements: Sequence[StatementEntry], lookup: Lookup) -> dict[int, tuple[Step, ...]]:
    """Return the later statements that take up a statement, by its number, in order of time."""
    by_id = {entry.id: entry for entry in statements}
    found: dict[int, list[Step]] = {}
    for link in restatements:
        if link.earlier in by_id and link.later in by_id:
            found.setdefault(by_id[link.earlier].number, []).append(_make_step(by_id[link.later], link, lookup))
    return {number: tuple(sorted(steps, key=lambda step: step.statement)) for number, steps in found.items()}


def list_positions(restatements: Iterable[Restatement], statements: Sequence[StatementEntry], lookup: Lookup, holders: Mapping[int, str]) -> tuple[Position, ...]:
    """Return one position for each chain of restated statements; its steps are in order of time. Those that changed come first.

    Args:
        restatements: what takes up what.
        statements: the numbered statements.
        lookup: finds their articles.
        holders: number of a statement -> who holds to the commitment in it. A chain is that of the holder of its first step, or of who speaks there.
    """
    by_id = {entry.id: entry for entry in statements}
    links = [link for link in restatements if link.earlier in by_id and link.later in by_id]
    roots = find_roots((link.earlier, link.later) for link in links)
    chains: dict[str, list[StatementEntry]] = {}
    for entry in statements:
        if entry.id in roots:
            chains.setdefault(roots[entry.id], []).append(entry)
    shown = _choose_links(links)
    positions: list[Position] = []
    for members in chains.values():
        if len(members) > 1:
            speaker = holders.get(members[0].number, members[0].speaker)
            steps = [_make_step(m, link, lookup) for m in members for link in shown.get(m.id, (None,))]
            positions.append(
                Position(
                    speaker=speaker,
                    steps=tuple(sorted((s for s in steps if s.relation != "repeats"), key=lambda s: s.relation is not None)),
                    repeated=tuple(s for s in steps if s.relation == "repeats"),
                )
            )
    return tuple(sorted(positions, key=lambda position: len(position.steps) < 2))


def _choose_links(links: Iterable[Restatement]) -> dict[str, list[Restatement]]:
    """Return the links to show for each later statement: those that are changes, else the last."""
    chosen: dict[str, list[Restatement]] = {}
    for link in sorted(links, key=lambda link: link.relation == "repeats"):
        if link.relation != "repeats" or all(other.relation == "repeats" for other in chosen.get(link.later, ())):
            chosen[link.later] = [link] if link.relation == "repeats" else [*chosen.get(link.later, ()), link]
    return chosen


def _make_step(statement: StatementEntry, link: Restatement | None, lookup: Lookup) -> Step:
    then, now = (None, None) if link is None or len(link.articles) != 2 else (_cut(*side, lookup) for side in zip(link.articles, link.spans, strict=True))
    return Step(
        statement=statement.number,
        relation=None if link is None else link.relation,
        when=word_day(statement),
        passage=statement.lead,
        reason=None if link is None else link.reason,
        then=then,
        now=now,
        commitment=None if link is None else link.commitments[0],
    )


def _cut(article: str, span: Span | None, lookup: Lookup) -> Passage | None:
    return None if span is None else lookup.cut(article, span)
