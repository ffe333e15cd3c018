"""Fetch single addresses of a source and hand over what they gave: the page that is followed itself, an entry that waits, a piece that is read again.

In: an address and what is known of its source. Out: a `Step`, what is known afterwards. What is handed over is stored before it is marked as taken.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.records import Page, Problem
from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.entries import FeedEntry, ParseFeed, make_key, make_keys
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.fetch_page import Fetched, Fetcher
from onrecord.sources.fetch.follow_state import FollowState, Pending, SourceState, Watched
from onrecord.sources.fetch.rereading import go_on, put_off, watch
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.visits import Asked, Keep, Taken
from onrecord.sources.fetch.waiting import add_times, delay, mark_taken, note_entries
from onrecord.sources.fetched import read_fetched
from onrecord.sources.readers.reader import make_problem

TRIES = 6
"""Visits in which an entry's page fails in passing before it is given up, and the entry handed over without its page."""
FIRST_AFTER_S = 300.0
_OF_ONE_PAGE = frozenset({"fetch_gone", "fetch_type", "fetch_too_large", "fetch_robots", "fetch_redirects"})
"""Problems that say nothing of other pages of the same host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one address left: the state, what is told of it, and whether its host is left alone for the rest of the visit."""

    state: SourceState
    asked: Asked
    is_host_left: bool = False


class Taker:
    """Fetches and hands over.

    Args:
        fetcher: fetches feeds and pages.
        state: says whether any source took an address.
        parse_feed: bytes of a feed or sitemap and its address -> entries.
        keep: takes one piece and returns when it is stored; is called by one thread at a time.
        clock: tells the time.
    """

    def __init__(self, fetcher: Fetcher, state: FollowState, parse_feed: ParseFeed, keep: Keep, clock: Clock) -> None:
        self._fetcher = fetcher
        self._state = state
        self._parse_feed = parse_feed
        self._keep = keep
        self._clock = clock
        self._keep_lock = threading.Lock()

    def take_page(self, source: Source, state: SourceState, fetched: Fetched) -> tuple[SourceState, int]:
        """Hand over a page that is followed itself, when its bytes are other ones than the last time: those of an earlier time are news again.

        Raises:
            FetchFailedError: it could not be read for now.
        """
        key = make_key(source.url, hashlib.sha256(fetched.data).hexdigest())
        now = self._clock.now()
        if fetched.is_unchanged or key == max(state.seen, key=lambda seen: state.seen[seen], default=None):
            return (state if fetched.is_unchanged else replace(state, validator=fetched.validator, seen={key: now})), 0
        entry = FeedEntry(url=source.url, outlet=source.outlet, lang=source.lang)
        found = tuple(read_fetched(fetched, entry))
        problem = self._hand_over(Taken(key=key, source=source, entry=entry, found=found, problem=None, fetched_at=fetched.fetched_at))
        if problem is not None:
            raise FetchFailedError(problem, is_passing=True)
        return replace(state, validator=fetched.validator, seen={key: now}, times=add_times(state.times, [now])), 1

    def note_listing(self, source: Source, state: SourceState, fetched: Fetched, now: float) -> SourceState:
        """Return the state with the new entries of a feed waiting; while not all of them have room, the feed is read anew each time."""
        state, is_all = note_entries(state, self._parse(source, fetched), now, self._state.is_taken)
        return replace(state, validator=fetched.validator if is_all else None)

    def take_entry(self, source: Source, state: SourceState, pending: Pending) -> Step:
        """Return what is left after one entry was fetched and handed over, or left for later."""
        entry = pending.entry
        try:
            fetched = self._fetcher.get(entry.url)
            if entry.is_list:
                listed = [inner for inner in self._parse(source, fetched) if not inner.is_list]
                state, is_all = note_entries(state, listed, self._clock.now(), self._state.is_taken)
                state = mark_taken(state, pending, self._clock.now()) if is_all else delay(state, pending, self._clock.now() + FIRST_AFTER_S)
                return Step(state=state, asked=Asked(url=entry.url))
        except FetchFailedError as failure:
            return self._leave_entry(source, state, pending, failure)
        found = _read(source, entry, fetched)
        problem = self._hand_over(Taken(key=make_keys(entry)[1], source=source, entry=entry, found=found, problem=None, fetched_at=fetched.fetched_at))
        now, asked = self._clock.now(), Asked(url=entry.url, problem=problem)
        if problem is not None and pending.tries + 1 < TRIES:
            return Step(state=delay(state, replace(pending, tries=pending.tries + 1), now + _find_pause(pending.tries + 1)), asked=asked)
        mark, validator = (_make_mark(entry, fetched), fetched.validator) if problem is None else ("", None)
        return Step(state=watch(mark_taken(state, pending, now), entry, mark, validator, now), asked=asked)

    def read_again(self, source: Source, state: SourceState, watched: Watched) -> Step:
        """Return what is left after a piece was read again, and handed over if it changed or is gone."""
        entry = watched.entry
        try:
            fetched = self._fetcher.get(entry.url, watched.validator)
        except FetchFailedError as failure:
            return self._leave_watched(source, state, watched, failure)
        mark = watched.mark if fetched.is_unchanged else _make_mark(entry, fetched)
        if mark != watched.mark:
            found = _read(source, entry, fetched)
            problem = self._hand_over(Taken(key=mark, source=source, entry=entry, found=found, problem=None, fetched_at=fetched.fetched_at))
            if problem is not None:
                return Step(state=put_off(state, watched, None, self._clock.now(), is_tried=True), asked=Asked(url=entry.url, problem=problem))
        now = self._clock.now()
        return Step(state=go_on(state, replace(watched, read_at=now, mark=mark, validator=fetched.validator, is_gone=False), now), asked=Asked(url=entry.url))

    def _leave_entry(self, source: Source, state: SourceState, pending: Pending, failure: FetchFailedError) -> Step:
        """Return what is left after an entry could not be fetched: it waits for another try, or is handed over without a page."""
        entry, problem, now = pending.entry, failure.problem, self._clock.now()
        asked = Asked(url=entry.url, problem=problem, is_of_host=failure.is_of_host)
        tries = pending.tries + (problem.code != "fetch_later")
        if failure.is_passing and tries < TRIES:
            after = now + max(failure.wait_s or 0.0, _find_pause(tries))
            return Step(state=delay(state, replace(pending, tries=tries), after), asked=asked, is_host_left=True)
        if not entry.is_list:
            self._hand_over(Taken(key=make_keys(entry)[1], source=source, entry=entry, found=(), problem=problem, fetched_at=None))
        return Step(state=mark_taken(state, pending, self._clock.now()), asked=asked, is_host_left=failure.is_of_host)

    def _leave_watched(self, source: Source, state: SourceState, watched: Watched, failure: FetchFailedError) -> Step:
        """Return what is left after a piece could not be read again: it is tried once more, left as it is, or gone, which is told once."""
        entry, problem, now = watched.entry, failure.problem, self._clock.now()
        asked = Asked(url=entry.url, problem=problem, is_of_host=failure.is_of_host)
        is_host_left = failure.is_of_host or problem.code not in _OF_ONE_PAGE
        if failure.is_passing:
            return Step(state=put_off(state, watched, failure.wait_s, now, is_tried=problem.code != "fetch_later"), asked=asked, is_host_left=is_host_left)
        if problem.code != "fetch_gone":
            return Step(state=go_on(state, replace(watched, read_at=now), now), asked=asked, is_host_left=is_host_left)
        if not watched.is_gone:
            self._hand_over(Taken(key=make_key(entry.url, "gone"), source=source, entry=entry, found=(), problem=problem, fetched_at=None))
        state = go_on(state, replace(watched, read_at=now, mark="", validator=None, is_gone=True), now)
        return Step(state=state, asked=Asked(url=entry.url, is_still_gone=True) if watched.is_gone else asked)

    def _parse(self, source: Source, fetched: Fetched) -> Sequence[FeedEntry]:
        """Return the entries of a feed.

        Raises:
            FetchFailedError: `feed_unreadable`.
        """
        try:
            return self._parse_feed(fetched.data, fetched.final_url)
        except ValueError as error:
            problem = make_problem(fetched.url, "feed_unreadable", f"what `{source.name}` gave is no {source.kind}: {error}", "open the address in a browser; it may have moved")
            raise FetchFailedError(problem) from error

    def _hand_over(self, taken: Taken) -> Problem | None:
        with self._keep_lock:
            return self._keep(taken)


def _find_pause(tries: int) -> float:
    """Return for how many seconds an entry is left that failed so many times."""
    return FIRST_AFTER_S * 2.0 ** max(0, tries - 1)


def _read(source: Source, entry: FeedEntry, fetched: Fetched) -> tuple[Page | Problem, ...]:
    """Return what an address gave, with what the feed and the list of sources say of it."""
    return tuple(read_fetched(fetched, replace(entry, lang=entry.lang or source.lang, outlet=entry.outlet or source.outlet)))


def _make_mark(entry: FeedEntry, fetched: Fetched) -> str:
    return make_key(entry.url, hashlib.sha256(fetched.data).hexdigest())
