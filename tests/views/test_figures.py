"""Which figures people are shown, and in which words."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Figure
from onrecord.results import Comparison
from onrecord.views.entries import FigureEntry
from onrecord.views.figures import list_figures
from onrecord.views.lookup import make_lookup

from .make import make_comparison

NOTHING: dict[str, object] = {"low": None, "high": None, "point": None, "unit": None, "population": None}


def show(*changes: dict[str, object]) -> tuple[FigureEntry, ...]:
    """Return the entries of the first figure of a made comparison, changed in so many ways."""
    comparison = make_comparison()
    (first, *rest) = comparison.analyses
    (figure,) = first.figures
    figures: tuple[Figure, ...] = tuple(replace(figure, **(NOTHING | change)) for change in changes)  # type: ignore[arg-type]
    changed: Comparison = replace(comparison, analyses=(replace(first, figures=figures), *(replace(analysis, figures=()) for analysis in rest)))
    return list_figures(changed, make_lookup(changed))


def test_small_and_vague_numbers_that_count_no_event_are_not_listed() -> None:
    two = {"kind": "other", "low": 2.0, "high": 2.0, "point": 2.0, "population": "leaders", "unit": "leaders"}
    millions = {"kind": "other", "low": 2e6, "population": "people", "unit": "people"}
    bare = {"kind": "other", "low": 60.0, "high": 60.0, "point": 60.0}
    assert show(two, millions, bare) == ()


def test_small_numbers_of_an_event_and_large_ones_are_listed() -> None:
    two = {"kind": "killed", "low": 2.0, "high": 2.0, "point": 2.0, "population": "leaders"}
    seats = {"kind": "other", "low": 60.0, "high": 60.0, "point": 60.0, "population": "tables", "unit": "tables"}
    captives = {"kind": "other", "low": 3.0, "high": 3.0, "point": 3.0, "population": "hostages", "unit": "captives"}
    assert {(entry.kind, entry.value) for entry in show(two, seats, captives)} == {("killed", "2"), ("other", "60 tables"), ("other", "3 captives")}


def test_a_vague_amount_is_shown_in_its_words() -> None:
    (entry,) = show({"kind": "fled", "low": 200.0, "population": "people", "unit": "people"})
    assert entry.value == entry.passage.words


def test_what_is_counted_is_said_once() -> None:
    (named,) = show({"low": 40.0, "point": 40.0, "population": "people", "unit": "burgers"})
    (bare,) = show({"low": 40.0, "point": 40.0, "population": "people"})
    assert (named.value, named.population, bare.value, bare.population) == ("40 or more burgers", None, "40 or more", "people")
