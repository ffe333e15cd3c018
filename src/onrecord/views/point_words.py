"""Says a point of difference in a sentence with the words of each side: who tells it how, and nothing else.

In: what stands on each side, by telling, and the reasons of the stage. Out: a `Sentence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.views.display import format_iso
from onrecord.views.parts import Part, Passage, Sentence, capitalise, join_parts, list_names
from onrecord.views.wording import name_language

_SHOWN = 6
"""How many different wordings a sentence lists."""

_NOTED = re.compile(r"(?P<words>`[^`]+`|no cue) \((?P<note>[^()`]+)\)")
_SIDES = re.compile(r"(?:(?P<left>[^`,]+) here, (?P<right>[^`,]+) there|here (?P<first>[^`,]+), there (?P<second>[^`,]+))(?:, by the wording)?")
_STRENGTH = re.compile(r"strength (\d+)")
_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_HERE = re.compile(r"\b(here|there)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two tellings (numbers) differ, as the stage says it: "`harmed` (strength 1) here, `killed` (strength 3) there"."""

    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words that some tellings share at a point; `note` says what they come to, `rank` where they stand."""

    passages: tuple[Passage, ...]
    note: str | None
    rank: int
    tellings: list[int]


def word_point(
    sides: Mapping[int, Sequence[Passage]], reasons: Sequence[Reason], names: Mapping[int, str], *, lacking: str, elsewhere: Sequence[int] = ()
) -> tuple[Sentence, Sentence]:
    """Return a point in a sentence, and what does not fit into it; who has nothing there is said first.

    Args:
        sides: the words at the point by telling (its number); none = nothing stands there.
        reasons: what the stage says of each pair.
        names: what a telling is called.
        lacking: the words for a side where nothing stands ("not told in").
        elsewhere: tellings whose article leaves it out in another one.
    """
    voices = _list_voices(sides, _read_notes(reasons))
    empty = [names[number] for number, passages in sides.items() if not passages]
    if any(voice.rank for voice in voices):
        groups, head, separator = _group_by_rank(voices, names)
    else:
        by_note = all(voice.note and not _is_noted_word(reasons) for voice in voices)
        groups, head = _group_by_note(voices, names) if by_note else [_word_voice(voice, names, is_ranked=False) for voice in voices], ""
        separator = "; " if by_note else ", "
    first = _word_lacking(empty, [names[number] for number in elsewhere], lacking) if empty and groups else []
    shown = groups if len(groups) <= _SHOWN else groups[: _SHOWN - 1]
    return capitalise((*first, *([head] if head else []), *join_parts(shown, separator, separator))), tuple(join_parts(groups[len(shown) :], separator, separator))


def _word_lacking(empty: Sequence[str], elsewhere: Sequence[str], lacking: str) -> list[Part]:
    """Return who has nothing at a point, and which other telling of the same article has it."""
    has: list[Part] = [", though told in ", *list_names(elsewhere)] if elsewhere else []
    return [f"{lacking} ", *list_names(empty), *has, ": "]


def word_notes(sides: Mapping[int, Sequence[Passage]], reasons: Sequence[Reason], names: Mapping[int, str]) -> Sentence:
    """Return what the words of each side come to, without the words ("joined by “and” in A; only listed in B"); empty where they come to nothing that is noted."""
    voices = _list_voices(sides, _read_notes(reasons))
    if not voices or any(voice.rank or not voice.note for voice in voices) or _is_noted_word(reasons):
        return ()
    told: dict[str, list[str]] = {}
    for voice in voices:
        told.setdefault(voice.note or "", []).extend(names[number] for number in voice.tellings)
    return tuple(join_parts([[f"{note} in ", *list_names(who)] for note, who in told.items()], "; ", "; ")) if len(told) > 1 else ()


def _group_by_rank(voices: Sequence[_Voice], names: Mapping[int, str]) -> tuple[list[list[Part]], str, str]:
    """Return the words of each strength, the weakest first, with what stands before and between them; words of one strength are no steps."""
    ranks: dict[int, list[list[Part]]] = {}
    for voice in sorted(voices, key=lambda voice: (not voice.rank, voice.rank)):
        ranks.setdefault(voice.rank, []).append(_word_voice(voice, names, is_ranked=True))
    unranked = ranks.pop(0, [])
    groups: list[list[Part]] = [list(join_parts(same, " / ", " / ")) for same in ranks.values()]
    if unranked:
        groups[-1] = [*groups[-1], "; also ", *join_parts(unranked)]
    return groups, "from weaker to stronger: " if len(ranks) > 1 else "", " < "


def word_whole(tellings: Iterable[int], reasons: Sequence[Reason], langs: Mapping[int, str | None], names: Mapping[int, str]) -> Sentence:
    """Return a point that concerns all that was said: by language where the tellings have several, else in the words of the stage."""
    numbers = list(tellings)
    spoken: dict[str, list[str]] = {}
    for number in numbers:
        spoken.setdefault(name_language(langs[number]) or "an unknown language", []).append(names[number])
    if len(spoken) > 1:
        return tuple(join_parts([[f"{language} in ", *list_names(who)] for language, who in spoken.items()], "; ", "; "))
    return ("; ".join(dict.fromkeys(place_reason(reason, names) for reason in reasons)),)


def place_reason(reason: Reason, names: Mapping[int, str]) -> str:
    """Return a reason with the names of the tellings for "here" and "there"."""
    where = {"here": f"in {names[reason.left]}", "there": f"in {names[reason.right]}"}
    pieces = reason.text.split("`")
    return "".join(f"“{piece}”" if at % 2 else _HERE.sub(lambda found: where[found[0]], piece) for at, piece in enumerate(pieces))


def _is_noted_word(reasons: Sequence[Reason]) -> bool:
    return any(_NOTED.search(reason.text) for reason in reasons)


def _read_notes(reasons: Sequence[Reason]) -> dict[tuple[int, str | None], str]:
    """Return what reasons note of a side: by telling and words, or by telling alone."""
    notes: dict[tuple[int, str | None], str] = {}
    for reason in reasons:
        for found in _NOTED.finditer(reason.text):
            for number in (reason.left, reason.right):
                notes.setdefault((number, _key(found["words"])), found["note"])
        if sides := _SIDES.fullmatch(reason.text):
            notes.setdefault((reason.left, None), sides["left"] or sides["first"])
            notes.setdefault((reason.right, None), sides["right"] or sides["second"])
    return {key: _ISO_DAY.sub(lambda found: format_iso(found[0]), note) for key, note in notes.items()}


def _key(words: str) -> str:
    return " ".join(words.casefold().strip("`\"'“”„‟«»‹›‘’‚ ").split())


def _list_voices(sides: Mapping[int, Sequence[Passage]], notes: Mapping[tuple[int, str | None], str]) -> list[_Voice]:
    found: dict[tuple[str, str | None], _Voice] = {}
    for number, passages in sides.items():
        if not passages:
            continue
        words = _key(" … ".join(passage.words for passage in passages))
        note = notes.get((number, _key(passages[0].words)), notes.get((number, None)))
        strength = _STRENGTH.fullmatch(note or "")
        voice = found.setdefault((words, note), _Voice(tuple(passages), None if strength else note, int(strength[1]) if strength else 0, []))
        voice.tellings.append(number)
    return list(found.values())


def _word_voice(voice: _Voice, names: Mapping[int, str], *, is_ranked: bool) -> list[Part]:
    note = f" ({voice.note})" if voice.note and not is_ranked else ""
    return [*join_parts([[passage] for passage in voice.passages], " … ", " … "), f"{note} in ", *list_names(names[number] for number in voice.tellings)]


def _group_by_note(voices: Sequence[_Voice], names: Mapping[int, str]) -> list[list[Part]]:
    groups: dict[str, list[list[Part]]] = {}
    for voice in voices:
        groups.setdefault(voice.note or "", []).append([*join_parts([[p] for p in voice.passages], " … ", " … "), " in ", *list_names(names[n] for n in voice.tellings)])
    return [[f"{note}: ", *join_parts(group)] for note, group in groups.items()]
