"""Tellings that commit to contrary acts are never one utterance, in whatever language, also through what others tell between."""

from __future__ import annotations

import pytest

from onrecord.statements.cluster import group_tellings
from onrecord.statements.contrary import find_contrary, list_bound, read_stances
from onrecord.statements.features import Tellings, find_possible

from .tellings import WIDTH, Telling, make_echoes, tell


def say(content: str, *conditions: tuple[str, str], name: str = "a", lang: str = "en", force: str = "threat", act: str | None = None, **more: object) -> Telling:
    """Return a telling of a commitment, quoted."""
    return tell(content, name=name, lang=lang, consequence=act or content, conditions=conditions, force=force, type="direct", **more)  # type: ignore[arg-type]


def are_contrary(one: Telling, other: Telling) -> bool:
    return bool(list(find_contrary(*(tuple(list_bound([each.told.gist], WIDTH)) for each in (one, other)))))


@pytest.mark.parametrize(
    ("lang", "done", "left"),
    [
        ("en", "we cut the long gas pipeline", "we do not cut the long gas pipeline"),
        ("nl", "wij sluiten de lange gasleiding", "wij sluiten de lange gasleiding niet"),
        ("de", "wir kappen die lange Gasleitung", "wir kappen die lange Gasleitung nicht"),
        ("fr", "nous couperons le long gazoduc", "nous ne couperons pas le long gazoduc"),
        ("es", "cortaremos el largo gasoducto", "no cortaremos el largo gasoducto"),
        ("it", "taglieremo il lungo gasdotto", "non taglieremo il lungo gasdotto"),
        ("pt", "cortaremos o longo gasoduto", "não cortaremos o longo gasoduto"),
        ("pl", "odetniemy długi gazociąg", "nie odetniemy długi gazociąg"),
        ("cs", "zavřeme dlouhý plynovod", "nezavřeme dlouhý plynovod"),
        ("uk", "ми перекриємо довгий газопровід", "ми не перекриємо довгий газопровід"),
        ("ru", "мы перекроем длинный газопровод", "мы не перекроем длинный газопровод"),
        ("tr", "uzun boru hattını kapatacağız", "uzun boru hattını kapatmayacağız"),
    ],
)
def test_an_act_and_its_denial_are_two_utterances(lang: str, done: str, left: str) -> None:
    same = {"nezavřeme": "zavřeme", "kapatmayacağız": "kapatacağız"}
    will, will_not, again = say(done, lang=lang), say(left, name="b", lang=lang, same=same), say(left, name="c", lang=lang, force="refusal", same=same)
    assert are_contrary(will, will_not)
    assert are_contrary(again, will)
    assert not are_contrary(will_not, again)
    assert not find_possible(Tellings(will.sketch), Tellings(will_not.sketch)).any()
    assert find_possible(Tellings(will_not.sketch), Tellings(again.sketch)).all()


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        (say("we close the harbour unless the ferry sails", ("exception", "the ferry sails"), act="we close the harbour"), say("we do not close the harbour", force="refusal"), True),
        (say("we open the harbour once the ferry sails", ("prerequisite", "the ferry sails"), act="we open the harbour", force="offer"), say("we do not open the harbour", force="refusal"), False),
        (
            say("we open the harbour once the ferry sails", ("prerequisite", "the ferry sails"), act="we open the harbour", force="offer"),
            say("we do not open the harbour until the ferry sails", ("exception", "the ferry sails"), act="we do not open the harbour", force="refusal"),
            False,
        ),
        (say("we close the harbour"), say("no ship enters", force="refusal"), False),
        (say("we close the harbour"), say("we close the harbour", force="refusal"), False),
        (say("we close the harbour"), say("we do not close the harbour", force="demand"), False),
        (say("we close the harbour"), tell("we do not close the harbour"), False),
    ],
    ids=["a threat with a way out", "an offer on a condition", "what ends a refusal", "another verb", "one act under two names", "a demand on others", "no commitment"],
)  # fmt: skip
def test_what_may_be_the_same_on_a_condition_or_in_other_words_is_not_contrary(one: Telling, other: Telling, contrary: bool) -> None:
    assert are_contrary(one, other) is contrary


def test_tellings_that_many_others_hang_between_are_still_two_utterances() -> None:
    said = [say(f"we close the long harbour {n}", name=f"a{n}", act="we close the long harbour") for n in range(6)]
    denied = say("we do not close the long harbour", name="z")
    told = [each.told for each in (*said, denied)]
    ids = [t.gist.of for t in told]
    surely = {(a, b): 0.99 for k, a in enumerate(ids) for b in ids[k + 1 :]}
    assert sorted(len(g.tellings) for g in group_tellings(told, make_echoes(told, surely))) == [1, 6]


def test_stances_tell_own_commitments_only() -> None:
    assert read_stances(say("we close the harbour").side) == ("for free close",)
    assert read_stances(say("we close the harbour", force="refusal").side) == ("unsure free close",)
    assert read_stances(say("we close the harbour", force="demand").side) == ()
    assert read_stances(say("we do not close the harbour if the ferry sails", ("trigger", "the ferry sails"), act="we do not close the harbour").side) == ("against if close",)
    assert read_stances(say("we build the harbour").side) == ("for free",)
