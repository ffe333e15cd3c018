"""What hangs on a condition that has nothing to hang on: "if she wins, she would sign it".

In: what an attribution tells, and the conditions the model found there. Out: the clause right beside one that says what somebody will do itself.
Left to others: which force it has (`claims`), and which conditions belong to it (`find`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.commitments.clauses import find_whole_clause
from onrecord.commitments.openers import condition_pattern
from onrecord.commitments.worded import find_word
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Span

OPENER_CHARS = 40
"""A condition word stands at most so far before its clause."""
MIN_WORDS = 3
_AHEAD = re.compile(r",?[\"”»]?,?\s+[\"“„«]?(?=[^\W\d_])")
_LAST_WORD = re.compile(r"[^\W_]+[\"”»]?,?\s+$")


def find_beside(text: str, area: Span, conditions: Sequence[Span], pack: Pack, lang: str) -> Iterator[Span]:
    """Yield the clauses beside conditions that begin with "she would" or "I will" and an act.

    Args:
        text: the article's text.
        area: what is told.
        conditions: where the model found conditions, in text order.
        pack: the language's pack.
        lang: its tag.
    """
    for condition in conditions:
        if not area.holds(condition):
            continue
        ahead = _AHEAD.match(text, condition.end, area.end)
        places = [ahead.end()] if ahead else []
        first = max(area.start, condition.start - OPENER_CHARS)
        folded = fold_text(text[first : condition.start], lang)
        opener = next((m.start() for m in condition_pattern(pack).finditer(folded) if m.end() == len(folded)), None)
        word = _LAST_WORD.search(text, first, first + opener) if opener is not None else None
        places += [word.start()] if word else []
        for place in places:
            clause = find_whole_clause(text, Span(start=place, end=place + 1), area, pack, lang)
            if not clause.overlap(condition) and len(clause.of(text).split()) >= MIN_WORDS and _is_act(fold_text(clause.of(text), lang), lang):
                yield clause


def _is_act(folded: str, lang: str) -> bool:
    verb = find_word("beside", "acts", lang).match(folded)
    return verb is not None and find_word("beside", "states", lang).match(folded, verb.end() + 1) is None
