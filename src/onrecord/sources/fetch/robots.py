"""What a host's robots.txt allows, and how slowly.

In: an address. Out: a `Verdict`. Kept for each origin for as long as its answer is fresh.
Source: RFC 9309 (4xx = everything is allowed; 5xx or no answer = nothing is, for now; at least 500 KiB are read).
"""

from __future__ import annotations

import math
import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from onrecord.records import Problem
from onrecord.sources.fetch.addresses import Target
from onrecord.sources.fetch.agent import PRODUCT
from onrecord.sources.fetch.clock import Clock
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.transport import Answer

FRESH_S = 24 * 3600.0
"""RFC 9309, section 2.4: not to be used for more than 24 hours."""
LEAST_FRESH_S = 600.0
"""Not asked more often than this, whatever the answer says of its age; also the time before a silent host is asked again."""
LIMIT_BYTES = 512 * 1024
MAX_ORIGINS = 10_000
_FOR_NOW = frozenset({408, 425, 429})
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})")
_PASSING_CODES = frozenset({"fetch_later"})
_HOST_CODES = frozenset({"fetch_dns", "fetch_connect", "fetch_tls"})
"""What is wrong with the host itself, whatever it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """May the address be fetched; seconds between two requests that the host asks for, `None` = it asks for none; is a refusal for now only;
    what is wrong with the host itself, `None` = nothing that is known."""

    is_allowed: bool
    delay_s: float | None = None
    is_passing: bool = False
    host_problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    rules: Protego | None
    until: float
    host_problem: Problem | None = None


class Robots:
    """Asks hosts for their robots.txt and remembers the answers.

    Args:
        ask: fetches an address of robots.txt, redirects followed, at most `LIMIT_BYTES` of it.
        clock: tells the time.
    """

    def __init__(self, ask: Callable[[str], Answer], clock: Clock) -> None:
        self._ask = ask
        self._clock = clock
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def judge(self, target: Target) -> Verdict:
        """Return what robots.txt says of an address.

        Raises:
            FetchFailedError: the host may not be connected to, or asks to be left alone.
        """
        with self._lock:
            kept = self._kept.get(target.origin)
        if kept is None or kept.until <= self._clock.now():
            kept = self._read(target.origin, kept)
            with self._lock:
                self._kept[target.origin] = kept
                self._kept.move_to_end(target.origin)
                if len(self._kept) > MAX_ORIGINS:
                    self._kept.popitem(last=False)
        if kept.rules is None:
            return Verdict(is_allowed=False, is_passing=True, host_problem=kept.host_problem)
        return Verdict(is_allowed=kept.rules.can_fetch(target.url, PRODUCT), delay_s=_find_delay(kept.rules))

    def _read(self, origin: str, stale: _Kept | None) -> _Kept:
        """Return what the host says now. While it does not answer, rules it gave before hold on."""
        now = self._clock.now()
        try:
            answer = self._ask(f"{origin}/robots.txt")
        except FetchFailedError as failure:
            if failure.problem.code in ("fetch_redirects", "fetch_bad_address"):
                return _Kept(rules=Protego.parse(""), until=now + LEAST_FRESH_S)
            if failure.problem.code == "fetch_refused_address" or failure.problem.code in _PASSING_CODES:
                raise
            host_problem = failure.problem if failure.problem.code in _HOST_CODES else None
            return _Kept(rules=stale.rules if stale else None, until=now + LEAST_FRESH_S, host_problem=host_problem)
        if answer.status == 200:
            return _Kept(rules=Protego.parse(answer.body[:LIMIT_BYTES].decode("utf-8-sig", "replace")), until=now + _find_freshness(answer))
        if 400 <= answer.status < 500 and answer.status not in _FOR_NOW:
            return _Kept(rules=Protego.parse(""), until=now + _find_freshness(answer))
        return _Kept(rules=stale.rules if stale else None, until=now + LEAST_FRESH_S)


def _find_freshness(answer: Answer) -> float:
    """Return for how many seconds an answer holds."""
    found = _MAX_AGE.search(answer.fields.get("cache-control", "").lower())
    return min(FRESH_S, max(LEAST_FRESH_S, float(found.group(1)))) if found else FRESH_S


def _find_delay(rules: Protego) -> float | None:
    """Return the seconds between two requests that the rules ask for, as delay or as rate."""
    rate = rules.request_rate(PRODUCT)
    wishes = [rules.crawl_delay(PRODUCT), rate.seconds / rate.requests if rate and rate.requests else None]
    known = [wish for wish in wishes if wish is not None and math.isfinite(wish) and wish > 0]
    return max(known, default=None)
