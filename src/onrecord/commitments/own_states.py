"""Tells the words by which somebody's own state is called without its name: "his country", "our army", "ülkemiz".

In: words and their language. Out: yes or no. Left to others: whose state it is (`bindings`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from onrecord.languages.pack import fold_text

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MOST_BETWEEN = 1
"""Words beside the noun: "our armed forces", "nos forces armées"; more say that it is a part of a state, or something else."""


def is_own_state(words: str, lang: str | None, *, quoted: bool) -> bool:
    """True for a possessive with a noun for a state, its government or its forces.

    Args:
        words: those of a party.
        lang: their language; in one without a table nothing is.
        quoted: True between quotation marks, where a speaker's own state is "our country" and never "his".
    """
    code = (lang or "").split("-")[0].lower()
    table = _load().get(code)
    if table is None:
        return False
    found = _WORD.findall(fold_text(words, code))
    owned = table["said" if quoted else "told"]
    if "bodies" not in table:
        return len(found) == 1 and _begins(found[0], owned)
    at = next((at for at, word in enumerate(found[:2]) if word in owned), None)
    if at is None:
        return False
    behind = found[at + 1 :]
    return 1 <= len(behind) <= 1 + _MOST_BETWEEN and any(_begins(word, table["bodies"]) for word in behind)


def _begins(word: str, forms: Iterable[str]) -> bool:
    return any(word == form.removesuffix("$") if form.endswith("$") else word.startswith(form) for form in forms)


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = tomllib.loads((files("onrecord.commitments") / "own_states.toml").read_text("utf-8"))
    return {lang: {kind: [fold_text(form, lang) for form in forms] for kind, forms in table.items()} for lang, table in tables.items()}
