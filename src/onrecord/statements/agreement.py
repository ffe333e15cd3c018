"""Whether two tellings can be one utterance at all: no other speaker, days that meet.

In: pairs of gists with their articles. Out: yes, no, or unknown. Left to others: how surely they are (`match.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.kinship import Gist
from onrecord.names.keys import names_match
from onrecord.names.persons import unify_names
from onrecord.names.places import lands_match
from onrecord.statements.bodies import find_bodies
from onrecord.statements.groups import is_group
from onrecord.statements.sides import Side

INSTITUTIONS = ("organisation", "state", "seat of government", "place")
"""How `Attribution.speaker_how` begins when it is no person who speaks."""
TAKEN_UP = ("pronoun, speaker", "pronoun, subject", "pronoun, name before", "speaker before", "subject of", "name before", "speech goes on")
"""How it begins when the name stands in another sentence."""
UNNAMED = ("unnamed holder of an office", "office without a name")
"""How it begins when somebody speaks by an office and nobody tells the name."""
NOT_NAMED = ", not named `"
"""What stands in it when a pronoun means one person without a name."""


class Key(NamedTuple):
    """Who speaks, whether it is an institution, the country (ISO code) that he or it speaks for, whether several people without a name do who are somebody else than any one person, and of what kinds
    (`bodies.py`) a source is that is no person with a name."""

    speaker: str | None
    is_institution: bool = False
    country: str | None = None
    is_group: bool = False
    bodies: frozenset[str] = frozenset()

    @property
    def is_person(self) -> bool:
        """True for a person with a name."""
        return self.speaker is not None and not self.is_institution


def speakers_agree(left: Side, right: Side) -> bool | None:
    """Return whether both have the same speaker; `None` when one is unknown, or an institution may speak for a person: never for one of another country, nor a group of other people."""
    return names_agree(speaker_key(left), speaker_key(right))


@lru_cache(maxsize=1024)
def speaker_key(side: Side) -> Key:
    """Return who speaks in a telling; one is compared with many, so the last ones are remembered."""
    is_institution = side.attribution.speaker_how.startswith(INSTITUTIONS)
    return Key(side.attribution.speaker, is_institution, side.country, is_group(side), find_bodies(side) if is_institution or side.attribution.speaker is None else frozenset())


def gist_key(gist: Gist, countries: Mapping[str, str] | None = None) -> Key:
    """Return who speaks in a telling, by its gist; `countries` gives those of persons whose telling has none."""
    borrowed = None if gist.is_institution or not countries else countries.get(gist.speaker or "")
    return Key(gist.speaker, gist.is_institution, gist.country or borrowed, gist.is_group, frozenset(gist.bodies))


@lru_cache(maxsize=65536)
def names_agree(left: Key, right: Key) -> bool | None:
    """Return what `speakers_agree` says of the sides that have these keys."""
    a, b = left.speaker, right.speaker
    if a is not None and b is not None and (a == b or names_match(a, b) or (left.is_institution and right.is_institution and lands_match(a, b))):
        return True
    if left.country and right.country and left.country != right.country:
        return False
    if is_another_source(left, right):
        return False
    return None if a is None or b is None or left.is_institution or right.is_institution else False


def is_another_source(left: Key, right: Key) -> bool:
    """True when a named person speaks in one telling and a group of other people in the other, or sources of two kinds do, such as the police and witnesses; in the same words both may be one
    utterance all the same (`verbatim.py`)."""
    if left.bodies and right.bodies and left.bodies.isdisjoint(right.bodies):
        return True
    return (left.is_person and right.is_group) or (left.is_group and right.is_person)


def list_parted(left: Sequence[Key], right: Sequence[Key]) -> NDArray[np.bool_]:
    """Return which pairs of speakers `is_another_source` and no country keep apart, a table."""
    table = [[is_another_source(a, b) and not (a.country and b.country and a.country != b.country) for b in right] for a in left]
    return np.array(table, dtype=np.bool_).reshape(len(left), len(right))


def find_countries(gists: Iterable[Gist]) -> dict[str, str]:
    """Return person -> the one country that the tellings of a story give for him: an article may name him without his office. A family name alone may be another's."""
    people = [(gist.speaker, gist.country) for gist in gists if gist.speaker and not gist.is_institution]
    spelled = unify_names(Counter(name for name, _ in people))
    known: dict[str, set[str]] = {}
    for name, country in people:
        if country and name in spelled:
            known.setdefault(spelled[name], set()).add(country)
    return {name: next(iter(codes)) for name, head in spelled.items() if len(codes := known.get(head, set())) == 1}


def days_agree(left: Gist, right: Gist) -> bool:
    """False when two tellings place what was said on different weekdays, or on days that do not meet: an article that appeared before is no telling of it."""
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return False
    (start, end), (other_start, other_end) = list_span(left), list_span(right)
    return end > other_start and other_end > start


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """When tellings can have been said, in rows: weekday (-1 = not told), first day and day after the last (`list_span`)."""

    weekdays: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def cut(self, rows: slice) -> Days:
        """Return those of some tellings."""
        return Days(self.weekdays[rows], self.starts[rows], self.ends[rows])

    def agree(self, other: Days) -> NDArray[np.bool_]:
        """Return what `days_agree` says of each with each of the others, a table."""
        mine, theirs = self.weekdays[:, None], other.weekdays[None, :]
        meet = (self.ends[:, None] > other.starts[None, :]) & (other.ends[None, :] > self.starts[:, None])
        return np.asarray(((mine < 0) | (theirs < 0) | (mine == theirs)) & meet)


OPEN = (-1, 2**31)
"""The span of what may have been said on any day."""
ZONES = 1
"""Days by which a day of saying may lie behind that of publication: where it was said it is tomorrow already."""


def list_span(gist: Gist) -> tuple[int, int]:
    """Return the first day on which what a telling tells can have been said, and the day after the last one, as ordinals: nothing is told before it is said, and what is said anew was not said long before."""
    start, end = (date.fromisoformat(gist.said_at.start).toordinal(), date.fromisoformat(gist.said_at.end).toordinal()) if gist.said_at else OPEN
    if gist.anew_from is not None:
        start = date.fromisoformat(gist.anew_from).toordinal()
    last = date.fromisoformat(gist.told_by).toordinal() + ZONES if gist.told_by else OPEN[1]
    return start, max(min(end, last), start + 1)


def list_days(gists: Sequence[Gist]) -> Days:
    """Return the days of tellings."""
    spans = [list_span(gist) for gist in gists]
    return Days(
        np.array([-1 if g.weekday is None else g.weekday for g in gists], dtype=np.int64), np.array([start for start, _ in spans], dtype=np.int64),
        np.array([end for _, end in spans], dtype=np.int64),
    )  # fmt: skip
