"""Keep analyses in a store and bring them back: the only place where stages and store meet.

In: analyses, a `Store`. Out: the same analyses, read again. An article's own output has its name as origin; what holds
between articles is kept right with every article that comes or goes (`between.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.kinship import Sketch
from onrecord.records import Article, Encoding, Meaning, Problem
from onrecord.results import Analysis, Comparison
from onrecord.run.articles import read_analysis
from onrecord.run.between import Ground
from onrecord.run.compare import ANALYZE, list_records, read_between
from onrecord.statements.match import Matcher
from onrecord.storage import Store

READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What a store holds of single articles: analyses, and the problems of reading."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]


def keep_analyses(store: Store, found: Iterable[tuple[Analysis, Encoding | None, Sequence[Meaning], Sketch]], matcher: Matcher | None = None) -> None:
    """Make each analysis the whole output for its article, and all that holds between articles right; each story they touch is made anew once.

    Must run inside a transaction.
    """
    ground = Ground(store, matcher)
    for analysis, encoding, meanings, sketch in found:
        origin = analysis.article.name
        for known in store.read(Article, origin):
            ground.remove(known.id)
        store.replace(origin, ANALYZE, list_records(analysis, encoding, meanings, sketch))
        ground.add(analysis.article.id, sketch)
    ground.settle()


def forget_article(store: Store, name: str, matcher: Matcher | None = None) -> None:
    """Remove an article and all made from it. Must run inside a transaction."""
    ground = Ground(store, matcher)
    for known in store.read(Article, name):
        ground.remove(known.id)
    store.forget(name, ANALYZE)
    ground.settle()


def keep_problems(store: Store, problems: Sequence[Problem], is_read: Callable[[str], bool]) -> None:
    """Make problems the whole output of reading. Must run inside a transaction.

    Args:
        store: the store.
        problems: what could not be read this time.
        is_read: says of a place (`Problem.where`) whether it was read this time: its older problems are over.
    """
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.where, []).append(problem)
    for origin in store.origins(READ):
        where = origin.removeprefix(f"{READ}:")
        if where in found or not is_read(where):
            continue
        store.forget(origin, READ)
    for where, same in found.items():
        store.replace(f"{READ}:{where}", READ, same)


def is_kept(store: Store, article: Article, made_by: str) -> bool:
    """True when the very same article was analysed by the same model version before."""
    if store.get(Article, article.id) != article:
        return False
    encoding = store.get(Encoding, article.id)
    return encoding is None or encoding.made_by == made_by


def read_shelf(store: Store) -> Shelf:
    """Return the analyses of all articles in the store, and what could not be read."""
    analyses = tuple(read_analysis(store, article) for origin in store.origins(ANALYZE) for article in store.read(Article, origin))
    return Shelf(analyses=analyses, problems=tuple(p for origin in store.origins(READ) for p in store.read(Problem, origin)))


def read_comparison(store: Store, shelf: Shelf) -> Comparison:
    """Return what the store holds between the articles on the shelf."""
    return read_between(store, shelf.analyses, shelf.problems)
