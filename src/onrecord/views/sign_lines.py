"""Says in the summary what later news shows of the conditions: the words of the signs, and of which red lines there is none.

In: a `Briefing`. Out: a `Sentence`; empty when no condition is watched.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.views.display import format_range
from onrecord.views.entries import Briefing, SignEntry, StandingEntry
from onrecord.views.parts import Name, Part, Sentence, capitalise, join_parts, point_at
from onrecord.views.shortening import shorten, take
from onrecord.views.wording import name_label

_LENGTH, _MOST, _QUOTED = 560, 3, 220
_BARE, _CONDITION = 2, 60
"""Conditions without a sign that are named, and the code points of one."""


def tell_signs(briefing: Briefing) -> Sentence:
    """Return the weightiest signs in their words, and the conditions of red lines of which no passage was found in several articles."""
    if not briefing.standings and not briefing.signs:
        return ()
    signs = sorted(briefing.signs, key=lambda sign: (sign.status == "spoken_of", sign.red_line is None, sign.number))
    told = take([_word_sign(sign) for sign in signs], _LENGTH, _MOST)
    rest = [f"{len(signs) - len(told)} more"] if len(signs) > len(told) else []
    parts: list[Sequence[Part]] = [*told, *([rest] if rest else [])]
    if len(briefing.articles) > 1 and (bare := _word_bare(briefing.standings)):
        parts.append(bare)
    return capitalise((*join_parts(parts, "; ", "; "), ".")) if parts else ()


def _word_sign(sign: SignEntry) -> list[Part]:
    """Return a sign: "Korva Gazette, 3 May 2031: “patrol boats stopped …” (G1, a condition of R1 met)"."""
    when = format_range(sign.article.published)
    head: list[Part] = [Name(text=sign.article.label), ": " if when and when in sign.article.label else f", {when or 'no date'}: "]
    held = point_at("red-line", sign.red_line) if sign.red_line else point_at("statement", sign.statement) if sign.statement else None
    about: list[Part] = [" of ", held] if held is not None else []
    facts = [
        f" {name_label('statuses', sign.status)}",
        *([f"said by {sign.source.name}"] if sign.source.is_known else []),
        *(["not known whether before or after"] if sign.order == "unknown" else []),
        *([sign.article.foreign] if sign.article.foreign else []),
    ]
    return [*head, *shorten(sign.passage, _QUOTED), " (", point_at("sign", sign.number), ", a condition", *about, f"{', '.join(facts)})"]


def _word_bare(standings: Sequence[StandingEntry]) -> list[Part]:
    """Return the conditions of red lines that no later passage is about, nor may be; those of others where there are no red lines and no signs at all."""
    sure = [entry for entry in standings if not entry.is_unsure and not entry.signs and not entry.is_beside]
    drawn = [entry for entry in sure if entry.red_line is not None] or ([] if any(entry.signs for entry in standings) else sure)
    if not drawn:
        return []
    shown: list[Sequence[Part]] = [[*shorten(entry.passage, _CONDITION), " (", point_at("watch", entry.number), _word_past(entry), ")"] for entry in drawn[:_BARE]]
    rest = [[f"{len(drawn) - _BARE} more"]] if len(drawn) > _BARE else []
    return ["in later articles no passage found on ", *join_parts([*shown, *rest])]


def _word_past(entry: StandingEntry) -> str:
    """Return that the deadline of a condition has passed (", its day has passed"), empty where it has not, or there is none."""
    return ", its day has passed" if entry.state in ("due", "lapsed") else ""
