"""What somebody spoke about is not what he said: "touched on the talks", "addressed Tarn's fears that ...", "as if they cared".

In: drafts, the names and quotations of an article. Out: the drafts, those that only name a topic marked so. A clause after a noun of speech or thought
("fears that") becomes its owner's, or nobody's where no owner is told; a supposed course of things begins no content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.channels import saying_forms
from onrecord.attributions.decode import PIECE_GAP_CHARS, Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark, find_marks
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.quotes import Quote
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Mention, Span

REACH_CHARS = 200
"""How far before a content the words that name a topic are looked for."""
LEAD_CHARS = 40
"""So far into the content they may reach: "spoke | about the bridge"."""
MAX_WORDS_BETWEEN = 6
"""Words of the topic that the content leaves out: "spoke about the many failed attempts of | opening the bridge"."""
MAX_OPENER = 4
"""The reported clause is opened by one of the first words: "the fact that"."""
MAX_NOUN = 12
"""A noun of speech stands among so many first words of its phrase, names and offices before it: "the country's former prime minister's claims"."""
MAX_TO_OWNER = 5
"""Words between such a noun and its owner: "the fears of the former president"."""
MAX_TO_CLAUSE = 8
"""The clause that tells what is feared follows the noun so soon: "the fears of the country's president that"."""
OWNING = ("masculine", "feminine", "plural", "first_singular", "first_plural")
MIN_QUOTED = 3
"""A quotation of so many words in the phrase was said; at fewer the writer may only point."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»“]*\s|\n")
_BORDER = re.compile(r"[,;:.!?…\n\"“”„«»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The words of one language; `topics.toml` says what each list means."""

    topic: re.Pattern[str] | None
    about: re.Pattern[str] | None
    after: re.Pattern[str] | None
    noun: re.Pattern[str]
    stance: re.Pattern[str]
    of: frozenset[str]
    facts: re.Pattern[str] | None
    openers: re.Pattern[str]
    acts: re.Pattern[str] | None
    telling: re.Pattern[str] | None
    as_if: re.Pattern[str]
    as_if_uncued: re.Pattern[str] | None


class TopicReader:
    """Tells topics from what is said in one article.

    Args:
        article: the article.
        mentions: its names.
        quotes: its quotations.
        pack: its language's pack, or `None`.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote], pack: Pack | None) -> None:
        self._text = article.text
        lang = article.lang or "en"
        self._folded = fold_text(article.text, lang)
        self._forms = _load_forms(primary_subtag(lang))
        self._said = saying_forms(pack)
        self._stopwords = pack.stopwords if pack else frozenset()
        self._prepositions = load_wording(lang).prepositions
        self._pronouns = frozenset(form for kind in OWNING for form in pack.pronouns[kind]) if pack else frozenset()
        self._names = SpanIndex((m.span, m) for m in mentions)
        self._quotes = SpanIndex((q.span, q) for q in quotes if q.depth == 0)

    def read_all(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts in their order, less supposed courses of things; topics are marked, some others get another source or lose theirs.

        Args:
            drafts: the drafts of the article in text order.
        """
        forms = self._forms
        if forms is None:
            return list(drafts)
        kept: list[Draft] = []
        for draft in drafts:
            if self._is_supposed(draft, forms):
                self._continue(kept, draft)
            else:
                draft.is_topic = self._is_topic(draft, forms)
                kept.append(draft)
        return kept

    # -- a supposed course of things -------------------------------------------------------------------------------

    def _is_supposed(self, draft: Draft, forms: _Forms) -> bool:
        """True when the content is what only seems so: it begins with, or stands right after, "as if"."""
        start = draft.content[0].start
        if self._quotes.overlapping(Span(start=start, end=start + 1)):
            return False
        is_told = any(word in self._said for cue in draft.cue for word in (self._fold(cue), *self._fold(cue).split()))
        patterns = [forms.as_if, *([forms.as_if_uncued] if forms.as_if_uncued and not is_told else [])]
        before = self._folded[max(start - LEAD_CHARS, 0) : start]
        return any(p.match(self._folded, start) or any(not before[m.end() :].strip() for m in p.finditer(before)) for p in patterns)

    def _continue(self, kept: Sequence[Draft], draft: Draft) -> None:
        """Let the speech before reach over a supposed clause of its own sentence: "warned of votes in which it seems as if ...\""""
        if not kept or draft.source or draft.cue:
            return
        last = kept[-1].content[-1]
        first = draft.content[0]
        if last.end <= first.start <= last.end + PIECE_GAP_CHARS and not any(find_marks(_SENTENCE_END, self._text, last.end, first.start)):
            kept[-1].content[-1] = Span(start=last.start, end=first.end)

    # -- topics ----------------------------------------------------------------------------------------------------

    def _is_topic(self, draft: Draft, forms: _Forms) -> bool:
        """True when the content is a noun phrase that tells only what was spoken about. A clause in it is given to its owner."""
        phrase = self._find_phrase(draft, forms)
        if phrase is None:
            return False
        start, is_sure = phrase
        end = max(draft.content[0].end, start)
        if any(self._is_said(quote, piece) for piece in draft.content for quote in self._quotes.inside(piece)):
            return False
        words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(self._folded, start, end)]
        opener = next((at for at, word in enumerate(words) if forms.openers.fullmatch(self._fold(word))), None)
        noun = next((at for at, word in enumerate(words[: MAX_NOUN if opener is None else opener]) if forms.noun.match(self._fold(word))), None)
        names = self._names.inside(Span(start=start, end=end))
        if noun is not None:
            owner = self._find_owner(words[noun], names, forms)
            if owner is None and (not is_sure or self._is_own(words[:noun])):
                return False
            return not self._give_to_owner(draft, words[noun], owner, words[opener] if opener is not None and opener - noun <= MAX_TO_CLAUSE else None)
        if not is_sure or not words or self._is_clause(words, opener, forms):
            return False
        stance = next((word for word in words[:MAX_OPENER] if forms.stance.match(self._fold(word))), None)
        return stance is None or any(name.span.start < stance.start for name in names)

    def _is_said(self, quote: Quote, piece: Span) -> bool:
        """True for a quotation with which a piece of content begins, or one of several words; at a word or two the writer only points."""
        return quote.span.start == piece.start or len(quote.inner.of(self._text).split()) >= MIN_QUOTED

    def _find_phrase(self, draft: Draft, forms: _Forms) -> tuple[int, bool] | None:
        """Return where the phrase after words that name a topic starts, and whether it is surely one; `None` where none leads to the content."""
        first = draft.content[0]
        if forms.after is not None and (match := re.compile(r"\W{0,2}").match(self._folded, draft.end)) is not None and forms.after.match(self._folded, match.end()):
            return first.start, True
        begin = find_last_mark(_SENTENCE_END, self._text, max(first.start - REACH_CHARS, 0), first.start)
        for pattern, is_topic in ((forms.topic, True), (forms.about, False)):
            for match in pattern.finditer(self._folded, begin, min(first.start + LEAD_CHARS, first.end)) if pattern else ():
                if match.start() >= first.start or any(not cue.overlap(Span(start=match.start(), end=match.end())) for cue in draft.cue):
                    continue
                between = self._folded[match.end() : first.start]
                if not _BORDER.search(between.rstrip(" \"“”„«»'‘’")) and len(between.split()) <= MAX_WORDS_BETWEEN:
                    return match.end(), is_topic
        return None

    def _is_clause(self, words: Sequence[Span], opener: int | None, forms: _Forms) -> bool:
        """True when the phrase is a clause ("the fact that"), an act ("closing the bridge") or holds a verb of its own ("the bridge would close")."""
        if opener is not None and opener < MAX_OPENER and self._is_bare(words[:opener], forms):
            return True
        if forms.acts is not None and forms.acts.match(self._folded, words[0].start):
            return True
        end = words[-1].end if opener is None else words[opener].start
        return forms.telling is not None and forms.telling.search(self._folded, words[0].start, end) is not None

    def _is_bare(self, before: Sequence[Span], forms: _Forms) -> bool:
        """True when nothing but "the fact" stands before what opens a clause, so that it is no clause of a noun: "the countries that"."""
        return all((word := self._fold(place)) in self._stopwords or (forms.facts is not None and forms.facts.match(word)) for place in before)

    def _find_owner(self, noun: Span, names: Sequence[Mention], forms: _Forms) -> Span | None:
        """Return the name of whose speech a noun is: before it in the phrase ("Tarn's fears"), or led to by "of" or a genitive ("the fears of Tarn")."""
        before = [name for name in names if name.span.end <= noun.start]
        people = [name for name in before if name.kind == "person"] or before
        if people:
            return people[-1].span
        after = next((name.span for name in names if name.span.start >= noun.end), None)
        if after is None or _BORDER.search(self._text, noun.end, after.start):
            return None
        between = _WORD.findall(self._folded[noun.end : after.start].replace("'", " "))
        is_led = not between or between[0] in forms.of or not any(word in self._prepositions for word in between)
        return after if is_led and len(between) <= MAX_TO_OWNER and not any(forms.openers.fullmatch(word) for word in between) else None

    def _is_own(self, before: Sequence[Span]) -> bool:
        """True for "his fears": a pronoun tells whose, and nobody else is named."""
        return any(self._fold(word) in self._pronouns for word in before)

    def _give_to_owner(self, draft: Draft, noun: Span, owner: Span | None, opener: Span | None) -> bool:
        """Make whoever owns a noun of speech the source of the clause after it, or nobody; false where no clause follows."""
        if opener is None:
            return False
        draft.teller = draft.source
        first = draft.content[0]
        draft.content = [Span(start=max(opener.start, first.start), end=first.end), *draft.content[1:]]
        draft.cue = [noun]
        draft.source = [owner] if owner is not None else []
        if owner is None:
            draft.unspoken = f"whose `{noun.of(self._text)}` is not told"
        return True

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]


@lru_cache(maxsize=32)
def _load_forms(lang: str) -> _Forms | None:
    entry = read_lists("onrecord.attributions", "topics").get(lang)
    if entry is None:
        return None

    def join(name: str, after: str = r"(?!\w)") -> re.Pattern[str] | None:
        return re.compile(rf"(?<!\w)(?:{'|'.join(entry[name])}){after}") if entry[name] else None

    return _Forms(
        topic=join("topic", r"(?:(?<=')|(?!\w))"),
        about=join("about", r"(?:(?<=')|(?!\w))"),
        after=join("after"),
        noun=re.compile("|".join(entry["nouns"])),
        stance=re.compile("|".join(entry["stances"])),
        of=frozenset(entry["of"]),
        facts=join("facts", ""),
        openers=re.compile("|".join(map(re.escape, entry["openers"]))),
        acts=join("acts"),
        telling=join("telling", ""),
        as_if=re.compile(rf"(?<!\w)(?:{'|'.join(entry['as_if'])})(?!\w)"),
        as_if_uncued=join("as_if_uncued"),
    )
