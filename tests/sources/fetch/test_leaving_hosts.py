"""A host that fails whichever page is asked for is left alone for the rest of a visit, and its other pages wait without a try counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.fetch_page import Fetched, Fetcher
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.taking import TRIES
from onrecord.sources.fetch.validators import Validator
from onrecord.sources.fetch.visits import Taken, Visit
from onrecord.sources.readers.reader import make_problem
from tests.sources.fetch.hostile_web import SimulatedClock

HOUR = 3600.0
PAGES = 8
OF_HOST = [("fetch_timeout", True), ("fetch_robots", True), ("fetch_connect", True), ("fetch_tls", False)]


class Scripted(Fetcher):
    """A web of two hosts, one for the feed and one for its pages; each fails as it is told."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock=clock)
        self.down: dict[str, tuple[str, bool]] = {}
        self.asked: list[str] = []

    def get(self, url: str, validator: Validator | None = None) -> Fetched:
        self.asked.append(url)
        host = url.split("/")[2]
        if host in self.down:
            code, is_passing = self.down[host]
            raise FetchFailedError(make_problem(url, code, "out of order"), is_passing=is_passing)
        data = f"<html><p>{url}</p></html>".encode()
        return Fetched(url=url, final_url=url, media_type="text/html", charset=None, data=data, fetched_at="2031-03-14T10:00:00+00:00", is_unchanged=False, validator=None)


class Desk:
    """One follower of one feed."""

    def __init__(self, folder: Path, clock: SimulatedClock, host: str = "pages.example") -> None:
        self.clock, self.web, self.taken = clock, Scripted(clock), list[Taken]()
        self.source = Source(name="A", url="https://feed.example/rss", every_s=60.0)
        self.state = FolderState(folder)
        self.follower = Follower(self.web, self.state, lambda data, url: [FeedEntry(url=f"https://{host}/{number}") for number in range(PAGES)], self.taken.append, clock)

    def visit(self, wait: float = 0.0) -> Visit:
        self.clock.time += wait
        return self.follower.visit(self.source)


@pytest.mark.parametrize(("code", "is_passing"), OF_HOST)
def test_pieces_are_not_read_again_at_a_host_that_failed_in_the_visit(tmp_path: Path, clock: SimulatedClock, code: str, is_passing: bool) -> None:
    desk = Desk(tmp_path, clock)
    assert desk.visit().taken == PAGES
    desk.web.down["pages.example"] = code, is_passing
    visit = desk.visit(2 * HOUR)
    assert [(problem.code, asked.is_of_host) for asked in visit.asked if (problem := asked.problem)] == [(code, True)]
    desk.web.down.clear()
    assert desk.visit(HOUR).again >= PAGES - 1


def test_a_robots_file_that_refuses_one_piece_says_nothing_of_the_others(tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(tmp_path, clock)
    desk.visit()
    desk.web.down["pages.example"] = "fetch_robots", False
    assert [asked.is_of_host for asked in desk.visit(2 * HOUR).asked if asked.problem] == [False] * PAGES


@pytest.mark.parametrize(("code", "is_passing"), OF_HOST)
def test_new_entries_wait_at_a_host_that_fails_also_when_one_is_given_up(tmp_path: Path, clock: SimulatedClock, code: str, is_passing: bool) -> None:
    desk = Desk(tmp_path, clock)
    desk.web.down["pages.example"] = code, is_passing
    for _ in range(PAGES * TRIES):
        assert len(desk.visit(10 * HOUR).problems) <= 1
    assert len(desk.taken) == PAGES
    assert {taken.problem.code for taken in desk.taken if taken.problem} == {code}


@pytest.mark.parametrize(("code", "is_passing"), OF_HOST)
def test_when_the_feed_fails_with_its_host_no_piece_is_read_there(tmp_path: Path, clock: SimulatedClock, code: str, is_passing: bool) -> None:
    desk = Desk(tmp_path, clock, host="feed.example")
    desk.visit()
    desk.web.down["feed.example"] = code, is_passing
    desk.web.asked.clear()
    desk.visit(2 * HOUR)
    assert desk.web.asked == [desk.source.url]


def test_a_feed_that_is_gone_says_nothing_of_its_host(tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(tmp_path, clock, host="feed.example")
    desk.visit()
    desk.web.down["feed.example"] = "fetch_gone", False
    desk.web.asked.clear()
    desk.visit(2 * HOUR)
    assert len(desk.web.asked) == 1 + PAGES
