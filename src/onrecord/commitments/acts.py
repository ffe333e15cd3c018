"""Acts told of somebody: "for refusing to testify", "Tarsia's refusal to sign".

In: a consequence and the words before it. Out: `Act`: whether such words stand there and the place where who does it would stand.
Left to others: the name of who does it (`parties`). In languages that say the verb last nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEFORE_CHARS = 60
NAME_CHARS = 40
"""Who does it stands at most so far before or behind the noun."""
_GAP = re.compile(r"[\s,\"'“”„«»‘’(]*")
_CLAUSE_MARK = re.compile(r"[.!?…;:\n]")
_BREAK = re.compile(r"[.!?…;:,\n\"“”„«»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act told of somebody: `before` and `behind` are where its doer may stand (`None` for an infinitive); `is_his` = a possessive stands for it."""

    before: Span | None
    behind: Span | None
    is_his: bool


def find_act(text: str, consequence: Span, cues: Sequence[Span], lang: str) -> Act | None:
    """Return the act that a consequence is told as; `None` where no such word stands right before it or is the cue of what is told."""
    start = find_last_mark(_CLAUSE_MARK, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    folded = fold_text(text[start : consequence.end], lang)
    at = consequence.start - start
    ending = find_word("acts", "ending", lang)
    for match in find_word("acts", "bare", lang).finditer(folded, 0, min(len(folded), at + NAME_CHARS)):
        if (match.start() == at or _reaches(folded, match.end(), at, ending)) and not _is_cue(start + match.start(), start + match.end(), cues):
            return Act(before=None, behind=None, is_his=False)
    for match in find_word("acts", "noun", lang).finditer(folded, 0, at):
        noun = Span(start=start + match.start(), end=start + match.end())
        between = folded[match.end() : at]
        if _is_cue(noun.start, noun.end, cues) or len(between) > NAME_CHARS or _BREAK.search(between.rstrip(" ,")):
            continue
        near = _reaches(folded, match.end(), at, ending)
        if not near and not ending.match(between.lstrip()):
            continue
        own = find_word("acts", "his", lang)
        first = max(start, noun.start - NAME_CHARS)
        words = folded[: match.start()].split()[-2:]
        return Act(
            before=Span(start=first, end=noun.start) if noun.start > first else None,
            behind=Span(start=noun.end, end=consequence.start) if consequence.start > noun.end else None,
            is_his=any(own.fullmatch(word) for word in words),
        )
    return None


def _reaches(folded: str, end: int, at: int, ending: re.Pattern[str]) -> bool:
    """True when nothing but marks and words like "to" stands between a word and the consequence."""
    return end <= at and _GAP.fullmatch(ending.sub("", folded[end:at])) is not None


def _is_cue(start: int, end: int, cues: Sequence[Span]) -> bool:
    return any(cue.start < end and start < cue.end for cue in cues)
