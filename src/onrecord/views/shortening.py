"""Cuts a long passage for a line of the summary, where it can be read: behind a clause, and in no name and behind no small word.

In: a passage. Out: its beginning and an ellipsis.
"""

from __future__ import annotations

import re

from onrecord.languages.pack import fold_text, load_pack
from onrecord.records import Span
from onrecord.views.parts import Part, Passage

_CLAUSE = 0.5
"""Least share of the room that a clause must fill for the cut to stand behind it."""
_CLAUSE_END = re.compile(r"[,;:!?.…](?=[\"”’»“'\])]*\s)|\s[-–—]+(?=\s)")
_OPENING = "\"'“„«‘([-–— \u00a0"


def shorten(passage: Passage, most: int) -> list[Part]:
    """Return a passage, cut when it is longer than so many code points.

    The cut stands behind the last clause that ends within reach, else at a blank; never between two words with capitals, which may be one name, and never behind a word that
    only leads on to the next ("held in").
    """
    if len(passage.words) <= most:
        return [passage]
    clauses = [found.start() for found in _CLAUSE_END.finditer(passage.words, 0, most + 1) if found.start() >= _CLAUSE * most]
    end = clauses[-1] if clauses else _cut_at_blank(passage, most)
    if end <= 0:
        return [passage]
    words = passage.words[:end].rstrip(_OPENING)
    span = Span(start=passage.span.start, end=passage.span.start + len(words))
    return [Passage(article=passage.article, article_id=passage.article_id, span=span, words=words, lang=passage.lang), " …"]


def _cut_at_blank(passage: Passage, most: int) -> int:
    """Return where to cut at a blank; the last one in reach when each leaves half a name or a small word at the end, 0 without a blank."""
    text = passage.words
    blanks = [at for at, sign in enumerate(text[: most + 1]) if sign.isspace()]
    return next((at for at in reversed(blanks) if at > 0 and _is_whole(text[:at], text[at:], passage.lang)), max(blanks, default=0))


def _is_whole(before: str, after: str, lang: str | None) -> bool:
    last, following = before.split()[-1:], after.split()[:1]
    if not last or not following:
        return True
    pack = load_pack(lang) if lang else None
    if pack is not None and fold_text(last[0].strip("\"'“”„«»‘’()[]"), pack.lang) in pack.stopwords:
        return False
    return not (last[0].lstrip(_OPENING)[:1].isupper() and following[0][:1].isupper())
