"""Says a briefing in a few lines: who reports, which red lines, what differs, what is new, what stands open, how sure, and what is not known.

In: a `Briefing`. Out: `Remark`s. They count and quote what its sections hold and say nothing of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.views.display import count, format_range
from onrecord.views.entries import Briefing, CommitmentEntry, Likeness, Position, Remark, RenderingEntry, StatementEntry
from onrecord.views.parts import Name, Part, Sentence, capitalise, join_names, join_parts, point_at
from onrecord.views.wording import name_label

UNSURE = 0.5
"""Below this confidence a telling is called unsure."""

_MOST = 3


def is_unsure(rendering: RenderingEntry) -> bool:
    """True for a telling whose attribution is more likely wrong than right."""
    return rendering.confidence is not None and rendering.confidence < UNSURE


def is_doubtful(statement: StatementEntry) -> bool:
    """True for a statement of several tellings that are perhaps not all of one utterance."""
    return statement.articles > 1 and statement.doubtful


def count_accounts(statement: StatementEntry) -> str:
    """Return how many independent accounts tell a statement: "3 independent accounts", "up to 3" where copying is unsure."""
    return f"{'' if statement.accounts_sure else 'up to '}{count(statement.accounts, 'independent account')}"


def summarise(briefing: Briefing) -> tuple[Remark, ...]:
    """Return the lines of a summary; none for a briefing without articles."""
    if not briefing.articles:
        return ()
    found = (
        ("Who reports", _tell_sources(briefing)),
        ("Red lines", _tell_red_lines(briefing.red_lines)),
        ("Told differently", _tell_differences(briefing.statements)),
        ("New since", _tell_changes(briefing.positions) if briefing.positions or not briefing.alike else ()),
        ("Order not told", _tell_alike(briefing.alike)),
        ("Still open", _tell_open(briefing)),
        ("Figures", _tell_figures(briefing)),
        ("How sure", _tell_sureness(briefing.statements)),
        ("Not known", _tell_gaps(briefing)),
    )
    return tuple(Remark(title=title, sentence=sentence) for title, sentence in found if sentence)


def _tell_sources(briefing: Briefing) -> Sentence:
    facts = count(len(briefing.articles), "article")
    facts += f" in {join_names(briefing.languages)}" if briefing.languages else ""
    facts += f", {count(len(briefing.stories), 'story', 'stories')}" if briefing.stories else ""
    low = sum(story.low if story.low is not None else len(story.articles) for story in briefing.stories) + len(briefing.unplaced)
    high = sum(story.high if story.high is not None else len(story.articles) for story in briefing.stories) + len(briefing.unplaced)
    accounts = f", {count(high, 'independent account') if low == high else f'{low} to {high} independent accounts'}"
    agencies = [copy.of for story in briefing.stories for copy in story.copies if copy.of_id is None]
    credited = f"; {count(len(agencies), 'article')} credit{'s' if len(agencies) == 1 else ''} {join_names(agencies)}" if agencies else ""
    return (f"{facts}{accounts}{credited}.",)


def _tell_red_lines(red_lines: Sequence[CommitmentEntry]) -> Sentence:
    if not red_lines:
        return ("No threat or refusal with a condition was found.",)
    weighty = sorted(red_lines, key=lambda entry: (-len({t.article.article_id for t in entry.tellings}), entry.number))[:_MOST]
    told = [_quote_red_line(entry) for entry in weighty]
    rest = len(red_lines) - len(weighty)
    return (*join_parts(told, "; ", "; "), f"; and {count(rest, 'more red line', 'more red lines')}." if rest else ".")


def _quote_red_line(entry: CommitmentEntry) -> Sequence[Part]:
    telling = entry.tellings[0]
    parts: list[Part] = [point_at("red-line", entry.number), " ", Name(text=entry.holder or "not named"), ": ", telling.consequence]
    joiner = {"any": " or ", "all": " and "}.get(telling.operator or "", "; ")
    for at, condition in enumerate(telling.conditions):
        parts += [joiner if at else " ", f"{name_label('conditions', condition.kind)} ", condition.passage]
    return parts


def _tell_differences(statements: Sequence[StatementEntry]) -> Sentence:
    several = [entry for entry in statements if entry.articles > 1]
    if not several:
        return ("No statement is told by more than one article.",)
    differing = sorted((s for s in several if any(not p.minor for p in s.points)), key=lambda s: (-s.accounts * s.sureness, s.number))[:_MOST]
    head = f"{len(several)} of {count(len(statements), 'statement')} {'is' if len(several) == 1 else 'are'} told by more than one article"
    if not differing:
        return (f"{head}; in none does more than spelling or language differ.",)
    told: list[list[Part]] = []
    for entry in differing:
        titles = list(dict.fromkeys(point.title.lower() for point in entry.points if not point.minor))[:_MOST]
        told.append([point_at("statement", entry.number), f" ({', '.join(titles)})"])
    return (f"{head}; the tellings part in ", *join_parts(told), ".")


def _tell_changes(positions: Sequence[Position]) -> Sentence:
    moved = [(position.speaker, step) for position in positions for step in position.steps if step.relation is not None]
    held = sum(not any(step.relation for step in position.steps) for position in positions)
    if not positions:
        return ("No statement takes up an earlier one.",)
    told: list[list[Part]] = []
    for speaker, step in moved[:_MOST]:
        when = format_range(step.said_at)
        parts: list[Part] = [Name(text=speaker or "somebody"), f" {name_label('relations', step.relation or '')}{f' on {when}' if when else ''}: "]
        parts += ["then ", step.then, ", now ", step.now] if step.then and step.now else [step.passage]
        told.append([*parts, " (", point_at("statement", step.statement), ")"])
    rest = f"; {count(len(moved) - len(told), 'more change', 'more changes')}" if len(moved) > len(told) else ""
    same = f"{'; ' if told else ''}{count(held, 'position is', 'positions are')} repeated unchanged" if held else ""
    return (*join_parts(told, "; ", "; "), f"{rest}{same}.")


def _tell_open(briefing: Briefing) -> Sentence:
    if not briefing.standings:
        return ()
    states = Counter(entry.state for entry in briefing.standings)
    counted = [f"{number} {name_label('states', state)}" for state, number in states.items()]
    number = count(len(briefing.standings), "condition")
    told = f"{number} {'is' if number.startswith('1 ') else 'are'} watched: {join_names(counted)}"
    return (told, *_tell_signs(briefing), ".")


def _tell_signs(briefing: Briefing) -> Iterator[Part]:
    """Yield whether any article reports a condition as prepared, met or denied; that none later does only where each can be placed in time."""
    undated = sum(article.published is None for article in briefing.articles)
    unplaced = [sign.number for sign in briefing.signs if sign.order == "unknown"]
    firm = any(sign.order != "unknown" and sign.status != "spoken_of" for sign in briefing.signs)
    if not firm:
        yield f"; no {'dated ' if undated or unplaced else 'later '}article reports a condition as prepared, met or denied{' later' if undated or unplaced else ''}"
    if undated:
        yield f"; {count(undated, 'article')} without a date could not be placed"
    if unplaced:
        yield "; not known whether before or after: "
        yield from _point_at_some("sign", unplaced)
    if mentions := [sign.number for sign in briefing.signs if sign.order != "unknown" and sign.status == "spoken_of"]:
        yield "; spoken of later in "
        yield from _point_at_some("sign", mentions)


def _point_at_some(kind: str, numbers: Sequence[int]) -> Sequence[Part]:
    parts: list[list[Part]] = [[point_at(kind, number)] for number in numbers[:_MOST]]
    return join_parts([*parts, [f"{len(numbers) - _MOST} more"]] if len(numbers) > _MOST else parts)


def _tell_alike(alike: Sequence[Likeness]) -> Sentence:
    if not alike:
        return ()
    pairs: list[list[Part]] = [[point_at("statement", pair.left), " and ", point_at("statement", pair.right)] for pair in alike[:_MOST]]
    more = f"; and {count(len(alike) - _MOST, 'more pair')}" if len(alike) > _MOST else ""
    return (*join_parts(pairs, "; ", "; "), f" are alike; which is earlier is not told{more}.")


def _tell_figures(briefing: Briefing) -> Sentence:
    if not briefing.figures:
        return ()
    contradicted = [tally for tally in briefing.tallies if any(link.relation == "contradicts" for link in tally.links)]
    if contradicted:
        named: list[list[Part]] = [[point_at("tally", tally.number), f" {tally.kind}"] for tally in contradicted[:_MOST]]
        return (f"{count(len(contradicted), 'count is', 'counts are')} contradicted: ", *join_parts(named), ".")
    agreed = (
        f"; {count(len(briefing.tallies), 'thing is', 'things are')} counted more than once, without contradiction" if briefing.tallies else "; no two of them count the same thing"
    )
    return (f"{count(len(briefing.figures), 'figure')}{agreed}.",)


def _tell_sureness(statements: Sequence[StatementEntry]) -> Sentence:
    if not statements:
        return ()
    firm = sum(entry.accounts > 1 for entry in statements)
    quoted = sum(any(rendering.type == "direct" for rendering in entry.renderings) for entry in statements)
    unsure = sum(is_unsure(rendering) for entry in statements for rendering in entry.renderings)
    joined = sum(is_doubtful(entry) for entry in statements)
    doubt = f"; {count(joined, 'statement joins', 'statements join')} tellings that are perhaps not one utterance" if joined else ""
    doubt += f"; {count(unsure, 'telling is', 'tellings are')} unsure and marked so" if unsure else ""
    rests = "rests" if firm == 1 else "rest"
    return (
        f"{firm} of {count(len(statements), 'statement')} {rests} on two or more independent accounts, {len(statements) - firm} on one;"
        f" {count(quoted, 'is', 'are')} quoted{doubt}.",
    )


def _tell_gaps(briefing: Briefing) -> Sentence:
    gaps = [*_list_gaps(briefing)]
    return capitalise((f"{'; '.join(gaps)}.",)) if gaps else ()


def _list_gaps(briefing: Briefing) -> Iterator[str]:
    yield from _name_gap("when it was published", (a.label for a in briefing.articles if a.published is None))
    yield from _name_gap("which outlet it is", (a.label for a in briefing.articles if a.outlet is None))
    yield from _name_gap("whether more follows", (a.label for a in briefing.articles if a.stub))
    nobody = sum(entry.speaker is None for entry in briefing.statements)
    undated = sum(entry.said_at is None for entry in briefing.statements)
    if nobody:
        yield f"who says {count(nobody, 'statement')}"
    if undated:
        yield f"when {count(undated, 'statement was', 'statements were')} made"
    if briefing.problems:
        yield f"what could not be read: {count(len(briefing.problems), 'problem')}"


def _name_gap(what: str, labels: Iterable[str]) -> Iterator[str]:
    named = list(labels)
    if named:
        yield f"{what}: {join_names(named)}"
