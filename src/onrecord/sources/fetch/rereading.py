"""When a piece that was taken is read again, and what is remembered of it for that. Pure: what is known and the time in, what is to come out.

News changes after publication, and mostly soon: a piece is read again ever more seldom, then no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.sources.fetch.entries import FeedEntry, read_moment
from onrecord.sources.fetch.follow_state import SourceState, Watched
from onrecord.sources.fetch.schedule import JITTER, find_fraction
from onrecord.sources.fetch.validators import Validator

AGES_S = (3600.0, 6 * 3600.0, 24 * 3600.0, 3 * 24 * 3600.0, 7 * 24 * 3600.0)
"""Ages at which a piece is read again, early or late by `JITTER`. A first setting: about a fifth of all pieces change within a week, most of these within a day."""
LEAST_PAUSE_S = 1800.0
"""Two readings of a piece are never nearer than this; what would be due sooner is left out."""
AGAIN_TRIES = 3
"""Visits in which a piece fails in passing before this reading is left out."""
FIRST_AFTER_S = 300.0
MAX_WATCHED = 1000
"""Pieces of one source that are watched at once: the youngest."""


def watch(state: SourceState, entry: FeedEntry, mark: str, validator: Validator | None, now: float) -> SourceState:
    """Return the state with a piece that was just taken watched; unchanged when it is too old to be read again.

    Args:
        state: what is known of its source.
        entry: the piece.
        mark: the digest of its bytes.
        validator: what the server said of their version.
        now: seconds since 1970.
    """
    published = read_moment(entry.published or entry.modified)
    since = published if published is not None and 0 < published <= now else now
    new = _plan(Watched(entry=entry, since=since, read_at=now, mark=mark, validator=validator), 0, now)
    if new is None:
        return state
    others = [other for other in state.watched if other.entry.url != entry.url]
    return replace(state, watched=tuple(sorted([*others, new], key=lambda watched: watched.since)[-MAX_WATCHED:]))


def list_due(state: SourceState, now: float) -> Sequence[Watched]:
    """Return the pieces that are to be read again, the longest overdue first."""
    return sorted((watched for watched in state.watched if watched.after <= now), key=lambda watched: watched.after)


def go_on(state: SourceState, watched: Watched, now: float) -> SourceState:
    """Return the state after a reading: with the next one planned, or without the piece when that was the last.

    Args:
        state: what is known of the source.
        watched: the piece with what is known of it now.
        now: seconds since 1970.
    """
    return _put(state, watched.entry.url, _plan(watched, watched.step + 1, now))


def put_off(state: SourceState, watched: Watched, wait_s: float | None, now: float, *, is_tried: bool) -> SourceState:
    """Return the state after a reading that failed in passing: it is tried again soon, and after some times left out.

    Args:
        state: what is known of the source.
        watched: the piece.
        wait_s: how long the server asks to wait, `None` when it did not say.
        now: seconds since 1970.
        is_tried: whether the server was really asked.
    """
    tries = watched.tries + is_tried
    if tries >= AGAIN_TRIES:
        return go_on(state, watched, now)
    after = now + max(wait_s or 0.0, FIRST_AFTER_S * 2.0 ** max(0, tries - 1))
    return _put(state, watched.entry.url, replace(watched, tries=tries, after=after))


def note_headlines(state: SourceState, entries: Iterable[FeedEntry], now: float) -> SourceState:
    """Return the state with the watched pieces whose headline in the feed is another one now due for reading: these were changed."""
    known = {watched.entry.url: watched for watched in state.watched}
    for entry in entries:
        watched = known.get(entry.url)
        if watched is not None and entry.title and entry.title != watched.entry.title:
            after = min(watched.after, max(now, watched.read_at + LEAST_PAUSE_S))
            known[entry.url] = replace(watched, entry=replace(watched.entry, title=entry.title), mark="", validator=None, after=after)
    return replace(state, watched=tuple(known.values()))


def _plan(watched: Watched, first: int, now: float) -> Watched | None:
    """Return a piece with its next reading, the first from `first` on that is not too near; `None` when there is no more."""
    for step in range(first, len(AGES_S)):
        after = watched.since + AGES_S[step] * (1 + JITTER * (2 * find_fraction(f"{watched.entry.url} {step}") - 1))
        if after >= now + LEAST_PAUSE_S:
            return replace(watched, step=step, after=after, tries=0)
    return None


def _put(state: SourceState, url: str, watched: Watched | None) -> SourceState:
    """Return the state with what is known of one piece replaced."""
    kept = tuple(known for other in state.watched if (known := watched if other.entry.url == url else other) is not None)
    return replace(state, watched=kept)
