"""A clause before the comma that is the object of an act belongs to it."""

from __future__ import annotations

import pytest

from onrecord.commitments.relatives import add_relative
from tests.attributions.make import read, span_of

OBJECTS = {
    "en": ("“Whatever they seize, we will win back,” she said.", "we will win back"),
    "nl": ("“Wat zij ook veroveren, wij nemen het terug”, zei ze.", "wij nemen het terug"),
    "de": ("„Was sie auch erobern, holen wir zurück“, sagte sie.", "holen wir zurück"),
    "fr": ("« Quoi qu’ils prennent, nous le reprendrons », a-t-elle dit.", "nous le reprendrons"),
    "es": ("«Lo que ocupen, lo recuperaremos», dijo.", "lo recuperaremos"),
    "it": ("«Qualunque cosa occupino, la riprenderemo», ha detto.", "la riprenderemo"),
    "pt": ("«O que ocuparem, recuperaremos», disse.", "recuperaremos"),
    "pl": ("„Cokolwiek zajmą, my to odbierzemy” – powiedziała.", "my to odbierzemy"),
    "cs": ("„Cokoli obsadí, my si vezmeme zpět,“ řekla.", "my si vezmeme zpět"),
    "uk": ("«Що б вони не зайняли, ми повернемо», — сказала вона.", "ми повернемо"),
    "ru": ("«Всё, что они займут, мы вернём», — сказала она.", "мы вернём"),
}


def whole(text: str, words: str, lang: str) -> str:
    return add_relative(text, span_of(text, words), lang).of(text)


@pytest.mark.parametrize("lang", OBJECTS)
def test_the_object_clause_is_put_back(lang: str) -> None:
    text, words = OBJECTS[lang]
    found = whole(text, words, lang)
    assert found.endswith(words)
    assert text.index(found) == 1 + text[1:].startswith(" ")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "“Whatever happens, we will stay,” she said.", "we will stay"),
        ("en", "“What is more, we will stay,” she said.", "we will stay"),
        ("en", "“Whatever they seize, we will send the whole fleet out,” she said.", "we will send the whole fleet out"),
        ("en", "“I know what they want, we will pay,” she said.", "we will pay"),
        ("de", "„Was auch geschieht, bleiben wir hier“, sagte sie.", "bleiben wir hier"),
        ("fr", "« Quoi qu’il en soit, nous resterons », a-t-elle dit.", "nous resterons"),
        ("es", "«Lo que pasa es grave, volveremos», dijo.", "volveremos"),
        ("it", "«Qualunque cosa accada, resteremo», ha detto.", "resteremo"),
        ("pl", "„Cokolwiek się stanie, zostaniemy” – powiedziała.", "zostaniemy"),
        ("ru", "«Что бы ни случилось, мы останемся», — сказала она.", "мы останемся"),
    ],
)
def test_other_words_before_a_comma_are_left_out(lang: str, text: str, words: str) -> None:
    assert whole(text, words, lang) == words


def test_the_speaker_holds_what_is_told_with_its_object() -> None:
    reading = read("{C1:“Whatever they seize, {promise1:we will win back},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan")
    (commitment,) = reading.commitments
    assert (reading.words(commitment.consequence), commitment.holder_canonical) == ("Whatever they seize, we will win back", "Mira Solan")


def test_what_it_does_is_no_concession() -> None:
    reading = read("{C1:“Whatever {trigger1:they seize}, {promise1:we will win back},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan")
    (commitment,) = reading.commitments
    assert (reading.words(commitment.consequence), commitment.concessions) == ("Whatever they seize, we will win back", ())
