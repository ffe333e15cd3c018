"""Tell whether a source without a name is one person or one thing, which a later pronoun may take up: "a diplomat", "a neighbour", "the report".

In: the words of a source and what they say of an office. Out: an `Unnamed`, or `None` for groups.
Left to others: whom a pronoun takes up (`antecedents`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.attributions.offices import Description
from onrecord.attributions.wording import load_wording
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.languages.tables import read_lists
from onrecord.names.places import has_determiner
from onrecord.records import Span

HEAD_WORDS = 4
"""The word for the person stands among the first words of the source: "a former government soldier"."""
WITH_ARTICLES = frozenset({"en", "nl", "de", "fr", "es", "it", "pt"})
"""Languages in which one person without a name has an article or a possessive before it; without one there are several ("Beobachter meinten")."""
_ELIDED = re.compile(r"(?:l|un|quest|quell|cet)['’]\w|[\w]+'s$")
_WORD = re.compile(r"(?:\d+-?)?[^\W\d_][\w-]*")
_AGE = re.compile(r"^\d+-?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """One person without a name, or a thing: the words for it, and the person's gender where they tell it."""

    span: Span
    gender: str | None
    is_person: bool = True


def read_unnamed(span: Span, folded: str, lang: str, description: Description | None, pack: Pack | None) -> Unnamed | None:
    """Return the one person or thing that a source without a name describes.

    Args:
        span: the source.
        folded: the folded text of the article.
        lang: its language.
        description: what the source says of an office, `None` when there is none.
        pack: its language's pack, or `None`.
    """
    first, *rest = folded[span.start : span.end].split() or [""]
    wording = load_wording(lang)
    if wording.joins & {first, *rest}:
        return None
    if primary_subtag(lang) in WITH_ARTICLES and not (has_determiner(first) or _ELIDED.match(first) or first in wording.indefinite or _is_possessive(first, pack)):
        return None
    if description is not None:
        return None if description.is_plural else Unnamed(span=span, gender=description.gender)
    genders = _load_genders(primary_subtag(lang))
    words = [_AGE.sub("#", word) for word in _WORD.findall(folded, span.start, span.end)[:HEAD_WORDS]]
    word = next((word for word in words if word in genders), None)
    return Unnamed(span=span, gender=genders[word]) if word else Unnamed(span=span, gender=None, is_person=False)


def is_one_of(word: str, lang: str) -> bool:
    """True for a word that alone is one of several persons or things: "one", "another"."""
    return word in read_lists("onrecord.attributions", "unnamed").get(primary_subtag(lang), {}).get("alone", ())


def is_person_noun(word: str, lang: str) -> bool:
    """True for a listed word for one person; "#" stands for a number written onto it."""
    return word in _load_genders(primary_subtag(lang))


def _is_possessive(word: str, pack: Pack | None) -> bool:
    return pack is not None and any(word in forms for forms in pack.pronouns.values())


@lru_cache(maxsize=32)
def _load_genders(lang: str) -> Mapping[str, str | None]:
    """Return word -> gender; `None` for words of either."""
    entry = read_lists("onrecord.attributions", "unnamed").get(lang, {})
    found: dict[str, str | None] = {}
    for kind in ("masculine", "feminine", "either"):
        for word in entry.get(kind, ()):
            found[word] = None if word in found or kind == "either" else kind
    return found
