"""Positions over time: which later statement takes up an earlier one, and which passage shows a condition coming true.

In: statements with their sides, commitments, sentences of later articles. Out: `Restatement`s and `Sign`s.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from onrecord.ids import make_id
from onrecord.languages.pack import fold_text
from onrecord.records import CONDITIONAL_KINDS, Commitment, Encoding, Restatement, Sign, Span, Statement
from onrecord.statements.differences.logic import pair_commitments, pair_conditions
from onrecord.statements.differences.pairing import Pair, find_forms
from onrecord.statements.match import Matcher, speakers_agree
from onrecord.statements.sides import STEM_CHARS, WORD, Side

MADE_BY = "positions@1"
SAME_POSITION = 0.5
"""Least likeness of two consequences of one speaker to be one position."""
SIGN_SHARE = 0.45
"""Share of a condition's words, weighted by rarity, that a passage must hold to be about it."""
_WEAK = {"offer": 0, "promise": 1, "warning": 1, "demand": 1, "threat": 2, "refusal": 2}


def find_restatements(statements: Sequence[Statement], sides: Mapping[str, Side]) -> Iterator[Restatement]:
    """Yield links from earlier to later statements of one speaker that commit to the same.

    Args:
        statements: all statements.
        sides: attribution id -> side.
    """
    matcher = Matcher(sorted(sides.values(), key=lambda s: s.attribution.id))
    committed = [(when, s, side) for s in statements if (side := _fullest(s, sides)) is not None and (when := _when(s, sides)) is not None]
    committed.sort(key=lambda item: (item[0], item[1].id))
    for index, (later_day, later, right) in enumerate(committed):
        best: tuple[float, str, Restatement] | None = None
        for earlier_day, earlier, left in committed[:index]:
            if earlier_day >= later_day or earlier.story == later.story or speakers_agree(left, right) is False:
                continue
            pair = Pair(left, right, matcher.words(left), matcher.words(right))
            for a, b in pair_commitments(pair):
                likeness = pair.likeness(a.consequence, b.consequence)
                if likeness < SAME_POSITION or _own(a) != _own(b):
                    continue
                relation, reason = _relation(pair, a, b)
                link = Restatement(
                    id=make_id("restatement", earlier.id, later.id), earlier=earlier.id, later=later.id, relation=relation, reason=reason, made_by=MADE_BY
                )  # fmt: skip
                if best is None or (likeness, link.id) > best[:2]:
                    best = (likeness, link.id, link)
        if best is not None:
            yield best[2]


def _own(commitment: Commitment) -> bool:
    return commitment.force not in ("demand", "warning")


def _fullest(statement: Statement, sides: Mapping[str, Side]) -> Side | None:
    """Return the telling with most conditions, then most words, of those that hold a commitment."""
    found = [sides[r.attribution] for r in statement.renderings if r.attribution in sides and sides[r.attribution].commitments]
    return max(found, key=lambda s: (max(len(c.conditions) for c in s.commitments), len(s.words), s.attribution.id), default=None)


def _when(statement: Statement, sides: Mapping[str, Side]) -> str | None:
    """Return the day of a statement: when it was said, else when it was published first."""
    if statement.said_at:
        return statement.said_at.start
    published = [sides[r.attribution].article.published for r in statement.renderings if r.attribution in sides]
    return min((p.start for p in published if p), default=None)


def _relation(pair: Pair, left: Commitment, right: Commitment) -> tuple[str, str]:
    """Return whether the later commitment repeats, hardens or softens the earlier one, and why."""
    _, dropped, added = pair_conditions(pair, left, right)
    if _WEAK[right.force] > _WEAK[left.force]:
        return "hardens", f"{left.force} then, {right.force} now"
    if _WEAK[right.force] < _WEAK[left.force]:
        return "softens", f"{left.force} then, {right.force} now"
    if added and not dropped:
        return "softens", f"new condition `{pair.right.cut(added[0].span)}`"
    if dropped and not added and not right.conditional:
        return "hardens", f"no longer on the condition `{pair.left.cut(dropped[0].span)}`"
    return "repeats", f"`{pair.left.cut(left.consequence)}` then, `{pair.right.cut(right.consequence)}` now"


def find_signs(statements: Sequence[Statement], sides: Mapping[str, Side], encodings: Mapping[str, Encoding]) -> Iterator[Sign]:
    """Yield passages of later articles about the trigger of a standing commitment: prepared, met or denied.

    A passage counts when it shares the condition's rare words and tells a stage of the event; conditionals and repeats
    of the red line itself do not. Only passages in the language of the commitment are compared.
    """
    by_article: dict[str, list[Side]] = {}
    for side in sides.values():
        by_article.setdefault(side.article.id, []).append(side)
    sentences = {a: [(v.span, _stems(side[0], v.span)) for v in encodings[a].vectors] for a, side in sorted(by_article.items()) if a in encodings}
    spread = Counter(stem for rows in sentences.values() for _, stems in rows for stem in stems)
    total = sum(map(len, sentences.values())) + 1
    for statement in statements:
        side = _fullest(statement, sides)
        when = _when(statement, sides)
        if side is None or when is None or side.pack is None:
            continue
        for commitment in side.commitments:
            for condition in (c for c in commitment.conditions if c.kind in CONDITIONAL_KINDS):
                wanted = {stem: math.log(total / (spread[stem] + 1)) + 0.1 for stem in _stems(side, condition.span)}
                for article_id, rows in sentences.items():
                    other = by_article[article_id][0]
                    if other.article.published is None or other.article.published.start <= when or other.lang != side.lang:
                        continue
                    for span, stems in rows:
                        share = sum(wanted[s] for s in wanted.keys() & stems) / max(sum(wanted.values()), 1e-6)
                        status = _status(other, span) if share >= SIGN_SHARE and len(wanted.keys() & stems) >= 2 else None
                        if status and not _is_conditional(by_article[article_id], span):
                            yield Sign(
                                id=make_id("sign", article_id, span.start, span.end, commitment.id, condition.span.start), article=article_id, span=span,
                                statement=statement.id, commitment=commitment.id, condition=side.cut(condition.span), status=status, made_by=MADE_BY,
                            )  # fmt: skip


def _stems(side: Side, span: Span) -> set[str]:
    stop = side.pack.stopwords if side.pack else frozenset()
    folded = (fold_text(m[0], side.lang) for m in WORD.finditer(side.article.text, span.start, span.end))
    return {w[:STEM_CHARS] for w in folded if w not in stop and len(w) > 2}


def _status(side: Side, span: Span) -> str | None:
    """Return what a passage says of the event: `denied` with a negation or cancelled, else `prepared` or `met` by stage."""
    if side.pack is None:
        return None
    stages = {key for key, _ in find_forms(side, side.pack.stages, (span,))}
    modalities = {key for key, _ in find_forms(side, side.pack.modality, (span,))}
    if "cancelled" in stages or (stages and "negation" in modalities):
        return "denied"
    if stages & {"planned", "announced"} or (stages and modalities & {"possible", "future", "conditional"}):
        return "prepared"
    return "met" if stages & {"held", "begun", "ended"} else None


def _is_conditional(sides: Sequence[Side], span: Span) -> bool:
    """True when the passage holds a conditional commitment of its own: then it repeats a red line and shows nothing."""
    return any(c.conditional and span.overlap(c.consequence) for s in sides for c in s.commitments)
