"""A small world of feeds that publish for an hour, now and then fail, and forget what is older than their last entries.

Run as a program it follows them with a state on disk and kills itself for real: `python -m tests.sources.fetch.follow_world FOLDER PORT KILL_AT`.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from onrecord.records import Page
from onrecord.sources.fetch import follow_state
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState, replace_file
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.visits import Taken
from tests.sources.fetch.hostile_web import START, Limits, Request, SimulatedClock, Web, answer, make_fetcher, redirect

HOUR = 3600.0
PUBLISHED_S = 45 * 60.0
SHOWN = 8
FEEDS = {"a": 120.0, "b": 200.0, "c": 300.0, "d": 500.0}
"""Seconds between two pieces of each feed."""
LIMITS = Limits(total_s=5, connect_s=5, read_s=5, body_bytes=100_000)


def list_sources(web: Web) -> list[Source]:
    return [Source(name=name, url=web.url(f"/{'old' if name == 'c' else 'feed'}/{name}", f"{name}.example"), every_s=300.0, outlet=f"Outlet {name}") for name in FEEDS]


def publish(web: Web, clock: SimulatedClock) -> None:
    """Give the web its feeds and pages. `d` lists what `a` tells too; one page of `b` is gone; `c` moved."""
    count = 0

    def serve(request: Request) -> bytes:
        nonlocal count
        count += 1
        if request.path == "/robots.txt":
            return answer(b"User-agent: *\nCrawl-delay: 1\nDisallow: /page/c-3", content_type="text/plain")
        if count % 7 == 0:
            return answer(b"", "503 Later")
        if count % 11 == 0:
            return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\ncut"
        what, _, name = request.path.removeprefix("/").partition("/")
        if what == "old":
            return redirect(f"/feed/{name}", "301 Moved")
        if what == "feed":
            body = write_feed(web, name, clock.now())
            etag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            return answer(b"", "304 Same") if request.fields.get("if-none-match") == etag else answer(body, content_type="text/plain", etag=etag)
        return answer(b"", "410 Gone") if name == "b-2" else answer(f"<html><p>Piece {name}.</p>".encode())

    web.routes["*"] = serve


def write_feed(web: Web, name: str, now: float) -> bytes:
    told = int(min(now - START, PUBLISHED_S) // FEEDS[name])
    lines = ["feed"]
    for number in range(max(0, told - SHOWN), told + 1):
        moment = datetime.fromtimestamp(START + number * FEEDS[name], UTC).isoformat()
        page = f"a-{number * 4}" if name == "d" and number * 4 * FEEDS["a"] <= PUBLISHED_S and number % 2 else f"{name}-{number}"
        lines.append(f"{name}:{number}\t{web.url(f'/page/{page}', f'{page[0]}.example')}\t{moment}")
    return "\n".join(reversed(lines)).encode()


def parse_lines(data: bytes, url: str) -> list[FeedEntry]:
    lines = data.decode().split("\n")
    if lines.pop() != "feed":
        raise ValueError("no feed")
    return [FeedEntry(guid=guid, url=link, published=published, title=f"Title {guid}") for guid, link, published in (line.split("\t") for line in lines)]


def data_of(taken: Taken) -> bytes | None:
    """Return the bytes of the first page that was handed over, `None` without one."""
    return next((item.data for item in taken.found if isinstance(item, Page)), None)


class Killed(BaseException):
    """The end of a process, without any clearing up."""


def run_with_kills(kills: Sequence[int], run: Callable[[Callable[[], None]], None]) -> int:
    """Run, killed after so many steps, again after so many more, ... and once to the end; return all steps taken. `run` is given what it calls at each step."""
    steps = 0
    for kill in [*kills, 0]:
        left = kill

        def tick() -> None:
            nonlocal left, steps
            steps += 1
            left -= 1
            if left == 0:
                raise Killed

        try:
            run(tick)
        except Killed:
            continue
    return steps


@contextmanager
def tick_between_writes(tick: Callable[[], None]) -> Iterator[None]:
    """Call `tick` where the state is half written: before and after the file takes its place."""
    real = follow_state.os.fsync

    def fsync(number: int) -> None:
        real(number)
        tick()

    follow_state.os.fsync = fsync  # type: ignore[assignment]
    try:
        yield
    finally:
        follow_state.os.fsync = real


def follow_for_an_hour(web: Web, folder: Path, clock: SimulatedClock, keep: Callable[[Taken], None], tick: Callable[[], None], workers: int = 1) -> None:
    def keep_and_tick(taken: Taken) -> None:
        tick()
        keep(taken)
        tick()

    with tick_between_writes(tick):
        follower = Follower(make_fetcher(web, clock, LIMITS), FolderState(folder), parse_lines, keep_and_tick, clock)
        for _ in follower.follow(list_sources(web), until=START + HOUR, workers=workers):
            tick()


class SavedClock(SimulatedClock):
    def __init__(self, path: Path) -> None:
        super().__init__(float(path.read_text()) if path.exists() else START)
        self._path = path

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        replace_file(self._path, str(self.time).encode())


class ReadClock(SimulatedClock):
    """Tells the time of another process, which saves it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def now(self) -> float:
        return SavedClock(self._path).time


def main(folder: Path, port: int, kill_at: int) -> None:
    left = kill_at

    def tick() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    def keep(taken: Taken) -> None:
        replace_file(folder / "kept" / f"{taken.key}.txt", data_of(taken) or b"")
        with (folder / "handed.log").open("a") as log:
            log.write(f"{taken.key}\n")

    (folder / "kept").mkdir(parents=True, exist_ok=True)
    follow_for_an_hour(Web(port=port), folder / "state", SavedClock(folder / "clock"), keep, tick)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
