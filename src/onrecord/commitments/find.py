"""The stage: from an encoded article to its commitments.

In: `Article`, `Encoding`, attributions, mentions, language pack. Out: `Commitment`s in text order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ids import make_id
from onrecord.languages.pack import Pack, fold_text
from onrecord.names.places import country_name, find_country
from onrecord.records import CONDITIONAL_KINDS, Article, Attribution, Commitment, Condition, Encoding, Mention, Span, Tag

MADE_BY = "commitments@1"
MIN_FORCE = 0.35
MIN_LINK = 0.5


def find_commitments(
    article: Article, encoding: Encoding, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None
) -> Iterator[Commitment]:
    """Yield the commitments of an article in text order.

    A condition, holder or addressee goes to the consequence the model links it to most surely; a condition without
    a link to the consequence of its sentence.
    """
    tags = encoding.tags
    belief = {(k.dependent, k.head): k.confidence for k in encoding.links}
    heads = [i for i, tag in enumerate(tags) if tag.layer == "force" and tag.confidence >= MIN_FORCE]
    for index in heads:
        head = tags[index]
        conditions = [tags[i] for i in _members(tags, belief, heads, index, "condition", article.text)]
        parties = {label: _best(tags, belief, index, label) for label in ("holder", "addressee")}
        holder, addressee = parties["holder"], parties["addressee"]
        ordered = sorted((Condition(span=c.span, kind=c.label) for c in conditions), key=lambda c: c.span)
        around = next((a for a in attributions if any(c.holds(head.span) or c.overlap(head.span) * 2 > head.span.end - head.span.start for c in a.content)), None)
        holder_name = _canonical(article, holder, attributions, mentions, around)
        yield Commitment(
            id=make_id("commitment", article.id, head.span.start, head.span.end),
            article=article.id,
            holder=holder.span if holder else None,
            holder_canonical=holder_name or (around.speaker if around and not holder else None),
            force=head.label,
            consequence=head.span,
            conditions=tuple(ordered),
            operator=find_operator(article.text, head.span, ordered, pack, article.lang or "en"),
            addressee=addressee.span if addressee else None,
            addressee_canonical=_canonical(article, addressee, attributions, mentions, None),
            conditional=any(c.kind in CONDITIONAL_KINDS for c in ordered),
            attribution=around.id if around else None,
            confidence=head.confidence,
            made_by=MADE_BY,
        )


def _members(tags: Sequence[Tag], belief: dict[tuple[int, int], float], heads: Sequence[int], index: int, layer: str, text: str) -> list[int]:
    """Return the tags of a layer whose best head is `index`."""
    result = []
    for i, tag in enumerate(tags):
        if tag.layer != layer:
            continue
        scored = sorted(((belief.get((i, h), 0.0), -_gap(tag.span, tags[h].span), h) for h in heads), reverse=True)
        if not scored:
            continue
        score, gap, best = scored[0]
        if best == index and (score >= MIN_LINK or (-gap <= 12 and "\n" not in text[min(tag.span.end, tags[best].span.end) : max(tag.span.start, tags[best].span.start)])):
            result.append(i)
    return result


def _best(tags: Sequence[Tag], belief: dict[tuple[int, int], float], index: int, label: str) -> Tag | None:
    """Return the tag of a label that belongs to a consequence most surely; one inside it counts without a link."""
    scored = []
    for i, tag in enumerate(tags):
        if tag.label != label:
            continue
        score = belief.get((i, index), 0.0)
        if score >= MIN_LINK or tags[index].span.holds(tag.span):
            scored.append((score, tag.confidence, -i))
    return tags[-max(scored)[2]] if scored else None


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)


def find_operator(text: str, consequence: Span, conditions: Sequence[Condition], pack: Pack | None, lang: str) -> str | None:
    """Return how conditions are joined, by wording alone: "and" = `all`; "or", or a bare list = `any`; `None` under two.

    Deadlines do not count, as they are joined by nothing. Source: GUIDE of the commitment gold, field `operator`.
    """
    joined = [c for c in conditions if c.kind in CONDITIONAL_KINDS]
    if len(joined) < 2:
        return None
    words_all = set(pack.conditions["all"]) if pack else {"and"}
    words_any = set(pack.conditions["any"]) if pack else {"or"}
    for left, right in zip(joined, joined[1:], strict=False):
        between = text[left.span.end : right.span.start]
        if consequence.overlap(Span(start=left.span.end, end=max(right.span.start, left.span.end))):
            continue
        words = set(fold_text(between, lang).replace(",", " ").split())
        if words & words_all:
            return "all"
        if words & words_any:
            return "any"
    return "any"


def _canonical(article: Article, tag: Tag | None, attributions: Sequence[Attribution], mentions: Sequence[Mention], around: Attribution | None) -> str | None:
    """Return the canonical name of a holder or addressee: a name in it, the speaker it repeats, or the one speaking ("we")."""
    if tag is None:
        return None
    inside = [m for m in mentions if tag.span.overlap(m.span) * 2 > m.span.end - m.span.start]
    person = next((m for m in inside if m.kind == "person"), None)
    if person is not None:
        return person.canonical
    spoken = next((a for a in attributions if any(s.overlap(tag.span) for s in a.source)), None)
    if spoken is not None:
        return spoken.speaker
    if inside:
        code = find_country(inside[0].span.of(article.text), article.lang)
        return (country_name(code) if code else None) or inside[0].canonical
    if around is not None and len(tag.span.of(article.text).split()) == 1:
        return around.speaker
    return None
