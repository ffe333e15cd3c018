"""Says in the summary what was said again: what changed, what takes up a red line, and what is alike though nobody tells which was first.

In: a `Briefing`. Out: a `Sentence` with the words of both sides; empty when nothing was said twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from onrecord.views.entries import Briefing, CommitmentEntry, RenderingEntry, StatementEntry, Step
from onrecord.views.occasions import word_told_day
from onrecord.views.parts import Name, Part, Passage, Sentence, join_parts, lead_to, point_at
from onrecord.views.shortening import take, tell
from onrecord.views.sureness import is_unsure
from onrecord.views.wording import name_label

_Item: TypeAlias = "tuple[str | None, list[Part]]"
"""A speaker and what is said of what he said."""

_LENGTH, _MOST = 440, 3
"""Code points and items of the line."""

_QUOTED = 170
"""Code points of what is quoted of a statement."""


def tell_recalls(briefing: Briefing) -> Sentence:
    """Return changes first, then what takes up a red line, then what is alike; repeats of anything else are left to their section."""
    entries = {entry.number: entry for entry in briefing.statements}
    drawn = {entry.statement: entry for entry in reversed(briefing.red_lines)}
    found = [*_list_changes(briefing, entries), *_list_repeats(briefing, entries, drawn), *_list_alike(briefing, entries, drawn)]
    items: list[Sequence[Part]] = []
    last: str | None = None
    for speaker, words in found:
        items.append(words if speaker == last else [Name(text=speaker or "Speaker not known"), ", ", *words])
        last = speaker
    told = take(items, _LENGTH, _MOST)
    rest = len(items) - len(told)
    return (*join_parts(told, "; ", "; "), f"; and {rest} more." if rest else ".") if told else ()


def _list_changes(briefing: Briefing, entries: Mapping[int, StatementEntry]) -> Iterator[_Item]:
    for position in briefing.positions:
        for step in position.steps:
            if step.relation is not None:
                both: list[Part] = (
                    [": then", *_tell(step.then, briefing, " "), ", now", *_tell(step.now, briefing, " ")] if step.then and step.now else [*_tell(step.passage, briefing)]
                )
                yield position.speaker, [f"{word_told_day(entries.get(step.statement))}, {name_label('relations', step.relation)}", *both, *_point(step, briefing)]


def _list_repeats(briefing: Briefing, entries: Mapping[int, StatementEntry], drawn: Mapping[int | None, CommitmentEntry]) -> Iterator[_Item]:
    """Yield what repeats a position, if the position or what repeats it is a red line."""
    for position in briefing.positions:
        first = position.steps[0].statement if position.steps else None
        for step in position.repeated:
            if step.statement in drawn or first in drawn:
                repeated: list[Part] = ["; repeats ", _point_at_first(first, drawn)] if first is not None else []
                yield position.speaker, [word_told_day(entries.get(step.statement)), *_tell(step.passage, briefing), *_point(step, briefing), *repeated]


def _point(step: Step, briefing: Briefing) -> list[Part]:
    shown = step.now if step.then and step.now else step.passage
    return [" (", Name(text=_name_article(shown, briefing)), ", ", point_at("statement", step.statement), ")"]


def _point_at_first(number: int, drawn: Mapping[int | None, CommitmentEntry]) -> Part:
    """Return the pointer to what is taken up: the red line, whose words the summary has, where it is one."""
    return point_at("red-line", drawn[number].number) if number in drawn else point_at("statement", number)


def _tell(passage: Passage, briefing: Briefing, between: str = ": ") -> list[Part]:
    """Return words for behind a speaker's name with what leads to them: quoted ones between quotation marks, others as their article tells them."""
    return [*([between] if passage.quoted else lead_to(passage, _name_article(passage, briefing))), *tell(passage, _QUOTED)]


def _name_article(passage: Passage, briefing: Briefing) -> str:
    return next((article.label for article in briefing.articles if article.article_id == passage.article_id), passage.article)


def _list_alike(briefing: Briefing, entries: Mapping[int, StatementEntry], drawn: Mapping[int | None, CommitmentEntry]) -> Iterator[_Item]:
    """Yield statements that are alike in the words of the one told by fewer articles, those of sure red lines first, quoted ones before others; of each
    article one, quoted if it has one, and none of speakers who are not known."""
    pairs = [sorted((entries[pair.left], entries[pair.right]), key=lambda s: (-s.articles, s.number)) for pair in briefing.alike]
    known = [pair for pair in pairs if all(entry.speaker is not None for entry in pair)]

    def is_drawn(entry: StatementEntry) -> bool:
        return entry.number in drawn and not is_unsure(drawn[entry.number])

    def order(pair: Sequence[StatementEntry]) -> tuple[int, bool, bool, int, int]:
        more, less = pair
        unsure = less.number in drawn and is_unsure(drawn[less.number])
        return -sum(map(is_drawn, pair)), not any(r.passage.quoted for r in less.renderings), unsure, more.number, less.number

    told: dict[tuple[int, str], list[tuple[StatementEntry, RenderingEntry]]] = {}
    for more, less in sorted(known, key=order):
        rendering = min(less.renderings, key=lambda r: (not r.passage.quoted, r.number))
        told.setdefault((more.number, rendering.article.article_id), []).append((less, rendering))
    for (number, _), each in told.items():
        less, rendering = min(each, key=lambda one: is_unsure(one[1]) or not one[1].passage.quoted)
        foreign = f", {rendering.article.foreign}" if rendering.article.foreign else ""
        yield less.speaker, [
            word_told_day(less), *_tell(rendering.passage, briefing), " (", Name(text=rendering.article.label), f"{foreign}, ", point_at("statement", less.number), "; like ",
            _point_at_first(number, drawn), ", order not told)",
        ]  # fmt: skip
