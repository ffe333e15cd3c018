"""Cuts quotations to the length that a line holds: at a clause where there is one, else at a word, and never behind a word that leads to the next.

In: passages and parts of sentences. Out: parts of sentences; what is left of a passage is still the text of its article.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.languages import fold_text, load_pack
from onrecord.records import Span
from onrecord.views.parts import Name, Part, Passage, Retold

_CLAUSE = re.compile(r"[,;:.!?)\]…»”\"][\"'’”»)\]]*(?=\s)|\s[-–—](?=\s)")
_BLANK = re.compile(r"\s+")
_MARKS = "\"'“”„«»‘’(["
_LEAST_SHARE = 0.4
"""The share of the length that a cut at a clause has to leave: a shorter piece says too little."""


def shorten(passage: Passage, most: int) -> list[Part]:
    """Return a passage, cut when it is longer than so many code points: behind the last clause that fits if it is long enough, else behind the last
    word that does not lead to the next (an article, a preposition) and is not followed by another one with a capital, with which it may be one name. A first word that is longer than all stays whole."""
    words = passage.words
    if len(words) <= most:
        return [passage]
    clauses = [found.start() for found in _CLAUSE.finditer(words[: most + 1]) if found.start() >= most * _LEAST_SHARE]
    end = clauses[-1] if clauses else _find_word_end(words, most, passage.lang)
    kept = words[:end].rstrip().rstrip(",;:–—-").rstrip()
    if not kept or len(kept) == len(words):
        return [passage]
    span = Span(start=passage.span.start, end=passage.span.start + len(kept))
    return [replace(passage, span=span, words=kept), " …"]


def tell(passage: Passage, most: int) -> list[Part]:
    """Return a passage cut as `shorten` does; the narrator's words are told without quotation marks."""
    return [Retold(passage=part) if isinstance(part, Passage) and not passage.quoted else part for part in shorten(passage, most)]


def _find_word_end(words: str, most: int, lang: str | None) -> int:
    """Return where to cut before `most`: behind the last word that may stand last, behind the first word where none does."""
    code = (lang or "und").split("-")[0]
    pack = load_pack(code)
    leading = frozenset() if pack is None else pack.stopwords
    blanks = [found.start() for found in _BLANK.finditer(words)]
    ends = [blank for blank in blanks if 0 < blank <= most] or [blank for blank in blanks if blank > 0][:1] or [len(words)]
    fitting = [end for end in ends if _may_end(words[:end].split()[-1:], words[end:].split()[:1], code, leading)]
    return (fitting or ends)[-1]


def _may_end(last: Sequence[str], following: Sequence[str], code: str, leading: Collection[str]) -> bool:
    if not last or fold_text(last[0], code).strip(_MARKS) in leading:
        return False
    return not (following and last[0].lstrip(_MARKS)[:1].isupper() and following[0][:1].isupper())


def take(items: Iterable[Sequence[Part]], length: int, most: int) -> list[Sequence[Part]]:
    """Return the items, at most so many, that a line of this length in code points holds, at least the first."""
    taken: list[Sequence[Part]] = []
    for item in items:
        if taken and (len(taken) == most or sum(map(measure, taken)) + measure(item) > length):
            break
        taken.append(item)
    return taken


def measure(parts: Sequence[Part]) -> int:
    """Return how many code points parts take when they are read."""
    return sum(len(_read(part)) + 2 for part in parts)


def _read(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Retold):
        return part.passage.words
    return part.words if isinstance(part, Passage) else part.text if isinstance(part, Name) else part.label
