"""Remember who spoke, and find whom a pronoun or a quotation without a source takes up.

In: the mentions of an article and, one by one, its drafts with their speakers. Out: `Antecedent`s with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.attributions.borders import NEAR_CHARS, Borders
from onrecord.attributions.decode import Draft
from onrecord.attributions.governed import drop_commented
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.past_forms import gender_of_past
from onrecord.attributions.principals import group_words
from onrecord.attributions.unnamed import Unnamed
from onrecord.attributions.wording import load_wording
from onrecord.languages.anonymity import find_kept_back
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.tables import read_lists
from onrecord.names.keys import name_words
from onrecord.names.places import has_determiner
from onrecord.records import Mention, Span

SUBJECT_CHARS = 40
"""A name that starts at most this far into its sentence is its subject."""
OPENING_CHARS = 80
"""Or this far, behind an opening phrase that a comma closes: "During a meeting in the town hall, Mira Solan"."""
GOES_ON_CHARS = 300
MAX_SPEAKERS_BACK = 20
MAX_WORDS_BETWEEN = 6
"""Between a speech and the verb with which it goes on stand an adverb or a day at most: "..., and later on Monday added"."""
MAX_WORDS_BEFORE = 2
"""A pronoun opens its sentence behind so many words at most: "But later he"."""
_POSSESSIVE = re.compile(r"['’](?:s|n?[ıiuü]n)?\s+[^\s,.]")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = re.compile(r"[^\w\n]*|\s*[,(–—-][^\n]*[,)–—-]\s*|\s*,\s+(?:\w+\s+){1,2}")
"""What may stand between a name and the relative pronoun behind it: a comma, an apposition between two, a preposition ("Solan, according to whom")."""
_APPOSITION = re.compile(r",\s[^,\n]+,\s*")
_OF_THINGS = frozenset({"which", "that", "dat", "das", "welches"})
"""Relative pronouns that are never for a person."""
RELATIVE_CHARS = 60
GENDERED = frozenset({"nl", "de", "fr", "pl", "cs", "uk", "ru"})
"""Languages in which the pronoun for him or her takes up any noun of that gender."""
MIN_SENTENCE_WORDS = 3
SEVERAL = "the one before or somebody named since"
"""Why a pronoun takes up nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Who is taken up, why, and where the name stands; without a name, `unnamed` is who it is."""

    name: str | None
    how: str
    evidence: Span | None
    unnamed: Unnamed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """One draft that is done: its place with source and cue, the words of the cue, and its speaker, with a name or without."""

    span: Span
    content_end: int
    source: Span | None
    cue: str
    name: str | None
    evidence: Span | None
    unnamed: Unnamed | None


class Antecedents:
    """The memory of one article.

    Args:
        text: the article's text.
        mentions: its names, in text order.
        genders: canonical name -> gender, where a title or an office tells it.
        titled: the names with an office beside them.
        lang: its language.
        pack: its language's pack, or `None`.
        subject_of: gives the person whom a sentence, from a place to another, begins with although no name does, `None` for none.
    """

    def __init__(
        self, text: str, mentions: Sequence[Mention], genders: Mapping[str, str], titled: Iterable[Span], lang: str, pack: Pack | None,
        subject_of: Callable[[int, int], Antecedent | None],
    ) -> None:  # fmt: skip
        self._text = text
        self._subject_of = subject_of
        self._lang = lang
        self._pronouns = frozenset(form for kind in ("masculine", "feminine") for form in pack.pronouns[kind]) if pack else frozenset()
        self._mentions = SpanIndex((m.span, m) for m in mentions)
        self._genders = dict(genders)
        self._titled = frozenset(titled)
        self._kind_of = {m.canonical: m.kind for m in mentions}
        self._first = {m.canonical: m.span for m in reversed(mentions)}
        self._borders = Borders(text)
        wording = load_wording(lang)
        self._articles = {form: kind for kind, forms in read_lists("onrecord.attributions", "articles").get(primary_subtag(lang), {}).items() for form in forms}
        self._openings = wording.prepositions | wording.openings
        self._speech: SpanIndex[Span] = SpanIndex(())
        self._turns: list[_Turn] = []

    def start(self, speech: Sequence[Span]) -> None:
        """Begin an article's drafts; names inside `speech`, their contents, are no antecedents."""
        self._speech = SpanIndex((piece, piece) for piece in speech)
        self._turns = []

    def add(self, draft: Draft, name: str | None, evidence: Span | None, unnamed: Unnamed | None = None) -> None:
        """Remember a draft and who speaks it."""
        pieces = [*draft.content, *draft.source, *draft.cue]
        span = Span(start=min(p.start for p in pieces), end=max(p.end for p in pieces))
        self._turns.append(
            _Turn(span=span, content_end=draft.end, source=draft.source[0] if draft.source else None, cue=self._words(draft.cue), name=name, evidence=evidence, unnamed=unnamed)
        )

    def _words(self, cue: Sequence[Span]) -> str:
        return " ".join(piece.of(self._text) for piece in cue)

    def gender_of(self, name: str) -> str | None:
        """Return the gender of a name as far as the article has told it."""
        return self._genders.get(name)

    def is_sentence_start(self, at: int) -> bool:
        """True when a sentence starts at a place."""
        return self._borders.sentence_start(at) == at

    def first_place(self, name: str) -> Span | None:
        """Return where a name stands first."""
        return self._first.get(name)

    def last_of(self, names: set[str], anchor: int) -> str | None:
        """Return which of `names` spoke last before `anchor`, `None` when none did lately."""
        return next((turn.name for turn in self._speakers(anchor) if turn.name in names), None)

    def relative(self, span: Span) -> Mention | None:
        """Return the name right behind which, or behind whose apposition, a relative pronoun stands.

        Behind a body in a person's apposition that a comma closes it is the person, unless the pronoun is never for persons.
        """
        before = [m for m in self._mentions.near(Span(start=span.start, end=span.start), RELATIVE_CHARS) if m.span.end <= span.start]
        people = [m for m in before if m.kind == "person"]
        if people and _APPOSITION.fullmatch(self._text, people[-1].span.end, span.start) and fold_text(span.of(self._text), self._lang) not in _OF_THINGS:
            return people[-1]
        if before and before[-1].kind in ("person", "organisation") and _BESIDE.fullmatch(self._text, before[-1].span.end, span.start):
            return before[-1]
        return None

    def antecedent(self, anchor: int, gender: str | None, *, wants_person: bool, is_first: bool = False, is_governed: bool = False) -> Antecedent | None:
        """Return whom a pronoun at `anchor` means: a name in its sentence, the subject of one since the last speech, the last speaker, a name before.

        One that `is_first`, before what is said, may mean the subject without a name of the sentence before; one that `is_governed` nobody in the clause it comments on.
        """
        kinds = ("person",) if wants_person else ("organisation",)
        left = max(anchor - 2 * NEAR_CHARS, self._borders.break_before(anchor))
        names = [m for m in self._names(Span(start=left, end=anchor), kinds) if self._fits(m.canonical, gender)]
        names = drop_commented(self._text, names, anchor, load_wording(self._lang).joins) if is_governed else names
        sentence = self._borders.sentence_start(anchor)
        last = next((t for t in self._speakers(anchor) if self._may_mean(t, gender, wants_person=wants_person)), None)
        found = (
            self._in_sentence(names, sentence, last)
            or self._since(names, sentence, last, self._unnamed_before(anchor, gender) if wants_person and is_first else None)
            or (self._several(names, sentence, last) if wants_person else None)
            or self._last(last)
            or self._near(names, anchor)
        )
        if found and found.name and gender:
            self._genders.setdefault(found.name, gender)
        return found

    def lead_in(self, draft: Draft) -> Antecedent | None:
        """Return who speaks a quotation without a source: the one person named before it in its sentence, in the sentence before or in its
        paragraph."""
        turn = self._turns[-1] if self._turns else None
        paragraph = self._borders.line_start(draft.start)
        sentence = self._borders.sentence_start(draft.start)
        if sentence == draft.start:
            sentence = self._borders.sentence_start(self._borders.back_over_space(sentence))
        if paragraph != draft.start or self._text[: draft.start].rstrip().endswith(":"):
            for start in (sentence, max(paragraph, draft.start - GOES_ON_CHARS)):
                start = max(start, self._borders.break_before(draft.start))
                names = self._names(Span(start=min(start, draft.start), end=draft.start), ("person",))
                people = {m.canonical: m for m in names if turn is None or self._borders.sentence_start(m.span.start) >= turn.span.end}
                if len(people) == 1:
                    name, mention = next(iter(people.items()))
                    return Antecedent(name=name, how="named before the quotation", evidence=mention.span)
                if people:
                    break
        return None

    def same_sentence(self, anchor: int, joins: frozenset[str] | None = None) -> Antecedent | None:
        """Return the speaker before, when the verb at `anchor` goes on in the same sentence and nobody else is named between; `joins`: only right behind one of them."""
        turn = self._turns[-1] if self._turns else None
        if turn is None or (turn.name is None and turn.unnamed is None) or turn.span.end <= self._borders.sentence_start(anchor) or anchor < turn.span.end:
            return None
        between = Span(start=turn.span.end, end=anchor)
        if self._mentions.inside(between) or len(between.of(self._text).split()) > MAX_WORDS_BETWEEN or "\n" in between.of(self._text):
            return None
        words = between.of(self._text).casefold().replace(",", " ").split()
        if joins is not None and (not words or words[0] not in joins):
            return None
        return Antecedent(name=turn.name, how="same sentence", evidence=turn.evidence, unnamed=turn.unnamed)

    def subject_of(self, cue: int) -> Antecedent | None:
        """Return the person whose name stands right before the verb at `cue`, in the form of the fullest name, behind no preposition and no office that may own it."""
        beside = [m for m in self._names(Span(start=max(cue - NEAR_CHARS, 0), end=cue), ("person",)) if self._text[m.span.end : cue] == " "]
        if not beside or not f" {beside[0].canonical}".endswith(f" {beside[0].span.of(self._text)}") or beside[0].span in self._titled:
            return None
        before = self._text[self._borders.sentence_start(cue) : beside[0].span.start].split()
        if before and fold_text(before[-1], self._lang) in self._openings:
            return None
        return Antecedent(name=beside[0].canonical, how="name before the verb", evidence=beside[0].span)

    def right_before(self, anchor: int) -> Antecedent | None:
        """Return the named person who spoke last before `anchor`, when that was near and nobody else is named since."""
        turn = self._turns[-1] if self._turns else None
        if turn is None or turn.name is None or not self._is_kind(turn.name, True) or turn.span.end <= self._borders.break_before(anchor) or anchor - turn.span.end > NEAR_CHARS:
            return None
        since = self._names(Span(start=turn.span.end, end=max(anchor, turn.span.end)), ("person",))
        return Antecedent(name=turn.name, how="speaker before", evidence=turn.evidence) if all(m.canonical == turn.name for m in since) else None

    def alone_before(self, anchor: int) -> Antecedent | None:
        """Return the one person named near before `anchor` since somebody spoke, when the name is the subject of its sentence."""
        turn = self._turns[-1] if self._turns else None
        left = max(anchor - NEAR_CHARS, self._borders.break_before(anchor), turn.span.end if turn else 0)
        names = self._names(Span(start=left, end=max(anchor, left)), ("person",))
        if len({m.canonical for m in names}) != 1 or not any(map(self._is_subject, names)):
            return None
        return Antecedent(name=names[0].canonical, how="named before, by a description", evidence=names[0].span)

    def body_before(self, anchor: int, cue: Sequence[Span]) -> Antecedent | None:
        """Return the body or thing that spoke last, in the sentence before the one around `anchor` or in its own, when nobody is named since and `cue` is not of another gender."""
        turn = self._turns[-1] if self._turns else None
        if turn is None or turn.span.end > anchor or not self._may_mean(turn, None, wants_person=False):
            return None
        genders = {gender_of_past(words, self._lang) for words in (turn.cue, self._words(cue))} - {None}
        sentence = self._borders.sentence_start(anchor)
        if len(genders) > 1 or turn.span.end <= self._borders.sentence_start(self._borders.back_over_space(sentence)):
            return None
        return None if self._names(Span(start=turn.span.end, end=anchor), ("person",)) else self._last(turn)

    def body_meant(self, anchor: int, gender: str) -> Antecedent | None:
        """Return the body or thing that spoke in the sentence before the one that a pronoun for him or her opens, where nouns have a gender and its is not another one."""
        turn = self._turns[-1] if self._turns else None
        if primary_subtag(self._lang) not in GENDERED or turn is None or turn.source is None or self._gender_of_source(turn.source, turn.cue) not in (gender, None):
            return None
        return self.body_before(anchor, ()) if len(self._text[self._borders.sentence_start(anchor) : anchor].split()) <= MAX_WORDS_BEFORE else None

    def _gender_of_source(self, source: Span, cue: str) -> str | None:
        """Return the gender that the article of a source tells, or else the verb beside it; `None` where neither does."""
        first = fold_text(source.of(self._text), self._lang).split()[0]
        return self._articles.get(first, gender_of_past(cue, self._lang))

    def goes_on(self, draft: Draft) -> Antecedent | None:
        """Return the speaker before, when nothing but the end of that sentence stands between, or what the speaker, as a pronoun, did then."""
        turn = self._turns[-1] if self._turns else None
        if turn is None or (turn.name is None and turn.unnamed is None) or draft.start - turn.content_end > GOES_ON_CHARS:
            return None
        between = self._text[turn.content_end : draft.start].split("\n")
        if any(line.strip() for line in between[1:-1]) or self._has_new_subject(turn.span.end, draft.start):
            return None
        return Antecedent(name=turn.name, how="speech goes on", evidence=turn.evidence, unnamed=turn.unnamed)

    def _has_new_subject(self, start: int, end: int) -> bool:
        """True when a sentence of its own stands between two places and does not begin with a pronoun for a person."""
        stop = self._borders.next_sentence(start, end)
        words = self._text[stop:end].split() if stop is not None else []
        return len(words) >= MIN_SENTENCE_WORDS and fold_text(words[0].strip("\"“„«»”'"), self._lang) not in self._pronouns

    # -- steps of `antecedent` -----------------------------------------------------------------------------------

    def _in_sentence(self, names: Sequence[Mention], sentence: int, last: _Turn | None) -> Antecedent | None:
        people = {m.canonical: m for m in reversed(names) if m.span.start >= sentence}
        if last is not None and (last.span.end > sentence or (len(people) > 1 and last.name in people)):
            return self._last(last)
        if len(people) == 1:
            mention = next(iter(people.values()))
            if last is None or mention.canonical == last.name or self._is_subject(mention):
                return Antecedent(name=mention.canonical, how="name in the sentence", evidence=mention.span)
        return None

    def _since(self, names: Sequence[Mention], sentence: int, last: _Turn | None, beside: Antecedent | None) -> Antecedent | None:
        """Return the one person who is the subject of the nearest sentence after the last speech that has one; `beside` is the one without a name of the sentence before."""
        if beside is not None and beside.evidence is not None and (last is None or beside.evidence.start >= last.span.end):
            return beside
        if last is None:
            return None
        later = [m for m in names if self._borders.sentence_start(m.span.start) >= last.span.end and self._is_subject(m)]
        nearest = [m for m in later if self._borders.sentence_start(m.span.start) == self._borders.sentence_start(later[-1].span.start)]
        if len({m.canonical for m in nearest}) == 1:
            behind = [m for m in names if self._borders.sentence_start(m.span.start) > later[-1].span.start]
            if self._has_others(behind, later[-1].canonical, later[-1].span.end, sentence):
                return Antecedent(name=None, how=SEVERAL, evidence=None)
            return Antecedent(name=later[-1].canonical, how="subject of the sentence before", evidence=later[-1].span)
        return None

    def _several(self, names: Sequence[Mention], sentence: int, last: _Turn | None) -> Antecedent | None:
        """Return that nobody is taken up, when only others than the last speaker are named in the sentences since the last speech."""
        return Antecedent(name=None, how=SEVERAL, evidence=None) if last is not None and self._has_others(names, last.name, last.span.end, sentence) else None

    def _has_others(self, names: Sequence[Mention], name: str | None, start: int, end: int) -> bool:
        """True when the sentences from `start` to `end` name somebody and no part of `name`; where a pronoun stands before ("He met Solan"), it is still about `name`."""
        if not set(name_words(name or "")).isdisjoint(_NAME_WORD.findall(self._text, start, end)):
            return False
        for mention in names:
            opening = self._borders.sentence_start(mention.span.start)
            if start <= opening and mention.span.start < end:
                before = (fold_text(word.strip("\"“„«»”',"), self._lang) for word in self._text[opening : mention.span.start].split())
                if not any(word in self._pronouns and not has_determiner(word) for word in before):
                    return True
        return False

    def _unnamed_before(self, anchor: int, gender: str | None) -> Antecedent | None:
        """Return the subject without a name of the sentence before the one that a pronoun at `anchor` opens."""
        start = self._borders.sentence_start(anchor)
        before = self._borders.sentence_start(self._borders.back_over_space(start)) if start else start
        if before == start or before < self._borders.break_before(anchor) or self._speech.overlapping(Span(start=before, end=before + 1)):
            return None
        if len(self._text[start:anchor].split()) > MAX_WORDS_BEFORE:
            return None
        found = self._subject_of(before, start)
        if found is None or (found.name is not None and not self._fits(found.name, gender)):
            return None
        return None if found.unnamed is not None and gender is not None and found.unnamed.gender not in (gender, None) else found

    def subject_before(self, at: int) -> Antecedent | None:
        """Return the person without a name with whom the sentence around `at` begins, when nobody else is named between."""
        start = self._borders.sentence_start(at)
        found = self._subject_of(start, at) if start < at else None
        if found is None or found.unnamed is None or self._speech.overlapping(Span(start=start, end=start + 1)):
            return None
        return found if all(m.kind != "person" for m in self._mentions.inside(Span(start=start, end=at))) else None

    def _is_group(self, at: int) -> bool:
        """True when a word for a group that goes by a person's name stands at a place."""
        word = _NAME_WORD.match(self._text, at)
        return word is not None and fold_text(word[0], self._lang) in group_words(self._lang)

    def keeps_back(self, at: int) -> bool:
        """True when the sentence around `at` says before that place, outside of all speech, that somebody is not to be named."""
        start = self._borders.sentence_start(at)
        found = find_kept_back(fold_text(self._text[start:at], self._lang), self._lang, 0, at - start)
        return found is not None and not self._speech.overlapping(Span(start=start + found, end=start + found + 1))

    def _last(self, last: _Turn | None) -> Antecedent | None:
        return Antecedent(name=last.name, how="speaker before", evidence=last.evidence, unnamed=last.unnamed) if last else None

    def _near(self, names: Sequence[Mention], anchor: int) -> Antecedent | None:
        """Return the first name of the nearest paragraph, when no other stands in it."""
        recent = [m for m in names if anchor - m.span.end < NEAR_CHARS]
        if not recent:
            return None
        paragraph = self._borders.line_start(recent[-1].span.start)
        people = [m for m in recent if m.span.start >= paragraph]
        if len({m.canonical for m in people}) == 1:
            return Antecedent(name=people[0].canonical, how="name before", evidence=people[0].span)
        return None

    # -- looking up ----------------------------------------------------------------------------------------------

    def _names(self, span: Span, kinds: Sequence[str]) -> list[Mention]:
        """Return the names of some kinds inside `span` that stand outside all speech."""
        return [m for m in self._mentions.inside(span) if m.kind in kinds and not self._speech.holding(m.span)]

    def _speakers(self, anchor: int) -> Iterator[_Turn]:
        """Yield the last turns in the entry around `anchor` whose speaker is named, or one person without a name, the latest first."""
        known = 0
        left = self._borders.break_before(anchor)
        for turn in reversed(self._turns[-5 * MAX_SPEAKERS_BACK :]):
            if turn.span.end > left and (turn.name is not None or turn.unnamed is not None):
                known += 1
                yield turn
            if known >= MAX_SPEAKERS_BACK:
                return

    def _may_mean(self, turn: _Turn, gender: str | None, *, wants_person: bool) -> bool:
        """True when a pronoun of a gender may take up the speaker of a turn."""
        if turn.name is not None:
            return self._fits(turn.name, gender) and self._is_kind(turn.name, wants_person)
        return turn.unnamed is not None and turn.unnamed.is_person == wants_person and (gender is None or turn.unnamed.gender in (gender, None))

    def _fits(self, name: str, gender: str | None) -> bool:
        known = self._genders.get(name)
        return gender is None or known is None or known == gender

    def _is_kind(self, name: str, wants_person: bool) -> bool:
        """True when a speaker is a person where a person is wanted, and none where a thing is."""
        return (self._kind_of.get(name) == "person") == wants_person

    def _is_subject(self, mention: Mention) -> bool:
        """True when a name opens its sentence and owns nobody there: nothing before it but its title, words with a capital, or a phrase that a comma closes."""
        start = self._borders.sentence_start(mention.span.start)
        before = self._text[start : mention.span.start]
        owned = _POSSESSIVE.match(self._text, mention.span.end)
        if owned and (self._is_group(owned.end() - 1) or self._subject_of(start, mention.span.end + SUBJECT_CHARS) is not None):
            return False  # "Solan's family", "Solan's lawyer"
        if before.endswith(", ") and len(before) <= OPENING_CHARS and before.count(",") == 1 and fold_text(before.split()[0], self._lang) in self._openings:
            return True
        if mention.span.start - start > SUBJECT_CHARS:
            return False
        return mention.span in self._titled or all(not word[:1].islower() for word in before.split())
