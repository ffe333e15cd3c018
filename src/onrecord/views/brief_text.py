"""Prints a briefing in the terminal: the same order as the page, compact, readable without colour and at 80 columns.

In: a `Briefing` and a rich console. Out: nothing; the console is written to. Words of articles are made inert first and never
read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from onrecord.records import Span
from onrecord.views.display import count, format_range, make_inert_line
from onrecord.views.entries import (
    ArticleEntry,
    Briefing,
    CommitmentEntry,
    CopyEntry,
    FigureEntry,
    Passage,
    Point,
    RenderingEntry,
    SignEntry,
    StatementEntry,
    Step,
    StoryEntry,
)  # fmt: skip
from onrecord.views.marking import cut_text
from onrecord.views.wording import name_label, name_language


def render_text(briefing: Briefing, console: Console) -> None:
    """Print a briefing.

    Args:
        briefing: what to print.
        console: where to; its width and colours are used as they are.
    """
    _print_head(briefing, console)
    lead = next((statement for statement in briefing.statements if statement.number == briefing.lead), None)
    if lead is None:
        console.print(Text("No statement was found in these articles."))
    else:
        _print_section("Told most often" if len(lead.renderings) > 1 else "On record", console)
        _print_statement(lead, console)
    if briefing.stories or briefing.unplaced:
        _print_section("Who reports it", console)
        for story in briefing.stories:
            _print_story(story, console)
        if briefing.unplaced:
            _print(Text(f"{count(len(briefing.unplaced), 'article')} of no story", style="bold"), console)
        _print_articles(briefing.unplaced, briefing.unplaced_copies, console)
    if briefing.red_lines:
        _print_section("Red lines", console)
        for entry in briefing.red_lines:
            _print_commitment(f"R{entry.number}", entry, console)
    if briefing.actors:
        _print_section("Who speaks", console)
        for actor in briefing.actors:
            counts = [count(len(actor.statements), "statement"), count(actor.renderings, "telling"), count(actor.commitments, "commitment")]
            _print(Text.assemble((_clean(actor.name or "Speaker not known"), "bold"), ": ", ", ".join(counts)), console)
    others = [statement for statement in briefing.statements if statement.number != briefing.lead]
    if others:
        _print_section("Other statements", console)
        for statement in others:
            _print_statement(statement, console)
    _print_rest(briefing, console)


def _print_head(briefing: Briefing, console: Console) -> None:
    facts = [count(len(briefing.articles), "article"), *briefing.languages, count(len(briefing.statements), "statement")]
    console.print(Text(_clean(briefing.title), style="bold"))
    console.print(Text(_clean(" · ".join(facts)), style="dim"))


def _print_rest(briefing: Briefing, console: Console) -> None:
    for group in briefing.commitments:
        _print_section(f"Commitments: {name_label('forces_plural', group.force).lower()}", console)
        for entry in group.commitments:
            _print_commitment(f"C{entry.number}", entry, console)
    if briefing.figures:
        _print_section("Figures", console)
        for figure in briefing.figures:
            _print_figure(figure, console)
    if briefing.signs:
        _print_section("Signs", console)
        for sign in briefing.signs:
            _print_sign(sign, console)
    if briefing.positions:
        _print_section("How positions moved", console)
        for position in briefing.positions:
            _print(Text(_clean(position.speaker or "Speaker not known"), style="bold"), console)
            for step in position.steps:
                _print_step(step, console)
    if briefing.problems:
        _print_section("Problems", console)
        for problem in briefing.problems:
            line = Text.assemble((_clean(problem.code), "bold"), f" {_clean(problem.where)}: {_clean(problem.message)}")
            if problem.hint:
                line.append(f" hint: {_clean(problem.hint)}", style="dim")
            _print(line, console)


def _print_section(title: str, console: Console) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold red"), align="left", characters="─", style="dim"))


def _print(line: Text, console: Console, indent: int = 0) -> None:
    console.print(Padding(line, (0, 0, 0, indent)))


def _print_statement(statement: StatementEntry, console: Console) -> None:
    when = [format_range(statement.said_at) or "no date", statement.occasion or ""]
    head = Text.assemble((f"S{statement.number} ", "red"), (_clean(statement.speaker or "Speaker not known"), "bold"))
    head.append(f" · {_clean(' · '.join(part for part in when if part))}", style="dim")
    _print(head, console)
    for rendering in statement.renderings:
        _print(_word_rendering(rendering), console, 3)
    for point in statement.points:
        _print_point(statement, point, console)
    console.print()


def _word_rendering(rendering: RenderingEntry) -> Text:
    manner = "told as its own" if rendering.own_words else name_label("types", rendering.type)
    facts = [part for part in (name_language(rendering.article.lang), manner) if part]
    line = Text.assemble((_clean(rendering.label), "bold"), (f" ({_clean(', '.join(facts))}): ", "dim"))
    base, words = rendering.shown.span.start, rendering.shown.words
    moved = [Span(start=mark.span.start - base, end=mark.span.end - base) for mark in rendering.marks]
    for segment in cut_text(words, Span(start=0, end=len(words)), moved):
        line.append(_fold(segment.text), style="underline yellow" if segment.covers else "")
        for number in dict.fromkeys(rendering.marks[index].point for index in segment.ends):
            line.append(f"[{number}]", style="red")
    return line


def _print_point(statement: StatementEntry, point: Point, console: Console) -> None:
    line = Text.assemble((f"[{point.number}] ", "red"), (f"{_clean(point.title)}: ", "bold"))
    for at, side in enumerate(point.sides):
        line.append(" / " if at else "")
        words = " … ".join(_clean(passage.words) for passage in side.passages)
        line.append("whole telling" if point.whole else words or "nothing")
        line.append(f" ({_clean(statement.renderings[side.rendering - 1].label)})", style="dim")
    _print(line, console, 3)
    for reason in point.reasons:
        _print(Text(_clean(reason), style="dim"), console, 7)


def _print_story(story: StoryEntry, console: Console) -> None:
    line = Text(count(len(story.articles), "article"), style="bold")
    if story.low is not None and story.high is not None:
        same = story.low == story.high
        line.append(f", {count(story.low, 'independent account')}" if same else f", {story.low} to {story.high} independent accounts")
    _print(line, console)
    _print_articles(story.articles, story.copies, console)
    for reason in story.reasons:
        _print(Text(f"- {_clean(reason)}", style="dim"), console, 3)


def _print_articles(articles: Iterable[ArticleEntry], copies: Iterable[CopyEntry], console: Console) -> None:
    for article in articles:
        facts = [article.title, name_language(article.lang), format_range(article.published) or "no date"]
        line = Text.assemble((_clean(article.publisher), "bold"), f" {_clean(' · '.join(fact for fact in facts if fact))}")
        if article.credits:
            line.append(f" · credits {_clean(', '.join(article.credits))}", style="dim")
        _print(line, console, 3)
    for copy in copies:
        line = Text(f"- {_clean(copy.article)}: {name_label('copies', copy.kind)} of {_clean(copy.of)}")
        line.append(f"; {_clean(copy.reason)}" if copy.reason else "", style="dim")
        _print(line, console, 3)


def _print_commitment(label: str, entry: CommitmentEntry, console: Console) -> None:
    head = Text.assemble((f"{label} ", "red"), (_clean(entry.holder or "Not named"), "bold"), f" · {name_label('forces', entry.force)}")
    head.append(f" to {_clean(entry.addressee)}" if entry.addressee else "")
    head.append(f" · S{entry.statement}" if entry.statement else "", style="dim")
    _print(head, console)
    for telling in entry.tellings:
        line = Text.assemble(_quote(telling.consequence))
        for at, condition in enumerate(telling.conditions):
            line.append("; " if at else " — ")
            line.append(f"{name_label('conditions', condition.kind)}: ", style="bold")
            line.append(_quote(condition.passage))
        if len(telling.conditions) > 1:
            line.append(f" ({name_label('operators', telling.operator or 'none')})", style="bold")
        line.append("" if telling.conditions else " — no condition", style="dim")
        line.append(f" ({_clean(telling.article.label)})", style="dim")
        _print(line, console, 3)
    for step in entry.restated:
        when = f" {format_range(step.said_at)}" if step.said_at else ""
        _print(Text(f"{name_label('relations', step.relation or '')}{when}, S{step.statement}", style="dim"), console, 3)


def _print_figure(figure: FigureEntry, console: Console) -> None:
    where = [figure.population, figure.place, format_range(figure.period), f"as of {format_range(figure.as_of)}" if figure.as_of else None]
    line = Text.assemble((f"F{figure.number} ", "red"), (f"{_clean(figure.kind)}: {_clean(figure.value)}", "bold"))
    line.append(_clean("".join(f", {fact}" for fact in where if fact)))
    line.append(f" · {_quote(figure.passage)}")
    line.append(f" · count: {_clean(figure.counted_by or 'not said')} ({_clean(figure.article.label)})", style="dim")
    _print(line, console)


def _print_sign(sign: SignEntry, console: Console) -> None:
    line = Text.assemble((f"G{sign.number} ", "red"), (f"{name_label('statuses', sign.status)}: ", "bold"), _quote(sign.passage))
    link = "".join([f", R{sign.red_line}" if sign.red_line else "", f", S{sign.statement}" if sign.statement else ""])
    line.append(f" ({_clean(sign.article.label)}) · condition: {_clean(sign.condition)}{link}", style="dim")
    _print(line, console)


def _print_step(step: Step, console: Console) -> None:
    relation = name_label("relations", step.relation) if step.relation else "first on record"
    line = Text.assemble(f"{format_range(step.said_at) or 'no date'} ", (f"{relation}: ", "bold"), _quote(step.passage))
    line.append(f" S{step.statement}", style="dim")
    line.append(f" {_clean(step.reason)}" if step.reason else "", style="dim")
    _print(line, console, 3)


def _quote(passage: Passage) -> str:
    return f"“{_clean(passage.words)}”"


def _clean(text: str) -> str:
    return make_inert_line(text)


def _fold(text: str) -> str:
    """Return a piece of a line made inert, with the blanks at its ends kept."""
    inner = _clean(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"
