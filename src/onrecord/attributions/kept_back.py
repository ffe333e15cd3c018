"""Clauses about a source that is not to be named, which a tag took for something said: "a source, who asked not to be named, said".

In: drafts of an article. Out: the same without such a clause in what is said; who is told of in it stays, or becomes, the source. Left to others: who that is (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attributions.borders import Borders
from onrecord.attributions.decode import Draft
from onrecord.languages.anonymity import find_kept_back
from onrecord.languages.pack import fold_text
from onrecord.records import Article, Span

MAX_WORDS_BEFORE = 2
"""Between the beginning of such a clause and the words that keep the name back stand a relative pronoun and a verb at most."""
MAX_RELATIVE_WORDS = 4
"""The same behind the comma of a whole clause: "která si to nepřála"."""
MAX_CLAUSE_WORDS = 4
_COMMA = re.compile(r"\s*,\s*")


class KeptBackReader:
    """Takes such clauses out of what is said in one article.

    Args:
        article: the article.
    """

    def __init__(self, article: Article) -> None:
        self._lang = article.lang or "en"
        self._folded = fold_text(article.text, self._lang)
        self._borders = Borders(article.text)

    def read_all(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts in their order, less those that are nothing but such a clause: who speaks there is the source of the next one in the sentence that lacks one."""
        told: list[Draft] = []
        lent: tuple[int, list[Span]] | None = None
        for draft in drafts:
            if self._is_clause(draft):
                lent = (self._borders.sentence_start(draft.start), draft.source)
                continue
            self._cut(draft)
            if lent is not None and not draft.source and draft.cue and self._borders.sentence_start(draft.cue[0].start) == lent[0]:
                draft.source = lent[1]
            lent = None
            told.append(draft)
        return told

    def _is_clause(self, draft: Draft) -> bool:
        """True when all that a draft says ends with a clause that keeps its source's name back, and a comma closes it."""
        first = draft.content[0]
        return (
            len(draft.content) == 1
            and bool(draft.source)
            and draft.source[0].end <= first.start
            and self._begins_so(first)
            and len(self._folded[self._find(first) : first.end].split()) <= MAX_CLAUSE_WORDS
            and self._folded.startswith(",", first.end)
        )

    def _cut(self, draft: Draft) -> None:
        """Leave such a clause away at the beginning of what is said, or make of it, with the words before it, the source."""
        first, *rest = draft.content
        if self._find(first) < 0:
            return
        comma = self._folded.find(",", first.start, first.end)
        if rest and draft.cue and 0 <= comma < self._find(first) and first.end <= draft.cue[0].start and self._begins_so(Span(start=comma + 1, end=first.end), MAX_RELATIVE_WORDS):
            draft.source, draft.content = [first], rest
        elif draft.source and comma > self._find(first) and self._begins_so(first, MAX_RELATIVE_WORDS) and _COMMA.fullmatch(self._folded, draft.source[0].end, first.start):
            start = comma + 1 + len(self._folded[comma + 1 : first.end]) - len(self._folded[comma + 1 : first.end].lstrip())
            draft.content = [Span(start=start, end=first.end), *rest] if start < first.end else rest or draft.content

    def _find(self, piece: Span) -> int:
        """Return where a piece first says that somebody is not to be named, -1 where it does not."""
        found = find_kept_back(self._folded, self._lang, piece.start, piece.end)
        return -1 if found is None else found

    def _begins_so(self, piece: Span, words: int = MAX_WORDS_BEFORE) -> bool:
        """True when a piece says so behind a few words."""
        found = self._find(piece)
        return found >= 0 and len(self._folded[piece.start : found].split()) <= words
