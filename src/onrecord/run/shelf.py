"""Keep analyses in a store and bring them back: the only place where stages and store meet.

In: analyses, a `Store`. Out: the same analyses, read again. An article's own output has its name as origin; what holds
between articles has the origin `SET`, and is made anew whenever an article comes or goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Copy,
    DateMention,
    Encoding,
    Figure,
    Meaning,
    Mention,
    Problem,
    Restatement,
    Sign,
    Statement,
    Story,
)  # fmt: skip
from onrecord.results import Analysis, Comparison
from onrecord.storage import Record, Store

SET = "*"
ANALYZE, COMPARE, READ = "analyze", "compare", "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that a store holds inside articles: analyses, their encodings and meanings, and the problems of reading."""

    analyses: tuple[Analysis, ...]
    encodings: dict[str, Encoding]
    meanings: dict[str, Meaning]
    problems: tuple[Problem, ...]


def keep_analysis(store: Store, analysis: Analysis, encoding: Encoding | None, meanings: Sequence[Meaning]) -> None:
    """Make an analysis the whole output for its article; what held between articles is void. Must run inside a transaction."""
    records: list[Record] = [
        analysis.article, *analysis.mentions, *analysis.attributions, *analysis.commitments, *analysis.figures, *analysis.dates, *analysis.problems, *meanings,
    ]  # fmt: skip
    if encoding is not None:
        records.append(encoding)
    store.replace(analysis.article.name, ANALYZE, records)
    store.replace(SET, COMPARE, ())


def forget_article(store: Store, name: str) -> None:
    """Remove an article and all made from it; what held between articles is void. Must run inside a transaction."""
    store.forget(name)
    store.replace(SET, COMPARE, ())


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
    names = set(store.origins(ANALYZE))
    for origin in store.origins(READ):
        where = origin.removeprefix(f"{READ}:")
        if where in found or not is_read(where):
            continue
        if origin in names:  # an article may be called as it likes
            store.replace(origin, READ, ())
        else:
            store.forget(origin)
    for where, same in found.items():
        store.replace(f"{READ}:{where}", READ, same)


def is_kept(store: Store, article: Article, made_by: str) -> bool:
    """True when the very same article was analysed by the same model version before."""
    if store.get(Article, article.id) != article:
        return False
    encoding = store.get(Encoding, article.id)
    return encoding is None or encoding.made_by == made_by


def is_compared(store: Store) -> bool:
    """True when what the store holds between articles is that of all its articles: each of them is in a story."""
    return not store.origins(ANALYZE) or next(store.read(Story, SET), None) is not None


def read_shelf(store: Store) -> Shelf:
    """Return everything inside articles that the store holds."""
    analyses, encodings, meanings = [], {}, {}
    for origin in store.origins(ANALYZE):
        for article in store.read(Article, origin):
            analyses.append(
                Analysis(
                    article=article,
                    mentions=tuple(sorted(store.read(Mention, origin), key=lambda r: r.span)),
                    attributions=tuple(sorted(store.read(Attribution, origin), key=lambda r: (r.span.start, r.span.end, r.id))),
                    commitments=tuple(sorted(store.read(Commitment, origin), key=lambda r: r.consequence)),
                    figures=tuple(sorted(store.read(Figure, origin), key=lambda r: r.span)),
                    dates=tuple(sorted(store.read(DateMention, origin), key=lambda r: r.span)),
                    problems=tuple(store.read(Problem, origin)),
                )
            )
        encodings.update({e.article: e for e in store.read(Encoding, origin)})
        meanings.update({m.of: m for m in store.read(Meaning, origin)})
    problems = tuple(p for origin in store.origins(READ) for p in store.read(Problem, origin))
    return Shelf(analyses=tuple(analyses), encodings=encodings, meanings=meanings, problems=problems)


def keep_comparison(store: Store, comparison: Comparison) -> None:
    """Make a comparison the whole output between articles. Must run inside a transaction."""
    store.replace(
        SET, COMPARE,
        [*comparison.stories, *comparison.copies, *comparison.accounts, *comparison.statements, *comparison.restatements, *comparison.signs],
    )  # fmt: skip


def read_comparison(store: Store, shelf: Shelf) -> Comparison:
    """Return the stored comparison of the articles on the shelf."""
    ordered = sorted(shelf.analyses, key=lambda a: (a.article.published.start if a.article.published else "9999", a.article.name, a.article.id))
    return Comparison(
        analyses=tuple(ordered), stories=tuple(store.read(Story, SET)), copies=tuple(store.read(Copy, SET)), accounts=tuple(store.read(Account, SET)),
        statements=tuple(store.read(Statement, SET)), restatements=tuple(store.read(Restatement, SET)), signs=tuple(store.read(Sign, SET)),
        problems=shelf.problems,
    )  # fmt: skip
