"""Find the one person without a name with whom a sentence begins: "A senior official, speaking in Arlen, called the plan dead."

In: sentences of an article. Out: `Unnamed` persons. Left to others: names as subjects, whom a pronoun takes up (`antecedents`).
"""

from __future__ import annotations

import re

from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.offices import OfficeReader
from onrecord.attributions.unnamed import WITH_ARTICLES, Unnamed, is_one_of, read_unnamed
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.records import Mention, Span

MAX_WORDS = 6
"""The word for the person stands among the first words of the sentence."""
NAME_CHARS = 60
"""How far behind the word for the person the name may stand."""
_WORD = re.compile(r"\S+")
_STOPS = ',;:.!?()[]–—-"“”„«»'
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_ADJECTIVE = re.compile(r"(?:[ыиои]й|ій|[аяуюеє]|[yiýíáé])$")
"""How a Slavic adjective may end; nothing else may stand before the person there, where no article tells where a subject begins."""


class SubjectReader:
    """Reads the subjects of one article's sentences.

    Args:
        folded: the folded text.
        lang: its language.
        places: its mentions by place.
        offices: reads its offices.
        pack: its language's pack, or `None`.
    """

    def __init__(self, folded: str, lang: str, places: SpanIndex[Mention], offices: OfficeReader, pack: Pack | None) -> None:
        self._folded, self._lang, self._pack = folded, lang, pack
        self._places, self._offices = places, offices
        self._wording = load_wording(lang)

    def unnamed(self, start: int, end: int) -> Unnamed | None:
        """Return the one person without a name with whom the sentence from `start` to `end` begins.

        `None` when it begins otherwise: with a name, a group, a thing, or a preposition.
        """
        words = [match for _, match in zip(range(MAX_WORDS), _WORD.finditer(self._folded, start, end), strict=False)]
        begin = start
        for number, word in enumerate(words):
            bare = word[0].strip(_STOPS)
            if not bare or bare in self._wording.prepositions:
                return None
            if bare.endswith(_POSSESSIVES):  # "Solan's lawyer" is somebody, "the driver's lawyer" is not known to be
                if not any(m.kind == "person" for m in self._places.overlapping(Span(start=word.start(), end=word.end()))):
                    return None
                begin = word.start()
                continue
            phrase = Span(start=begin, end=word.end() - len(word[0]) + len(word[0].rstrip(_STOPS)))
            if number == 0 and word[0].endswith(",") and is_one_of(bare, self._lang):
                return Unnamed(span=phrase, gender=None)
            found = read_unnamed(phrase, self._folded, self._lang, self._offices.describe(phrase), self._pack)
            if found is not None and found.is_person:
                following = words[number + 1][0] if number + 1 < len(words) else ""
                return None if following in self._wording.joins or self._is_named(phrase, end) else found
            if word[0][-1] in _STOPS or not self._may_precede(bare):
                return None
        return None

    def _may_precede(self, word: str) -> bool:
        """True when a word may stand between the beginning of a sentence and the person it is about."""
        lang = primary_subtag(self._lang)
        return lang in WITH_ARTICLES or lang == "tr" or _ADJECTIVE.search(word) is not None

    def _is_named(self, phrase: Span, end: int) -> bool:
        """True when a name that may be the person's stands in or soon behind a phrase: "The candidate of the Greens, Mira Solan"."""
        owner = self._folded.find("'", phrase.start, phrase.end)
        return any(
            m.kind == "person" and m.span.end > max(phrase.start, owner)
            for m in self._places.inside(Span(start=phrase.start, end=max(phrase.end, min(end, phrase.end + NAME_CHARS))))
        )
