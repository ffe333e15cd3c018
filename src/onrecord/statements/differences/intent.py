"""Whether what happened was meant: "shot him accidentally" / "shot him" / "shot him on purpose".

In: a `Pair`, `intent.toml`. Out: findings labelled `modality_or_negation`, whose reason begins with `INTENT`. Left to others: whether it happened at all (`logic.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span
from onrecord.statements.differences.clauses import cut_frame
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.polarity import find_negating_words
from onrecord.statements.sides import Side

INTENT = "intent: "
"""How the reason begins."""
REACH = 12
"""Code points before a word of intent in which a "not" turns it round: "not deliberately"."""
_TOLD = {"accident": "by accident", "purpose": "on purpose"}
_OTHER = {"accident": "purpose", "purpose": "accident"}


def find_intent_changes(pair: Pair) -> Iterator[Finding]:
    """Yield that one side tells an act as meant, or as not meant, and the other does not, nor in the sentence around its words; the act itself must be told on both."""
    here, there = _list_intents(pair.left, pair.left.attribution.content), _list_intents(pair.right, pair.right.attribution.content)
    if {kind for kind, _ in here} & {kind for kind, _ in there}:
        return
    if here and there:
        (mine, left), (theirs, right) = here[0], there[0]
        reason = f"{INTENT}`{pair.left.cut(left)}` ({_TOLD[mine]}) here, `{pair.right.cut(right)}` ({_TOLD[theirs]}) there"
        yield Finding(label="modality_or_negation", left=left, right=right, reason=reason)
        return
    for side, other, found, on_left in ((pair.left, pair.right, here, True), (pair.right, pair.left, there, False)):
        told = next(((kind, span) for kind, span in found if _is_act_told(pair, span, on_left=on_left)), None)
        if told is None or other.pack is None or not _load(primary_subtag(other.lang)) or _list_intents(other, cut_frame(other)):
            continue
        kind, span = told
        reason = f"{INTENT}`{side.cut(span)}` ({_TOLD[kind]}) stands on one side only"
        yield Finding(label="modality_or_negation", left=span if on_left else None, right=None if on_left else span, reason=reason)


def _is_act_told(pair: Pair, span: Span, *, on_left: bool) -> bool:
    """True when the content word nearest to a word of intent has a counterpart: "accidentally went off" says nothing of what the other side does not tell."""
    words = pair.left_words if on_left else pair.right_words
    gaps = [(word.start - span.end if word.start >= span.end else span.start - word.end, word.start < span.start, word) for word in words if not word.overlap(span)]
    return bool(gaps) and min(gaps)[2] not in set(pair.unmatched(on_left=on_left))


def _list_intents(side: Side, spans: tuple[Span, ...]) -> list[tuple[str, Span]]:
    """Return (kind, span) of the words of intent in spans, in text order; a "not" before one makes it the other kind."""
    found = []
    for kind, span in find_forms(side, _load(primary_subtag(side.lang)), spans):
        before = Span(start=max(0, span.start - REACH), end=span.start)
        denied = side.pack is not None and before.start < before.end and find_negating_words(side, side.pack, before)
        found.append((_OTHER[kind] if denied else kind, span))
    return found


@cache
def _load(lang: str) -> FormTable:
    """Return the folded words of a language by kind; none for one that has none listed."""
    table = read_lists("onrecord.statements.differences", "intent").get(lang, {})
    return {kind: tuple(fold_text(form, lang) for form in forms) for kind, forms in table.items()}
