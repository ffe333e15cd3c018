"""What a fetch that went wrong is inside this package: an exception that carries the `Problem` to report.

It never leaves the package: `Fetcher.fetch` returns the problem. It is no `OnrecordError`, as one bad address stops no work.
"""

from __future__ import annotations

from onrecord.records import Problem

OF_HOST = frozenset({"fetch_dns", "fetch_connect", "fetch_tls", "fetch_later", "fetch_timeout"})
"""Problems of a host, whichever of its pages was asked for."""


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

    @property
    def is_of_host(self) -> bool:
        """True when any other page of the host would fail in the same way now; so does a robots.txt that is not given out, unlike one that refuses."""
        return self.problem.code in OF_HOST or (self.problem.code == "fetch_robots" and self.is_passing)
