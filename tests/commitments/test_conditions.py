"""Conditions that acts tied by "and" share, and those that belong to one of them alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.commitments.coordination import Tie, share_threats
from tests.attributions.make import read
from tests.statements.tellings import find

BEFORE = {
    "en": "If {trigger1:the pilots strike again}, {threat1:we will close the bridge} and {threat2:recall our envoy}.",
    "nl": "Als {trigger1:de loodsen weer staken}, {threat1:sluiten we de brug} en {threat2:roepen we onze gezant terug}.",
    "de": "Wenn {trigger1:die Lotsen wieder streiken}, {threat1:schließen wir die Brücke} und {threat2:rufen unseren Gesandten zurück}.",
    "fr": "Si {trigger1:les pilotes font encore grève}, {threat1:nous fermerons le pont} et {threat2:rappellerons notre envoyé}.",
    "es": "Si {trigger1:los pilotos vuelven a la huelga}, {threat1:cerraremos el puente} y {threat2:retiraremos a nuestro enviado}.",
    "it": "Se {trigger1:i piloti scioperano di nuovo}, {threat1:chiuderemo il ponte} e {threat2:richiameremo il nostro inviato}.",
    "pt": "Se {trigger1:os pilotos fizerem greve outra vez}, {threat1:fecharemos a ponte} e {threat2:retiraremos o nosso enviado}.",
    "pl": "Jeśli {trigger1:piloci znów zastrajkują}, {threat1:zamkniemy most} i {threat2:odwołamy naszego wysłannika}.",
    "cs": "Pokud {trigger1:lodivodi znovu vstoupí do stávky}, {threat1:zavřeme most} a {threat2:odvoláme svého vyslance}.",
    "uk": "Якщо {trigger1:лоцмани знову застрайкують}, {threat1:ми закриємо міст} і {threat2:відкличемо нашого посланця}.",
    "ru": "Если {trigger1:лоцманы снова забастуют}, {threat1:мы закроем мост} и {threat2:отзовём нашего посланника}.",
    "tr": "{trigger1:Kılavuz kaptanlar yeniden greve giderse} {threat1:köprüyü kapatacağız} ve {threat2:elçimizi geri çağıracağız}.",
}
BEHIND = {
    "en": "{promise1:We will sign the treaty} and {promise2:withdraw our ships}, provided that {prerequisite2:Tarsia pays the debt}.",
    "nl": "{promise1:We zullen het verdrag tekenen} en {promise2:onze schepen terugtrekken}, mits {prerequisite2:Tarsië de schuld betaalt}.",
    "de": "{promise1:Wir werden den Vertrag unterzeichnen} und {promise2:unsere Schiffe abziehen}, sofern {prerequisite2:Tarsien die Schulden bezahlt}.",
    "fr": "{promise1:Nous signerons le traité} et {promise2:retirerons nos navires} à condition que {prerequisite2:la Tarsie paie la dette}.",
    "es": "{promise1:Firmaremos el tratado} y {promise2:retiraremos nuestros barcos} siempre que {prerequisite2:Tarsia pague la deuda}.",
    "it": "{promise1:Firmeremo il trattato} e {promise2:ritireremo le nostre navi} a condizione che {prerequisite2:la Tarsia paghi il debito}.",
    "pt": "{promise1:Assinaremos o tratado} e {promise2:retiraremos os nossos navios} desde que {prerequisite2:a Társia pague a dívida}.",
    "pl": "{promise1:Podpiszemy traktat} i {promise2:wycofamy nasze okręty}, pod warunkiem że {prerequisite2:Tarsja spłaci dług}.",
    "cs": "{promise1:Podepíšeme smlouvu} a {promise2:stáhneme své lodě}, pokud {prerequisite2:Tarsie zaplatí dluh}.",
    "uk": "{promise1:Ми підпишемо договір} і {promise2:відведемо наші кораблі} за умови, що {prerequisite2:Тарсія сплатить борг}.",
    "ru": "{promise1:Мы подпишем договор} и {promise2:отведём наши корабли} при условии, что {prerequisite2:Тарсия выплатит долг}.",
}
OF_THE_SECOND = {
    "en": "{promise1:We will sign the treaty}, and {promise2:will withdraw our ships} if {trigger2:Tarsia pays the debt}.",
    "nl": "{promise1:We zullen het verdrag tekenen} en {promise2:we trekken onze schepen terug} als {trigger2:Tarsië de schuld betaalt}.",
    "de": "{promise1:Wir werden den Vertrag unterzeichnen}, und {promise2:wir werden unsere Schiffe abziehen}, wenn {trigger2:Tarsien die Schulden bezahlt}.",
    "fr": "{promise1:Nous signerons le traité}, et {promise2:nous retirerons nos navires} si {trigger2:la Tarsie paie la dette}.",
    "es": "{promise1:Firmaremos el tratado}, y {promise2:nosotros retiraremos nuestros barcos} si {trigger2:Tarsia paga la deuda}.",
    "it": "{promise1:Firmeremo il trattato}, e {promise2:ritireremo le nostre navi} se {trigger2:la Tarsia paga il debito}.",
    "pt": "{promise1:Assinaremos o tratado}, e {promise2:nós retiraremos os nossos navios} se {trigger2:a Társia pagar a dívida}.",
    "pl": "{promise1:Podpiszemy traktat} i {promise2:my wycofamy nasze okręty}, jeśli {trigger2:Tarsja spłaci dług}.",
    "cs": "{promise1:Podepíšeme smlouvu}, a {promise2:stáhneme své lodě}, pokud {trigger2:Tarsie zaplatí dluh}.",
    "uk": "{promise1:Ми підпишемо договір}, і {promise2:ми відведемо наші кораблі}, якщо {trigger2:Тарсія сплатить борг}.",
    "ru": "{promise1:Мы подпишем договор}, и {promise2:мы отведём наши корабли}, если {trigger2:Тарсия выплатит долг}.",
}


def conditions(marked: str, lang: str, *, unlinked: tuple[int, ...] = ()) -> list[list[tuple[str | None, str]]]:
    reading = read(marked, lang, unlinked=unlinked)
    return [[(reading.words(c.span), c.kind) for c in commitment.conditions] for commitment in reading.commitments]


@pytest.mark.parametrize("lang", sorted(BEFORE))
def test_a_condition_before_tied_acts_belongs_to_each_of_them(lang: str) -> None:
    first, second = conditions(BEFORE[lang], lang)
    assert first == second != []


@pytest.mark.parametrize("lang", sorted(BEHIND))
def test_a_condition_behind_acts_of_one_subject_belongs_to_each_of_them_and_is_of_one_kind(lang: str) -> None:
    first, second = conditions(BEHIND[lang], lang)
    assert first == second == [(second[0][0], "prerequisite")]


@pytest.mark.parametrize("lang", sorted(OF_THE_SECOND))
def test_a_condition_behind_the_second_of_two_acts_apart_is_not_that_of_the_first(lang: str) -> None:
    first, second = conditions(OF_THE_SECOND[lang], lang)
    assert (first, len(second)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If {trigger1:the pilots strike}, {threat1:we will close the bridge}, {threat2:recall our envoy} and {threat3:stop the ferries}.", [1, 1, 1]),
        ('{C1:"If {trigger1:the pilots strike}, {threat1:we will close the bridge},"} {S1:Mira Solan} {Q1:said}, {C1:"and {threat2:recall our envoy}."}', [1, 1]),
        ("{promise1:We will sign the treaty}, and {promise2:withdraw our ships}, if {trigger2:Tarsia pays the debt}.", [1, 1]),
        ("If {trigger1:the pilots strike}, {threat1:we will close the bridge}, and if {trigger2:the guild pays up}, {promise2:we will open the dock}.", [1, 1]),
        ("{threat1:We will close the bridge} if {trigger1:the pilots strike} and {threat2:we will recall our envoy}.", [1, 0]),
        ("{promise1:We will go on} and, if {trigger1:the guild pays up}, {promise2:open the dock}.", [0, 1]),
        ("If {trigger1:the pilots strike}, {threat1:we will close the bridge}. {threat2:We will recall our envoy}.", [1, 0]),
        ("If {trigger1:the pilots strike}, {threat1:we will close the bridge}, and {threat2:the guild will pay for it}.", [1, 0]),
        ("If {trigger1:the pilots strike}, {threat1:we will close the bridge} while {threat2:we recall our envoy}.", [1, 0]),
    ],
)
def test_what_ties_acts_together_and_what_keeps_them_apart(text: str, expected: list[int]) -> None:
    assert [len(found) for found in conditions(text, "en")] == expected


def test_a_condition_that_words_alone_show_belongs_to_one_act_and_to_those_tied_to_it() -> None:
    assert [len(found) for found in conditions("{promise1:We will sign the treaty} and {promise2:withdraw our ships} if Tarsia pays the debt.", "en")] == [1, 1]
    assert [len(found) for found in conditions("{promise1:We will sign the treaty} while {promise2:we withdraw our ships} if Tarsia pays the debt.", "en")] == [0, 1]


LED = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:the guild {promise1:would stay} and, {promise2:depending on {prerequisite2:fuel supplies}, would escort the ships}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat het gilde {promise1:blijft} en, {promise2:afhankelijk van {prerequisite2:de levering van brandstof}, de schepen begeleidt}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:die Gilde {promise1:werde bleiben} und, {promise2:abhängig von {prerequisite2:der Lieferung von Treibstoff}, die Schiffe begleiten}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que el gremio {promise1:seguirá} y, {promise2:dependiendo de {prerequisite2:su flota}, escoltará los barcos}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że cech {promise1:zostanie} i, {promise2:w zależności od {prerequisite2:dostaw paliwa z Orlenu}, będzie eskortować statki}}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}, {C1:що гільдія {promise1:залишиться} і, {promise2:залежно від {prerequisite2:поставок пального}, супроводжуватиме кораблі}}.",
}


@pytest.mark.parametrize("lang", LED)
def test_a_condition_that_begins_a_consequence_is_no_part_of_it(lang: str) -> None:
    reading = read(LED[lang] + "\n@per Mira Solan", lang)
    last = reading.commitments[-1]
    (condition,) = last.conditions
    assert last.consequence.start == condition.span.end + 2


def test_a_condition_inside_a_consequence_stays_in_it() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:{promise1:the guild, depending on {prerequisite1:fuel supplies}, would escort the ships}}.\n@per Mira Solan")
    assert [reading.words(c.consequence) for c in reading.commitments] == ["the guild, depending on fuel supplies, would escort the ships"]


def test_a_threat_is_shared_by_acts_of_one_holder_or_of_nobody_told_not_of_two_without_names() -> None:
    (told, other) = read("{trigger1:If pilots strike}, {threat1:a guild will close the bridge} and {promise2:recall our envoy}.", "en").commitments
    text = "If pilots strike, a guild will close the bridge and recall our envoy."
    left, right = (replace(c, holder=None, holder_canonical=None, conditions=told.conditions) for c in (told, other))
    tie = Tie(left=left.consequence, right=right.consequence, has_comma=False, subject="none")

    def force_of(first: str | None, second: str | None) -> str:
        acts = {c.consequence: replace(c, force=force, holder=find(text, who) if who else None) for c, who, force in ((left, first, "threat"), (right, second, "promise"))}
        return share_threats(text, acts, [tie], "en")[right.consequence].force

    assert force_of(None, None) == force_of("a guild", "a guild") == "threat"
    assert force_of("a guild", "our envoy") == "promise"
