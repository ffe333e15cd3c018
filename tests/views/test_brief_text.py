"""The briefing in the terminal: everything there, no wider than the window, no character that steers it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from onrecord.results import Comparison
from onrecord.views import make_briefing, render_text

from .hostile import has_control, make_hostile_comparison
from .make import make_analysis, make_article, make_attribution, make_comparison, make_statement

NOTHING_BETWEEN: dict[str, tuple[()]] = {"stories": (), "copies": (), "accounts": (), "restatements": (), "signs": ()}


def print_plain(comparison: Comparison, width: int = 80) -> str:
    """Return what a terminal without colours of this width shows."""
    out = io.StringIO()
    render_text(make_briefing(comparison), Console(file=out, width=width, color_system=None, force_terminal=False))
    return out.getvalue()


def test_all_parts_are_printed_in_order() -> None:
    printed = print_plain(make_comparison())
    heads = [
        "Red lines:",
        "Who reports:",
        "In numbers:",
        "Articles without an outlet",
        "Told most widely",
        "Red lines ─",
        "Signs ─",
        "How positions moved",
        "Who reports it",
        "Who speaks",
        "Figures ─",
        "Told by one article",
        "Problems ─",
    ]
    places = [printed.index(head) for head in heads]
    assert places == sorted(places)


def test_differences_can_be_read_without_colour() -> None:
    printed = " ".join(print_plain(make_comparison()).split())
    assert "we will close[1] the strait" in printed
    assert "[1] Not equally certain: “will close” in Korva Gazette, “dichtgaat” in De Avondpost, “можемо закрити” in A3" in printed
    assert "3 articles, 2 to 3 separate texts (no copying found)" in printed
    assert "(any one is enough)" in printed
    assert "Not told in A3: " in printed


def test_conditions_that_are_only_listed_are_not_said_to_be_enough() -> None:
    comparison = make_comparison()
    listed = tuple(
        replace(a, commitments=tuple(replace(c, operator_how="listed") if c.operator else c for c in a.commitments)) for a in comparison.analyses
    )  # fmt: skip
    printed = " ".join(print_plain(replace(comparison, analyses=listed)).split())
    assert "(only listed: one enough or all needed is not said)" in printed
    assert "any one is enough" not in printed


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    assert max(map(len, print_plain(make_comparison(), width).splitlines())) <= width


def test_hostile_words_reach_the_terminal_as_pictures_and_markup_stays_text() -> None:
    printed = print_plain(make_hostile_comparison())
    assert not has_control(printed)
    assert "\u241b[31m" in printed
    assert "[bold]rich[/bold]" in printed
    printed.encode("utf-8")


def test_a_set_without_statements_says_so() -> None:
    empty = Comparison(analyses=(), stories=(), copies=(), accounts=(), statements=(), restatements=(), signs=(), problems=())
    assert "There are no articles" in print_plain(empty)
    article = make_article("silent", "Nothing said\nThe lighthouse stands.")
    assert "No statement was found" in print_plain(replace(empty, analyses=(make_analysis(article),)))


def test_no_line_ends_in_blanks() -> None:
    assert all(line == line.rstrip() for line in print_plain(make_comparison()).splitlines())


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize(
    "words", ["渡し船が一隻でも拿捕されれば、われわれはその日のうちに海峡を閉鎖する。" * 4, "e\u0301te\u0301 au de\u0301troit " * 20, "x" * 300, "سنغلق المضيق في اليوم نفسه " * 12]
)
def test_wide_and_combining_characters_are_counted_by_the_cells_they_take(words: str, width: int) -> None:
    article = make_article("wide", f"Title\n{words}")
    said = make_attribution(article, words.strip(), source="", cue="", type="direct", speaker=words[:90])
    comparison = replace(make_comparison(), analyses=(make_analysis(article, said),), statements=(make_statement("x", said, said_at=None),), **NOTHING_BETWEEN)
    lines = print_plain(comparison, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "".join(words.split()) in "".join("".join(lines).split())


def test_without_a_terminal_there_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    out = io.StringIO()
    render_text(make_briefing(make_comparison()), Console(file=out, width=80))
    assert "\x1b" not in out.getvalue()


def test_no_color_is_honoured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    render_text(make_briefing(make_comparison()), Console(file=out, width=80, force_terminal=True))
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", out.getvalue()))
    assert not any(30 <= int(code) <= 49 or 90 <= int(code) <= 107 for found in codes for code in found.split(";") if code)


def test_long_lists_are_cut_and_the_rest_is_counted() -> None:
    text = "Title\n" + "\n".join(f"“We count boat {number},” said Ola Brandt." for number in range(30))
    article = make_article("many", text)
    said = [make_attribution(article, f"We count boat {number}", source="", cue="", type="direct", speaker="Ola Brandt") for number in range(30)]
    statements = tuple(make_statement(str(number), one, said_at=None) for number, one in enumerate(said))
    printed = print_plain(replace(make_comparison(), analyses=(make_analysis(article, *said),), statements=statements, **NOTHING_BETWEEN))
    assert printed.split("Told by one article")[1].count("We count boat") == 8
    assert "… and 21 more of these" in printed
