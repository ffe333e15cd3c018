"""The lines or paragraphs a text is made of, and their shape. In: text as given. Out: `Unit`s with their place in it.

What a unit means (headline, notice, byline) is left to the other files.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace

from onrecord.articles.scripts import count_unspaced, has_unspaced
from onrecord.languages.readable import WRAP_CHARS
from onrecord.records import Span

HEADLINE_WORDS = 25
HEADLINE_CHARS = 200
"""The longest headlines of news sites run to about twenty words; a longer first line is a lead."""

_KEY = re.compile(r"[^\W\d_]{2,20}(?:[ _-][^\W\d_]{1,15})?\s?[:=]")
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_EDGE = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\x00\u200b\u200e\u200f\u2060\ufeff"
"""White space, NUL and zero-width marks: nothing of these is seen in print."""

_CLOSERS = "\"'”’»«)]}›“‘」』）】"
_OPENERS = "\"'“„‚‘«»‹([「『”’"
_STOPS = frozenset(".!?…。！？؟۔।։")
_SENTENCE_END = re.compile("(?<![.\\s(][A-Z])[.!?…。！？؟۔।][\"'”’»)\\]]{0,3}(?:\\s+|(?=[^\\W\\d_a-zß-öø-ÿ]|[“„«‹「『]))")
_SIGNS = "".join(char for char in map(chr, range(0x300, 0x1AFF)) if unicodedata.category(char) in ("Mn", "Mc"))
"""Signs on letters: vowels of Thai, Arabic, Hebrew or the scripts of India. They are no letters for `re`, and yet part of the word."""

_TOKEN = re.compile(rf"\w[\w'’.{_SIGNS}-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A line, or in hard-wrapped text a paragraph: `source[start:end]` is `text`, without white space around it.

    `gap` is true when a blank line (or the text's edge) stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool

    @property
    def span(self) -> Span:
        """Where the unit stands."""
        return Span(start=self.start, end=self.end)

    def cut(self, length: int) -> Unit:
        """Return the unit without its first `length` code points and the white space after them."""
        rest = self.text[length:].lstrip()
        return replace(self, start=self.end - len(rest), text=rest)


def split_units(text: str) -> tuple[Unit, ...]:
    """Return the non-empty lines of `text` in order; paragraphs between blank lines when the lines are hard-wrapped."""
    lines = _split_lines(text)
    if not _is_wrapped(lines):
        return tuple(lines)
    units: list[Unit] = []
    for line in lines:
        if line.gap or not units or _KEY.match(line.text):
            units.append(line)
        else:
            start = units[-1].start
            units[-1] = replace(units[-1], end=line.end, text=text[start : line.end])
    return tuple(units)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return rough sentence borders `(start, end)` in `text`; also where the blank after a full stop is missing."""
    pieces, start = [], 0
    for found in _SENTENCE_END.finditer(text):
        pieces.append((start, found.end()))
        start = found.end()
    if start < len(text):
        pieces.append((start, len(text)))
    return tuple(pieces)


def count_words(text: str) -> int:
    """Return the number of words; three letters of a script without blanks (Chinese, Japanese, Thai) count as one."""
    if not has_unspaced(text):
        return len(_TOKEN.findall(text))
    count = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        count += max(1, count_unspaced(word) // 3) if word[0] > "\u0dff" else 1
    return count


def ends_sentence(text: str) -> bool:
    """True when `text` ends like a sentence, closing quotation marks and brackets left aside."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    return bare[-1:] in _STOPS


def is_quoted(text: str) -> bool:
    """True when quotation marks stand around the whole of `text`."""
    return len(text) > 2 and text[0] in _OPENERS.replace("(", "").replace("[", "") and text[-1] in _CLOSERS.replace(")", "")


def is_headline_shaped(text: str) -> bool:
    """True for a line short enough for a headline, with letters and without the end of a sentence or an open end."""
    if len(text) > HEADLINE_CHARS or not any(map(str.isalpha, text)) or count_words(text) > HEADLINE_WORDS:
        return False
    if text[-1] in ":,;-–—":
        return False
    return not ends_sentence(text) or text.rstrip(_CLOSERS)[-1:] in "?!？！؟" or text.endswith(("...", "…"))


def is_paragraph(text: str) -> bool:
    """True for running text: longer than any headline, or some words with the end of a sentence at the end or within."""
    if len(text) > HEADLINE_CHARS:
        return True
    words = count_words(text)
    return words >= 6 and (ends_sentence(text) or (words >= 12 and _SENTENCE_END.search(text) is not None))


def _split_lines(text: str) -> list[Unit]:
    lines: list[Unit] = []
    last = 0
    for found in _LINE.finditer(text):
        line = found.group()
        bare = line.strip(_EDGE)
        if not bare:
            continue
        start = found.start() + line.index(bare[0])
        between = text[last:start]
        breaks = max(between.count("\n"), between.count("\r"), between.count("\u2029") * 2, between.count("\u2028"))
        lines.append(Unit(start=start, end=start + len(bare), text=bare, gap=breaks > 1 or not lines))
        last = start + len(bare)
    return lines


def _is_wrapped(lines: list[Unit]) -> bool:
    """True when line breaks fall inside sentences: most lines that another follows at once are of like length, end open, and many
    go on in lower case (lists and headers do not; scripts without capitals are never joined)."""
    pairs = [(line.text, after.text) for line, after in itertools.pairwise(lines) if not after.gap]
    if len(pairs) < 4 or not any(line.gap for line in lines[1:]):
        return False
    widest = max(len(line) for line, _ in pairs)
    if widest > WRAP_CHARS:
        return False
    open_ends = sum(1 for line, _ in pairs if not ends_sentence(line) and len(line) >= 0.6 * widest)
    lower_starts = sum(1 for _, after in pairs if after[0].islower() and not _KEY.match(after))
    return open_ends > 0.6 * len(pairs) and lower_starts > 0.4 * len(pairs)
