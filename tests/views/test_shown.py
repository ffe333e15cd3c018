"""The passage in which a telling is shown, and what it leaves to other statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.views import make_briefing

from .make import make_analysis, make_article, make_attribution, make_statement
from .test_commitments import NOTHING


@pytest.mark.parametrize(
    ("lang", "first", "second", "cue"),
    [
        ("en", "the lock stays shut", "the crane will go", "said"),
        ("de", "die Schleuse bleibt zu", "der Kran kommt weg", "sagte"),
        ("uk", "шлюз зачинено", "кран приберуть", "сказала"),
    ],
)
def test_the_words_of_another_statement_are_not_shown_again(lang: str, first: str, second: str, cue: str) -> None:
    article = make_article("one", f"One\n“{first}, {second}”, {cue} Ada Quill", lang=lang)
    said = [make_attribution(article, words, source="Ada Quill", cue=cue, type="direct", speaker="Ada Quill") for words in (first, second)]
    statements = tuple(make_statement(str(number), one, said_at=None) for number, one in enumerate(said))
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, *said),), statements=statements))
    shown = {entry.renderings[0].passage.words: entry.renderings[0].shown.words for entry in briefing.statements}
    assert shown == {first: f"“{first}", second: f"{second}”, {cue} Ada Quill"}


def test_a_statement_inside_another_keeps_its_cue() -> None:
    article = make_article("one", "One\nAda Quill said that Josip Tarn told her the crane will go")
    outer = make_attribution(article, "Josip Tarn told her the crane will go", source="Ada Quill", cue="said", type="indirect", speaker="Ada Quill")
    inner = make_attribution(article, "the crane will go", source="Josip Tarn", cue="told", type="indirect", speaker="Josip Tarn")
    statements = (make_statement("outer", outer, said_at=None), make_statement("inner", inner, said_at=None))
    briefing = make_briefing(replace(NOTHING, analyses=(make_analysis(article, outer, inner),), statements=statements))
    assert {entry.renderings[0].shown.words for entry in briefing.statements} == {article.text[4:], "Josip Tarn told her the crane will go"}
