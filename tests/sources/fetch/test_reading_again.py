"""Pieces that were taken are read again for a week: what changed comes as it changed, what is gone is told, whenever the process is killed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.sources.fetch import rereading, schedule
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState, SourceState, Watched
from onrecord.sources.fetch.rereading import AGAIN_TRIES, AGES_S, LEAST_PAUSE_S, go_on, list_due, note_headlines, put_off, watch
from onrecord.sources.fetch.schedule import JITTER, find_fraction
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.validators import Validator
from onrecord.sources.fetch.visits import Taken, Visit
from tests.sources.fetch.follow_world import LIMITS, data_of, parse_lines, run_with_kills, tick_between_writes
from tests.sources.fetch.hostile_web import START, Request, SimulatedClock, Web, answer, make_fetcher

HOUR, DAY = 3600.0, 86400.0
CHANGES = {"a-0": (0.5 * HOUR,), "a-2": (3 * HOUR, 2 * DAY), "a-3": (12 * HOUR,), "b-1": (0.5 * HOUR, 3 * HOUR, 12 * HOUR, 2 * DAY, 5 * DAY), "b-2": (20 * DAY,)}
"""When the words of a piece change, counted from its publication; between two readings, early or late as these may be."""
GONE = {"a-1": 2 * DAY, "b-3": 3 * HOUR}
PAUSE_S = 2 * HOUR
LENGTH_S = 9 * DAY


@pytest.fixture(autouse=True)
def jitter(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """How early or late a reading is hangs on the address, and so on the port, which is another one each time: here it does not."""
    for module in (rereading, schedule):
        monkeypatch.setattr(module, "find_fraction", lambda word: find_fraction(word.replace(f":{web.port}", "")))


class Log:
    """Keeps what is handed over as a store does: the same key again changes nothing."""

    def __init__(self) -> None:
        self.taken: dict[str, Taken] = {}

    def keep(self, taken: Taken) -> None:
        self.taken.setdefault(taken.key, taken)

    def versions(self) -> dict[str, list[bytes | None]]:
        found: dict[str, list[bytes | None]] = {}
        for taken in self.taken.values():
            found.setdefault(taken.entry.url.rsplit("/", 1)[1], []).append(data_of(taken))
        return found


def publish(web: Web, clock: SimulatedClock) -> None:
    """Two feeds of four pieces, whose pages change, vanish, fail now and then, and answer conditional requests."""
    count = 0

    def serve(request: Request) -> bytes:
        nonlocal count
        count += 1
        if request.path == "/robots.txt":
            return answer(b"User-agent: *\nCrawl-delay: 2", content_type="text/plain")
        if count % 9 == 0:
            return answer(b"", "503 Later")
        _, what, name = request.path.split("/")
        age = clock.now() - START - int(name[-1]) * PAUSE_S if what == "page" else 0.0
        if what == "page" and age > GONE.get(name, 99 * DAY):
            return answer(b"", "410 Gone" if name == "b-3" else "404 Not found")
        body = write_page(name, age) if what == "page" else write_feed(web, name, clock.now())
        etag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        if request.fields.get("if-none-match") == etag:
            return answer(b"", "304 Same", etag=etag)
        return answer(body, content_type="text/html" if what == "page" else "text/plain", etag=etag)

    web.routes["*"] = serve


def write_page(name: str, age: float) -> bytes:
    return f"<html><p>Piece {name}, text {sum(age > change for change in CHANGES.get(name, ()))}.</p>".encode()


def write_feed(web: Web, name: str, now: float) -> bytes:
    told = min(3, int((now - START) // PAUSE_S))
    rows = (f"{name}:{n}\t{web.url(f'/page/{name}-{n}', f'{name}.example')}\t{datetime.fromtimestamp(START + n * PAUSE_S, UTC).isoformat()}" for n in range(told + 1))
    return "\n".join([*rows, "feed"]).encode()


def follow(web: Web, folder: Path, clock: SimulatedClock, keep: Callable[[Taken], None], tick: Callable[[], None]) -> list[Visit]:
    def keep_and_tick(taken: Taken) -> None:
        tick()
        keep(taken)
        tick()

    sources = [Source(name=name, url=web.url(f"/feed/{name}", f"{name}.example"), every_s=0.5 * HOUR if clock.now() < START + 8 * HOUR else 6 * HOUR, outlet=name) for name in "ab"]
    visits = []
    with tick_between_writes(tick):
        follower = Follower(make_fetcher(web, clock, LIMITS), FolderState(folder), parse_lines, keep_and_tick, clock)
        for until in (START + 8 * HOUR, START + LENGTH_S):
            for visit in follower.follow(sources, until=until):
                visits.append(visit)
                tick()
            sources = [Source(name=s.name, url=s.url, every_s=6 * HOUR, outlet=s.outlet) for s in sources]
    return visits


def follow_with_kills(web: Web, folder: Path, kills: list[int]) -> tuple[Log, int, list[Visit]]:
    log, clock = Log(), SimulatedClock()
    visits: list[Visit] = []
    publish(web, clock)
    steps = run_with_kills(kills, lambda tick: visits.extend(follow(web, folder, clock, log.keep, tick)))
    return log, steps, visits


def test_for_a_week_each_change_comes_once_and_what_is_gone_is_told(web: Web, tmp_path: Path) -> None:
    log, _, visits = follow_with_kills(web, tmp_path, [])
    names = [f"{name}-{number}" for name in "ab" for number in range(4)]
    wanted = {
        name: [write_page(name, 0), *(write_page(name, change + 1) for change in CHANGES.get(name, ()) if change < 7 * DAY), *([None] if name in GONE else [])] for name in names
    }
    assert log.versions() == wanted
    assert {taken.problem.code for taken in log.taken.values() if taken.problem} == {"fetch_gone"}
    assert sum(visit.again for visit in visits) >= 5 * 8 - 2 - 6  # the first reading of what was taken late is left out; how late hangs on the port
    asked = [path for path in web.paths() if path.startswith("/page/")]
    assert max(asked.count(f"/page/{name}") for name in names) <= 1 + len(AGES_S) + 3  # the first time, the plan, and what failed in passing
    assert all(not FolderState(tmp_path).load(web.url(f"/feed/{name}", f"{name}.example")).watched for name in "ab")


def test_killed_twice_at_any_moments_the_versions_are_the_same(web: Web, tmp_path: Path) -> None:
    whole, steps, _ = follow_with_kills(web, tmp_path / "whole", [])
    chance = random.Random(11)
    for number in range(5):
        kills = [chance.randrange(1, steps // 2) for _ in range(2)]
        log, _, _ = follow_with_kills(web, tmp_path / str(number), kills)
        assert log.versions() == whole.versions(), kills


class Desk:
    """One follower of one feed with one piece."""

    def __init__(self, web: Web, folder: Path, clock: SimulatedClock) -> None:
        self.source = Source(name="A", url=web.url("/feed"), every_s=600.0)
        self.clock, self.log, self.state, self.web = clock, Log(), FolderState(folder), web
        self.title = "One"
        web.routes["/feed"] = lambda request: answer(self.title.encode(), content_type="text/plain")
        self.follower = Follower(make_fetcher(web, clock), self.state, self.parse, self.log.keep, clock)

    def parse(self, data: bytes, url: str) -> list[FeedEntry]:
        return [FeedEntry(url=self.web.url("/a"), title=data.decode(), guid="a")]

    def visit(self, wait: float = 0.0) -> Visit:
        self.clock.time += wait
        return self.follower.visit(self.source)

    @property
    def watched(self) -> tuple[Watched, ...]:
        return self.state.load(self.source.url).watched


def test_a_piece_that_did_not_change_is_asked_for_conditionally_and_not_handed_over(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    asked: list[str | None] = []

    def serve(request: Request) -> bytes:
        asked.append(request.fields.get("if-none-match"))
        return answer(b"", "304 Same") if asked[-1] else answer(etag='"v1"')

    web.routes["/a"] = serve
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    assert desk.visit(2 * HOUR).again == 1
    assert desk.visit(6 * HOUR).again == 1
    assert asked == [None, '"v1"', '"v1"']
    assert len(desk.log.taken) == 1


def test_a_page_that_is_away_for_a_time_is_told_once_and_told_back(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes["/a"] = answer(b"<html>one")
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    web.routes["/a"] = answer(b"", "404 No")
    first = desk.visit(2 * HOUR)
    assert ([problem.code for problem in first.problems], first.failed) == (["fetch_gone"], 0)
    second = desk.visit(6 * HOUR)
    assert (second.problems, [asked.is_still_gone for asked in second.asked]) == ((), [False, True])  # it answers, and is not there
    assert desk.watched[0].is_gone
    web.routes["/a"] = answer(b"<html>one again")
    desk.visit(30 * HOUR)
    assert desk.log.versions() == {"a": [b"<html>one", None, b"<html>one again"]}
    assert not desk.watched[0].is_gone


@pytest.mark.parametrize("status", ["500 Oops", "403 No"])
def test_a_piece_that_cannot_be_read_again_keeps_its_version_and_waits_for_the_next_turn(web: Web, tmp_path: Path, clock: SimulatedClock, status: str) -> None:
    web.routes["/a"] = answer(b"<html>one")
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    web.routes["/a"] = answer(b"", status)
    for _ in range(AGAIN_TRIES):
        desk.visit(4000)
    assert desk.watched[0].step == 1
    assert desk.log.versions() == {"a": [b"<html>one"]}


def test_a_new_headline_in_the_feed_is_a_change_though_the_page_says_it_is_the_same(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    web.routes["/a"] = lambda request: answer(b"", "304 Same") if "if-none-match" in request.fields else answer(etag='"v1"')
    desk = Desk(web, tmp_path, clock)
    desk.visit()
    desk.title = "Two"
    assert desk.visit(LEAST_PAUSE_S + 100).again == 1
    assert [taken.entry.title for taken in desk.log.taken.values() if taken.found] == ["One", "Two"]


ENTRY = FeedEntry(url="http://a.example/1", title="One")


def begin(published: str | None = None, now: float = START) -> SourceState:
    return watch(SourceState(), FeedEntry(url=ENTRY.url, title="One", published=published), "m", Validator(url=ENTRY.url, etag='"1"'), now)


def test_the_plan_is_kept_early_or_late_by_a_share_and_ends() -> None:
    state, moments = begin(), []
    while state.watched:
        moments.append(state.watched[0].after)
        state = go_on(state, state.watched[0], moments[-1])
    assert len(moments) == len(AGES_S)
    assert all(age * (1 - JITTER) <= moment - START <= age * (1 + JITTER) for age, moment in zip(AGES_S, moments, strict=True))


def test_what_fell_due_while_nobody_followed_is_read_once_and_old_pieces_never() -> None:
    (watched,) = begin().watched
    assert list_due(begin(), START + 4 * DAY) == [watched]
    (later,) = go_on(begin(), watched, START + 4 * DAY).watched
    assert later.step == len(AGES_S) - 1
    assert go_on(begin(), watched, START + 8 * DAY).watched == ()
    ago = datetime.fromtimestamp(START - 2 * DAY, UTC).isoformat()
    assert begin(ago).watched[0].step == 3
    assert begin("2020-01-01").watched == ()
    assert begin("2099-01-01").watched[0].since == START


def test_a_wait_the_server_asks_for_is_kept_and_is_no_try() -> None:
    (watched,) = begin().watched
    assert put_off(begin(), watched, 9000.0, START, is_tried=False).watched[0].after == START + 9000
    assert put_off(begin(), watched, None, START, is_tried=False).watched[0].tries == 0


def test_a_headline_that_flickers_costs_no_more_than_a_reading_each_half_hour() -> None:
    state = note_headlines(begin(), [FeedEntry(url=ENTRY.url, title="Two")], START + 60)
    assert (state.watched[0].after, state.watched[0].mark, state.watched[0].validator) == (START + LEAST_PAUSE_S, "", None)
    assert note_headlines(begin(), [ENTRY], START + 60) == begin()


def test_what_is_watched_is_read_back_as_it_was_saved_and_older_files_have_none(tmp_path: Path) -> None:
    FolderState(tmp_path).save("http://a.example/", begin())
    assert FolderState(tmp_path).load("http://a.example/") == begin()
    (file,) = tmp_path.glob("*.json")
    text = file.read_text()
    file.write_text(text[: text.index(',"watched"')] + "}")
    assert FolderState(tmp_path).load("http://a.example/") == SourceState()
