"""What the tellings of two articles say of the articles: how many utterances both tell, and whether they are of two occasions.

Names and words alone cannot tell a press conference from the same speaker's words a month later; several shared utterances can.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist, Sketch
from onrecord.names.keys import names_match
from onrecord.statements.agreement import days_agree
from onrecord.statements.features import Table

SURE = 0.9
"""Least probability at which two tellings count as shared."""
SPEECH = 0.5
"""Share of an article's tellings from which a speaker's day is that of what it reports. An article about a happening also quotes officials, who
speak of it for days: counting those cost 0.7 of B-cubed on incidents-en (development part), November 2026; from this share on 0.1."""
NEGLIGIBLE = 0.1
"""Tellings that are one utterance with a smaller probability are not kept: in an average they count as none."""
UNIT = 10_000
"""What probabilities are kept in parts of: they have four digits (`match.ROUNDED`)."""


def count_shared(surely: Table) -> int:
    """Return how many tellings of two articles are each other's best match and surely one utterance.

    Args:
        surely: what `match_tellings` says of the two articles.
    """
    if not surely.size:
        return 0
    best_right, best_left = surely.argmax(axis=1), surely.argmax(axis=0)
    return int(sum(surely[i, j] >= SURE and best_left[j] == i for i, j in enumerate(best_right)))


def pack_echoes(surely: Table, there: Table, here: Table, *, same_article: bool) -> bytes:
    """Return the pairs of tellings that may well be one utterance as `Kinship.echoes`, in order; inside one article each pair once.

    Args:
        surely: what `match_tellings` says of the two articles.
        there: what `match_asides` says of the tellings of the left and the asides of the right one.
        here: what it says of the tellings of the right and the asides of the left one.
        same_article: left and right are one.
    """
    rows, columns = surely.shape
    table = np.zeros((rows + here.shape[1], columns + there.shape[1]))
    table[:rows, :columns] = np.triu(surely, 1) if same_article else surely
    table[:rows, columns:] = there
    if not same_article:
        table[rows:, :columns] = here.T
    left, right = np.nonzero(table >= NEGLIGIBLE)
    return np.stack([left, right, np.rint(table[left, right] * UNIT)], axis=1).astype("<u4").tobytes()


def unpack_echoes(echoes: bytes) -> NDArray[np.uint32]:
    """Return rows (left, right, probability in units of 1 / `UNIT`)."""
    return np.frombuffer(echoes, dtype="<u4").reshape(-1, 3)


def are_apart(left: Sketch, right: Sketch) -> bool:
    """True when the main speakers of two articles agree but spoke on different days: two occasions."""
    return is_one_occasion(find_main(left), find_main(right)) is False


def is_one_occasion(left: Gist | None, right: Gist | None) -> bool | None:
    """Return whether the main speakers of two articles (`find_main`) are one and spoke on one day; `None` when they are not one or give no day."""
    if left is None or right is None or not names_match(left.speaker or "", right.speaker or ""):
        return None
    return days_agree(left, right)


def find_main(sketch: Sketch) -> Gist | None:
    """Return the first telling of the speaker and day that at least half of the tellings have: the article reports that speech; `None` without one."""
    dated = [g for g in sketch.gists if g.speaker and g.weekday is not None]
    told = Counter(map(_speaker_and_day, dated))
    main = max(dated, key=lambda g: (told[_speaker_and_day(g)], _speaker_and_day(g), -g.span.start), default=None)
    return main if main is not None and told[_speaker_and_day(main)] >= SPEECH * len(sketch.gists) else None


def _speaker_and_day(gist: Gist) -> tuple[str, int, str]:
    return gist.speaker or "", gist.weekday or 0, gist.said_at.start if gist.said_at else ""
