"""The command `sources`: the list of what is followed, how each stands, and lists of feeds of other programs in and out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.output import check_out, open_console, replace_text, write_json
from onrecord.cli.progress import list_problems
from onrecord.cli.taking import find_follow_folder
from onrecord.errors import InputError
from onrecord.sources.fetch.clock import SystemClock
from onrecord.sources.fetch.follow_state import FolderState, FollowState, SourceState
from onrecord.sources.fetch.listed import make_outlines, make_sources
from onrecord.sources.fetch.schedule import SourceStatus, list_status
from onrecord.sources.fetch.source_list import Source, format_source_list, read_source_file
from onrecord.sources.readers.opml import read_opml, write_opml
from onrecord.views.display import count, make_inert_line

WIDTH = 120
"""Columns of the table where there is no terminal."""


class NothingKnown:
    """The state of sources that were never followed."""

    def load(self, url: str) -> SourceState:
        """Return an empty state."""
        return SourceState()

    def save(self, url: str, state: SourceState) -> None:
        """Keep nothing."""

    def is_taken(self, key: str) -> bool:
        """Nothing was taken."""
        return False


def show_sources(path: Path, store: Path, form: str) -> None:
    """Print how each source of a list stands, as a table or JSON."""
    sources = read_source_file(path)
    folder = find_follow_folder(store)
    state: FollowState = FolderState(folder) if folder.is_dir() else NothingKnown()
    now = SystemClock().now()
    found = list(list_status(sources, state, now))
    if form == "json":
        click.echo(write_json([_to_dict(status, now) for status in found]))
    else:
        _print_table(found, now)


def check_sources(path: Path) -> None:
    """Say that a list of sources is in order.

    Raises:
        InputError: it is not; the message names every mistake with its line.
    """
    sources = read_source_file(path)
    click.echo(f"{path}: {count(len(sources), 'source')}, no mistake", err=True)


def import_opml(opml: Path, path: Path) -> None:
    """Add the feeds of an OPML list to a list of sources; those that are in it already are left as they are."""
    try:
        data = opml.read_bytes()
    except OSError as error:
        raise InputError(f"`{opml}` cannot be read: {error.strerror or error}", hint="give an OPML file, as feed readers export it") from error
    outlines, problems = read_opml(data, where=str(opml))
    known = read_source_file(path) if path.exists() else ()
    new = _name_apart([source for source in make_sources(outlines) if source.url not in {other.url for other in known}], known)
    if not outlines:
        raise InputError(f"`{opml}` lists no feed" + (f": {problems[0].message}" if problems else ""), hint="give an OPML file, as feed readers export it")
    check_out(path)
    # What the user wrote, comments included, stays as it is.
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    replace_text(path, "\n".join(part for part in (before.rstrip("\n") + "\n" if before else "", format_source_list(new)) if part))
    list_problems(problems, quiet=False)
    click.echo(f"{path}: {count(len(new), 'source')} added, {len(outlines) - len(new)} there already", err=True)


def export_opml(opml: Path, path: Path) -> None:
    """Write the feeds of a list of sources as OPML."""
    check_out(opml)
    sources = read_source_file(path)
    feeds = list(make_outlines(sources))
    replace_text(opml, write_opml(feeds).decode())
    left = f"; {len(sources) - len(feeds)} sitemaps and pages have no place in OPML" if len(feeds) < len(sources) else ""
    click.echo(f"{opml}: {count(len(feeds), 'feed')} written{left}", err=True)


def _name_apart(new: Sequence[Source], known: Sequence[Source]) -> list[Source]:
    """Return sources with names that no other one has."""
    from dataclasses import replace

    names = {source.name for source in known}
    found: list[Source] = []
    for source in new:
        name, number = source.name, 1
        while name in names:
            number += 1
            name = f"{source.name} ({number})"
        names.add(name)
        found.append(replace(source, name=name))
    return found


def _print_table(found: Sequence[SourceStatus], now: float) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("source", "group", "last good", "next due", "newest", "waiting", "failures", "state"):
        table.add_column(heading, justify="right" if heading in ("waiting", "failures") else "left")
    for status in found:
        cells = (
            status.source.name, status.source.group or "", format_moment(status.good_at), "now" if status.due_at <= now else format_moment(status.due_at),
            format_moment(status.newest_at), str(status.waiting), str(status.failures), describe_state(status),
        )  # fmt: skip
        table.add_row(*(Text(make_inert_line(cell)) for cell in cells))
    open_console(WIDTH).print(table)


def describe_state(status: SourceStatus) -> str:
    """Return how a source stands in words: what failed, that it fell silent, that it was never asked, or `ok`."""
    if status.failures:
        return f"failing: {status.problem}"
    if status.tried_at is None:
        return "never visited"
    return f"silent: usually new every {describe_pause(status.rhythm_s or 0.0)}" if status.is_silent else "ok"


def describe_pause(seconds: float) -> str:
    """Return a length of time as people say it, in the largest unit of which there are two."""
    for unit, length in (("days", 86400), ("hours", 3600)):
        if seconds >= 2 * length:
            return f"{round(seconds / length)} {unit}"
    return count(max(1, round(seconds / 60)), "minute")


def format_moment(moment: float | None) -> str:
    """Return a time as people read it, `never` for none."""
    return "never" if moment is None else datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M")


def _to_dict(status: SourceStatus, now: float) -> dict[str, str | int | float | bool | None]:
    def write(moment: float | None) -> str | None:
        return None if moment is None else datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")

    return {
        "name": status.source.name, "url": status.source.url, "kind": status.source.kind, "group": status.source.group, "owner": status.source.owner,
        "last_good": write(status.good_at), "last_tried": write(status.tried_at), "next_due": write(max(status.due_at, now)), "newest": write(status.newest_at),
        "waiting": status.waiting, "failures": status.failures, "problem": status.problem, "rhythm_s": status.rhythm_s, "silent": status.is_silent,
    }  # fmt: skip
