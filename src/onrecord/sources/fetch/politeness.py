"""How often a host is asked: one request at a time, seconds between two, longer when it says so; and how often in vain.

Waiting goes through the clock that is given. May be shared by threads: each host has one lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TypeVar

from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.readers.reader import make_problem

Result = TypeVar("Result")
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that say "later", not "no"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Seconds between two requests to one host; the longest wait that is waited out at once; tries in all; first and longest pause between tries."""

    delay_s: float = 1.0
    longest_wait_s: float = 120.0
    tries: int = 3
    first_pause_s: float = 2.0
    longest_pause_s: float = 60.0


class _Host:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0


class Politeness:
    """Gives turns at hosts.

    Args:
        clock: tells the time and waits.
        random: returns a number from 0 to 1, for the jitter of pauses.
        manners: how long and how often.
    """

    def __init__(self, clock: Clock, random: Callable[[], float], manners: Manners | None = None) -> None:
        self._clock = clock
        self._random = random
        self.manners = manners or Manners()
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, url: str, delay_s: float | None = None) -> Iterator[None]:
        """Wait until the host may be asked, and keep it from others meanwhile.

        Args:
            host: the host's name.
            url: the address, for the message.
            delay_s: seconds between two requests that the host's robots.txt asks for; the longer of this and our own counts.

        Raises:
            FetchFailedError: `fetch_later`, the wait would be longer than `longest_wait_s`.
        """
        state = self._state_of(host)
        with state.lock:
            wait = state.free_at - self._clock.now()
            if wait > self.manners.longest_wait_s:
                raise FetchFailedError(
                    make_problem(url, "fetch_later", f"`{host}` asks to be left alone for {wait:.0f} s more", "it is asked again later"), is_passing=True, wait_s=wait
                )
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                state.free_at = max(state.free_at, self._clock.now() + max(self.manners.delay_s, delay_s or 0.0))

    def hold(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for so long, as it said itself (`Retry-After`)."""
        state = self._state_of(host)
        state.free_at = max(state.free_at, self._clock.now() + seconds)

    def try_often(self, request: Callable[[], Result]) -> Result:
        """Return what a request returns; one that fails in passing is repeated after a pause that doubles, with jitter.

        Only requests that change nothing on the server may be given.

        Raises:
            FetchFailedError: the last failure, or the first that does not pass or asks for a wait longer than `longest_wait_s`.
        """
        for number in range(1, self.manners.tries + 1):
            try:
                return request()
            except FetchFailedError as failure:
                if not failure.is_passing or number == self.manners.tries or (failure.wait_s or 0.0) > self.manners.longest_wait_s:
                    raise
                longest = min(self.manners.longest_pause_s, self.manners.first_pause_s * 2 ** (number - 1))
                self._clock.sleep(max(failure.wait_s or 0.0, longest * (0.5 + 0.5 * self._random())))
        raise ValueError("`tries` must be at least 1")

    def _state_of(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())


def read_retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds a `Retry-After` field asks to wait, given as seconds or as a date; `None` when it says nothing.

    Source: RFC 9110, section 10.2.3.
    """
    word = (value or "").strip()
    if word.isascii() and word.isdigit():
        return float(word[:9])
    try:
        moment = parsedate_to_datetime(word)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now)
