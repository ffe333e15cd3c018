"""What the tellings of one commitment show of how its conditions join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.results import Comparison
from onrecord.views import make_briefing, render_html
from onrecord.views.joining import is_taken_up, list_alone, word_joining

from .make import make_analysis, make_article, make_attribution, make_commitment, make_statement
from .test_brief_text import print_plain
from .test_commitments import NOTHING


def tell(*told: tuple[str, str, tuple[str, ...], str | None]) -> Comparison:
    """Return one threat in one article for each text with its language, conditions and what joins them."""
    analyses, said = [], []
    for number, (lang, text, conditions, operator) in enumerate(told):
        article = make_article(f"varn-{number}", f"Varn {number}\n{text}", lang=lang)
        said.append(make_attribution(article, text, source="", cue="", type="indirect", speaker="Ada Quill"))
        threat = make_commitment(said[-1], article, text.split(",")[0], *(("trigger", words) for words in conditions), operator=operator)
        analyses.append(make_analysis(article, said[-1], commitments=(threat,)))
    return replace(NOTHING, analyses=tuple(analyses), statements=(make_statement("lock", *said, said_at=None),))


BOTH = ("en", "The lock will be shut, if the levy stays and the crane falls", ("the levy stays", "the crane falls"), "all")
EITHER = ("nl", "De sluis gaat dicht, als de heffing blijft of de kraan valt", ("de heffing blijft", "de kraan valt"), "any")
ALONE = ("pl", "Śluza zostanie zamknięta, jeśli dźwig runie", ("dźwig runie",), None)


def test_each_way_of_joining_is_told_with_who_has_it_and_a_condition_told_alone() -> None:
    comparison = tell(BOTH, EITHER, ALONE)
    (entry,) = make_briefing(comparison).red_lines
    assert word_joining(entry) == "joined by “and” in A1 (own words); joined by “or” in A2 (own words); one alone in A3 (own words)"
    assert list_alone(entry) == ("A3",)
    assert "one condition alone in A3" in " ".join(print_plain(comparison).split())
    assert "joined by “or” in A2" in render_html(make_briefing(comparison), comparison.analyses)


def test_nothing_is_said_where_all_tell_the_same_or_one_condition() -> None:
    for told in ((BOTH,), (ALONE,)):
        (entry,) = make_briefing(tell(*told)).red_lines
        assert word_joining(entry) is None
        assert list_alone(entry) == ()


@pytest.mark.parametrize(
    ("lang", "more", "speaker", "taken"),
    [
        ("en", "A crane that falls would end the work", "Ada Quill", True),
        ("nl", "Een hogere heffing is het einde", "Ada Quill", True),
        ("pl", "Ten dźwig nas zatrzyma", "Ada Quill", True),
        ("en", "A crane that falls would end the work", "Josip Tarn", False),
        ("en", "The lock will be repainted", "Ada Quill", False),
    ],
)
def test_nothing_is_alone_where_another_statement_of_the_speaker_tells_the_condition(lang: str, more: str, speaker: str, taken: bool) -> None:
    comparison = tell(BOTH, EITHER, ALONE)
    article = make_article("more", f"More\n{more}", lang=lang)
    said = make_attribution(article, more, source="", cue="", type="indirect", speaker=speaker)
    comparison = replace(comparison, analyses=(*comparison.analyses, make_analysis(article, said)), statements=(*comparison.statements, make_statement("more", said, said_at=None)))
    briefing = make_briefing(comparison)
    (entry,) = briefing.red_lines
    assert is_taken_up(entry, briefing.statements) is taken
    assert ("condition alone" in " ".join(print_plain(comparison).split())) is not taken
