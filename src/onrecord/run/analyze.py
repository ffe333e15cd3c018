"""Run all stages that look at one article.

In: `Page`s. Out: an `Analysis` each, or the problems that stood in the way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator

from onrecord.articles import read_article
from onrecord.attributions.find import find_attributions
from onrecord.commitments.find import find_commitments
from onrecord.dates import find_dates
from onrecord.encode.model import Model
from onrecord.errors import OnrecordError
from onrecord.figures import find_figures
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Article, Encoding, Page, Problem
from onrecord.results import Analysis
from onrecord.sources.files import make_problem

_LOG = logging.getLogger(__name__)
SUPPORTED_SCRIPTS_SHARE = 0.5
"""Least share of letters in scripts the model knows; below it the article is kept, but nothing is claimed about it."""


def analyze_pages(pages: Iterable[Page | Problem], model: Model, is_known: Callable[[Article], bool] = lambda _: False) -> Iterator[tuple[Analysis, Encoding | None] | Problem]:
    """Yield one analysis an article, with its encoding, in order; what cannot be read or analysed is a `Problem`, and the others go on.

    Args:
        pages: what was read.
        model: the model that reads them.
        is_known: says of an article that it is analysed already; it is left out.
    """
    for page in pages:
        if isinstance(page, Problem):
            yield page
            continue
        try:
            article, problems = read_article(page)
            if article is None:
                yield from problems
                continue
            if is_known(article):
                continue
            analysis = analyze_article(article, problems, model)
        except OnrecordError:  # the set-up is wrong, not the article
            raise
        except Exception as error:  # noqa: BLE001  the one place where any failure of one item becomes a problem of that item
            _LOG.debug("analysis of %s failed", page.name, exc_info=True)
            yield make_problem(page.name, "internal", f"{type(error).__name__}: {error}", "please report this with the article")
            continue
        yield analysis


def analyze_article(article: Article, problems: Iterable[Problem], model: Model) -> tuple[Analysis, Encoding | None]:
    """Return everything the stages find inside one article, and the model's view of it (`None` when it cannot read the script)."""
    pack = load_pack(article.lang) if article.lang else None
    noted = list(problems)
    if not _is_supported(article.text):
        noted.append(make_problem(article.name, "script_unsupported", "the model does not read this script; nothing is claimed about the text"))
        return Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=tuple(noted)), None
    if article.lang is None:
        noted.append(make_problem(article.name, "lang_unknown", "the language cannot be told", "give `lang` if you know it"))
    elif pack is None:
        noted.append(make_problem(article.name, "no_pack", f"no language pack for `{article.lang}`: dates and speakers by description stay open"))
    encoding = model.encode(article)
    mentions = tuple(find_mentions(article, encoding))
    dates = tuple(find_dates(article, pack))
    attributions = tuple(find_attributions(article, encoding, mentions, dates, pack))
    commitments = tuple(find_commitments(article, encoding, attributions, mentions, pack))
    figures = tuple(find_figures(article, pack, encoding, attributions, dates, mentions))
    found = Analysis(
        article=article, mentions=mentions, attributions=attributions, commitments=commitments, figures=figures, dates=dates,
        problems=tuple(noted),
    )  # fmt: skip
    return found, encoding


def _is_supported(text: str) -> bool:
    letters = [c for c in text[:20000] if c.isalpha()]
    known = sum(c < "\u0530" or "\u1e00" <= c < "\u2000" for c in letters)
    return known >= SUPPORTED_SCRIPTS_SHARE * len(letters)
