"""Find the town or region that an office belongs to: "the Arlen mayor", "Senator Mira Solan of Arlen", "de Arlense burgemeester".

In: spans of an article and its mentions. Out: places as the article writes them, no countries and no capitals, which
may stand for one. Left to others: countries and organisations (`offices`).
"""

from __future__ import annotations

import re

from onrecord.attributions.intervals import SpanIndex
from onrecord.attributions.wording import load_wording
from onrecord.names.keys import to_latin, words_match
from onrecord.names.places import find_capital, find_country, find_demonym
from onrecord.records import Mention, Span

BEHIND_CHARS = 30
"""How far behind a name its place may end: "Solan of Arlen", "Solan (Arlen)"."""
MIN_STEM = 4
MAX_ENDING = 4
"""An adjective of a place keeps all but two of its letters and adds at most so many: "Rotterdamse", "Bavarian", "Münchner"."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_AFTER_TITLE = re.compile(r"(?:\s+[\w'’.-]+){0,4}")
"""What may describe an office behind it: "mayor of New Arlen"."""
_TO_TITLE = re.compile(r"\s*|['’]s\s+(?:\w+\s+){0,2}")
_BEFORE_PLACE = re.compile(r",?\s+(\w+)\s+(?:\w{1,3}\s+)?$|\s*\($")


class SeatReader:
    """Reads places beside the offices of one article.

    Args:
        text: the article's text.
        lang: its language.
        places: its mentions by place.
    """

    def __init__(self, text: str, lang: str, places: SpanIndex[Mention]) -> None:
        self._text, self._lang, self._places = text, lang, places
        self._prepositions = load_wording(lang).prepositions
        known = (m.span.of(text) for m in places.inside(Span(start=0, end=len(text))) if self._is_seat(m))
        self._stems = {to_latin(name): name for name in known if " " not in name and len(name) >= MIN_STEM + 1}

    def seat_at(self, title: Span, phrase: Span) -> str | None:
        """Return the place that describes an office inside a phrase, right before it or behind it, also as an adjective of a place that the article names.

        `None` where a country, another word or nothing stands there.
        """
        border = _AFTER_TITLE.match(self._text, title.end, phrase.end)
        near = Span(start=phrase.start, end=border.end() if border else title.end)
        for mention in self._places.inside(near):
            if self._is_seat(mention) and self._is_beside(mention.span, title):
                return mention.span.of(self._text)
        taken = self._places.overlapping(near)
        for match in _WORD.finditer(self._text, near.start, near.end):
            piece = Span(start=match.start(), end=match.end())
            if not match[0][0].isupper() or any(m.span.overlap(piece) for m in taken) or not self._is_beside(piece, title) or find_demonym(match[0], self._lang) is not None:
                continue
            word = to_latin(match[0])
            for plain, name in self._stems.items():
                stem = plain[: max(MIN_STEM, len(plain) - 2)]
                if word.startswith(stem) and word != plain and len(word) - len(stem) <= MAX_ENDING + 2:
                    return name
        return None

    def _is_beside(self, place: Span, title: Span) -> bool:
        """True for a place behind an office, or right before it or as its owner ("Arlen's new mayor")."""
        return place.start >= title.end or (place.end <= title.start and _TO_TITLE.fullmatch(self._text, place.end, title.start) is not None)

    def seat_behind(self, name: Span) -> str | None:
        """Return the place right behind a person's name, with a preposition or in brackets."""
        for mention in self._places.inside(Span(start=name.end, end=min(name.end + BEHIND_CHARS, len(self._text)))):
            between = _BEFORE_PLACE.fullmatch(self._text, name.end, mention.span.start)
            if between is not None and (between[1] is None or between[1].casefold() in self._prepositions):
                return mention.span.of(self._text) if self._is_seat(mention) else None
            break
        return None

    def _is_seat(self, mention: Mention) -> bool:
        words = mention.span.of(self._text)
        return mention.kind == "place" and find_country(words, self._lang) is None and find_capital(words, self._lang) is None


def is_same_seat(left: str, right: str) -> bool:
    """True when two places may be one: `Арлен` / `Арлена`, `New Arlen` / `New Arlen`."""
    return to_latin(left) == to_latin(right) or words_match(left, right)
