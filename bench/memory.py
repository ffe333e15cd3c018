"""How much memory a process had at its highest, where the system tells: Windows has no `resource`, and everything else is measured there all the same."""

from __future__ import annotations

import sys

try:
    import resource
except ModuleNotFoundError:  # Windows
    _USAGE = None
else:
    _USAGE = resource.getrusage, resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN

_UNIT = 2**20 if sys.platform == "darwin" else 2**10


def find_peak_mib(*, of_ended: bool = False) -> float | None:
    """Return the most memory in MiB that this process had, `None` where the system does not tell.

    Args:
        of_ended: of the largest process that this one started and that has ended.
    """
    if _USAGE is None:
        return None
    read, own, ended = _USAGE
    return round(read(ended if of_ended else own).ru_maxrss / _UNIT, 1)


def write_mib(value: float | None) -> str:
    """Return what a table shows of it."""
    return "?" if value is None else f"{value:.0f}"
