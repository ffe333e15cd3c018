"""Whether work grows with the size of its input, or with the square of it."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
NOISE_S = 0.002


def grows_gently(work: Callable[[int], object], size: int) -> bool:
    """True when eight times the input takes less than 24 times as long; work that grows with the square takes 64 times as long.

    Args:
        work: what is done for an input of a size.
        size: the smaller size, at which work that grows with the square takes some milliseconds.
    """

    def spent(size: int) -> float:
        found = []
        for _ in range(3):
            started = time.process_time()
            work(size)
            found.append(time.process_time() - started)
        return min(found)

    return spent(TIMES * size) < 3 * TIMES * max(spent(size), NOISE_S)
