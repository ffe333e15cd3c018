"""Positions over time: which later telling takes up what an earlier one commits to.

In: the committed tellings of two articles. Out: `Recall`s. Left to others: which articles are compared (`run`), which statements the
tellings are of (`lifting.py`), what comes true (`signs.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ids import make_id
from onrecord.kinship import Recall
from onrecord.records import Commitment
from onrecord.statements.agreement import speakers_agree
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

MADE_BY = "positions@2"
SAME_POSITION = 0.5
"""Least likeness of two consequences of one speaker to be one position."""
_WEAK = {"offer": 0, "promise": 1, "warning": 1, "demand": 1, "threat": 2, "refusal": 2}


def find_recalls(left: Sequence[Side], right: Sequence[Side], matcher: Matcher) -> Iterator[Recall]:
    """Yield which telling of one article takes up which of the other's; for tellings whose days do not say which is the later one, both ways.

    Args:
        left: the tellings of the article with the smaller id.
        right: those of the other.
        matcher: gives word vectors.
    """
    for one in left:
        for other in right:
            if one.commitments and other.commitments and speakers_agree(one, other) is not False:
                for earlier, later in _orders(one, other):
                    if (found := _recall(earlier, later, matcher)) is not None:
                        likeness, relation, reason = found
                        yield Recall(
                            id=make_id("recall", earlier.attribution.id, later.attribution.id), left=one.article.id, right=other.article.id,
                            earlier=earlier.attribution.id, later=later.attribution.id, likeness=likeness, relation=relation, reason=reason, made_by=MADE_BY,
                        )  # fmt: skip


def _orders(left: Side, right: Side) -> list[tuple[Side, Side]]:
    a, b = find_own_day(left), find_own_day(right)
    if a and b and a != b:
        return [(left, right) if a < b else (right, left)]
    return [(left, right), (right, left)]


def find_own_day(side: Side) -> str | None:
    """Return when a telling's article says it was said, else when the article was published."""
    day = side.attribution.said_at or side.article.published
    return day.start if day else None


def _recall(earlier: Side, later: Side, matcher: Matcher) -> tuple[float, str, str] | None:
    """Return likeness, relation and reason of the two commitments most like each other; `None` when none are alike."""
    pair = Pair(earlier, later, matcher.words(earlier), matcher.words(later))
    best: tuple[float, str, str] | None = None
    for a, b in pair_commitments(pair):
        likeness = round(pair.likeness(a.consequence, b.consequence), 4)
        if likeness >= SAME_POSITION and _own(a) == _own(b):
            found = (likeness, *_relation(pair, a, b))
            best = found if best is None or found > best else best
    return best


def _own(commitment: Commitment) -> bool:
    return commitment.force not in ("demand", "warning")


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
