"""Noun phrases around a noun: its articles and adjectives, what stands before it, and how many it says are meant.

In: a `Side` and spans in it. Out: wider spans, and scopes from `phrases.toml`. Left to others: which nouns matter (`places.py`, `scope.py`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.records import Span
from onrecord.statements.differences.clauses import find_small_words
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

MOST_ADJECTIVES = 3
"""Words between an article, a preposition or a quantifier and its noun, at most."""
REACH = 60
"""Characters before a participle in which its article is looked for."""
AGENT_WORDS = 3
"""Words of who did it that are shown, at most."""
_OPEN_MARKS = frozenset(" \t\u00a0[](\"'“„«-")
"""What may stand between the words of one phrase; "in the [southern] region" has an editor's word in it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrases:
    """The small words of one language, see `phrases.toml`; `locatives` and `scopes` are tables for `find_forms`."""

    determiners: frozenset[str]
    locative: frozenset[str]
    after: str
    scopes: FormTable


@cache
def load_phrases(lang: str) -> Phrases | None:
    """Return the small words of a language, `None` for one that has none listed."""
    table = tomllib.loads((files("onrecord.statements.differences") / "phrases.toml").read_text("utf-8")).get(primary_subtag(lang))
    if table is None:
        return None
    return Phrases(
        determiners=frozenset(fold_text(w, lang) for w in table["determiners"]), locative=frozenset(fold_text(w, lang) for w in table["locative"]), after=table["after"],
        scopes={scope: tuple(fold_text(w, lang) for w in forms) for scope, forms in table["scope"].items()},
    )  # fmt: skip


def widen(side: Side, noun: Span, within: Span) -> Span:
    """Return a noun with its article, its adjectives and a participle that says whose doing it is ("territory gained by the rebels"), as far as they stand in `within`; the noun alone where neither an article, a quantifier nor a preposition opens the phrase."""
    start, _ = _find_opening(side, noun, within)
    end = noun.end
    phrases = load_phrases(side.lang)
    following = WORD.search(side.article.text, noun.end, within.end)
    if phrases and phrases.after and following and not side.article.text[noun.end : following.start()].strip():
        word, head = side.folded(Span(start=following.start(), end=following.end())), side.folded(noun)
        stops = side.pack.stopwords if side.pack else frozenset()
        if word[-1:] == head[-1:] and word[-1] in phrases.after and word not in stops and len(word) > MOST_ADJECTIVES:
            end = following.end()
    return Span(start=start, end=max(end, _take_agent(side, noun.end, within)))


def _take_agent(side: Side, end: int, within: Span) -> int:
    """Return where a phrase ends with the participle behind it and who did it, `end` without; a day behind "by" is nobody."""
    words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(side.article.text, end, within.end)][: AGENT_WORDS + 2]
    stops = side.pack.stopwords if side.pack else frozenset()
    if len(words) < 3 or side.folded(words[0]) in stops or words[1] not in find_small_words(side, "agents", (words[1],)):
        return end
    last = end
    for word in words:
        gap = side.article.text[last : word.start]
        if not set(gap) <= _OPEN_MARKS or any(d.span.overlap(word) for d in side.dates):
            break
        last = word.end
        if any(m.span.overlap(word) and m.span.end <= word.end for m in side.mentions):
            break
    return last if last > words[1].end and side.folded(Span(start=words[1].start, end=last)).split()[-1] not in stops else end


def is_attribute(side: Side, word: Span) -> bool:
    """True for a participle that only says which thing is meant ("the occupied islands", "die besetzten Inseln"): an article or a quantifier right before it, a noun right behind it."""
    phrases, text = load_phrases(side.lang), side.article.text
    behind = WORD.match(text, word.end + 1) if text[word.end : word.end + 1] in {" ", "\u00a0"} else None
    if phrases is None or behind is None or (side.pack and fold_text(behind[0], side.lang) in side.pack.stopwords):
        return False
    openers = phrases.determiners | {form.split()[0] for each in phrases.scopes.values() for form in each}
    before = text[max(word.start - REACH, 0) : word.start].split(" ")
    return len(before) > 1 and (not before[-1] or before[-1].endswith("-")) and fold_text(before[-2].lstrip("(\"'“„«"), side.lang) in openers


def is_located(side: Side, noun: Span, within: Span) -> bool:
    """True when a preposition of place stands before a noun and its adjectives ("in the occupied territories")."""
    return _find_opening(side, noun, within)[1]


def find_scopes(side: Side, part: Span) -> Iterator[tuple[str, Span]]:
    """Yield (scope, span) of the words in a part that say how many are meant."""
    phrases = load_phrases(side.lang)
    if phrases is not None:
        yield from find_forms(side, phrases.scopes, (part,))


def _find_opening(side: Side, noun: Span, within: Span) -> tuple[int, bool]:
    """Return where the phrase of a noun begins, and whether a preposition of place stands before it."""
    phrases = load_phrases(side.lang)
    if phrases is None:
        return noun.start, False
    text = side.article.text
    forms = [form.split() for each in phrases.scopes.values() for form in each]
    firsts, scopes = {form[0] for form in forms}, {word for form in forms for word in form}
    stops = side.pack.stopwords if side.pack else frozenset()
    words = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(text, within.start, noun.start)]
    start, opening, adjectives = noun.start, noun.start, 0
    is_open = False
    for word in reversed(words):
        if not set(text[word.end : start]) <= _OPEN_MARKS:
            break
        folded = side.folded(word)
        if folded in phrases.locative:
            return (start if is_open or adjectives else noun.start), True
        if folded in phrases.determiners or folded in firsts:
            opening, is_open = word.start, True
        elif folded in scopes:
            pass  # "of" belongs to the "all" before it, and to nothing without one
        elif is_open or folded in stops or adjectives == MOST_ADJECTIVES:
            break
        else:
            adjectives += 1
        start = word.start
    return (opening if is_open else noun.start), False
