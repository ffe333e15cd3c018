"""Words the lists of a briefing for the terminal: stories, commitments, figures, signs, positions.

In: entries and a console. Out: nothing; the console is written to.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from onrecord.views.display import count, format_range
from onrecord.views.entries import ArticleEntry, CommitmentEntry, CommitmentTelling, FigureEntry, Position, SignEntry, Step, StoryEntry
from onrecord.views.forces import word_forces
from onrecord.views.headlines import choose_telling
from onrecord.views.joining import word_joining
from onrecord.views.parts import join_names
from onrecord.views.quoting import balance_marks, quote_words, strip_marks
from onrecord.views.sureness import is_unsure, word_story_accounts
from onrecord.views.terminal import clean, cut_list, fit, join_facts, print_line, print_rest, quote, tell
from onrecord.views.wording import name_label, name_language

_ARTICLES, _TELLINGS, _REPEATS = 8, 4, 4
"""How many articles of a story, tellings of a commitment and repeats of a position are printed before the rest is counted."""
_OUTER = 200
"""How many cells of the words around an inner voice are printed."""


def print_story(story: StoryEntry, console: Console) -> None:
    """Print a story of several articles: how many accounts they are, the articles, and which of them carry one text."""
    line = Text(count(len(story.articles), "article"), style="bold")
    if (accounts := word_story_accounts(story)) is not None:
        line.append(f", {accounts}")
    print_line(line, console)
    articles, left = cut_list(story.articles, _ARTICLES)
    for article in articles:
        print_article(article, console)
    print_rest(left, "articles", console, 3)
    for sentence in (*story.families, *story.reasons):
        print_line(Text(f"- {clean(sentence)}", style="dim"), console, 3, 2)


def print_single_stories(stories: Sequence[StoryEntry], console: Console) -> None:
    """Print the stories of one article as one paragraph."""
    labels = [story.articles[0].label for story in stories]
    print_line(Text.assemble((count(len(stories), "story", "stories"), "bold"), " of one article: ", clean(join_names(labels, 12))), console)
    for sentence in dict.fromkeys(sentence for story in stories for sentence in story.families):
        print_line(Text(f"- {clean(sentence)}", style="dim"), console, 3, 2)


def print_article(article: ArticleEntry, console: Console) -> None:
    """Print an article of a list."""
    line = Text.assemble(
        (clean(article.publisher), "red" if article.publisher == article.code else "bold"),
        f" {join_facts([article.headline, name_language(article.lang), format_range(article.published) or 'no date'])}",
    )
    if article.credits:
        line.append(f" · credits {clean(join_names(article.credits))}", style="dim")
    print_line(line, console, 3)


def print_commitment(label: str, entry: CommitmentEntry, console: Console) -> None:
    """Print a commitment with its tellings and what became of it."""
    head = Text.assemble((f"{label} ", "red"), (clean(entry.holder or "Not named"), "bold"), f" · {name_label('forces', entry.force)}")
    head.append(f" to {clean(entry.addressee)}" if entry.addressee else "")
    others = word_forces(entry)
    head.append(f" · {clean(others)}" if others else "", style="dim")
    head.append(f" · in the words of {clean(entry.speaker)}" if entry.speaker else "", style="dim")
    head.append(" · unsure" if is_unsure(entry) else "", style="dim")
    head.append(f" · S{entry.statement}" if entry.statement else "", style="dim")
    print_line(head, console)
    groups, left = cut_list(entry.groups, _TELLINGS)
    for group in groups:
        telling = group[0]
        line = Text(tell(telling.consequence))
        for at, condition in enumerate(telling.apart):
            line.append("; " if at else " — ")
            line.append(f"{name_label('conditions', condition.kind)}: ", style="bold")
            line.append(tell(condition.passage))
        if len(telling.apart) > 1:
            line.append(f" ({name_label('operators', telling.operator or 'none')})", style="bold")
        line.append("" if telling.conditions else " — no condition", style="dim")
        _append_concessions(line, telling)
        unsure = is_unsure(telling) and not is_unsure(entry)
        facts = [_name_tellers(group), telling.article.foreign, "unsure" if unsure else None]
        line.append(f" ({clean(', '.join(fact for fact in facts if fact))})", style="dim")
        print_line(line, console, 3)
    print_rest(left, "tellings", console, 3)
    _print_headlines(entry, console)
    if (joining := word_joining(entry)) is not None:
        print_line(Text(f"how the conditions join: {clean(joining)}", style="dim"), console, 3)
    for step in entry.restated:
        print_line(Text(f"{name_label('relations', step.relation or '')}, {step.when}, S{step.statement}", style="dim"), console, 3)


def _append_concessions(line: Text, telling: CommitmentTelling) -> None:
    for passage in telling.concessions:
        line.append(f" {name_label('conditions', 'concession')} ", style="bold")
        line.append(tell(passage))


def _name_tellers(group: Sequence[CommitmentTelling]) -> str:
    """Return whose words a telling is: quoted, or the own words of the articles that tell it."""
    names = join_names(told.article.label for told in group)
    return f"{names}, {name_label('types', 'direct')}" if group[0].is_quoted else f"{names}, {name_label('tellings', 'indirect')}"


def print_other_commitment(entry: CommitmentEntry, console: Console) -> None:
    """Print a commitment that is no red line on a line or two."""
    telling = choose_telling(entry)
    teller = ": " if telling.is_quoted else f", as {clean(telling.article.label)} tells: "
    line = Text.assemble((f"C{entry.number} ", "red"), (clean(entry.holder or "Not named"), "bold"), teller, tell(telling.consequence))
    for condition in telling.apart:
        line.append(f" {name_label('conditions', condition.kind)} ", style="bold")
        line.append(tell(condition.passage))
    _append_concessions(line, telling)
    line.append(f" ({name_label('forces', entry.force).lower()})" if entry.outer is not None else "")
    others = len({told.article.article_id for told in entry.tellings} - {telling.article.article_id})
    more = f" and {others} more" if others else ""
    facts = [
        f"{telling.article.label}{more}",
        telling.article.foreign,
        "unsure" if is_unsure(entry) else None,
        "headline only" if entry.headline_only else None,
        word_forces(entry),
    ]
    facts.append(f"S{entry.statement}" if entry.statement else None)
    line.append(f" ({clean(', '.join(fact for fact in facts if fact))})", style="dim")
    print_line(line, console, 3)
    if entry.outer is not None:
        print_line(Text.assemble(("said in: ", "dim"), quote_words(fit(strip_marks(clean(entry.outer.words)), _OUTER))), console, 6)
    _print_headlines(entry, console)


def _print_headlines(entry: CommitmentEntry, console: Console) -> None:
    """Print the headlines that sum a commitment up."""
    for telling in entry.headlines:
        print_line(Text.assemble(("headline: ", "dim"), quote(telling.consequence), (f" ({clean(telling.article.label)})", "dim")), console, 6)


def print_figure(figure: FigureEntry, console: Console) -> None:
    """Print a figure."""
    where = [figure.place, figure.when]
    line = Text.assemble((f"F{figure.number} ", "red"), (f"{clean(figure.kind)}: {clean(figure.value)}{f' {clean(figure.population)}' if figure.population else ''}", "bold"))
    line.append(clean("".join(f", {fact}" for fact in where if fact)))
    apart = [hedge for hedge in figure.hedges if not (figure.clause or figure.shown).span.holds(hedge.span)]
    line.append(" · in a commitment, not counted" if figure.is_pledged else "")
    line.append(f" · {figure.scope}" if figure.scope else "")
    line.append(f" · {quote(figure.clause or figure.shown)}{f' with {join_names(map(quote, apart))}' if apart else ''}")
    line.append(f" · count: {clean(figure.counted_by or 'not said')} ({clean(figure.article.label)})", style="dim")
    print_line(line, console)


def print_sign(sign: SignEntry, console: Console) -> None:
    """Print a sign with the condition it is about."""
    links = [f"R{sign.red_line}" if sign.red_line else None, f"S{sign.statement}" if sign.statement else None]
    where = ", ".join(link for link in links if link)
    print_line(
        Text.assemble(
            (f"G{sign.number} ", "red"), (f"{name_label('statuses', sign.status)}: ", "bold"), quote_words(clean(sign.condition)), (f" ({where})" if where else "", "dim")
        ),
        console,
    )
    when = format_range(sign.article.published) or "no date"
    teller = f"{clean(sign.source.name)}, " if sign.source.is_known else ""
    order = ", not known whether before or after" if sign.order == "unknown" else ""
    print_line(Text.assemble(quote(sign.passage), (f" ({teller}{clean(sign.article.publisher)}, {when}{order})", "dim")), console, 3)


def print_position(position: Position, console: Console) -> None:
    """Print a position as a line of time: the first statement, what changed it, what repeats it."""
    print_line(Text(clean(position.speaker or "Speaker not known"), style="bold"), console)
    for step in position.steps:
        relation = name_label("relations", step.relation) if step.relation else "first on record"
        line = Text.assemble(f"{step.when} ", (f"{relation}: ", "bold"))
        line.append(f"then {tell(step.then)}, now {tell(step.now)}" if step.then and step.now else tell(step.passage))
        line.append(f" S{step.statement}", style="dim")
        line.append(f" ({clean(step.reason)})" if step.reason else "", style="dim")
        print_line(line, console, 3)
    shown, left = cut_list(position.repeated, _REPEATS)
    if shown:
        print_line(Text.assemble(("repeated: ", "bold"), "; ".join(_word_repeat(step) for step in shown), f" and {left} more" if left else ""), console, 3)


def _word_repeat(step: Step) -> str:
    words = step.now or step.passage
    short = fit(strip_marks(clean(words.words)), 70)
    return f"{step.when} {quote_words(short) if words.quoted else balance_marks(short)} S{step.statement}"
