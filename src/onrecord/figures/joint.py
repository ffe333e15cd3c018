"""Carries what is said of one number to those told in the same breath: "at least 40 civilians were killed and 60 injured".

In: the counted numbers of a sentence with their kinds. Out: the same with hedge and population of the number before, and floors where the
true number is told to be higher. Word lists: `joint.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.figures.counted import Counted, is_besides, is_one_word
from onrecord.figures.lexicon import KIND_ROLE, Lexicon
from onrecord.languages.alternation import join_forms, join_stems
from onrecord.languages.tables import read_lists

MAX_GAP = 10
"""Words that may stand between two numbers told in one breath."""
MAX_HIGHER = 8
"""Words between "the true figure" and "higher"."""
ROUND = 10
"""An estimate reaches the next number only if that is a multiple of this, too: nobody counts 2,946 with "about"."""
_FLOOR = "at_least"
_ESTIMATES = frozenset({"more_than", "about"})
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "fled", "arrested", "affected", "rescued"})
ANYONE = "people"
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STOP = re.compile(r"[;:\n.?!]|\s[-\u2013\u2014]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One language of `joint.toml`; `bodies` finds a noun of a body, `higher` "the true figure is believed to be higher"."""

    since: frozenset[str]
    until_now: frozenset[str]
    bodies: re.Pattern[str]
    higher: re.Pattern[str]


def carry_over(counted: Sequence[Counted], kinds: Sequence[str | None], folded: str, end: int, lexicon: Lexicon) -> list[Counted]:
    """Return the counted numbers of a sentence with what the ones before them lend, in their order.

    Args:
        counted: numbers of the sentence in text order.
        kinds: their kinds.
        folded: folded text.
        end: where the sentence ends.
        lexicon: the words of the language.
    """
    carried = list(counted)
    for at in range(1, len(carried)):
        before, item = carried[at - 1], carried[at]
        words = _words_between(before, item, folded)
        told = kinds[at] is not None and kinds[at - 1] is not None
        joined = any(word in lexicon.lists["and"] for word in words)
        if joined and ((told and _is_bare(item, folded, lexicon)) or len(words) == 1):
            item = _lend_hedge(before, item, folded, lexicon)
        if told and kinds[at] in _OF_PEOPLE and (joined or any(word in lexicon.lists["including"] for word in words)):
            item = _lend_population(before, item, folded, lexicon)
        carried[at] = item
    found = reach_of(lexicon.lang).higher.search(folded, carried[0].end, end) if carried else None
    if found is None:
        return carried
    return [_be_floor(item, found) if kind in _OF_PEOPLE and item.end <= found.start() else item for item, kind in zip(carried, kinds, strict=True)]


def is_body(written: str, name: str, lang: str) -> bool:
    """True when words name a body of what a name stands for ("UN refugee agency" of "UN"), all folded."""
    own = set(_WORD.findall(name))
    named = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written) is not None
    return named and any(found[0] not in own for found in reach_of(lang).bodies.finditer(written))


@lru_cache(maxsize=64)
def reach_of(lang: str) -> Reach:
    """Return one language of `joint.toml`, empty lists for one that is not in it."""
    part: Mapping[str, Sequence[str]] = read_lists("onrecord.figures", "joint").get(lang, {})
    true_count, higher = join_forms(part.get("true_count", ())), join_forms(part.get("higher", ()))
    pattern = rf"(?<!\w)(?:{true_count})(?!\w)(?: [\w'-]+){{0,{MAX_HIGHER}}}? (?:{higher})(?!\w)" if true_count and higher else r"(?!)"
    lists = {name: frozenset(part.get(name, ())) for name in ("since", "until_now")}
    return Reach(since=lists["since"], until_now=lists["until_now"], bodies=re.compile(rf"(?<!\w)(?:{join_stems(part.get('bodies', ()))})(?!\w)"), higher=re.compile(pattern))


def _words_between(before: Counted, item: Counted, folded: str) -> list[str]:
    """Return the words between two numbers, none where they are far apart or in two clauses."""
    gap = folded[before.end : item.number.start]
    words = _WORD.findall(gap)
    return words if len(words) <= MAX_GAP and _STOP.search(gap) is None and not is_one_word(item) else []


def _lend_hedge(before: Counted, item: Counted, folded: str, lexicon: Lexicon) -> Counted:
    """Return the second number with the hedge before the first, if it has none: a floor always, an estimate where it is as round."""
    left, right = before.number, item.number
    hedges = [(start, end) for start, end in left.hedges if end <= left.start]
    names = {lexicon.hedges.get(folded[start:end]) for start, end in hedges}
    if right.hedges or right.point is None or not hedges:
        return item
    if names == {_FLOOR} or (names <= _ESTIMATES and right.point % ROUND == 0):
        is_open = left.low is None and left.high is None
        return replace(item, number=replace(right, low=None if is_open else right.low, high=None, hedges=tuple(hedges)))
    return item


def _lend_population(before: Counted, item: Counted, folded: str, lexicon: Lexicon) -> Counted:
    """Return a bare number with the population of the number before it; those beside one man are people, "30 others" the same only where those are, too."""
    lent = ANYONE if is_one_word(before) and before.population is not None else before.population
    same = lent == ANYONE or not is_besides(folded, item, lexicon)
    return replace(item, population=lent) if same and before.kind is None and _is_bare(item, folded, lexicon) else item


def _is_bare(item: Counted, folded: str, lexicon: Lexicon) -> bool:
    """True for a number that counts what the one before it counts, as no noun of its own is told."""
    return item.population is None and item.unit is None and item.kind is None and not _has_noun(item, folded, lexicon)


def _has_noun(item: Counted, folded: str, lexicon: Lexicon) -> bool:
    """True when a word that may be a noun of its own follows: "30 guards wounded"."""
    word = _WORD.match(folded, item.end + 1) if folded[item.end : item.end + 1] == " " else None
    if word is not None and word[0] in lexicon.lists["of"] and item.strong_kind is None:
        return True
    if item.strong_kind is not None or word is None or word[0] in lexicon.stopwords or word[0] in lexicon.lists["passive"] or word[0] in lexicon.lists["more"]:
        return False
    form = lexicon.concept.match(folded, word.start())
    return form is None or all(role != KIND_ROLE for role, _ in lexicon.roles[form[0]])


def _be_floor(item: Counted, found: re.Match[str]) -> Counted:
    number = item.number
    low = number.low if number.low is not None else number.point
    return replace(item, number=replace(number, low=low, high=None, hedges=tuple(sorted({*number.hedges, found.span()})))) if low is not None else item
