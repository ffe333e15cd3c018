"""Opposite acts: who resumes a thing does not repeat that he suspends it, nor does one utterance say both; who will not suspend it may resume it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.languages.pack import known_languages
from onrecord.statements.alike import agree_in_polarity
from onrecord.statements.match import Matcher
from onrecord.statements.opposites import are_opposite
from onrecord.statements.positions import find_recalls
from onrecord.statements.space import plain_space

from .tellings import Telling, tell
from .test_contrary import are_contrary

CASES = [
    ("en", "we suspend the grain trains", "we resume the grain trains"),
    ("en", "we impose a levy on barley", "we lift the levy on barley"),
    ("en", "we leave the river pact", "we rejoin the river pact"),
    ("en", "we vote for the harbour law", "we vote against the harbour law"),
    ("en", "we lay down our weapons", "we keep our weapons"),
    ("nl", "wij schorten de graantreinen op", "wij nemen de graantreinen weer op"),
    ("nl", "wij voeren een heffing in", "wij zullen de heffing intrekken"),
    ("nl", "wij keuren de havenwet goed", "wij wijzen de havenwet af"),
    ("de", "wir setzen die Getreidezüge nach Sarn aus", "wir nehmen die Getreidezüge nach Sarn wieder auf"),
    ("de", "wir verhängen eine Abgabe", "wir werden die Abgabe aufheben"),
    ("de", "wir stimmen dem Hafengesetz zu", "wir lehnen das Hafengesetz ab"),
    ("fr", "nous suspendrons les trains de blé", "nous reprendrons les trains de blé"),
    ("fr", "nous instaurerons une taxe", "nous abolirons la taxe"),
    ("fr", "nous fermerons le port", "nous rouvrirons le port"),
    ("es", "nos retiraremos del pacto", "nos adheriremos al pacto"),
    ("it", "chiuderemo il porto", "riapriremo il porto"),
    ("uk", "ми закриємо порт", "ми відкриємо порт"),
    ("ru", "мы выведем войска", "мы отправим войска"),
    ("fr", "nous quitterons le pacte", "nous réintégrerons le pacte"),
    ("es", "suspenderemos los trenes de trigo", "reanudaremos los trenes de trigo"),
    ("es", "aceptaremos la ley del puerto", "rechazaremos la ley del puerto"),
    ("es", "mantendremos las sanciones", "levantaremos las sanciones"),
    ("it", "sospenderemo i treni del grano", "riprenderemo i treni del grano"),
    ("it", "approveremo la legge", "respingeremo la legge"),
    ("it", "aumenteremo le tariffe", "ridurremo le tariffe"),
    ("pt", "suspenderemos os comboios", "retomaremos os comboios"),
    ("pt", "aprovaremos a lei", "rejeitaremos a lei"),
    ("pt", "aumentaremos as tarifas", "reduziremos as tarifas"),
    ("pl", "zawiesimy pociągi ze zbożem", "wznowimy pociągi ze zbożem"),
    ("pl", "poprzemy ustawę portową", "odrzucimy ustawę portową"),
    ("pl", "podwyższymy opłaty", "obniżymy opłaty"),
    ("cs", "pozastavíme vlaky s obilím", "obnovíme vlaky s obilím"),
    ("cs", "schválíme přístavní zákon", "zamítneme přístavní zákon"),
    ("cs", "zvýšíme poplatky", "snížíme poplatky"),
    ("uk", "ми призупинимо потяги із зерном", "ми відновимо потяги із зерном"),
    ("uk", "ми підтримаємо закон про порт", "ми відхилимо закон про порт"),
    ("uk", "ми підвищимо збори", "ми знизимо збори"),
    ("ru", "мы приостановим поезда с зерном", "мы возобновим поезда с зерном"),
    ("ru", "мы введём сбор", "мы отменим сбор"),
    ("ru", "мы поддержим закон о порте", "мы отклоним закон о порте"),
    ("tr", "tahıl trenlerini askıya alacağız", "tahıl trenlerine yeniden başlayacağız"),
    ("tr", "liman yasasını onaylayacağız", "liman yasasını reddedeceğiz"),
    ("tr", "harçları yükselteceğiz", "harçları düşüreceğiz"),
]


def say(content: str, *, lang: str = "en", name: str = "a", force: str = "promise", published: str = "2031-03-14", **more: object) -> Telling:
    """Return a telling whose whole content is what its speaker commits to."""
    return tell(content, name=name, lang=lang, consequence=content, force=force, published=published, **more)  # type: ignore[arg-type]


def oppose(one: Telling, other: Telling) -> bool:
    return are_opposite(one.side, other.side, *one.side.commitments, *other.side.commitments)


@pytest.mark.parametrize(("lang", "act", "opposite"), CASES)
def test_acts_that_undo_one_another_are_opposite_and_no_act_is_its_own(lang: str, act: str, opposite: str) -> None:
    one, other = say(act, lang=lang), say(opposite, lang=lang, name="b")
    assert oppose(one, other)
    assert oppose(other, one)
    assert not oppose(one, one)
    assert not oppose(other, other)
    assert not agree_in_polarity(one.side, other.side, *one.side.commitments, *other.side.commitments)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (say("we suspend the trains"), say("we halt the trains", name="b")),
        (say("we lift the ban that we imposed"), say("we impose a ban", name="b")),
        (say("we close the road"), say("we build the road", name="b")),
        (say("we are for peace"), say("we are against war", name="b")),
        (say("die Bahn nimmt Rücksicht an der Grenze", lang="de"), say("wir lehnen das Gesetz ab", lang="de", name="b")),
    ],
    ids=["one act in two words", "both in one", "another act", "no act", "a preposition is no part of a verb"],
)
def test_other_acts_are_not(one: Telling, other: Telling) -> None:
    assert not oppose(one, other)


def test_acts_are_opposite_across_languages() -> None:
    assert oppose(say("we suspend the grain trains"), say("мы возобновим поезда с зерном", lang="ru", name="b"))


SAME = {"resume": "suspend", "zullen": "will", "hervatten": "suspend", "de": "the", "graantreinen": "grain", "wij": "we"}


@pytest.mark.parametrize(
    ("then", "now", "relations"),
    [
        ("we will suspend the long grain trains", "we will resume the long grain trains", set()),
        ("we will suspend the long grain trains", "we will suspend the long grain trains", {"repeats"}),
        ("we will not resume the long grain trains", "we will not suspend the long grain trains", set()),
    ],
)
@pytest.mark.parametrize("force", ["promise", "threat", "offer"])
def test_an_opposite_act_repeats_nothing(then: str, now: str, relations: set[str], force: str) -> None:
    early, late = say(then, force=force), say(now, name="b", force=force, published="2031-06-01", same=SAME)
    assert {r.relation for r in find_recalls([early.side], [late.side], Matcher(plain_space()))} == relations


def test_who_promised_to_leave_and_will_stay_gives_that_up() -> None:
    early, late = say("we will leave the river pact"), say("we will stay in the river pact", name="b", published="2031-06-01", same={"stay": "leave"})
    assert {r.relation for r in find_recalls([early.side], [late.side], Matcher(plain_space()))} == {"drops"}


def test_tellings_of_opposite_acts_are_two_utterances_and_one_with_a_not_may_be_the_other() -> None:
    suspend, resume, keep = (say(f"we will {verb} the long grain trains", name=verb, type="direct", same={"resume": "suspend"}) for verb in ("suspend", "resume", "not suspend"))
    assert are_contrary(suspend, resume)
    assert are_contrary(suspend, keep)
    assert not are_contrary(keep, resume)


def test_what_comes_back_on_a_condition_may_be_suspended_till_then() -> None:
    suspend = say("we will suspend the long grain trains", type="direct")
    resume = tell(
        "we will resume the long grain trains once the bridge stands", name="b", consequence="we will resume the long grain trains", force="offer", type="direct",
        conditions=[("prerequisite", "the bridge stands")], same={"resume": "suspend"},
    )  # fmt: skip
    assert not are_contrary(suspend, resume)


def test_every_language_has_words_for_every_act() -> None:
    table = tomllib.loads((files("onrecord.statements") / "opposites.toml").read_text("utf-8"))
    assert all(set(words) == set(known_languages()) for words in table.values())
