"""Whose count a number is that the text names right behind it, and the noun that two such numbers share; several languages, and where it must not be so."""

from __future__ import annotations

import pytest

from tests.figures.test_find_figures import find


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Il y avait 2 100 soldats selon le syndicat, 1 500 selon la direction.", [(2100.0, "le syndicat"), (1500.0, "la direction")]),
        ("es", "Había 2.100 soldados según el sindicato, 1.500 según la dirección.", [(2100.0, "el sindicato"), (1500.0, "la dirección")]),
        ("it", "C'erano 2.100 soldati secondo i sindacati, 1.500 secondo la questura.", [(2100.0, "i sindacati"), (1500.0, "la questura")]),
        ("en", "There were 2,100 soldiers according to the union, 1,500 according to the company.", [(2100.0, "the union"), (1500.0, "the company")]),
        ("pl", "Było tam 2100 żołnierzy według związku, 1500 według firmy.", [(2100.0, "związku"), (1500.0, "firmy")]),
        ("de", "Es waren 2100 Soldaten laut Gewerkschaft, 1500 laut Firma.", [(2100.0, "Gewerkschaft"), (1500.0, "Firma")]),
    ],
)
def test_each_number_is_the_count_of_whom_the_text_names_behind_it(lang: str, text: str, expected: list[tuple[float, str]]) -> None:
    found = find(text, lang)
    assert [(figure.point, figure.source) for figure in found] == expected
    assert len({figure.population for figure in found}) == 1


@pytest.mark.parametrize(
    ("lang", "text", "sources"),
    [
        ("en", "There were 2,100 soldiers in the port.", [None]),
        ("fr", "Il y avait 2 100 soldats selon une enquête que personne ne peut lire à Valmer.", [None]),
        ("en", "There were 2,100 soldiers and 12 boats.", [None, None]),
    ],
)
def test_without_a_source_right_behind_it_a_number_is_nobodys(lang: str, text: str, sources: list[str | None]) -> None:
    assert [figure.source for figure in find(text, lang)] == sources


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "There were 2,100 soldiers according to the latest count.", None),
        ("en", "There were 2,100 soldiers according to the ministry's count.", "the ministry's count"),
        ("en", "There were 2,100 soldiers according to Orlay's figures.", "Orlay's figures"),
        ("en", "There were 2,100 soldiers according to the count of Orlay.", "the count of Orlay"),
        ("nl", "Er waren 2100 soldaten volgens de laatste telling.", None),
        ("de", "Es waren 2100 Soldaten laut jüngster Zählung.", None),
        ("de", "Es waren 2100 Soldaten laut Zählung der Gewerkschaft.", "Zählung der Gewerkschaft"),
        ("fr", "Il y avait 2 100 soldats selon un dernier bilan.", None),
        ("fr", "Il y avait 2 100 soldats selon le bilan du ministère.", "le bilan du ministère"),
        ("es", "Había 2.100 soldados según el último recuento.", None),
        ("it", "C'erano 2.100 soldati secondo gli ultimi dati.", None),
        ("pt", "Havia 2.100 soldados segundo o último balanço.", None),
        ("pl", "Było tam 2100 żołnierzy według najnowszych danych.", None),
        ("pl", "Było tam 2100 żołnierzy według danych policji.", "danych policji"),
        ("cs", "Bylo tam 2100 vojáků podle posledních údajů.", None),
        ("uk", "Там було 2100 солдатів згідно з останнім підрахунком.", None),
        ("ru", "Там было 2100 солдат согласно последним подсчётам.", None),
        ("ru", "Там было 2100 солдат согласно данным полиции.", "данным полиции"),
    ],
)
def test_a_count_of_which_nobody_is_told_whose_it_is_is_no_source(lang: str, text: str, source: str | None) -> None:
    assert [figure.source for figure in find(text, lang)] == [source]


@pytest.mark.parametrize(
    ("lang", "text", "words"), [("fr", "À partir de 1 €\n38 blessés ont été soignés.", "38 blessés"), ("en", "Tickets cost 12 %\n38 people were injured in the port.", "38 people")]
)
def test_no_sign_of_the_line_above_belongs_to_a_number(lang: str, text: str, words: str) -> None:
    (figure,) = [figure for figure in find(text, lang) if figure.point == 38.0]
    assert (figure.kind, figure.span.of(text)) == ("injured", words)
