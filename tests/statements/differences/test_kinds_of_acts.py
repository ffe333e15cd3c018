"""Acts of two kinds, words that open a condition, readiness for nothing, counts of a part: what was once told as a difference and is none, beside what is one."""

from __future__ import annotations

import pytest

from ..tellings import compare, labels, tell


def _reasons(left: str, right: str, lang: str = "en", **more: object) -> list[str]:
    """Return the reasons of the differences in strength between two tellings."""
    found = compare(tell(left, lang=lang, **more), tell(right, lang=lang, name="b", **more))  # type: ignore[arg-type]
    return [d.reason for d in found if d.label == "verb_strength"]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "we will withdraw from the talks", "we will halt the talks"),
        ("de", "wir werden die Gespräche verlassen", "wir werden die Gespräche abbrechen"),
        ("es", "vamos a abandonar las conversaciones", "vamos a cancelar las conversaciones"),
        ("cs", "chceme opustit jednání", "chceme ukončit jednání"),
    ],
)
def test_leaving_and_ending_are_no_degrees_of_one_act(lang: str, left: str, right: str) -> None:
    assert _reasons(left, right, lang) == []


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("en", "we will suspend the talks", "we will halt the talks"), ("en", "we will suspend the talks", "we will quit the talks"),
        ("de", "wir werden die Gespräche aussetzen", "wir werden die Gespräche abbrechen"),
    ],
)  # fmt: skip
def test_a_pause_is_less_than_either(lang: str, left: str, right: str) -> None:
    assert [reason.split(":")[0] for reason in _reasons(left, right, lang)] == ["withdrawal"]


@pytest.mark.parametrize(
    ("lang", "left", "right"),
    [
        ("de", "sollte der Damm brechen, schließt der Hafen", "bricht der Damm, schließt der Hafen"),
        ("en", "should the dam break, the harbour closes", "whenever the dam breaks, the harbour closes"),
    ],
)
def test_a_word_that_opens_a_condition_says_nothing_of_how_certain_it_is(lang: str, left: str, right: str) -> None:
    assert "modality_or_negation" not in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))


def test_the_same_word_inside_its_clause_does() -> None:
    left, right = tell("der Hafen sollte heute schließen", lang="de"), tell("der Hafen schließt heute", lang="de", name="b")
    assert "modality_or_negation" in labels(left, right)


@pytest.mark.parametrize(
    ("lang", "left", "right", "is_told"),
    [
        ("pt", "os navios estão prontos e saem do porto", "os navios saem do porto", False),
        ("it", "le navi sono pronte e lasciano il porto", "le navi lasciano il porto", False),
        ("ru", "корабли готовы, порт закрывают", "корабли стоят, порт закрывают", False),
        ("pt", "estão prontos para fechar o porto", "fecham o porto", True),
        ("ru", "мы готовы закрыть порт", "мы закрываем порт", True),
        ("de", "die Lotsen sind bereit zu Gesprächen", "die Lotsen gehen zu Gesprächen", True),
    ],
)
def test_readiness_is_told_of_who_is_ready_to_do_something(lang: str, left: str, right: str, is_told: bool) -> None:
    assert ("modality_or_negation" in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))) is is_told


@pytest.mark.parametrize(
    ("lang", "left", "right", "is_told"),
    [
        ("cs", "loď vypluje bez dalšího varování", "loď ihned vypluje", False),
        ("cs", "loď vypluje bez dalšího varování", "loď vypluje, aniž podá další varování", False),
        ("en", "the ship sails without further warning", "the ship sails after further warning", True),
        ("en", "the ship sails without further warning", "the ship sails after further talks", False),
    ],
)
def test_what_is_done_without_something_is_denied_only_where_the_other_tells_that_thing(lang: str, left: str, right: str, is_told: bool) -> None:
    assert ("modality_or_negation" in labels(tell(left, lang=lang), tell(right, lang=lang, name="b"))) is is_told


@pytest.mark.parametrize(
    ("lang", "alluded"),
    [
        ("en", "under what conditions we will leave the table"), ("de", "unter welchen Bedingungen wir den Tisch verlassen"), ("fr", "à quelles conditions nous quittons la table"),
        ("pl", "na jakich warunkach odejdziemy od stołu"), ("tr", "hangi koşullarda masayı bırakırız"),
    ],
)  # fmt: skip
def test_who_only_says_that_there_are_conditions_leaves_none_out(lang: str, alluded: str) -> None:
    full = tell("if the dam is built we will leave the table", consequence="we will leave the table", conditions=[("trigger", "the dam is built")])
    same = dict.fromkeys(("tisch", "table", "stołu", "masayı"), "table")
    vague = tell(alluded, lang=lang, name="b", consequence=alluded, same=same)
    plain = tell("we will leave the table", name="c", consequence="we will leave the table")
    assert "omitted_condition" not in labels(full, vague)
    assert "omitted_condition" in labels(full, plain)


def test_how_many_places_are_meant_is_told_once() -> None:
    same = {"republics": "territories"}
    left = tell("we leave if a fair is held in the territories", consequence="we leave", conditions=[("trigger", "a fair is held in the territories")])
    right = tell("we leave if a fair is held in any republics", consequence="we leave", conditions=[("trigger", "a fair is held in any republics")], name="b", same=same)
    assert [d.reason for d in compare(left, right)] == ["`the territories` here, `any republics` there"]


def _reasons_of(left: object, right: object) -> list[str]:
    return [d.reason for d in compare(left, right)]  # type: ignore[arg-type]


def test_words_for_one_thing_stand_for_one_another_in_every_language() -> None:
    left = tell("Korvia will leave any negotiations", consequence="Korvia will leave any negotiations")
    right = tell("Korvia va quitter les pourparlers", consequence="Korvia va quitter les pourparlers", lang="fr", name="b")
    assert any(reason.startswith("scope: `any negotiations`") for reason in _reasons_of(left, right))


def test_a_state_that_acts_is_no_other_place_than_one_that_is_talked_with() -> None:
    left = tell("Kenya will leave the talks", consequence="Kenya will leave the talks", places=["Kenya"])
    right = tell("she will leave the talks with Ghana", consequence="leave the talks with Ghana", places=["Ghana"], name="b")
    assert "place_changed" not in labels(left, right)
    third = tell("she will leave the talks with Chad", consequence="leave the talks with Chad", places=["Chad"], name="c")
    assert "place_changed" in labels(right, third)


def test_a_smaller_count_of_one_group_is_no_other_group() -> None:
    left = tell("four people were hurt at the pier", figure=("four people", 4.0))
    right = tell("two children were hurt at the pier", figure=("two children", 2.0), name="b")
    same = tell("four children were hurt at the pier", figure=("four children", 4.0), name="c")
    assert "actor_changed" not in labels(left, right)
    assert "actor_changed" in labels(left, same)


def test_a_description_in_another_language_is_no_other_source_than_a_name() -> None:
    left = tell("o porto fecha", lang="pt", source="A governante", speaker=None, speaker_how="unnamed source")
    right = tell("the port closes", source="Tamsin Orlay", name="b", same={"port": "porto", "closes": "fecha"})
    assert "actor_changed" not in labels(left, right)
    police = tell("a polícia diz que o porto fecha", lang="pt", source="A polícia", speaker=None, speaker_how="unnamed group `polícia`", name="c")
    assert "actor_changed" in labels(police, right)
