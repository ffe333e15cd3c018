"""Tells event words that tell no event: what somebody is out to do, and what only may or would happen.

In: folded text and an event word in it. Out: whether nothing is told to have happened. Word lists: `unreal.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.alternation import join_forms
from onrecord.languages.tables import read_lists

MAX_BEFORE = 60
"""Code points before an event word that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Words:
    purpose: re.Pattern[str]
    modal: re.Pattern[str]
    passive: re.Pattern[str]
    real: re.Pattern[str]
    behind: re.Pattern[str]
    infinitives: frozenset[str]


def is_unreal(folded: str, start: int, end: int, lang: str) -> bool:
    """True for an infinitive of purpose or behind a modal ("to capture five", "would kill 300"), and for a passive behind a modal ("could be killed").

    An infinitive behind a verb that carries it out is an event: "managed to rescue 12".

    Args:
        folded: folded text.
        start: where the event word starts.
        end: where it ends.
        lang: the language.
    """
    words = _words_of(lang)
    if words is None:
        return False
    before = folded[max(0, start - MAX_BEFORE) : start]
    if folded[start:end] not in words.infinitives:
        return words.passive.search(before) is not None
    if words.modal.search(before) or words.behind.match(folded, end):
        return True
    purpose = words.purpose.search(before)
    return purpose is not None and words.real.search(before[: purpose.start()]) is None


@lru_cache(maxsize=64)
def _words_of(lang: str) -> _Words | None:
    """Return the patterns of a language, `None` for one that `unreal.toml` does not know."""
    part = read_lists("onrecord.figures", "unreal").get(lang)
    if part is None:
        return None
    forms = {name: join_forms(found) or "(?!)" for name, found in part.items()}
    adverb = r"(?:[^\W\d_]+ly )?"
    return _Words(
        purpose=re.compile(rf"(?<!\w)(?:{forms['purpose']}) {adverb}$"),
        modal=re.compile(rf"(?<!\w)(?:{forms['modal']}) {adverb}$"),
        passive=re.compile(rf"(?<!\w)(?:{forms['modal']}) {adverb}(?:{forms['passive']}) {adverb}$"),
        real=re.compile(rf"(?<!\w)(?:{forms['real']}) $"),
        behind=re.compile(rf" (?:{forms['behind']})(?!\w)"),
        infinitives=frozenset(part["infinitives"]),
    )
