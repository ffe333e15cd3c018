"""Name the parties of a commitment: who holds it, to whom it is addressed.

In: the span of a holder or addressee, with the mentions and attributions of its article. Out: canonical names, `None` when unsure.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

from onrecord.commitments.acts import Act
from onrecord.commitments.aides import Aides
from onrecord.commitments.coordination import FIRST_WORDS, is_subject_pronoun
from onrecord.commitments.urged import Urged
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import Pack, fold_text, index_offices
from onrecord.names.places import country_name, find_capital, find_country, find_demonym, has_determiner
from onrecord.records import Article, Attribution, Condition, Mention, Span

_SELF = ("first_singular", "first_plural", "masculine", "feminine", "neuter")
"""Pronouns by which a speaker names itself, in direct ("we") and in indirect speech ("she")."""
_FIRST = ("first_singular", "first_plural")
_GENDERED = ("masculine", "feminine")
_THIRD = ("masculine", "feminine", "neuter", "plural")
SUBJECT_WORDS = 3
"""The subject of a clause begins within its first words: "if again the city", "that Russia"."""
SENTENCE_CHARS = 200
_STOP = re.compile(r"[.!?…;\n][\"”’»“)]*(?:\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AND_NAME = re.compile(r"\s*(?:,|[^\W\d_]{1,3})\s+$")


class Parties:
    """Names parties in one article.

    Args:
        article: the article.
        attributions: its attributions.
        mentions: its names, in text order.
        pack: its language's pack, or `None`.
    """

    def __init__(self, article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None) -> None:
        self._text = article.text
        self._lang = article.lang
        self._pack = pack
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._mention_starts = [m.span.start for m in self._mentions]
        self._mention_reach = list(accumulate((m.span.end for m in self._mentions), max))
        self._sources = sorted(((s, a.speaker) for a in attributions for s in a.source), key=lambda pair: pair[0])
        self._aides = Aides(article.text, attributions, self._mentions, pack, article.lang or "en")
        self._source_starts = [s.start for s, _ in self._sources]
        self._source_reach = list(accumulate((s.end for s, _ in self._sources), max))

    def resolve(self, span: Span, around: Attribution | None, *, quoted: bool = False) -> str | None:
        """Return the canonical name of a party: a name in it, the speaker it repeats, or the one who speaks of itself ("we").

        Args:
            span: the words of the party.
            around: the attribution it stands in, for pronouns.
            quoted: True between quotation marks, where a speaker calls itself "we" and never "they".
        """
        inside = [m for m in self._mentions_in(span) if (not self._is_of_another(span, m.span) if m.kind == "place" else not self._is_possessor(span, m.span))]
        people = dict.fromkeys(m.canonical for m in inside if m.kind == "person")
        if people:
            return next(iter(people)) if len(people) == 1 else None
        spoken = self._source_at(span)
        if spoken is not None:
            return self._sources[spoken][1]
        state = self._acting_state(span)
        if state is not None:
            return state
        if inside:
            return self._state(span, inside[0]) or inside[0].canonical
        if around is None or not self._is_pronoun(span, _FIRST if quoted else _SELF):
            return None
        kinds = self._pronoun_kinds(span)
        return self._aides.resolve(kinds & set(_GENDERED), around) if kinds & set(_GENDERED) and not kinds & set(_FIRST) else around.speaker

    def find_doer(self, act: Act) -> Span | None:
        """Return the name of who does an act: right behind its noun ("le refus de Tarsia"), else right before it ("Tarsia's refusal")."""
        for area, is_before in ((act.behind, False), (act.before, True)):
            found = self._mentions_in(area) if area is not None else []
            if area is None or not found:
                continue
            name = found[-1].span if is_before else found[0].span
            between = self._text[name.end : area.end] if is_before else self._text[area.start : name.start]
            if len(_WORD.findall(between)) <= (2 if is_before else 3) and (not is_before or self._is_possessor(area, name)):
                return name
        return None

    def find_objects(self, act: Act, around: Attribution) -> list[Mention]:
        """Return the persons named between the source of an attribution and the possessive before an act, in text order, the speaker not among them."""
        if act.before is None or not around.source or around.source[-1].end >= act.before.end:
            return []
        area = Span(start=around.source[-1].end, end=act.before.end)
        return [m for m in self._mentions_in(area) if m.kind == "person" and m.canonical != around.speaker and m.span.start >= area.start]

    def is_saying(self, attribution: Attribution | None) -> bool:
        """True when a cue is, or holds, a verb of saying of the language pack: its object is who hears it ("told Benn of")."""
        if attribution is None or self._pack is None:
            return False
        forms = frozenset(form for table in self._pack.cues.values() for form in table)
        words = [fold_text(cue.of(self._text), self._lang or "en") for cue in attribution.cue]
        return any(piece in forms for whole in words for piece in (whole, *whole.split()))

    def find_asker(self, urged: Urged) -> tuple[Span | None, str | None]:
        """Return the words and the name of who asks in a demand told in the passive; `None` where nobody is named."""
        spoken = self._source_at(urged.agent) if urged.agent is not None else None
        if spoken is not None:
            return self._sources[spoken]
        named = self._mentions_in(urged.agent) if urged.agent is not None else []
        return (named[0].span, self.resolve(named[0].span, None)) if named else (None, None)

    def is_first_person(self, span: Span) -> bool:
        """True for "we" and its like; without a pack, for any single word."""
        return self._is_pronoun(span, _FIRST)

    def find_own_subject(self, act: Span, *, quoted: bool) -> Span | None:
        """Return the pronoun that is the subject of an act and names its holder: "we" in it, or a "he", "she" or "they" that begins it in quotation marks; `None` without one."""
        for number, match in enumerate(_WORD.finditer(self._text, act.start, act.end)):
            word = Span(start=match.start(), end=match.end())
            kinds = self._pronoun_kinds(word)
            if not kinds or not is_subject_pronoun(fold_text(match[0], self._lang or "en"), self._lang or "en"):
                continue
            begins = number < FIRST_WORDS and quoted and len(match[0]) > 1 and not kinds & {*_FIRST, "neuter"} and bool(kinds & set(_THIRD))
            if begins or kinds & set(_FIRST):
                return word
        return None

    def is_pronoun(self, span: Span) -> bool:
        """True for a single word that is a pronoun, "our" among them."""
        return bool(self._pronoun_kinds(span))

    def resolve_third(self, span: Span, conditions: Sequence[Condition], *, quoted: bool) -> str | None:
        """Return whom a third-person pronoun takes up: the subject of a condition before it, else of its sentence; `None` for any other word, or when unsure.

        Args:
            span: the pronoun.
            conditions: the conditions of its commitment.
            quoted: True between quotation marks or outside of any attribution, where "it" is not the speaker.
        """
        kinds = self._pronoun_kinds(span)
        if not kinds & set(_THIRD) or kinds & set(_FIRST) or not (quoted or "plural" in kinds):
            return None
        start = find_last_mark(_STOP, self._text, max(0, span.start - SENTENCE_CHARS), span.start)
        clauses = [c.span for c in conditions if start <= c.span.start and c.span.end <= span.start]
        for clause in (*clauses[::-1], *([Span(start=start, end=span.start)] if quoted and span.start > start and not clauses else [])):
            subject = self._subject_of(clause)
            if subject is not None and self._agrees(kinds, subject):
                return self.resolve(subject[0], None)
        return None

    def find_foretold(self, consequence: Span) -> Span | None:
        """Return the name that a consequence begins with as its own subject, before a verb in the time to come: "Russia will leave"; `None` otherwise."""
        if self._pack is None:
            return None
        words = list(_WORD.finditer(self._text, consequence.start, consequence.end))
        name = next((m for m in self._mentions_in(consequence) if any(w.start() == m.span.start for w in words[:2])), None)
        if name is None or self._is_possessor(consequence, name.span):
            return None
        verb = next((w[0] for w in words if w.start() >= name.span.end), "")
        future = (*self._pack.modality.get("future", ()), *self._pack.modality.get("conditional", ()))
        return name.span if fold_text(verb, self._lang or "en") in future else None

    def is_others(self, span: Span, *, quoted: bool) -> bool:
        """True for a third-person pronoun between quotation marks, where a speaker calls itself "I" or "we"."""
        kinds = self._pronoun_kinds(span)
        return quoted and bool(kinds & set(_THIRD)) and not kinds & set(_FIRST)

    def _subject_of(self, clause: Span) -> tuple[Span, str] | None:
        """Return the name that a clause begins with, and its kind; `state` for "the Russian army". `None` where two are joined, or where more are named before it ends."""
        words = list(_WORD.finditer(self._text, clause.start, clause.end))
        head = Span(start=clause.start, end=words[min(len(words), SUBJECT_WORDS + 1) - 1].end()) if words else clause
        if words and self._acting_state(head) is not None:
            return head, "state"
        names = [m for m in self._mentions_in(clause) if any(w.start() == m.span.start for w in words[:SUBJECT_WORDS])]
        if len(names) != 1 or self._is_possessor(clause, names[0].span):
            return None
        others = [m for m in self._mentions_in(clause) if m.span.start > names[0].span.end and _AND_NAME.fullmatch(self._text[names[0].span.end : m.span.start])]
        return None if others else (names[0].span, names[0].kind)

    def _agrees(self, kinds: set[str], subject: tuple[Span, str]) -> bool:
        """True when a pronoun can take up such a name: one person is not "they"; "he" is a state only where nouns have a gender."""
        if subject[1] == "person":
            return bool(kinds & {"masculine", "feminine"})
        return bool(kinds & {"neuter", "plural"}) or primary_subtag(self._lang or "en") != "en"

    def _acting_state(self, span: Span) -> str | None:
        """Return the state that "the Ukrainian government" or "Russian forces" is; `None` without such words, or with those of two states."""
        bodies = _bodies(primary_subtag(self._lang or "en"))
        words = [m[0] for m in _WORD.finditer(self._text, span.start, span.end)]
        if not any(bodies.fullmatch(fold_text(word, self._lang or "en")) for word in words):
            return None
        codes = {code for word in words if (code := find_demonym(word, self._lang)) is not None}
        if not codes and primary_subtag(self._lang or "en") == "tr":  # "Rusya hükümeti": the bare name of the state stands before
            codes = {code for word in words[:1] if (code := find_country(word, self._lang)) is not None}
        return country_name(next(iter(codes))) if len(codes) == 1 else None

    def speaker_span(self, attribution: Attribution) -> Span | None:
        """Return the shortest words for who speaks: the name in the source, else the source up to its first comma; without a source those that tell who it is, if any."""
        if not attribution.source:
            return attribution.speaker_evidence
        source = attribution.source[0]
        names = [m for m in self._mentions_in(source) if m.kind != "place" and not self._is_possessor(source, m.span)]
        if names:
            return max(names, key=lambda m: (m.kind == "person", -m.span.start)).span
        words = source.of(self._text)
        comma = words.find(",")
        return Span(start=source.start, end=source.start + comma) if comma > 0 else source

    def _mentions_in(self, span: Span) -> list[Mention]:
        """Return the names that lie in a span with more than half of their letters."""
        found: list[Mention] = []
        at = bisect_left(self._mention_starts, span.end) - 1
        while at >= 0 and self._mention_reach[at] > span.start:
            place = self._mentions[at].span
            if span.overlap(place) * 2 > place.end - place.start:
                found.append(self._mentions[at])
            at -= 1
        return found[::-1]

    def _source_at(self, span: Span) -> int | None:
        """Return the first source that shares a code point with a span."""
        first = None
        at = bisect_left(self._source_starts, span.end) - 1
        while at >= 0 and self._source_reach[at] > span.start:
            if self._sources[at][0].overlap(span):
                first = at
            at -= 1
        return first

    def _state(self, span: Span, mention: Mention) -> str | None:
        """Return the state that a place or its seat of government stands for."""
        words = mention.span.of(self._text)
        code = find_country(words, self._lang)
        if code is None and mention.kind == "place" and span == mention.span:
            code = find_capital(words, self._lang)
        return country_name(code) if code else None

    def _is_of_another(self, span: Span, place: Span) -> bool:
        """True for a place that only tells where a party is from: "the firm from Westmark"; its government and who holds an office of it act for it."""
        lang = self._lang or "en"
        before = fold_text(self._text[span.start : place.start], lang).replace("'", "' ").replace(",", " ").split()
        before = before[1:] if before and has_determiner(before[0]) else before
        offices = index_offices(self._pack) if self._pack else {}
        return len(before) > 1 and not any(word in offices or _bodies(primary_subtag(lang)).fullmatch(word) for word in before)

    def _is_possessor(self, span: Span, name: Span) -> bool:
        """True for "Solan" in "Solan's party"."""
        return self._text.startswith(("'s ", "’s ", "' ", "’ "), name.end) and name.end < span.end

    def _is_pronoun(self, span: Span, kinds: Sequence[str]) -> bool:
        """True for a single word that is a pronoun of one of some kinds; without a pack, for any single word."""
        if self._pack is None:
            return len(span.of(self._text).split()) == 1
        return bool(self._pronoun_kinds(span) & set(kinds))

    def _pronoun_kinds(self, span: Span) -> set[str]:
        """Return the kinds of pronoun that a single word is; empty for anything else."""
        words = fold_text(span.of(self._text), self._lang or "en").split()
        if self._pack is None or len(words) != 1:
            return set()
        return {kind for kind, forms in self._pack.pronouns.items() if words[0] in forms}


@lru_cache(maxsize=32)
def _bodies(lang: str) -> re.Pattern[str]:
    forms = tomllib.loads((files("onrecord.commitments") / "bodies.toml").read_text("utf-8")).get(lang, ())
    return re.compile("|".join(re.escape(form.removesuffix("$")) + ("" if form.endswith("$") else r"\w*") for form in forms) or r"(?!)")
