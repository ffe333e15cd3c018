"""Following sources for an hour of simulated time: nothing lost, nothing twice, whenever the process is killed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.records import Page
from onrecord.sources.fetch import taking, visiting, waiting
from onrecord.sources.fetch.entries import FeedEntry, ParseFeed
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState, Pending, SourceState, replace_file
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.validators import Validator
from onrecord.sources.fetch.visits import Taken, Visit
from tests.sources.fetch.follow_world import FEEDS, HOUR, PUBLISHED_S, Killed, ReadClock, data_of, follow_for_an_hour, parse_lines, publish, run_with_kills
from tests.sources.fetch.hostile_web import START, Request, SimulatedClock, Web, answer, make_fetcher

ROOT = Path(__file__).parents[3]


class Shelf:
    """Keeps by key, and counts how often each was handed over."""

    def __init__(self) -> None:
        self.kept: dict[str, Taken] = {}
        self.handed: Counter[str] = Counter()

    def keep(self, taken: Taken) -> None:
        self.kept[taken.key] = taken
        self.handed[taken.key] += 1

    def pieces(self) -> dict[str, bytes | None]:
        return {taken.entry.url: data_of(taken) for taken in self.kept.values()}


def follow_with_kills(web: Web, folder: Path, kills: list[int], workers: int = 1) -> tuple[Shelf, int]:
    """Follow for an hour, killed after so many steps, again after so many more ...; return what was kept and all steps taken."""
    shelf, clock = Shelf(), SimulatedClock()
    publish(web, clock)
    return shelf, run_with_kills(kills, lambda tick: follow_for_an_hour(web, folder, clock, shelf.keep, tick, workers))


def test_an_hour_brings_every_piece_once(web: Web, tmp_path: Path) -> None:
    shelf, _ = follow_with_kills(web, tmp_path, [])
    told = {f"{name}-{number}" for name, pause in FEEDS.items() for number in range(int(PUBLISHED_S // pause) + 1)}
    found = {url.rsplit("/", 1)[1]: data for url, data in shelf.pieces().items()}
    also_in_a = {name for name in told if name.startswith("d") and name not in found}
    assert found.keys() == told - also_in_a
    assert len(also_in_a) == 3
    assert {name for name, data in found.items() if data is None} == {"b-2", "c-3"}
    assert all(data == f"<html><p>Piece {name}.</p>".encode() for name, data in found.items() if data is not None)
    assert set(shelf.handed.values()) == {1}
    problems = {taken.entry.guid: taken.problem.code for taken in shelf.kept.values() if taken.problem}
    assert problems == {"b:2": "fetch_gone", "c:3": "fetch_robots"}
    (page,) = next(taken.found for taken in shelf.kept.values() if taken.entry.guid == "a:1")
    assert isinstance(page, Page)
    assert (page.title, page.outlet, page.published) == (None, "Outlet a", "2023-11-14T22:15:20+00:00")  # its own headline is in it
    assert {taken.entry.title for taken in shelf.kept.values() if taken.entry.guid == "a:1"} == {"Title a:1"}


def test_killed_twice_at_any_moments_the_pieces_are_the_same_and_none_is_twice(web: Web, tmp_path: Path) -> None:
    whole, steps = follow_with_kills(web, tmp_path / "whole", [])
    chance = random.Random(7)
    for number in range(7):
        kills = [chance.randrange(1, steps // 2) for _ in range(2)] if number else [1, 1]
        shelf, _ = follow_with_kills(web, tmp_path / str(number), kills)
        assert shelf.pieces() == whole.pieces(), kills
        assert shelf.handed.total() <= len(shelf.kept) + len(kills), kills


def test_several_workers_bring_the_same_pieces_once(web: Web, tmp_path: Path) -> None:
    whole, _ = follow_with_kills(web, tmp_path / "whole", [])
    shelf, _ = follow_with_kills(web, tmp_path / "workers", [], workers=4)
    assert shelf.pieces() == whole.pieces()
    assert set(shelf.handed.values()) == {1}


def test_a_process_killed_for_real_twice_has_the_same_pieces_as_one_that_was_not(web: Web, tmp_path: Path) -> None:
    def run(folder: str, kill_at: int) -> int:
        publish(web, ReadClock(tmp_path / folder / "clock"))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
        command = [sys.executable, "-m", "tests.sources.fetch.follow_world", str(tmp_path / folder), str(web.port), str(kill_at)]
        return subprocess.run(command, env=environment, cwd=ROOT, check=False, timeout=120).returncode

    assert run("whole", 0) == 0
    assert [run("killed", kill_at) == 0 for kill_at in (60, 150, 0)] == [False, False, True]

    def read(folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / folder / "kept").glob("*.txt")}

    assert read("killed") == read("whole")
    assert len(read("whole")) > 40
    handed = (tmp_path / "killed" / "handed.log").read_text().split()
    assert len(handed) <= len(set(handed)) + 2


class Desk:
    """One follower over a web with one source."""

    def __init__(self, web: Web, folder: Path, clock: SimulatedClock, parse: ParseFeed = parse_lines, keep: Callable[[Taken], None] | None = None, kind: str = "feed") -> None:
        self.source = Source(name="A", url=web.url("/feed"), every_s=600.0, lang="nl", outlet="Out", kind=kind)
        self.clock, self.shelf, self.state = clock, Shelf(), FolderState(folder)
        self.follower = Follower(make_fetcher(web, clock), self.state, parse, keep or self.shelf.keep, clock)

    def visit(self, wait: float = 0.0) -> Visit:
        self.clock.time += wait
        return self.follower.visit(self.source)


def feed(web: Web, *names: str) -> bytes:
    return answer("\n".join([*(f"{name}\t{web.url(f'/{name}')}\t" for name in names), "feed"]).encode(), content_type="text/plain")


def test_a_page_that_fails_in_passing_is_fetched_later_even_when_the_feed_forgot_it(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes |= {"/feed": feed(web, "a", "b"), "/a": answer(b"", "503 Later"), "/b": answer()}
    desk = Desk(web, tmp_path, clock)
    first = desk.visit()
    assert (first.new, first.taken, first.failed, first.waiting) == (2, 0, 1, 2)
    assert [problem.code for problem in first.problems] == ["fetch_status"]
    web.routes |= {"/feed": feed(web), "/a": answer()}
    second = desk.visit(700)
    assert (second.new, second.taken, second.waiting) == (0, 2, 0)
    assert len(desk.shelf.kept) == 2


@pytest.mark.parametrize("later", ["unchanged", "forgotten"])
def test_killed_at_the_first_piece_the_others_come_though_the_feed_tells_them_no_more(web: Web, tmp_path: Path, clock: SimulatedClock, later: str) -> None:
    def kill(taken: Taken) -> None:
        raise Killed

    def tell(request: Request) -> bytes:
        return answer(b"", "304 Same") if "if-none-match" in request.fields else feed(web, "a", "b").replace(b"\r\n", b'\r\nETag: "1"\r\n', 1)

    web.routes |= {"/feed": tell, "/a": answer(), "/b": answer()}
    for _ in range(2):
        with pytest.raises(Killed):
            Desk(web, tmp_path, clock, keep=kill).visit(100)
    if later == "forgotten":
        web.routes["/feed"] = feed(web)
    desk = Desk(web, tmp_path, clock)
    assert desk.visit(700).taken == 2
    assert sorted(taken.entry.guid or "" for taken in desk.shelf.kept.values()) == ["a", "b"]


def test_a_page_that_keeps_failing_is_given_up_and_its_entry_kept_with_the_problem(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes |= {"/feed": feed(web, "a"), "/a": answer(b"", "500 Oops")}
    desk = Desk(web, tmp_path, clock)
    for _ in range(taking.TRIES):
        assert not desk.shelf.kept
        desk.visit(20_000)
    (taken,) = desk.shelf.kept.values()
    assert taken.found == ()
    assert taken.problem is not None
    assert desk.visit(20_000).waiting == 0


def test_a_source_that_fails_keeps_its_last_good_time(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes["/feed"] = feed(web)
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    web.routes["/feed"] = answer(b"<html>moved")
    visit = desk.visit(700)
    assert [problem.code for problem in visit.problems] == ["feed_unreadable"]
    state = desk.state.load(desk.source.url)
    assert (state.good_at, state.failures, state.listed_at) == (START, 1, visit.at)
    assert state.problem
    web.routes["/feed"] = feed(web)
    desk.visit(1500)
    assert desk.state.load(desk.source.url).failures == 0


def test_a_feed_that_is_unchanged_is_not_read(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    def once(request: Request) -> bytes:
        return answer(b"", "304 Same") if "if-none-match" in request.fields else feed(web, "a").replace(b"\r\n", b'\r\nETag: "1"\r\n', 1)

    web.routes |= {"/feed": once, "/a": answer()}
    desk = Desk(web, tmp_path, clock)
    assert desk.visit().taken == 1
    assert desk.visit(700).new == 0
    assert len(desk.shelf.kept) == 1
    assert desk.state.load(desk.source.url).validator == Validator(url=desk.source.url, etag='"1"')


def test_a_large_feed_is_taken_in_parts_and_whole(web: Web, tmp_path: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MAX_PENDING", 12)
    monkeypatch.setattr(visiting, "ENTRIES_PER_VISIT", 5)
    web.routes |= {"/feed": feed(web, *(str(number) for number in range(40))), "*": answer(), "/robots.txt": answer(b"", "404 No")}
    desk = Desk(web, tmp_path, clock)
    visits = list(desk.follower.follow([desk.source], until=START + 3 * HOUR))
    assert len(desk.shelf.kept) == 40
    assert max(visit.taken for visit in visits) == 5
    assert max(visit.waiting for visit in visits) <= 12
    assert set(desk.shelf.handed.values()) == {1}


def test_a_page_that_is_followed_is_kept_each_time_it_changed(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    desk = Desk(web, tmp_path, clock, kind="page")
    for words in (b"one", b"one", b"two"):
        web.routes["/feed"] = answer(words)
        desk.visit(700)
    assert [data_of(taken) for taken in desk.shelf.kept.values()] == [b"one", b"two"]


def test_the_loop_ends_when_it_is_told_to(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes["/feed"] = feed(web)
    desk = Desk(web, tmp_path, clock)
    visits = desk.follower.follow([desk.source], stop=lambda: clock.time > START + 2000)
    assert 2 <= len(list(visits)) <= 5
    assert list(desk.follower.follow([])) == []
    assert list(desk.follower.follow_once([desk.source])) == []


def test_an_error_of_the_keeper_ends_the_loop_and_loses_nothing(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    def refuse(taken: Taken) -> None:
        raise StoreError("no room")

    web.routes |= {"/feed": feed(web, "a"), "/a": answer()}
    with pytest.raises(StoreError):
        Desk(web, tmp_path, clock, keep=refuse).visit()
    desk = Desk(web, tmp_path, clock)
    assert desk.visit(100).taken == 1


def test_the_state_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    entry = FeedEntry(url="http://a.example/1", title="\ud800é\n", guid="x")
    state = SourceState(
        tried_at=1.5,
        listed_at=2,
        good_at=None,
        failures=3,
        problem="no",
        validator=Validator(url="u", etag='"1"'),
        seen={"a": 1.0},
        pending=(Pending(entry=entry, tries=2, after=5.0),),
        times=(1.0, 2.0),
    )
    FolderState(tmp_path).save("http://a.example/", state)
    again = FolderState(tmp_path)
    assert again.load("http://a.example/") == state
    assert again.load("http://b.example/") == SourceState()
    assert (again.is_taken("a"), again.is_taken("b")) == (True, False)


def test_keys_that_no_source_holds_any_more_are_forgotten_at_once_as_after_a_start(tmp_path: Path) -> None:
    state = FolderState(tmp_path)
    state.save("http://a.example/", SourceState(seen={"a": 1.0, "b": 1.0}))
    state.save("http://b.example/", SourceState(seen={"b": 1.0}))
    state.save("http://a.example/", SourceState(seen={"c": 2.0}))
    for held in (state, FolderState(tmp_path)):
        assert [held.is_taken(key) for key in "abc"] == [False, True, True]


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"version": 1}', "nonsense", json.dumps({"version": 99})])
def test_a_damaged_state_is_an_error_that_names_its_file(tmp_path: Path, data: str) -> None:
    (tmp_path / "a.json").write_text(data)
    with pytest.raises(StoreError, match=r"a\.json"):
        FolderState(tmp_path)


def test_a_state_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        FolderState(tmp_path / "file")
    state = FolderState(tmp_path / "folder")
    (tmp_path / "folder").rmdir()
    with pytest.raises(StoreError):
        state.save("http://a.example/", SourceState())


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        replace_file(tmp_path / "a.json", data)
        assert (tmp_path / "a.json").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
