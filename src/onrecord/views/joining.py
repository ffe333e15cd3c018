"""Says what the tellings of a commitment show of how its conditions join: which set "and" or "or", which only list them, which tell one of them alone.

In: a `CommitmentEntry`. Out: words, or `None` where every telling says the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.views.entries import CommitmentEntry, CommitmentTelling
from onrecord.views.parts import join_names
from onrecord.views.sureness import is_unsure
from onrecord.views.wording import name_label

_ALONE = "alone"


def list_alone(entry: CommitmentEntry) -> tuple[str, ...]:
    """Return the labels of the articles that tell a single one of several conditions, as if it were enough; none for an entry with one condition."""
    return tuple(dict.fromkeys(telling.article.label for telling in _list_sure(entry) if _find_manner(telling) == _ALONE)) if _has_several(entry) else ()


def word_joining(entry: CommitmentEntry) -> str | None:
    """Return which tellings join the conditions how: "joined by “and” in A1 (own words); only listed in A1 (quoted) and A3 (quoted); one alone in A5 (own words)"."""
    found: dict[str, list[str]] = {}
    for telling in _list_sure(entry):
        manner = _find_manner(telling)
        if manner is not None:
            kind = name_label("types", "direct") if telling.is_quoted else name_label("tellings", "indirect")
            found.setdefault(manner, []).append(f"{telling.article.label} ({kind})")
    if not _has_several(entry) or len(found) < 2:
        return None
    return "; ".join(f"{name_label('joining', manner)} in {join_names(names, 6)}" for manner, names in found.items())


def _list_sure(entry: CommitmentEntry) -> Sequence[CommitmentTelling]:
    return [telling for telling in entry.tellings if not is_unsure(telling)]


def _has_several(entry: CommitmentEntry) -> bool:
    return any(len(_list_alternatives(telling)) > 1 for telling in _list_sure(entry))


def _list_alternatives(telling: CommitmentTelling) -> Sequence[object]:
    """Return the conditions that may join by "and" or "or": a deadline is none."""
    return [condition for condition in telling.conditions if condition.kind != "deadline"]


def _find_manner(telling: CommitmentTelling) -> str | None:
    size = len(_list_alternatives(telling))
    return None if size == 0 else _ALONE if size == 1 else telling.operator or "none"
