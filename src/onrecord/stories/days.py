"""Which days an article tells of, and what they say of two articles: reports of one happening name its day, whenever they appear.

In: the dates of an article, then what two sketches hold. Out: ordinals of days; what likeness is multiplied by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.records import DateMention, DateRange

REACH = 400
"""Days before its publication that an article reports on; what lies further back is history, what lies ahead is no report."""
SAME_DAY, OTHER_DAYS = 1.2, 0.8
"""What likeness is multiplied by where two articles name one day, and where both name days but none in common. Source: set with `FADE_DAYS` (`likeness.py`), where two articles of one
happening name a day in common in 89 of 100 cases and others in one."""
OLD = 30
"""A day so many days before both appeared tells nothing: all reports on a war name the one on which it began."""
Days = NDArray[np.uint32]


def find_told_days(dates: Iterable[DateMention], published: DateRange | None) -> list[int]:
    """Return the single days an article names, as ordinals, ascending, each once.

    Args:
        dates: its dates; those that are open or longer than a day are left out.
        published: when it appeared; without that every day counts.
    """
    first, last = (0, 2**31) if published is None else (_ordinal(published.start) - REACH, _ordinal(published.end) - 1)
    days = {_ordinal(d.range.start) for d in dates if d.range is not None and _ordinal(d.range.end) - _ordinal(d.range.start) == 1}
    return sorted(day for day in days if first <= day <= last)


def compare_days(left: Days, right: Days, published: tuple[int, int]) -> float:
    """Return what the likeness of two articles is multiplied by for the days they name; 1 where one names none.

    Args:
        left: the days of an article, ascending.
        right: those of another one.
        published: the days on which they appeared, 0 where that is not known.
    """
    if not len(left) or not len(right):
        return 1.0
    shared = np.intersect1d(left, right, assume_unique=True)
    if not len(shared):
        return OTHER_DAYS
    is_old = all(published) and int(shared[-1]) < min(published) - OLD
    return 1.0 if is_old else SAME_DAY


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
