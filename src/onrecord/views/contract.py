"""The machine-readable form of what was found: the JSON objects of `onrecord analyze` and `onrecord compare`.

In: `Analysis` and `Comparison`. Out: plain JSON values; writing them is left to the caller. Field names are a promise
(fields may be added, none renamed). Spans are `[start, end]`, half-open, in code points of `text`. A date range is an ISO
day, or `first/last` with both days included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Copy,
    Count,
    DateMention,
    DateRange,
    Difference,
    Figure,
    Mention,
    Problem,
    Rendering,
    Sign,
    Span,
    Standing,
    Statement,
    Tally,
    TallyPoint,
)  # fmt: skip
from onrecord.results import Analysis, Comparison
from onrecord.views.actors import name_actors
from onrecord.views.revised import Revised, make_revised, revision_to_dict, versions_to_dict
from onrecord.views.titles import is_title_claim

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]


def analysis_to_dict(analysis: Analysis) -> JsonObject:
    """Return one article and everything found in it, as one line of `onrecord analyze --format jsonl`.

    Args:
        analysis: what was found; commitments and figures may name attributions of the same analysis only.

    Returns:
        A JSON object; lists keep the order of the analysis, and `attribution` is an index into its `attributions` or null.
    """
    article = analysis.article
    index = _index_attributions(analysis)
    return {
        "id": article.name,
        **_describe_article(article),
        "mentions": [_describe_mention(mention) for mention in analysis.mentions],
        "attributions": [_describe_attribution(attribution, analysis.article) for attribution in analysis.attributions],
        "commitments": [_describe_commitment(commitment, analysis.article, index) for commitment in analysis.commitments],
        "figures": [_describe_figure(figure, index) for figure in analysis.figures],
        "dates": [_describe_date(mention) for mention in analysis.dates],
        "credits": [{"span": _pair(credit.span), "name": credit.name, "kind": credit.kind} for credit in article.credits],
        "problems": [_describe_problem(problem) for problem in analysis.problems],
    }


def comparison_to_dict(comparison: Comparison) -> JsonObject:
    """Return a set of articles and everything found between them, as `onrecord compare --format json` prints it.

    Args:
        comparison: what was found; articles are named by `Article.name` wherever the result points at one.

    Returns:
        A JSON object. `figures` repeats the figures of all articles with `article` added; `problems` holds those of the
        whole set, those of one article stand in its own object.
    """
    revised = make_revised(comparison)
    names = {analysis.article.id: analysis.article.name for analysis in comparison.analyses}
    indexes = {analysis.article.id: _index_attributions(analysis) for analysis in comparison.analyses}
    figures: list[Json] = [
        {"article": analysis.article.name, **_describe_figure(figure, indexes[analysis.article.id])} for analysis in comparison.analyses for figure in analysis.figures
    ]
    return {
        "articles": [{**analysis_to_dict(analysis), **versions_to_dict(analysis.article.id, revised)} for analysis in comparison.analyses],
        "stories": [{"id": story.id, "articles": [names.get(article, article) for article in story.articles]} for story in comparison.stories],
        "copies": [_describe_copy(copy, names) for copy in comparison.copies],
        "accounts": [_describe_account(account, names) for account in comparison.accounts],
        "statements": [_describe_statement(statement, names, indexes, revised) for statement in name_actors(comparison).statements],
        "restatements": [
            {
                "id": link.id,
                "from": link.earlier,
                "to": link.later,
                "relation": link.relation,
                "reason": link.reason,
                "articles": [names.get(article, article) for article in link.articles],
                "spans": [_pair_or_null(span) for span in link.spans],
                "order": link.order,
            }
            for link in comparison.restatements
        ],
        "signs": [_describe_sign(sign, names) for sign in comparison.signs],
        "standings": [_describe_standing(standing, names) for standing in comparison.standings],
        "figures": figures,
        "tallies": [_describe_tally(tally, names) for tally in comparison.tallies],
        "problems": [_describe_problem(problem) for problem in comparison.problems],
    }


def format_iso_range(days: DateRange | None) -> str | None:
    """Return an ISO day, `first/last` with both days included for a longer range, or `None` when there is no range."""
    if days is None:
        return None
    last = (date.fromisoformat(days.end) - timedelta(days=1)).isoformat()
    return days.start if last <= days.start else f"{days.start}/{last}"


def _pair(span: Span) -> Json:
    return [span.start, span.end]


def _pair_or_null(span: Span | None) -> Json:
    return None if span is None else _pair(span)


def _pairs(spans: Iterable[Span]) -> Json:
    return [_pair(span) for span in spans]


def _index_attributions(analysis: Analysis) -> dict[str, int]:
    return {attribution.id: index for index, attribution in enumerate(analysis.attributions)}


def _position(index: Mapping[str, int], attribution: str | None) -> int | None:
    return None if attribution is None else index.get(attribution)


def _describe_article(article: Article) -> JsonObject:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "lang": article.lang,
        "published": format_iso_range(article.published),
        "published_evidence": _pair_or_null(article.published_evidence),
        "published_how": article.published_how,
        "modified": format_iso_range(article.modified),
        "modified_how": article.modified_how,
        "stub": article.stub,
        "text": article.text,
        "dropped": [[part.span.start, part.span.end, part.reason] for part in article.dropped],
        "title_span": _pair_or_null(article.title_span),
        "subheads": _pairs(article.subheads),
        "passages_in": [[part.span.start, part.span.end, part.lang] for part in article.passages_in],
        "notes": [[note.span.start, note.span.end, note.kind] for note in article.notes],
        "entry": article.entry,
        "article_id": article.id,
        "text_hash": article.text_hash,
    }


def _describe_mention(mention: Mention) -> JsonObject:
    return {
        "id": mention.id,
        "span": _pair(mention.span),
        "kind": mention.kind,
        "canonical": mention.canonical,
        "confidence": mention.confidence,
    }


def _describe_attribution(attribution: Attribution, article: Article) -> JsonObject:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "type": attribution.type,
        "heading": article.heading_of(attribution.span),
        "speaker": attribution.speaker,
        "speaker_as_written": attribution.speaker_as_written,
        "speaker_how": attribution.speaker_how,
        "addressee": _pair_or_null(attribution.addressee),
        "occasion": _pair_or_null(attribution.occasion),
        "said_at": format_iso_range(attribution.said_at),
        "confidence": attribution.confidence,
        "evidence": {"speaker": _pair_or_null(attribution.speaker_evidence), "said_at": _pair_or_null(attribution.said_at_evidence)},
    }


def _describe_commitment(commitment: Commitment, article: Article, index: Mapping[str, int]) -> JsonObject:
    return {
        "id": commitment.id,
        "holder": _pair_or_null(commitment.holder),
        "holder_canonical": commitment.holder_canonical,
        "force": commitment.force,
        "consequence": _pair(commitment.consequence),
        "conditions": [{"span": _pair(condition.span), "kind": condition.kind} for condition in commitment.conditions],
        "operator": commitment.operator,
        "operator_how": commitment.operator_how,
        "addressee": _pair_or_null(commitment.addressee),
        "addressee_canonical": commitment.addressee_canonical,
        "conditional": commitment.conditional,
        "attribution": _position(index, commitment.attribution),
        "inner_voice": commitment.inner_voice,
        "readiness": commitment.readiness,
        "headline": is_title_claim(article, commitment),
        "confidence": commitment.confidence,
    }


def _describe_figure(figure: Figure, index: Mapping[str, int]) -> JsonObject:
    return {
        "id": figure.id,
        "span": _pair(figure.span),
        "value": _describe_value(figure),
        "unit": figure.unit,
        "kind": figure.kind,
        "population": figure.population,
        "place": figure.place,
        "as_of": format_iso_range(figure.as_of),
        "period": format_iso_range(figure.period),
        "source": figure.source,
        "attribution": _position(index, figure.attribution),
        "hedges": _pairs(figure.hedges),
    }


def _describe_date(mention: DateMention) -> JsonObject:
    days = mention.range
    return {
        "id": mention.id,
        "span": _pair(mention.span),
        "start": None if days is None else days.start,
        "end": None if days is None else days.end,
        "how": mention.how,
    }


def _describe_problem(problem: Problem) -> JsonObject:
    return {"id": problem.id, "where": problem.where, "code": problem.code, "message": problem.message, "hint": problem.hint}


def _describe_copy(copy: Copy, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": copy.id,
        "article": names.get(copy.article, copy.article),
        "of": names.get(copy.of, copy.of),
        "kind": copy.kind,
        "coverage": [copy.coverage[0], copy.coverage[1]],
        "reason": copy.reason,
    }


def _describe_account(account: Account, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": account.id,
        "story": account.story,
        "low": account.low,
        "high": account.high,
        "reasons": list(account.reasons),
        "folds": [
            {"articles": [names.get(fold.left, fold.left), names.get(fold.right, fold.right)], "kind": fold.kind, "sure": fold.is_sure, "reason": fold.reason}
            for fold in account.folds
        ],
        "groups": [[names.get(article, article) for article in group] for group in account.groups],
        "unsourced": [names.get(article, article) for article in account.unsourced],
    }


def _describe_statement(statement: Statement, names: Mapping[str, str], indexes: Mapping[str, Mapping[str, int]], revised: Revised) -> JsonObject:
    return {
        "id": statement.id,
        "story": statement.story,
        "speaker": statement.speaker,
        "occasion": statement.occasion,
        "occasion_from": statement.occasion_from,
        "said_at": format_iso_range(statement.said_at),
        "said_at_from": statement.said_at_from,
        "said_at_how": statement.said_at_how,
        "renderings": [{**_describe_rendering(rendering, names, indexes), "version": revised.number_of(rendering.article)} for rendering in statement.renderings],
        "differences": [_describe_difference(difference) for difference in statement.differences],
        "join_mean": statement.join_mean,
        "join_least": statement.join_least,
        "revisions": [revision_to_dict(at, revision) for at, revision in revised.list_in(statement.renderings)],
    }


def _describe_rendering(rendering: Rendering, names: Mapping[str, str], indexes: Mapping[str, Mapping[str, int]]) -> JsonObject:
    return {
        "article": names.get(rendering.article, rendering.article),
        "span": _pair(rendering.span),
        "attribution": _position(indexes.get(rendering.article, {}), rendering.attribution),
        "type": rendering.type,
    }


def _describe_difference(difference: Difference) -> JsonObject:
    return {
        "between": [difference.left, difference.right],
        "label": difference.label,
        "spans": [_pair_or_null(span) for span in difference.spans],
        "reason": difference.reason,
    }


def _describe_sign(sign: Sign, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": sign.id,
        "article": names.get(sign.article, sign.article),
        "span": _pair(sign.span),
        "statement": sign.statement,
        "commitment": sign.commitment,
        "condition": sign.condition,
        "status": sign.status,
        "order": sign.order,
    }


def _describe_standing(standing: Standing, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": standing.id,
        "statement": standing.statement,
        "commitment": standing.commitment,
        "article": names.get(standing.article, standing.article),
        "span": _pair(standing.span),
        "condition": standing.condition,
        "state": standing.state,
        "since": standing.since,
        "deadline": format_iso_range(standing.deadline),
        "signs": list(standing.signs),
        "accounts": standing.accounts,
        "reason": standing.reason,
        "wordings": [{"article": names.get(w.article, w.article), "span": _pair(w.span), "commitment": w.commitment} for w in standing.wordings],
        "confidence": standing.confidence,
    }


def _describe_tally(tally: Tally, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": tally.id,
        "story": tally.story,
        "kind": tally.kind,
        "population": tally.population,
        "place": tally.place,
        "unit": tally.unit,
        "counts": [_describe_count(count, names) for count in tally.counts],
        "relations": [
            {
                "between": [link.earlier, link.later],
                "relation": link.relation,
                "spans": [_pair(tally.counts[link.earlier].span), _pair(tally.counts[link.later].span)],
                "reason": link.reason,
            }
            for link in tally.relations
        ],
        "series": [{"as_of": format_iso_range(point.as_of), "value": _describe_value(point), "counts": list(point.counts), "accounts": point.accounts} for point in tally.series],
    }


def _describe_count(count: Count, names: Mapping[str, str]) -> JsonObject:
    return {
        "article": names.get(count.article, count.article),
        "figure": count.figure,
        "span": _pair(count.span),
        "value": _describe_value(count),
        "counter": count.counter,
        "as_of": format_iso_range(count.as_of),
        "as_of_from": count.as_of_from,
        "period": format_iso_range(count.period),
    }


def _describe_value(value: Figure | Count | TallyPoint) -> JsonObject:
    return {"min": value.low, "max": value.high, "point": value.point}
