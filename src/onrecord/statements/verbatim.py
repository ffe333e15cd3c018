"""Which tellings have the same words, so that neither a day counted from a publication, nor that one is called said again, nor a group called for a person keeps them apart.

In: gists, and which pairs of them their days or their speakers part. Out: a table of flags. "On Sunday" is the Sunday before the day that an article gives as its own, and that may be
the day on which it was changed, or fetched: who tells one long sentence in the same words tells one utterance.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist

FEWEST = 6
"""Content words from which on the same words are no accident. A first setting."""
SHARE = 0.9
"""Share of their different content words that both have in common. A first setting."""
KEY_BYTES = 8
Flags = NDArray[np.bool_]


def find_verbatim(left: Sequence[Gist], right: Sequence[Gist], apart: Flags) -> Flags:
    """Return which of the pairs that their days part tell the same in the same words, with the same names and numbers, where one of the two days at least is counted from a publication or that of something said anew.

    Args:
        left: some tellings.
        right: others, or the same.
        apart: the pairs in question, a table (left, right).
    """
    counted, other_counted = (np.array([g.is_counted or g.anew_from is not None for g in gists], dtype=np.bool_) for gists in (left, right))
    return find_same_words(left, right, apart & np.logical_or.outer(counted, other_counted))


def find_same_words(left: Sequence[Gist], right: Sequence[Gist], apart: Flags) -> Flags:
    """Return which of the pairs in question tell the same in the same words, with the same names and numbers.

    Args:
        left: some tellings.
        right: others, or the same.
        apart: the pairs in question, a table (left, right).
    """
    found = np.zeros(apart.shape, dtype=np.bool_)
    both = (*left, *right)
    details = {each: code for code, each in enumerate(dict.fromkeys((g.names, g.numbers) for g in both))}
    mine, theirs = (np.array([details[g.names, g.numbers] for g in gists], dtype=np.int64) for gists in (left, right))
    long, other_long = (np.array([g.size >= FEWEST for g in gists], dtype=np.bool_) for gists in (left, right))
    asked = apart & np.equal.outer(mine, theirs) & np.logical_and.outer(long, other_long)
    for row, column in zip(*(at.tolist() for at in np.nonzero(asked)), strict=True):
        found[row, column] = _share(left[row].stems, right[column].stems) >= SHARE
    return found


def _share(stems: bytes, others: bytes) -> float:
    """Return the share of stems in common, of the side that has more of them."""
    most = max(len(stems), len(others)) // KEY_BYTES
    return len(np.intersect1d(np.frombuffer(stems, dtype="<u8"), np.frombuffer(others, dtype="<u8"), assume_unique=True)) / most if most else 0.0
