"""What all records are made of: spans, days, and what could not be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A piece of an article's text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def meet(self, other: Span) -> Span | None:
        """Return the code points that both have, `None` without one."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start=start, end=end) if start < end else None

    def cover(self, *others: Span) -> Span:
        """Return the span from the first code point of any of them to the last."""
        return Span(start=min(self.start, *(o.start for o in others)), end=max(self.end, *(o.end for o in others))) if others else self

    def holds(self, other: Span) -> bool:
        """True when `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A half-open range of days, ISO dates (`2022-04-23`, `2022-04-24`); a vague date is a longer range, never padded."""

    start: str
    end: str

    @property
    def day(self) -> str | None:
        """The one day this is, or `None` when it is longer."""
        return self.start if self.start < self.end and self.last == self.start else None

    @property
    def last(self) -> str:
        """The last day of it."""
        return max(self.start, (date.fromisoformat(self.end) - timedelta(days=1)).isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read or done. Identity: where, code, message.

    `where` is a path, an article name or a stage; `code` is stable (`docs/errors.md` lists all).
    """

    id: str
    where: str
    code: str
    message: str
    hint: str | None = None
