"""Whether a deadline holds a time: "voor vrijdag" does, "voor direct overleg" is what something is for.

In: a text and the words of a deadline. Out: yes or no. Words that open nothing but a term ("within", "avant", "przed") are not asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.commitments.bearings import CLOSING
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
_ELIDED = re.compile(r"^(?:l|d|jusqu|all|dell|nell)['’]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of a language, those of its pack among the times."""

    opening: frozenset[str]
    times: re.Pattern[str]
    events: re.Pattern[str]
    determiner: frozenset[str]
    last: bool


def is_term(text: str, deadline: Span, pack: Pack, lang: str) -> bool:
    """True for words that hold a date, an hour, a span of time, a time of year or a known event, and for those that no two-sided preposition opens."""
    words = _load(pack, primary_subtag(lang))
    found = [match[0] for match in _WORD.finditer(fold_text(deadline.of(text), lang))]
    if words is None or not found or found[-1 if words.last else 0] not in words.opening:
        return True
    rest = found[:-1] if words.last else found[1:]
    bare = [_ELIDED.sub("", word) for word in rest]
    if any(any(map(str.isdigit, word)) or words.times.match(word) for word in bare):
        return True
    known = not words.determiner or not words.determiner.isdisjoint((*found, *(word[:2] for word in rest if _ELIDED.match(word))))
    return known and any(words.events.match(word) for word in bare)


@lru_cache(maxsize=32)
def _load(pack: Pack, lang: str) -> _Words | None:
    table = read_lists("onrecord.commitments", "terms").get(lang)
    if table is None:
        return None
    dates = pack.dates
    groups = (*dates.weekdays, *dates.months, *dates.units.values(), dates.today, dates.tomorrow, dates.tonight, dates.weekend, dates.next)
    named = {word for forms in groups for form in forms for word in form.split()} - set(pack.stopwords)
    shortest = 4 if lang in CLOSING else 5
    times = [*table["times"], *(f"{word}$" if len(word) < shortest else word[: max(shortest, len(word) - 2)] for word in named)]
    return _Words(
        opening=frozenset(table["opening"]),
        times=_begin(times),
        events=_begin(table["events"]),
        determiner=frozenset(table.get("determiner", ())),
        last=lang in CLOSING,
    )


def _begin(forms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for words that begin so; a "$" asks for the whole word."""
    return re.compile("|".join(re.escape(form.removesuffix("$")) + (r"(?!\w)" if form.endswith("$") else "") for form in sorted(set(forms))))
