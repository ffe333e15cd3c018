"""Find what stands between quotation marks, in any style, also mixed, unclosed or running over paragraphs.

In: text. Out: `Quote`s in text order. Which of them is speech is decided elsewhere (`decode`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span

DOUBLE = frozenset("\"“”„‟«»″〝〞")
SINGLE = frozenset("'‘’‚‛‹›`")
_MARK = re.compile("[\"“”„‟«»″〝〞'‘’‚‛‹›`]")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009([{—–-/:;,.…!?")
_AFTER_CLOSING = frozenset(" \t\u00a0\u202f\u2009)]}—–-/:;,.…!?")
_OPENS_BY_SHAPE = frozenset("„‚«‹“‘‟")
_CLOSES_BY_SHAPE = frozenset("”»›’")
_SENTENCE_STOP = re.compile(r"[.!?…](?=\s|$)")
MAX_SINGLE = 600
"""Longest quotation in single marks, in code points: beyond that a stray apostrophe is likelier than a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One quotation. `span` is with its marks, `inner` without; `depth` 0 = outermost; `closed` = a closing mark was found;
    `continues` = the next quotation goes on with the same speech (reopened at the next paragraph)."""

    span: Span
    inner: Span
    depth: int
    closed: bool
    continues: bool = False


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of `text`, outer before inner, in text order."""
    quotes: list[Quote] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found = sorted(_paragraph_quotes(text, *paragraph.span()), key=lambda q: (q.span.start, -q.span.end))
        if found and quotes and not quotes[-1].closed and found[0].span.start <= paragraph.start() + 1:
            last = quotes[-1]
            quotes[-1] = Quote(span=last.span, inner=last.inner, depth=last.depth, closed=last.closed, continues=True)
        quotes.extend(found)
    return quotes


def _paragraph_quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """Yield the quotations of one paragraph."""
    open_marks: list[int] = []
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        char = text[at]
        side = _side(text, at, start, end)
        if side == "none":
            continue
        is_double = char in DOUBLE
        if side == "either":
            side = "close" if any((text[o] in DOUBLE) == is_double for o in open_marks) else "open"
        if side == "open":
            if is_double and open_marks and text[open_marks[-1]] == char:
                yield from _unclosed(text, open_marks.pop(), at, len(open_marks))
            if is_double or not open_marks or text[open_marks[-1]] in DOUBLE:
                open_marks.append(at)
            continue
        while open_marks and (text[open_marks[-1]] in DOUBLE) != is_double:
            if not is_double or not any(text[o] in DOUBLE for o in open_marks):
                break
            open_marks.pop()  # a single mark left open inside a double one was an apostrophe
        if open_marks and (text[open_marks[-1]] in DOUBLE) == is_double:
            begin = open_marks.pop()
            if at - begin > 1 and (is_double or at - begin <= MAX_SINGLE):
                yield _quote(text, begin, at + 1, len(open_marks), closed=True)
    for depth, begin in enumerate(open_marks):
        if text[begin] in DOUBLE:
            yield from _unclosed(text, begin, end, depth, is_paragraph_start=begin <= start + 1)
            break


def _side(text: str, at: int, start: int, end: int) -> str:
    """Return whether the mark at `at` can `open`, `close`, either or is no quotation mark (`none`)."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    char = text[at]
    if char in SINGLE and before.isalnum() and after.isalnum():
        return "none"
    can_open = (before in _BEFORE_OPENING or before in DOUBLE or before in SINGLE or before.isspace()) and not after.isspace()
    can_close = (after in _AFTER_CLOSING or after in DOUBLE or after in SINGLE or after.isspace()) and not before.isspace()
    if can_open and not can_close:
        return "open"
    if can_close and not can_open:
        return "close"
    if char in SINGLE and char not in "‹›‘‚":
        return "none" if not (can_open or can_close) else "either"
    if char in _OPENS_BY_SHAPE:
        return "open"
    if char in _CLOSES_BY_SHAPE:
        return "close"
    return "either"


def _unclosed(text: str, begin: int, limit: int, depth: int, *, is_paragraph_start: bool = False) -> Iterator[Quote]:
    """Yield a quotation that was never closed: to the end of its sentence, or of the paragraph when it opened it."""
    stop = limit
    if not is_paragraph_start:
        match = _SENTENCE_STOP.search(text, begin + 1, limit)
        stop = match.end() if match else limit
    while stop > begin + 1 and text[stop - 1].isspace():
        stop -= 1
    if stop - begin > 1:
        yield _quote(text, begin, stop, depth, closed=False)


def _quote(text: str, start: int, end: int, depth: int, *, closed: bool) -> Quote:
    left, right = start + 1, end - 1 if closed else end
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return Quote(span=Span(start=start, end=end), inner=Span(start=left, end=right), depth=depth, closed=closed)
