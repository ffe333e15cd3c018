"""Lines that name the author of a piece and say nothing else. In: one line. Out: the names in it with their place.

Where such lines are looked for is left to `top`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.units import Unit, ends_sentence
from onrecord.articles.wording import load_agencies, load_wording
from onrecord.records import Credit, Span

MAX_BYLINE_CHARS = 120
"""Three names with a paper each; what is longer is a sentence."""

_PIECE = re.compile(r"[^\s,;&|/]+|[,;&|/]")
_TAIL = re.compile(r"\s+(?:[|•·–—]|-\s|\d).*$", re.DOTALL)
_PLACE = re.compile(r"\s(?:in|à|en|w|v|в|у)\s[^\W\d_].{0,60}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a line: `line[start:end]`; `kind` is `author` or `agency`, `name` the canonical one for agencies."""

    start: int
    end: int
    name: str
    kind: str


def read_byline(line: str) -> tuple[Name, ...] | None:
    """Return the names of a byline such as "By Jane Doe and AFP", `None` when the line is no byline.

    A byline is a word that introduces authors and then nothing but names, so "Von der Leyen warns ..." is none.
    """
    if len(line) > MAX_BYLINE_CHARS or (ends_sentence(line) and not line.endswith(".")):
        return None
    lowered, leads = line.lower(), load_wording().byline_leads
    if not lowered.startswith(leads):
        return None
    for lead in leads:
        if lowered.startswith(lead) and line[len(lead) : len(lead) + 1] in (" ", ":", "/", "\u00a0", "\t"):
            start = len(line) - len(line[len(lead) :].lstrip(" :/\u00a0\t"))
            names = read_names(line, start)
            if names is not None:
                return names
    return None


def read_names(line: str, start: int = 0) -> tuple[Name, ...] | None:
    """Return the names that `line[start:]` consists of, in order; `None` when there is anything else in it.

    A name has two to five words with capitals (or a script without capitals), or is a known agency; roles and a place after
    the first name are passed over.
    """
    rest = line[start:]
    for cut in (_TAIL, _PLACE):
        found = cut.search(rest)
        if found is not None and found.start() > 3:
            rest = rest[: found.start()]
    names: list[Name] = []
    joins = load_wording().byline_joins
    part: list[re.Match[str]] = []
    for piece in [*_PIECE.finditer(rest), None]:
        is_join = piece is None or piece.group() in ",;&|/" or (part and piece.group().lower() in joins)
        if piece is not None and not is_join:
            part.append(piece)
            continue
        if part and piece is not None and _goes_on(part, piece, rest):
            part.append(piece)
            continue
        if part:
            name = _read_name(rest, part, is_first=not names)
            if name is None:
                return None
            if name.name:
                names.append(Name(start=name.start + start, end=name.end + start, name=name.name, kind=name.kind))
        part = []
    return tuple(names) if names else None


def credit_authors(units: Sequence[Unit], authors: Sequence[str]) -> tuple[Credit, ...]:
    """Return credits for bylines among lines that are no news, and for the authors that a page names where they stand in such a line.

    Args:
        units: lines that are no news.
        authors: names from the page's metadata, as it writes them.
    """
    credits: list[Credit] = []
    left = {name.casefold(): name for name in authors if len(name) >= 4}
    for unit in units:
        if len(unit.text) > 2 * MAX_BYLINE_CHARS:
            continue
        lowered = unit.text.casefold()
        for folded in [name for name in left if name in lowered]:
            # Folding may change the length ("ß"); then the place is not known and the name waits for another line.
            start = unit.start + lowered.index(folded)
            if len(lowered) == len(unit.text):
                name = left.pop(folded)
                agency = load_agencies().names.get(name)
                credits.append(Credit(span=Span(start=start, end=start + len(folded)), name=agency or name, kind="agency" if agency else "author"))
        for found in read_byline(unit.text) or ():
            span = Span(start=unit.start + found.start, end=unit.start + found.end)
            if all(span.overlap(other.span) == 0 for other in credits):
                credits.append(Credit(span=span, name=found.name, kind=found.kind))
    return tuple(credits)


def is_name_line(line: str) -> bool:
    """True when the line is a single name: at most five words, all capitalised, no sentence."""
    return len(line) <= 60 and not ends_sentence(line) and len(line.split()) <= 5 and all(map(_is_capital, line.split()))


def _goes_on(part: list[re.Match[str]], join: re.Match[str], rest: str) -> bool:
    """True when a join word is part of a name ("Ortega y Gasset"): one capital word before it, and one after at the very end."""
    word = join.group().lower()
    after = rest[join.end() :].split()
    return word in load_wording().particles and len(part) == 1 and len(after) == 1 and _is_capital(after[0])


def _read_name(rest: str, part: list[re.Match[str]], *, is_first: bool) -> Name | None:
    start, end = part[0].start(), part[-1].end()
    text = rest[start:end]
    agency = load_agencies().names.get(text)
    if agency is not None:
        return Name(start=start, end=end, name=agency, kind="agency")
    words = [piece.group() for piece in part]
    wording = load_wording()
    if all(word.lower().strip(".") in wording.roles for word in words):
        return Name(start=start, end=end, name="", kind="author")
    if not is_first and len(words) <= 4 and _is_capital(words[0]) and any(w.lower() in wording.roles for w in words):
        return Name(start=start, end=end, name="", kind="author")  # "BBC News", "Kyiv correspondent"
    is_person = 2 <= len(words) <= 5 and _is_capital(words[0]) and _is_capital(words[-1]) and all(_is_capital(word) or word.lower() in wording.particles for word in words)
    if not is_person:
        return Name(start=start, end=end, name="", kind="author") if not is_first and _is_capital(words[0]) and len(words) == 1 else None
    return Name(start=start, end=end, name=text, kind="author")


def _is_capital(word: str) -> bool:
    """True for a word that begins with a capital or with a letter of a script without capitals."""
    bare = word.lstrip("'’‘\"")
    return bool(bare) and bare[0].isalpha() and not bare[0].islower() and not any(map(str.isdigit, bare))
