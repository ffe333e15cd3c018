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
    Statement,
    Story,
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
class Comparison:
    """Everything found between the articles of a set. `analyses` are sorted by publication date, then name."""

    analyses: tuple[Analysis, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    accounts: tuple[Account, ...]
    statements: tuple[Statement, ...]
    restatements: tuple[Restatement, ...]
    signs: tuple[Sign, ...]
    problems: tuple[Problem, ...]
