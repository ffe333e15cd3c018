"""Agencies named as origin in datelines and sentences. In: units, a language pack. Out: `Credit`s.

Only credit positions count: "KYIV, April 23 (Reuters) -", or where a pack's pattern fits ("meldt persbureau AFP"). An agency
that is itself the news ("the Reuters building") is no credit. Bylines and sign-offs are left to their own files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.articles.units import Unit
from onrecord.articles.wording import load_agencies, load_wording
from onrecord.languages.pack import Pack, fold_text
from onrecord.records import Credit, Span

DATELINE_CHARS = 110
"""A dateline has a place or two, a date and the agency."""

WINDOW = (140, 180)
"""Code points before and after an agency's name in which a pattern is tried: its words stand in the same clause."""

MAX_HITS = 500
"""Names of agencies looked at in one text; beyond that it is a list of agencies and no article."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_RUN = re.compile(r"\w+")
_AFTER = re.compile(r"^[)\]/]?\s{0,2}(?:[-–—−:.,]|$)")
_CLOSER = {"(": ")", "[": "]", "/": "/"}
_NEAR = 40


def find_credits(text: str, units: Sequence[Unit], pack: Pack | None) -> tuple[Credit, ...]:
    """Return the agencies credited in datelines and by the language's patterns, in text order and without overlap.

    Args:
        text: the article's text.
        units: the units of the body.
        pack: the language's pack; without one only datelines are read.
    """
    credits = [credit for unit in units[:4] for credit in find_dateline(unit)]
    if pack is not None and units:
        for credit in _find_named(text, units, pack):
            if all(credit.span.overlap(other.span) == 0 for other in credits):
                credits.append(credit)
    return tuple(sorted(credits, key=lambda credit: credit.span))


def find_dateline(unit: Unit) -> tuple[Credit, ...]:
    """Return the agencies of the dateline a unit begins with; empty when it has none."""
    head = unit.text[:DATELINE_CHARS]
    credits: list[Credit] = []
    for start, end, name in find_agencies(head):
        before = head[:start].rstrip()
        if credits:  # "(AFP/Reuters)", "dpa, AFP -"
            last = credits[-1].span.end - unit.start
            if not head[last:start].strip(" /,&+-"):
                credits.append(Credit(span=Span(start=unit.start + start, end=unit.start + end), name=name, kind="agency"))
            continue
        opened = before[-1:] in ("(", "[", "/")
        place = before[:-1] if opened else before
        if not opened and place and place[-1] not in "-–—−.,/|:":
            continue
        if not _is_place(place) or not (opened or _AFTER.match(head[end:])):
            continue
        if opened and not _closes(head[end:], _CLOSER[before[-1]]):
            continue
        credits.append(Credit(span=Span(start=unit.start + start, end=unit.start + end), name=name, kind="agency"))
    return tuple(credits)


def find_agencies(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int, str], ...]:
    """Return `(start, end, canonical name)` of all spellings of agencies in a text, in order, longer ones first served."""
    stop = len(text) if end is None else end
    found: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    by_word = _list_spellings()
    known: set[str | None] = {*by_word.keys() & set(_RUN.findall(text, start, stop))}
    if not text.isascii():  # the spellings under `None` have letters beyond ASCII
        known.add(None)
    for _, spelling, name in sorted(one for word in known for one in by_word[word]):
        at = text.find(spelling, start, stop)
        while at >= 0 and len(found) < MAX_HITS:
            after = at + len(spelling)
            if at not in taken and not _is_letter(text, at - 1, spelling[0]) and not _is_letter(text, after, spelling[-1]):
                found.append((at, after, name))
                taken.update(range(at, after))
            at = text.find(spelling, after, stop)
    return tuple(sorted(found))


def is_agency(outlet: str | None) -> bool:
    """True when an outlet's name is one that a news agency goes by."""
    return outlet is not None and any((start, end) == (0, len(outlet)) for start, end, _ in find_agencies(outlet))


@lru_cache(maxsize=1)
def _list_spellings() -> Mapping[str | None, Sequence[tuple[int, str, str]]]:
    """Return first word -> spellings with their rank and canonical name; those in scripts where it need not stand by itself are under `None`."""
    answer: dict[str | None, list[tuple[int, str, str]]] = {None: []}
    for rank, (spelling, name) in enumerate(load_agencies().names.items()):
        first = _RUN.search(spelling)
        answer.setdefault(first[0] if first is not None and max(spelling) < "\u2e80" else None, []).append((rank, spelling, name))
    return answer


def _find_named(text: str, units: Sequence[Unit], pack: Pack) -> Iterator[Credit]:
    first, last = units[0].start, units[-1].end
    names = load_agencies().names
    hits = [start for start, _, _ in find_agencies(text, first, last)]
    folded = fold_text(text, pack.lang)
    for stem in load_agencies().stems:
        at = folded.find(stem, first, last)
        while at >= 0 and len(hits) < 2 * MAX_HITS:
            hits.append(at)
            at = folded.find(stem, at + len(stem), last)
    known: list[Credit] = []
    unknown: list[Credit] = []
    for start, end, stop in _make_windows(sorted(hits), units):
        for pattern in pack.credits.patterns:
            for found in pattern.finditer(text, start, end):
                if found.end() == end and end < stop:
                    continue  # the window's edge is no line's end
                span = Span(start=found.start("agency"), end=found.end("agency"))
                written = found["agency"]
                if written in names:
                    known.append(Credit(span=span, name=names[written], kind="agency"))
                elif any(stem in folded[found.start() : found.end()] for stem in load_agencies().stems) and _is_name(written, pack):
                    unknown.append(Credit(span=span, name=written, kind="agency"))
    kept: list[Credit] = []
    for credit in [*known, *unknown]:
        near = _NEAR if credit.name not in names.values() else 0
        if all(credit.span.start - near >= other.span.end or other.span.start - near >= credit.span.end for other in kept):
            kept.append(credit)
    yield from kept


def _make_windows(hits: Sequence[int], units: Sequence[Unit]) -> Iterator[tuple[int, int, int]]:
    """Yield `(start, end, unit's end)` around hits, inside their units, merged where they meet."""
    merged: list[tuple[int, int, int]] = []
    index = 0
    for hit in hits:
        while index < len(units) and units[index].end <= hit:
            index += 1
        if index == len(units) or hit < units[index].start:
            continue
        unit = units[index]
        start, end = max(unit.start, hit - WINDOW[0]), min(unit.end, hit + WINDOW[1])
        if merged and merged[-1][1] >= start and merged[-1][2] == unit.end:
            merged[-1] = (merged[-1][0], end, unit.end)
        else:
            merged.append((start, end, unit.end))
    yield from merged


def _is_letter(text: str, at: int, beside: str) -> bool:
    """True when a letter stands at `at` that would make a spelling part of a longer word (scripts without blanks excepted)."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_") and not "\u2e80" <= beside <= "\uffef"


def _closes(rest: str, closer: str) -> bool:
    """True when the bracket closes, perhaps after other names, and the news begins after a dash or the like."""
    at = rest.find(closer)
    return 0 <= at <= 40 and (rest[at + 1 :].lstrip()[:1] in ("-", "–", "—", "−", ":", ".", ",", "") or rest[at + 1 : at + 2] == " ")


def _is_place(before: str) -> bool:
    """True when the words before an agency can be a place and a date: few, and capitalised unless beside digits."""
    if len(before) > 70:
        return False
    words = list(_WORD.finditer(before))
    particles = load_wording().particles
    for word in words:
        follows_digit = before[: word.start()].rstrip(" .")[-1:].isdigit()
        if word.group()[0].islower() and not follows_digit and word.group() not in particles:
            return False
    return len(words) <= 7


def _is_name(written: str, pack: Pack) -> bool:
    """True for the name of an agency that is not in the list: capitals, four words at most, no nationality."""
    words = written.split()
    if not 1 <= len(words) <= 4 or any(map(str.isdigit, written)) or not all(word[0].isupper() for word in words):
        return False
    folded = fold_text(written, pack.lang)
    return folded not in pack.stopwords and not any(folded in forms for forms in pack.demonyms.values())
