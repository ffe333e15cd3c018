"""Tells deaths that nobody and nothing caused from outside: "died of cancer", "ist im Alter von 80 Jahren gestorben", an obituary.

In: folded text and the words of a death in it. Out: whether the dead were killed, as far as the text tells. Word lists: `natural.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.alternation import join_forms, join_stems
from onrecord.languages.tables import read_lists

MAX_BEFORE, MAX_BEHIND = 80, 110
"""Code points before and behind the words of a death in which its cause stands."""
MAX_NEAR = 300
"""Code points around a sentence that are looked at for violence where only an age speaks against it."""
_STOP = re.compile(r"[;:\n.!?](?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    plain: re.Pattern[str]
    cause: re.Pattern[str]
    epidemic: re.Pattern[str]
    age: re.Pattern[str]
    violence: re.Pattern[str]
    illness: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """How the words of a death tell it: `of_many` where whoever it is said of was not killed, `of_one` where a single person was not."""

    of_one: bool
    of_many: bool


KILLED = Nature(of_one=False, of_many=False)
"""A death by violence, by an accident or a disaster, or one of which nothing else is known."""


def is_calm(folded: str, lang: str) -> bool:
    """True for a text that has no word of violence, accident or disaster: who died in it was not killed, as far as it tells."""
    words = _words_of(lang)
    return words is not None and not _has_violence(folded, 0, len(folded), words)


def is_plain(told: str, lang: str) -> bool:
    """True for words of a death that nobody does to others: "died", not "killed"."""
    words = _words_of(lang)
    return words is not None and words.plain.search(told) is not None


def find_nature(folded: str, event: tuple[int, int], sentence: tuple[int, int], lang: str, *, calm: bool) -> Nature:
    """Return how words of a death tell it.

    Args:
        folded: folded text.
        event: (start, end) of the words.
        sentence: (start, end) of their sentence.
        lang: the language.
        calm: whether the text is one without violence.
    """
    words = _words_of(lang)
    if words is None or not is_plain(folded[event[0] : event[1]], lang):
        return KILLED
    if calm:
        left, right = _clause_around(folded, event, sentence)
        return Nature(of_one=True, of_many=words.cause.search(folded, left, right) is not None)
    if _has_violence(folded, *sentence, words):
        return KILLED
    left, right = _clause_around(folded, event, sentence)
    if words.cause.search(folded, left, right):
        return Nature(of_one=True, of_many=True)
    if words.epidemic.search(folded, left, right):
        return Nature(of_one=True, of_many=False)
    aged = words.age.search(folded, *sentence) is not None
    return Nature(of_one=aged and not _has_violence(folded, sentence[0] - MAX_NEAR, sentence[1] + MAX_NEAR, words), of_many=False)


def _clause_around(folded: str, event: tuple[int, int], sentence: tuple[int, int]) -> tuple[int, int]:
    """Return where the words around an event start and end that may tell its cause."""
    left, right = max(sentence[0], event[0] - MAX_BEFORE), min(sentence[1], event[1] + MAX_BEHIND)
    stops = [found.end() for found in _STOP.finditer(folded, left, event[0])]
    stop = _STOP.search(folded, event[1], right)
    return stops[-1] if stops else left, stop.start() if stop else right


def _has_violence(folded: str, start: int, end: int, words: _Words) -> bool:
    """True when a word of violence stands there that is not part of an illness ("heart attack")."""
    start, end = max(start, 0), min(end, len(folded))
    ill = [found.span() for found in words.illness.finditer(folded, start, end)]
    return any(not any(left <= found.start() < right for left, right in ill) for found in words.violence.finditer(folded, start, end))


@lru_cache(maxsize=64)
def _words_of(lang: str) -> _Words | None:
    """Return the words of a language, `None` for one that `natural.toml` does not know."""
    part = read_lists("onrecord.figures", "natural").get(lang)
    if part is None:
        return None
    plain = join_stems(part["plain"])
    ages = "|".join(r"\d{1,3}".join(re.escape(piece).replace(r"\ ", " ") for piece in form.split("#")) for form in part["ages"])
    return _Words(
        plain=re.compile(rf"^(?:{plain})(?!\w)|(?<!\w)(?:{plain})$"),
        cause=_join_causes(part["links"], part["causes"], part["phrases"]),
        epidemic=_join_causes(part["links"], part["epidemics"], ()),
        age=re.compile(rf"(?<!\w)(?:{ages})(?![\w:]|[.,]\d| ?[ap]\.?m)"),
        violence=re.compile(rf"(?<!\w)(?:{join_stems(part['violence'])})(?!\w)"),
        illness=re.compile(rf"(?<!\w)(?:{join_stems([*part['causes'], *part['phrases']])})(?!\w)"),
    )


def _join_causes(links: Sequence[str], causes: Iterable[str], phrases: Sequence[str]) -> re.Pattern[str]:
    """Return what finds a cause behind one of the links with few words between, or anywhere where a language has none, and phrases that need none."""
    opened = rf"(?:{join_forms(links)})(?:(?<=')| )(?:[\w'-]+ ){{0,3}}?" if links else ""
    alone = rf"|{join_forms(phrases)}" if phrases else ""
    return re.compile(rf"(?<!\w)(?:{opened}(?:{join_stems(causes)}){alone})(?!\w)")
