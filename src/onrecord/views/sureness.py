"""What counts as unsure, and how independent accounts are said: one bar and one wording for every view."""

from __future__ import annotations

from onrecord.views.display import count
from onrecord.views.entries import CommitmentEntry, CommitmentTelling, RenderingEntry, StatementEntry

UNSURE = 0.5
"""Below this confidence a telling or a commitment is called unsure: it is more likely wrong than right."""


def is_unsure(told: RenderingEntry | CommitmentEntry | CommitmentTelling) -> bool:
    """True for a telling or a commitment that is more likely wrong than right; what has no confidence is not unsure."""
    return told.confidence is not None and told.confidence < UNSURE


def is_doubtful(statement: StatementEntry) -> bool:
    """True for a statement of several tellings that are perhaps not all of one utterance."""
    return statement.articles > 1 and statement.doubtful


def count_accounts(statement: StatementEntry) -> str:
    """Return how many independent accounts tell a statement: "3 independent accounts", "up to 3" where copying is unsure."""
    return f"{'' if statement.accounts_sure else 'up to '}{count(statement.accounts, 'independent account')}"
