"""Places a figure: where, when, by whose count, from what other stages found in the article.

In: an `Article` and the records of other stages. Out: answers for a span; `None` where the text does not say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.figures.lexicon import Lexicon
from onrecord.records import Article, Attribution, DateMention, DateRange, Mention, Span

_WORDS = re.compile(r"[\w'№]+")


def merge_spans(spans: Iterable[Span]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the starts and ends of the stretches that `spans` cover, in text order."""
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return tuple(starts), tuple(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What other stages know about an article; `folded` is its folded text, `taken` the merged spans that hold no figures."""

    article: Article
    folded: str
    lexicon: Lexicon
    attributions: Sequence[Attribution]
    dates: Sequence[DateMention]
    mentions: Sequence[Mention]
    taken: tuple[tuple[int, ...], tuple[int, ...]]

    def is_taken(self, start: int, end: int) -> bool:
        """True when a number touches a dropped span, a date or a name."""
        starts, ends = self.taken
        at = bisect_left(starts, end)
        return at > 0 and ends[at - 1] > start

    def attribution_of(self, span: Span) -> Attribution | None:
        """Return the attribution with the shortest content that holds the figure, `None` when the outlet tells it as its own."""
        held = [
            (sum(piece.end - piece.start for piece in attribution.content), attribution.id, attribution)
            for attribution in self.attributions
            if any(piece.holds(Span(start=span.start, end=span.start + 1)) for piece in attribution.content)
        ]
        return min(held)[2] if held else None

    def place_of(self, span: Span, sentence: Span) -> str | None:
        """Return the canonical name of the place nearest to the figure in its sentence; a place after it goes first."""
        places = [mention for mention in self.mentions if mention.kind == "place" and sentence.holds(mention.span)]
        if not places:
            return None

        def distance(mention: Mention) -> tuple[int, int]:
            if mention.span.start >= span.end:
                return mention.span.start - span.end, mention.span.start
            return 2 * max(0, span.start - mention.span.end), mention.span.start

        return min(places, key=distance).canonical

    def dates_of(self, span: Span, sentence: Span) -> tuple[DateRange | None, DateRange | None]:
        """Return (as of, period) that the sentence of a figure names; a period ends with the day of publication."""
        inside = [date for date in self.dates if date.range is not None and sentence.holds(date.span)]
        inside.sort(key=lambda date: (max(date.span.start - span.end, span.start - date.span.end), date.span.start))
        as_of = next((date.range for date in inside if self._introduces("as_of", date)), None)
        first = next((date.range for date in inside if self._introduces("since", date)), None)
        published = self.article.published
        if first is None or published is None or published.end <= first.start:
            return as_of, None
        return as_of, DateRange(start=first.start, end=published.end)

    def _introduces(self, name: str, date: DateMention) -> bool:
        """True when one of the phrases of a list stands right before a date, or opens it."""
        words = _WORDS.findall(self.folded[max(0, date.span.start - 40) : date.span.start])
        phrases = self.lexicon.lists[name]
        opening = self.folded[date.span.start : date.span.end]
        return any(" ".join(words[-k:]) in phrases for k in range(1, 4)) or any(opening.startswith(f"{phrase} ") for phrase in phrases)
