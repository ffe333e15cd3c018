"""The headline of a page counts, whichever way it came; one that only a feed gave stays where the page has none. The way makes no versions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import permutations

import pytest

from onrecord.encode.model import shipped_model
from onrecord.records import Article, Page, Version
from onrecord.run.intake import Arrival, Intake, take_in
from onrecord.run.revisions import read_tellings
from onrecord.sources.files import make_page
from onrecord.storage import SqliteStore
from tests.articles.test_live import newest_first
from tests.articles.test_live import page as live_page

URL = "https://mell.example/news/ferry"
TEXT = "The ferry across the Mell stays in port, harbour minister Ada Lind said. Nobody knows when its engine will be mended, and the mill has no other way to the market."
OTHER = TEXT.replace("Nobody knows", "The crew does not know")
OWN, FED, LATER = "Ferry stays in port", "NEWS: Ferry stays", "Ferry to stay for weeks"


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(":memory:")) as opened:
        yield opened


def make(text: str, own: str | None, form: str = "html") -> Page:
    if form == "text":
        return make_page("ferry", "text", (f"{own}\n\n{text}" if own else text).encode(), url=URL)
    head, heading = (f"<title>{own}</title>", f"<h1>{own}</h1>") if own else ("", "")
    return make_page("ferry", "html", f'<html lang="en"><head>{head}</head><body><article>{heading}<p>{text}</p></article></body></html>'.encode(), url=URL)


def take(store: SqliteStore, at: int | None, fed: str | None, *, text: str = TEXT, own: str | None = OWN, form: str = "html") -> Intake:
    arrival = Arrival(page=make(text, own, form), title=fed, fetched_at=f"2031-03-{at:02}T09:00:00+00:00" if at else None)
    return take_in([arrival], store, shipped_model(), is_read=lambda where: False)


def titles(store: SqliteStore) -> list[str | None]:
    return [telling.version.title for telling in read_tellings(store, URL)]


def last(store: SqliteStore) -> Article:
    return read_tellings(store, URL)[-1].article


@pytest.mark.parametrize("form", ["html", "text"])
@pytest.mark.parametrize("ways", list(permutations((None, FED, LATER))))
def test_of_two_headlines_that_of_the_page_counts_whichever_way_it_came(store: SqliteStore, ways: tuple[str | None, ...], form: str) -> None:
    for day, fed in enumerate(ways, 1):
        done = take(store, day, fed, form=form)
        assert (done.added, done.same, done.changed, done.renewed) == (["ferry"] if day == 1 else [], int(day > 1), [], [])
    assert (titles(store), last(store).title) == ([OWN], OWN)


@pytest.mark.parametrize("ways", [(None, FED), (FED, None), (FED, None, FED), (None, FED, None)])
@pytest.mark.parametrize("form", ["html", "text"])
def test_a_page_without_a_headline_has_that_of_its_feed_and_the_way_makes_no_version(store: SqliteStore, ways: tuple[str | None, ...], form: str) -> None:
    for day, fed in enumerate(ways, 1):
        assert take(store, day, fed, own=None, form=form).changed == []
    assert (titles(store), last(store).title) == ([FED], FED)


def test_what_came_at_one_moment_in_any_order_is_one_version(store: SqliteStore) -> None:
    for fed in (None, FED, None):
        assert take(store, 1, fed, own=None).changed == []
    assert titles(store) == [FED]


def test_another_headline_of_the_page_is_a_version_and_of_the_feed_only_where_the_page_has_none(store: SqliteStore) -> None:
    take(store, 1, FED)
    assert take(store, 2, FED, own=LATER).changed == ["ferry"]
    assert titles(store) == [OWN, LATER]
    with closing(SqliteStore(":memory:")) as other:
        take(other, 1, FED, own=None)
        assert take(other, 2, LATER, own=None).changed == ["ferry"]
        assert titles(other) == [FED, LATER]
        assert take(other, 3, None, own=None).same == 1  # fetched alone


def test_another_text_without_a_headline_keeps_the_last_and_an_old_text_its_own(store: SqliteStore) -> None:
    take(store, 1, FED, own=None)
    take(store, 3, LATER, own=None, text=OTHER)
    assert take(store, 2, None, own=None).changed == []  # the old text, met once more before it changed
    assert titles(store) == [FED, LATER]
    take(store, 5, None, own=None, text=OTHER.replace("weeks", "months") + " So it is.")
    assert titles(store) == [FED, LATER, LATER]


def test_a_saved_copy_keeps_the_headline_and_files_alone_may_drop_theirs(store: SqliteStore) -> None:
    take(store, 1, FED, own=None)
    assert take(store, None, None, own=None).same == 1
    assert titles(store) == [FED]
    with closing(SqliteStore(":memory:")) as files:
        take(files, None, FED, own=None)
        take(files, None, None, own=None)
        assert last(files).title is None


def test_signs_that_no_headline_has_are_cleared_away(store: SqliteStore) -> None:
    take(store, 1, "  Ferry \n stays \ud800", own=None)
    assert titles(store) == ["Ferry stays \ufffd"]
    take(store, 2, " \n ", own=None)
    assert titles(store) == ["Ferry stays \ufffd"]


def test_entries_of_a_live_blog_have_the_headline_of_its_page_and_not_of_its_feed(store: SqliteStore) -> None:
    arrivals = [
        Arrival(page=make_page("live", "html", live_page(newest_first()), url=URL), title=title, fetched_at=f"2031-03-14T1{hour}:00:00+00:00")
        for hour, title in enumerate((FED, None, LATER), 6)
    ]
    done = take_in(arrivals, store, shipped_model(), is_read=lambda where: False)
    assert (len(done.added), done.changed) == (5, [])
    assert {version.title for version in store.read(Version)} == {"Lock vote: live"}
