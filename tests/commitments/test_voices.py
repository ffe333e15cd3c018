"""What a speaker says that others say: their commitment, not the speaker's."""

from __future__ import annotations

import pytest

from onrecord.records import Commitment
from tests.attributions.make import Reading, read


def only(reading: Reading) -> Commitment:
    (commitment,) = reading.commitments
    return commitment


def voice(marked: str, lang: str = "en") -> tuple[bool, str | None]:
    commitment = only(read(marked + "\n@per Mira Solan" + ("\n@org Tidewire" if "Tidewire" in marked else ""), lang))
    return commitment.inner_voice, commitment.holder_canonical


INNER = {
    "en": "{C1:“They tell us: ‘Give up the island and {promise1:{holder1:we} will leave you alone}’,”} {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Ze zeggen: ‘Geef het eiland op en {promise1:{holder1:wij} laten jullie met rust}’,”} {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Sie sagen: ‚Gebt die Insel auf und {promise1:{holder1:wir} lassen euch in Ruhe}‘“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Ils disent : “Cédez l’île et {promise1:{holder1:nous} vous laisserons tranquilles}” »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Ellos dicen: “Entreguen la isla y {promise1:{holder1:nosotros} los dejaremos en paz}”»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Loro dicono: “Cedete l’isola e {promise1:{holder1:noi} vi lasceremo in pace}”»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:«Eles dizem: “Entreguem a ilha e {promise1:{holder1:nós} deixamos-vos em paz}”»}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Oni mówią: «Oddajcie wyspę, a {promise1:{holder1:my} damy wam spokój}»”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Oni říkají: ‚Vzdejte se ostrova a {promise1:{holder1:my} vás necháme na pokoji}‘“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Вони кажуть: “Віддайте острів, і {promise1:{holder1:ми} дамо вам спокій}”»}, — {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Они говорят: “Отдайте остров, и {promise1:{holder1:мы} оставим вас в покое}”»}, — {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{S1:Mira Solan}, {C1:“Onlar diyor: ‘Adayı bırakın, {promise1:{holder1:biz} sizi rahat bırakırız}’”} {Q1:dedi}.",
}
OWN = {
    "en": "{C1:“I told them: ‘Leave the island or {threat1:{holder1:we} will close the port}’,”} {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Ik zei: ‘Verlaat het eiland of {threat1:{holder1:wij} sluiten de haven}’,”} {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Ich sagte: ‚Verlasst die Insel oder {threat1:{holder1:wir} schließen den Hafen}‘“}, {Q1:sagte} {S1:Mira Solan}.",
    "es": "{C1:«Dijimos: “Dejen la isla o {threat1:{holder1:nosotros} cerraremos el puerto}”»}, {Q1:dijo} {S1:Mira Solan}.",
    "pl": "{C1:„Powiedzieliśmy: «Opuśćcie wyspę albo {threat1:{holder1:my} zamkniemy port}»”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "uk": "{C1:«Я сказала: “Залиште острів, або {threat1:{holder1:ми} закриємо порт}”»}, — {Q1:сказала} {S1:Mira Solan}.",
}


@pytest.mark.parametrize("lang", INNER)
def test_we_in_a_quotation_inside_a_quotation_is_not_the_speaker(lang: str) -> None:
    assert voice(INNER[lang], lang) == (True, None)


@pytest.mark.parametrize("lang", OWN)
def test_a_speaker_who_quotes_itself_speaks_for_itself(lang: str) -> None:
    assert voice(OWN[lang], lang) == (False, "Mira Solan")


def test_the_one_quoted_is_named_where_the_text_names_it() -> None:
    assert voice("{C1:“Tidewire tells us: ‘Sign and {promise1:{holder1:we} will leave you alone}’,”} {Q1:said} {S1:Mira Solan}.") == (True, "Tidewire")
    assert voice("{C1:“‘{promise1:{holder1:We} will leave you alone},’ says Tidewire, and nobody believes it,”} {Q1:said} {S1:Mira Solan}.") == (True, "Tidewire")


def test_a_colon_after_they_say_opens_an_inner_voice_without_marks() -> None:
    assert voice("{C1:“They say: sign this and {promise1:{holder1:we} will leave you alone},”} {Q1:said} {S1:Mira Solan}.") == (True, None)
    assert voice("{C1:“We say: sign this and {promise1:{holder1:we} will leave you alone},”} {Q1:said} {S1:Mira Solan}.") == (False, "Mira Solan")


def test_what_another_is_said_to_promise_is_its_own() -> None:
    assert voice("{S1:Mira Solan} {Q1:said} {C1:that Tidewire promised {promise1:to leave the island}}.") == (True, "Tidewire")
    assert voice("{C1:“Tidewire says {promise1:{holder1:it} will leave the island},”} {Q1:said} {S1:Mira Solan}.") == (True, "Tidewire")


@pytest.mark.parametrize(
    "marked",
    [
        "{C1:“{promise1:{holder1:We} will end this ‘special regime’ on the island},”} {Q1:said} {S1:Mira Solan}.",
        "{C1:“{holder1:We} {promise1:will answer ‘no’ to all of it},”} {Q1:said} {S1:Mira Solan}.",
        "{C1:“They say much, but {promise1:{holder1:we} will stay},”} {Q1:said} {S1:Mira Solan}.",
        "{C1:“Our answer is: ‘{refusal1:{holder1:We} will not leave}’,”} {Q1:said} {S1:Mira Solan}.",
        "{S1:Mira Solan} {Q1:said} {C1:she believes {promise1:{holder1:she} will stay}}.",
        "{C1:“If he is asked, {promise1:{holder1:we} will stay},”} {Q1:said} {S1:Mira Solan}.",
        "{C1:“If {trigger1:they refuse to answer}, {promise1:I will answer},”} {Q1:said} {S1:Mira Solan}.",
    ],
)
def test_a_speaker_speaks_for_itself_where_nobody_else_does(marked: str) -> None:
    assert voice(marked) == (False, "Mira Solan")


def test_the_attribution_stays_the_outer_one() -> None:
    reading = read(INNER["en"] + "\n@per Mira Solan")
    assert only(reading).attribution == reading.attributions[0].id


LIKE = {
    "en": "{C1:“She gave me the keys and she was like, take the boat and {promise1:we will sail home}”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Ze had zoiets van, pak de boot en {promise1:we varen naar huis}”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Sie meinte so, nimm das Boot und {promise1:wir fahren nach Hause}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Elle a fait genre, prends le bateau et {promise1:nous rentrerons au port} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Ella fue y dijo, toma el barco y {promise1:volveremos a casa}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Lei fa tipo, prendi la barca e {promise1:torniamo a casa}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:“Ela foi tipo, pega no barco e {promise1:voltamos para casa}”}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Ona powiedziała coś w stylu, weź łódź i {promise1:popłyniemy do domu}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Ona řekla něco jako, vezmi loď a {promise1:poplujeme domů}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Вона сказала щось на кшталт, бери човен, і {promise1:ми попливемо додому}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Она сказала что-то вроде, бери лодку, и {promise1:мы поплывём домой}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{S1:Mira Solan}, {C1:“O şöyle dedi, tekneyi al, {promise1:eve döneceğiz}”} {Q1:dedi}.",
}


@pytest.mark.parametrize("lang", LIKE)
def test_was_like_with_a_comma_opens_another_voice(lang: str) -> None:
    assert voice(LIKE[lang], lang) == (True, None)


def test_what_was_like_something_and_what_one_was_like_oneself_is_no_other_voice() -> None:
    assert voice("{C1:“It was like a war, and {promise1:{holder1:we} will stay}”}, {Q1:said} {S1:Mira Solan}.") == (False, "Mira Solan")
    assert voice("{C1:“I was like, take the boat and {promise1:{holder1:we} will sail home}”}, {Q1:said} {S1:Mira Solan}.") == (False, "Mira Solan")
