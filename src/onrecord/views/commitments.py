"""Sets commitments out for reading: red lines first, tellings of one commitment in several articles folded into one entry.

In: the commitments of all analyses and the statements they stand in. Out: `CommitmentEntry`s. Two commitments are one when
they stand in the same statement with the same force and are each the n-th such one of their telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Commitment, Span
from onrecord.results import Comparison
from onrecord.views.entries import CommitmentEntry, CommitmentGroup, CommitmentTelling, ConditionEntry, StatementEntry, Step
from onrecord.views.lookup import Lookup

FORCES = ("threat", "refusal", "demand", "promise", "offer", "warning")
"""The order in which commitments are shown."""

_LAST = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLists:
    """Red lines and other commitments, and which red line a commitment's id belongs to."""

    red_lines: tuple[CommitmentEntry, ...]
    others: tuple[CommitmentGroup, ...]
    red_line_of: Mapping[str, int]


def list_commitments(comparison: Comparison, statements: Sequence[StatementEntry], restated: Mapping[int, tuple[Step, ...]], lookup: Lookup) -> CommitmentLists:
    """Return red lines (threats and refusals that any article tells with a condition) and all other commitments by force.

    Args:
        comparison: where commitments and statements come from.
        statements: the numbered entries of its statements; commitments follow their order, those of no statement come last.
        restated: the steps that take up a statement, by its number.
        lookup: the lookup of the same comparison.
    """
    groups = _fold(comparison, _number_attributions(comparison, statements))
    red = [(statement, group) for statement, group in groups if _is_red_line(group)]
    rest = [(statement, group) for statement, group in groups if not _is_red_line(group)]
    rest.sort(key=lambda pair: FORCES.index(pair[1][0].force) if pair[1][0].force in FORCES else len(FORCES))
    red_lines = tuple(_make_entry(number, *pair, restated, lookup) for number, pair in enumerate(red, start=1))
    others = [_make_entry(number, *pair, restated, lookup) for number, pair in enumerate(rest, start=1)]
    forces = dict.fromkeys(entry.force for entry in others)
    return CommitmentLists(
        red_lines=red_lines,
        others=tuple(CommitmentGroup(force=force, commitments=tuple(e for e in others if e.force == force)) for force in forces),
        red_line_of={commitment.id: number for number, (_, group) in enumerate(red, start=1) for commitment in group},
    )


def _number_attributions(comparison: Comparison, statements: Iterable[StatementEntry]) -> dict[str, list[tuple[Span, int]]]:
    """Return for each attribution its tellings with the number of their statement, in text order."""
    numbers = {entry.id: entry.number for entry in statements}
    found: dict[str, list[tuple[Span, int]]] = {}
    for statement in comparison.statements:
        for rendering in statement.renderings:
            if rendering.attribution is not None:
                found.setdefault(rendering.attribution, []).append((rendering.span, numbers[statement.id]))
    return {attribution: sorted(tellings) for attribution, tellings in found.items()}


def _find_number(commitment: Commitment, tellings_of: Mapping[str, Sequence[tuple[Span, int]]]) -> int | None:
    """Return the number of the statement that tells a commitment: that of the telling it stands in, else of the first of its attribution."""
    tellings = tellings_of.get(commitment.attribution or "", ())
    return next((number for span, number in tellings if span.holds(commitment.consequence)), tellings[0][1] if tellings else None)


def _fold(comparison: Comparison, tellings_of: Mapping[str, Sequence[tuple[Span, int]]]) -> list[tuple[int | None, list[Commitment]]]:
    groups: dict[tuple[int | str, str, int], list[Commitment]] = {}
    numbers: dict[tuple[int | str, str, int], int | None] = {}
    for analysis in comparison.analyses:
        seen: dict[tuple[int | str, str, str], int] = {}
        for commitment in sorted(analysis.commitments, key=lambda c: c.consequence):
            number = _find_number(commitment, tellings_of)
            owner = commitment.id if number is None else number
            telling = commitment.attribution or commitment.id
            nth = seen.get((owner, telling, commitment.force), 0)
            seen[(owner, telling, commitment.force)] = nth + 1
            groups.setdefault((owner, commitment.force, nth), []).append(commitment)
            numbers[(owner, commitment.force, nth)] = number
    folded = [(numbers[key], group) for key, group in groups.items()]
    return sorted(folded, key=lambda pair: _LAST if pair[0] is None else pair[0])


def _is_red_line(group: Sequence[Commitment]) -> bool:
    return group[0].force in {"threat", "refusal"} and any(commitment.conditional for commitment in group)


def _make_entry(number: int, statement: int | None, group: Sequence[Commitment], restated: Mapping[int, tuple[Step, ...]], lookup: Lookup) -> CommitmentEntry:
    fullest = sorted(group, key=lambda commitment: -len(commitment.conditions))
    holders = [name for name in (commitment.holder_canonical for commitment in fullest) if name]
    written = [lookup.cut(c.article, c.holder).words for c in fullest if c.holder is not None]
    addressees = [name for name in (c.addressee_canonical for c in fullest) if name]
    addressed = [lookup.cut(c.article, c.addressee).words for c in fullest if c.addressee is not None]
    tellings = tuple(_make_telling(commitment, lookup) for commitment in fullest)
    return CommitmentEntry(
        number=number,
        holder=next(iter(holders + written), None),
        force=group[0].force,
        addressee=next(iter(addressees + addressed), None),
        tellings=tellings,
        groups=_fold_same(tellings),
        statement=statement,
        restated=() if statement is None else restated.get(statement, ()),
    )


def _fold_same(tellings: Iterable[CommitmentTelling]) -> tuple[tuple[CommitmentTelling, ...], ...]:
    """Return tellings in groups whose words are the same, in order of their first."""
    groups: dict[tuple[str, ...], list[CommitmentTelling]] = {}
    for telling in tellings:
        words = (telling.consequence, *(condition.passage for condition in telling.conditions))
        groups.setdefault(tuple(" ".join(passage.words.casefold().split()) for passage in words), []).append(telling)
    return tuple(tuple(group) for group in groups.values())


def _make_telling(commitment: Commitment, lookup: Lookup) -> CommitmentTelling:
    conditions = sorted(commitment.conditions, key=lambda condition: condition.span)
    return CommitmentTelling(
        article=lookup.entry(commitment.article),
        consequence=lookup.cut(commitment.article, commitment.consequence),
        conditions=tuple(ConditionEntry(kind=c.kind, passage=lookup.cut(commitment.article, c.span)) for c in conditions),
        operator=commitment.operator,
    )
