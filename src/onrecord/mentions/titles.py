"""Names without the titles before them.

In: the names of persons as written, the language. Out: each name without titles and possessive ending. Left to others: what a title tells of its bearer (`families`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.names.keys import name_words, to_latin

_POSSESSIVE = re.compile(r"['’]s$|['’]$")


def bare_names(names: Iterable[str], lang: str) -> dict[str, str]:
    """Return for each name as written the name without titles and possessive ending; at least one word stays.

    A title that may be the beginning of a name is one where it is written small, or where one of the other names is a full name without it that ends alike.

    Args:
        names: the names of persons in one article.
        lang: its language.
    """
    lists = _load_titles(primary_subtag(lang))
    plain = {name: _cut(name, lang, lists, ()) for name in names}
    full = (name_words(bare) for bare in plain.values() if _fold_title(bare, lang) not in lists["either"])
    families = {to_latin(words[-1]) for words in full if len(words) > 1}
    return {name: _cut(bare, lang, lists, families) for name, bare in plain.items()}


def _cut(name: str, lang: str, lists: Mapping[str, frozenset[str]], families: Collection[str]) -> str:
    """Return a name without its titles, those that may be a name only where written small or before one of `families`."""
    bare = " ".join(_POSSESSIVE.sub("", " ".join(name.split())).split())
    is_known = any(to_latin(word) in families for word in name_words(bare)[-1:])
    while " " in bare:
        word, rest = bare.split(" ", 1)
        title = _fold_title(word, lang)
        if title not in lists["plain"] and not (word.endswith(".") and title in lists["stopped"]) and not (title in lists["either"] and (is_known or word.islower())):
            break
        bare = rest
    return bare or name


def _fold_title(name: str, lang: str) -> str:
    """Return the first word of a name, folded, without the stop of an abbreviation."""
    return fold_text(name.partition(" ")[0], lang).removesuffix(".")


@lru_cache(maxsize=32)
def _load_titles(lang: str) -> Mapping[str, frozenset[str]]:
    lists = read_lists("onrecord.mentions", "titles")
    return {name: frozenset((*lists["all"][name], *lists.get(lang, {}).get(name, ()))) for name in ("plain", "stopped", "either")}
