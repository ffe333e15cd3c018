"""Tells counts that are no totals: others besides those told before, a part of them, one person told of by a noun.

In: a counted number and the text around it, or the figures of an article. Out: a scope, and the figure that a count adds to or is part of.
Word lists: `parts.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.figures.counted import Counted, is_one_word
from onrecord.figures.lexicon import Lexicon
from onrecord.languages.alternation import join_stems
from onrecord.languages.tables import read_lists
from onrecord.records import Figure, Span

BESIDES, PART, PERSON, REST = "besides", "part", "person", "rest"
"""Scopes of a figure; `None` is a count of its own."""
CASUALTIES = frozenset({"killed", "injured", "missing"})
"""Kinds of which one may be told besides another: "two were killed and four others injured"."""
MAX_BEFORE = 24
"""Code points before a number that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    before: re.Pattern[str]
    inside: re.Pattern[str]
    behind: re.Pattern[str]
    of_them: re.Pattern[str]
    from_them: re.Pattern[str]
    themselves: re.Pattern[str]


def find_scope(folded: str, item: Counted, lexicon: Lexicon) -> str | None:
    """Return `besides` for others than those told before, `part` for some of them, `person` for one person told of by a noun, `None` for a count of its own.

    Args:
        folded: folded text.
        item: the number with its noun.
        lexicon: the words of the language.
    """
    number = item.number
    if number.form == "one" or (is_one_word(item) and folded[number.start : number.end] in lexicon.lists["one"] and item.population is not None):
        return PERSON
    words = _words_of(lexicon.lang)
    if words is None or item.kind is not None:
        return None
    before = folded[max(0, number.start - MAX_BEFORE) : number.start]
    if words.of_them.match(folded, number.end) or words.from_them.search(before) or words.themselves.search(folded, number.start, number.end):
        return PART
    if words.before.search(before) or words.inside.search(folded, number.end, item.end) or words.behind.match(folded, item.end):
        return BESIDES
    return None


def is_whole(folded: str, event: tuple[int, int], number: int, lang: str) -> bool:
    """True for an event word that tells of whom a number is part, right before it: "yaralılardan 3'ü" are three of the wounded."""
    words = _words_of(lang)
    return words is not None and words.from_them.search(folded, event[0], number) is not None


def find_base(at: int, figures: Sequence[Figure], sentences: Sequence[Span]) -> str | None:
    """Return the id of the figure of its own sentence or the one before that a count of others or of a part goes with; `None` when none is told there.

    That is the nearest of its kind told before it, else the larger one behind it in its sentence ("three more died, bringing the toll to 17"), else the nearest of other casualties.

    Args:
        at: the place of the figure in `figures`.
        figures: the figures of an article in text order.
        sentences: the sentence of each.
    """
    own, home = figures[at], sentences[at]
    if own.scope not in (BESIDES, PART):
        return None
    ahead = [other for other, place in zip(figures[:at], sentences[:at], strict=True) if place == home or place.end == home.start]
    following = [other for other, place in zip(figures[at + 1 :], sentences[at + 1 :], strict=True) if place == home]
    ahead.reverse()
    same = next((other for other in ahead if other.kind == own.kind and other.scope != PART), None)
    toll = next((other for other in following if other.kind == own.kind and (other.point or other.low or 0.0) > (own.point or own.low or 0.0)), None)
    near = next((other for other in ahead if {own.kind, other.kind} <= CASUALTIES), None)
    base = same or toll or near
    return base.id if base is not None else None


def settle_base(at: int, figures: Sequence[Figure], sentences: Sequence[Span]) -> Figure:
    """Return a figure with the one it goes with; others told besides casualties of another kind are all of their own ("two were killed and four others hurt"): scope `rest`."""
    own, base = figures[at], find_base(at, figures, sentences)
    if base is None:
        return own
    kind = next((other.kind for other in figures if other.id == base), own.kind)
    return replace(own, base=base, scope=REST if own.scope == BESIDES and kind != own.kind else own.scope)


@lru_cache(maxsize=64)
def _words_of(lang: str) -> _Words | None:
    """Return the patterns of a language, `None` for one that `parts.toml` does not know."""
    part = read_lists("onrecord.figures", "parts").get(lang)
    if part is None:
        return None
    forms = {name: join_stems(found) for name, found in part.items()}
    return _Words(
        before=re.compile(rf"(?<!\w)(?:{forms['before']}) $"),
        inside=re.compile(rf"(?<!\w)(?:{forms['inside']})(?!\w)"),
        behind=re.compile(rf" (?:{forms['behind']})(?!\w)"),
        of_them=re.compile(rf" (?:{forms['of_them']})(?!\w)"),
        from_them=re.compile(rf"\w(?:{forms['from_them']}) $"),
        themselves=re.compile(rf"(?<!\w)(?:{forms['themselves']})(?!\w)"),
    )
