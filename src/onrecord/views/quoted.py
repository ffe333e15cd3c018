"""Tells words that stand between quotation marks in their article from those its narrator tells.

In: the text of an article and spans of it. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.languages.quotes import find_quotes
from onrecord.records import Span

_SHARE = 0.85
"""The share of the letters of words that have to stand between marks; the rest is what a narrator sets between two halves of a quotation."""


def find_quoted(text: str) -> tuple[Span, ...]:
    """Return what stands between the outermost quotation marks of a text, in text order."""
    return tuple(quote.inner for quote in find_quotes(text) if quote.depth == 0)


def is_quoted(text: str, span: Span, quoted: Iterable[Span]) -> bool:
    """True for words that stand between quotation marks, all but a few.

    Args:
        text: of the article.
        span: of the words.
        quoted: what `find_quoted` gave for the text.
    """
    inside = sum(_count_letters(text, both) for quote in quoted if (both := quote.meet(span)) is not None)
    return inside > 0 and inside >= _SHARE * _count_letters(text, span)


def _count_letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, span.of(text)))
