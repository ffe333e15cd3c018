"""What something would compel its teller to do."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

VOTED = {
    "en": ("“{promise1:Such a vote would force us to suspend the talks},”", "suspend the talks", "Such a vote"),
    "nl": ("„{promise1:Zo'n stemming zou ons dwingen de gesprekken af te breken},”", "de gesprekken af te breken", "Zo'n stemming"),
    "de": ("„{promise1:Eine solche Abstimmung würde uns zwingen, die Gespräche abzubrechen}“,", "die Gespräche abzubrechen", "Eine solche Abstimmung"),
    "fr": ("« {promise1:Un tel vote nous obligerait à suspendre les négociations} »,", "suspendre les négociations", "Un tel vote"),
    "es": ("«{promise1:Esa votación nos obligaría a suspender las conversaciones}»,", "suspender las conversaciones", "Esa votación"),
    "it": ("«{promise1:Un voto simile ci costringerebbe a sospendere i colloqui}»,", "sospendere i colloqui", "Un voto simile"),
    "pt": ("“{promise1:Essa votação nos obrigaria a suspender as negociações}”,", "suspender as negociações", "Essa votação"),
    "pl": ("„{promise1:Takie głosowanie zmusiłoby nas do zawieszenia wszystkich rozmów}”,", "zawieszenia wszystkich rozmów", "Takie głosowanie"),
    "cs": ("„{promise1:Takové hlasování by nás donutilo přerušit všechna jednání},“", "přerušit všechna jednání", "Takové hlasování"),
    "uk": ("«{promise1:Таке голосування змусило б нас зупинити всі переговори}»,", "зупинити всі переговори", "Таке голосування"),
    "ru": ("«{promise1:Такое голосование вынудило бы нас остановить все переговоры}»,", "остановить все переговоры", "Такое голосование"),
}
SAID = {
    "en": "said",
    "nl": "zei",
    "de": "sagte",
    "fr": "a dit",
    "es": "dijo",
    "it": "ha detto",
    "pt": "disse",
    "pl": "powiedziała",
    "cs": "řekla",
    "uk": "сказала",
    "ru": "сказала",
}


def found(marked: str, lang: str = "en") -> list[tuple[str, str | None, str | None, list[str | None]]]:
    reading = read(marked + "\n@per Mira Solan", lang)
    return [(c.force, c.holder_canonical, reading.words(c.consequence), [reading.words(k.span) for k in c.conditions]) for c in reading.commitments]


@pytest.mark.parametrize("lang", VOTED)
@pytest.mark.parametrize("is_tagged", [True, False])
def test_an_act_one_would_be_compelled_to_is_a_threat_on_what_compels(lang: str, is_tagged: bool) -> None:
    words, act, cause = VOTED[lang]
    told = words if is_tagged else words.replace("{promise1:", "").replace("}", "")
    assert found(f"{{C1:{told}}} {{Q1:{SAID[lang]}}} {{S1:Mira Solan}}.", lang) == [("threat", "Mira Solan", act, [cause])]


ASKED = {
    "en": (
        "Asked how she would respond to new tariffs on steel, {S1:Mira Solan} {Q1:admitted} {C1:that {promise1:{holder1:it} would compel her to halt all deliveries}}.",
        "halt all deliveries",
        "new tariffs on steel",
    ),
    "de": (
        "Auf die Frage, wie sie auf neue Zölle reagieren würde, {Q1:sagte} {S1:Mira Solan}, {C1:{promise1:dies würde sie zwingen, alle Lieferungen einzustellen}}.",
        "alle Lieferungen einzustellen",
        "neue Zölle",
    ),
    "fr": (
        "Interrogée sur de nouvelles taxes, {S1:Mira Solan} {Q1:a dit} {C1:que {promise1:cela la forcerait à suspendre les livraisons}}.",
        "suspendre les livraisons",
        "de nouvelles taxes",
    ),
    "ru": (
        "Отвечая на вопрос о новых пошлинах, {S1:Mira Solan} {Q1:сказала}, {C1:что {promise1:это вынудит её остановить поставки}}.",
        "остановить поставки",
        "новых пошлинах",
    ),
}


@pytest.mark.parametrize("lang", ASKED)
def test_it_takes_up_what_was_asked(lang: str) -> None:
    marked, act, cause = ASKED[lang]
    assert found(marked, lang) == [("threat", "Mira Solan", act, [cause])]


def test_without_a_question_it_is_no_condition() -> None:
    (told,) = found("{S1:Mira Solan} {Q1:said} {C1:that {promise1:it would compel her to halt all deliveries}}.")
    assert told == ("threat", "Mira Solan", "halt all deliveries", [])


def test_a_condition_in_so_many_words_is_the_only_one() -> None:
    (told,) = found("{S1:Mira Solan} {Q1:said} {C1:that if {trigger1:the levy stays}, {promise1:it would force her to halt all deliveries}}.")
    assert told[3] == ["the levy stays"]


@pytest.mark.parametrize(
    "content",
    [
        "the storm had forced her to cancel the trip",
        "they want to force us to leave the talks",
        "the new law would force companies to stop all deliveries",
        "the new law would force us to sing",
    ],
)
def test_what_is_past_wanted_or_others_to_do_or_harmless_is_none(content: str) -> None:
    assert found(f"{{S1:Mira Solan}} {{Q1:said}} {{C1:{content}}}.") == []
