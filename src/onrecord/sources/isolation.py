"""Run parsers that may crash, hang or eat memory in a worker process (`serving`), so that a bad file costs one problem and not the run.

As many workers as there are cores are kept and used again, each renewed after `MAX_ITEMS`. They are started when needed, as fresh interpreters
(never forked), which works the same on every system and needs nothing of the program's own main module, and Ctrl-C does not reach them: who asked
decides what is given up. What they answer is read as plain values and records only.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from onrecord import records
from onrecord.records import Problem
from onrecord.sources.readers.reader import Place, make_problem
from onrecord.sources.serving import describe_error, receive, send

T = TypeVar("T")

MAX_ITEMS = 200
"""Items after which a worker is renewed: what a parser leaks goes with it."""

MOST_WORKERS = 8
"""Each takes some hundred megabytes; beyond so many, whoever sends them their pages is what is waited for."""

_STARTER = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.sources.serving import serve; serve(int(sys.argv[2]))"
_OWN_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""Keeps Ctrl-C from a worker on Windows. Elsewhere a session of its own does: a terminal sends it to every process of the group in front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one item may take. `memory_bytes` counts address space, which systems without `resource` (Windows) cannot limit.

    Address space is more than memory used: an interpreter with its libraries takes about half a gigabyte of it.
    """

    time_s: float = 60.0
    memory_bytes: int = 2 * 2**30
    answer_bytes: int = 256 * 2**20


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no answer: `kind` is `timeout`, `crashed` (the process ended) or `failed` (the parser gave up)."""

    kind: str
    words: str


class Worker:
    """One process that runs functions, started when first needed. Calls from several threads wait for one another."""

    def __init__(self, limits: Limits = LIMITS, max_items: int = MAX_ITEMS) -> None:
        self.limits = limits
        self._max_items = max_items
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._items = 0
        self._is_killed = False

    def call(self, function: Callable[..., T], *args: object) -> T | Failure:
        """Return what `function(*args)` returns, run in the process, or why there is nothing. A process that ends before it has answered is asked once more.

        Args:
            function: stands at the top of an importable module.
            args: bytes, numbers, strings, records.

        Returns:
            plain values and records of `onrecord.records`; anything else is a `Failure`.
        """
        request = pickle.dumps((function.__module__, function.__qualname__, args))
        with self._lock:
            answer = self._ask(request)
            if isinstance(answer, Failure) and answer.kind == "crashed" and not self._is_killed:
                answer = self._ask(request)  # the process may have been ended from outside, by a system short of memory
        if isinstance(answer, Failure):
            return answer
        try:
            is_done, value = _PlainUnpickler(io.BytesIO(answer)).load()
        except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError, TypeError) as error:
            return Failure(kind="failed", words=f"the answer cannot be read: {error}")
        return value if is_done else Failure(kind="failed", words=str(value))

    def _ask(self, request: bytes) -> bytes | Failure:
        """Return the answer to one request; without one the process is ended."""
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        timer = threading.Timer(self.limits.time_s, stop)
        timer.daemon = True
        try:
            process = self._start()
            timer.start()
        except (OSError, RuntimeError) as error:  # the system has no room for a process or a thread
            return _tell_unstarted(error)
        try:
            answer = _exchange(process, request, self.limits.answer_bytes)
        finally:
            timer.cancel()
        if answer is None:
            self._stop()
            if is_late.is_set():
                return Failure(kind="timeout", words=f"no answer after {self.limits.time_s:g} s")
            return Failure(kind="crashed", words=f"the process ended with status {process.returncode}")
        self._items += 1
        if self._items >= self._max_items:
            self._stop()
        return answer

    def close(self) -> None:
        """End the process when it has answered. The next call starts another."""
        with self._lock:
            self._stop()

    def kill(self) -> None:
        """End the process at once; a call under way gets a `Failure`."""
        process, self._is_killed = self._process, True
        if process is not None and self._owner == os.getpid():
            process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():  # a fork: the process belongs to the parent
            self._process, self._owner = None, os.getpid()
        if self._is_killed or (self._process is not None and self._process.poll() is not None):  # by us, or by somebody else while it was at rest
            self._stop()
            self._is_killed = False
        if self._process is None:
            arguments = [sys.executable, "-c", _STARTER, json.dumps(sys.path), str(self.limits.memory_bytes)]
            self._process = subprocess.Popen(
                arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=os.name == "posix", creationflags=_OWN_GROUP
            )
            self._items = 0
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent goes nowhere
                    pipe.close()
        process.wait()


class Workers:
    """Several workers side by side; one that is free, and has run before, is taken first."""

    def __init__(self, size: int, limits: Limits = LIMITS, max_items: int = MAX_ITEMS) -> None:
        self.size = size
        self._all = tuple(Worker(limits, max_items) for _ in range(size))
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in reversed(self._all):
            self._free.put(worker)

    def call(self, function: Callable[..., T], *args: object) -> T | Failure:
        """Return what `Worker.call` returns, from the first worker that is free."""
        worker = self._free.get()
        try:
            return worker.call(function, *args)
        finally:
            self._free.put(worker)

    def submit(self, function: Callable[..., T], *args: object) -> Future[T | Failure]:
        """Return at once what will hold the answer of `call`; it may be cancelled before a worker is free. How many wait is for the caller to bound."""
        future: Future[T | Failure] = Future()

        def run() -> None:
            worker = self._free.get()
            try:
                if future.set_running_or_notify_cancel():
                    future.set_result(worker.call(function, *args))
            except BaseException as error:  # noqa: BLE001  it is raised where the answer is asked for
                future.set_exception(error)
            finally:
                self._free.put(worker)

        try:
            threading.Thread(target=run, daemon=True).start()
        except RuntimeError as error:  # the system has no room for it
            future.set_result(_tell_unstarted(error))
        return future

    def kill(self) -> None:
        """End all processes at once; calls under way get a `Failure`. The next calls start others."""
        for worker in self._all:
            worker.kill()

    def close(self) -> None:
        """End all processes at once and wait for their end."""
        self.kill()
        for worker in self._all:
            worker.close()


def _tell_unstarted(error: Exception) -> Failure:
    return Failure(kind="crashed", words=f"no process can be started to read it: {describe_error(error)}")


def count_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


WORKERS = Workers(min(MOST_WORKERS, count_cores()))
"""Shared by all readers of this process."""

atexit.register(WORKERS.close)


def call_isolated(function: Callable[..., T], *args: object, is_isolated: bool = True) -> T | Failure:
    """Return what a function returns, run in a shared worker; see `Worker.call`. Not isolated, a failure is caught all the same."""
    if is_isolated:
        return WORKERS.call(function, *args)
    try:
        return function(*args)
    except Exception as error:  # noqa: BLE001  a foreign parser may raise anything; here it is one item's failure
        return Failure(kind="failed", words=describe_error(error))


PASSING = frozenset({"reader_timeout", "reader_crashed"})
"""Problems that say as much of the machine, short of time or memory, as of what was read: it may be read another time."""


def explain_failure(failure: Failure, place: Place) -> Problem:
    """Return the problem a failure is."""
    if failure.kind == "timeout":
        return make_problem(place.where, "reader_timeout", f"reading was given up: {failure.words}", "convert it to text or HTML first")
    if failure.kind == "crashed":
        return make_problem(place.where, "reader_crashed", f"the parser broke down on this file: {failure.words}", "convert it to text or HTML first")
    return make_problem(place.where, "damaged", f"the file cannot be read: {failure.words}")


def _exchange(process: subprocess.Popen[bytes], request: bytes, limit: int) -> bytes | None:
    """Return the answer, `None` when the process ends before it or answers too much."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        send(process.stdin, request)
        return receive(process.stdout, limit)
    except OSError:
        return None


class _PlainUnpickler(pickle.Unpickler):
    """Reads plain values and our own records, nothing that could run code: a parser that was taken over writes the answer."""

    def find_class(self, module: str, name: str) -> type:
        found = getattr(records, name) if name in records.__all__ else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"`{module}.{name}` is no record")
