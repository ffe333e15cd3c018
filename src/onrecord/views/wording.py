"""The plain words for labels: "verb_strength" reads "A stronger or weaker verb".

In: a label of a record. Out: English words for people, from the two TOML files beside this one; an unknown label is shown
as itself.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

_ENGLISH = Locale("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A label of a difference, its plain title and what it means in a sentence."""

    label: str
    title: str
    meaning: str


def choose_operator(operator: str | None, how: str | None) -> str:
    """Return the label under which it is shown how conditions join: `listed` where no word says it, whatever is taken for it."""
    return "listed" if how == "listed" else operator or "none"


def name_label(group: str, label: str) -> str:
    """Return the plain words for a label.

    Args:
        group: a table of `wording.toml` ("types", "forces", "conditions" ...).
        label: the label; one that the table lacks comes back as itself with blanks for underscores.
    """
    return _load_tables("wording.toml").get(group, {}).get(label, label.replace("_", " "))


def name_difference(label: str, kind: str = "") -> str:
    """Return the plain title of a difference label; an unknown one comes back as itself with blanks for underscores.

    Args:
        label: the label.
        kind: which of the titles of a label that has several ("scope", "group", "source", "doer", "closer", "lacking", "needed", "both", "intent", "apart").
    """
    entry = _load_tables("differences.toml").get(label)
    return label.replace("_", " ") if entry is None else entry.get(f"title_{kind}", entry["title"])


def name_lacking(label: str) -> str:
    """Return the words before the tellings that have nothing at a difference of this label: "not told in"."""
    return _load_tables("differences.toml").get(label, {}).get("lacking", "nothing like it in")


def is_minor(label: str) -> bool:
    """True for a difference of spelling or language only, which changes nothing of what was said."""
    return label in {"spelling_variant", "translated"}


def name_language(lang: str | None) -> str | None:
    """Return the English name of a language by its tag (`nl`, `pt-BR`), the tag itself when unknown, `None` for `None`."""
    return None if lang is None else str(_ENGLISH.languages.get(lang.split("-")[0].lower(), lang))


def name_weekday(day: int) -> str:
    """Return the English name of a weekday (Monday = 0)."""
    return str(_ENGLISH.days["format"]["wide"][day])


def rank_difference(label: str) -> int:
    """Return the weight of a difference label: 0 changes the meaning most; unknown labels come last."""
    labels = list(_load_tables("differences.toml"))
    return labels.index(label) if label in labels else len(labels)


def explain_differences() -> tuple[Explanation, ...]:
    """Return all difference labels with title and meaning, in order of weight."""
    tables = _load_tables("differences.toml")
    return tuple(Explanation(label=label, title=entry["title"], meaning=entry["meaning"]) for label, entry in tables.items())


@cache
def _load_tables(name: str) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(files("onrecord.views").joinpath(name).read_text(encoding="utf-8"))
    return tables
