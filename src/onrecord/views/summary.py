"""Says a briefing in a few lines: the news in its own words first, then who reports it and what is not known; counts come last, on one line.

In: a `Briefing`. Out: `Remark`s. They quote and count what its sections hold and say nothing of their own; a line with nothing to say is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.views.contrasts import tell_differences
from onrecord.views.display import count
from onrecord.views.entries import Briefing, Remark
from onrecord.views.figure_lines import tell_figures
from onrecord.views.headlines import tell_commitments, tell_lead, tell_red_lines
from onrecord.views.parts import Sentence
from onrecord.views.recalls import tell_recalls
from onrecord.views.reporters import tell_gaps, tell_sources
from onrecord.views.sign_lines import tell_signs
from onrecord.views.sureness import is_doubtful, is_told_by_several, is_unsure

_FORCES = (("offer", "Offered"), ("readiness", "Ready to"), ("refusal", "Refused"))
_OTHER_FORCES = (("threat", "Threatened"), ("demand", "Demanded"), ("promise", "Promised"), ("warning", "Warned"))
"""Forces that are told where no red line is: otherwise their section has them, but for promises on a condition, which have a line where one of the others is free."""


def summarise(briefing: Briefing) -> tuple[Remark, ...]:
    """Return the lines of a summary; none for a briefing without articles."""
    if not briefing.articles:
        return ()
    return tuple(Remark(title=title, sentence=sentence) for title, sentence in _list_lines(briefing) if sentence)


def _list_lines(briefing: Briefing) -> Iterator[tuple[str, Sentence]]:
    has_red_line = any(not is_unsure(entry) for entry in briefing.red_lines)
    yield "Red line" if len(briefing.red_lines) == 1 else "Red lines", tell_red_lines(briefing)
    yield "On record", tell_lead(briefing)
    yield "Told differently", tell_differences(briefing)
    yield "Said again", tell_recalls(briefing)
    yield "Signs", tell_signs(briefing)
    told = [(title, tell_commitments(briefing, force)) for force, title in (_FORCES if has_red_line else (*_FORCES, *_OTHER_FORCES))]
    yield from told
    if has_red_line and not all(sentence for _, sentence in told):
        yield "Promised on a condition", tell_commitments(briefing, "promise", conditional=True)
    yield "Figures", tell_figures(briefing)
    yield "Who reports", tell_sources(briefing)
    yield "Not known", tell_gaps(briefing)
    yield "In numbers", _tell_numbers(briefing)


def _tell_numbers(briefing: Briefing) -> Sentence:
    """Return the tallies on one line."""
    statements = briefing.statements
    if not statements:
        return ()
    quoted = sum(any(rendering.type == "direct" for rendering in entry.renderings) for entry in statements)
    several, perhaps = sum(map(is_told_by_several, statements)), sum(map(is_doubtful, statements))
    unsure = sum(is_unsure(entry.renderings[0]) or is_doubtful(entry) for entry in statements)
    parts = [
        count(len(statements), "statement"),
        f"{quoted} quoted",
        *([f"{several} told by several articles{f' and {perhaps} perhaps' if perhaps else ''}"] if len(briefing.articles) > 1 else []),
        *([f"{unsure} unsure"] if unsure else []),
    ]
    return (f"{', '.join(parts)}.",)
