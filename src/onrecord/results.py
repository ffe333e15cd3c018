"""What the stages say together: one `Analysis` an article, one `Comparison` for a set. Views read these, `run` makes them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import (
    Account,
    Article,
    Attribution,
    Commitment,
    Copy,
    DateMention,
    Figure,
    Mention,
    Problem,
    Restatement,
    Sign,
    Span,
    Standing,
    Statement,
    Story,
    Tally,
    Version,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything found inside one article; each tuple in text order."""

    article: Article
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A quotation that reads otherwise than in an older version of the same article.

    `article` and `attribution` are those of the last version, `older` the article of version `number`. `spans` are the words that differ, in
    the older text and in the last one; `label` is `quote_changed`.
    """

    article: str
    attribution: str
    older: str
    number: int
    label: str
    spans: tuple[Span | None, Span | None]
    older_words: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything found between the articles of a set. `analyses` are sorted by publication date, then name.

    Of a piece with several versions only the last is among them; `versions` lists all, by piece and number, and `revisions` what was changed in quotations.
    """

    analyses: tuple[Analysis, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    accounts: tuple[Account, ...]
    statements: tuple[Statement, ...]
    restatements: tuple[Restatement, ...]
    signs: tuple[Sign, ...]
    problems: tuple[Problem, ...]
    versions: tuple[Version, ...] = ()
    revisions: tuple[Revision, ...] = ()
    tallies: tuple[Tally, ...] = ()
    standings: tuple[Standing, ...] = ()
