"""The entries of a briefing: what people are shown, ready to print, each with the words in the article that carry it.

Both views (`brief_html`, `brief_text`) print these and work nothing out themselves. Entries of a kind are numbered from 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import DateRange, Problem, Span
from onrecord.views.article_entries import ArticleEntry as ArticleEntry
from onrecord.views.article_entries import CopyEntry as CopyEntry
from onrecord.views.article_entries import StoryEntry as StoryEntry
from onrecord.views.figure_entries import FigureEntry as FigureEntry
from onrecord.views.figure_entries import TallyEntry as TallyEntry
from onrecord.views.figure_entries import TallyLink as TallyLink
from onrecord.views.figure_entries import TallyStep as TallyStep
from onrecord.views.parts import Passage as Passage
from onrecord.views.parts import Sentence
from onrecord.views.source_entries import NOT_KNOWN, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """Somebody on record. `name` is that of the source, `None` for all words whose speaker is not known; `named` is false for who is only called something,
    `also` is the name in other scripts."""

    name: str | None
    statements: tuple[int, ...]
    renderings: int
    commitments: int
    named: bool = True
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSide:
    """What stands in one rendering at a point of difference; no passages = nothing stands there."""

    rendering: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point on which renderings of a statement differ, over all pairs that show it; `whole` = in all that was said.

    `sentence` says it with the words of the sides, `rest` goes on when there are many, `notes` what they come to without them. `minor` = spelling or language only. `apart` are pairs of
    tellings of which the one was found to differ from the other.
    """

    number: int
    label: str
    title: str
    whole: bool
    sides: tuple[PointSide, ...]
    reasons: tuple[str, ...]
    sentence: Sentence = ()
    rest: Sentence = ()
    notes: Sentence = ()
    minor: bool = False
    apart: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words inside a rendering that differ at the point of this number."""

    span: Span
    point: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderingEntry:
    """One telling of a statement; `label` names its article within the statement.

    `passage` is what was said, `shown` the same with the source, the cue and quotation marks that stand close to it;
    `content` are the pieces of `shown` that were said. `confidence` is that of its attribution. `marks` lie inside `shown`, in text order.
    `type` is that of the telling, `manner` says where and how the article tells it (`headline`, `subhead`, `own`, or its `type`), `is_named` that `label` says so, too.
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
    confidence: float | None
    marks: tuple[Mark, ...]
    manner: str = "indirect"
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One utterance and all its tellings. `articles` is how many articles tell it, `accounts` how many of them may be independent, `accounts_low` how many are at least, `sureness` (0 to 1) how
    sure it is that they do, `doubtful` that perhaps not all do; `lead` the telling to print large, cut at a word border when long (`lead_is_cut`). `tellings` are the renderings in groups
    of the same words. `weekday` is the one that its tellings name where no date is known, `reported` the first day on which an article with it appeared. `source` says who said it also
    where there is no one name. `perhaps` are the points on which tellings of a doubtful one differ if they are of one utterance: they count nowhere."""

    number: int
    id: str
    speaker: str | None
    said_at: DateRange | None
    said_at_how: str | None
    occasion: str | None
    articles: int
    accounts: int
    accounts_low: int
    sureness: float
    doubtful: bool
    lead: Passage
    lead_is_cut: bool
    renderings: tuple[RenderingEntry, ...]
    tellings: tuple[tuple[RenderingEntry, ...], ...]
    points: tuple[Point, ...]
    perhaps: tuple[Point, ...] = ()
    weekday: str | None = None
    reported: DateRange | None = None
    source: Source = NOT_KNOWN

    @property
    def who(self) -> str:
        """Return who said it, as it is shown."""
        return self.speaker or self.source.name


@dataclass(frozen=True, slots=True, kw_only=True)
class OnceEntry:
    """Statements that follow one another in one quotation of one article; most are one alone. `passages` are their words, joined where nothing stands
    between them. `weight` says which to show first (`matter`). `fragment` = too short to be read alone."""

    statements: tuple[StatementEntry, ...]
    article: ArticleEntry
    passages: tuple[Passage, ...]
    type: str
    unsure: bool
    weight: int
    fragment: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBy:
    """What one article alone tells of a speaker, `None` where no one name is known; `count` is how many statements they are, `who` is how the source is shown."""

    speaker: str | None
    entries: tuple[OnceEntry, ...]
    count: int
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionEntry:
    """A condition of a commitment in one article's words; `kind` is its bearing where it has one (`while`, `once`, `only` ...), else its kind."""

    kind: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentTelling:
    """A commitment as one article words it; without conditions it is told there as unconditional. `operator` says how they
    join: `any`, `all`, or `listed` where no "and" or "or" does. `concessions` are what does not matter, with the words that open it ("even if it rains"). `confidence` (0 to 1) and `force` are those of the record."""

    article: ArticleEntry
    consequence: Passage
    conditions: tuple[ConditionEntry, ...]
    operator: str | None
    confidence: float
    force: str
    concessions: tuple[Passage, ...] = ()

    @property
    def apart(self) -> tuple[ConditionEntry, ...]:
        """The conditions that are not told by the words of the consequence itself."""
        return tuple(condition for condition in self.conditions if not self.consequence.span.holds(condition.passage.span))

    @property
    def is_quoted(self) -> bool:
        """True when all its words stand between quotation marks in the article."""
        return self.consequence.quoted and all(condition.passage.quoted for condition in self.conditions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A later or earlier statement in relation to another. `relation` is `None` for the first of a line, `when` says when it was made; `then` and `now` are the words that show it,
    `commitment` the id of the commitment of the other statement that is taken up."""

    statement: int
    relation: str | None
    when: str
    passage: Passage
    reason: str | None
    then: Passage | None = None
    now: Passage | None = None
    commitment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentEntry:
    """A commitment, told in one or more articles with the `force` that most of them tell; the telling with most conditions comes first. `groups` are the tellings in groups of the same words.

    `holder` is the canonical name, else the words as written (a pronoun with whose words it is), else `None`. `statement` is the number of the
    statement it is part of. `confidence` is that of its surest telling, `accounts` how many independent accounts tell it, `weight` what it is ranked
    by: accounts x confidence, less where nobody quotes it. `speaker` is who said it, where that is somebody else than its holder. `outer` are the words in
    which a speaker says that others say it. `headlines` are headlines that sum it up; `headline_only` marks one that nothing but a headline tells.
    """

    number: int
    holder: str | None
    force: str
    addressee: str | None
    tellings: tuple[CommitmentTelling, ...]
    groups: tuple[tuple[CommitmentTelling, ...], ...]
    statement: int | None
    restated: tuple[Step, ...]
    confidence: float
    accounts: int
    weight: float
    speaker: str | None = None
    outer: Passage | None = None
    headlines: tuple[CommitmentTelling, ...] = ()
    headline_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentGroup:
    """Commitments of one force. Promises that only say who is ready for what another wants are the group `readiness`, those whose speaker puts them
    into others' mouths the group `inner_voice`, the last."""

    force: str
    commitments: tuple[CommitmentEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignEntry:
    """A passage about the condition of a commitment, of a later article unless `order` is `unknown`. `red_line` is the number of that red line, if it is one, `source` who says it."""

    number: int
    status: str
    condition: str
    passage: Passage
    article: ArticleEntry
    statement: int | None
    red_line: int | None
    order: str = "later"
    source: Source = NOT_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How one actor's declared position moved: the first statement and those that change it, in order of time, and those that only repeat it."""

    speaker: str | None
    steps: tuple[Step, ...]
    repeated: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line of the summary: what it is about and what there is to say."""

    title: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingEntry:
    """Where a condition stands: its words, who holds to it, since when, and the numbers of the signs (G1, G2 ...) about it.

    `told` counts the accounts that tell it, `told_low` how many of them are independent at least; `accounts` and `accounts_low` are the same of its signs. `others` are its other wordings, one each; `is_unsure` marks a condition more likely misread than not.
    `opener` is the kind of an exception that is due, whose words alone ("they leave") would read as what is to happen; empty for others. `is_beside` marks one without signs about which those of another may be.
    """

    number: int
    state: str
    since: str | None
    deadline: DateRange | None
    passage: Passage
    article: ArticleEntry
    speaker: str | None
    signs: tuple[int, ...]
    accounts: int
    statement: int | None
    red_line: int | None
    reason: str
    told: int = 1
    told_low: int = 1
    accounts_low: int = 0
    others: tuple[Passage, ...] = ()
    is_unsure: bool = False
    opener: str = ""
    is_beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two statements, by their numbers, that are alike; which is the earlier one is not told."""

    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that people are shown of a comparison.

    `statements` are ordered by date (undated last), within a date by how many articles and renderings tell them; `lead` is the
    number of the one to print large. `unplaced` are articles of no story, `once` what one article alone tells, `minor_figures` how many figures are
    not worth a line here. `summary` says the whole in a few lines. `alike` are statements of which one takes up the other, nobody knows which.
    `undated` are articles with no place in time: neither published on a day that is known nor telling anything said on one.
    """

    title: str
    period: DateRange | None
    languages: tuple[str, ...]
    articles: tuple[ArticleEntry, ...]
    stories: tuple[StoryEntry, ...]
    unplaced: tuple[ArticleEntry, ...]
    unplaced_families: tuple[str, ...]
    lead: int | None
    statements: tuple[StatementEntry, ...]
    red_lines: tuple[CommitmentEntry, ...]
    commitments: tuple[CommitmentGroup, ...]
    actors: tuple[ActorEntry, ...]
    tallies: tuple[TallyEntry, ...]
    figures: tuple[FigureEntry, ...]
    signs: tuple[SignEntry, ...]
    standings: tuple[StandingEntry, ...]
    positions: tuple[Position, ...]
    problems: tuple[Problem, ...]
    once: tuple[SaidBy, ...] = ()
    minor_figures: int = 0
    summary: tuple[Remark, ...] = ()
    alike: tuple[Likeness, ...] = ()
    undated: tuple[ArticleEntry, ...] = ()
