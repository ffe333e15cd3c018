"""Split text into sentences, in any language written with spaces.

In: text. Out: spans of sentences, inside paragraphs, without the white space at their edges.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
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
_GLUE = re.compile(r"(?<=[^\W\d_]{2})[.!?…]++([”)\]]*+)(\"?)(?=[“„«‘(]?([^\W\d_]{2}))")
_MARK = re.compile('"')
_WORD_AHEAD = re.compile(r"[“„«‘(\"]?([^\W\d_]{2,20})")
MIN_GLUED = 2
"""From so many different places without a blank on, a text has lost blanks; a single one may be a name written so ("Web.De")."""
_ADDRESS_ENDS = frozenset({"com", "org", "net", "edu", "gov", "info", "biz", "js", "php", "html", "htm", "pdf", "csv", "txt"})
"""What stands behind the dot of a host or file name and is no word of the twelve languages."""
_ADDRESS_SIGNS = frozenset("/@_\\:#")


def split_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` in order. A stop after an initial, a short title or a number does not end one; one without a blank does where blanks are lost."""
    glued = find_glued(text)
    for paragraph in PARAGRAPH.finditer(text):
        start, limit = paragraph.span()
        at = start
        lost = glued[bisect_right(glued, start) : bisect_left(glued, limit)]
        for stop in _STOP.finditer(text, start, limit):
            for end in lost[bisect_right(lost, at) : bisect_left(lost, stop.start())]:
                yield from _trimmed(text, at, end)
                at = end
            following = _LEADS_ON.match(text, stop.end(), limit)
            if following is None or following[1].islower():
                continue
            if stop[0] == "." and is_short_form(text, at, stop.start(), following[1]):
                continue
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
        for end in lost[bisect_right(lost, at) :]:
            yield from _trimmed(text, at, end)
            at = end
        yield from _trimmed(text, at, limit)


@lru_cache(maxsize=16)
def find_glued(text: str) -> tuple[int, ...]:
    """Return where sentences end without a blank behind them ("It rained.Solan left."), in order; nothing where a text has fewer than two such places.

    A stop counts between two small letters and a capital with a small letter; short forms, host and file names apart. A straight mark behind it belongs
    to the sentence where it closes a quotation of the paragraph.
    """
    found: list[int] = []
    kinds: set[str] = set()
    for paragraph in PARAGRAPH.finditer(text):
        marks, counted = 0, paragraph.start()
        for match in _GLUE.finditer(text, *paragraph.span()):
            ahead = match[3]
            if not (text[match.start() - 2 : match.start()].islower() and ahead[0].isupper() and ahead[1].islower()):
                continue
            if _is_address(text, match) or (match[0] == "." and is_short_form(text, counted, match.start(), ahead[0])):
                continue
            marks += sum(1 for _ in _MARK.finditer(text, counted, match.start()))
            counted = match.start()
            found.append(match.end() if not match[2] or marks % 2 else match.end(1))
            kinds.add(text[match.start() - 2 : match.end() + 3])
    return tuple(found) if len(kinds) >= MIN_GLUED else ()


def _is_address(text: str, match: re.Match[str]) -> bool:
    """True when the word around a stop is the name of a host or a file, or a path."""
    word = _WORD_AHEAD.match(text, match.end())
    around = text[max(match.start() - 40, 0) : match.start()].split()[-1:] + text[match.end() : match.end() + 40].split()[:1]
    return (word is not None and word[1].casefold() in _ADDRESS_ENDS) or any(not _ADDRESS_SIGNS.isdisjoint(part) or part.startswith("www.") for part in around)


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
