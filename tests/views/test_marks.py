"""Which words of a telling are marked: what differs, and of conditions joined otherwise what joins them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Difference, Standing, Wording
from onrecord.views import make_briefing

from .make import find, make_analysis, make_article, make_attribution, make_commitment, make_statement
from .test_commitments import NOTHING

TELLINGS = {
    "en": ("We leave if the quay is shelled and if pilots are seized", "We leave", "the quay is shelled", "pilots are seized", "and if"),
    "nl": ("We vertrekken als de kade wordt beschoten, als loodsen worden opgepakt", "We vertrekken", "de kade wordt beschoten", "loodsen worden opgepakt", ", als"),
    "pl": ("Wyjedziemy, jeśli nabrzeże zostanie ostrzelane lub jeśli zatrzymają pilotów", "Wyjedziemy", "nabrzeże zostanie ostrzelane", "zatrzymają pilotów", "lub jeśli"),
}


@pytest.mark.parametrize(("left", "right"), [("en", "nl"), ("pl", "en"), ("nl", "pl")])
def test_of_conditions_joined_otherwise_what_joins_them_is_marked(left: str, right: str) -> None:
    analyses, said, wordings, spans = [], [], {2: [], 3: []}, []
    for lang in (left, right):
        words, act, first, second, _ = TELLINGS[lang]
        article = make_article(lang, f"{lang}\n{words}.", lang=lang)
        one = make_attribution(article, words, source="", cue="", type="direct", speaker="Ada Quill")
        held = make_commitment(one, article, act, ("trigger", first), ("trigger", second), operator="all")
        analyses.append(make_analysis(article, one, commitments=(held,)))
        said.append(one)
        spans.append(find(article.text, f"{first}{words.split(first)[1]}"))
        for place, condition in zip((2, 3), held.conditions, strict=True):
            wordings[place].append(Wording(article=article.id, span=condition.span, commitment=held.id))
    differ = Difference(left=0, right=1, label="and_or_changed", spans=(spans[0], spans[1]), reason="joined by `and` here, only listed there")
    statement = make_statement("one", *said, differences=(differ,), said_at=None)
    standings = tuple(
        Standing(
            id=f"standing-{place}", statement=statement.id, commitment=found[0].commitment, article=found[0].article, span=found[0].span, condition="it", state="open",
            since=None, deadline=None, signs=(), accounts=0, reason="", made_by="test@1", wordings=tuple(found),
        )
        for place, found in wordings.items()
    )  # fmt: skip
    briefing = make_briefing(replace(NOTHING, analyses=tuple(analyses), statements=(statement,), standings=standings))
    shown = {r.article.name: [mark.span.of(a.article.text) for mark in r.marks] for r, a in zip(briefing.statements[0].renderings, analyses, strict=True)}
    assert shown == {left: [TELLINGS[left][4]], right: [TELLINGS[right][4]]}
