"""Agencies that pass on what others said: a channel is no speaker.

In: a draft, the article's credits, what the resolver knows of names. Out: the draft with the inner speaker as its source where the words reported
tell who that is, else with the reason why nobody is its speaker. An agency that tells of itself stays the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.decode import Draft
from onrecord.attributions.intervals import SpanIndex
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Credit, Span

PASSING_ON = ("agency", "platform")
"""Kinds of credits that pass on: an author speaks."""
SAYING = ("neutral", "announcing", "stressing", "conceding", "threatening", "demanding", "refusing", "accusing", "promising")
"""Classes of cues with which somebody commits himself to what is reported."""
MAX_SUBJECT_WORDS = 8
MIN_REPORTED_WORDS = 2
"""What is left as content when subject and verb are taken off has at least this many words."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
_BORDER = re.compile(r"[,;:.!?\n\"“”„«»]")
_QUOTED = frozenset("\"“”„«»‘'")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of `channels.toml` for one language, folded."""

    nouns: tuple[str, ...]
    complements: frozenset[str]
    auxiliaries: frozenset[str]


class ChannelReader:
    """Tells channels from speakers in one article.

    Args:
        article: the article.
        pack: its language's pack, or `None`: then no inner speaker is looked for.
        is_somebody: true for a span that names a person or body, holds a personal pronoun or describes an office.
        is_title: true for a span in which an office stands: "a spokeswoman for the agency".
    """

    def __init__(self, article: Article, pack: Pack | None, is_somebody: Callable[[Span], bool], is_title: Callable[[Span], bool]) -> None:
        self._text = article.text
        self._lang = article.lang or "en"
        self._folded = fold_text(article.text, self._lang)
        self._pack = pack
        self._words = _load_words(primary_subtag(self._lang))
        self._credits = SpanIndex((credit.span, credit) for credit in article.credits if credit.kind in PASSING_ON)
        self._agencies = frozenset(pack.credits.agencies) if pack else frozenset()
        self._is_somebody, self._is_title = is_somebody, is_title

    def read_all(self, drafts: Sequence[Draft]) -> None:
        """Set the source of every draft that a channel passes on, or its reason for having no speaker."""
        for draft in drafts:
            name = self._channel(draft.source[0]) if draft.source else None
            if name is None and draft.source and self._is_staff(draft.source[0]):
                draft.unspoken = f"unnamed source `{draft.source[0].of(self._text)}`"
            if name is None or self._is_about_itself(draft, name):
                continue
            if not self._open(draft):
                draft.unspoken = f"channel `{name}`, who said it is not told"

    def _channel(self, source: Span) -> str | None:
        """Return the agency that a source consists of, `None` when it is anybody else."""
        credits: list[Credit] = self._credits.overlapping(source)
        core = self._strip(source)
        if credits and source.holds(credits[0].span):
            before, after = Span(start=source.start, end=credits[0].span.start), Span(start=credits[0].span.end, end=source.end)
            is_only = not self._is_title(source) and self._is_agency_words(before) and self._is_agency_words(after)
            return credits[0].name if is_only else None
        return core if core in self._agencies else None

    def _is_staff(self, source: Span) -> bool:
        """True for "a Tidewire reporter": a common noun follows the agency's name, and is none for an agency."""
        words = source.of(self._text).split()
        last = words[-1].strip("()'’\",") if words else ""
        return len(words) > 1 and last.islower() and not self._is_noun(last) and not self._is_title(source) and bool(self._agencies.intersection(words[:-1]))

    def _strip(self, source: Span) -> str:
        """Return a source less its article and the words for "agency" at its edges."""
        words = source.of(self._text).replace("l'", "").replace("l’", "").split()
        while len(words) > 1 and (words[0].islower() or self._is_noun(words[0])):
            words = words[1:]
        while len(words) > 1 and self._is_noun(words[-1]):
            words = words[:-1]
        return " ".join(words).strip("«»\"“”„()'’,")

    def _is_noun(self, word: str) -> bool:
        return fold_text(word, self._lang).startswith(self._words.nouns) if self._words.nouns else False

    def _is_agency_words(self, span: Span) -> bool:
        """True for nothing, an article, or words with "agency" among them: "the state news agency"."""
        words = self._folded[span.start : span.end].replace("'", " ").split()
        return not words or (len(words) == 1 and len(words[0]) <= 3) or any(self._is_noun(word) for word in words)

    def _is_about_itself(self, draft: Draft, name: str) -> bool:
        """True for "Tidewire said it would close an office": the reported clause is about who stands before it, or names it."""
        content = draft.content[0]
        words = [m[0] for m in _WORD.finditer(self._folded, content.start, content.end)][:4]
        if any(fold_text(name, self._lang) in self._folded[piece.start : piece.end] for piece in draft.content):
            return True
        if self._pack is None or draft.source[0].start > content.start or _BORDER.search(self._text, draft.source[0].end, content.start):
            return False
        rest = words[1:] if words and words[0] in self._words.complements else words
        return bool(rest) and rest[0] in self._pack.pronouns["neuter"]

    # -- who is passed on ----------------------------------------------------------------------------------------

    def _open(self, draft: Draft) -> bool:
        """Make subject and verb at the beginning of what is reported source and cue of the draft; false when they are not clear."""
        content = draft.content[0]
        if self._pack is None or self._text[content.start] in _QUOTED:
            return False
        found = self._find_subject(content)
        if found is None:
            return False
        source, cue, rest = found
        draft.source, draft.cue, draft.content = [source], [cue], [rest, *draft.content[1:]]
        return True

    def _find_subject(self, content: Span) -> tuple[Span, Span, Span] | None:
        """Return subject, verb of saying and what is said: "the mayor said that ...", "next says she that ..."."""
        border = _BORDER.search(self._text, content.start, content.end)
        clause = Span(start=content.start, end=border.start() if border else content.end)
        words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(self._folded, clause.start, clause.end)]
        if words and self._fold(words[0]) in self._words.complements:
            words = words[1:]
        singles = saying_forms(self._pack)
        for at, word in enumerate(words[: MAX_SUBJECT_WORDS + 1]):
            if self._fold(word) not in singles:
                continue
            return self._before_verb(words, at, content) or self._after_verb(words, at, content)
        return None

    def _before_verb(self, words: Sequence[Span], at: int, content: Span) -> tuple[Span, Span, Span] | None:
        head = at
        while head > 0 and self._fold(words[head - 1]) in self._words.auxiliaries:
            head -= 1
        if head == 0:
            return None
        source = Span(start=words[0].start, end=words[head - 1].end)
        cue = Span(start=words[head].start, end=words[at].end)
        return self._split(source, cue, words[at].end, content)

    def _after_verb(self, words: Sequence[Span], at: int, content: Span) -> tuple[Span, Span, Span] | None:
        if at > 1:
            return None
        for size in range(1, min(MAX_SUBJECT_WORDS, len(words) - at - 1) + 1):
            source = Span(start=words[at + 1].start, end=words[at + size].end)
            if self._fold(words[at + size]) in self._words.complements:
                return None
            if self._ends_with_head(source):
                for word in words[at + size + 1 :]:  # an office and a name, a first name and a family name
                    if not self._text[word.start].isupper() or not self._ends_with_head(Span(start=source.start, end=word.end)):
                        break
                    source = Span(start=source.start, end=word.end)
                return self._split(source, words[at], source.end, content)
        return None

    def _ends_with_head(self, source: Span) -> bool:
        """True when a subject ends with its name, pronoun or office, not with a word after it."""
        last = source.of(self._text).split()[-1]
        alone = Span(start=source.end - len(last), end=source.end)
        return self._is_somebody(source) and (last[0].isupper() or self._is_somebody(alone))

    def _split(self, source: Span, cue: Span, after: int, content: Span) -> tuple[Span, Span, Span] | None:
        start = after
        while start < content.end and not self._text[start].isalnum() and self._text[start] not in _QUOTED:
            start += 1
        if not self._is_somebody(source) or self._channel(source) or len(self._text[start : content.end].split()) < MIN_REPORTED_WORDS:
            return None
        return source, cue, Span(start=start, end=content.end)

    def _fold(self, span: Span) -> str:
        return self._folded[span.start : span.end]


@lru_cache(maxsize=64)
def saying_forms(pack: Pack | None) -> frozenset[str]:
    """Return the folded forms of a pack's cues with which something is said: no question, doubt or finding."""
    return frozenset(form for loading in SAYING for form in pack.cues[loading]) if pack else frozenset()


def complement_words(lang: str) -> frozenset[str]:
    """Return the folded words of a language between a verb of reporting and what is reported ("that")."""
    return _load_words(primary_subtag(lang)).complements


def auxiliary_words(lang: str) -> frozenset[str]:
    """Return the folded verbs of a language between a subject and a participle of saying ("has")."""
    return _load_words(primary_subtag(lang)).auxiliaries


@lru_cache(maxsize=32)
def _load_words(lang: str) -> _Words:
    entry = read_lists("onrecord.attributions", "channels").get(lang, {})
    return _Words(nouns=tuple(entry.get("nouns", ())), complements=frozenset(entry.get("complements", ())), auxiliaries=frozenset(entry.get("auxiliaries", ())))
