"""The end of a piece: who reported and edited it, and bare agency names. In: last units. Out: `Dropped` spans and credits.

Credits that languages name inside sentences are left to `credits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.bylines import MAX_BYLINE_CHARS, read_names
from onrecord.articles.units import Unit, ends_sentence
from onrecord.articles.wording import load_agencies, load_wording
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Credit, Dropped, Span

LAST_UNITS = 5
"""Sign-offs stand in the last lines, with notices after them at most."""

_TAIL_CHARS = 400
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）\n]{2,300})[)\]）][\s.]{0,3}$")
_AROUND = " -–—/()[].（）"
_BY = re.compile(r"(?:\b(?:by|von|door|par|por|de|di)\b|:)\s{1,3}([^;:()\[\]]{3,160})", re.IGNORECASE)


def find_sign_offs(units: Sequence[Unit], pack: Pack | None) -> Iterator[tuple[Dropped, tuple[Credit, ...]]]:
    """Yield sign-offs among the last units, each with the authors and agencies it names, in text order."""
    for unit in units[-LAST_UNITS:]:
        found = _read_bare(unit) or _read_brackets(unit, pack) or _read_open(unit)
        if found is not None:
            yield found


def is_agency_line(line: str) -> bool:
    """True when a short line holds nothing but names of agencies ("dpa/AFP", "- Reuters")."""
    if len(line) > MAX_BYLINE_CHARS:
        return False
    names = read_names(line.strip(_AROUND))
    return names is not None and all(name.kind == "agency" for name in names)


def credit_names(unit: Unit, start: int = 0, end: int | None = None) -> tuple[Credit, ...]:
    """Return credits for the names that `unit.text[start:end]` consists of; empty when it is more than names."""
    text = unit.text[:end]
    return tuple(Credit(span=Span(start=unit.start + name.start, end=unit.start + name.end), name=name.name, kind=name.kind) for name in read_names(text, start) or ())


def credit_line(unit: Unit) -> tuple[Credit, ...]:
    """Return credits for a line of names, dashes and brackets around them left aside."""
    return credit_names(unit, len(unit.text) - len(unit.text.lstrip(_AROUND)), len(unit.text.rstrip(_AROUND)))


def _read_bare(unit: Unit) -> tuple[Dropped, tuple[Credit, ...]] | None:
    if len(unit.text) > 60 or not is_agency_line(unit.text):
        return None
    return Dropped(span=unit.span, reason="sign_off"), credit_line(unit)


def _read_brackets(unit: Unit, pack: Pack | None) -> tuple[Dropped, tuple[Credit, ...]] | None:
    offset = max(0, len(unit.text) - _TAIL_CHARS)
    tail = unit.text[offset:]
    found = _BRACKETS.search(tail)
    if found is None:
        return None
    inside = found[1]
    start, end = offset + found.start(1), offset + found.end(1)
    credits = credit_names(unit, start, end)
    is_agencies = bool(credits) and all(credit.kind == "agency" for credit in credits)
    if not is_agencies and not _has_sign_off_word(inside) and not _matches_pack(found[0].strip(), pack):
        return None
    span = Span(start=unit.start + offset + found.start(), end=unit.start + offset + len(tail.rstrip()))
    return Dropped(span=span, reason="sign_off"), credits if is_agencies else _credit_reporters(unit, start, end)


def _read_open(unit: Unit) -> tuple[Dropped, tuple[Credit, ...]] | None:
    """Read a sign-off without brackets: a line that begins with a sign-off word and is no sentence."""
    text = unit.text
    folded = fold_text(text[:60])
    if len(text) > 300 or not folded.startswith(load_wording().sign_off_words):
        return None
    credits = _credit_reporters(unit, 0, len(text))
    return (Dropped(span=unit.span, reason="sign_off"), credits) if credits and (";" in text or not ends_sentence(text)) else None


def _has_sign_off_word(inside: str) -> bool:
    folded = fold_text(inside)
    return any(word in folded for word in load_wording().sign_off_words)


def _matches_pack(piece: str, pack: Pack | None) -> bool:
    """True when a credit pattern of the language covers the whole bracket."""
    return pack is not None and any(pattern.fullmatch(piece) for pattern in pack.credits.patterns)


def _credit_reporters(unit: Unit, start: int, end: int) -> tuple[Credit, ...]:
    """Return the names after each "by" of a sign-off, and agencies named anywhere in it."""
    credits: list[Credit] = []
    for found in _BY.finditer(unit.text, start, end):
        credits += credit_names(unit, found.start(1), found.end(1))
    taken = {(credit.span.start, credit.span.end) for credit in credits}
    for spelling, name in load_agencies().names.items():
        at = unit.text.find(spelling, start, end)
        stop = at + len(spelling)
        is_word = at >= 0 and not unit.text[at - 1 : at].isalnum() and not unit.text[stop : stop + 1].isalnum()
        place = (unit.start + at, unit.start + stop)
        if is_word and not any(place[0] < e and s < place[1] for s, e in taken):
            credits.append(Credit(span=Span(start=place[0], end=place[1]), name=name, kind="agency"))
            taken.add(place)
    return tuple(sorted(credits, key=lambda credit: credit.span))
