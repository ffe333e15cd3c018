"""What looks like a refusal and is none: "softened his threat" changes what was said, "offered an exchange of prisoners" offers.

In: a text and a consequence. Out: whether it is no commitment, or an offer. The words are data, by language: `revised.toml`.
"""

from __future__ import annotations

import re

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

MOST_WORDS = 4
"""Most words of a consequence that names nothing but a stand ("his earlier threat"): what is longer says what is to come."""
BESIDE_CHARS = 60
"""So far from it the verb stands, in the same clause."""
BETWEEN_WORDS = 2
"""Most words between a verb of offering and what is offered: an article, to whom."""
_BREAK = re.compile(r"[.!?…;:,\n]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def is_revised(text: str, consequence: Span, lang: str) -> bool:
    """True for what names only what somebody holds to, in few words, beside or with a verb of weakening or changing it."""
    folded, first, last = _fold_clause(text, consequence, lang)
    changes = list(find_word("revised", "changes", lang).finditer(folded))
    own = len(_WORD.findall(folded[first:last])) - sum(len(_WORD.findall(m[0])) for m in changes if m.start() >= first and m.end() <= last)
    return bool(changes) and own <= MOST_WORDS and find_word("revised", "stands", lang).search(folded, first, last) is not None


def is_offered(text: str, consequence: Span, lang: str) -> bool:
    """True where a verb of offering that nothing denies has a consequence as its object: behind it, in Turkish before it; or where it begins or ends it."""
    folded, first, last = _fold_clause(text, consequence, lang)
    if find_word("revised", "denies", lang).search(folded) is not None:
        return False
    return any(
        len(_WORD.findall(folded[match.end() : first] if match.end() <= first else folded[last : match.start()])) <= BETWEEN_WORDS
        for match in find_word("revised", "offers", lang).finditer(folded)
    )


def _fold_clause(text: str, consequence: Span, lang: str) -> tuple[str, int, int]:
    """Return the folded clause round a consequence, and where in it the consequence begins and ends."""
    start, end = max(0, consequence.start - BESIDE_CHARS), min(len(text), consequence.end + BESIDE_CHARS)
    start, end = find_last_mark(_BREAK, text, start, consequence.start), find_first_mark(_BREAK, text, consequence.end, end)
    return fold_text(text[start:end], lang), consequence.start - start, consequence.end - start
