"""Tell people without names who are somebody else than any one named person: "supporters", "opponents of the dam", "two senators", "a person close to the ministry".

In: a telling. Out: yes or no. Left to others: what follows for two tellings (`agreement.py`). Bodies, and those for whom somebody may speak ("officials"), are no such group.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.languages.anonymity import is_anonymous
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

GROUP = "unnamed group `"
"""How `Attribution.speaker_how` begins where an office in the plural speaks."""
UNNAMED_SOURCE = "unnamed source `"
"""How it begins where a source without a name or an office speaks."""
_OWNING = ("'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """Words for such groups: plural forms of one language, and offices that each holds for himself."""

    words: frozenset[str]
    offices: frozenset[str]


def is_group(side: Side) -> bool:
    """True when several people without a name speak who are neither a body nor those for whom a named person speaks, or one whose name is kept back."""
    attribution = side.attribution
    if attribution.speaker is None and attribution.source and is_anonymous(fold_text(attribution.source[0].of(side.article.text), side.lang), side.lang):
        return True
    if attribution.speaker is not None or not attribution.speaker_how.startswith((GROUP, UNNAMED_SOURCE)) or not attribution.source:
        return False
    people, source, stop = _load_people(primary_subtag(side.lang)), attribution.source[0], side.pack.stopwords if side.pack else frozenset()
    words = [(match.end(), fold_text(match[0], side.lang)) for match in WORD.finditer(side.article.text, source.start, source.end)]
    for number, (end, word) in enumerate(words):
        if number > 1 and words[number - 1][1] in stop:  # "a lawyer of the opponents"
            break
        if word in people.words:
            return not side.article.text.startswith(_OWNING, end)
    if side.pack is None or not attribution.speaker_how.startswith(GROUP):
        return False
    found = list(find_forms(side, side.pack.offices, (source,)))
    return any(office in people.offices for office, where in found if where == found[0][1])


@lru_cache(maxsize=32)
def _load_people(lang: str) -> _People:
    table = tomllib.loads((files("onrecord.statements") / "groups.toml").read_text("utf-8"))
    return _People(words=frozenset(table["people"].get(lang, ())), offices=frozenset(table["offices"]))
