"""Which conditions each consequence of an article has: those the model ties to it, those its words open, and those it shares with the act beside it.

In: the tags of an article with its consequences and what the model believes. Out: conditions with their bearing, and what is granted.
Left to others: where clauses are (`clauses`, `verb_first`), how they bear (`bearings`), which acts are tied together (`coordination`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.commitments.bearings import is_whole, weigh_conditions
from onrecord.commitments.claims import SOFT, Claims
from onrecord.commitments.clauses import MAX_CHARS, find_clause, find_parallel, is_occasion, is_sentence_apart, reach_over_quotations
from onrecord.commitments.coordination import find_ties
from onrecord.commitments.grounds import find_groundless
from onrecord.commitments.joins import cut_joining
from onrecord.commitments.openers import load_openers
from onrecord.commitments.provisos import find_proviso
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.records import CONDITIONAL_KINDS, Attribution, Condition, Span, Tag
from onrecord.spans import SpanIndex

MIN_LINK = 0.5
FAR_CHARS = 160
"""A condition stands in the sentence of its consequence, or begins the next."""
BESIDE_CHARS = 12
"""So near to a consequence a condition belongs to it without a link."""
NEIGHBOURS = 3
"""So many consequences before and behind one may have the clause beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The conditions of a consequence in text order, and the clauses of what does not matter to it."""

    conditions: tuple[Condition, ...] = ()
    concessions: tuple[Span, ...] = ()

    @property
    def clauses(self) -> tuple[Condition, ...]:
        """Its conditions without the deadlines."""
        return tuple(c for c in self.conditions if c.kind in CONDITIONAL_KINDS)


class Conditions:
    """Binds the conditions of one article.

    Args:
        text: the article's text.
        claims: its tags and consequences.
        heads: those of the consequences that count, in text order, as indexes of tags.
        belief: how sure the model is that one tag depends on another.
        inverted: consequence -> its condition that begins with the verb.
        quoted: the article's quotations.
        named: its names and the words for holders.
        pack: its language's pack, or `None`.
        lang: its language.

    `ties` are those between neighbouring consequences.
    """

    def __init__(
        self, text: str, claims: Claims, heads: Sequence[int], belief: Mapping[tuple[int, int], float], inverted: Mapping[Span, Span],
        quoted: SpanIndex[Quote], named: SpanIndex[Span], pack: Pack | None, lang: str,
    ) -> None:  # fmt: skip
        self._text, self._claims, self._heads, self._inverted = text, claims, heads, inverted
        self._quoted, self._pack, self._lang = quoted, pack, lang
        self._places = [claims.tags[i].span for i in heads]
        groundless = find_groundless(text, claims.tags, pack, lang)
        self._members = _assign_conditions(claims.tags, belief, heads, text, quoted, groundless, lang)
        said = [span for around in claims.around.values() for span in (*around.source, *around.cue)]
        due = [tag.span for tag in claims.tags if tag.layer == "condition" and tag.label not in CONDITIONAL_KINDS]
        self.ties = find_ties(text, self._places, SpanIndex((span, (span,)) for span in sorted({*said, *due})), named, lang)

    def bind(self) -> dict[int, Bound]:
        """Return consequence -> its conditions."""
        bound = {index: self._read_tagged(index) for index in self._heads}
        if self._pack is not None:
            taken = SpanIndex((span, (span,)) for span in (*self._places, *(self._span(i) for group in self._members.values() for i in group)))
            for place, index in enumerate(self._heads):
                beside = self._heads[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
                bound[index] = self._add_worded(index, {k: bound[k] for k in beside if k != index}, bound[index], taken, self._pack)
            self._share(bound)
        return bound

    def _span(self, index: int) -> Span:
        return self._claims.tags[index].span

    def _weigh(self, index: int, conditions: Sequence[Condition]) -> Bound:
        quotes = self._quoted.across(self._span(index))
        told, demanded = index in self._claims.around, self._claims.forces[index] == "demand"
        kept, conceded = weigh_conditions(self._text, self._span(index), conditions, quotes, self._pack, self._lang, told=told, demanded=demanded)
        reached = reach_over_quotations(self._text, self._span(index), kept, self._quoted, self._lang)
        return Bound(conditions=tuple(reached), concessions=conceded)

    def _read_tagged(self, index: int) -> Bound:
        """Return the conditions that the model ties to a consequence, and the one that begins with its verb."""
        tags = self._claims.tags
        spans = {i: cut_joining(tags[i].span, self._text, self._pack, self._lang) for i in self._members.get(index, ())}
        ordered = sorted((Condition(span=span, kind=tags[i].label) for i, span in spans.items()), key=lambda c: c.span)
        clause = self._inverted.get(self._span(index))
        return self._weigh(index, _nest(ordered, Condition(span=clause, kind="trigger")) if clause is not None else ordered)

    def _add_worded(self, index: int, beside: Mapping[int, Bound], bound: Bound, taken: SpanIndex[Span], pack: Pack) -> Bound:
        """Return the conditions with those found by their words: a clause where the model found none, which none of the consequences beside has, and clauses that begin alike."""
        text, lang, consequence = self._text, self._lang, self._span(index)
        ordered = list(bound.conditions)
        if not bound.clauses:
            around = self._claims.around.get(index)
            others = [span for k in beside if not (span := self._span(k)).overlap(consequence) and not self._is_nested(span, consequence)]
            worded = find_clause(text, consequence, pack, lang, others) or self._find_proviso(index)
            if worded is None or any(self._has(k, one, worded.span) for k, one in beside.items()):
                return bound
            if around is not None and is_occasion(text, worded.span, lang) and _stands_behind(around, worded.span, consequence):
                return bound
            ordered = _nest(ordered, worded)
        near = taken.across(Span(start=max(0, consequence.start - MAX_CHARS), end=consequence.end + MAX_CHARS))
        widened = sorted((*ordered, *find_parallel(text, consequence, ordered, near, pack, lang)), key=lambda c: c.span)
        return replace(bound, conditions=self._weigh(index, widened).conditions) if widened != list(bound.conditions) else bound

    def _find_proviso(self, index: int) -> Condition | None:
        proviso = find_proviso(self._text, self._span(index), self._lang) if self._claims.forces[index] in SOFT else None
        return Condition(span=proviso, kind="prerequisite") if proviso is not None else None

    def _is_nested(self, span: Span, consequence: Span) -> bool:
        """True for words in a quotation within a quotation that a consequence is not in."""
        return any(quote.depth and quote.span.holds(span) and not quote.span.holds(consequence) for quote in self._quoted.across(span))

    def _has(self, index: int, bound: Bound, clause: Span) -> bool:
        """True when a consequence in the sentence of a clause has it."""
        return any(c.span.overlap(clause) for c in bound.clauses) and not is_sentence_apart(self._text, self._span(index), clause)

    def _share(self, bound: dict[int, Bound]) -> None:
        """Give each act without a condition those of the acts tied to it."""
        index_of = dict(zip(self._places, self._heads, strict=True))
        for tie in self.ties:
            left, right = index_of[tie.left], index_of[tie.right]
            clauses = [c for c in (bound[left].clauses or bound[right].clauses) if c.span.end <= tie.left.start]
            for index in (left, right) if tie.shares_before() else (left,):
                self._give(bound, index, clauses)
        for tie in reversed(self.ties):
            left, right = index_of[tie.left], index_of[tie.right]
            clauses = [c for c in (bound[right].clauses or bound[left].clauses) if c.span.start >= tie.right.end]
            for index in (left, right) if all(tie.shares_behind(self._text, c.span, self._lang) for c in clauses[:1]) else (right,):
                self._give(bound, index, clauses)

    def _give(self, bound: dict[int, Bound], index: int, clauses: Sequence[Condition]) -> None:
        if clauses and not bound[index].clauses:
            given = self._weigh(index, sorted((*bound[index].conditions, *clauses), key=lambda c: c.span))
            bound[index] = replace(bound[index], conditions=given.conditions)


def _stands_behind(around: Attribution, clause: Span, consequence: Span) -> bool:
    """True when a verb of saying stands between a clause and the consequence behind it."""
    return any(clause.start < cue.start and cue.end <= consequence.start for cue in around.cue)


def _nest(conditions: Sequence[Condition], clause: Condition) -> list[Condition]:
    """Return conditions with a whole clause, in text order: of what overlaps it only a deadline inside it stays."""
    kept = (c for c in conditions if not c.span.overlap(clause.span) or (c.kind not in CONDITIONAL_KINDS and clause.span.holds(c.span)))
    return sorted((*kept, clause), key=lambda c: c.span)


def _assign_conditions(
    tags: Sequence[Tag], belief: Mapping[tuple[int, int], float], heads: Sequence[int], text: str, quoted: SpanIndex[Quote], groundless: Collection[int], lang: str
) -> dict[int, list[int]]:  # fmt: skip
    """Return head -> its conditions, less the groundless: each goes to the head in its own sentence, there to the one it is linked to most surely, else to the one beside it.

    Without a link none goes to another sentence, or into or out of a quotation that begins like a sentence. One that an "and" ties to the act behind it is not that of the act before.
    """
    linked: dict[int, list[int]] = {}
    known = set(heads)
    for dependent, head in belief:
        if head in known:
            linked.setdefault(dependent, []).append(head)
    starts = [tags[h].span.start for h in heads]
    result: dict[int, list[int]] = {}
    for i, tag in enumerate(tags):
        if tag.layer != "condition" or i in groundless:
            continue
        at = bisect_left(starts, tag.span.start)
        found: list[tuple[bool, float, int, int]] = []
        for head in {*linked.get(i, ()), *heads[max(at - 2, 0) : at + 2]}:
            place, score = tags[head].span, belief.get((i, head), 0.0)
            gap = _gap(tag.span, place)
            if gap > FAR_CHARS or (score < MIN_LINK and gap > BESIDE_CHARS):
                continue
            apart = is_sentence_apart(text, tag.span, place)
            is_beside = not apart and "\n" not in _between(text, tag.span, place) and not _is_quoted_apart(text, tag.span, place, quoted)
            if score >= MIN_LINK or is_beside:
                found.append((not apart, score, -gap, head))
        behind = {head for near, _, gap, head in found if near and tags[head].span.start >= tag.span.end and -gap <= BESIDE_CHARS}
        if behind:
            found = [one for one in found if one[-1] in behind or not _is_tied_on(text, tags[one[-1]].span, tag.span, lang)]
        if found:
            result.setdefault(max(found)[-1], []).append(i)
    return result


def _is_tied_on(text: str, act: Span, clause: Span, lang: str) -> bool:
    """True for an act with a joining word as the first word between it and a clause behind it."""
    words = fold_text(text[act.end : clause.start], lang).replace(",", " ").split()
    return act.end <= clause.start and bool(words) and words[0] in load_openers(lang).joiners


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _is_quoted_apart(text: str, one: Span, other: Span, quoted: SpanIndex[Quote]) -> bool:
    """True when a quotation of a sentence or more holds one of two places and not the other."""
    quotes = {quote.span: quote for place in (one, other) for quote in quoted.across(place)}
    return any(quote.span.holds(one) != quote.span.holds(other) and is_whole(text, quote) for quote in quotes.values())


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)
