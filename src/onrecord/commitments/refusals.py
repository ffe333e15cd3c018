"""Refusals in words that leave no doubt: "this is not something we can agree on", "no way we will sign".

In: a text and a consequence, or what an attribution tells. Out: whether it is a refusal, and where one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

FIRST_WORDS = 12
"""The main verb of a consequence and what denies it stand in its first words."""
DENIED_CHARS = 8
"""What denies a red line stands in its words or right beside them ("kırmızı çizgi değil")."""
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[,.;:!?…\n]|(?<=\s)(?i:that|dat|que|qu['’]|che)(?=[\s\w])")
"""Behind "that" begins what is promised to be so; other languages set a comma before it."""


def is_refusal(text: str, consequence: Span, force: str, lang: str) -> bool:
    """True when the words of a consequence refuse: its speaker will never accept it, or what is promised is that something will not be done.

    Args:
        text: the article's text.
        consequence: where it stands.
        force: what the model takes it for; a threat "not to" stays one, as does a demand.
        lang: its language.
    """
    folded = fold_text(consequence.of(text), lang)
    if any(find_red_lines(text, consequence, lang)):
        return True
    if force in {"promise", "threat", "offer"} and find_word("refusals", "forms", lang).search(folded):
        return True
    return force == "promise" and find_word("refusals", "denied", lang).search(_first_clause(text, consequence, lang)) is not None


def find_refusals(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield where an area holds words of refusing in the first person."""
    folded = fold_text(area.of(text), lang)
    for match in find_word("refusals", "forms", lang).finditer(folded):
        yield Span(start=area.start + match.start(), end=area.start + match.end())


def find_red_lines(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield where an area says that something is a red line, or not negotiable, in whatever person, and does not deny it."""
    folded = fold_text(area.of(text), lang)
    negated = [word.span() for word in find_word("readiness", "negated", lang).finditer(folded)]
    for match in find_word("refusals", "line", lang).finditer(folded):
        if not any(start < match.end() + DENIED_CHARS and match.start() - DENIED_CHARS < end for start, end in negated):
            yield Span(start=area.start + match.start(), end=area.start + match.end())
    for match in find_word("refusals", "closed", lang).finditer(folded):
        if not any(match.start() - DENIED_CHARS < end <= match.start() for _, end in negated):
            yield Span(start=area.start + match.start(), end=area.start + match.end())


def _first_clause(text: str, consequence: Span, lang: str) -> str:
    """Return the first words of a consequence, folded, up to a mark behind at least two of them."""
    words = list(islice(_WORD.finditer(text, consequence.start, consequence.end), FIRST_WORDS))
    if not words:
        return ""
    return fold_text(text[consequence.start : find_first_mark(_CLAUSE_END, text, words[min(1, len(words) - 1)].end() - 1, words[-1].end())], lang)
