"""Tells words that lean on what stands before them: pronouns, nouns behind a possessive, sentences that begin with a demonstrative.

In: words and their language. Out: yes or no; in a language that `leaning.toml` lacks nothing leans.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.languages import fold_text, load_pack

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def is_pronoun(words: str, lang: str | None) -> bool:
    """True for a pronoun alone and for a noun behind a possessive: both name nobody ("they", "his government")."""
    table, found = _find_table(lang), _split(words, lang)
    if not found:
        return False
    alone = len(found) == 1 and found[0] in (*table.get("pronouns", ()), *table.get("first", ()))
    return alone or (len(found) > 1 and found[0] in table.get("possessives", ()))


def is_own_pronoun(words: str, lang: str | None, *, quoted: bool) -> bool:
    """True for a pronoun by which a speaker calls itself: "we", and in indirect speech "he" or "she" as well."""
    found = _split(words, lang)
    pack = load_pack(lang) if lang is not None else None
    if len(found) != 1 or pack is None:
        return False
    kinds = ("first_singular", "first_plural") if quoted else ("first_singular", "first_plural", "masculine", "feminine", "neuter")
    return any(found[0] in pack.pronouns[kind] for kind in kinds)


def is_leaning(words: str, lang: str | None) -> bool:
    """True for words that begin with a pronoun of the third person, a possessive or a demonstrative, so that they cannot be read alone."""
    table, found = _find_table(lang), _split(words, lang)
    return bool(found) and any(found[0] in table.get(kind, ()) for kind in ("pronouns", "possessives", "demonstratives"))


def _split(words: str, lang: str | None) -> list[str]:
    return _WORD.findall(fold_text(words, lang or "und").replace("’", "'"))


def _find_table(lang: str | None) -> dict[str, list[str]]:
    return _load().get((lang or "").split("-")[0].lower(), {})


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(files("onrecord.views").joinpath("leaning.toml").read_text(encoding="utf-8"))
    return tables
