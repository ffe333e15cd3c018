"""Whose data it is where an adjective or a compound alone tells: "nach israelischen Angaben", "Polizeiangaben zufolge", "de source policière".

In: drafts without a source. Out: those words as the source of the drafts whose cue they meet.
Left to others: who the source is (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.attributions.decode import Draft
from onrecord.languages.alternation import join_forms
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Article, Span

REACH_CHARS = 40
"""How far around a cue the words are looked for."""
NOUN_FIRST = frozenset({"fr", "es", "it", "pt"})
"""Languages in which the adjective follows its noun ("fuentes policiales")."""


class InformantReader:
    """Finds whose data is told in one article.

    Args:
        article: the article.
    """

    def __init__(self, article: Article) -> None:
        lang = primary_subtag(article.lang or "en")
        self._folded = fold_text(article.text, lang)
        self._pattern = _load_pattern(lang)

    def read_all(self, drafts: Sequence[Draft]) -> None:
        """Give every draft without a source the words around its cue that tell whose data it is."""
        if self._pattern is None:
            return
        for draft in drafts:
            if draft.source or draft.unspoken is not None or not draft.cue:
                continue
            cue = draft.cue[0].cover(*draft.cue[1:])
            matches = self._pattern.finditer(self._folded, max(cue.start - REACH_CHARS, 0), min(cue.end + REACH_CHARS, len(self._folded)))
            spans = (_find_whose(m) for m in matches if any(m.start() < piece.end and piece.start < m.end() for piece in draft.cue))
            found = next((span for span in spans if not any(span.overlap(piece) for piece in draft.content)), None)
            if found is not None:
                draft.source = [found]
                draft.cue = [left for piece in draft.cue for left in _without(piece, found)]


def _find_whose(match: re.Match[str]) -> Span:
    """Return the words of a match that tell whose data it is, behind an opener or before what stands in its place."""
    name = "whose" if match["whose"] else "led"
    return Span(start=match.start(name), end=match.end(name))


def _without(piece: Span, taken: Span) -> list[Span]:
    """Return a piece of a cue less the words of the source, and less the space beside them."""
    if not piece.overlap(taken):
        return [piece]
    return [Span(start=start, end=end) for start, end in ((piece.start, taken.start - 1), (taken.end + 1, piece.end)) if end > start]


@lru_cache(maxsize=32)
def _load_pattern(lang: str) -> re.Pattern[str] | None:
    entry = read_lists("onrecord.attributions", "informants").get(lang)
    if entry is None:
        return None
    nouns, compounds, vague = join_forms(entry["nouns"]), join_forms(entry["compounds"]), join_forms(entry["vague"])
    word = rf"(?!(?:{vague})(?!\w))[^\W\d_][\w-]*"
    whose = rf"(?:{nouns}) {word}" if lang in NOUN_FIRST else rf"(?:{word} ){{1,2}}(?:{nouns})"
    if compounds:
        whose += rf"|(?:{word} )?[^\W\d_][\w-]*[\w-](?:{compounds})"
    opened = rf"(?<!\w)(?:{join_forms(entry['openers']) or '(?!)'})\s+(?P<whose>{whose})(?!\w)"
    closed = rf"(?<!\w)(?P<led>{whose})\s+(?:{join_forms(entry['behind']) or '(?!)'})(?!\w)"
    return re.compile(f"{opened}|{closed}")
