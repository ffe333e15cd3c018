"""Tells numbers that name something: a flight, an hour, a section of law, the file of a court, a road, a house in its street.

In: folded text, a `Number`, a `Lexicon`. Out: whether the number is a name. Word lists: `labels` of `words.toml`, and `labels.toml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.figures.lexicon import Lexicon
from onrecord.figures.numbers import Number
from onrecord.figures.tolls import is_reached
from onrecord.languages.alternation import join_forms
from onrecord.languages.tables import read_lists

DOCKET_SIGNS = frozenset({"no", "nos", "docket", "nr", "n°", "nº", "č", "č.j", "№", "number", "nummer", "numéro", "número", "numero", "numer", "číslo", "номер", "sayılı"})
"""What stands before a number with a dash that is the name of a file, in twelve languages: "No. 15-674", "Nr. 12-40", "№ 15-674"."""
MAX_SHORT = 3
"""A full stop behind a longer word ends a sentence: it is not that of "no. 5"."""
MAX_BEFORE = 40
"""Code points before a number that are looked at."""
_DASHED = re.compile(r"\d ?[-\u2013\u2014:] ?\d")
_ROAD = re.compile(r"[^\W\d_][ \u00a0]([^\W\d_])[ \u00a0]$")


def is_label(number: Number, folded: str, before: str, lexicon: Lexicon) -> bool:
    """True when the words before make a bare number a name, an age or an hour: "flight 370", "at 9", "l'article 49", "ages 19 to 34"."""
    words = before.rstrip(" .").split()
    if words and before.rstrip().endswith(".") and len(words[-1]) > MAX_SHORT:
        return False
    if not words or number.scaled or (number.low != number.high and number.hedges):
        return False
    label = words[-1].lstrip("(\"'").rpartition("'")[2]
    return (label in lexicon.lists["labels"] or " ".join(words[-2:]) in lexicon.lists["labels"]) and not is_reached(folded, number.start, label, lexicon)


def is_docket(number: Number, folded: str, before: str) -> bool:
    """True for the number of a file, with a dash: "No. 15-674"."""
    words = before.rstrip(" .").split()
    return bool(words) and words[-1].lstrip("(") in DOCKET_SIGNS and _DASHED.search(folded, number.start, number.end) is not None


def is_numbered(text: str, folded: str, number: Number, start: int, lang: str) -> bool:
    """True for a number that is a name whatever stands behind it: "art. 12", "§ 129", "der A 7"; not at the start of its sentence.

    Args:
        text: the text as written.
        folded: the same folded.
        number: the number.
        start: where its sentence starts.
        lang: the language.
    """
    if number.form != "digits":
        return False
    left = max(start, number.start - MAX_BEFORE)
    road = _ROAD.search(text, left, number.start)
    if road is not None and road[1].isupper() and road[0][0].islower():
        return True
    words = folded[left : number.start].rstrip(" .").split()
    return bool(words) and words[-1].lstrip("(").rpartition("'")[2] in _numbered_of(lang)


def is_house(folded: str, number: Number, lexicon: Lexicon) -> bool:
    """True for the number of a house before or behind its street: "45 Harbour Road", "calle Mayor, 214"."""
    before, behind = _streets_of(lexicon.lang)
    if number.form != "digits" or before.search(folded, max(0, number.start - MAX_BEFORE), number.start) is not None:
        return number.form == "digits"
    street = behind.match(folded, number.end)
    return street is not None and not any(word in lexicon.stopwords or word in lexicon.roles for word in street["name"].split())


@lru_cache(maxsize=64)
def _numbered_of(lang: str) -> frozenset[str]:
    return frozenset(read_lists("onrecord.figures", "labels").get(lang, {}).get("numbered", ()))


@lru_cache(maxsize=64)
def _streets_of(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a street right before the number of a house, and right behind it."""
    part = read_lists("onrecord.figures", "labels").get(lang, {})
    before, behind = (join_forms(part.get(name, ())) or "(?!)" for name in ("streets_before", "streets_behind"))
    return re.compile(rf"(?<!\w)(?:{before})\.?(?: [\w'-]+){{1,4}}, $"), re.compile(rf",? (?P<name>(?:[^\W\d_][\w'-]* ){{0,3}}?)(?:{behind})(?!\w)")
