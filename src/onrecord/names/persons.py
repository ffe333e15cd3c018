"""Find which full names are one person's, over any number of articles.

In: names with how often each is used. Out: for each the spelling that is used most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.names.keys import is_tail, name_words, names_match, sound_key
from onrecord.names.suffixes import split_suffix

_LIKE_SOUNDS = str.maketrans("kgcszwf", "hhhssvv")
"""First sounds that spellings of one name swap: `Kherson` / `Gerson`, `Zoran` / `Soran`, `Fyodor` / `Wjodor`."""


def unify_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each full name the spelling of the same name that is used most; names of one word are left out, as a family name alone may be anybody's.

    A name that is the end of one fuller name only (`López Obrador`) becomes that one, however much either is used. Only names that begin alike are
    compared, so that the cost does not grow with the square of how many there are.
    """
    heads: dict[tuple[str, str], list[str]] = {}
    result: dict[str, str] = {}
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        words = name_words(name)
        if len(words) < 2:
            continue
        near = heads.setdefault((_first_sound(words[0]), _first_sound(words[-1])), [])
        result[name] = next((head for head in near if names_match(head, name) and not _is_other_length(name_words(head), words)), name)
        if result[name] == name:
            near.append(name)
    fuller = _find_fuller([name for name, head in result.items() if name == head], heads)
    return {name: fuller.get(head, head) for name, head in result.items()}


def _is_other_length(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True when one name is but the end of the other, which may be the end of a third as well."""
    return len(left) != len(right) and is_tail(left, right)


def _find_fuller(names: Sequence[str], heads: Mapping[tuple[str, str], Sequence[str]]) -> dict[str, str]:
    """Return for each name that is the end of exactly one fuller name that fuller name."""
    found: dict[str, set[str]] = {}
    for full in names:
        words = name_words(full)
        for start in range(1, len(words) - 1):
            tail = words[start:]
            for short in heads.get((_first_sound(tail[0]), _first_sound(tail[-1])), ()):
                if len(name_words(short)) == len(tail) and is_tail(name_words(short), words) and split_suffix(short)[1] in (None, split_suffix(full)[1]):
                    found.setdefault(short, set()).add(full)
    unique = {short: next(iter(fuller)) for short, fuller in found.items() if len(fuller) == 1}
    return {short: full for short, full in unique.items() if full not in unique}


def _first_sound(word: str) -> str:
    return sound_key(word)[:1].translate(_LIKE_SOUNDS)
