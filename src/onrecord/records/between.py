"""What holds between articles."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.values import DateRange, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Article `article` derives from `of` (an article id, or an agency's name when `kind` is `agency`). Identity: article, of, kind.

    `kind` is `verbatim`, `edited`, `translated`, `paraphrased` or `agency`; `coverage` the share of each side that the other holds.
    `order` is `unknown` where nothing shows which of two texts in other words or languages came first, else `known`.
    """

    id: str
    article: str
    of: str
    kind: str
    coverage: tuple[float, float]
    reason: str
    made_by: str
    order: str = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one happening. Identity: the ids of its articles."""

    id: str
    articles: tuple[str, ...]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Why articles `left` and `right` (ids) are one account. `kind` is that of the copy, or `outlet`, `owner`, `agency`; what is not sure folds
    only the lower count."""

    left: str
    right: str
    kind: str
    is_sure: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How many independent accounts a story has: between `low` and `high`, with reasons. Identity: story.

    `folds` are the edges of the graph that shows why, `groups` the articles of each account as `high` counts them, `unsourced` the articles that
    name neither outlet, address, agency, author nor a reporter who heard it: they count for `high` alone.
    """

    id: str
    story: str
    low: int
    high: int
    reasons: tuple[str, ...]
    made_by: str
    folds: tuple[Fold, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One telling of a statement: in `article`, at `span`. `attribution` is the id of the one it is, or is a sentence of, `None` when the outlet tells
    it as its own; `telling` its own id, that of the attribution when it is the whole of it."""

    article: str
    span: Span
    attribution: str | None
    type: str
    telling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A labelled change between renderings `left` and `right` of a statement (indexes into `Statement.renderings`).

    `spans` are the words that differ, one on each side (`None` = nothing stands there); `reason` says it in a sentence.
    """

    left: int
    right: int
    label: str
    spans: tuple[Span | None, Span | None]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One utterance and its renderings. Identity: its renderings' tellings. Facts of one rendering serve all:
    `said_at` and `occasion` name the attribution they come from in `said_at_from` / `occasion_from`.

    `join_mean` and `join_least` are the mean and the least probability (0 to 1) that two tellings in other words are one utterance, over all pairs of
    them; `None` where all have the same words. `anew_from` is the first day on which it can have been said where a telling calls it said again, or otherwise than before, and none
    gives a day.
    """

    id: str
    story: str | None
    speaker: str | None
    occasion: str | None
    occasion_from: str | None
    said_at: DateRange | None
    said_at_from: str | None
    said_at_how: str | None
    renderings: tuple[Rendering, ...]
    differences: tuple[Difference, ...]
    made_by: str
    join_mean: float | None = None
    join_least: float | None = None
    anew_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """Statement `later` takes up `earlier`: `repeats`, `hardens`, `softens` or `drops`. Identity: earlier, later, commitments.

    `commitments` are the ids of what both commit to, the later one `None` where it only gives the earlier one up. `order` is `known`, or `unknown` where a day is
    missing: then the two are only `alike`, and neither is said to be the later one.
    `articles` are those whose tellings show it, the earlier one first, and `spans` the words in each (`None` = nothing stands there).
    """

    id: str
    earlier: str
    later: str
    relation: str
    reason: str
    made_by: str
    articles: tuple[str, ...] = ()
    spans: tuple[Span | None, Span | None] = (None, None)
    order: str = "known"
    commitments: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A passage about a condition of a commitment, in a later article or one without a date. Identity: article, span, commitment, condition.

    `status` is `prepared`, `met`, `partly` (met in part), `denied`, or `spoken_of` where it is told as a possibility; `order` is `later`, or `unknown` where a day is
    missing. `statement` is `None` for a commitment that no statement tells.
    """

    id: str
    article: str
    span: Span
    statement: str | None
    commitment: str
    condition: str
    status: str
    made_by: str
    order: str = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A condition as `article` words it, at `span`: one of those of `commitment`."""

    article: str
    span: Span
    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a condition stands, in whatever words it is told. Identity: commitment, condition span.

    `wordings` are its words in every telling; `commitment`, `article`, `span` and `condition` are those of the first: of the statement that set it first, in the language of most of its
    articles. `state` is `open`, `prepared`, `partly`, `met`, `denied`, `averted` (what was to follow "unless", "if not"), `lapsed` (its deadline passed) or `due` (its deadline passed, and what does not happen fulfils
    it: "unless", "if not"), `since` the ISO day from which it is so, `None` when unknown. `signs` are those that show that state, in `accounts` independent
    accounts, then those that cannot: where it is only spoken of, or the order is not known. `statement` is `None` when no statement tells it; `confidence` is that of the surest commitment.
    `beside` is the id of the standing whose signs may be about this condition, too, where it has none: that of the same speaker's about the same event.
    """

    id: str
    statement: str | None
    commitment: str
    article: str
    span: Span
    condition: str
    state: str
    since: str | None
    deadline: DateRange | None
    signs: tuple[str, ...]
    accounts: int
    reason: str
    made_by: str
    wordings: tuple[Wording, ...] = ()
    confidence: float = 1.0
    beside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One article's number in a tally: figure `figure` of `article`. Bounds are as in `Figure`.

    `counter` is whose count it is, `as_of` the day it holds for and `as_of_from` where that comes from: `written`, or `published` when it is only the day
    of publication. `period` is what it covers.
    """

    article: str
    figure: str
    span: Span
    low: float | None
    high: float | None
    point: float | None
    counter: str | None
    as_of: DateRange | None
    as_of_from: str | None
    period: DateRange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRelation:
    """Count `later` relates to count `earlier` (indexes into `Tally.counts`): `restates`, `updates`, `contradicts` or `unclear`; `reason` says why."""

    earlier: int
    later: int
    relation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyPoint:
    """A value of a tally on a day: which counts give it (indexes into `Tally.counts`) and how many independent accounts they are."""

    as_of: DateRange | None
    low: float | None
    high: float | None
    point: float | None
    counts: tuple[int, ...]
    accounts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One thing that the articles of a story count, and who counts what, when. Identity: story, the counts' figures.

    `counts` and `series` are in order of the day they hold for; `population`, `place` and `unit` are as in `Figure`.
    """

    id: str
    story: str
    kind: str
    population: str | None
    place: str | None
    unit: str | None
    counts: tuple[Count, ...]
    relations: tuple[CountRelation, ...]
    series: tuple[TallyPoint, ...]
    made_by: str
