"""How the conditions of a commitment are joined: by "and", by "or", or only listed.

In: the conditions in text order. Out: the operator with how it is known, and conditions without the joining word they end with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.commitments.openers import load_openers
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import CONDITIONAL_KINDS, Condition, Span

JOIN_WORDS = 5
"""The word that joins a condition to the one before stands at most so many words before it."""
_WORD = re.compile(r"[\w/'’&-]+")
_GOES_ON = re.compile(r"\s+[^\W_]|\s+[\"'“„«‘(]")


def cut_joining(span: Span, text: str, pack: Pack | None, lang: str) -> Span:
    """Return a condition without the "and" or "or" it ends with: that joins it to what follows, and is read there (`find_operator`).

    Where the sentence goes on, every joining word of the pack is cut; before a mark only those that can never end a clause ("both" may).
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    if pack is None or len(words) < 2 or text[words[-1].end() : span.end].strip(" ,\u00a0"):
        return span
    last = fold_text(words[-1][0], lang)
    goes_on = words[-1].end() == span.end and _GOES_ON.match(text, span.end) and last in (*pack.conditions["all"], *pack.conditions["any"])
    if not goes_on and last not in load_openers(lang).joiners:
        return span
    return cut_joining(Span(start=span.start, end=words[-2].end()), text, pack, lang)


def find_operator(text: str, consequence: Span, conditions: Sequence[Condition], pack: Pack | None, lang: str) -> tuple[str | None, str | None]:
    """Return how conditions are joined, and how that is known; `None` twice under two conditions.

    "and" is `all`, "or" is `any`, both `worded`; so is `all` where one stands before the consequence and the other right behind it without a mark
    ("if she wins, she will sign if it passes"). A bare list is `any`, but only `listed`: whether one is enough is not said.
    Deadlines do not count, as they are joined by nothing. Source: GUIDE of the commitment gold, field `operator`.
    """
    joined = [c for c in conditions if c.kind in CONDITIONAL_KINDS]
    if len(joined) < 2:
        return None, None
    words_all = pack.conditions["all"] if pack else ("and",)
    words_any = pack.conditions["any"] if pack else ("or",)
    for left, right in pairwise(joined):
        if consequence.overlap(Span(start=left.span.end, end=max(right.span.start, left.span.end))):
            nested = "exception" not in {left.kind, right.kind} and left.span.end <= consequence.start and consequence.end < right.span.start
            if nested and _follows(text[consequence.end : right.span.start], pack):
                return "all", "worded"
            continue
        words = _WORD.findall(fold_text(text[left.span.end : right.span.start], lang))
        between = f" {' '.join(words[-JOIN_WORDS:])} "
        if any(f" {form} " in between for form in words_all):
            return "all", "worded"
        if any(f" {form} " in between for form in words_any):
            return "any", "worded"
    return "any", "listed"


def _follows(between: str, pack: Pack | None) -> bool:
    """True for the words that open a condition, no mark and no joining word among them."""
    words = _WORD.findall(fold_text(between, pack.lang)) if pack is not None else []
    if pack is None or not 0 < len(words) <= JOIN_WORDS or any(not (sign.isalnum() or sign.isspace() or sign in "'’-") for sign in between):
        return False
    return {*pack.conditions["any"], *pack.conditions["all"]}.isdisjoint(words)
