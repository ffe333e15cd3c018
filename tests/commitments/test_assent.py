"""Negations that refuse nothing: who will not say no agrees, who promises that nobody will be harmed spares."""

from __future__ import annotations

import pytest

from onrecord.commitments.assent import find_assent, is_sparing
from onrecord.records import Span
from tests.attributions.make import read

AGREED = {
    "en": ["We will not say no", "Tarsia won't stand in the way of the canal", "Tarsia would not oppose the canal"],
    "nl": ["Wij zullen geen nee zeggen", "Tarsia zal zich niet tegen het kanaal verzetten", "Wij hebben geen bezwaar tegen het kanaal"],
    "de": ["Wir werden nicht Nein sagen", "Tarsia werde sich dem Kanal nicht widersetzen", "Wir erheben keine Einwände gegen den Kanal"],
    "fr": ["Nous ne dirons pas non", "La Tarsie ne s'opposera pas au canal", "Nous ne mettrons pas notre veto"],
    "es": ["No diremos que no", "Tarsia no se opondrá al canal", "No pondremos ningún obstáculo"],
    "it": ["Non diremo di no", "Tarsia non si opporrà al canale", "Non metteremo il veto"],
    "pt": ["Não diremos que não", "Társia não se oporá ao canal", "Não vamos dizer não"],
    "pl": ["Nie powiemy nie", "Tarsja nie będzie się sprzeciwiać budowie kanału", "Nie staniemy na przeszkodzie"],
    "cs": ["Neřekneme ne", "Tarsie nebude proti kanálu", "Nebudeme stát v cestě"],
    "uk": ["Ми не скажемо ні", "Тарсія не заперечуватиме проти каналу", "Ми не станемо на заваді"],
    "ru": ["Мы не скажем нет", "Тарсия не будет возражать против канала", "Мы не станем препятствовать"],
    "tr": ["Hayır demeyiz", "Tarsia kanala karşı çıkmayacak", "Kanala engel olmayacağız"],
}
REFUSED = {
    "en": ["We will not accept the canal", "We will never let those decide who do not oppose the levy", "We cannot promise not to object"],
    "nl": ["Wij zullen het kanaal niet aanvaarden"],
    "de": ["Wir werden den Kanal nicht hinnehmen"],
    "fr": ["Nous ne signerons pas non plus"],
    "es": ["No firmaremos"],
    "it": ["Non firmeremo"],
    "pt": ["Não assinaremos"],
    "pl": ["Nie podpiszemy"],
    "cs": ["Nepodepíšeme"],
    "uk": ["Ми не відмовимося від островів"],
    "ru": ["Мы не откажемся от островов"],
    "tr": ["İtiraz etmeyi sürdürmeyeceğiz"],
}
SPARED = {
    "en": ["The pilots will not be harmed", "No pilot would be punished", "nothing will happen to them"],
    "nl": ["De loodsen zullen niet worden gestraft", "hun zal niets overkomen"],
    "de": ["Den Lotsen werde nichts geschehen", "kein Lotse werde bestraft", "die Lotsen würden nicht verletzt"],
    "fr": ["personne ne serait blessé", "Les pilotes ne seront pas punis"],
    "es": ["Los pilotos no sufrirán daños", "nadie será castigado"],
    "it": ["I piloti non subiranno conseguenze", "nessuno sarà punito"],
    "pt": ["Os pilotos não sofrerão danos", "ninguém será punido"],
    "pl": ["Piloci nie ucierpią", "nikomu nic się nie stanie"],
    "cs": ["Lodivodi nebudou potrestáni", "nikomu se nic nestane"],
    "uk": ["Лоцмани не постраждають", "нікого не буде покарано"],
    "ru": ["Лоцманы не пострадают", "никто не будет наказан"],
    "tr": ["Kılavuz kaptanlar zarar görmeyecek", "kimse cezalandırılmayacak"],
}
LEFT = {
    "en": ("we'll leave you in peace", "we will not leave you in peace"),
    "nl": ("we laten jullie met rust", "we zullen jullie niet met rust laten"),
    "de": ("dann lassen wir euch in Ruhe", "wir werden euch nicht in Ruhe lassen"),
    "fr": ("nous vous laisserons tranquilles", "nous ne vous laisserons pas tranquilles"),
    "es": ("os dejaremos en paz", "no os dejaremos en paz"),
    "it": ("vi lasceremo in pace", "non vi lasceremo in pace"),
    "pt": ("deixar-vos-emos em paz", "não vos deixaremos em paz"),
    "pl": ("zostawimy was w spokoju", "nie zostawimy was w spokoju"),
    "cs": ("necháme vás na pokoji", "nenecháme vás na pokoji"),
    "uk": ("ми залишимо вас у спокої", "ми не залишимо вас у спокої"),
    "ru": ("мы оставим вас в покое", "мы не оставим вас в покое"),
    "tr": ("sizi rahat bırakırız", "sizi rahat bırakmayız"),
}
NAMED = "\n@per Mira Solan"


def whole(words: str) -> Span:
    return Span(start=0, end=len(words))


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, examples in AGREED.items() for words in examples])
def test_a_denied_opposition_agrees(lang: str, words: str) -> None:
    assert find_assent(words, whole(words), lang) is not None


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, examples in REFUSED.items() for words in examples])
def test_any_other_negation_does_not(lang: str, words: str) -> None:
    assert find_assent(words, whole(words), lang) is None


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, examples in SPARED.items() for words in examples])
def test_a_denied_harm_spares(lang: str, words: str) -> None:
    assert is_sparing(words, whole(words), lang)
    assert not is_sparing(REFUSED[lang][0], whole(REFUSED[lang][0]), lang)


@pytest.mark.parametrize("lang", LEFT)
def test_leaving_somebody_in_peace_spares_and_not_doing_so_does_not(lang: str) -> None:
    assert [is_sparing(words, whole(words), lang) for words in LEFT[lang]] == [True, False]


def test_to_leave_somebody_in_peace_is_no_threat() -> None:
    (commitment,) = read("{C1:“If {trigger1:you yield}, {threat1:we will leave you in peace}”}, {Q1:said} {S1:Mira Solan}." + NAMED).commitments
    assert commitment.force == "promise"


def test_who_agrees_on_a_condition_offers_and_promises_without() -> None:
    marked = "{C1:“%s{refusal1:we will not oppose an attack}”}, {Q1:said} {S1:Mira Solan}."
    assert [c.force for c in read(marked % "If {trigger1:the levy stays}, " + NAMED).commitments] == ["offer"]
    assert [c.force for c in read(marked % "" + NAMED).commitments] == ["promise"]


def test_harm_that_is_denied_is_promised_only_where_a_verb_of_promising_tells_it() -> None:
    marked = "{S1:Mira Solan} {Q1:%s} {C1:that {refusal1:the pilots would not be harmed}}."
    assert [c.force for c in read(marked % "promised" + NAMED).commitments] == ["promise"]
    assert [c.force for c in read(marked % "doubted" + NAMED).commitments] == ["refusal"]


def test_a_promise_not_to_do_harm_stays_a_refusal() -> None:
    assert [c.force for c in read("{S1:Mira Solan} {Q1:promised} {C1:that {promise1:she would not close the port}}." + NAMED).commitments] == ["refusal"]
