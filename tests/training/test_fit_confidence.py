"""Fitting: pooled blocks rise, knots come near the truth, what does not help is not kept, and the file can be read again."""

from __future__ import annotations

import itertools
import json
import random
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.confidence.calibrate import KINDS, interpolate
from training.calibrate import LEAST_COUNT, apply_knots, choose_knots, describe_cut, describe_knots, fit_knots, pool_violators, read_documents, write_knots
from training.reliability import bin_pairs, calibration_error, draw_reliability

BLOCKS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(1, 9)), max_size=12).map(sorted)


def make_pairs(size: int, seed: int) -> list[tuple[float, bool]]:
    """Return findings that are right as often as the square of their confidence says."""
    rng = random.Random(seed)
    return [(raw, rng.random() < raw**2) for raw in (rng.random() for _ in range(size))]


@given(BLOCKS)
def test_pooled_blocks_rise_and_keep_all_findings(blocks: list[tuple[float, float, int]]) -> None:
    pooled = pool_violators(blocks)
    assert sum(count for _, _, count in pooled) == sum(count for _, _, count in blocks)
    assert sum(right * count for _, right, count in pooled) == pytest.approx(sum(right * count for _, right, count in blocks))
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pooled))


def test_knots_come_near_the_truth_and_lower_the_error() -> None:
    knots, unseen = fit_knots(make_pairs(4000, 1)), make_pairs(4000, 2)
    assert all(abs(interpolate(knots, raw) - raw**2) < 0.08 for raw in (0.1, 0.3, 0.5, 0.7, 0.9))
    assert calibration_error(apply_knots(knots, unseen)) < 0.05 < calibration_error(unseen)


def test_too_few_findings_give_no_knots() -> None:
    assert fit_knots(make_pairs(2 * LEAST_COUNT - 1, 1)) == ()
    assert apply_knots((), [(0.4, True)]) == [(0.4, True)]


def test_knots_that_do_not_help_the_other_half_are_not_kept() -> None:
    wrong = [(raw, not right) for raw, right in make_pairs(1000, 1)]
    honest = [(raw, random.Random(k).random() < raw) for k, (raw, _) in enumerate(make_pairs(1000, 3))]
    fitted = {"attribution": make_pairs(1000, 1), "commitment": wrong, "mention": []}
    others = {"attribution": make_pairs(1000, 2), "commitment": honest, "mention": []}
    knots, notes = choose_knots(fitted, others, others)
    assert knots["attribution"]
    assert knots["commitment"] == knots["mention"] == ()
    assert "not kept" in notes["commitment"]


def test_the_file_can_be_read_again() -> None:
    table = tomllib.loads(write_knots({"attribution": ((0.1, 0.2), (0.5, 0.6)), "mention": ()}, {"attribution": "fitted"}, "encode@9"))
    assert table == {"attribution": {"raw": [0.1, 0.5], "right": [0.2, 0.6]}}


def test_documents_say_which_kinds_they_know(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [
        {"id": "a", "part": "dev", "lang": "en", "text": "She said no.", "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}]},
        {"id": "b", "part": "train", "text": "No.", "attributions": []},
        {"id": "c", "lang": "nl", "text": "Wij gaan.", "commitments": [{"force": "threat", "consequence": {"text": "Wij gaan", "start": 0}}]},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (first, kinds), (second, others) = read_documents(path)
    assert (first.id, kinds, second.id, others) == ("a", ("attribution",), "c", ("commitment",))
    assert first.attributions[0].content[0].of(first.text) == "no"
    assert second.commitments[0].consequence.of(second.text) == "Wij gaan"


def test_the_error_is_the_mean_gap_weighed_by_count() -> None:
    assert calibration_error([(0.9, True), (0.9, False)]) == pytest.approx(0.4)
    assert calibration_error([]) == 0
    assert bin_pairs([(1.0, True), (0.95, False)]) == [(pytest.approx(0.975), 0.5, 2)]


def test_the_diagram_is_well_formed_with_a_panel_a_kind() -> None:
    svg = draw_reliability([("names & more", {"raw": make_pairs(200, 1), "calibrated": make_pairs(200, 2)}), ("none", {"raw": []})])
    root = ElementTree.fromstring(svg)
    assert [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")].count("names & more") == 1


def test_what_is_shipped_is_fitted_on_both_halves() -> None:
    fitted, others = (dict.fromkeys(KINDS, ()) | {"attribution": make_pairs(1000, seed)} for seed in (1, 2))
    knots, notes = choose_knots(fitted, others, fitted)
    assert knots["attribution"] == fit_knots([*fitted["attribution"], *others["attribution"]])
    assert notes["attribution"].startswith("1000 + 1000 findings")


def test_a_cut_says_what_it_keeps_and_what_it_drops() -> None:
    words = describe_cut([(0.9, True), (0.5, False), (0.4, True), (0.1, False), (0.2, False)])
    assert words == "keeps 2 of 5 (0.500 right), drops 3 (0.333 right); 0.500 of the right ones kept"
    assert describe_cut([]).startswith("keeps 0 of 0")


def test_halves_are_described_by_set_and_swapped() -> None:
    none = dict.fromkeys(KINDS, ())
    halves = [("a.jsonl", none | {"attribution": make_pairs(1000, 1)}, none | {"attribution": make_pairs(500, 2)})]
    lines = list(describe_knots(halves, none, dict.fromkeys(KINDS, ())))
    assert lines[0].startswith("attribution, halves swapped (1000): ")
    assert lines[1].startswith("attribution, other half of a.jsonl (500): ")
    assert lines[2].startswith("attribution, at least 0.5 as shipped, both halves: keeps ")
