"""What a "but" makes the condition of an act before it."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

HANGING = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:{promise1:she would visit the guild}, but it would depend on the vote}.", "the vote"),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:zij het gilde zou bezoeken}, maar dat hangt van de stemming af}.", "de stemming"),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:{promise1:sie werde die Gilde besuchen}, aber das hänge von der Abstimmung ab}.", "der Abstimmung"),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:qu’{promise1:elle visiterait la guilde}, mais cela dépendra du vote}.", "vote"),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que {promise1:visitará al gremio}, pero dependerá de la votación}.", "la votación"),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che {promise1:visiterà la gilda}, ma dipenderà dal voto}.", "voto"),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que {promise1:visitará a guilda}, mas dependerá da votação}.", "votação"),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że {promise1:odwiedzi cech}, ale zależy to od głosowania}.", "głosowania"),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že {promise1:navštíví cech}, ale bude to záviset na hlasování}.", "hlasování"),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що {promise1:відвідає гільдію}, але це залежить від голосування}.", "голосування"),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что {promise1:посетит гильдию}, но это зависит от голосования}.", "голосования"),
}
OPENED = {
    "en": ("{C1:“The talks could take place, but there has to be trust”}, {Q1:said} {S1:Mira Solan}.", "there has to be trust"),
    "nl": ("{C1:“De gesprekken kunnen doorgaan, maar er moet vertrouwen zijn”}, {Q1:zei} {S1:Mira Solan}.", "er moet vertrouwen zijn"),
    "de": ("{C1:„Die Gespräche könnte es geben, aber es muss Vertrauen da sein“}, {Q1:sagte} {S1:Mira Solan}.", "es muss Vertrauen da sein"),
    "fr": ("{C1:« Les pourparlers pourraient avoir lieu, mais il faut de la confiance »}, {Q1:a dit} {S1:Mira Solan}.", "il faut de la confiance"),
    "es": ("{C1:«Las conversaciones podrían celebrarse, pero tiene que haber confianza»}, {Q1:dijo} {S1:Mira Solan}.", "tiene que haber confianza"),
    "it": ("{C1:«I colloqui potrebbero svolgersi, ma ci deve essere fiducia»}, {Q1:ha detto} {S1:Mira Solan}.", "ci deve essere fiducia"),
    "pt": ("{C1:«As negociações poderiam ter lugar, mas tem de haver confiança»}, {Q1:disse} {S1:Mira Solan}.", "tem de haver confiança"),
    "pl": ("{C1:„Rozmowy mogłyby się odbyć, ale musi być zaufanie”}, {Q1:powiedziała} {S1:Mira Solan}.", "musi być zaufanie"),
    "cs": ("{C1:„Jednání by se mohla konat, ale musí existovat důvěra“}, {Q1:řekla} {S1:Mira Solan}.", "musí existovat důvěra"),
    "uk": ("{C1:«Переговори можуть відбутися, але має бути довіра»}, — {Q1:сказала} {S1:Mira Solan}.", "має бути довіра"),
    "ru": ("{C1:«Переговоры могли бы состояться, но должно быть доверие»}, — {Q1:сказала} {S1:Mira Solan}.", "должно быть доверие"),
}
AGAIN = {
    "en": ("{C1:“The talks could take place, but there has to be trust, there has to be will”}, {Q1:said} {S1:Mira Solan}.", "there has to be trust, there has to be will"),
    "de": (
        "{C1:„Die Gespräche könnte es geben, aber es muss Vertrauen da sein, es muss Geduld da sein“}, {Q1:sagte} {S1:Mira Solan}.",
        "es muss Vertrauen da sein, es muss Geduld da sein",
    ),
    "es": (
        "{C1:«Las conversaciones podrían celebrarse, pero tiene que haber confianza, tiene que haber paciencia»}, {Q1:dijo} {S1:Mira Solan}.",
        "tiene que haber confianza, tiene que haber paciencia",
    ),
    "ru": ("{C1:«Переговоры могли бы состояться, но должно быть доверие, должно быть терпение»}, — {Q1:сказала} {S1:Mira Solan}.", "должно быть доверие, должно быть терпение"),
}
NAMED = "\n@per Mira Solan"


def told(marked: str, lang: str) -> list[tuple[str, list[str | None]]]:
    reading = read(marked + NAMED, lang)
    return [(c.force, [reading.words(k.span) for k in c.conditions]) for c in reading.commitments]


@pytest.mark.parametrize("lang", HANGING)
def test_what_an_act_is_said_to_depend_on_is_its_condition(lang: str) -> None:
    marked, words = HANGING[lang]
    assert told(marked, lang) == [("promise", [words])]


@pytest.mark.parametrize("lang", AGAIN)
def test_what_there_has_to_be_may_be_said_twice(lang: str) -> None:
    marked, words = AGAIN[lang]
    assert told(marked, lang) == [("offer", [words])]


@pytest.mark.parametrize("lang", OPENED)
def test_talks_that_may_come_to_be_are_offered_on_what_there_has_to_be(lang: str) -> None:
    marked, words = OPENED[lang]
    assert told(marked, lang) == [("offer", [words])]


def test_a_meeting_that_is_not_ruled_out_is_offered_on_what_it_depends_on() -> None:
    marked = "{S1:Mira Solan} {Q1:has not ruled out} {C1:a meeting} but said it would be contingent on the vote."
    assert told(marked, "en") == [("offer", ["the vote"])]
    assert told(marked.replace("not ", ""), "en") != [("offer", ["the vote"])]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("{S1:Mira Solan} {Q1:said} {C1:{promise1:she would visit the guild}, but the price depends on the market}.", [("promise", [])]),
        ("{S1:Mira Solan} {Q1:said} {C1:{promise1:she would visit the guild}. But it depends on the vote}.", [("promise", [])]),
        ("{C1:“The talks could not take place, but there has to be trust”}, {Q1:said} {S1:Mira Solan}.", [("demand", [])]),
        ("{C1:“The storm could begin, but there has to be calm”}, {Q1:said} {S1:Mira Solan}.", [("demand", [])]),
        ("{C1:“The talks could take place, and the port is open”}, {Q1:said} {S1:Mira Solan}.", []),
    ],
)
def test_other_clauses_are_no_provisos(marked: str, found: list[tuple[str, list[str]]]) -> None:
    assert told(marked, "en") == found


REQUIRED = {
    "en": "{C1:“The talks could take place, but there has to be {demand1:trust on the part of Tarsia}. %s”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“De gesprekken kunnen doorgaan, maar er moet {demand1:vertrouwen bij Tarsië zijn}. %s”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Die Gespräche könnte es geben, aber es muss {demand1:Vertrauen bei Tarsien da sein}. %s“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Les pourparlers pourraient avoir lieu, mais il faut {demand1:de la confiance chez la Tarsie}. %s »}, {Q1:a dit} {S1:Mira Solan}.",
    "ru": "{C1:«Переговоры могли бы состояться, но должно быть {demand1:доверие со стороны Тарсии}. %s»}, — {Q1:сказала} {S1:Mira Solan}.",
}
BESIDES = {
    "en": "{demand2:Tarsia must pay the debt}", "nl": "{demand2:Tarsië moet de schuld betalen}", "de": "{demand2:Tarsien muss die Schulden bezahlen}",
    "fr": "{demand2:La Tarsie doit payer la dette}", "ru": "{demand2:Тарсия должна выплатить долг}",
}  # fmt: skip


@pytest.mark.parametrize("lang", REQUIRED)
def test_what_an_offer_depends_on_is_no_demand_besides(lang: str) -> None:
    assert [force for force, _ in told(REQUIRED[lang] % BESIDES[lang], lang)] == ["offer", "demand"]
