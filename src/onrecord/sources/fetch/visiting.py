"""Visit a source once: read what it lists when that is due, take what is new or waits, read again what is due for that.

What is known of the source is written down after each address, so that a kill at any moment costs one address at most.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace

from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.entries import FeedEntry, find_host, make_keys
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.fetch_page import Fetcher
from onrecord.sources.fetch.follow_state import FollowState, SourceState
from onrecord.sources.fetch.rereading import list_due
from onrecord.sources.fetch.schedule import find_listing_due, is_silent
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.taking import Step, Taker
from onrecord.sources.fetch.visits import Asked, Visit
from onrecord.sources.fetch.waiting import mark_taken

ENTRIES_PER_VISIT = 50
"""Entries fetched and pieces read again; then another source has its turn."""


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What was done in a visit so far; `silent_hosts` are not asked again in it."""

    now: float
    state: SourceState
    was_failing: bool
    asked: list[Asked] = field(default_factory=list)
    silent_hosts: set[str] = field(default_factory=set)
    new: int = 0
    taken: int = 0
    failed: int = 0
    again: int = 0
    spent: int = 0

    def close(self, source: Source) -> Visit:
        """Return the visit."""
        state = self.state
        return Visit(
            source=source, at=self.now, new=self.new, taken=self.taken, failed=self.failed, waiting=len(state.pending), again=self.again, asked=tuple(self.asked),
            is_failing=bool(state.failures), was_failing=self.was_failing, silent_since=state.times[-1] if is_silent(state) else None,
        )  # fmt: skip


class Visitor:
    """Visits sources, several at the same time where several threads ask.

    Args:
        fetcher: fetches what sources list.
        state: where is written down what is known of each source.
        taker: fetches entries and hands them over.
        clock: tells the time.
    """

    def __init__(self, fetcher: Fetcher, state: FollowState, taker: Taker, clock: Clock) -> None:
        self._fetcher = fetcher
        self._state = state
        self._taker = taker
        self._clock = clock
        self._busy_lock = threading.Lock()
        self._busy: set[str] = set()

    def visit(self, source: Source) -> Visit:
        """Read what a source lists if that is due, take what is new or waiting, and read again what is due for that."""
        now, state = self._clock.now(), self._state.load(source.url)
        tally = _Tally(now=now, state=replace(state, tried_at=now), was_failing=bool(state.failures))
        if find_listing_due(source, tally.state) <= now:
            self._read_listing(source, tally)
        self._take_waiting(source, tally)
        self._read_due(source, tally)
        if tally.state != self._state.load(source.url):
            self._state.save(source.url, tally.state)
        return tally.close(source)

    def _read_listing(self, source: Source, tally: _Tally) -> None:
        """Read what the source lists, or the page that is followed itself."""
        now, state = tally.now, tally.state
        before = {pending.entry.url for pending in state.pending}
        try:
            fetched = self._fetcher.get(source.url, state.validator)
            good = replace(state, listed_at=now, good_at=now, failures=0, problem=None)
            if source.kind == "page":
                tally.state, tally.new = self._taker.take_page(source, good, fetched)
                tally.taken = tally.new
            else:
                tally.state = good if fetched.is_unchanged else self._taker.note_listing(source, good, fetched, now)
            tally.asked.append(Asked(url=source.url))
        except FetchFailedError as failure:
            tally.asked.append(Asked(url=source.url, problem=failure.problem, is_of_host=failure.is_of_host))
            tally.silent_hosts |= {find_host(source.url)} if failure.is_of_host else set()
            tally.state = replace(state, listed_at=now, failures=state.failures + 1, problem=failure.problem.message)
        tally.new += sum(pending.entry.url not in before for pending in tally.state.pending)
        self._state.save(source.url, tally.state)

    def _take_waiting(self, source: Source, tally: _Tally) -> None:
        """Take entries that wait, as many as a visit may."""
        for pending in tally.state.pending:
            if tally.spent >= ENTRIES_PER_VISIT:
                break
            if pending.after > tally.now or find_host(pending.entry.url) in tally.silent_hosts or not self._claim(pending.entry):
                continue
            try:
                if self._state.is_taken(make_keys(pending.entry)[1]):
                    tally.state = mark_taken(tally.state, pending, tally.now)
                    continue
                step = self._taker.take_entry(source, tally.state, pending)
                is_good = self._note(source, tally, pending.entry, step)
            finally:
                self._busy.discard(make_keys(pending.entry)[1])
            tally.taken += is_good and not pending.entry.is_list
            tally.failed += not is_good

    def _read_due(self, source: Source, tally: _Tally) -> None:
        """Read again the pieces that are due for that, as many as a visit may."""
        for watched in list_due(tally.state, tally.now):
            if tally.spent >= ENTRIES_PER_VISIT:
                break
            if find_host(watched.entry.url) not in tally.silent_hosts:
                tally.again += self._note(source, tally, watched.entry, self._taker.read_again(source, tally.state, watched))

    def _note(self, source: Source, tally: _Tally, entry: FeedEntry, step: Step) -> bool:
        """Write down what one address left; True when nothing went wrong."""
        tally.state = step.state
        self._state.save(source.url, step.state)
        tally.spent += 1
        tally.asked.append(step.asked)
        tally.silent_hosts |= {find_host(entry.url)} if step.is_host_left else set()
        return step.asked.problem is None

    def _claim(self, entry: FeedEntry) -> bool:
        """True when no other worker fetches this address now."""
        key = make_keys(entry)[1]
        with self._busy_lock:
            is_free = key not in self._busy
            self._busy.add(key)
            return is_free
