"""Tell from its last word which of two persons of one name is meant: "Karl Orlan Jr.", "Orlan fils", "Орлан-младший".

In: a name as written. Out: the name without that word, and what the word means. Left to others: whether two names match (`keys`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_LAST = re.compile(r"(?<!\W)\W++(?<=[\s,\-‐–—])(?P<word>[^\W\d_]++)\.?\s*+$")
_BEHIND = re.compile(r",?\s?[\s\-‐–—]?(?P<word>[^\W\d_]+)(?![\w-])(?!\s+d(?:e|el|es|u|i|a|o|os|as|ella|ei|al|'|’)\b)")
"""A word right behind a name; not the noun in "Orlan, padre de dos hijas"."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Lists:
    meanings: Mapping[str, str]
    abbreviations: frozenset[str]
    ordinals: frozenset[str]


@lru_cache(maxsize=65536)
def split_suffix(name: str) -> tuple[str, str | None]:
    """Return a name without the word that tells a namesake apart, and what that word means: `younger`, `elder`, `third` and so on.

    A word with a capital that may be a family name ("Júnior", "Neto"), or an ordinal, needs two names before it: "Leo III" is a name of its own. Without such a word the
    name comes back as it is, with `None`.
    """
    match = _LAST.search(name)
    if match is None:
        return name, None
    lists, word = _load_lists(), match["word"].casefold()
    meaning = lists.meanings.get(word)
    bare = name[: match.start()]
    needed = 1 if word in lists.abbreviations or (match["word"].islower() and word not in lists.ordinals) else 2
    if meaning is None or len(_WORD.findall(bare)) < needed:
        return name, None
    return bare, meaning


def suffix_end(text: str, start: int, end: int) -> int:
    """Return where a name from `start` to `end` in a text ends with the suffix behind it; `end` when none stands there."""
    match = _BEHIND.match(text, end)
    if match is None or (text[end] == "," and match["word"].casefold() not in _load_lists().abbreviations):
        return end
    return match.end() if split_suffix(text[start : match.end()])[1] is not None else end


@lru_cache(maxsize=1)
def _load_lists() -> _Lists:
    table = tomllib.loads((files("onrecord.names") / "suffixes.toml").read_text("utf-8"))
    meanings = {word: meaning for meaning, words in table["meanings"].items() for word in words}
    return _Lists(meanings=meanings, abbreviations=frozenset(table["abbreviations"]), ordinals=frozenset(table["ordinals"]))
