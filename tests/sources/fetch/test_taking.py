"""A piece whose page could not be read for now is not taken: it is handed over again, and what its address gives later is not missed."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import Problem
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState, SourceState
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.taking import TRIES
from onrecord.sources.fetch.visits import Taken, Visit
from onrecord.sources.readers.reader import make_problem
from tests.sources.fetch.follow_world import data_of
from tests.sources.fetch.hostile_web import SimulatedClock, Web, answer, make_fetcher

HOUR = 3600.0


class Desk:
    """One follower of one source with two pieces of one host; what keeps it from reading is `trouble`."""

    def __init__(self, web: Web, folder: Path, clock: SimulatedClock, kind: str = "feed") -> None:
        self.source = Source(name="A", url=web.url("/feed"), every_s=600.0, kind=kind)
        self.clock, self.state, self.web = clock, FolderState(folder), web
        self.trouble: dict[str, Problem] = {}
        self.handed: list[tuple[str, bytes | None]] = []
        web.routes |= {"/feed": answer(b"<html>feed"), "/a": answer(b"<html>a"), "/b": answer(b"<html>b")}
        self.follower = Follower(make_fetcher(web, clock), self.state, lambda data, url: [FeedEntry(url=web.url(path)) for path in ("/a", "/b")], self.keep, clock)

    def keep(self, taken: Taken) -> Problem | None:
        path = taken.entry.url.rpartition("/")[2]
        self.handed.append((path, data_of(taken)))
        return self.trouble.get(path)

    def visit(self, wait: float = 0.0) -> Visit:
        self.clock.time += wait
        return self.follower.visit(self.source)

    @property
    def known(self) -> SourceState:
        return self.state.load(self.source.url)


def break_down(path: str) -> dict[str, Problem]:
    return {path: make_problem(path, "reader_crashed", "the parser broke down")}


def test_an_entry_that_could_not_be_read_is_handed_over_again_and_its_host_is_asked_on(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(web, tmp_path, clock)
    desk.trouble = break_down("a")
    first = desk.visit()
    assert (first.taken, first.failed, first.waiting, [problem.code for problem in first.problems]) == (1, 1, 1, ["reader_crashed"])
    assert [watched.entry.url for watched in desk.known.watched] == [web.url("/b")]
    desk.trouble = {}
    second = desk.visit(700)
    assert (second.taken, second.failed, second.waiting, second.problems) == (1, 0, 0, ())
    assert [path for path, _ in desk.handed] == ["a", "b", "a"]


def test_an_entry_that_can_never_be_read_is_given_up_and_read_again_whatever_its_bytes(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(web, tmp_path, clock)
    desk.trouble = break_down("a")
    for number in range(TRIES):
        assert desk.visit(20_000 if number else 0).waiting == (number < TRIES - 1)
    assert [path for path, _ in desk.handed].count("a") == TRIES
    assert desk.visit(2 * HOUR).failed == 0
    assert [path for path, _ in desk.handed].count("a") == TRIES + 1  # the first of the later readings
    desk.trouble = {}
    desk.visit(4 * HOUR)
    desk.visit(20 * HOUR)
    assert [path for path, _ in desk.handed].count("a") == TRIES + 2  # read, and unchanged since


def test_a_change_that_could_not_be_read_is_handed_over_again(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    web.routes["/a"] = answer(b"<html>changed", etag='"2"')
    desk.trouble = break_down("a")
    visit = desk.visit(2 * HOUR)
    assert (visit.again, [problem.code for problem in visit.problems]) == (1, ["reader_crashed"])
    desk.trouble = {}
    assert desk.visit(700).again == 1
    assert desk.handed[2:] == [("a", b"<html>changed")] * 2


def test_a_followed_page_that_could_not_be_read_fails_and_is_handed_over_again_though_unchanged(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(web, tmp_path, clock, kind="page")
    desk.trouble = break_down("feed")
    first = desk.visit()
    assert (first.is_failing, first.taken, [problem.code for problem in first.problems]) == (True, 0, ["reader_crashed"])
    desk.trouble = {}
    second = desk.visit(700)
    assert (second.is_failing, second.was_failing, second.taken) == (False, True, 1)
    assert desk.visit(700).taken == 0
    assert desk.handed == [("feed", b"<html>feed")] * 2
