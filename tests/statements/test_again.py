"""When an article says a thing again: never two things of one speaker, whatever other articles tell between the two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.kinship import Gist
from onrecord.records import Span
from onrecord.statements.cluster import group_tellings
from onrecord.statements.features import Tellings
from onrecord.statements.gists import find_part
from onrecord.statements.match import match_tellings
from onrecord.statements.space import plain_space
from onrecord.statements.telling import Telling as Told

from .tellings import find, make_echoes, tell


def may_be_one(first: Gist, second: Gist) -> bool:
    """Return whether two tellings of one article may be one utterance."""
    sketch = tell("nothing", name="a").sketch
    two = Tellings(replace(sketch, gists=(first, later(second))))
    return bool(match_tellings(two, two, plain_space())[0, 1])


def later(gist: Gist) -> Gist:
    return replace(gist, of="later", span=Span(start=gist.span.end + 300, end=gist.span.end + 340))


def gist_of(content: str, lang: str = "en", part: str = "text", **more: object) -> Gist:
    return replace(tell(content, lang=lang, name="a", **more).sketch.gists[0], part=part)  # type: ignore[arg-type]


RETOLD = [
    ("en", "the pilots reach the harbour before the evening tide comes", "the pilots count forty boats before the morning tide ends"),
    ("de", "die Lotsen erreichen den Hafen vor der Abendflut im Herbst", "die Lotsen zählen vierzig Boote vor der Morgenflut im Sommer"),
    ("fr", "les pilotes atteignent le port avant la marée du soir", "les pilotes comptent quarante bateaux avant la fin du marché"),
    ("pl", "piloci docierają do portu przed wieczornym przypływem", "piloci liczą czterdzieści łodzi przed porannym odpływem"),
]


@pytest.mark.parametrize(("lang", "first", "second"), RETOLD)
def test_two_retellings_of_one_article_are_one_only_where_one_holds_the_other(lang: str, first: str, second: str) -> None:
    assert not may_be_one(gist_of(first, lang), gist_of(second, lang))
    assert may_be_one(gist_of(first, lang), gist_of(f"{first} 2031", lang))


@pytest.mark.parametrize(("part", "one"), [("headline", True), ("subhead", True), ("lead", True), ("text", False)])
def test_a_heading_or_a_lead_sums_up_in_other_words_what_follows(part: str, one: bool) -> None:
    same = {"guides": "pilots", "gain": "reach", "port": "harbour", "high": "tide", "water": "evening"}
    first = gist_of("guides gain the port ahead of high water", part=part, same=same)
    assert may_be_one(first, gist_of("pilots reach the harbour before the evening tide", same=same)) == one


def test_a_quotation_is_of_what_was_retold_where_it_means_the_same() -> None:
    same = {"guides": "pilots", "gain": "reach", "port": "harbour"}
    retold = gist_of("the pilots reach the harbour", same=same)
    assert may_be_one(retold, gist_of("our guides gain the port", type="direct", same=same))
    assert not may_be_one(retold, gist_of("our pilots drink cold coffee every single morning", type="direct", same=same))


@pytest.mark.parametrize(("lang", "first", "second"), [
    ("en", "the city cannot stop every theft", "the city cannot stop every fire"),
    ("nl", "de stad stopt geen enkele diefstal", "de stad stopt geen enkele brand"),
    ("it", "la città non ferma ogni furto notturno", "la città non ferma ogni incendio estivo"),
    ("ru", "город не остановит каждую кражу ночью", "город не остановит каждый пожар летом"),
])  # fmt: skip
def test_two_quotations_that_begin_alike_are_two_sayings(lang: str, first: str, second: str) -> None:
    assert not may_be_one(gist_of(first, lang, type="direct"), gist_of(second, lang, type="direct"))
    assert may_be_one(gist_of(first, lang, type="direct"), gist_of(first, lang, type="direct"))


@pytest.mark.parametrize("force", ["refusal", "demand", "promise"])
def test_a_threat_is_no_other_commitment_of_its_article(force: str) -> None:
    words = "we close the strait when a grain ship is seized"
    threat = gist_of(words, consequence="close the strait")
    assert not may_be_one(threat, gist_of(words, consequence="close the strait", force=force))
    assert may_be_one(replace(threat, part="headline"), gist_of(words, consequence="close the strait", force=force))
    assert may_be_one(threat, gist_of(words, consequence="close the strait", force="warning"))


def test_two_commitments_with_unlike_consequences_are_two() -> None:
    words = "after the seizure of a grain ship in the strait the harbour shuts"
    first = gist_of(f"{words} we arm every single tug", consequence="arm every single tug")
    assert not may_be_one(first, gist_of(f"{words} we arm every single tug", consequence="the harbour shuts"))


@pytest.mark.parametrize(("part", "one"), [("headline", True), ("text", False)])
def test_a_heading_whose_words_all_stand_below_commits_to_nothing_else(part: str, one: bool) -> None:
    heading = gist_of("boats seized in the zone", consequence="boats seized", part=part)
    below = gist_of("boats that enter it are seized in the zone", consequence="enter it")
    assert may_be_one(heading, below) == one
    assert not may_be_one(gist_of("boats seized in the harbour", consequence="boats seized", part=part), below)


def test_two_named_speakers_of_one_article_are_one_only_between_a_heading_and_its_text() -> None:
    words = "we close the strait when a grain ship is seized"
    state = gist_of(words, speaker="Korvia", speaker_how="state named beside the words")
    assert not may_be_one(state, gist_of(words))
    assert may_be_one(replace(state, part="headline"), gist_of(words))


def test_what_an_article_tells_in_two_places_stays_two_whatever_others_tell_between() -> None:
    words = "the pilots reach the harbour before the evening tide"
    told = [tell(f"{words} {n}", name=f"a{n}").told for n in range(5)]
    first = told[0]
    second = Told(sketch=first.sketch, gist=replace(later(first.gist), form="other"))
    ids = [t.gist.of for t in told]
    surely = {(a, b): 0.99 for k, a in enumerate(ids) for b in ids[k + 1 :]} | {(each, "later"): 0.98 for each in ids[1:]}
    everything = [*told, second]
    assert [len(g.tellings) for g in group_tellings(everything, make_echoes(everything, surely))] == [5, 1]
    assert [len(g.tellings) for g in group_tellings(everything, make_echoes(everything, surely | {(ids[0], "later"): 0.98}))] == [6]


def test_the_lead_is_the_first_paragraph_of_some_length() -> None:
    article = tell("nothing").analysis.article
    text = "Korva waits\n\nKORVA, 3 May\n\nThe pilots reach the harbour before the evening tide comes in.\n\nThey said so again in the town hall on the hill."
    told = replace(article, text=text, title_span=find(text, "Korva waits"))
    assert [find_part(told, find(text, words)) for words in ("Korva waits", "KORVA", "the harbour", "the town hall")] == ["headline", "text", "lead", "text"]


@pytest.mark.parametrize(("speaker", "type", "other", "one"), [
    ("Tamsin Orlay", "direct", "quittons", True), ("Tamsin Orlay", "direct", "mangeons", False), (None, "direct", "quittons", False), ("Tamsin Orlay", "indirect", "quittons", False),
])  # fmt: skip
def test_two_words_quoted_in_two_languages_are_one_saying_where_both_mean_the_same(speaker: str | None, type: str, other: str, one: bool) -> None:
    same = {"quittons": "leave", "mangeons": "eat"}
    asides = "the lighthouse counts forty wooden boats"
    left = tell("we leave Korva", name="a", type="direct", places=["Korva"])
    right = tell(f"nous {other} Korva", lang="fr", name="b", speaker=speaker, type=type, places=["Korva"], same=same)
    more = [replace(tell(asides, lang=lang, name=lang, same=same).sketch.gists[0], of=lang, speaker=None) for lang in ("en", "fr")]
    one_side, other_side = (Tellings(replace(t.sketch, gists=(t.sketch.gists[0], each))) for t, each in zip((left, right), more, strict=True))
    assert bool(match_tellings(one_side, other_side, plain_space())[0, 0]) == one
