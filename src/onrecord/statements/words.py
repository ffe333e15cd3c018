"""What a word is when tellings are compared."""

from __future__ import annotations

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
STEM_CHARS = 5
"""Words of one language are the same when they share this many letters at the beginning: enough for inflection in news text."""


def weigh_word(word: str, rarity: Callable[[str], float]) -> float:
    """Return how rare a word is by what its stem is taken from: of one with a hyphen ("Norland-controlled") the first part, as hardly any is known as a whole."""
    return rarity(word.split("-", 1)[0])
