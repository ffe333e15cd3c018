"""Find which full names are one person's, over any number of articles.

In: names with how often each is used. Out: for each the spelling that is used most.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.names.keys import name_words, names_match, sound_key

_LIKE_SOUNDS = str.maketrans("kgcszwf", "hhhssvv")
"""First sounds that spellings of one name swap: `Kherson` / `Gerson`, `Zoran` / `Soran`, `Fyodor` / `Wjodor`."""


def unify_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each full name the spelling of the same name that is used most; names of one word are left out, as a family name alone may be anybody's.

    Only names that begin alike are compared, so that the cost does not grow with the square of how many there are.
    """
    heads: dict[tuple[str, str], list[str]] = {}
    result: dict[str, str] = {}
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        words = name_words(name)
        if len(words) < 2:
            continue
        near = heads.setdefault((_first_sound(words[0]), _first_sound(words[-1])), [])
        result[name] = next((head for head in near if names_match(head, name)), name)
        if result[name] == name:
            near.append(name)
    return result


def _first_sound(word: str) -> str:
    return sound_key(word)[:1].translate(_LIKE_SOUNDS)
