"""The machine-readable form of what was found between articles: the JSON object of `onrecord compare`.

In: a `Comparison`. Out: plain JSON values; writing them is left to the caller. Field names are a promise (fields may be added, none renamed).
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Account, Copy, Count, Difference, Rendering, Sign, Standing, Statement, Tally
from onrecord.results import Comparison
from onrecord.views.actors import name_actors
from onrecord.views.contract_article import analysis_to_dict, figure_to_dict, find_place, index_attributions, problem_to_dict
from onrecord.views.json_values import Json, JsonObject, format_iso_range, pair_of, pair_or_null, value_to_dict
from onrecord.views.revised import Revised, make_revised, revision_to_dict, versions_to_dict


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
    indexes = {analysis.article.id: index_attributions(analysis) for analysis in comparison.analyses}
    figures: list[Json] = [
        {"article": analysis.article.name, **figure_to_dict(figure, indexes[analysis.article.id])} for analysis in comparison.analyses for figure in analysis.figures
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
                "spans": [pair_or_null(span) for span in link.spans],
                "order": link.order,
                "commitments": list(link.commitments),
            }
            for link in comparison.restatements
        ],
        "signs": [_describe_sign(sign, names) for sign in comparison.signs],
        "standings": [_describe_standing(standing, names) for standing in comparison.standings],
        "figures": figures,
        "tallies": [_describe_tally(tally, names) for tally in comparison.tallies],
        "problems": [problem_to_dict(problem) for problem in comparison.problems],
    }


def _describe_copy(copy: Copy, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": copy.id,
        "article": names.get(copy.article, copy.article),
        "of": names.get(copy.of, copy.of),
        "kind": copy.kind,
        "coverage": [copy.coverage[0], copy.coverage[1]],
        "reason": copy.reason,
        "order": copy.order,
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
        "anew_from": statement.anew_from,
        "revisions": [revision_to_dict(at, revision) for at, revision in revised.list_in(statement.renderings)],
    }


def _describe_rendering(rendering: Rendering, names: Mapping[str, str], indexes: Mapping[str, Mapping[str, int]]) -> JsonObject:
    return {
        "article": names.get(rendering.article, rendering.article),
        "span": pair_of(rendering.span),
        "attribution": find_place(indexes.get(rendering.article, {}), rendering.attribution),
        "type": rendering.type,
    }


def _describe_difference(difference: Difference) -> JsonObject:
    return {
        "between": [difference.left, difference.right],
        "label": difference.label,
        "spans": [pair_or_null(span) for span in difference.spans],
        "reason": difference.reason,
    }


def _describe_sign(sign: Sign, names: Mapping[str, str]) -> JsonObject:
    return {
        "id": sign.id,
        "article": names.get(sign.article, sign.article),
        "span": pair_of(sign.span),
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
        "span": pair_of(standing.span),
        "condition": standing.condition,
        "state": standing.state,
        "since": standing.since,
        "deadline": format_iso_range(standing.deadline),
        "signs": list(standing.signs),
        "accounts": standing.accounts,
        "reason": standing.reason,
        "wordings": [{"article": names.get(w.article, w.article), "span": pair_of(w.span), "commitment": w.commitment} for w in standing.wordings],
        "confidence": standing.confidence,
        "beside": standing.beside,
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
                "spans": [pair_of(tally.counts[link.earlier].span), pair_of(tally.counts[link.later].span)],
                "reason": link.reason,
            }
            for link in tally.relations
        ],
        "series": [{"as_of": format_iso_range(point.as_of), "value": value_to_dict(point), "counts": list(point.counts), "accounts": point.accounts} for point in tally.series],
    }


def _describe_count(count: Count, names: Mapping[str, str]) -> JsonObject:
    return {
        "article": names.get(count.article, count.article),
        "figure": count.figure,
        "span": pair_of(count.span),
        "value": value_to_dict(count),
        "counter": count.counter,
        "as_of": format_iso_range(count.as_of),
        "as_of_from": count.as_of_from,
        "period": format_iso_range(count.period),
    }
