"""What two languages tell with other words is no difference: groups, states and those who speak for them, a country and a border in it."""

from __future__ import annotations

import pytest

from onrecord.statements.differences.pairing import Pair
from onrecord.statements.differences.scope import find_scope_changes
from onrecord.statements.match import Matcher

from ..tellings import Telling, labels, space_of, tell

SAME = {
    "clashes": "clash", "left": "left", "dead": "dead", "choques": "clash", "dejaron": "left", "muertos": "dead", "muertas": "dead", "kämpfe": "clash", "ließen": "left", "tot": "dead",
    "talks": "talks", "gespräche": "talks", "переговоры": "talks", "opens": "open", "open": "open", "açarsa": "open", "sail": "sail", "göndeririz": "sail", "border": "border", "sınırı": "border",
    "thanked": "thank", "dankte": "thank", "heute": "today", "today": "today",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "content"), [("es", "los choques dejaron muertos a once desplazados"), ("de", "die Kämpfe ließen elf Vertriebene tot")])
def test_a_group_outside_a_commitment_is_no_other_group_in_another_language(lang: str, content: str) -> None:
    left = tell("clashes left eleven people dead", same=SAME)
    assert "actor_changed" not in labels(left, tell(content, lang=lang, name="b", same=SAME))


def promise(lang: str, content: str, holder: str, consequence: str, name: str = "a") -> Telling:
    return tell(content, lang=lang, name=name, holder=holder, consequence=consequence, same=SAME)


@pytest.mark.parametrize(("holder", "differs"), [("Brasilien", True), ("er", False), ("Pia Holm", False), ("die venezolanische Regierung", False)])
def test_a_state_is_bound_by_whoever_speaks_for_it(holder: str, differs: bool) -> None:
    left = promise("en", "Venezuela opens talks", "Venezuela", "opens talks")
    right = promise("de", f"{holder} open Gespräche", holder, "open Gespräche", "b")
    assert ("actor_changed" in labels(left, right)) == differs


def test_two_persons_are_two_in_any_two_languages_where_they_play_one_part() -> None:
    left = tell("today Moreau thanked", persons=["Moreau"], same=SAME)
    assert "actor_changed" in labels(left, tell("heute dankte Hulst", lang="de", name="b", persons=["Hulst"], same=SAME))
    assert "actor_changed" not in labels(left, tell("vielleicht redete irgendwo Hulst", lang="de", name="b", persons=["Hulst"], same=SAME))


@pytest.mark.parametrize(
    ("content", "condition", "places", "differs"),
    [("if Egypt open today we sail", "Egypt open today", ["Egypt"], False), ("if Korva open today we sail", "Korva open today", ["Korva"], True)],
)
def test_a_border_without_a_name_may_be_that_of_the_country(content: str, condition: str, places: list[str], differs: bool) -> None:
    left = tell(content, consequence="we sail", conditions=[("trigger", condition)], places=places, same=SAME)
    left_in = tell(content.replace(places[0], f"in {places[0]}"), consequence="we sail", conditions=[("trigger", f"in {condition}")], places=places, same=SAME)
    right = tell("heute sınırı açarsa göndeririz", lang="tr", name="b", consequence="göndeririz", conditions=[("trigger", "heute sınırı açarsa")], same=SAME)
    assert ("place_changed" in labels(left_in, right)) == differs
    assert "place_changed" not in labels(left, left)


SHOTS = {
    "shot": "shot",
    "fired": "fired",
    "disparo": "fired",
    "hay": "is",
    "schuss": "fired",
    "fällt": "is",
    "выстрел": "fired",
    "раздастся": "is",
    "strzał": "fired",
    "padnie": "is",
    "leave": "leave",
}


@pytest.mark.parametrize(("lang", "content", "condition", "noun"), [
    ("es", "leave si hay un solo disparo", "hay un solo disparo", "disparo"), ("de", "leave falls auch nur ein Schuss fällt", "auch nur ein Schuss", "schuss"),
    ("ru", "leave если раздастся хоть один выстрел", "раздастся хоть один выстрел", "выстрел"), ("pl", "leave jeśli padnie choć jeden strzał", "padnie choć jeden strzał", "strzał"),
])  # fmt: skip
def test_a_single_one_in_two_languages_is_one_whichever_word_means_the_noun(lang: str, content: str, condition: str, noun: str) -> None:
    left = tell("we leave if a single shot is fired", consequence="leave", conditions=[("trigger", "a single shot is fired")], same=SHOTS)
    right = tell(content, lang=lang, name="b", consequence="leave", conditions=[("trigger", condition)], same=SHOTS)
    matcher = Matcher(space_of([left.side, right.side]))
    pair = Pair(left.side, right.side, matcher.words(left.side), matcher.words(right.side))
    words = [left.side.cut(w) for w in pair.left_words], [right.side.cut(w).casefold() for w in pair.right_words]
    pair.table[words[0].index("shot"), words[1].index(noun)] = 0.6  # both words mean the noun, the verb's noun a little more
    pair.table[words[0].index("fired"), words[1].index(noun)] = 0.9
    assert not list(find_scope_changes(pair))
    pair.table[words[0].index("shot"), words[1].index(noun)] = 0.45
    assert list(find_scope_changes(pair))


@pytest.mark.parametrize(("holder", "persons", "differs"), [
    ("Die Gewerkschaft", [], False), ("Korva", [], False), ("Das Ministerium", [], False), ("Pia Holm", ["Pia Holm"], True), ("Holm", ["Holm"], True),
])  # fmt: skip
def test_whoever_speaks_binds_whom_he_speaks_for_and_no_other_person(holder: str, persons: list[str], *, differs: bool) -> None:
    left = tell("Orlay opens talks", holder="Orlay", consequence="opens talks", speaker="Tamsin Orlay", source="Tamsin Orlay", same=SAME)
    right = tell(
        f"{holder} open Gespräche", lang="de", name="b", holder=holder, consequence="open Gespräche", speaker="Tamsin Orlay", source="Tamsin Orlay", persons=persons, same=SAME
    )
    assert ("actor_changed" in labels(left, right)) == differs
    assert ("actor_changed" in labels(right, left)) == differs


def test_two_bodies_are_two_whoever_speaks() -> None:
    left, right = promise("en", "The union opens talks", "The union", "opens talks"), promise("de", "Der Verband open Gespräche", "Der Verband", "open Gespräche", "b")
    assert "actor_changed" in labels(left, right)
