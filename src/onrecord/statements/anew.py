"""Whether a telling says that its speaker says a thing again, or otherwise than before: "she reiterated", "again warned", "softened her stance".

In: a telling. Out: yes or no. The words are data, by language: `anew.toml`. What is said inside the content tells nothing of the occasion ("we strike again"), but
for words that give something up (`withdrawals.py`). Left to others: which occasion it is (`gists.py`, `agreement.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from onrecord.languages.choices import list_choices
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Span
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side
from onrecord.statements.withdrawals import find_area, find_withdrawal
from onrecord.statements.words import WORD

WORDS_TO_CUE = 4
"""Words beside a cue among which those that say "again" are looked for ("warned the dockers again")."""
WORDS_BETWEEN = 3
"""Most words between a verb and what is held to or changed ("softened some of her earlier demands")."""
REACH = 80
"""Code points beside a cue that these words are looked for in."""
_BREAK = re.compile(r"[.,;:!?()\n\"“”„«»–—]")


def is_told_anew(side: Side) -> bool:
    """True when the words around what is said tell that it is said again or otherwise than before, or when something is given up in it."""
    table = _load(primary_subtag(side.lang))
    attribution = side.attribution
    if not table or not attribution.cue:
        return False
    if any(key == "repeating" for key, _ in find_forms(side, table, attribution.cue)):
        return True
    if any(key == "again" for key, _ in find_forms(side, table, tuple(_surround(side, cue) for cue in attribution.cue))):
        return True
    return _turns(side, table) or find_withdrawal(side) is not None


def _surround(side: Side, cue: Span) -> Span:
    """Return a cue with the words beside it in one clause: before it as far as the speaker, behind it beyond him, never into what is said."""
    text, source, content = side.article.text, side.attribution.source, side.attribution.content
    start, end = cue.start, cue.end
    before = [Span(start=m.start(), end=m.end()) for m in WORD.finditer(text, max(cue.start - REACH, 0), cue.start)]
    for word in reversed(before[-WORDS_TO_CUE:]):
        if _BREAK.search(text, word.end, start) or _is_in(word, (*source, *content)):
            break
        start = word.start
    left = WORDS_TO_CUE
    for word in (Span(start=m.start(), end=m.end()) for m in WORD.finditer(text, cue.end, cue.end + REACH)):
        left -= not _is_in(word, source)
        if left < 0 or _BREAK.search(text, end, word.start) or _is_in(word, content):
            break
        end = word.end
    return Span(start=start, end=end)


def _turns(side: Side, table: FormTable) -> bool:
    """True when a verb of holding to something, or of changing it, stands outside what is said near what it may hold to."""
    found = [(key, where) for key, where in find_forms(side, table, (find_area(side),)) if not _is_in(where, side.attribution.content)]
    verbs, stands = ([where for key, where in found if key == name] for name in ("turning", "stand"))
    return any(sum(1 for _ in WORD.finditer(side.article.text, min(a.end, b.end), max(a.start, b.start))) <= WORDS_BETWEEN for a, b in product(verbs, stands))


def _is_in(word: Span, spans: Iterable[Span]) -> bool:
    return any(word.overlap(span) for span in spans)


@cache
def _load(lang: str) -> FormTable:
    """Return the folded words of a language by class, nothing without any."""
    lists = read_lists("onrecord.statements", "anew").get(lang, {})
    return {key: tuple(dict.fromkeys(fold_text(form, lang) for text in texts for form in list_choices(text))) for key, texts in lists.items()}
