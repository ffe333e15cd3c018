"""Says on what tellings differ that are perhaps not all of one utterance: what holds only if they are, and counts nowhere.

In: a doubtful statement. Out: `Point`s. Left to others: what differs for sure (`points`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from onrecord.records import DateRange, Rendering, Statement
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.views.entries import Point
from onrecord.views.lookup import Lookup

IF_ONE = "If these are one utterance, they differ"
"""What stands above these points."""

DOUBT = frozenset({"truncated", "paraphrase_in_quote_marks", "dropped_attribution"})
"""Labels that say of two tellings in doubt no more than the doubt does: two utterances have other words, too."""


def list_comparable(statement: Statement, lookup: Lookup) -> frozenset[tuple[int, int]]:
    """Return pairs of tellings (numbers from 0, the lower first) that may well be of one utterance though not all tellings of the statement are.

    They stand in two articles, no two speakers or days are told of them, and they either tell commitments of one force at the same place, or are each the only telling
    of its article, so that no other could be meant. Pairs that share hardly a word are left out.
    """
    renderings = statement.renderings
    told = Counter(rendering.article for rendering in renderings)
    apart = {(d.left, d.right) for d in statement.differences if d.reason.endswith(PERHAPS_NOT_ONE)}
    return frozenset(
        (left, right)
        for left, right in combinations(range(len(renderings)), 2)
        if renderings[left].article != renderings[right].article
        and not {(left, right), (right, left)} & apart
        and not _is_contradicted(renderings[left], renderings[right], lookup)
        and (told[renderings[left].article] == told[renderings[right].article] == 1 or _list_acts(renderings[left], lookup) & _list_acts(renderings[right], lookup))
    )


def leave_comparable(statement: Statement, lookup: Lookup) -> Statement:
    """Return a statement with those differences alone that hold if two comparable tellings are of one utterance."""
    pairs = list_comparable(statement, lookup)
    kept = (d for d in statement.differences if d.label not in DOUBT and (min(d.left, d.right), max(d.left, d.right)) in pairs)
    return replace(statement, differences=tuple(kept))


def number_from(first: int, points: Iterable[Point]) -> tuple[Point, ...]:
    """Return points that are more than spelling or language, numbered from `first`."""
    return tuple(replace(point, number=number) for number, point in enumerate((point for point in points if not point.minor), start=first))


def _is_contradicted(left: Rendering, right: Rendering, lookup: Lookup) -> bool:
    """True when the two articles tell two speakers, or two days."""
    first, second = lookup.attribution(left.attribution), lookup.attribution(right.attribution)
    if first is None or second is None:
        return False
    return (first.speaker is not None and second.speaker is not None and first.speaker != second.speaker) or _exclude(first.said_at, second.said_at)


def _exclude(left: DateRange | None, right: DateRange | None) -> bool:
    return left is not None and right is not None and (left.end <= right.start or right.end <= left.start)


def _list_acts(rendering: Rendering, lookup: Lookup) -> set[str]:
    """Return the keys of what follows from the commitments that a telling tells, which say its force and place."""
    return {part.key for part in lookup.parts.touching(rendering.article, rendering.span) if part.is_act}
