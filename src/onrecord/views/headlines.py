"""Says the news of a briefing in its own quotations: red lines with the word they part on, offers, what differs, the largest figures.

In: entries of a briefing. Out: `Sentence`s. All is quoted or named; of each list as much is told as a few lines hold, and the rest is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.views.display import count, format_range
from onrecord.views.entries import Briefing, CommitmentEntry, FigureEntry, Point, StatementEntry, TallyEntry
from onrecord.views.parts import Name, Part, Passage, Pointer, Sentence, join_parts, list_names, point_at
from onrecord.views.shortening import shorten
from onrecord.views.sureness import is_doubtful, is_unsure
from onrecord.views.wording import name_label

_LENGTHS = {"red lines": 300, "offers": 170, "differences": 420, "figures": 150}
"""Code points that a line of the summary may take; its first item is told whatever it takes."""

_MOST = 3
"""Items of a line."""

_POINTS = 2
"""Points of difference that are told."""

_WORD, _SIDE, _LONG_POINT = 28, 32, 230
"""Code points of a disputed word, of one side of a point, and of a point from which on only two of its sides are told."""

_ONE_SIDED = frozenset({"omitted_condition", "added_condition"})
_LONG_SIDE = 60
"""Code points of a condition that some tellings lack."""

_NOT_SAID = frozenset({"loaded_cue", "dropped_attribution", "quote_changed"})
"""Differences that do not lie in what was said."""

_GRAVE = ("killed", "missing", "injured")
_NOT_COUNTS = frozenset({"other", "percent", "money"})


def tell_red_lines(briefing: Briefing) -> Sentence:
    """Return the weightiest red lines that are sure, one a statement, each with the word on which its tellings part."""
    red_lines = briefing.red_lines
    if not red_lines:
        return ("No threat or refusal with a condition was found.",)
    sure = _one_a_statement(entry for entry in red_lines if not is_unsure(entry))
    if not sure:
        return (f"{count(len(red_lines), 'red line')}, none of them sure.",)
    told = _take([_quote_red_line(entry, briefing.statements) for entry in sure], _LENGTHS["red lines"])
    rest = len(red_lines) - len(told)
    return (*join_parts(told, "; ", "; "), f"; and {count(rest, 'more red line', 'more red lines')}." if rest else ".")


def tell_offers(briefing: Briefing) -> Sentence:
    """Return the weightiest offers that are sure; empty when there are none."""
    offers = [entry for group in briefing.commitments if group.force == "offer" for entry in group.commitments]
    sure = _one_a_statement(entry for entry in offers if not is_unsure(entry))
    told = _take([_quote_commitment("commitment", entry) for entry in sure], _LENGTHS["offers"])
    rest = len(offers) - len(told)
    return (*join_parts(told, "; ", "; "), f"; and {count(rest, 'more offer')}." if rest else ".") if told else ()


def tell_lead(briefing: Briefing) -> Sentence:
    """Return the statement to begin with, for a briefing that has no sure red line; empty for none."""
    lead = next((statement for statement in briefing.statements if statement.number == briefing.lead), None)
    if lead is None or any(not is_unsure(entry) for entry in briefing.red_lines):
        return ()
    return (point_at("statement", lead.number), " ", Name(text=lead.speaker or "somebody"), ": ", lead.lead, " …" if lead.lead_is_cut else ".")


def tell_differences(briefing: Briefing) -> Sentence:
    """Return the two weightiest points on which articles differ, in the words of their sides; empty when no statement has two articles."""
    several = [entry for entry in briefing.statements if entry.articles > 1]
    if not several:
        return ()
    sure = sorted((entry for entry in several if not is_doubtful(entry)), key=lambda s: (-s.accounts * s.sureness, s.number))
    told = {id(point) for entry in briefing.red_lines[:1] if not is_unsure(entry) for point in _list_disputed(entry, briefing.statements)[:1]}
    points = [(entry, point) for entry in sure for point in entry.points if not point.minor and point.sentence and id(point) not in told]
    if not points:
        return () if told else ("In spelling and language at most.",)
    shown = _take([_word_point(*pair) for pair in points[:_POINTS]], _LENGTHS["differences"])
    return (*join_parts(shown, " · ", " · "), ".")


def tell_figures(briefing: Briefing) -> Sentence:
    """Return the counts that contradict each other, and the largest figures that somebody named counts; empty when there are neither."""
    contradicted = [tally for tally in briefing.tallies if any(link.relation == "contradicts" for link in tally.links)]
    counted = sorted((f for f in briefing.figures if f.counted_by and f.kind not in _NOT_COUNTS), key=_weigh_figure)
    once = {(figure.kind, figure.size): figure for figure in reversed(counted)}
    largest = [figure for figure in counted if once[figure.kind, figure.size] is figure]
    told = _take([*(_word_tally(tally) for tally in contradicted), *(_word_figure(figure) for figure in largest)], _LENGTHS["figures"])
    return (*join_parts(told, "; ", "; "), ".") if told else ()


def _weigh_figure(figure: FigureEntry) -> tuple[int, float, int]:
    """Return where a figure stands in a line: the dead and the hurt before others, the largest first."""
    return _GRAVE.index(figure.kind) if figure.kind in _GRAVE else len(_GRAVE), -figure.size, figure.number


def _one_a_statement(entries: Iterable[CommitmentEntry]) -> list[CommitmentEntry]:
    first: dict[object, CommitmentEntry] = {}
    for entry in entries:
        first.setdefault(entry.statement if entry.statement is not None else ("alone", entry.force, entry.number), entry)
    return list(first.values())


def _take(items: Iterable[Sequence[Part]], length: int) -> list[Sequence[Part]]:
    """Return the items that a line holds, at least the first."""
    taken: list[Sequence[Part]] = []
    for item in items:
        if taken and (len(taken) == _MOST or sum(map(_measure, taken)) + _measure(item) > length):
            break
        taken.append(item)
    return taken


def _measure(parts: Sequence[Part]) -> int:
    return sum(len(part if isinstance(part, str) else part.words if isinstance(part, Passage) else part.label if isinstance(part, Pointer) else part.text) + 2 for part in parts)


def _quote_red_line(entry: CommitmentEntry, statements: Sequence[StatementEntry]) -> list[Part]:
    parts = _quote_commitment("red-line", entry)
    statement = next((s for s in statements if s.number == entry.statement), None)
    said = (statement.speaker if statement.speaker != entry.holder else None, format_range(statement.said_at)) if statement is not None else ()
    if any(said):
        parts.append(f", {' on '.join(filter(None, said))}")
    if entry.accounts > 1:
        parts.append(f", in {count(entry.accounts, 'independent account')}")
    disputed = _list_disputed(entry, statements)[:1]
    for point in disputed:
        parts += ["; its tellings part on ", *join_parts([[passage] for passage in _list_words(point)], " / ", " / ")]
    return parts


def _quote_commitment(kind: str, entry: CommitmentEntry) -> list[Part]:
    telling = entry.tellings[0]
    parts: list[Part] = [point_at(kind, entry.number), " ", Name(text=entry.holder or "not named"), ": ", telling.consequence]
    joiner = {"any": " or ", "all": " and ", "listed": ", "}.get(telling.operator or "", "; ")
    for at, condition in enumerate(telling.conditions):
        parts += [joiner if at else " ", f"{name_label('conditions', condition.kind)} ", condition.passage]
    if telling.article.foreign:
        parts.append(f" ({telling.article.foreign})")
    return parts


def _list_disputed(entry: CommitmentEntry, statements: Sequence[StatementEntry]) -> list[Point]:
    """Return the points on which tellings of a red line part in a word or two of it, the weightiest first."""
    statement = next((s for s in statements if s.number == entry.statement), None)
    spans = [passage for telling in entry.tellings for passage in (telling.consequence, *(condition.passage for condition in telling.conditions))]
    return [
        point
        for point in (statement.points if statement is not None and not is_doubtful(statement) else ())
        if not point.minor and not point.whole and point.label not in _NOT_SAID
        if len(words := _list_words(point)) > 1 and all(len(passage.words) <= _WORD for passage in words)
        if any(passage.article_id == part.article_id and passage.span.overlap(part.span) for passage in words for part in spans)
    ]


def _list_words(point: Point) -> list[Passage]:
    """Return the different words at a point, the first passage of each side: those of one language where they are two or more, as translations part by themselves."""
    found: dict[str, Passage] = {}
    for side in point.sides:
        for passage in side.passages[:1]:
            found.setdefault(passage.words.casefold(), passage)
    langs = Counter(passage.lang for passage in found.values())
    lang, most = max(langs.items(), key=lambda pair: pair[1], default=(None, 0))
    return [passage for passage in found.values() if most < 2 or passage.lang == lang]


def _word_point(statement: StatementEntry, point: Point) -> list[Part]:
    """Return a point in its own sentence with long sides cut; of a sentence that is too long what its sides come to, or two of them."""
    parts: list[Part] = []
    for part in point.sentence:
        parts += shorten(part, _SIDE) if isinstance(part, Passage) else [part]
    if _measure(parts) > _LONG_POINT and point.notes:
        parts = list(point.notes)
    elif _measure(parts) > _LONG_POINT:
        names = {rendering.number: rendering.label for rendering in statement.renderings}
        sides = [(side.rendering, side.passages[0]) for side in point.sides if side.passages][:2]
        parts = join_parts([[*shorten(passage, _SIDE), " in ", Name(text=names[number])] for number, passage in sides], ", ", ", ") if sides else parts
    title = point.title[:1].lower() + point.title[1:]
    empty = [rendering.label for side in point.sides for rendering in statement.renderings if not side.passages and rendering.number == side.rendering]
    full = next(((side.rendering, side.passages[0]) for side in point.sides if side.passages), None)
    if empty and full is not None and point.label in _ONE_SIDED:
        labels = {rendering.number: rendering.label for rendering in statement.renderings}
        has: list[Part] = ["; told in ", *list_names(labels[number] for number in point.elsewhere)] if point.elsewhere else []
        return [point_at("statement", statement.number), f" {title}: ", *list_names(empty), " without ", *shorten(full[1], _LONG_SIDE), " of ", Name(text=labels[full[0]]), *has]
    return [point_at("statement", statement.number), f" {title}: ", *parts]


def _word_tally(tally: TallyEntry) -> list[Part]:
    link = next(link for link in tally.links if link.relation == "contradicts")
    sides: list[list[Part]] = [[passage, f" ({counter or article.label})"] for passage, article, counter in zip(link.passages, link.articles, link.counters, strict=True)]
    return [point_at("tally", tally.number), f" {tally.kind}, contradicted: ", *join_parts(sides, " against ", " against ")]


def _word_figure(figure: FigureEntry) -> list[Part]:
    kind = "" if figure.kind in figure.shown.words.casefold() else f" {figure.kind}"
    return [figure.shown, f"{kind} (", Name(text=figure.counted_by or ""), ", ", point_at("figure", figure.number), ")"]
