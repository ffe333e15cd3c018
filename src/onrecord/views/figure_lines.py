"""Says the figures of a briefing in a line: counts that contradict each other, then the dead and the hurt before others, with whose count it is.

In: a `Briefing`. Out: a `Sentence`; empty when nothing is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from onrecord.views.entries import Briefing, FigureEntry, TallyEntry
from onrecord.views.parts import Name, Part, Sentence, join_parts, point_at
from onrecord.views.shortening import measure

_LENGTH, _MOST = 520, 6
"""Code points and figures that the line may take."""

_GRAVE = ("killed", "missing", "injured")
_NOT_COUNTS = frozenset({"other", "percent", "money"})


def tell_figures(briefing: Briefing) -> Sentence:
    """Return the counts that contradict each other, and the figures of the weightiest kinds, the largest of each first; figures of one count share its name.

    What somebody only offers, plans or demands is no count; others and parts stand in the line only where no total of their kind is told.
    """
    told = [_word_tally(tally) for tally in briefing.tallies if any(link.relation == "contradicts" for link in tally.links)][:_MOST]
    counted = [figure for figure in briefing.figures if figure.kind not in _NOT_COUNTS and not figure.is_pledged]
    place = _find_place(counted) if len(briefing.stories) == 1 else None
    counted.sort(key=lambda figure: _weigh(figure, place))
    totals = {figure.kind for figure in counted if figure.scope is None}
    counted = [figure for figure in counted if figure.scope is None or figure.kind not in totals]
    once = {(figure.kind, figure.group, figure.size): figure for figure in reversed(counted)}
    largest = [figure for figure in counted if once[figure.kind, figure.group, figure.size] is figure]
    shown = _choose(largest, _MOST - len(told), sum(map(measure, told)))
    for _, group in groupby(shown, key=_name_count):
        told.append(_word_group(list(group)))
    return (*join_parts(told, "; ", "; "), ".") if told else ()


def _find_place(figures: Sequence[FigureEntry]) -> str | None:
    """Return the place where more articles count than at any other, `None` where two are level."""
    articles = {(figure.place, figure.article.article_id) for figure in figures if figure.place is not None and not figure.is_past}
    ranked = Counter(place for place, _ in articles).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _weigh(figure: FigureEntry, place: str | None) -> tuple[bool, int, bool, bool, float, int]:
    """Return where a figure stands in the line: of the days and the place of the story first, the dead and the hurt before others, those that somebody counts, the largest."""
    is_elsewhere = place is not None and figure.place not in (None, place)
    grave = _GRAVE.index(figure.kind) if figure.kind in _GRAVE else len(_GRAVE)
    return figure.is_past, grave, is_elsewhere, figure.counted_by is None, -figure.size, figure.number


def _choose(figures: Sequence[FigureEntry], most: int, taken: int) -> list[FigureEntry]:
    """Return as many figures as the line holds, one of each kind before a second one of any."""
    firsts = {figure.kind: figure for figure in reversed(figures)}
    ranked = sorted(figures, key=lambda figure: firsts[figure.kind] is not figure)
    chosen: list[FigureEntry] = []
    for figure in ranked[: max(most, 0)]:
        size = measure(_word_group([figure]))
        if taken and taken + size > _LENGTH:
            break
        taken += size
        chosen.append(figure)
    return [figure for figure in figures if any(figure is other for other in chosen)]


def _name_count(figure: FigureEntry) -> tuple[str | None, str | None, str]:
    return figure.counted_by, figure.when, figure.article.article_id


def _word_group(figures: Sequence[FigureEntry]) -> list[Part]:
    """Return figures of one count, amounts without a number and single ones in their own words: "F1 killed: at least 40 dockers, F2 injured: 12 (port hospital, 3 May 2031, A1)"."""
    pieces: list[Sequence[Part]] = []
    for figure in figures:
        amount: list[Part] = [figure.shown] if figure.is_vague or figure.size == 1 else [f"{figure.value}{f' {figure.population}' if figure.population else ''}"]
        where: list[Part] = [" in ", Name(text=figure.place)] if figure.place else []
        pieces.append([point_at("figure", figure.number), f" {figure.kind}: ", *amount, *where])
    first = figures[0]
    facts: list[Sequence[Part]] = [[Name(text=first.counted_by)] if first.counted_by else ["whose count is not said"]]
    facts += [[first.when]] if first.when else []
    facts += [[Name(text=first.article.label)]]
    facts += [[first.article.foreign]] if first.article.foreign else []
    return [*join_parts(pieces, ", ", ", "), " (", *join_parts(facts, ", ", ", "), ")"]


def _word_tally(tally: TallyEntry) -> list[Part]:
    link = next(link for link in tally.links if link.relation == "contradicts")
    sides: list[list[Part]] = [[passage, f" ({counter or article.label})"] for passage, article, counter in zip(link.passages, link.articles, link.counters, strict=True)]
    return [point_at("tally", tally.number), f" {tally.kind}, contradicted: ", *join_parts(sides, " against ", " against ")]
