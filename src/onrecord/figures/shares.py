"""Reads shares told in words: "a third of", "two thirds", "half of", "one in five", "jeder fünfte", "üçte biri".

In: folded text, the numbers read in it and a `Lexicon`. Out: (start, end, percent) in text order. Word lists: `shares.toml`.
Left to others: hedges, bounds and ranges (`numbers`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TypedDict

from onrecord.figures.lexicon import KIND_ROLE, MEASURE_ROLE, Lexicon
from onrecord.languages.alternation import join_forms

Part = tuple[int, int, float]
"""Start, end and value of a number, or of a share in percent."""
MAX_REACH = 3
"""Words behind a share that tell whether it is one of time, of a scale or of a percent: "a quarter of an hour", "half a per cent"."""
_TENS = frozenset({10.0, 100.0, 1000.0})
_WHOLES = _TENS | frozenset(float(whole) for whole in (2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 20, 25, 50, 200, 500, 10000, 100000))
"""What "one in ..." is told of; other numbers are counts ("12 in 31 villages")."""
MOST_OF_NOUN = 10
"""The largest whole with a noun between: "four households out of ten"; beyond it both are counts."""
_WHOLE_FIRST = frozenset({"tr"})
"""Languages that tell the whole before its part: "üçte biri"."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?|[%‰]")
_STOP = re.compile(r"[.,;:!?()\n\"“”„«»]")
_OF_MANY = r"her (?P<whole>{number}) [^\W\d_]+?(?:den|dan|ten|tan) (?P<part>{number})(?:'?[^\W\d_]{{1,6}})?(?!\w)|(?P<ten>on|10|yüz|100) [^\W\d_]+?(?:den|dan|ten|tan) (?P<of_ten>{number})(?:'?s?[ıiuü]n?[^\W\d_]{{0,3}})(?!\w)"
"""Turkish tells the whole first: "her beş kişiden biri", "10 kişiden 7'si"."""


class _Table(TypedDict):
    """One language of `shares.toml`."""

    halves: list[str]
    open: list[str]
    parts: dict[str, float]
    counted: dict[str, int]
    ones: list[str]
    mixed: bool
    behind: list[str]
    before: list[str]
    not_after: list[str]
    midway: list[str]
    of: list[str]
    sure: list[str]
    loose: list[str]
    every: list[str]
    nth: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShareWords:
    """One language of `shares.toml`, as patterns; `lone` finds shares by one form, `counted` a number with what it is a part of."""

    lone: re.Pattern[str]
    counted: re.Pattern[str]
    every: re.Pattern[str]
    of_many: re.Pattern[str]
    numbers: Mapping[str, float]
    open: frozenset[str]
    parts: Mapping[str, float]
    wholes: Mapping[str, int]
    nth: Mapping[str, int]
    mixed: bool
    behind: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    midway: frozenset[str]
    of: frozenset[str]
    sure: frozenset[str]
    loose: frozenset[str]


def read_shares(folded: str, numbers: Sequence[Part], lexicon: Lexicon) -> list[Part]:
    """Return the shares of a folded text in text order, none inside another.

    Args:
        folded: folded text.
        numbers: the exact numbers of the text, in text order.
        lexicon: the words of its language.
    """
    words = _words_of(lexicon)
    if words is None:
        return []
    told = [
        *_find_counted(folded, words, lexicon),
        *_find_lone(folded, words, lexicon),
        *_find_every(folded, words),
        *_find_pairs(folded, numbers, words, lexicon),
        *_find_of_many(folded, words),
    ]
    found: list[Part] = []
    for share in sorted(told, key=lambda share: (share[0], -share[1])):
        if (not found or share[0] >= found[-1][1]) and not _is_of_something_else(folded, share, words, lexicon):
            found.append(share)
    return found


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1)


def _find_counted(folded: str, words: ShareWords, lexicon: Lexicon) -> Iterator[Part]:
    """Yield "two thirds", "nine tenths", "üçte ikisi"."""
    for found in words.counted.finditer(folded):
        part, whole = words.numbers.get(found["number"], 1.0), words.wholes[found["whole"]]
        if found["whole"] in words.open and found.end() == found.end("number"):
            continue
        if part >= whole or (part == 1 and words.mixed and not _is_proven(folded, found.start(), found.end(), words, lexicon)):
            continue
        if not (part == 1 and whole == 4 and _word_before(folded, found.start()) in words.not_after):
            yield found.start(), found.end(), _percent(part, whole)


def _find_lone(folded: str, words: ShareWords, lexicon: Lexicon) -> Iterator[Part]:
    """Yield "half of", "la moitié", "треть", with an article before them left out."""
    for found in words.lone.finditer(folded):
        form, before = found[0], _word_before(folded, found.start())
        if before in words.not_after or (before in words.midway and form not in words.parts) or folded[found.end() : found.end() + 1] == "-":
            continue
        if form not in words.open or _is_proven(folded, found.start(), found.end(), words, lexicon):
            yield found.start(), found.end(), words.parts.get(form, 50.0)


def _find_every(folded: str, words: ShareWords) -> Iterator[Part]:
    """Yield "every third", "jeder fünfte", "каждый десятый"."""
    for found in words.every.finditer(folded):
        yield found.start(), found.end(), _percent(1, words.nth[found["nth"]])


def _find_pairs(folded: str, numbers: Sequence[Part], words: ShareWords, lexicon: Lexicon) -> Iterator[Part]:
    """Yield "one in five", "9 na 10", "four households out of ten"."""
    for (start, left, part), (right, end, whole) in pairwise(numbers):
        if not 1 <= part < whole or part != int(part) or whole not in _WHOLES or right - left > 30 or folded[end : end + 1] == "-":
            continue
        gap = folded[left:right].strip()
        _, _, further = gap.partition(" ")
        sure = gap in words.sure or (further in words.sure and whole <= MOST_OF_NOUN and gap[0] not in ",.;:(")
        loose = gap in words.loose and part > 1 and whole in _TENS
        before = _word_before(folded, start)
        if (sure or loose) and before not in lexicon.lists["labels"] and all(role != KIND_ROLE for role, _ in lexicon.roles.get(before, ())):
            yield start, end, _percent(part, whole)


def _find_of_many(folded: str, words: ShareWords) -> Iterator[Part]:
    """Yield shares that tell the whole first."""
    for found in words.of_many.finditer(folded):
        part, whole = (_value(found[name] or found[other], words) for name, other in (("part", "of_ten"), ("whole", "ten")))
        if 1 <= part < whole:
            yield found.start(), found.end(), _percent(part, whole)


def _value(written: str, words: ShareWords) -> float:
    return float(written) if written.isdecimal() else words.numbers.get(written, 0.0)


def _is_proven(folded: str, start: int, end: int, words: ShareWords, lexicon: Lexicon) -> bool:
    """True when the words around a form that may be something else show that a share is told: "a third of", "cut by a third", "at most half"."""
    before = _word_before(folded, start)
    if before in words.not_after:
        return False
    following = _WORD.match(folded, end + 1) if folded[end : end + 1] == " " else None
    hedged = lexicon.hedge_before.search(folded[max(0, start - 32) : start])
    return (following is not None and following[0] in words.behind) or before in words.before or before in lexicon.lists["between"] or hedged is not None


def _is_of_something_else(folded: str, share: Part, words: ShareWords, lexicon: Lexicon) -> bool:
    """True for a share of a time or length, of a scale or of a percent: these are no shares of what is counted."""
    at = share[1]
    for _ in range(MAX_REACH):
        word = _WORD.search(folded, at)
        if word is None or _STOP.search(folded, at, word.start()):
            return False
        roles = {role for role, _ in lexicon.roles.get(word[0], ())}
        if MEASURE_ROLE in roles or "percent" in roles or word[0] in lexicon.scales or word[0] == "%":
            return True
        if word[0] not in words.of and word[0] not in lexicon.lists["of"]:
            return False
        at = word.end()
    return False


def _word_before(folded: str, at: int) -> str:
    found = re.search(r"([\w']+)\s*$", folded[max(0, at - 24) : at])
    return found[1] if found else ""


@lru_cache(maxsize=64)
def _words_of(lexicon: Lexicon) -> ShareWords | None:
    """Return the patterns of a language, `None` for one that `shares.toml` does not know."""
    table = _read_table().get(lexicon.lang)
    if table is None:
        return None
    whole_first = lexicon.lang in _WHOLE_FIRST
    numbers = {form: value for form, value in lexicon.words.values.items() if 1 <= value <= 99 and value == int(value)}
    number, whole = join_forms([*numbers, *table["ones"]]), join_forms(table["counted"])
    last = rf"(?P<whole>{whole}) (?P<number>{number})[^\W\d_]{{0,5}}"
    first = rf"(?P<number>{number})[ -](?P<whole>{whole})"
    return ShareWords(
        lone=_whole(join_forms([*table["halves"], *table["open"], *table["parts"]])),
        counted=_whole(last if whole_first else first),
        every=_whole(rf"(?:{join_forms(table['every'])}) (?P<nth>{join_forms(table['nth'])})" if table["nth"] else ""),
        of_many=_whole(_OF_MANY.format(number=rf"\d{{1,2}}|{join_forms(numbers)}") if whole_first else ""),
        numbers=numbers,
        open=frozenset(table["open"]),
        parts=table["parts"],
        wholes=table["counted"],
        nth=table["nth"],
        mixed=table["mixed"],
        behind=frozenset(table["behind"]),
        before=frozenset(table["before"]),
        not_after=frozenset(table["not_after"]),
        midway=frozenset(table["midway"]),
        of=frozenset(table["of"]),
        sure=frozenset(table["sure"]),
        loose=frozenset(table["loose"]),
    )


@lru_cache(maxsize=1)
def _read_table() -> Mapping[str, _Table]:
    table: Mapping[str, _Table] = tomllib.loads(files("onrecord.figures").joinpath("shares.toml").read_text("utf-8"))
    return table


def _whole(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])" if pattern else r"(?!)")
