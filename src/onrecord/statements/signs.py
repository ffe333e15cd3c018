"""Which passage of an article shows a condition of a commitment being prepared, met, met in part or denied, or speaks of it, in any two languages.

In: the conditions of one article, the sentences of another. Out: `Sighting`s. In one language a passage is known by the condition's
rare words, across languages by names and other bridges (`bridges.py`); one that only speaks of an event also by the event and a name beside it.
What a passage only supposes, asks, demands or threatens is no sign: a false one weighs more than a missed one. What it calls possible is
spoken of, no more. Left to others: which article is the later one (`lifting.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.ids import make_id
from onrecord.kinship import Sighting, Sketch, Watch
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Article, Encoding, Mention, Span
from onrecord.results import Analysis
from onrecord.spans import SpanIndex
from onrecord.statements.about import Crossing, Done, Reading, find_considered, goes_elsewhere, is_about, is_across, is_elsewhere, is_near, is_of_those, may_be_across, weigh_held
from onrecord.statements.bridges import find_bridge_keys, find_deed_keys, find_numbers, find_spelled_names, list_matter, list_places
from onrecord.statements.deeds import find_ordered
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.happened import find_done
from onrecord.statements.parts import find_ands, lacks_one, tells_part
from onrecord.statements.polarity import find_negations
from onrecord.statements.sides import find_pack
from onrecord.statements.words import STEM_CHARS, WORD, weigh_word

MADE_BY = "signs@10"
NEXT = 24
"""Code points within which the event stands at the word that announces it ("announced a new referendum")."""
NOUN_PHRASE = 6
"""Most words of what is announced for it to be an event; more are a sentence that somebody says."""
_SUPPOSING = ("refusing", "threatening", "demanding", "asking")
"""Cues after which an event is denied, feared, demanded or asked about, not told."""
_BESIDE = {"de": "bei", "nl": "bij"}
"""Prepositions that open a condition ("bei Regen") and before a name tell a place."""
_CLAUSE = re.compile(r"[,;:–—]")


def read_passages(analysis: Analysis, encoding: Encoding) -> Reading:
    """Return an article ready for looking up passages."""
    article = analysis.article
    pack = find_pack(article.lang)
    own = [span for c in analysis.commitments if c.conditional for span in (c.consequence, *(k.span for k in c.conditions if k.kind in CONDITIONAL_KINDS))]
    tagged = [t.span for t in encoding.tags if t.layer == "condition" and t.label in CONDITIONAL_KINDS]
    plain = Reading(
        article=article, pack=pack, sentences=tuple((v.span, find_stems(article, pack, v.span)) for v in encoding.vectors), supposed=(*own, *tagged),
        named=frozenset(m.span.start for m in analysis.mentions), reporting=tuple((cue, a.content[0]) for a in analysis.attributions for cue in a.cue if a.content),
    )  # fmt: skip
    return replace(plain, telling=tuple(_find_telling(plain, analysis.mentions)))


def _find_telling(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Crossing]]:
    """Yield the sentences that name somebody or something and tell the stage of an event or something done, or speak of it as possible."""
    if reading.pack is None:
        return
    index = SpanIndex((mention, (mention.span,)) for mention in mentions)
    done = Done(reading)
    for span, _ in reading.sentences:
        inside = index.inside(span)
        if inside and (
            any(True for _ in find_forms(reading, reading.pack.stages, (span,))) or find_considered(reading, reading.pack, span) or any(find_done(reading, reading.pack, span))
        ):
            names = find_spelled_names(inside, span)
            matter = list_matter(reading, reading.pack, inside, span)
            bridges = {*names, *find_numbers(reading.article, span), *(bridge for _, found in matter for bridge in found)}
            yield span, Crossing(names=tuple(sorted(names.items())), matter=tuple(matter), bridges=frozenset(bridges), done=done.keys(span), places=tuple(list_places(inside)))


def find_told_keys(reading: Reading, rarity: Callable[[str], float]) -> Iterator[int]:
    """Yield the keys by which conditions told in other languages find an article."""
    for _, crossing in reading.telling:
        yield from find_bridge_keys(crossing.names, crossing.matter, rarity)
        yield from find_deed_keys((name for name, _ in crossing.names), crossing.done)


def find_stems(article: Article, pack: Pack | None, span: Span) -> frozenset[str]:
    """Return the stems of the content words in a span."""
    stop = pack.stopwords if pack else frozenset()
    folded = (fold_text(m[0], article.lang or "und") for m in WORD.finditer(article.text, span.start, span.end))
    return frozenset(w[:STEM_CHARS] for w in folded if w not in stop and len(w) > 2)


def weigh_stems(article: Article, pack: Pack | None, spans: Iterable[Span], rarity: Callable[[str], float]) -> dict[str, float]:
    """Return the stems that stand in any of the spans, each with the rarity of its commonest word."""
    stop = pack.stopwords if pack else frozenset()
    weights: dict[str, float] = {}
    for span in spans:
        for match in WORD.finditer(article.text, span.start, span.end):
            folded = fold_text(match[0], article.lang or "und")
            if folded not in stop and len(folded) > 2:
                stem = folded[:STEM_CHARS]
                weights[stem] = min(weights.get(stem, 1.0), weigh_word(match[0], rarity))
    return weights


def find_sightings(teller: Sketch, texts: Sequence[str], reading: Reading) -> Iterator[Sighting]:
    """Yield the passages of an article about the conditions that a telling article tells.

    A passage counts when it shares the condition's rare words and tells a stage of the event; conditionals and repeats
    of the red line itself do not.

    Args:
        teller: the article with the conditions.
        texts: the words of each of `teller.watches`.
        reading: the article that is searched, which may be the same.
    """
    is_one_language = (teller.lang or "und") == reading.lang
    supposed = SpanIndex((span, (span,)) for span in reading.supposed)
    stems_of = dict(reading.sentences)
    crossing_in = dict(reading.telling)
    done = Done(reading)
    for watch, words in zip(teller.watches, texts, strict=True):
        if is_one_language:
            passages = [span for span, stems in reading.sentences if is_about(watch, span, stems, done)]
        else:
            passages = [span for span, crossing in reading.telling if is_across(watch, crossing)]
        perhaps = [span for span, crossing in reading.telling if not is_one_language and span not in passages and may_be_across(watch, crossing)]
        near = [span for span, crossing in reading.telling if watch.event and span not in passages and is_near(watch, crossing, stems_of[span] if is_one_language else frozenset())]
        for span in (*passages, *near, *perhaps):
            held = stems_of[span] if is_one_language else frozenset()
            places = crossing_in[span].places if span in crossing_in else ()
            if supposed.across(span) or is_elsewhere(watch, places, held, teller.places):
                continue
            about = _find_words(reading, span, watch.event[:1] if span in near else watch.stems) if is_one_language else ()
            status = _find_act_status(watch, reading, span, crossing_in.get(span), held, done) if span not in near else None
            if status == "prepared" and watch.is_negated:
                status = "spoken_of"
            status = _turn(watch, status or (_find_stage_status(watch, reading, span, about) if span not in perhaps else None))
            is_vague = not is_one_language and goes_elsewhere(watch, crossing_in[span])
            if status is not None and (span in perhaps or is_vague or is_elsewhere(watch, places, held, watch.ground)):
                status = "spoken_of"
            if status == "partly" and tells_part(fold_text(words, teller.lang or "und"), teller.lang or "und"):
                status = "met"  # a part is what it waits for
            if status is not None and (status == "spoken_of" or span not in near):
                yield Sighting(
                    id=make_id("sighting", reading.article.id, span.start, span.end, watch.commitment, watch.condition.start), article=reading.article.id,
                    span=span, teller=teller.article, telling=watch.telling, commitment=watch.commitment, condition=words, status=status, made_by=MADE_BY,
                )  # fmt: skip


def _turn(watch: Watch, status: str | None) -> str | None:
    """Return what a passage shows of a condition that waits for something not to be so: it is denied by what makes it so, and what is not so yet may still be."""
    if not watch.is_negated:
        return status
    return "denied" if status == "met" else status if status in ("partly", "spoken_of") else None


def _find_act_status(watch: Watch, reading: Reading, span: Span, crossing: Crossing | None, stems: frozenset[str], done: Done) -> str | None:
    """Return `met` where a passage tells in the past the act that a condition waits for, of those that the condition names, `partly` where it tells it of some of them,
    `denied` where it says that it was not done, `prepared` where it was ordered or allowed, `None` otherwise."""
    pack, text = reading.pack, reading.article.text
    if pack is None or not watch.acts or text[: span.end].rstrip("\"'»”’ ").endswith("?"):
        return None
    names = {name for name, _ in crossing.names} if crossing else set()
    keys = {*stems, *(crossing.bridges if crossing else ())}
    is_lacking = lacks_one(watch.joined, keys)
    if not is_of_those(watch, names, weigh_held(watch, span, stems, done), is_lacking=is_lacking):
        return None
    cues = [cue for cue, _ in reading.reporting]
    ordered = next(((where, order) for deed, where, order in find_ordered(reading, pack, span) if f"deed {deed}" in watch.acts), None)
    act = next((word for word, keys_of in find_done(reading, pack, span) if not keys_of.isdisjoint(watch.acts) and not any(word.overlap(cue) for cue in cues)), None)
    if act is None and ordered is not None and not _is_supposed(reading, pack, span, ordered[1]):
        return None if any(not where.overlap(ordered[0]) for where in find_negations(reading, pack, _find_clause(text, span, ordered[1]))) else "prepared"
    if act is None or _is_supposed(reading, pack, span, act):
        return None
    clause = _find_clause(text, span, act)
    if any(key in ("possible", "future", "conditional", "necessary", "considered") for key, _ in _find_modalities(reading, pack, span, clause)):
        return None
    if find_negations(reading, pack, clause):
        return "denied"
    is_part = (is_lacking and not any(True for _ in find_ands(reading, pack, span))) or tells_part(reading.folded(clause), reading.lang)
    return "partly" if is_part else "met"


def _find_stage_status(watch: Watch, reading: Reading, span: Span, about: Sequence[Span]) -> str | None:
    """Return what the stage of an event tells of a condition: of one that waits for an act no more than a beginning; nothing of a state, which only its end touches."""
    if watch.is_state:
        return None
    status = _find_status(reading, span, about)
    if status == "met" and watch.acts and reading.pack is not None:
        kinds = {key for key, _ in find_forms(reading, reading.pack.stages, (span,))}
        return "partly" if "begun" in kinds and not kinds & {"held", "ended"} else status
    return status


def _find_words(reading: Reading, span: Span, stems: Sequence[str]) -> tuple[Span, ...]:
    """Return the words of a passage that have one of these stems."""
    words = (Span(start=m.start(), end=m.end()) for m in WORD.finditer(reading.article.text, span.start, span.end))
    return tuple(word for word in words if reading.folded(word)[:STEM_CHARS] in stems)


def _find_event(stages: Iterable[Span], about: Sequence[Span]) -> Span:
    """Return the words for a stage that stand nearest to those that tell what the passage is about, the first without any: another event may come before it."""
    return min(stages, key=lambda where: (min((max(where.start - word.end, word.start - where.end, 0) for word in about if not word.overlap(where)), default=0), where))


def _find_status(reading: Reading, span: Span, about: Sequence[Span] = ()) -> str | None:
    """Return what a passage says of the event: `denied` with a negation or cancelled, `spoken_of` where it is possible or considered, else `prepared` or `met` by stage.

    `about` are the words that tell which event. `None` for what is only supposed, asked, demanded or threatened, and where a negation stands in another clause than the event.
    """
    pack, text = reading.pack, reading.article.text
    if pack is None or text[: span.end].rstrip("\"'»”’ ").endswith("?"):
        return None
    told = [(key, where) for key, where in find_forms(reading, pack.stages, (span,)) if not _is_report(reading, where, about)]
    stages = dict(reversed(told))
    considered = find_considered(reading, pack, span)
    event = _find_event([where for _, where in told], about) if told else considered
    if event is None or _is_supposed(reading, pack, span, event):
        return None
    modalities = _find_modalities(reading, pack, span, span)
    negations = [where for key, where in modalities if key == "negation"]
    if "cancelled" in stages:  # the form may hold the negation itself; another one turns it round
        return None if any(not where.overlap(stages["cancelled"]) for where in negations) else "denied"
    clause = _find_clause(text, span, event)
    if negations:
        return "denied" if stages and any(clause.overlap(where) for where in negations) else None
    if considered is not None:
        return "spoken_of"
    kinds = {key for key, _ in modalities}
    if "possible" in kinds:
        return "spoken_of" if any(key == "possible" and clause.overlap(where) for key, where in modalities) else None
    if stages.keys() & {"planned", "announced"} or kinds & {"future", "conditional"}:
        return "prepared"
    return "met" if stages.keys() & {"held", "begun", "ended"} else None


def _find_modalities(reading: Reading, pack: Pack, span: Span, part: Span) -> list[tuple[str, Span]]:
    """Return the words for possibility, future or a "not" in a part of a sentence; one with a capital in its middle (`May`) is none."""
    found = find_forms(reading, pack.modality, (part,))
    return [(key, where) for key, where in found if where.start == span.start or not reading.article.text[where.start].isupper()]


def _is_report(reading: Reading, stage: Span, about: Sequence[Span]) -> bool:
    """True when words for a stage only say that somebody says something ("announced that ..."): it is not the event that is announced."""
    for cue, content in reading.reporting:
        if cue.overlap(stage):
            if about:
                return not any(cue.start - word.end <= NEXT and word.start - cue.end <= NEXT for word in about)
            return sum(1 for _ in WORD.finditer(reading.article.text, content.start, content.end)) > NOUN_PHRASE
    return False


def _find_clause(text: str, span: Span, event: Span) -> Span:
    """Return the part of a sentence around an event that no sign of punctuation divides."""
    start = max((m.end() for m in _CLAUSE.finditer(text, span.start, event.start)), default=span.start)
    end = next((m.start() for m in _CLAUSE.finditer(text, event.end, span.end)), span.end)
    return Span(start=start, end=end)


def _is_supposed(reading: Reading, pack: Pack, span: Span, event: Span) -> bool:
    """True when the event hangs on a condition ("if a vote is held", in some languages a word behind it), or is denied, feared, demanded or asked about."""
    for key, where in find_forms(reading, pack.conditions, (span,)):
        if reading.folded(where) == _BESIDE.get(reading.lang) and where.end + 1 in reading.named:
            continue
        if key in ("trigger", "concession") or (key in CONDITIONAL_KINDS and where.end <= event.start):
            return True
    return any(key in _SUPPOSING and where.end <= event.start for key, where in find_forms(reading, pack.cues, (span,)))
