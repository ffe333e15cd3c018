"""Says in the summary on what articles differ: the weightiest points in the words of their sides, each side with the article that has it.

In: a `Briefing`. Out: a `Sentence`; empty when no statement has two articles.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.views.entries import Briefing, Point, RenderingEntry, StatementEntry
from onrecord.views.parts import Name, Part, Passage, Sentence, capitalise, join_parts, list_names, point_at
from onrecord.views.shortening import measure, shorten, take
from onrecord.views.sureness import is_told_by_several, is_unsure

_LENGTH, _MOST = 640, 4
"""Code points and points of the line."""

_PERHAPS = 2
"""Points that are told of a statement in doubt."""

_SIDE, _CONDITION, _SIDES = 48, 64, 4
"""Code points of one side and of a condition that some tellings lack; how many sides of a point are told."""

_LONG = 230
"""From so many code points on what the sides of a point come to is told instead of their words, where that is noted."""

_ONE_SIDED = frozenset({"omitted_condition", "added_condition"})
_NOT_SAID = frozenset({"loaded_cue", "dropped_attribution", "quote_changed"})
"""Differences that do not lie in what was said."""

_RANKED = "from weaker to stronger"


def tell_differences(briefing: Briefing) -> Sentence:
    """Return the weightiest points on which articles differ: those of red lines first, of each statement what articles differ on before what one article says in two ways.

    The last tells on what the tellings of one statement in doubt differ, if it is one utterance.
    """
    drawn = {entry.statement: -entry.number for entry in reversed(briefing.red_lines) if not is_unsure(entry)}
    ranked = sorted(briefing.statements, key=lambda s: (-drawn.get(s.number, -len(briefing.red_lines) - 1), -s.accounts * s.sureness, s.number))
    sure, perhaps = [entry for entry in ranked if is_told_by_several(entry)], _word_perhaps(ranked)
    if not sure:
        return (*capitalise(perhaps), ".") if perhaps else ()
    points = [(entry, point) for entry in sure for point in sorted(entry.points, key=lambda point: _weigh(entry, point)) if not point.minor and point.sentence]
    worded = [(entry, words) for entry, point in points if (words := _word_point(entry, point))]
    if not worded:
        return ("In spelling and language at most", *(("; ", *perhaps) if perhaps else ()), ".")
    told: list[Sequence[Part]] = []
    last: int | None = None
    for entry, words in worded:
        told.append([point_at("statement", entry.number), " ", *words] if entry.number != last else words)
        last = entry.number
    return (*join_parts([*take(told, _LENGTH, _MOST), *([perhaps] if perhaps else [])], " · ", " · "), ".")


def _word_perhaps(statements: Sequence[StatementEntry]) -> list[Part]:
    """Return on what the tellings of the first statement in doubt differ, if they are one utterance; empty where none does in what was said."""
    for statement in statements:
        told = [words for point in statement.perhaps if point.label not in _NOT_SAID and (words := _word_point(statement, point))]
        if told:
            return ["if ", point_at("statement", statement.number), " is one utterance, ", *join_parts(take(told, _LENGTH, _PERHAPS), "; ", "; ")]
    return []


def _weigh(statement: StatementEntry, point: Point) -> tuple[bool, bool]:
    """Return what puts a point behind others: that it does not lie in what was said or concerns all of it, and that every article that lacks the words has them elsewhere."""
    return point.label in _NOT_SAID or point.whole, bool(_list_empty(statement, point)) and not _list_lacking(statement, point)


def _list_empty(statement: StatementEntry, point: Point) -> list[RenderingEntry]:
    empty = {side.rendering for side in point.sides if not side.passages}
    return [rendering for rendering in statement.renderings if rendering.number in empty]


def _list_lacking(statement: StatementEntry, point: Point) -> list[RenderingEntry]:
    """Return the tellings without the words of a point whose articles have no other telling of the statement that lacks nothing there."""
    empty = _list_empty(statement, point)
    numbers = {rendering.number for rendering in empty}
    has = {rendering.article.article_id for rendering in statement.renderings if rendering.number not in numbers}
    return [rendering for rendering in empty if rendering.article.article_id not in has]


def _word_point(statement: StatementEntry, point: Point) -> list[Part]:
    """Return a point with its title and sides; empty when there is nothing to quote."""
    title = point.title[:1].lower() + point.title[1:]
    if point.whole:
        return []
    if point.label in _ONE_SIDED and (empty := _list_empty(statement, point)):
        return [f"{title}: ", *_word_omission(statement, point, empty)]
    sides = _word_sides(statement, point)
    if point.notes and (measure(sides) > _LONG or any(len(passage.words) > _SIDE for side in point.sides for passage in side.passages)):
        return [f"{title}: ", *point.notes]
    return [f"{title}: ", *sides] if sides else []


def _word_omission(statement: StatementEntry, point: Point, empty: Sequence[RenderingEntry]) -> list[Part]:
    """Return who lacks a condition, its words, and who has it; of an article that tells it elsewhere, that it does."""
    full = next(((side.rendering, side.passages[0]) for side in point.sides if side.passages), None)
    if full is None:
        return []
    lacking = {rendering.number for rendering in _list_lacking(statement, point)}
    teller = next(rendering.label for rendering in statement.renderings if rendering.number == full[0])
    elsewhere = [rendering for rendering in empty if rendering.number not in lacking]
    others = {rendering.number for rendering in empty}
    has = [next(r.label for r in statement.renderings if r.article == rendering.article and r.number not in others) for rendering in elsewhere]
    return [
        *list_names(rendering.label for rendering in empty),
        " without ",
        *shorten(full[1], _CONDITION),
        " of ",
        Name(text=teller),
        *([", but ", *list_names(has), f" {'has' if len(set(has)) == 1 else 'have'} it"] if has else []),
    ]


def _word_sides(statement: StatementEntry, point: Point) -> list[Part]:
    """Return the different words at a point, each with the articles that have it, and who has none; weaker before stronger where the point says so."""
    tellers = {rendering.number: rendering for rendering in statement.renderings}
    voices: dict[str, tuple[Passage, list[RenderingEntry]]] = {}
    for side in point.sides:
        if side.passages and side.rendering in tellers:
            key = " … ".join(" ".join(passage.words.casefold().split()) for passage in side.passages)
            voices.setdefault(key, (side.passages[0], []))[1].append(tellers[side.rendering])
    if not voices:
        return []
    told = _join_voices(list(voices.values()), point)
    head = point.sentence[0] if point.sentence and isinstance(point.sentence[0], str) else ""
    is_ranked = head.casefold().startswith(_RANKED)
    order = {part: at for at, part in reversed(list(enumerate(point.sentence))) if isinstance(part, Passage)}
    shown = sorted(told, key=lambda voice: order.get(voice[0], len(order) + len(point.sentence))) if is_ranked else told
    involved = [tellers[side.rendering] for side in point.sides if side.rendering in tellers]
    pieces: list[Sequence[Part]] = [[*shorten(passage, _SIDE), " (", *_name_tellers(told, involved), ")"] for passage, told in shown[:_SIDES]]
    empty = _list_empty(statement, point)
    if len(shown) > _SIDES:
        pieces.append([f"{len(shown) - _SIDES} more"])
    between = " < " if is_ranked else ", "
    return [f"{_RANKED}: " if is_ranked else "", *join_parts(pieces, between, between), *(["; none in ", *list_names(r.label for r in empty)] if empty else [])]


def _join_voices(voices: Sequence[tuple[Passage, list[RenderingEntry]]], point: Point) -> list[tuple[Passage, list[RenderingEntry]]]:
    """Return the words of each side with those who have them; words of another language that differ from none of a side's are a translation of them, and no side of their own."""
    differ = {frozenset(pair) for pair in point.apart}
    sides: list[tuple[Passage, list[RenderingEntry]]] = []
    for passage, tellers in voices:
        same = next(
            (
                side
                for side in sides
                if differ and side[0].lang != passage.lang and not any(frozenset((one.number, other.number)) in differ for one in side[1] for other in tellers)
            ),
            None,
        )
        if same is None:
            sides.append((passage, list(tellers)))
        else:
            same[1].extend(tellers)
    return sides


def _name_tellers(told: Sequence[RenderingEntry], involved: Sequence[RenderingEntry]) -> list[Part]:
    """Return the articles of some tellings, each once and with its language if it is another one; a telling by its own name where its article has others at this point."""
    names: dict[str, None] = {}
    for rendering in told:
        mine = [other for other in involved if other.article == rendering.article]
        name = rendering.article.label if all(other in told for other in mine) else rendering.label
        names[f"{name}, {rendering.article.foreign}" if rendering.article.foreign else name] = None
    return list_names(names)
