"""Several items at the same time: in order, as many as allowed, an error ends it, and an interruption waits for nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from onrecord.sources.fetch import side_by_side
from onrecord.sources.fetch.side_by_side import do_each


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """What holds up the threads of a test; they end with it."""
    event = threading.Event()
    yield event
    event.set()


def test_all_are_done_in_order_and_no_more_at_once_than_allowed() -> None:
    busy, most, lock = 0, 0, threading.Lock()
    pair = threading.Barrier(2)

    def do(number: int) -> int:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        pair.wait(30)  # never alone
        with lock:
            busy -= 1
        return number * number

    assert list(do_each(do, range(8), 2)) == [number * number for number in range(8)]
    assert most == 2
    assert list(do_each(do, [], 2)) == []


def test_after_an_error_what_is_under_way_is_waited_for_and_nothing_more_is_begun() -> None:
    begun: list[int] = []
    ended: list[int] = []
    failed = threading.Event()

    def do(number: int) -> None:
        begun.append(number)
        if number == 0:
            failed.set()
            raise ValueError("no")
        failed.wait(30)
        threading.Event().wait(0.2)
        ended.append(number)

    with pytest.raises(ValueError, match="no"):
        list(do_each(do, range(50), 2))
    assert sorted(begun) == sorted([0, *ended])
    assert len(begun) < 50


def test_an_interruption_leaves_what_is_under_way_to_itself(release: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    done: list[int] = []

    def do(number: int) -> int:
        if number:
            release.wait(30)
        done.append(number)
        return number

    found = do_each(do, range(4), 2)
    assert next(found) == 0
    monkeypatch.setattr(side_by_side, "wait", interrupt)
    with pytest.raises(KeyboardInterrupt):
        next(found)
    assert done == [0]


def test_who_asks_for_no_more_waits_for_nobody(release: threading.Event) -> None:
    found = do_each(lambda number: number and release.wait(30), range(4), 2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert not release.is_set()
