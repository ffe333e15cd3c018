"""Follow sources: read what each lists when it is due, fetch what is new, hand it over, remember it, and read it again later.

Nothing is lost and nothing taken twice when the process is killed: what a feed lists is written down before the first page is
fetched, and an entry is marked as taken only after `keep` returned. A kill between the two hands the same entry over again, so
`keep` must be idempotent. The same holds for pieces that are read again (`rereading`): what changed is handed over, then marked.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from onrecord.records import Page, Problem
from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.entries import FeedEntry, ParseFeed, make_key, make_keys
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.fetch_page import Fetched, Fetcher, make_fetched_page
from onrecord.sources.fetch.follow_state import FollowState, Pending, SourceState, Watched
from onrecord.sources.fetch.rereading import go_on, list_due, put_off, watch
from onrecord.sources.fetch.schedule import find_due, find_listing_due, is_silent
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.waiting import add_times, delay, host_of, mark_taken, note_entries
from onrecord.sources.readers.reader import make_problem

ENTRIES_PER_VISIT = 50
"""Entries fetched and pieces read again; then another source has its turn."""
TRIES = 6
"""Visits in which an entry's page fails in passing before it is given up, and the entry handed over without its page."""
FIRST_AFTER_S = 300.0
_OF_ONE_PAGE = frozenset({"fetch_gone", "fetch_type", "fetch_too_large", "fetch_robots", "fetch_redirects"})
"""Problems that say nothing of other pages of the same host."""
NAP_S = 60.0
"""How long the loop waits before it asks `stop` again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is handed to `keep`: the entry with its page, or without one and with the problem that says why. `key` is the same each time it is handed over.

    A piece that changed since is handed over again with its new page under a key of these bytes, one that is gone without a page.
    """

    key: str
    source: Source
    entry: FeedEntry
    page: Page | None
    problem: Problem | None
    fetched_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to a source: how many entries were new, taken with and without page, left waiting; how many pieces were read again.

    `asked` are the addresses asked for, in order, each with what went wrong there, or `None` when it was read. `is_failing`: what the source lists could
    not be read the last time; `was_failing`: and the time before. `silent_since`: seconds since 1970 since when it has been silent, `None` when it is not.
    """

    source: Source
    at: float
    new: int
    taken: int
    failed: int
    waiting: int
    again: int
    asked: tuple[tuple[str, Problem | None], ...]
    is_failing: bool = False
    was_failing: bool = False
    silent_since: float | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong."""
        return tuple(problem for _, problem in self.asked if problem is not None)


Keep = Callable[[Taken], None]


class Follower:
    """Visits sources.

    Args:
        fetcher: fetches feeds and pages.
        state: where is written down what is known of each source.
        parse_feed: bytes of a feed or sitemap and its address -> entries.
        keep: takes one piece and returns when it is stored; is called by one thread at a time.
        clock: tells the time and waits.
    """

    def __init__(self, fetcher: Fetcher, state: FollowState, parse_feed: ParseFeed, keep: Keep, clock: Clock) -> None:
        self._fetcher = fetcher
        self._state = state
        self._parse_feed = parse_feed
        self._keep = keep
        self._clock = clock
        self._keep_lock = threading.Lock()
        self._busy_lock = threading.Lock()
        self._busy: set[str] = set()

    def follow(self, sources: Sequence[Source], *, until: float | None = None, stop: Callable[[], bool] = lambda: False, workers: int = 1) -> Iterator[Visit]:
        """Yield visits as they end, for ever or as long as asked.

        Args:
            sources: the list.
            until: seconds since 1970 at which to end; `None` = never.
            stop: asked between visits and at least once a minute; True ends the loop.
            workers: sources visited at the same time; one host is asked one thing at a time all the same.
        """
        with ThreadPoolExecutor(workers) as pool:
            while sources and not stop() and (until is None or self._clock.now() < until):
                due = self.list_due(sources)
                if due and workers == 1:
                    yield self.visit(due[0])
                elif due:
                    yield from pool.map(self.visit, due)
                else:
                    now = self._clock.now()
                    ends = [find_due(source, self._state.load(source.url)) for source in sources] + ([until] if until is not None else [])
                    self._clock.sleep(min(NAP_S, max(0.0, min(ends) - now)))

    def follow_once(self, sources: Sequence[Source]) -> Iterator[Visit]:
        """Yield one visit to each source that is due."""
        for source in self.list_due(sources):
            yield self.visit(source)

    def list_due(self, sources: Sequence[Source]) -> list[Source]:
        """Return the sources that are due, the longest overdue first."""
        now = self._clock.now()
        due = [(find_due(source, self._state.load(source.url)), number) for number, source in enumerate(sources)]
        return [sources[number] for at, number in sorted(due) if at <= now]

    def visit(self, source: Source) -> Visit:
        """Read what a source lists if that is due, take what is new or waiting, and read again what is due for that."""
        now = self._clock.now()
        state = replace(self._state.load(source.url), tried_at=now)
        was_failing = bool(state.failures)
        asked: list[tuple[str, Problem | None]] = []
        new = taken = failed = spent = 0
        if find_listing_due(source, state) <= now:
            before = {pending.entry.url for pending in state.pending}
            try:
                fetched = self._fetcher.get(source.url, state.validator)
                good = replace(state, listed_at=now, good_at=now, failures=0, problem=None)
                if source.kind == "page":
                    state, new = self._take_page(source, good, fetched)
                    taken = new
                else:
                    state = good if fetched.is_unchanged else self._note_listing(source, good, fetched, now)
                asked.append((source.url, None))
            except FetchFailedError as failure:
                asked.append((source.url, failure.problem))
                state = replace(state, listed_at=now, failures=state.failures + 1, problem=failure.problem.message)
            new += sum(pending.entry.url not in before for pending in state.pending)
            self._state.save(source.url, state)
        silent_hosts: set[str] = set()
        for pending in state.pending[:]:
            if spent >= ENTRIES_PER_VISIT:
                break
            if pending.after > now or host_of(pending.entry) in silent_hosts or not self._claim(pending.entry):
                continue
            try:
                if self._state.is_taken(make_keys(pending.entry)[1]):
                    state = mark_taken(state, pending, now)
                    continue
                state, problem = self._take_entry(source, state, pending)
                self._state.save(source.url, state)
            finally:
                self._busy.discard(make_keys(pending.entry)[1])
            spent += 1
            taken += problem is None and not pending.entry.is_list
            failed += problem is not None
            asked.append((pending.entry.url, problem))
            if problem is not None:
                silent_hosts |= {host_of(other.entry) for other in state.pending if other.entry == pending.entry}
        again = 0
        for watched in list_due(state, now):
            if spent >= ENTRIES_PER_VISIT:
                break
            if host_of(watched.entry) in silent_hosts:
                continue
            state, problem, is_read = self._read_again(source, state, watched)
            self._state.save(source.url, state)
            spent += 1
            again += problem is None
            asked += [(watched.entry.url, problem)] if is_read or problem is not None else []
            if problem is not None:
                silent_hosts |= {host_of(watched.entry)} if problem.code not in _OF_ONE_PAGE else set()
        if state != self._state.load(source.url):
            self._state.save(source.url, state)
        return Visit(
            source=source, at=now, new=new, taken=taken, failed=failed, waiting=len(state.pending), again=again, asked=tuple(asked),
            is_failing=bool(state.failures), was_failing=was_failing, silent_since=state.times[-1] if is_silent(state) else None,
        )  # fmt: skip

    def _claim(self, entry: FeedEntry) -> bool:
        """True when no other worker fetches this address now."""
        key = make_keys(entry)[1]
        with self._busy_lock:
            is_free = key not in self._busy
            self._busy.add(key)
            return is_free

    def _hand_over(self, taken: Taken) -> None:
        with self._keep_lock:
            self._keep(taken)

    def _take_page(self, source: Source, state: SourceState, fetched: Fetched) -> tuple[SourceState, int]:
        """Hand over a page that is followed itself, when its bytes are other ones than the last time: those of an earlier time are news again."""
        key = make_key(source.url, hashlib.sha256(fetched.data).hexdigest())
        now = self._clock.now()
        if fetched.is_unchanged or key == max(state.seen, key=lambda seen: state.seen[seen], default=None):
            return (state if fetched.is_unchanged else replace(state, validator=fetched.validator, seen={key: now})), 0
        entry = FeedEntry(url=source.url, outlet=source.outlet, lang=source.lang)
        page = make_fetched_page(fetched, lang=source.lang, outlet=source.outlet)
        self._hand_over(Taken(key=key, source=source, entry=entry, page=page, problem=None, fetched_at=fetched.fetched_at))
        return replace(state, validator=fetched.validator, seen={key: now}, times=add_times(state.times, [now])), 1

    def _note_listing(self, source: Source, state: SourceState, fetched: Fetched, now: float) -> SourceState:
        """Return the state with the new entries of a feed waiting; while not all of them have room, the feed is read anew each time."""
        state, is_all = note_entries(state, self._parse(source, fetched), now, self._state.is_taken)
        return replace(state, validator=fetched.validator if is_all else None)

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

    def _take_entry(self, source: Source, state: SourceState, pending: Pending) -> tuple[SourceState, Problem | None]:
        """Return the state after one entry was fetched and handed over, or left for later, and the problem if there was one."""
        entry = pending.entry
        page, problem, fetched_at = None, None, None
        try:
            fetched = self._fetcher.get(entry.url)
            if entry.is_list:
                listed = [inner for inner in self._parse(source, fetched) if not inner.is_list]
                state, is_all = note_entries(state, listed, self._clock.now(), self._state.is_taken)
                return (mark_taken(state, pending, self._clock.now()) if is_all else delay(state, pending, self._clock.now() + FIRST_AFTER_S)), None
            page, fetched_at = _make_page(source, entry, fetched), fetched.fetched_at
        except FetchFailedError as failure:
            problem = failure.problem
            tries = pending.tries + (problem.code != "fetch_later")
            if failure.is_passing and tries < TRIES:
                after = self._clock.now() + max(failure.wait_s or 0.0, FIRST_AFTER_S * 2.0 ** max(0, tries - 1))
                return delay(state, replace(pending, tries=tries), after), problem
        if entry.is_list:
            return mark_taken(state, pending, self._clock.now()), problem
        self._hand_over(Taken(key=make_keys(entry)[1], source=source, entry=entry, page=page, problem=problem, fetched_at=fetched_at))
        state = mark_taken(state, pending, self._clock.now())
        return (state if page is None else watch(state, entry, _make_mark(entry, fetched), fetched.validator, self._clock.now())), problem

    def _read_again(self, source: Source, state: SourceState, watched: Watched) -> tuple[SourceState, Problem | None, bool]:
        """Return the state after a piece was read again, and handed over if it changed or is gone; the problem if there is a new one; and whether it was there."""
        entry = watched.entry
        try:
            fetched = self._fetcher.get(entry.url, watched.validator)
        except FetchFailedError as failure:
            now = self._clock.now()
            if failure.is_passing:
                return put_off(state, watched, failure.wait_s, now, is_tried=failure.problem.code != "fetch_later"), failure.problem, False
            if failure.problem.code != "fetch_gone":
                return go_on(state, replace(watched, read_at=now), now), failure.problem, False
            if not watched.is_gone:
                self._hand_over(Taken(key=make_key(entry.url, "gone"), source=source, entry=entry, page=None, problem=failure.problem, fetched_at=None))
            return go_on(state, replace(watched, read_at=now, mark="", validator=None, is_gone=True), now), None if watched.is_gone else failure.problem, False
        mark = watched.mark if fetched.is_unchanged else _make_mark(entry, fetched)
        if mark != watched.mark:
            page = _make_page(source, entry, fetched)
            self._hand_over(Taken(key=mark, source=source, entry=entry, page=page, problem=None, fetched_at=fetched.fetched_at))
        now = self._clock.now()
        return go_on(state, replace(watched, read_at=now, mark=mark, validator=fetched.validator, is_gone=False), now), None, True


def _make_page(source: Source, entry: FeedEntry, fetched: Fetched) -> Page:
    """Return the page of a piece with what the feed and the list of sources say of it."""
    return make_fetched_page(fetched, lang=entry.lang or source.lang, published=entry.published, outlet=entry.outlet or source.outlet, modified=entry.modified)


def _make_mark(entry: FeedEntry, fetched: Fetched) -> str:
    return make_key(entry.url, hashlib.sha256(fetched.data).hexdigest())
