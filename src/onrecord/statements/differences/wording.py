"""Differences in wording: strength of verbs, loaded cues, translation.

In: a `Pair`. Out: findings labelled `verb_strength`, `loaded_cue`, `translated`. Left to others: quotations (`quotations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.sides import Side

_PARTICLES = re.compile(r"(?:[ \u00a0][^\W\d_]+){1,2}")
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
    """Yield cues of another loading, when one of them takes a stance: said / admitted, told / claimed, or no cue at all / ruled out."""
    mine, theirs = _loading(pair.left), _loading(pair.right)
    if mine is None or theirs is None or mine[0] == theirs[0] or not {mine[0], theirs[0]} & LOADED:
        return
    words = tuple(f"`{side.cut(span)}`" if span else "no cue" for side, span in ((pair.left, mine[1]), (pair.right, theirs[1])))
    yield Finding(label="loaded_cue", left=mine[1], right=theirs[1], reason=f"{words[0]} ({mine[0]}) here, {words[1]} ({theirs[0]}) there")


def _loading(side: Side) -> tuple[str, Span | None] | None:
    """Return the loading of a cue and its words; the strongest word of a longer cue counts. A source with a quotation and no cue is neutral.

    A cue may be tagged without its particle ("rules | out"): forms that begin in the cue count whole.
    """
    if side.pack is None:
        return None
    cue = side.attribution.cue
    if not cue:
        return ("neutral", None) if side.attribution.source and side.attribution.type == "direct" else None
    reach = tuple(Span(start=piece.start, end=_reach(side, piece)) for piece in cue)
    found = [key for key, span in find_forms(side, side.pack.cues, reach) if any(piece.overlap(span) for piece in cue)]
    if not found:
        return None
    return next((key for key in found if key in LOADED), found[0]), cue[0]


def _reach(side: Side, cue: Span) -> int:
    """Return where the words right after a cue end that may be its particles; they stand in one line with no mark between."""
    after = _PARTICLES.match(side.article.text, cue.end)
    return after.end() if after else cue.end


def find_translation(pair: Pair) -> Iterator[Finding]:
    """Yield that the two are told in different languages."""
    if not pair.same_language and "und" not in (pair.left.lang, pair.right.lang):
        left, right = (side.pack.name if side.pack else side.lang for side in (pair.left, pair.right))
        yield Finding(label="translated", left=pair.left.attribution.content[0], right=pair.right.attribution.content[0], reason=f"told in {left} here, in {right} there")
