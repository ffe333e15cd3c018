"""The commands `add` and `forget`, and what `fetch` and `follow` share with them: one intake, one report."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import click

from onrecord.cli.progress import count_codes, describe_reservations, list_problems, list_reserved, make_nothing_read, show_progress
from onrecord.cli.streams import END_OF_INPUT
from onrecord.cli.work import STORE_ENDINGS, forget_articles
from onrecord.encode.model import Model
from onrecord.errors import UsageError
from onrecord.records import Page, Problem
from onrecord.run.compare import ANALYZE
from onrecord.run.intake import Arrival, Intake, take_in
from onrecord.run.pieces import find_piece, forget_pieces
from onrecord.run.shelf import READ
from onrecord.sources.files import STDIN, STDIN_NAME, ReadOptions, read_pages
from onrecord.storage import SqliteStore
from onrecord.views.display import count, make_inert_line


def find_follow_folder(store: Path) -> Path:
    """Return the folder beside a store in which `follow` keeps what it knows."""
    return store.with_name(f"{store.name}.follow")


def add_files(paths: Sequence[str], path: Path, mappings: Sequence[str], form: str | None, *, verbose: bool, quiet: bool) -> None:
    """Read files into the store and compare all that it holds; what is in it already is left as it is."""
    options = ReadOptions(columns=tuple(_parse_mapping(mapping) for mapping in mappings), form=form)
    own = [path.with_name(path.name + ending) for ending in STORE_ENDINGS] + sorted(find_follow_folder(path).glob("*"))
    if STDIN in paths and sys.stdin.isatty():
        click.echo(f"reading JSON Lines from standard input; end with {END_OF_INPUT}", err=True)

    def tell(where: str, read_as: str) -> None:
        if verbose:
            click.echo(make_inert_line(f"{where}: {read_as}"), err=True)

    pages = read_pages(paths, sys.stdin.buffer, own, options, tell)
    first = next(pages, None)  # a wrong call is told before there is a store
    with closing(SqliteStore(path)) as store, show_progress("adding", None, quiet=quiet) as advance:
        done = take_in(_arrive(first, pages), store, Model(), is_read=lambda where: any(_is_within(where, given) for given in paths), advance=advance)
        held = len(store.origins(ANALYZE))
    list_problems(done.problems, quiet=quiet)
    if verbose:
        list_reserved(done.reserved)
    if not quiet:
        click.echo(f"{path}: {describe_intake(done)}, {held} in all", err=True)
    stop_if_nothing(done, "give files or folders of the forms that `onrecord add --help` lists")


@dataclass(slots=True, kw_only=True)
class Sums:
    """How many pieces became what, added up over many intakes; `codes` says how many were kept with a reservation of each code."""

    added: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0
    problems: int = 0
    reserved: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    def add(self, done: Intake) -> None:
        """Count what became of pages; what was taken anew as added."""
        self.added += len(done.added) + len(done.renewed)
        self.changed += len(done.changed)
        self.gone += len(done.gone)
        self.same += done.same
        self.problems += len(done.problems)
        self.reserved += len(done.reserved)
        self.codes += count_codes(done.reserved)

    @property
    def has_articles(self) -> bool:
        """True when anything came."""
        return bool(self.added or self.changed or self.gone or self.same)


def describe_intake(done: Intake) -> str:
    """Return what became of pages in one line."""
    sums = Sums()
    sums.add(done)
    return describe_sums(sums)


def describe_sums(sums: Sums) -> str:
    """Return how many pieces became what in one line."""
    changed = f", {sums.changed} with a new version" if sums.changed else ""
    gone = f", {sums.gone} gone" if sums.gone else ""
    reserved = describe_reservations(sums.reserved, sums.codes)
    return f"{count(sums.added, 'article')} added{changed}{gone}, {sums.same} unchanged, {count(sums.problems, 'problem')}{reserved}"


def stop_if_nothing(done: Intake, hint: str) -> None:
    """Raise `InputError` when not a single article could be read although something was given.

    Args:
        done: what became of it.
        hint: the next step, where the first problem names none of its own.
    """
    if not (done.added or done.changed or done.renewed or done.gone or done.same):
        raise make_nothing_read(done.problems, hint)


def forget_names(names: Sequence[str], path: Path) -> None:
    """Remove articles with all their versions and everything made from them; compare the rest anew."""
    half_done: list[str] = []
    if path.exists():
        with closing(SqliteStore(path)) as store:
            known = {*store.origins(ANALYZE), *(origin.removeprefix(f"{READ}:") for origin in store.origins(READ))}
            half_done = [name for name in names if name not in known and find_piece(store, name) is not None]
    if others := [name for name in names if name not in half_done]:
        forget_articles(others, path)
    with closing(SqliteStore(path)) as store, store.transaction():
        forget_pieces(store, lambda name: name in names)


def _arrive(first: Page | Problem | None, pages: Iterable[Page | Problem]) -> Iterator[Arrival | Problem]:
    for item in chain(() if first is None else (first,), pages):
        yield item if isinstance(item, Problem) else Arrival(page=item)


def _parse_mapping(mapping: str) -> tuple[str, str]:
    field, sign, column = mapping.partition("=")
    if not sign or not field.strip() or not column.strip():
        raise UsageError(f"`--map {mapping}` names no field and column", hint="such as `--map text=Body`")
    return field.strip(), column.strip()


def _is_within(where: str, path: str) -> bool:
    """True when a problem's place is a path, a line of it, or a file in it."""
    root = STDIN_NAME if path == STDIN else str(Path(path))
    return where == root or where.startswith((f"{root}:", f"{root}{os.sep}"))
