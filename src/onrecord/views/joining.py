"""Says what the tellings of a commitment show of how its conditions join: which set "and" or "or", which only list them, which tell one of them alone.

In: a `CommitmentEntry`. Out: words, or `None` where every telling says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.languages import fold_text, load_pack
from onrecord.views.entries import CommitmentEntry, CommitmentTelling, Passage, StatementEntry
from onrecord.views.parts import join_names
from onrecord.views.sureness import is_unsure
from onrecord.views.wording import name_label

_ALONE = "alone"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _STEM = 4, 6
"""Letters of a word that says what happens, and those of its beginning by which it is told again."""


def list_alone(entry: CommitmentEntry) -> tuple[str, ...]:
    """Return the labels of the articles that tell a single one of several conditions, as if it were enough; none for an entry with one condition."""
    return tuple(dict.fromkeys(telling.article.label for telling in _list_sure(entry) if _find_manner(telling) == _ALONE)) if _has_several(entry) else ()


def is_taken_up(entry: CommitmentEntry, statements: Iterable[StatementEntry]) -> bool:
    """True when the same speaker speaks of a condition of a commitment in another statement, too: then who tells one alone cannot be said from its tellings.

    What was said on another day is another matter.

    Args:
        entry: a commitment of one of the statements.
        statements: all of them.
    """
    told = list(statements)
    its = next((statement for statement in told if statement.number == entry.statement), None)
    others = [statement for statement in told if its is not None and statement is not its and statement.who == its.who and not _is_on_another_day(its, statement)]
    acts = {stem for telling in entry.tellings for stem in _list_stems(telling.consequence)}
    events = {stem for telling in entry.tellings for condition in telling.conditions for stem in _list_stems(condition.passage)} - acts
    return any(not events.isdisjoint(_list_stems(rendering.passage)) for statement in others for rendering in statement.renderings)


def _is_on_another_day(first: StatementEntry, second: StatementEntry) -> bool:
    return first.said_at is not None and second.said_at is not None and (first.said_at.end <= second.said_at.start or second.said_at.end <= first.said_at.start)


def _list_stems(passage: Passage) -> set[str]:
    code = (passage.lang or "und").split("-")[0]
    pack = load_pack(code)
    light = frozenset() if pack is None else pack.stopwords
    return {word[:_STEM] for word in _WORD.findall(fold_text(passage.words, code)) if len(word) >= _LEAST and word not in light}


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
    return any(len(list_alternatives(telling)) > 1 for telling in _list_sure(entry))


def list_alternatives(telling: CommitmentTelling) -> Sequence[object]:
    """Return the conditions that may join by "and" or "or": a deadline is none."""
    return [condition for condition in telling.conditions if condition.kind != "deadline"]


def _find_manner(telling: CommitmentTelling) -> str | None:
    size = len(list_alternatives(telling))
    return None if size == 0 else _ALONE if size == 1 else telling.operator or "none"
