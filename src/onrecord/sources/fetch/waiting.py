"""What becomes of an entry that waits to be fetched: taken, or left for later. Pure: a state in, a state out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.sources.fetch.entries import FeedEntry, make_keys, read_moment
from onrecord.sources.fetch.follow_state import Pending, SourceState
from onrecord.sources.fetch.schedule import MAX_TIMES, NEWEST_TIMES, THIN_S

OLDEST_S = 400 * 24 * 3600.0
"""An entry that says it is older tells nothing of the rhythm of its source."""


def mark_taken(state: SourceState, pending: Pending, now: float) -> SourceState:
    """Return the state with a waiting entry marked as taken."""
    others = tuple(other for other in state.pending if other.entry != pending.entry)
    return replace(state, pending=others, seen={**state.seen, **dict.fromkeys(make_keys(pending.entry), now)})


def delay(state: SourceState, pending: Pending, after: float) -> SourceState:
    """Return the state with a waiting entry left for later."""
    later = replace(pending, after=after)
    return replace(state, pending=tuple(later if other.entry == pending.entry else other for other in state.pending))


def host_of(entry: FeedEntry) -> str:
    """Return the host of an entry's address in lower case."""
    return entry.url.partition("://")[2].partition("/")[0].lower()


def find_moment(entry: FeedEntry, now: float, *, is_first: bool) -> float | None:
    """Return when an entry was published, or now when it does not say or cannot be true.

    Args:
        entry: an entry that was not known before.
        now: seconds since 1970.
        is_first: the feed was read for the first time: then what says that it is very old is, and `None` is returned; later it is new all the same.
    """
    moment = read_moment(entry.published or entry.modified)
    if moment is not None and is_first and 0 < moment <= now - OLDEST_S:
        return None
    return moment if moment is not None and now - OLDEST_S < moment <= now else now


def add_times(times: Sequence[float], more: Sequence[float]) -> tuple[float, ...]:
    """Return moments of entries with more of them, ascending: the newest, and of older ones the first in each third of a day, `MAX_TIMES` in all."""
    found = sorted({*times, *more})
    newest, older = found[-NEWEST_TIMES:], found[:-NEWEST_TIMES]
    first: dict[float, float] = {}
    for moment in older:
        first.setdefault(moment // THIN_S, moment)
    return (*tuple(first.values())[NEWEST_TIMES - MAX_TIMES :], *newest)
