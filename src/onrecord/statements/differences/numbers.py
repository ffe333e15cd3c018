"""Differences in numbers and dates.

In: a `Pair`. Out: findings labelled `figure_changed`, `date_shift`.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Figure, Span
from onrecord.statements.differences.clauses import has_same_setting
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.thirds import list_days

_OPEN_KINDS = frozenset({"other", "affected"})
"""Kinds of figures that hold whatever has no kind of its own, so that one language's words may lead to the one and another's to the other."""


def find_figure_changes(pair: Pair) -> Iterator[Finding]:
    """Yield figures of one kind with bounds that do not meet; others, parts and single persons are no totals and are compared with none."""
    left, right = ([f for f in side.figures if f.scope is None] for side in (pair.left, pair.right))
    for mine in left:
        same = [f for f in right if f.kind == mine.kind]
        if not same and len(left) == len(right) == 1 and {mine.kind, right[0].kind} == _OPEN_KINDS and _count_one_thing(pair, mine.span, right[0].span):
            same = right
        elif len(same) != sum(f.kind == mine.kind for f in left):
            continue  # one side breaks the number down
        if not same or any(agree_in_number(f, mine) for f in same):
            continue
        other = next((f for f in same if has_same_setting(pair, mine.span, f.span) or _count_one_thing(pair, mine.span, f.span)), None)
        if other is None:
            continue
        yield Finding(label="figure_changed", left=mine.span, right=other.span, reason=f"{mine.kind}: `{pair.left.cut(mine.span)}` here, `{pair.right.cut(other.span)}` there")
        return


def _count_one_thing(pair: Pair, left: Span, right: Span) -> bool:
    """True when the noun of a figure stands for one of the other's ("300 cubic metres" / "250 Kubikmeter")."""
    mine, theirs = ([k for k, w in enumerate(words) if span.holds(w) and not any(map(str.isdigit, side.cut(w)))] for side, words, span in (
        (pair.left, pair.left_words, left), (pair.right, pair.right_words, right),
    ))  # fmt: skip
    return any(pair.aligned(i, j) for i in mine for j in theirs if i == mine[-1] or j == theirs[-1])


def agree_in_number(left: Figure, right: Figure) -> bool:
    """True for one number, however either hedges it ("35 %" / "about 35 %"), and for ranges that meet where one has no number of its own."""
    if left.point is not None and right.point is not None:
        return left.point == right.point
    inf = float("inf")
    low, high = (-inf if f.low is None else f.low for f in (left, right)), (inf if f.high is None else f.high for f in (left, right))
    return max(low) <= min(high)


def find_date_shifts(pair: Pair) -> Iterator[Finding]:
    """Yield dates inside the contents that are days of their own and differ."""
    mine, theirs = ([(told, days) for told in side.dates if (days := list_days(side, told))] for side in (pair.left, pair.right))
    if not mine or not theirs or any(a.start < b.end and b.start < a.end for _, a in mine for _, b in theirs):
        return
    (left, here), (right, there) = mine[0], theirs[0]
    yield Finding(label="date_shift", left=left.span, right=right.span, reason=f"{here.start} here, {there.start} there")
