"""Where a telling says that what its speaker will do hangs on nothing ("whether or not the plan is withdrawn").

In: a telling. Out: the words that say so. They are data, by language: `regardless.toml`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from onrecord.languages.choices import list_choices
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.records import CONDITIONAL_KINDS, Commitment, Span
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.words import WORD

WORDS_BETWEEN = 10
"""Most words between the two parts of a form ("ob die Stadt den Plan zurückzieht oder nicht")."""
_GAP = " ... "
_WHOLE = "whole"


def find_regardless(side: Side, commitment: Commitment) -> Span | None:
    """Return the words by which a commitment holds whatever happens; `None` without any, and where it has a condition that they do not belong to."""
    found = min(_find(side, commitment.consequence, _load(primary_subtag(side.lang))), default=None)
    if found is None:
        return None
    hanging = (c.span for c in commitment.conditions if c.kind in CONDITIONAL_KINDS)
    return found if all(span.overlap(found) or _is_next(side, found, span) for span in hanging) else None


def _find(side: Side, consequence: Span, table: FormTable) -> list[Span]:
    """Return all places in a telling's content where its speaker says so; of two parts not round the act itself ("whether we leave or not is not decided")."""
    places: list[Span] = []
    for piece in side.attribution.content:
        found = list(find_forms(side, table, (piece,)))
        places += [where for key, where in found if key == _WHOLE]
        for key, first in found:
            if key.endswith(_GAP):
                seconds = [where for other, where in found if other.startswith(_GAP) and key + other.removeprefix(_GAP) in table and where.start >= first.end]
                near = [first.cover(where) for where in seconds if _count_words(side, first.end, where.start) <= WORDS_BETWEEN]
                places += [span for span in near if not span.overlap(consequence)]
    return places


def _is_next(side: Side, words: Span, condition: Span) -> bool:
    """True when a condition goes on where the words end: it is what does not matter."""
    return words.end <= condition.start and not _count_words(side, words.end, condition.start)


def _count_words(side: Side, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(side.article.text, start, end))


@cache
def _load(lang: str) -> FormTable:
    """Return the folded words of a language by class, nothing without any.

    A form in two parts stands in three classes: each part, and an empty one that says that they belong together.
    """
    table: dict[str, tuple[str, ...]] = {}
    for form in (fold_text(form, lang) for text in _read().get(lang, {}).get("says", ()) for form in list_choices(text)):
        first, gap, second = form.partition(_GAP)
        if gap:
            table |= {first + _GAP: (first,), _GAP + second: (second,), first + _GAP + second: ()}
        else:
            table[_WHOLE] = (*table.get(_WHOLE, ()), form)
    return table


@cache
def _read() -> dict[str, dict[str, list[str]]]:
    """Return language -> class -> texts, as they are written down."""
    return tomllib.loads((files("onrecord.statements") / "regardless.toml").read_text("utf-8"))
