"""What looks like a difference and is none: cuts, other sentences, spellings, states that speak, modal words in what the other leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Span
from onrecord.statements.differences import find_differences
from onrecord.statements.differences.clauses import cut_clauses, cut_sentences
from onrecord.statements.differences.omission import PERHAPS_NOT_ONE
from onrecord.statements.differences.pairing import find_forms
from onrecord.statements.differences.places import find_place_nouns
from onrecord.statements.differences.quotations import quoted_sentences
from onrecord.statements.match import Matcher

from ..tellings import Telling, compare, labels, space_of, tell


def quote(content: str, lang: str = "en", name: str = "a", **more: object) -> Telling:
    """Return a direct quotation."""
    return tell(content, lang=lang, name=name, type="direct", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "The pilots sleep. The port closes at dusk and stays shut.", "The port closes at dusk and stays shut."),
        ("de", "Die Lotsen schlafen. Der Hafen schließt am Abend und bleibt zu.", "Der Hafen schließt am Abend und bleibt zu."),
        ("ru", "Лоцманы спят. Порт закроют вечером и не откроют.", "Порт закроют вечером и не откроют."),
    ],
)
def test_a_sentence_that_only_one_quotes_is_neither_cut_nor_changed(lang: str, left: str, right: str) -> None:
    assert labels(quote(left, lang), quote(right, lang, "b")) == set()


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "we close the port before the night falls", "we close … before the night falls"),
        ("en", "they will close the port before night", "they [the pilots] will close the port before night"),
        ("fr", "nous fermons le port avant la nuit", "nous fermons [...] avant la nuit"),
        ("en", "the colour of the harbour at dusk", "the color of the harbor at dusk"),
        ("en", "forty-two boats left the port", "forty two boats left the port"),
    ],
)
def test_marked_cuts_additions_and_spellings_change_no_quotation(lang: str, left: str, right: str) -> None:
    assert "paraphrase_in_quote_marks" not in labels(quote(left, lang), quote(right, lang, "b"))


def test_only_what_stands_between_marks_counts_in_a_mixed_telling() -> None:
    left = tell("the port, she warns, “closes for the whole night” unless paid", type="mixed")
    right = tell("“closes for the whole week”, though paid", type="mixed", name="b")
    assert [tuple(words) for _, words in quoted_sentences(left.side)] == [("closes", "for", "the", "whole", "night")]
    (change,) = [d for d in compare(left, right) if d.label == "paraphrase_in_quote_marks"]
    assert [s.of(t.side.article.text) for s, t in zip(change.spans, (left, right), strict=True) if s] == ["night", "week"]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "the port closes tonight; pilots do not sleep", "the port closes tonight"),
        ("de", "der Hafen schließt heute; Lotsen schlafen nicht", "der Hafen schließt heute"),
        ("pl", "port zamkną dzisiaj; piloci nie śpią", "port zamkną dzisiaj"),
    ],
)
def test_a_not_in_a_clause_the_other_leaves_out_changes_nothing(lang: str, left: str, right: str) -> None:
    assert "modality_or_negation" not in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))


@pytest.mark.parametrize("how", ["state, whose president he is", "seat of government", "place"])
def test_a_state_that_speaks_for_a_person_is_the_same_source(how: str) -> None:
    left = tell("the port closes", source="Tamsin Orlay")
    right = tell("the port closes", source="Korvia", speaker="Korvia", speaker_how=how, name="b")
    assert "actor_changed" not in labels(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("police", "Lindham police"),
        ("the harbour office", "harbour officials"),
        ("LPA", "the port authority"),
        ("she", "the mother"),
        ("they", "the pilots"),
        ("Orlay", "the pilots"),
    ],
)
def test_sources_that_may_be_one_are_no_other_actor(left: str, right: str) -> None:
    sides = tell("the port closes", source=left, speaker=None), tell("the port closes", source=right, speaker=None, name="b")
    assert "actor_changed" not in labels(*sides)


@pytest.mark.parametrize(
    ("lang", "cue", "left", "right"),
    [
        ("en", "said", "the pilots", "the fishermen"),
        ("en", "said", "she", "the police"),
        ("de", "sagten", "die Lotsen", "die Fischer"),
        ("fr", "disent", "les pilotes", "les pêcheurs"),
        ("ru", "сообщили", "лоцманы", "рыбаки"),
    ],
)
def test_two_groups_or_one_woman_and_a_body_are_two_sources(lang: str, cue: str, left: str, right: str) -> None:
    sides = (tell("port", lang=lang, cue=cue, source=s, speaker=None, name=n) for s, n in ((left, "a"), (right, "b")))
    assert "actor_changed" in labels(*sides)


def test_a_source_that_was_not_found_is_not_dropped() -> None:
    left = tell("the port closes")
    right = tell("the port closes", source=None, speaker=None, cue="officials said", name="b")
    assert "dropped_attribution" not in labels(left, right)


def test_others_and_parts_are_no_changed_total() -> None:
    left, right = tell("40 dockers were wounded", figure=("40", 40)), tell("38 other dockers were wounded", figure=("38", 38), name="b")
    others = replace(right, side=replace(right.side, figures=tuple(replace(told, scope="besides") for told in right.side.figures)))
    assert ("figure_changed" in labels(left, right), "figure_changed" in labels(left, others)) == (True, False)


def test_a_number_broken_down_or_of_something_else_has_not_changed() -> None:
    left = tell("40 dockers were wounded", figure=("40", 40))
    right = tell("a storm sank 7 barges", figure=("7", 7), name="b")
    assert "figure_changed" not in labels(left, right)


def test_another_if_that_is_no_commitment_keeps_a_condition_from_being_left_out() -> None:
    left = tell("we close the port if ships burn", consequence="we close the port", conditions=[("trigger", "ships burn")])
    right = tell("no port for pilots if barges sink", name="b")
    assert "omitted_condition" not in labels(left, right)


def test_an_abbreviation_names_the_place_it_stands_for() -> None:
    left = tell("boats wait near Upper Tamsin Bay", places=["Upper Tamsin Bay"])
    right = tell("boats wait near UTB", places=["UTB"], name="b")
    assert "place_changed" not in labels(left, right)


@pytest.mark.parametrize(
    ("lang", "content", "concepts"),
    [
        ("en", "in the occupied territories and pseudo-republics", ["territory", "republic"]),
        ("de", "in den besetzten Gebieten", ["territory"]),
        ("nl", "in de bezette gebieden", ["territory"]),
        ("fr", "devant l’hôpital du village", ["hospital", "village"]),
        ("es", "en los territorios ocupados", ["territory"]),
        ("it", "nei territori occupati", ["territory"]),
        ("pt", "nos territórios ocupados", ["territory"]),
        ("pl", "na okupowanych terytoriach", ["territory"]),
        ("cs", "na okupovaných územích", ["territory"]),
        ("ru", "на оккупированных территориях", ["territory"]),
        ("uk", "на окупованих територіях", ["territory"]),
        ("tr", "işgal altındaki topraklarda", ["territory"]),
    ],
)
def test_nouns_of_place_are_known_in_every_language(lang: str, content: str, concepts: list[str]) -> None:
    side = tell(content, lang=lang).side
    assert [concept for concept, _ in find_place_nouns(side, side.attribution.content)] == concepts


def test_a_noun_inside_a_name_is_no_noun_of_place() -> None:
    side = tell("boats left Harbour Street", places=["Harbour Street"]).side
    assert list(find_place_nouns(side, side.attribution.content)) == []


@pytest.mark.parametrize(
    ("lang", "content", "key"), [("fr", "le port n’est ouvert", "negation"), ("en", "boats can't leave", "negation"), ("it", "i pescatori dobbiamo", "necessary")]
)
def test_forms_are_found_in_and_around_apostrophes(lang: str, content: str, key: str) -> None:
    side = tell(content, lang=lang).side
    assert side.pack is not None
    assert key in {k for k, _ in find_forms(side, side.pack.modality, side.attribution.content)}


def test_clauses_and_sentences_are_cut_at_marks_and_not_inside_numbers() -> None:
    side = tell("Boats left, 1,200 in all; the port closed. Mr. Orlay slept").side
    text = side.article.text
    assert [c.of(text) for c in cut_clauses(side, side.attribution.content)][:3] == ["Boats left", "1,200 in all", "the port closed"]
    assert [s.of(text).strip() for s in cut_sentences(side)] == ["Boats left, 1,200 in all; the port closed.", "Mr. Orlay slept"]


@pytest.mark.parametrize(("lang", "cue", "rest", "label"), [("en", "ruled", "out talks", "loaded_cue"), ("en", "called", "for talks", "verb_strength")])
def test_a_cue_is_read_with_its_particle(lang: str, cue: str, rest: str, label: str) -> None:
    left = tell("talks this week", lang=lang, cue="said")
    right = tell("talks this week", lang=lang, cue=f"{cue} {rest.split()[0]}", name="b")
    article = right.side.article
    start = article.text.index(cue)
    cut = replace(right.side, attribution=replace(right.side.attribution, cue=(Span(start=start, end=start + len(cue)),)))
    found = {d.label for d in find_differences([left.side, cut], Matcher(space_of([left.side, cut])))}
    assert label in found


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "the port closes because pilots refuse night shifts", "the port opens after dockers accepted higher wages"),
        ("de", "der Hafen schließt weil Lotsen Nachtdienste verweigern", "der Hafen öffnet nachdem Docker höhere Löhne annahmen"),
        ("ru", "порт закрыт потому что лоцманы отказались ночью работать", "порт открыт после того как докеры приняли новые зарплаты"),
    ],
)
def test_tellings_with_next_to_nothing_in_common_are_perhaps_not_one(lang: str, left: str, right: str) -> None:
    reasons = [d.reason for d in compare(tell(left, lang=lang), tell(right, lang=lang, name="b")) if d.label == "truncated"]
    assert len(reasons) == 1
    assert reasons[0].endswith(PERHAPS_NOT_ONE)


def test_a_telling_of_which_all_stands_in_a_longer_one_is_cut_and_no_other_utterance() -> None:
    found = compare(tell("the port closes tonight because pilots refuse every night shift since Sunday"), tell("the port closes tonight", name="b"))
    assert [d.reason.endswith(PERHAPS_NOT_ONE) for d in found if d.label == "truncated"] == [False]
