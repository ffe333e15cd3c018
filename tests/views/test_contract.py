"""The JSON objects other programs rely on: exact names and shapes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord.records import DateRange
from onrecord.views import analysis_to_dict, comparison_to_dict, make_briefing, render_html
from onrecord.views.json_values import format_iso_range

from .make import ENGLISH, make_comparison

ARTICLE_KEYS = {
    "id", "title", "outlet", "url", "lang", "published", "text", "dropped", "mentions", "attributions", "commitments", "figures", "dates",
    "credits", "problems",
}  # fmt: skip
ROLES = {"source", "cue", "content", "type", "speaker", "speaker_as_written", "addressee", "occasion", "said_at", "confidence"}
COMPARISON_KEYS = {"articles", "stories", "copies", "accounts", "statements", "restatements", "signs", "figures", "problems"}


def test_an_article_has_every_promised_field_and_is_json() -> None:
    found = analysis_to_dict(make_comparison().analyses[0])
    assert set(found) >= ARTICLE_KEYS
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert (found["id"], found["text"], found["published"]) == ("gazette", ENGLISH, "2031-03-14")
    start = ENGLISH.index("KORVA, 14")
    assert found["dropped"][0] == [start, start + len("KORVA, 14 March (Tidewire) -"), "dateline"]


def test_an_attribution_lists_its_pieces_as_spans_of_the_text() -> None:
    attribution = analysis_to_dict(make_comparison().analyses[0])["attributions"][0]
    assert set(attribution) >= ROLES
    assert [ENGLISH[s:e] for s, e in attribution["source"]] == ["harbour minister Tamsin Orlay"]
    assert [ENGLISH[s:e] for s, e in attribution["cue"]] == ["told reporters"]
    assert (attribution["speaker"], attribution["said_at"], attribution["addressee"]) == ("Tamsin Orlay", "2031-03-14", None)


def test_a_commitment_points_at_its_attribution_by_index() -> None:
    commitment = analysis_to_dict(make_comparison().analyses[0])["commitments"][0]
    assert {"holder", "force", "consequence", "conditions", "operator", "operator_how", "addressee", "conditional", "attribution", "inner_voice"} <= set(commitment)
    assert (commitment["attribution"], commitment["holder"], commitment["holder_canonical"]) == (0, None, "Tamsin Orlay")
    assert [(ENGLISH[c["span"][0] : c["span"][1]], c["kind"]) for c in commitment["conditions"]] == [
        ("a single grain ship is seized", "trigger"),
        ("the lighthouse is shelled", "trigger"),
    ]


@pytest.mark.parametrize(("operator", "how"), [("any", "listed"), ("any", "worded"), ("all", "worded")])
def test_how_conditions_join_is_told_in_the_words_of_the_page(operator: str, how: str) -> None:
    comparison = make_comparison()
    first, *rest = comparison.analyses
    first = replace(first, commitments=(replace(first.commitments[0], operator=operator, operator_how=how), *first.commitments[1:]))
    words = analysis_to_dict(first)["commitments"][0]["operator_words"]
    assert words
    assert words in render_html(make_briefing(replace(comparison, analyses=(first, *rest))), (first, *rest))


def test_a_single_condition_is_joined_by_nothing() -> None:
    assert analysis_to_dict(make_comparison().analyses[2])["commitments"][0]["operator_words"] is None


def test_figures_dates_credits_and_problems_have_their_promised_shape() -> None:
    comparison = make_comparison()
    found = analysis_to_dict(comparison.analyses[0])
    figure = found["figures"][0]
    assert {"span", "value", "kind", "population", "place", "as_of", "period", "source", "hedges"} <= set(figure)
    assert figure["value"] == {"min": 40, "max": None, "point": 40}
    assert {key: found["dates"][0][key] for key in ("start", "end", "how")} == {"start": "2031-03-14", "end": "2031-03-15", "how": "weekday"}
    assert {"span", "name"} <= set(found["credits"][0])
    assert analysis_to_dict(comparison.analyses[2])["problems"][0]["code"] == "no-outlet"


def test_a_comparison_names_articles_and_keeps_renderings_in_order() -> None:
    comparison = make_comparison()
    found = comparison_to_dict(comparison)
    assert set(found) >= COMPARISON_KEYS
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert found["stories"][0]["articles"] == ["gazette", "avondpost", "visnyk"]
    statement = found["statements"][0]
    assert {"id", "story", "speaker", "occasion", "said_at", "renderings", "differences"} <= set(statement)
    assert [(r["article"], r["attribution"], r["type"]) for r in statement["renderings"]] == [
        ("gazette", 0, "direct"),
        ("avondpost", 0, "indirect"),
        ("visnyk", 0, "direct"),
    ]
    first = statement["differences"][0]
    assert (set(first), first["between"], first["label"]) == ({"between", "label", "spans", "reason"}, [0, 1], "and_or_changed")
    assert statement["differences"][1]["spans"] == [None, None]


def test_links_between_statements_and_articles_use_ids_and_names() -> None:
    found = comparison_to_dict(make_comparison())
    first, _, second = (statement["id"] for statement in found["statements"])
    assert [(link["from"], link["to"], link["relation"]) for link in found["restatements"]] == [(first, second, "softens")]
    assert found["signs"][0]["article"] == "gazette-2"
    assert found["signs"][0]["statement"] == first
    assert {key: found["copies"][0][key] for key in ("article", "of", "coverage")} == {"article": "avondpost", "of": "Tidewire", "coverage": [0.8, 0.6]}
    assert (found["accounts"][0]["low"], found["accounts"][0]["high"]) == (2, 3)
    assert [figure["article"] for figure in found["figures"]] == ["gazette", "visnyk"]
    assert [problem["code"] for problem in found["problems"]] == ["unread-page"]


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (None, None),
        (DateRange(start="2031-03-14", end="2031-03-15"), "2031-03-14"),
        (DateRange(start="2031-03-01", end="2031-04-01"), "2031-03-01/2031-03-31"),
    ],
)
def test_a_range_is_a_day_or_first_and_last_day(days: DateRange | None, written: str | None) -> None:
    assert format_iso_range(days) == written
