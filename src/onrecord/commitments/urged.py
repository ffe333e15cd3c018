"""Who is asked to do something: "Tarsia was urged to open the port".

In: an attribution whose cue is a verb of demanding. Out: whether it is passive, and the words for who asks.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import fold_text
from onrecord.records import Attribution, Span

BESIDE_CHARS = 30
"""The auxiliary stands at most so far before the participle, who asks at most so far behind it or before what is asked."""
AGENT_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Urged:
    """A demand in the passive: `addressee` is who must act, `agent` the words for who asks, both `None` where unsaid."""

    addressee: Span | None
    agent: Span | None


def find_urged(text: str, around: Attribution, lang: str) -> Urged | None:
    """Return who is asked, and by whom, where the cue of an attribution is a passive verb of demanding; `None` for any other cue."""
    passive, by = find_word("urged", "passive", lang), find_word("urged", "agent", lang)
    for cue in around.cue:
        start = max(0, cue.start - BESIDE_CHARS)
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
