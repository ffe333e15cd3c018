"""What something would compel its teller to do: "a vote would force us to leave", "it would compel her to halt all deliveries".

In: a text, a consequence or what an attribution tells. Out: the act, who is compelled, and by what: the subject, or what was asked about where the subject only takes that up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.alternation import join_forms
from onrecord.languages.marks import find_first_mark, find_last_mark, find_marks
from onrecord.languages.pack import fold_text
from onrecord.records import Attribution, Span

BEFORE_CHARS = 160
"""The verb of compelling and its subject stand at most so far before the act."""
ASKED_CHARS = 400
MOST_WORDS = 12
"""Most words of a subject, and of what somebody is asked about."""
_BORDER = re.compile(r"[.!?…;:,\n\"“”„«»]\s*")
_STOP = re.compile(r"[.!?…][\"”’»“)]*\s")
_WORD = re.compile(r"[^\s,.;:?!…\"“”„«»]+")
_ELIDED = re.compile(r"\w[’']")
_BLANK = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compelled:
    """An act, the pronoun for who is compelled to it, and what would compel: `cause` is `None` where that is not to be found."""

    act: Span
    whom: Span
    cause: Span | None


def find_compelled(text: str, consequence: Span, around: Attribution | None, lang: str) -> Compelled | None:
    """Return the act that a consequence is, or holds, behind a verb of compelling that is still to come; `None` for any other.

    Args:
        text: the article's text.
        consequence: where it stands.
        around: the attribution it stands in, whose words for who speaks are no subject.
        lang: its language.
    """
    told = next((span.start for span in around.content if span.overlap(consequence)), 0) if around is not None else 0
    first = max(min(told, consequence.start), consequence.start - BEFORE_CHARS, 0)
    folded = fold_text(text[first : consequence.end], lang)
    at = consequence.start - first
    for verb in find_word("compelled", "compels", lang).finditer(folded):
        begin = _skip(folded, verb.end())
        if at in (begin, verb.end()) or verb.start() >= at:
            return _read(text, folded, verb, Span(start=first + begin, end=consequence.end), lang) if first + begin < consequence.end else None
    return None


def find_compelling(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield the acts, each up to a mark, to which an area says that something would compel somebody."""
    folded = fold_text(area.of(text), lang)
    for verb in find_word("compelled", "compels", lang).finditer(folded):
        start = _skip(folded, verb.end())
        end = find_first_mark(_BORDER, text, area.start + start, area.end)
        if area.start + start < end:
            yield Span(start=area.start + start, end=end)


def _read(text: str, folded: str, verb: re.Match[str], act: Span, lang: str) -> Compelled | None:
    first = act.end - len(folded)  # folding keeps every place
    whom = next((m for m in find_word("compelled", "whom", lang).finditer(folded, verb.start(), verb.end())), None)
    if whom is None:
        return None
    elided = _ELIDED.match(whom[0])
    whom_end = whom.start() + elided.end() if elided else whom.end()
    start = find_last_mark(_BORDER, text, first, first + verb.start()) - first
    frame = _frame_pattern(lang).match(folded, start, verb.start())
    start = frame.end() if frame is not None else start
    words = list(_WORD.finditer(folded, start, verb.start()))
    subject = Span(start=first + words[0].start(), end=first + words[-1].end()) if words else None
    is_open = subject is None or find_word("compelled", "it", lang).fullmatch(folded, words[0].start(), words[-1].end()) is not None
    cause = _find_asked(text, first + verb.start(), lang) if is_open else subject if 1 < len(words) <= MOST_WORDS else None
    return Compelled(act=act, whom=Span(start=first + whom.start(), end=first + whom_end), cause=cause)


def _find_asked(text: str, end: int, lang: str) -> Span | None:
    """Return what somebody is asked about in the sentence of a place or the one before it."""
    first = max(0, end - ASKED_CHARS)
    folded = fold_text(text[first:end], lang)
    for match in reversed(list(find_word("compelled", "asked", lang).finditer(folded))):
        stop = find_first_mark(_BORDER, text, first + match.end(), end)
        words = list(_WORD.finditer(folded, match.end(), stop - first))
        until = find_word("compelled", "until", lang)
        words = words[: next((i for i, word in enumerate(words) if until.fullmatch(word[0])), len(words))]
        if stop == end or not 0 < len(words) <= MOST_WORDS or len(list(find_marks(_STOP, text, first + match.end(), end))) > 1:
            return None
        return Span(start=first + words[0].start(), end=first + words[-1].end())
    return None


@lru_cache(maxsize=32)
def _frame_pattern(lang: str) -> re.Pattern[str]:
    openers = load_openers(lang)
    return re.compile(r"(?:(?:" + (join_forms((*openers.frames, *openers.joiners)) or "(?!)") + r")(?:\s+|(?<=['’])))+")


def _skip(folded: str, start: int) -> int:
    """Return where the next word begins."""
    gap = _BLANK.match(folded, start)
    return gap.end() if gap is not None else start
