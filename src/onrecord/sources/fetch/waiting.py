"""What becomes of an entry that a feed lists: it waits to be fetched, is taken, or left for later. Pure: a state in, a state out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.sources.fetch.entries import FeedEntry, make_keys, read_moment
from onrecord.sources.fetch.follow_state import Pending, SourceState
from onrecord.sources.fetch.rereading import note_headlines
from onrecord.sources.fetch.schedule import MAX_TIMES, NEWEST_TIMES, THIN_S

MAX_PENDING = 1000
"""Entries, and lists of entries, written down at once; what a feed lists beyond is taken when it is read again."""
FORGET_AFTER_S = 180 * 24 * 3600.0
"""Keys of entries that a feed no longer lists are forgotten after so long."""
OLDEST_S = 400 * 24 * 3600.0
"""An entry that says it is older tells nothing of the rhythm of its source."""


def note_entries(state: SourceState, entries: Sequence[FeedEntry], now: float, is_taken: Callable[[str], bool]) -> tuple[SourceState, bool]:
    """Return the state with the new ones among entries waiting, and whether there was room for all of them.

    Args:
        state: what is known of the source.
        entries: what it lists.
        now: seconds since 1970.
        is_taken: says of the key of an address whether any source took it.
    """
    state = note_headlines(state, entries, now) if state.watched else state
    seen, waiting = dict(state.seen), {key for pending in state.pending for key in make_keys(pending.entry)}
    room = {kind: MAX_PENDING - sum(other.entry.is_list == kind for other in state.pending) for kind in (True, False)}  # apart, or lists could fill all
    found: list[FeedEntry] = []
    is_all = True
    for entry in entries:
        keys = make_keys(entry)
        if known := [key for key in keys if key in seen]:
            seen.update(dict.fromkeys(known, now))
        elif is_taken(keys[1]):
            seen.update(dict.fromkeys(keys, now))
        elif waiting.isdisjoint(keys):
            is_all = room[entry.is_list] > 0
            if not is_all:
                break
            room[entry.is_list] -= 1
            waiting.update(keys)
            found.append(entry)
    kept = {key: at for key, at in seen.items() if now - at < FORGET_AFTER_S}
    pending = (*state.pending, *(Pending(entry=entry) for entry in found))
    is_first = not (state.seen or state.pending or state.times)
    moments = [moment for entry in found if not entry.is_list and (moment := find_moment(entry, now, is_first=is_first)) is not None]
    return replace(state, seen=kept, pending=pending, times=add_times(state.times, moments)), is_all


def mark_taken(state: SourceState, pending: Pending, now: float) -> SourceState:
    """Return the state with a waiting entry marked as taken."""
    others = tuple(other for other in state.pending if other.entry != pending.entry)
    return replace(state, pending=others, seen={**state.seen, **dict.fromkeys(make_keys(pending.entry), now)})


def delay(state: SourceState, pending: Pending, after: float) -> SourceState:
    """Return the state with a waiting entry left for later."""
    later = replace(pending, after=after)
    return replace(state, pending=tuple(later if other.entry == pending.entry else other for other in state.pending))


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
