"""Pages are read in several processes, in order, few at a time; one that breaks its process down costs itself only."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from onrecord.articles import ReadPage, read_page
from onrecord.records import Page, Problem
from onrecord.run import analyze
from onrecord.run.analyze import PAGES_AHEAD, ReadArticle, read_articles, read_each
from onrecord.sources.files import make_page

TEXT = "<html><body><article><h1>The lock at Orvane stays shut</h1><p>{}</p></article></body></html>"
SENTENCE = "The keeper of lock {} said on Monday that no barge would pass before the gates had been mended and the water had fallen."


def make_web_page(number: int) -> Page:
    return make_page(f"page {number}", "html", TEXT.format(SENTENCE.format(number) * 3).encode())


def leave_at_the_second(page: Page) -> ReadPage:
    if page.name == "page 2":
        os._exit(7)
    return read_page(page)


def test_web_pages_and_texts_come_in_order() -> None:
    pages = [make_page(f"text {number}", "text", SENTENCE.format(number).encode()) if number % 3 else make_web_page(number) for number in range(9)]
    found = [item.article.name for item in read_articles(pages) if isinstance(item, ReadArticle)]
    assert found == [page.name for page in pages]


def test_a_page_that_ends_its_process_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyze, "read_page", leave_at_the_second)
    found = list(read_articles(map(make_web_page, range(5))))
    assert [item.code for item in found if isinstance(item, Problem)] == ["reader_crashed"]
    assert isinstance(found[2], Problem)
    assert [item.article.name for item in found if isinstance(item, ReadArticle)] == ["page 0", "page 1", "page 3", "page 4"]


def test_no_more_pages_are_taken_than_can_be_read() -> None:
    taken = 0

    def give() -> Iterator[Page]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield make_web_page(number)

    found = read_each(give())
    for done in range(1, 6):
        next(found)
        assert taken <= done + PAGES_AHEAD
    found.close()  # type: ignore[attr-defined]  # a generator


def test_texts_are_taken_one_by_one() -> None:
    taken: list[int] = []

    def give() -> Iterator[Page]:
        for number in range(5):
            taken.append(number)
            yield make_page(f"text {number}", "text", SENTENCE.format(number).encode())

    next(read_each(give()))
    assert taken == [0]
