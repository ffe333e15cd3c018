"""Persons told one after another as one count: "a man, two women and a child were killed" are four.

In: the settled counts of an article. Out: the same with such enumerations as one. Left to others: what befell whom (`kinds.py`, `outcomes.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.figures.counted import Counted, is_one_word
from onrecord.figures.joint import ANYONE
from onrecord.figures.lexicon import Lexicon
from onrecord.figures.outcomes import Row

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({ANYONE, "men", "women", "children"})
"""Populations that are people by age or sex; soldiers, civilians and the police stay counts of their own."""
_APART = re.compile(r"[^\w\s,]|\n")


def join_enumerations(rows: Sequence[Row], kinds: frozenset[str], folded: str, lexicon: Lexicon) -> list[Row]:
    """Return the counts with each enumeration that holds a single person as one, where an article counts nobody of that kind besides: a number told elsewhere may be the total, or hold them.

    Args:
        rows: what an article counts, in text order.
        kinds: the kinds of which one person told of by a noun is a count.
        folded: folded text.
        lexicon: the words of the language.
    """
    counts = Counter(row.kind for row in rows)
    joined: list[Row] = []
    for run in _cut_runs(rows, folded, lexicon):
        kind = run[0].kind
        is_all = kind in kinds and counts[kind] == len(run) and any(is_one_word(row.item) for row in run) and _ALIKE.issuperset(row.item.population for row in run)
        joined.extend([_add(run)] if len(run) > 1 and is_all else run)
    return joined


def _cut_runs(rows: Sequence[Row], folded: str, lexicon: Lexicon) -> Iterator[list[Row]]:
    """Yield the counts in stretches of one kind and sentence with nothing but commas and "and" between."""
    run: list[Row] = []
    for row in rows:
        if run and (row.kind != run[-1].kind or row.sentence != run[-1].sentence or not _is_next(run[-1].item, row.item, folded, lexicon)):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _is_next(before: Counted, item: Counted, folded: str, lexicon: Lexicon) -> bool:
    """True for two counts of persons, neither hedged, the second right behind the first."""
    known = all(each.population is not None and each.kind is None and each.number.point is not None and not each.number.hedges for each in (before, item))
    gap = folded[before.end : item.number.start]
    return known and not _APART.search(gap) and bool(gap.strip()) and all(word in lexicon.lists["and"] for word in _WORD.findall(gap))


def _add(run: Sequence[Row]) -> Row:
    """Return an enumeration as one count of people."""
    total = sum(row.item.number.point or 0.0 for row in run)
    first, last = run[0].item, run[-1].item
    number = replace(first.number, end=last.end, point=total, low=total, high=total, form="words")
    return replace(run[0], item=replace(first, number=number, end=last.end, unit=None, population=ANYONE, weak_kind=None, strong_kind=None))
