"""Which retelling of an article leads in a quotation of what it tells, or sums one up: "a vote would force her to leave, she admitted. “If a vote is held, we go,” she said."

In: the sides of an article. Out: telling -> quotation. The quotation says more, so that the words of both never agree on either side; what both commit their speaker to does, and on what.
Left to others: whether days or speakers keep the two apart (`features.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.records import CONDITIONAL_KINDS, Commitment, Mention, Span
from onrecord.statements.again import KINDS
from onrecord.statements.agreement import speakers_agree
from onrecord.statements.alike import may_hold_one
from onrecord.statements.bridges import place_matter
from onrecord.statements.contrary import measure_likeness
from onrecord.statements.forms import PlainText
from onrecord.statements.polarity import is_negated
from onrecord.statements.sameness import Nature, are_apart, bind_alike, read_nature
from onrecord.statements.sides import FloatArray, Side, content_vectors
from onrecord.statements.space import Space
from onrecord.statements.words import STEM_CHARS

NEAR_CHARS = 250
"""Code points between a retelling and its quotation: a few words for who speaks, or the question that was asked."""
MOST_BETWEEN = 1
"""Tellings between both: that question."""
ONE_OUTCOME = 0.4
"""Least likeness of what is to come of it, the mean over the words of the shorter of their best cosine in the other, where they share no word. Of invented lead-ins in eleven languages
eight reach it, and one where something else is to come of the same condition. A first setting, November 2026."""


def find_leads(sides: Sequence[Side], mentions: Sequence[Mention], space: Space) -> dict[str, str]:
    """Return telling id -> id of the quotation that it leads in, or sums up after it.

    Args:
        sides: those of one article, in text order.
        mentions: all names in it.
        space: the one that words are compared in.
    """
    reader = _Reader(mentions, space)
    found: dict[str, str] = {}
    for at, side in enumerate(sides):
        quotation = None if side.attribution.type == "direct" or not side.commitments else next(_list_quotations(sides, at), None)
        if quotation is not None and reader.is_in(side, quotation):
            found[side.attribution.id] = quotation.attribution.id
    return found


def _list_quotations(sides: Sequence[Side], at: int) -> Iterator[Side]:
    """Yield the quotations of the same speaker that stand near to a telling, those behind it first."""
    told = sides[at]
    for other in (*sides[at + 1 : at + 2 + MOST_BETWEEN], *sides[max(at - 1 - MOST_BETWEEN, 0) : at][::-1]):
        first, second = sorted((told.attribution.span, other.attribution.span))
        if other.attribution.type == "direct" and second.start - first.end <= NEAR_CHARS and speakers_agree(told, other):
            yield other


class _Reader:
    """Reads what two tellings of one article commit to.

    Args:
        mentions: all names in it.
        space: the one that words are compared in.
    """

    def __init__(self, mentions: Sequence[Mention], space: Space) -> None:
        self._mentions, self._space = mentions, space

    def is_in(self, told: Side, quoted: Side) -> bool:
        """True when a quotation holds all that a retelling commits its speaker to, and on what."""
        return all(any(self._is_one(told, quoted, one, other) for other in quoted.commitments) for one in told.commitments)

    def _is_one(self, told: Side, quoted: Side, one: Commitment, other: Commitment) -> bool:
        if KINDS[one.force] != KINDS[other.force] or not may_hold_one(told, quoted, one, other):
            return False
        if is_negated(told, told.pack, one.consequence) != is_negated(quoted, quoted.pack, other.consequence):
            return False
        mine, theirs = self._list_natures(told, one), self._list_natures(quoted, other)
        return bool(mine) and all(any(_are_one(a, b) for b in theirs) for a in mine) and self._come_alike(told, quoted, one, other)

    def _list_natures(self, side: Side, commitment: Commitment) -> list[Nature]:
        """Return what must agree in each condition."""
        held = (c for c in commitment.conditions if c.kind in CONDITIONAL_KINDS and not c.empty)
        return [read_nature(side.article, side.pack, self._mentions, commitment, condition) for condition in held]

    def _come_alike(self, told: Side, quoted: Side, one: Commitment, other: Commitment) -> bool:
        """True when what is to come of both shares a word, or means the same."""
        if not self._list_stems(told, one.consequence).isdisjoint(self._list_stems(quoted, other.consequence)):
            return True
        mine, theirs = self._cut_words(told, one.consequence), self._cut_words(quoted, other.consequence)
        return bool(len(mine) and len(theirs)) and measure_likeness(mine, theirs) >= ONE_OUTCOME

    def _list_stems(self, side: Side, span: Span) -> frozenset[str]:
        """Return the stems of the words that say what a span is about."""
        inside = [m for m in self._mentions if span.holds(m.span)]
        words = place_matter(PlainText(side.article), side.pack, inside, span) if side.pack is not None else ()
        return frozenset(side.folded(at)[:STEM_CHARS] for at, _ in words)

    def _cut_words(self, side: Side, span: Span) -> FloatArray:
        """Return the vectors of the words in a span."""
        spans, vectors = content_vectors(side, self._space.centre)
        return self._space.narrow_words(vectors[[span.overlap(word) > 0 for word in spans]])


def _are_one(one: Nature, other: Nature) -> bool:
    """True when two conditions bind alike, exclude each other in nothing, and share a word of what they are about."""
    return bind_alike(one, other) and not are_apart([one], [other]) and not (one.words.isdisjoint(other.words) and one.events.isdisjoint(other.events))
