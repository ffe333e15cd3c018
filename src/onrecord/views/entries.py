"""The entries of a briefing: what people are shown, ready to print, each with the words in the article that carry it.

Both views (`brief_html`, `brief_text`) print these and work nothing out themselves. Entries of a kind are numbered from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import DateRange, Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article: `words` is `text[span.start:span.end]` of the article with this id; `article` is its name."""

    article: str
    article_id: str
    span: Span
    words: str
    lang: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """One article as a list shows it. `publisher` is the outlet, or the article's name when no
    outlet is known; `label` adds a date or the name when several articles have the same publisher."""

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
    """Articles about one happening. `low` and `high` count independent accounts, `None` = not counted."""

    number: int
    articles: tuple[ArticleEntry, ...]
    low: int | None
    high: int | None
    reasons: tuple[str, ...]
    copies: tuple[CopyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """Somebody on record. `name` is `None` for all words whose speaker is not known."""

    name: str | None
    statements: tuple[int, ...]
    renderings: int
    commitments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSide:
    """What stands in one rendering at a point of difference; no passages = nothing stands there."""

    rendering: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point on which renderings of a statement differ, over all pairs that show it; `whole` = in all that was said."""

    number: int
    label: str
    title: str
    whole: bool
    sides: tuple[PointSide, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words inside a rendering that differ at the point of this number."""

    span: Span
    point: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderingEntry:
    """One telling of a statement; `label` names its article within the statement.

    `passage` is what was said, `shown` the same with the source, the cue and quotation marks that stand close to it;
    `content` are the pieces of `shown` that were said. `marks` lie inside `shown`, in text order.
    """

    number: int
    label: str
    article: ArticleEntry
    passage: Passage
    shown: Passage
    content: tuple[Span, ...]
    cue: tuple[Passage, ...]
    type: str
    own_words: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One utterance and all its tellings. `articles` is how many articles tell it; `lead` the telling to print large,
    cut at a word border when long (`lead_is_cut`)."""

    number: int
    id: str
    speaker: str | None
    said_at: DateRange | None
    said_at_how: str | None
    occasion: str | None
    articles: int
    lead: Passage
    lead_is_cut: bool
    renderings: tuple[RenderingEntry, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionEntry:
    """A condition of a commitment in one article's words."""

    kind: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentTelling:
    """A commitment as one article words it; without conditions it is told there as unconditional."""

    article: ArticleEntry
    consequence: Passage
    conditions: tuple[ConditionEntry, ...]
    operator: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A later or earlier statement in relation to another. `relation` is `None` for the first of a line."""

    statement: int
    relation: str | None
    said_at: DateRange | None
    passage: Passage
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentEntry:
    """A commitment, told in one or more articles; the telling with most conditions comes first.

    `holder` is the canonical name, else the words as written, else `None`. `statement` is the number of the statement it is part of.
    """

    number: int
    holder: str | None
    force: str
    addressee: str | None
    tellings: tuple[CommitmentTelling, ...]
    statement: int | None
    restated: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentGroup:
    """Commitments of one force."""

    force: str
    commitments: tuple[CommitmentEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """A reported quantity: `value` in plain words, `passage` as written, `hedges` the words that limit it."""

    number: int
    kind: str
    value: str
    passage: Passage
    hedges: tuple[Passage, ...]
    population: str | None
    place: str | None
    as_of: DateRange | None
    period: DateRange | None
    counted_by: str | None
    article: ArticleEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SignEntry:
    """A later passage about the condition of a commitment. `red_line` is the number of that red line, if it is one."""

    number: int
    status: str
    condition: str
    passage: Passage
    article: ArticleEntry
    statement: int | None
    red_line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How one actor's declared position moved: statements in order of time, each related to an earlier one."""

    speaker: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that people are shown of a comparison.

    `statements` are ordered by date (undated last), within a date by how many articles and renderings tell them; `lead` is the
    number of the one told most. `unplaced` are articles of no story.
    """

    title: str
    period: DateRange | None
    languages: tuple[str, ...]
    articles: tuple[ArticleEntry, ...]
    stories: tuple[StoryEntry, ...]
    unplaced: tuple[ArticleEntry, ...]
    unplaced_copies: tuple[CopyEntry, ...]
    lead: int | None
    statements: tuple[StatementEntry, ...]
    red_lines: tuple[CommitmentEntry, ...]
    commitments: tuple[CommitmentGroup, ...]
    actors: tuple[ActorEntry, ...]
    figures: tuple[FigureEntry, ...]
    signs: tuple[SignEntry, ...]
    positions: tuple[Position, ...]
    problems: tuple[Problem, ...]
