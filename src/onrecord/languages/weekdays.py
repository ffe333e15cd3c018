"""Reads the weekday that words name, where they name no date.

In: folded words and the language's pack. Out: a weekday. Left to others: which day it was (`dates`).
"""

from __future__ import annotations

from onrecord.languages.pack import Pack


def find_weekday(folded: str, pack: Pack) -> int | None:
    """Return the weekday (Monday = 0) named in folded words, the first of the week where several are; `None` without one."""
    words = set(folded.split())
    return next((day for day, forms in enumerate(pack.dates.weekdays) if words & set(forms)), None)
