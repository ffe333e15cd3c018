"""What is found inside one article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.values import DateRange, Span

CONDITIONAL_KINDS = frozenset({"trigger", "exception", "prerequisite"})
"""Kinds of `Condition` that make a commitment conditional; a deadline alone does not."""

TOPIC = "topic"
"""Type of an `Attribution` that tells what somebody spoke about, and nothing of what he said of it: no statement."""


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
    """A date expression and what it means. Identity: article, span. `range` is `None` when it stays open; `how` says how it was resolved.
    `is_deadline`: its words say until when ("by Friday"), so that nothing happened on it yet."""

    id: str
    article: str
    span: Span
    range: DateRange | None
    how: str
    made_by: str
    is_deadline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, in one article. Identity: article, content spans, source spans.

    `source`, `cue`, `content` are the spans of each role (a role may be empty). `type` is `direct`, `indirect`, `mixed` or `topic`.
    `speaker` is the canonical name or `None` when unsure, `speaker_how` the reason either way; `speaker_evidence` the span of
    the name that was taken, or of the words for somebody without a name whom a pronoun takes up. `occasion` and `said_at` are what this article says of when and where it was said.
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
        return self.content[0].cover(*self.content[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition of a commitment: `trigger`, `exception`, `prerequisite` or `deadline`.

    A deadline may stand inside another one ("if the army by Friday does not leave"), which is then told whole.
    `bearing` is how the text words it where its kind does not say so: `while` (the commitment stands as long as the condition lasts, and its
    ending sets free), `until` (it stands till the condition comes), `once` or `after` (its coming is enough), `only` or `only_after` (nothing is done
    without it), `exchange` (given in turn), `depends`, `if` (a prerequisite with a plain "if", an exception whose own words hold the negation), else `None`.
    `empty` is true where its subject is nothing one could look out for ("it is all about threats"): such a one is never watched.
    """

    span: Span
    kind: str
    bearing: str | None = None
    empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a holder binds itself to or requires. Identity: article, consequence span.

    `force` is `threat`, `promise`, `refusal`, `demand`, `offer` or `warning`; `operator` (`any`, `all`, `None`) joins the
    conditions, and `operator_how` tells whether a word like "and" says so (`worded`) or they are only `listed`, one after another;
    `conditional` is true with at least one trigger, exception or prerequisite; `attribution` is the id of the attribution it
    stands in. `inner_voice` is true where the speaker of that attribution quotes others: the holder is who is quoted, if named.
    `readiness` is true where the holder only says to be ready for something that another party wants ("willing to meet").
    `concessions` are clauses of what does not matter, with the words that open them ("even if it rains"): they are no conditions.
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
    operator_how: str | None = None
    inner_voice: bool = False
    readiness: bool = False
    concessions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported quantity. Identity: article, span. `low` / `high` are bounds (`None` = open), `point` the number as written.

    `source` names whose count it is, `as_of` and `period` when it holds, `hedges` the words that limit it.
    `pledged` is true inside what somebody promises, offers, demands, refuses or threatens: it counts nothing that has happened.
    `scope` is `besides` for others than those told before ("four others"), `part` for some of them ("three of the victims"), `former` for a count that the text says was given before,
    `rest` for others besides casualties of another kind ("two were killed and four others hurt"), `person` for one person
    told of by a noun ("a boy was hurt"), `None` for a count of its own; `base` the figure that others add to or a part belongs to, where it is told right before.
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
    pledged: bool = False
    scope: str | None = None
    base: str | None = None
