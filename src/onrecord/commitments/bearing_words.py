"""The words that say how a clause bears on a commitment, as patterns, and the places where they bar a condition word.

In: a language pack and `bearings.toml`. Out: patterns by class, places in folded text. What a condition is by them: `bearings`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import Pack
from onrecord.records import Span

REACH = 40
"""The words that open a clause stand in so many code points before it, or, in a language that ends clauses with them, behind it."""
SPLIT = frozenset({"unreal", "idioms", "concession", "regardless"})
"""Of these a condition may begin with the second part ("as | if"), and no condition word in them opens one."""
PARTED = SPLIT | {"only", "only_after"}
"""Of these a condition may begin with the second part, whether or not a condition word in them opens one ("pas | als")."""
_CLASSES = ("while", "until", "unreal", "idioms", "purpose", "despite", "negated", "concession", "regardless", "once", "after", "only", "only_after", "exchange", "depends")
_WORD = re.compile(r"[^\W\d_]+")


def find_barred(folded: str, start: int, end: int, pack: Pack, lang: str) -> list[Span]:
    """Return the places in folded text whose words hold a condition word and open no condition: "even if", "as if", "no ifs or buts"."""
    found = ((name, match) for name, pattern in list_patterns(pack, lang) if name in SPLIT for match in pattern.finditer(folded, start, end))
    return [Span(start=match.start(), end=match.end()) for name, match in found if name != "concession" or not is_alternative(folded, match.start(), pack)]


def is_alternative(folded: str, at: int, pack: Pack) -> bool:
    """True behind an "or": "if they strike, or even if they only march" names one more condition."""
    words = _WORD.findall(folded[max(0, at - 12) : at])
    return bool(words) and words[-1] in pack.conditions["any"]


@lru_cache(maxsize=32)
def list_patterns(pack: Pack, lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the name and pattern of each class of opening words."""
    found = [(key, find_word("bearings", key, lang)) for key in _CLASSES]
    for key in ("concession", "exception", "trigger"):
        forms = sorted(pack.conditions[key], key=len, reverse=True)
        found.append((key, re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms) + r")(?!\w)")))
    return tuple(found)
