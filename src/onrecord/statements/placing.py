"""Which articles have a place in time, and which day: that of publication, else the last one on which anything was said that they tell.

In: articles, statements. Out: days. What an article tells was said before it appeared, so that the day is the earliest possible, not its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Article, Statement


def place_articles(articles: Iterable[Article], statements: Iterable[Statement]) -> dict[str, str]:
    """Return article id -> ISO day; articles that cannot be placed are left out.

    Args:
        articles: those to place.
        statements: all statements; a day that is told of one counts as much as one inferred from its story.
    """
    said: dict[str, str] = {}
    for statement in statements:
        if statement.said_at is not None:
            for rendering in statement.renderings:
                said[rendering.article] = max(said.get(rendering.article, ""), statement.said_at.start)
    days = {article.id: article.published.start if article.published else said.get(article.id) for article in articles}
    return {id: day for id, day in days.items() if day is not None}
