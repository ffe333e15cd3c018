"""The command `eval`: what it prints, and what it says of gold and models that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.evaluation.faultless import faultless
from tests.evaluation.passages import ALL, LETTER, QUIET, STRAIT


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of gold that the model knows by heart."""
    from onrecord.cli import evaluate

    monkeypatch.setattr(evaluate, "Model", lambda path: faultless(*ALL))
    (tmp_path / "en.txt").write_text(STRAIT + LETTER, encoding="utf-8")
    (tmp_path / "nl.txt").write_text(QUIET, encoding="utf-8")
    return tmp_path


def test_tables_for_people_go_to_standard_output_alone(gold: Path) -> None:
    shown = call("eval", "--gold", gold, "--samples", "10")
    assert shown.exit_code == 0
    assert shown.stderr == ""
    assert "3 passages, 2 languages" in shown.stdout
    assert "Who said what" in shown.stdout


def test_json_for_machines_is_one_object(gold: Path) -> None:
    shown = call("eval", "--gold", gold, "--samples", "10", "--format", "json")
    found = json.loads(shown.stdout)
    assert found["all"]["measures"]["commitment"]["f1"]["value"] == 1
    assert shown.stdout.count("\n") == 1


def test_languages_can_be_chosen(gold: Path) -> None:
    found = json.loads(call("eval", "--gold", gold, "--lang", "nl", "--format", "json", "--samples", "1").stdout)
    assert list(found["languages"]) == ["nl"]
    refused = call("eval", "--gold", gold, "--lang", "fr")
    assert (refused.exit_code, "allowed: en, nl" in refused.stderr) == (2, True)


def test_broken_gold_is_named_and_nothing_is_scored(gold: Path) -> None:
    (gold / "en.txt").write_text("## en-001\n{S1:Ada said so.", encoding="utf-8")
    refused = call("eval", "--gold", gold)
    assert refused.exit_code == 3
    assert "en.txt: en-001: mark S1 is never closed" in refused.stderr
    assert "hint:" in refused.stderr
    assert refused.stdout == ""


def test_gold_and_model_must_exist(tmp_path: Path) -> None:
    assert call("eval", "--gold", tmp_path / "none").exit_code == 2
    assert call("eval", "--model", tmp_path / "none.onnx").exit_code == 2
    assert call("eval", "--samples", "0").exit_code == 2
    assert call("eval", "--gold", tmp_path).exit_code == 3


def test_a_file_that_is_no_model_is_status_6(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(STRAIT, encoding="utf-8")
    assert call("eval", "--gold", tmp_path, "--model", tmp_path / "en.txt").exit_code == 6
