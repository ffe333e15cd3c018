"""Weighs statements by what they are about, to choose which to print first: what is asked for and admitted before what is only told.

In: a comparison and statement entries. Out: weights, the greater the sooner.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from onrecord.languages import fold_text, load_pack
from onrecord.results import Comparison
from onrecord.views.entries import StatementEntry
from onrecord.views.sureness import UNSURE

PREREQUISITE, DEMAND, ADMISSION, REFUSAL, COMMITMENT, FIGURE, NAMED = 7, 6, 5, 4, 3, 2, 1
"""What a statement weighs that says what must be given first, asks for something, admits something, refuses or threatens, commits somebody otherwise, holds a figure,
names somebody or some place but its speaker."""

_FORCES = {"demand": DEMAND, "refusal": REFUSAL, "threat": REFUSAL}
_PARTIES = frozenset({"person", "organisation", "place"})


class Weigher:
    """Knows where commitments, names and figures stand in the articles of a comparison, and by which words something is admitted."""

    def __init__(self, comparison: Comparison) -> None:
        self._committed = {a.article.id: [c for c in a.commitments if c.confidence >= UNSURE] for a in comparison.analyses}
        self._named = {a.article.id: [(m.span, m.canonical) for m in a.mentions if m.kind in _PARTIES] for a in comparison.analyses}
        self._figures = {a.article.id: [figure.span for figure in a.figures] for a in comparison.analyses}

    def weigh(self, group: Iterable[StatementEntry]) -> int:
        """Return what statements weigh together: as much as the best of what they hold, 0 for nothing of weight."""
        return max((self._weigh(statement) for statement in group), default=0)

    def _weigh(self, statement: StatementEntry) -> int:
        rendering = statement.renderings[0]
        article, said, lang = rendering.article.article_id, rendering.passage.span, rendering.article.lang
        weights = [0]
        for commitment in self._committed.get(article, ()):
            if commitment.consequence.overlap(said):
                is_required = any(condition.kind == "prerequisite" for condition in commitment.conditions)
                weights.append(PREREQUISITE if is_required else _FORCES.get(commitment.force, COMMITMENT))
        if _begins(rendering.passage.words, "prerequisites", lang):
            weights.append(PREREQUISITE)
        if _begins(rendering.passage.words, "admissions", lang) or any(_concedes(cue.words, lang) for cue in rendering.cue):
            weights.append(ADMISSION)
        if any(span.overlap(said) for span in self._figures.get(article, ())):
            weights.append(FIGURE)
        if any(span.overlap(said) and name != statement.speaker for span, name in self._named.get(article, ())):
            weights.append(NAMED)
        return max(weights)


def _begins(words: str, kind: str, lang: str | None) -> bool:
    pattern = _find_pattern(kind, (lang or "").split("-")[0].lower())
    return pattern is not None and pattern.search(fold_text(words, lang or "und")) is not None


def _concedes(cue: str, lang: str | None) -> bool:
    """True for a verb by which somebody admits what he says."""
    pack = load_pack(lang) if lang else None
    return pack is not None and any(word in pack.cues["conceding"] for word in fold_text(cue, lang or "und").split())


@cache
def _find_pattern(kind: str, lang: str) -> re.Pattern[str] | None:
    forms = _load().get(lang, {}).get(kind, [])
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold_text(form, lang)) for form in forms)})") if forms else None


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(files("onrecord.views").joinpath("matter.toml").read_text(encoding="utf-8"))
    return tables
