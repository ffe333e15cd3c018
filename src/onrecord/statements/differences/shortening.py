"""What a shorter telling drops whole: conditions and deadlines in a headline, or one of several commitments anywhere.

In: a `Pair`. Out: findings labelled `truncated`. Left to others: single words left out (`omission.py`), conditions told on one side only (`logic.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Commitment, Span
from onrecord.statements.differences.clauses import cut_clauses
from onrecord.statements.differences.logic import holds_condition_word, pair_commitments, stands_in
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.sides import Side

LEAST_WORDS = 2
"""Content words of a commitment that may be left out, at least. A first setting."""


def find_shortenings(pair: Pair) -> Iterator[Finding]:
    """Yield the first thing that one telling drops whole, the longer one's words with it."""
    for on_left in (True, False):
        side, other = (pair.left, pair.right) if on_left else (pair.right, pair.left)
        span = _find_dropped_setting(side, other) or _find_dropped_commitment(pair, on_left=on_left)
        if span is not None:
            yield Finding(label="truncated", left=span if on_left else None, right=None if on_left else span, reason=f"the other telling says nothing of `{side.cut(span)}`")
            return


def _find_dropped_setting(side: Side, headline: Side) -> Span | None:
    """Return a condition or a deadline of a telling where the other one is a headline that has none at all, nor a day; `None` otherwise."""
    if not _is_headline(headline) or _is_headline(side) or holds_condition_word(headline) or any(headline.covers(date.span) for date in headline.dates):
        return None
    here, there = ([condition.span for commitment in each.commitments for condition in commitment.conditions] for each in (side, headline))
    return None if there else min(here, default=None)


def _is_headline(side: Side) -> bool:
    title = side.article.title_span
    return title is not None and title.overlap(side.attribution.span) > 0


def _find_dropped_commitment(pair: Pair, *, on_left: bool) -> Span | None:
    """Return a commitment in a clause of its own that the other telling does not hold, where all that the other one commits to is told by both."""
    side, other, words = (pair.left, pair.right, pair.left_words) if on_left else (pair.right, pair.left, pair.right_words)
    couples = pair_commitments(pair)
    if not couples or len(couples) < len(other.commitments):
        return None
    paired = [couple[0 if on_left else 1] for couple in couples]
    for commitment in side.commitments:
        span = commitment.consequence
        if commitment not in paired and sum(map(span.holds, words)) >= LEAST_WORDS and not stands_in(pair, span, on_left=on_left) and _stands_apart(side, commitment, paired):
            return span
    return None


def _stands_apart(side: Side, commitment: Commitment, others: list[Commitment]) -> bool:
    """True when a commitment shares no clause with others."""
    own = [clause for clause in cut_clauses(side, side.attribution.content) if clause.overlap(commitment.consequence)]
    return bool(own) and not any(clause.overlap(other.consequence) for clause in own for other in others)
