"""Leave out what is not sure enough: names, attributions and commitments below a least confidence, and all that rests on them.

In: an `Analysis` or a `Comparison`. Out: the same without the unsure; nothing in a store is touched. Figures and dates have no
confidence and stay; ids stay as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from onrecord.records import Difference, Standing, Statement
from onrecord.results import Analysis, Comparison


def keep_confident(analysis: Analysis, least: float) -> Analysis:
    """Return an analysis without names, attributions and commitments below `least` (0 to 1).

    A commitment or figure inside an attribution that is left out stays, told by nobody.
    """
    if least <= 0:
        return analysis
    attributions = tuple(a for a in analysis.attributions if a.confidence >= least)
    known = {a.id for a in attributions}
    return replace(
        analysis,
        mentions=tuple(m for m in analysis.mentions if m.confidence >= least),
        attributions=attributions,
        commitments=tuple(c if c.attribution in known else replace(c, attribution=None) for c in analysis.commitments if c.confidence >= least),
        figures=tuple(f if f.attribution in known else replace(f, attribution=None) for f in analysis.figures),
    )


def keep_confident_comparison(comparison: Comparison, least: float) -> Comparison:
    """Return a comparison without what is below `least` (0 to 1) in its articles, and without renderings, statements, restatements,
    signs and standings that rest on it. Stories, copies and accounts stay: they rest on whole articles."""
    if least <= 0:
        return comparison
    analyses = tuple(keep_confident(a, least) for a in comparison.analyses)
    known = {a.id for analysis in analyses for a in analysis.attributions}
    committed = {c.id for analysis in analyses for c in analysis.commitments}
    statements = tuple(kept for s in comparison.statements if (kept := _keep_renderings(s, known)) is not None)
    told = {s.id for s in statements}
    texts = {analysis.article.id: analysis.article.text for analysis in analyses}
    return replace(
        comparison,
        analyses=analyses,
        statements=statements,
        restatements=tuple(r for r in comparison.restatements if r.earlier in told and r.later in told),
        signs=tuple(s for s in comparison.signs if (s.statement is None or s.statement in told) and s.commitment in committed),
        standings=tuple(left for s in comparison.standings if (s.statement is None or s.statement in told) and (left := _keep_wordings(s, committed, texts)) is not None),
    )


def _keep_renderings(statement: Statement, known: Collection[str]) -> Statement | None:
    """Return a statement with the renderings whose attributions are known, `None` when there are none: what no attribution is left of rests on nothing."""
    kept = [k for k, r in enumerate(statement.renderings) if r.attribution is None or r.attribution in known]
    if all(statement.renderings[k].attribution is None for k in kept):
        return None
    place = {old: new for new, old in enumerate(kept)}
    has_day, has_occasion = (origin is None or origin in known for origin in (statement.said_at_from, statement.occasion_from))
    return replace(
        statement,
        renderings=tuple(statement.renderings[k] for k in kept),
        differences=tuple(_move(d, place) for d in statement.differences if d.left in place and d.right in place),
        said_at=statement.said_at if has_day else None,
        said_at_from=statement.said_at_from if has_day else None,
        said_at_how=statement.said_at_how if has_day else None,
        occasion=statement.occasion if has_occasion else None,
        occasion_from=statement.occasion_from if has_occasion else None,
        join_mean=statement.join_mean if len(kept) > 1 else None,
        join_least=statement.join_least if len(kept) > 1 else None,
    )


def _keep_wordings(standing: Standing, committed: Collection[str], texts: Mapping[str, str]) -> Standing | None:
    """Return a standing with the wordings of commitments that are left, the first of them as its own, `None` when none is."""
    kept = tuple(w for w in standing.wordings if w.commitment in committed)
    if standing.commitment in committed:
        return replace(standing, wordings=kept)
    if not kept:
        return None
    first = kept[0]
    words = " ".join(first.span.of(texts[first.article]).split())
    return replace(standing, commitment=first.commitment, article=first.article, span=first.span, condition=words, wordings=kept)


def _move(difference: Difference, place: dict[int, int]) -> Difference:
    return replace(difference, left=place[difference.left], right=place[difference.right])
