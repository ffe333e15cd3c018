"""Reads dates that name a day, a month or a year by number or name; what the words leave out comes from publication.

In: a `Shape` and its `Context`. Out: `Reading`, `None` when the words are no date after all.
"""

from __future__ import annotations

import re
from datetime import date

from onrecord.dates import calendar
from onrecord.dates.context import NO_PUBLICATION, Context, Reading, has_future, is_deadline, read_as, speaks_of_future, value_of
from onrecord.dates.grammar import Shape
from onrecord.dates.tokens import Tokens
from onrecord.dates.words import PLURAL, UNITS

NEAR_MONTHS = 4
"""A month named alone lies ahead when it starts within so many months; a year's other months count as past."""
NEAR_DAYS = 550
"""A weekday decides the year of a day and month when that brings the day within so many days of publication."""
_ENDS_ON_DAY = re.compile(r"^[^d]*[Mm]d$")
"""A month with a bare number behind it, which an amount after that takes for itself: "in March 6 percent"."""
SPELLED_DAYS = frozenset({"es", "fr", "it", "nl", "pt", "tr"})
"""Languages that name days of a month by plain number words ("dos de mayo")."""
JOINED_DAYS = frozenset({"es", "pt"})
"""Languages that join day and month by a word, always."""
ORDINALS_JOINED = frozenset({"en", "tr"})
"""Languages in which an ordinal right before a month counts months ("her third March there", "ilk mayısta"); elsewhere it is the day ("am dritten März")."""
FEW = 4
"""Ordinals up to this one stand behind a month for other reasons ("in May, first")."""
_LONGEST_LIST = 20
_YEARS_BEFORE = re.compile(r"(?:y[,r])+$")
_SECOND_MONTH = re.compile(r"(?:-|[lO]?rD?|D)([Mm])\.?,?[lD]*y")
"""What follows a month that has the year of the next one: "from May to July 2019"."""
_SECOND_DATE = re.compile(r"[^.,;\n]{0,2}?D?(?:do?l*[Mm]\.?|[Mm]\.?do?),?l*y")


def read_day(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of a day and month, or of several days of one month."""
    tokens, roles = context.tokens, shape.roles
    days = [tokens.values[shape.first + i] for i, role in enumerate(roles) if role == "d"] or _spelled_day(shape, context)
    if not days:
        return None
    month = (value_of(shape, "Mm", tokens) or 0) + 1
    first, after = shape.first, shape.after
    following = {tokens.word(after), f"{tokens.word(after)} {tokens.word(after + 1)}"}
    if shape.name == "days" and roles[0] in "Mm" and "r" in roles and not following.isdisjoint(context.words.not_years):
        return place_day(shape, first, first + roles.index("r"), days[0], month, None, context)
    if _ENDS_ON_DAY.search(roles) and not following.isdisjoint(context.words.amounts):
        return read_bare_month(Shape(name="bare_month", first=after - 2, after=after - 1, roles=roles[-2]), context)
    year: int | None = None
    if "y" in roles:
        year, after = tokens.values[shape.first + roles.rindex("y")], after_year(after, context)
    elif "u" in roles:
        year, after = _relative_year(shape, context)
    elif roles.endswith("."):
        after -= _ends_sentence(shape, tokens, context.words.whole_names)
    if shape.name == "days" and value_of(shape, "r", tokens) == 1 and tokens.word(first - 1) not in context.words.between and days[1] != days[0] + 1:
        if roles[0] in "Mm":
            return place_day(shape, first, first + roles.index("r"), days[0], month, None, context)
        first += roles.index("r") + 1
        return place_day(shape, first, after, days[1], month, year, context)
    reading = place_day(shape, first, after, days[0], month, year, context)
    if shape.name != "days" or reading is None or reading.range is None:
        return reading
    opening = date.fromisoformat(reading.range.start)
    closing = calendar.make_day(opening.year, opening.month, days[1])
    if closing is None or closing <= opening:
        return reading
    return Reading(first=first, after=after, range=calendar.make_range(opening, (closing - opening).days + 1), how=reading.how)


def read_month(shape: Shape, context: Context) -> Reading:
    """Return the reading of a month with its year."""
    tokens = context.tokens
    found = calendar.month_range(value_of(shape, "y", tokens) or 0, (value_of(shape, "Mm", tokens) or 0) + 1)
    return Reading(first=shape.first, after=after_year(shape.after, context), range=found, how="month and year as written")


def read_bare_month(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of a month whose year is not written, or said as "last year"."""
    tokens, roles, published = context.tokens, shape.roles, context.published
    month = (value_of(shape, "Mm", tokens) or 0) + 1
    joined = tokens.roles[max(0, shape.first - 2) : shape.first] == "Mr"
    if "m" in roles and len(roles.rstrip(".")) == 1 and not joined and tokens.word(shape.first - 1) not in context.words.month_intro:
        return None
    if set(roles) <= set("Mm.") and (second := _SECOND_MONTH.match(tokens.roles, shape.after, shape.after + 8)):
        its_year = tokens.values[second.end() - 1] - (month > tokens.values[second.start(1)] + 1)
        return read_as(shape, calendar.month_range(its_year, month), "month, year of the month named next")
    if roles.endswith("."):
        shape = Shape(name=shape.name, first=shape.first, after=shape.after - _ends_sentence(shape, tokens, context.words.whole_names), roles=roles)
    if published is None:
        return read_as(shape, None, f"month, {NO_PUBLICATION}")
    if shape.name == "month_of_year":
        year, after = _relative_year(shape, context)
        if year is not None:
            return read_as(shape, calendar.month_range(year, month), "month, year from publication")
        return Reading(first=shape.first, after=after, range=calendar.month_range(published.year - (month > published.month), month), how="month nearest to publication")
    if "L" in roles:
        year = published.year - (month >= published.month)
    elif "N" in roles:
        year = published.year + (month <= published.month)
    elif "S" in roles:
        year = published.year
    elif has_future(shape.first, shape.after, context) or (is_deadline(shape.first, shape.after, context) and not _is_just_past(month, published)):
        year = published.year + (month < published.month)
    else:
        year = published.year - (month > published.month + NEAR_MONTHS)
    return read_as(shape, calendar.month_range(year, month), "month nearest to publication")


def read_year(shape: Shape, context: Context) -> Reading | None:
    """Return the reading of four digits in a place where years stand."""
    tokens, words = context.tokens, context.words
    at = shape.after - 1
    year = tokens.values[at]
    unit = value_of(shape, "u", tokens)
    if unit is not None and (unit >= PLURAL or UNITS[unit] != "year"):
        return None
    if not words.fiscal.isdisjoint({tokens.word(shape.first - 1), tokens.word(shape.first - 2)}):
        return None
    if not 1800 <= year < 2100:
        return None
    before, following = tokens.word(shape.first - 1), tokens.word(at + 1)
    after = after_year(shape.after, context)
    if following == "'" and tokens.touches(at + 1) and tokens.touches(at + 2) and tokens.word(at + 2) in words.year_cases:
        after = at + 3
    introduced = before in words.before_year or tokens.word(shape.first) in words.before_year or after > shape.after
    introduced = introduced or any(role in "peu" for role in shape.roles) or (before == "(" and following in (")", "-", ",", ";"))
    introduced = introduced or _is_listed(shape.first, context)
    introduced = introduced or (before == "-" and tokens.roles[at - 2 : at - 1] == "y")
    introduced = introduced or _is_modifier(shape, context)
    glued = shape.roles == "y" and tokens.touches(at) and before not in ("(", "-", "/")
    if glued or not introduced or (after == shape.after and following in words.not_years):
        return None
    return Reading(first=shape.first, after=after, range=calendar.year_range(year), how="year as written")


def _is_modifier(shape: Shape, context: Context) -> bool:
    """True for a year before what it dates ("a 1971 treaty", "its 1990 report"); round numbers count something as often."""
    tokens = context.tokens
    at = shape.after - 1
    return tokens.word(shape.first - 1) in context.words.year_owners and tokens.values[at] % 100 != 0 and tokens.roles[at + 1 : at + 2] in ("_", "K", "F")


def _is_listed(at: int, context: Context) -> bool:
    """True for a year in a list whose first one stands where years stand: "in 1988, 1994 and 2000"."""
    tokens = context.tokens
    listed = _YEARS_BEFORE.search(tokens.roles, max(0, at - _LONGEST_LIST), at)
    return listed is not None and tokens.word(listed.start() - 1) in context.words.before_year and (at - listed.start()) % 2 == 0


def _is_just_past(month: int, published: date) -> bool:
    """True when the coming month of a name lies `DEADLINE_WEIGHT` times as far off as the past one: "until March", said in May, is past."""
    back = (published.month - month) % 12
    return 0 < back * calendar.DEADLINE_WEIGHT <= 12 - back


def after_year(after: int, context: Context) -> int:
    """Return the end of a shape with the word for year that follows it (Slavic `2022 року`)."""
    return after + 1 if context.tokens.word(after) in context.words.after_year else after


def _relative_year(shape: Shape, context: Context) -> tuple[int | None, int]:
    """Return (year, end) of a shape closed by "last year"; with another unit, no year and the end before those words."""
    tokens, roles = context.tokens, shape.roles
    at = roles.rindex("u")
    tail = min(at, *(i for i in (at - 1, at) if roles[i] in "LNSu"))
    if UNITS[tokens.values[shape.first + at] % PLURAL] != "year" or context.published is None:
        end = tail
        while end and roles[end - 1] in ",lD":
            end -= 1
        return None, shape.first + end
    sign = next((tokens.values[shape.first + i] for i in range(max(0, at - 1), len(roles)) if roles[i] in "LN"), 0)
    return context.published.year + sign, shape.after


def _ends_sentence(shape: Shape, tokens: Tokens, whole_names: frozenset[str]) -> int:
    """Return 1 when the last full stop of a shape ends the sentence rather than an abbreviation."""
    return int(shape.roles[-2] != "m" or tokens.word(shape.after - 2) in whole_names or not tokens.touches(shape.after - 1))


def _spelled_day(shape: Shape, context: Context) -> list[int]:
    """Return the day of "the second of May", "dos de mayo", "двадцать пятого мая" as a list, empty when the words count something else."""
    tokens, roles, lang = context.tokens, shape.roles, context.words.lang
    at = [i for i, role in enumerate(roles) if role in "cj"]
    numbers = [tokens.values[shape.first + i] for i in at]
    joined = roles[at[-1] + 1 : at[-1] + 2]
    if roles[at[-1]] == "c" and (lang not in SPELLED_DAYS or (numbers[-1] == 1 and lang != "es") or (lang in JOINED_DAYS and joined != "l")):
        return []
    month_first = roles.find("M") >= 0 and roles.find("M") < at[0]
    if roles[at[-1]] == "j" and lang in ORDINALS_JOINED and not month_first and joined != "l":
        return []
    if month_first and (lang != "en" or (len(numbers) == 1 and numbers[0] <= FEW)):
        return []
    if len(numbers) == 2 and not (numbers[0] in (20, 30) and numbers[1] < 10):
        return []
    return [sum(numbers)] if sum(numbers) <= 31 else []


def place_day(shape: Shape, first: int, after: int, day: int, month: int, year: int | None, context: Context) -> Reading | None:
    """Return the reading of a day and month, with the year as written, of a neighbour, or the nearest to publication."""
    how = "as written"
    if year is None and (match := _SECOND_DATE.match(context.tokens.roles, after, after + 14)):
        year, how = context.tokens.values[match.end() - 1], "year of the date named next"
    if year is not None:
        found = calendar.make_day(year, month, day)
        return Reading(first=first, after=after, range=calendar.make_range(found), how=how) if found else None
    if calendar.make_day(2000, month, day) is None:
        return None
    published = context.published
    if published is None:
        return Reading(first=first, after=after, range=None, how=f"day and month, {NO_PUBLICATION}")
    years = range(max(1, published.year - 6), min(9998, published.year + 6) + 1)
    candidates = [found for y in years if (found := calendar.make_day(y, month, day))]
    how = "year nearest to publication"
    weekday = value_of(shape, "Ww", context.tokens)
    matching = [candidate for candidate in candidates if candidate.weekday() == weekday]
    best = calendar.nearest(matching, published, False)
    if best is not None and abs((best - published).days) < NEAR_DAYS:
        candidates, how = matching, "year nearest to publication that has the weekday"
    if "L" in shape.roles or "N" in shape.roles:
        side = [candidate for candidate in candidates if (candidate < published) == ("L" in shape.roles)]
        candidates = side or candidates
    future = speaks_of_future(first, after, context)
    weight = calendar.DEADLINE_WEIGHT if is_deadline(first, after, context) else calendar.LIKELY_WEIGHT
    nearest = calendar.nearest(candidates, published, future, weight)
    return Reading(first=first, after=after, range=calendar.make_range(nearest), how=how) if nearest else None
