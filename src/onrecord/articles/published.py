"""When a piece was published: one day out of several places that may name it. In: candidates. Out: the choice and problems.

The body of the text is never searched: its dates tell of the news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from onrecord.articles.days import find_days, find_name_day, find_url_day, read_both_ways, to_range
from onrecord.articles.problems import make_problem
from onrecord.articles.units import count_words
from onrecord.languages.pack import Pack
from onrecord.records import DateRange, Problem, Span

TOLERANCE_DAYS = 1
"""Time zones, and a first version late in the evening, put the same piece on neighbouring days."""

MAX_LINE_WORDS = 4
"""Words beside a date in a line that names it: an author, "updated", a reading time. Captions have more."""

_NUMBER = re.compile(r"[\d:.,]+")

HOWS = ("given", "html", "header", "line", "url", "name")
"""Where a date may come from, the more reliable first: given beside the text, the page's metadata, a pseudo-header, a visible
line at the top, the URL's path, the file's name (which is often the day of the crawl)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """A publication date and where it was found; `how` is one of `HOWS`, `evidence` its place in the text, `place` its place in the page.
    `is_update`: it says when the piece was changed. `other`: it may as well mean these days, its numbers being read the other way round. `instant`: the point in time (UTC), where hour
    and zone are written."""

    how: str
    range: DateRange
    evidence: Span | None = None
    place: str | None = None
    is_update: bool = False
    other: DateRange | None = None
    instant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The publication date chosen; all `None` when no place names one."""

    range: DateRange | None = None
    evidence: Span | None = None
    how: str | None = None
    instant: str | None = None


def collect_dates(
    *, given: str | None, html: Sequence[tuple[str, str]], url: str | None, name: str, pack: Pack | None, where: str,
) -> tuple[tuple[DateCandidate, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return candidates from outside the text and a `date_unread` problem for a given date that cannot be read.

    Args:
        given: the date that came with the page.
        html: the dates of an HTML page's metadata with their place in it, best first.
        url: the piece's address.
        name: the page's name, often a file's path.
        pack: the language's pack, for months' names and the order of numbers.
        where: the page's name, for the problems.
    """
    candidates: list[DateCandidate] = []
    problems: list[Problem] = []
    if given is not None and given.strip():
        days = read_both_ways(given, pack)
        if days:
            candidates.append(DateCandidate(how="given", range=days[0], other=days[1] if len(days) > 1 else None, instant=find_instant(given)))
        else:
            message = f"the publication date `{given.strip()[:60]}` cannot be read"
            problems.append(make_problem(where, "date_unread", message, "write it as year-month-day: 2022-04-24"))
    for place, value in prefer_local(html):
        days = read_both_ways(value, pack)
        if days and all(days[0] != other.range or other.how != "html" for other in candidates):
            candidates.append(DateCandidate(how="html", range=days[0], place=place, other=days[1] if len(days) > 1 else None, instant=find_instant(value)))
    beside: tuple[tuple[str, date | None], ...] = (
        ("url", find_url_day(url) if url else None),
        ("name", find_name_day(name[-500:])),
    )
    candidates += [DateCandidate(how=how, range=to_range(day)) for how, day in beside if day is not None]
    return tuple(candidates), tuple(problems)


def prefer_local(dates: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return dates of a page with the best one first: of two that are the same instant, that in the outlet's own time zone, since UTC may name
    the day before or after."""
    if not dates:
        return ()
    best = _read_instant(dates[0][1])
    if best is None or best.utcoffset():
        return tuple(dates)
    for index, (_, value) in enumerate(dates[1:], start=1):
        other = _read_instant(value)
        if other is not None and other.utcoffset() and abs(other - best) < timedelta(minutes=1):
            return (dates[index], *dates[:index], *dates[index + 1 :])
    return tuple(dates)


def find_date_lines(lines: Sequence[str], pack: Pack | None) -> tuple[DateCandidate, ...]:
    """Return the date of the first visible line of a page that holds little else; empty when there is none.

    Args:
        lines: short lines with a year, the nearest to the headline first.
        pack: the language's pack, for months' names and the order of numbers.
    """
    for most in (1, MAX_LINE_WORDS):
        for line in lines:
            days = find_days(line, pack)
            rest = line
            for written in days:
                rest = rest.replace(line[written.start : written.end], " ")
            if days and count_words(_NUMBER.sub(" ", rest)) <= most:
                first = min(days, key=lambda written: written.day)
                return (DateCandidate(how="line", range=to_range(first.day), other=to_range(first.other) if first.other else None),)
    return ()


def choose_published(candidates: Sequence[DateCandidate], *, where: str) -> tuple[Published, tuple[Problem, ...]]:
    """Return the publication date of the most reliable candidate, and `date_conflict` when others name other days.

    A candidate that lies within a vaguer, more reliable one (a day in the month given) is taken instead of it.
    """
    candidates, undecided = decide_readings(candidates, where=where)
    if not candidates:
        return Published(), undecided
    ordered = sorted(candidates, key=lambda candidate: HOWS.index(candidate.how))
    best = ordered[0]
    for other in ordered[1:]:
        if _holds(best.range, other.range) and best.range != other.range:
            best = other
    evidence = best.evidence
    if evidence is None:
        evidence = next((other.evidence for other in ordered if other.range == best.range and other.evidence is not None), None)
    instant = best.instant or next((other.instant for other in ordered if other.range == best.range and other.instant is not None), None)
    others = [other for other in ordered if not do_agree(best.range, other.range)]
    problems = undecided
    if others:
        named = ", ".join(f"`{other.range.start}` ({other.place or other.how})" for other in others)
        message = f"published `{best.range.start}` ({best.how}), but also {named}; the first is taken"
        problems = (*undecided, make_problem(where, "date_conflict", message))
    return Published(range=best.range, evidence=evidence, how=best.how, instant=instant), problems


def find_first_day(published: Published, shown: Sequence[DateCandidate], changes: Sequence[DateCandidate]) -> Published | None:
    """Return the day of publication that a piece shows itself, where the one chosen is that of a change by its own words ("Posted: 3 May, updated: 18 May", given as of 18 May); `None` elsewhere.

    Args:
        published: the choice.
        shown: days of publication in visible lines.
        changes: days of a change in visible lines.
    """
    day = published.range
    if day is None or not any(one.other is None and do_agree(one.range, day) for one in changes):
        return None
    earlier = [one for one in shown if one.other is None and one.range.end <= day.start and not do_agree(one.range, day)]
    first = min(earlier, key=lambda one: one.range.start, default=None)
    return None if first is None else Published(range=first.range, evidence=first.evidence, how=first.how, instant=first.instant)


def decide_readings(candidates: Sequence[DateCandidate], *, where: str) -> tuple[tuple[DateCandidate, ...], tuple[Problem, ...]]:
    """Return the candidates with one reading each, and `date_ambiguous` for those left out as nothing decides between their two.

    A date that may be read both ways is decided by any other candidate that names one of the two days.
    """
    sure = {candidate.range for candidate in candidates if candidate.other is None}
    found: list[DateCandidate] = []
    problems: dict[str, Problem] = {}
    for candidate in candidates:
        readings = [days for days in (candidate.range, candidate.other) if days is not None]
        named = [days for days in readings if days in sure]
        if candidate.other is None or len(named) == 1:
            found.append(replace(candidate, range=named[0] if named else candidate.range, other=None))
            continue
        message = f"the date ({candidate.place or candidate.how}) is `{readings[0].start}` or `{readings[1].start}`, by which of its numbers is the day; it is left open"
        problem = make_problem(where, "date_ambiguous", message, "write it as year-month-day, or give `published`")
        problems.setdefault(problem.id, problem)
    return tuple(found), tuple(problems.values())


def find_instant(value: str) -> str | None:
    """Return the point in time that a field names, in UTC; `None` without an hour and a zone, and for midnight, which stands for an hour that nobody knows.

    Args:
        value: as written in ISO 8601 or as in a feed (RFC 2822).
    """
    instant = _read_instant(value)
    if instant is None:
        try:
            instant = parsedate_to_datetime(value.strip()[:100])
        except (ValueError, OverflowError):
            return None
    if instant.tzinfo is None or instant.time() == time.min:
        return None
    try:
        return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None


def _read_instant(value: str) -> datetime | None:
    """Return a point in time as written with its zone, `None` for anything else."""
    try:
        instant = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    try:
        return instant if instant.tzinfo is not None and instant.astimezone(UTC) else None
    except OverflowError:
        return None


def _holds(whole: DateRange, part: DateRange) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def do_agree(left: DateRange, right: DateRange) -> bool:
    """True when two ranges are at most `TOLERANCE_DAYS` apart."""
    tolerance = timedelta(days=TOLERANCE_DAYS)
    starts = date.fromisoformat(left.start) - tolerance < date.fromisoformat(right.end)
    return starts and date.fromisoformat(right.start) - tolerance < date.fromisoformat(left.end)
