"""How a later count relates to an earlier one of the same thing: restates, updates, contradicts, or unclear, with the reason.

In: two `Entry`s of a tally. Out: a relation and a sentence. Nobody is held to be right: a contradiction is two counts that cannot both hold.
"""

from __future__ import annotations

import math

from onrecord.ledger.entry import Entry, is_one_counter, name_value

RUNNING = frozenset({"killed", "injured", "arrested", "rescued", "destroyed"})
"""Kinds whose count for one event only rises while it goes on; those missing, displaced, fled or in need become fewer too."""


def relate(earlier: Entry, later: Entry) -> tuple[str, str]:
    """Return how the later count relates to the earlier one, and why.

    Args:
        earlier: the count for the earlier day.
        later: another count of the same thing, for the same day or a later one.
    """
    left, right = name_value(earlier.figure), name_value(later.figure)
    is_later, same_day = _compare_days(earlier, later)
    if earlier.value == later.value:
        return "restates", f"the same value, {right}"
    if earlier.is_former and earlier.sketch.article == later.sketch.article:
        return "updates", f"from {left} to {right}, which the article itself says"
    if _agree(earlier, later) and not (is_later and _is_rise(earlier, later)):
        return "restates", f"{right} lies within {left}" if _lies_within(later, earlier) else f"{left} and {right} may both hold"
    one = is_one_counter(earlier, later)
    who = {True: "the same counter", False: "another counter", None: "whose count is not said of both"}[one]
    if earlier.is_scale or later.is_scale:
        return "unclear", f"{left} and {right}, {who}; one of them only tells a scale"
    if is_later is None:
        return "unclear", f"{left} and {right}, {who}; one of them has no date"
    if is_later:
        return _relate_later(earlier, later, one, f"from {left} to {right}, {who}")
    if (one is False or same_day == "written") and not _is_one_place(earlier, later):
        return "unclear", f"{left} and {right} for the same day, {who}; one of them names no place"
    if one is False:
        return "contradicts", f"{left} and {right} for the same day, by two counters"
    if same_day == "written":
        return "contradicts", f"{left} and {right} for the same day, {who}"
    return "unclear", f"{left} and {right} published the same day, {who}; neither says as of when"


def _relate_later(earlier: Entry, later: Entry, one: bool | None, words: str) -> tuple[str, str]:
    """Return how a count for a later day relates to an earlier one that it does not agree with."""
    rises = later.number > earlier.number
    worst = "contradicts" if one is False and _is_one_place(earlier, later) else "unclear"
    if one:
        return "updates", f"{words}, on a later day"
    if earlier.figure.kind in RUNNING:
        if rises:
            return "updates", f"{words}, on a later day; such a count rises while more becomes known"
        return worst, f"{words}; a later count of this kind should not be lower"
    return worst, f"{words}, on a later day"


def _compare_days(earlier: Entry, later: Entry) -> tuple[bool | None, str | None]:
    """Return whether the second is for a later day (`None` = no telling), and for the same day where the day comes from."""
    left, right = earlier.day, later.day
    if left is None or right is None:
        return None, None
    if left.end < right.end and left.end <= right.start:
        return True, None
    return False, "written" if earlier.day_from == later.day_from == "written" else "published"


def _is_one_place(left: Entry, right: Entry) -> bool:
    """True when both name a place, which is one in their group, or none does: who names no place may count elsewhere, or more widely."""
    return (left.place is None) == (right.place is None)


def _agree(left: Entry, right: Entry) -> bool:
    """True when one number can be what both say."""
    (a, b), (c, d) = left.bounds, right.bounds
    return max(a, c) <= min(b, d)


def _lies_within(inner: Entry, outer: Entry) -> bool:
    (a, b), (c, d) = outer.bounds, inner.bounds
    return a <= c and d <= b


def _is_rise(earlier: Entry, later: Entry) -> bool:
    """True when "at least 10" is followed by more than ten of a count that only rises."""
    return earlier.figure.kind in RUNNING and math.isinf(earlier.bounds[1]) and later.number > earlier.number
