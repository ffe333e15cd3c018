"""Nouns of a concept by how they begin: "territor-ies", "witness-es".

In: a `Side`, a TOML file beside this one. Out: spans with the concept they name. Left to others: which concepts there are (`places.toml`, `roles.toml`, `bodies.toml`, `things.toml`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Span
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

WHOLE = "somebody"
"""The concept whose words are listed whole."""
_COMPOUNDING = frozenset({"de", "nl"})
_STREETS = frozenset({"street", "square"})


def find_nouns(side: Side, spans: tuple[Span, ...], table: str, *, in_names: bool = False) -> Iterator[tuple[str, Span]]:
    """Yield (concept, span) of the nouns of a table in spans, in text order; words of a name ("Park Street") are none.

    Args:
        side: the telling.
        spans: where to look.
        table: the name of the TOML file.
        in_names: also words of names, and streets and squares that end one ("Uferstraße").
    """
    beginnings, whole, endings = _read_table(table).get(primary_subtag(side.lang), ({}, frozenset(), 0))
    if not beginnings:
        return
    names = [m.span for m in side.mentions]
    for piece in spans:
        folded = side.folded(piece)
        for match in WORD.finditer(side.article.text, piece.start, piece.end):
            cut = max(match[0].rfind(mark) for mark in "-'’") + 1
            word = folded[match.start() + cut - piece.start : match.end() - piece.start]
            concept = WHOLE if word in whole else _concept_of(word, beginnings, endings) or (_last_of(word, beginnings, endings, side.lang) if in_names else None)
            span = Span(start=match.start(), end=match.end())
            if concept is not None and (in_names or not any(name.overlap(span) for name in names)):
                yield concept, span


def find_concept(word: str, lang: str, table: str) -> str | None:
    """Return the concept of a folded word in a table, `None` without one."""
    beginnings, _, endings = _read_table(table).get(primary_subtag(lang), ({}, frozenset(), 0))
    return _concept_of(word, beginnings, endings)


def _concept_of(word: str, beginnings: Mapping[str, str], endings: int) -> str | None:
    """Return the concept of a folded word, by its longest beginning that is listed; `endings` is how many letters may follow."""
    for size in range(len(word), max(len(word) - endings, 1) - 1, -1):
        if word[:size] in beginnings:
            return beginnings[word[:size]]
    return None


def _last_of(word: str, beginnings: Mapping[str, str], endings: int, lang: str) -> str | None:
    """Return the concept of the last part of a street's or square's name in a language that writes it as one word; towns are named after harbours and bridges."""
    if primary_subtag(lang) not in _COMPOUNDING:
        return None
    found = (_concept_of(word[at:], beginnings, endings) for at in range(2, len(word) - 3))
    return next((concept for concept in found if concept in _STREETS), None)


@cache
def _read_table(name: str) -> dict[str, tuple[dict[str, str], frozenset[str], int]]:
    """Return, for each language, beginning of a word -> concept, the words listed whole, and how many letters an ending may have."""
    table = tomllib.loads((files("onrecord.statements") / name).read_text("utf-8"))
    return {
        lang: (
            {start: concept for concept, starts in concepts.items() if concept not in ("endings", WHOLE) for start in starts},
            frozenset(concepts.get(WHOLE, ())),
            int(concepts["endings"]),
        )
        for lang, concepts in table.items()
    }
