"""Loads language packs: one TOML file of word lists becomes one frozen `Pack`.

In: a language tag. Out: the pack read from `data/<lang>.toml` beside this file (`docs/languages.md` explains every
section), its forms folded, ready to be compared with folded text. Left to others: building matchers from the forms
and deciding what a match means.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.languages.fold import fold_text, primary_subtag
from onrecord.languages.parse import parse_pack
from onrecord.languages.schema import Credits, Dates, Figures, Forms, FormTable, Numbers, Pack

__all__ = [
    "Credits",
    "Dates",
    "Figures",
    "FormTable",
    "Forms",
    "Numbers",
    "Pack",
    "fold_text",
    "index_forms",
    "index_offices",
    "known_languages",
    "list_cues",
    "list_pronouns",
    "load_pack",
    "parse_pack",
]


def index_forms(table: FormTable) -> Mapping[str, tuple[str, ...]]:
    """Return, for every form of `table`, the keys it stands under, in the table's order."""
    keys: dict[str, tuple[str, ...]] = {}
    for key, forms in table.items():
        for form in forms:
            keys[form] = (*keys.get(form, ()), key)
    return MappingProxyType(keys)


@cache
def index_offices(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Return what `index_forms` says of the offices of a pack, which every article asks for."""
    return index_forms(pack.offices)


@cache
def list_cues(pack: Pack) -> frozenset[str]:
    """Return all words of saying of a pack, of whatever loading."""
    return frozenset(form for forms in pack.cues.values() for form in forms)


@cache
def list_pronouns(pack: Pack) -> frozenset[str]:
    """Return all pronouns of a pack, of whatever person."""
    return frozenset(form for forms in pack.pronouns.values() for form in forms)


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a pack, in alphabetical order."""
    names = (entry.name for entry in files("onrecord.languages").joinpath("data").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_pack(lang: str) -> Pack | None:
    """Return the pack of a language, read once, or `None` when there is none.

    Args:
        lang: a BCP 47 tag; only its first part counts (`en-GB` is `en`).

    Raises:
        ValueError: the pack's file has a missing or unknown key or a value of a wrong type; the message names both.
    """
    code = primary_subtag(lang)
    return _load(code) if code in known_languages() else None


@cache
def _load(code: str) -> Pack:
    text = files("onrecord.languages").joinpath("data", f"{code}.toml").read_text("utf-8")
    pack = parse_pack(text, f"{code}.toml")
    if pack.lang != code:
        raise ValueError(f"{code}.toml: key `lang` is `{pack.lang}`, must be `{code}` like the file's name")
    return pack
