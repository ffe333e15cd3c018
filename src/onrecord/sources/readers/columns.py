"""By which names columns of tables and keys of JSON are known, in all languages of packs. The names are data: `columns.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

_FIRST = "en"
_ENOUGH = 2
"""So many columns in one language, and its names count: `data` alone is no date, beside `treść` it is."""
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ß": "ss", "ø": "o", "đ": "d"})
_JOINS = re.compile(r"[\W_]+")


@cache
def load_columns() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return field -> language -> the folded names it is known by, the best first."""
    table = tomllib.loads(files(__package__).joinpath("columns.toml").read_text("utf-8"))
    return {field: {lang: tuple(map(fold_name, names)) for lang, names in langs.items()} for field, langs in table.items()}


def list_fields() -> tuple[str, ...]:
    """Return the fields that columns may hold."""
    return tuple(load_columns())


def fold_name(name: str) -> str:
    """Return a column's name without what does not matter in it: case, accents, what joins its words."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return _JOINS.sub("", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def find_columns(names: Sequence[str]) -> dict[str, int]:
    """Return field -> number of its column, for all that are known by their names.

    English names always count. Of the other languages the one with the most names counts, if it has at least two, or if there would
    be no text without it.
    """
    known = _find_by_language([fold_name(name) for name in names])
    if not known:
        return {}
    found = known.pop(_FIRST, {})
    others = known
    best = max(others.values(), key=len, default={})
    if len(best) >= _ENOUGH or "text" not in found:
        best = best if "text" in best or "text" in found else max(others.values(), key=lambda own: ("text" in own, len(own)), default={})
        taken = set(found.values())
        found |= {field: column for field, column in best.items() if field not in found and column not in taken}
    return found


def _find_by_language(folded: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return language -> field -> number of its column, of the columns known in it the one with the best name; in the order of the file."""
    best: dict[tuple[int, int], tuple[int, int]] = {}
    for column, name in enumerate(folded):
        for place, rank in _list_names().get(name, ()):
            best[place] = min(best.get(place, (rank, column)), (rank, column))
    answer: dict[str, dict[str, int]] = {}
    langs, fields = _list_langs(), list_fields()
    for (lang, field), (_, column) in sorted(best.items()):
        answer.setdefault(langs[lang], {})[fields[field]] = column
    return answer


@cache
def _list_langs() -> tuple[str, ...]:
    return tuple(dict.fromkeys(lang for langs in load_columns().values() for lang in langs))


@cache
def _list_names() -> Mapping[str, tuple[tuple[tuple[int, int], int], ...]]:
    """Return folded name -> what it is known as: numbers of language and field, and its rank among the names for that."""
    names: dict[str, list[tuple[tuple[int, int], int]]] = {}
    order = {lang: number for number, lang in enumerate(_list_langs())}
    for field, langs in enumerate(load_columns().values()):
        for lang, own in langs.items():
            for rank, name in enumerate(own):
                names.setdefault(name, []).append(((order[lang], field), rank))
    return {name: tuple(places) for name, places in names.items()}
