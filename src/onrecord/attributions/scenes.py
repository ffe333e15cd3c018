"""Occasions that an article names once for several sentences: "During a news conference Solan was asked about the dam. She said it would stay."

In: drafts with their speakers and frames, the article's names and dates. Out: `Scene`s, the sentences that only tell where somebody was asked or spoke; the occasion of each draft, its own or
that of its speaker. Left to others: the words for an occasion (`occasion`), the day (`saying_days`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.borders import Borders
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.named import Speaker
from onrecord.attributions.occasion import concept_of, find_addressee, find_occasion
from onrecord.attributions.questions import asking_forms
from onrecord.attributions.recalls import is_recall
from onrecord.attributions.saying_days import day_key, find_said_at
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, DateMention, Mention, Span

LASTING = frozenset({"press_conference", "interview", "speech", "rally"})
"""Occasions of speaking that an article reports of at length; another one is shared by what stands in its paragraph alone."""
BARE_WORDS = 3
"""An occasion of so few words only takes one up that was named before: "at the news conference"."""
SENTENCE_CHARS = 400
"""A sentence ends at most so far behind its words of speaking or asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where one person spoke or was asked: the name, the words for the occasion, the day beside them, and the sentence."""

    name: str
    occasion: Span
    day: DateMention | None
    sentence: Span


def find_scenes(article: Article, mentions: Sequence[Mention], drafts: Sequence[Draft], dates: SpanIndex[DateMention]) -> list[Scene]:
    """Return the sentences, in text order, that tell of one person alone that he spoke, or was asked something, on an occasion; none that recall.

    Args:
        article: the article.
        mentions: its names.
        drafts: its drafts; what they say leads up to nothing.
        dates: its dates by place.
    """
    lang = article.lang or "en"
    folded = fold_text(article.text, lang)
    borders = Borders(article.text)
    contents = SpanIndex((content, content) for draft in drafts for content in draft.content)
    people = SpanIndex((m.span, m) for m in mentions if m.kind == "person")
    found: list[Scene] = []
    read = 0  # one look at a sentence, however often it speaks of speaking
    for match in _load_wording(primary_subtag(lang)).opening.finditer(folded):
        cue = Span(start=match.start(), end=match.end())
        if cue.start < read:
            continue
        reach = min(cue.end + SENTENCE_CHARS, len(folded))
        sentence = Span(start=borders.sentence_start(cue.start), end=borders.next_sentence(cue.end, reach) or reach)
        frame = _leave_out(sentence, contents.overlapping(sentence))
        if not any(piece.holds(cue) for piece in frame):
            continue
        read = sentence.end
        occasion = find_occasion(article.text, lang, frame, (), [cue])
        names = {m.canonical for piece in frame for m in people.inside(piece)}
        draft = Draft(content=[], cue=[cue])
        if occasion is None or len(names) != 1 or is_recall(article.text, lang, draft, frame, occasion):
            continue
        found.append(Scene(name=next(iter(names)), occasion=occasion, day=find_said_at(article, draft, frame, dates), sentence=sentence))
    return found


def find_owners(article: Article, drafts: Sequence[tuple[Draft, Speaker]], asked: Sequence[str | None], scenes: Sequence[Scene]) -> list[str | None]:
    """Return whose occasion and day each draft shares: its speaker's; of a question those of who was asked, or else of who answers right behind it.

    Args:
        article: the article.
        drafts: its drafts with their speakers, in text order.
        asked: the name of who was asked, for each draft that is a question and says so.
        scenes: its scenes.
    """
    borders = Borders(article.text)
    told = SpanIndex((scene.sentence, scene.name) for scene in scenes)
    owners: list[str | None] = []
    for at, ((draft, speaker), name) in enumerate(zip(drafts, asked, strict=True)):
        if not draft.is_question:
            owners.append(speaker.name)
            continue
        there = next(iter(told.overlapping(draft.content[0])), None)
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        owners.append(name or there or (following[1].name if following and _answers(borders, draft, following[0]) else None))
    return owners


def carry_occasions(
    article: Article, drafts: Sequence[Draft], frames: Sequence[Sequence[Span]], owners: Sequence[str | None], said: Sequence[DateMention | None], told: Sequence[DateMention | None],
    scenes: Sequence[Scene], places: SpanIndex[Mention],
) -> list[tuple[Span | None, DateMention | None]]:  # fmt: skip
    """Return the words for the occasion of each draft, those of its own sentence or those that stand before it, for the same person, in its paragraph; with them its day, that of the occasion where it has none.

    An occasion at which people speak at length goes on beyond its paragraph where the article tells of no other one of that person. What has another day, was told somebody else, was written, or
    lies further back shares none.

    Args:
        article: the article.
        drafts: its drafts, in text order.
        frames: the parts of their sentences that are nobody's content.
        owners: whose occasion each one shares.
        said: the day of each, also where it is carried.
        told: the day that its own sentence gives.
        scenes: the scenes of the article.
        places: its names by place.
    """
    lang = article.lang or "en"
    wording = _load_wording(primary_subtag(lang))
    own = [find_occasion(article.text, lang, frame, draft.source, draft.cue) for draft, frame in zip(drafts, frames, strict=True)]
    named: dict[str, list[_Named]] = {}
    for scene in scenes:
        named.setdefault(scene.name, []).append(_make_named(article, scene.occasion, scene.day))
    for draft, frame, owner, occasion, day, when in zip(drafts, frames, owners, own, told, said, strict=True):
        if owner and occasion is not None and not is_recall(article.text, lang, draft, frame, occasion):
            is_earlier = when is not None and when.span.start < occasion.start
            named.setdefault(owner, []).append(_make_named(article, occasion, when if is_earlier else day))
    days = {owner: {day_key(article.text, one.day) for one in found if one.day is not None} for owner, found in named.items()}
    for owner, day in zip(owners, told, strict=True):
        if owner in named and day is not None and day_key(article.text, day) not in days[owner]:
            named[owner].append(_Named(span=day.span, words="", concept=None, day=day))
    borders = Borders(article.text)
    known = {name: _Occasions(article.text, borders, found) for name, found in named.items()}
    result: list[tuple[Span | None, DateMention | None]] = []
    for draft, frame, owner, occasion, day, when in zip(drafts, frames, owners, own, told, said, strict=True):
        found = known[owner].choose(draft) if occasion is None and owner in known else None
        is_shared = found is not None and not _has_other_day(article.text, found, day) and not _is_elsewhere(article.text, lang, draft, frame, wording)
        listener = None if draft.is_question else find_addressee(article.text, draft, places)
        is_told_there = found is not None and (listener is None or fold_text(listener.of(article.text), lang) in found.words)
        if found is not None and is_shared and is_told_there:
            result.append((found.span, when or (found.day if found.day is not None and _is_one_day(found.day) else None)))
        else:
            result.append((occasion, when))
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """An occasion as one sentence names it: the words, folded, what it is, and the day; without a kind only another day on which the person spoke."""

    span: Span
    words: str
    concept: str | None
    day: DateMention | None


def _make_named(article: Article, span: Span, day: DateMention | None) -> _Named:
    words = fold_text(span.of(article.text), article.lang or "en")
    return _Named(span=span, words=words, concept=concept_of(words), day=day)


class _Occasions:
    """The occasions that an article names for one person.

    Args:
        text: the article's text.
        borders: its borders.
        named: the occasions, at least one.
    """

    def __init__(self, text: str, borders: Borders, named: Sequence[_Named]) -> None:
        self._text, self._borders = text, borders
        self._named = sorted(named, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._named]
        self._alike = next((at for at, one in enumerate(self._named) if not _is_same(one, self._named[0])), len(self._named))

    def choose(self, draft: Draft) -> _Named | None:
        """Return the one that a draft shares: the last before it in its paragraph, or the only one so far, where people speak there at length."""
        at = min(piece.start for piece in (*draft.content, *draft.source, *draft.cue))
        number = bisect_left(self._starts, at) - 1
        last = self._named[number] if number >= 0 else None
        if last is None or last.concept is None or last.span.start < self._borders.break_before(at):
            return None
        is_only = number < self._alike
        is_shared = "\n" not in self._text[last.span.start : at] or (is_only and last.concept in LASTING)
        return (self._named[0] if is_only else last) if is_shared else None


def _is_same(one: _Named, other: _Named) -> bool:
    """True for two that may be one occasion: of one kind, and named in the same words or once in short."""
    if one.concept != other.concept:
        return False
    short, long = sorted((one.words, other.words), key=len)
    return len(short.split()) <= BARE_WORDS or short in long


def _has_other_day(text: str, found: _Named, day: DateMention | None) -> bool:
    return day is not None and (found.day is None or day_key(text, found.day) != day_key(text, day))


def _is_one_day(day: DateMention) -> bool:
    return day.range is None or day.range.day is not None


def _is_elsewhere(text: str, lang: str, draft: Draft, frame: Sequence[Span], wording: _Wording) -> bool:
    """True when the sentence of a draft places it apart from what stands before: written, said later, long ago or again and again."""
    folded = [fold_text(piece.of(text), lang) for piece in frame]
    said = (words[: cue.end - piece.start] for piece, words in zip(frame, folded, strict=True) for cue in draft.cue if piece.holds(cue))
    return any(map(wording.apart.search, folded)) or any(map(wording.perfect.search, said)) or is_recall(text, lang, draft, frame, draft.content[0])


def _answers(borders: Borders, question: Draft, answer: Draft) -> bool:
    """True when an answer begins in the sentence of a question, or in the next one."""
    stop = borders.next_sentence(question.end, answer.start + 1)
    return answer.start >= question.end and not answer.is_question and (stop is None or borders.next_sentence(stop + 1, answer.start) is None)


def _leave_out(span: Span, parts: Sequence[Span]) -> list[Span]:
    """Return what of a span lies outside of some parts."""
    pieces: list[Span] = []
    at = span.start
    for part in sorted(parts):
        if part.start > at:
            pieces.append(Span(start=at, end=part.start))
        at = max(at, part.end)
    return [*pieces, Span(start=at, end=span.end)] if at < span.end else pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """What opens a scene in one language, and what ends it; `scenes.toml` says what each list means."""

    opening: re.Pattern[str]
    apart: re.Pattern[str]
    perfect: re.Pattern[str]


@lru_cache(maxsize=32)
def _load_wording(lang: str) -> _Wording:
    entry: Mapping[str, Sequence[str]] = read_lists("onrecord.attributions", "scenes").get(lang, {})
    spoke, apart, perfect = (join_forms(entry[name]) if entry.get(name) else "(?!)" for name in ("spoke", "apart", "perfect"))
    return _Wording(
        opening=re.compile(rf"(?<!\w)(?:{asking_forms(lang)}|{spoke})(?!\w)"), apart=re.compile(rf"(?<!\w)(?:{apart})(?!\w)"),
        perfect=re.compile(rf"(?<!\w)(?:{perfect})(?:\s\w+){{1,3}}$"),
    )  # fmt: skip
