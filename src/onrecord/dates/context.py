"""What reading a date expression needs, and what comes of it.

In: tokens around an expression. Out: `Context` and `Reading`, and whether a clause speaks of the future.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from onrecord.dates.grammar import Shape
from onrecord.dates.tokens import Tokens
from onrecord.dates.words import Words
from onrecord.records import DateRange, Span
from onrecord.spans import SpanIndex

_CLAUSE_END = re.compile(r"[.,;:\n()B]")
_LEADS = 4
"""Articles and prepositions that may stand between the word for a deadline and its date ("bis spätestens am")."""
_LONGEST = 40
_CASE_END = re.compile(r"(?:['’]\w{1,5})?\s+(\w+)")
_REACH = 40
"""How many tokens of a clause count on either side."""
NO_PUBLICATION = "no publication date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reading leans on: `published` is the day of publication, `named` the last day named before in the text, `past` the last of those up to publication, `part` the last
    quarter or half, `order` that of day and month in numbers; what stands in `ahead` is a deadline."""

    tokens: Tokens
    words: Words
    published: date | None
    named: date | None
    past: date | None
    part: DateRange | None
    order: str
    ahead: SpanIndex[Span] = field(default_factory=lambda: SpanIndex(()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Meaning of a shape: tokens `first` to before `after`, the days or `None` when open, and how they were found; `is_part` of a quarter or half of a year."""

    first: int
    after: int
    range: DateRange | None
    how: str
    is_part: bool = False


def read_as(shape: Shape, found: DateRange | None, how: str) -> Reading:
    """Return the reading of a whole shape."""
    return Reading(first=shape.first, after=shape.after, range=found, how=how)


def value_of(shape: Shape, roles: str, tokens: Tokens) -> int | None:
    """Return the value of the first token of a shape that has one of `roles`, `None` without one."""
    return next((tokens.values[shape.first + i] for i, role in enumerate(shape.roles) if role in roles), None)


def speaks_of_future(first: int, after: int, context: Context) -> bool:
    """True when tokens `first`..`after` are a deadline, or their clause speaks of what is to come."""
    return is_deadline(first, after, context) or has_future(first, after, context)


def has_future(first: int, after: int, context: Context) -> bool:
    """True when the clause of tokens `first`..`after` speaks of what is to come and no reporting verb stands between."""
    return _nearest_role(first, after, context) == "F"


def is_told(first: int, after: int, context: Context) -> bool:
    """True when the clause of tokens `first`..`after` has a reporting verb and nothing of what is to come stands between."""
    return _nearest_role(first, after, context) == "K"


def _nearest_role(first: int, after: int, context: Context) -> str | None:
    """Return the role of what is nearest in the clause of tokens `first`..`after`: "F" for the future, "K" for a reporting verb; what stands before counts first.

    A comma right after a date that opens its clause ("On Friday, they will meet") does not end the clause.
    """
    roles = context.tokens.roles
    left = max(0, first - _REACH)
    for match in _CLAUSE_END.finditer(roles, left, first):
        left = match.end()
    before = roles[left:first]
    nearest = next((role for role in reversed(before) if role in "FK"), None)
    if nearest is not None:
        return nearest
    opens = all(role in "ODlI" for role in before)
    stop = _CLAUSE_END.search(roles, after + int(opens and roles[after : after + 1] == ","), after + _REACH)
    following = roles[after : stop.start() if stop else after + _REACH]
    return next((role for role in following if role in "FK"), None)


def is_deadline(first: int, after: int, context: Context) -> bool:
    """True when tokens `first`..`after` say until when: behind "by", "before", "no later than", or where somebody else found a deadline."""
    tokens, words = context.tokens, context.words
    start, end = tokens.starts[first], tokens.ends[after - 1]
    if any(span.start <= start and end <= span.end for span in context.ahead.across(Span(start=start, end=end))):
        return True
    at = first + int(tokens.roles[first] == "D")  # Spanish `antes del lunes`
    while at > max(0, first - _LEADS):
        before = tokens.folded[max(0, tokens.starts[at] - _LONGEST) : tokens.ends[at - 1]]
        if any(before.endswith(form) and not before[: -len(form)][-1:].isalnum() for form in words.until):
            return True
        if tokens.roles[at - 1] not in "DOl":
            break
        at -= 1
    following = _CASE_END.match(tokens.folded, end)
    return following is not None and following[1] in words.until_after
