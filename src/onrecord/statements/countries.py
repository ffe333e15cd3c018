"""Which country a speaker speaks for: a state and its seat of government their own, an office holder the one that stands beside his office.

In: an attribution with the names of its article. Out: an ISO code, or `None`. Left to others: who the speaker is (the attributions), what follows
for two tellings (`agreement.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.languages.pack import FormTable, Pack, fold_text
from onrecord.names.places import find_capital, find_country, find_demonym
from onrecord.records import Article, Attribution, Mention, Span
from onrecord.statements.forms import find_forms
from onrecord.statements.words import WORD

PUBLIC_OFFICES = frozenset(
    {"president", "vice_president", "prime_minister", "chancellor", "foreign_minister", "defence_minister", "finance_minister", "interior_minister", "minister"}
    | {"secretary_of_state", "spokesperson", "king", "queen", "general", "commander", "ambassador", "envoy", "negotiator", "official", "diplomat"}
)  # fmt: skip
"""Offices whose holder speaks for the country beside them; experts, coaches and governors of a province do not."""
REACH = 60
"""How far before a name its office may begin, and how long an apposition behind it may be."""
LONGEST_NAME = 3
"""Words in the name of a country, at most ("United Arab Emirates")."""
SHORT = 4
"""Words of so many letters between an office and a country are articles and prepositions ("of the", "de la")."""
_NO_COUNTRY = frozenset({"EU", "UN", "EZ", "GE"})
"""Bodies of many states, whose seats are capitals, and Georgia, which is a state of the USA too."""
_APPOSITION = re.compile(rf"\s*,\s+([^,.;:\n]{{3,{REACH}}})(?=[,.;\n])")
_WRITTEN_BEFORE = re.compile(r"[^\W\d_]{1,5}'(?=\w\w)")
"""An article before a name ("l'Ukraine", "dell'Ucraina")."""
_STOP = re.compile(r"[.;:\n(“”\"«»„][^.;:\n(“”\"«»„]*$")


class CountryReader:
    """Reads the countries of the speakers of one article; what is read of a person is read once.

    Args:
        article: the article.
        pack: its language's pack, `None` without one: then only states have a country.
        mentions: its names.
    """

    def __init__(self, article: Article, pack: Pack | None, mentions: Sequence[Mention]) -> None:
        self.article, self._pack = article, pack
        self._text, self._lang = article.text, article.lang
        self._places: dict[str, list[Span]] = {}
        self._ends = sorted(m.span.end for m in mentions if m.kind == "person")
        for mention in mentions:
            if mention.kind == "person":
                self._places.setdefault(mention.canonical, []).append(mention.span)
        self._known: dict[str, str | None] = {}

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        return fold_text(span.of(self._text), self._lang or "en")

    def read(self, attribution: Attribution) -> str | None:
        """Return the country of a speaker, `None` where the article does not tell it or tells two."""
        how, name = attribution.speaker_how, attribution.speaker
        if name and how.startswith(("state", "seat of government")):
            return _only({code for code in (find_country(name, "en"), find_country(name, self._lang)) if code})
        if self._pack is None or how.startswith("place"):
            return None
        if how.startswith("organisation"):
            return self._only_country((*attribution.source, *((attribution.speaker_evidence,) if attribution.speaker_evidence else ())))
        if name is None:
            return _only({code for span in attribution.source for code in self._beside_offices(span, to_end=False)})
        if name not in self._known:
            self._known[name] = _only({code for span in self._places.get(name, ()) for code in self._beside_name(span)})
        return self._known[name]

    def _only_country(self, spans: Sequence[Span]) -> str | None:
        """Return the one country named in the name of an organisation or beside it ("the Russian Foreign Ministry", "the Kremlin"); an agency's is not its own."""
        if self._pack is None or any(span.of(self._text) in self._pack.credits.agencies for span in spans):
            return None
        found = {code for span in spans for code, _ in self._countries(span)}
        return _only(found | {code for span in spans if (code := find_capital(span.of(self._text), self._lang))})

    def _beside_name(self, name: Span) -> Iterator[str]:
        """Yield the countries of the offices that stand right before or after a name."""
        before = bisect_right(self._ends, name.start)
        start = max(name.start - REACH, 0, self._ends[before - 1] if before else 0)
        if stop := _STOP.search(self._text, start, name.start):
            start = stop.start() + 1
        yield from self._beside_offices(Span(start=start, end=name.start), to_end=True)
        if found := _APPOSITION.match(self._text, name.end):
            yield from self._beside_offices(Span(start=found.start(1), end=found.end(1)), to_end=True)

    def _beside_offices(self, area: Span, *, to_end: bool) -> Iterator[str]:
        """Yield the countries that stand beside a public office in an area; with `to_end` the office, or its country, must be the last thing in it."""
        if self._pack is None:
            return
        countries = list(self._countries(area))
        for _, office in find_forms(self, _public_offices(self._pack), (area,)):
            after = next(((code, at) for code, at in countries if at.start >= office.end and self._is_short(office.end, at.start)), None)
            end = after[1].end if after else office.end
            if to_end and self._words(end, area.end):
                continue
            if after:
                yield after[0]
            for code, at in countries:
                between = self._words(at.end, office.start) if at.end <= office.start else ["", ""]
                if not between or (len(between) == 1 and find_demonym(at.of(self._text), self._lang)):
                    yield code

    def _is_short(self, start: int, end: int) -> bool:
        """True when nothing but an article and a preposition stands between an office and a country: "president of the"."""
        words = self._words(start, end)
        return len(words) < LONGEST_NAME and all(len(word) <= SHORT for word in words) and "," not in self._text[start:end]

    def _words(self, start: int, end: int) -> list[str]:
        return [w for w in WORD.findall(self._text, start, end) if w.casefold() != "s"]

    def _countries(self, area: Span) -> Iterator[tuple[str, Span]]:
        """Yield (code, span) of the countries named in an area, as name or adjective, longest names first."""
        words = [m.span() for m in WORD.finditer(self._text, area.start, area.end)]
        at = 0
        while at < len(words):
            for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
                span = Span(start=words[at][0], end=words[at + size - 1][1])
                code = _country_of(span.of(self._text), self._lang)
                if code:
                    yield code, span
                    at += size - 1
                    break
            at += 1


@cache
def _country_of(words: str, lang: str | None) -> str | None:
    """Return the country that a name or an adjective stands for; "l'Ukraine" and "Ukraine's" are read without what is written onto them."""
    folded = fold_text(words, lang or "en")
    start = found.end() if (found := _WRITTEN_BEFORE.match(folded)) else 0
    kept = words[start : len(folded.removesuffix("'s").removesuffix("'"))]
    code = find_demonym(kept, lang) or (find_country(kept, lang) if kept[:1].isupper() else None)
    return None if code in _NO_COUNTRY else code


def _only(codes: set[str]) -> str | None:
    """Return the only code, `None` when there is none, or several."""
    known = codes - _NO_COUNTRY
    return next(iter(known)) if len(known) == len(codes) == 1 else None


@cache
def _public_offices(pack: Pack) -> FormTable:
    return {office: forms for office, forms in pack.offices.items() if office in PUBLIC_OFFICES}
