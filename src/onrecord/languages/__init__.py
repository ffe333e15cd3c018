"""Language packs: facts about a language as newspapers print it, one TOML file each under `data/`."""

from onrecord.languages.pack import (
    Credits,
    Dates,
    Figures,
    Numbers,
    Pack,
    fold_text,
    index_forms,
    known_languages,
    load_pack,
    parse_pack,
)

__all__ = [
    "Credits",
    "Dates",
    "Figures",
    "Numbers",
    "Pack",
    "fold_text",
    "index_forms",
    "known_languages",
    "load_pack",
    "parse_pack",
]
