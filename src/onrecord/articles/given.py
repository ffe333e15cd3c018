"""Dates that came with a piece when it was read before and do not come with it now. In: the article, and the one before. Out: the article with them.

A feed tells when a piece was published; the same page fetched by its address brings no feed along.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles.published import DateCandidate, choose_published
from onrecord.records import Article, Problem

GIVEN = "given"


def keep_given_dates(article: Article, before: Article) -> tuple[Article, tuple[Problem, ...]]:
    """Return an article with the dates that were given beside the one before, chosen as if they had come with it.

    Args:
        article: the article as it was read now; what was given with it counts.
        before: the last version of the same piece.

    Returns:
        The article, and `date_conflict` when it names another day of publication itself. The time of the last change is kept only where the text is
        the same: of another text it tells nothing.
    """
    problems: tuple[Problem, ...] = ()
    if before.published is not None and before.published_how == GIVEN and article.published_how != GIVEN:
        candidates = [DateCandidate(how=GIVEN, range=before.published)]
        if article.published is not None and article.published_how is not None:
            candidates.append(DateCandidate(how=article.published_how, range=article.published, evidence=article.published_evidence))
        chosen, problems = choose_published(candidates, where=article.name)
        article = replace(article, published=chosen.range, published_evidence=chosen.evidence, published_how=chosen.how)
    if article.modified is None and before.modified_how == GIVEN and article.text_hash == before.text_hash:
        article = replace(article, modified=before.modified, modified_how=GIVEN)
    return article, problems
