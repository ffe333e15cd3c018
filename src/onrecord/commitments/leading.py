"""Words that lead to an act: "allegedly promised the guild | to sign", "dropped its plan | to sue".

In: a text, a consequence and lists of such words. Out: whether some stand right before it, or behind it in a language that puts the verb last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.commitments.giving import has_denied
from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_first_mark, find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import Span

BEFORE_CHARS = 120
"""So far before a consequence the words that lead to it may begin."""
MOST_WORDS = 4
"""Most words between those and the consequence: "allegedly promised the guild to"."""
DENIED_CHARS = 20
_SENTENCE_END = re.compile(r"[.!?…;:\n]")
_CLAUSE_MARK = re.compile(r"[,()\u2013\u2014\"“”„«»]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def is_led_by(text: str, consequence: Span, name: str, keys: Sequence[str], lang: str, *, affirmed: bool = False, in_clause: bool = False) -> bool:
    """True where words of some lists of a file stand before a consequence, or of its list `behind` behind it, with few words between.

    Args:
        text: the article's text.
        consequence: where it stands.
        name: the file.
        keys: its lists of words before a consequence, which may begin among them.
        lang: the language.
        affirmed: True to leave out words that a negation before them denies.
        in_clause: True to leave out words that a mark or a "but" parts from it ("if he drops his plan, we will ..."), unless it is an infinitive of the file's list.
    """
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - BEFORE_CHARS), consequence.start)
    folded = fold_text(text[start : consequence.end], lang)
    at = consequence.start - start
    for match in (match for key in keys for match in find_word(name, key, lang).finditer(folded)):
        if match.start() >= at or (match.end() <= at and not _is_beside(folded[match.end() : at], lang)):
            continue
        if in_clause and match.end() <= at and _is_parted(folded[match.end() : at], lang) and find_word(name, "infinitive", lang).search(folded, match.end()) is None:
            continue
        if not affirmed or not has_denied(text, Span(start=start + max(0, match.start() - DENIED_CHARS), end=start + match.start()), lang):
            return True
    end = find_first_mark(_SENTENCE_END, text, consequence.end, min(len(text), consequence.end + BEFORE_CHARS))
    behind = fold_text(text[consequence.end : end], lang)
    led = [match.span() for match in find_word(name, "behind", lang).finditer(behind) if _is_beside(behind[: match.start()], lang)]
    return any(not affirmed or not has_denied(behind, Span(start=0, end=min(last + DENIED_CHARS, len(behind))), lang) for _, last in led)


def _is_parted(between: str, lang: str) -> bool:
    """True when a mark between clauses or a "but" stands between two places."""
    return _CLAUSE_MARK.search(between) is not None or find_word("provisos", "but", lang).search(between) is not None


def _is_beside(between: str, lang: str) -> bool:
    """True when few words, none of which joins clauses, stand between two places."""
    words = _WORD.findall(between)
    return len(words) <= MOST_WORDS and load_openers(lang).joiners.isdisjoint(words)
