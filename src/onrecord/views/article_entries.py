"""The entries of a briefing that say who reports: articles, copies and stories."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import DateRange
from onrecord.views.parts import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """One article as a list shows it. `publisher` is the outlet, or a code ("A3", the third article) when no outlet is known; `label` adds a date or
    the code when several articles have the same publisher, and `code` is it where the label holds it: the legend says what it stands for.
    `headline` is the title, else the first words. `foreign` names the language unless it is English. `langs` are the other
    languages in it, `notes` the publisher's own corrections as written, `firsthand` the words that say that a reporter of an outlet heard it;
    of its `credits`, `agencies` and `platforms` are those."""

    name: str
    article_id: str
    title: str | None
    outlet: str | None
    publisher: str
    label: str
    url: str | None
    lang: str | None
    published: DateRange | None
    credits: tuple[str, ...]
    code: str | None = None
    headline: str | None = None
    foreign: str | None = None
    modified: DateRange | None = None
    stub: bool = False
    langs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    firsthand: Passage | None = None
    agencies: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """An article that derives from another, or from an agency; `of` is an article's name or the agency's."""

    article: str
    article_id: str
    of: str
    of_id: str | None
    kind: str
    coverage: tuple[float, float]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """Articles about one happening. `low` and `high` count independent accounts, `None` = not counted. `families` say which articles carry one text."""

    number: int
    articles: tuple[ArticleEntry, ...]
    low: int | None
    high: int | None
    reasons: tuple[str, ...]
    copies: tuple[CopyEntry, ...]
    families: tuple[str, ...]
