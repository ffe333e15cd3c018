"""Words changed inside quotation marks.

In: a `Pair`. Out: findings labelled `paraphrase_in_quote_marks`. Where a quotation is cut shorter nothing is changed; where words
inside it differ, one of the two is not the wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.languages.marks import find_marks
from onrecord.names.keys import words_match
from onrecord.records import Span
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

SAME_SENTENCE = 0.5
"""Least share of common words (twice the common ones by all) at which two quoted sentences are one."""
SAME_MEANING = 0.55
"""Least likeness (see `Pair.likeness`) at which two quoted sentences with other words are one."""
MIN_WORDS = 4
"""Quoted pieces of fewer words are names and single terms, which any telling may choose to quote."""
MAX_WORDS = 120
"""Longer quoted sentences are cut here, for the cost of comparing grows with the square."""
MAX_SENTENCES = 40
"""So many sentences of one quotation are compared, for the same reason."""
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»“'\])]*\s+|\n+")
_ADDED = re.compile(r"\[[^\]\n]{0,200}\]|\((?:[^()\n]{0,80}\b(?:ed|red|sic)\.?)\)")
"""What an editor put into a quotation."""
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
"""A marked cut is no change."""

Sentence = tuple[tuple[Span, ...], tuple[str, ...]]


def find_requotes(pair: Pair) -> Iterator[Finding]:
    """Yield words between quotation marks that differ on both sides beyond spelling: one of the two cannot be the wording.

    Across languages a translation may choose its words; there only a change of substance counts, which `find` adds.
    """
    if not pair.same_language:
        return
    mine, theirs = quoted_sentences(pair.left), quoted_sentences(pair.right)
    for first in mine:
        best = max(((_share(first, second), -k) for k, second in enumerate(theirs)), default=(0.0, 0))
        if best[0] < SAME_SENTENCE:
            continue
        change = _find_change(pair, first, theirs[-best[1]])
        if change is not None:
            yield _finding(pair, *change)
            return
    if any(_share(a, b) >= SAME_SENTENCE for a in mine for b in theirs) or not pair.left.attribution.type == pair.right.attribution.type == "direct":
        return
    for first in mine:
        for second in theirs:
            a, b = Span(start=first[0][0].start, end=first[0][-1].end), Span(start=second[0][0].start, end=second[0][-1].end)
            if pair.likeness(a, b) >= SAME_MEANING:
                yield _finding(pair, a, b)
                return


def _finding(pair: Pair, left: Span, right: Span) -> Finding:
    reason = f"both quote, but `{pair.left.cut(left)}` here is `{pair.right.cut(right)}` there"
    return Finding(label="paraphrase_in_quote_marks", left=left, right=right, reason=reason)


def quoted_sentences(side: Side) -> list[Sentence]:
    """Return the words of every quoted sentence of a telling, as they stand and folded, in text order."""
    found = []
    for piece in _quoted_pieces(side):
        start = piece.start
        ends = [m.end() for m in find_marks(_SENTENCE_END, side.article.text, piece.start, piece.end)]
        for end in (*ends, piece.end)[:MAX_SENTENCES]:
            added = [m.span() for m in _ADDED.finditer(side.article.text, start, end)]
            found_words = (Span(start=m.start(), end=m.end()) for m in WORD.finditer(side.article.text, start, end))
            spans = tuple(w for w in found_words if not any(s <= w.start < e for s, e in added))[:MAX_WORDS]
            if len(spans) >= MIN_WORDS:
                found.append((spans, tuple(side.folded(s) for s in spans)))
            start = end
    return found


def _quoted_pieces(side: Side) -> Iterator[Span]:
    """Yield what a telling quotes: a direct content as a whole, of a mixed one what stands between the language's marks."""
    if side.attribution.type == "direct":
        yield from side.attribution.content
        return
    if side.attribution.type != "mixed" or side.pack is None:
        return
    text = side.article.text
    for piece in side.attribution.content:
        at = piece.start
        while at < piece.end:
            opened = [(k, len(o), c) for o, c in side.pack.quotes if (k := text.find(o, at, piece.end)) >= 0 and (k == piece.start or not text[k - 1].isalnum())]
            if not opened:
                break
            start, size, close = min(opened)
            end = text.find(close, start + size, piece.end)
            end = end if end >= 0 else piece.end
            yield Span(start=start + size, end=end)
            at = end + 1


def _share(left: Sentence, right: Sentence) -> float:
    """Return twice the words of the common runs by the words of both; 0 where too few words are common for the runs to matter."""
    if left[1] == right[1]:
        return 1.0
    if 2 * len(set(left[1]) & set(right[1])) < SAME_SENTENCE * min(len(set(left[1])), len(set(right[1]))):
        return 0.0
    return SequenceMatcher(None, left[1], right[1], autojunk=False).ratio()


def _find_change(pair: Pair, left: Sentence, right: Sentence) -> tuple[Span, Span] | None:
    """Return the first words that differ, `None` when one sentence is only cut shorter, at a marked place or at its ends, or spells otherwise."""
    runs = [(b.a, b.b, b.size) for b in SequenceMatcher(None, left[1], right[1], autojunk=False).get_matching_blocks() if b.size]
    for before, after in pairwise([(0, 0, 0), *runs, (len(left[1]), len(right[1]), 0)]):
        a, b = slice(before[0] + before[2], after[0]), slice(before[1] + before[2], after[1])
        if a.start == a.stop and b.start == b.stop:
            continue
        at_end = before[2] == 0 or after[2] == 0
        if at_end and (a.start == a.stop or b.start == b.stop):
            continue
        if _is_spelling(left[1][a], right[1][b]) or _is_marked_cut(pair.left, left[0], a) or _is_marked_cut(pair.right, right[0], b):
            continue
        return _around(left[0], a), _around(right[0], b)
    return None


def _is_marked_cut(side: Side, words: Sequence[Span], gap: slice) -> bool:
    """True when nothing stands in a gap but an ellipsis."""
    return gap.start == gap.stop and _ELLIPSIS.search(side.article.text, words[gap.start - 1].end, words[gap.stop].start) is not None


def _around(words: Sequence[Span], gap: slice) -> Span:
    """Return the span of changed words; where nothing stands, the words on both sides of the gap."""
    if gap.start < gap.stop:
        return Span(start=words[gap.start].start, end=words[gap.stop - 1].end)
    return Span(start=words[gap.start - 1].start, end=words[min(gap.start, len(words) - 1)].end)


def _is_spelling(left: Sequence[str], right: Sequence[str]) -> bool:
    """True when both write the same words with other marks ("twenty one" / "twenty-one") or one name in two spellings."""
    a, b = ("".join(c for word in words for c in word if c.isalnum()) for words in (left, right))
    if a == b:
        return True
    return len(left) == len(right) and all(x == y or (len(x) > 5 and (x[0], x[-1]) == (y[0], y[-1]) and words_match(x, y)) for x, y in zip(left, right, strict=True))
