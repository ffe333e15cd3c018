"""The stage: from an encoded article to its commitments.

In: `Article`, `Encoding`, attributions, mentions, language pack. Out: `Commitment`s in text order.
Left to others: what the canonical name of a party is (`parties`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from onrecord.commitments.acts import find_act
from onrecord.commitments.bindings import Bindings
from onrecord.commitments.claims import WORDED, choose_force, read_claims
from onrecord.commitments.compelled import find_compelled
from onrecord.commitments.conditions import MIN_LINK, Conditions
from onrecord.commitments.coordination import share_threats
from onrecord.commitments.holders import find_addressee, find_holder, find_warner
from onrecord.commitments.joins import find_operator
from onrecord.commitments.nobody import is_nobody
from onrecord.commitments.parties import Parties
from onrecord.commitments.pieces import join_pieces
from onrecord.commitments.readiness import is_giving
from onrecord.commitments.relatives import add_relative
from onrecord.commitments.threats import DOUBTED, is_doubtful_threat, is_harmless, is_over
from onrecord.commitments.urged import find_asked, find_urged
from onrecord.commitments.verb_first import find_verb_first
from onrecord.commitments.voices import Voices
from onrecord.confidence.calibrate import calibrate
from onrecord.ids import make_id
from onrecord.languages.pack import Pack
from onrecord.languages.quotes import find_quotes
from onrecord.records import CONDITIONAL_KINDS, Article, Attribution, Commitment, Condition, Encoding, Mention, Span, Tag
from onrecord.spans import SpanIndex

MADE_BY = "commitments@2"
OUTER = frozenset({"demand", "warning"})
"""What somebody else must do, or what will follow: whoever says so holds it, not who would do it."""
UNBINDABLE = frozenset({"promise", "offer", "refusal"})
"""What nobody can declare for another state: told of it, it is a forecast; on a condition, a warning. A threat may be the speaker's own all the same ("Russia will pay for it")."""


def find_commitments(article: Article, encoding: Encoding, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None) -> Iterator[Commitment]:
    """Yield the commitments of an article in text order.

    A holder or addressee goes to the consequence the model links it to most surely.
    """
    text, lang = article.text, article.lang or "en"
    encoding = join_pieces(text, encoding, pack, lang)
    claims = read_claims(article, encoding.tags, attributions, pack)
    tags = claims.tags
    inverted = find_verb_first(text, [tags[i].span for i in claims.forces], pack, lang)
    clauses = SpanIndex((clause, (clause,)) for clause in inverted.values())
    heads = [i for i in claims.forces if not clauses.across(tags[i].span)]
    belief = {(k.dependent, k.head): k.confidence for k in encoding.links}
    if not heads:
        return
    quotes = find_quotes(text)
    quoted = SpanIndex((quote, (quote.span,)) for quote in quotes)
    parties = {label: _assign_parties(tags, belief, heads, label) for label in ("holder", "addressee")}
    names = Parties(article, attributions, mentions, pack)
    bindings = Bindings(text, attributions, mentions, pack, article.lang)
    voices = Voices(text, quotes, attributions, mentions, pack, lang) if pack is not None else None
    holders = (held.span for held in parties["holder"].values() if not names.is_pronoun(held.span))
    named = SpanIndex((span, (span,)) for span in (*(m.span for m in mentions), *holders))
    conditions = Conditions(text, claims, heads, belief, inverted, quoted, named, pack, lang)
    bound = conditions.bind()
    found: dict[Span, Commitment] = {}
    for index in heads:
        head = tags[index]
        around = claims.around.get(index)
        held, addressed = parties["holder"].get(index), parties["addressee"].get(index)
        held = None if held is not None and is_nobody(text, held.span, lang) else held
        compelled = find_compelled(text, head.span, around, lang)
        if compelled is not None:
            held = Tag(layer="party", label="holder", span=compelled.whom, confidence=head.confidence)
        foretold = names.find_foretold(head.span)
        if foretold is not None and (held is None or not head.span.holds(held.span)):
            held = Tag(layer="party", label="holder", span=foretold, confidence=head.confidence)
        own = names.find_own_subject(head.span, quoted=any(quote.span.holds(head.span) for quote in quoted.across(head.span))) if held is None else None
        if own is not None and claims.forces[index] not in OUTER:
            held = Tag(layer="party", label="holder", span=own, confidence=head.confidence)
        ordered = bound[index].conditions
        if compelled is not None and compelled.cause is not None and not bound[index].clauses:
            ordered = tuple(sorted((*ordered, Condition(span=compelled.cause, kind="trigger")), key=lambda c: c.span))
        place = held.span if held else head.span
        is_quoted = around is None or any(quote.span.holds(place) for quote in quoted.across(place))
        voice = voices.find(head.span, held.span if held else None, around, ordered, quoted=is_quoted) if voices is not None else None
        if voice is not None and voice.sayer is not None and around is not None and names.resolve(voice.sayer, None) in (around.speaker, None):
            voice = None  # the speaker itself under its name, or nobody who can be told
        operator, operator_how = find_operator(text, head.span, ordered, pack, lang)
        act = find_act(text, head.span, around.cue if around is not None else (), lang) if held is None else None
        holder, holder_canonical = find_holder(names, bindings, held, around, voice, act, ordered, quoted=is_quoted)
        urged = find_urged(text, around, lang) if around is not None and voice is None else None
        if urged is None and held is not None and (around is None or not any(source.overlap(held.span) for source in around.source)):
            urged = find_asked(text, head.span, held.span, lang)
        if urged is not None:
            holder, holder_canonical = names.find_asker(urged)
        conditional = any(c.kind in CONDITIONAL_KINDS for c in ordered)
        is_own = held is None or names.is_first_person(held.span) or (around is not None and holder_canonical is not None and holder_canonical == around.speaker)
        force = choose_force(text, head.span, claims.forces[index], claims.ready.get(index), around, lang, ordered, is_own=is_own and act is None)
        over = force == "warning" and conditional and around is not None and voice is None and is_over(text, head.span, lang) and bindings.is_party(head.span, around)
        force = "threat" if over else force
        softened = force == "threat" and is_harmless(text, head.span, around, lang)
        force = "promise" if softened else force
        if urged is not None:
            force = "demand"
        elif around is not None and voice is None:
            told_of = foretold or (held.span if held is not None and head.span.holds(held.span) else None)
            if (softened or claims.forces[index] in UNBINDABLE) and told_of is not None and not bindings.may_bind(told_of, around):
                if not conditional:
                    continue
                force = "warning"
            elif force == "threat" and conditional and held is not None and head.span.holds(held.span) and names.is_others(held.span, quoted=is_quoted):
                force = "warning"
        if force == "warning" and not is_own and held is not None and head.span.holds(held.span):
            holder, holder_canonical = find_warner(names, around, voice)
        is_outer = force in OUTER and force == claims.forces[index] and urged is None and voice is None and around is not None
        if is_outer and around is not None and held is not None and not names.is_first_person(held.span) and _is_inner(held.span, head.span, force):
            holder, holder_canonical = names.speaker_span(around), around.speaker
        addressee, addressee_canonical = find_addressee(names, bindings, addressed, urged, around, holder_canonical)
        doubtful = force == "threat" and is_doubtful_threat(text, head.span, around, ordered, lang)
        sureness = calibrate("commitment", max(head.confidence, WORDED["threat"]) if over else head.confidence)
        whole = add_relative(text, head.span, lang)
        consequence = head.span if any(c.span.overlap(whole) for c in ordered) else whole
        found[head.span] = Commitment(
            id=make_id("commitment", article.id, consequence.start, consequence.end),
            article=article.id,
            holder=holder,
            holder_canonical=holder_canonical,
            force=force,
            consequence=consequence,
            conditions=ordered,
            operator=operator,
            operator_how=operator_how,
            addressee=addressee,
            addressee_canonical=addressee_canonical,
            conditional=conditional,
            attribution=around.id if around else None,
            inner_voice=voice is not None,
            concessions=tuple(span for span in bound[index].concessions if not span.overlap(consequence)),
            readiness=force in {"promise", "offer"} and is_giving(text, head.span, lang) and index in claims.ready,
            confidence=min(sureness, DOUBTED) if doubtful else sureness,
            made_by=MADE_BY,
        )
    yield from _drop_required(list(share_threats(text, found, conditions.ties, lang).values()))


def _drop_required(found: Sequence[Commitment]) -> Iterator[Commitment]:
    """Yield commitments without the demands that are what another act of the same speech depends on: "talks could be held, but there has to be trust"."""
    required = SpanIndex((c, [k.span for k in c.conditions if k.kind in CONDITIONAL_KINDS]) for c in found)
    for commitment in found:
        words = commitment.consequence
        holding = (c for c in required.across(words) if c is not commitment and c.attribution == commitment.attribution)
        if commitment.force != "demand" or not any(k.span.holds(words) for c in holding for k in c.conditions):
            yield commitment


def _is_inner(holder: Span, consequence: Span, force: str) -> bool:
    """True for the subject of what is demanded, and for anybody in what is warned of."""
    return holder.start == consequence.start if force == "demand" else consequence.holds(holder)


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
