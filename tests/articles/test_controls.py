"""Control characters: kept where they stand, and told."""

from __future__ import annotations

import pytest

from onrecord.articles.controls import find_controls
from onrecord.articles.make import read_page
from onrecord.records import Page, Problem
from onrecord.sources.readers.reader import make_page

TEXT = "Harbour reopens\n\nThe har\x00bour of Mell reopens, the mayor said on Friday. \x1b[31mShips may enter\x9b again.\n\nThe port had been closed for two weeks after the storm."


def read(page: Page) -> tuple[str, list[Problem]]:
    found = read_page(page)
    ((article, problems),) = found[0]
    return article.text, [problem for problem in (*problems, *found[1]) if problem.code == "control_characters"]


@pytest.mark.parametrize("form", ["text", "record"])
def test_they_stay_in_the_text_and_a_problem_says_how_many_and_where(form: str) -> None:
    text, problems = read(make_page("a", form, TEXT.encode()))
    assert text == TEXT
    (problem,) = problems
    assert (problem.where, problem.message) == ("a", f"3 control characters stand in the text and are kept, the first: U+0000 at {TEXT.index(chr(0))}")


def test_a_text_with_lines_and_columns_has_none() -> None:
    assert find_controls("a\tb\r\nc\x0bd\x0ce\x85f\u200b", "a") == ()


def test_one_is_told_as_one() -> None:
    assert [problem.message for problem in find_controls("a\x01b", "a")] == ["a control character stands in the text and is kept: U+0001 at 1"]


def test_those_that_a_page_loses_are_told() -> None:
    body = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n")[1:]).replace("\x9b", "")
    text, (problem,) = read(make_page("a", "html", f"<html><body><article><h1>Harbour reopens</h1>{body}</article></body></html>".encode()))
    assert "\x00" not in text
    assert problem.message.startswith("2 control characters in the page;")


def test_a_page_in_an_encoding_that_uses_such_bytes_has_none() -> None:
    _, problems = read(make_page("a", "html", ("<html><body><p>" + "The port reopens today, the mayor said. " * 9 + "</p></body></html>").encode("utf-16")))
    assert problems == []
