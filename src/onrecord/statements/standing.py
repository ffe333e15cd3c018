"""Where each condition of a commitment stands: every one is listed, none is dropped silently.

In: statements in time, the signs of their conditions, the days of the news. Out: a `Standing` for each condition. Done when a comparison
is read. Time is that of the news: what is past is past on the day of the last article, not on the reader's clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.ids import make_id
from onrecord.records import CONDITIONAL_KINDS, Account, Article, Commitment, Condition, DateMention, DateRange, Sign, Standing
from onrecord.results import Analysis

MADE_BY = "standing@1"
_RANK = {"prepared": 0, "denied": 1, "met": 2}
"""On one day the stronger word counts."""


def list_standings(analyses: Sequence[Analysis], held: Mapping[str, tuple[str, str | None]], signs: Iterable[Sign], accounts: Iterable[Account]) -> Iterator[Standing]:
    """Yield where every condition stands.

    Args:
        analyses: all articles.
        held: commitment id -> the statement it is told in fullest, and the day of that statement (ISO) if known.
        signs: those of all statements.
        accounts: the accounts of all stories; articles of one account count once.
    """
    articles = {a.article.id: a.article for a in analyses}
    last = max((a.article.published.start for a in analyses if a.article.published), default=None)
    account_of = {article: (account.id, number) for account in accounts for number, group in enumerate(account.groups) for article in group}
    shown: dict[tuple[str, str], list[Sign]] = {}
    for sign in signs:
        shown.setdefault((sign.commitment, sign.condition), []).append(sign)
    for analysis in analyses:
        for commitment in analysis.commitments:
            if commitment.id not in held:
                continue
            statement, since = held[commitment.id]
            deadline = find_deadline(commitment, analysis.dates)
            for condition in commitment.conditions:
                if condition.kind in CONDITIONAL_KINDS:
                    words = " ".join(condition.span.of(analysis.article.text).split())
                    found = sorted(shown.get((commitment.id, words), ()), key=lambda s: _order(s, articles))
                    yield _stand(statement, commitment, condition, words, since, deadline, found, articles, account_of, last)


def find_deadline(commitment: Commitment, dates: Iterable[DateMention]) -> DateRange | None:
    """Return the day a commitment's deadline names, the last one of several; `None` without one."""
    spans = [c.span for c in commitment.conditions if c.kind == "deadline"]
    return max((d.range for d in dates if d.range is not None and any(s.overlap(d.span) for s in spans)), key=lambda r: (r.end, r.start), default=None)


def _order(sign: Sign, articles: Mapping[str, Article]) -> tuple[str, int, str]:
    published = articles[sign.article].published
    return published.start if published else "9999", _RANK[sign.status], sign.id


def _stand(
    statement: str, commitment: Commitment, condition: Condition, words: str, since: str | None, deadline: DateRange | None, signs: Sequence[Sign],
    articles: Mapping[str, Article], account_of: Mapping[str, tuple[str, int]], last: str | None,
) -> Standing:  # fmt: skip
    """Return where one condition stands by its signs in order of time."""
    state, changed = "open", since
    for sign in signs:
        if sign.status != state and state != "met":
            published = articles[sign.article].published
            state, changed = sign.status, published.start if published else None
    if state in ("open", "prepared") and deadline is not None and last is not None and deadline.end <= last:
        state, changed = "lapsed", deadline.end
    mine = [s for s in signs if s.status == state]
    accounts = len({account_of.get(s.article, (s.article, 0)) for s in mine})
    return Standing(
        id=make_id("standing", commitment.id, condition.span.start, condition.span.end), statement=statement, commitment=commitment.id, article=commitment.article,
        span=condition.span, condition=words, state=state, since=changed, deadline=deadline, signs=tuple(s.id for s in mine), accounts=accounts,
        reason=_explain(state, signs, deadline), made_by=MADE_BY,
    )  # fmt: skip


def _explain(state: str, signs: Sequence[Sign], deadline: DateRange | None) -> str:
    counts = Counter(s.status for s in signs)
    told = ", ".join(f"{status} in {counts[status]} passage{'s' if counts[status] > 1 else ''}" for status in ("met", "denied", "prepared") if counts[status])
    if state == "lapsed" and deadline is not None:
        return f"the deadline {deadline.start} passed without a sign that it was met" + (f"; {told}" if told else "")
    return told or "no later article tells of it"
