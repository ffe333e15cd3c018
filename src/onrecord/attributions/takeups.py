"""Sentences that only say who said the one before: "That is what the mayor said on Monday".

In: an article's text, the model's tags, drafts. Out: the drafts, in which such a sentence is source and cue of the sentence before. What the model took for
the content beside the verb is given up. Left to others: who the source is (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.attributions.channels import saying_forms
from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.languages.sentences import split_sentences
from onrecord.languages.tables import read_lists
from onrecord.names.places import has_determiner
from onrecord.records import Article, Encoding, Mention, Span, Tag

MAX_WORDS_TO_VERB = 10
"""Between the word that takes up the sentence before and the verb stand an auxiliary, a subject and a day at most."""
MAX_WORDS_TO_NAME = 2
CONFIDENCE = 0.7
"""Confidence of an attribution that only its wording shows, before calibration."""
PLACE_CHARS = 500
"""Drafts are looked up by stretches of so many code points."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BORDER = re.compile(r"[,;:!?\n\"“”„«»]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """How a language takes up a sentence; `takeups.toml` says what each list means."""

    opener: re.Pattern[str] | None
    followers: tuple[tuple[str, ...], ...]
    inside: tuple[tuple[str, ...], ...]
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUp:
    """One such sentence: what it takes up, who speaks, with which verb; `head` is its beginning up to the verb's or the subject's end."""

    taken: Span
    sentence: Span
    head: Span
    source: Span
    cue: tuple[Span, ...]


class TakeUpReader:
    """Finds these sentences in one article.

    Args:
        article: the article.
        encoding: the model's tags, of which the sources are used.
        mentions: its names, in text order.
        pack: its language's pack, or `None`: then there are none.
        is_somebody: true for a span that names a person or body or describes an office.
    """

    def __init__(self, article: Article, encoding: Encoding, mentions: Sequence[Mention], pack: Pack | None, is_somebody: Callable[[Span], bool]) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._forms = _load_forms(primary_subtag(lang))
        self._said = saying_forms(pack)
        self._stopwords = pack.stopwords if pack else frozenset()
        self._prepositions = load_wording(lang).prepositions
        self._negations = frozenset(pack.modality["negation"]) if pack else frozenset()
        self._sources: SpanIndex[Tag] = SpanIndex((tag.span, tag) for tag in encoding.tags if tag.label == "source")
        self._names = SpanIndex((m.span, m) for m in mentions if m.kind in ("person", "organisation"))
        self._credits = SpanIndex((credit.span, credit) for credit in article.credits)
        left_out = [*article.subheads, *(d.span for d in article.dropped), *((article.title_span,) if article.title_span else ())]
        self._left_out = SpanIndex((span, span) for span in left_out)
        self._is_somebody = is_somebody

    def read(self) -> Iterator[TakeUp]:
        """Yield these sentences in text order."""
        if self._forms.opener is None or not self._said:
            return
        sentences = [span for span in split_sentences(self._text) if not self._left_out.overlapping(span)]
        for before, sentence in pairwise(sentences):
            if self._text[before.end : sentence.start].strip() or self._text[before.end - 1] == ":":
                continue
            found = self._read_sentence(sentence)
            if found is not None:
                yield TakeUp(taken=before, sentence=sentence, head=found[0], source=found[1], cue=found[2])

    def _read_sentence(self, sentence: Span) -> tuple[Span, Span, tuple[Span, ...]] | None:
        border = _BORDER.search(self._text, sentence.start, sentence.end)
        if border is not None and border[0] in ':"“”„«»':
            return None
        clause = Span(start=sentence.start, end=border.start() if border else sentence.end)
        is_opened = self._forms.opener is not None and self._forms.opener.match(self._folded, clause.start, clause.end) is not None
        if not is_opened and not self._forms.followers and not self._forms.inside:
            return None
        words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(self._folded, clause.start, clause.end)]
        if any(self._fold(word) in self._negations for word in words):
            return None
        return self._opened(clause, words) or self._followed(words) or self._ended(words)

    def _opened(self, clause: Span, words: Sequence[Span]) -> tuple[Span, Span, tuple[Span, ...]] | None:
        match = self._forms.opener.match(self._folded, clause.start, clause.end) if self._forms.opener else None
        if match is None:
            return None
        rest = [self._cut(word, match.end()) for word in words if word.end > match.end()]
        cue = self._find_verb(rest[:MAX_WORDS_TO_VERB])
        if cue is None:
            return None
        between = [word for word in rest if word.end <= cue[0].start]
        after = [word for word in rest if word.start >= cue[0].end and not any(word.overlap(piece) for piece in cue)]
        source = self._find_subject(between, is_close=False) or self._find_subject(after, is_close=True)
        if source is None:
            return None
        return Span(start=clause.start, end=max(source.end, cue[-1].end)), source, cue

    def _followed(self, words: Sequence[Span]) -> tuple[Span, Span, tuple[Span, ...]] | None:
        for size in (1, 2):
            if len(words) > size and self._joined(words[:size]) in self._said:
                for follower in self._forms.followers:
                    end = size + len(follower)
                    if tuple(self._fold(word) for word in words[size:end]) == follower and (source := self._find_subject(words[end:], is_close=False)):
                        cue = Span(start=words[0].start, end=words[size - 1].end)
                        return Span(start=cue.start, end=source.end), source, (cue,)
        return None

    def _ended(self, words: Sequence[Span]) -> tuple[Span, Span, tuple[Span, ...]] | None:
        for form in self._forms.inside:
            for at in range(1, len(words) - len(form)):
                if tuple(self._fold(word) for word in words[at : at + len(form)]) != form:
                    continue
                source = Span(start=words[0].start, end=words[at - 1].end)
                for size in (3, 2, 1):
                    if len(words) - size >= at + len(form) and self._joined(words[-size:]) in self._said and self._is_somebody(source):
                        cue = Span(start=words[-size].start, end=words[-1].end)
                        return Span(start=source.start, end=cue.end), source, (cue,)
        return None

    # -- verb and subject ----------------------------------------------------------------------------------------

    def _find_verb(self, words: Sequence[Span]) -> tuple[Span, ...] | None:
        """Return the verb of saying: in one piece, or its first word at the beginning and the rest further on ("teilte ... mit")."""
        if words:
            for later in words[1:]:
                if f"{self._fold(words[0])} {self._fold(later)}" in self._said:
                    return (words[0], later) if self._text[words[0].end : later.start].strip() else (Span(start=words[0].start, end=later.end),)
        for at, word in enumerate(words):
            for size in (3, 2, 1):
                if at + size <= len(words) and self._joined(words[at : at + size]) in self._said:
                    return (Span(start=word.start, end=words[at + size - 1].end),)
        return None

    def _find_subject(self, words: Sequence[Span], *, is_close: bool) -> Span | None:
        """Return who speaks among some words: a pronoun, what the model takes for a source, or the first name.

        Args:
            words: where to look.
            is_close: true where an object or a genitive could stand there as well: then the name must follow the verb at once.
        """
        if not words:
            return None
        reach = Span(start=words[0].start, end=words[-1].end)
        for word in words[:2]:
            if self._fold(word) in self._forms.subjects:
                return word
        for tag in self._sources.overlapping(reach):
            lead = [word for word in words if word.end <= tag.span.start]
            if reach.holds(tag.span) and not self._credits.overlapping(tag.span) and not (is_close and self._is_object(lead)):
                return tag.span
        for name in self._names.inside(reach):
            if self._credits.overlapping(name.span):
                continue
            lead = [word for word in words if word.end <= name.span.start]
            if is_close and lead and self._fold(lead[-1]) in self._prepositions:
                return None
            while lead and self._fold(lead[0]) in self._stopwords and not has_determiner(self._fold(lead[0])):
                lead = lead[1:]  # an auxiliary
            whole = Span(start=lead[0].start, end=name.span.end) if lead else name.span
            if len(lead) <= MAX_WORDS_TO_NAME or (not is_close and len(lead) <= 2 * MAX_WORDS_TO_NAME):
                return whole if self._is_somebody(whole) else name.span
            return None
        return None

    def _is_object(self, lead: Sequence[Span]) -> bool:
        """True for "the delay of" before a name: an object stands where the subject would, and the name belongs to it."""
        return any(has_determiner(self._fold(word)) for word in lead) or bool(lead and self._fold(lead[-1]) in self._prepositions)

    def _cut(self, word: Span, start: int) -> Span:
        return word if word.start >= start else Span(start=start, end=word.end)

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]

    def _joined(self, words: Sequence[Span]) -> str:
        return self._folded[words[0].start : words[-1].end]


def take_up(text: str, drafts: Sequence[Draft], found: Sequence[TakeUp], quotes: Sequence[Quote]) -> list[Draft]:
    """Return the drafts with each of these sentences joined to the one that it takes up.

    Args:
        text: the article's text.
        drafts: what the model's tags gave.
        found: the sentences, in text order.
        quotes: the quotations of the text.
    """
    kept = _DraftsByPlace(drafts)
    outer = SpanIndex((quote.span, quote) for quote in quotes if quote.depth == 0)
    for one in found:
        near = kept.near(one.taken.cover(one.sentence, one.head, one.source, *one.cue))
        kept.replace(near, _take_one(text, list(near.values()), one, outer))
    return sorted(kept.list_all(), key=lambda draft: (draft.start, draft.end))


class _DraftsByPlace:
    """Drafts by where their words stand, while some are replaced by others.

    Args:
        drafts: the drafts, in their order.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = dict(enumerate(drafts))
        self._numbers: dict[int, set[int]] = {}
        self._next = len(self._drafts)
        for number, draft in self._drafts.items():
            self._place(number, draft)

    def near(self, area: Span) -> dict[int, Draft]:
        """Return by number, in their order, all drafts that have words in an area, and some around it."""
        found = {number for place in _places(area) for number in self._numbers.get(place, ())}
        return {number: self._drafts[number] for number in sorted(found) if number in self._drafts}

    def replace(self, near: Mapping[int, Draft], new: Sequence[Draft]) -> None:
        """Leave of some drafts only those among the new ones, and put the others of these behind all."""
        known = {id(draft): number for number, draft in near.items()}
        left = {known[id(draft)] for draft in new if id(draft) in known}
        for number in near.keys() - left:
            del self._drafts[number]
        for draft in new:
            number = known.get(id(draft), self._next)
            self._next += number == self._next
            self._drafts[number] = draft
            self._place(number, draft)

    def list_all(self) -> list[Draft]:
        """Return the drafts that are left, in their order."""
        return list(self._drafts.values())

    def _place(self, number: int, draft: Draft) -> None:
        for place in {place for span in (*draft.source, *draft.cue, *draft.content) for place in _places(span)}:
            self._numbers.setdefault(place, set()).add(number)


def _places(span: Span) -> range:
    return range(span.start // PLACE_CHARS, span.end // PLACE_CHARS + 1)


def _take_one(text: str, drafts: list[Draft], one: TakeUp, quotes: SpanIndex[Quote]) -> list[Draft]:
    mine = [d for d in drafts if any(span.overlap(one.head) for span in (*d.cue, *d.content)) or _is_told_by(d, one)]
    good = next((d for d in mine if d.content[0].overlap(one.taken)), None)
    if good is not None:  # the model saw it: only the words that take up are no content
        good.content = [span for span in good.content if not span.overlap(one.head)] or good.content[:1]
        if not any(span.overlap(one.head) for span in good.cue):
            good.cue = list(one.cue)
        if not good.source or one.head.end <= good.source[0].start:
            good.source = [one.source]
        return [d for d in drafts if d is good or not (d in mine and any(span.overlap(one.head) for span in d.content))]
    rest = [d for d in drafts if d not in mine]
    there = [d for d in rest if any(span.overlap(one.taken) for span in d.content)]
    if any(d.source or d.cue for d in there) or any(span.overlap(one.taken) for d in rest for span in (*d.source, *d.cue)):
        return [d for d in drafts if not (d in mine and any(span.overlap(one.head) for span in d.content))]
    whole = one.taken
    for quote in quotes.overlapping(one.taken):
        if "\n" not in quote.span.of(text):
            whole = whole.cover(quote.span)
    if text[whole.end - 1] == ".":
        whole = Span(start=whole.start, end=whole.end - 1)
    content = [whole, *(span for d in there for span in d.content if not span.overlap(whole))]
    made = Draft(content=sorted(content), source=[one.source], cue=list(one.cue), confidences=[CONFIDENCE])
    return [*(d for d in rest if d not in there), made]


def _is_told_by(draft: Draft, one: TakeUp) -> bool:
    """True when the model gave the sentence taken up a source or cue out of the sentence that takes it up."""
    return any(span.overlap(one.taken) for span in draft.content) and any(one.sentence.holds(span) for span in (*draft.source, *draft.cue))


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> _Forms:
    entry = read_lists("onrecord.attributions", "takeups").get(lang, {})
    openers = entry.get("openers", ())
    return _Forms(
        opener=re.compile(rf"(?:{'|'.join(openers)})(?:(?<=['\s])|(?!\w)\s*)") if openers else None,
        followers=tuple(tuple(form.split()) for form in entry.get("followers", ())),
        inside=tuple(tuple(form.split()) for form in entry.get("inside", ())),
        subjects=frozenset(entry.get("subjects", ())),
    )
