"""Which tellings of a story never come into one group.

In: tellings in the same words, how surely pairs of them are one utterance. Out: tables of flags. Left to others: what is grouped (`cluster.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.agreement import gist_key, list_days, list_parted, list_span, names_agree
from onrecord.statements.contrary import find_contrary, list_bound
from onrecord.statements.telling import Telling
from onrecord.statements.verbatim import find_same_words, find_verbatim

Units = Sequence[Sequence[Telling]]
Flags = NDArray[np.bool_]


def find_barred(units: Units, countries: Mapping[str, str]) -> Flags:
    """Return which pairs of units cannot be one: the gists of a unit agree in all that counts, but for where they stand.

    Args:
        units: tellings in the same words.
        countries: those of persons, see `find_countries`.
    """
    firsts = [unit[0].gist for unit in units]
    keys = [gist_key(g, countries) for g in firsts]
    speakers = list(dict.fromkeys(keys))
    place = {key: row for row, key in enumerate(speakers)}
    apart = np.array([[names_agree(a, b) is False for b in speakers] for a in speakers], dtype=np.bool_)
    who = [place[key] for key in keys]
    days = list_days([min((telling.gist for telling in unit), key=lambda g: list_span(g)[1]) for unit in units])  # the article that appeared first says by when it was said
    untimely = ~days.agree(days)
    parted = list_parted(speakers, speakers)[np.ix_(who, who)]
    barred = (apart[np.ix_(who, who)] & ~find_same_words(firsts, firsts, parted)) | (untimely & ~find_verbatim(firsts, firsts, untimely))
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row, unit in enumerate(units):
        for telling in unit:
            spans[telling.sketch.article].append((telling.gist.span.start, telling.gist.span.end, row))
    for told in spans.values():
        told.sort()
        for at, (_, end, row) in enumerate(told):
            for start, _, other in told[at + 1 :]:
                if start >= end:
                    break
                barred[row, other] = barred[other, row] = True
    bound = tuple(list_bound(firsts, units[0][0].sketch.width))
    for row, column in find_contrary(bound, bound):
        barred[row, column] = True
    np.fill_diagonal(barred, False)
    return np.asarray(barred)


def find_unsaid(units: Units, surely: NDArray[np.float64]) -> Flags:
    """Return which pairs of units one article tells in two places without saying it again: two utterances, also where another article tells something between the two."""
    unsaid = np.zeros(surely.shape, dtype=np.bool_)
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, unit in enumerate(units):
        for article in {t.sketch.article for t in unit}:
            rows_of[article].append(row)
    for rows in rows_of.values():
        unsaid[np.ix_(rows, rows)] |= surely[np.ix_(rows, rows)] <= 0
    np.fill_diagonal(unsaid, False)
    return unsaid
