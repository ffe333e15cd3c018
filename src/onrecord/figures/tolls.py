"""Finds the number that a toll came to: "the number of people killed in the storm has risen to 212".

In: folded text, an event word, a counted number, a `Lexicon`. Out: whether the toll of the one is the other. Word lists: `tolls.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.figures.lexicon import Lexicon
from onrecord.languages.alternation import join_forms

MAX_HEAD = 5
"""Words that may stand between a noun of a toll and its event word ("the number of people who were killed")."""
MAX_TAIL = 4
"""Words that may stand between a verb of change and the number ("has risen again, from 20 to 35"), or the other way round."""
MAX_CLAUSE = 90
"""Code points of a clause before a number that are looked at."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STOP = re.compile(r"[;:\n]|\s[-\u2013\u2014]\s")
_CLAUSE_END = re.compile(r"[.,;:()\n](?!\d)")
_ENDING = re.compile(r"'[^\W\d_]{1,6}")
"""A case ending behind digits: "212'ye yükseldi"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TollWords:
    """One language of `tolls.toml`; `noun` and `change` find forms, `change` those of rise and fall in the pack, too."""

    noun: re.Pattern[str]
    change: re.Pattern[str]
    is_behind: bool


def is_toll(folded: str, event: tuple[int, int], number: tuple[int, int], between: str, lexicon: Lexicon) -> bool:
    """Return whether a number is what the toll of an event word came to.

    Args:
        folded: folded text.
        event: (start, end) of the event word, before the number.
        number: (start, end) of the number with its noun.
        between: what stands between both, without hedges.
        lexicon: the words of the language.
    """
    words = toll_words_of(lexicon)
    if _STOP.search(between) or not _is_head(folded, event, between, words):
        return False
    moves = list(words.change.finditer(between))
    if moves:
        tail = _WORD.findall(between[moves[-1].end() :])
        if not tail or (len(tail) <= MAX_TAIL and _is_link(tail[-1], lexicon)):
            return True
    if not words.is_behind:
        return False
    ending = _ENDING.match(folded, number[1])
    following = folded[ending.end() if ending else number[1] :][:60]
    move = words.change.search(following)
    if move is None or _STOP.search(following[: move.start()]) or any(sign in following[: move.start()] for sign in ",."):
        return False
    tail = _WORD.findall(between)
    return len(_WORD.findall(following[: move.start()])) <= MAX_TAIL and (lexicon.lang == "tr" or (bool(tail) and _is_link(tail[-1], lexicon)))


def is_arrival(folded: str, at: int, form: str, lexicon: Lexicon) -> bool:
    """True where a word that else limits a number ("до", "tot") tells what it came to: a verb of change stands before it in the clause."""
    if form not in lexicon.lists["toll_links"]:
        return False
    return toll_words_of(lexicon).change.search(_clause_before(folded, at)) is not None


def is_reached(folded: str, at: int, form: str, lexicon: Lexicon) -> bool:
    """True where a word of hours and places ("at", "à") tells what a toll came to: "le bilan s'élève à 12", "waarmee het dodental op 15 komt"."""
    words = toll_words_of(lexicon)
    if words.noun.search(_clause_before(folded, at)) is None or form not in lexicon.lists["toll_links"]:
        return False
    return is_arrival(folded, at, form, lexicon) or (words.is_behind and _closes_with_change(folded, at, words))


def _closes_with_change(folded: str, at: int, words: TollWords) -> bool:
    """True when a verb of change closes the clause of a number that starts at `at`."""
    following = _CLAUSE_END.split(folded[at : at + MAX_CLAUSE])[0]
    moves = list(words.change.finditer(following))
    return bool(moves) and len(_WORD.findall(following[: moves[-1].start()])) <= MAX_TAIL


@lru_cache(maxsize=64)
def toll_words_of(lexicon: Lexicon) -> TollWords:
    """Return the toll words of a language, patterns that find nothing for one that is not in `tolls.toml`."""
    part = _read_table().get(lexicon.lang)
    if part is None:
        return TollWords(noun=re.compile(r"(?!)"), change=re.compile(r"(?!)"), is_behind=False)
    nouns, reach = (rf"(?<!\w)(?:{join_forms(_list(part[name]))})(?!\w)" for name in ("nouns", "reach"))
    return TollWords(noun=re.compile(nouns), change=re.compile(rf"{reach}|{lexicon.moves.pattern}"), is_behind=part["behind"] is True)


def _is_head(folded: str, event: tuple[int, int], between: str, words: TollWords) -> bool:
    """True when the event word is or belongs to a noun of a toll: "death toll", "the number of dead", "ölenlerin sayısı"."""
    start, end = event
    if words.noun.search(folded[start:end]):
        return True
    nouns = list(words.noun.finditer(folded, max(0, start - 60), start))
    if nouns and not re.search(r"[.,;:()\n]", gap := folded[nouns[-1].end() : start]) and len(_WORD.findall(gap)) <= MAX_HEAD:
        return True
    following = words.noun.search(between)
    return words.is_behind and following is not None and len(_WORD.findall(between[: following.start()])) <= MAX_HEAD


def is_closing_verb(word: str, folded: str, at: int, lexicon: Lexicon) -> bool:
    """True where the word behind a number is the verb that closes the clause, no noun: "ist auf 310 gestiegen"."""
    words = toll_words_of(lexicon)
    before = _WORD.findall(folded[max(0, at - 20) : at])
    return words.is_behind and bool(before) and _is_link(before[-1], lexicon) and words.change.fullmatch(word) is not None


def _clause_before(folded: str, at: int) -> str:
    return _CLAUSE_END.split(folded[max(0, at - MAX_CLAUSE) : at])[-1]


def _is_link(word: str, lexicon: Lexicon) -> bool:
    return any(word in lexicon.lists[name] for name in ("toll_links", "change_to", "of"))


def _list(value: Sequence[str] | bool) -> Sequence[str]:
    return () if isinstance(value, bool) else value


@lru_cache(maxsize=1)
def _read_table() -> Mapping[str, Mapping[str, Sequence[str] | bool]]:
    return tomllib.loads(files("onrecord.figures").joinpath("tolls.toml").read_text("utf-8"))
