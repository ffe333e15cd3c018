"""Says when something was said: one wording for every view.

In: entries. Out: words, empty or `None` where nothing is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.records import DateRange
from onrecord.views.article_entries import ArticleEntry
from onrecord.views.display import format_range
from onrecord.views.entries import StatementEntry


def word_day(statement: StatementEntry) -> str:
    """Return when a statement was made; the weekday alone where no date is known, "no date" without either."""
    return _find_day(statement) or "no date"


def word_told_day(statement: StatementEntry | None) -> str:
    """Return when a statement was made as a sentence goes on with it: "23 April 2022", "a Sunday, date not known", "day not told"."""
    return (_find_day(statement) if statement is not None else None) or "day not told"


def _find_day(statement: StatementEntry) -> str | None:
    return format_range(statement.said_at) or (f"a {statement.weekday}, date not known" if statement.weekday else None)


def find_usual_day(articles: Iterable[ArticleEntry], statements: Sequence[StatementEntry]) -> DateRange | None:
    """Return the day on which most of what some articles tell was said, the earliest of several; `None` when they tell none."""
    known = {article.article_id for article in articles}
    days = Counter(s.said_at for s in statements if s.said_at and any(rendering.article.article_id in known for rendering in s.renderings))
    return min(days, key=lambda day: (-days[day], day.start, day.end), default=None)
