"""Who is asked to do something: "Tarsia was urged to open the port".

In: an attribution whose cue is a verb of demanding, or what somebody is asked to do and its sentence. Out: whether it is passive, and the words for who asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_marks
from onrecord.languages.pack import fold_text
from onrecord.records import Attribution, Span

BESIDE_CHARS = 30
"""Who asks stands at most so far behind the participle or before what is asked."""
REACH_CHARS = 90
"""The auxiliary stands at most so far before the participle: six words."""
AGENT_CHARS = 60
SENTENCE_CHARS = 240
MAX_AGENT_WORDS = 7
MAX_SUBJECT_WORDS = 4
"""Between who is asked and the passive: "Tarsia, which last week"."""
MAX_PARTICLE = 4
"""Letters of the word that may open what is asked: "to", "om", "aby"."""
_STOP = re.compile(r"[.!?…;:\n][\"”’»“)]*(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Urged:
    """A demand in the passive: `addressee` is who must act, `agent` the words for who asks, both `None` where unsaid."""

    addressee: Span | None
    agent: Span | None


def find_urged(text: str, around: Attribution, lang: str) -> Urged | None:
    """Return who is asked, and by whom, where the cue of an attribution is a passive verb of demanding; `None` for any other cue."""
    passive, by = find_word("urged", "passive", lang), find_word("urged", "agent", lang)
    for cue in around.cue:
        start = max(0, cue.start - REACH_CHARS)
        folded = fold_text(text[start : cue.end + 2 * BESIDE_CHARS], lang)
        if not any(match.end() > cue.start - start and match.start() < cue.end - start for match in passive.finditer(folded)):
            continue
        source = around.source[0] if around.source else None
        if source is None or around.addressee is not None:
            return Urged(addressee=around.addressee, agent=source)
        before = fold_text(text[max(0, source.start - BESIDE_CHARS) : source.start], lang)
        if any(not before[match.end() :].strip() for match in by.finditer(before)) or by.match(fold_text(source.of(text), lang)):
            return Urged(addressee=None, agent=source)
        behind = fold_text(text[cue.end : cue.end + AGENT_CHARS], lang)
        match = by.match(behind, len(behind) - len(behind.lstrip()))
        return Urged(addressee=source, agent=Span(start=cue.end + match.end(), end=around.content[0].start) if match and around.content[0].start > cue.end + match.end() else None)
    return None


def find_asked(text: str, asked: Span, who: Span, lang: str) -> Urged | None:
    """Return the demand in the passive whose subject `who` is, found in the sentence of what is `asked` ("Tarsia, which was urged by Reed to"); `None` for none.

    Args:
        text: the text.
        asked: what somebody is to do, alone or with the passive before it.
        who: the words that would hold a commitment, which must stand before the passive.
        lang: BCP 47 tag.
    """
    if who.end > asked.end or asked.end - who.start > 2 * SENTENCE_CHARS:
        return None
    passive, by = find_word("urged", "passive", lang), find_word("urged", "agent", lang)
    folded = fold_text(text[who.end : asked.end], lang)
    for match in passive.finditer(folded):
        before = folded[: match.start()]
        if len(before.split()) > MAX_SUBJECT_WORDS or any(find_marks(_STOP, text, who.end, who.end + match.end())):
            return None
        start, end = who.end + match.start(), who.end + match.end()
        inner = next((Span(start=start + found.end(), end=end) for found in by.finditer(match[0])), None)
        if end > asked.start:
            if asked.holds(who) and "," not in before:
                return Urged(addressee=who, agent=inner)
            continue
        between = folded[match.end() : asked.start - who.end]
        words = between.strip(" ,").split()
        if not words or (len(words) == 1 and len(words[0]) <= MAX_PARTICLE):
            return Urged(addressee=who, agent=inner)
        behind = by.match(between, len(between) - len(between.lstrip()))
        if behind is not None and len(words) <= MAX_AGENT_WORDS and "," not in between.strip(" ,") and not any(find_marks(_STOP, text, end, asked.start)):
            return Urged(addressee=who, agent=Span(start=end + behind.end(), end=asked.start))
    return None
