"""What the command line says on standard error: progress on long work, and problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

from onrecord.errors import InputError
from onrecord.records import Problem

SHOWN_PROBLEMS = 20


@contextmanager
def show_progress(what: str, total: int | None, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """Give a function to call after each item. A bar appears on a terminal, and not with `--quiet`."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=32), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def list_problems(problems: Iterable[Problem], *, quiet: bool) -> None:
    """Print problems to standard error, the first `SHOWN_PROBLEMS` of them whole."""
    from onrecord.views.display import make_inert_line

    if quiet:
        return
    found = list(problems)
    for problem in found[:SHOWN_PROBLEMS]:
        hint = f" (hint: {problem.hint})" if problem.hint else ""
        click.echo(make_inert_line(f"problem [{problem.code}] {problem.where}: {problem.message}{hint}"), err=True)
    if len(found) > SHOWN_PROBLEMS:
        click.echo(f"... and {len(found) - SHOWN_PROBLEMS} more; a briefing in JSON or HTML lists them all", err=True)


def describe_reserved(reserved: Mapping[str, Sequence[Problem]]) -> str:
    """Return how many articles were kept with reservations, and which, as the end of a line; empty for none."""
    return describe_reservations(len(reserved), count_codes(reserved))


def count_codes(reserved: Mapping[str, Sequence[Problem]]) -> Counter[str]:
    """Return about how many articles there is a reservation of each code."""
    return Counter(code for problems in reserved.values() for code in {problem.code for problem in problems})


def describe_reservations(number: int, codes: Mapping[str, int]) -> str:
    """Return that so many articles were kept with reservations, and which, as the end of a line; empty for none."""
    return f", {number} kept with reservations ({', '.join(f'{code} {times}' for code, times in sorted(codes.items()))})" if number else ""


def list_reserved(reserved: Mapping[str, Sequence[Problem]]) -> None:
    """Print the reservations about articles that were kept to standard error."""
    from onrecord.views.display import make_inert_line

    for name, problems in reserved.items():
        for problem in problems:
            click.echo(make_inert_line(f"reservation [{problem.code}] {problem.where} ({name}): {problem.message}"), err=True)


def make_nothing_read(problems: Sequence[Problem], hint: str, count: int | None = None) -> InputError:
    """Return the error that no article could be read.

    Args:
        problems: why; the first one is told.
        hint: the next step, where the first problem names none of its own.
        count: how many there are, where not all are given.
    """
    if not problems:
        return InputError("no article could be read", hint=hint)
    number = len(problems) if count is None else count
    told = f": {problems[0].message}" if number == 1 else f"; the first of {number} problems: {problems[0].message}"
    return InputError(f"no article could be read{told}", hint=problems[0].hint or hint)
