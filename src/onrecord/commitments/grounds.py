"""Whether the words of a text make a condition of what the model takes for one.

In: a text, the condition tags of the model. Out: those to go by: the sure ones, and those that some wording makes conditions.
Left to others: which consequence a condition belongs to (`find`), how its words bear on it (`bearings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.commitments.bearing_words import list_patterns
from onrecord.commitments.openers import condition_pattern, load_openers
from onrecord.commitments.terms import is_term
from onrecord.commitments.worded import find_word
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Span, Tag

SURE = 0.8
"""Confidence at which a tag needs no wording. Source: of 12 condition tags without any in the commitments gold (development part) and 25 articles of PolNeAR, the 10 below it were none or had
lost their words to a line break; November 2026."""
BEFORE_CHARS = 40
"""The words that open a clause stand at most so far before the tag."""
LEAD_WORDS = 3
"""Words before the tag, or its own first ones, among which a word like "whoever" counts."""
_MARK = re.compile(r"[.!?…;:,\n\"“”„«»()\[\]]|\s[–—]\s")
_FIRST = re.compile(r"(?:^|[.!?…;:\n\"“”„«»]|\s[–—])\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def find_groundless(text: str, tags: Sequence[Tag], pack: Pack | None, lang: str) -> frozenset[int]:
    """Return the places in `tags` of the conditions that nothing but an unsure guess of the model makes one, and of the deadlines that hold no time; none without a pack.

    A wording is a condition word, one of time, one like "whoever", or a joining word behind a condition that has one; a clause that begins its sentence,
    as an inversion does, needs none.
    """
    if pack is None:
        return frozenset()
    found: set[int] = set()
    last: Span | None = None
    for i, tag in enumerate(tags):
        if tag.layer != "condition":
            continue
        if tag.label not in CONDITIONAL_KINDS:
            if not is_term(text, tag.span, pack, lang):
                found.add(i)
            continue
        if tag.confidence < SURE and not is_grounded(text, tag.span, last, pack, lang):
            found.add(i)
        else:
            last = tag.span
    return frozenset(found)


def is_grounded(text: str, clause: Span, known: Span | None, pack: Pack, lang: str) -> bool:
    """True when the words in or beside a clause may make it a condition.

    Args:
        text: the article's text.
        clause: what the model takes for a condition.
        known: the condition before it, if any.
        pack: the language's pack.
        lang: its tag.
    """
    first = max(0, clause.start - BEFORE_CHARS)
    before = fold_text(text[first : clause.start], lang)
    if _FIRST.search(text[first : clause.start]) or clause.start == 0:
        return True
    if known is not None and known.end <= clause.start:
        between = _WORD.findall(fold_text(text[known.end : clause.start], lang))
        if between and between[0] in load_openers(lang).joiners and len(between) <= LEAD_WORDS:
            return True
    closing = bool(load_openers(lang).closing)
    lead = before if closing else before[find_last_mark(_MARK, text, first, clause.start) - first :]
    own = fold_text(clause.of(text), lang)
    behind = fold_text(text[clause.end : clause.end + BEFORE_CHARS], lang) if closing else ""
    around = re.sub(r"\s+", " ", f"{lead}{own}{behind}")
    if any(pattern.search(around) for pattern in (condition_pattern(pack), find_word("circumstances", "temporal", lang), *(p for _, p in list_patterns(pack, lang)))):
        return True
    words = " ".join([*_WORD.findall(lead)[-LEAD_WORDS:], *_WORD.findall(own)[: None if primary_subtag(lang) == "tr" else LEAD_WORDS], *_WORD.findall(behind)[:LEAD_WORDS]])
    return any(find_word("grounds", key, lang).search(words) for key in ("whoever", "verbs"))
