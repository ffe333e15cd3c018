"""How surely two articles tell one happening.

In: two sketches, then what their tellings have in common. Out: a number, 0 to 2.6, that depends on the two alone.
"""

from __future__ import annotations

import math
from datetime import date

import numpy as np

from onrecord.kinship import Sketch
from onrecord.stories.days import compare_days, tell_one_day

FADE_DAYS, FADE_DAYS_OF_ONE = 40.0, 120.0
"""Likeness fades with exp(-days / FADE_DAYS) between publication dates, slower where both tell of one matter and of one day that was news when the first appeared: a report
on a trial weeks later looks back on the day of the deed. Source of this and what follows, as of `JOIN` (`groups.py`): incidents-en (one half of the development part) and
300 articles of PolNeAR's train part, November 2026: the best on the first that unites no more of the second, news of one election campaign."""
WINDOW_DAYS = 90
"""Articles further apart are of one story only by others between them: little likeness is left that `JOIN` (`groups.py`) could take, and to look for it would cost more each year."""
NO_DATE = 0.85
"""What likeness is multiplied by when a date is missing: the fading of a week."""
WORDS = 0.85
"""What words weigh beside names when both articles are in one language: the names of a campaign stand in all news of it."""
ONE_MATTER = 0.3
"""Least cosine of their words from which two articles may tell of one matter weeks apart. One that only mentions another dispute of the same persons, with its day, has less
(0.17 to 0.28 in seven invented articles in each of six languages)."""
MEANING = 0.3
"""What the meaning of the sentences weighs beside names when they are not."""
ANYWAY = 0.5
"""Likeness in meaning that any two articles on one matter have, and that counts for nothing: with it as many pairs of texts on one matter that are no translations of one another
reach `JOIN` across languages as within one (a third of them, MEANTIME)."""
LEAST_KEYS = 4
"""Keys two articles must share to be compared at all: two names, which have two keys each, or a name and two words, or four words."""
PER_SHARED = 0.25
MOST_SHARED = 4
"""What share of their likeness each utterance that two articles both tell adds to it, for at most so many. A share, as what officials
always say is told of many happenings: it makes no one story of articles that are unlike."""
OTHER_OCCASION = 0.5
"""What likeness is multiplied by when one speaker speaks on two different days. Between 0.25 and 1 it makes no difference to the incidents."""


def find_day(sketch: Sketch) -> int:
    """Return the ordinal of the publication day, 0 without one."""
    return date.fromisoformat(sketch.published.start).toordinal() if sketch.published else 0


def compare_matter(left: Sketch, right: Sketch) -> float:
    """Return how like two articles are in words, names, meaning and the days they name, 0 to 1.3, before the days on which they appeared count."""
    names = _cosine(left.names, left.name_weights, right.names, right.name_weights)
    days = compare_days(_tell_one_day(left, right))
    if left.lang != right.lang:
        return days * ((1 - MEANING) * names + MEANING * _meaning(left, right))
    return days * (WORDS * _compare_words(left, right) + (1 - WORDS) * names)


def fade(left: Sketch, right: Sketch) -> float:
    """Return what likeness is multiplied by for the days between two articles, which is nearer to 1 where they tell of one day and matter."""
    a, b = find_day(left), find_day(right)
    if not a or not b:
        return NO_DATE
    is_one = _tell_one_day(left, right) is True and _compare_words(left, right) >= ONE_MATTER
    return math.exp(-abs(a - b) / (FADE_DAYS_OF_ONE if is_one else FADE_DAYS))


def find_likeness(matter: float, faded: float, shared: int, is_apart: bool) -> float:
    """Return the likeness of two articles, rounded so that no machine orders near-ties its own way.

    Args:
        matter: what `compare_matter` says of them.
        faded: what `fade` says of them.
        shared: how many utterances both tell.
        is_apart: they report speeches of one speaker on two days.
    """
    value = matter * (1 + PER_SHARED * min(shared, MOST_SHARED))
    return round(value * (OTHER_OCCASION if is_apart else 1.0) * faded, 4)


def _tell_one_day(left: Sketch, right: Sketch) -> bool | None:
    return tell_one_day(np.frombuffer(left.told_days, dtype="<u4"), np.frombuffer(right.told_days, dtype="<u4"), (find_day(left), find_day(right)))


def _compare_words(left: Sketch, right: Sketch) -> float:
    return _cosine(left.terms, left.term_weights, right.terms, right.term_weights)


def _cosine(keys: bytes, weights: bytes, other_keys: bytes, other_weights: bytes) -> float:
    _, mine, other = np.intersect1d(np.frombuffer(keys, dtype="<u8"), np.frombuffer(other_keys, dtype="<u8"), assume_unique=True, return_indices=True)
    values = np.frombuffer(weights, dtype="<f4")[mine].astype(np.float64) * np.frombuffer(other_weights, dtype="<f4")[other]
    return math.fsum(values.tolist())


def _meaning(left: Sketch, right: Sketch) -> float:
    if not left.vector or not right.vector:
        return 0.0
    a, b = (np.frombuffer(s.vector, dtype="<f2").astype(np.float64) for s in (left, right))
    return max(0.0, math.fsum((a * b).tolist()) - ANYWAY) / (1 - ANYWAY)
