"""Of which conditions without a sign the passages about another one may tell: those of one speaker about the same event.

In: the watches and where they stand, who speaks in each statement. Out: the standings, some with what stands beside them. What may be told must not be called untold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.records import Standing
from onrecord.statements.sameness import are_apart, bind_alike, name_alike
from onrecord.statements.standing import SILENT
from onrecord.statements.watches import Watched

MOST = 20
"""Watches about one event that are looked through for each."""


def look_beside(watches: Sequence[Watched], standings: Iterable[Standing], speaker_of: Mapping[str, str | None]) -> Iterator[Standing]:
    """Yield the standings, in the order of their watches; those without a sign name one whose signs may be about them, too.

    Args:
        watches: the conditions with all their wordings.
        standings: where each of them stands, in the same order.
        speaker_of: statement id -> who speaks.
    """
    pairs = list(zip(watches, standings, strict=True))
    shown: dict[tuple[str, str], list[int]] = {}
    for number, (watch, standing) in enumerate(pairs):
        for key in _list_events(watch, speaker_of) if standing.signs else ():
            shown.setdefault(key, []).append(number)
    for watch, standing in pairs:
        near = sorted({number for key in _list_events(watch, speaker_of) for number in shown.get(key, ())[:MOST]}) if not standing.signs else ()
        other = next((pairs[number][1] for number in near if _may_be_one(watch, pairs[number][0])), None)
        if other is None:
            yield standing
            continue
        reason = f"passages that may be about it stand under “{other.condition}”"
        yield replace(standing, beside=other.id, reason=reason if standing.reason in SILENT else f"{standing.reason}; {reason}")


def _list_events(watch: Watched, speaker_of: Mapping[str, str | None]) -> set[tuple[str, str]]:
    """Return who sets a condition, with each word that may say what happens."""
    speakers = {speaker for place in watch.places if (speaker := speaker_of.get(place.statement or "")) is not None}
    return {(speaker, event) for speaker in speakers for place in watch.places for event in place.nature.events}


def _may_be_one(watch: Watched, other: Watched) -> bool:
    """True when nothing in two conditions about one event tells them apart, but for their words."""
    mine, theirs = ([place.nature for place in each.places[:MOST]] for each in (watch, other))
    return not are_apart(mine, theirs) and any(bind_alike(a, b) and name_alike(a, b) for a in mine for b in theirs)
