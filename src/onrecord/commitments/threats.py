"""Threats told from promises, offers and warnings: by the verb that tells them, by harm on a condition, by their wording.

In: a consequence, its force, the attribution around it. Out: the force it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.commitments.giving import has_denied, is_averting, is_concrete_giving
from onrecord.commitments.worded import find_word
from onrecord.languages.marks import find_last_mark
from onrecord.languages.pack import fold_text
from onrecord.records import CONDITIONAL_KINDS, Attribution, Condition, Span

SILENCE_CHARS = 60
"""Who refuses to comment says so in the first words."""
DOUBTED = 0.49
"""Most confidence of a threat that nothing but the model takes for one: below even odds, so that it is shown as unsure."""
NAMED_CHARS = 120
"""So far before what is threatened a word like "threat" may stand in its sentence."""
SUBJECT_WORDS = 3
"""What a clause is about begins within its first words: "then any further talks"."""
_SENTENCE_END = re.compile(r"[.!?…\n]")
_FIRST_WORD = re.compile(r"[\W_]*(\w+)")
_SOFT = frozenset({"promise", "offer"})
_ACTIVE = frozenset({"trigger", "exception"})


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


def weigh_threat(text: str, consequence: Span, force: str, around: Attribution | None, lang: str, conditions: Sequence[Condition], *, conditional: bool, is_own: bool) -> str:
    """Return `threat` or `warning` for what the model took for a promise or an offer, `offer` for a threat to give on a condition, else the force as given.

    Args:
        text: the article's text.
        consequence: where it stands.
        force: the force so far.
        around: the attribution it stands in.
        lang: its language.
        conditions: its conditions; only what is given for something that happens is an offer.
        conditional: True with a condition; a verb of warning tells a threat of what its speaker itself will do then, else a warning.
        is_own: True where who speaks will do it.
    """
    if force == "warning" and is_own and is_told_with(text, around, "threatening", lang):
        return "threat"
    gives = conditional and is_concrete_giving(text, consequence, lang) and not is_averting(text, conditions, lang)
    if force == "threat" and gives and not _is_called_threat(text, consequence, around, lang):
        return "offer"
    if force not in _SOFT:
        return force
    folded = fold_text(consequence.of(text), lang)
    if is_told_with(text, around, "threatening", lang) or find_word("threats", "forms", lang).search(folded):
        return "threat"
    if conditional and is_told_with(text, around, "warning", lang):
        return "threat" if is_own else "warning"
    harms = find_word("threats", "harm", lang).search(folded) or (any(c.kind in _ACTIVE for c in conditions) and is_parting(text, consequence, lang))
    return "threat" if conditional and not gives and harms else force


def is_parting(text: str, consequence: Span, lang: str) -> bool:
    """True for leaving or breaking off what parties have or do together ("withdraw from the talks", "suspend the treaty"), or for its end ("talks would be over"), not denied."""
    folded = fold_text(consequence.of(text), lang)
    if all(find_word("threats", key, lang).search(folded) for key in ("parting", "common")) and not has_denied(text, consequence, lang):
        return True
    return is_over(text, consequence, lang)


def is_over(text: str, consequence: Span, lang: str) -> bool:
    """True where the subject of a consequence is what parties have or do together, and its words say that it is at an end."""
    folded = fold_text(consequence.of(text), lang)
    subject = find_word("threats", "common", lang).search(folded)
    if subject is None or folded.count(" ", 0, subject.start()) > SUBJECT_WORDS:
        return False
    ended = find_word("threats", "over", lang).search(folded)
    if ended is None or "," in folded[subject.end() : ended.start()]:
        return False
    before = Span(start=consequence.start, end=consequence.start + ended.start())
    return not has_denied(text, before, lang)


def is_harm(text: str, act: Span, lang: str) -> bool:
    """True for an act with which one may threaten: it does harm, takes away, or breaks off what is done together."""
    folded = fold_text(act.of(text), lang)
    return any(find_word("threats", key, lang).search(folded) for key in ("harm", "breaking")) or is_parting(text, act, lang)


def is_doubtful_threat(text: str, consequence: Span, around: Attribution | None, conditions: Sequence[Condition], lang: str) -> bool:
    """True for a threat on a condition that no word shows to be one: no harm, nothing broken off or taken away, no word for a threat, no warning, no negation.

    An act that gives is doubtful as a threat whatever else it says.
    """
    if not any(c.kind in CONDITIONAL_KINDS for c in conditions) or _is_called_threat(text, consequence, around, lang):
        return False
    if is_concrete_giving(text, consequence, lang):
        return True
    return not (is_harm(text, consequence, lang) or has_denied(text, consequence, lang) or is_averting(text, conditions, lang))


def is_harmless(text: str, consequence: Span, around: Attribution | None, lang: str) -> bool:
    """True for what harms nobody, and which nothing calls a threat: what stays as it is, opens again, or is called to talk; nothing of harm beside it."""
    if _is_called_threat(text, consequence, around, lang):
        return False
    folded = fold_text(consequence.of(text), lang)
    rest = find_word("threats", "harmless", lang).sub("", folded)
    return rest != folded and not any(find_word("threats", key, lang).search(rest) for key in ("harm", "breaking"))


def _is_called_threat(text: str, consequence: Span, around: Attribution | None, lang: str) -> bool:
    """True where a verb tells it as a threat or a warning, or its own sentence calls it one."""
    if any(is_told_with(text, around, key, lang) for key in ("threatening", "warning")):
        return True
    start = find_last_mark(_SENTENCE_END, text, max(0, consequence.start - NAMED_CHARS), consequence.start)
    folded = fold_text(text[start : consequence.end], lang)
    return any(find_word("threats", key, lang).search(folded) for key in ("naming", "warning", "forms"))


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
    if force == "offer" and is_remark(text, first, lang):
        return []
    if force == "refusal" and find_word("threats", "silence", lang).search(fold_text(first.of(text), lang)[:SILENCE_CHARS]):
        return []
    return [(Span(start=word.start(1), end=word.end(1)), force)]


def is_remark(text: str, offered: Span, lang: str) -> bool:
    """True for words that begin with what is only said: "no proof", "his condolences", "new details"."""
    return find_word("threats", "remarks", lang).match(fold_text(offered.of(text), lang)) is not None


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
