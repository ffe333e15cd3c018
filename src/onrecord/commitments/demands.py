"""Demands in plain words: what somebody else "must" do or stop.

In: a text and what an attribution tells. Out: where it holds such a word. What one must do oneself, what must have been, what
something must be or seem, what must be by rule or will be needed, and what a clause inside another says, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

_MARK = re.compile(r"[.!?…;:,\n]")


def find_demands(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield where an area says in a main clause that something must be done, or must exist ("there must be"), left out guesses ("must have been") and rules ("must still register")."""
    folded = fold_text(area.of(text), lang)
    existing = [match.span() for match in find_word("demands", "there", lang).finditer(folded)]
    for match in find_word("demands", "must", lang).finditer(folded):
        clause = folded[find_last_mark(_MARK, text, area.start, area.start + match.start()) - area.start : match.start()].strip()
        if find_word("demands", "inside", lang).search(clause):
            continue
        if not any(start < match.end() and match.start() < end for start, end in existing):
            after = match.end() + len(folded[match.end() :]) - len(folded[match.end() :].lstrip())
            if any(find_word("demands", key, lang).match(folded, after) for key in ("guess", "rule")) or any(
                find_word("demands", key, lang).search(clause) for key in ("before", "ruled")
            ):
                continue
        yield Span(start=area.start + match.start(), end=area.start + match.end())
