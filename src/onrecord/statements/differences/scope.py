"""Differences in how many are meant: "any negotiations" / "negotiations with Russia", "all prisoners" / "some prisoners".

In: a `Pair`. Out: findings labelled `verb_strength`, whose reason begins with `SCOPE`: the guidelines of the gold have no label of its own for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.records import Span
from onrecord.statements.differences.logic import list_aligned_parts
from onrecord.statements.differences.pairing import Finding, Pair
from onrecord.statements.differences.phrases import find_scopes
from onrecord.statements.sides import Side

SCOPE = "scope: "
"""How the reason begins."""
REACH = 3
"""A word of scope belongs to the last of so many content words right after it that the other side has too: "any [new] talks"."""
SAME_NOUN = 0.75
"""Least likeness of two nouns for their scopes to be compared: talks and negotiations, not land and republics. Words of one stem have 1. A first setting."""
COMPLEMENT_CHARS = 12
"""How far behind a noun the name may begin that limits it ("negotiations with Russia")."""

_BETWEEN = frozenset(" \u00a0-‐‑")
_HYPHENS = ("-", "‐", "‑")

Scope = tuple[str, Span]
"""How many are meant, and the words that say so."""


def find_scope_changes(pair: Pair) -> Iterator[Finding]:
    """Yield the first noun, in parts of commitments that say the same, of which one side means all, some, most, a single one or nothing else, and the other does not."""
    for left, right in list_aligned_parts(pair):
        here, there = _list_scoped(pair.left, left, pair.left_words), _list_scoped(pair.right, right, pair.right_words)
        nouns = [(i, j) for _, words in here for i, j in _pair_last(pair, words, right, on_left=True)] + [
            (i, j) for _, words in there for j, i in _pair_last(pair, words, left, on_left=False)
        ]
        for i, j in nouns:
            mine, theirs = (next(((scope, span) for (scope, span), words in each if at in words), None) for each, at in ((here, i), (there, j)))
            if (mine and mine[0]) == (theirs and theirs[0]) or _has_scope(pair, mine, theirs, here if theirs else there, at=(i, j)):
                continue
            a, b = _phrase(pair.left, pair.left_words[i], mine, left), _phrase(pair.right, pair.right_words[j], theirs, right)
            yield Finding(label="verb_strength", left=a, right=b, reason=f"{SCOPE}`{pair.left.cut(a)}` here, `{pair.right.cut(b)}` there")
            return


def _has_scope(pair: Pair, mine: Scope | None, theirs: Scope | None, others: Sequence[tuple[Scope, list[int]]], *, at: tuple[int, int]) -> bool:
    """True when the side without a word of scope here has the same one at a word that means the noun, too: "a single shot is fired" / "un solo disparo"."""
    if (mine is None) == (theirs is None):
        return False
    scope = (mine or theirs or ("",))[0]
    return any(kind == scope and any(pair.aligned(k, at[1]) if mine is None else pair.aligned(at[0], k) for k in words) for (kind, _), words in others)


def _list_scoped(side: Side, part: Span, words: list[Span]) -> list[tuple[Scope, list[int]]]:
    """Return the words of scope in a part, each with the content words that stand right after it; the front of a compound ("pseudo-") is none."""
    text = side.article.text
    found = []
    for scope, span in find_scopes(side, part):
        held: list[int] = []
        end = span.end
        for at, word in enumerate(words):
            if word.start < end or not part.holds(word):
                continue
            if set(text[end : word.start]) - _BETWEEN or len(held) == REACH:
                break
            end = word.end
            if text[end : end + 1] not in _HYPHENS:
                held.append(at)
        found.append(((scope, span), held))
    return found


def _pair_last(pair: Pair, words: list[int], within: Span, *, on_left: bool) -> Iterator[tuple[int, int]]:
    """Yield the last of some content words of one side that a word of the other side stands for, with that word; it must lie in `within`."""
    table, others = (pair.table, pair.right_words) if on_left else (pair.table.T, pair.left_words)
    for at in reversed(words):
        best = max(((float(table[at, k]), -k) for k, word in enumerate(others) if within.holds(word)), default=(0.0, 0))
        if best[0] >= SAME_NOUN:
            yield at, -best[1]
            return


def _phrase(side: Side, noun: Span, scope: Scope | None, within: Span) -> Span:
    """Return the words to show: from the word of scope to the noun, or the noun with the name that limits it."""
    if scope is not None:
        return scope[1].cover(noun)
    limit = next((m.span for m in side.mentions if 0 <= m.span.start - noun.end <= COMPLEMENT_CHARS and within.holds(m.span)), None)
    return noun.cover(limit) if limit else noun
