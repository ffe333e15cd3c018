"""Run all stages that look at one article.

In: `Page`s. Out: an `Analysis` each, or the problems that stood in the way.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.articles import read_article
from onrecord.attributions.find import find_attributions
from onrecord.commitments.find import find_commitments
from onrecord.dates import find_dates
from onrecord.encode.model import Model, Reading
from onrecord.errors import OnrecordError
from onrecord.figures import find_figures
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Article, Encoding, Page, Problem
from onrecord.results import Analysis
from onrecord.sources.files import make_problem
from onrecord.sources.isolation import Failure, call_isolated, explain_failure
from onrecord.sources.readers.reader import Place

_LOG = logging.getLogger(__name__)
LOOK_AHEAD = 3
"""Articles the model may read ahead of the stages, so that no core waits."""
SUPPORTED_SCRIPTS_SHARE = 0.5
"""Least share of letters in scripts the model knows; below it the article is kept, but nothing is claimed about it."""


def analyze_pages(pages: Iterable[Page | Problem], model: Model, is_known: Callable[[Article], bool] = lambda _: False) -> Iterator[tuple[Analysis, Encoding | None] | Problem]:
    """Yield one analysis an article, with its encoding, in order; what cannot be read or analysed is a `Problem`, and the others go on.

    Args:
        pages: what was read.
        model: the model that reads them.
        is_known: says of an article that it is analysed already; it is left out.
    """
    return analyze_articles((item for item in read_articles(pages) if isinstance(item, Problem) or not is_known(item.article)), model)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article that was read from a page, and what could not be read of it."""

    article: Article
    problems: tuple[Problem, ...]


def read_articles(pages: Iterable[Page | Problem]) -> Iterator[ReadArticle | Problem]:
    """Yield the article of each page, in order, or the problems that stood in the way."""
    for page in pages:
        if isinstance(page, Problem):
            yield page
            continue
        try:
            article, problems = _read_page(page)
        except OnrecordError:  # the set-up is wrong, not the article
            raise
        except Exception as error:  # noqa: BLE001  any failure of one item becomes a problem of that item
            article, problems = None, (_internal(page.name, error),)
        if article is None:
            yield from problems
        else:
            yield ReadArticle(article=article, problems=problems)


def _read_page(page: Page) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a page; HTML is read in a process of its own, as no parser of it is safe from pages made to break it."""
    if page.form != "html":
        return read_article(page)
    found = call_isolated(read_article, page)
    return (None, (explain_failure(found, Place(where=page.name, name=page.name)),)) if isinstance(found, Failure) else found


def analyze_articles(articles: Iterable[ReadArticle | Problem], model: Model) -> Iterator[tuple[Analysis, Encoding | None] | Problem]:
    """Yield one analysis an article, with its encoding, in order; problems pass through, and what cannot be analysed becomes one."""
    waiting: deque[_Started | Problem] = deque()
    for item in articles:
        waiting.append(item if isinstance(item, Problem) else _start(item, model))
        while len(waiting) > LOOK_AHEAD:
            yield from _finish(waiting.popleft(), model)
    while waiting:
        yield from _finish(waiting.popleft(), model)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Started:
    """An article that was read, and the model's work on it; `reading` is `None` when the model cannot read its script."""

    article: Article
    problems: tuple[Problem, ...]
    reading: Reading | None


def _start(read: ReadArticle, model: Model) -> _Started | Problem:
    """Set the model to work on an article, so that it runs while the stages look at the articles before."""
    article = read.article
    try:
        return _Started(article=article, problems=read.problems, reading=model.begin(article) if _is_supported(article.text) else None)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001  any failure of one item becomes a problem of that item
        return _internal(article.name, error)


def _finish(started: _Started | Problem, model: Model) -> Iterator[tuple[Analysis, Encoding | None] | Problem]:
    """Yield the analysis of an article whose reading was started, or the problem that stood in the way."""
    if isinstance(started, Problem):
        yield started
        return
    try:
        encoding = model.finish(started.reading) if started.reading is not None else None
        analysis = find_in_article(started.article, started.problems, encoding)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001  any failure of one item becomes a problem of that item
        yield _internal(started.article.name, error)
        return
    yield analysis, encoding


def _internal(name: str, error: Exception) -> Problem:
    _LOG.debug("analysis of %s failed", name, exc_info=error)
    return make_problem(name, "internal", f"{type(error).__name__}: {error}", "please report this with the article")


def find_in_article(article: Article, problems: Iterable[Problem], encoding: Encoding | None) -> Analysis:
    """Return everything the stages find inside one article; `encoding` is `None` when the model cannot read its script."""
    pack = load_pack(article.lang) if article.lang else None
    noted = list(problems)
    if encoding is None:
        noted.append(make_problem(article.name, "script_unsupported", "the model does not read this script; nothing is claimed about the text"))
        return Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=tuple(noted))
    if article.lang is None:
        noted.append(make_problem(article.name, "lang_unknown", "the language cannot be told", "give `lang` if you know it"))
    elif pack is None:
        noted.append(make_problem(article.name, "no_pack", f"no language pack for `{article.lang}`: dates and speakers by description stay open"))
    mentions = tuple(find_mentions(article, encoding))
    dates = tuple(find_dates(article, pack))
    attributions = tuple(find_attributions(article, encoding, mentions, dates, pack))
    commitments = tuple(find_commitments(article, encoding, attributions, mentions, pack))
    figures = tuple(find_figures(article, pack, encoding, attributions, dates, mentions))
    return Analysis(
        article=article, mentions=mentions, attributions=attributions, commitments=commitments, figures=figures, dates=dates,
        problems=tuple(noted),
    )  # fmt: skip


def _is_supported(text: str) -> bool:
    letters = [c for c in text[:20000] if c.isalpha()]
    known = sum(c < "\u0530" or "\u1e00" <= c < "\u2000" for c in letters)
    return known >= SUPPORTED_SCRIPTS_SHARE * len(letters)
