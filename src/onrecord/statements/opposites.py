"""Whether two commitments are to opposite acts: one to suspend and one to resume, one to leave and one to stay.

In: two commitments with their tellings. Out: yes or no. The words are data: `opposites.toml`, with the deeds of `deeds.toml` and what stays as it is without one (`staying.toml`).
Left to others: whether there is a "not" beside them (`polarity.py`), what such a change of position is called (`positions.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.records import Commitment
from onrecord.statements.deeds import find_deeds
from onrecord.statements.sides import Side
from onrecord.statements.staying import find_kept

_BETWEEN = r"\W+(?:\w+\W+){0,6}?"
_END = r"(?=\s*(?:[^\w\s]|$))"
_KEPT = "not_"
"""Before the name of a deed: what stays as it is without it."""
_PAIRS = (
    ("open", "close"), ("open", "not_open"), ("close", "not_close"), ("release", "not_release"), ("leave", "not_leave"), ("leave", "join"), ("leave", "return"), ("leave", "send"), ("stop", "not_stop"), ("stop", "resume"),
    ("suspend", "not_stop"), ("suspend", "resume"), ("lift", "impose"), ("lift", "keep"), ("favour", "oppose"), ("raise", "lower"), ("arm", "disarm"),
)  # fmt: skip
_OPPOSITES = {act: frozenset(b for pair in _PAIRS for a, b in (pair, pair[::-1]) if a == act) for pair in _PAIRS for act in pair}
"""Act -> those that exclude it."""


def list_acts(side: Side, commitment: Commitment) -> frozenset[str]:
    """Return the acts that a commitment is to, of those that have an opposite; of acts that exclude one another, as in "to lift what was imposed", none."""
    if side.pack is None:
        return frozenset()
    folded = side.folded(commitment.consequence)
    found = {deed for deed, _ in find_deeds(side, side.pack, commitment.consequence)}
    found |= {act for act, pattern in _load(primary_subtag(side.lang)).items() if pattern.search(folded)}
    found |= {_KEPT + deed for deed in find_kept(side, commitment.consequence)}
    return frozenset(act for act in found if act in _OPPOSITES and _OPPOSITES[act].isdisjoint(found))


def exclude_one_another(acts: Collection[str], others: Collection[str]) -> bool:
    """True when one of some acts is the opposite of one of others, and none is among them."""
    return any(not _OPPOSITES[act].isdisjoint(others) for act in acts) and frozenset(acts).isdisjoint(others)


def are_opposite(left: Side, right: Side, one: Commitment, other: Commitment) -> bool:
    """True when two commitments are to opposite acts, whether or not there is a "not" beside them."""
    return exclude_one_another(list_acts(left, one), list_acts(right, other))


@cache
def _load(lang: str) -> dict[str, re.Pattern[str]]:
    """Return act -> the pattern of its words in a language."""
    acts: dict[str, dict[str, str]] = tomllib.loads((files("onrecord.statements") / "opposites.toml").read_text("utf-8"))
    return {
        act: re.compile(rf"(?<!\w)(?:{by_lang[lang].replace(' ... ', _BETWEEN).replace('<end>', _END)})(?!\w)") for act, by_lang in acts.items() if lang in by_lang
    }  # fmt: skip
