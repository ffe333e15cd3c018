"""What nobody is known to have declared, and what would have been done and was not: "allegedly promised to", "is said to have threatened to", "we would have left".

In: a text and a consequence. Out: whether its words, or those by which it is told, say so. The words are data, by language: `hearsay.toml`.
"""

from __future__ import annotations

import re

from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEFORE_CHARS = 120
"""So far before a consequence the verb that tells it, or the condition of what never was, may begin."""
MOST_WORDS = 4
"""Most words between an adverb of hearsay, or a verb told by it, and the consequence: "allegedly promised the guild to"."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def is_hearsay(text: str, consequence: Span, lang: str) -> bool:
    """True where words before a consequence, or in a language that puts the verb last behind it, tell it by hearsay."""
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    before = fold_text(text[start : consequence.start], lang)
    if any(_is_beside(before[match.end() :], lang) for key in ("told", "adverbs") for match in find_word("hearsay", key, lang).finditer(before)):
        return True
    end = find_first_mark(_SENTENCE_END, text, consequence.end, min(len(text), consequence.end + BEFORE_CHARS))
    behind = fold_text(text[consequence.end : end], lang)
    return any(_is_beside(behind[: match.start()], lang) for match in find_word("hearsay", "behind", lang).finditer(behind))


def is_counterfactual(text: str, consequence: Span, lang: str) -> bool:
    """True for an act told in a form of what would have been, or beside a condition in such a form."""
    if find_word("hearsay", "unreal", lang).search(fold_text(consequence.of(text), lang)):
        return True
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    end = find_first_mark(_SENTENCE_END, text, consequence.end, min(len(text), consequence.end + BEFORE_CHARS))
    return find_word("hearsay", "protasis", lang).search(fold_text(text[start:end], lang)) is not None


def _is_beside(between: str, lang: str) -> bool:
    """True when few words, none of which joins clauses, stand between two places."""
    words = _WORD.findall(between)
    return len(words) <= MOST_WORDS and load_openers(lang).joiners.isdisjoint(words)
