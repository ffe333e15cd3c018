"""All differences between the tellings of one statement.

In: the sides of a group, in order. Out: `Difference` records for every pair of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.records import Difference
from onrecord.statements.differences.actors import find_actor_changes
from onrecord.statements.differences.agents import find_agent_changes
from onrecord.statements.differences.closeness import CLOSER
from onrecord.statements.differences.intent import find_intent_changes
from onrecord.statements.differences.joints import find_joint_changes
from onrecord.statements.differences.logic import find_condition_changes, find_modality_changes, find_stage_changes
from onrecord.statements.differences.names import find_place_changes, find_spelling_variants
from onrecord.statements.differences.needs import find_need_changes
from onrecord.statements.differences.numbers import find_date_shifts, find_figure_changes
from onrecord.statements.differences.omission import find_truncation
from onrecord.statements.differences.pairing import Finder, Finding, Pair
from onrecord.statements.differences.quotations import find_requotes
from onrecord.statements.differences.scope import SCOPE, find_scope_changes
from onrecord.statements.differences.shortening import find_shortenings
from onrecord.statements.differences.sources import find_dropped_attribution, find_source_changes
from onrecord.statements.differences.wording import find_cue_changes, find_strength_changes, find_translation
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

LABELS = (
    "omitted_condition", "added_condition", "and_or_changed", "place_changed", "actor_changed", "verb_strength", "modality_or_negation",
    "event_stage", "date_shift", "truncated", "paraphrase_in_quote_marks", "translated", "loaded_cue", "spelling_variant",
    "dropped_attribution", "figure_changed",
)  # fmt: skip
MAX_RENDERINGS = 24
"""Pairs among the first so many tellings are compared; beyond, each telling is compared with the first one only."""

_FINDERS: tuple[Finder, ...] = (
    find_condition_changes, find_need_changes, find_joint_changes, find_place_changes, find_actor_changes, find_agent_changes, find_source_changes, find_strength_changes, find_scope_changes, find_modality_changes, find_intent_changes,
    find_stage_changes,
    find_figure_changes, find_date_shifts, find_requotes, find_translation, find_cue_changes, find_spelling_variants,
    find_dropped_attribution,
)  # fmt: skip
_COMPLEMENTS = frozenset({"modality_or_negation", "place_changed", "paraphrase_in_quote_marks"})
"""What two neighbouring sentences of one article differ in as they go on: the second adds to the first and does not tell it again. A place that both name is told again."""
NEIGHBOURS = 250
"""Most code points between two sentences of one article for the two to be neighbours: a reporting clause, or two ("she said on Monday. She added that")."""
_ENDS = re.compile(r"[.!?…][\"”’»“'\])]*\s")
_SUBSTANCE = frozenset({"omitted_condition", "added_condition", "and_or_changed", "place_changed", "actor_changed", "verb_strength", "figure_changed", "event_stage", "date_shift"})


def find_differences(sides: Sequence[Side], matcher: Matcher) -> Iterator[Difference]:
    """Yield the differences among sides; `left` and `right` are indexes into `sides`."""
    for i, j in combinations(range(len(sides)), 2):
        if j >= MAX_RENDERINGS and i > 0:
            continue
        pair = Pair(sides[i], sides[j], matcher.words(sides[i]), matcher.words(sides[j]))
        findings: list[Finding] = list(dict.fromkeys(finding for find in _FINDERS for finding in find(pair)))
        findings = [finding for finding in findings if not _is_told_as_place(finding, findings)]
        if are_neighbours(pair.left, pair.right):
            findings = [finding for finding in findings if finding.label not in _COMPLEMENTS or finding.reason.startswith(CLOSER)]
        findings.extend(list(find_truncation(pair, findings)) or find_shortenings(pair))
        findings.extend(_requoted_across_languages(pair, findings))
        for finding in findings:
            yield Difference(left=i, right=j, label=finding.label, spans=(finding.left, finding.right), reason=finding.reason)


def _is_told_as_place(finding: Finding, findings: Sequence[Finding]) -> bool:
    """True for how many places are meant ("territories" / "any republics") where the same words are told as another place."""
    if not finding.reason.startswith(SCOPE) or finding.left is None or finding.right is None:
        return False
    mine, theirs = finding.left, finding.right
    return any(f.label == "place_changed" and f.left is not None and f.right is not None and mine.overlap(f.left) > 0 and theirs.overlap(f.right) > 0 for f in findings)


def are_neighbours(left: Side, right: Side) -> bool:
    """True when two tellings stand one behind the other in one article, with nothing but a reporting clause between."""
    if left.article.id != right.article.id:
        return False
    first, second = sorted((left.attribution.span, right.attribution.span))
    gap = left.article.text[first.end : second.start]
    return len(gap) <= NEIGHBOURS and "\n\n" not in gap.strip() and len(_ENDS.findall(gap.lstrip(' \n"”’»“.,!?…'))) <= 1


def _requoted_across_languages(pair: Pair, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield that two quotations in two languages cannot both be the wording, as they differ in substance."""
    if pair.same_language or not pair.left.attribution.type == pair.right.attribution.type == "direct":
        return
    inside = (f for f in findings if (f.left is None or pair.left.covers(f.left)) and (f.right is None or pair.right.covers(f.right)))
    change = next((f for f in inside if f.label in _SUBSTANCE), None)
    if change is not None:
        yield Finding(
            label="paraphrase_in_quote_marks", left=change.left or pair.left.attribution.content[0], right=change.right or pair.right.attribution.content[0],
            reason=f"both quote, and more than the language differs: {change.reason}",
        )  # fmt: skip
