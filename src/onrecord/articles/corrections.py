"""Notes of a publisher that its article was corrected. In: units of the told news. Out: `Note`s; the words stay where they are and count as told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.page_gaps import NOTE_BLOCKS, NOTE_CHARS
from onrecord.articles.page_zones import is_correction
from onrecord.articles.units import Unit
from onrecord.records import Note


def find_corrections(units: Sequence[Unit]) -> tuple[Note, ...]:
    """Return the notes among the first and the last units, where papers print them, in text order."""
    edges = units if len(units) <= 2 * NOTE_BLOCKS else (*units[:NOTE_BLOCKS], *units[-NOTE_BLOCKS:])
    return tuple(Note(span=unit.span, kind="correction") for unit in edges if len(unit.text) <= NOTE_CHARS and is_correction(unit.text))
