"""What is measured: the name, group and wording of every measure, and the counts behind one.

A measure of spans has precision and recall. A share says of matched items how many are right: both are then the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ATTRIBUTIONS, COMMITMENTS, ITEMS = "Who said what", "Commitments", "Names and figures"
GROUPS = (ATTRIBUTIONS, COMMITMENTS, ITEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: `name` for machines, `label` for people; `is_share` when it is a share of matched items."""

    name: str
    group: str
    label: str
    is_share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Counts of one measure in one passage: how many of those found are right, how many of the gold are found."""

    right: int = 0
    found: int = 0
    recalled: int = 0
    gold: int = 0


MEASURES = (
    *(Measure(name=role, group=ATTRIBUTIONS, label=f"{role}, exact") for role in ("source", "cue", "content")),
    *(Measure(name=f"{role}_overlap", group=ATTRIBUTIONS, label=f"{role}, overlap") for role in ("source", "cue", "content")),
    Measure(name="attribution", group=ATTRIBUTIONS, label="all three, exact"),
    Measure(name="content_with_source", group=ATTRIBUTIONS, label="content with its source"),
    Measure(name="nested", group=ATTRIBUTIONS, label="speech inside speech, found", is_share=True),
    Measure(name="type", group=ATTRIBUTIONS, label="type right", is_share=True),
    Measure(name="speaker", group=ATTRIBUTIONS, label="speaker right", is_share=True),
    Measure(name="speaker_wrong", group=ATTRIBUTIONS, label="speaker wrong", is_share=True),
    Measure(name="speaker_abstained", group=ATTRIBUTIONS, label="speaker left open", is_share=True),
    Measure(name="commitment_present", group=COMMITMENTS, label="passage with a commitment"),
    Measure(name="conditional_present", group=COMMITMENTS, label="passage with a conditional one"),
    Measure(name="commitment", group=COMMITMENTS, label="commitment, matched"),
    Measure(name="force", group=COMMITMENTS, label="consequence with force, exact"),
    Measure(name="condition", group=COMMITMENTS, label="condition with kind, exact"),
    Measure(name="party", group=COMMITMENTS, label="holder and addressee, exact"),
    Measure(name="matched_force", group=COMMITMENTS, label="force right", is_share=True),
    Measure(name="matched_force_coarse", group=COMMITMENTS, label="force right, coarse", is_share=True),
    Measure(name="matched_holder", group=COMMITMENTS, label="holder right", is_share=True),
    Measure(name="matched_condition", group=COMMITMENTS, label="words of conditions"),
    Measure(name="matched_condition_kind", group=COMMITMENTS, label="kind of condition right", is_share=True),
    Measure(name="matched_operator", group=COMMITMENTS, label="any / all right", is_share=True),
    Measure(name="entity", group=ITEMS, label="name with kind, exact"),
    Measure(name="figure", group=ITEMS, label="figure, overlap"),
    Measure(name="figure_value", group=ITEMS, label="value right", is_share=True),
    Measure(name="figure_kind", group=ITEMS, label="kind right", is_share=True),
)
"""All measures, in the order in which they are shown. Shares are of matched contents, commitments or figures."""


def count_share(right: Iterable[bool]) -> Counts:
    """Return the counts of a share: one answer an item."""
    answers = list(right)
    return Counts(right=sum(answers), found=len(answers), recalled=sum(answers), gold=len(answers))


def count_exact(gold: Iterable[object], found: Iterable[object]) -> Counts:
    """Return the counts of two sets whose items are the same or not."""
    wanted, got = set(gold), set(found)
    both = len(wanted & got)
    return Counts(right=both, found=len(got), recalled=both, gold=len(wanted))


def count_pairs(pairs: Sequence[tuple[int, int]], gold: Sequence[object], found: Sequence[object]) -> Counts:
    """Return the counts of items that were paired one to one."""
    return Counts(right=len(pairs), found=len(found), recalled=len(pairs), gold=len(gold))


def count_presence(in_gold: bool, in_found: bool) -> Counts:
    """Return the counts of a thing that a passage holds or not."""
    both = int(in_gold and in_found)
    return Counts(right=both, found=int(in_found), recalled=both, gold=int(in_gold))
