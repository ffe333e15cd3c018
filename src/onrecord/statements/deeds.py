"""What is done, whatever the tense and the language: deeds that conditions wait for, and states with the deed that ends each ("in prison": "released").

In: spans of an article. Out: names of deeds with the words, and the deed that would end the state a span tells. The words are data: `deeds.toml`.
Left to others: whether a deed is told as done (`happened.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.records import Condition, Span
from onrecord.statements.forms import Told
from onrecord.statements.polarity import find_negations
from onrecord.statements.words import WORD

_EMPTY = {"fr": ("ne", "n'"), "it": ("non",)}
"""Negations by language that mean nothing in an exception when they stand alone; French denies with a second word there."""
_ORDER_BEHIND = frozenset({"de", "nl", "tr"})
_BORDER = re.compile(r"[,;:–—]")
WORDS_TO_DEED = 5
"""Most words between an order and the deed ("ordered the immediate release")."""
_BETWEEN = r"\W+(?:\w+\W+){0,3}?"
_NO_AMOUNT = r"(?!\s+\d|\s+(?:\w+\s+){0,3}?\d[\d.,]*\s?(?:%|per|pour|pro))"
_Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def find_deeds(told: Told, pack: Pack, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the deeds that a span names in any tense, with the words for them."""
    yield from _find(told, span, _load("deeds", primary_subtag(pack.lang)))


def find_ordered(told: Told, pack: Pack, span: Span) -> Iterator[tuple[str, Span, Span]]:
    """Yield the deeds of a span that somebody ordered or allowed in the past, with the words for deed and order: it stands before them, in some languages behind."""
    lang = primary_subtag(pack.lang)
    orders = [where for _, where in _find(told, span, _load("orders", lang))]
    deeds = [*_find(told, span, _load("nouns", lang)), *find_deeds(told, pack, span)] if orders else []
    for order in orders:
        for deed, where in deeds:
            first, last = sorted((order, where))
            gap = told.article.text[first.end : last.start]
            if not first.overlap(last) and (first == order or lang in _ORDER_BEHIND) and not _BORDER.search(gap) and sum(1 for _ in WORD.finditer(gap)) <= WORDS_TO_DEED:
                yield deed, where, order


def find_ending(told: Told, pack: Pack | None, span: Span) -> tuple[str, Span] | None:
    """Return the deed that ends the state which a span tells, with the words for the state; `None` where it tells none, or a deed of its own beside it ("is released from prison")."""
    if pack is None:
        return None
    ending = next(find_endings(told, pack, span), None)
    if ending is None or any(not ending[1].overlap(where) for _, where in find_deeds(told, pack, span)):
        return None
    return ending


def find_endings(told: Told, pack: Pack, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the deeds that would end the states which a span tells, with the words for each state."""
    yield from ((_read_ends()[state], words) for state, words in _find(told, span, _load("states", primary_subtag(pack.lang))))


def awaits_nothing(told: Told, pack: Pack | None, condition: Condition) -> bool:
    """True when a condition is that a deed is not done, or not done yet: with a "not", or as the state that the deed would end ("he is in prison"); both at once tell that it is.

    What several languages put into "unless" without a meaning ("à moins qu'il ne parte", "a meno che non parta") is no "not".
    """
    negations = [told.folded(where) for where in find_negations(told, pack, condition.span)]
    empty = _EMPTY.get(primary_subtag(pack.lang), ()) if pack is not None and condition.kind == "exception" else ()
    return any(words not in empty for words in negations) != (find_ending(told, pack, condition.span) is not None)


def _find(told: Told, span: Span, patterns: _Patterns) -> Iterator[tuple[str, Span]]:
    folded = told.folded(span)
    for key, pattern in patterns:
        for match in pattern.finditer(folded):
            yield key, Span(start=span.start + match.start(), end=span.start + match.end())


@cache
def _load(table: str, lang: str) -> _Patterns:
    """Return the patterns of a language, whole words."""
    return tuple(
        (key, re.compile(rf"(?<!\w)(?:{by_lang[lang].replace(' ... ', _BETWEEN).replace('(?!5 %)', _NO_AMOUNT)})(?!\w)"))
        for key, by_lang in _read(table).items()
        if lang in by_lang
    )


@cache
def _read(table: str) -> dict[str, dict[str, str]]:
    """Return deed or state -> language -> expression, as they are written down."""
    found: dict[str, dict[str, str]] = tomllib.loads((files("onrecord.statements") / "deeds.toml").read_text("utf-8"))[table]
    return found


@cache
def _read_ends() -> dict[str, str]:
    """Return state -> the deed that ends it."""
    found: dict[str, str] = tomllib.loads((files("onrecord.statements") / "deeds.toml").read_text("utf-8"))["ends"]
    return found
