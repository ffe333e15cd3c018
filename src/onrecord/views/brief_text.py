"""Prints a briefing in the terminal: the same order as the page, compact, readable without colour and at 80 columns.

In: a `Briefing` and a rich console. Out: nothing; the console is written to. Words of articles are made inert first and never
read as markup. Long lists are cut and what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from onrecord.records import Span
from onrecord.views.display import count
from onrecord.views.entries import Briefing
from onrecord.views.parts import join_names
from onrecord.views.standing_text import word_standing
from onrecord.views.sureness import is_doubtful, is_told_by_several
from onrecord.views.tally_text import word_tally
from onrecord.views.terminal import clean, cut_list, fit, print_line, print_rest, print_section, word_sentence
from onrecord.views.text_lists import (
    print_article,
    print_commitment,
    print_figure,
    print_other_commitment,
    print_position,
    print_sign,
    print_single_stories,
    print_story,
)  # fmt: skip
from onrecord.views.text_statements import print_short, print_statement
from onrecord.views.wording import name_label

_T = TypeVar("_T")

_MOST = {"statements": 5, "stories": 8, "articles": 12, "red lines": 8, "watches": 10, "signs": 8, "positions": 6, "commitments": 5, "counts": 8, "figures": 12, "speakers": 10}
"""How many entries of a section are printed before the rest is counted."""

_NAME = 24
"""Names of articles up to this length are shown beside their codes; longer ones are digests more often than names."""


def render_text(briefing: Briefing, console: Console) -> None:
    """Print a briefing.

    Args:
        briefing: what to print.
        console: where to; its width and colours are used as they are.
    """
    _print_head(briefing, console)
    _print_legend(briefing, console)
    lead = next((statement for statement in briefing.statements if statement.number == briefing.lead), None)
    if lead is None:
        console.print(Text("No statement was found in these articles." if briefing.articles else "There are no articles."))
    else:
        print_section("Told most widely" if is_told_by_several(lead) else "On record", console)
        print_statement(lead, console)
    _print_list("Red lines", "red lines", briefing.red_lines, lambda entry: print_commitment(f"R{entry.number}", entry, console), console)
    _print_list("Watches: where each condition stands", "watches", briefing.standings, lambda entry: _print_lines(word_standing(entry), console), console)
    _print_list("Signs", "signs", briefing.signs, lambda sign: print_sign(sign, console), console)
    _print_list("How positions moved", "positions", briefing.positions, lambda position: print_position(position, console), console)
    several = [statement for statement in briefing.statements if statement.number != briefing.lead and statement.articles > 1]
    several.sort(key=lambda statement: (-statement.accounts * statement.sureness, statement.number))
    for title, entries in (
        ("Also told by several articles", [s for s in several if not is_doubtful(s)]),
        ("Perhaps told by several articles", [s for s in several if is_doubtful(s)]),
    ):
        _print_list(title, "statements", entries, lambda statement: print_statement(statement, console), console)
    _print_sources(briefing, console)
    _print_rest(briefing, console)


def _print_head(briefing: Briefing, console: Console) -> None:
    facts = [count(len(briefing.articles), "article"), *briefing.languages, count(len(briefing.statements), "statement")]
    print_line(Text(clean(briefing.title), style="bold"), console)
    print_line(Text(clean(" · ".join(facts)), style="dim"), console)
    for at, remark in enumerate(briefing.summary):
        if not at:
            console.print()
        line = Text(f"{remark.title}: ", style="bold")
        line.append_text(word_sentence(remark.sentence))
        print_line(line, console)
    console.print()


def _print_list(title: str, what: str, entries: Sequence[_T], show: Callable[[_T], None], console: Console) -> None:
    if entries:
        print_section(title, console)
        shown, left = cut_list(entries, _MOST[what])
        for entry in shown:
            show(entry)
        print_rest(left, what, console)


def _print_lines(lines: Iterator[tuple[int, Text]], console: Console) -> None:
    for indent, line in lines:
        print_line(line, console, indent)


def _print_sources(briefing: Briefing, console: Console) -> None:
    if briefing.stories or briefing.unplaced:
        print_section("Who reports it", console)
        large, left = cut_list([story for story in briefing.stories if len(story.articles) > 1], _MOST["stories"])
        for story in large:
            print_story(story, console)
        print_rest(left, "stories of several articles", console)
        single = [story for story in briefing.stories if len(story.articles) == 1]
        if single:
            print_single_stories(single, console)
        if briefing.unplaced:
            print_line(Text(f"{count(len(briefing.unplaced), 'article')} of no story", style="bold"), console)
            shown, left = cut_list(briefing.unplaced, _MOST["articles"])
            for article in shown:
                print_article(article, console)
            print_rest(left, "articles", console, 3)
        for sentence in briefing.unplaced_families:
            print_line(Text(f"- {clean(sentence)}", style="dim"), console, 3, 2)
    if briefing.actors:
        print_section("Who speaks", console)
        shown_actors, left = cut_list(briefing.actors, _MOST["speakers"])
        for actor in shown_actors:
            counts = [count(len(actor.statements), "statement"), count(actor.renderings, "telling"), count(actor.commitments, "commitment")]
            print_line(
                Text.assemble((clean(actor.name or "Speaker not known"), "bold"), clean(f" ({join_names(actor.also)})" if actor.also else ""), ": ", ", ".join(counts)), console
            )
        print_rest(left, "speakers", console)


def _print_rest(briefing: Briefing, console: Console) -> None:
    if briefing.commitments:
        print_section("Other commitments", console)
        for group in briefing.commitments:
            print_line(Text.assemble((name_label("forces_plural", group.force), "bold"), (f" · {len(group.commitments)}", "dim")), console)
            shown, left = cut_list(group.commitments, _MOST["commitments"])
            for entry in shown:
                print_other_commitment(entry, console)
            print_rest(left, "of these", console, 3)
    _print_list("Figures: who counts what, when", "counts", briefing.tallies, lambda tally: _print_lines(word_tally(tally), console), console)
    _print_list("Figures", "figures", briefing.figures, lambda figure: print_figure(figure, console), console)
    if briefing.minor_figures:
        print_line(Text(f"{count(briefing.minor_figures, 'figure')} of no kind, small, told again or without what is counted; in the JSON", style="dim"), console)
    printed = _list_printed(briefing)
    _print_list("Told by one article", "speakers", briefing.once, lambda said: print_short(said, console, printed), console)
    if briefing.problems:
        print_section("Problems", console)
        for problem in briefing.problems:
            line = Text.assemble((clean(problem.code), "bold"), f" {clean(problem.where)}: {clean(problem.message)}")
            if problem.hint:
                line.append(f" hint: {clean(problem.hint)}", style="dim")
            print_line(line, console)


def _list_printed(briefing: Briefing) -> list[tuple[str, Span]]:
    """Return article id and span of the words of all commitments that were printed."""
    red, _ = cut_list(briefing.red_lines, _MOST["red lines"])
    others = [entry for group in briefing.commitments for entry in cut_list(group.commitments, _MOST["commitments"])[0]]
    tellings = [*(telling for entry in red for telling in entry.tellings), *(entry.tellings[0] for entry in others)]
    return [(p.article_id, p.span) for telling in tellings for p in (telling.consequence, *(condition.passage for condition in telling.conditions))]


def _print_legend(briefing: Briefing, console: Console) -> None:
    """Say once what the codes stand for that take the place of outlets."""
    coded = [article for article in briefing.articles if article.code]
    if not coded:
        return
    shown, left = cut_list(coded, _MOST["articles"])
    print_line(Text("Articles without an outlet or a date of their own" if any(a.outlet for a in coded) else "Articles without an outlet of their own", style="bold"), console)
    for article in shown:
        name = f" ({clean(article.name)})" if len(article.name) <= _NAME else ""
        print_line(Text.assemble((f"{article.code} ", "red"), fit(clean(article.headline or "no words"), max(20, console.width - 10 - len(name))), (name, "dim")), console, 3)
    print_rest(left, "articles", console, 3)
    console.print()
