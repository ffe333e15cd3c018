"""Follow sources: read what each lists when it is due, fetch what is new, hand it over, remember it, and read it again later.

Nothing is lost and nothing taken twice when the process is killed: what a feed lists is written down before the first page is
fetched, and an entry is marked as taken only after `keep` returned. A kill between the two hands the same entry over again, so
`keep` must be idempotent. The same holds for pieces that are read again (`rereading`): what changed is handed over, then marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.entries import ParseFeed
from onrecord.sources.fetch.fetch_page import Fetcher
from onrecord.sources.fetch.follow_state import FollowState
from onrecord.sources.fetch.schedule import find_due
from onrecord.sources.fetch.side_by_side import do_each
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.taking import Taker
from onrecord.sources.fetch.visiting import Visitor
from onrecord.sources.fetch.visits import Keep, Visit

NAP_S = 60.0
"""How long the loop waits before it asks `stop` again."""


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
        self._state = state
        self._clock = clock
        self._visitor = Visitor(fetcher, state, Taker(fetcher, state, parse_feed, keep, clock), clock)

    def follow(self, sources: Sequence[Source], *, until: float | None = None, stop: Callable[[], bool] = lambda: False, workers: int = 1) -> Iterator[Visit]:
        """Yield visits as they end, for ever or as long as asked.

        Args:
            sources: the list.
            until: seconds since 1970 at which to end; `None` = never.
            stop: asked between visits and at least once a minute; True ends the loop.
            workers: sources visited at the same time; one host is asked one thing at a time all the same.
        """
        while sources and not stop() and (until is None or self._clock.now() < until):
            due = self.list_due(sources)
            if due and workers == 1:
                yield self.visit(due[0])
            elif due:
                yield from do_each(self.visit, due, workers)
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
        return self._visitor.visit(source)
