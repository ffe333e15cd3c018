"""Two things of which one side tells both and the other either: "close the bridge and recall the envoy" / "close the bridge or recall the envoy".

In: a `Pair`. Out: findings labelled `and_or_changed`, whose reason is one of `JOINTS`. Left to others: how whole conditions are joined (`logic.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Span
from onrecord.statements.differences.clauses import find_small_words
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.polarity import is_against, is_negated
from onrecord.statements.sides import Side

JOINTS = ("both here, either there", "either here, both there")
"""The reasons."""
MOST_SMALL = 2
"""Most small words between what joins and the word before or behind it: "and the envoy", "and our own ships"."""
_SIGNS = frozenset(" \t\u00a0,'’\"“”„«»‘-‐‑[]")
"""What may stand there, beside letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joint:
    """What joins two content words of a side (by their places)."""

    span: Span
    is_and: bool
    before: int
    behind: int


def find_joint_changes(pair: Pair) -> Iterator[Finding]:
    """Yield the first two things, in acts or in one condition of commitments that say the same, that one side joins by "and" and the other by "or".

    What is denied is left out: "not close and not recall" is "not close or recall".
    """
    for mine, theirs in _list_areas(pair):
        here, there = _find_joints(pair.left, pair.left_words, mine), _find_joints(pair.right, pair.right_words, theirs)
        for joint in here:
            matched = [other for other in there if _join_same(pair, joint, other)]
            if not matched or any(other.is_and == joint.is_and for other in matched):
                continue
            left, right = _phrase(joint, pair.left_words), _phrase(matched[0], pair.right_words)
            yield Finding(label="and_or_changed", left=left, right=right, reason=JOINTS[0 if joint.is_and else 1])
            return


def _list_areas(pair: Pair) -> Iterator[tuple[list[Span], list[Span]]]:
    """Yield the parts of both sides between which things may be joined: all acts together where one is told by both, and each condition that is; none that is denied."""
    commitments = pair_commitments(pair)
    if commitments:
        mine, theirs = ([c.consequence for c in side.commitments if not is_against(side, side.pack, c)] for side in (pair.left, pair.right))
        yield mine, theirs
    for left, right in commitments:
        for one, other in pair_conditions(pair, left, right)[0]:
            if not is_negated(pair.left, pair.left.pack, one.span) and not is_negated(pair.right, pair.right.pack, other.span):
                yield [one.span], [other.span]


def _find_joints(side: Side, words: Sequence[Span], parts: Sequence[Span]) -> list[_Joint]:
    """Return what joins two content words that stand in the parts, next to it but for small words."""
    if not parts:
        return []
    area = parts[0].cover(*parts[1:])
    starts = [word.start for word in words]
    found: list[_Joint] = []
    for is_and, key in ((True, "both"), (False, "either")):
        for span in find_small_words(side, key, (area,)):
            before, behind = bisect_left(starts, span.start) - 1, bisect_left(starts, span.end)
            if before < 0 or behind == len(words) or not all(any(part.holds(words[at]) for part in parts) for at in (before, behind)):
                continue
            gaps = side.article.text[words[before].end : span.start], side.article.text[span.end : words[behind].start]
            if all(len(gap.split()) <= MOST_SMALL and all(sign.isalpha() or sign in _SIGNS for sign in gap) for gap in gaps):
                found.append(_Joint(span=span, is_and=is_and, before=before, behind=behind))
    return found


def _join_same(pair: Pair, joint: _Joint, other: _Joint) -> bool:
    """True when the words on both sides of what joins stand for one another, in either order."""
    same = pair.aligned(joint.before, other.before) and pair.aligned(joint.behind, other.behind)
    return same or (pair.aligned(joint.before, other.behind) and pair.aligned(joint.behind, other.before))


def _phrase(joint: _Joint, words: Sequence[Span]) -> Span:
    return words[joint.before].cover(words[joint.behind])
