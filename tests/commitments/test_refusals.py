"""Refusals that words make plain, where the model took them for something else or for nothing."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

PLAIN = {
    "en": ("{C1:“This is not something we can agree on”}, {Q1:said} {S1:Mira Solan}.", "This is not something we can agree on"),
    "nl": ("{C1:„Dit is niet iets waar wij mee kunnen instemmen”}, {Q1:zei} {S1:Mira Solan}.", "Dit is niet iets waar wij mee kunnen instemmen"),
    "de": ("{C1:„Wir werden diese Karte niemals akzeptieren“}, {Q1:sagte} {S1:Mira Solan}.", "Wir werden diese Karte niemals akzeptieren"),
    "fr": ("{C1:« Nous n’accepterons jamais cette carte »}, {Q1:a dit} {S1:Mira Solan}.", "Nous n’accepterons jamais cette carte"),
    "es": ("{C1:«No es algo que podamos aceptar»}, {Q1:dijo} {S1:Mira Solan}.", "No es algo que podamos aceptar"),
    "it": ("{C1:«Non è qualcosa che possiamo accettare»}, {Q1:ha detto} {S1:Mira Solan}.", "Non è qualcosa che possiamo accettare"),
    "pt": ("{C1:«Nunca aceitaremos este mapa»}, {Q1:disse} {S1:Mira Solan}.", "Nunca aceitaremos este mapa"),
    "pl": ("{C1:„Nigdy nie przyjmiemy tej mapy”}, {Q1:powiedziała} {S1:Mira Solan}.", "Nigdy nie przyjmiemy tej mapy"),
    "cs": ("{C1:„Nikdy nepřijmeme tuto mapu“}, {Q1:řekla} {S1:Mira Solan}.", "Nikdy nepřijmeme tuto mapu"),
    "uk": ("{C1:«Ми ніколи не приймемо цю мапу»}, — {Q1:сказала} {S1:Mira Solan}.", "Ми ніколи не приймемо цю мапу"),
    "ru": ("{C1:«Мы никогда не примем эту карту»}, — {Q1:сказала} {S1:Mira Solan}.", "Мы никогда не примем эту карту"),
    "tr": ("{S1:Mira Solan}, {C1:“Bu haritayı asla kabul etmeyeceğiz”} {Q1:dedi}.", "Bu haritayı asla kabul etmeyeceğiz"),
}
PROMISED = {
    "en": "{C1:“{promise1:We will not hand out new maps}”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:„{promise1:Wij zullen het eiland niet verlaten}”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„{promise1:Wir werden die Insel nicht verlassen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« {promise1:Nous ne quitterons pas l’île} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«{promise1:No dejaremos la isla}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«{promise1:Non lasceremo l’isola}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:«{promise1:Não deixaremos a ilha}»}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„{promise1:Nie opuścimy wyspy}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„{promise1:Neopustíme ostrov}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«{promise1:Ми не залишимо острів}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«{promise1:Мы не покинем остров}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{S1:Mira Solan}, {C1:“{promise1:Adadan ayrılmayacağız}”} {Q1:dedi}.",
}
NAMED = "\n@per Mira Solan"


def forces(marked: str, lang: str = "en") -> list[str]:
    return [c.force for c in read(marked + NAMED, lang).commitments]


@pytest.mark.parametrize("lang", PLAIN)
def test_a_speaker_who_plainly_refuses_does_so_where_the_model_saw_nothing(lang: str) -> None:
    marked, words = PLAIN[lang]
    reading = read(marked + NAMED, lang)
    assert [(c.force, reading.words(c.consequence), c.holder_canonical) for c in reading.commitments] == [("refusal", words, "Mira Solan")]


@pytest.mark.parametrize("lang", PROMISED)
def test_a_promise_not_to_do_something_is_a_refusal(lang: str) -> None:
    assert forces(PROMISED[lang], lang) == ["refusal"]


def test_a_refusal_found_by_its_words_keeps_its_condition() -> None:
    reading = read("{C1:“If the levy stays as it is, we will never sign the charter”}, {Q1:said} {S1:Mira Solan}." + NAMED)
    (commitment,) = reading.commitments
    assert (commitment.force, reading.words(commitment.consequence)) == ("refusal", "we will never sign the charter")
    assert [reading.words(c.span) for c in commitment.conditions] == ["the levy stays as it is"]
    assert commitment.conditional


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the guild could agree on the map}."),
        ("en", "We will never accept this map. Mira Solan wept."),
        ("de", "{C1:„Wir haben die Karte akzeptiert“}, {Q1:sagte} {S1:Mira Solan}."),
        ("uk", "{C1:«Ми погодилися на цю мапу»}, — {Q1:сказала} {S1:Mira Solan}."),
    ],
)
def test_other_words_and_words_of_nobody_refuse_nothing(lang: str, marked: str) -> None:
    assert forces(marked, lang) == []


def test_a_promise_that_something_else_does_not_happen_stays_one() -> None:
    assert forces("{C1:“{promise1:We will see to it that the levy will not rise}”}, {Q1:said} {S1:Mira Solan}.") == ["promise"]


RED_LINES = {
    "en": "{C1:“An attack on the quay is a red line for us”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Een aanval op de kade is voor ons een rode lijn”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Ein Angriff auf den Kai ist für uns eine rote Linie“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Une attaque contre le quai est pour nous une ligne rouge »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Un ataque contra el muelle es una línea roja para nosotros»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Un attacco al molo è per noi una linea rossa»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:“Um ataque ao cais é para nós uma linha vermelha”}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Atak na nabrzeże jest dla nas czerwoną linią”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Útok na nábřeží je pro nás červená linie”}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Напад на набережну для нас червона лінія»}, {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Нападение на набережную для нас красная линия»}, {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{C1:“Rıhtıma saldırı bizim kırmızı çizgimizdir”} {Q1:dedi} {S1:Mira Solan}.",
}


@pytest.mark.parametrize("lang", RED_LINES)
def test_what_is_a_red_line_is_refused(lang: str) -> None:
    (commitment,) = read(RED_LINES[lang] + "\n@per Mira Solan", lang).commitments
    assert (commitment.force, commitment.holder_canonical) == ("refusal", "Mira Solan")


@pytest.mark.parametrize("words", ["{C1:that an attack on the quay is not a red line}", "{C1:that there are no red lines}"])
def test_what_is_no_red_line_is_not(words: str) -> None:
    assert read("{S1:Mira Solan} {Q1:said} " + words + ".\n@per Mira Solan").commitments == ()


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("nl", "{C1:“Een aanval op de kade is geen rode lijn”}, {Q1:zei} {S1:Mira Solan}."),
        ("de", "{C1:„Ein Angriff ist für uns keine rote Linie“}, {Q1:sagte} {S1:Mira Solan}."),
        ("fr", "{C1:« Ce n'est pas une ligne rouge »}, {Q1:a dit} {S1:Mira Solan}."),
        ("tr", "{C1:“Bu bizim kırmızı çizgimiz değil”} {Q1:dedi} {S1:Mira Solan}."),
    ],
)
def test_a_denied_red_line_is_none(lang: str, marked: str) -> None:
    assert read(marked + "\n@per Mira Solan", lang).commitments == ()


@pytest.mark.parametrize(
    ("lang", "marked", "force"),
    [
        ("fr", "{refusal1:Nous ne rouvrirons l'écluse que} si {prerequisite1:le péage n'est pas relevé}.", "promise"),
        ("fr", "{refusal1:Nous ne rouvrirons pas l'écluse} si {trigger1:le péage est relevé}.", "refusal"),
        ("it", "{promise1:Non riapriremo la chiusa} che se {prerequisite1:il pedaggio sarà tolto}.", "promise"),
        ("it", "{promise1:Non riapriremo la chiusa} se {trigger1:il pedaggio sarà aumentato}.", "refusal"),
        ("es", "{promise1:No reabriremos la esclusa} más que si {prerequisite1:se retira el peaje}.", "promise"),
        ("es", "{promise1:No reabriremos la esclusa} si {trigger1:sube el peaje}.", "refusal"),
        ("pt", "{promise1:Não reabriremos a eclusa} senão se {prerequisite1:acabar a portagem}.", "promise"),
        ("pt", "{promise1:Não reabriremos a eclusa} se {trigger1:a portagem subir}.", "refusal"),
    ],
)
def test_a_negation_that_only_restricts_refuses_nothing(lang: str, marked: str, force: str) -> None:
    (commitment,) = read(marked, lang).commitments
    assert commitment.force == force
    assert [condition.bearing for condition in commitment.conditions] == ["only" if force == "promise" else None]


CLOSED = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:the quays were %snegotiable}.", "not "),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:dat de kades %sonderhandelbaar zijn}.", "niet "),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:die Kais seien %sverhandelbar}.", "nicht "),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:que les quais ne sont %s négociables}.", "pas"),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que los muelles %sson negociables}.", "no "),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che i moli %ssono negoziabili}.", "non "),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que os cais %ssão negociáveis}.", "não "),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że nabrzeża %spodlegają negocjacjom}.", "nie "),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že nábřeží %s předmětem jednání}.", "nejsou"),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що набережні %sпідлягають обговоренню}.", "не "),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что набережные %sподлежат обсуждению}.", "не "),
    "tr": ("{S1:Mira Solan}, {C1:rıhtımların pazarlık konusu %s} {Q1:söyledi}.", "olmadığını"),
}


@pytest.mark.parametrize("lang", CLOSED)
def test_what_is_not_negotiable_is_refused_in_indirect_speech_too(lang: str) -> None:
    marked, denied = CLOSED[lang]
    assert forces(marked % denied, lang) == ["refusal"]
    assert forces(marked % ("olduğunu" if lang == "tr" else "jsou" if lang == "cs" else ""), lang) == []


def test_what_is_not_said_to_be_closed_is_not_refused() -> None:
    assert forces("{S1:Mira Solan} {Q1:said} {C1:the quays were not non-negotiable}.") == []


@pytest.mark.parametrize(
    ("lang", "marked", "words"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the quays, the old one among them, are not negotiable}.", "the quays, the old one among them, are not negotiable"),
        ("es", "{S1:Mira Solan} {Q1:dijo} {C1:que los muelles, entre ellos el viejo, no son negociables}.", "los muelles, entre ellos el viejo, no son negociables"),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that it rains, it snows, the quays are not negotiable}.", "the quays are not negotiable"),
    ],
)
def test_what_is_not_negotiable_is_told_with_its_subject(lang: str, marked: str, words: str) -> None:
    reading = read(marked + NAMED, lang)
    assert [reading.words(c.consequence) for c in reading.commitments] == [words]
