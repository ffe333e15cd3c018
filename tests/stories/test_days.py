"""Which days an article names, and what they say of two articles: one day more, other days less, a day long gone nothing."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from onrecord.records import DateMention, DateRange, Span
from onrecord.stories.days import OTHER_DAYS, REACH, SAME_DAY, compare_days, find_told_days

PUBLISHED = date(2031, 3, 14)


def on(day: date, length: int = 1) -> DateRange:
    return DateRange(start=day.isoformat(), end=(day + timedelta(days=length)).isoformat())


def told(*ranges: DateRange | None) -> list[DateMention]:
    return [DateMention(id=f"d{k}", article="a", span=Span(start=k, end=k + 1), range=r, how="test", made_by="test") for k, r in enumerate(ranges)]


def test_single_days_up_to_the_publication_count_each_once() -> None:
    before, after, long_gone = PUBLISHED - timedelta(days=3), PUBLISHED + timedelta(days=1), PUBLISHED - timedelta(days=REACH + 1)
    dates = told(on(PUBLISHED), on(before), on(before), on(before, 7), None, on(after), on(long_gone))
    assert find_told_days(dates, on(PUBLISHED)) == [before.toordinal(), PUBLISHED.toordinal()]
    assert find_told_days(dates, None) == sorted({long_gone.toordinal(), before.toordinal(), PUBLISHED.toordinal(), after.toordinal()})
    assert find_told_days([], on(PUBLISHED)) == []


@pytest.mark.parametrize(
    ("left", "right", "factor"),
    [((-3,), (-3, 0), SAME_DAY), ((-3,), (-1, 0), OTHER_DAYS), ((), (-1,), 1.0), ((), (), 1.0), ((-200, -3), (-200, -1), 1.0), ((-200, -1), (-200, -1), SAME_DAY)],
)
def test_a_day_in_common_counts_more_and_none_less(left: tuple[int, ...], right: tuple[int, ...], factor: float) -> None:
    published = PUBLISHED.toordinal()
    one, other = (np.array([published + day for day in days], dtype=np.uint32) for days in (left, right))
    assert compare_days(one, other, (published, published)) == compare_days(other, one, (published, published)) == factor


def test_the_day_of_an_old_happening_binds_a_late_report_to_the_first() -> None:
    happened = PUBLISHED.toordinal()
    day = np.array([happened], dtype=np.uint32)
    assert compare_days(day, day, (happened + 1, happened + 200)) == SAME_DAY
    assert compare_days(day, day, (happened + 190, happened + 200)) == 1.0
    assert compare_days(day, day, (0, happened + 200)) == SAME_DAY
