"""What somebody is warned not to do, which is asked of him: "warned the guild against selling the quay", "warned the guild not to".

In: a text and an act, or what an attribution tells. Out: whether it is to be left undone, with the words that say so. Left to others: what is only warned of
("warned against floods"), and acts of others that their teller condemns (`disowned`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.commitments.threats import is_told_with
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Attribution, Span

BEFORE_CHARS = 120
MOST_WORDS = 8
"""Most words between the verb and the marker: whoever is warned."""
_STOP = re.compile(r"[.!?…;:\n\"“”„«»]")
_MARKS = " ,\u00a0"


def find_warned_off(text: str, act: Span, lang: str) -> Span | None:
    """Return an act with the words behind a verb of warning that say it is not to be done ("against selling"); `None` for any other act."""
    first = find_last_mark(_STOP, text, max(0, act.start - BEFORE_CHARS), act.start)
    folded = fold_text(text[first : act.end], lang)
    at = act.start - first
    for marker in find_word("warned_off", "marker", lang).finditer(folded):
        if marker.start() > at:
            break
        verb = find_word("threats", "warning", lang).match(folded, _skip(folded, marker.end()))
        begin = _skip(folded, verb.end() if verb else marker.end())
        if at in (marker.start(), begin) and (verb is not None or _is_warned(folded, marker.start(), lang)) and _is_act(folded, begin, len(folded), lang):
            return Span(start=first + marker.start(), end=act.end)
    return None


def find_acts_warned_off(text: str, attribution: Attribution, area: Span, lang: str) -> Iterator[Span]:
    """Yield where what is told under a verb of warning names an act with the words that say it is not to be done."""
    if not is_told_with(text, attribution, "warning", lang):
        return
    folded = fold_text(area.of(text), lang)
    for marker in find_word("warned_off", "marker", lang).finditer(folded):
        if folded.count(" ", 0, marker.start()) > MOST_WORDS:
            return
        stop = find_first_mark(_STOP, text, area.start + marker.end(), area.end)
        if _is_act(folded, marker.end(), stop - area.start, lang):
            yield Span(start=area.start + marker.start(), end=area.start + marker.end())


def is_told_not_to(text: str, act: Span, around: Attribution | None, lang: str) -> bool:
    """True for what somebody is warned not to do in so many words: "warned the guild not to sell"."""
    if around is None or not is_told_with(text, around, "warning", lang):
        return False
    content = next((span for span in around.content if span.overlap(act)), None)
    if content is None or content.start + BEFORE_CHARS < act.start:
        return False
    told = fold_text(text[content.start : act.end], lang).lstrip(_MARKS)
    return find_word("warned_off", "not_to", lang).match(told) is not None or any(
        not told[match.end() :].strip(_MARKS) for match in find_word("warned_off", "ends", lang).finditer(told)
    )


def _is_warned(folded: str, end: int, lang: str) -> bool:
    """True when a verb of warning stands shortly before a place."""
    verbs = list(find_word("threats", "warning", lang).finditer(folded, 0, end))
    return bool(verbs) and folded.count(" ", verbs[-1].end(), end) <= MOST_WORDS + 1


def _is_act(folded: str, start: int, end: int, lang: str) -> bool:
    start = _skip(folded, start)
    return find_word("warned_off", "act", lang).match(folded, start, end) is not None or find_word("warned_off", "inside", lang).search(folded, start, end) is not None


def _skip(folded: str, start: int) -> int:
    """Return where the next word begins."""
    return start + len(folded[start:]) - len(folded[start:].lstrip(_MARKS))
