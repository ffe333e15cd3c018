"""The entries of a briefing that count: figures of one article and tallies of several."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import DateRange
from onrecord.views.article_entries import ArticleEntry
from onrecord.views.parts import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """A reported quantity: `value` in plain words with what limits it ("at least 40") and without the population that is counted, `passage` as written,
    `hedges` the words that limit it, `shown` the passage with those that stand right before it, `size` the number to compare it by. `when` says what
    days it covers; where it was still going on as the article appeared, only since when. `is_vague` = an amount without a number, `is_pledged` = part of what somebody commits to, `scope` says where it is no total. `clause`
    is where an amount of money or a share stands, which alone does not tell what it is of; `None` for counts. `population` is what is counted in words, `group` the
    same for all words of it; `is_past` = of days long before its article."""

    number: int
    kind: str
    value: str
    size: float
    passage: Passage
    shown: Passage
    hedges: tuple[Passage, ...]
    population: str | None
    place: str | None
    as_of: DateRange | None
    period: DateRange | None
    counted_by: str | None
    article: ArticleEntry
    when: str | None = None
    is_vague: bool = False
    is_pledged: bool = False
    scope: str | None = None
    group: str | None = None
    is_past: bool = False
    clause: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyStep:
    """A value of a tally on a day, who gives it, and one of the passages that do."""

    value: str
    as_of: DateRange | None
    accounts: int
    counters: tuple[str, ...]
    articles: tuple[ArticleEntry, ...]
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyLink:
    """A count that changes or contradicts another: the earlier and the later passage, whose articles and counts they are."""

    relation: str
    reason: str
    passages: tuple[Passage, ...]
    articles: tuple[ArticleEntry, ...]
    counters: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyEntry:
    """One thing that is counted: its values in order of time, what changed with contradictions first, and how many counts only restate."""

    number: int
    kind: str
    population: str | None
    place: str | None
    steps: tuple[TallyStep, ...]
    links: tuple[TallyLink, ...]
    restated: int
