"""Where the forms of a pack's table stand in a text.

In: a table and spans of an article. Out: keys of the table, each with the words found. Left to others: what follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from onrecord.languages.pack import FormTable, fold_text, index_forms
from onrecord.records import Article, Span
from onrecord.statements.words import WORD

PIECES_KEPT = 4096
"""Pieces of text whose words, or whose forms of one table, are remembered."""


class Told(Protocol):
    """What words are looked up in: an article, or one telling in it."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        ...


@dataclass(frozen=True, slots=True)
class PlainText:
    """An article whose words are looked up, whatever is told in it."""

    article: Article

    def folded(self, span: Span) -> str:
        """Return the folded words of a span."""
        return fold_text(span.of(self.article.text), self.article.lang or "und")


def find_forms(told: Told, table: FormTable, spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Yield (key, span) of every form of a pack's table that stands in the spans; longer forms win.

    A word with an apostrophe is looked up whole ("don't"), then in its parts ("n'" and "est" of "n'est").
    """
    if not table:
        return
    index = _index(table)
    for piece in spans:
        for key, start, end in _find_in(index, piece.of(told.article.text), told.folded(piece)):
            yield key, Span(start=piece.start + start, end=piece.start + end)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Index:
    """The forms of a table: form -> keys, all that a form may begin with, and the words of the longest."""

    keys: Mapping[str, tuple[str, ...]]
    beginnings: frozenset[str]
    longest: int


@lru_cache(maxsize=PIECES_KEPT)
def _find_in(index: _Index, text: str, folded: str) -> tuple[tuple[str, int, int], ...]:
    """Return (key, start, end) of the forms in a piece of text. One telling is compared with many, so each piece is asked for again and again."""
    words = _find_words(text)
    has_parts = "'" in folded
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(words):
        step = 1
        start, end = words[at]
        size = _measure(index, folded, start, words, at)
        if size:
            found += [(key, start, words[at + size - 1][1]) for key in index.keys[folded[start : words[at + size - 1][1]]]]
            step = size
        elif has_parts and (cut := folded.find("'", start + 1, end) + 1):
            found += [(key, start, cut) for key in index.keys.get(folded[start:cut], ())]
            size = _measure(index, folded, cut, words, at)
            if size:
                found += [(key, cut, words[at + size - 1][1]) for key in index.keys[folded[cut : words[at + size - 1][1]]]]
                step = size
        at += step
    return tuple(found)


def _measure(index: _Index, folded: str, start: int, words: Sequence[tuple[int, int]], at: int) -> int:
    """Return how many words, from the one at `at` on, the longest form has that begins at `start`; zero without one."""
    if folded[start : words[at][1]] not in index.beginnings:
        return 0
    most = min(index.longest, len(words) - at)
    return next((size for size in range(most, 0, -1) if folded[start : words[at + size - 1][1]] in index.keys), 0)


@lru_cache(maxsize=PIECES_KEPT)
def _find_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a piece of text stand; it is looked up in many tables."""
    return tuple(match.span() for match in WORD.finditer(text))


_INDEXES: dict[int, tuple[FormTable, _Index]] = {}


def _index(table: FormTable) -> _Index:
    """Return the forms of a table ready for looking up; packs live as long as the process, so each is indexed once. Tables must not be made for a single call."""
    known = _INDEXES.get(id(table))
    if known is None or known[0] is not table:
        keys = index_forms(table)
        beginnings = frozenset(form[:size] for form in keys for size in range(1, len(form) + 1))
        known = (table, _Index(keys=keys, beginnings=beginnings, longest=max((len(form.split()) for form in keys), default=1)))
        _INDEXES[id(table)] = known
    return known[1]
