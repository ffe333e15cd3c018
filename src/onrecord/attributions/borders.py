"""Find where sentences, paragraphs and the entries of a live page begin around a place of a text.

In: an article's text and places in it. Out: places. Left to others: who is named there (`antecedents`).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.languages.marks import find_last_mark, find_marks

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“]*\s+|\n")
_BREAK = re.compile(
    r"^[^\S\n]*(?:[_*=~•–—-](?:[^\S\n]?[_*=~•–—-]){2,}\.?|\d{1,2}[:.]\d{2}(?:[^\S\n]?[ap]\.?[^\S\n]?m\.?)?(?:[^\S\n](?:uhr|uur|h|[A-Z]{2,4}))?:?|\d{1,2}[^\S\n]?[ap]\.?m\.?:?)[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that parts the entries of a live page or a newsletter: one of dashes, underscores or asterisks, or a time of day alone."""
NEAR_CHARS = 400
"""How far back a name may stand that a pronoun takes up although it did not speak; borders are looked for twice as far."""


class Borders:
    """The borders of one text.

    Args:
        text: the article's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.end() for match in _BREAK.finditer(text)]

    def sentence_start(self, at: int) -> int:
        """Return where the sentence around `at` starts, at most `2 * NEAR_CHARS` back."""
        return find_last_mark(_SENTENCE_END, self._text, max(at - 2 * NEAR_CHARS, 0), at)

    def next_sentence(self, start: int, end: int) -> int | None:
        """Return where the first sentence between two places begins behind the one around `start`; `None` when none does."""
        return next((stop.end() for stop in find_marks(_SENTENCE_END, self._text, max(start - 1, 0), end)), None)

    def line_start(self, at: int) -> int:
        """Return where the paragraph around `at` starts, at most `2 * NEAR_CHARS` back."""
        left = max(at - 2 * NEAR_CHARS, 0)
        return max(self._text.rfind("\n", left, at) + 1, left)

    def break_before(self, at: int) -> int:
        """Return where the entry of a live page that holds `at` starts; 0 in any other article."""
        number = bisect_right(self._breaks, at)
        return self._breaks[number - 1] if number else 0

    def back_over_space(self, at: int) -> int:
        """Return the first place before `at` that only space parts from it."""
        while at > 0 and self._text[at - 1].isspace():
            at -= 1
        return at
