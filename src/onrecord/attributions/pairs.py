"""Tell whom "both sides" means: the two parties that the text has just named together, "Norway and the union", "Norwegian and Swedish officials".

In: a source in an article. Out: where the two stand, or `None`: where none, or more than one such pair, stands in the sentence or in the one before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.attributions.borders import NEAR_CHARS, Borders
from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.named import Speaker
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.tables import read_lists
from onrecord.names.places import country_name, find_capital, find_country, find_demonym, has_determiner
from onrecord.records import Mention, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class PairReader:
    """Reads such sources in one article.

    Args:
        text: the article's text.
        folded: the same, folded.
        lang: its language.
        places: its mentions by place.
    """

    def __init__(self, text: str, folded: str, lang: str, places: SpanIndex[Mention]) -> None:
        self._text, self._folded, self._lang = text, folded, lang
        self._places = places
        self._joins = load_wording(lang).joins
        self._both = frozenset(read_lists("onrecord.attributions", "pairs").get(primary_subtag(lang), {}).get("both", ()))
        self._borders = Borders(text)

    def read(self, span: Span) -> Speaker | None:
        """Return the two parties that a source means, as several speakers."""
        if self._folded[span.start : span.end] not in self._both:
            return None
        start = self._borders.sentence_start(self._borders.back_over_space(self._borders.sentence_start(span.start)))
        window = Span(start=max(start, span.start - NEAR_CHARS, self._borders.break_before(span.start)), end=span.start)
        found = {**self._find_names(window), **self._find_lands(window)}
        if len({frozenset(names) for names in found.values()}) != 1:
            return None
        pair, names = max(found.items())
        return Speaker(name=None, how=f"several speakers: {', '.join(names)}", evidence=pair)

    def _find_names(self, window: Span) -> dict[Span, tuple[str, str]]:
        """Return the pairs of names that only "and", and an article, stands between."""
        return {
            Span(start=one.span.start, end=other.span.end): (self._call(one), self._call(other))
            for one, other in pairwise(self._places.inside(window))
            if self._are_joined(self._folded[one.span.end : other.span.start].split()) and self._call(one) != self._call(other)
        }

    def _find_lands(self, window: Span) -> dict[Span, tuple[str, str]]:
        """Return the pairs of words for the people or things of two lands with "and" between them."""
        words = list(_WORD.finditer(self._text, window.start, window.end))
        found: dict[Span, tuple[str, str]] = {}
        for one, other in zip(words, words[2:], strict=False):
            left, right = find_demonym(one[0], self._lang), find_demonym(other[0], self._lang)
            if left and right and left != right and self._are_joined(self._folded[one.end() : other.start()].split()):
                found[Span(start=one.start(), end=other.end())] = (country_name(left) or one[0], country_name(right) or other[0])
        return found

    def _are_joined(self, between: list[str]) -> bool:
        return bool(between) and between[0] in self._joins and (len(between) == 1 or (len(between) == 2 and has_determiner(between[1])))

    def _call(self, mention: Mention) -> str:
        """Return the name of a party: of a capital that of its country."""
        words = mention.span.of(self._text)
        code = (find_capital(words, self._lang) or find_country(words, self._lang)) if mention.kind == "place" else None
        return (country_name(code) if code else None) or mention.canonical
