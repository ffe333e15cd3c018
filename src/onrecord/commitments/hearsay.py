"""What nobody is known to have declared, and what would have been done and was not: "allegedly promised to", "is said to have threatened to", "we would have left".

In: a text and a consequence. Out: whether its words, or those by which it is told, say so. The words are data, by language: `hearsay.toml`.
"""

from __future__ import annotations

import re

from onrecord.commitments.leading import BEFORE_CHARS, is_led_by
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

_SENTENCE_END = re.compile(r"[.!?…;:\n]")


def is_hearsay(text: str, consequence: Span, lang: str) -> bool:
    """True where words before a consequence, or in a language that puts the verb last behind it, tell it by hearsay."""
    return is_led_by(text, consequence, "hearsay", ("told", "adverbs"), lang)


def is_counterfactual(text: str, consequence: Span, lang: str) -> bool:
    """True for an act told in a form of what would have been, or beside a condition in such a form."""
    if find_word("hearsay", "unreal", lang).search(fold_text(consequence.of(text), lang)):
        return True
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    end = find_first_mark(_SENTENCE_END, text, consequence.end, min(len(text), consequence.end + BEFORE_CHARS))
    return find_word("hearsay", "protasis", lang).search(fold_text(text[start:end], lang)) is not None
