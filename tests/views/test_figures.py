"""Figures for reading: which are shown, in which words, with what is counted said once; what is left out is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import DateRange, Figure
from onrecord.results import Comparison
from onrecord.views import comparison_to_dict, make_briefing
from onrecord.views.entries import FigureEntry
from onrecord.views.figure_lines import tell_figures
from onrecord.views.figures import list_figures
from onrecord.views.lookup import make_lookup

from .make import make_analysis, make_article, make_comparison, make_figure
from .test_brief_text import print_plain
from .test_commitments import NOTHING

TEXT = "Title\nMore than 300 dockers were hurt, 12 ferries waited, two mayors met, and 70 came."


def count_in(*figures: tuple[str, dict[str, object]]) -> tuple[Figure, ...]:
    article = make_article("varn", TEXT)
    plain = {"kind": "other", "population": None, "place": None, "as_of": None, "period": None, "source": None}
    return tuple(replace(make_figure(article, words, low=None, point=1, source="", hedge=None), **(plain | fields)) for words, fields in figures)


def brief(*figures: tuple[str, dict[str, object]]):  # type: ignore[no-untyped-def]
    return replace(NOTHING, analyses=(make_analysis(make_article("varn", TEXT), figures=count_in(*figures)),))


def test_what_is_counted_is_said_once() -> None:
    comparison = brief(("300 dockers", {"kind": "injured", "point": 300.0, "low": 300.0, "high": None, "unit": "dockers", "population": "workers", "source": "port hospital"}))
    assert "F1 injured: at least 300 dockers · “300 dockers” · count: port hospital (A1)" in " ".join(print_plain(comparison).split())


@pytest.mark.parametrize(
    ("lang", "words", "fields", "expected"),
    [
        ("en", "300 dockers", {"unit": "dockers", "population": "workers"}, "dockers"),
        ("en", "300 dockers", {"unit": None, "population": "workers"}, "workers"),
        ("en", "300 dockers", {"unit": "dockers", "population": None}, None),
        ("nl", "300 dockers", {"unit": "dockers", "population": "workers"}, "workers"),
        (None, "300 dockers", {"unit": "dockers", "population": "workers"}, "workers"),
        ("en", "300 dockers", {"unit": "17-year-old", "population": "people"}, "people"),
    ],
)
def test_what_is_counted_is_told_in_the_words_of_an_english_text(lang: str | None, words: str, fields: dict[str, object], expected: str | None) -> None:
    article = replace(make_article("varn", TEXT), lang=lang)
    figure = replace(make_figure(article, words, low=300.0, point=300, source="", hedge=None), kind="injured", **fields)  # type: ignore[arg-type]
    comparison = replace(NOTHING, analyses=(make_analysis(article, figures=(figure,)),))
    assert [entry.population for entry in list_figures(comparison, make_lookup(comparison))[0]] == [expected]


def test_days_and_place_of_the_story_stand_before_what_it_is_reminded_of() -> None:
    article = replace(make_article("varn", TEXT), published=DateRange(start="2031-03-14", end="2031-03-15"))
    old = {"kind": "killed", "point": 300.0, "low": 300.0, "high": 300.0, "unit": "dockers", "population": "workers", "period": DateRange(start="2019-01-01", end="2020-01-01")}
    new = {"kind": "killed", "point": 12.0, "low": 12.0, "high": 12.0, "population": "people", "period": DateRange(start="2031-03-13", end="2031-03-14")}
    pairs = (("300 dockers", old), ("12 ferries", new))
    figures = tuple(replace(make_figure(article, words, low=None, point=1, source="", hedge=None), as_of=None, **fields) for words, fields in pairs)  # type: ignore[arg-type]
    line = "".join(part for part in tell_figures(make_briefing(replace(NOTHING, analyses=(make_analysis(article, figures=figures),)))) if isinstance(part, str))
    assert 0 < line.index("12 people") < line.index("300 dockers")


def test_small_and_nameless_counts_are_left_out_and_stay_in_the_json() -> None:
    comparison = brief(
        ("two mayors", {"point": 2.0, "low": 2.0, "high": 2.0, "population": "mayors", "source": "Ada Quill"}),
        ("12 ferries", {"point": 12.0, "low": 12.0, "high": 12.0, "population": "ferries"}),
        ("70", {"point": 70.0, "low": 70.0, "high": 70.0}),
    )
    briefing = make_briefing(comparison)
    assert ([figure.passage.words for figure in briefing.figures], briefing.minor_figures) == (["12 ferries"], 2)
    assert "2 figures of no kind, small, told again or without what is counted; in the JSON" in " ".join(print_plain(comparison).split())
    figures = comparison_to_dict(comparison)["figures"]
    assert isinstance(figures, list)
    assert len(figures) == 3


def test_the_hedge_right_before_a_figure_is_quoted_with_it() -> None:
    (figure,) = count_in(("300 dockers", {"kind": "injured", "point": 300.0, "source": "port hospital"}))
    start = TEXT.index("More than")
    hedge = replace(figure.span, start=start, end=start + len("More than"))
    comparison = replace(NOTHING, analyses=(make_analysis(make_article("varn", TEXT), figures=(replace(figure, hedges=(hedge,)),)),))
    assert make_briefing(comparison).figures[0].shown.words == "More than 300 dockers"


BLANK: dict[str, object] = {"low": None, "high": None, "point": None, "unit": None, "population": None}


def show(*changes: dict[str, object]) -> tuple[FigureEntry, ...]:
    """Return the entries of the first figure of a made comparison, changed in so many ways."""
    comparison = make_comparison()
    (first, *rest) = comparison.analyses
    (figure,) = first.figures
    figures: tuple[Figure, ...] = tuple(replace(figure, **(BLANK | change)) for change in changes)  # type: ignore[arg-type]
    changed: Comparison = replace(comparison, analyses=(replace(first, figures=figures), *(replace(analysis, figures=()) for analysis in rest)))
    return list_figures(changed, make_lookup(changed))[0]


def test_small_and_vague_numbers_that_count_no_event_are_not_listed() -> None:
    two = {"kind": "other", "low": 2.0, "high": 2.0, "point": 2.0, "population": "leaders", "unit": "leaders"}
    millions = {"kind": "other", "low": 2e6, "population": "people", "unit": "people"}
    bare = {"kind": "other", "low": 60.0, "high": 60.0, "point": 60.0}
    assert show(two, millions, bare) == ()


def test_small_numbers_of_an_event_and_large_ones_are_listed() -> None:
    two = {"kind": "killed", "low": 2.0, "high": 2.0, "point": 2.0, "population": "leaders"}
    seats = {"kind": "other", "low": 60.0, "high": 60.0, "point": 60.0, "population": "tables", "unit": "tables"}
    captives = {"kind": "other", "low": 3.0, "high": 3.0, "point": 3.0, "population": "hostages", "unit": "captives"}
    assert {(entry.kind, entry.value) for entry in show(two, seats, captives)} == {("killed", "2"), ("other", "60"), ("other", "3")}


def test_a_vague_amount_is_shown_in_its_words() -> None:
    (entry,) = show({"kind": "fled", "low": 200.0, "population": "people", "unit": "people"})
    assert entry.value == entry.passage.words


def test_a_unit_that_is_the_population_as_written_is_not_said_again() -> None:
    (named,) = show({"low": 40.0, "point": 40.0, "population": "people", "unit": "burgers"})
    (bare,) = show({"low": 40.0, "point": 40.0, "population": "people"})
    assert (named.value, named.population, bare.value, bare.population) == ("at least 40", "people", "at least 40", "people")


def test_what_is_only_offered_is_told_as_no_count() -> None:
    comparison = brief(
        ("300 dockers", {"kind": "injured", "point": 300.0, "low": 300.0, "high": 300.0, "population": "workers", "pledged": True}),
        ("70", {"kind": "killed", "point": 70.0, "low": 70.0, "high": 70.0, "population": "workers"}),
    )
    line = "".join(part if isinstance(part, str) else "" for part in tell_figures(make_briefing(comparison)))
    assert ("70" in line, "300" in line) == (True, False)


def test_others_stand_in_the_summary_only_without_a_total() -> None:
    others = ("12 ferries", {"kind": "injured", "point": 12.0, "low": 12.0, "high": 12.0, "population": "workers", "scope": "besides"})
    total = ("300 dockers", {"kind": "injured", "point": 300.0, "low": 300.0, "high": 300.0, "population": "workers"})
    lines = ["".join(part for part in tell_figures(make_briefing(brief(*told))) if isinstance(part, str)) for told in ([total, others], [others])]
    assert [("300" in line, "12" in line) for line in lines] == [(True, False), (False, True)]
    assert [entry.scope for entry in show(total[1], others[1])] == [None, "besides others, no total"]


def test_one_person_hurt_is_one_line_however_often_it_is_told() -> None:
    one = {"kind": "injured", "low": 1.0, "high": 1.0, "point": 1.0, "hedges": ()}
    entries = show(
        one | {"population": "children"},
        one | {"population": "children"},
        one | {"population": "people"},
        one | {"population": "women"},
        one | {"low": 3.0, "high": 3.0, "point": 3.0},
    )
    assert [(entry.value, entry.population) for entry in entries] == [("3", None), ("1", "child"), ("1", "woman")]


def test_a_death_told_of_one_person_is_one() -> None:
    (entry,) = show({"kind": "killed", "low": 1.0, "high": None, "point": 1.0, "population": "people", "hedges": ()})
    assert (entry.value, entry.population) == ("1", "person")


def test_a_share_is_shown_with_the_clause_that_tells_of_what() -> None:
    text = "Title\nThe mayor was glad, as 12 percent of the dockers voted by mail, and left. In Varn, 40 percent, came."
    article = make_article("varn", text)
    shares = [replace(make_figure(article, words, low=1.0, point=1, source="", hedge=None), kind="percent", unit="%", population=None) for words in ("12 percent", "40 percent")]
    comparison = replace(NOTHING, analyses=(make_analysis(article, figures=tuple(shares)),))
    assert [entry.clause and entry.clause.words for entry in list_figures(comparison, make_lookup(comparison))[0]] == [
        "as 12 percent of the dockers voted by mail", "In Varn, 40 percent, came",
    ]  # fmt: skip
