"""The records every stage reads and writes: frozen, of plain values, each with the spans that carry it.

All spans are half-open code points of `Article.text`. `None` = looked and not found. A record's id is a digest of
its identity fields, named in its docstring (see `ids.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

RECORD_VERSION = 3
CONDITIONAL_KINDS = frozenset({"trigger", "exception", "prerequisite"})
"""Kinds of `Condition` that make a commitment conditional; a deadline alone does not."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A piece of an article's text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Span) -> bool:
        """True when `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A half-open range of days, ISO dates (`2022-04-23`, `2022-04-24`); a vague date is a longer range, never padded."""

    start: str
    end: str

    @property
    def day(self) -> str | None:
        """The one day this is, or `None` when it is longer."""
        from datetime import date, timedelta

        first = date.fromisoformat(self.start)
        return self.start if (first + timedelta(days=1)).isoformat() == self.end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read or done. Identity: where, code, message.

    `where` is a path, an article name or a stage; `code` is stable (`docs/errors.md` lists all).
    """

    id: str
    where: str
    code: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as fetched, with what came along. Identity: name, SHA-256 of the bytes.

    `form` is `text`, `html` or `record` (one JSON Lines object, whose known fields are given beside the bytes). `modified` is when it was last
    changed, as given beside it; `is_summary` says that whoever gave it brings only a summary along; `where` is the file it
    stands in, as the user named it, `None` when it is found by its name.
    """

    id: str
    name: str
    form: str
    data: bytes
    lang: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    modified: str | None = None
    is_summary: bool = False
    where: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A span that is not part of the told news (notice, byline, date stamp), with the reason. It stays in the text."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or author named as origin; `kind` is `agency`, `author` or `platform`."""

    span: Span
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpan:
    """Paragraphs in a row, or a long quotation, in another language than their article; `lang` is a BCP 47 tag, `und-` and a script when only that
    is known."""

    span: Span
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words of a publisher about its own article, which stay part of it; `kind` is `correction`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Cleaned text of one version of one piece. Identity: name, hash of the text.

    `text` is the input as given (HTML: what was extracted); what `dropped` and `title_span` leave is the told news. `published_evidence` is where the date stands in `text`, `published_how` how it was found; `modified` and `modified_how` likewise for the last change. `stub`: it is, or may be, only the beginning or a summary. `entry` names the entry of a live blog it is.
    """

    id: str
    name: str
    text: str
    text_hash: str
    lang: str | None
    title: str | None
    title_span: Span | None
    subheads: tuple[Span, ...]
    outlet: str | None
    url: str | None
    published: DateRange | None
    published_evidence: Span | None
    published_how: str | None
    dropped: tuple[Dropped, ...]
    credits: tuple[Credit, ...]
    modified: DateRange | None = None
    modified_how: str | None = None
    stub: bool = False
    passages_in: tuple[LanguageSpan, ...] = ()
    notes: tuple[Note, ...] = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A span found by the model. `layer` and `label` as in `encode/tags.py`; `confidence` is the mean probability of its words."""

    layer: str
    label: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The model's belief that tag `dependent` belongs to tag `head` (both are indexes into `Encoding.tags`)."""

    dependent: int
    head: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceVector:
    """The meaning of one sentence as a unit vector: `values` are 384 float16, packed."""

    span: Span
    values: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What attribution `of` means, read alone: the unit vector of the whole and one of each of its `words`, float16, packed row by row."""

    of: str
    article: str
    vector: bytes
    words: tuple[Span, ...]
    word_vectors: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """All that one pass of the model says of an article. Tags are in text order; vectors cover every sentence."""

    article: str
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    vectors: tuple[SentenceVector, ...]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as it stands in an article. Identity: article, span. `kind` is `person`, `organisation` or `place`;
    `canonical` the fullest form of the same name known in the article."""

    id: str
    article: str
    span: Span
    kind: str
    canonical: str
    confidence: float
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression and what it means. Identity: article, span. `range` is `None` when it stays open; `how` says how it was resolved."""

    id: str
    article: str
    span: Span
    range: DateRange | None
    how: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, in one article. Identity: article, content spans, source spans.

    `source`, `cue`, `content` are the spans of each role (a role may be empty). `type` is `direct`, `indirect` or `mixed`.
    `speaker` is the canonical name or `None` when unsure, `speaker_how` the reason either way; `speaker_evidence` the span of
    the name that was taken. `occasion` and `said_at` are what this article says of when and where it was said.
    """

    id: str
    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: str
    speaker: str | None
    speaker_as_written: str | None
    speaker_how: str
    speaker_evidence: Span | None
    addressee: Span | None
    occasion: Span | None
    said_at: DateRange | None
    said_at_evidence: Span | None
    confidence: float
    made_by: str

    @property
    def span(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(start=min(s.start for s in self.content), end=max(s.end for s in self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition of a commitment: `trigger`, `exception`, `prerequisite` or `deadline`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a holder binds itself to or requires. Identity: article, consequence span.

    `force` is `threat`, `promise`, `refusal`, `demand`, `offer` or `warning`; `operator` (`any`, `all`, `None`) joins the
    conditions; `conditional` is true with at least one trigger, exception or prerequisite; `attribution` is the id of the
    attribution it stands in.
    """

    id: str
    article: str
    holder: Span | None
    holder_canonical: str | None
    force: str
    consequence: Span
    conditions: tuple[Condition, ...]
    operator: str | None
    addressee: Span | None
    addressee_canonical: str | None
    conditional: bool
    attribution: str | None
    confidence: float
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported quantity. Identity: article, span. `low` / `high` are bounds (`None` = open), `point` the number as written.

    `source` names whose count it is, `as_of` and `period` when it holds, `hedges` the words that limit it.
    """

    id: str
    article: str
    span: Span
    low: float | None
    high: float | None
    point: float | None
    unit: str | None
    kind: str
    population: str | None
    place: str | None
    as_of: DateRange | None
    period: DateRange | None
    source: str | None
    attribution: str | None
    hedges: tuple[Span, ...]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Article `article` derives from `of` (an article id, or an agency's name when `kind` is `agency`). Identity: article, of, kind.

    `kind` is `verbatim`, `edited`, `translated`, `paraphrased` or `agency`; `coverage` the share of each side that the other holds.
    """

    id: str
    article: str
    of: str
    kind: str
    coverage: tuple[float, float]
    reason: str
    made_by: str


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

    `folds` are the edges of the graph that shows why, `groups` the articles of each account as `high` counts them.
    """

    id: str
    story: str
    low: int
    high: int
    reasons: tuple[str, ...]
    made_by: str
    folds: tuple[Fold, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One telling of a statement: in `article`, at `span`; `attribution` is its id, `None` when the outlet tells it as its own."""

    article: str
    span: Span
    attribution: str | None
    type: str


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
    """One utterance and its renderings. Identity: its renderings' attributions. Facts of one rendering serve all:
    `said_at` and `occasion` name the attribution they come from in `said_at_from` / `occasion_from`."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """Statement `later` takes up `earlier`: `repeats`, `hardens`, `softens` or `drops`. Identity: earlier, later.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A passage in a later article about a condition of an earlier commitment. `status` is `prepared`, `met` or `denied`.
    Identity: article, span, commitment, condition."""

    id: str
    article: str
    span: Span
    statement: str
    commitment: str
    condition: str
    status: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a condition of a commitment stands. Identity: commitment, condition span.

    `article`, `span` and `condition` are its words; `state` is `open`, `prepared`, `met`, `denied` or `lapsed` (its deadline passed), `since` the
    ISO day from which it is so, `None` when unknown. `signs` show that state, in `accounts` independent accounts.
    """

    id: str
    statement: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a published piece, in the order in which it was online. Identity: piece, number.

    `number` counts from 1; `article` is the id of the text, `title` its headline then, `previous` the article before it. `fetched_at` is when it
    was first met with these words, `met_again` when later (UTC, ISO 8601; `None` when whoever gave it did not say). `gone_at` is when the
    publisher had removed it; only the last version has one.
    """

    id: str
    piece: str
    article: str
    number: int
    title: str | None
    fetched_at: str | None
    met_again: tuple[str, ...]
    previous: str | None
    gone_at: str | None

    @property
    def seen_at(self) -> str | None:
        """When it was last met with these words."""
        return self.met_again[-1] if self.met_again else self.fetched_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceKey:
    """One of the marks by which a published piece is known again. Identity: kind, value.

    `kind` is `url` (address without what does not matter in it), `guid` (what a feed calls it), `name` (what it is called in the store; each
    piece has one) or `text` (outlet and hash of a run of words).
    """

    id: str
    kind: str
    value: str
    piece: str
