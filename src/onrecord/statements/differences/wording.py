"""Differences in wording: strength of verbs, loaded cues, translation.

In: a `Pair`. Out: findings labelled `verb_strength`, `loaded_cue`, `translated`. Left to others: quotations (`quotations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.statements.differences.acts import find_acts
from onrecord.statements.differences.clauses import find_small_words, has_same_setting
from onrecord.statements.differences.logic import list_aligned_parts
from onrecord.statements.differences.pairing import Finding, Pair, find_forms
from onrecord.statements.sides import Side

_PARTICLES = re.compile(r"(?:[ \u00a0][^\W\d_]+){1,2}")
JUDGING = frozenset({"conceding", "doubting", "threatening", "refusing", "accusing", "promising"})
"""Loadings of reporting verbs that take a stance towards what is said."""
_BOASTING = "boasting"
"""One more, whose verbs stand in `clauses.toml`."""
_STANCES = JUDGING | {_BOASTING}
FIRMNESS = {"neutral": 1, "asking": 1, "announcing": 2, "stressing": 3, "finding": 3, "demanding": 4}
"""How firmly the others put it: said, announced, insisted or established, demanded."""
_UNLIKE = {"withdrawal": frozenset({"2", "3"})}
"""Levels of a group that are no degrees of one act: who leaves the talks does not end them, and neither does more than the other."""
COLON_REACH = 4
"""Code points from a source to what it says, with a colon and spaces between."""
STEPS_APART = 2
"""Least distance in firmness that is claimed: "said" and "announced" are often one act in two outlets' habits."""


def find_strength_changes(pair: Pair) -> Iterator[Finding]:
    """Yield an act of one kind told with another strength: harmed / killed / destroyed, suspend / leave, said / insisted.

    Inside what is said, a word counts where its neighbours agree or the two stand in one part of a commitment: both then tell of one act.
    """
    left, right = pair.left.pack, pair.right.pack
    if left is None or right is None:
        return
    parts = list_aligned_parts(pair)
    told: set[tuple[Span, Span]] = set()
    for group in left.intensity:
        if group not in right.intensity:
            continue
        mine = find_acts(pair.left, group)
        theirs = find_acts(pair.right, group)
        if {k for k, _ in mine} & {k for k, _ in theirs}:
            continue
        graded = [(a, b) for a in mine for b in theirs if frozenset((a[0], b[0])) != _UNLIKE.get(group)]
        alike = next(((a, b) for a, b in graded if has_same_setting(pair, a[1], b[1]) or _in_one_part(parts, a[1], b[1])), None)
        if alike is not None and (alike[0][1], alike[1][1]) not in told:  # a verb may stand in two groups
            told.add((alike[0][1], alike[1][1]))
            yield _strength(pair, group, *alike)
    yield from _firmness_changes(pair)


def _in_one_part(parts: list[tuple[Span, Span]], left: Span, right: Span) -> bool:
    """True when two words stand in conditions, or in consequences, that are the same on both sides."""
    return any(a.holds(left) and b.holds(right) for a, b in parts)


def _strength(pair: Pair, group: str, left: tuple[str, Span], right: tuple[str, Span]) -> Finding:
    reason = f"{group}: `{pair.left.cut(left[1])}` (strength {left[0]}) here, `{pair.right.cut(right[1])}` (strength {right[0]}) there"
    return Finding(label="verb_strength", left=left[1], right=right[1], reason=reason)


def _firmness_changes(pair: Pair) -> Iterator[Finding]:
    """Yield a reporting verb of another strength: criticised / condemned, asked / demanded, said / insisted.

    Verbs that judge what is said are `loaded_cue`, and those that leave it uncertain ("believes") a matter of modality. Every language
    has its own habitual verbs of saying, so two languages are not compared.
    """
    left, right = pair.left.pack, pair.right.pack
    mine, theirs = _loading(pair.left), _loading(pair.right)
    if left is None or right is None or mine is None or theirs is None or not pair.same_language:
        return
    for group in left.intensity:
        a = next(iter(find_forms(pair.left, left.intensity[group], pair.left.attribution.cue)), None)
        b = next(iter(find_forms(pair.right, right.intensity.get(group, {}), pair.right.attribution.cue)), None)
        if a is not None and b is not None and a[0] != b[0]:
            yield _strength(pair, group, a, b)
            return
    if mine[0] not in FIRMNESS or theirs[0] not in FIRMNESS or abs(FIRMNESS[mine[0]] - FIRMNESS[theirs[0]]) < STEPS_APART:
        return
    if "asking" in (mine[0], theirs[0]) and "demanding" not in (mine[0], theirs[0]):
        return  # a question says nothing that could be insisted on
    if "demanding" in (mine[0], theirs[0]) and any(side.attribution.type == "direct" for side in (pair.left, pair.right)):
        return  # a quoted "give us the keys" is a demand with any verb beside it
    if not any(_is_uncertain(side) for side in (pair.left, pair.right)):
        yield Finding(label="verb_strength", left=mine[1], right=theirs[1], reason=_tell_loadings(pair, mine, theirs))


def _is_uncertain(side: Side) -> bool:
    """True when the reporting verb leaves open whether it is so ("believes", "suspects")."""
    return side.pack is not None and any(key == "uncertain" for key, _ in find_forms(side, side.pack.hedges, side.attribution.cue))


def find_cue_changes(pair: Pair) -> Iterator[Finding]:
    """Yield cues of another loading, when one of them judges: said / admitted, told / claimed, or no cue at all / ruled out."""
    mine, theirs = _loading(pair.left), _loading(pair.right)
    if mine is None or theirs is None or mine[0] == theirs[0] or not {mine[0], theirs[0]} & _STANCES:
        return
    yield Finding(label="loaded_cue", left=mine[1], right=theirs[1], reason=_tell_loadings(pair, mine, theirs))


def _tell_loadings(pair: Pair, left: tuple[str, Span | None], right: tuple[str, Span | None]) -> str:
    """Return both cues with their loadings."""
    words = tuple(f"`{side.cut(span)}`" if span else "no cue" for side, span in ((pair.left, left[1]), (pair.right, right[1])))
    return f"{words[0]} ({left[0]}) here, {words[1]} ({right[0]}) there"


def _loading(side: Side) -> tuple[str, Span | None] | None:
    """Return the loading of a cue and its words; the strongest word of a longer cue counts. Of a cue in pieces ("a ... rejeté") the words are the piece with that word. A source with a quotation or a colon and no cue is neutral.

    A cue may be tagged without its particle ("rules | out"): forms that begin in the cue count whole.
    """
    if side.pack is None:
        return None
    cue = side.attribution.cue
    if not cue:
        return ("neutral", None) if side.attribution.source and (side.attribution.type == "direct" or _is_announced(side)) else None
    reach = tuple(Span(start=piece.start, end=_reach(side, piece)) for piece in cue)
    found = [(key, piece) for key, span in find_forms(side, side.pack.cues, reach) if (piece := next((p for p in cue if p.overlap(span)), None)) is not None]
    found += [(_BOASTING, piece) for span in find_small_words(side, _BOASTING, reach) if (piece := next((p for p in cue if p.overlap(span)), None)) is not None]
    if not found:
        return None
    return next(((key, piece) for key, piece in found if key in _STANCES), max(found, key=lambda pair: FIRMNESS.get(pair[0], 0)))


def _is_announced(side: Side) -> bool:
    """True when nothing but a colon stands between a source and what it says: "Orlay: port closes"."""
    text, said = side.article.text, side.attribution.content[0]
    return any(piece.end <= said.start <= piece.end + COLON_REACH and text[piece.end : said.start].strip() == ":" for piece in side.attribution.source)


def _reach(side: Side, cue: Span) -> int:
    """Return where the words right after a cue end that may be its particles; they stand in one line with no mark between."""
    after = _PARTICLES.match(side.article.text, cue.end)
    return after.end() if after else cue.end


def find_translation(pair: Pair) -> Iterator[Finding]:
    """Yield that the two are told in different languages."""
    if not pair.same_language and "und" not in (pair.left.lang, pair.right.lang):
        left, right = (side.pack.name if side.pack else side.lang for side in (pair.left, pair.right))
        yield Finding(label="translated", left=pair.left.attribution.content[0], right=pair.right.attribution.content[0], reason=f"told in {left} here, in {right} there")
