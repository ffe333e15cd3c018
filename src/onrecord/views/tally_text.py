"""Words a tally for the terminal: the series as one line of values with dates, and a line for each change that matters.

In: a `TallyEntry`. Out: lines with their indent, inert.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from onrecord.views.display import count, format_range, make_inert_line
from onrecord.views.entries import TallyEntry, TallyStep
from onrecord.views.quoting import quote_words
from onrecord.views.wording import name_label

_ARROW, _BESIDE = " → ", " / "
"""What stands between two values in order of time, and between two that have none."""


def word_tally(entry: TallyEntry) -> Iterator[tuple[int, Text]]:
    """Yield (indent, line) of a tally."""
    what = ", ".join(part for part in (entry.kind, entry.population, entry.place) if part)
    head = Text.assemble((f"T{entry.number} ", "red"), (f"{make_inert_line(what)}: ", "bold"))
    for at, step in enumerate(entry.steps):
        head.append((_ARROW if _is_later(entry.steps[at - 1], step) else _BESIDE) if at else "")
        head.append(step.value, style="bold")
        head.append(f" ({make_inert_line(', '.join(_describe_step(step)))})", style="dim")
    yield 0, head
    for link in entry.links:
        line = Text.assemble((f"{name_label('counts', link.relation)}: ", "bold"))
        for at, (passage, article, counter) in enumerate(zip(link.passages, link.articles, link.counters, strict=True)):
            line.append(" / " if at else "")
            line.append(quote_words(make_inert_line(passage.words)))
            line.append(f" ({make_inert_line(', '.join(part for part in (article.label, counter) if part))})", style="dim")
        yield 3, line
        yield 7, Text(make_inert_line(link.reason), style="dim")


def _is_later(first: TallyStep, second: TallyStep) -> bool:
    """True when a value holds for a later day than the one before it; two values of one day did not move."""
    return first.as_of is not None and second.as_of is not None and first.as_of.end <= second.as_of.start


def _describe_step(step: TallyStep) -> list[str]:
    who = list(step.counters) or [article.label for article in step.articles[:1]]
    return [format_range(step.as_of) or "no date", *who, *([count(step.accounts, "account")] if step.accounts > 1 else [])]
