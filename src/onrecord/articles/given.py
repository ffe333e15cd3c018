"""What came with a piece when it was read before and does not come with it now. In: the article, and the one before. Out: the article with it.

A feed tells when a piece was published, and heads it; the same page fetched by its address brings no feed along. Of two dates the one given counts,
as it does beside the page. Of two headlines that of the page counts, so the one given is only for pages that have none: the page comes along
whichever way it is read, and feeds shorten headlines, put labels before them and change them by themselves.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles.encodings import replace_surrogates
from onrecord.articles.published import DateCandidate, choose_published
from onrecord.records import Article, Problem

GIVEN = "given"


def clean_title(title: str | None) -> str | None:
    """Return a headline that was given beside a page in one line, `None` for an empty one."""
    return " ".join(replace_surrogates(title).split()) or None if title else None


def keep_given(article: Article, before: Article, title: str | None = None) -> tuple[Article, tuple[Problem, ...]]:
    """Return an article with the dates that were given beside the one before, chosen as if they had come with it, and with its headline if it has none.

    Args:
        article: the article as it was read now; what was given with it counts.
        before: the last version of the same piece.
        title: the headline of the version with the very same text, if there is one; it counts more than that of the last.

    Returns:
        The article, and `date_conflict` when it names another day of publication itself. The time of the last change is kept only where the text is
        the same: of another text it tells nothing.
    """
    problems: tuple[Problem, ...] = ()
    article = replace(article, title=article.title or title or before.title)
    if before.published is not None and before.published_how == GIVEN and article.published_how != GIVEN:
        candidates = [DateCandidate(how=GIVEN, range=before.published, instant=before.published_at)]
        if article.published is not None and article.published_how is not None:
            candidates.append(DateCandidate(how=article.published_how, range=article.published, evidence=article.published_evidence, instant=article.published_at))
        chosen, problems = choose_published(candidates, where=article.name)
        article = replace(article, published=chosen.range, published_evidence=chosen.evidence, published_how=chosen.how, published_at=chosen.instant)
    if article.modified is None and before.modified_how == GIVEN and article.text_hash == before.text_hash:
        article = replace(article, modified=before.modified, modified_how=GIVEN)
    return article, problems
