"""Day arithmetic on half-open ranges of days.

In: days and amounts. Out: `DateRange`, or `None` where the calendar has no such day.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.records import DateRange

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
LIKELY_WEIGHT, DEADLINE_WEIGHT = 1.5, 3.0
"""A day on the unlikely side of publication counts as so much farther. "Until 20 April", said on the 24th, is past all the same; "by 3 January" is not. First settings."""
_NEXT_UNIT_DAYS = {DAY: 7, WEEK: 31, MONTH: 365, YEAR: 3652}
"""How far a plural without a number ("the coming weeks") reaches: up to one of the next larger unit."""


def make_range(first: date, days: int = 1) -> DateRange | None:
    """Return the range of `days` days from `first`, `None` when it leaves the calendar."""
    try:
        return DateRange(start=first.isoformat(), end=(first + timedelta(days=days)).isoformat())
    except OverflowError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day, `None` when there is none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_range(year: int, month: int) -> DateRange | None:
    """Return a whole month; `month` may lie outside 1-12 and counts on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first, after = make_day(year, month, 1), make_day(year + month // 12, month % 12 + 1, 1)
    return DateRange(start=first.isoformat(), end=after.isoformat()) if first and after else None


def year_range(year: int, years: int = 1) -> DateRange | None:
    """Return whole years."""
    first, after = make_day(year, 1, 1), make_day(year + years, 1, 1)
    return DateRange(start=first.isoformat(), end=after.isoformat()) if first and after else None


def week_range(anchor: date, weeks: int) -> DateRange | None:
    """Return the week (Monday to Sunday) that lies `weeks` after the one of `anchor`."""
    try:
        return make_range(anchor + timedelta(weeks=weeks) - timedelta(days=anchor.weekday()), 7)
    except OverflowError:
        return None


def weekend_range(anchor: date, weeks: int) -> DateRange | None:
    """Return Saturday and Sunday of the week that lies `weeks` after the one of `anchor`."""
    week = week_range(anchor, weeks)
    return make_range(date.fromisoformat(week.start) + timedelta(days=5), 2) if week else None


def unit_range(anchor: date, unit: str, amount: int) -> DateRange | None:
    """Return the calendar day, week, month or year that lies `amount` units after the one of `anchor`."""
    if abs(amount) > 10_000:
        return None
    if unit == DAY:
        day = shift_day(anchor, unit, amount)
        return make_range(day) if day else None
    if unit == WEEK:
        return week_range(anchor, amount)
    if unit == MONTH:
        return month_range(anchor.year, anchor.month + amount)
    return year_range(anchor.year + amount) if unit == YEAR else None


def shift_day(anchor: date, unit: str, amount: int) -> date | None:
    """Return the day `amount` units after `anchor`, the last of its month when that month is shorter; `None` outside the calendar."""
    if abs(amount) > 10_000:
        return None
    if unit in (DAY, WEEK):
        try:
            return anchor + timedelta(days=amount * (7 if unit == WEEK else 1))
        except OverflowError:
            return None
    months = amount * (12 if unit == YEAR else 1)
    month = month_range(anchor.year, anchor.month + months)
    if month is None:
        return None
    last = date.fromisoformat(month.end) - timedelta(days=1)
    return last.replace(day=min(anchor.day, last.day))


def stretch(anchor: date, unit: str, amount: int | None) -> DateRange | None:
    """Return `amount` units before (negative, up to `anchor` itself) or after (from `anchor` on).

    Args:
        anchor: the day to count from.
        unit: `day`, `week`, `month` or `year`.
        amount: signed number of units; nothing comes of 0 or `None`.
    """
    other = shift_day(anchor, unit, amount or 0)
    if other is None or not amount:
        return None
    first, last = (other, anchor) if amount < 0 else (anchor, other)
    return make_range(first, (last - first).days + (1 if amount < 0 else 0))


def stretch_vague(anchor: date, unit: str, sign: int) -> DateRange | None:
    """Return the days that "the past weeks" (`sign` -1) or "the coming weeks" (+1) may reach."""
    days = _NEXT_UNIT_DAYS.get(unit)
    if days is None:
        return None
    try:
        return make_range(anchor - timedelta(days=days), days + 1) if sign < 0 else make_range(anchor, days)
    except OverflowError:
        return None


def nearest(candidates: list[date], anchor: date, future: bool, weight: float = LIKELY_WEIGHT) -> date | None:
    """Return the candidate nearest to `anchor`; days on the unlikely side count as farther.

    Args:
        candidates: possible days.
        anchor: usually the day of publication.
        future: true when the words speak of what is to come.
        weight: by how much days on the unlikely side count as farther.
    """
    cost = {day: abs((day - anchor).days) * (weight if (day < anchor) == future and day != anchor else 1.0) for day in candidates}
    return min(candidates, key=lambda day: (cost[day], day), default=None)
