"""What counts as a consequence, and with which force: the model's, as its words correct it, and those that words alone tell.

In: an article's tags and attributions. Out: `Claims`. Left to others: conditions and parties (`find`).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from onrecord.commitments.assent import find_assent, is_sparing
from onrecord.commitments.bearings import is_restricted
from onrecord.commitments.beside import find_beside
from onrecord.commitments.clauses import cut_opening, find_whole_clause, reach_over_aside
from onrecord.commitments.compelled import find_compelled, find_compelling
from onrecord.commitments.demands import find_demands
from onrecord.commitments.disowned import find_own_force
from onrecord.commitments.forecasts import is_asked, is_forecast
from onrecord.commitments.fragments import complete
from onrecord.commitments.hearsay import is_counterfactual, is_hearsay
from onrecord.commitments.leading import is_led_by
from onrecord.commitments.left_open import is_left_open
from onrecord.commitments.provisos import find_opened
from onrecord.commitments.readiness import Readiness, find_readiness, find_ready_acts, is_giving
from onrecord.commitments.refusals import find_red_lines, find_refusals, is_refusal
from onrecord.commitments.revised import is_offered, is_revised
from onrecord.commitments.ruled_out import find_ruled_out
from onrecord.commitments.threats import find_threats, find_told, is_harm, is_remark, is_told_with, weigh_threat
from onrecord.commitments.warned_off import find_acts_warned_off, find_warned_off, is_told_not_to
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, TOPIC, Article, Attribution, Condition, Span, Tag
from onrecord.spans import SpanIndex

MIN_FORCE = 0.2
MIN_WORD_FORCE = 0.4
"""Least confidence of a consequence, and of one of a single word. Source: matched F1 on commitments (development part), November 2026:
model version 3: 59.7 here, 59.5 at 0.25 and 0.5; it hardly matters."""
WORDED = {"refusal": 0.84, "promise": 0.77, "demand": 0.68, "threat": 0.64, "line": 0.64, "told": 0.64, "told demand": 0.9, "compelled": 0.64, "warned off": 0.64}
"""Confidence of what words alone tell, by their list; `told` by the verb of saying alone. Source: lower bound (95 %, Wilson) of the share that is marked as a
commitment in the training passages, whose marks the lists do not know: refusing 21 of 21, readiness 20 of 21, requiring 39 of 48, verbs of demanding 146 of 153,
of threatening, refusing and offering 25 of 31; November 2026. Wordings of a threat, red lines, what compels and what is warned against are too rare there and stand with the last."""
SHORT_CHARS = 3
"""An article is no longer."""
SOFT = frozenset({"promise", "offer"})
UNTHREATENING = SOFT | {"refusal"}
OWN_ACTS = UNTHREATENING | {"threat"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The tags of an article with what words add; `forces` and `around` by the index of a consequence, in text order, `ready` where one is told with a word of readiness."""

    tags: tuple[Tag, ...]
    forces: Mapping[int, str]
    around: Mapping[int, Attribution]
    ready: Mapping[int, Readiness]


def read_claims(article: Article, given: Sequence[Tag], attributions: Sequence[Attribution], pack: Pack | None) -> Claims:
    """Return the consequences of an article, none that a subhead alone tells, that is only asked for or forecast, that its teller condemns, or that names only the stand he changes.

    Args:
        article: the article.
        given: the model's tags.
        attributions: its attributions.
        pack: its language's pack; without one nothing is found by words alone.
    """
    text, lang = article.text, article.lang or "en"
    tags = list(given)
    first = [i for i, tag in enumerate(tags) if tag.layer == "force" and _is_sure(tag, text)]
    names = SpanIndex((tag, (tag.span,)) for tag in tags if tag.layer == "entity")
    conditions = SpanIndex((tag.span, (tag.span,)) for tag in tags if tag.layer == "condition" and tag.label in CONDITIONAL_KINDS)
    told = find_around([tags[i].span for i in first], attributions)
    around = {i: told[place] for place, i in enumerate(first) if place in told}
    forces: dict[int, str] = {}
    ready: dict[int, Readiness] = {}
    for i in first:
        whole = complete(text, tags[i].span, lang)
        if whole is None:
            continue
        tag = tags[i] = replace(tags[i], span=cut_opening(text, whole, conditions.across(whole), pack, lang) if pack is not None else whole)
        off = find_warned_off(text, tag.span, lang)
        force = find_own_force(text, tag.span, tag.label, lang) if off is None else "demand"
        if (
            force is None
            or _is_bare_name(text, tag.span, names)
            or (force in SOFT and is_told_with(text, around.get(i), "offering", lang) and is_remark(text, tag.span, lang))
            or (force in SOFT and _is_accused(text, tag.span, around.get(i), pack, lang))
            or any(subhead.overlap(tag.span) for subhead in article.subheads)
            or (i in around and is_asked(text, around[i], pack, lang))
            or is_revised(text, tag.span, lang)
            or _is_undeclared(text, tag.span, lang)
        ):
            continue
        if off is not None or (force in OWN_ACTS and is_told_not_to(text, tag.span, around.get(i), lang)):
            tags[i], forces[i] = replace(tag, span=off or tag.span), "demand"
            continue
        compelled = find_compelled(text, tag.span, around.get(i), lang) if force in SOFT else None
        if compelled is not None and is_harm(text, compelled.act, lang):
            tags[i], forces[i] = replace(tag, span=compelled.act), "threat"
            continue
        ruled = find_ruled_out(text, tag.span, lang) if force in OWN_ACTS else None
        if ruled is not None:
            tags[i], forces[i] = replace(tag, span=tag.span.cover(ruled)), "refusal"
            continue
        word = find_readiness(text, tag.span, lang) if force in OWN_ACTS else None
        if word is not None:
            ready[i] = word
            tags[i] = replace(tag, span=tag.span.cover(word.span))
            force = "refusal" if word.is_denied else "promise" if force == "refusal" else force
        elif force == "promise" and is_forecast(text, tag.span, lang) and not _is_own(text, tag.span, pack, lang) and not is_told(text, around.get(i), pack, "promising"):
            continue
        elif force in UNTHREATENING and (assent := find_assent(text, tag.span, lang)) is not None:
            ready[i], force = Readiness(span=assent, is_denied=False, agrees=True), "promise"
        elif is_restricted(text, tag.span, lang) or (is_told(text, around.get(i), pack, "promising") and is_sparing(text, tag.span, lang)):
            force = "promise" if force == "refusal" else force
        elif is_refusal(text, tag.span, force, lang):
            force = "refusal"
        elif force == "refusal" and is_offered(text, tag.span, lang):
            force = "offer"
        forces[i] = force
    if pack is not None:
        for span, force, attribution, word, confidence in _find_worded(article, tags, attributions, pack):
            forces[len(tags)], around[len(tags)] = force, attribution
            if word is not None:
                ready[len(tags)] = word
            tags.append(Tag(layer="force", label=force, span=span, confidence=confidence))
    order = sorted(forces, key=lambda i: tags[i].span)
    return Claims(tags=tuple(tags), forces={i: forces[i] for i in order}, around=around, ready=ready)


def choose_force(text: str, consequence: Span, force: str, word: Readiness | None, around: Attribution | None, lang: str, conditions: Sequence[Condition], *, is_own: bool) -> str:
    """Return the force that the verb, the condition and the act itself leave: `offer` for readiness on a condition, `threat` for harm on one or under a verb of threatening.

    Args:
        text: the article's text.
        consequence: where it stands.
        force: the force so far.
        word: its word of readiness, if any; a threat with one is an offer only when the act is what another wants ("ready to negotiate if").
        around: the attribution it stands in.
        lang: its language.
        conditions: its conditions.
        is_own: True where who speaks will do it.
    """
    conditional = any(c.kind in CONDITIONAL_KINDS for c in conditions)
    gives = word is not None and not word.is_denied and (word.agrees or is_giving(text, consequence, lang))
    if is_sparing(text, consequence, lang):
        force = "promise" if force == "threat" else force
    elif not gives:
        force = weigh_threat(text, consequence, force, around, lang, conditions, conditional=conditional, is_own=is_own)
    if word is None or word.is_denied or not conditional or force not in {"promise", "threat"}:
        return force
    return "offer" if force == "promise" or gives else force


def find_around(spans: Sequence[Span], attributions: Sequence[Attribution]) -> dict[int, Attribution]:
    """Return place in `spans` -> the first attribution whose content holds most of that span; who only names a topic says nothing."""
    contents = sorted((span, order) for order, a in enumerate(attributions) if a.type != TOPIC for span in a.content)
    starts = [span.start for span, _ in contents]
    reach = list(accumulate((span.end for span, _ in contents), max))
    result: dict[int, Attribution] = {}
    for place, span in enumerate(spans):
        at = bisect_left(starts, span.end) - 1
        found = len(attributions)
        while at >= 0 and reach[at] > span.start:
            content, order = contents[at]
            if content.overlap(span) * 2 > span.end - span.start:
                found = min(found, order)
            at -= 1
        if found < len(attributions):
            result[place] = attributions[found]
    return result


def _find_worded(article: Article, tags: Sequence[Tag], attributions: Sequence[Attribution], pack: Pack) -> Iterator[tuple[Span, str, Attribution, Readiness | None, float]]:
    """Yield what somebody refuses, is ready for or requires in words alone, where the model has no consequence."""
    text, lang = article.text, article.lang or "en"
    tagged = SpanIndex((tag, (tag.span,)) for tag in tags if tag.layer in {"force", "condition"})
    heads = SpanIndex((head, (head,)) for head in (*article.subheads, *([article.title_span] if article.title_span else [])))
    told_conditions = [tag.span for tag in tags if tag.layer == "condition" and tag.label in CONDITIONAL_KINDS]
    worded: list[Span] = []  # those found so far, none across another, in order
    for attribution in attributions:
        if not attribution.source or attribution.type == TOPIC or is_asked(text, attribution, pack, lang):
            continue
        for area in attribution.content:
            ruled = find_ruled_out(text, area, lang) if attribution.speaker is not None else None
            in_text = ruled is not None and all(head == article.title_span for head in heads.across(ruled))
            if ruled is not None and in_text and not any(_is_sure(tag, text) for tag in tagged.across(ruled)) and not _meets(worded, ruled):
                insort(worded, ruled)
                yield ruled, "refusal", attribution, None, WORDED["told"]
            if heads.across(area):
                continue
            found: list[tuple[Span, str, str, Readiness | None]] = [
                (part, "refusal", "refusal", None) for part in (find_refusals(text, area, lang) if attribution.type != "indirect" else ())
            ]
            found += [(word.span, "refusal" if word.is_denied else "promise", "promise", word) for word in find_ready_acts(text, area, lang)]
            opened = list(find_opened(text, area, lang)) if attribution.type != "indirect" else []
            found += [(act, "promise", "told", Readiness(span=act, is_denied=False, agrees=True)) for act, _ in opened]
            found += [(part, "demand", "demand", None) for part in find_demands(text, area, lang) if not any(proviso.overlap(part) for _, proviso in opened)]
            found += [(part, "refusal", "line", None) for part in find_red_lines(text, area, lang)]
            found += [(part, "threat", "threat", None) for part in find_threats(text, area, lang)]
            found += [(act, "threat", "compelled", None) for act in find_compelling(text, area, lang) if is_harm(text, act, lang)]
            found += [(part, "demand", "warned off", None) for part in find_acts_warned_off(text, attribution, area, lang)]
            if told_conditions:
                acts = find_beside(text, area, told_conditions, pack, lang)
                found += [(part, "refusal" if is_refusal(text, part, "promise", lang) else "promise", "told", None) for part in acts]
            if area == attribution.content[0] and not any(tagged.across(span) or _meets(worded, span) for span in attribution.content):
                found += [(part, force, "told demand" if force == "demand" else "told", None) for part, force in find_told(text, attribution, lang)]
            led = _lead(attribution, area)
            found += [(word.span, "promise", "promise", word) for word in find_ready_acts(text, led, lang) if word.span.start < area.start and not word.is_denied]
            for part, force, origin, word in found:
                span = find_whole_clause(text, part, area if part.start >= area.start else led, pack, lang, to_end=force == "demand")
                span = reach_over_aside(text, span, part, area, pack, lang) if origin == "line" else span
                span = Span(start=part.start, end=span.end) if origin in {"compelled", "warned off"} else span
                if force == "demand" and origin != "warned off" and (_is_own(text, span, pack, lang) or is_told(text, attribution, pack, "threatening")):
                    continue
                if find_own_force(text, span, force, lang) != force or _is_undeclared(text, span, lang) or (force == "promise" and is_forecast(text, span, lang)):
                    continue
                if len(span.of(text).split()) > 2 and not tagged.across(span) and not _meets(worded, span):
                    insort(worded, span)
                    yield span, force, attribution, word, WORDED[origin]


def _lead(attribution: Attribution, area: Span) -> Span:
    """Return what is told with the verb right before it: "has not ruled out | a meeting"."""
    cue = next((cue for cue in attribution.cue if cue.end <= area.start <= cue.end + 1), area)
    return cue.cover(area)


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """True when one of some spans in order, none across another, shares a code point with a span."""
    at = bisect_left(spans, span)
    return any(other.overlap(span) for other in spans[max(0, at - 1) : at]) or (at < len(spans) and spans[at].start < span.end)


def _is_sure(tag: Tag, text: str) -> bool:
    """True for a consequence that is sure enough; a single word must be surer, as it is a scrap of a clause more often than not."""
    return tag.confidence >= (MIN_FORCE if len(tag.span.of(text).split()) > 1 else MIN_WORD_FORCE)


def _is_bare_name(text: str, span: Span, names: SpanIndex[Tag]) -> bool:
    """True for a scrap that is a name with at most a short word like an article: "the Guild"."""
    found = names.across(span)
    rest = list(span.of(text))
    for tag in found:
        for place in range(max(span.start, tag.span.start), min(span.end, tag.span.end)):
            rest[place - span.start] = " "
    words = "".join(rest).split()
    return bool(found) and len(words) <= 1 and len("".join(words)) <= SHORT_CHARS


def _is_accused(text: str, span: Span, attribution: Attribution | None, pack: Pack | None, lang: str) -> bool:
    """True for what somebody is accused of, in other words than the accuser's own: nobody offers that. A split verb counts as one ("wirft ... vor")."""
    if attribution is None or pack is None or attribution.type == "direct" or _is_own(text, span, pack, lang):
        return False
    whole = " ".join(fold_text(cue.of(text), lang) for cue in attribution.cue)
    return whole in pack.cues.get("accusing", ()) or is_told(text, attribution, pack, "accusing")


def _is_undeclared(text: str, span: Span, lang: str) -> bool:
    """True for what is told by hearsay, would have been, is only not ruled out, or was planned and is given up."""
    if is_hearsay(text, span, lang) or is_counterfactual(text, span, lang) or is_left_open(text, span, lang):
        return True
    return is_led_by(text, span, "dropped", ("dropped",), lang, affirmed=True, in_clause=True)


def _is_own(text: str, span: Span, pack: Pack | None, lang: str) -> bool:
    """True for a consequence in the first person."""
    if pack is None:
        return False
    return not {*fold_text(span.of(text), lang).split()}.isdisjoint((*pack.pronouns["first_singular"], *pack.pronouns["first_plural"]))


def is_told(text: str, attribution: Attribution | None, pack: Pack | None, kind: str) -> bool:
    """True where a verb of one kind tells it: one of promising in "promised that all will be able to return"."""
    if attribution is None or pack is None:
        return False
    forms = frozenset(pack.cues.get(kind, ()))
    words = [fold_text(cue.of(text), pack.lang).split() for cue in attribution.cue]
    return any(" ".join(cue[start:]) in forms for cue in words for start in range(len(cue)))
