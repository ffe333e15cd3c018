"""How many are meant, which place, how conditions are joined: each language has its own small words, and neighbours complement each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Condition, Difference, Span
from onrecord.statements.differences import find_differences
from onrecord.statements.differences.closeness import CLOSER
from onrecord.statements.differences.find import are_neighbours
from onrecord.statements.differences.phrases import is_located, load_phrases, widen
from onrecord.statements.differences.scope import SCOPE
from onrecord.statements.match import Matcher
from onrecord.statements.sides import Side

from ..tellings import Telling, compare, find, space_of, tell

LANGS = ("en", "nl", "de", "fr", "es", "it", "pt", "pl", "cs", "uk", "ru", "tr")


def leave(consequence: str, lang: str = "en", name: str = "gazette", **more: object) -> Telling:
    """Return a threat that is all one consequence."""
    return tell(consequence, lang=lang, name=name, consequence=consequence, **more)  # type: ignore[arg-type]


def scopes(left: Telling, right: Telling) -> list[Difference]:
    return [d for d in compare(left, right) if d.reason.startswith(SCOPE)]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "we leave any negotiations", "we leave negotiations"),
        ("nl", "wij verlaten alle onderhandelingen", "wij verlaten sommige onderhandelingen"),
        ("de", "wir verlassen jegliche Verhandlungen", "wir verlassen die Verhandlungen"),
        ("fr", "nous quittons toutes les négociations", "nous quittons les négociations"),
        ("es", "dejamos todas las negociaciones", "dejamos algunas negociaciones"),
        ("it", "lasciamo qualsiasi negoziato", "lasciamo il negoziato"),
        ("pt", "deixamos quaisquer negociações", "deixamos as negociações"),
        ("pl", "opuszczamy wszelkie negocjacje", "opuszczamy niektóre negocjacje"),
        ("cs", "opouštíme všechna jednání", "opouštíme některá jednání"),
        ("uk", "ми залишаємо будь-які переговори", "ми залишаємо деякі переговори"),
        ("ru", "мы покидаем любые переговоры", "мы покидаем переговоры"),
        ("tr", "tüm müzakereleri bırakıyoruz", "bazı müzakereleri bırakıyoruz"),
    ],
)
def test_all_and_some_of_a_thing_are_not_the_same_promise(lang: str, left: str, right: str) -> None:
    (found,) = scopes(leave(left, lang), leave(right, lang, "b"))
    assert found.label == "verb_strength"
    assert scopes(leave(left, lang), leave(left, lang, "b")) == []


def test_the_name_that_limits_a_noun_is_shown_with_it() -> None:
    left, right = leave("we leave any new talks at once"), leave("we leave talks with Korvia", name="b", places=["Korvia"])
    (found,) = scopes(left, right)
    assert [s.of(t.side.article.text) for s, t in zip(found.spans, (left, right), strict=True) if s] == ["any new talks", "talks with Korvia"]


def test_another_noun_and_words_outside_commitments_have_no_scope_to_compare() -> None:
    assert scopes(leave("we refuse any ultimatums", same={"ultimatums": "terms"}), leave("we refuse treaties", name="b")) == []
    assert scopes(tell("we saw all boats"), tell("we saw boats", name="b")) == []


def test_every_language_has_small_words() -> None:
    for lang in LANGS:
        phrases = load_phrases(lang)
        assert phrases is not None
        assert set(phrases.scopes) == {"all", "part", "most", "only", "one"}
        assert phrases.determiners
    assert load_phrases("xx") is None


@pytest.mark.parametrize(
    ("lang", "text", "noun", "phrase"),
    [
        ("en", "votes are held in the occupied territories", "territories", "the occupied territories"),
        ("en", "they attack territories", "territories", "territories"),
        ("nl", "stemmingen in de [zuidelijke] regio", "regio", "de [zuidelijke] regio"),
        ("de", "Abstimmungen in den besetzten Gebieten", "Gebieten", "den besetzten Gebieten"),
        ("fr", "des votes dans les territoires occupés", "territoires", "les territoires occupés"),
        ("es", "votos en los territorios ocupados", "territorios", "los territorios ocupados"),
        ("it", "voti nei territori occupati", "territori", "territori occupati"),
        ("pt", "votos nos territórios ocupados", "territórios", "territórios ocupados"),
        ("pl", "głosowania na okupowanych terytoriach", "terytoriach", "okupowanych terytoriach"),
        ("cs", "hlasování na okupovaných územích", "územích", "okupovaných územích"),
        ("uk", "голосування на окупованих територіях", "територіях", "окупованих територіях"),
        ("ru", "голосования на оккупированных территориях", "территориях", "оккупированных территориях"),
    ],
)
def test_a_place_is_shown_with_its_article_and_adjectives(lang: str, text: str, noun: str, phrase: str) -> None:
    side = tell(text, lang=lang).side
    where, within = find(side.article.text, noun), side.attribution.content[0]
    assert widen(side, where, within).of(side.article.text) == phrase
    assert is_located(side, where, within) == (text != "they attack territories")


def places(left: Telling, right: Telling) -> list[list[str | None]]:
    return [[s.of(t.side.article.text) if s else None for s, t in zip(d.spans, (left, right), strict=True)] for d in compare(left, right) if d.label == "place_changed"]


def on(condition: str, name: str, **more: object) -> Telling:
    """Return a threat on one trigger."""
    return tell(f"we leave if {condition}", name=name, consequence="we leave", conditions=[("trigger", condition)], **more)  # type: ignore[arg-type]


def test_nouns_of_place_are_compared_inside_conditions_that_say_the_same() -> None:
    assert places(on("votes are held in the occupied territories", "a"), on("votes are held in any new republics", "b")) == [["the occupied territories", "any new republics"]]


def test_a_place_that_one_side_names_counts_only_after_a_preposition_of_place() -> None:
    lacking = on("arms arrive", "b")
    assert places(on("arms arrive from the West", "a", places=["West"]), lacking) == []
    assert places(on("arms arrive in Korva", "a", places=["Korva"]), lacking) == [["Korva", None]]


def test_a_bare_list_does_not_say_that_one_condition_is_enough() -> None:
    triggers = [("trigger", "ships sink"), ("trigger", "towers burn")]
    left = tell("we leave if ships sink, if towers burn", consequence="we leave", conditions=triggers, operator="any", operator_how="listed")
    right = tell("we leave if ships sink and if towers burn", name="b", consequence="we leave", conditions=triggers, operator="all")
    assert [d.reason for d in compare(left, right) if d.label == "and_or_changed"] == ["only listed here, joined by “and” there"]


def beside(text: str, *said: str) -> list[Side]:
    """Return what is said in one article, in order."""
    whole = tell(text).side
    return [
        replace(whole, attribution=replace(whole.attribution, id=f"a{at}", type="direct", content=(find(whole.article.text, words),)), words=(), figures=())
        for at, words in enumerate(said)
    ]


def test_neighbouring_sentences_of_one_article_complement_each_other() -> None:
    first, second = "we never close the harbour at night", "we close the harbour at noon"
    near = beside(f"“{first},” she said on Monday; “{second}”", first, second)
    far = beside(f"“{first},” she said; {'and the pilots slept well; ' * 12}“{second}”", first, second)
    assert (are_neighbours(*near), are_neighbours(*far)) == (True, False)
    assert not {d.label for d in find_differences(near, Matcher(space_of(near)))} & {"modality_or_negation", "place_changed", "paraphrase_in_quote_marks"}
    assert "modality_or_negation" in {d.label for d in find_differences(far, Matcher(space_of(far)))}


def test_a_place_that_neighbouring_sentences_both_name_is_told_again() -> None:
    text = "the guild leaves if men die in Korva, he said; the guild leaves if men die in the Korva province"
    whole = tell(text, places=["Korva"]).side
    sides = []
    for at, words in enumerate(text.split(", he said; ")):
        start = whole.article.text.index(words)
        condition = find(whole.article.text[start:], words.split(" if ")[1])
        trigger = Condition(span=Span(start=condition.start + start, end=condition.end + start), kind="trigger")
        commitment = replace(on("men die", "x").side.commitments[0], consequence=Span(start=start, end=start + 16), conditions=(trigger,), holder=None)
        name = replace(whole.mentions[0], span=Span(start=whole.article.text.index("Korva", start), end=whole.article.text.index("Korva", start) + 5))
        said = replace(whole.attribution, id=f"a{at}", type="direct", content=(Span(start=start, end=start + len(words)),))
        sides.append(replace(whole, attribution=said, commitments=(commitment,), mentions=(name,), words=(), figures=()))
    assert are_neighbours(*sides)
    assert [d.reason for d in find_differences(sides, Matcher(space_of(sides))) if d.label == "place_changed"] == [f"{CLOSER}`Korva` here, `the Korva province` there"]
