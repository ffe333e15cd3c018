"""The tellings of one statement vote on the force that is shown; who calls it otherwise is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.results import Comparison
from onrecord.views import make_briefing, render_html
from onrecord.views.forces import word_forces

from .make import make_analysis, make_article, make_attribution, make_commitment, make_statement
from .test_brief_text import print_plain
from .test_commitments import NOTHING

TEXT = "The lock will be shut, if the levy stays"


def tell(*forces: str | Sequence[str], holders: Sequence[str | None] = (), confidences: Sequence[float] = ()) -> Comparison:
    """Return one article for each force, or forces, of what it takes the same words of one speaker for."""
    analyses, said = [], []
    for number, each in enumerate(forces):
        article = make_article(f"varn-{number}", f"Varn {number}\n{TEXT}")
        said.append(make_attribution(article, TEXT, source="", cue="", type="indirect", speaker="Ada Quill"))
        made = make_commitment(said[-1], article, "The lock will be shut", ("trigger", "the levy stays"), operator=None)
        made = replace(made, holder_canonical=holders[number] if holders else made.holder_canonical, confidence=confidences[number] if confidences else made.confidence)
        second = replace(made, id=f"{made.id} again", consequence=made.conditions[0].span, conditions=())
        held = [replace(one, force=force) for one, force in zip((made, second), (each,) if isinstance(each, str) else each, strict=False)]
        analyses.append(make_analysis(article, said[-1], commitments=tuple(held)))
    return replace(NOTHING, analyses=tuple(analyses), statements=(make_statement("lock", *said, said_at=None),))


def show(comparison: Comparison) -> list[tuple[str, int]]:
    """Return the force of each commitment shown and how many tellings it has, red lines first."""
    briefing = make_briefing(comparison)
    return [(entry.force, len(entry.tellings)) for entry in (*briefing.red_lines, *(entry for group in briefing.commitments for entry in group.commitments))]


@pytest.mark.parametrize(
    ("forces", "shown"),
    [
        (("threat", "warning", "threat"), [("threat", 3)]),
        (("warning", "threat", "warning"), [("warning", 3)]),
        (("refusal", "threat", "refusal"), [("refusal", 3)]),
        (("offer", "promise", "offer"), [("offer", 3)]),
        (("threat", "demand", "threat"), [("threat", 2), ("demand", 1)]),
        (("threat", "promise"), [("threat", 1), ("promise", 1)]),
        (("threat", ("threat", "warning")), [("threat", 2), ("warning", 1)]),
    ],
    ids=["most", "most, and no red line", "refusals", "offers", "a demand is another act", "a promise too", "both in one telling are two"],
)
def test_the_force_of_most_accounts_is_shown(forces: Sequence[str | Sequence[str]], shown: list[tuple[str, int]]) -> None:
    assert show(tell(*forces)) == shown


def test_of_two_equal_parties_the_surer_counts_and_then_the_graver() -> None:
    assert show(tell("threat", "warning", confidences=(0.6, 0.9))) == [("warning", 2)]
    assert show(tell("warning", "threat", confidences=(0.9, 0.9))) == [("threat", 2)]


def test_what_two_parties_are_held_to_is_two() -> None:
    assert show(tell("threat", "warning", holders=("Ada Quill", "Josip Tarn"))) == [("threat", 1), ("warning", 1)]


def test_who_calls_it_otherwise_is_said_everywhere() -> None:
    comparison = tell("threat", "warning", "threat")
    (entry,) = make_briefing(comparison).red_lines
    assert word_forces(entry) == "a warning in A2"
    assert "a warning in A2" in " ".join(print_plain(comparison).split())
    assert "a warning in A2" in render_html(make_briefing(comparison), comparison.analyses)
    other = tell("warning", "threat", "warning")
    assert "a threat in A2" in " ".join(print_plain(other).split())
    assert "a threat in A2" in render_html(make_briefing(other), other.analyses)
    (alike,) = make_briefing(tell("threat", "threat")).red_lines
    assert word_forces(alike) is None
