"""Run all stages that look at one article.

In: `Page`s. Out: an `Analysis` each, or the problems that stood in the way.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from onrecord.articles import ENTRY_EMPTY, ReadPage, read_page
from onrecord.articles.forms import is_form
from onrecord.attributions.find import find_attributions
from onrecord.commitments.find import find_commitments
from onrecord.dates import find_dates
from onrecord.encode.model import Model, Reading
from onrecord.errors import OnrecordError
from onrecord.figures import find_figures
from onrecord.kinship import Sketch
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Article, Encoding, Meaning, Page, Problem
from onrecord.results import Analysis
from onrecord.run.by_language import find_by_language, find_unread, leave_out, span_of_itself
from onrecord.run.compare import read_meanings, read_sketch
from onrecord.sources.files import make_problem
from onrecord.sources.isolation import WORKERS, Failure, explain_failure
from onrecord.sources.readers.reader import Place, move_problem

_LOG = logging.getLogger(__name__)
_FOREIGN = re.compile("[\u0530-\u1dff\u2070-\u209f\u20d0-\U0010ffff]")
"""What may be a letter of a script the model does not know; typographic signs and those of currencies are none."""
LOOK_AHEAD = 3
"""Articles the model may read ahead of the stages, so that no core waits."""
PAGES_AHEAD = 2 * WORKERS.size
"""Pages held while those before are read: enough that no worker waits, few enough for pages of the largest size."""
SUPPORTED_SCRIPTS_SHARE = 0.5
"""Least share of letters in scripts the model knows; below it the article is kept, but nothing is claimed about it."""


def sketch_pages(pages: Iterable[Page | Problem], model: Model) -> Iterator[Sketched | Problem]:
    """Yield what is found in each article of some pages and what it is compared by, in order; what fails is a `Problem`, and the others go on."""
    return sketch_articles(read_articles(pages), model)


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
    """Yield the article of each page, of a live blog all of them, in order, or the problems that stood in the way."""
    for found in read_each(pages):
        yield from (item.problem if isinstance(item, EmptyEntry) else item for item in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyEntry:
    """An entry that the page of a live blog lists and in which there is nothing to read; `name` is the one its article would have."""

    name: str
    problem: Problem


Contents: TypeAlias = tuple[ReadArticle | EmptyEntry | Problem, ...]
"""What a page holds."""


def read_each(pages: Iterable[Page | Problem], texts: Iterable[ReadPage] | None = None) -> Iterator[Contents]:
    """Yield what each page holds, in order: its articles and problems. At most `PAGES_AHEAD` pages are held at a time.

    HTML is read in processes of its own, as no parser of it is safe from pages made to break it: in as many as there are cores.

    Args:
        pages: the pages, and what could not be read.
        texts: what the pages that are no HTML hold, in order, where it was read already.
    """
    waiting: deque[tuple[Page | Problem, Future[ReadPage | Failure] | ReadPage | None]] = deque()
    known = iter(texts) if texts is not None else None
    try:
        for page in pages:
            if isinstance(page, Page) and page.form == "html":
                waiting.append((page, WORKERS.submit(read_page, page)))
            else:
                waiting.append((page, next(known) if known is not None and isinstance(page, Page) else None))
            while waiting and (len(waiting) > PAGES_AHEAD or not isinstance(waiting[0][1], Future) or waiting[0][1].done()):
                yield _receive(*waiting.popleft())
        while waiting:
            yield _receive(*waiting.popleft())
    finally:
        left = [future for _, future in waiting if isinstance(future, Future) and not future.cancel() and not future.done()]
        if left:  # nobody will ask for them
            WORKERS.kill()


def _receive(page: Page | Problem, read: Future[ReadPage | Failure] | ReadPage | None) -> Contents:
    if isinstance(page, Problem):
        return (page,)
    try:
        articles, problems = _read_page(page, read)
    except OnrecordError:  # the set-up is wrong, not the article
        raise
    except Exception as error:  # noqa: BLE001  any failure of one item becomes a problem of that item
        articles, problems = (), (_internal(page.name, error),)
    return (*(_place_problem(problem, page) for problem in problems), *(ReadArticle(article=article, problems=noted) for article, noted in articles))


def find_place(problem: Problem, page: Page) -> Problem:
    """Return a problem of a page with the file it stands in for a place: names of articles may be shared, and are not what the user gave."""
    return problem if page.where is None else move_problem(problem, page.where)


def _place_problem(problem: Problem, page: Page) -> EmptyEntry | Problem:
    """Return a problem of a page in its place; that of an entry without text says which one it is."""
    if problem.code != ENTRY_EMPTY:
        return find_place(problem, page)
    placed = problem if page.where is None else move_problem(problem, page.where + problem.where.removeprefix(page.name))
    return EmptyEntry(name=problem.where, problem=placed)


def _read_page(page: Page, read: Future[ReadPage | Failure] | ReadPage | None) -> ReadPage:
    """Return the articles of a page, read here or elsewhere."""
    if read is None:
        return read_page(page)
    if not isinstance(read, Future):
        return read
    found = read.result()
    return ((), (explain_failure(found, Place(where=page.name, name=page.name)),)) if isinstance(found, Failure) else found


def analyze_articles(articles: Iterable[ReadArticle | Problem], model: Model) -> Iterator[tuple[Analysis, Encoding | None] | Problem]:
    """Yield one analysis an article, with its encoding, in order; problems pass through, and what cannot be analysed becomes one."""
    return _finish_each(articles, model, lambda analysis, encoding: (analysis, encoding))


Sketched: TypeAlias = tuple[Analysis, Encoding | None, list[Meaning], Sketch]
"""All that is found in an article by itself, and what others are compared with."""


def sketch_articles(articles: Iterable[ReadArticle | Problem], model: Model) -> Iterator[Sketched | Problem]:
    """Yield what is found in each article, what its utterances mean and its sketch, in order; problems pass through, and what fails becomes one."""

    def sketch(analysis: Analysis, encoding: Encoding | None) -> Sketched:
        meanings = read_meanings(analysis, model)
        return analysis, encoding, meanings, read_sketch(analysis, encoding, meanings, model)

    return _finish_each(articles, model, sketch)


Found = TypeVar("Found")


def _finish_each(articles: Iterable[ReadArticle | Problem], model: Model, complete: Callable[[Analysis, Encoding | None], Found]) -> Iterator[Found | Problem]:
    """Yield what is made of each article, in order, and the problems among them."""
    waiting: deque[_Started | Problem] = deque()
    for item in articles:
        waiting.append(item if isinstance(item, Problem) else _start(item, model))
        while len(waiting) > LOOK_AHEAD:
            yield _finish(waiting.popleft(), model, complete)
    while waiting:
        yield _finish(waiting.popleft(), model, complete)


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


def _finish(started: _Started | Problem, model: Model, complete: Callable[[Analysis, Encoding | None], Found]) -> Found | Problem:
    """Return what is made of an article whose reading was started, or the problem that stood in the way."""
    if isinstance(started, Problem):
        return started
    try:
        encoding = model.finish(started.reading) if started.reading is not None else None
        return complete(find_in_article(started.article, started.problems, encoding), encoding)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001  any failure of one item becomes a problem of that item
        return _internal(started.article.name, error)


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
    if is_form(article):
        noted.append(
            make_problem(article.name, "no_report", "no sentence in it reports anything: it reads like a form or a notice", "read the page again, or `onrecord forget` it")
        )
    mentions = tuple(find_mentions(article, encoding))
    deadlines = tuple(tag.span for tag in encoding.tags if (tag.layer, tag.label) == ("condition", "deadline"))
    dates = find_by_language(article, pack, lambda told, own: find_dates(told, own, deadlines), span_of_itself)
    attributions = find_by_language(article, pack, lambda told, own: find_attributions(told, encoding, mentions, dates, own), span_of_itself)
    commitments = find_by_language(article, pack, lambda told, own: find_commitments(told, encoding, attributions, mentions, own), lambda found: found.consequence)
    figures = find_by_language(article, pack, lambda told, own: find_figures(told, own, encoding, attributions, dates, mentions, commitments), span_of_itself)
    if unread := find_unread(article):
        langs = ", ".join(sorted(unread))
        noted.append(make_problem(article.name, "script_unsupported", f"the model does not read the script of its passages in `{langs}`; nothing is claimed about them"))
        mentions = leave_out(article, mentions, unread, span_of_itself)
        attributions = leave_out(article, attributions, unread, span_of_itself)
        figures = leave_out(article, figures, unread, span_of_itself)
        commitments = leave_out(article, commitments, unread, lambda found: found.consequence)
    return Analysis(
        article=article, mentions=mentions, attributions=attributions, commitments=commitments, figures=figures, dates=dates,
        problems=tuple(noted),
    )  # fmt: skip


def _is_supported(text: str) -> bool:
    beginning = text[:20000]
    if _FOREIGN.search(beginning) is None:
        return True
    letters = [c for c in beginning if c.isalpha()]
    known = sum(c < "\u0530" or "\u1e00" <= c < "\u2000" for c in letters)
    return known >= SUPPORTED_SCRIPTS_SHARE * len(letters)
