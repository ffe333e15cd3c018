"""What a fetch that went wrong is inside this package: an exception that carries the `Problem` to report.

It never leaves the package: `Fetcher.fetch` returns the problem. It is no `OnrecordError`, as one bad address stops no work.
"""

from __future__ import annotations

from onrecord.records import Problem


class FetchFailedError(Exception):
    """A fetch failed.

    Args:
        problem: what is reported.
        is_passing: True when the same request may succeed later, so that trying again makes sense.
        wait_s: how long the server asks to wait before that, in seconds; `None` when it did not say.
    """

    def __init__(self, problem: Problem, *, is_passing: bool = False, wait_s: float | None = None) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.is_passing = is_passing
        self.wait_s = wait_s
