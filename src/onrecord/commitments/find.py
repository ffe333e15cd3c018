"""The stage: from an encoded article to its commitments.

In: `Article`, `Encoding`, attributions, mentions, language pack. Out: `Commitment`s in text order.
Left to others: what the canonical name of a party is (`parties`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from onrecord.commitments.clauses import find_clause
from onrecord.commitments.parties import Parties
from onrecord.confidence.calibrate import calibrate
from onrecord.ids import make_id
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Article, Attribution, Commitment, Condition, Encoding, Mention, Span, Tag

MADE_BY = "commitments@1"
MIN_FORCE = 0.2
MIN_WORD_FORCE = 0.4
"""Least confidence of a consequence, and of one of a single word. Source: matched F1 on commitments (development part), November 2026:
model version 3: 59.7 here, 59.5 at 0.25 and 0.5; it hardly matters."""
MIN_LINK = 0.5
FAR_CHARS = 160
"""A condition stands in the sentence of its consequence, or begins the next."""
JOIN_WORDS = 5
"""The word that joins a condition to the one before stands at most so many words before it."""
_WORD = re.compile(r"[\w/'’&-]+")
_GOES_ON = re.compile(r"\s+[^\W_]|\s+[\"'“„«‘(]")
BESIDE_CHARS = 12
"""So near to a consequence a condition belongs to it without a link."""


def find_commitments(article: Article, encoding: Encoding, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None) -> Iterator[Commitment]:
    """Yield the commitments of an article in text order.

    A condition, holder or addressee goes to the consequence the model links it to most surely; a condition without
    a link to the consequence of its sentence.
    """
    tags = encoding.tags
    belief = {(k.dependent, k.head): k.confidence for k in encoding.links}
    heads = [i for i, tag in enumerate(tags) if tag.layer == "force" and _is_claim(tag, article.text)]
    members = _assign_conditions(tags, belief, heads, article.text)
    parties = {label: _assign_parties(tags, belief, heads, label) for label in ("holder", "addressee")}
    names = Parties(article, attributions, mentions, pack)
    around_of = _find_around(tags, heads, attributions)
    for index in heads:
        head = tags[index]
        around = around_of.get(index)
        held, addressed = parties["holder"].get(index), parties["addressee"].get(index)
        holder = held.span if held else names.speaker_span(around) if around else None
        spans = {i: _cut_joining(tags[i].span, article.text, pack, article.lang or "en") for i in members.get(index, ())}
        ordered = sorted((Condition(span=span, kind=tags[i].label) for i, span in spans.items()), key=lambda c: c.span)
        if pack is not None and not any(c.kind in CONDITIONAL_KINDS for c in ordered):
            worded = find_clause(article.text, head.span, pack, article.lang or "en")
            if worded is not None:
                ordered = sorted((*(c for c in ordered if not c.span.overlap(worded.span)), worded), key=lambda c: c.span)
        yield Commitment(
            id=make_id("commitment", article.id, head.span.start, head.span.end),
            article=article.id,
            holder=holder,
            holder_canonical=names.resolve(held.span, around) if held else around.speaker if around else None,
            force=head.label,
            consequence=head.span,
            conditions=tuple(ordered),
            operator=find_operator(article.text, head.span, ordered, pack, article.lang or "en"),
            addressee=addressed.span if addressed else None,
            addressee_canonical=names.resolve(addressed.span, None) if addressed else None,
            conditional=any(c.kind in CONDITIONAL_KINDS for c in ordered),
            attribution=around.id if around else None,
            confidence=calibrate("commitment", head.confidence),
            made_by=MADE_BY,
        )


def _cut_joining(span: Span, text: str, pack: Pack | None, lang: str) -> Span:
    """Return a condition without the "and" or "or" it ends with, where the sentence goes on: that joins it to what follows, and is read there (`find_operator`)."""
    words = list(_WORD.finditer(text, span.start, span.end))
    if pack is None or len(words) < 2 or words[-1].end() < span.end or not _GOES_ON.match(text, span.end):
        return span
    if fold_text(words[-1][0], lang) not in (*pack.conditions["all"], *pack.conditions["any"]):
        return span
    return Span(start=span.start, end=words[-2].end())


def _is_claim(tag: Tag, text: str) -> bool:
    """True for a consequence that is sure enough; a single word must be surer, as it is a scrap of a clause more often than not."""
    return tag.confidence >= (MIN_FORCE if len(tag.span.of(text).split()) > 1 else MIN_WORD_FORCE)


def _assign_conditions(tags: Sequence[Tag], belief: Mapping[tuple[int, int], float], heads: Sequence[int], text: str) -> dict[int, list[int]]:
    """Return head -> its conditions: each goes to the head it is linked to most surely, else to the one beside it."""
    linked: dict[int, list[int]] = {}
    known = set(heads)
    for dependent, head in belief:
        if head in known:
            linked.setdefault(dependent, []).append(head)
    starts = [tags[h].span.start for h in heads]
    result: dict[int, list[int]] = {}
    for i, tag in enumerate(tags):
        if tag.layer != "condition":
            continue
        at = bisect_left(starts, tag.span.start)
        candidates = {*linked.get(i, ()), *heads[max(at - 2, 0) : at + 2]}
        if not candidates:
            continue
        score, nearness, best = max((belief.get((i, h), 0.0), -_gap(tag.span, tags[h].span), h) for h in candidates)
        between = text[min(tag.span.end, tags[best].span.end) : max(tag.span.start, tags[best].span.start)]
        if -nearness <= FAR_CHARS and (score >= MIN_LINK or (-nearness <= BESIDE_CHARS and "\n" not in between)):
            result.setdefault(best, []).append(i)
    return result


def _assign_parties(tags: Sequence[Tag], belief: Mapping[tuple[int, int], float], heads: Sequence[int], label: str) -> dict[int, Tag]:
    """Return head -> the tag of a label that belongs to it most surely; one inside it counts without a link."""
    known = set(heads)
    scored: dict[int, tuple[float, float, int]] = {}

    def offer(head: int, i: int) -> None:
        scored[head] = max(scored.get(head, (-1.0, 0.0, 0)), (belief.get((i, head), 0.0), tags[i].confidence, -i))

    for (dependent, head), confidence in belief.items():
        if head in known and tags[dependent].label == label and confidence >= MIN_LINK:
            offer(head, dependent)
    mine = [i for i, tag in enumerate(tags) if tag.label == label]
    starts = [tags[i].span.start for i in mine]
    for head in heads:
        span = tags[head].span
        for i in mine[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if span.holds(tags[i].span):
                offer(head, i)
    return {head: tags[-place] for head, (_, _, place) in scored.items()}


def _find_around(tags: Sequence[Tag], heads: Sequence[int], attributions: Sequence[Attribution]) -> dict[int, Attribution]:
    """Return head -> the first attribution whose content holds most of it."""
    contents = sorted((span, order) for order, a in enumerate(attributions) for span in a.content)
    starts = [span.start for span, _ in contents]
    reach = list(accumulate((span.end for span, _ in contents), max))
    result: dict[int, Attribution] = {}
    for head in heads:
        span = tags[head].span
        at = bisect_left(starts, span.end) - 1
        found = len(attributions)
        while at >= 0 and reach[at] > span.start:
            content, order = contents[at]
            if content.overlap(span) * 2 > span.end - span.start:
                found = min(found, order)
            at -= 1
        if found < len(attributions):
            result[head] = attributions[found]
    return result


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)


def find_operator(text: str, consequence: Span, conditions: Sequence[Condition], pack: Pack | None, lang: str) -> str | None:
    """Return how conditions are joined, by wording alone: "and" = `all`; "or", or a bare list = `any`; `None` under two.

    Deadlines do not count, as they are joined by nothing. Source: GUIDE of the commitment gold, field `operator`.
    """
    joined = [c for c in conditions if c.kind in CONDITIONAL_KINDS]
    if len(joined) < 2:
        return None
    words_all = pack.conditions["all"] if pack else ("and",)
    words_any = pack.conditions["any"] if pack else ("or",)
    for left, right in pairwise(joined):
        if consequence.overlap(Span(start=left.span.end, end=max(right.span.start, left.span.end))):
            continue
        words = _WORD.findall(fold_text(text[left.span.end : right.span.start], lang))
        between = f" {' '.join(words[-JOIN_WORDS:])} "
        if any(f" {form} " in between for form in words_all):
            return "all"
        if any(f" {form} " in between for form in words_any):
            return "any"
    return "any"
