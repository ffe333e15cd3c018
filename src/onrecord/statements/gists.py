"""What tellings are compared by, in little: made once an article, so that comparing needs neither texts nor the model.

In: the `Side`s of an article, the rarity of words. Out: a `Gist` for each, and a `Watch` for each condition of a commitment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from onrecord.ids import make_id, make_key
from onrecord.kinship import Gist, Watch
from onrecord.languages.pack import Pack, fold_text
from onrecord.names.keys import name_words, sound_key
from onrecord.names.places import has_determiner
from onrecord.records import CONDITIONAL_KINDS, Article, Span
from onrecord.statements.agreement import NOT_NAMED, TAKEN_UP, UNNAMED, speaker_key
from onrecord.statements.anew import is_told_anew
from onrecord.statements.bridges import find_bridge_keys, find_deed_keys, find_names, find_numbers, list_matter, place_matter
from onrecord.statements.contrary import read_stances
from onrecord.statements.deeds import awaits_nothing, find_deeds, find_ending
from onrecord.statements.forms import find_forms
from onrecord.statements.happened import find_acts, is_shared
from onrecord.statements.nouns import find_concept
from onrecord.statements.parts import list_joined
from onrecord.statements.sides import Side, content_vectors
from onrecord.statements.space import Space
from onrecord.statements.withdrawals import find_area, find_withdrawal
from onrecord.statements.words import STEM_CHARS, WORD, weigh_word

COARSE_FORCE = {"threat": "own", "promise": "own", "refusal": "own", "offer": "own", "demand": "other", "warning": "outcome"}
RARE, MEDIUM = 0.5, 0.25
"""A word this rare finds a passage or a position alone; two of medium rarity do together; commoner ones find nothing."""
EVENT_RARITY = 0.2
"""An event as common as a meeting is found in any news."""
_EVENTS = frozenset({"vote", "strike", "talks", "truce", "siege", "labour"})
"""The concepts of `things.toml` that begin, are held and end."""
MOST_STEMS = 2000
"""A longer text is found by its rarest stems only."""
LEAD_WORDS = 8
"""A paragraph of fewer words is a dateline, a credit or a time."""
FRESH = 2
"""Days within which news tells what was said without a day. A first setting."""
_PARAGRAPH = re.compile(r"[^\n]+")
WORD_BEFORE = re.compile(r"[^\W_]+['’]?\s*$")
"""The word before a place."""
Rarity = Callable[[str], float]


def make_gist(side: Side, space: Space, leads: str | None = None) -> Gist:
    """Return the gist of a telling; `leads` is the id of the quotation that it leads in."""
    attribution, key = side.attribution, speaker_key(side)
    spans, vectors = content_vectors(side, space.centre)
    return Gist(
        of=attribution.id, attribution=side.whole, span=attribution.span, type=attribution.type, speaker=attribution.speaker,
        is_institution=key.is_institution, country=key.country, said_at=attribution.said_at, weekday=side.weekday,
        occasion=side.cut(attribution.occasion) if attribution.occasion else None,
        form=make_id("form", attribution.type, *(" ".join(WORD.findall(side.folded(s))) for part in (attribution.content, attribution.source, attribution.cue) for s in part)),
        forces=tuple(sorted({COARSE_FORCE[c.force] for c in side.commitments})),
        stems=_pack(make_key(side.lang, stem) for _, stem in side.words if not stem.isdigit()),  # numbers count on their own
        names=_pack(make_key(name) for name in side.names), numbers=_pack(make_key(number) for number in side.numbers), size=len(side.words),
        words=space.narrow_words(vectors).astype("<f2").tobytes(), acts=tuple(sorted({c.force for c in side.commitments})),
        outcome=bytes(any(c.consequence.overlap(span) for c in side.commitments) for span in spans), part=find_part(side.article, attribution.span),
        told_by=find_told_by(side.article), stances=read_stances(side), is_taken_up=attribution.speaker is not None and attribution.speaker_how.startswith(TAKEN_UP),
        is_unnamed=attribution.speaker is None and (attribution.speaker_how.startswith(UNNAMED) or NOT_NAMED in attribution.speaker_how), is_counted=is_day_counted(side), is_group=key.is_group,
        anew_from=find_anew_from(side), bodies=tuple(sorted(key.bodies)), leads=leads,
    )  # fmt: skip


def is_day_counted(side: Side) -> bool:
    """True when the words for the day on which a telling was said name it by no number, so that it is counted from the day of publication."""
    evidence = side.attribution.said_at_evidence
    return evidence is not None and not any(map(str.isdigit, evidence.of(side.article.text)))


def find_anew_from(side: Side) -> str | None:
    """Return the first day (ISO) on which what a telling calls said again, or otherwise than before, can have been said: shortly before its article appeared; `None` for other tellings, and where a day is told."""
    published = side.article.published
    if published is None or side.attribution.said_at is not None or not is_told_anew(side):
        return None
    return (date.fromisoformat(published.start) - timedelta(days=FRESH)).isoformat()


def find_told_by(article: Article) -> str | None:
    """Return the day after the last one on which an article's words can have been written: it appeared on that, or was changed on it; `None` where neither is known."""
    return max((day.end for day in (article.published, article.modified) if day is not None), default=None)


def find_part(article: Article, span: Span) -> str:
    """Return the part of an article that a span stands in: a heading, the first paragraph of some length outside them, or the text."""
    heading = article.heading_of(span)
    if heading is not None:
        return heading
    for paragraph in _PARAGRAPH.finditer(article.text):
        where = Span(start=paragraph.start(), end=paragraph.end())
        if len(where.of(article.text).split()) >= LEAD_WORDS and article.heading_of(where) is None and not any(d.span.holds(where) for d in article.dropped):
            return "lead" if where.holds(span) else "text"
    return "text"


def _pack(keys: Iterable[int]) -> bytes:
    return np.array(sorted(set(keys)), dtype="<u8").tobytes()


def list_watches(side: Side, rarity: Rarity) -> Iterator[Watch]:
    """Yield the conditions of a telling's commitments that later news is searched for."""
    for commitment in side.commitments:
        for condition in commitment.conditions:
            if condition.kind in CONDITIONAL_KINDS and not condition.empty and side.pack is not None:
                stems = sorted(weigh_words(side, condition.span, rarity).items())
                if stems:
                    matter = list_matter(side, side.pack, side.mentions, condition.span)
                    event = find_event(side, side.pack, condition.span, rarity)
                    staged, is_placed = _find_staged(side, side.pack, condition.span, rarity), bool(find_names(side.mentions, condition.span))
                    yield Watch(
                        telling=side.attribution.id, commitment=commitment.id, condition=condition.span,
                        stems=tuple(stem for stem, _ in stems), weights=tuple(weight for _, weight in stems),
                        names=tuple(sorted(find_names(side.mentions, condition.span))), numbers=tuple(sorted(find_numbers(side.article, condition.span))),
                        matter=tuple(tuple(sorted(bridges)) for _, bridges in matter), event=event,
                        ground=() if is_placed else tuple(sorted(_find_ground(side))), acts=_list_acts(side, side.pack, condition.span),
                        is_negated=awaits_nothing(side, side.pack, condition), is_state=find_ending(side, side.pack, condition.span) is not None,
                        joined=tuple(list_joined(side, side.pack, side.mentions, condition.span)),
                        verb=tuple(sorted(_list_stages(side, side.pack, condition.span) - {staged} if staged else _list_verbs(side, side.pack, condition.span))), staged=staged,
                    )  # fmt: skip


def find_event(side: Side, pack: Pack, span: Span, rarity: Rarity) -> tuple[str, ...]:
    """Return the stem and the bridges of the event whose stage a condition tells ("a vote is held in the districts"); empty where it names anybody or tells none that is rare."""
    stages = [where for _, where in find_forms(side, pack.stages, (span,))]
    words = dict(place_matter(side, pack, side.mentions, span))
    if not stages or not words or find_names(side.mentions, span):
        return ()
    at = _find_nearest(side, words, stages)
    bridges = words[at]
    return (side.folded(at)[:STEM_CHARS], *sorted(bridges)) if rarity(at.of(side.article.text)) >= EVENT_RARITY else ()


def _find_staged(side: Side, pack: Pack, span: Span, rarity: Rarity) -> str:
    """Return the stem of the event whose stage a condition tells, whomever it names; empty where it tells none that is rare, or a deed."""
    deeds = [where for _, where in find_deeds(side, pack, span)]
    stages = [where for _, where in find_forms(side, pack.stages, (span,)) if not any(where.overlap(deed) for deed in deeds)]
    words = [at for at, _ in place_matter(side, pack, side.mentions, span) if rarity(at.of(side.article.text)) >= EVENT_RARITY]
    if not stages or not words:
        return ""
    return side.folded(_find_nearest(side, words, stages))[:STEM_CHARS]


def _find_nearest(side: Side, words: Iterable[Span], stages: Sequence[Span]) -> Span:
    """Return the word that stands nearest to one of the words for a stage, of several the first; nouns that are known to name events come before others."""
    words = tuple(words)
    events = [word for word in words if find_concept(side.folded(word), side.lang, "things.toml") in _EVENTS]
    return min(events or words, key=lambda word: (min(max(word.start - where.end, where.start - word.end) for where in stages), word))


def _list_acts(side: Side, pack: Pack, span: Span) -> tuple[str, ...]:
    """Return the stems and degrees of the words of a condition that may be its verb, names and nouns with an article left out; of a state the deed that ends it; none where it tells the stage of an event."""
    ending = find_ending(side, pack, span)
    if ending is not None:
        return (f"deed {ending[0]}",)
    deeds = [where for _, where in find_deeds(side, pack, span)]
    if any(not any(where.overlap(deed) for deed in deeds) for _, where in find_forms(side, pack.stages, (span,))):
        return ()
    found: set[str] = set()
    for word, keys in find_acts(side, pack, span):
        before = WORD_BEFORE.search(side.article.text, span.start, word.start)
        if not (before and has_determiner(side.article.text[before.start() : word.end])) and not any(m.span.overlap(word) for m in side.mentions):
            found |= keys
    return tuple(sorted(found))


def _list_verbs(side: Side, pack: Pack, span: Span) -> set[str]:
    """Return the stems of the words of a condition that name a deed, or the degree of an act, that other words name as well; of a state those of its words."""
    ending = find_ending(side, pack, span)
    if ending is not None:
        return {side.folded(Span(start=m.start(), end=m.end()))[:STEM_CHARS] for m in WORD.finditer(side.article.text, ending[1].start, ending[1].end)}
    return {side.folded(word)[:STEM_CHARS] for word, keys in find_acts(side, pack, span) if any(is_shared(key) for key in keys)}


def _list_stages(side: Side, pack: Pack, span: Span) -> set[str]:
    """Return the stems of the words for a stage in a condition, whichever form of which verb they are."""
    stages = (where for _, where in find_forms(side, pack.stages, (span,)))
    words = (Span(start=m.start(), end=m.end()) for where in stages for m in WORD.finditer(side.article.text, where.start, where.end))
    return {side.folded(word)[:STEM_CHARS] for word in words}


def _find_ground(side: Side) -> dict[str, str]:
    """Return bridge -> the word it stands for, of all names in a telling."""
    return {bridge: word for piece in side.attribution.content for bridge, word in find_names(side.mentions, piece).items()}


def find_watch_keys(watches: Sequence[Watch], lang: str) -> set[int]:
    """Return the keys by which passages about the conditions are found."""
    return {key for w in watches for stem, weight in zip(w.stems, w.weights, strict=True) for key in _double(weight, "passage", lang, stem)}


def find_crossing_keys(side: Side, rarity: Rarity) -> Iterator[int]:
    """Yield the keys by which passages in other languages about the conditions of a telling are found."""
    for commitment in side.commitments:
        for condition in commitment.conditions:
            if condition.kind in CONDITIONAL_KINDS and not condition.empty and side.pack is not None:
                names = find_names(side.mentions, condition.span)
                if not names and find_event(side, side.pack, condition.span, rarity):
                    names = _find_ground(side)
                yield from find_bridge_keys(names.items(), list_matter(side, side.pack, side.mentions, condition.span), rarity)
                yield from find_deed_keys(names, (act for act in _list_acts(side, side.pack, condition.span) if is_shared(act)))


def find_passage_keys(side_lang: str, stems: Mapping[str, float]) -> set[int]:
    """Return the keys by which an article is found that holds these stems."""
    ranked = sorted(stems.items(), key=lambda item: (-item[1], item[0]))[:MOST_STEMS]
    return {key for stem, weight in ranked for key in _double(weight, "passage", side_lang, stem)}


def find_position_keys(side: Side, rarity: Rarity) -> set[int]:
    """Return the keys by which a telling that commits to something, or gives something up, meets those of the same speaker about the same."""
    parts = name_words(side.attribution.speaker or "")
    if not parts:
        return set()
    speaker = sound_key(parts[-1]) or parts[-1].casefold()
    keys: set[int] = set()
    spans = [commitment.consequence for commitment in side.commitments]
    if find_withdrawal(side) is not None:
        spans.append(find_area(side))
    for span in spans:
        for stem, weight in weigh_words(side, span, rarity).items():
            keys.update(_double(weight, "position", speaker, side.lang, stem))
        for mention in side.mentions:
            if span.holds(mention.span) and (words := name_words(mention.canonical)):
                keys.update(_double(rarity(words[-1]), "position", speaker, "name", sound_key(words[-1])))
    return keys


def _double(weight: float, *fields: str) -> list[int]:
    """Return two keys for a rare word, one for one of medium rarity: what is wanted is two keys in common."""
    return [make_key(*fields, number) for number in range(2 if weight >= RARE else 1 if weight >= MEDIUM else 0)]


def weigh_words(side: Side, span: Span, rarity: Rarity) -> dict[str, float]:
    """Return the stems in a span of a side's article with their rarity, words of one or two letters left out."""
    found = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(side.article.text, span.start, span.end)]
    stop = side.pack.stopwords if side.pack else frozenset()
    return {stem: weight for stem, weight in _weigh_stems(side, [s for s in found if side.folded(s) not in stop], rarity).items() if len(stem) > 2}


def _weigh_stems(side: Side, spans: Sequence[Span], rarity: Rarity) -> dict[str, float]:
    weights: dict[str, float] = {}
    for span in spans:
        word = span.of(side.article.text)
        stem = fold_text(word, side.lang)[:STEM_CHARS]
        weights[stem] = min(weights.get(stem, 1.0), weigh_word(word, rarity))
    return weights
