"""The machine-readable form of what was found in one article: the JSON object of `onrecord analyze`.

In: an `Analysis`. Out: plain JSON values; writing them is left to the caller. Field names are a promise (fields may be added, none renamed).
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Article, Attribution, Commitment, DateMention, Figure, Mention, Problem
from onrecord.results import Analysis
from onrecord.views.json_values import JsonObject, format_iso_range, pair_of, pair_or_null, pairs_of, value_to_dict
from onrecord.views.titles import is_title_claim
from onrecord.views.wording import choose_operator, name_label


def analysis_to_dict(analysis: Analysis) -> JsonObject:
    """Return one article and everything found in it, as one line of `onrecord analyze --format jsonl`.

    Args:
        analysis: what was found; commitments and figures may name attributions of the same analysis only.

    Returns:
        A JSON object; lists keep the order of the analysis, and `attribution` is an index into its `attributions` or null.
    """
    article = analysis.article
    index = index_attributions(analysis)
    return {
        "id": article.name,
        **_describe_article(article),
        "mentions": [_describe_mention(mention) for mention in analysis.mentions],
        "attributions": [_describe_attribution(attribution, analysis.article) for attribution in analysis.attributions],
        "commitments": [_describe_commitment(commitment, analysis.article, index) for commitment in analysis.commitments],
        "figures": [figure_to_dict(figure, index) for figure in analysis.figures],
        "dates": [_describe_date(mention) for mention in analysis.dates],
        "credits": [{"span": pair_of(credit.span), "name": credit.name, "kind": credit.kind} for credit in article.credits],
        "problems": [problem_to_dict(problem) for problem in analysis.problems],
    }


def index_attributions(analysis: Analysis) -> dict[str, int]:
    """Return attribution id -> its place in the list of the analysis."""
    return {attribution.id: index for index, attribution in enumerate(analysis.attributions)}


def find_place(index: Mapping[str, int], attribution: str | None) -> int | None:
    """Return the place of an attribution in the list of its analysis, null where there is none."""
    return None if attribution is None else index.get(attribution)


def _describe_article(article: Article) -> JsonObject:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "lang": article.lang,
        "published": format_iso_range(article.published),
        "published_evidence": pair_or_null(article.published_evidence),
        "published_how": article.published_how,
        "published_at": article.published_at,
        "modified": format_iso_range(article.modified),
        "modified_how": article.modified_how,
        "stub": article.stub,
        "text": article.text,
        "dropped": [[part.span.start, part.span.end, part.reason] for part in article.dropped],
        "title_span": pair_or_null(article.title_span),
        "subheads": pairs_of(article.subheads),
        "passages_in": [[part.span.start, part.span.end, part.lang] for part in article.passages_in],
        "notes": [[note.span.start, note.span.end, note.kind] for note in article.notes],
        "entry": article.entry,
        "article_id": article.id,
        "text_hash": article.text_hash,
    }


def _describe_mention(mention: Mention) -> JsonObject:
    return {
        "id": mention.id,
        "span": pair_of(mention.span),
        "kind": mention.kind,
        "canonical": mention.canonical,
        "confidence": mention.confidence,
    }


def _describe_attribution(attribution: Attribution, article: Article) -> JsonObject:
    return {
        "id": attribution.id,
        "source": pairs_of(attribution.source),
        "cue": pairs_of(attribution.cue),
        "content": pairs_of(attribution.content),
        "type": attribution.type,
        "heading": article.heading_of(attribution.span),
        "speaker": attribution.speaker,
        "speaker_as_written": attribution.speaker_as_written,
        "speaker_how": attribution.speaker_how,
        "addressee": pair_or_null(attribution.addressee),
        "occasion": pair_or_null(attribution.occasion),
        "said_at": format_iso_range(attribution.said_at),
        "confidence": attribution.confidence,
        "evidence": {"speaker": pair_or_null(attribution.speaker_evidence), "said_at": pair_or_null(attribution.said_at_evidence)},
    }


def _describe_commitment(commitment: Commitment, article: Article, index: Mapping[str, int]) -> JsonObject:
    return {
        "id": commitment.id,
        "holder": pair_or_null(commitment.holder),
        "holder_canonical": commitment.holder_canonical,
        "force": commitment.force,
        "consequence": pair_of(commitment.consequence),
        "conditions": [{"span": pair_of(condition.span), "kind": condition.kind, "bearing": condition.bearing} for condition in commitment.conditions],
        "operator": commitment.operator,
        "operator_how": commitment.operator_how,
        "operator_words": name_label("operators", choose_operator(commitment.operator, commitment.operator_how)) if len(commitment.conditions) > 1 else None,
        "addressee": pair_or_null(commitment.addressee),
        "addressee_canonical": commitment.addressee_canonical,
        "concessions": [pair_of(span) for span in commitment.concessions],
        "conditional": commitment.conditional,
        "attribution": find_place(index, commitment.attribution),
        "inner_voice": commitment.inner_voice,
        "readiness": commitment.readiness,
        "headline": is_title_claim(article, commitment),
        "confidence": commitment.confidence,
    }


def figure_to_dict(figure: Figure, index: Mapping[str, int]) -> JsonObject:
    """Return a figure; `attribution` is an index into the attributions of its article."""
    return {
        "id": figure.id,
        "span": pair_of(figure.span),
        "value": value_to_dict(figure),
        "unit": figure.unit,
        "kind": figure.kind,
        "population": figure.population,
        "place": figure.place,
        "as_of": format_iso_range(figure.as_of),
        "period": format_iso_range(figure.period),
        "source": figure.source,
        "attribution": find_place(index, figure.attribution),
        "hedges": pairs_of(figure.hedges),
        "pledged": figure.pledged,
        "scope": figure.scope,
        "base": figure.base,
    }


def _describe_date(mention: DateMention) -> JsonObject:
    days = mention.range
    return {
        "id": mention.id,
        "span": pair_of(mention.span),
        "start": None if days is None else days.start,
        "end": None if days is None else days.end,
        "how": mention.how,
    }


def problem_to_dict(problem: Problem) -> JsonObject:
    """Return a problem."""
    return {"id": problem.id, "where": problem.where, "code": problem.code, "message": problem.message, "hint": problem.hint}
