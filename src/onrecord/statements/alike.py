"""Whether two commitments are one position, whichever of them came first.

In: two tellings of which nobody knows the earlier one, and a commitment of each. Out: yes or no. Left to others: how like their words are (`positions.py`).
"""

from __future__ import annotations

from onrecord.names.keys import names_match
from onrecord.names.places import find_country
from onrecord.records import Commitment
from onrecord.statements.agreement import speakers_agree
from onrecord.statements.differences.logic import pair_conditions
from onrecord.statements.differences.pairing import Pair, find_forms
from onrecord.statements.opposites import are_opposite
from onrecord.statements.polarity import is_against, is_negated
from onrecord.statements.sides import Side

_FAMILIES = {"threat": "against", "refusal": "against", "promise": "for", "offer": "for", "demand": "of others", "warning": "of what comes"}
"""To take land back and not to give land up are two positions, however like their words are."""
_CLOSING = "\"'»«”“’‘)] "


def are_alike(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """Return whether one speaker, for sure, holds one party to commitments of one kind, both with a "not" or both without."""
    return bool(
        speakers_agree(left, right)
        and _FAMILIES[one.force] == _FAMILIES[other.force]
        and _hold_one(left, right, one, other)
        and (one.force != other.force or is_negated(left, left.pack, one.consequence) == is_negated(right, right.pack, other.consequence))
    )


def foretell_alike(pair: Pair, one: Commitment, other: Commitment) -> bool:
    """True when one speaker, for sure, threatens or refuses on a condition what he elsewhere says will come of it: whose doing it is then is a way of putting it.

    Of 760 invented pairs nine are so, all of one position. Measured November 2026.
    """
    forces = {one.force, other.force}
    if "warning" not in forces or not forces & {"threat", "refusal"} or one.inner_voice or other.inner_voice or not speakers_agree(pair.left, pair.right):
        return False
    both = pair_conditions(pair, one, other)[0]
    return any(is_negated(pair.left, pair.left.pack, a.span) == is_negated(pair.right, pair.right.pack, b.span) for a, b in both)


def is_question(side: Side) -> bool:
    """True when a telling asks something: a reporter's question is nobody's position. A demand is told with the same words ("asked them to leave") and is none."""
    last, text = side.attribution.content[-1], side.article.text
    if last.of(text).rstrip(_CLOSING).endswith("?") or text[last.end : last.end + 2].lstrip(_CLOSING).startswith("?"):
        return True
    asks = side.pack is not None and any(key == "asking" for key, _ in find_forms(side, side.pack.cues, side.attribution.cue))
    return asks and all(c.force != "demand" for c in side.commitments)


def may_hold_one(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """True when both surely hold one party; or one speaker, for sure, holds a party of which it is not known that it is another one ("the union"), or now himself, now a land that may be his own."""
    if _hold_one(left, right, one, other):
        return True
    if one.inner_voice or other.inner_voice or not speakers_agree(left, right):
        return False
    return None in (_find_holder(left, one)[0], _find_holder(right, other)[0]) or _may_speak_for(left, one, right, other) or _may_speak_for(right, other, left, one)


def _may_speak_for(side: Side, own: Commitment, other: Side, lands: Commitment) -> bool:
    """True when one commitment is its speaker's own, for a land that is not told, and the other one that of a land or place."""
    name, land = _find_holder(other, lands)
    is_own = side.attribution.speaker is not None and _find_holder(side, own) == (side.attribution.speaker, None)
    return is_own and (land is not None or any(m.kind == "place" and m.canonical == name for m in other.mentions))


def _hold_one(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """True when both hold the same party, or parties of one country; of others whose words are quoted, and of pronouns nobody resolved, it is not known."""
    if one.inner_voice or other.inner_voice:
        return False
    (a, here), (b, there) = _find_holder(left, one), _find_holder(right, other)
    return a is not None and b is not None and (a == b or names_match(a, b) or (here is not None and here == there))


def _find_holder(side: Side, commitment: Commitment) -> tuple[str | None, str | None]:
    """Return who is held and his country (ISO code): the speaker where no holder is written."""
    speaker = side.attribution.speaker
    name = speaker if commitment.holder is None else commitment.holder_canonical
    if name is None:
        return None, None
    if speaker is not None and (name == speaker or names_match(name, speaker)):
        return speaker, side.country
    return name, find_country(name, side.lang) or find_country(name, "en")


def agree_in_polarity(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """True when both commit to an act, or both against it: a refusal to sell is what a promise not to sell is, and neither is a promise to sell; "to refuse a sale" is told as either.

    Of opposite acts one must have the "not": who will not suspend a thing may resume it.
    """
    here, there = is_against(left, left.pack, one), is_against(right, right.pack, other)
    if are_opposite(left, right, one, other):
        return here != there
    if here == there:
        return True
    (side, act), (contrary, against) = ((right, other), (left, one)) if here else ((left, one), (right, other))
    return not is_negated(contrary, contrary.pack, against.consequence) and _refuses(side, act)


def _refuses(side: Side, commitment: Commitment) -> bool:
    """True when what is to come is told with a verb of refusing ("overtime would be refused")."""
    return side.pack is not None and any(key == "refusing" for key, _ in find_forms(side, side.pack.cues, (commitment.consequence,)))
