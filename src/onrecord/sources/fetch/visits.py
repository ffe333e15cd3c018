"""What `follow` tells of its work: the pieces it hands over, and what became of a visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import Page, Problem
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.source_list import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is handed to `keep`: the entry with what its address gave, or with the problem that says why it gave nothing. `key` is the same each time it is
    handed over.

    `found` are the pages of what was fetched, of most addresses one, and what could not be read of it, in order; empty when there is a `problem`. A piece
    that changed since is handed over again with what is new under a key of these bytes, one that is gone with nothing.
    """

    key: str
    source: Source
    entry: FeedEntry
    found: tuple[Page | Problem, ...]
    problem: Problem | None
    fetched_at: str | None


Keep = Callable[[Taken], Problem | None]
"""Takes one piece and returns when it is stored; or what kept it from being read that may be over next time: then it is handed over again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An address that was asked for, and what went wrong there, `None` when nothing did.

    `is_of_host`: the problem is that of its host, whichever page is asked for. `is_still_gone`: the server answered once more that the piece is gone, which
    was told before.
    """

    url: str
    problem: Problem | None = None
    is_of_host: bool = False
    is_still_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to a source: how many entries were new, taken with and without page, left waiting; how many pieces were read again.

    `asked` are the addresses asked for, in order. `is_failing`: what the source lists could not be read the last time; `was_failing`: and the time
    before. `silent_since`: seconds since 1970 since when it has been silent, `None` when it is not.
    """

    source: Source
    at: float
    new: int
    taken: int
    failed: int
    waiting: int
    again: int
    asked: tuple[Asked, ...]
    is_failing: bool = False
    was_failing: bool = False
    silent_since: float | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong."""
        return tuple(asked.problem for asked in self.asked if asked.problem is not None)
