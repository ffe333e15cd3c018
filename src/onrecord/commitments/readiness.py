"""Readiness: who is ready to talk, or does not rule a meeting out, offers; who is not ready refuses.

In: a text and a consequence, or what an attribution tells. Out: the consequence with its word of readiness, and the force that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEFORE_CHARS = 70
"""A word of readiness begins at most so far before the act."""
NEGATION_CHARS = 16
"""What denies it stands right before it, with one word between at most."""
_MARK = re.compile(r"[.!?…;:]")
_GAP = re.compile(r"[\s\"'“”„«»‘’(]*(?:\w{1,4}[\s\"'“„«»‘’]+)?")
_NEGATION_GAP = re.compile(r"\s*(?:\w+\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """A word of readiness: where it stands, whether it is denied ("not ready to"), and whether it agrees to what another does ("will not oppose")."""

    span: Span
    is_denied: bool
    agrees: bool = False


def find_readiness(text: str, consequence: Span, lang: str) -> Readiness | None:
    """Return the word of readiness that a consequence begins with or that stands right before it (in languages that say it last, behind it); `None` without one."""
    start = max(0, consequence.start - BEFORE_CHARS)
    folded = fold_text(text[start : consequence.end + BEFORE_CHARS], lang)
    at, end = consequence.start - start, consequence.end - start
    for match in find_word("readiness", "ready", lang).finditer(folded):
        if match.start() > at and folded[at : match.start()].count(" ") > 4:
            break
        if match.start() < end and (match.end() >= at or _GAP.fullmatch(folded, match.end(), at)):
            return Readiness(span=Span(start=start + match.start(), end=start + match.end()), is_denied=_is_denied(folded, match.start(), match.end(), lang))
    for match in find_word("readiness", "after", lang).finditer(folded):
        if (match.start() > at and match.end() <= end) or (match.start() >= end and _GAP.fullmatch(folded, end, match.start())):
            return Readiness(span=Span(start=start + match.start(), end=start + match.end()), is_denied=_is_denied(folded, match.start(), match.end(), lang))
    return None


def find_ready_acts(text: str, area: Span, lang: str) -> Iterator[Readiness]:
    """Yield every word of readiness in an area that an act another party wants follows in its clause (or stands before, in languages that say it last)."""
    folded = fold_text(area.of(text), lang)
    giving = find_word("readiness", "giving", lang)
    for key in ("ready", "after"):
        for match in find_word("readiness", key, lang).finditer(folded):
            word = Span(start=area.start + match.start(), end=area.start + match.end())
            if key == "ready":
                near = folded[match.end() : find_first_mark(_MARK, text, word.end, min(area.end, word.end + BEFORE_CHARS)) - area.start]
            else:
                near = folded[find_last_mark(_MARK, text, max(area.start, word.start - BEFORE_CHARS), word.start) - area.start : match.start()]
            if giving.search(near):
                yield Readiness(span=word, is_denied=_is_denied(folded, match.start(), match.end(), lang))


def is_giving(text: str, act: Span, lang: str) -> bool:
    """True for an act that another party wants: to talk, to meet, to release."""
    return find_word("readiness", "giving", lang).search(fold_text(act.of(text), lang)) is not None


def _is_denied(folded: str, start: int, end: int, lang: str) -> bool:
    pattern = find_word("readiness", "negated", lang)
    if find_word("readiness", "ready", lang).pattern == r"(?!)":  # said last, denied behind it
        return pattern.match(folded, end + len(folded[end:]) - len(folded[end:].lstrip())) is not None
    found = list(pattern.finditer(folded, max(0, start - NEGATION_CHARS), start))
    return bool(found) and _NEGATION_GAP.fullmatch(folded, found[-1].end(), start) is not None
