"""Where what is to come of a commitment is that something is put off ("would postpone the closure").

In: a telling and a commitment of it. Out: the words that say so. They are data, by language: `postponing.toml`.
"""

from __future__ import annotations

from functools import cache

from onrecord.languages.choices import list_choices
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import FormTable, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Commitment, Span
from onrecord.statements.forms import find_forms
from onrecord.statements.sides import Side


def find_putting_off(side: Side, commitment: Commitment) -> Span | None:
    """Return the words by which something is put off, `None` without any."""
    return min((where for _, where in find_forms(side, _load(primary_subtag(side.lang)), (commitment.consequence,))), default=None)


@cache
def _load(lang: str) -> FormTable:
    """Return the folded verbs of a language, nothing without any."""
    lists = read_lists("onrecord.statements", "postponing").get(lang, {})
    return {key: tuple(dict.fromkeys(fold_text(form, lang) for text in texts for form in list_choices(text))) for key, texts in lists.items()}
