"""Tells counts that a text itself says no longer hold: "earlier reports put the toll at 12", where it gives another number now.

In: the figures of an article and its folded text. Out: a figure with its scope. Word lists: `revised.toml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.languages.alternation import join_forms
from onrecord.languages.tables import read_lists
from onrecord.records import Figure, Span

FORMER = "former"
"""Scope of a count that was given before and no longer holds."""
MAX_BEFORE = 90
"""Code points before a number that are looked at."""
MAX_WORDS = 7
"""Words that may stand between what tells that a count was given before and its number ("had earlier said at least 12")."""
MAX_BETWEEN = 2
"""Words between an adverb and its noun or verb ("earlier in the day reported")."""
MAX_APART = 4
"""Words on either side of a number that an adverb and its verb enclose ("Zuvor war von 12 Toten die Rede")."""
_STOP = re.compile(r"[.;:!?\n](?!\d)")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    """What tells a count given before, in front of its number; and the adverb and the verb that enclose it."""

    told: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def settle_former(figures: Sequence[Figure], sentences: Sequence[Span], folded: str, lang: str) -> list[Figure]:
    """Return the figures of an article, as `former` where words before one say that it was given before, and the article gives another total of its kind.

    Args:
        figures: the figures in text order.
        sentences: the sentence of each.
        folded: the folded text.
        lang: the language.
    """
    words = _words_of(lang)
    if words is None:
        return list(figures)
    totals: dict[str, set[float | None]] = defaultdict(set)
    for figure in figures:
        if figure.scope is None:
            totals[figure.kind].add(figure.point)

    def settle(at: int, own: Figure) -> Figure:
        has_other = own.scope is None and len(totals[own.kind]) > 1
        return replace(own, scope=FORMER) if has_other and _is_former(at, figures, sentences, folded, words) else own

    return [settle(at, own) for at, own in enumerate(figures)]


def _is_former(at: int, figures: Sequence[Figure], sentences: Sequence[Span], folded: str, words: _Words) -> bool:
    """True where words around a number, behind the figure before it, tell that it was given before."""
    own = figures[at]
    start = max(sentences[at].start, own.span.start - MAX_BEFORE, figures[at - 1].span.end if at else 0)
    before = _STOP.split(folded[start : own.span.start])[-1]
    behind = _STOP.split(folded[own.span.end : min(sentences[at].end, own.span.end + MAX_BEFORE)])[0]
    said = words.told.search(before)
    opened = words.before.search(before)
    if said is not None and _count(before[said.end() :]) <= MAX_WORDS:
        return True
    return opened is not None and _count(before[opened.end() :]) <= MAX_APART and words.behind.match(behind) is not None


def _count(text: str) -> int:
    return len(_WORD.findall(text))


@lru_cache(maxsize=64)
def _words_of(lang: str) -> _Words | None:
    """Return the patterns of a language, `None` for one that `revised.toml` does not know."""
    part = read_lists("onrecord.figures", "revised").get(lang)
    if part is None:
        return None
    before, counts, phrases = (join_forms(part[name]) or "(?!)" for name in ("before", "counts", "phrases"))
    between = rf"(?: [\w'-]+){{0,{MAX_BETWEEN}}}? "
    return _Words(
        told=re.compile(rf"(?<!\w)(?:(?:{before}){between}(?:{counts})|(?:{counts}){between}(?:{before})|{phrases})(?!\w)"),
        before=re.compile(rf"(?<!\w)(?:{before})(?!\w)"),
        behind=re.compile(rf"(?: [\w'-]+){{0,{MAX_APART}}}? (?:{counts})(?!\w)"),
    )
