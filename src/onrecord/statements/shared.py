"""What the tellings of two articles say of the articles: how many utterances both tell, and whether they are of two occasions.

Names and words alone cannot tell a press conference from the same speaker's words a month later; several shared utterances can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from onrecord.kinship import Echo, Sketch
from onrecord.names.keys import names_match
from onrecord.statements.features import Table

SURE = 0.9
"""Least probability at which two tellings count as shared."""
NEGLIGIBLE = 0.1
"""Tellings that are one utterance with a smaller probability are not kept: in an average they count as none."""


def count_shared(surely: Table) -> int:
    """Return how many tellings of two articles are each other's best match and surely one utterance.

    Args:
        surely: what `match_tellings` says of the two articles.
    """
    if not surely.size:
        return 0
    best_right, best_left = surely.argmax(axis=1), surely.argmax(axis=0)
    return int(sum(surely[i, j] >= SURE and best_left[j] == i for i, j in enumerate(best_right)))


def list_echoes(surely: Table, *, same_article: bool) -> Iterator[Echo]:
    """Yield the pairs of tellings that may well be one utterance, in order; inside one article each pair once."""
    table = np.triu(surely, 1) if same_article else surely
    for i, j in zip(*(where.tolist() for where in np.nonzero(table >= NEGLIGIBLE)), strict=True):
        yield Echo(left=i, right=j, probability=float(table[i, j]))


def are_apart(left: Sketch, right: Sketch) -> bool:
    """True when the main speakers of two articles agree but spoke on different weekdays: two occasions."""
    a, b = find_main(left), find_main(right)
    return a is not None and b is not None and a[1] != b[1] and names_match(a[0], b[0])


def find_main(sketch: Sketch) -> tuple[str, int] | None:
    """Return the speaker with most tellings that have a day, and the weekday; `None` without one."""
    told = Counter((g.speaker, g.weekday) for g in sketch.gists if g.speaker and g.weekday is not None)
    return max(told.items(), key=lambda item: (item[1], item[0]))[0] if told else None
