"""Where a telling gives up what its speaker committed to before.

In: a telling. Out: the words that say so. They are data, by language: `withdrawals.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.languages.choices import list_choices
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text, known_languages
from onrecord.records import Span
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

WORDS_BEHIND = 4
"""Most words between a verb of giving up and what is given up ("dropped its long-standing public demand")."""
WORDS_BEFORE = 8
"""Most words between what is given up and the verb behind it ("the plan for a second runway at Lindham has now been dropped")."""
WORDS_TO_PARTICLE = 10
"""Most words between the parts of a verb ("zog seine Klage gegen die Stadt zurück")."""
_BREAK = re.compile(r"[,;:.–—]\s")
"""Where what is given up may end; what follows goes on with it only where nothing before says what it is ("dropped the demand, made in May")."""
_UNSURE = frozenset({"negation", "possible", "conditional", "future", "recommended", "necessary", "ready"})
"""Modalities before the words that make of a withdrawal one that is denied, feared or hoped for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    """The words of a language, folded: `alone` and `unspoken` say it by themselves, these also of what stands before them, `giving_up` and the two parts of `split` with one of `things` near them; `general` are beginnings of those of them that do not say what is given up."""

    alone: FormTable
    unspoken: FormTable
    giving_up: FormTable
    first: FormTable
    second: FormTable
    things: FormTable
    general: tuple[str, ...]


def find_withdrawal(side: Side) -> Span | None:
    """Return the words with which a telling gives something up; `None` without any, and where it is denied, supposed or only asked for."""
    lexicon = _load(primary_subtag(side.lang))
    if side.pack is None or lexicon is None:
        return None
    area = find_area(side)
    first = min(_find(side, lexicon, area), default=None)
    if first is None:
        return None
    if any(key in ("trigger", "exception", "concession") and not first.overlap(where) for key, where in find_forms(side, side.pack.conditions, (area,))):
        return None
    before = Span(start=area.start, end=first.start)
    if any(key in _UNSURE for key, _ in find_forms(side, side.pack.modality, (before,))):
        return None
    if any(key in ("refusing", "demanding", "asking", "doubting") for key, _ in find_forms(side, side.pack.cues, (before,))):
        return None
    return first


def list_given_up(side: Side, withdrawal: Span) -> tuple[Span, ...]:
    """Return the content words that say what is given up, in order; empty where a withdrawal says no more than that it is "some plans".

    Args:
        side: a telling.
        withdrawal: the words with which it gives something up (`find_withdrawal`).
    """
    lexicon = _load(primary_subtag(side.lang))
    if lexicon is None or side.pack is None:
        return ()
    text = side.article.text
    end = max(find_area(side).end, withdrawal.end)
    clause_start = max((m.end() for m in _BREAK.finditer(text, find_area(side).start, withdrawal.start)), default=find_area(side).start)
    breaks = [*(m.start() for m in _BREAK.finditer(text, withdrawal.end, end)), end, end]
    things = [where for _, where in find_forms(side, lexicon.things, (withdrawal,))]
    is_before = side.lang == "tr" or any(thing.start == withdrawal.start for thing in things)  # the plan was dropped; a verb at the end
    areas = [Span(start=clause_start if is_before else withdrawal.start, end=breaks[0]), Span(start=breaks[0], end=breaks[1])]
    if any(True for _ in find_forms(side, lexicon.unspoken, (withdrawal,))):
        areas.append(Span(start=clause_start, end=withdrawal.start))
    return next((found for area in areas if (found := _list_content(side, lexicon, area))), ())


def _list_content(side: Side, lexicon: _Lexicon, area: Span) -> tuple[Span, ...]:
    """Return the content words of an area that are no words for giving up, nor general ones for what can be given up."""
    if side.pack is None or area.start >= area.end:
        return ()
    verbs = [where for table in (lexicon.alone, lexicon.unspoken, lexicon.giving_up, lexicon.first, lexicon.second) for _, where in find_forms(side, table, (area,))]
    days = [where.span for where in side.dates]
    found = []
    for match in WORD.finditer(side.article.text, area.start, area.end):
        word = Span(start=match.start(), end=match.end())
        folded = side.folded(word)
        is_content = len(folded) > 2 and folded not in side.pack.stopwords and not folded.startswith(lexicon.general)
        if is_content and not any(word.overlap(other) for other in (*verbs, *days)):
            found.append(word)
    return tuple(found)


def find_area(side: Side) -> Span:
    """Return what tells an attribution, from the first of its words to the last: the cue may be what withdraws ("dropped its demand that ...")."""
    attribution = side.attribution
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return spans[0].cover(*spans[1:])


def _find(side: Side, lexicon: _Lexicon, area: Span) -> Iterator[Span]:
    """Yield every passage of an area that says that something is given up, whether or not it is so."""

    def find(table: FormTable) -> list[tuple[str, Span]]:
        return list(find_forms(side, table, (area,)))

    yield from (where for table in (lexicon.alone, lexicon.unspoken) for _, where in find(table))
    things = [where for _, where in find(lexicon.things)]
    if not things:
        return
    verbs = [where for _, where in find(lexicon.giving_up)]
    seconds = find(lexicon.second)
    verbs += [
        one.cover(other)
        for key, one in find(lexicon.first)
        for other_key, other in seconds
        if key == other_key and one.end <= other.start and _count_words(side, one.end, other.start) <= WORDS_TO_PARTICLE
    ]
    for verb in verbs:
        near = [thing for thing in things if verb.holds(thing) or _is_near(side, verb, thing)]
        if near:
            yield verb.cover(min(near, key=lambda thing: (_words_between(side, verb, thing), thing)))


def _is_near(side: Side, verb: Span, thing: Span) -> bool:
    return not verb.overlap(thing) and _words_between(side, verb, thing) <= (WORDS_BEHIND if verb.end <= thing.start else WORDS_BEFORE)


def _words_between(side: Side, one: Span, other: Span) -> int:
    return _count_words(side, min(one.end, other.end), max(one.start, other.start))


def _count_words(side: Side, start: int, end: int) -> int:
    """Return how many words stand between two places, 0 when the second is not behind the first."""
    return sum(1 for _ in WORD.finditer(side.article.text, start, max(start, end)))


@cache
def _load(lang: str) -> _Lexicon | None:
    """Return the words of a language; `None` when there are none."""
    raw = _read().get(lang)
    if raw is None or lang not in known_languages():
        return None
    split = [form.split(" ... ") for text in raw["split"] for form in list_choices(text)]
    return _Lexicon(
        alone=_fold({"alone": _list_all(raw["alone"])}, lang), unspoken=_fold({"unspoken": _list_all(raw["unspoken"])}, lang), giving_up=_fold({"giving_up": _list_all(raw["giving_up"])}, lang),
        things=_fold({"things": _list_all(raw["things"])}, lang), general=tuple(fold_text(form, lang) for form in raw["general"]),
        first=_fold({f"{first} ... {second}": [first] for first, second in split}, lang), second=_fold({f"{first} ... {second}": [second] for first, second in split}, lang),
    )  # fmt: skip


@cache
def _read() -> dict[str, dict[str, list[str]]]:
    """Return language -> class -> texts, as they are written down."""
    return tomllib.loads((files("onrecord.statements") / "withdrawals.toml").read_text("utf-8"))


def _fold(table: dict[str, list[str]], lang: str) -> FormTable:
    return {key: tuple(dict.fromkeys(fold_text(form, lang) for form in forms)) for key, forms in table.items()}


def _list_all(texts: Sequence[str]) -> list[str]:
    return [form for text in texts for form in list_choices(text)]
