"""Read the name in a source: whose of several it is, and which state speaks under the name of a place.

In: a source and the mentions of its article. Out: a `Speaker`, or `None` where nobody is named.
Left to others: pronouns and offices without a name (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.offices import OfficeReader
from onrecord.attributions.principals import PrincipalReader
from onrecord.attributions.unnamed import Unnamed, is_person_noun
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.names.places import country_name, find_capital, find_country, has_determiner
from onrecord.records import Mention, Span

NOUN_LAST = frozenset({"en", "nl", "tr"})
"""Languages in which the body whose person somebody is stands before that person."""
HEAD_WORDS = 3
"""Elsewhere that person is among the first words of the source."""
_CLAUSE_END = re.compile(r"[,;:.()]")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_POSSESSIVE = re.compile(r"'(?:s?|n?[ıiuü]n)\s+[^\s,.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a source is. `name` is canonical or `None`; `how` says why; `evidence` is where the name stands, or the words that a pronoun takes up for
    one person without a name; `unnamed` is that person, also where its own words are the source."""

    name: str | None
    how: str
    evidence: Span | None = None
    unnamed: Unnamed | None = None


class NameReader:
    """Reads the names in the sources of one article.

    Args:
        text: the article's text.
        folded: the same, folded.
        lang: its language.
        places: its mentions by place.
        offices: reads its offices.
        pack: its language's pack, or `None`.
    """

    def __init__(self, text: str, folded: str, lang: str, places: SpanIndex[Mention], offices: OfficeReader, pack: Pack | None) -> None:
        self._text, self._folded, self._lang = text, folded, lang
        self._places = places
        self._offices = offices
        self._wording = load_wording(lang)
        self._principals = PrincipalReader(text, folded, lang, offices, self._wording, pack)

    def read(self, span: Span | None) -> Speaker | None:
        """Return the person, organisation or state that a source names."""
        if span is None:
            return None
        inside = [m for m in self._places.overlapping(span) if span.overlap(m.span) * 2 > m.span.end - m.span.start]
        inside = [m for m in inside if not self._is_possessor(span, m.span) and not self._is_complement(span, m)]
        persons = [m for m in inside if m.kind == "person"]
        main = self._principals.cut_clause(span, persons)
        persons = self._principals.drop_principals(main, [m for m in persons if main.holds(m.span)])
        if len({m.canonical for m in persons}) == 1 and self._principals.is_only_principal(main, persons[-1]):
            return None
        if persons:
            return self._one_of(main, persons, "named")
        if self._offices.find_titles(span):
            return None
        organisations = [m for m in inside if m.kind == "organisation"]
        if organisations and self._is_of_person(span, organisations[0].span):
            return None
        if organisations:
            return self._one_of(span, organisations, "organisation")
        place = next((m for m in inside if m.kind == "place" and self._is_whole(span, m.span)), None)
        return self._state(span, place) if place else None

    def _state(self, span: Span, place: Mention) -> Speaker:
        """Return the state that speaks under the name of a place, or the place itself."""
        words = place.span.of(self._text)
        code = find_country(words, self._lang)
        if code:
            return Speaker(name=country_name(code) or place.canonical, how="state", evidence=place.span)
        seat = None if has_determiner(self._text[span.start : place.span.start]) else find_capital(words, self._lang)
        state = country_name(seat) if seat else None
        if state:
            return Speaker(name=state, how=f"seat of government `{words}`", evidence=place.span)
        return Speaker(name=place.canonical, how="place", evidence=place.span)

    def _one_of(self, span: Span, names: Sequence[Mention], how: str) -> Speaker:
        """Return the first of several names, unless they stand side by side ("A and B", "A and her deputy")."""
        people = dict.fromkeys(m.canonical for m in names)
        joined = any(a.canonical != b.canonical and self._joins(a.span.end, b.span.start) for a, b in pairwise(names))
        before = self._folded[span.start : names[0].span.start].replace(",", " ").split()
        after = self._folded[names[-1].span.end : span.end].replace(",", " ").split()
        if joined or (before and before[-1] in self._wording.joins) or (len(after) > 1 and after[0] in self._wording.joins):
            return Speaker(name=None, how="several speakers: " + ", ".join(people) + (" and others" if len(people) == 1 else ""))
        return Speaker(name=names[0].canonical, how=how, evidence=names[0].span)

    def _joins(self, start: int, end: int) -> bool:
        """True when only "and", a comma or a title stands between two names, so that neither describes the other."""
        between = self._folded[start:end].strip(" ,").split()
        return not between or between[0] in self._wording.joins

    def _is_possessor(self, span: Span, name: Span) -> bool:
        """True for "Solan" in "Solan's aide", also with the Turkish genitive."""
        return _POSSESSIVE.match(self._folded, name.end, span.end) is not None

    def _is_complement(self, span: Span, mention: Mention) -> bool:
        """True for "Solan" in "a lawyer for Solan": the name stands after a preposition, and somebody else before it.

        Of an organisation any preposition before it tells so ("the unions of the firm Korvin"): its own name would come first.
        """
        before = self._folded[span.start : mention.span.start].replace("'", "' ").split()
        if before and has_determiner(before[-1]) and before[-1] not in self._wording.prepositions:
            before = before[:-1]
        if len(before) < 2:
            return False
        return any(word in self._wording.prepositions for word in (before[1:] if mention.kind == "organisation" else before[-1:]))

    def _is_of_person(self, span: Span, name: Span) -> bool:
        """True for a body that only tells whose person somebody is: "an Ikea employee", "Rozmówca „Kuriera”"."""
        if primary_subtag(self._lang) in NOUN_LAST:
            words = _WORD.findall(_CLAUSE_END.split(self._folded[name.end : span.end])[0])
        else:
            words = _WORD.findall(self._folded, span.start, name.start)[:HEAD_WORDS]
            words = words[: next((at for at, word in enumerate(words) if at and (has_determiner(word) or word in self._wording.prepositions)), None)]
        return any(is_person_noun(single, self._lang) for word in words for single in self._singulars(word))

    def _singulars(self, word: str) -> Iterator[str]:
        """Yield a word, and what it may be the plural of, or in Turkish the possessed form of."""
        yield word
        for plural, singular in self._wording.plural_endings:
            if word.endswith(plural):
                yield word.removesuffix(plural) + singular
        if primary_subtag(self._lang) == "tr" and word[-1] in "ıiuü":
            yield word[:-1]

    def _is_whole(self, span: Span, inner: Span) -> bool:
        """True when nothing but an article or a possessive stands around `inner` in `span`."""
        rest = (self._text[span.start : inner.start] + " " + self._text[inner.end : span.end]).split()
        return len(rest) <= 1 and all(len(word) <= 3 for word in rest)
