"""Places told without a name: territories, a village, outside a hospital.

In: a `Side`. Out: spans with the concept they name, from `places.toml`. Left to others: named places (`names.py`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Span
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD


def find_place_nouns(side: Side, spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Yield (concept, span) of the place nouns in spans, in text order; words of a name ("Park Street") are none."""
    beginnings, endings = _read_beginnings().get(primary_subtag(side.lang), ({}, 0))
    if not beginnings:
        return
    names = [m.span for m in side.mentions]
    for piece in spans:
        folded = side.folded(piece)
        for match in WORD.finditer(side.article.text, piece.start, piece.end):
            cut = max(match[0].rfind(mark) for mark in "-'’") + 1
            concept = _concept_of(folded[match.start() + cut - piece.start : match.end() - piece.start], beginnings, endings)
            span = Span(start=match.start(), end=match.end())
            if concept is not None and not any(name.overlap(span) for name in names):
                yield concept, span


def _concept_of(word: str, beginnings: dict[str, str], endings: int) -> str | None:
    """Return the concept of a folded word, by its longest beginning that is listed; `endings` is how many letters may follow."""
    for size in range(len(word), max(len(word) - endings, 1) - 1, -1):
        if word[:size] in beginnings:
            return beginnings[word[:size]]
    return None


@lru_cache(maxsize=1)
def _read_beginnings() -> dict[str, tuple[dict[str, str], int]]:
    """Return, for each language, beginning of a word -> concept, and how many letters an ending may have."""
    table = tomllib.loads((files("onrecord.statements.differences") / "places.toml").read_text("utf-8"))
    return {
        lang: ({start: concept for concept, starts in concepts.items() if concept != "endings" for start in starts}, int(concepts["endings"])) for lang, concepts in table.items()
    }
