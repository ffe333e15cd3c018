"""What a "but" makes the condition of an act before it: "she would come, but it would depend on the vote", "talks could take place, but there has to be trust".

In: a text and an act, or what an attribution tells. Out: the condition, or the acts that hold with one. Left to others: what somebody demands besides (`demands`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.commitments.giving import has_denied
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEHIND_CHARS = 200
BEFORE_CHARS = 100
"""The subject of what is possible begins at most so far before the words that say so."""
_END = re.compile(r"[,.;:!?…\n\"”»“]")
_START = re.compile(r"[,.;:!?…\n\"“”„«»]")
_GAP = re.compile(r"[\s,\"”»“]*")


def find_proviso(text: str, act: Span, lang: str) -> Span | None:
    """Return what a clause with a "but" right behind an act says that it depends on, or, where the act is only possible, that there has to be; `None` for any other clause."""
    behind = text[act.end : act.end + BEHIND_CHARS]
    folded = fold_text(behind, lang)
    gap = _GAP.match(folded)
    but = find_word("provisos", "but", lang).match(folded, gap.end() if gap is not None else 0)
    gap = _GAP.match(folded, but.end()) if but is not None else None
    if gap is None:
        return None
    end = find_first_mark(_END, behind, gap.end(), len(behind))  # a stop before a capital ends what is said, one before a small letter may not
    hanging = find_word("provisos", "hanging", lang).match(folded, gap.end(), end)
    exists = find_word("provisos", "possible", lang).search(fold_text(act.of(text), lang)) and find_word("provisos", "exists", lang).match(folded, gap.end(), end)
    if exists:
        end = _go_on(behind, folded, end, lang)
    if end == len(folded) and act.end + end < len(text):
        return None
    start = gap.end() if exists else hanging.end() if hanging is not None else end
    rest = next((match for match in find_word("provisos", "ends", lang).finditer(folded, start, end) if hanging is not None and not folded[match.end() : end].strip()), None)
    words = folded[start : rest.start() if rest is not None else end]
    start += len(words) - len(words.lstrip())
    return Span(start=act.end + start, end=act.end + start + len(words.strip())) if words.strip() else None


def _go_on(text: str, folded: str, end: int, lang: str) -> int:
    """Return where a proviso ends that says once more, behind a comma, what there has to be: "there has to be trust, there has to be a will on either side"."""
    while folded[end : end + 1] == ",":
        gap = _GAP.match(folded, end)
        again = find_word("provisos", "exists", lang).match(folded, gap.end()) if gap is not None else None
        if again is None:
            break
        end = find_first_mark(_END, text, again.end(), len(text))
    return end


def find_opened(text: str, area: Span, lang: str) -> Iterator[tuple[Span, Span]]:
    """Yield the clauses of an area that say that talks or a meeting may come to be, each with its proviso; none without one."""
    folded = fold_text(area.of(text), lang)
    for match in find_word("provisos", "possible", lang).finditer(folded):
        first = max(area.start, area.start + match.start() - BEFORE_CHARS)
        start = find_last_mark(_START, text, first, area.start + match.start())
        while start < area.end and text[start].isspace():
            start += 1
        act = Span(start=start, end=area.start + match.end())
        if find_word("readiness", "giving", lang).search(fold_text(act.of(text), lang)) is None or has_denied(text, act, lang):
            continue
        proviso = find_proviso(text, act, lang)
        if proviso is not None:
            yield act, proviso
