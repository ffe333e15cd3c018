"""What somebody rules out of what parties do together: "rules out talks", "schließt Gespräche aus"; a headline hardly says it otherwise.

In: a text and what an attribution tells. Out: the words of ruling out with what is ruled out. Left to others: what else may be ruled out, as a cause or a chance.
"""

from __future__ import annotations

import re

from onrecord.commitments.giving import has_denied
from onrecord.commitments.worded import NOTHING, find_word
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BESIDE_CHARS = 60
"""So near to the noun stand the parts of the verb."""
BEFORE_CHARS = 40
"""The verb stands at most so far before what is told."""
MOST_WORDS = 2
"""Most words between the verb and the noun of what is ruled out, and between that and the rest of the verb: "rules out any further talks"."""
_STOP = re.compile(r"[.!?…;:,\n]")


def find_ruled_out(text: str, area: Span, lang: str) -> Span | None:
    """Return the first words in or right before an area that rule out talks, a deal or the like; `None` without any, or where they are denied."""
    first = find_last_mark(_STOP, text, max(0, area.start - BEFORE_CHARS), area.start)
    folded = fold_text(text[first : area.end], lang)
    for noun in find_word("threats", "common", lang).finditer(folded):
        found = _around(folded, noun, lang)
        if found is not None and found[1] > area.start - first:
            place = Span(start=first + found[0], end=first + found[1])
            denied = has_denied(text, Span(start=max(first, place.start - BEFORE_CHARS), end=place.end), lang) or folded[max(0, found[0] - 1) : found[0]] in {"'", "’"}
            return None if denied else place
    return None


def _around(folded: str, noun: re.Match[str], lang: str) -> tuple[int, int] | None:
    """Return where the words of ruling out begin and end around a noun."""
    particle = find_word("ruled_out", "particle", lang)
    before, behind = max(0, noun.start() - BESIDE_CHARS), noun.end() + BESIDE_CHARS
    verbs = [verb for verb in find_word("ruled_out", "excluding", lang).finditer(folded, before, noun.start()) if _is_near(folded, verb.end(), noun.start())]
    if verbs and particle is NOTHING:
        return verbs[-1].start(), noun.end()
    ending = particle if verbs else find_word("ruled_out", "excluded", lang)
    last = next((match for match in ending.finditer(folded, noun.end(), behind) if _is_near(folded, noun.end(), match.start())), None)
    return (verbs[-1].start() if verbs else noun.start(), last.end()) if last is not None else None


def _is_near(folded: str, start: int, end: int) -> bool:
    between = folded[start:end]
    return between.count(" ") <= MOST_WORDS + 1 and _STOP.search(between) is None
