"""Tell from a given name whether a person is a man or a woman, where it tells so in every language read here.

In: a full name. Out: `masculine`, `feminine` or `None`. It only ever speaks against a reading; the text's own words come first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.names.keys import name_words, to_latin


@lru_cache(maxsize=8192)
def gender_of_given(name: str) -> str | None:
    """Return the gender that the given name of a full name tells; `None` for a name of one word, which may be a family name.

    Args:
        name: a name without title, in any script.
    """
    words = name_words(name)
    if len(words) < 2:
        return None
    first = to_latin(words[0])
    return _genders().get(first) or _genders().get(first.partition("-")[0])


@lru_cache(maxsize=1)
def _genders() -> Mapping[str, str]:
    table = tomllib.loads((files("onrecord.names") / "given.toml").read_text("utf-8"))
    return {to_latin(name): gender for gender, names in table.items() for name in names}
