"""When a piece was last changed, and which of its dates are dates of a change. In: dates as written. Out: the choice and problems.

The latest day named anywhere is taken: whoever names an earlier one has not heard of the last change yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from onrecord.articles.days import WrittenDay, find_days, read_both_ways, to_range
from onrecord.articles.problems import make_problem
from onrecord.articles.published import HOWS, DateCandidate, decide_readings, do_agree
from onrecord.articles.wording import load_wording
from onrecord.languages.pack import Pack
from onrecord.records import DateRange, Problem


def find_offset(values: Iterable[str]) -> timedelta | None:
    """Return the first offset from UTC that a page's times are written with, `None` when all are in UTC or without a zone."""
    for value in values:
        instant = _read_instant(value)
        if instant is not None and (offset := instant.utcoffset()):
            return offset
    return None


def to_local(value: str, offset: timedelta | None) -> str:
    """Return a time that is written in UTC as the outlet's clocks showed it; anything else, and all without an offset, as it is."""
    instant = _read_instant(value) if offset is not None else None
    if instant is None or offset is None or instant.utcoffset():
        return value
    try:
        return instant.astimezone(timezone(offset)).isoformat()
    except OverflowError:
        return value


def find_updates(text: str, days: Sequence[WrittenDay]) -> tuple[WrittenDay, ...]:
    """Return those days of a line before which it says that something was changed ("Updated 3 May")."""
    found, at = [], 0
    for written in days:
        if _load_update_words().search(text, at, written.start) is not None:
            found.append(written)
        at = written.end
    return tuple(found)


def list_update_lines(lines: Sequence[str], pack: Pack | None) -> tuple[DateCandidate, ...]:
    """Return the day of the first visible line of a page that says when it was changed; empty when none does."""
    for line in lines:
        if _load_update_words().search(line) is not None:
            updates = find_updates(line, find_days(line, pack))
            if updates:
                last = max(updates, key=lambda written: written.day)
                return (DateCandidate(how="line", range=to_range(last.day), is_update=True, other=to_range(last.other) if last.other else None),)
    return ()


def choose_modified(
    *, given: str | None, html: Sequence[tuple[str, str]], visible: Sequence[DateCandidate], published: DateRange | None, pack: Pack | None, where: str,
) -> tuple[DateRange | None, str | None, tuple[Problem, ...]]:  # fmt: skip
    """Return when a piece was last changed, how that was found, and `date_conflict` when its sources name different days.

    Args:
        given: the time that came with the page (feed, sitemap, agency file).
        html: the times of its own metadata with their place.
        visible: days of visible lines.
        published: when it was published: what lies before that is no change of it.
        pack: the language's pack, for months' names and the order of numbers.
        where: the page's name, for the problems.
    """
    stated = (("given", None, given), *(("html", place, value) for place, value in html))
    read = ((how, place, read_both_ways(value, pack)) for how, place, value in stated if value and value.strip())
    named = [DateCandidate(how=how, range=days[0], place=place, is_update=True, other=days[1] if len(days) > 1 else None) for how, place, days in read if days]
    candidates, undecided = decide_readings((*named, *visible), where=where)
    later = [one for one in candidates if published is None or one.range.end > published.start]
    problems: list[Problem] = list(undecided)
    if published is not None and (early := [one for one in candidates if not do_agree(one.range, published) and one.range.end <= published.start]):
        problems.append(make_problem(where, "date_conflict", f"published `{published.start}`, but changed {_name(early)}; the change is passed over"))
    if not later:
        return None, None, tuple(problems)
    best = max(later, key=lambda one: (one.range.start, -HOWS.index(one.how)))
    if others := [one for one in later if not do_agree(one.range, best.range)]:
        problems.append(make_problem(where, "date_conflict", f"changed `{best.range.start}` ({best.place or best.how}), but also {_name(others)}; the last is taken"))
    return best.range, best.how, tuple(problems)


def _name(candidates: Sequence[DateCandidate]) -> str:
    return ", ".join(dict.fromkeys(f"`{one.range.start}` ({one.place or one.how})" for one in candidates))


def _read_instant(value: str) -> datetime | None:
    """Return a point in time as written with its zone, `None` for anything else."""
    try:
        instant = datetime.fromisoformat(value.strip())
        return instant if instant.tzinfo is not None and instant.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1)
def _load_update_words() -> re.Pattern[str]:
    words = sorted(load_wording().update_words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)|更新|수정", re.IGNORECASE)
