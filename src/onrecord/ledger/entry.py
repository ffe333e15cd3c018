"""What is compared: a figure with the day it holds for, its bounds, whose count it is and where.

In: figures and the sketches of their articles. Out: `Entry`s. Left to others: which belong together (`groups`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.kinship import Sketch
from onrecord.names.keys import name_words, to_latin
from onrecord.names.places import find_country
from onrecord.records import DateRange, Figure, Span

TOLD_BY_NOUN = frozenset({"protesters", "hostages", "prisoners", "refugees", "fighters"})
"""Populations that tell by themselves what is counted; "300 people" live, vote or march, so those of kind `other` are in no tally."""
UNMEASURED = frozenset({"money", "percent"})
"""Kinds of which the words around the number, not the number and its noun, tell what is measured: they are in no tally."""
PARTIAL = frozenset({"besides", "part"})
"""Scopes of figures that only tell something together with another count."""
FORMER = "former"
"""Scope of a count that its article says was given before and no longer holds."""
UNCOUNTED = frozenset({"killed", "injured"})
"""Kinds that are told of one person without a number, too."""
PERSON = "person"
"""Scope of one person told of by a noun."""
ABOUT = 0.1
"""How far from a number called about so many another may lie and still be the same. Source: the tolerance of the displacement scorer."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A figure of an article of the story."""

    figure: Figure
    sketch: Sketch

    @property
    def order(self) -> tuple[str, str, str, str, bool, Span]:
        """What entries are put in order by: the day they hold for, that of publication, article, what no longer holds before the rest, place in it. Undated ones come last."""
        day, published = self.day, self.sketch.published
        return (day.end if day else "9999", published.end if published else "9999", self.sketch.name, self.sketch.article, not self.is_former, self.figure.span)

    @cached_property
    def day(self) -> DateRange | None:
        """The day it holds for: as written, else that of publication."""
        return self.figure.as_of or self.sketch.published

    @cached_property
    def day_from(self) -> str | None:
        """Where the day comes from: `written`, `published`, or `None` when there is none."""
        if self.figure.as_of:
            return "written"
        return "published" if self.sketch.published else None

    @cached_property
    def bounds(self) -> tuple[float, float]:
        """The least and the most it may stand for; minus and plus infinity where it is open."""
        figure = self.figure
        if figure.low is None and figure.high is None:
            point = figure.point or 0.0
            return point - abs(point) * ABOUT, point + abs(point) * ABOUT
        return (-math.inf if figure.low is None else figure.low), (math.inf if figure.high is None else figure.high)

    @cached_property
    def value(self) -> tuple[float, float, float]:
        """What is equal for figures that say the same: bounds, and the number as written (the middle of a range)."""
        return (*self.bounds, self.number)

    @cached_property
    def number(self) -> float:
        """One number for it: as written, else the middle of its range, else the bound it has."""
        figure = self.figure
        if figure.point is not None:
            return figure.point
        known = [bound for bound in (figure.low, figure.high) if bound is not None]
        return sum(known) / len(known) if known else 0.0

    @cached_property
    def counter(self) -> frozenset[str]:
        """The words of the name of whose count it is, in plain letters; empty when nobody is named."""
        return frozenset(to_latin(word) for word in name_words(self.figure.source)) if self.figure.source else frozenset()

    @property
    def is_scale(self) -> bool:
        """True for an amount that only tells a scale: "hundreds", "millions"."""
        figure = self.figure
        return figure.point is None and (figure.low is None) != (figure.high is None)

    @property
    def is_total(self) -> bool:
        """True unless it counts others of its kind or a part, no longer holds, or is a death told without a number."""
        return self.figure.scope not in PARTIAL and not self.is_former and not is_uncounted(self.figure)

    @property
    def is_former(self) -> bool:
        """True for a count that its article says was given before."""
        return self.figure.scope == FORMER

    @property
    def subject(self) -> tuple[str, str]:
        """What is counted: kind and population."""
        return self.figure.kind, self.figure.population or "people"

    @cached_property
    def place(self) -> str | None:
        """The place, the same for spellings of one country; `None` when none is named."""
        if not self.figure.place:
            return None
        return find_country(self.figure.place, self.sketch.lang) or to_latin(self.figure.place)

    @property
    def detail(self) -> tuple[int, Span]:
        """What chooses among figures of one article that say the same: most told, then first."""
        figure = self.figure
        return -sum(part is not None for part in (figure.as_of, figure.period, figure.place, figure.source)), figure.span


def list_entries(members: Iterable[tuple[Sketch, Iterable[Figure]]]) -> Iterator[Entry]:
    """Yield the figures of articles that a tally may hold; a death told without a number is in one only while no article tells a number of dead, a wound while
    no article tells a number of wounded or of anyone dead: who was hurt may have died.

    So are others of their kind and parts, which are no totals, unless a total of their kind is the same number. One person told of as hurt in an article without
    dead may be who died in the others: he stands only where no article tells of dead, or one tells of dead and hurt.
    """
    entries = [Entry(figure=figure, sketch=sketch) for sketch, figures in members for figure in figures if _is_measured(figure)]
    told = _list_kinds(entries)
    may_have_died = any("killed" in kinds for kinds in told.values()) and not any({"killed", "injured"} <= kinds for kinds in told.values())
    counted = {entry.figure.kind for entry in entries if not is_uncounted(entry.figure)}
    totals = {(entry.figure.kind, entry.number) for entry in entries if entry.is_total}
    kinds = {kind for kind, _ in totals}
    for entry in entries:
        kind = entry.figure.kind
        if kind == "injured" and may_have_died and (entry.figure.scope == PERSON or is_uncounted(entry.figure)):
            continue
        if is_uncounted(entry.figure):
            if kind not in counted:
                yield entry
        elif entry.is_total or entry.is_former or kind not in kinds or (kind, entry.number) in totals:
            yield entry


def _list_kinds(entries: Iterable[Entry]) -> Mapping[str, set[str]]:
    """Return article -> the kinds that it tells."""
    told: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        told[entry.sketch.article].add(entry.figure.kind)
    return told


def _is_measured(figure: Figure) -> bool:
    return not figure.pledged and figure.kind not in UNMEASURED and (figure.kind != "other" or figure.population in TOLD_BY_NOUN)


def is_uncounted(figure: Figure) -> bool:
    """True for one person told dead or hurt without a number: at least one, and no word says so."""
    return figure.kind in UNCOUNTED and (figure.low, figure.point, figure.high) == (1, 1, None) and not figure.hedges and figure.unit is None


def is_one_counter(left: Entry, right: Entry) -> bool | None:
    """True when both name the same counter (one name may be shorter), false when they name two, `None` when one names none."""
    if not left.counter or not right.counter:
        return None
    return left.counter <= right.counter or right.counter <= left.counter


def name_value(figure: Figure) -> str:
    """Return the value in words: `14`, `14 or more`, `10 to 14`, `about 14`."""
    low, high, point = figure.low, figure.high, figure.point
    if low is not None and high is not None:
        return f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    if low is not None:
        return f"{low:,.10g} or more"
    if high is not None:
        return f"{high:,.10g} or less"
    return f"about {point:,.10g}"
