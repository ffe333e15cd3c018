"""Whether two tellings commit to contrary things: one says that an act will be done, the other that it will not.

In: gists. Out: yes or no. An outlet may lose a "not", but no reader can tell that from a speaker who has changed his mind, so the two are never told as one utterance.
Left to others: what the contrary of an earlier position is (`positions.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import TypeAlias

import numpy as np

from onrecord.kinship import Gist
from onrecord.records import CONDITIONAL_KINDS, Commitment
from onrecord.statements.opposites import exclude_one_another, list_acts
from onrecord.statements.polarity import is_negated
from onrecord.statements.sides import FloatArray, Side

ONE_ACT = 0.7
"""Least likeness of what two tellings commit to, the mean over the words of the shorter of their best cosine in the other, to be one act: the bar at which a position is said to
have changed (`positions.CHANGED_POSITION`). In other words a "not" may stand for another verb ("close" / "not open")."""
_OWN = ("threat", "refusal", "promise", "offer")
_GIVEN = ("promise", "offer")


def read_stances(side: Side) -> tuple[str, ...]:
    """Return what the commitments of a telling say of their acts: `for`, `against` or `unsure`, with `free` (on no condition), `first` (something good on a condition), or `if`,
    then those of the acts that have an opposite (`opposites.py`); empty without one."""
    return tuple(sorted({" ".join((_read_sense(side, c), _read_bond(c), *sorted(list_acts(side, c)))) for c in side.commitments if c.force in _OWN}))


def _read_sense(side: Side, commitment: Commitment) -> str:
    """Return whether an act will be done; of a refusal without a "not" it is unsure, as a heading may call one act a threat that the text calls a refusal."""
    if is_negated(side, side.pack, commitment.consequence):
        return "against"
    return "unsure" if commitment.force == "refusal" else "for"


def _read_bond(commitment: Commitment) -> str:
    kinds = {c.kind for c in commitment.conditions if c.kind in CONDITIONAL_KINDS}
    if not kinds:
        return "free"
    return "first" if "prerequisite" in kinds or commitment.force in _GIVEN else "if"


Bound: TypeAlias = tuple[int, tuple[str, ...], FloatArray]
"""A telling that commits to anything: its place, its stances, and the vectors of the words that say to what."""


def find_contrary(left: Sequence[Bound], right: Sequence[Bound]) -> Iterator[tuple[int, int]]:
    """Yield which tellings of one list are contrary to which of another, as indexes.

    Args:
        left: what the tellings of one article, or of a story, commit to (`list_bound`).
        right: that of another, or the same.
    """
    for (i, one, rows), (j, other, others) in product(left, right):
        if all(_exclude(a, b) for a, b in product(one, other)) and measure_likeness(rows, others) >= ONE_ACT:
            yield i, j


def list_bound(gists: Sequence[Gist], width: int) -> Iterator[Bound]:
    """Yield those tellings that commit to anything; `width` is that of their word vectors."""
    for index, gist in enumerate(gists):
        if gist.stances:
            rows = np.frombuffer(gist.words, dtype="<f2").astype(np.float32).reshape(-1, width)
            if len(gist.outcome) == len(rows) and any(gist.outcome):
                kept = rows[np.frombuffer(gist.outcome, dtype=np.bool_)]
                yield index, gist.stances, np.asarray(kept / np.maximum(np.linalg.norm(kept, axis=1, keepdims=True), 1e-6), dtype=np.float32)


@cache
def _exclude(one: str, other: str) -> bool:
    """True when one stance is for an act, the other against it or for its opposite, and no condition can make both the same ("no talks until the guns are silent" / "talks once they are")."""
    (sense, bond, *acts), (other_sense, other_bond, *others) = one.split(), other.split()
    if exclude_one_another(acts, others):
        return sense == other_sense == "for" and "free" in (bond, other_bond) and "first" not in (bond, other_bond)
    if {sense, other_sense} != {"for", "against"} or "free" not in (bond, other_bond):
        return False
    return (bond if sense == "for" else other_bond) != "first"


def measure_likeness(mine: FloatArray, theirs: FloatArray) -> float:
    """Return the mean over the words of the shorter of two tellings of their best cosine in the other; both have words."""
    table = mine @ theirs.T
    return float(table.max(axis=1).mean() if len(mine) <= len(theirs) else table.max(axis=0).mean())
