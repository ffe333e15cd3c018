"""Name the parties of a commitment: who holds it, to whom it is addressed.

In: the span of a holder or addressee, with the mentions and attributions of its article. Out: canonical names, `None` when unsure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from onrecord.languages.pack import Pack, fold_text
from onrecord.names.places import country_name, find_capital, find_country
from onrecord.records import Article, Attribution, Mention, Span

_SELF = ("first_singular", "first_plural", "masculine", "feminine", "neuter")
"""Pronouns by which a speaker names itself, in direct ("we") and in indirect speech ("she")."""


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
        self._source_starts = [s.start for s, _ in self._sources]
        self._source_reach = list(accumulate((s.end for s, _ in self._sources), max))

    def resolve(self, span: Span, around: Attribution | None) -> str | None:
        """Return the canonical name of a party: a name in it, the speaker it repeats, or the one who speaks of itself ("we").

        Args:
            span: the words of the party.
            around: the attribution it stands in, for pronouns.
        """
        inside = [m for m in self._mentions_in(span) if m.kind == "place" or not self._is_possessor(span, m.span)]
        people = dict.fromkeys(m.canonical for m in inside if m.kind == "person")
        if people:
            return next(iter(people)) if len(people) == 1 else None
        spoken = self._source_at(span)
        if spoken is not None:
            return self._sources[spoken][1]
        if inside:
            return self._state(span, inside[0]) or inside[0].canonical
        return around.speaker if around is not None and self._is_self(span) else None

    def speaker_span(self, attribution: Attribution) -> Span | None:
        """Return the shortest words for who speaks: the name in the source, else the source up to its first comma; `None` without a source."""
        if not attribution.source:
            return None
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

    def _is_possessor(self, span: Span, name: Span) -> bool:
        """True for "Solan" in "Solan's party"."""
        return self._text.startswith(("'s ", "’s ", "' ", "’ "), name.end) and name.end < span.end

    def _is_self(self, span: Span) -> bool:
        """True for a pronoun by which a speaker means itself; without a pack, for any single word."""
        words = fold_text(span.of(self._text), self._lang or "en").split()
        if self._pack is None:
            return len(words) == 1
        return len(words) == 1 and any(words[0] in self._pack.pronouns[kind] for kind in _SELF)
