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
from onrecord.sources.fetch.entries import find_host
from onrecord.sources.fetch.visits import Visit
from onrecord.sources.isolation import PASSING
from onrecord.views.display import make_inert_line

MOST_TOLD = 10_000
"""Places whose problems are remembered: a few thousand sources at their worst. Those that were asked for longest ago are forgotten first."""
_VARYING = frozenset({"fetch_later", "fetch_timeout"})
"""Problems whose message counts down, or says where the time ran out: they are the same one in other words."""
_ANSWERED = frozenset({"fetch_gone", "fetch_status", "fetch_type", "fetch_too_large", "fetch_encoding", "fetch_redirects"}) | PASSING
"""Problems of a page whose host answered: what was wrong with the host is over."""

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
        """Return which problems of a place are to be said now, and which are over. Those of a host are over together, once it answers.

        Args:
            place: what was asked for.
            problems: all that is wrong there now; none when it was read without any.
        """
        is_host = place[0] == "host"
        before = self._told.pop(place, {})
        now = {_make_mark(place, problem): problem for problem in problems}
        new = {mark: problem for mark, problem in now.items() if mark not in before or _is_changed(before[mark], problem)}
        if now:
            self._told[place] = {mark: new.get(mark, before.get(mark, problem)) for mark, problem in {**(before if is_host else {}), **now}.items()}
            if len(self._told) > self._most:
                self._told.popitem(last=False)
        changed = {problem.where for problem in new.values()}
        over = [problem for mark, problem in before.items() if mark not in now and problem.where not in changed]
        self.count += len(new)
        self.first = self.first or next(iter(new.values()), None)
        return list(new.values()), [] if is_host and now else over


def tell_visit(visit: Visit, texts: Iterable[tuple[str, Sequence[Problem]]], teller: Teller, *, quiet: bool) -> None:
    """Say what went wrong in a visit and was not said before, and what is over.

    Args:
        visit: the visit.
        texts: addresses of pages that were kept, each with what could not be read of it.
        teller: what was said.
        quiet: say nothing, and count all the same.
    """
    noted = [teller.note(place, problems) for place, problems in _list_places(visit).items()]
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


def _list_places(visit: Visit) -> dict[Place, list[Problem]]:
    """Return the places that a visit tells of, each with what is wrong there. A host that failed in it has not answered for good."""
    places: dict[Place, list[Problem]] = {}
    hosts: dict[Place, list[Problem]] = {}
    for asked in visit.asked:
        url, found = asked.url, [asked.problem] if asked.problem is not None else []
        host: Place = ("host", find_host(url))
        if url == visit.source.url:
            places["list", url] = found
        elif asked.is_of_host:
            hosts.setdefault(host, []).extend(found)
        else:
            if not asked.is_still_gone:
                places["page", url] = found
            if all(problem.code in _ANSWERED for problem in found):
                hosts.setdefault(host, [])
    return {**places, **hosts}


def _make_mark(place: Place, problem: Problem) -> _Mark:
    return (problem.code,) if place[0] == "host" or problem.code in _VARYING else (problem.where, problem.code, problem.message)


def _is_changed(before: Problem, now: Problem) -> bool:
    """True when a problem with the same mark is told in other words; who else has words in its mark tells it anyway."""
    return now.code not in _VARYING and before.message != now.message
