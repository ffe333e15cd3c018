"""Places told without a name: territories, a village, outside a hospital.

In: a `Side`. Out: spans with the concept they name, from `places.toml`. Left to others: named places (`names.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.statements.differences.phrases import is_located
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side


def find_place_nouns(side: Side, spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Yield (concept, span) of the place nouns in spans, in text order; words of a name ("Park Street") are none."""
    yield from find_nouns(side, spans, "places.toml")


_AREAS = frozenset({"territory", "region", "republic", "waters"})
_TOWNS = frozenset({"city", "village"})
_OPEN = frozenset({"street", "square", "border", "home"})
"""What may hold the others, or lie in them."""


def find_single_place(side: Side) -> tuple[str, Span] | None:
    """Return the (concept, span) of the only noun of place in a content, where a preposition of place stands before it; `None` otherwise."""
    found = list(find_place_nouns(side, side.attribution.content))
    return found[0] if len(found) == 1 and is_located(side, found[0][1], side.attribution.span) else None


def are_of_one_size(one: str, other: str) -> bool:
    """True when of two concepts neither may lie in the other: two areas, two kinds of towns, or two buildings."""
    sizes = [0 if concept in _AREAS else 1 if concept in _TOWNS else 2 for concept in (one, other)]
    return sizes[0] == sizes[1] and not {one, other} & _OPEN
