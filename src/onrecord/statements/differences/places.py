"""Places told without a name: territories, a village, outside a hospital.

In: a `Side`. Out: spans with the concept they name, from `places.toml`. Left to others: named places (`names.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.statements.nouns import find_nouns
from onrecord.statements.sides import Side


def find_place_nouns(side: Side, spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Yield (concept, span) of the place nouns in spans, in text order; words of a name ("Park Street") are none."""
    yield from find_nouns(side, spans, "places.toml")
