"""Negations that refuse nothing: "we will not say no" agrees, "nobody will be harmed", promised, spares.

In: a text and a consequence. Out: the words that do so. The words are data, by language: `assent.toml`.
"""

from __future__ import annotations

from onrecord.commitments.giving import has_denied
from onrecord.commitments.refusals import FIRST_WORDS
from onrecord.commitments.worded import find_word
from onrecord.languages.pack import fold_text
from onrecord.records import Span


def find_assent(text: str, consequence: Span, lang: str) -> Span | None:
    """Return the words among the first of a consequence that deny an opposition; `None` without any, or where another negation stands before them."""
    return _find_first(text, consequence, "agrees", lang)


def is_sparing(text: str, consequence: Span, lang: str) -> bool:
    """True where the first words of a consequence say that somebody will not be harmed."""
    return _find_first(text, consequence, "spares", lang) is not None


def _find_first(text: str, consequence: Span, key: str, lang: str) -> Span | None:
    folded = fold_text(consequence.of(text), lang)
    match = find_word("assent", key, lang).search(folded)
    if match is None or folded.count(" ", 0, match.start()) >= FIRST_WORDS:
        return None
    before = Span(start=consequence.start, end=consequence.start + match.start())
    return None if has_denied(text, before, lang) else Span(start=before.end, end=consequence.start + match.end())
