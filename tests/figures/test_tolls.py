"""Which number a toll came to, whatever stands between the two, and which words before it then limit nothing."""

from __future__ import annotations

import pytest

from tests.figures.test_find_figures import find, rows

RISEN = {
    "en": "The number killed in the mine fire in the north since Tuesday has risen to 4,310.", "nl": "Het aantal doden in de mijnen van het noorden is sinds dinsdag gestegen tot 4.310.",
    "de": "Die Zahl der Toten in den Bergwerken im Norden ist seit Dienstag auf 4.310 gestiegen.", "fr": "Le nombre de morts dans les mines du nord du pays s'élève désormais à 4 310.",
    "es": "La cifra de fallecidos por la riada en el norte del país ha ascendido a 4.310.", "it": "Il numero delle persone uccise nelle miniere del nord del paese è salito a 4.310.",
    "pt": "O número de mortos nas minas do norte do país subiu para 4.310.", "pl": "Liczba zabitych w kopalniach na północy kraju wzrosła do 4310.",
    "cs": "Počet mrtvých v dolech na severu země stoupl na 4310.", "uk": "Кількість загиблих у шахтах на півночі країни зросла до 4310.",
    "ru": "Число погибших в шахтах на севере страны возросло до 4310.", "tr": "Kuzeydeki madenlerde ölenlerin sayısı 4.310'a yükseldi.",
}  # fmt: skip


@pytest.mark.parametrize("lang", RISEN)
def test_the_number_a_toll_has_risen_to_is_found(lang: str) -> None:
    assert [row[1:5] for row in rows(RISEN[lang], lang)] == [(4310, 4310, 4310, "killed")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Число погибших при обвале возросло до 310 человек."), ("uk", "Число загиблих під час обвалу збільшилося до 310 осіб."),
        ("pl", "Liczba zabitych pod lawiną wzrosła do 310 osób."), ("nl", "Het aantal doden door de lawine steeg tot 310 mensen."),
    ],
)  # fmt: skip
def test_a_word_of_arrival_is_no_hedge(lang: str, text: str) -> None:
    assert [row[1:5] for row in rows(text, lang)] == [(310, 310, 310, "killed")]


@pytest.mark.parametrize(("lang", "text"), [("ru", "В зале было до 310 человек."), ("pl", "W sali było do 310 osób."), ("nl", "In de zaal kunnen tot 310 mensen.")])
def test_without_a_change_the_same_word_is_a_hedge(lang: str, text: str) -> None:
    assert [row[1:4] for row in rows(text, lang)] == [(None, 310, 310)]


def test_each_toll_of_a_sentence_has_its_number() -> None:
    text = "Depremde ölen madencilerin sayısının 4 bin 310'a yükseldiği, yaralı sayısının ise 8 bin 125 olduğu açıklandı."
    assert [row[3:5] for row in rows(text, "tr")] == [(4310, "killed"), (8125, "injured")]
    assert [row[3:5] for row in rows("The number of people killed rose to 31 and the number injured to 78.")] == [(31, "killed"), (78, "injured")]
    assert [row[3:5] for row in rows("Le bilan de la crue s'élève à 12 morts, et le nombre de blessés est passé à 40.", "fr")] == [(12, "killed"), (40, "injured")]


def test_what_rises_but_is_no_toll_has_no_kind_of_it() -> None:
    assert [row for row in rows("After the flood that killed the mayor, water rose in the valley to 40.") if row[4] == "killed" and row[3] == 40] == []
    assert [row[0] for row in rows("Die Miete ist auf 4.310 gestiegen.", "de")] == []


THREE_MORE = {
    "en": "Another three died, bringing the toll to 15.", "nl": "Nog eens drie mensen overleden, waarmee het dodental op 15 komt.", "de": "Drei weitere Menschen starben, damit stieg die Zahl der Toten auf 15.",
    "fr": "Trois autres personnes sont mortes, portant le bilan à 15.", "es": "Otras tres personas murieron, lo que eleva a 15 el número de muertos.", "it": "Altre tre persone sono morte, portando a 15 il bilancio delle vittime.",
    "pt": "Mais três pessoas morreram, elevando para 15 o número de mortos.", "pl": "Kolejne trzy osoby zmarły, a bilans ofiar wzrósł do 15.", "cs": "Další tři lidé zemřeli, počet obětí stoupl na 15.",
    "uk": "Ще троє людей загинули, кількість загиблих зросла до 15.", "ru": "Еще трое погибли, число жертв выросло до 15.", "tr": "Üç kişi daha öldü, ölü sayısı 15'e yükseldi.",
}  # fmt: skip


@pytest.mark.parametrize("lang", THREE_MORE)
def test_who_died_besides_is_told_from_what_the_toll_came_to(lang: str) -> None:
    assert [(figure.point, figure.kind, figure.scope) for figure in find(THREE_MORE[lang], lang)] == [(3, "killed", "besides"), (15, "killed", None)]


def test_a_toll_that_rises_by_some_is_what_it_rises_to() -> None:
    assert [(figure.point, figure.kind) for figure in find("The death toll rose by three to 15.")] == [(15, "killed")]


def test_a_number_that_is_no_toll_of_the_dead_takes_no_kind() -> None:
    assert [figure.kind for figure in find("Three dockers died, and the road leads to 15 ports.")] == ["killed", "other"]
    assert [figure.point for figure in find("Three dockers died; the temperature rose to 40.") if figure.kind == "killed"] == [3]
