"""The plain JSON values that every record is told in: spans, days, values of figures.

Spans are `[start, end]`, half-open, in code points of `text`. A date range is an ISO day, or `first/last` with both days included.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from onrecord.records import Count, DateRange, Figure, Span, TallyPoint

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]


def format_iso_range(days: DateRange | None) -> str | None:
    """Return an ISO day, `first/last` with both days included for a longer range, or `None` when there is no range."""
    if days is None:
        return None
    return days.start if days.last == days.start else f"{days.start}/{days.last}"


def pair_of(span: Span) -> Json:
    """Return a span as `[start, end]`."""
    return [span.start, span.end]


def pair_or_null(span: Span | None) -> Json:
    """Return a span as `[start, end]`, null without one."""
    return None if span is None else pair_of(span)


def pairs_of(spans: Iterable[Span]) -> Json:
    """Return spans as `[start, end]` each."""
    return [pair_of(span) for span in spans]


def value_to_dict(value: Figure | Count | TallyPoint) -> JsonObject:
    """Return least, most and single value of what was counted."""
    return {"min": value.low, "max": value.high, "point": value.point}
