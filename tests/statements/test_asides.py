"""Sentences that an outlet attributes to nobody: which there are, whose words they say, and the statement they join."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.ids import hash_text, make_id
from onrecord.kinship import Sketch
from onrecord.records import Dropped, Span
from onrecord.results import Analysis
from onrecord.run.sketch import make_sketch
from onrecord.run.story import Before
from onrecord.statements.cluster import Echoes, add_asides, attach_asides, group_tellings
from onrecord.statements.features import Tellings
from onrecord.statements.find import find_statements
from onrecord.statements.match import match_asides
from onrecord.statements.shared import pack_echoes, unpack_echoes
from onrecord.statements.space import plain_space
from onrecord.statements.telling import Telling
from onrecord.statements.utterances import find_asides
from tests.statements import tellings

TOLD = "both ferries to the island stay in the harbour until the storm is over"


def aside_article(text: str, *, name: str = "herald", lang: str = "en") -> Analysis:
    """Return an article that attributes nothing to anybody."""
    article = replace(tellings.tell(TOLD).analysis.article, id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), lang=lang)
    return Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=())


def sketch(analysis: Analysis) -> Sketch:
    return make_sketch(analysis, None, [], tellings.rarity, plain_space())


def likeness(told: str, text: str, *, lang: str = "en") -> float:
    """Return how surely the first sentence of a text says what is told elsewhere."""
    left, right = tellings.tell(told).sketch, sketch(aside_article(text, lang=lang))
    return float(match_asides(Tellings(left), Tellings(right, right.asides))[0, 0])


def test_sentences_that_are_attributed_dropped_or_short_are_no_asides() -> None:
    analysis = tellings.tell(TOLD).analysis
    extra = " Both ferries to the island stayed in the harbour. Rain fell. Subscribe here to read the rest of this story."
    article = replace(analysis.article, text=analysis.article.text + extra)
    article = replace(article, dropped=(Dropped(span=tellings.find(article.text, "Subscribe here to read the rest of this story."), reason="test"),))
    assert [u.attribution.span.of(article.text) for u in find_asides(article, analysis.attributions)] == ["Both ferries to the island stayed in the harbour."]


def test_an_aside_has_no_source_and_says_so() -> None:
    (aside,) = find_asides(aside_article("Both ferries to the island stay in the harbour.").article, [])
    assert (aside.whole, aside.attribution.type, aside.attribution.speaker, aside.attribution.source) == (None, "unattributed", None, ())


def test_the_same_words_without_a_source_are_found() -> None:
    assert likeness(TOLD, "Both ferries to the island stay in the harbour until the storm is over.") > 0.9
    assert likeness(TOLD, "Because of the storm both ferries to the island have to stay in the harbour today.") > 0.3


@pytest.mark.parametrize(
    "text",
    ["The mayor of the island will open the new school library on Monday.", "Both teams go to the island on Sunday for the last match of the year."],
)
def test_other_words_are_not(text: str) -> None:
    assert likeness(TOLD, text) == 0.0


def test_other_numbers_are_another_matter() -> None:
    told = "Both ferries to the island stay in the harbour for 12 hours"
    assert likeness(told, "Both ferries to the island stay in the harbour for 12 hours.") > 0.9
    assert likeness(told, "Both ferries to the island stay in the harbour for 40 hours.") == 0.0


@pytest.mark.parametrize(("part", "found"), [("headline", True), ("text", False)])
def test_the_headline_of_an_article_may_say_in_less_words_what_is_said_below(part: str, found: bool) -> None:
    told = tellings.tell("both ferries to the island stay in the harbour until autumn ends", aside="Both ferries to the island stay in harbour")
    (aside,) = told.sketch.asides
    alike = match_asides(Tellings(told.sketch), Tellings(told.sketch, [replace(aside, part=part)]))
    assert bool(alike[0, 0]) == found
    other = tellings.tell("the crew of both ferries has gone home to rest for the night", aside="Both ferries to the island stay in harbour")
    assert match_asides(Tellings(other.sketch), Tellings(other.sketch, [replace(other.sketch.asides[0], part=part)])).max() == 0.0


def test_two_languages_never_meet() -> None:
    assert likeness(TOLD, "Both ferries to the island stay in the harbour until the storm is over.", lang="nl") == 0.0


def test_echoes_number_asides_behind_the_tellings() -> None:
    surely, there, here = np.array([[0.5]]), np.array([[0.9, 0.0]]), np.array([[0.3]])
    assert unpack_echoes(pack_echoes(surely, there, here, same_article=False)).tolist() == [[0, 0, 5000], [0, 1, 9000], [1, 0, 3000]]
    assert unpack_echoes(pack_echoes(surely, there, here, same_article=True)).tolist() == [[0, 1, 9000]]


def test_an_aside_joins_the_telling_it_is_likest_to_and_only_that() -> None:
    told = [tellings.tell(TOLD).told, tellings.tell("the storm will be over by Tuesday evening", name="courier").told]
    other = sketch(aside_article("Both ferries to the island stay in the harbour until the storm is over."))
    aside = Telling(sketch=other, gist=other.asides[0])
    beside = attach_asides(told, [aside], Echoes(np.array([1, 0]), np.array([0, 0]), np.array([0.4, 0.8])))
    assert beside == {told[0].gist.of: [aside]}
    nothing = Echoes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    found = list(find_statements("story-1", told, nothing, lambda _, group: (), beside=beside))
    assert sorted([(r.article, r.attribution is None, r.type) for r in s.renderings] for s in found) == sorted(
        [[(told[0].sketch.article, False, "indirect"), (other.article, True, "unattributed")], [(told[1].sketch.article, False, "indirect")]]
    )
    assert all(r.span == Span(start=0, end=71) for s in found for r in s.renderings if r.attribution is None)


def test_a_group_that_was_not_compared_can_take_asides() -> None:
    told = tellings.tell(TOLD).told
    other = sketch(aside_article("Both ferries to the island stay in the harbour until the storm is over."))
    aside = Telling(sketch=other, gist=other.asides[0])
    nothing = Echoes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    (group,) = group_tellings([told], nothing, {told.gist.of: "statement-1"})
    assert add_asides(group, {told.gist.of: [aside]}).tellings == (told, aside)


@pytest.mark.parametrize(("published", "joins"), [("2031-03-12", False), ("2031-03-14", True)])
def test_an_aside_of_an_article_that_appeared_before_it_was_said_stays_out(published: str, joins: bool) -> None:
    day = tellings.days(published, published[:-1] + str(int(published[-1]) + 1))
    analysis = aside_article("Both ferries to the island stay in the harbour until the storm is over.")
    other = sketch(replace(analysis, article=replace(analysis.article, published=day)))
    told = tellings.tell(TOLD, said_at=tellings.days("2031-03-14", "2031-03-15")).told
    (group,) = group_tellings([told], Echoes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)))
    assert (len(add_asides(group, {told.gist.of: [Telling(sketch=other, gist=other.asides[0])]}).tellings) == 2) is joins


def test_asides_in_the_same_words_are_one_unit_and_units_stand_in_order() -> None:
    told = tellings.tell(TOLD).told
    words = "Both ferries to the island stay in the harbour until the storm is over."
    asides = [Telling(sketch=s, gist=s.asides[0]) for s in (sketch(aside_article(words, name=name)) for name in ("a-copy", "b-copy"))]
    nothing = Echoes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    (group,) = group_tellings([told], nothing)
    joined = add_asides(group, {told.gist.of: asides[::-1]})
    assert len(joined.tellings) == 3
    assert joined.units == tuple(sorted((told, asides[0]), key=lambda t: t.place))
    assert joined.surely.shape == (2, 2)


def test_a_statement_that_gains_or_loses_an_aside_is_not_settled() -> None:
    told = tellings.tell(TOLD).told
    other = sketch(aside_article("Both ferries to the island stay in the harbour until the storm is over."))
    beside = {told.gist.of: [Telling(sketch=other, gist=other.asides[0])]}
    nothing = Echoes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    for before, now in ((beside, {}), ({}, beside)):
        (statement,) = find_statements("story-1", [told], nothing, lambda _, group: (), beside=before)
        known = Before({statement.id: statement}, frozenset(), "story-1", lambda _: None)
        assert known.list_settled(before) == {told.gist.of: statement.id}
        assert known.list_settled(now) == {}
