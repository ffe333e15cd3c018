"""When sources are due, and when one has fallen silent."""

from __future__ import annotations

from pathlib import Path

from onrecord.sources.fetch.entries import FeedEntry, make_keys, read_moment
from onrecord.sources.fetch.follow_state import FolderState, Pending, SourceState
from onrecord.sources.fetch.schedule import JITTER, MAX_TIMES, describe_rhythm, find_due, is_silent, list_status
from onrecord.sources.fetch.source_list import Source
from onrecord.sources.fetch.waiting import add_times, find_moment

HOUR, DAY, NOW = 3600.0, 86400.0, 1_700_000_000.0
SOURCE = Source(name="A", url="http://a.example/rss", every_s=HOUR)


def test_a_source_never_visited_is_due_at_once() -> None:
    assert find_due(SOURCE, SourceState()) == 0


def test_a_source_is_due_after_its_interval_early_or_late_by_a_share_that_is_its_own() -> None:
    state = SourceState(tried_at=NOW, listed_at=NOW, good_at=NOW)
    waits = [find_due(Source(name=str(i), url=f"http://{i}.example/", every_s=HOUR), state) - NOW for i in range(200)]
    assert all(HOUR * (1 - JITTER) <= wait <= HOUR * (1 + JITTER) for wait in waits)
    assert len(set(waits)) > 190
    assert find_due(SOURCE, state) == find_due(SOURCE, state)


def test_a_source_that_fails_is_tried_ever_more_seldom_but_every_day() -> None:
    waits = [find_due(SOURCE, SourceState(tried_at=NOW, listed_at=NOW, failures=failures)) - NOW for failures in (1, 2, 3, 10, 1000)]
    assert waits == sorted(waits)
    assert round(waits[1] / waits[0], 6) == 2
    assert waits[-1] <= DAY * (1 + JITTER)


def test_a_source_with_entries_waiting_is_due_soon_and_its_feed_is_not_read_for_that() -> None:
    entry = FeedEntry(url="http://a.example/1")
    state = SourceState(tried_at=NOW, listed_at=NOW, good_at=NOW, pending=(Pending(entry=entry),))
    assert find_due(SOURCE, state) == NOW + 60
    later = SourceState(tried_at=NOW, listed_at=NOW, good_at=NOW, pending=(Pending(entry=entry, after=NOW + 300),))
    assert find_due(SOURCE, later) == NOW + 300


def publishes(*times: float, looked_at: float) -> SourceState:
    return SourceState(times=times, good_at=looked_at)


def test_a_source_is_silent_when_nothing_is_new_for_much_longer_than_ever() -> None:
    daily = tuple(NOW - DAY * day for day in range(10, 0, -1))
    assert not is_silent(publishes(*daily, looked_at=NOW))
    assert not is_silent(publishes(*daily, looked_at=NOW + 2 * DAY))
    assert is_silent(publishes(*daily, looked_at=NOW + 4 * DAY))
    busy = tuple(NOW - 600 * number for number in range(50, 0, -1))
    assert not is_silent(publishes(*busy, looked_at=NOW + 0.9 * DAY))
    assert is_silent(publishes(*busy, looked_at=NOW + 1.1 * DAY))
    assert not is_silent(SourceState())
    assert not is_silent(publishes(NOW - 400 * DAY, NOW - 399 * DAY, looked_at=NOW))


def test_what_nobody_looked_at_is_no_silence() -> None:
    daily = tuple(NOW - DAY * day for day in range(10, 0, -1))
    assert not is_silent(SourceState(times=daily, good_at=NOW, tried_at=NOW + 90 * DAY, failures=30))
    assert not is_silent(SourceState(times=daily))


def test_an_old_piece_that_a_feed_still_lists_is_no_pause_of_its_rhythm() -> None:
    old, hourly = (NOW - 390 * DAY, NOW - 300 * DAY), tuple(NOW - HOUR * number for number in range(30, 0, -1))
    assert describe_rhythm((*old, *hourly)) == (HOUR, HOUR)
    assert is_silent(publishes(*old, *hourly, looked_at=NOW + 2 * DAY))
    weekly = tuple(NOW - 7 * DAY * week + 60 * piece for week in (2, 1) for piece in range(8))
    assert describe_rhythm(weekly)[1] == 7 * DAY - 420
    assert not is_silent(publishes(*weekly, looked_at=NOW + 2 * DAY))


def test_the_weekends_of_a_busy_source_stay_known() -> None:
    times: tuple[float, ...] = ()
    for day in range(40):
        if day % 7 < 5:
            times = add_times(times, [NOW + DAY * day + 300 * piece for piece in range(100)])
    assert len(times) <= MAX_TIMES
    assert times[-100:] == tuple(NOW + DAY * 39 + 300 * piece for piece in range(100))
    assert (describe_rhythm(times)[1] or 0) > 2 * DAY
    assert not is_silent(publishes(*times, looked_at=times[-1] + 3 * DAY))
    assert is_silent(publishes(*times, looked_at=times[-1] + 14 * DAY))


def test_of_a_feed_read_for_the_first_time_the_very_old_pieces_tell_no_moment() -> None:
    entry = FeedEntry(url="http://a.example/1", published="2019-01-01")
    assert find_moment(entry, NOW, is_first=True) is None
    assert find_moment(entry, NOW, is_first=False) == NOW
    assert find_moment(FeedEntry(url="http://a.example/1"), NOW, is_first=True) == NOW


def test_the_status_of_sources_tells_what_they_are_at(tmp_path: Path) -> None:
    state = FolderState(tmp_path)
    state.save(SOURCE.url, SourceState(tried_at=NOW, listed_at=NOW, good_at=NOW - DAY, failures=3, problem="no", times=tuple(NOW - 9 * DAY - HOUR * i for i in range(9, 0, -1))))
    first, second = list_status([SOURCE, Source(name="B", url="http://b.example/")], state, NOW)
    assert (first.good_at, first.failures, first.problem, first.is_silent, first.rhythm_s, first.newest_at) == (NOW - DAY, 3, "no", True, HOUR, NOW - 9 * DAY - HOUR)
    assert (second.tried_at, second.due_at, second.is_silent, second.rhythm_s) == (None, 0, False, None)


def test_dates_of_feeds_are_read_in_both_ways_they_are_written() -> None:
    assert read_moment("2023-11-14T22:13:20Z") == read_moment("Tue, 14 Nov 2023 22:13:20 GMT") == read_moment("2023-11-14T23:13:20+01:00") == NOW
    assert read_moment("2023-11-14") == 1_699_920_000
    for words in (None, "", "soon", "99999-01-01", "Tue, 99 Nov 2023", "0001-01-01T00:00:00+14:00"):
        moment = read_moment(words)
        assert moment is None or moment < 0


def test_an_entry_is_known_by_its_address_and_by_what_its_feed_calls_it() -> None:
    by_guid, by_url = make_keys(FeedEntry(url="http://a.example/1", guid="x"))
    assert by_guid != by_url
    assert make_keys(FeedEntry(url="http://a.example/1", guid="http://a.example/1")) == (by_url, by_url)
