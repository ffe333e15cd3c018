"""The commands `fetch` and `follow`: pages from the web into the store."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click

from onrecord.cli.output import write_json
from onrecord.cli.progress import list_problems, show_progress
from onrecord.cli.taking import describe_intake, find_follow_folder, stop_if_nothing
from onrecord.encode.model import Model
from onrecord.errors import UsageError
from onrecord.records import Problem
from onrecord.run.compare import ANALYZE
from onrecord.run.intake import Arrival, Gone, Intake, take_in
from onrecord.run.pieces import find_piece
from onrecord.sources.fetch.addresses import AddressRules
from onrecord.sources.fetch.clock import SystemClock
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.fetch_page import Fetched, Fetcher
from onrecord.sources.fetch.follow import Follower, Taken, Visit
from onrecord.sources.fetch.follow_state import FolderState
from onrecord.sources.fetch.ip_ranges import parse_networks
from onrecord.sources.fetch.listed import parse_feed
from onrecord.sources.fetch.source_list import parse_every, read_source_file
from onrecord.sources.fetch.transport import Transport
from onrecord.sources.fetched import DOCUMENTS, read_fetched
from onrecord.storage import SqliteStore
from onrecord.views.display import make_inert_line


class StoppedError(Exception):
    """The user asked to stop; what is under way is given up, and taken up again by the next run."""


class StoppableClock(SystemClock):
    """A clock whose sleepers wake when the user asks to stop."""

    def __init__(self) -> None:
        self.is_stopped = threading.Event()

    def sleep(self, seconds: float) -> None:
        """Return after so many seconds.

        Raises:
            StoppedError: the user asked to stop.
        """
        if self.is_stopped.wait(max(0.0, seconds)):
            raise StoppedError


def make_fetcher(networks: Sequence[str], ports: Sequence[int], clock: SystemClock) -> Fetcher:
    """Return what fetches, with the private networks and ports that the user opened.

    Raises:
        UsageError: a network is none.
    """
    try:
        allowed = parse_networks(list(networks))
    except ValueError as error:
        raise UsageError(f"`--allow-private` takes networks: {error}", hint="such as `10.0.0.0/8` or `192.168.1.20`") from error
    rules = AddressRules(allow_private=allowed, ports=frozenset({80, 443, *ports}))
    return Fetcher(Transport(rules), clock=clock, readable=DOCUMENTS)


def fetch_to_store(urls: Sequence[str], path: Path, networks: Sequence[str], ports: Sequence[int], limit: int, form: str, *, quiet: bool) -> None:
    """Fetch pages, and of feeds the pieces not kept yet, into the store; print what came."""
    clock = SystemClock()
    fetcher = make_fetcher(networks, ports, clock)
    asked: set[str] = set()
    with closing(SqliteStore(path)) as store, show_progress("fetching", None, quiet=quiet) as advance:
        arrivals = _fetch_all(urls, fetcher, store, limit, asked)
        done = take_in(arrivals, store, Model(), is_read=lambda where: where in asked, advance=advance, batch=1)
        count = len(store.origins(ANALYZE))
    _print_fetched(done, form)
    list_problems(done.problems, quiet=quiet)
    if not quiet:
        click.echo(f"{path}: {describe_intake(done)}, {count} in all", err=True)
    stop_if_nothing(done, "check the address in a browser; docs/errors.md explains each code")


def _fetch_all(urls: Sequence[str], fetcher: Fetcher, store: SqliteStore, limit: int, asked: set[str]) -> Iterator[Arrival | Gone | Problem]:
    for url in dict.fromkeys(urls):
        asked.add(url)
        found = fetcher.fetch(url)
        if isinstance(found, Problem):
            yield from _tell_failed(url, found)
            continue
        entries = _list_entries(found)
        if entries is None:
            yield from _arrive(found, None)
            continue
        new = [entry for entry in entries if not entry.is_list and find_piece(store, entry.url) is None]
        for entry in new[:limit]:
            asked.add(entry.url)
            piece = fetcher.fetch(entry.url)
            yield from _tell_failed(entry.url, piece) if isinstance(piece, Problem) else _arrive(piece, entry)


def _list_entries(found: Fetched) -> Sequence[FeedEntry] | None:
    """Return the entries of a feed or sitemap, `None` when it is something else."""
    if "html" in found.media_type:
        return None
    with suppress(ValueError):
        return parse_feed(found.data, found.final_url)
    return None


def _arrive(found: Fetched, entry: FeedEntry | None) -> Iterator[Arrival | Problem]:
    for item in read_fetched(found, entry):
        yield item if isinstance(item, Problem) else Arrival(page=item, guid=entry.guid if entry else None, fetched_at=found.fetched_at)


def _tell_failed(url: str, problem: Problem) -> Iterator[Gone | Problem]:
    if problem.code == "fetch_gone":
        yield Gone(url=url, at=_now())
    yield problem


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(SystemClock().now(), UTC).isoformat(timespec="milliseconds")


def _to_dict(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "code": problem.code, "message": problem.message}


def _print_fetched(done: Intake, form: str) -> None:
    if form == "json":
        failed = [_to_dict(problem) for problem in done.problems]
        reserved = {name: [_to_dict(problem) for problem in problems] for name, problems in done.reserved.items()}
        click.echo(
            write_json({"added": done.added, "changed": done.changed, "renewed": done.renewed, "gone": done.gone, "unchanged": done.same, "problems": failed, "reserved": reserved})
        )
        return
    for what, names in (("new", done.added), ("new version", done.changed), ("read anew", done.renewed), ("gone", done.gone)):
        for name in names:
            click.echo(make_inert_line(f"{what}: {name}"))


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
    told: dict[str, Problem] = {}
    with _stopping(clock, quiet=quiet), suppress(StoppedError):
        for visit in visits:
            last[visit.source.url] = visit
            if not quiet:
                click.echo(make_inert_line(_describe_visit(visit)), err=True)
            told |= _list_each(visit.problems, keeper, quiet=quiet)
    told |= _list_each((), keeper, quiet=quiet)
    failing, silent = [visit for visit in last.values() if visit.is_failing], [visit for visit in last.values() if visit.silent_since is not None]
    done = replace(keeper.done, problems=list(told.values()))
    if not quiet:
        stand = f"; {len(failing)} of {len(sources)} sources could not be read" if failing else ""
        stand += f"; {len(silent)} of {len(sources)} sources silent" if silent else ""
        click.echo(f"{path}: {describe_intake(done)}, {keeper.count()} in all{stand}", err=True)
    if failing and len(failing) == len(last) and not clock.is_stopped.is_set():
        stop_if_nothing(done, "`onrecord sources SOURCES.toml` shows how each source stands")


class _Keeper:
    """Takes what is fetched into the store. A store belongs to one thread, and several may keep in turn: each call opens its own."""

    def __init__(self, path: Path, clock: StoppableClock) -> None:
        self.done = Intake()
        self._path = path
        self._clock = clock
        self._model: Model | None = None
        self._told = 0

    def keep(self, taken: Taken) -> None:
        """Keep one piece. The same one again changes nothing."""
        if self._clock.is_stopped.is_set():
            raise StoppedError
        if self._model is None:
            self._model = Model()
        arrivals: list[Arrival | Gone | Problem] = []
        if taken.page is not None:
            arrivals.append(Arrival(page=taken.page, guid=taken.entry.guid, fetched_at=taken.fetched_at))
        elif taken.problem is not None:
            arrivals += _tell_failed(taken.entry.url, taken.problem)
        with closing(SqliteStore(self._path)) as store:
            done = take_in(arrivals, store, self._model, is_read=lambda where: where == taken.entry.url)
        for name in ("added", "changed", "renewed", "gone", "problems"):
            getattr(self.done, name).extend(getattr(done, name))
        self.done.reserved |= done.reserved
        self.done.same += done.same

    def list_new_problems(self) -> list[Problem]:
        """Return what could not be read of the pages that were kept since this was last asked."""
        found = self.done.problems[self._told :]
        self._told += len(found)
        return found

    def count(self) -> int:
        """Return how many articles the store holds."""
        with closing(SqliteStore(self._path)) as store:
            return len(store.origins(ANALYZE))


def _list_each(problems: Sequence[Problem], keeper: _Keeper, *, quiet: bool) -> dict[str, Problem]:
    """Print problems of fetching, and those of reading what was fetched, each once, and return them by id."""
    found = {problem.id: problem for problem in (*problems, *keeper.list_new_problems())}
    list_problems(found.values(), quiet=quiet)
    return found


def _describe_visit(visit: Visit) -> str:
    from onrecord.cli.sources import format_moment

    failed = f", {visit.failed} failed" if visit.failed else ""
    waiting = f", {visit.waiting} waiting" if visit.waiting else ""
    again = f", {visit.again} read again" if visit.again else ""
    silent = f", silent: nothing new since {format_moment(visit.silent_since)}" if visit.silent_since is not None else ""
    return f"{format_moment(visit.at)}  {visit.source.name}: {visit.new} new, {visit.taken} taken{failed}{waiting}{again}{silent}"


@contextmanager
def _stopping(clock: StoppableClock, *, quiet: bool) -> Iterator[None]:
    """Let the first Ctrl-C end the work where it can be taken up again, and the second one at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        if clock.is_stopped.is_set():
            raise KeyboardInterrupt
        clock.is_stopped.set()
        if not quiet:
            click.echo("ending; what is left is taken next time (Ctrl-C again ends at once)", err=True)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
