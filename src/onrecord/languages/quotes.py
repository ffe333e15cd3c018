"""Find what stands between quotation marks, in any style, also mixed, unclosed or running over paragraphs.

In: text. Out: `Quote`s in text order. Which of them is speech is decided elsewhere (`attributions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from onrecord.records import Span

DOUBLE = frozenset('"“”„‟«»″〝〞')
SINGLE = frozenset("'‘’‚‛‹›`")
_MARK = re.compile("[\"“”„‟«»″〝〞'‘’‚‛‹›`]")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009([{—–-/:;,.…!?")
_AFTER_CLOSING = frozenset(" \t\u00a0\u202f\u2009)]}—–-/:;,.…!?")
_BEFORE_LOST_BLANK = frozenset(".,!?…")
_NEVER_FIRST = frozenset(",;:!?)]}")
_OPENS_BY_SHAPE = frozenset("„‚«‹“‘‟")
_CLOSES_BY_SHAPE = frozenset("”»›’")
_SENTENCE_STOP = re.compile(r"[.!?…](?=\s|$)")
_SHORTENED = re.compile(r"['’](?:\d|[bdklmnrstvBDKLMNRSTV](?:['’]|\s))")
"""An apostrophe before a shortened word: "'90s", "'t", "'s", "'n'". A quotation hardly starts with a lone consonant."""
_SMALL_LETTER_NEXT = re.compile(r"\s+[^\W\d_A-Z]")
_SINGLE_MARK = re.compile(r"(?<=\W)['’](?!\w)|(?<=\w)['’](?=\s)|(?<!\w)['‘’](?=\w)")
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
    left_open: int | None = None  # the quotation that the paragraph before ended with, still open
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text) if not m[0].isspace()]
    for number, (start, end) in enumerate(paragraphs):
        following = _first_char(text, *paragraphs[number + 1]) if number + 1 < len(paragraphs) else ""
        found = _nest(list(_paragraph_quotes(text, start, end, following)), text)
        if found and left_open is not None and not text[start : found[0].span.start].strip():
            quotes[left_open] = replace(quotes[left_open], continues=True)
        left_open = None
        size = len(text[start:end].rstrip())
        for index, quote in enumerate(found, len(quotes)):
            if not quote.closed and quote.depth == 0 and quote.span.end >= start + size:
                left_open = index
        quotes.extend(found)
    return quotes


def _first_char(text: str, start: int, end: int) -> str:
    return text[start:end].lstrip()[:1]


def _nest(found: list[Quote], text: str) -> list[Quote]:
    """Return quotations in text order with their true depth; an unclosed one never cuts another in two."""
    result: list[Quote] = []
    around: list[int] = []
    for quote in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        while around and result[around[-1]].span.end <= quote.span.start:
            around.pop()
        for index in reversed(around):
            outer = result[index]
            if outer.span.end >= quote.span.end:
                break
            result[index] = _quote(text, outer.span.start, quote.span.end, outer.depth, closed=False)
        result.append(replace(quote, depth=len(around)))
        around.append(len(result) - 1)
    return result


def _paragraph_quotes(text: str, start: int, end: int, following: str) -> Iterator[Quote]:
    """Yield the quotations of one paragraph; `following` is the first character of the next one."""
    open_marks: list[int] = []
    doubles = 0
    marks = [(at, side) for match in _MARK.finditer(text, start, end) if (side := _side(text, at := match.start(), start, end)) != "none"]
    surplus = _closing_surplus(text, marks)
    for number, (at, side) in enumerate(marks):
        char = text[at]
        is_double = char in DOUBLE
        if side == "either":
            side = "close" if (doubles if is_double else len(open_marks) - doubles) else "open"
        if side == "open":
            if is_double and open_marks and text[open_marks[-1]] == char and surplus[number] < doubles:
                doubles -= 1
                yield from _unclosed(text, open_marks.pop(), at)
            if is_double or not open_marks or text[open_marks[-1]] in DOUBLE:
                doubles += is_double
                open_marks.append(at)
            continue
        if is_double and doubles:
            while text[open_marks[-1]] not in DOUBLE:
                open_marks.pop()  # a single mark left open inside a double one was an apostrophe
        if open_marks and (text[open_marks[-1]] in DOUBLE) == is_double:
            if not is_double and _is_plural_ending(text, at, end):
                continue
            begin = open_marks.pop()
            doubles -= is_double
            if at - begin > 1 and (is_double or at - begin <= MAX_SINGLE):
                yield _quote(text, begin, at + 1, 0, closed=True)
    begin = next((o for o in open_marks if text[o] in DOUBLE), -1)
    if begin >= 0:
        opens_paragraph = not text[start:begin].strip()
        yield from _unclosed(text, begin, end, to_limit=opens_paragraph or text[begin] == following)


def _closing_surplus(text: str, marks: Sequence[tuple[int, str]]) -> list[int]:
    """Return for each mark how many more double marks close than open from it on: enough of them and the mark stands inside another."""
    worth = {"close": 1, "open": -1}
    steps = [worth.get(side, 0) if text[at] in DOUBLE else 0 for at, side in marks]
    return list(accumulate(reversed(steps)))[::-1]


def _side(text: str, at: int, start: int, end: int) -> str:
    """Return whether the mark at `at` can `open`, `close`, either or is no quotation mark (`none`)."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    char = text[at]
    if char in SINGLE and before.isalnum() and after.isalnum():
        return "none"
    can_open = (before in _BEFORE_OPENING or before in DOUBLE or before in SINGLE or before.isspace()) and not after.isspace() and after not in _NEVER_FIRST
    can_close = before != ":" and (after in _AFTER_CLOSING or after in DOUBLE or after in SINGLE or after.isspace()) and not before.isspace()
    if char in "”»›" and at > start and before.isspace() and (after.isspace() or after in _NEVER_FIRST or text[at + 1 : at + 3] in (".", ". ", ".\n")):
        return "close"
    if char == '"' and at > start and before in _BEFORE_LOST_BLANK and after.isalnum():
        return "either"  # a blank was lost, before the mark or behind it ("It is over."She left / She left."It is over")
    if can_open and not can_close:
        return "none" if char in "'’" and _SHORTENED.match(text, at, end) else "open"
    if can_close and not can_open:
        return "close"
    if char in SINGLE and char not in "‹›‘‚":
        return "none" if not (can_open or can_close) else "either"
    if char in _OPENS_BY_SHAPE:
        return "open"
    if char in _CLOSES_BY_SHAPE:
        return "close"
    return "none" if before.isalnum() and after.isalnum() else "either"


def _is_plural_ending(text: str, at: int, end: int) -> bool:
    """True for the apostrophe of "the workers' demands" inside single marks: a better closing mark stands further on."""
    if text[at - 1] not in "sS" or not _SMALL_LETTER_NEXT.match(text, at + 1, end):
        return False
    match = _SINGLE_MARK.search(text, at + 1, min(end, at + MAX_SINGLE))
    return match is not None and text[match.start() - 1] in ".,!?…"


def _unclosed(text: str, begin: int, limit: int, *, to_limit: bool = False) -> Iterator[Quote]:
    """Yield a quotation that was never closed: to the end of its sentence, or to `limit` when it opened its paragraph or the next reopens it."""
    stop = limit
    if not to_limit:
        match = _SENTENCE_STOP.search(text, begin + 1, limit)
        stop = match.end() if match else limit
    while stop > begin + 1 and text[stop - 1].isspace():
        stop -= 1
    if stop - begin > 1:
        yield _quote(text, begin, stop, 0, closed=False)


def _quote(text: str, start: int, end: int, depth: int, *, closed: bool) -> Quote:
    left, right = start + 1, end - 1 if closed else end
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return Quote(span=Span(start=start, end=end), inner=Span(start=left, end=right), depth=depth, closed=closed)
