"""What a worker process does: answer calls that come by standard input, within bounds of memory. `isolation` starts it and asks.

A call is the name of a function and its arguments, an answer what it returned or the words of what it raised; both are pickled, their length first.
"""

from __future__ import annotations

import os
import pickle
import sys
from importlib import import_module
from typing import IO

_LENGTH_BYTES = 8


def serve(memory_bytes: int) -> None:
    """Answer calls on standard input until it ends: what a worker process does."""
    _limit_memory(memory_bytes)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not get between the answers
    while (request := receive(requests, sys.maxsize)) is not None:
        try:
            module, name, args = pickle.loads(request)
            found: object = import_module(module)
            for part in name.split("."):
                found = getattr(found, part)
            answer = pickle.dumps((True, found(*args)))  # type: ignore[operator]
        except Exception as error:  # noqa: BLE001  the process ends here otherwise, and all it could say is lost
            answer = pickle.dumps((False, describe_error(error)))
        send(answers, answer)


def describe_error(error: Exception) -> str:
    """Return kind and words of an error, cut to a readable length."""
    return f"{type(error).__name__}: {error}"[:300]


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, amount in (("RLIMIT_AS", memory_bytes), ("RLIMIT_CORE", 0)):
        try:
            number = getattr(resource, kind)
            resource.setrlimit(number, (amount, resource.getrlimit(number)[1]))
        except (AttributeError, ValueError, OSError):  # a system that knows the limit and cannot set it
            continue


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write an answer or a request, its length first.

    Raises:
        OSError: nobody reads it any more.
    """
    pipe.write(len(data).to_bytes(_LENGTH_BYTES, "little"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], limit: int) -> bytes | None:
    """Return what the other side sent, `None` when it ended, or sends more than `limit` bytes."""
    head = pipe.read(_LENGTH_BYTES)
    count = int.from_bytes(head, "little")
    if len(head) < _LENGTH_BYTES or count > limit:
        return None
    data = pipe.read(count)
    return data if len(data) == count else None
