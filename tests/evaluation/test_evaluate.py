"""Everything analyze does, scored: a faultless model reaches 1, a model that finds nothing 0, and the report shows both."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from onrecord.errors import InputError
from onrecord.evaluation.evaluate import Evaluation, evaluate
from onrecord.evaluation.gold import Expected, expect
from onrecord.evaluation.measures import MEASURES
from onrecord.evaluation.passages import parse_passage
from onrecord.evaluation.report import HEADLINES, evaluation_to_dict, render_evaluation
from tests.evaluation.faultless import faultless
from tests.evaluation.passages import ALL, STRAIT

GOLD: list[Expected] = [expect(parse_passage(block)) for block in ALL]


def value(evaluation: Evaluation, measure: str) -> float | None:
    estimate = evaluation.overall.scores[measure].f1
    return estimate.value if estimate else None


def render(evaluation: Evaluation, width: int = 100) -> str:
    console = Console(width=width, no_color=True, file=StringIO())
    render_evaluation(evaluation, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_a_faultless_model_reaches_one_in_every_measure_that_has_something_to_score() -> None:
    evaluation = evaluate(GOLD, faultless(*ALL), samples=20)
    reached = {measure.name: value(evaluation, measure.name) for measure in MEASURES}
    assert {name for name, v in reached.items() if v is None} == {"nested"}
    assert {name: v for name, v in reached.items() if v not in (1, None)} == {"speaker_wrong": 0, "speaker_abstained": 0}
    assert evaluation.problems == ()


def test_a_model_that_finds_nothing_reaches_nothing() -> None:
    evaluation = evaluate(GOLD, faultless(), samples=20)
    assert value(evaluation, "source") == value(evaluation, "commitment") == value(evaluation, "entity") == 0
    assert value(evaluation, "speaker_wrong") in (0, None)
    assert evaluation.overall.scores["cue"].precision is None


def test_languages_stand_in_order_and_sum_up() -> None:
    evaluation = evaluate(GOLD, faultless(STRAIT), samples=20)
    assert [(part.lang, part.passages) for part in evaluation.languages] == [("en", 2), ("nl", 1)]
    assert evaluation.overall.passages == 3
    for measure in MEASURES:
        assert sum(part.scores[measure.name].gold for part in evaluation.languages) == evaluation.overall.scores[measure.name].gold


def test_progress_is_told_for_every_passage() -> None:
    steps: list[int] = []
    evaluate(GOLD, faultless(), samples=1, advance=lambda: steps.append(1))
    assert len(steps) == len(GOLD)


def test_a_text_that_is_changed_in_reading_is_refused() -> None:
    passage = replace(GOLD[2], id="en-009", text="A \ud800 word.")  # half a character cannot be kept
    with pytest.raises(InputError, match="`en-009` holds characters"):
        evaluate([passage], faultless(), samples=1)


def test_machines_get_every_measure_of_every_language() -> None:
    found = json.loads(json.dumps(evaluation_to_dict(evaluate(GOLD, faultless(*ALL), samples=20))))
    assert set(found["languages"]) == {"en", "nl"}
    assert set(found["all"]["measures"]) == {measure.name for measure in MEASURES}
    assert found["all"]["measures"]["source"]["f1"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert found["all"]["measures"]["speaker"] == {"share": {"value": 1.0, "low": 1.0, "high": 1.0}, "right": 2, "of": 2}
    assert found["languages"]["nl"]["measures"]["source"]["f1"] is None
    assert (found["model"], found["samples"]) == ("encode@faultless", 20)


def test_people_see_every_measure_and_a_table_by_language() -> None:
    shown = render(evaluate(GOLD, faultless(*ALL), samples=20))
    assert all(measure.label in shown for measure in MEASURES)
    assert all(heading in shown for columns in HEADLINES.values() for _, heading in columns)
    assert "100.0 100–100" in shown
    assert "3 passages, 2 languages, model encode@faultless" in shown


def test_one_language_needs_no_table_by_language() -> None:
    shown = render(evaluate(GOLD[:2], faultless(*ALL), samples=20))
    assert "\nall " not in shown
    assert "`en`" in shown


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_tables_fit(width: int) -> None:
    shown = render(evaluate(GOLD, faultless(*ALL), samples=20), width)
    assert all(len(line) <= width for line in shown.splitlines())
    assert "…" not in shown
