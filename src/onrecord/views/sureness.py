"""What counts as unsure, and how accounts are said: one bar and one wording for every view."""

from __future__ import annotations

from onrecord.views.display import count
from onrecord.views.entries import CommitmentEntry, CommitmentTelling, RenderingEntry, StatementEntry, StoryEntry

UNSURE = 0.5
"""Below this confidence a telling or a commitment is called unsure: it is more likely wrong than right."""


def is_unsure(told: RenderingEntry | CommitmentEntry | CommitmentTelling) -> bool:
    """True for a telling or a commitment that is more likely wrong than right; what has no confidence is not unsure."""
    return told.confidence is not None and told.confidence < UNSURE


def is_doubtful(statement: StatementEntry) -> bool:
    """True for a statement of several tellings that are perhaps not all of one utterance."""
    return statement.articles > 1 and statement.doubtful


def is_told_by_several(statement: StatementEntry) -> bool:
    """True for a statement that several articles tell for sure."""
    return statement.articles > 1 and not statement.doubtful


def word_accounts(low: int, high: int) -> str:
    """Return a number of accounts: "3 independent accounts" where each is known to have a source of its own, "2 to 3 separate texts" where that is not shown."""
    return count(high, "independent account") if low >= high else f"{low} to {high} separate texts"


def word_story_accounts(story: StoryEntry) -> str | None:
    """Return how many accounts a story has, with a word on copying where nothing shows that they are independent; `None` where they are not counted."""
    if story.low is None or story.high is None:
        return None
    unshown = story.low < story.high and not any(copy.of_id is not None for copy in story.copies)
    return f"{word_accounts(story.low, story.high)}{' (no copying found)' if unshown else ''}"


def count_accounts(statement: StatementEntry) -> str:
    """Return how many accounts tell a statement, as `word_accounts` does."""
    return word_accounts(statement.accounts_low, statement.accounts)
