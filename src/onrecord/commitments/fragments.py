"""Consequences that break off before their verb: "the islands cannot, and should not, | be sold".

In: a text and a consequence. Out: the consequence up to its act, or nothing where that is no act of its subject's own.
"""

from __future__ import annotations

import re

from onrecord.commitments.openers import load_openers
from onrecord.commitments.worded import find_word
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import fold_text
from onrecord.records import Span

AROUND_CHARS = 160
_BORDER = re.compile(r"[.!?…;:,\n\"“”„«»]|$")
_JOINED = re.compile(r"(?P<to>,?\s+)(?P<word>\w+)\s+")
_LED = re.compile(r"(?:^|\s)(?P<word>\w+)\s+$")
_COMMA = re.compile(r",?\s+")
_PASSIVE_LAST = frozenset({"de", "nl"})


def complete(text: str, consequence: Span, lang: str) -> Span | None:
    """Return a consequence that does not end in a mere "cannot": as it is, or with what a second such verb goes on to say.

    Returns:
        `None` for a clause that stays without an act, whose act is done to its subject ("be sold"), or that is only this act.
    """
    folded = fold_text(text[consequence.start : consequence.end + AROUND_CHARS], lang)
    modal, end = find_word("fragments", "modal", lang), consequence.end - consequence.start
    if not any(not folded[match.end() : end].strip(" ,") for match in modal.finditer(folded, 0, end)):
        return None if _goes_on(text, consequence, lang) else consequence
    joined = _JOINED.match(folded, len(folded[:end].rstrip(" ,")))
    second = modal.match(folded, joined.end()) if joined is not None and joined["word"] in load_openers(lang).joiners else None
    gap = _COMMA.match(folded, second.end()) if second is not None else None
    if gap is None:
        return None
    stop = _BORDER.search(folded, gap.end())
    act = folded[gap.end() : stop.start() if stop else len(folded)]
    if not act.strip() or _is_passive(act, lang):
        return None
    return Span(start=consequence.start, end=consequence.start + gap.end() + len(act.rstrip()))


def _goes_on(text: str, consequence: Span, lang: str) -> bool:
    """True for a consequence that is only the act behind two such verbs, done to their subject."""
    if not _is_passive(fold_text(consequence.of(text), lang), lang):
        return False
    before = fold_text(text[max(0, consequence.start - AROUND_CHARS) : consequence.start], lang)
    modals = list(find_word("fragments", "modal", lang).finditer(before))
    if len(modals) < 2 or before[modals[-1].end() :].strip(" ,"):
        return False
    led = _LED.search(before, modals[-2].end(), modals[-1].start())
    return led is not None and led["word"] in load_openers(lang).joiners and not before[modals[-2].end() : led.start("word")].strip(" ,")


def _is_passive(act: str, lang: str) -> bool:
    passive = find_word("fragments", "passive", lang)
    if primary_subtag(lang) in _PASSIVE_LAST:
        return any(not act[match.end() :].strip() for match in passive.finditer(act))
    return passive.match(act) is not None
