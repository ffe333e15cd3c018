"""Forecasts: what cannot or must come to be is nobody's promise.

In: a text and a consequence. Out: whether its words say "will not be able to" or "will depend on", and whether it is only asked for.
"""

from __future__ import annotations

from onrecord.commitments.worded import find_word
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Attribution, Span

BEFORE_CHARS = 30
"""What denies a verb of saying stands at most so far before it."""
_QUESTION = "question put to"


def is_forecast(text: str, consequence: Span, lang: str) -> bool:
    """True for a consequence that says what somebody will not be able to do, or what something depends on."""
    folded = fold_text(consequence.of(text), lang)
    return any(find_word("forecasts", key, lang).search(folded) for key in ("unable", "depending"))


def is_asked(text: str, attribution: Attribution, pack: Pack | None, lang: str) -> bool:
    """True for what an attribution tells as a question, one put to somebody, one that begins with "whether", or with "how" behind a verb of asking, and for what is not told."""
    if attribution.speaker_how.startswith(_QUESTION) or _is_withheld(text, attribution, lang):
        return True
    first = attribution.content[0]
    folded = fold_text(first.of(text), lang).lstrip(" \n\"'“„«»‘’")
    if find_word("asked", "whether", lang).match(folded):
        return True
    asking = frozenset(pack.cues.get("asking", ())) if pack is not None else frozenset()
    cues = {word for cue in attribution.cue for word in (fold_text(cue.of(text), lang), *fold_text(cue.of(text), lang).split())}
    if not cues & asking:
        return False
    said_last = primary_subtag(lang) == "tr"
    return (find_word("asked", "how", lang).search(folded) if said_last else find_word("asked", "how", lang).match(folded)) is not None


def _is_withheld(text: str, attribution: Attribution, lang: str) -> bool:
    """True where a cue, with what denies it before it, says that somebody would not say or confirm something."""
    for cue in attribution.cue if attribution.type == "indirect" else ():
        start = max(0, cue.start - BEFORE_CHARS)
        folded = fold_text(text[start : cue.end], lang)
        if any(start + match.end() == cue.end for match in find_word("asked", "withheld", lang).finditer(folded)):
            return True
    return False
