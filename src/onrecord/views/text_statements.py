"""Words statements for the terminal: every telling with what differs marked, the points that differ in sentences, single tellings on a line each.

In: statement entries and a console. Out: nothing; the console is written to.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from onrecord.records import Span
from onrecord.views.display import count, fold, format_range
from onrecord.views.entries import Point, RenderingEntry, StatementEntry
from onrecord.views.marking import cut_text
from onrecord.views.parts import join_names
from onrecord.views.summary import count_accounts, is_doubtful, is_unsure
from onrecord.views.terminal import clean, cut_list, fit, join_facts, mark, print_line, print_rest, word_sentence
from onrecord.views.wording import name_label, name_language

_TELLINGS, _POINTS, _SHORT = 6, 6, 8
"""How many tellings and points of a statement, and statements of a speaker, are printed before the rest is counted."""


def print_statement(statement: StatementEntry, console: Console) -> None:
    """Print a statement with its tellings and the points on which they differ."""
    head = Text.assemble((f"S{statement.number} ", "red"), (clean(statement.speaker or "Speaker not known"), "bold"))
    told = f"{count(statement.articles, 'article')}, {count_accounts(statement)}" if statement.articles > 1 else None
    doubt = "perhaps not all of one utterance" if is_doubtful(statement) else None
    head.append(f" · {join_facts([word_day(statement), statement.occasion, told, doubt])}", style="dim")
    print_line(head, console)
    tellings, left = cut_list(statement.tellings, _TELLINGS)
    for group in tellings:
        print_line(_word_telling(group), console, 3)
    print_rest(left, "tellings", console, 3)
    major = [point for point in statement.points if not point.minor]
    points, left = cut_list(major, _POINTS)
    for point in points:
        _print_point(point, console)
    print_rest(left, "points that differ", console, 3)
    minor = [point for point in statement.points if point.minor]
    if minor:
        line = Text("also: ", style="dim")
        for at, point in enumerate(minor):
            line.append("; " if at else "")
            line.append_text(word_sentence(point.sentence))
        line.stylize("dim")
        print_line(line, console, 7, 0)
    console.print()


def print_short(speaker: str | None, statements: Sequence[StatementEntry], console: Console) -> None:
    """Print the statements of a speaker that one article tells, each on a line."""
    print_line(Text.assemble((clean(speaker or "Speaker not known"), "bold"), (f" · {count(len(statements), 'statement')}", "dim")), console)
    surest, left = cut_list(sorted(statements, key=lambda statement: (-statement.sureness, statement.number)), _SHORT)
    for statement in sorted(surest, key=lambda statement: statement.number):
        rendering = statement.renderings[0]
        facts = f" ({clean(rendering.article.label)}{', unsure' if is_unsure(rendering) else ''})"
        words = clean(rendering.passage.words)
        short = fit(words, max(20, console.width - 10 - len(facts)))
        short = mark(short) if rendering.type == "direct" else short
        print_line(Text.assemble((f"S{statement.number} ", "red"), short, (facts, "dim")), console, 3)
    print_rest(left, "of these", console, 3)


def _word_telling(group: Sequence[RenderingEntry]) -> Text:
    rendering = group[0]
    manner = "told as its own" if rendering.own_words else name_label("types", rendering.type)
    facts = [name_language(rendering.article.lang), manner if f"({manner}" not in rendering.label else None, "unsure" if is_unsure(rendering) else None]
    line = Text.assemble((clean(join_names(member.label for member in group)), "bold"), (f" ({clean(', '.join(fact for fact in facts if fact))}): ", "dim"))
    base, words = rendering.shown.span.start, rendering.shown.words
    moved = [Span(start=mark.span.start - base, end=mark.span.end - base) for mark in rendering.marks]
    for segment in cut_text(words, Span(start=0, end=len(words)), moved):
        line.append(fold(segment.text), style="underline yellow" if segment.covers else "")
        for number in dict.fromkeys(rendering.marks[index].point for index in segment.ends):
            line.append(f"[{number}]", style="red")
    return line


def _print_point(point: Point, console: Console) -> None:
    line = Text.assemble((f"[{point.number}] ", "red"), (f"{clean(point.title)}: ", "bold"))
    line.append_text(word_sentence(point.sentence))
    if point.rest:
        line.append(" and more", style="dim")
    print_line(line, console, 3, 4)


def word_day(statement: StatementEntry) -> str:
    """Return when a statement was made; the weekday alone where no date is known, "no date" without either."""
    return format_range(statement.said_at) or (f"a {statement.weekday}, date not known" if statement.weekday else "no date")
