"""Differences in wording: strength of verbs, loaded cues, changed quotations, what is left out, translation.

In: a `Pair`. Out: findings labelled `verb_strength`, `loaded_cue`, `paraphrase_in_quote_marks`, `truncated`, `translated`,
`dropped_attribution`.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.sides import Side

SHORTER = 0.62
"""A telling with fewer content words than this share of the other's leaves something out ..."""
MISSING = 0.35
"""... when this share of the longer one's content words has no counterpart. Both are first settings by eye, not tuned on any set."""
CHANGED_WORDS = 0.12
"""Share of unmatched words from which two direct quotations in one language are not the same wording."""
LOADED = frozenset({"stressing", "conceding", "doubting", "threatening", "demanding", "refusing", "accusing", "promising"})


def find_strength_changes(pair: Pair) -> Iterator[Finding]:
    """Yield an act of one kind told with another strength: harmed / killed / destroyed, suspend / leave."""
    if pair.left.pack is None or pair.right.pack is None:
        return
    for group in pair.left.pack.intensity:
        if group not in pair.right.pack.intensity:
            continue
        mine = list(find_forms(pair.left, pair.left.pack.intensity[group], pair.left.attribution.content))
        theirs = list(find_forms(pair.right, pair.right.pack.intensity[group], pair.right.attribution.content))
        if not mine or not theirs or {k for k, _ in mine} & {k for k, _ in theirs}:
            continue
        a, b = mine[0], theirs[0]
        yield Finding(
            label="verb_strength", left=a[1], right=b[1],
            reason=f"{group}: `{pair.left.cut(a[1])}` (strength {a[0]}) here, `{pair.right.cut(b[1])}` (strength {b[0]}) there",
        )  # fmt: skip


def find_cue_changes(pair: Pair) -> Iterator[Finding]:
    """Yield cues of another loading, when one of them takes a stance: said / admitted, told / claimed."""
    mine, theirs = _loading(pair.left), _loading(pair.right)
    if mine is None or theirs is None or mine[0] == theirs[0] or not {mine[0], theirs[0]} & LOADED:
        return
    yield Finding(
        label="loaded_cue", left=mine[1], right=theirs[1],
        reason=f"`{pair.left.cut(mine[1])}` ({mine[0]}) here, `{pair.right.cut(theirs[1])}` ({theirs[0]}) there",
    )  # fmt: skip


def _loading(side: Side) -> tuple[str, Span] | None:
    """Return the loading of a cue and its words; the strongest word of a longer cue counts."""
    if side.pack is None or not side.attribution.cue:
        return None
    found = [key for key, _ in find_forms(side, side.pack.cues, side.attribution.cue)]
    if not found:
        return None
    return next((key for key in found if key in LOADED), found[0]), side.attribution.cue[0]


def find_requotes(pair: Pair) -> Iterator[Finding]:
    """Yield words between quotation marks that differ on both sides beyond spelling: one of the two cannot be the wording.

    Across languages a translation may choose its words; there only a change of substance counts, which `find` adds.
    """
    if not pair.same_language or "indirect" in (pair.left.attribution.type, pair.right.attribution.type):
        return
    only_left = _different_words(pair, on_left=True)
    only_right = _different_words(pair, on_left=False)
    both_direct = pair.left.attribution.type == pair.right.attribution.type == "direct"
    limit = CHANGED_WORDS * min(len(pair.left.words), len(pair.right.words))
    if both_direct and only_left and only_right and len(only_left) + len(only_right) > limit:
        a, b = only_left[0], only_right[0]
        yield Finding(label="paraphrase_in_quote_marks", left=a, right=b, reason=f"both quote, but `{pair.left.cut(a)}` here is `{pair.right.cut(b)}` there")


def _different_words(pair: Pair, *, on_left: bool) -> list[Span]:
    side, other = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    theirs = {stem for _, stem in other.words}
    return [span for span, stem in side.words if stem not in theirs]


def find_truncation(pair: Pair) -> Iterator[Finding]:
    """Yield a telling that leaves out a good part of the other."""
    left, right = len(pair.left_words), len(pair.right_words)
    if not left or not right or min(left, right) > SHORTER * max(left, right):
        return
    longer_is_left = left > right
    missing = pair.unmatched(on_left=longer_is_left)
    if len(missing) < MISSING * max(left, right):
        return
    first = Span(start=missing[0].start, end=_run_end(missing))
    side = pair.left if longer_is_left else pair.right
    yield Finding(
        label="truncated", left=first if longer_is_left else None, right=None if longer_is_left else first,
        reason=f"{len(missing)} of {max(left, right)} words have no counterpart, from `{side.cut(first)}` on",
    )  # fmt: skip


def _run_end(spans: list[Span]) -> int:
    """Return where the first run of neighbouring spans ends."""
    end = spans[0].end
    for span in spans[1:]:
        if span.start - end > 12:
            break
        end = span.end
    return end


def find_translation(pair: Pair) -> Iterator[Finding]:
    """Yield that the two are told in different languages."""
    if not pair.same_language and "und" not in (pair.left.lang, pair.right.lang):
        yield Finding(
            label="translated", left=pair.left.attribution.content[0], right=pair.right.attribution.content[0], reason=f"told in {pair.left.lang} here, in {pair.right.lang} there"
        )  # fmt: skip


def find_dropped_attribution(pair: Pair) -> Iterator[Finding]:
    """Yield that one outlet names no source for what the other attributes."""
    mine, theirs = pair.left.attribution, pair.right.attribution
    if bool(mine.source or mine.speaker) == bool(theirs.source or theirs.speaker):
        return
    has = mine if mine.source or mine.speaker else theirs
    span = has.source[0] if has.source else None
    name = has.speaker or has.speaker_as_written
    yield Finding(
        label="dropped_attribution", left=span if has is mine else None, right=None if has is mine else span, reason=f"only one side says that it is `{name}` who says so"
    )
