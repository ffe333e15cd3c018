"""What the summary says that articles tell differently: a translation is no side of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Difference, Story
from onrecord.results import Comparison
from onrecord.views import make_briefing
from onrecord.views.contrasts import tell_differences
from onrecord.views.parts import Passage

from .make import find, make_analysis, make_article, make_attribution, make_statement

WORDS = {"gazette": ("a vote is held here", "held", "en"), "courier": ("a vote is announced here", "announced", "en")}
THIRD = [
    ("de", "eine Wahl wird abgehalten", "abgehalten"),
    ("nl", "een stemming wordt gehouden", "gehouden"),
    ("uk", "голосування проведено тут", "проведено"),
    ("tr", "oylama yapıldı burada", "yapıldı"),
]


@pytest.mark.parametrize(("lang", "said", "word"), THIRD)
@pytest.mark.parametrize("is_other", [False, True])
def test_a_translation_of_one_side_is_no_side_of_its_own(lang: str, said: str, word: str, is_other: bool) -> None:
    tellings = [*WORDS.values(), (said, word, lang)]
    sides = []
    for name, (words, _, language) in zip((*WORDS, "post"), tellings, strict=True):
        article = make_article(name, f"“{words},” said Ada Quill.", outlet=name, lang=language)
        sides.append((article, make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")))
    pairs = [(0, 1), (1, 2), *([(0, 2)] if is_other else [])]
    differences = tuple(
        Difference(left=i, right=j, label="event_stage", spans=(find(sides[i][0].text, tellings[i][1]), find(sides[j][0].text, tellings[j][1])), reason="one here, another there")
        for i, j in pairs
    )
    statement = replace(make_statement("one", *(attribution for _, attribution in sides), said_at=None), differences=differences)
    comparison = Comparison(
        analyses=tuple(make_analysis(article, attribution) for article, attribution in sides), stories=(Story(id="story-1", articles=tuple(a.id for a, _ in sides), made_by="test@1"),),
        copies=(), accounts=(), statements=(statement,), restatements=(), signs=(), problems=(),
    )  # fmt: skip
    told = [part.words for part in tell_differences(make_briefing(comparison)) if isinstance(part, Passage)]
    assert told == ["held", "announced", *([word] if is_other else [])]
