"""Full-text search, the part that needs no database: from a user's words to a query, from marked text to snippets."""

from __future__ import annotations

import re
from itertools import chain

from onrecord.records import Span
from onrecord.storage.rows import to_storable

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
# A query longer than this is a pasted text; its first words find it as well.
_TERMS_MAX = 64
# Reach on either side of a match, in code points: about one line of print.
_SNIPPET_REACH = 80
_SNIPPETS_MAX = 3


def to_match(words: str) -> str:
    """Return the FTS5 query for a user's words: each one quoted, all wanted; empty when nothing can be searched for.

    Args:
        words: any text. What stands in double quotes is one phrase; operators are plain words.
    """
    found = (phrase or word for phrase, word in _TERM.findall(to_storable(words)))
    terms = dict.fromkeys(term for term in found if any(letter.isalnum() for letter in term))
    return " ".join(f'"{term}"' for term in list(terms)[:_TERMS_MAX])


def choose_marks(text: str) -> tuple[str, str] | None:
    """Return two different characters that the text does not hold, to mark matches with; `None` when it holds all."""
    present = set(text)
    # Noncharacters first, then private use: neither is written in news.
    free = (mark for mark in map(chr, chain(range(0xFDD0, 0xFDF0), range(0xF0000, 0xFFFFE))) if mark not in present)
    opening, closing = next(free, None), next(free, None)
    return None if opening is None or closing is None else (opening, closing)


def find_matches(marked: str, marks: tuple[str, str]) -> tuple[Span, ...]:
    """Return the spans, in the text without marks, of what stands between an opening and a closing mark."""
    spans: list[Span] = []
    position = 0
    for index, piece in enumerate(re.split(f"[{marks[0]}{marks[1]}]", marked)):
        if index % 2 and piece:
            spans.append(Span(start=position, end=position + len(piece)))
        position += len(piece)
    return tuple(spans)


def make_snippets(text: str, matches: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the passages around matches, cut between words, those that touch joined; at most three, in text order."""
    snippets: list[Span] = []
    for match in matches:
        start, end = _cut_start(text, match), _cut_end(text, match)
        if snippets and start <= snippets[-1].end:
            snippets[-1] = Span(start=snippets[-1].start, end=max(end, snippets[-1].end))
        elif len(snippets) == _SNIPPETS_MAX:
            break
        else:
            snippets.append(Span(start=start, end=end))
    return tuple(snippets)


def _cut_start(text: str, match: Span) -> int:
    start = max(0, match.start - _SNIPPET_REACH)
    if start == 0:
        return 0
    space = re.compile(r"\s+").search(text, start, match.start)
    return space.end() if space else start


def _cut_end(text: str, match: Span) -> int:
    end = min(len(text), match.end + _SNIPPET_REACH)
    if end == len(text):
        return end
    while end > match.end and not text[end].isspace():
        end -= 1
    return end if end > match.end or text[end].isspace() else min(len(text), match.end + _SNIPPET_REACH)
