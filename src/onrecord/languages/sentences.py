"""Split text into sentences, in any language written with spaces.

In: text. Out: spans of sentences, inside paragraphs, without the white space at their edges.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.records import Span

PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)\]]*+(?=\s)")  # a row of a million dots is looked at once
_LEADS_ON = re.compile(r"\s+[\"'“„«»‘(\[—–-]*\s?([^\W_])")
_LAST_WORD = re.compile(r"(?:^|(?<=[\s(\"“„«‘'\[]))([^\s(\"“„«‘'\[]+)\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*-?[^\W\d_]$|\d{1,2}$")
_LONGEST_SHORT = 8


def split_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` in order. A stop after an initial, a short title or a number does not end one."""
    for paragraph in PARAGRAPH.finditer(text):
        start, limit = paragraph.span()
        at = start
        for stop in _STOP.finditer(text, start, limit):
            following = _LEADS_ON.match(text, stop.end(), limit)
            if following is None or following[1].islower():
                continue
            if stop[0] == "." and is_short_form(text, at, stop.start(), following[1]):
                continue
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
        yield from _trimmed(text, at, limit)


def is_short_form(text: str, start: int, dot: int, following: str) -> bool:
    """True when a full stop belongs to the word before it: an initial, a short title, a day's number.

    Args:
        text: the text.
        start: where the sentence starts.
        dot: where the full stop is.
        following: the first letter or figure behind it.
    """
    match = _LAST_WORD.search(text[max(start, dot - _LONGEST_SHORT) : dot + 1])
    if match is None:
        return False
    word = match[1].casefold()
    if _INITIALS.match(word):
        return True
    forms = _short_forms()
    return word in forms["before_names"] or (word in forms["before_figures"] and following.isdigit())


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    table = tomllib.loads((files("onrecord.languages") / "short_forms.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start=start, end=end)
