"""Give every person one name over all stories: each story chose the spelling that its own articles use most.

In: a `Comparison`. Out: the same with speakers of statements and parties of commitments renamed; words of articles are left as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from onrecord.names.persons import unify_names
from onrecord.records import Commitment
from onrecord.results import Comparison


def name_actors(comparison: Comparison) -> Comparison:
    """Return a comparison in which a person who speaks or commits himself in several stories has one name: the spelling that most tellings are under."""
    spellings = {name: shown for name, shown in find_spellings(comparison).items() if shown != name}
    if not spellings:
        return comparison
    statements = (replace(s, speaker=spellings[s.speaker]) if s.speaker in spellings else s for s in comparison.statements)
    analyses = (replace(a, commitments=tuple(_rename(c, spellings) for c in a.commitments)) for a in comparison.analyses)
    return replace(comparison, statements=tuple(statements), analyses=tuple(analyses))


def _rename(commitment: Commitment, spellings: Mapping[str, str]) -> Commitment:
    holder, addressee = commitment.holder_canonical, commitment.addressee_canonical
    return replace(commitment, holder_canonical=spellings.get(holder or "", holder), addressee_canonical=spellings.get(addressee or "", addressee))


def find_spellings(comparison: Comparison) -> dict[str, str]:
    """Return for each full name of a person who speaks or commits himself the spelling to show."""
    persons = {mention.canonical for analysis in comparison.analyses for mention in analysis.mentions if mention.kind == "person"}
    counts: Counter[str] = Counter()
    for statement in comparison.statements:
        if statement.speaker is not None:
            counts[statement.speaker] += len(statement.renderings)
    for analysis in comparison.analyses:
        counts.update(c.holder_canonical for c in analysis.commitments if c.holder_canonical is not None)
    return unify_names({name: count for name, count in counts.items() if name in persons})
