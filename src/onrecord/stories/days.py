"""Which days an article tells of, and what they say of two articles: reports of one happening name its day, whenever they appear.

In: the dates of an article, then what two sketches hold. Out: ordinals of days; whether both tell of one day that was news; what likeness is multiplied by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.records import DateMention, DateRange

REACH = 400
"""Days before its publication that an article reports on; what lies further back is history, what lies ahead is no report."""
SAME_DAY, OTHER_DAYS = 1.3, 0.7
"""What likeness is multiplied by where two articles name one day, and where both name days but none in common. Source: set with `FADE_DAYS` (`likeness.py`), where two articles of one
happening name a day in common in 89 of 100 cases and others in one."""
NEWS = 7
"""Days for which a day is news. One further before both appeared tells nothing: all reports on a war name the one on which it began."""
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


def tell_one_day(left: Days, right: Days, published: tuple[int, int]) -> bool | None:
    """Return whether two articles tell of one day that was news when the first of them appeared; `None` where nothing can be said: one names no day, or both the same day of old.

    Args:
        left: the days of an article, ascending.
        right: those of another one.
        published: the days on which they appeared, 0 where that is not known.
    """
    if not len(left) or not len(right):
        return None
    shared = np.intersect1d(left, right, assume_unique=True)
    if not len(shared):
        return False
    is_old = all(published) and int(shared[-1]) < min(published) - NEWS
    return None if is_old else True


def compare_days(is_one_day: bool | None) -> float:
    """Return what the likeness of two articles is multiplied by for what `tell_one_day` says of them."""
    return 1.0 if is_one_day is None else SAME_DAY if is_one_day else OTHER_DAYS


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
