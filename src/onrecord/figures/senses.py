"""Tells in which sense a number with its noun is meant: a weight that looks like money, a figure of speech, the number of a house.

In: folded text, a `Counted`, a `Lexicon`. Out: the `Counted` as meant, `None` when it is no figure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.figures.counted import Counted
from onrecord.figures.lexicon import Lexicon

ALL = 100
"""Percent that a speaker is sure or right by, without measuring anything."""
BESIDE = 3
"""Words around a hundred percent that are looked at: "sûr à 100 %", "100 percent absolutely sure"."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_STOP = re.compile(r"[.,;:()\n!?]")


def settle_sense(folded: str, item: Counted, lexicon: Lexicon, start: int, end: int) -> Counted | None:
    """Return what a number counts as it is meant, `None` when it is no figure.

    Args:
        folded: folded text.
        item: the number with its noun.
        lexicon: the words of the language.
        start: where its sentence starts.
        end: where it ends.
    """
    if item.kind == "percent" and item.number.point == ALL and _is_conviction(folded, item, lexicon, start, end):
        return None
    if item.kind == "money" and item.unit in lexicon.lists["pounds"] and any(word in lexicon.lists["weights"] for word in _WORD.findall(folded, start, end)):
        return replace(item, kind="other")
    following = _WORD.match(folded, item.number.end + 1, end) if folded[item.number.end : item.number.end + 1] == " " else None
    if following is not None and item.number.form == "digits" and (item.number.point or 0) > 1 and following[0] in lexicon.lists["labels_behind"]:
        return None
    return item


def _is_conviction(folded: str, item: Counted, lexicon: Lexicon, start: int, end: int) -> bool:
    """True beside a word of being sure or right: "I am 100 percent sure"."""
    before = _WORD.findall(_STOP.split(folded[start : item.number.start])[-1])[-BESIDE:]
    behind = _WORD.findall(_STOP.split(folded[item.end : end])[0])[:BESIDE]
    return any(word in lexicon.lists["convinced"] for word in (*before, *behind[: 1 + sum(word in lexicon.stopwords for word in behind[:2])]))
