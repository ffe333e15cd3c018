"""Do one thing with many items at the same time, in threads that nobody has to wait for when the program is to end at once.

A pool of `concurrent.futures` is waited for in any case: when it is left, and once more when the interpreter ends.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

STEP_S = 0.5
"""Nothing is waited for longer than this at a time: before Python 3.14 Ctrl-C does not wake a thread that waits on Windows, and is seen only after it."""


def do_each(do: Callable[[T], R], items: Sequence[T], workers: int) -> Iterator[R]:
    """Yield what `do` returns for each item, in their order, and raise what it raises.

    After an error nothing more is begun, and what is under way is waited for; after Ctrl-C, or when nobody asks for more, it is left to itself.

    Args:
        do: is called in several threads.
        items: what it is called with.
        workers: how many at the same time.
    """
    futures: list[Future[R]] = [Future() for _ in items]
    jobs: queue.SimpleQueue[tuple[T, Future[R]]] = queue.SimpleQueue()
    for job in zip(items, futures, strict=True):
        jobs.put(job)

    def work() -> None:
        while True:
            try:
                item, future = jobs.get_nowait()
            except queue.Empty:
                return
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(do(item))
                except BaseException as error:  # noqa: BLE001  it is raised where the result is asked for
                    future.set_exception(error)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(workers, len(items)))]
    try:
        for thread in threads:
            thread.start()
        for future in futures:
            while not wait([future], timeout=STEP_S).done:
                pass
            yield future.result()
    finally:
        for future in futures:
            future.cancel()
        if not isinstance(sys.exception(), KeyboardInterrupt | GeneratorExit):
            _wait_for(threads)


def _wait_for(threads: Sequence[threading.Thread]) -> None:
    for thread in threads:
        while thread.is_alive():
            thread.join(STEP_S)
