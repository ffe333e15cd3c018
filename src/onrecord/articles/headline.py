"""The headline and the subheads of a piece, by shape or by the title given. In: units. Out: which units they are.

A text that starts with its lead has no headline. What stands around the headline at the top is left to `top`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.articles.bylines import read_byline
from onrecord.articles.credits import find_dateline
from onrecord.articles.units import Unit, count_words, ends_sentence, is_headline_shaped, is_paragraph, is_quoted
from onrecord.records import Span

SUBHEAD_WORDS = 12
"""Subheads are shorter than headlines: one line of a column or of a telephone's screen."""

SUBHEAD_CHARS = 100
LOOK_AHEAD = 6
"""Between a headline and the first paragraph stand a deck, byline, date, place and picture line at most."""

_WORD = re.compile(r"\w+")
_SITE = re.compile(r"\s(?:[|•·:]{1,2}|[-–—])\s[^|•·–—]{2,60}$")
_LIST_MARK = re.compile(r"^(?:[-*•·–—▪►>#]|\d{1,2}[.)])\s")


def is_headline_at(units: Sequence[Unit], index: int) -> bool:
    """True when the unit is a headline by its shape and a longer paragraph follows soon after its line break."""
    text = units[index].text
    if index + 1 >= len(units) or count_words(text) < 2 or not is_headline_shaped(text):
        return False
    if find_dateline(units[index]) or read_byline(text) is not None or _LIST_MARK.match(text):
        return False
    after = units[index + 1 : index + 1 + LOOK_AHEAD]
    return any(is_paragraph(unit.text) and len(unit.text) > len(text) for unit in after)


def is_same_title(text: str, title: str) -> bool:
    """True when a line has the words of the title given, the name of the site at its end left aside."""
    words = _WORD.findall(text.casefold())
    if not words:
        return False
    return any(words == _WORD.findall(form.casefold()) for form in (title, _SITE.sub("", title[:500])))


def measure_title_prefix(text: str, title: str) -> int:
    """Return how long a title is that stands at the beginning of a longer unit; 0 when it does not.

    Four words are asked for, and a capital after it, since a short title is easily the lead's own beginning.
    """
    for form in (title, _SITE.sub("", title[:500])):
        if count_words(form) >= 4 and text.startswith(form):
            rest = text[len(form) :]
            after = rest.lstrip(" \t\u00a0.-–—:|")
            if after and after != rest and not after[0].islower():
                return len(form)
    return 0


def find_subheads(units: Sequence[Unit]) -> tuple[Span, ...]:
    """Return the subheads among the units of a body, in order: short lines without a sentence's end before a paragraph."""
    found: list[Span] = []
    are_paragraphs = [is_paragraph(unit.text) for unit in units]
    for index, (unit, after) in enumerate(pairwise(units)):
        if not are_paragraphs[index + 1] or (index and not are_paragraphs[index - 1]):
            continue
        if _is_subhead_shaped(unit.text) and len(after.text) > len(unit.text) and not find_dateline(unit):
            found.append(unit.span)
    return tuple(found)


def _is_subhead_shaped(text: str) -> bool:
    if len(text) > SUBHEAD_CHARS or not is_headline_shaped(text) or count_words(text) > SUBHEAD_WORDS or _LIST_MARK.match(text):
        return False
    # "Why now?" heads a section; a question in quotation marks is somebody's.
    return not (ends_sentence(text) and is_quoted(text))
