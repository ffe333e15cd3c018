"""Names and figures against gold."""

from __future__ import annotations

import pytest

from onrecord.evaluation.gold import ExpectedFigure, expect
from onrecord.evaluation.items import count_figures, count_names, is_value_right
from onrecord.evaluation.measures import Counts
from onrecord.evaluation.passages import parse_passage
from onrecord.records import Span
from tests.evaluation.found import figure, mention

GOLD = expect(parse_passage("## en-001\nAt least 40 people were killed in Korva, Orlay said.\n@per Orlay\n@loc Korva\n@figure At least 40 | killed | >=40"))
TEXT = GOLD.text


def test_a_name_needs_its_span_and_its_kind() -> None:
    counts = count_names(GOLD, [mention(TEXT, "Orlay", "person"), mention(TEXT, "Korva", "person")])
    assert counts["entity"] == Counts(right=1, found=2, recalled=1, gold=2)


def test_a_figure_matches_where_it_shares_a_word_and_value_and_kind_are_judged_then() -> None:
    counts = count_figures(GOLD, [figure(TEXT, "40 people", "injured", 40, None, 40)])
    assert (counts["figure"].right, counts["figure_value"].right, counts["figure_kind"].right) == (1, 1, 0)
    assert count_figures(GOLD, [figure(TEXT, "killed", "killed", 1, 1, 1)])["figure"].right == 0


@pytest.mark.parametrize(
    ("low", "high", "found", "right"),
    [
        (5, 5, (5, 5, 5), True), (5, 5, (4.5, 5.5, 5), True), (5, 5, (6, 6, 6), False), (2, 3, (2, 3, None), True), (2, 3, (2, 2, 2), False), (40, None, (40, None, 40), True),
        (40, None, (40, 40, 40), False), (None, 3, (None, 3, 3), True), (5, 5, (5, None, None), False),
    ],
)  # fmt: skip
def test_a_value_is_right_by_its_bounds_or_by_the_number_as_written(
    low: float | None, high: float | None, found: tuple[float | None, float | None, float | None], right: bool
) -> None:
    wanted = ExpectedFigure(span=Span(start=0, end=1), kind="other", low=low, high=high)
    assert is_value_right(wanted, figure(TEXT, "40", "other", *found)) is right
