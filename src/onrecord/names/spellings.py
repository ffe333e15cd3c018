"""Write a name as another language would, where one sound has several spellings: `Krawiec` as `Krawiets` beside `Кравець`.

In: a name word as written, and another in plain letters or none. Out: the word in other spellings. The rules are data: `spellings.toml`. Left to others:
whether two spellings sound alike (`keys.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MOST, MOST_LOOKED_UP, MOST_ASKED = 16, 6, 64
"""Spellings of one word that are tried beside another one, by which it is looked up, and which any other may ask for."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a name has written, what the other has for it in plain letters, what takes its place, how many letters both must have, and by which letter it is looked up."""

    written: re.Pattern[str]
    told: re.Pattern[str]
    read: str
    letters: int
    letter: str


@lru_cache(maxsize=65536)
def respell(word: str, plain: str, *, is_across: bool) -> tuple[str, ...]:
    """Return the spellings of a word in Latin letters that fit another word better than its own, folded; none for a word in other letters.

    Args:
        word: as written.
        plain: the other word in plain Latin letters.
        is_across: the other word is written in Cyrillic.
    """
    folded = word.casefold()
    if is_cyrillic(word):
        return ()
    spellings = [folded]
    for rule in _list_rules(is_across=is_across):
        if min(len(folded), len(plain)) >= rule.letters and rule.told.search(plain):
            spellings += [rule.written.sub(rule.read, each) for each in spellings if rule.written.search(each)]
    return tuple(spellings[1 : MOST + 1])


def list_all_spellings(word: str) -> tuple[str, ...]:
    """Return the spellings of a word in Latin letters that any other word may ask for, folded; none for a word in other letters."""
    spellings = [] if is_cyrillic(word) else [word.casefold()]
    for rule in _list_rules(is_across=True):
        spellings += [rule.written.sub(rule.read, each) for each in spellings[:MOST_ASKED] if rule.written.search(each)]
    return tuple(spellings[1 : MOST_ASKED + 1])


def list_spellings(word: str, plain: str) -> tuple[str, ...]:
    """Return the commonest other spellings of a word, folded, by which it may be looked up.

    Args:
        word: as written.
        plain: the same in plain Latin letters.
    """
    folded, is_across = word.casefold(), is_cyrillic(word)
    spellings = [plain]
    for rule in (*_load("anywhere"), *_load("across")):
        if rule.letter and not is_across and rule.written.search(folded):
            spellings += [rule.written.sub(rule.read, folded)]
        if rule.letter and rule.read in plain and (is_across or rule in _load("anywhere")):
            spellings += [each.replace(rule.read, rule.letter) for each in spellings if rule.read in each]
    return tuple(dict.fromkeys(spellings[1 : MOST_LOOKED_UP + 1]))


def is_cyrillic(word: str) -> bool:
    """True when a word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def _list_rules(*, is_across: bool) -> Iterator[_Rule]:
    yield from _load("anywhere")
    if is_across:
        yield from _load("across")


@cache
def _load(table: str) -> tuple[_Rule, ...]:
    raw = tomllib.loads((files("onrecord.names") / "spellings.toml").read_text("utf-8"))[table]
    return tuple(_Rule(re.compile(each["written"]), re.compile(each["told"]), each["read"], each.get("letters", 0), each.get("letter", "")) for each in raw)
