"""How many utterances two articles both tell: the surest sign that they are about one occasion.

In: the `Side`s of all articles. Out: counts for pairs of articles. Names and words alone cannot tell a press conference
from the same speaker's words a month later; several shared utterances can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.names.keys import names_match
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

SURE = 0.8
"""Least probability at which two tellings count as shared."""
MAX_SIDES = 4000
"""Sets of more tellings are not compared before there are stories: that would cost the square of their number."""


def count_shared(sides: Sequence[Side]) -> dict[tuple[str, str], int]:
    """Return, for pairs of article ids (smaller first), how many tellings are each other's best match and surely one utterance.

    Empty for more than `MAX_SIDES` tellings.
    """
    if len(sides) < 2 or len(sides) > MAX_SIDES:
        return {}
    ordered = sorted((replace(s, story="") for s in sides), key=lambda s: s.attribution.id)
    surely, _ = Matcher(ordered).compare_all(ordered)
    places: dict[str, list[int]] = {}
    for index, side in enumerate(ordered):
        places.setdefault(side.article.id, []).append(index)
    counts: dict[tuple[str, str], int] = {}
    names = sorted(places)
    for k, left in enumerate(names):
        for right in names[k + 1 :]:
            table = surely[np.ix_(places[left], places[right])]
            best_right, best_left = table.argmax(axis=1), table.argmax(axis=0)
            shared = sum(table[i, j] >= SURE and best_left[j] == i for i, j in enumerate(best_right))
            if shared:
                counts[left, right] = int(shared)
    return counts


def find_apart(sides: Sequence[Side]) -> set[tuple[str, str]]:
    """Return pairs of article ids (smaller first) whose main speakers agree but spoke on different weekdays: two occasions.

    The main speaker is the one with most tellings that have a day.
    """
    told: dict[str, Counter[tuple[str, int]]] = {}
    for side in sides:
        day = side.weekday
        if day is not None and side.attribution.speaker:
            told.setdefault(side.article.id, Counter())[side.attribution.speaker, day] += 1
    main = {article: max(counter.items(), key=lambda item: (item[1], item[0]))[0] for article, counter in told.items()}
    names = sorted(main)
    return {(left, right) for k, left in enumerate(names) for right in names[k + 1 :] if main[left][1] != main[right][1] and names_match(main[left][0], main[right][0])}
