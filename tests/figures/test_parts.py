"""Others, parts and one person told of by a noun are no totals, in twelve languages; each goes with the count told right before it."""

from __future__ import annotations

import pytest

from onrecord.languages.tables import read_lists
from tests.figures.test_find_figures import find

SCOPES: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    ("en", "Two dockers were killed and four others were hurt.", [("Two dockers", None), ("four others", "rest")]),
    ("en", "Another 12 people were injured.", [("12 people", "besides")]),
    ("en", "More than 12 people were injured.", [("12 people", None)]),
    ("en", "Three of the victims were killed.", [("Three of the victims", "part")]),
    ("en", "A soldier was killed in the port.", [("A soldier", "person")]),
    ("en", "One soldier was killed in the port.", [("One soldier", None)]),
    ("nl", "Twee mensen kwamen om en vier anderen raakten gewond.", [("Twee mensen", None), ("vier anderen", "rest")]),
    ("nl", "Drie van de slachtoffers zijn overleden.", [("Drie van de slachtoffers", "part")]),
    ("de", "Zwei Menschen wurden getötet und vier weitere verletzt.", [("Zwei Menschen", None), ("vier weitere", "rest")]),
    ("de", "Drei der Opfer wurden getötet.", [("Drei der Opfer", "part")]),
    ("de", "Ein Soldat wurde getötet.", [("Ein Soldat", "person")]),
    ("fr", "Deux personnes ont été tuées et quatre autres blessées.", [("Deux personnes", None), ("quatre autres", "rest")]),
    ("fr", "Trois des victimes sont mortes.", [("Trois des victimes", "part")]),
    ("es", "Dos personas murieron y otras cuatro resultaron heridas.", [("Dos personas", None), ("cuatro", "rest")]),
    ("es", "Más de 12 personas murieron.", [("12 personas", None)]),
    ("it", "Due persone sono morte e altre quattro sono rimaste ferite.", [("Due persone", None), ("quattro", "rest")]),
    ("it", "Tre delle vittime sono morte.", [("Tre delle vittime", "part")]),
    ("pt", "Duas pessoas morreram e outras quatro ficaram feridas.", [("Duas pessoas", None), ("quatro", "rest")]),
    ("pt", "Três das vítimas morreram.", [("Três das vítimas", "part")]),
    ("pl", "Kolejnych 12 osób zostało rannych.", [("12 osób", "besides")]),
    ("pl", "Trzy z ofiar zginęły.", [("Trzy z ofiar", "part")]),
    ("cs", "Zemřeli dva lidé a další čtyři lidé byli zraněni.", [("dva lidé", None), ("čtyři lidé", "rest")]),
    ("cs", "Tři z obětí zemřely.", [("Tři z obětí", "part")]),
    ("uk", "Загинули двоє людей, ще четверо людей поранені.", [("двоє людей", None), ("четверо людей", "rest")]),
    ("uk", "Троє із поранених загинули.", [("Троє із поранених", "part")]),
    ("ru", "Погибли два человека, ещё четыре человека ранены.", [("два человека", None), ("четыре человека", "rest")]),
    ("ru", "Трое из пострадавших погибли.", [("Трое из пострадавших", "part")]),
    ("tr", "İki kişi öldü, dört kişi daha yaralandı.", [("İki kişi", None), ("dört kişi", "rest")]),
    ("tr", "Yaralılardan 3 kişi öldü.", [("3 kişi", "part")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), SCOPES)
def test_scopes(lang: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(figure.span.of(text), figure.scope) for figure in find(text, lang)] == expected


def test_others_go_with_the_count_told_right_before_them() -> None:
    text = "Two people were killed in the port. Three more people were killed on the quay. Nothing moved. Nobody came. Another 9 people were killed."
    first, second, last = find(text)
    assert (first.base, second.base, last.base) == (None, first.id, None)


def test_others_go_with_the_toll_behind_them() -> None:
    more, toll = find("Three more people died, bringing the death toll to 17.")
    assert (more.scope, more.base, toll.scope) == ("besides", toll.id, None)


DIED_OF_WOUNDED = {
    "en": "Three of the wounded died.", "nl": "Drie van de gewonden zijn overleden.", "de": "Drei der Verletzten starben.", "fr": "Trois des blessés sont morts.", "es": "Tres de los heridos murieron.",
    "it": "Tre dei feriti sono morti.", "pt": "Três dos feridos morreram.", "pl": "Trzech z rannych zmarło.", "cs": "Tři ze zraněných zemřeli.", "uk": "Троє з поранених померли.", "ru": "Трое из раненых скончались.",
    "tr": "Yaralılardan 3'ü hayatını kaybetti.",
}  # fmt: skip


@pytest.mark.parametrize("lang", DIED_OF_WOUNDED)
def test_those_of_the_wounded_who_died_are_killed(lang: str) -> None:
    (figure,) = find(DIED_OF_WOUNDED[lang], lang)
    assert (figure.point, figure.kind, figure.scope) == (3, "killed", "part")


def test_those_of_the_wounded_of_whom_nothing_else_is_told_are_injured() -> None:
    assert [(figure.point, figure.kind) for figure in find("Three of the wounded were dockers.")] == [(3, "injured")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saldırıda 12 kişi yaralandı, ikisi öldü.", [(12, "injured", None), (2, "killed", "part")]),
        ("Üçünün öldüğü bildirildi.", [(3, "killed", "part")]),
        ("Ölenlerin on ikisi çocuk.", [(12, "killed", "part")]),
        ("İki kişi öldü.", [(2, "killed", None)]),
        ("Onu öldürdü. Yüzü yaralandı.", []),
        ("Nüfusun üçte ikisi kaçtı.", [(66.7, "percent", None)]),
    ],
)
def test_turkish_numbers_with_an_ending_are_some_of_others(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert [(figure.point, figure.kind, figure.scope) for figure in find(text, "tr")] == expected


REVISED = {
    "en": "Officials, who had previously reported 12 dead, now say 15 people were killed.", "nl": "Eerder werden 12 doden gemeld, nu zijn het 15 doden.", "de": "Zuvor war von 12 Toten die Rede gewesen, nun sind es 15 Tote.",
    "fr": "Le bilan, d'abord estimé à 12 morts, a été porté à 15 morts.", "es": "Antes se hablaba de 12 muertos; ahora son 15 muertos.", "it": "In precedenza si era parlato di 12 morti, ora i morti sono 15.",
    "pt": "Anteriormente falava-se em 12 mortos; agora são 15 mortos.", "pl": "Wcześniej informowano o 12 zabitych, teraz jest 15 zabitych.", "cs": "Původně se mluvilo o 12 mrtvých, nyní je 15 mrtvých.",
    "uk": "Раніше повідомляли про 12 загиблих, тепер 15 загиблих.", "ru": "Ранее сообщалось о 12 погибших, теперь 15 погибших.", "tr": "Daha önce açıklanan 12 ölü sayısı değişti; 15 kişi öldü.",
}  # fmt: skip


@pytest.mark.parametrize("lang", REVISED)
def test_a_count_given_before_no_longer_holds(lang: str) -> None:
    assert [(figure.point, figure.scope) for figure in find(REVISED[lang], lang)] == [(12, "former"), (15, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials had earlier said 12 people were killed.",
        "Earlier, 12 people were killed in Varn, and 15 people were killed in Lindham.",
        "Police reported 12 dead and 30 injured. Initially nobody came.",
    ],
)
def test_a_count_that_no_other_replaces_holds(text: str) -> None:
    assert "former" not in [figure.scope for figure in find(text)]


def test_every_language_has_every_list_of_revision() -> None:
    table = read_lists("onrecord.figures", "revised")
    assert sorted(table) == sorted(REVISED)
    assert {frozenset(lists) for lists in table.values()} == {frozenset(table["en"])}
