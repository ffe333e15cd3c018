"""Threats told from promises, offers and warnings: by the verb that tells them, by harm on a condition, by their wording.

In: a consequence, its force, the attribution around it. Out: the force it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.commitments.worded import find_word
from onrecord.languages.pack import fold_text
from onrecord.records import Attribution, Span

SILENCE_CHARS = 60
"""Who refuses to comment says so in the first words."""
_FIRST_WORD = re.compile(r"[\W_]*(\w+)")
_SOFT = frozenset({"promise", "offer"})


def is_told_with(text: str, attribution: Attribution | None, key: str, lang: str) -> bool:
    """True where a cue of an attribution is in a list of `threats.toml`, and nothing right before it denies it."""
    if attribution is None:
        return False
    pattern, denied = find_word("threats", key, lang), find_word("threats", "denied", lang)
    for cue in attribution.cue:
        found = pattern.search(fold_text(cue.of(text), lang))
        if found is None:
            continue
        before = (fold_text(text[max(0, cue.start - 25) : cue.start], lang) + fold_text(cue.of(text), lang)[: found.start()]).split()
        if not any(denied.fullmatch(word) or word.endswith("n't") for word in before[-2:]):
            return True
    return False


def weigh_threat(text: str, consequence: Span, force: str, around: Attribution | None, lang: str, *, conditional: bool, is_own: bool) -> str:
    """Return `threat` or `warning` for what the model took for a promise or an offer, else the force as given.

    Args:
        text: the article's text.
        consequence: where it stands.
        force: the force so far.
        around: the attribution it stands in.
        lang: its language.
        conditional: True with a condition; a verb of warning tells a threat of what its speaker itself will do then, else a warning.
        is_own: True where who speaks will do it.
    """
    if force == "warning" and is_own and is_told_with(text, around, "threatening", lang):
        return "threat"
    if force not in _SOFT:
        return force
    folded = fold_text(consequence.of(text), lang)
    if is_told_with(text, around, "threatening", lang) or find_word("threats", "forms", lang).search(folded):
        return "threat"
    if conditional and is_told_with(text, around, "warning", lang):
        return "threat" if is_own else "warning"
    return "threat" if conditional and find_word("threats", "harm", lang).search(folded) else force


def find_threats(text: str, area: Span, lang: str) -> Iterator[Span]:
    """Yield where an area holds words that nothing but a threat has: "a legitimate target", "will bear the consequences"."""
    for match in find_word("threats", "forms", lang).finditer(fold_text(area.of(text), lang)):
        yield Span(start=area.start + match.start(), end=area.start + match.end())


def find_told(text: str, attribution: Attribution, lang: str) -> list[tuple[Span, str]]:
    """Return the first words of what is told and its force where the verb alone gives it: "threatened to", "refused to", "offered to", "demanded that"; at most one."""
    first = attribution.content[0]
    word = _FIRST_WORD.match(text, first.start, first.end)
    force = _force_of_verb(text, attribution, lang)
    if word is None or force is None or attribution.type == "direct":
        return []
    if force == "refusal" and find_word("threats", "silence", lang).search(fold_text(first.of(text), lang)[:SILENCE_CHARS]):
        return []
    return [(Span(start=word.start(1), end=word.end(1)), force)]


def _force_of_verb(text: str, attribution: Attribution, lang: str) -> str | None:
    for key, force in (("threatening", "threat"), ("refusing", "refusal"), ("offering", "offer"), ("demanding", "demand")):
        if is_told_with(text, attribution, key, lang):
            return None if force == "threat" and _looms(text, attribution, lang) else force
    return None


def _looms(text: str, attribution: Attribution, lang: str) -> bool:
    """True where a verb of threatening may only say that something is near: "a drought threatens"."""
    looming = find_word("threats", "looming", lang)
    if not any(looming.fullmatch(fold_text(cue.of(text), lang)) for cue in attribution.cue):
        return False
    return find_word("threats", "linking", lang).search(fold_text(attribution.content[0].of(text), lang)[:SILENCE_CHARS]) is None
