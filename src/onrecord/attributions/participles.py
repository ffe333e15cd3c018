"""Know a cue that goes on with the subject of its own sentence: a participle or converb such as "saying", "añadiendo", "diyerek".

In: a cue and a language. Out: yes or no; for a language without endings in `participles.toml` always no.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text

SHORTEST = 2
"""So many letters at least stand before the ending."""


def is_participle(cue: str, lang: str) -> bool:
    """Return True when a cue is one word and ends as the participles of its language do.

    Args:
        cue: the cue, as written.
        lang: a BCP 47 tag; only its first part counts.
    """
    word = fold_text(cue, lang).strip(" ,")
    return word.isalpha() and any(word.endswith(ending) and len(word) >= len(ending) + SHORTEST for ending in _endings(primary_subtag(lang)))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((files("onrecord.attributions") / "participles.toml").read_text("utf-8"))
    return {lang: tuple(fold_text(ending, lang) for ending in endings) for lang, endings in table.items()}


def _endings(lang: str) -> tuple[str, ...]:
    return _table().get(lang, ())
