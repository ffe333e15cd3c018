"""Claims that are denied: "I never said we would leave", "rejected reports that the fleet would attack" commit nobody.

In: a consequence and the words before it (in Turkish behind it). Out: whether who tells it says that it is not so.
"""

from __future__ import annotations

import re

from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BESIDE_CHARS = 110
"""So far from the claim what denies it may begin, in the same sentence."""
HEAD_WORDS = 2
"""Most words between what denies and a word like "that"."""
TAIL_WORDS = 3
"""Most words between such a word, or what denies without one, and the claim: its subject."""
_BREAK = re.compile(r"[.!?…;:\n]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def is_denied_claim(text: str, consequence: Span, lang: str) -> bool:
    """True where the words beside a consequence say that it is not so or was never said."""
    end = min(len(text), consequence.end + BESIDE_CHARS)
    start = find_last_mark(_BREAK, text, max(0, consequence.start - BESIDE_CHARS), consequence.start)
    folded = fold_text(text[start:end], lang)
    first, last = consequence.start - start, consequence.end - start
    opening = find_word("denied", "that", lang).match(folded, first)
    begins = opening.end() if opening is not None else first
    for match in find_word("denied", "claims", lang).finditer(folded, 0, last):
        if match.end() <= first:
            if _is_beside(folded[match.end() : begins], lang):
                return True
        elif len(_WORD.findall(folded[first : match.start()])) < HEAD_WORDS and _follows_that(folded[match.end() : last], lang):
            return True
    stop = find_first_mark(_BREAK, text, consequence.end, end) - start
    for match in find_word("denied", "behind", lang).finditer(folded, 0, stop):
        if match.end() > last and "," not in folded[last : match.start()] and len(_WORD.findall(folded[last : match.start()])) <= TAIL_WORDS and match.start() > first:
            return True
    return False


def _follows_that(rest: str, lang: str) -> bool:
    """True for words that a word like "that" opens: what the consequence itself denies is a claim, and no sentence of its own."""
    return find_word("denied", "that", lang).match(rest.lstrip(" ,")) is not None


def _is_beside(between: str, lang: str) -> bool:
    """True when nothing but a word like "that" and a few others, none that joins clauses, stands between what denies and the claim."""
    that = find_word("denied", "that", lang).search(between)
    head, tail = (between[: that.start()], between[that.end() :]) if that is not None else ("", between)
    words = (_WORD.findall(head), _WORD.findall(tail))
    if len(words[0]) > HEAD_WORDS or len(words[1]) > TAIL_WORDS or "," in tail or "," in head.rstrip(" ,"):
        return False
    joiners, apart = load_openers(lang).joiners, find_word("denied", "apart", lang)
    return not any(word in joiners or apart.fullmatch(word) for part in words for word in part)
