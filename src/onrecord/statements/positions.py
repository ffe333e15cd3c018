"""Positions over time: which later statement takes up an earlier one.

In: statements with their sides and commitments. Out: `Restatement`s. Left to others: what comes true (`signs.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.ids import make_id
from onrecord.records import Commitment, Restatement, Statement
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.match import Matcher, speakers_agree
from onrecord.statements.sides import Side

MADE_BY = "positions@1"
SAME_POSITION = 0.5
"""Least likeness of two consequences of one speaker to be one position."""
_WEAK = {"offer": 0, "promise": 1, "warning": 1, "demand": 1, "threat": 2, "refusal": 2}


def find_restatements(statements: Sequence[Statement], sides: Mapping[str, Side]) -> Iterator[Restatement]:
    """Yield links from earlier to later statements of one speaker that commit to the same.

    Args:
        statements: all statements.
        sides: attribution id -> side.
    """
    matcher = Matcher(sorted(sides.values(), key=lambda s: s.attribution.id))
    committed = [(when, s, side) for s in statements if (side := find_fullest(s, sides)) is not None and (when := find_when(s, sides)) is not None]
    committed.sort(key=lambda item: (item[0], item[1].id))
    for index, (later_day, later, right) in enumerate(committed):
        best: tuple[float, str, Restatement] | None = None
        for earlier_day, earlier, left in committed[:index]:
            if earlier_day >= later_day or earlier.story == later.story or speakers_agree(left, right) is False:
                continue
            pair = Pair(left, right, matcher.words(left), matcher.words(right))
            for a, b in pair_commitments(pair):
                likeness = pair.likeness(a.consequence, b.consequence)
                if likeness < SAME_POSITION or _own(a) != _own(b):
                    continue
                relation, reason = _relation(pair, a, b)
                link = Restatement(
                    id=make_id("restatement", earlier.id, later.id), earlier=earlier.id, later=later.id, relation=relation, reason=reason, made_by=MADE_BY
                )  # fmt: skip
                if best is None or (likeness, link.id) > best[:2]:
                    best = (likeness, link.id, link)
        if best is not None:
            yield best[2]


def _own(commitment: Commitment) -> bool:
    return commitment.force not in ("demand", "warning")


def find_fullest(statement: Statement, sides: Mapping[str, Side]) -> Side | None:
    """Return the telling with most conditions, then most words, of those that hold a commitment."""
    found = [side for side in _sides_of(statement, sides) if side.commitments]
    return max(found, key=lambda s: (max(len(c.conditions) for c in s.commitments), len(s.words), s.attribution.id), default=None)


def _sides_of(statement: Statement, sides: Mapping[str, Side]) -> list[Side]:
    return [side for r in statement.renderings if r.attribution is not None and (side := sides.get(r.attribution)) is not None]


def find_when(statement: Statement, sides: Mapping[str, Side]) -> str | None:
    """Return the day of a statement: when it was said, else when it was published first."""
    if statement.said_at:
        return statement.said_at.start
    published = [side.article.published for side in _sides_of(statement, sides)]
    return min((p.start for p in published if p), default=None)


def _relation(pair: Pair, left: Commitment, right: Commitment) -> tuple[str, str]:
    """Return whether the later commitment repeats, hardens or softens the earlier one, and why."""
    _, dropped, added = pair_conditions(pair, left, right)
    if _WEAK[right.force] > _WEAK[left.force]:
        return "hardens", f"{left.force} then, {right.force} now"
    if _WEAK[right.force] < _WEAK[left.force]:
        return "softens", f"{left.force} then, {right.force} now"
    if added and not dropped:
        return "softens", f"new condition `{pair.right.cut(added[0].span)}`"
    if dropped and not added and not right.conditional:
        return "hardens", f"no longer on the condition `{pair.left.cut(dropped[0].span)}`"
    return "repeats", f"`{pair.left.cut(left.consequence)}` then, `{pair.right.cut(right.consequence)}` now"
