"""Lists of wordings beside this stage, as patterns for folded text.

In: the name of a TOML file and a language. Out: one pattern a list. What the lists mean stands at the top of each file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag

NOTHING = re.compile(r"(?!)")
_VERBS, _STEMS = "verbs", frozenset({"verbs", "giving", "naming", "breaking", "parting", "common"})


@lru_cache(maxsize=256)
def load_wordings(name: str, lang: str) -> Mapping[str, re.Pattern[str]]:
    """Return the lists of a file for a language, each as one pattern for whole words; a list a language lacks is not in it.

    Args:
        name: the file without its ending.
        lang: BCP 47 tag.
    """
    table: Mapping[str, Sequence[str]] = _read(name).get(primary_subtag(lang), {})
    verbs = _join([f"{form}\\w*" for form in table.get(_VERBS, ())])
    found: dict[str, re.Pattern[str]] = {}
    for key, forms in table.items():
        if forms:
            parts = [f"{form}\\w*" if key in _STEMS else form.replace("{verb}", verbs) for form in forms]
            found[key] = re.compile(rf"(?<!\w){_join(parts)}(?!\w)")
    return found


def find_word(name: str, key: str, lang: str) -> re.Pattern[str]:
    """Return one list's pattern; one that matches nothing where the language has none."""
    return load_wordings(name, lang).get(key, NOTHING)


def _join(forms: Sequence[str]) -> str:
    """Return an alternation; a blank stands for any white space, and for a closing mark before it ("“ready” to")."""
    return "(?:" + "|".join(form.replace(" ", r"[\"”»]?\s+") for form in forms) + ")"


@lru_cache(maxsize=32)
def _read(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((files("onrecord.commitments") / f"{name}.toml").read_text("utf-8"))
