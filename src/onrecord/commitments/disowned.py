"""Whether a force is somebody else's act, which its teller condemns, denies or warns against.

In: a consequence and the words before it (in Turkish after it). Out: the force it has for its teller, if any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.commitments.denied_claims import is_denied_claim
from onrecord.commitments.openers import load_openers
from onrecord.languages.fold import primary_subtag
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span

BESIDE_CHARS = 60
"""So near to the act stands the verb that condemns or denies it; nothing but words is between."""
NEAR_WORDS = 4
"""Most words between a verb of condemning and the act: "condemned the minister's new promise"."""
ADDRESSEE_WORDS = 4
"""Most words between "warned" and "against" ("warned all the neighbours against"); one may follow ("against any")."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK = re.compile(r"[.!?…;:,\n\"“”„«»]")
_QUOTED_WORDS = re.compile(r"[\"“„«»]\s?((?:[^\W_]+(?:[-'’][^\W_]+)*\s?){1,3})[\"“”«»]")
"""Marks around so few words set a word apart and end no clause: "condemned the “illogical” promise"."""
_VERB_LAST = frozenset({"tr"})
_OWN_ACT = frozenset({"refusal", "warning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of a language, each as one pattern for a folded word."""

    disowning: re.Pattern[str]
    warning: re.Pattern[str]
    against: re.Pattern[str]


def find_own_force(text: str, consequence: Span, force: str, lang: str) -> str | None:
    """Return the force that a consequence has for who tells it: `warning` for an act warned against, `None` for one that is condemned or denied, or claimed of it and denied.

    Refusals and warnings stay: who denies that it will strike refuses, who warns of something warns; but a claim that is said to be false binds nobody.
    """
    if is_denied_claim(text, consequence, lang):
        return None
    if force in _OWN_ACT:
        return force
    table = _load(primary_subtag(lang))
    beside = _words_beside(text, consequence, lang)
    joiners = load_openers(lang).joiners
    beside = beside[: next((i for i, word in enumerate(beside) if word in joiners), len(beside))]
    near = beside[: NEAR_WORDS + 1]
    for place, word in enumerate(near[:2]):
        if table.against.fullmatch(word) and any(table.warning.fullmatch(verb) for verb in beside[place + 1 : place + 2 + ADDRESSEE_WORDS]):
            return "warning"
    return None if any(table.disowning.fullmatch(word) for word in near) else force


def _words_beside(text: str, consequence: Span, lang: str) -> list[str]:
    """Return the folded words beside the consequence up to the nearest mark, the nearest first; marks around a few words are none."""
    if primary_subtag(lang) in _VERB_LAST:
        after = _QUOTED_WORDS.sub(r"\1 ", text[consequence.end : consequence.end + BESIDE_CHARS])
        return _WORD.findall(fold_text(after[: find_first_mark(_BREAK, after, 0, len(after))], lang))
    before = _QUOTED_WORDS.sub(r"\1 ", text[max(0, consequence.start - BESIDE_CHARS) : consequence.start])
    return _WORD.findall(fold_text(before[find_last_mark(_BREAK, before, 0, len(before)) :], lang))[::-1]


@lru_cache(maxsize=32)
def _load(lang: str) -> _Words:
    table = read_lists("onrecord.commitments", "disowned").get(lang, {})
    return _Words(**{name: _join(table.get(name, ()), whole=name == "against") for name in ("disowning", "warning", "against")})


def _join(forms: Sequence[str], *, whole: bool) -> re.Pattern[str]:
    """Return a pattern for words that begin so; of `whole` forms and those with a "$", for just these."""
    parts = [re.escape(form.removesuffix("$")) + ("" if whole or form.endswith("$") else r"\w*") for form in forms]
    return re.compile("|".join(parts) or r"(?!)")
