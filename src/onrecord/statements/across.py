"""How surely tellings of one speaker in two languages are one utterance, on the scale of those in one language.

In: tellings' languages and speakers, how surely pairs of them are one. Out: the same, for such pairs higher. The matcher counts words in common, of which two languages have next to none,
so that there it is less sure even of tellings that are as alike as can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.agreement import Key, names_agree

SHIFT = 1.92
"""What the log-odds of a pair of one speaker in two languages are raised by, so that the bar of 0.82 (`cluster.JOIN`) stands where 0.4 was. Source: the sixteen stories of `tests/gold/told`, November
2026: wherever the bar stands between 0.2 and 0.6, all pairs that are joined are one utterance, as a pair with a rival (`MARGIN`) never is; from 0.4 down no more are found. Of the invented stories
of `training/data/tellings`, which have more near twins and no days, 90 of 100 are one from 0.6 on before rivals are looked at."""
MARGIN = 1.5
"""... and over the bar only where neither telling has another partner in the article of the other, nearer than so much in log-odds: who says many things at one press conference says some of them
in much the same words. On both tenths together, of pairs in two languages with one speaker: 97 of 100 right for 89, 38 of 100 found for 51. Source: the same stories, November 2026."""
ALIKE = 0.5
"""From which probability, or share of their words, on two tellings of one article say the same, so that both may be partners."""
LEAST = 0.05
"""Pairs less sure than this are nobody's partners: more than `MARGIN` below whatever may reach the bar."""
TINY, STEP = 1e-6, 1e-4
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def raise_across(
    langs: Sequence[str | None], speakers: Sequence[Key], articles: Sequence[str], stems: Sequence[bytes], names: Sequence[bytes], left: Ints, right: Ints, surely: Floats, bar: float,
) -> Floats:  # fmt: skip
    """Return how surely each pair is one utterance.

    Args:
        langs: the language of each telling, `None` where it is not known.
        speakers: who speaks in each.
        articles: the article of each.
        stems: keys of the words of each (unsigned 64 bit).
        names: keys of the names in each, the same in every language.
        left: the first telling of each pair, by its place in these.
        right: the second one.
        surely: what the matcher says of the pair.
        bar: what pairs are joined from; one with a rival stays below it.
    """
    codes, places = (np.array(_number(each), dtype=np.int64) for each in (langs, speakers))
    known = np.array([lang is not None for lang in langs], dtype=np.bool_)
    asked = np.flatnonzero((codes[left] != codes[right]) & known[left] & known[right] & (surely > 0))
    if not len(asked):
        return surely
    named = dict(zip(places.tolist(), speakers, strict=True))
    pairs, row = np.unique(np.stack([places[left[asked]], places[right[asked]]], axis=1), axis=0, return_inverse=True)
    are_one = np.array([names_agree(named[a], named[b]) is True for a, b in pairs.tolist()], dtype=np.bool_)
    raised = asked[are_one[row.reshape(-1)]]
    chance = np.clip(surely[raised], TINY, 1 - TINY)
    odds = chance / (1 - chance)
    is_clear = odds >= np.exp(MARGIN) * _find_rivals(articles, stems, names, left, right, surely, raised)
    value = np.round(1 / (1 + np.exp(-SHIFT) / odds), 4)
    found = surely.copy()
    found[raised] = np.where(is_clear, value, np.minimum(value, bar - STEP))
    return found


def _find_rivals(articles: Sequence[str], stems: Sequence[bytes], names: Sequence[bytes], left: Ints, right: Ints, surely: Floats, raised: Ints) -> Floats:
    """Return for each raised pair the best odds that one of its tellings has with another telling of the other's article, which does not say the same as its partner, nor lacks the name that they
    share; 0 without one."""
    near = raised[surely[raised] >= LEAST].tolist()
    partners: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for pair in near:
        a, b = int(left[pair]), int(right[pair])
        partners[a, articles[b]].append((float(surely[pair]), b))
        partners[b, articles[a]].append((float(surely[pair]), a))
    for each in partners.values():
        each.sort(reverse=True)
    alike = {(a, b) for a, b in zip(left[surely >= ALIKE].tolist(), right[surely >= ALIKE].tolist(), strict=True) if articles[a] == articles[b]}
    rivals = np.zeros(len(raised), dtype=np.float64)
    for number, pair in enumerate(raised.tolist()):
        a, b = int(left[pair]), int(right[pair])
        for one, other in ((a, b), (b, a)):
            others = ((chance, each) for chance, each in partners.get((one, articles[other]), ()) if each != other and not alike & {(each, other), (other, each)})
            best = next((chance for chance, each in others if not _say_alike(stems[each], stems[other]) and not _lacks_name(names[one], names[other], names[each])), 0.0)
            rivals[number] = max(rivals[number], min(best, 1 - TINY) / (1 - min(best, 1 - TINY)))
    return rivals


def _say_alike(left: bytes, right: bytes) -> bool:
    """True when half of the words of the shorter of two tellings stand in the other: a headline and what stands under it."""
    mine, theirs = (np.frombuffer(keys, dtype="<u8") for keys in (left, right))
    return len(np.intersect1d(mine, theirs)) >= ALIKE * max(min(len(mine), len(theirs)), 1)


def _lacks_name(mine: bytes, theirs: bytes, rival: bytes) -> bool:
    """True when two tellings share a name, and a rival of the second has none of those of the first."""
    one, other, another = (np.frombuffer(keys, dtype="<u8") for keys in (mine, theirs, rival))
    return bool(len(np.intersect1d(one, other))) and not len(np.intersect1d(one, another))


def _number(items: Sequence[object]) -> list[int]:
    """Return the same number for the same items."""
    numbers: dict[object, int] = {}
    return [numbers.setdefault(item, len(numbers)) for item in items]
