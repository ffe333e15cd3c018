"""Demands in plain words: what somebody else "must" do or stop.

In: a text and what an attribution tells. Out: where it holds such a word. What one must do oneself, and what must have been, is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import fold_text
from onrecord.records import Span


def find_demands(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield where an area says that something must be done, left out guesses ("must have been")."""
    folded = fold_text(area.of(text), lang)
    for match in find_word("demands", "must", lang).finditer(folded):
        after = match.end() + len(folded[match.end() :]) - len(folded[match.end() :].lstrip())
        if not find_word("demands", "guess", lang).match(folded, after):
            yield Span(start=area.start + match.start(), end=area.start + match.end())
