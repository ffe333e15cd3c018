"""Places a figure: where, when, by whose count, from what other stages found in the article.

In: an `Article` and the records of other stages. Out: answers for a span; `None` where the text does not say.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.figures.joint import is_body, reach_of
from onrecord.figures.lexicon import PEOPLE_ROLE, Lexicon
from onrecord.languages.pack import fold_text
from onrecord.records import Article, Attribution, DateMention, DateRange, Mention, Span
from onrecord.spans import SpanIndex

MAX_DAY_GAP = 60
"""Code points that may lie between a figure and the day of what it counts."""
OLD_DAYS = 30
"""What happened longer before publication is not what an article reports that tells of others who were hurt."""
MAX_CLAUSE = 7
"""Words that may stand between what opens a period and its date: "since the war began on", "since Russia's invasion on"."""
_CLAUSE_END = re.compile(r"[,;:()\n]|\s[-\u2013\u2014]\s|\. ")
_CLAUSE_BORDER = re.compile(r"[;:\n]|\s[-\u2013\u2014]\s")
_WHERE = frozenset({"in", "at", "near", "from", "around", "outside", "across", "inside"})
"""English words that make the name behind them a place even before a noun: "in Varn police shot two men"."""
MAX_HEAD = 4
"""Words that may stand before a place at the head of a sentence: "Near the town of Varn, ..."."""
_OPENING = re.compile(r"^(?:the|an?|le|la|les|l'|der|die|das|den|dem|de|het|el|los|las|il|lo|gli|o|os|as)\s+", re.IGNORECASE)
_WORDS = re.compile(r"[\w'№]+")


def merge_spans(spans: Iterable[Span]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the starts and ends of the stretches that `spans` cover, in text order."""
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return tuple(starts), tuple(ends)


def _has_between(places: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a sentence names: days, of these those that a count holds for (`as_of`) and those that open a period, and places of what happens there."""

    dates: tuple[DateMention, ...]
    as_of: frozenset[Span]
    opening: frozenset[Span]
    places: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What other stages know about an article; `folded` is its folded text, `taken` the merged spans that hold no figures.

    `attributions` are found by their contents, `voices` by their sources, `inner` are quotations within quotations, `cues` holds the sorted starts and ends of their cues. `around` keeps what sentences name: the figures of one
    ask for the same.
    """

    article: Article
    folded: str
    lexicon: Lexicon
    attributions: SpanIndex[Attribution]
    voices: SpanIndex[Attribution]
    inner: SpanIndex[Span]
    cues: tuple[Sequence[int], Sequence[int]]
    dates: SpanIndex[DateMention]
    mentions: SpanIndex[Mention]
    taken: tuple[tuple[int, ...], tuple[int, ...]]
    around: dict[Span, _Around] = field(default_factory=dict)

    def is_taken(self, start: int, end: int) -> bool:
        """True when a number touches a dropped span, a date or a name."""
        starts, ends = self.taken
        at = bisect_left(starts, end)
        return at > 0 and ends[at - 1] > start

    def is_dropped(self, at: int) -> bool:
        """True in what is not part of the told news."""
        return any(dropped.span.start <= at < dropped.span.end for dropped in self.article.dropped)

    def is_dated(self, start: int, end: int) -> bool:
        """True inside a date."""
        return any(date.span.start < start and end < date.span.end for date in self.dates.across(Span(start=start, end=end)))

    def is_of_old(self, sentence: Span) -> bool:
        """True when a sentence names a day that lies more than `OLD_DAYS` before publication."""
        published = self.article.published
        if published is None:
            return False
        day = datetime.date.fromisoformat(published.start) - datetime.timedelta(days=OLD_DAYS)
        return any(found.range is not None and datetime.date.fromisoformat(found.range.end) < day for found in self.dates.inside(sentence))

    def attribution_of(self, span: Span) -> Attribution | None:
        """Return the attribution with the shortest content that holds the figure, `None` when the outlet tells it as its own."""
        held = [
            (sum(piece.end - piece.start for piece in attribution.content), attribution.id, attribution)
            for attribution in self.attributions.across(Span(start=span.start, end=span.start + 1))
        ]
        return min(held)[2] if held else None

    def voice_at(self, source: Span) -> Attribution | None:
        """Return the attribution whose source stands there, `None` without one."""
        return next((attribution for attribution in self.voices.across(source) if any(piece.overlap(source) for piece in attribution.source)), None)

    def counter_of(self, attribution: Attribution, figure: Span) -> str | None:
        """Return whose count an attribution gives: its speaker, or the body of it that the text names ("the UN refugee agency"); `None` in words it only puts into another's mouth."""
        if any(quote.holds(figure) and not any(quote.holds(piece) for piece in attribution.content if piece.overlap(figure)) for quote in self.inner.across(figure)):
            return None
        speaker, written = attribution.speaker, attribution.speaker_as_written
        if speaker is None or written is None:
            return speaker or written
        lang = self.lexicon.lang
        is_person = any(mention.kind == "person" and mention.canonical == speaker for source in attribution.source for mention in self.mentions.inside(source))
        body = _OPENING.sub("", written) if not is_person else speaker
        return body if is_body(fold_text(body, lang), fold_text(speaker, lang), lang) else speaker

    def place_of(self, span: Span, sentence: Span) -> str | None:
        """Return the canonical name of the place nearest to the figure in its own clause; a place after it goes first.

        A place that only tells which police, court or officer is meant ("a Varn police officer") is none, one that speaks ("the EU called for calm") is none, and what others are quoted with holds only for places
        in the same words, or at the head of the sentence ("In Varn, the mayor said, 12 people were hurt").
        """
        told = self.attribution_of(span)
        pieces = told.content if told is not None else ()
        places = [m for m in self._read(sentence).places if self._is_own_place(m, span, sentence, pieces)]
        if not places:
            return None

        def distance(mention: Mention) -> tuple[int, int]:
            if mention.span.start >= span.end:
                return mention.span.start - span.end, mention.span.start
            return 2 * max(0, span.start - mention.span.end), mention.span.start

        return min(places, key=distance).canonical

    def place_before(self, span: Span, paragraph: Span) -> str | None:
        """Return the canonical name of the only place that a paragraph names before a figure, `None` where it names none or several."""
        named = {m.canonical for m in self.mentions.inside(Span(start=paragraph.start, end=span.start)) if m.kind == "place" and not self._is_adjunct(m) and not self._speaks(m)}
        return named.pop() if len(named) == 1 else None

    def _speaks(self, place: Mention) -> bool:
        """True for a place that is named as who says something, not as where those are who do ("police in Varn")."""
        lang = self.lexicon.lang
        sources = [piece for told in self.voices.across(place.span) for piece in told.source if piece.overlap(place.span)]
        return any(not _OPENING.sub("", f"{fold_text(self.article.text[piece.start : place.span.start], lang)} ").strip() for piece in sources if piece.start <= place.span.start)

    def is_voice_of(self, person: Span, told: Span) -> bool:
        """True for a person whose words tell it: what "he" says of a plan befell the plan."""
        return any(told.start < piece.end and piece.start < told.end and not piece.overlap(person) for voice in self.voices.across(person) for piece in voice.content)

    def _is_own_place(self, place: Mention, span: Span, sentence: Span, pieces: Sequence[Span]) -> bool:
        """True where no clause border lies between a place and a figure, and both are told by the same voice."""
        first, second = sorted((place.span, span))
        if _CLAUSE_BORDER.search(self.folded, first.end, second.start):
            return False
        if not pieces or any(piece.overlap(place.span) for piece in pieces):
            return True
        return self.folded[place.span.end : place.span.end + 1] == "," and len(_WORDS.findall(self.folded[sentence.start : place.span.start])) <= MAX_HEAD

    def _is_adjunct(self, place: Mention) -> bool:
        """True where a noun of people or of a body stands right behind a place and no word of where right before it, as in English: "the Varn police"."""
        lexicon = self.lexicon
        if lexicon.lang != "en" or self.folded[place.span.end : place.span.end + 1] != " ":
            return False
        behind = lexicon.concept.match(self.folded, place.span.end + 1)
        is_people = behind is not None and any(role == PEOPLE_ROLE for role, _ in lexicon.roles[behind[0]])
        noun = _WORDS.match(self.folded, place.span.end + 1)
        is_of_body = noun is not None and reach_of(lexicon.lang).bodies.fullmatch(noun[0]) is not None
        before = _WORDS.findall(self.folded[max(0, place.span.start - 30) : place.span.start])
        return (is_people or is_of_body) and not (before and before[-1] in _WHERE)

    def dates_of(self, span: Span, sentence: Span) -> tuple[DateRange | None, DateRange | None]:
        """Return (as of, period) that the sentence of a figure names; a period that is still open ends with the day of publication."""
        around = self._read(sentence)
        inside = sorted(around.dates, key=lambda date: (max(date.span.start - span.end, span.start - date.span.end), date.span.start))
        as_of = next((date.range for date in inside if date.span in around.as_of), None)
        first = next((date.range for date in inside if date.span in around.opening), None)
        published = self.article.published
        if first is not None and published is not None and first.start < published.end:
            return as_of, DateRange(start=first.start, end=published.end)
        return as_of, None if first is not None else self._find_period(span, [date for date in inside if date.span not in around.as_of])

    def _read(self, sentence: Span) -> _Around:
        """Return what a sentence names."""
        if sentence not in self.around:
            dates = tuple(date for date in self.dates.inside(sentence) if date.range is not None)
            self.around[sentence] = _Around(
                dates=dates,
                as_of=frozenset(date.span for date in dates if self._introduces("as_of", date)),
                opening=frozenset(date.span for date in dates if self._introduces("since", date) or self._opens_period(date, sentence)),
                places=tuple(m for m in self.mentions.inside(sentence) if m.kind == "place" and not self._is_adjunct(m) and not self._speaks(m)),
            )
        return self.around[sentence]

    def _find_period(self, span: Span, dates: Sequence[DateMention]) -> DateRange | None:
        """Return the past days nearest to a figure that are its own: told in the same words as it, and not the day on which it was said."""
        attribution = self.attribution_of(span)
        for date in dates:
            days = date.range
            is_past = days is not None and (self.article.published is None or days.start < self.article.published.end)
            is_told = attribution is None or any(piece.overlap(date.span) for piece in attribution.content)
            is_near = max(date.span.start - span.end, span.start - date.span.end) <= MAX_DAY_GAP
            of_saying = _has_between(self.cues[1], date.span.start - 4, date.span.start + 1) or _has_between(self.cues[0], date.span.end - 1, date.span.end + 4)
            if is_past and is_told and is_near and not of_saying:
                return days
        return None

    def _introduces(self, name: str, date: DateMention) -> bool:
        """True when one of the phrases of a list stands right before a date, or opens it."""
        words = _WORDS.findall(self.folded[max(0, date.span.start - 40) : date.span.start])
        phrases = self.lexicon.lists[name]
        opening = self.folded[date.span.start : date.span.end]
        return any(" ".join(words[-k:]) in phrases for k in range(1, 4)) or any(opening.startswith(f"{phrase} ") for phrase in phrases)

    def _opens_period(self, date: DateMention, sentence: Span) -> bool:
        """True when a clause that opens a period holds a date: "since the war began on 24 February"."""
        reach = reach_of(self.lexicon.lang)
        before = _CLAUSE_END.split(self.folded[sentence.start : date.span.start])[-1]
        after = _CLAUSE_END.split(self.folded[date.span.end : sentence.end])[0]
        words, following = _WORDS.findall(before), _WORDS.findall(after)[: MAX_CLAUSE + 1]
        opened = any(" ".join(words[at : at + size]) in reach.since for at in range(max(0, len(words) - MAX_CLAUSE), len(words)) for size in (1, 2, 3))
        return opened or any(" ".join(following[at : at + size]) in reach.until_now for at in range(len(following)) for size in (1, 2))
