"""What `follow` has said of what goes wrong, so that it says a lasting problem once and not at each visit.

In: what went wrong at a place, each time it was asked for. Out: what is new there, and what is over. It holds no more than `MOST_TOLD` places, however
long it runs; a place that is forgotten is told anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import click

from onrecord.cli.progress import list_problems
from onrecord.records import Problem
from onrecord.sources.fetch.visits import Asked, Visit
from onrecord.views.display import make_inert_line

MOST_TOLD = 10_000
"""Places whose problems are remembered: a few thousand sources at their worst. Those that were asked for longest ago are forgotten first."""
OF_HOST = frozenset({"fetch_dns", "fetch_connect", "fetch_tls", "fetch_later"})
"""Problems of a host, whichever of its pages was asked for: told once for all of them."""
_COUNTING = frozenset({"fetch_later"})
"""Problems whose message counts down: it is the same one with another number."""

Place: TypeAlias = tuple[str, str]
"""What was asked for, and its address: the `list` of a source, a `page`, a `host`; or `text`, what was read in a page."""
_Mark: TypeAlias = tuple[str, ...]


class Teller:
    """Remembers what was said; `count` is how many problems, `first` the first of them."""

    def __init__(self, most: int = MOST_TOLD) -> None:
        self.count = 0
        self.first: Problem | None = None
        self._most = most
        self._told: OrderedDict[Place, Mapping[_Mark, Problem]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._told)

    def note(self, place: Place, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
        """Return which problems of a place are to be said now, and which are over.

        Args:
            place: what was asked for.
            problems: all that is wrong there now; none when it was read without any.
        """
        before = self._told.pop(place, {})
        now = {_make_mark(problem): problem for problem in problems}
        if now:
            self._told[place] = {mark: before.get(mark, problem) for mark, problem in now.items()}
            if len(self._told) > self._most:
                self._told.popitem(last=False)
        new = [problem for mark, problem in now.items() if mark not in before]
        changed = {problem.where for problem in new}
        over = [problem for mark, problem in before.items() if mark not in now and problem.where not in changed and not (now and place[0] == "host")]
        self.count += len(new)
        self.first = self.first or next(iter(new), None)
        return new, over


def tell_visit(visit: Visit, texts: Iterable[tuple[str, Sequence[Problem]]], teller: Teller, *, quiet: bool) -> None:
    """Say what went wrong in a visit and was not said before, and what is over.

    Args:
        visit: the visit.
        texts: addresses of pages that were kept, each with what could not be read of it.
        teller: what was said.
        quiet: say nothing, and count all the same.
    """
    noted = [teller.note(place, problems) for asked in visit.asked for place, problems in _list_places(visit, asked)]
    is_back = visit.was_failing and not visit.is_failing and not any(over for _, over in noted[:1])
    tell_texts(texts, teller, noted, quiet=quiet)
    if is_back and not quiet:  # told by a run before this one
        click.echo(make_inert_line(f"over: {visit.source.url} can be read again"), err=True)


def tell_texts(texts: Iterable[tuple[str, Sequence[Problem]]], teller: Teller, noted: Sequence[tuple[list[Problem], list[Problem]]] = (), *, quiet: bool) -> None:
    """Say what could not be read of pages that were kept, after what was noted already."""
    found = [*noted, *(teller.note(("text", url), problems) for url, problems in texts)]
    list_problems([problem for new, _ in found for problem in new], quiet=quiet)
    for problem in [problem for _, over in found for problem in over] if not quiet else ():
        click.echo(make_inert_line(f"over [{problem.code}] {problem.where}: {problem.message}"), err=True)


def _list_places(visit: Visit, asked: Asked) -> list[tuple[Place, tuple[Problem, ...]]]:
    """Return the places that an answer tells of, each with what is wrong there."""
    url, problem = asked.url, asked.problem
    if url == visit.source.url:
        return [(("list", url), () if problem is None else (problem,))]
    host: Place = ("host", url.partition("://")[2].partition("/")[0].lower())
    if problem is None:
        return [(("page", url), ()), (host, ())]
    return [(host if problem.code in OF_HOST else ("page", url), (problem,))]


def _make_mark(problem: Problem) -> _Mark:
    if problem.code in _COUNTING:
        return (problem.code,)
    return (problem.code, problem.message) if problem.code in OF_HOST else (problem.where, problem.code, problem.message)
