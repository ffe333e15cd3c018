"""Whether two tellings can be one utterance at all: same story, no other speaker, days that meet.

In: pairs of `Side`s. Out: yes, no, or unknown. Left to others: how surely they are (`match.py`).
"""

from __future__ import annotations

from onrecord.names.keys import names_match
from onrecord.statements.sides import Side

INSTITUTIONS = ("organisation", "state", "seat of government", "place")
"""How `Attribution.speaker_how` begins when it is no person who speaks."""


def speakers_agree(left: Side, right: Side) -> bool | None:
    """Return whether both have the same speaker; `None` when one is unknown or a state speaks for a person's own."""
    return names_agree(speaker_key(left), speaker_key(right))


def speaker_key(side: Side) -> tuple[str | None, bool]:
    """Return who speaks, and whether it is an institution."""
    return side.attribution.speaker, side.attribution.speaker_how.startswith(INSTITUTIONS)


def names_agree(left: tuple[str | None, bool], right: tuple[str | None, bool]) -> bool | None:
    """Return what `speakers_agree` says of the sides that have these keys."""
    a, b = left[0], right[0]
    if a is None or b is None:
        return None
    if a == b or names_match(a, b):
        return True
    return None if left[1] or right[1] else False


def may_be_one(left: Side, right: Side) -> bool:
    """False when two tellings cannot be one utterance: other stories, other persons, other weekdays, days that do not meet, one inside the other's words."""
    if left.story != right.story or speakers_agree(left, right) is False:
        return False
    if left.article.id == right.article.id and left.attribution.span.overlap(right.attribution.span):
        return False
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return False
    a, b = left.attribution.said_at, right.attribution.said_at
    return not (a and b and (a.end <= b.start or b.end <= a.start))
