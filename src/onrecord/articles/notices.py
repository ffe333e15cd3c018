"""Sentences and lines that are no news: platform disclaimers, read-also, newsletter, share, advertisement, copyright.

In: units, a language pack. Out: `Dropped` spans, whole lines or sentences glued to a paragraph. Nothing that reports what
somebody said is ever dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.articles.units import Unit, split_sentences
from onrecord.articles.wording import load_wording
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Credit, Dropped, Span

MAX_NOTICE_CHARS = 400
"""Two long sentences; disclaimers that run on are several sentences and are matched one by one."""

EDGE_UNITS = 3
"""Notices glued to running text stand in the first or the last paragraphs."""

EDGE_CHARS = 2_000
"""How much of a long paragraph's beginning and end is looked at."""

SCAN_UNITS = 300
"""Lines looked at from each end of a text: an article has fewer, and a table of a million lines must not cost minutes."""

_NOT_WORD = re.compile(r"\W+")
_QUOTED = re.compile('["“„«‹‘「『»](?=[^"“”„«»‹›「」『』\n]{0,400}["”“»«›’」』])([^"“”„«»‹›「」『』\n]{1,400})')


def match_notice(piece: str, pack: Pack | None) -> tuple[str, str | None] | None:
    """Return the reason (`platform` or `notice`) and the platform's name when a sentence or line is no news, else `None`."""
    piece = piece.strip()
    return _match_short(piece, pack) if 1 < len(piece) <= MAX_NOTICE_CHARS else None


@lru_cache(maxsize=1_000)  # a line at an edge is asked for up to four times: as a line and as a sentence, at the top and in the body
def _match_short(piece: str, pack: Pack | None) -> tuple[str, str | None] | None:
    """Match a stripped piece that is no longer than a notice, so that no long text is held."""
    bare, wording = piece.rstrip(" ."), load_wording()
    known = (wording.notices,) if pack is None else (wording.notices, pack.credits.notices)
    if not any(one.fullmatch(piece) or (bare != piece and one.fullmatch(bare)) for one in known) or holds_speech(piece, pack):
        return None
    for pattern in wording.platform:
        found = pattern.fullmatch(piece) or pattern.fullmatch(bare)
        if found is not None:
            return "platform", found.groupdict().get("platform")
    return "notice", None


def holds_speech(piece: str, pack: Pack | None) -> bool:
    """True when a piece may report speech: two quoted words beside a reporting verb (without a pack: five quoted words)."""
    longest = max((len(found[1].split()) for found in _QUOTED.finditer(piece)), default=0)
    if longest < 2:
        return False
    if pack is None:
        return longest >= 5
    folded = _NOT_WORD.sub(" ", f" {fold_text(piece, pack.lang)} ")
    words, phrases = _read_cues(pack)
    return not words.isdisjoint(folded.split()) or any(phrase in folded for phrase in phrases)


def find_notices(units: Sequence[Unit], pack: Pack | None) -> Iterator[tuple[Dropped, Credit | None]]:
    """Yield what is dropped from the units of a body, in order, each with the credit it gives to a platform.

    Args:
        units: the units after the top of the text.
        pack: the language's pack; without one only the notices for all languages are known.
    """
    for index, unit in enumerate(units):
        if SCAN_UNITS <= index < len(units) - SCAN_UNITS:
            continue
        reason = match_notice(unit.text, pack) if len(unit.text) <= MAX_NOTICE_CHARS else None
        if reason is not None:
            yield make_notice(unit.start, unit.text, reason)
        elif index < EDGE_UNITS or index >= len(units) - EDGE_UNITS:
            yield from _find_glued(unit, pack)


def make_notice(start: int, piece: str, reason: tuple[str, str | None]) -> tuple[Dropped, Credit | None]:
    """Return the dropped span of a notice at `start` and, for a platform's, its credit (named "user" when no site is named)."""
    bare = piece.strip()
    start += piece.index(bare[0])
    span = Span(start=start, end=start + len(bare))
    kind, platform = reason
    if kind != "platform":
        return Dropped(span=span, reason=kind), None
    if platform is None:
        return Dropped(span=span, reason=kind), Credit(span=span, name="user", kind="platform")
    at = start + bare.index(platform)
    return Dropped(span=span, reason=kind), Credit(span=Span(start=at, end=at + len(platform)), name=platform, kind="platform")


def _find_glued(unit: Unit, pack: Pack | None) -> Iterator[tuple[Dropped, Credit | None]]:
    """Yield notices that are sentences of a longer unit."""
    text = unit.text
    tail = max(0, len(text) - EDGE_CHARS)
    parts = [(0, text)] if tail <= EDGE_CHARS else [(0, text[:EDGE_CHARS]), (tail, text[tail:])]
    for offset, part in parts:
        sentences = split_sentences(part)
        for start, end in sentences:
            # The cut may fall inside a sentence; such halves are never judged.
            if (offset and start == 0) or (offset + end != len(text) and end == len(part)):
                continue
            reason = match_notice(part[start:end], pack)
            if reason is not None:
                yield make_notice(unit.start + offset + start, part[start:end], reason)


@lru_cache(maxsize=64)
def _read_cues(pack: Pack) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the reporting verbs of one word, and those of several between blanks."""
    forms = {_NOT_WORD.sub(" ", form).strip() for forms in pack.cues.values() for form in forms}
    return frozenset(form for form in forms if " " not in form), tuple(sorted(f" {form} " for form in forms if " " in form))
