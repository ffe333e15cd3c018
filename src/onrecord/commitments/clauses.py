"""Conditions by their conjunctions, for consequences to which the model found none.

In: a consequence and its sentence. Out: the clause that a condition word of the language pack opens in the same sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Condition, Span

_STOP = re.compile(r"[.!?…][\"”’»“)]*(?=\s)|[\n;]")
_CLAUSE_END = re.compile(r"[,.!?…;:\n\"”»]|\s[–—]\s")
MIN_WORDS = 3
"""A clause has a subject, a verb and something more; shorter ones are set phrases ("if possible")."""
MAX_CHARS = 220
KINDS = ("trigger", "exception", "prerequisite")


def find_clause(text: str, consequence: Span, pack: Pack, lang: str) -> Condition | None:
    """Return the condition clause in the sentence of `consequence`, before or after it; `None` when no condition word opens one."""
    start = max([m.end() for m in _STOP.finditer(text, max(0, consequence.start - MAX_CHARS), consequence.start)], default=max(0, consequence.start - MAX_CHARS))
    after = _STOP.search(text, consequence.end, consequence.end + MAX_CHARS)
    end = after.start() if after else min(len(text), consequence.end + MAX_CHARS)
    for area_start, area_end in ((consequence.end, end), (start, consequence.start)):
        folded = fold_text(text[area_start:area_end], lang)
        match = _pattern(pack).search(folded)
        if match is None:
            continue
        kind = next(kind for kind in KINDS if match[kind])
        begin = area_start + match.end()
        stop = _CLAUSE_END.search(text, begin, area_end)
        clause = _trim(text, begin, stop.start() if stop else area_end)
        if clause is not None and len(clause.of(text).split()) >= MIN_WORDS:
            return Condition(span=clause, kind=kind)
    return None


@lru_cache(maxsize=32)
def _pattern(pack: Pack) -> re.Pattern[str]:
    """Return a pattern with one named group a kind, longest forms first."""
    taken: set[str] = set()
    parts = []
    for kind in ("prerequisite", "exception", "trigger"):
        forms = sorted({form for form in pack.conditions[kind] if form not in taken}, key=lambda form: (-len(form), form))
        taken |= set(forms)
        parts.append(f"(?P<{kind}>" + "|".join(map(re.escape, forms)) + ")")
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)\s+")


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in '"“„«[':
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if end > start else None
