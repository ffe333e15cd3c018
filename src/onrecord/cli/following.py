"""The command `follow`: what sources publish into the store, as long as it is asked to."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click

from onrecord.cli.fetching import make_arrivals, make_fetcher, tell_failed
from onrecord.cli.progress import make_nothing_read
from onrecord.cli.taking import Sums, describe_sums, find_follow_folder
from onrecord.cli.telling import Teller, tell_texts, tell_visit
from onrecord.encode.model import Model
from onrecord.errors import UsageError
from onrecord.records import Problem
from onrecord.run.compare import ANALYZE
from onrecord.run.intake import Arrival, Gone, take_in
from onrecord.sources.fetch.clock import SystemClock
from onrecord.sources.fetch.follow import Follower
from onrecord.sources.fetch.follow_state import FolderState
from onrecord.sources.fetch.listed import parse_feed
from onrecord.sources.fetch.side_by_side import STEP_S
from onrecord.sources.fetch.source_list import parse_every, read_source_file
from onrecord.sources.fetch.visits import Taken, Visit
from onrecord.sources.isolation import PASSING
from onrecord.storage import SqliteStore
from onrecord.views.display import make_inert_line


class StoppedError(Exception):
    """The user asked to stop; what is under way is given up, and taken up again by the next run."""


class StoppableClock(SystemClock):
    """A clock whose sleepers wake when the user asks to stop."""

    def __init__(self) -> None:
        self.is_stopped = threading.Event()

    def sleep(self, seconds: float) -> None:
        """Return after so many seconds, waited for in steps of `STEP_S`.

        Raises:
            StoppedError: the user asked to stop.
        """
        end = time.monotonic() + seconds
        while not self.is_stopped.is_set():
            left = end - time.monotonic()
            if left <= 0:
                return
            self.is_stopped.wait(min(STEP_S, left))
        raise StoppedError


def follow_sources(list_path: Path, path: Path, networks: Sequence[str], ports: Sequence[int], workers: int, *, once: bool, lasting: str | None, quiet: bool) -> None:
    """Follow a list of sources, for ever, for a time or once; a line a visit."""
    sources = read_source_file(list_path)
    clock = StoppableClock()
    try:
        until = None if lasting is None else clock.now() + parse_every(lasting)
    except ValueError as error:
        raise UsageError(str(error), hint="such as `--for 2h`") from error
    fetcher = make_fetcher(networks, ports, clock)
    SqliteStore(path).close()  # a store that cannot be used is told before anything is fetched
    keeper = _Keeper(path, clock)
    follower = Follower(fetcher, FolderState(find_follow_folder(path)), parse_feed, keeper.keep, clock)
    visits = follower.follow_once(sources) if once else follower.follow(sources, until=until, stop=clock.is_stopped.is_set, workers=workers)
    last: dict[str, Visit] = {}
    teller = Teller()
    with _stopping(clock, quiet=quiet), suppress(StoppedError):
        for visit in visits:
            last[visit.source.url] = visit
            if not quiet:
                click.echo(make_inert_line(_describe_visit(visit)), err=True)
            tell_visit(visit, keeper.list_texts(), teller, quiet=quiet)
    tell_texts(keeper.list_texts(), teller, quiet=quiet)
    failing, silent = [visit for visit in last.values() if visit.is_failing], [visit for visit in last.values() if visit.silent_since is not None]
    sums = replace(keeper.sums, problems=teller.count)
    if not quiet:
        stand = f"; {len(failing)} of {len(sources)} sources could not be read" if failing else ""
        stand += f"; {len(silent)} of {len(sources)} sources silent" if silent else ""
        click.echo(f"{path}: {describe_sums(sums)}, {keeper.count()} in all{stand}", err=True)
    if failing and len(failing) == len(last) and not clock.is_stopped.is_set() and not sums.has_articles:
        raise make_nothing_read([teller.first] if teller.first else [], "`onrecord sources SOURCES.toml` shows how each source stands", teller.count)


class _Keeper:
    """Takes what is fetched into the store. A store belongs to one thread, and several may keep in turn: each call opens its own.

    What became of the pieces is counted (`sums`): lists of them would grow as long as it runs.
    """

    def __init__(self, path: Path, clock: StoppableClock) -> None:
        self.sums = Sums()
        self._path = path
        self._clock = clock
        self._model: Model | None = None
        self._texts: deque[tuple[str, tuple[Problem, ...]]] = deque()

    def keep(self, taken: Taken) -> Problem | None:
        """Keep one piece, and return what kept its page from being read that may be over next time. The same one again changes nothing."""
        if self._clock.is_stopped.is_set():
            raise StoppedError
        if self._model is None:
            self._model = Model()
        url = taken.entry.url
        arrivals: Iterator[Arrival | Gone | Problem] = make_arrivals(taken.found, url, taken.entry, taken.fetched_at)
        if taken.problem is not None:
            arrivals = tell_failed(url, taken.problem)
        with closing(SqliteStore(self._path)) as store:
            done = take_in(arrivals, store, self._model, is_read=lambda where: where == url)
        self.sums.add(done)
        if taken.problem is not None:  # which the visit tells
            return None
        self._texts.append((url, tuple(problem for problem in done.problems if problem.code not in PASSING)))
        return next((problem for problem in done.problems if problem.code in PASSING), None)  # the visit tells it, too

    def list_texts(self) -> list[tuple[str, tuple[Problem, ...]]]:
        """Return the addresses of pages that were kept since this was last asked, each with what could not be read of it."""
        return [self._texts.popleft() for _ in range(len(self._texts))]

    def count(self) -> int:
        """Return how many articles the store holds."""
        with closing(SqliteStore(self._path)) as store:
            return len(store.origins(ANALYZE))


def _describe_visit(visit: Visit) -> str:
    from onrecord.cli.sources import format_moment

    failed = ", could not be read" if visit.is_failing else ""
    failed += f", {visit.failed} failed" if visit.failed else ""
    waiting = f", {visit.waiting} waiting" if visit.waiting else ""
    again = f", {visit.again} read again" if visit.again else ""
    silent = f", silent: nothing new since {format_moment(visit.silent_since)}" if visit.silent_since is not None else ""
    return f"{format_moment(visit.at)}  {visit.source.name}: {visit.new} new, {visit.taken} taken{failed}{waiting}{again}{silent}"


def _say_at_once(line: str) -> None:
    """Print a line to standard error from inside a signal handler: what was interrupted may be printing itself, and its buffer is not to be entered twice."""
    with suppress(OSError, ValueError, AttributeError):  # there is no standard error, or nobody reads it
        os.write(sys.stderr.fileno(), f"{line}\n".encode())


@contextmanager
def _stopping(clock: StoppableClock, *, quiet: bool) -> Iterator[None]:
    """Let the first Ctrl-C end the work where it can be taken up again, and the second one at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        if clock.is_stopped.is_set():
            raise KeyboardInterrupt
        clock.is_stopped.set()
        if not quiet:
            _say_at_once("ending; what is left is taken next time (Ctrl-C again ends at once)")

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
