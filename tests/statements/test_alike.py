"""Of two positions nobody knows which came first: they are alike only when one speaker surely holds one party to the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Commitment
from onrecord.statements.alike import agree_in_polarity, are_alike, is_question
from onrecord.statements.match import Matcher
from onrecord.statements.positions import CHANGED_POSITION, REFUSED_AGAIN, find_recalls
from onrecord.statements.space import plain_space

from .tellings import Telling, tell


def say(content: str = "we leave the talks", *, force: str = "threat", speaker: str | None = "Tamsin Orlay", how: str = "named beside the words", **more: object) -> Telling:
    """Return an undated telling whose whole content is what its speaker commits to."""
    return tell(content, consequence=content, force=force, speaker=speaker, source=speaker, speaker_how=how, published=None, **more)  # type: ignore[arg-type]


def compare(left: Telling, right: Telling, **changed: object) -> bool:
    (one,), (other,) = left.side.commitments, right.side.commitments
    again: Commitment = replace(other, **changed)  # type: ignore[arg-type]
    return are_alike(left.side, right.side, one, again)


def test_one_speaker_who_holds_himself_to_the_same_is_alike() -> None:
    assert compare(say(name="a"), say(name="b"))
    assert compare(say(name="a"), say(name="b", force="refusal"))
    assert compare(say(name="a", force="promise"), say(name="b", force="offer"))


@pytest.mark.parametrize(
    ("other", "changed"),
    [
        (say(name="b", speaker=None), {}),
        (say(name="b", speaker="Piet Hulst"), {}),
        (say(name="b", speaker="Lindham", how="organisation"), {}),
        (say(name="b", force="promise"), {}),
        (say(name="b", force="demand"), {}),
        (say("we do not leave the talks", name="b"), {}),
        (say(name="b"), {"inner_voice": True, "holder_canonical": "Piet Hulst"}),
    ],
    ids=["nobody known", "another speaker", "an organisation", "a promise", "a demand", "the contrary", "words of others"],
)
def test_other_speakers_other_kinds_and_other_parties_are_not(other: Telling, changed: dict[str, object]) -> None:
    assert not compare(say(name="a"), other, **changed)


def test_parties_are_one_by_name_or_country() -> None:
    english, polish = (say("we leave the talks", name=lang, lang=lang) for lang in ("en", "pl"))
    at = english.attribution.content[0]

    def hold(telling: Telling, name: str | None) -> Commitment:
        return replace(telling.side.commitments[0], holder=at, holder_canonical=name)

    assert are_alike(english.side, polish.side, hold(english, "Poland"), hold(polish, "Polska"))
    assert not are_alike(english.side, polish.side, hold(english, "Poland"), hold(polish, "Norwegia"))
    assert not are_alike(english.side, polish.side, hold(english, None), hold(polish, None))  # a pronoun that nobody resolved


@pytest.mark.parametrize(
    ("lang", "cue", "content", "force", "asks"),
    [
        ("en", "asked", "whether we leave the talks", "threat", True),
        ("de", "fragte", "ob wir die Gespräche verlassen", "threat", True),
        ("en", "said", "do we leave the talks?", "threat", True),
        ("en", "asked", "Lindham to leave the talks", "demand", False),
        ("en", "said", "we leave the talks", "threat", False),
    ],
)
def test_a_question_is_nobodys_position(lang: str, cue: str, content: str, force: str, asks: bool) -> None:
    late = say(content, name="late", lang=lang, cue=cue, force=force)
    assert is_question(late.side) is asks
    if lang == "en":
        early = say("we leave the talks" if force == "threat" else "Lindham to leave the talks", name="early", force=force)
        assert bool(list(find_recalls([early.side], [late.side], Matcher(plain_space())))) is not asks


def test_only_a_speaker_who_is_known_repeats_a_position() -> None:
    early = say(name="early")
    for late, alike in ((say(name="late"), {True}), (say(name="late", speaker=None), set())):
        assert {r.alike for r in find_recalls([early.side], [late.side], Matcher(plain_space()))} == alike


def test_whoever_does_the_contrary_repeats_nothing() -> None:
    early = say(name="early", force="promise")
    late = tell("we will not leave the talks", consequence="we will not leave the talks", name="later", published="2031-06-01", force="promise")
    assert {(r.relation, r.alike) for r in find_recalls([early.side], [late.side], Matcher(plain_space()))} == {("drops", False)}


def test_to_refuse_a_thing_is_one_polarity_whichever_force_tells_it() -> None:
    refusal, threat, other = say("refuse all overtime", name="a", force="refusal"), say("overtime will be refused", name="b"), say("overtime will be paid", name="c")
    assert agree_in_polarity(refusal.side, threat.side, *refusal.side.commitments, *threat.side.commitments)
    assert not agree_in_polarity(refusal.side, other.side, *refusal.side.commitments, *other.side.commitments)


SAME = {"wir": "we", "veröffentlichen": "publish", "den": "the", "bericht": "report", "der": "the", "inspektion": "inspection"}


def test_one_speaker_is_followed_across_languages_by_international_words() -> None:
    early = say("we publish the inspection", name="early", force="promise")
    late = say("wir veröffentlichen die Inspektion", name="late", lang="de", force="promise", same=SAME)
    other = say("wir veröffentlichen den Bericht", name="late", lang="de", force="promise", same={**SAME, "bericht": "inspection"})
    space = Matcher(plain_space())
    assert {r.relation for r in find_recalls([early.side], [late.side], space)} == {"repeats"}
    assert list(find_recalls([early.side], [other.side], Matcher(plain_space()))) == []  # no word in common: what they are about is not looked at
    unknown = say("wir veröffentlichen die Inspektion", name="late", lang="de", force="promise", same=SAME, speaker=None)
    assert list(find_recalls([early.side], [unknown.side], Matcher(plain_space()))) == []


def foretell(force: str, *, name: str, condition: str = "a referendum is held", speaker: str | None = "Tamsin Orlay") -> Telling:
    """Return what is threatened, or foretold, on a condition."""
    return tell(
        f"the talks would be over if {condition}", consequence="the talks would be over", conditions=[("trigger", condition)], force=force, name=name, speaker=speaker, source=speaker,
        published=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("late", "relations"),
    [
        (foretell("warning", name="late"), {"repeats"}),
        (foretell("warning", name="late", condition="no referendum is held"), set()),
        (foretell("warning", name="late", condition="the ferry sinks"), set()),
        (foretell("warning", name="late", speaker="Piet Hulst"), set()),
    ],
)
def test_a_conditional_warning_repeats_a_threat_of_the_same_on_the_same_condition(late: Telling, relations: set[str]) -> None:
    found = list(find_recalls([foretell("threat", name="early").side], [late.side], Matcher(plain_space())))
    assert {r.relation for r in found} == relations
    assert all(r.alike for r in found)


@pytest.mark.parametrize(("words", "alike"), [("we never sell {}", True), ("we always sell {}", False)])
def test_two_refusals_are_alike_at_less_than_other_commitments(words: str, alike: bool) -> None:
    early, late = (say(words.format(what), name=name, force="threat") for what, name in (("cranes", "early"), ("piers", "late")))
    recalls = list(find_recalls([early.side], [late.side], Matcher(plain_space())))
    assert recalls
    assert all(REFUSED_AGAIN <= r.likeness < CHANGED_POSITION and r.alike is alike for r in recalls)
