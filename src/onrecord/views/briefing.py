"""Selects and orders what people are shown of a comparison: stories, statements, red lines, figures, signs, positions.

In: a `Comparison`. Out: a `Briefing`, which the views print as it is. Nothing is worded here that no article or record
says, and nothing is left out but empty statements and numbers that count no event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.records import DateRange, Problem, Restatement, Sign
from onrecord.results import Comparison
from onrecord.statements.placing import place_articles
from onrecord.views.actors import name_actors, write_latin
from onrecord.views.commitments import INNER, list_commitments
from onrecord.views.display import count, format_range
from onrecord.views.entries import (
    ActorEntry,
    Briefing,
    CommitmentEntry,
    Likeness,
    SignEntry,
    StatementEntry,
)  # fmt: skip
from onrecord.views.figures import list_figures
from onrecord.views.lookup import Lookup, make_lookup
from onrecord.views.occasions import find_period
from onrecord.views.once import list_once
from onrecord.views.positions import list_positions, list_restated
from onrecord.views.revised import make_revised
from onrecord.views.source_entries import NOT_KNOWN, Source
from onrecord.views.standings import list_standings, order_signs
from onrecord.views.statements import choose_lead, list_statements
from onrecord.views.story_entries import list_stories, word_families
from onrecord.views.summary import summarise
from onrecord.views.sureness import is_unsure
from onrecord.views.tallies import list_tallies
from onrecord.views.wording import name_language


def make_briefing(comparison: Comparison) -> Briefing:
    """Return what people are shown of a comparison.

    Args:
        comparison: articles and what was found in and between them.

    Returns:
        A briefing whose every entry carries the passages it rests on.

    Raises:
        UsageError: the comparison points at an article it does not hold (code `usage`).
    """
    comparison, latin = write_latin(name_actors(comparison))
    lookup = make_lookup(comparison)
    statements = list_statements(comparison.statements, lookup, make_revised(comparison))
    ordered = [link for link in comparison.restatements if link.order == "known"]
    alike = [link for link in comparison.restatements if link.order != "known"]
    both_ways = [turned for link in alike for turned in (link, _turn(link))]
    restated = list_restated([*ordered, *both_ways], statements, lookup)
    commitments = list_commitments(comparison, statements, restated, lookup)
    everything = [*commitments.red_lines, *(entry for group in commitments.others if group.force != INNER for entry in group.commitments)]
    articles = tuple(lookup.entries.values())
    placed = {id for story in comparison.stories for id in story.articles}
    period = find_period(statements, articles)
    days = place_articles((a.article for a in comparison.analyses), comparison.statements)
    undated = tuple(article for article in articles if article.article_id not in days)
    figures, minor_figures = list_figures(comparison, lookup)
    drawn = {entry.statement for entry in commitments.red_lines if entry.statement is not None and not is_unsure(entry)}
    lead = choose_lead(statements, drawn)
    briefing = Briefing(
        title=_word_title(period, len(undated)),
        period=period,
        languages=tuple(dict.fromkeys(name for name in (name_language(article.lang) for article in articles) if name)),
        articles=articles,
        stories=list_stories(comparison, lookup),
        unplaced=tuple(article for article in articles if article.article_id not in placed),
        unplaced_families=word_families((c for c in comparison.copies if c.article not in placed), lookup),
        lead=lead,
        statements=statements,
        red_lines=_name_speakers(commitments.red_lines, statements),
        commitments=commitments.others,
        actors=_list_actors(statements, everything, latin),
        tallies=list_tallies(comparison.tallies, lookup),
        figures=figures,
        minor_figures=minor_figures,
        standings=list_standings(comparison.standings, comparison.signs, statements, commitments.red_line_of, lookup, comparison.analyses),
        signs=_list_signs(comparison.signs, statements, commitments.red_line_of, lookup),
        positions=list_positions(ordered, statements, lookup, _list_holders(everything)),
        problems=_list_problems(comparison),
        alike=_list_alike(alike, statements),
        undated=undated,
        once=list_once([s for s in statements if s.number != lead and s.articles <= 1], comparison, lookup),
    )
    return replace(briefing, summary=summarise(briefing))


def _list_holders(commitments: Sequence[CommitmentEntry]) -> dict[int, str]:
    """Return the number of each statement with commitments of one named holder -> that holder."""
    held: dict[int, set[str | None]] = {}
    for entry in commitments:
        if entry.statement is not None:
            held.setdefault(entry.statement, set()).add(entry.holder)
    return {statement: name for statement, names in held.items() if len(names) == 1 and (name := next(iter(names))) is not None}


def _word_title(period: DateRange | None, undated: int) -> str:
    if period is None:
        return "What was said"
    rest = f", and {count(undated, 'article')} of an unknown day" if undated else ""
    return f"What was said, {format_range(period)}{rest}"


def _name_speakers(red_lines: Iterable[CommitmentEntry], statements: Iterable[StatementEntry]) -> tuple[CommitmentEntry, ...]:
    """Return red lines with who said them where the holder does not name him: a president for his country."""
    speakers = {entry.number: entry.speaker for entry in statements}
    said = [(entry, speakers.get(entry.statement or 0)) for entry in red_lines]
    return tuple(
        replace(entry, speaker=speaker) if speaker and entry.holder and speaker not in entry.holder and ", in the words of " not in entry.holder else entry
        for entry, speaker in said
    )


def _turn(link: Restatement) -> Restatement:
    return replace(link, earlier=link.later, later=link.earlier, articles=link.articles[::-1], spans=link.spans[::-1], commitments=link.commitments[::-1])


def _list_alike(links: Iterable[Restatement], statements: Iterable[StatementEntry]) -> tuple[Likeness, ...]:
    numbers = {entry.id: entry.number for entry in statements}
    pairs = sorted({tuple(sorted((numbers[link.earlier], numbers[link.later]))) for link in links if link.earlier in numbers and link.later in numbers})
    return tuple(Likeness(left=left, right=right) for left, right in pairs)


def _list_actors(statements: Sequence[StatementEntry], commitments: Iterable[CommitmentEntry], latin: Mapping[str, str]) -> tuple[ActorEntry, ...]:
    """Return everybody who speaks, most statements first, with how many commitments they hold; who is not named comes after them, words of unknown speakers last as one entry."""
    said: dict[tuple[str | None, bool], list[StatementEntry]] = {}
    for statement in statements:
        source = statement.source
        keys: list[tuple[str | None, bool]] = [(name, True) for name in source.names] or [(source.name if source.is_known else None, False)]
        for key in keys:
            said.setdefault(key, []).append(statement)
    held = Counter(commitment.holder for commitment in commitments)
    actors = [
        ActorEntry(
            name=name,
            statements=tuple(statement.number for statement in told),
            renderings=sum(len(statement.renderings) for statement in told),
            commitments=held[name] if name is not None else 0,
            named=named,
            also=tuple(other for other, shown in latin.items() if shown == name),
        )
        for (name, named), told in said.items()
    ]
    return tuple(sorted(actors, key=lambda a: (a.name is None, not a.named, -len(a.statements), -a.renderings, -a.commitments, a.name or "")))


def _list_signs(signs: Iterable[Sign], statements: Iterable[StatementEntry], red_lines: Mapping[str, int], lookup: Lookup) -> tuple[SignEntry, ...]:
    numbers = {entry.id: entry.number for entry in statements}
    placed = order_signs(signs, lookup)
    return tuple(
        SignEntry(
            number=number,
            status=sign.status,
            condition=sign.condition,
            passage=lookup.cut(sign.article, sign.span),
            article=lookup.entry(sign.article),
            statement=None if sign.statement is None else numbers.get(sign.statement),
            red_line=red_lines.get(sign.commitment),
            order=sign.order,
            source=_find_teller(sign, lookup),
        )
        for number, sign in enumerate(placed, start=1)
    )


def _find_teller(sign: Sign, lookup: Lookup) -> Source:
    """Return who says what a sign is, as far as it is told in somebody's words."""
    said = [a for a in lookup.attributions.values() if a.article == sign.article and any(span.overlap(sign.span) for span in a.content)]
    if not said:
        return NOT_KNOWN
    closest = max(said, key=lambda a: (sum(span.overlap(sign.span) for span in a.content), a.id))
    return lookup.source_of(closest.speaker, (closest.id,))


def _list_problems(comparison: Comparison) -> tuple[Problem, ...]:
    found = [*comparison.problems, *(problem for analysis in comparison.analyses for problem in analysis.problems)]
    return tuple({problem.id: problem for problem in found}.values())
