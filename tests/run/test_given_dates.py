"""The dates that a feed gave stay with a piece when its page is fetched alone, and what contradicts them is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from onrecord.encode.model import shipped_model
from onrecord.records import Article
from onrecord.run.intake import Arrival, Intake, take_in
from onrecord.run.revisions import read_tellings
from onrecord.run.shelf import read_shelf
from onrecord.sources.files import make_page
from onrecord.storage import SqliteStore

URL = "https://mell.example/news/ferry"
TEXT = "The ferry across the Mell stays in port, harbour minister Ada Lind said. Nobody knows when its engine will be mended, and the mill has no other way to the market."
OTHER = TEXT.replace("Nobody knows", "The crew does not know")
FEED = {"published": "2031-03-01T08:00:00Z", "modified": "2031-03-02T08:00:00Z"}


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(":memory:")) as opened:
        yield opened


def take(store: SqliteStore, text: str, at: int | None, *, stated: str | None = None, **given: str) -> Intake:
    head = f'<meta property="article:published_time" content="{stated}">' if stated else ""
    data = f'<html lang="en"><head><title>Ferry stays</title>{head}</head><body><article><h1>Ferry stays</h1><p>{text}</p></article></body></html>'.encode()
    arrival = Arrival(page=make_page("ferry", "html", data, url=URL, **given), fetched_at=f"2031-03-{at:02}T09:00:00+00:00" if at else None)  # type: ignore[arg-type]
    return take_in([arrival], store, shipped_model(), is_read=lambda where: False)


def last(store: SqliteStore) -> Article:
    return read_tellings(store, URL)[-1].article


def days(article: Article) -> tuple[str | None, str | None, str | None, str | None]:
    return (article.published.day if article.published else None, article.published_how, article.modified.day if article.modified else None, article.modified_how)


def conflicts(store: SqliteStore) -> list[str]:
    return [problem.message for analysis in read_shelf(store).analyses for problem in analysis.problems if problem.code == "date_conflict"]


def test_a_page_without_a_date_keeps_those_of_its_feed_and_is_nothing_new(store: SqliteStore) -> None:
    take(store, TEXT, 1, **FEED)
    article = last(store)
    done = take(store, TEXT, 3)
    assert (done.same, done.renewed, done.changed) == (1, [], [])
    assert last(store) == article
    assert days(article) == ("2031-03-01", "given", "2031-03-02", "given")


def test_another_text_keeps_the_day_of_publication_and_not_that_of_the_change_before(store: SqliteStore) -> None:
    take(store, TEXT, 1, **FEED)
    assert take(store, OTHER, 3).changed == ["ferry"]
    assert days(last(store)) == ("2031-03-01", "given", None, None)


def test_a_page_that_names_another_day_is_a_conflict_as_it_is_beside_its_feed(store: SqliteStore) -> None:
    take(store, TEXT, 1, stated="2031-01-05", published=FEED["published"])
    first = conflicts(store)
    assert len(first) == 1
    assert "2031-01-05" in first[0]
    assert take(store, TEXT, 3, stated="2031-01-05").same == 1
    assert conflicts(store) == first
    take(store, OTHER, 4, stated="2031-01-05")
    assert days(last(store))[:2] == ("2031-03-01", "given")
    assert ["2031-01-05" in message for message in conflicts(store)] == [True]


def test_a_date_that_comes_anew_counts_and_a_file_may_be_corrected(store: SqliteStore) -> None:
    take(store, TEXT, 1, **FEED)
    take(store, TEXT, 3, published="2031-02-27")
    assert days(last(store))[:2] == ("2031-02-27", "given")
    with closing(SqliteStore(":memory:")) as files:
        take(files, TEXT, None, published="2031-03-01")
        assert take(files, TEXT, None).renewed == ["ferry"]
        assert days(last(files))[:2] == (None, None)


def test_a_saved_copy_of_what_was_fetched_keeps_the_date(store: SqliteStore) -> None:
    take(store, TEXT, 1, **FEED)
    assert take(store, TEXT, None).same == 1
    assert days(last(store))[:2] == ("2031-03-01", "given")


def test_a_page_keeps_its_host_where_the_copy_before_had_no_outlet(store: SqliteStore) -> None:
    take_in([Arrival(page=make_page("ferry", "text", f"Ferry stays\n\n{TEXT}".encode()))], store, shipped_model(), is_read=lambda where: False)
    take(store, TEXT, 3)
    assert last(store).outlet == "mell.example"
