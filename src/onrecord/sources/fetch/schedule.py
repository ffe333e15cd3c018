"""When a source is visited next, and whether it has fallen silent. Pure: what is known and the time in, moments out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.sources.fetch.follow_state import FollowState, SourceState
from onrecord.sources.fetch.source_list import Source

JITTER = 0.1
"""Share of the interval by which visits are early or late, so that sources with one interval spread."""
LONGEST_BACKOFF_S = 24 * 3600.0
"""A source that fails is tried ever more seldom, but at least this often, or as often as its interval says."""
PAUSE_S = 60.0
"""Between two visits of a source that has entries waiting or pieces to be read again."""
SILENCE_FACTOR = 4.0
"""Silent = nothing new for so many times the longest pause among the newest entries. A first setting: nights and weekends lie within one."""
LEAST_SILENCE_S = 24 * 3600.0
OUT_OF_PROPORTION = 10.0
OLD_PIECE_S = 21 * 24 * 3600.0
"""A pause of more than this, and so many times the next longest, is no part of a rhythm but before it stands an old piece that the feed still lists."""
LEAST_TIMES = 5
"""Entries it takes to know a rhythm."""
MAX_TIMES = 200
"""Moments of entries that are kept."""
NEWEST_TIMES = 150
"""So many of them are those of the newest entries; of older ones one in `THIN_S`, so that a busy source is known for at least two weeks, weekends included."""
THIN_S = 8 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """How a source stands: times in seconds since 1970, `None` = never or not known; `rhythm_s` is the median pause between entries."""

    source: Source
    tried_at: float | None
    good_at: float | None
    due_at: float
    failures: int
    problem: str | None
    waiting: int
    newest_at: float | None
    rhythm_s: float | None
    is_silent: bool


def find_due(source: Source, state: SourceState) -> float:
    """Return when a source is to be visited next, in seconds since 1970; 0 for one that never was."""
    if state.tried_at is None:
        return 0.0
    feed = find_listing_due(source, state)
    ready = min((*(pending.after for pending in state.pending), *(watched.after for watched in state.watched)), default=feed)
    return min(feed, max(ready, state.tried_at + PAUSE_S))


def find_listing_due(source: Source, state: SourceState) -> float:
    """Return when the feed itself is to be read next; entries that wait are fetched, and pieces taken read again, in between."""
    if state.listed_at is None:
        return 0.0
    spread = 1 + JITTER * (2 * find_fraction(source.url) - 1)
    pause = source.every_s if not state.failures else min(source.every_s * 2.0 ** min(state.failures - 1, 30), max(LONGEST_BACKOFF_S, source.every_s))
    return state.listed_at + pause * spread


def describe_rhythm(times: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the median and the longest pause between entries in seconds, `None` when there are too few to know.

    Feeds keep old pieces at their end ("most read", "about us"): the longest pauses do not count where they are out of all proportion to the next.

    Args:
        times: moments of entries, ascending.
    """
    pauses = sorted(later - earlier for earlier, later in pairwise(times) if later > earlier)
    if len(pauses) < LEAST_TIMES - 1:
        return None, None
    upper = pauses[len(pauses) // 2 :]
    longest = next((shorter for shorter, longer in pairwise(upper) if longer > max(OUT_OF_PROPORTION * shorter, OLD_PIECE_S)), upper[-1])
    return upper[0], longest


def is_silent(state: SourceState) -> bool:
    """True when a source answers but has had nothing new for much longer than ever lately. What nobody looked at is no silence: the last good visit counts."""
    _, longest = describe_rhythm(state.times)
    return longest is not None and state.good_at is not None and state.good_at - state.times[-1] > max(LEAST_SILENCE_S, SILENCE_FACTOR * longest)


def list_status(sources: Sequence[Source], state: FollowState, now: float) -> Iterator[SourceStatus]:
    """Yield how each source stands, in the order given."""
    for source in sources:
        known = state.load(source.url)
        yield SourceStatus(
            source=source, tried_at=known.tried_at, good_at=known.good_at, due_at=find_due(source, known), failures=known.failures, problem=known.problem,
            waiting=len(known.pending), newest_at=known.times[-1] if known.times else None, rhythm_s=describe_rhythm(known.times)[0], is_silent=is_silent(known),
        )  # fmt: skip


def find_fraction(word: str) -> float:
    """Return a number from 0 to 1 that is always the same for a word."""
    return int.from_bytes(hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()[:6]) / 2**48
