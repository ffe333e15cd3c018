"""Tell whom a source without a name means again: "Ambassador Mira Solan said ... The diplomat added", "Sgt. Josip Tarn ... the sergeant", "die 51-Jährige".

In: the words of a source in an article. Out: the one person named before whom they describe, or `None`: words told of somebody else before, and those that
do not fit the office of who spoke right before, mean nobody known. Left to others: offices whose holder the article names (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.antecedents import Antecedent, Antecedents
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.offices import Description
from onrecord.attributions.unnamed import WITH_ARTICLES, is_person_noun
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.tables import read_lists
from onrecord.records import Mention, Span

AGES = "ages"
MAX_WORDS = 3
"""Words of such a description behind its article: "the veteran trade unionist"."""
MAX_TOLD = 50
"""Places of its noun that are looked at; with more of them it is not known whom the words mean."""
AGE_CHARS = 16
"""How far beside a name a person's age may stand: "Solan (51)", "51-year-old Mira Solan"."""
SHORTEST_END = 6
"""Letters of a word that is the end of a compound: "Kommunalpolitikerin"."""
APPOSITION_CHARS = 24
_KEY_CHARS = 4
_ENDING_CHARS = 3
_INFLECTING = frozenset({"de", "pl", "cs", "uk", "ru", "tr"})
_NOUN_FIRST = frozenset({"fr", "es", "it", "pt"})
_COMPOUNDING = frozenset({"de", "nl"})
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORT = re.compile(r"([^\W\d_]{2,5})\.\s?$")
_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)\s$")
_DIGITS = re.compile(r"\d{1,3}")
_FEW_WORDS = re.compile(r"\s(?:[\w-]+\s)?")
_VOWELS = tuple("aeiouyáéíóúýаеиоуыіяюєїйь")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """The lists of one language; `epithets.toml` says what each means. `kinds`: noun -> kind of life."""

    articles: Mapping[str, str | None]
    kinds: Mapping[str, str]
    feminine_endings: tuple[str, ...]


class EpithetReader:
    """Reads such descriptions in one article.

    Args:
        folded: the folded text.
        lang: its language.
        people: the names of persons, in text order.
        places: all names by place.
        offices: canonical name -> the offices that the article gives to a person.
        before: who spoke before.
    """

    def __init__(self, folded: str, lang: str, people: Sequence[Mention], places: SpanIndex[Mention], offices: Mapping[str, AbstractSet[str]], before: Antecedents) -> None:
        self._folded, self._lang = folded, primary_subtag(lang)
        self._people, self._places, self._offices, self._before = people, places, offices, before
        self._lists = _load_lists(self._lang)
        wording = load_wording(lang)
        self._apart = wording.prepositions | wording.indefinite | wording.joins | wording.former
        self._words: dict[str, list[Span]] | None = None
        self._titled: dict[str, list[tuple[str, bool, Mention]]] = {}
        self._meant: dict[Span, str] = {}

    def read(self, span: Span, description: Description | None, anchor: int) -> Antecedent | None:
        """Return who is meant.

        Args:
            span: the source.
            description: what it says of an office, `None` for none.
            anchor: where source or words begin, whichever is first.
        """
        noun = self._noun_of(span)
        if noun is None or (description is not None and (description.is_plural or description.is_indefinite or description.is_former)):
            return None
        word, gender = noun.of(self._folded), self._gender_of(span, noun)
        digits = _DIGITS.match(word)
        if digits is not None:
            found = self._of_age(digits[0], word[digits.end() :], span, anchor)
        else:
            beside = self._list_beside(noun)
            found = self._of_kind(word, description, anchor) if not beside else beside[0] if len(beside) == 1 else None
        if found is None or found.name is None or (gender is not None and self._before.gender_of(found.name) not in (gender, None)):
            return None
        if digits is None and not self._is_told_of(found.name, noun):
            return None
        self._meant[noun] = found.name
        return found

    def _noun_of(self, span: Span) -> Span | None:
        """Return the noun of a definite description of few words that names nobody else and belongs to nobody."""
        phrase = self._folded[span.start : span.end].rstrip(" ,")
        words = [Span(start=m.start(), end=m.end()) for m in _WORD.finditer(self._folded, span.start, span.start + len(phrase))]
        if not words or "," in phrase or self._places.overlapping(span):
            return None
        if self._lang in WITH_ARTICLES:
            first = self._folded[span.start : words[1].start].strip() if len(words) > 1 else ""
            if first not in self._lists.articles:
                return None
            words = words[1:]
        elif len(words) > 1:
            return None
        rest = self._folded[words[0].start : words[-1].end]
        if len(words) > MAX_WORDS or "'" in rest or not self._apart.isdisjoint(rest.split()):
            return None
        noun = words[0] if self._lang in _NOUN_FIRST and not _DIGITS.match(words[-1].of(self._folded)) else words[-1]
        return None if self._is_plural(span, noun) else noun

    def _is_plural(self, span: Span, noun: Span) -> bool:
        """True for "die Politiker": that article with a noun in which the singular of a woman would end otherwise."""
        return self._lang == "de" and self._folded.startswith("die ", span.start) and not noun.of(self._folded).endswith(("in", "frau", "e"))

    def _gender_of(self, span: Span, noun: Span) -> str | None:
        """Return the gender that the article or the noun tells."""
        if self._lists.feminine_endings:
            return "feminine" if noun.of(self._folded).endswith(self._lists.feminine_endings) else None
        return self._lists.articles.get(self._folded[span.start : noun.start].split(" ")[0].partition("'")[0])

    # -- who it may be -------------------------------------------------------------------------------------------

    def _of_age(self, digits: str, rest: str, span: Span, anchor: int) -> Antecedent | None:
        """Return who has the age, if the article tells it of nobody else: the one beside whose name it stands, or who spoke right before."""
        if not is_person_noun(f"#{rest.removeprefix('-')}", self._lang):
            return None
        told = [place for place in self._index().get(digits, ()) if place.end <= span.start and place not in self._meant][:MAX_TOLD]
        owners = {self._owner_of_age(place) for place in told}
        if len(owners) == 1 and (owner := next(iter(owners))) is not None:
            return Antecedent(name=owner, how="description, age beside the name", evidence=self._before.first_place(owner))
        return None if owners else self._right_before(anchor)

    def _owner_of_age(self, place: Span) -> str | None:
        near = [m for m in self._places.near(place, AGE_CHARS) if m.kind == "person"]
        behind = [m for m in near if m.span.end <= place.start and self._folded[m.span.end : place.start].strip(" ,(") in ("", "de", "ans", "años")]
        before = [m for m in near if m.span.start >= place.end and _FEW_WORDS.fullmatch(self._folded, place.end, m.span.start)]
        found = {m.canonical for m in (behind or before)}
        return next(iter(found)) if len(found) == 1 else None

    def _list_beside(self, noun: Span) -> list[Antecedent]:
        """Return the persons before whose names the noun, or its short form, stands."""
        word = noun.of(self._folded)
        is_person = self._kind_of(word) is not None or is_person_noun(word, self._lang)
        self._index()
        found: dict[str, Antecedent] = {}
        for form, is_short, mention in self._titled.get(word[0], ())[:MAX_TOLD]:
            if mention.span.end <= noun.start and (_shortens(form, word) if is_short else is_person and self._is_form(form, word)):
                found.setdefault(mention.canonical, Antecedent(name=mention.canonical, how="description, as before the name", evidence=mention.span))
        return list(found.values())

    def _of_kind(self, word: str, description: Description | None, anchor: int) -> Antecedent | None:
        """Return who spoke right before, or is alone named since, where what the article tells of that person's office lets the words mean them."""
        spoke = self._right_before(anchor)
        found = spoke or self._before.alone_before(anchor)
        if found is None or found.name is None:
            return None
        if description is not None and (description.country or description.seat or description.organisation):
            return None
        kind = self._kind_of(word)
        if kind == AGES:
            return spoke
        kinds = {kind} if kind is not None else {office for office in (description.offices if description is not None else ()) if office in _stands_for()}
        held = {office.removeprefix("deputy_") for office in self._offices.get(found.name, ())}
        fits = any(held & {one, *_stands_for()[one]} for one in kinds) if held else spoke is not None and bool(kinds) and self._lang in WITH_ARTICLES
        return found if fits else None

    def _right_before(self, anchor: int) -> Antecedent | None:
        found = self._before.right_before(anchor)
        return found and Antecedent(name=found.name, how="speaker before, by a description", evidence=found.evidence)

    def _kind_of(self, word: str) -> str | None:
        kinds = self._lists.kinds
        if word in kinds or self._lang not in _COMPOUNDING:
            return kinds.get(word)
        return next((kinds[word[cut:]] for cut in range(3, len(word) - SHORTEST_END + 1) if word[cut:] in kinds), None)

    # -- of whom the words are told ------------------------------------------------------------------------------

    def _is_told_of(self, name: str, noun: Span) -> bool:
        """True when the text before uses the noun, in the singular, of nobody but the person of that name."""
        word = noun.of(self._folded)
        told = [place for place in self._index().get(_key_of(word), ()) if place.end <= noun.start][: MAX_TOLD + 1]
        return len(told) <= MAX_TOLD and all(self._meant.get(place) == name or self._is_beside(place, name) for place in told if self._is_form(place.of(self._folded), word))

    def _is_beside(self, place: Span, name: str) -> bool:
        """True when a noun stands right before a name or in its apposition."""
        for mention in self._places.near(place, APPOSITION_CHARS):
            if mention.canonical == name and mention.span.end <= place.start:
                between = self._folded[mention.span.end : place.start]
                if between.startswith((",", " (")) and between.count(",") < 2:
                    return True
            elif mention.canonical == name and mention.span.start >= place.end and not self._folded[place.end : mention.span.start].strip():
                return True
        return False

    def _is_form(self, form: str, word: str) -> bool:
        """True when one word is another or, where nouns have cases, may be a case of it."""
        if self._lang not in _INFLECTING:
            return form == word
        stem = word[:-1] if word.endswith(_VOWELS) else word
        return form.startswith(stem) and len(form) - len(stem) <= _ENDING_CHARS

    def _index(self) -> Mapping[str, list[Span]]:
        """Return the beginnings of words, and numbers, -> where they stand; with it, what stands right before names."""
        if self._words is None:
            self._words = {}
            for match in _WORD.finditer(self._folded):
                self._words.setdefault(_key_of(match[0]), []).append(Span(start=match.start(), end=match.end()))
            for mention in self._people:
                head = self._folded[max(0, mention.span.start - 30) : mention.span.start]
                if (short := _SHORT.search(head)) is not None:
                    self._titled.setdefault(short[1][0], []).append((short[1], True, mention))
                elif (last := _LAST_WORD.search(head)) is not None:
                    self._titled.setdefault(last[1][0], []).append((last[1], False, mention))
        return self._words


def _key_of(word: str) -> str:
    digits = _DIGITS.match(word)
    return digits[0] if digits else word[:_KEY_CHARS]


def _shortens(short: str, word: str) -> bool:
    """True when a short form is made of letters of a word, its first among them: "sgt" of "sergeant"."""
    letters = iter(word)
    return len(short) < len(word) and word.startswith(short[0]) and all(letter in letters for letter in short)


@lru_cache(maxsize=1)
def _stands_for() -> Mapping[str, frozenset[str]]:
    return {kind: frozenset(offices) for kind, offices in read_lists("onrecord.attributions", "epithets")["stands_for"].items()}


@lru_cache(maxsize=32)
def _load_lists(lang: str) -> _Lists:
    entry = read_lists("onrecord.attributions", "epithets").get(lang, {})
    articles = {form: gender or None for kind, gender in (("the_masculine", "masculine"), ("the_feminine", "feminine"), ("the", "")) for form in entry.get(kind, ())}
    kinds = {word: kind for kind in (AGES, *_stands_for()) for word in entry.get(kind, ())}
    return _Lists(articles=articles, kinds=kinds, feminine_endings=tuple(entry.get("feminine_endings", ())))
