"""Give every person one name over all stories: each story chose the spelling that its own articles use most.

In: a `Comparison`. Out: the same with speakers, parties of commitments and sources of figures renamed; words of articles are left as they are.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from onrecord.names.keys import name_words, names_match
from onrecord.names.persons import unify_names
from onrecord.records import Commitment
from onrecord.results import Analysis, Comparison


def name_actors(comparison: Comparison) -> Comparison:
    """Return a comparison in which a person who speaks, counts or commits himself in several articles has one name: the spelling that most tellings are under."""
    spellings = {name: shown for name, shown in find_spellings(comparison).items() if shown != name}
    if not spellings:
        return comparison
    statements = (replace(s, speaker=spellings[s.speaker]) if s.speaker in spellings else s for s in comparison.statements)
    tallies = (replace(t, counts=tuple(replace(c, counter=spellings.get(c.counter or "", c.counter)) for c in t.counts)) for t in comparison.tallies)
    return replace(comparison, statements=tuple(statements), analyses=tuple(_rename_all(a, spellings) for a in comparison.analyses), tallies=tuple(tallies))


def _rename_all(analysis: Analysis, spellings: Mapping[str, str]) -> Analysis:
    return replace(
        analysis,
        attributions=tuple(replace(a, speaker=spellings[a.speaker]) if a.speaker is not None and a.speaker in spellings else a for a in analysis.attributions),
        commitments=tuple(_rename(c, spellings) for c in analysis.commitments),
        figures=tuple(replace(f, source=spellings[f.source]) if f.source is not None and f.source in spellings else f for f in analysis.figures),
    )


def write_latin(comparison: Comparison) -> tuple[Comparison, dict[str, str]]:
    """Return a comparison in which persons have the name in Latin letters that its articles give them, if any does, and those names by the others.

    For views in English; of several Latin spellings the one that most mentions are under.
    """
    spoken = {s.speaker for s in comparison.statements} | {c.holder_canonical for a in comparison.analyses for c in a.commitments}
    spoken |= {figure.source for analysis in comparison.analyses for figure in analysis.figures}
    foreign = sorted(name for name in spoken if name is not None and not _is_latin(name))
    counts = Counter(m.canonical for a in comparison.analyses for m in a.mentions if m.kind == "person" and _is_latin(m.canonical) and len(name_words(m.canonical)) > 1)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    found = {name: latin for name in foreign if len(name_words(name)) > 1 and (latin := next((other for other in ranked if names_match(name, other)), None)) is not None}
    if not found:
        return comparison, {}
    statements = (replace(s, speaker=found.get(s.speaker or "", s.speaker)) for s in comparison.statements)
    analyses = (
        replace(
            a,
            commitments=tuple(_rename(c, found) for c in a.commitments),
            figures=tuple(replace(figure, source=found.get(figure.source or "", figure.source)) for figure in a.figures),
        )
        for a in comparison.analyses
    )
    return replace(comparison, statements=tuple(statements), analyses=tuple(analyses)), found


def _is_latin(name: str) -> bool:
    """True for a name whose letters are all Latin."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name if letter.isalpha())


def _rename(commitment: Commitment, spellings: Mapping[str, str]) -> Commitment:
    holder, addressee = commitment.holder_canonical, commitment.addressee_canonical
    return replace(commitment, holder_canonical=spellings.get(holder or "", holder), addressee_canonical=spellings.get(addressee or "", addressee))


def find_spellings(comparison: Comparison) -> dict[str, str]:
    """Return for each full name of a person who speaks, counts or commits himself the spelling to show; only statements and commitments decide which."""
    persons = {mention.canonical for analysis in comparison.analyses for mention in analysis.mentions if mention.kind == "person"}
    counts: Counter[str] = Counter()
    for statement in comparison.statements:
        if statement.speaker is not None:
            counts[statement.speaker] += len(statement.renderings)
    for analysis in comparison.analyses:
        counts.update(c.holder_canonical for c in analysis.commitments if c.holder_canonical is not None)
        for named in (*(a.speaker for a in analysis.attributions), *(f.source for f in analysis.figures)):
            if named is not None:
                counts[named] += 0
    return unify_names({name: count for name, count in counts.items() if name in persons})
