"""Make a copy of a text that is easier to read: lines broken at a fixed width are joined, capitals throughout become small letters.

In: text. Out: text of the same length, so that every span holds in both. Only the model is shown the copy; old wires, newsletters
and transcripts come in these shapes, and the model has learned from running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.languages.sentences import PARAGRAPH

WRAP_CHARS = 120
"""No program that wraps lines makes them longer; paragraphs are."""
FULL_LINE = 0.6
"""A wrapped line is at least this share of the widest one, else it ended by itself."""
FEWEST_WORDS = 4
"""Fewer words in capitals may be names: "NATO", "EU-CHINA"."""
CAPITALS = 0.85

_BLOCK = re.compile(r"[^\r\n\u2028\u2029]+(?:(?:\r\n|[\r\n\u2028])[^\S\r\n\u2028\u2029]*[^\s][^\r\n\u2028\u2029]*)*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = re.compile(r"[.!?…:;][\"'”’»“)\]]*\s*$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"'”’»“)\]]*\s+)[\"'“„«»‘(\[—–-]*([^\W\d_])")


def make_readable(text: str) -> str:
    """Return `text` with hard line breaks as blanks and capitals throughout as small letters; the length stays."""
    pieces: list[str] = []
    at = 0
    for block in _BLOCK.finditer(text):
        pieces += (text[at : block.start()], _ease_block(block[0]))
        at = block.end()
    return "".join((*pieces, text[at:]))


def _ease_block(block: str) -> str:
    """Return a run of lines without a blank one between them, eased."""
    if _is_shouted(block):
        block = _lower(block)
    lines = [m.span() for m in PARAGRAPH.finditer(block)]
    if len(lines) < 2:
        return block
    block = "".join(_lower(part) if _is_shouted(part) else part for part in _cut(block, lines))
    return _join_lines(block, lines)


def _cut(block: str, lines: Sequence[tuple[int, int]]) -> list[str]:
    """Return the lines and what stands between them, in order."""
    borders = [0, *(border for line in lines for border in line), len(block)]
    return [block[start:end] for start, end in pairwise(borders)]


def _join_lines(block: str, lines: Sequence[tuple[int, int]]) -> str:
    """Return the block with blanks for the line breaks that fall inside sentences.

    Lines are wrapped when most of those that another follows end open and most of the next go on in small letters.
    """
    texts = [block[start:end].strip() for start, end in lines]
    widest = max(map(len, texts))
    if widest > WRAP_CHARS:
        return block
    going_on = [not _ENDS.search(text) and _opens_small(after) for text, after in pairwise(texts)]
    if sum(going_on) * 2 < len(going_on) or not any(going_on):
        return block
    pieces: list[str] = []
    at = 0
    for goes_on, text, (_, end), (start, _) in zip(going_on, texts, lines, lines[1:], strict=False):
        pieces += (block[at:end], " " * (start - end) if goes_on or len(text) >= FULL_LINE * widest else block[end:start])
        at = start
    return "".join((*pieces, block[at:]))


def _opens_small(text: str) -> bool:
    """True when a line begins with a small letter or a figure, quotation marks and brackets left aside: not with a dash or a dot, as lists do."""
    first = text.lstrip("\"'“„«»‘([")[:1]
    return first.islower() or first.isdigit()


def _is_shouted(text: str) -> bool:
    """True when a text is in capitals throughout."""
    words = _WORD.findall(text)
    return len(words) >= FEWEST_WORDS and sum(word.isupper() for word in words) >= CAPITALS * len(words)


def _lower(text: str) -> str:
    """Return the text in small letters, the first of each sentence large; a letter whose small form is longer stays."""
    letters = [small if len(small := letter.lower()) == 1 else letter for letter in text]
    for match in _SENTENCE_START.finditer(text):
        letters[match.start(1)] = text[match.start(1)]
    return "".join(letters)
