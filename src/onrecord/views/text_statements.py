"""Words statements for the terminal: every telling with what differs marked, the points that differ in sentences, single tellings on a line each.

In: statement entries and a console. Out: nothing; the console is written to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from rich.console import Console
from rich.text import Text

from onrecord.records import Span
from onrecord.views.display import count, fold
from onrecord.views.entries import OnceEntry, Passage, Point, RenderingEntry, SaidBy, StatementEntry
from onrecord.views.marking import cut_text
from onrecord.views.occasions import word_day
from onrecord.views.parts import join_names
from onrecord.views.perhaps import IF_ONE
from onrecord.views.quoting import quote_words, strip_marks
from onrecord.views.sureness import count_accounts, is_doubtful, is_told_by_several, is_unsure
from onrecord.views.terminal import clean, cut_list, fit, join_facts, print_line, print_rest, word_sentence
from onrecord.views.wording import name_label, name_language

_TELLINGS, _POINTS, _SHORT = 6, 6, 8
"""How many tellings and points of a statement, and entries of a speaker, are printed before the rest is counted."""

_SAME = 0.5
"""The share of the words of an entry from which on it says no more than what was printed."""

_LINES = 2
"""How many lines an entry of a speaker may take."""


def print_statement(statement: StatementEntry, console: Console) -> None:
    """Print a statement with its tellings and the points on which they differ."""
    head = Text.assemble((f"S{statement.number} ", "red"), (clean(statement.who), "bold"))
    told = f"{count(statement.articles, 'article')}, {count_accounts(statement)}" if is_told_by_several(statement) else None
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
    if statement.perhaps:
        print_line(Text(f"{IF_ONE}:", style="dim"), console, 3)
        unsure, left = cut_list(statement.perhaps, _POINTS)
        for point in unsure:
            _print_point(point, console)
        print_rest(left, "points that would differ", console, 3)
    minor = [point for point in statement.points if point.minor]
    if minor:
        line = Text("also: ", style="dim")
        for at, point in enumerate(minor):
            line.append("; " if at else "")
            line.append_text(word_sentence(point.sentence))
        line.stylize("dim")
        print_line(line, console, 7, 0)
    console.print()


def print_short(said: SaidBy, console: Console, printed: Collection[tuple[str, Span]] = ()) -> None:
    """Print what one article alone tells of a speaker: the weightiest entries, article by article in turn where they weigh the same; scraps are only counted.

    Args:
        said: what is told.
        console: where to.
        printed: article id and span of what was printed before as a commitment; an entry that says no more is only counted.
    """
    print_line(Text.assemble((clean(said.who), "bold"), (f" · {count(said.count, 'statement')}", "dim")), console)
    told = {id(entry) for entry in said.entries if not entry.fragment and _is_printed(entry, printed)}
    whole = [entry for entry in said.entries if not entry.fragment and id(entry) not in told]
    weighty, left = cut_list(_order(whole), _SHORT)
    for entry in weighty:
        facts = f" ({', '.join(fact for fact in (clean(entry.article.label), entry.article.foreign, 'unsure' if entry.unsure else None) if fact)})"
        words = " … ".join(strip_marks(clean(passage.words)) for passage in _begin_whole(entry))
        short = fit(words, max(20, (console.width - 10) * _LINES - len(facts)))
        print_line(Text.assemble((f"{_number(entry)} ", "red"), quote_words(short) if entry.type == "direct" else short, (facts, "dim")), console, 3)
    print_rest(left, "of these", console, 3)
    if told:
        print_line(Text(f"{len(told)} that {'says' if len(told) == 1 else 'say'} no more than the commitments above", style="dim"), console, 3)
    scraps = len(said.entries) - len(whole) - len(told)
    if scraps:
        print_line(Text(f"{count(scraps, 'fragment')} of a few words; on the page", style="dim"), console, 3)


def _order(entries: Sequence[OnceEntry]) -> list[OnceEntry]:
    """Return entries with the sure and weighty first, of those that weigh the same one of each article in turn."""
    seen: Counter[tuple[bool, int, str]] = Counter()
    placed: list[tuple[bool, int, int, int]] = []
    for at, entry in enumerate(entries):
        kind = (entry.unsure, -entry.weight, entry.article.article_id)
        placed.append((entry.unsure, -entry.weight, seen[kind], at))
        seen[kind] += 1
    return [entries[place[-1]] for place in sorted(placed)]


def _begin_whole(entry: OnceEntry) -> list[Passage]:
    """Return the words of an entry; retold ones that begin in the middle of their sentence with who tells them, where that stands before."""
    first, *rest = entry.passages
    shown = entry.statements[0].renderings[0].shown
    if entry.type == "direct" or not first.words[:1].islower() or shown.span.start >= first.span.start:
        return [first, *rest]
    lead = first.span.start - shown.span.start
    words = f"{shown.words[:lead]}{first.words}"
    return [replace(first, words=words, span=Span(start=shown.span.start, end=first.span.end)), *rest]


def _is_printed(entry: OnceEntry, printed: Collection[tuple[str, Span]]) -> bool:
    """True for words of which hardly any stand outside what was printed."""
    size = sum(len(passage.words) for passage in entry.passages)
    covered = {
        at for passage in entry.passages for article, span in printed if article == passage.article_id and (both := span.meet(passage.span)) for at in range(both.start, both.end)
    }
    return bool(printed) and len(covered) >= _SAME * size


def _number(entry: OnceEntry) -> str:
    numbers = [statement.number for statement in entry.statements]
    is_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return f"S{numbers[0]}" if len(numbers) == 1 else f"S{numbers[0]}–S{numbers[-1]}" if is_row else ", ".join(f"S{number}" for number in numbers)


def _word_telling(group: Sequence[RenderingEntry]) -> Text:
    rendering = group[0]
    manner = None if rendering.is_named else name_label("types", rendering.manner)
    facts = [name_language(rendering.article.lang), manner, "unsure" if is_unsure(rendering) else None]
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
