"""Parsers in a process of their own: a crash, a hang or a hunger for memory costs one answer, and the next call works."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Page, Problem
from onrecord.sources.files import read_pages
from onrecord.sources.isolation import Failure, Limits, Worker, Workers, call_isolated, explain_failure
from onrecord.sources.readers.reader import Place, make_page, open_bytes


def echo(data: bytes) -> bytes:
    print("noise that must not get between the answers")
    os.write(1, b"more noise")
    return data


def crash(data: bytes) -> None:
    ctypes.string_at(0)


def leave(data: bytes) -> None:
    os._exit(3)


def hang(data: bytes) -> None:
    time.sleep(60)


def eat(data: bytes) -> int:
    return len(bytearray(8 * 2**30))


def fail(data: bytes) -> None:
    raise RuntimeError("no such thing \udcff")


def tell_process(data: bytes) -> int:
    return os.getpid()


def note(path: str) -> None:
    with Path(path).open("a", encoding="ascii") as file:
        file.write("called\n")


def leave_the_first_time(path: str) -> str:
    is_first = not Path(path).exists()
    note(path)
    if is_first:
        os._exit(3)
    return "done"


def leave_each_time(path: str) -> None:
    note(path)
    os._exit(3)


def hang_each_time(path: str) -> None:
    note(path)
    time.sleep(60)


def count_calls(path: Path) -> int:
    return len(path.read_text(encoding="ascii").splitlines()) if path.exists() else 0


class Foreign:
    """No record: what it does when it is read must not happen here."""


def answer_foreign(data: bytes) -> Foreign:
    return Foreign()


def turn_page(page: Page) -> tuple[Page, None]:
    return page, None


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(Limits(time_s=20))
    yield made
    made.close()


def test_answers_come_back_and_the_process_is_used_again(worker: Worker) -> None:
    assert worker.call(echo, b"x" * 3_000_000) == b"x" * 3_000_000
    assert worker.call(tell_process, b"") == worker.call(tell_process, b"") != os.getpid()
    page = make_page("a", "text", b"x", lang="en")
    assert worker.call(turn_page, page) == (page, None)


@pytest.mark.parametrize(("function", "kind"), [(crash, "crashed"), (leave, "crashed"), (fail, "failed"), (answer_foreign, "failed")])
def test_whatever_goes_wrong_is_one_failure_and_the_next_call_works(worker: Worker, function: object, kind: str) -> None:
    found = worker.call(function, b"")  # type: ignore[arg-type]
    assert isinstance(found, Failure)
    assert found.kind == kind
    assert worker.call(echo, b"next") == b"next"


def test_a_process_that_ends_is_asked_once_more_and_no_more(worker: Worker, tmp_path: Path) -> None:
    assert worker.call(leave_the_first_time, str(tmp_path / "once")) == "done"
    found = worker.call(leave_each_time, str(tmp_path / "always"))
    assert isinstance(found, Failure)
    assert (found.kind, count_calls(tmp_path / "once"), count_calls(tmp_path / "always")) == ("crashed", 2, 2)


def test_a_process_that_somebody_ended_while_it_was_at_rest_costs_nothing(worker: Worker, tmp_path: Path) -> None:
    ended = worker.call(tell_process, b"")
    assert isinstance(ended, int)
    os.kill(ended, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert worker._process is not None
    worker._process.wait()
    found = worker.call(leave_each_time, str(tmp_path / "calls"))  # both tries are left
    assert (isinstance(found, Failure), count_calls(tmp_path / "calls")) == (True, 2)
    assert worker.call(tell_process, b"") != ended


@pytest.mark.skipif(os.name != "posix", reason="other systems have no sessions")
def test_ctrl_c_at_a_terminal_does_not_reach_the_process(worker: Worker) -> None:
    group = worker.call(os.getpgid, 0)
    assert isinstance(group, int)
    assert group != os.getpgid(0)


def test_what_hangs_or_was_given_up_is_not_asked_again(tmp_path: Path) -> None:
    worker = Worker(Limits(time_s=1.5))
    assert isinstance(found := worker.call(hang_each_time, str(tmp_path / "late")), Failure)
    assert (found.kind, count_calls(tmp_path / "late")) == ("timeout", 1)
    worker.close()
    workers = Workers(1, Limits(time_s=30))
    try:
        future = workers.submit(hang_each_time, str(tmp_path / "killed"))
        while not count_calls(tmp_path / "killed"):
            time.sleep(0.01)
        workers.kill()
        assert isinstance(future.result(), Failure)
        assert count_calls(tmp_path / "killed") == 1
    finally:
        workers.close()


def test_a_hang_ends_in_time() -> None:
    worker = Worker(Limits(time_s=0.3))
    started = time.monotonic()
    assert isinstance(found := worker.call(hang, b""), Failure)
    assert found.kind == "timeout"
    assert time.monotonic() - started < 10
    worker.close()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems cannot limit a process's address space")
def test_memory_is_limited(worker: Worker) -> None:
    assert isinstance(worker.call(eat, b""), Failure)
    assert worker.call(echo, b"next") == b"next"


def test_a_worker_is_renewed() -> None:
    worker = Worker(max_items=2)
    first, second, third = (worker.call(tell_process, b"") for _ in range(3))
    assert first == second != third
    worker.close()


def test_without_isolation_a_failure_is_caught_all_the_same() -> None:
    assert isinstance(call_isolated(fail, b"", is_isolated=False), Failure)


def test_failures_are_problems_with_codes_of_their_own() -> None:
    place = Place.of_path("a.pdf")
    assert [explain_failure(Failure(kind=kind, words=""), place).code for kind in ("timeout", "crashed", "failed")] == ["reader_timeout", "reader_crashed", "damaged"]


def test_documents_are_read_in_the_worker(tmp_path: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parent / "readers"))
    from samples import SAMPLES

    for name in ("pdf", "docx"):
        (tmp_path / SAMPLES[name][0].replace("report", name)).write_bytes(SAMPLES[name][1])
    (tmp_path / "broken.pdf").write_bytes(SAMPLES["pdf"][1][:100])
    found = list(read_pages([str(tmp_path)], open_bytes(b"")))
    assert [item.name for item in found if isinstance(item, Page)] == ["docx", "pdf"]
    assert [item.code for item in found if isinstance(item, Problem)] == ["damaged"]


def touch(path: str) -> None:
    Path(path).touch()


def nap(data: bytes) -> int:
    time.sleep(0.5)
    return os.getpid()


def test_workers_run_side_by_side_and_a_single_caller_keeps_one_busy() -> None:
    workers = Workers(2, Limits(time_s=30))
    try:
        futures = [workers.submit(nap, b"") for _ in range(4)]
        assert len({future.result() for future in futures}) == 2
        assert len({workers.call(tell_process, b"") for _ in range(4)}) == 1
    finally:
        workers.close()


def test_a_worker_that_breaks_down_costs_one_answer_of_many() -> None:
    workers = Workers(2, Limits(time_s=30))
    try:
        futures = [workers.submit(crash if number == 2 else echo, b"%d" % number) for number in range(6)]
        answers = [future.result() for future in futures]
        assert [isinstance(answer, Failure) for answer in answers] == [False, False, True, False, False, False]
        assert [answer for answer in answers if isinstance(answer, bytes)] == [b"0", b"1", b"3", b"4", b"5"]
    finally:
        workers.close()


def test_killed_workers_answer_with_a_failure_and_start_again() -> None:
    workers = Workers(1, Limits(time_s=30))
    try:
        assert workers.call(echo, b"first") == b"first"
        future = workers.submit(hang, b"")
        while not future.done():
            workers.kill()
            time.sleep(0.01)
        assert isinstance(future.result(), Failure)
        assert workers.call(echo, b"next") == b"next"
        workers.kill()  # one that is at rest
        assert workers.call(echo, b"last") == b"last"
    finally:
        workers.close()


@pytest.mark.parametrize("start", ["threading.Thread.start", "subprocess.Popen.__init__"])
def test_where_nothing_can_be_started_that_is_a_failure(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise RuntimeError("can't start new thread") if "Thread" in start else BlockingIOError("Resource temporarily unavailable")

    workers = Workers(1, Limits(time_s=30))
    try:
        with monkeypatch.context() as patch:
            patch.setattr(start, refuse)
            found = workers.call(echo, b"first"), workers.submit(echo, b"second").result()
        assert [answer.kind for answer in found if isinstance(answer, Failure)] == ["crashed"] * 2
        assert workers.call(echo, b"next") == b"next"
    finally:
        workers.close()


def test_what_is_cancelled_before_a_worker_is_free_is_not_run(tmp_path: Path) -> None:
    workers = Workers(1, Limits(time_s=30))
    try:
        busy = workers.submit(nap, b"")
        while not busy.running():
            time.sleep(0.01)
        waiting = workers.submit(touch, str(tmp_path / "made"))
        assert waiting.cancel()
        workers.call(echo, b"")
        assert not (tmp_path / "made").exists()
    finally:
        workers.close()
