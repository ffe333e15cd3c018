"""Marks of punctuation that part what stands before them from what stands behind, and those that belong to a word or a number.

In: a pattern for the marks that count somewhere, and a text. Out: where they stand, less those of "Nr. 5", "25. června", "z. B.", "St. Gallen", "1.5" and "10:30".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.languages.sentences import is_short_form

WORD_CHARS = 40
"""The word before a full stop begins at most so far before it."""
_STOPS = frozenset(".!?…")
_BETWEEN_FIGURES = frozenset(".,:")
_AHEAD = re.compile(r"[.!?…]{0,4}[\"'”’»“)\]]{0,4}(?P<blank>\s{0,4})[\"'“„«»‘(\[—–-]{0,3}\s?(?P<sign>[^\W_])?")


def find_marks(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern between two places, in order, but for those that begin with a mark of a word or a number.

    Args:
        pattern: the marks that count, each match beginning with one.
        text: the text as it is written: a small letter behind a stop shows that it ends no sentence.
        start: where to begin.
        end: where to stop.
    """
    return (match for match in pattern.finditer(text, start, end) if not is_inner_mark(text, match.start()))


def find_last_mark(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return where the last match of a pattern between two places ends; `start` without one."""
    return next((match.end() for match in reversed([*pattern.finditer(text, start, end)]) if not is_inner_mark(text, match.start())), start)


def find_first_mark(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return where the first match of a pattern between two places begins; `end` without one."""
    return next((match.start() for match in find_marks(pattern, text, start, end)), end)


def is_inner_mark(text: str, at: int) -> bool:
    """True for a mark inside a number or a word, the stop of a short form, an initial or a day's number, and a stop behind which a sentence goes on with a small letter."""
    mark = text[at : at + 1]
    if mark in _BETWEEN_FIGURES and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
        return True
    ahead = _AHEAD.match(text, at + 1) if mark in _STOPS and mark else None
    if ahead is None or ahead["sign"] is None or "\n" in ahead["blank"]:
        return False
    if not ahead["blank"]:
        return ahead.start("sign") == at + 1 and not (text[at - 1 : at].islower() and ahead["sign"].isupper())
    return ahead["sign"].islower() or (mark == "." and is_short_form(text, max(0, at - WORD_CHARS), at, ahead["sign"]))
