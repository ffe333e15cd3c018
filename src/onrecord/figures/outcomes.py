"""Settles which of the persons told of as hurt died, and counts a death that the text tells without a number.

In: what the sentences of an article count, and the deaths told in them. Out: the same in text order, kinds mended.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.figures.counted import Counted, is_one_more, is_one_word
from onrecord.figures.harms import Harm
from onrecord.figures.numbers import Number
from onrecord.figures.setting import Setting
from onrecord.records import Span

HARMS = frozenset({"killed", "injured"})
"""Kinds of which a text that tells one by number tells none besides."""
ANYONE = "people"
"""Population that may be any other: "a victim" may be a man, a child or an officer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a sentence counts, and of what kind."""

    item: Counted
    kind: str
    sentence: Span


def settle_outcomes(rows: Sequence[Row], deaths: Sequence[Harm], wounds: Sequence[Harm], sentences: Sequence[tuple[int, int]], setting: Setting) -> list[Row]:
    """Return the figures of an article with deaths and wounds that words tell and no number does.

    Args:
        rows: what is counted, in text order.
        deaths: the deaths of single persons that are told.
        wounds: the same of wounds; those of long ago are none of what the article reports.
        sentences: (start, end) of all sentences, in text order.
        setting: the article.
    """
    told = [death for death in deaths if not setting.is_dropped(death.start)]
    hurt = [wound for wound in wounds if not setting.is_dropped(wound.start) and not setting.is_of_old(_sentence_at(wound.start, sentences))]
    settled = _settle_same_words(rows, told)
    if not any(row.kind == "killed" for row in settled):
        settled = _settle_uncounted(settled, told, bool(hurt), sentences, setting)
    if hurt and not any(row.kind in HARMS for row in settled):
        settled = _add_wounded(settled, hurt, sentences)
    return _settle_same_person(settled, setting)


def _add_wounded(rows: list[Row], wounds: Sequence[Harm], sentences: Sequence[tuple[int, int]]) -> list[Row]:
    """Return the figures of a text that counts neither dead nor wounded with one who is told hurt: a named one before others."""
    chosen = next((wound for wound in wounds if wound.person.canonical is not None), wounds[0])
    row = Row(item=_count(chosen), kind="injured", sentence=_sentence_at(chosen.start, sentences))
    return sorted([*rows, row], key=lambda row: row.item.number.start)


def _settle_same_words(rows: Sequence[Row], deaths: Sequence[Harm]) -> list[Row]:
    """Return the figures with the person told of as hurt who is told dead in the same words: "a boy who was shot on Friday has died"."""
    starts = [row.item.number.start for row in rows]
    died: set[int] = set()
    for death in deaths:
        at = bisect_left(starts, death.person.end) - 1
        if at >= 0 and _is_hurt(rows[at]) and rows[at].item.end > death.person.start:
            died.add(at)
    return [replace(row, kind="killed") if at in died else row for at, row in enumerate(rows)]


def _settle_uncounted(rows: list[Row], deaths: Sequence[Harm], is_hurt: bool, sentences: Sequence[tuple[int, int]], setting: Setting) -> list[Row]:
    """Return the figures of a text that tells no number of dead with the one who died.

    That is the person told of as hurt last before one known already is told dead ("a boy was shot ... he died"); without one the telling stands
    for at least one dead. Deaths of long ago count only where nobody is told of as hurt: then they may be what the text is about.
    """
    if is_hurt or any(row.kind == "injured" for row in rows):
        deaths = [death for death in deaths if not setting.is_of_old(_sentence_at(death.start, sentences))]
    hurt = [at for at, row in enumerate(rows) if _is_hurt(row)]
    starts = [rows[at].item.number.start for at in hurt]
    for death in deaths:
        before = bisect_right(starts, death.person.start)
        if death.person.known and before:
            return [replace(row, kind="killed") if at == hurt[before - 1] else row for at, row in enumerate(rows)]
    places = [row.item.number.start for row in rows]
    free = [death for death in deaths if (at := bisect_left(places, death.person.end)) == 0 or rows[at - 1].item.end <= death.person.start]
    chosen = next((death for death in free if death.person.canonical is not None), next(iter(free), None))
    if chosen is None:
        return rows
    row = Row(item=_count(chosen), kind="killed", sentence=_sentence_at(chosen.start, sentences))
    return sorted([*rows, row], key=lambda row: row.item.number.start)


def _settle_same_person(rows: list[Row], setting: Setting) -> list[Row]:
    """Return the figures with a person told of as hurt ("a boy was shot") as the one that died, where one death is counted in another sentence.

    It must be a person of the same population, and not another one ("another boy", "a second man").
    """
    dead = [row for row in rows if row.kind == "killed" and not setting.is_of_old(row.sentence)]
    if any(row.item.number.point != 1 for row in dead):
        return rows
    sentences = {row.sentence for row in dead}
    populations = {row.item.population for row in dead}

    def has_died(row: Row) -> bool:
        alike = row.item.population in populations or ANYONE in populations or (bool(dead) and row.item.population == ANYONE)
        told = row.kind == "injured" and row.item.number.form == "one" and row.sentence not in sentences
        return told and alike and not is_one_more(setting.folded, row.item, setting.lexicon)

    return [replace(row, kind="killed") if has_died(row) else row for row in rows]


def _is_hurt(row: Row) -> bool:
    """True for one person told of as hurt."""
    return row.kind == "injured" and is_one_word(row.item)


def _count(death: Harm) -> Counted:
    """Return a person told dead or hurt as a count: at least one, since no number is told."""
    start, end = death.person.start, death.person.end
    number = Number(start=start, end=end, point=1.0, low=1.0, high=None, form="one")
    return Counted(number=number, end=end, unit=None, population=death.person.population, kind=None, weak_kind=None, strong_kind=None)


def _sentence_at(at: int, sentences: Sequence[tuple[int, int]]) -> Span:
    """Return the sentence in which a code point stands."""
    start, end = sentences[bisect_right(sentences, (at, sys.maxsize)) - 1]
    return Span(start=start, end=end)
