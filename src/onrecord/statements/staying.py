"""Where one commitment says that all stays as it is, and an earlier one that a deed ends it: "stays open" after "we close it".

In: two commitments with their tellings. Out: yes or no. The words are data, by the deed and by language: `staying.toml`, and the states of `deeds.toml`.
Left to others: what such a change of position is called (`positions.py`).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Commitment, Span
from onrecord.statements.deeds import find_deeds, find_endings
from onrecord.statements.polarity import is_negated
from onrecord.statements.sides import Side

_GAP = " ... "
_BETWEEN = r"\W+(?:\w+\W+){0,3}?"


def is_left_undone(earlier: Side, act: Commitment, later: Side, state: Commitment) -> bool:
    """Return whether what stays as it is in a later commitment is what the deed of an earlier one would end.

    Args:
        earlier: the telling of the deed.
        act: the commitment to it.
        later: the telling of what stays.
        state: the commitment that it stays; with a "not" it does not.
    """
    if earlier.pack is None or any(is_negated(side, side.pack, c.consequence) for side, c in ((earlier, act), (later, state))):
        return False
    ended = {deed for deed, _ in find_deeds(earlier, earlier.pack, act.consequence)}
    return not ended.isdisjoint(find_kept(later, state.consequence))


def find_kept(side: Side, span: Span) -> frozenset[str]:
    """Return the deeds without which what a span tells stays as it is."""
    endings = frozenset(deed for deed, _ in find_endings(side, side.pack, span)) if side.pack is not None else frozenset()
    return endings | {deed for deed, pattern in _load(primary_subtag(side.lang)).items() if pattern.search(side.folded(span))}


@cache
def _load(lang: str) -> dict[str, re.Pattern[str]]:
    """Return deed -> the pattern of what stays without it, for a language."""
    read: dict[str, dict[str, str]] = tomllib.loads((files("onrecord.statements") / "staying.toml").read_text("utf-8"))
    return {deed: re.compile(rf"(?<!\w)(?:{by_lang[lang].replace(_GAP, _BETWEEN)})(?!\w)") for deed, by_lang in read.items() if lang in by_lang}
