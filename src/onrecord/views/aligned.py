"""Which words of the articles stand in one part of a commitment: a condition in all its wordings, or what follows from it.

In: a comparison. Out: `AlignedParts`, asked by article and span. Left to others: what differs there (`points.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from onrecord.records import Commitment, Span
from onrecord.results import Comparison

RED_FORCES = frozenset({"threat", "refusal"})
"""Forces that draw a red line, with a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedPart:
    """One wording of a part; those of one part have one `key`. `red` = a red line hangs on it, `is_act` = it is what follows, and no condition."""

    span: Span
    key: str
    red: bool
    is_act: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedParts:
    """The parts of all commitments, by article."""

    by_article: Mapping[str, tuple[AlignedPart, ...]]

    def touching(self, article: str, span: Span) -> tuple[AlignedPart, ...]:
        """Return the parts of an article that share words with a span, in text order; empty without one."""
        return tuple(part for part in self.by_article.get(article, ()) if part.span.overlap(span) > 0)

    def inside(self, article: str, span: Span, keys: Collection[str]) -> bool:
        """True when one of the parts with these keys stands inside a span of an article."""
        return any(part.key in keys and span.overlap(part.span) > 0 for part in self.by_article.get(article, ()))


def is_red(commitment: Commitment) -> bool:
    """True when a commitment draws a red line: a threat or a refusal of somebody with a condition."""
    return commitment.force in RED_FORCES and commitment.conditional and not commitment.inner_voice


def list_aligned_parts(comparison: Comparison) -> AlignedParts:
    """Return the parts of all commitments: conditions as the standings join their wordings, consequences as the statements join their tellings."""
    commitments = {c.id: c for analysis in comparison.analyses for c in analysis.commitments}
    found: dict[str, list[AlignedPart]] = {}
    for standing in comparison.standings:
        red = any(is_red(commitments[w.commitment]) for w in standing.wordings if w.commitment in commitments)
        for wording in standing.wordings:
            found.setdefault(wording.article, []).append(AlignedPart(span=wording.span, key=standing.id, red=red))
    by_attribution: dict[str, list[Commitment]] = {}
    for commitment in commitments.values():
        by_attribution.setdefault(commitment.attribution or "", []).append(commitment)
    for statement in comparison.statements:
        nth_red: dict[tuple[str, int], bool] = {}
        parts: list[tuple[str, Span, tuple[str, int]]] = []
        for rendering in statement.renderings:
            held = [c for c in by_attribution.get(rendering.attribution or "", ()) if rendering.span.holds(c.consequence)]
            seen: dict[str, int] = {}
            for commitment in sorted(held, key=lambda c: c.consequence):
                place = commitment.force, seen.setdefault(commitment.force, 0)
                seen[commitment.force] += 1
                nth_red[place] = nth_red.get(place, False) or is_red(commitment)
                parts.append((rendering.article, commitment.consequence, place))
        for article, span, place in parts:
            found.setdefault(article, []).append(AlignedPart(span=span, key=f"{statement.id} {place[0]} {place[1]}", red=nth_red[place], is_act=True))
    return AlignedParts(by_article={article: tuple(sorted(parts, key=lambda part: (part.span, part.key))) for article, parts in found.items()})
