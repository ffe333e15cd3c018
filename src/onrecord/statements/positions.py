"""Positions over time: which later telling takes up what an earlier one commits to.

In: the tellings of two articles. Out: `Recall`s. Left to others: which articles are compared (`run`), which statements the
tellings are of (`lifting.py`), what comes true (`signs.py`), what makes two positions alike whatever their order (`alike.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.ids import make_id
from onrecord.kinship import Recall
from onrecord.records import CONDITIONAL_KINDS, Commitment, Span
from onrecord.statements.agreement import speakers_agree
from onrecord.statements.alike import agree_in_polarity, are_alike, foretell_alike, is_question, may_hold_one
from onrecord.statements.bridges import find_word_bridges
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.extent import agree_in_extent
from onrecord.statements.match import Matcher
from onrecord.statements.opposites import are_opposite
from onrecord.statements.polarity import is_against
from onrecord.statements.postponing import find_putting_off
from onrecord.statements.regardless import find_regardless
from onrecord.statements.sides import Side
from onrecord.statements.staying import is_left_undone
from onrecord.statements.withdrawals import find_withdrawal, list_given_up

MADE_BY = "positions@13"
SAME_POSITION = 0.5
"""Least likeness of two consequences of one speaker to be one position. Measured by `training/settle_positions.py`: see docs/quality.md."""
CHANGED_POSITION = 0.7
"""Least likeness to say that a position hardened or softened: a change that is none misleads more than one missed."""
REFUSED_AGAIN = 0.6
"""The same for two commitments not to do something to be alike: the "not" is half of what they say. Of the invented pairs between .55 and .65 three of four take one another up, as of those above."""
FREED_POSITION = 0.9
"""Least likeness to say that a position no longer hangs on a condition: a repeat often tells its condition where no clause is found, or not at all."""
DROPPED_POSITION = 0.4
"""Least likeness of what a speaker gives up to what he committed to: that he gives something up is said in words and rarely wrong."""
_ACTS = frozenset({"threat", "promise"})
"""Commitments to do something that a later "not" takes back; after an offer it hardens."""
_HARD = frozenset({"threat", "refusal"})
"""From an offer to these a position hardened. The other way, and between these and a promise, it mostly has not: one act is told as either ("will close the plant")."""


def find_recalls(left: Sequence[Side], right: Sequence[Side], matcher: Matcher) -> Iterator[Recall]:
    """Yield which telling of one article takes up which of the other's, for each commitment; where a day is not known, both ways, and none of one day.

    Args:
        left: the tellings of the article with the smaller id.
        right: those of the other.
        matcher: gives word vectors.
    """
    if not any(side.commitments for side in (*left, *right)):
        return
    left, right = ([side for side in sides if not is_question(side)] for sides in (left, right))
    for one in left:
        for other in right:
            if (one.commitments or other.commitments) and (agree := speakers_agree(one, other)) is not False and _is_one_matter(one, other, is_one_speaker=agree is True):
                for earlier, later in _orders(one, other):
                    for found in _take_up(earlier, later, matcher):
                        yield Recall(
                            id=make_id("recall", earlier.attribution.id, later.attribution.id, *filter(None, found.commitments)), left=one.article.id, right=other.article.id,
                            earlier=earlier.attribution.id, later=later.attribution.id, likeness=found.likeness, relation=found.relation, reason=found.reason,
                            spans=found.spans if earlier is one else found.spans[::-1], alike=found.alike, commitments=found.commitments, made_by=MADE_BY,
                        )  # fmt: skip


def _orders(left: Side, right: Side) -> list[tuple[Side, Side]]:
    a, b = find_own_day(left), find_own_day(right)
    if a and b:
        return [] if a == b else [(left, right) if a < b else (right, left)]
    return [(left, right), (right, left)]


def _is_one_matter(left: Side, right: Side, *, is_one_speaker: bool) -> bool:
    """True when two tellings share a name or a word: what articles that are about something else need not be looked at for.

    Across languages a word is shared by its bridges, and only of one speaker. They let 4 of 6,000 pairs of invented tellings about two matters
    through to be called a repeat, where names alone let none; words of one language let 35. Measured November 2026.
    """
    if left.names & right.names:
        return True
    if left.lang == right.lang:
        return not {stem for _, stem in left.words}.isdisjoint(stem for _, stem in right.words)
    return is_one_speaker and not find_word_bridges(left).isdisjoint(find_word_bridges(right))


def find_own_day(side: Side) -> str | None:
    """Return when a telling's article says it was said, else when the article was published."""
    day = side.attribution.said_at or side.article.published
    return day.start if day else None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Found:
    """How a later telling takes up an earlier one; `spans` are the words of both that show it, `commitments` and `alike` as in `Recall`."""

    likeness: float
    relation: str
    reason: str
    spans: tuple[Span, Span]
    commitments: tuple[str, str | None]
    alike: bool = False


def _take_up(earlier: Side, later: Side, matcher: Matcher) -> Sequence[_Found]:
    """Return how a later telling takes up what an earlier one commits to: gives it up, or takes up each commitment that it has one like."""
    if not earlier.commitments:
        return ()
    given_up = _find_drop(earlier, later, matcher)
    return (given_up,) if given_up is not None else _recall(earlier, later, matcher)


def _recall(earlier: Side, later: Side, matcher: Matcher) -> list[_Found]:
    """Return what holds between the commitments of two tellings that are like each other."""
    if not later.commitments:
        return []
    pair = Pair(earlier, later, matcher.words(earlier), matcher.words(later))
    found: list[_Found] = []
    for a, b in pair_commitments(pair):
        likeness = round(pair.likeness(a.consequence, b.consequence), 4)
        foretold = foretell_alike(pair, a, b) and not (are_opposite(earlier, later, a, b) and not agree_in_polarity(earlier, later, a, b))
        if likeness >= SAME_POSITION and (foretold or _own(a) == _own(b)):
            relation = _tell_repeat(likeness, pair, a, b) if foretold else _relate(likeness, pair, a, b)
            if relation is not None and (relation.relation != "repeats" or foretold or may_hold_one(earlier, later, a, b)):
                least = REFUSED_AGAIN if is_against(earlier, earlier.pack, a) and is_against(later, later.pack, b) else CHANGED_POSITION
                is_one = foretold or (relation.relation != "drops" and are_alike(earlier, later, a, b) and not _is_contrary(likeness, pair, a, b))
                found.append(replace(relation, alike=likeness >= least and is_one))
    return found


def _is_contrary(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> bool:
    """True when one of two commitments, to opposite acts or in much the same words, is to do something, the other not to; in other words a "not" may stand for another verb ("close" / "not open")."""
    is_known = likeness >= CHANGED_POSITION or are_opposite(pair.left, pair.right, left, right)
    return is_known and not agree_in_polarity(pair.left, pair.right, left, right)


def _take_back(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> _Found | None:
    """Return that one party says in the same words, and without any condition, that it will not do what it would; `None` where what changed may be more, or less, than that.

    What ends a refusal takes nothing back: "no talks" after "talks once the guns are silent" may say the same. Nor does an opposite act: what reopens may have been closed as announced.
    """
    if (
        likeness < FREED_POSITION
        or are_opposite(pair.left, pair.right, left, right)
        or left.force not in _ACTS
        or is_against(pair.left, pair.left.pack, left)
        or right.conditional
        or not speakers_agree(pair.left, pair.right)
    ):
        return None
    if any(c.kind == "prerequisite" for c in left.conditions) or not may_hold_one(pair.left, pair.right, left, right):
        return None
    return replace(_tell_repeat(likeness, pair, left, right), relation="drops")


def _put_off(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> _Found | None:
    """Return that one party puts off what it would do; `None` for what it would not do, or refuses to put off."""
    is_act = left.force in (*_ACTS, "offer") and not is_against(pair.left, pair.left.pack, left) and not is_against(pair.right, pair.right.pack, right)
    if likeness < SAME_POSITION or not is_act or not speakers_agree(pair.left, pair.right) or not may_hold_one(pair.left, pair.right, left, right):
        return None
    return replace(_tell_repeat(likeness, pair, left, right), relation="softens", reason=f"put off: `{pair.right.cut(right.consequence)}`")


def _leave_undone(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> _Found | None:
    """Return that one speaker says that what he would end stays as it is; `None` where another one says it, or of another party."""
    if not speakers_agree(pair.left, pair.right) or not may_hold_one(pair.left, pair.right, left, right):
        return None
    return replace(_tell_repeat(likeness, pair, left, right), relation="drops")


def _find_drop(earlier: Side, later: Side, matcher: Matcher) -> _Found | None:
    """Return that the same speaker gives up what is told earlier; `None` when he says no such thing, or of another matter."""
    words = find_withdrawal(later) if speakers_agree(earlier, later) else None
    if words is None:
        return None
    pair = Pair(earlier, later, matcher.words(earlier), matcher.words(later))
    given_up = list_given_up(later, words)
    likeness, consequence, id = max((round(pair.likeness_of_words(c.consequence, given_up), 4), c.consequence, c.id) for c in earlier.commitments)
    if likeness < DROPPED_POSITION:
        return None
    reason = f"`{later.cut(words)}` now, of `{earlier.cut(consequence)}` then"
    return _Found(likeness=likeness, relation="drops", reason=reason, spans=(consequence, words), commitments=(id, None))


def _is_hard(commitment: Commitment) -> bool:
    return commitment.force in _HARD


def _own(commitment: Commitment) -> bool:
    return commitment.force not in ("demand", "warning")


def _relate(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> _Found | None:
    """Return whether the later commitment repeats, hardens, softens or drops the earlier one, and why; `None` when what changed may mean either, or may be none.

    That a state stays takes back the deed that would end it. That something hangs on nothing any more hardens it only where it is the same threat or refusal.
    Of contrary acts the later one hardens an offer, or softens what was to come or not to come in any case ("will never vote for it" / "will, if ..."), but never by a threat.
    """
    _, dropped, added = pair_conditions(pair, left, right)
    spans = left.consequence, right.consequence
    words = find_regardless(pair.right, right) if left.conditional else None
    if left.force in _ACTS and is_left_undone(pair.left, left, pair.right, right):
        return _leave_undone(likeness, pair, left, right) if words is not None or not right.conditional else None
    if right.force == "threat" and not left.conditional and is_left_undone(pair.right, right, pair.left, left):
        return None
    put_off = find_putting_off(pair.right, right)
    if (put_off is None) != (find_putting_off(pair.left, left) is None):
        return _put_off(likeness, pair, left, right) if put_off is not None else None
    is_contrary = _is_contrary(likeness, pair, left, right)
    is_offer = left.force == "offer" or (left.readiness and right.force == "refusal")
    if is_contrary and not is_offer and not (added and left.force == "refusal" and not left.conditional and right.force != "threat"):
        return _take_back(likeness, pair, left, right)
    if is_offer and right.force in _HARD:
        relation, least, reason = "hardens", CHANGED_POSITION, f"{'readiness' if left.readiness else left.force} then, {right.force} now"
    elif words is not None and likeness < CHANGED_POSITION:
        return None
    elif words is not None and left.force in _HARD and right.force in _HARD:
        then = next(c.span for c in left.conditions if c.kind in CONDITIONAL_KINDS)
        relation, least, reason = "hardens", CHANGED_POSITION, f"`{pair.left.cut(then)}` then, `{pair.right.cut(words)}` now"
        spans = left.consequence.cover(then), right.consequence.cover(words)
    elif (added and not left.conditional and _is_headed(pair.left)) or (dropped and not right.conditional and _is_headed(pair.right)):
        return None
    elif added and not left.conditional:
        relation, least, reason, spans = "softens", CHANGED_POSITION, f"new condition `{pair.right.cut(added[0].span)}`", (left.consequence, right.consequence.cover(added[0].span))
    elif dropped and not right.conditional and (_is_hard(left) == _is_hard(right) or {left.force, right.force} == _ACTS):
        relation, least, reason = "hardens", FREED_POSITION, f"no longer on the condition `{pair.left.cut(dropped[0].span)}`"
        spans = left.consequence.cover(dropped[0].span), right.consequence
    elif _is_hard(left) != _is_hard(right) or (added and not dropped):
        return None
    else:
        return None if is_contrary or not agree_in_extent(pair.left, pair.right, left, right) else _tell_repeat(likeness, pair, left, right)
    return _Found(likeness=likeness, relation=relation, reason=reason, spans=spans, commitments=(left.id, right.id)) if likeness >= least else None


def _is_headed(side: Side) -> bool:
    """True for a telling in a headline or subhead, which has no room for a condition."""
    return side.article.heading_of(side.attribution.span) is not None


def _tell_repeat(likeness: float, pair: Pair, left: Commitment, right: Commitment) -> _Found:
    reason = f"`{pair.left.cut(left.consequence)}` then, `{pair.right.cut(right.consequence)}` now"
    return _Found(likeness=likeness, relation="repeats", reason=reason, spans=(left.consequence, right.consequence), commitments=(left.id, right.id))
