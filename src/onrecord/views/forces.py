"""Which force a commitment is shown with: one telling takes for a threat what another takes for a warning, so the tellings vote.

In: the tellings of the commitments of one statement. Out: those that are one, its force, and who calls it otherwise. Each telling keeps its own force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.names.keys import names_match
from onrecord.records import Commitment
from onrecord.views.entries import CommitmentEntry
from onrecord.views.lookup import Lookup
from onrecord.views.parts import join_names
from onrecord.views.wording import name_label

FAMILIES = (("threat", "refusal", "warning"), ("offer", "promise"), ("demand",))
"""Forces that one act may be told with, the graver first; what one telling promises another does not threaten."""
_RANK = {force: rank for rank, force in enumerate(force for family in FAMILIES for force in family)}
_SHOWN = 6
"""How many articles are named that tell a commitment with another force."""


def are_kin(one: str, other: str) -> bool:
    """True for two forces that one act may be told with."""
    return any(one in family and other in family for family in FAMILIES)


def join_kin(groups: Sequence[list[Commitment]]) -> Iterator[list[Commitment]]:
    """Yield groups of commitments of one statement, those that differ in force alone as one: of one family, one in each telling, held by one party as far as it is told.

    Args:
        groups: the tellings of one commitment with one force each, nothing that a speaker puts into others' mouths.
    """
    for family in FAMILIES:
        kin = [group for group in groups if group[0].force in family]
        joined = [commitment for group in kin for commitment in group]
        told = Counter((c.article, c.attribution) for c in joined)
        if len(kin) > 1 and max(told.values()) == 1 and _is_one_party(joined):
            yield joined
        else:
            yield from kin


def _is_one_party(group: Iterable[Commitment]) -> bool:
    names = list(dict.fromkeys(c.holder_canonical for c in group if c.holder_canonical is not None))
    return all(names_match(names[0], name) for name in names[1:])


def vote_force(group: Sequence[Commitment], lookup: Lookup) -> str:
    """Return the force that most independent accounts tell, of several the one that is told more surely, then the graver."""
    accounts = {force: {lookup.account_of(c.article) for c in group if c.force == force} for force in {c.force for c in group}}
    sure = {force: max(c.confidence for c in group if c.force == force) for force in accounts}
    return max(accounts, key=lambda force: (len(accounts[force]), sure[force], -_RANK.get(force, 0), force))


def word_forces(entry: CommitmentEntry) -> str | None:
    """Return which articles tell a commitment with another force than it is shown with ("a warning in A2"), `None` where none does."""
    found: dict[str, list[str]] = {}
    for telling in entry.tellings:
        if telling.force != entry.force:
            found.setdefault(telling.force, []).append(telling.article.label)
    worded = (
        f"{name_label('forces_one', force)} in {join_names(dict.fromkeys(labels), _SHOWN)}" for force, labels in sorted(found.items(), key=lambda item: _RANK.get(item[0], 0))
    )
    return "; ".join(worded) or None
