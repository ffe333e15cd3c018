"""Tell whether a sentence recalls what was said before the rest of the article's news: "Last week Solan had warned", "Already on Monday Solan said".

In: a draft with its frame. Out: yes or no. Left to others: the day itself (`saying_days`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.decode import Draft
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span

NEAR_CHARS = 20
_CLAUSE_END = re.compile(r"[,;:!?()\n\"“”„«»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """What recalls in one language; `recalls.toml` says what each list means."""

    helpers: re.Pattern[str]
    past: re.Pattern[str]
    earlier: re.Pattern[str]


def is_recall(text: str, lang: str, draft: Draft, frame: Sequence[Span], day: Span) -> bool:
    """Return True when the verb of saying, or words close to the day, tell that it lies further back.

    Args:
        text: the article's text.
        lang: its language.
        draft: what was said.
        frame: the parts of its sentence that are nobody's content.
        day: the words for the day on which it was said.
    """
    wording = _load_wording(primary_subtag(lang))
    folded = [fold_text(piece.of(text), lang) for piece in frame]
    for piece, words in zip(frame, folded, strict=True):
        if piece.holds(day) and wording.earlier.search(words, max(day.start - piece.start - NEAR_CHARS, 0), day.end - piece.start + NEAR_CHARS):
            return True
    for cue in draft.cue:
        if wording.past.search(fold_text(cue.of(text), lang)):
            return True
        for piece, words in zip(frame, folded, strict=True):
            if piece.overlap(cue) and wording.helpers.search(_clause_of(words, cue.start - piece.start, cue.end - piece.start)):
                return True
    return False


def _clause_of(words: str, start: int, end: int) -> str:
    """Return the clause that holds a place of `words`."""
    left = max((match.end() for match in _CLAUSE_END.finditer(words, 0, max(start, 0))), default=0)
    right = _CLAUSE_END.search(words, max(end, 0))
    return words[left : right.start() if right else len(words)]


@lru_cache(maxsize=32)
def _load_wording(lang: str) -> _Wording:
    entry = read_lists("onrecord.attributions", "recalls").get(lang, {})
    whole = {name: join_forms(entry[name]) if entry.get(name) else "(?!)" for name in ("helpers", "forms", "ends", "earlier")}
    return _Wording(
        helpers=re.compile(rf"(?:(?<!\w)|(?='))(?:{whole['helpers']})(?!\w)"),
        past=re.compile(rf"(?:(?<!\w)(?:{whole['forms']})|(?:{whole['ends']}))(?!\w)"),
        earlier=re.compile(rf"(?<!\w)(?:{whole['earlier']})(?!\w)"),
    )
