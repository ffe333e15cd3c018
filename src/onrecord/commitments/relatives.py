"""Clauses before the comma that are the object of an act: "whatever they take, | we will take back".

In: a text and a consequence. Out: the consequence with such a clause. Left to others: clauses in spite of which something is done ("whatever happens", `bearings`).
"""

from __future__ import annotations

import re

from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEFORE_CHARS = 120
MOST_WORDS = 10
"""Most words of the clause behind its first."""
MOST_ACT_WORDS = 5
"""An act of so few words has no object of its own: "we will take it back"."""
_STOP = re.compile(r"[.!?…;:\n\"“”„«»‹›‘‚(][\s\u00a0]*|\s[–—-]\s+")
_BREAK = re.compile(r"[.!?…;:,\n\"“”„«»()]")
_COMMA = re.compile(r",\s+$")
_LAST_WORD = re.compile(r"(\w+),?\s+$")


def add_relative(text: str, consequence: Span, lang: str) -> Span:
    """Return a short consequence with the clause before its comma that is its object, else as it is."""
    if len(consequence.of(text).split()) > MOST_ACT_WORDS:
        return consequence
    first = find_last_mark(_STOP, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    folded = fold_text(text[first : consequence.start], lang)
    comma = _COMMA.search(folded)
    if comma is None:
        return consequence
    for opener in find_word("relatives", "object", lang).finditer(folded):
        clause = folded[opener.end() : comma.start()]
        if _BREAK.search(clause) is None and len(clause.split()) <= MOST_WORDS and clause.strip() and _begins(folded[: opener.start()], lang):
            return Span(start=first + opener.start(), end=consequence.end)
    return consequence


def _begins(before: str, lang: str) -> bool:
    """True where a sentence or what is told begins behind some words."""
    word = _LAST_WORD.search(before)
    return not before.strip() or (word is not None and word[1] in load_openers(lang).frames | load_openers(lang).joiners)
