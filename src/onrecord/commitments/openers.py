"""Which condition words open a condition, and where they do.

In: a language pack and `openers.toml`. Out: for a place in a text, whether the condition word there opens a clause.
Left to others: where the clause ends (`clauses`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.commitments.bearing_words import REACH, find_barred
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack
from onrecord.languages.tables import read_lists
from onrecord.records import Span

KINDS = ("trigger", "exception", "prerequisite")
REACH_WORDS = 4
"""The noun of a preposition stands at most so many words after it: "without a new written guarantee"."""
_SUFFIXED = re.compile(r"(?:[ıiuü]r|[ae]r|m[ae]z)(?:l[ae]r)?s[ae]k?$|(?:v[ae]r|yor)s[ae]$|d[ıiuü]kç[ae]$|madan$|meden$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BEFORE = re.compile(r"[,;:.!?…\-–—(\[\"'“”„«»‘’]\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Openers:
    """How the condition words of one language are used; the lists of `openers.toml`."""

    inversion: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    event: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    not_next: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    governors: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    joiners: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A condition word in a text: `start` to `end` is the word with the blank after it; `closes` = the clause stands before it, `keeps` = with it."""

    start: int
    end: int
    form: str
    kind: str
    closes: bool = False
    keeps: bool = False


@lru_cache(maxsize=32)
def load_openers(lang: str) -> Openers:
    """Return the lists of a language; empty ones without an entry."""
    table = read_lists("onrecord.commitments", "openers").get(primary_subtag(lang), {})
    names = ("inversion", "opening", "event", "listed", "closing", "never", "not_next", "subjects", "asking", "joiners", "reasons", "frames")
    sets = {name: frozenset(table.get(name, ())) for name in names}
    return Openers(**sets, governors=tuple(table.get("governors", ())), endings=tuple(table.get("endings", ())), happenings=tuple(table.get("happenings", ())))


def find_openings(folded: str, start: int, end: int, pack: Pack, lang: str, *, asks: bool = False) -> Iterator[Opening]:
    """Yield the condition words between two places that open a clause there, in text order.

    Args:
        folded: the folded text.
        start: where a clause may begin: at the beginning of the sentence, or after the consequence.
        end: where to stop.
        pack: the language's pack.
        lang: its tag.
        asks: True when the sentence ends with a question mark; an inversion is then a question.
    """
    openers = load_openers(lang)
    barred: list[Span] | None = None
    for match in condition_pattern(pack).finditer(folded, start, end):
        form = match[0].rstrip()
        if barred is None:
            barred = find_barred(folded, max(0, start - REACH), end, pack, lang)
        if any(span.start < match.start() + len(form) and match.start() < span.end for span in barred):
            continue
        kind = next(kind for kind in KINDS if match[kind])
        if form in openers.never or (match.end() == match.start() + len(form) and form not in openers.closing):
            continue
        at_border = not any(map(str.isalnum, folded[start : match.start()]))
        begins = at_border or bool(_BEFORE.search(folded, max(start, match.start() - 3), match.start())) or _last_word(folded, start, match.start()) in openers.joiners
        accepted = (begins or form not in openers.opening) and _next_word(folded, match.end(), end) not in openers.not_next
        if form in openers.inversion:
            following = _next_word(folded, match.end(), end)
            free = following in openers.subjects and _last_word(folded, start, match.start()) not in openers.asking
            accepted = (at_border or free) and not asks and bool(following) and following not in pack.modality["negation"]
        elif form in openers.event:
            accepted = accepted and _names_event(folded, match.end(), end, openers, only_listed=form in openers.listed) and not _is_governed(folded, match.start(), openers)
        if accepted:
            closes = form in openers.closing
            yield Opening(start=match.start(), end=match.end(), form=form, kind=kind, closes=closes, keeps=closes and bool(_SUFFIXED.search(form)))


@lru_cache(maxsize=32)
def condition_pattern(pack: Pack) -> re.Pattern[str]:
    """Return a pattern with one named group a kind, longest forms first."""
    taken: set[str] = set()
    parts = []
    for kind in ("prerequisite", "exception", "trigger"):
        forms = sorted({form for form in pack.conditions[kind] if form not in taken}, key=lambda form: (-len(form), form))
        taken |= set(forms)
        parts.append(f"(?P<{kind}>" + "|".join(map(re.escape, forms)) + ")")
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)\s*")


def _last_word(folded: str, start: int, end: int) -> str:
    words = _WORD.findall(folded, max(start, end - 20), end)
    return words[-1] if words else ""


def _next_word(folded: str, start: int, end: int) -> str:
    match = _WORD.search(folded, start, end)
    return match[0] if match else ""


def _names_event(folded: str, start: int, end: int, openers: Openers, *, only_listed: bool) -> bool:
    """True when one of the next words is a noun of something that happens, by the lists or by how it ends; the first may be an article."""
    for number, match in enumerate(_WORD.finditer(folded, start, min(end, start + 80))):
        if number >= REACH_WORDS:
            break
        if match[0].startswith(openers.happenings) or (not only_listed and len(match[0]) > 5 and match[0].endswith(openers.endings)):
            return True
    return False


def _is_governed(folded: str, at: int, openers: Openers) -> bool:
    """True when the word before asks for the preposition itself."""
    before = _last_word(folded, max(0, at - 20), at)
    return bool(openers.governors) and before.startswith(openers.governors) and not _BEFORE.search(folded, max(0, at - 3), at)
