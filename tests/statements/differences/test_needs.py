"""A condition that is enough on one side and needed on the other, in one language and across two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.statements.differences.needs import NEEDS

from ..tellings import Telling, compare, tell

SAME = {
    "praten": "talk", "sprechen": "talk", "parlerons": "talk", "porozmawiamy": "talk", "поговорим": "talk", "konuşuruz": "talk", "talk": "talk",
    "gaan": "leave", "gehen": "leave", "partent": "leave", "odejdą": "leave", "уйдут": "leave", "giderlerse": "leave", "leave": "leave",
    "schepen": "ships", "schiffe": "ships", "navires": "ships", "statki": "ships", "корабли": "ships", "gemiler": "ships", "ships": "ships",
}  # fmt: skip
PLAIN = {"content": "we talk if ships leave", "consequence": "we talk", "condition": "ships leave"}


def bind(content: str, consequence: str, condition: str, *, bearing: str | None = None, kind: str = "trigger", lang: str = "en", name: str = "a") -> Telling:
    """Return a promise on one condition, with the bearing that its words give it."""
    telling = tell(content, lang=lang, name=name, force="promise", consequence=consequence, conditions=[(kind, condition)], same=SAME)
    (commitment,) = telling.side.commitments
    (told,) = commitment.conditions
    return replace(telling, side=replace(telling.side, commitments=(replace(commitment, conditions=(replace(told, bearing=bearing),)),)))


def reasons(left: Telling, right: Telling) -> list[str]:
    return [difference.reason for difference in compare(left, right) if difference.label == "and_or_changed"]


NEEDED = [
    ("en", "we talk only if ships leave", "we talk", "ships leave", "only if ships leave"), ("nl", "wij praten pas als schepen gaan", "wij praten", "schepen gaan", "pas als schepen gaan"),
    ("de", "wir sprechen nur, wenn Schiffe gehen", "wir sprechen", "Schiffe gehen", "wenn Schiffe gehen"),
    ("fr", "nous parlerons seulement si navires partent", "nous parlerons", "navires partent", "seulement si navires partent"),
    ("pl", "porozmawiamy tylko jeśli statki odejdą", "porozmawiamy", "statki odejdą", "tylko jeśli statki odejdą"),
    ("ru", "поговорим только если корабли уйдут", "поговорим", "корабли уйдут", "только если корабли уйдут"),
    ("tr", "ancak gemiler giderlerse konuşuruz", "konuşuruz", "gemiler giderlerse", "ancak gemiler giderlerse"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "content", "consequence", "condition", "shown"), NEEDED)
def test_an_only_if_beside_an_if_is_told_in_any_language(lang: str, content: str, consequence: str, condition: str, shown: str) -> None:
    plain, needed = (
        bind(PLAIN["content"], PLAIN["consequence"], PLAIN["condition"]),
        bind(content, consequence, condition, bearing="only", kind="prerequisite", lang=lang, name="b"),
    )
    assert reasons(plain, needed) == [NEEDS[1]]
    assert reasons(needed, plain) == [NEEDS[0]]
    (found,) = (d for d in compare(plain, needed) if d.label == "and_or_changed")
    assert [side.cut(span) for side, span in zip((plain.side, needed.side), found.spans, strict=True) if span] == ["if ships leave", shown]


@pytest.mark.parametrize(("lang", "content", "consequence", "condition"), [
    ("en", "we only talk if ships leave", "we only talk", "ships leave"), ("nl", "wij praten pas weer als schepen gaan", "wij praten pas weer", "schepen gaan"),
    ("de", "wir sprechen erst wenn Schiffe gehen", "wir sprechen erst", "Schiffe gehen"), ("pl", "dopiero porozmawiamy jeśli statki odejdą", "dopiero porozmawiamy", "statki odejdą"),
])  # fmt: skip
def test_an_only_apart_from_the_condition_leaves_it_open(lang: str, content: str, consequence: str, condition: str) -> None:
    needed = bind("we talk only if ships leave", "we talk", "ships leave", bearing="only", kind="prerequisite", name="b")
    assert not reasons(bind(content, consequence, condition, lang=lang), needed)


def test_two_that_deny_say_what_an_only_if_says() -> None:
    needed = bind("we talk only if ships leave", "we talk", "ships leave", bearing="only", kind="prerequisite")
    assert not reasons(needed, bind("we do not talk if ships do not leave", "we do not talk", "ships do not leave", name="b"))


@pytest.mark.parametrize(
    ("bearing", "kind", "differs"),
    [("once", "prerequisite", True), ("if", "prerequisite", True), ("until", "trigger", False), ("depends", "prerequisite", False), (None, "prerequisite", False)],
)
def test_only_words_that_say_that_a_condition_is_enough_are_held_against_an_only_if(bearing: str | None, kind: str, differs: bool) -> None:
    needed = bind("we talk only if ships leave", "we talk", "ships leave", bearing="only", kind="prerequisite")
    assert bool(reasons(needed, bind("we talk if ships leave", "we talk", "ships leave", bearing=bearing, kind=kind, name="b"))) == differs
