"""Says when something was said: one wording for every view.

In: entries. Out: words, empty or `None` where nothing is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from onrecord.records import DateRange
from onrecord.views.article_entries import ArticleEntry
from onrecord.views.display import format_range
from onrecord.views.entries import StatementEntry

NEWS = timedelta(days=7)
"""What was said so long before its first report is old: what news retells of the past is no day of the news. A first setting."""

INFERRED = "inferred"
"""How `Statement.said_at_how` begins where no telling gives the day."""


def word_day(statement: StatementEntry) -> str:
    """Return when a statement was made, "no date" where nothing is known: "23 April 2022", "about 23 April 2022 (inferred)", "a Sunday, date not known", "reported 25 April 2022"."""
    return _find_day(statement) or "no date"


def word_told_day(statement: StatementEntry | None) -> str:
    """Return when a statement was made as a sentence goes on with it: "23 April 2022", "a Sunday, date not known", "reported 25 April 2022", "day not told"."""
    return (_find_day(statement) if statement is not None else None) or "day not told"


def _find_day(statement: StatementEntry) -> str | None:
    if statement.said_at is not None:
        day = format_range(statement.said_at)
        return day if is_told(statement) else f"about {day} ({INFERRED})"
    reported = f"reported {format_range(statement.reported)}" if statement.reported is not None else None
    return f"a {statement.weekday}, {reported or 'date not known'}" if statement.weekday else reported


def call_article(article: ArticleEntry, day: str) -> str:
    """Return the label of an article beside a day in words; without its own date where that is the day which stands there anyway."""
    published = format_range(article.published)
    is_same = published is not None and day.endswith(published) and article.label == f"{article.publisher}, {published}"
    return article.publisher if is_same else article.label


def is_told(statement: StatementEntry) -> bool:
    """True when a telling itself gives the day of a statement."""
    return statement.said_at is not None and not (statement.said_at_how or "").startswith(INFERRED)


def find_period(statements: Iterable[StatementEntry], articles: Iterable[ArticleEntry]) -> DateRange | None:
    """Return from the first to the last day of what was said, that of its first report where no article tells the day or tells one that is no news; of publication when nothing else has a date."""
    days = [day for s in statements if (day := _find_news_day(s)) is not None]
    days = days or [article.published for article in articles if article.published is not None]
    return DateRange(start=min(day.start for day in days), end=max(day.end for day in days)) if days else None


def _find_news_day(statement: StatementEntry) -> DateRange | None:
    """Return the day of a statement for the title: the one that is told where its first report follows within a week, as a report also tells of old treaties and speeches."""
    told, reported = statement.said_at if is_told(statement) else None, statement.reported
    if told is None or reported is None:
        return told or reported or statement.said_at
    first = (date.fromisoformat(reported.start) - NEWS).isoformat()
    return told if first <= told.start <= reported.end else reported


def find_usual_day(articles: Iterable[ArticleEntry], statements: Sequence[StatementEntry]) -> DateRange | None:
    """Return the day on which most of what some articles tell was said, the earliest of several; `None` when they tell none. An inferred day is none that they tell."""
    known = {article.article_id for article in articles}
    days = Counter(s.said_at for s in statements if s.said_at is not None and is_told(s) and any(rendering.article.article_id in known for rendering in s.renderings))
    return min(days, key=lambda day: (-days[day], day.start, day.end), default=None)
