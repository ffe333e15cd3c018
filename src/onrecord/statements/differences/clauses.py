"""Which clauses of one telling the other one tells too.

In: a `Pair`. Out: clauses, whether each has a counterpart, whether two words stand in one setting. A word that differs counts
as a difference only where both tell the same: in a clause without a counterpart it belongs to what the other leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_first_mark, find_last_mark, find_marks
from onrecord.languages.pack import FormTable, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span
from onrecord.statements.differences.pairing import Pair
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side

SHARED = 0.5
"""Least share of a clause's content words with a counterpart for the clause to be told on both sides. A first setting."""
SETTING_WORDS = 2
"""Neighbouring content words, before and after, in which two words' settings may agree."""
FRAME_REACH = 200
"""Code points before and behind a content in which its own sentence may begin and end."""
_END = re.compile(r"(?:[;:!?…]|[.](?![\d.])|[,](?!\d)|\s[-–—]+\s)[\"”’»“'\])]*(?:\s+|$)")

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»“'\])]*\s+|\n+")


@cache
def load_small_words(lang: str) -> FormTable:
    """Return the small words of a language that part clauses and phrases, see `clauses.toml`; none for one that has none listed."""
    table = read_lists("onrecord.statements.differences", "clauses").get(primary_subtag(lang), {})
    return {key: tuple(fold_text(form, lang) for form in forms) for key, forms in table.items()}


def find_small_words(side: Side, key: str, spans: tuple[Span, ...]) -> list[Span]:
    """Return where words of one kind of `clauses.toml` stand, in text order."""
    return [span for _, span in find_forms(side, _choose_small_words(side.lang, key), spans)]


@cache
def _choose_small_words(lang: str, key: str) -> FormTable:
    """Return the small words of one kind as a table of their own, the same one each time."""
    return {key: load_small_words(lang).get(key, ())}


def cut_clauses(side: Side, pieces: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what stands between marks of punctuation, or before and behind a word that begins a reason ("because"), in text order."""
    text = side.article.text
    for piece in pieces:
        start = piece.start
        ends = [(end.start(), end.end()) for end in find_marks(_END, text, piece.start, piece.end)]
        ends += [(why.start, why.start) for why in find_small_words(side, "reasons", (piece,))]
        for end, after in sorted(ends):
            if text[start:end].strip():
                yield Span(start=start, end=end)
            start = after
        if start < piece.end:
            yield Span(start=start, end=piece.end)


def cut_sentences(side: Side) -> Iterator[Span]:
    """Yield the sentences of a telling's content, in text order; each piece of the content begins one."""
    text = side.article.text
    for piece in side.attribution.content:
        start = piece.start
        for end in find_marks(_SENTENCE_END, text, piece.start, piece.end):
            yield Span(start=start, end=end.end())
            start = end.end()
        if start < piece.end:
            yield Span(start=start, end=piece.end)


def cut_frame(side: Side) -> tuple[Span, ...]:
    """Return what stands before and behind a content in its own sentence: "On Sunday the mayor said that ..."; empty where nothing does."""
    text, said = side.article.text, side.attribution.span
    low, high = max(0, said.start - FRAME_REACH), min(len(text), said.end + FRAME_REACH)
    start = find_last_mark(_SENTENCE_END, text, low, said.start)
    end = max(said.end, find_first_mark(_SENTENCE_END, text, max(said.end - 1, said.start), high))
    return tuple(Span(start=a, end=b) for a, b in ((start, said.start), (said.end, end)) if a < b)


def told_on_both(pair: Pair, span: Span, *, on_left: bool) -> bool:
    """True when at least half of the content words of the clause around a span have a counterpart; the words of the span itself do not count.

    The only clause of a telling is always told on both: the two tell one utterance.
    """
    side = pair.left if on_left else pair.right
    words = pair.left_words if on_left else pair.right_words
    clauses = [c for c in cut_clauses(side, side.attribution.content) if any(c.overlap(w) for w in words)]
    if len(clauses) <= 1:
        return True
    clause = next((c for c in clauses if c.overlap(span)), span)
    inside = [w for w in words if clause.overlap(w) and not span.overlap(w)]
    missing = set(pair.unmatched(on_left=on_left))
    return bool(inside) and sum(w not in missing for w in inside) >= SHARED * len(inside)


def governs_same(pair: Pair, span: Span, *, on_left: bool) -> bool:
    """True when a modal word that is a content word itself, or one of the two content words after it in its clause, has a counterpart: what may, must or does not happen is told on both."""
    missing = set(pair.unmatched(on_left=on_left))
    return any(w not in missing for w in list_governed(pair, span, on_left=on_left, itself=True))


def list_governed(pair: Pair, span: Span, *, on_left: bool, itself: bool) -> list[Span]:
    """Return the content words that a modal word says something of, two at most: those after it in its clause, and before them `itself` where it is one."""
    side = pair.left if on_left else pair.right
    words = pair.left_words if on_left else pair.right_words
    clause = next((c for c in cut_clauses(side, side.attribution.content) if c.overlap(span)), span)
    return [w for w in words if (itself and w.overlap(span)) or (w.start >= span.end and clause.overlap(w))][:SETTING_WORDS]


def has_same_setting(pair: Pair, left: Span, right: Span) -> bool:
    """True when a content word near the one stands for a content word near the other: both then play one part."""
    mine = _neighbours(pair.left_words, left)
    theirs = _neighbours(pair.right_words, right)
    return any(pair.aligned(i, j) for i in mine for j in theirs)


def _neighbours(words: list[Span], span: Span) -> list[int]:
    """Return the indexes of the nearest content words before and after a span."""
    before = [k for k, w in enumerate(words) if w.end <= span.start][-SETTING_WORDS:]
    after = [k for k, w in enumerate(words) if w.start >= span.end][:SETTING_WORDS]
    return before + after
