"""Acts that are only not ruled out: "did not rule out closing the port", "a strike cannot be ruled out".

In: a text and a consequence. Out: whether nothing more is said of it. Who does not rule out what another party wants is ready for it, which is left to `readiness`.
"""

from __future__ import annotations

import re

from onrecord.commitments.openers import load_openers
from onrecord.commitments.readiness import is_giving
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BESIDE_CHARS = 90
"""So far before or behind an act it is not ruled out, in the same sentence."""
MOST_WORDS = 3
"""Most words between: "cannot be ruled out that we"."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def is_left_open(text: str, consequence: Span, lang: str) -> bool:
    """True for an act that gives nothing and of which its teller says only that it is not ruled out."""
    if is_giving(text, consequence, lang):
        return False
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - BESIDE_CHARS), consequence.start)
    end = find_first_mark(_SENTENCE_END, text, consequence.end, min(len(text), consequence.end + BESIDE_CHARS))
    folded = fold_text(text[start:end], lang)
    first, last = consequence.start - start, consequence.end - start
    between = (folded[match.end() : first] + folded[last : match.start()] for match in find_word("left_open", "open", lang).finditer(folded))
    joiners = load_openers(lang).joiners
    return any(len(words) <= MOST_WORDS and joiners.isdisjoint(words) for words in map(_WORD.findall, between))
