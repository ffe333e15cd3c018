"""Split text into sentences, in any language written with spaces.

In: text. Out: spans of sentences, inside paragraphs, without the white space at their edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Span

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s)")
_LEADS_ON = re.compile(r"\s+[\"'“„«»‘(\[—–-]*\s?[^\W_a-zа-яёіїєґ]")
_ABBREVIATION = re.compile(r"(?:^|[\s(\"“„«‘'])(?:\w|\w\.\w|[A-ZÀ-ÞА-Я][\w’']{1,2}|[Ss]ept|[Ff]ebr|[Pp]rof|[Mm]inr|[Dd]hr|[Bb]zw|\d{1,2})\.$")


def split_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` in order. A stop after an initial, a short title or a number does not end one."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, limit = paragraph.span()
        at = start
        for stop in _STOP.finditer(text, start, limit):
            if not _LEADS_ON.match(text, stop.end(), limit):
                continue
            if text[stop.start()] == "." and _ABBREVIATION.search(text[max(at, stop.start() - 8) : stop.start() + 1]):
                continue
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
        yield from _trimmed(text, at, limit)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start=start, end=end)
