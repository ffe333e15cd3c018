"""Sets commitments out for reading: red lines first, tellings of one commitment in several articles folded into one entry.

In: the commitments of all analyses and the statements they stand in. Out: `CommitmentEntry`s. Two commitments are one when
they stand in the same statement with the same force and are each the n-th such one of their telling, or with forces of one family and alone of it there. The sure come before the unsure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.languages.sentences import split_sentences
from onrecord.records import Attribution, Commitment, Condition, Span
from onrecord.results import Comparison
from onrecord.views.aligned import RED_FORCES
from onrecord.views.entries import CommitmentEntry, CommitmentGroup, CommitmentTelling, ConditionEntry, Passage, StatementEntry, Step
from onrecord.views.forces import join_kin, vote_force
from onrecord.views.leaning import is_own_pronoun, is_pronoun
from onrecord.views.lookup import Lookup
from onrecord.views.speakers import names_nobody
from onrecord.views.sureness import UNSURE, is_unsure
from onrecord.views.titles import fold_titles, is_title_claim

INNER = "inner_voice"
"""The group of what a speaker says that others say."""
READY = "readiness"
"""The group of promises that only say who is ready to talk, to meet, to release."""
KINDS = ("threat", "refusal", "offer", READY, "demand", "promise", "warning", INNER)
"""The order in which commitments are shown."""

_NOT_QUOTED = 0.8
"""What it does to the weight of a commitment that no article quotes it."""

_HARMED = {("threat", "prerequisite"): "trigger", ("warning", "prerequisite"): "trigger"}
"""Force and kind of a condition -> what it is shown as: harm is done if something happens; "provided" that something happens a thing is given."""

_LAST = 10**9

_NOBODY = "a speaker not named"
"""Who speaks where only a pronoun, or a possessive with a noun, is told of him."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLists:
    """Red lines and other commitments, and which red line a commitment's id belongs to."""

    red_lines: tuple[CommitmentEntry, ...]
    others: tuple[CommitmentGroup, ...]
    red_line_of: Mapping[str, int]


def list_commitments(comparison: Comparison, statements: Sequence[StatementEntry], restated: Mapping[int, tuple[Step, ...]], lookup: Lookup) -> CommitmentLists:
    """Return red lines (what most tell as a threat or refusal of somebody, and any article with a condition) and all other commitments by force.

    Args:
        comparison: where commitments and statements come from.
        statements: the numbered entries of its statements; commitments of one weight follow their order, those of no statement come last.
        restated: the steps that take up a statement, by its number.
        lookup: the lookup of the same comparison.
    """
    groups = _fold(comparison, _number_attributions(comparison, statements))
    titles = fold_titles([group for _, group in groups], lookup)
    summed: dict[int, list[Commitment]] = {}
    for place, other in titles.items():
        summed.setdefault(other, []).extend(groups[place][1])
    entries = [
        (_make_entry(statement, group, summed.get(at, ()), restated, lookup), [*group, *summed.get(at, ())]) for at, (statement, group) in enumerate(groups) if at not in titles
    ]
    entries.sort(key=lambda pair: (is_unsure(pair[0]), -pair[0].weight))
    red = [(replace(entry, number=number), group) for number, (entry, group) in enumerate((pair for pair in entries if _is_red_line(*pair)), start=1)]
    rest = [(entry, group) for entry, group in entries if not _is_red_line(entry, group)]
    rest.sort(key=lambda pair: KINDS.index(_kind(*pair)) if _kind(*pair) in KINDS else len(KINDS))
    others = [replace(entry, number=number) for number, (entry, _) in enumerate(rest, start=1)]
    kinds = {number: _kind(entry, group) for number, (entry, group) in enumerate(rest, start=1)}
    forces = dict.fromkeys(kinds[entry.number] for entry in others)
    return CommitmentLists(
        red_lines=tuple(entry for entry, _ in red),
        others=tuple(CommitmentGroup(force=force, commitments=tuple(e for e in others if kinds[e.number] == force)) for force in forces),
        red_line_of={commitment.id: entry.number for entry, group in red for commitment in group},
    )


def _number_attributions(comparison: Comparison, statements: Iterable[StatementEntry]) -> dict[str, list[tuple[Span, int]]]:
    """Return for each attribution its tellings with the number of their statement, in text order."""
    numbers = {entry.id: entry.number for entry in statements}
    found: dict[str, list[tuple[Span, int]]] = {}
    for statement in comparison.statements:
        for rendering in statement.renderings:
            if rendering.attribution is not None:
                found.setdefault(rendering.attribution, []).append((rendering.span, numbers[statement.id]))
    return {attribution: sorted(tellings) for attribution, tellings in found.items()}


def _find_number(commitment: Commitment, tellings_of: Mapping[str, Sequence[tuple[Span, int]]]) -> int | None:
    """Return the number of the statement that tells a commitment: that of the telling it stands in, else of the first of its attribution."""
    tellings = tellings_of.get(commitment.attribution or "", ())
    return next((number for span, number in tellings if span.holds(commitment.consequence)), tellings[0][1] if tellings else None)


def _fold(comparison: Comparison, tellings_of: Mapping[str, Sequence[tuple[Span, int]]]) -> list[tuple[int | None, list[Commitment]]]:
    groups: dict[tuple[int | str, str, int], list[Commitment]] = {}
    numbers: dict[tuple[int | str, str, int], int | None] = {}
    for analysis in comparison.analyses:
        seen: dict[tuple[int | str, str, str], int] = {}
        for commitment in sorted(analysis.commitments, key=lambda c: c.consequence):
            number = _find_number(commitment, tellings_of)
            owner = commitment.id if number is None else number
            telling = commitment.attribution or commitment.id
            kind = f"{INNER} {commitment.force}" if commitment.inner_voice else commitment.force
            nth = seen.get((owner, telling, kind), 0)
            seen[(owner, telling, kind)] = nth + 1
            groups.setdefault((owner, kind, nth), []).append(commitment)
            numbers[(owner, kind, nth)] = number
    of_statement: dict[int | None, list[list[Commitment]]] = {}
    for key, group in groups.items():
        of_statement.setdefault(numbers[key], []).append(group)
    folded = [(number, group) for number, each in of_statement.items() for group in (each if number is None else _join_forces(each))]
    return sorted(folded, key=lambda pair: _LAST if pair[0] is None else pair[0])


def _join_forces(groups: Sequence[list[Commitment]]) -> list[list[Commitment]]:
    """Return the commitments of one statement, those that differ in force alone as one, what is put into others' mouths as it is."""
    own = [group for group in groups if not group[0].inner_voice]
    return [*join_kin(own), *(group for group in groups if group[0].inner_voice)]


def _is_red_line(entry: CommitmentEntry, group: Sequence[Commitment]) -> bool:
    return entry.force in RED_FORCES and any(commitment.conditional and not commitment.inner_voice for commitment in group)


def _kind(entry: CommitmentEntry, group: Sequence[Commitment]) -> str:
    """Return the heading under which a commitment stands."""
    if group[0].inner_voice:
        return INNER
    return READY if entry.force == "promise" and any(commitment.readiness for commitment in group) else entry.force


def _make_entry(
    statement: int | None, group: Sequence[Commitment], titles: Sequence[Commitment], restated: Mapping[int, tuple[Step, ...]], lookup: Lookup
) -> CommitmentEntry:  # fmt: skip
    fullest = sorted(group, key=lambda c: (c.confidence < UNSURE, -len(c.conditions), lookup.entry(c.article).foreign is not None, not _is_quoted(c, lookup)))
    addressees = [name for name in (c.addressee_canonical for c in fullest) if name]
    addressed = [lookup.cut(c.article, c.addressee).words for c in fullest if c.addressee is not None]
    tellings = tuple(_make_telling(commitment, lookup) for commitment in fullest)
    accounts = len({lookup.account_of(commitment.article) for commitment in group})
    confidence = max(commitment.confidence for commitment in group)
    return CommitmentEntry(
        number=0,
        holder=_name_holder(fullest, lookup),
        force=vote_force(group, lookup),
        addressee=next(iter(addressees + addressed), None),
        tellings=tellings,
        groups=_fold_same(tellings),
        statement=statement,
        restated=_find_steps(statement, (*group, *titles), restated),
        confidence=confidence,
        accounts=accounts,
        outer=_cut_outer(fullest[0], lookup) if fullest[0].inner_voice else None,
        headlines=tuple(_make_telling(commitment, lookup) for commitment in titles),
        headline_only=all(is_title_claim(lookup.article(c.article), c) for c in group),
        weight=accounts * confidence * (1.0 if any(_is_quoted(commitment, lookup) for commitment in group) else _NOT_QUOTED),
    )


def _find_steps(statement: int | None, commitments: Iterable[Commitment], restated: Mapping[int, tuple[Step, ...]]) -> tuple[Step, ...]:
    """Return the steps that take up one of some commitments of a statement, or the statement as a whole."""
    ids = {None, *(commitment.id for commitment in commitments)}
    return tuple(step for step in restated.get(statement, ()) if step.commitment in ids) if statement is not None else ()


def _cut_outer(commitment: Commitment, lookup: Lookup) -> Passage:
    """Return the sentence of the speaker in which it says that others say it; a content that is no whole sentence is cut where it ends."""
    article, attribution = lookup.article(commitment.article), lookup.attribution(commitment.attribution)
    around = next((s for s in split_sentences(article.text) if s.overlap(commitment.consequence)), commitment.consequence)
    said = next((s for s in attribution.content if s.overlap(commitment.consequence)), around) if attribution is not None else around
    start, end = max(around.start, said.start), min(around.end, said.end)
    return lookup.cut(commitment.article, Span(start=start, end=max(end, commitment.consequence.end)))


def _is_quoted(commitment: Commitment, lookup: Lookup) -> bool:
    attribution = lookup.attribution(commitment.attribution)
    return attribution is not None and attribution.type != "indirect"


def _name_holder(tellings: Iterable[Commitment], lookup: Lookup) -> str | None:
    """Return who holds a commitment: the first name, else the first words that are no pronoun, else a pronoun with whose words it is.

    A pronoun by which a speaker without a name calls itself gives the words for that speaker.
    """
    written: list[tuple[bool, str]] = []
    for commitment in tellings:
        if commitment.holder_canonical:
            return f"{commitment.holder_canonical}, in the words of {_name_teller(commitment, lookup)}" if commitment.inner_voice else commitment.holder_canonical
        if commitment.holder is not None:
            passage = lookup.cut(commitment.article, commitment.holder)
            unnamed = _find_unnamed(commitment, passage, lookup)
            if unnamed is not None:
                written.append((False, unnamed))
                continue
            leans = commitment.inner_voice or is_pronoun(passage.words, passage.lang)
            written.append((leans, f"‘{passage.words}’, in the words of {_name_teller(commitment, lookup)}" if leans else passage.words))
    return min(written, key=lambda pair: pair[0])[1] if written else None


def _find_unnamed(commitment: Commitment, holder: Passage, lookup: Lookup) -> str | None:
    """Return the words for the speaker without a name that a pronoun of itself stands for ("the mayor" for "she"), `None` for any other holder."""
    attribution = lookup.attribution(commitment.attribution)
    if attribution is None or attribution.speaker is not None or not attribution.speaker_as_written or commitment.inner_voice:
        return None
    is_own = is_own_pronoun(holder.words, holder.lang, quoted=attribution.type != "indirect")
    return _call_unnamed(attribution, lookup) if is_own else None


def _call_unnamed(attribution: Attribution, lookup: Lookup) -> str | None:
    """Return the words for a speaker without a name; `None` where they say only with others who is meant ("he", "her spokesman") and these do not tell."""
    words = (attribution.speaker_as_written or "").split(",")[0]
    return words if words and not names_nobody(words, lookup.article(attribution.article).lang) else lookup.source_of(None, (attribution.id,)).words


def _name_teller(commitment: Commitment, lookup: Lookup) -> str:
    attribution = lookup.attribution(commitment.attribution)
    if attribution is None or not (attribution.speaker or attribution.speaker_as_written):
        return lookup.entry(commitment.article).label
    return attribution.speaker or _call_unnamed(attribution, lookup) or _NOBODY


def _fold_same(tellings: Iterable[CommitmentTelling]) -> tuple[tuple[CommitmentTelling, ...], ...]:
    """Return tellings in groups whose words are the same, in order of their first."""
    groups: dict[tuple[str, ...], list[CommitmentTelling]] = {}
    for telling in tellings:
        words = (telling.consequence, *(condition.passage for condition in telling.conditions))
        groups.setdefault(tuple(" ".join(passage.words.casefold().split()) for passage in words), []).append(telling)
    return tuple(tuple(group) for group in groups.values())


def _make_telling(commitment: Commitment, lookup: Lookup) -> CommitmentTelling:
    conditions = sorted((c for c in commitment.conditions if not _is_told_in_another(c, commitment)), key=lambda condition: condition.span)
    return CommitmentTelling(
        article=lookup.entry(commitment.article),
        consequence=lookup.cut(commitment.article, commitment.consequence),
        conditions=tuple(ConditionEntry(kind=c.bearing or _HARMED.get((commitment.force, c.kind), c.kind), passage=lookup.cut(commitment.article, c.span)) for c in conditions),
        operator="listed" if commitment.operator_how == "listed" else commitment.operator,
        confidence=commitment.confidence,
        force=commitment.force,
        concessions=tuple(lookup.cut(commitment.article, span) for span in commitment.concessions),
    )


def _is_told_in_another(condition: Condition, commitment: Commitment) -> bool:
    """True for a condition that the words of another hold, as a deadline in a clause: these tell it."""
    return any(other.span != condition.span and other.span.holds(condition.span) for other in commitment.conditions)
