"""Where the forms of a pack's table stand in a text.

In: a table and spans of an article. Out: keys of the table, each with the words found. Left to others: what follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.languages.pack import FormTable, fold_text
from onrecord.records import Article, Span
from onrecord.statements.words import WORD


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
    index, longest = _index(table)
    for piece in spans:
        folded = told.folded(piece)  # once: folding keeps every code point at its place
        words = [m.span() for m in WORD.finditer(told.article.text, piece.start, piece.end)]
        at = 0
        while at < len(words):
            step = 1
            for start, end in ((words[at][0], None), *_parts(folded, words[at], piece.start)):
                ends = [words[k][1] for k in range(at, min(at + longest, len(words)))] if end is None else [end]
                size = next((k for k in range(len(ends), 0, -1) if folded[start - piece.start : ends[k - 1] - piece.start] in index), 0)
                if size:
                    for key in index[folded[start - piece.start : ends[size - 1] - piece.start]]:
                        yield key, Span(start=start, end=ends[size - 1])
                    step = max(step, size)
                    if end is None and start == words[at][0]:
                        break
            at += step


def _parts(folded: str, word: tuple[int, int], offset: int) -> tuple[tuple[int, int | None], ...]:
    """Return (start, end) of what stands before an apostrophe, with it, and (start, None) of what follows it; nothing without one."""
    cut = folded.find("'", word[0] - offset, word[1] - offset) + offset
    return ((word[0], cut + 1), (cut + 1, None)) if cut > word[0] else ()


Index = tuple[dict[str, tuple[str, ...]], int]
_INDEXES: dict[int, tuple[FormTable, Index]] = {}


def _index(table: FormTable) -> Index:
    """Return form -> keys of a table and the words of its longest form; packs live as long as the process, so each is indexed once."""
    known = _INDEXES.get(id(table))
    if known is None or known[0] is not table:
        index: dict[str, tuple[str, ...]] = {}
        for key, forms in table.items():
            for form in forms:
                index[form] = (*index.get(form, ()), key)
        known = (table, (index, max((len(form.split()) for form in index), default=1)))
        _INDEXES[id(table)] = known
    return known[1]
