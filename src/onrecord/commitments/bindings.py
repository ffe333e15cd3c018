"""Who may bind a state: what an onlooker says that it will or will not do is a forecast.

In: the words for a state, and the attribution that tells of it. Out: whether the article shows the speaker to speak for that state, and which one is its own.
Left to others: who the speaker is (`attributions`), and what a forecast becomes (`find`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.commitments.own_states import is_own_state
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import Pack, fold_text, index_offices
from onrecord.names.places import country_name, find_capital, find_country, find_demonym
from onrecord.records import Attribution, Mention, Span
from onrecord.spans import SpanIndex

OFFICES = frozenset({
    "president", "vice_president", "prime_minister", "chancellor", "foreign_minister", "defence_minister", "finance_minister", "interior_minister", "minister", "secretary_of_state",
    "spokesperson", "king", "queen", "general", "commander", "ambassador", "envoy", "negotiator", "leader",
})  # fmt: skip
"""Offices whose holders speak for a state; a diplomat without a name, an analyst or a lawmaker does not."""
BESIDE_CHARS = 60
"""A title and its country stand so near to a name: "Ana Petrov, the foreign minister of Tarsia"."""
MOST_PLACES = 20
"""Who somebody is, an article tells where it names him first."""
_BREAK = re.compile(r"[.!?…;:\n\"“”„«»]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Bindings:
    """Tells in one article who may bind which state.

    Args:
        text: the article's text.
        attributions: its attributions.
        mentions: its names.
        pack: its language's pack, or `None`.
        lang: its language.
    """

    def __init__(self, text: str, attributions: Sequence[Attribution], mentions: Sequence[Mention], pack: Pack | None, lang: str | None) -> None:
        self._text = text
        self._pack = pack
        self._lang = lang
        self._sources: dict[str, list[Span]] = {}
        for attribution in attributions:
            if attribution.speaker is not None:
                self._sources.setdefault(attribution.speaker, []).extend(attribution.source)
        self._names: dict[str, list[Span]] = {}
        for mention in mentions:
            self._names.setdefault(mention.canonical, []).append(mention.span)
        self._places = SpanIndex((mention.span, (mention.span,)) for mention in mentions)
        self._persons = frozenset(mention.canonical for mention in mentions if mention.kind == "person")
        self._offices = index_offices(pack) if pack is not None else {}

    def may_bind(self, name: Span, around: Attribution) -> bool:
        """True where the speaker of an attribution may bind what `name` names.

        Anybody may where that is no state, or where no source is told. Else the article must show it: words for that state beside the speaker, an
        office of state without the name of another state, or "we" in what is said. A person whom it names without any office or state may, too:
        so are those named whom every reader knows.
        """
        held = self._country(name.of(self._text))
        if held is None or not around.source:
            return True
        beside = [span.of(self._text) for span in self._words_beside(around)]
        codes = self._codes(beside)
        if held in codes:
            return True
        if codes:
            return False
        offices = {key for words in beside for key in self._offices_in(words)}
        return self._says_we(around) or (not OFFICES.isdisjoint(offices) if offices else around.speaker in self._persons)

    def is_party(self, shared: Span, around: Attribution) -> bool:
        """True where the speaker of an attribution is one of those who have something together: words for it say "we" or "our", or name what stands beside the speaker, who does not mediate."""
        if around.speaker is None or self._pack is None:
            return False
        beside = [span.of(self._text) for span in self._words_beside(around)]
        mediators = find_word("threats", "mediators", self._lang or "en")
        if any(mediators.search(fold_text(words, self._lang or "en")) for words in beside):
            return False
        named = [span.of(self._text) for span in self._places.across(shared)]
        if not self._codes(named).isdisjoint(self._codes(beside)) or any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in named for words in beside):
            return True
        return self._has_own_words(shared)

    def is_home(self, name: Span, around: Attribution) -> bool:
        """True for the one state that the article names beside the speaker of an attribution."""
        return self._codes([span.of(self._text) for span in self._words_beside(around)]) == {self._country(name.of(self._text))}

    def find_own(self, words: Span, around: Attribution, *, quoted: bool) -> str | None:
        """Return the name of the speaker's state where `words` call it "his country" or "our army".

        The words for the speaker must name one state and an office of state, or the speaker is a state itself. `None` for any other words, and where somebody
        else is named before them in what is retold, who may be meant.
        """
        if around.speaker is None or not is_own_state(words.of(self._text), self._lang, quoted=quoted):
            return None
        if not quoted and any(self._is_named(name, content, words) for name in self._persons - {around.speaker} for content in around.content):
            return None
        whole = find_country(around.speaker, self._lang)
        if whole is not None:
            return country_name(whole)
        told = [span.of(self._text) for span in (*around.source, *self._sources.get(around.speaker, ())[:MOST_PLACES])]
        codes = self._codes(told)
        is_in_office = any(not OFFICES.isdisjoint(self._offices_in(each)) for each in told)
        return country_name(next(iter(codes))) if len(codes) == 1 and is_in_office else None

    def _is_named(self, name: str, content: Span, words: Span) -> bool:
        return any(content.holds(span) and span.end <= words.start for span in self._names.get(name, ()))

    def _codes(self, beside: Sequence[str]) -> set[str]:
        return {code for words in beside for word in self._pieces(words) if (code := self._country(word)) is not None}

    def _words_beside(self, around: Attribution) -> list[Span]:
        """Return the words for who speaks: those of the attribution, of all others of the same speaker, and what stands beside its name."""
        spans = [*around.source, *([around.speaker_evidence] if around.speaker_evidence else [])]
        if around.speaker is None:
            return spans
        return [*spans, *self._sources.get(around.speaker, ())[:MOST_PLACES], *(self._surroundings(span) for span in self._names.get(around.speaker, ())[:MOST_PLACES])]

    def _surroundings(self, name: Span) -> Span:
        first, last = max(0, name.start - BESIDE_CHARS), min(len(self._text), name.end + BESIDE_CHARS)
        start = find_last_mark(_BREAK, self._text, first, name.start)
        if not self._text.startswith(",", name.end):
            return Span(start=start, end=name.end)
        comma = self._text.find(",", name.end + 1, last)
        return Span(start=start, end=min(comma if comma > 0 else last, find_first_mark(_BREAK, self._text, name.end, last)))

    def _pieces(self, words: str) -> list[str]:
        """Return the words and the pairs of words ("South Korea")."""
        found = [m[0] for m in _WORD.finditer(words)]
        return [*found, *(f"{left} {right}" for left, right in pairwise(found))]

    def _country(self, words: str) -> str | None:
        bare = words.removesuffix("'s").removesuffix("’s")
        return find_country(bare, self._lang) or find_demonym(bare, self._lang) or find_capital(bare, self._lang)

    def _offices_in(self, words: str) -> set[str]:
        folded = f" {' '.join(_WORD.findall(fold_text(words, self._lang or 'en')))} "
        return {key for form, keys in self._offices.items() if f" {form} " in folded for key in keys}

    def _says_we(self, around: Attribution) -> bool:
        return any(self._has_own_words(span) for span in around.content)

    def _has_own_words(self, span: Span) -> bool:
        if self._pack is None:
            return False
        own = {*self._pack.pronouns["first_singular"], *self._pack.pronouns["first_plural"]}
        return not own.isdisjoint(_WORD.findall(fold_text(span.of(self._text), self._lang or "en")))
