"""Many texts are read by a process of their own: the same as one by one, in order, and a process that breaks down costs nothing but time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from typing import TypeVar, cast

import pytest

from onrecord.articles import ReadPage, read_texts
from onrecord.errors import InputError
from onrecord.records import Page
from onrecord.run import ahead
from onrecord.run.ahead import LEAST_TEXTS, MOST_FAILURES, read_batches
from onrecord.run.analyze import Contents, read_each
from onrecord.sources.files import make_page
from onrecord.sources.isolation import LIMITS, Failure, Limits, Worker, Workers

T = TypeVar("T")
SIZE = 10
SENTENCE = "The keeper of lock {} said on Monday that no barge would pass before the gates had been mended and the water had fallen."
WEB_PAGE = "<html><body><article><h1>The lock at Orvane stays shut</h1><p>{}</p></article></body></html>"


def make_pages(count: int, start: int = 0) -> list[Page]:
    """Texts with a web page, an empty one and one that is no text now and then."""
    return [_make_page(number) for number in range(start, start + count)]


def _make_page(number: int) -> Page:
    if number % 10 == 3:
        return make_page(f"page {number}", "html", WEB_PAGE.format(SENTENCE.format(number) * 3).encode())
    if number % 10 == 7:
        return make_page(f"page {number}", "text", b"" if number % 20 == 7 else bytes(range(256)) * 9)
    return make_page(f"page {number}", "record" if number % 2 else "text", f"Lock {number} shut\n\n{SENTENCE.format(number)}\n".encode())


def cut(pages: Sequence[Page]) -> list[list[Page]]:
    return [list(pages[at : at + SIZE]) for at in range(0, len(pages), SIZE)]


class Watched(Workers):
    """Workers that remember what they were asked for."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        super().__init__(1, limits, max_items=1000)
        self.asked: list[Future[object]] = []

    def submit(self, function: Callable[..., T], *args: object) -> Future[T | Failure]:
        """Remember a call."""
        future = super().submit(function, *args)
        self.asked.append(cast("Future[object]", future))
        return future

    def wait(self) -> None:
        """Wait until all is answered."""
        for future in self.asked:
            future.result()


def read(pages: Sequence[Page], workers: Watched, *, has_core: bool = True) -> list[Contents]:
    """Read in batches, with a pause behind each, so that a process that is being started has answered before the next."""
    found: list[Contents] = []
    for batch, contents in read_batches(cut(pages), lambda page: page, workers=workers, has_core=has_core):
        own = list(contents)
        assert len(own) == len(batch)
        found += own
        workers.wait()
    return found


def end_at_the_twenty_fifth(pages: tuple[Page, ...]) -> tuple[ReadPage, ...]:
    if any(page.name == "page 25" for page in pages):
        os._exit(7)
    return read_texts(pages)


def hang_at_the_twenty_fifth(pages: tuple[Page, ...]) -> tuple[ReadPage, ...]:
    if any(page.name == "page 25" for page in pages):
        time.sleep(600)
    return read_texts(pages)


def end_always(pages: tuple[Page, ...]) -> tuple[ReadPage, ...]:
    os._exit(7)


@pytest.fixture
def workers() -> Iterator[Watched]:
    made = Watched()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a process be worth while from the first batch."""
    monkeypatch.setattr(ahead, "ENOUGH", 1)
    monkeypatch.setattr(ahead, "LEAST_TEXTS", 2)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What became of each call with texts (`answered`, or why not), and how many texts it had."""
    calls: list[tuple[str, int]] = []
    real = Worker.call

    def call(self: Worker, function: object, *args: object) -> object:
        answer = real(self, function, *args)  # type: ignore[arg-type]
        if args and args[0]:
            calls.append((answer.kind if isinstance(answer, Failure) else "answered", len(args[0])))  # type: ignore[arg-type]
        return answer

    monkeypatch.setattr(Worker, "call", call)
    return calls


def test_texts_read_elsewhere_are_the_same_and_in_order(workers: Watched, sent: list[tuple[str, int]]) -> None:
    pages = make_pages(60)
    assert read(pages, workers) == list(read_each(pages))
    assert sent == [("answered", 9)] * 6  # nine texts in ten pages; the first were read here as well


def test_a_process_that_ends_costs_nothing_but_reading_one_by_one(monkeypatch: pytest.MonkeyPatch, workers: Watched, sent: list[tuple[str, int]]) -> None:
    monkeypatch.setattr(ahead, "read_texts", end_at_the_twenty_fifth)
    pages = make_pages(60)
    assert read(pages, workers) == list(read_each(pages))
    assert [kind for kind, _ in sent] == ["answered", "answered", "crashed", "answered", "answered", "answered"]


def test_a_process_that_hangs_costs_nothing_but_reading_one_by_one(monkeypatch: pytest.MonkeyPatch, sent: list[tuple[str, int]]) -> None:
    monkeypatch.setattr(ahead, "read_texts", hang_at_the_twenty_fifth)
    workers = Watched(Limits(time_s=5.0))
    pages = make_pages(40)
    try:
        assert read(pages, workers) == list(read_each(pages))
        assert "timeout" in [kind for kind, _ in sent]
    finally:
        workers.close()


def test_a_process_that_always_ends_is_given_up(monkeypatch: pytest.MonkeyPatch, workers: Watched, sent: list[tuple[str, int]]) -> None:
    monkeypatch.setattr(ahead, "read_texts", end_always)
    pages = make_pages(120)
    assert read(pages, workers) == list(read_each(pages))
    assert [kind for kind, _ in sent] == ["crashed"] * MOST_FAILURES


@pytest.mark.parametrize("start", ["threading.Thread.start", "subprocess.Popen.__init__"])
def test_where_nothing_can_be_started_all_is_read_here(monkeypatch: pytest.MonkeyPatch, workers: Watched, start: str) -> None:
    pages = [page for page in make_pages(60) if page.form != "html"]
    whole = list(read_each(pages))
    asked: list[str] = []

    def refuse(*args: object, **options: object) -> None:
        asked.append(start)
        raise RuntimeError("can't start new thread") if "Thread" in start else BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(start, refuse)
    assert read(pages, workers) == whole
    assert 1 <= len(asked) <= 2 * MOST_FAILURES  # then it is given up


def test_what_nobody_asks_for_any_more_is_ended(monkeypatch: pytest.MonkeyPatch, workers: Watched) -> None:
    monkeypatch.setattr(ahead, "read_texts", hang_at_the_twenty_fifth)
    batches = read_batches(cut(make_pages(60)), lambda page: page, workers=workers, has_core=True)
    list(next(batches)[1])
    workers.wait()
    list(next(batches)[1])  # while the next batch hangs
    started = time.monotonic()
    batches.close()
    answers = [future.result() for future in workers.asked]
    assert [type(answer) for answer in answers][-1] is Failure
    assert time.monotonic() - started < LIMITS.time_s / 2


def test_few_texts_start_no_process(monkeypatch: pytest.MonkeyPatch, workers: Watched) -> None:
    monkeypatch.setattr(ahead, "ENOUGH", 512)
    read(make_pages(100), workers)
    assert not workers.asked


def test_one_core_starts_no_process(workers: Watched) -> None:
    read(make_pages(60), workers, has_core=False)
    assert not workers.asked


def test_batches_of_single_pages_start_no_process(monkeypatch: pytest.MonkeyPatch, workers: Watched) -> None:
    monkeypatch.setattr(ahead, "LEAST_TEXTS", LEAST_TEXTS)
    for _, contents in read_batches([[page] for page in make_pages(30)], lambda page: page, workers=workers, has_core=True):
        list(contents)
    assert not workers.asked


def test_large_texts_are_read_here_and_none_is_held(monkeypatch: pytest.MonkeyPatch, workers: Watched) -> None:
    monkeypatch.setattr(ahead, "CHUNK_BYTES", 1_000)
    taken = 0

    def give() -> Iterator[list[Page]]:
        nonlocal taken
        for number in range(4):
            taken += 1
            yield [make_page(f"{number} {at}", "text", b"Words of a long text. " * 40) for at in range(2)]

    for done, (_, contents) in enumerate(read_batches(give(), lambda page: page, workers=workers, has_core=True), 1):
        assert taken == done
        list(contents)
        workers.wait()
    assert not workers.asked


def test_no_more_than_one_batch_is_taken_ahead(workers: Watched) -> None:
    taken = 0

    def give() -> Iterator[list[Page]]:
        nonlocal taken
        for batch in cut(make_pages(80)):
            taken += 1
            yield batch

    most = 0
    for done, (_, contents) in enumerate(read_batches(give(), lambda page: page, workers=workers, has_core=True), 1):
        most = max(most, taken - done)
        list(contents)
        workers.wait()
    assert most == 1


def test_what_came_before_an_error_is_done_all_the_same(workers: Watched) -> None:
    pages = make_pages(40)

    def give() -> Iterator[list[Page]]:
        yield from cut(pages)
        raise InputError("the folder is gone", hint="give another")

    found: list[Contents] = []
    with pytest.raises(InputError):
        for _, contents in read_batches(give(), lambda page: page, workers=workers, has_core=True):
            found += contents
            workers.wait()
    assert found == list(read_each(pages))
