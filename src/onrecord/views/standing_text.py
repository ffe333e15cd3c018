"""Words a watch for the terminal.

In: a `StandingEntry`. Out: lines with their indent, inert.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rich.text import Text

from onrecord.records import DateRange
from onrecord.views.display import format_range, make_inert_line
from onrecord.views.entries import StandingEntry
from onrecord.views.sureness import word_accounts
from onrecord.views.wording import name_label


def word_standing(entry: StandingEntry) -> Iterator[tuple[int, Text]]:
    """Yield (indent, line) of a watch."""
    opener = f"{name_label('conditions', entry.opener)} " if entry.opener else ""
    head = Text.assemble((f"W{entry.number} ", "red"), (f"{name_label('states', entry.state)}: ", "bold"), f"{opener}“{make_inert_line(entry.passage.words)}”")
    facts = [make_inert_line(part) for part in (entry.speaker, format_since(entry.since), describe_deadline(entry.deadline)) if part]
    facts += [entry.article.foreign] if entry.article.foreign else []
    facts += [f"R{entry.red_line}"] if entry.red_line else []
    facts += [f"S{entry.statement}"] if entry.statement else []
    facts += [word_accounts(entry.told_low, entry.told)] if entry.told > 1 else []
    facts += ["unsure"] if entry.is_unsure else []
    head.append(f" ({', '.join(facts)})" if facts else "", style="dim")
    yield 0, head
    if entry.others:
        yield 3, Text(f"also told as {'; '.join(f'“{make_inert_line(passage.words)}”' for passage in entry.others)}")
    if entry.signs:
        signs = ", ".join(f"G{number}" for number in entry.signs)
        told = word_accounts(entry.accounts_low, entry.accounts) if entry.accounts > 1 else "1 account"
        yield 3, Text(f"{signs} in {told}: {make_inert_line(entry.reason)}", style="dim")
    elif entry.state in ("lapsed", "due") or entry.deadline is not None:
        yield 3, Text(make_inert_line(entry.reason), style="dim")


def format_since(day: str | None) -> str:
    """Return "since 23 April 2022", empty without a day."""
    return f"since {format_range(DateRange(start=day, end=_next(day)))}" if day else ""


def describe_deadline(deadline: DateRange | None) -> str:
    """Return "deadline 1 May 2022", empty without one."""
    return f"deadline {format_range(deadline)}" if deadline else ""


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
