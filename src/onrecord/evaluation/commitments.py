"""Compare the commitments of a passage with gold, as the guidelines of the commitment gold say.

In: the gold of a passage, and the commitments and attributions found. Out: `Counts` by measure. Force, holder, conditions and
operator are judged on matched commitments only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.evaluation.attributions import is_one_name
from onrecord.evaluation.gold import NOBODY, Expected, ExpectedAttribution, ExpectedCommitment
from onrecord.evaluation.measures import Counts, count_exact, count_pairs, count_presence, count_share
from onrecord.evaluation.words import Words, pair_up, touch
from onrecord.languages.pack import fold_text, load_pack
from onrecord.records import CONDITIONAL_KINDS, Commitment, Condition, Span

COARSE = {"threat": "own", "promise": "own", "refusal": "own", "offer": "own", "demand": "other", "warning": "outcome"}
"""Force -> whose act it is: the holder's own, somebody else's, or nobody's."""
_SELF = ("first_singular", "first_plural")


def count_commitments(gold: Expected, found: Sequence[Commitment]) -> dict[str, Counts]:
    """Return the counts of every measure of commitments in one passage."""
    wanted = gold.commitments
    pairs = pair_consequences(gold, found)
    both = [(wanted[i], found[j]) for i, j in pairs]
    words = Words(gold.text)
    condition_pairs = [_pair_conditions(words, g.conditions, f.conditions) for g, f in both]
    return {
        "commitment_present": count_presence(bool(wanted), bool(found)),
        "conditional_present": count_presence(any(_is_conditional(g.conditions) for g in wanted), any(f.conditional for f in found)),
        "commitment": count_pairs(pairs, wanted, found),
        "force": count_exact(((g.consequence, g.force) for g in wanted), ((f.consequence, f.force) for f in found)),
        "condition": count_exact(((c.span, c.kind) for g in wanted for c in g.conditions), ((c.span, c.kind) for f in found for c in f.conditions)),
        "party": count_exact(_parties_of_gold(wanted), _parties_found(found)),
        "matched_force": count_share(g.force == f.force for g, f in both),
        "matched_force_coarse": count_share(COARSE[g.force] == COARSE[f.force] for g, f in both),
        "matched_holder": count_share(is_holder_right(gold, g, f) for g, f in both if g.holders),
        "matched_condition": _count_condition_words(words, both),
        "matched_condition_kind": count_share(g.kind == f.kind for row in condition_pairs for g, f in row),
        "matched_operator": count_share(g.operator == f.operator for g, f in both if g.operator is not None),
    }


def pair_consequences(gold: Expected, found: Sequence[Commitment]) -> list[tuple[int, int]]:
    """Return the pairs (gold, found) of commitments with the same consequence by its words, one to one."""
    words = Words(gold.text)
    return pair_up([words.of([g.consequence]) for g in gold.commitments], [words.of([f.consequence]) for f in found])


def is_holder_right(gold: Expected, wanted: ExpectedCommitment, found: Commitment) -> bool:
    """True when the holder found is the right one, in whatever words: the same place, the same name, or for "we" who says it."""
    if found.holder is not None and touch(wanted.holders, [found.holder]):
        return True
    names = [span.of(gold.text) for span in wanted.holders]
    saying = _find_around(gold.attributions, wanted.consequence)
    if saying is not None and any(_is_self(name, gold.lang) for name in names):
        if found.holder is not None and touch(saying.source, [found.holder]):
            return True
        if saying.speaker not in (None, NOBODY):
            names.append(saying.speaker or "")
    candidates = [name for name in (found.holder_canonical, found.holder.of(gold.text) if found.holder else None) if name]
    return any(is_one_name(name, other, gold.lang) for name in names for other in candidates)


def _find_around(attributions: Iterable[ExpectedAttribution], consequence: Span) -> ExpectedAttribution | None:
    """Return the innermost attribution whose content holds a consequence."""
    around = [(sum(c.end - c.start for c in a.content), k, a) for k, a in enumerate(attributions) if any(c.holds(consequence) for c in a.content)]
    return min(around)[2] if around else None


def _is_self(words: str, lang: str) -> bool:
    """True for a pronoun by which a speaker means itself."""
    pack = load_pack(lang)
    return pack is not None and any(fold_text(words, lang) in pack.pronouns[kind] for kind in _SELF)


def _is_conditional(conditions: Iterable[Condition]) -> bool:
    return any(c.kind in CONDITIONAL_KINDS for c in conditions)


def _parties_of_gold(items: Iterable[ExpectedCommitment]) -> set[tuple[str, Span]]:
    return {(role, span) for g in items for role, spans in (("holder", g.holders), ("addressee", g.addressees)) for span in spans}


def _parties_found(items: Iterable[Commitment]) -> set[tuple[str, Span]]:
    return {(role, span) for f in items for role, span in (("holder", f.holder), ("addressee", f.addressee)) if span is not None}


def _pair_conditions(words: Words, gold: Sequence[Condition], found: Sequence[Condition]) -> list[tuple[Condition, Condition]]:
    return [(gold[i], found[j]) for i, j in pair_up([words.of([c.span]) for c in gold], [words.of([c.span]) for c in found])]


def _count_condition_words(words: Words, both: Iterable[tuple[ExpectedCommitment, Commitment]]) -> Counts:
    """Return how many words of the conditions of matched commitments are found, and how many of those found are right."""
    right = found = gold = 0
    for g, f in both:
        wanted, got = words.of(c.span for c in g.conditions), words.of(c.span for c in f.conditions)
        right, found, gold = right + len(wanted & got), found + len(got), gold + len(wanted)
    return Counts(right=right, found=found, recalled=right, gold=gold)
