"""The command `fetch`: pages from the web into the store. What reaches the web for `follow` is made here, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import click

from onrecord.cli.output import write_json
from onrecord.cli.progress import list_problems, show_progress
from onrecord.cli.taking import describe_intake, stop_if_nothing
from onrecord.encode.model import Model
from onrecord.errors import UsageError
from onrecord.records import Page, Problem
from onrecord.run.compare import ANALYZE
from onrecord.run.intake import Arrival, Gone, Intake, take_in
from onrecord.run.pieces import find_piece
from onrecord.sources.fetch.addresses import AddressRules
from onrecord.sources.fetch.clock import SystemClock
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.fetch_page import Fetched, Fetcher
from onrecord.sources.fetch.ip_ranges import parse_networks
from onrecord.sources.fetch.listed import parse_feed
from onrecord.sources.fetch.transport import Transport
from onrecord.sources.fetched import DOCUMENTS, read_fetched
from onrecord.storage import SqliteStore
from onrecord.views.display import make_inert_line


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
            yield from tell_failed(url, found)
            continue
        entries = _list_entries(found)
        if entries is None:
            yield from make_arrivals(read_fetched(found), url, None, found.fetched_at)
            continue
        new = [entry for entry in entries if not entry.is_list and find_piece(store, entry.url) is None]
        for entry in new[:limit]:
            asked.add(entry.url)
            piece = fetcher.fetch(entry.url)
            if isinstance(piece, Problem):
                yield from tell_failed(entry.url, piece)
            else:
                yield from make_arrivals(read_fetched(piece, entry), entry.url, entry, piece.fetched_at)


def _list_entries(found: Fetched) -> Sequence[FeedEntry] | None:
    """Return the entries of a feed or sitemap, `None` when it is something else."""
    if "html" in found.media_type:
        return None
    with suppress(ValueError):
        return parse_feed(found.data, found.final_url)
    return None


def make_arrivals(items: Iterable[Page | Problem], url: str, entry: FeedEntry | None, fetched_at: str | None) -> Iterator[Arrival | Problem]:
    """Yield what an address gave as it arrives. Name and headline that a feed gives are those of the piece at the address, not of all that its document holds.

    Args:
        items: the pages and problems of one document.
        url: the address that was asked for.
        entry: what the feed that lists it says of it.
        fetched_at: when it was fetched, UTC in ISO 8601.
    """
    for item in items:
        if isinstance(item, Problem):
            yield item
        else:
            told = entry if item.name == url else None
            yield Arrival(page=item, guid=told.guid if told else None, title=told.title if told else None, fetched_at=fetched_at)


def tell_failed(url: str, problem: Problem) -> Iterator[Gone | Problem]:
    """Yield what a failed fetch means to the store: the problem, and that what was at the address is gone when the server says so."""
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
