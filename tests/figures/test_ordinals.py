"""A number before a full stop is an ordinal, or the last word of its sentence."""

from __future__ import annotations

import pytest

from tests.figures.test_find_figures import rows


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Die Zahl der Verletzten stieg auf 15. Zwei Menschen wurden getötet.", [(15, "injured"), (2, "killed")]),
        ("de", "Die Zahl der Toten liegt bei 12. Rettungskräfte suchen weiter.", [(12, "killed")]),
        ("de", "Verletzt wurden 14. Die Polizei ermittelt.", [(14, "injured")]),
        ("de", "Die Zahl der Toten stieg auf 15.", [(15, "killed")]),
        ("cs", "Počet obětí stoupl na 15. Policie událost vyšetřuje.", [(15, "killed")]),
        ("cs", "Zraněno bylo 12. Dva lidé zemřeli.", [(12, "injured"), (2, "killed")]),
        ("tr", "Ölü sayısı 15. İki kişi yaralandı.", [(15, "killed"), (2, "injured")]),
    ],
)
def test_a_number_at_the_end_of_a_sentence_is_no_ordinal(lang: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(row[3], row[4]) for row in rows(text, lang)] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Getötet wurden drei Soldaten der 15. Brigade.", [3]), ("de", "Am Freitag starb das 15. Opfer.", []), ("de", "Das war der Stand am 15. Die Zahl der Toten stieg auf 17.", [17]),
        ("cs", "Vojáci 15. brigády zabili tři lidi.", [3]), ("tr", "15. Kolordu askerleri 3 kişiyi öldürdü.", [3]),
    ],
)  # fmt: skip
def test_an_ordinal_counts_nothing(lang: str, text: str, expected: list[int]) -> None:
    assert [row[3] for row in rows(text, lang)] == expected
