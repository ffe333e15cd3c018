"""The briefing in the terminal: everything there, no wider than the window, no character that steers it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.results import Comparison
from onrecord.views import make_briefing, render_text

from .hostile import has_control, make_hostile_comparison
from .make import make_comparison


def print_plain(comparison: Comparison, width: int = 80) -> str:
    """Return what a terminal without colours of this width shows."""
    out = io.StringIO()
    render_text(make_briefing(comparison), Console(file=out, width=width, color_system=None, force_terminal=False))
    return out.getvalue()


def test_all_parts_are_printed_in_order() -> None:
    printed = print_plain(make_comparison())
    heads = ["Told most often", "Who reports it", "Red lines", "Who speaks", "Other statements", "Figures", "Signs", "How positions moved", "Problems"]
    places = [printed.index(head) for head in heads]
    assert places == sorted(places)


def test_differences_can_be_read_without_colour() -> None:
    printed = " ".join(print_plain(make_comparison()).split())
    assert "we will close[1] the strait" in printed
    assert "[1] Certainty or negation changed: will close (Korva Gazette) / dichtgaat (De Avondpost) / можемо закрити (visnyk)" in printed
    assert "3 articles, 2 to 3 independent accounts" in printed
    assert "(any one is enough)" in printed
    assert "nothing (visnyk)" in printed


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
    assert "No statement was found" in print_plain(empty)
