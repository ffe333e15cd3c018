"""Which days an article names, and what they say of two articles: one day more, other days less, a day long gone nothing."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from onrecord.records import DateMention, DateRange, Span
from onrecord.stories.days import OTHER_DAYS, REACH, SAME_DAY, compare_days, find_told_days, tell_one_day

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


def rows(*days: int) -> np.ndarray:
    return np.array([PUBLISHED.toordinal() + day for day in days], dtype=np.uint32)


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [((-3,), (-3, 0), True), ((-3,), (-1, 0), False), ((), (-1,), None), ((), (), None), ((-200, -3), (-200, -1), None), ((-200, -1), (-200, -1), True), ((-8,), (-8,), None)],
)
def test_a_day_in_common_counts_more_and_none_less(left: tuple[int, ...], right: tuple[int, ...], is_one: bool | None) -> None:
    published = PUBLISHED.toordinal()
    assert tell_one_day(rows(*left), rows(*right), (published, published)) is tell_one_day(rows(*right), rows(*left), (published, published)) is is_one
    assert compare_days(is_one) == {True: SAME_DAY, False: OTHER_DAYS, None: 1.0}[is_one]


def test_the_day_of_an_old_happening_binds_a_late_report_to_the_first() -> None:
    happened = PUBLISHED.toordinal()
    assert tell_one_day(rows(0), rows(0), (happened + 1, happened + 200)) is True
    assert tell_one_day(rows(0), rows(0), (happened + 190, happened + 200)) is None
    assert tell_one_day(rows(0), rows(0), (0, happened + 200)) is True
