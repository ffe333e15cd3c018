"""Quotations that read otherwise in a later version of the same piece.

In: the attributions of two versions and their texts. Out: `QuoteChange`s. Words that stand in both texts did not change, wherever they
stand now and whoever they are taken to be said by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.languages.fold import fold_text
from onrecord.names.keys import names_match
from onrecord.records import Article, Attribution, Span

SAME_QUOTE = 0.5
"""Twice the common words by all words, from which on two quotations of one speaker are one quotation in two wordings."""
LEAST_WORDS = 4
"""Shorter ones are names and single terms, which may stand anywhere."""
MOST_WORDS = 400
LABEL = "quote_changed"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = ("direct", "mixed")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteChange:
    """Attribution `before` of the older version reads as `after` in the newer; the spans cover the words that differ (`None` = none there)."""

    before: Attribution
    after: Attribution
    old: Span | None
    new: Span | None
    reason: str


def find_changed_quotes(old: Article, before: Sequence[Attribution], new: Article, after: Sequence[Attribution]) -> Iterator[QuoteChange]:
    """Yield the quotations whose words changed, in the order of the newer text; each is paired with the one most like it."""
    known = {side: _join(_words(article, (Span(start=0, end=len(article.text)),))) for side, article in (("old", old), ("new", new))}
    mine = [(a, w) for a in before if a.type in _QUOTED and len(w := _words(old, a.content)) >= LEAST_WORDS and _join(_forms(w)) not in known["new"]]
    theirs = [(a, w) for a in after if a.type in _QUOTED and len(w := _words(new, a.content)) >= LEAST_WORDS and _join(_forms(w)) not in known["old"]]
    ranked = sorted(
        ((_likeness(_forms(w), _forms(v)), a.span, b.span, i, j) for i, (a, w) in enumerate(mine) for j, (b, v) in enumerate(theirs) if _may_be_one(a, b)),
        key=lambda found: (-found[0], found[1:]),
    )
    taken: set[tuple[str, int]] = set()
    found: list[QuoteChange] = []
    for likeness, _, _, i, j in ranked:
        if likeness >= SAME_QUOTE and not taken & {("old", i), ("new", j)}:
            taken |= {("old", i), ("new", j)}
            found.append(_make_change(old, new, mine[i], theirs[j]))
    yield from sorted(found, key=lambda change: change.after.span)


Found = tuple[Attribution, list[tuple[Span, str]]]


def _make_change(old: Article, new: Article, mine: Found, theirs: Found) -> QuoteChange:
    blocks = [block for block in SequenceMatcher(None, _forms(mine[1]), _forms(theirs[1]), autojunk=False).get_opcodes() if block[0] != "equal"]
    spans = (_cover([word for _, a, b, _, _ in blocks for word in mine[1][a:b]]), _cover([word for _, _, _, c, d in blocks for word in theirs[1][c:d]]))
    was, is_now = (f"`{' '.join(span.of(article.text).split())}`" if span else "nothing" for span, article in zip(spans, (old, new), strict=True))
    speaker = theirs[0].speaker or theirs[0].speaker_as_written
    reason = f"the quotation{f' of {speaker}' if speaker else ''} read {was} before and reads {is_now} now"
    return QuoteChange(before=mine[0], after=theirs[0], old=spans[0], new=spans[1], reason=reason)


def _cover(words: Sequence[tuple[Span, str]]) -> Span | None:
    return Span(start=words[0][0].start, end=words[-1][0].end) if words else None


def _words(article: Article, spans: Sequence[Span]) -> list[tuple[Span, str]]:
    """Return the words of spans with what they are compared by."""
    found = [Span(start=m.start(), end=m.end()) for span in spans for m in _WORD.finditer(article.text, span.start, span.end)]
    return [(span, fold_text(span.of(article.text), article.lang or "en")) for span in found]


def _forms(words: Sequence[tuple[Span, str]]) -> Words:
    return tuple(form for _, form in words[:MOST_WORDS])


def _join(words: Sequence[tuple[Span, str]] | Words) -> str:
    return f" {' '.join(word if isinstance(word, str) else word[1] for word in words)} "


def _may_be_one(left: Attribution, right: Attribution) -> bool:
    return not left.speaker or not right.speaker or left.speaker == right.speaker or names_match(left.speaker, right.speaker)


def _likeness(left: Words, right: Words) -> float:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= SAME_QUOTE else 0.0
