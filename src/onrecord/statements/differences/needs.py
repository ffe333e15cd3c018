"""A condition that is enough on one side and needed on the other: "we will talk if they leave" / "only if they leave".

In: a `Pair`. Out: findings labelled `and_or_changed`, whose reason is one of `NEEDS`. Left to others: conditions that one side lacks (`logic.py`), and how a
condition is worded (its `bearing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Commitment, Condition, Span
from onrecord.statements.differences.clauses import find_small_words
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.phrases import find_scopes
from onrecord.statements.polarity import is_negated
from onrecord.statements.sides import Side

NEEDS = ("needed here, enough there", "enough here, needed there")
"""The reasons."""
OPENER_REACH = 40
"""Code points before a condition in which the words that open it begin."""
_NEEDED = frozenset({"only", "only_after"})
_ENOUGH = frozenset({"once", "after", "if"})
_MARKS = re.compile(r"[^\w\s'’-]|\n")


def find_need_changes(pair: Pair) -> Iterator[Finding]:
    """Yield the first condition that both tell, of which one side says that nothing is done without it and the other only that it is done if it comes.

    "We will not talk if they do not leave" says of the talks what "only if they leave" says: both sides must deny alike.
    """
    for left, right in pair_commitments(pair):
        if _denies(pair.left, left.consequence) != _denies(pair.right, right.consequence):
            continue
        for one, other in pair_conditions(pair, left, right)[0]:
            here, there = _is_needed(pair.left, left, one), _is_needed(pair.right, right, other)
            if here is None or there is None or here == there or _denies(pair.left, one.span) != _denies(pair.right, other.span):
                continue
            spans = _add_opener(pair.left, left, one), _add_opener(pair.right, right, other)
            yield Finding(label="and_or_changed", left=spans[0], right=spans[1], reason=NEEDS[0 if here else 1])
            return


def _denies(side: Side, span: Span) -> bool:
    return is_negated(side, side.pack, span)


def _is_needed(side: Side, commitment: Commitment, condition: Condition) -> bool | None:
    """Return whether nothing is done without a condition; `None` where its words leave that open, or an "only" stands apart from them ("we will only talk if")."""
    if condition.kind not in ("trigger", "prerequisite"):
        return None
    if condition.bearing in _NEEDED:
        return True
    if condition.bearing not in _ENOUGH and (condition.kind != "trigger" or condition.bearing is not None):
        return None
    area = commitment.consequence.cover(condition.span)
    apart = any(scope == "only" for scope, _ in find_scopes(side, area)) or find_small_words(side, "solely", (area,))
    return None if apart else False


def _add_opener(side: Side, commitment: Commitment, condition: Condition) -> Span:
    """Return a condition with the words that open it, as far as they stand before it in its clause and not in the consequence."""
    start, text = condition.span.start, side.article.text
    ends = [commitment.consequence.end] if commitment.consequence.end <= start else []
    low = max([start - OPENER_REACH, *ends, *(piece.start for piece in side.attribution.content if piece.start <= start)])
    low = max([low, *(low + mark.end() for mark in _MARKS.finditer(text[low:start]))])
    if low == start - OPENER_REACH:
        return condition.span
    return Span(start=low + len(text[low:start]) - len(text[low:start].lstrip()), end=condition.span.end)
