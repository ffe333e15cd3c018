"""Of what kind a source without a person's name is: the police, witnesses, a school, somebody's family.

In: a telling. Out: kinds, the same in every language. Left to others: what follows for two tellings (`agreement.py`).
"""

from __future__ import annotations

import re

from onrecord.records import Span
from onrecord.statements.forms import find_forms
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side

_ROLES = frozenset({"witness", "neighbour", "family", "lawyer", "suspect"})
_POLICE = "police"
"""A kind, and the key of a pack's words for those who are of it."""
_PART = re.compile(r"[^\W_]+")
"""A word, also before an apostrophe or a hyphen: "the sheriff's office", "the family's lawyer"."""


def find_bodies(side: Side) -> frozenset[str]:
    """Return the kinds that the words of a source name, all of them ("the family's lawyer"); empty where none does or nobody is the source."""
    source = side.attribution.source
    if not source or side.pack is None:
        return frozenset()
    words = tuple(Span(start=word.start(), end=word.end()) for piece in source for word in _PART.finditer(side.article.text, piece.start, piece.end))
    found = {key for key, _ in find_nouns(side, words, "bodies.toml")}
    found |= {key for key, _ in find_nouns(side, words, "roles.toml") if key in _ROLES}
    return frozenset(found | {key for key, _ in find_forms(side, side.pack.figures.populations, source) if key == _POLICE})
