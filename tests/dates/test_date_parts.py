"""Quarters, halves and weeks of a year or month, for an article of 24 April 2022."""

from __future__ import annotations

import pytest

from tests.dates.test_find_dates import dates_in

Q1, Q3, Q4 = "2019-01-01/2019-04-01", "2019-07-01/2019-10-01", "2019-10-01/2020-01-01"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Sales fell in the third quarter of 2019.", [("the third quarter of 2019", Q3)]),
        ("en", "It grew in the 2019 third quarter and in Q1 2019.", [("the 2019 third quarter", Q3), ("Q1 2019", Q1)]),
        ("nl", "De omzet daalde in het derde kwartaal van 2019.", [("het derde kwartaal van 2019", Q3)]),
        ("de", "Der Umsatz fiel im dritten Quartal 2019.", [("dritten Quartal 2019", Q3)]),
        ("de", "Der Umsatz fiel im 3. Quartal 2019.", [("3. Quartal 2019", Q3)]),
        ("fr", "Les ventes ont baissé au troisième trimestre 2019.", [("troisième trimestre 2019", Q3)]),
        ("fr", "Les ventes ont baissé au T3 2019.", [("T3 2019", Q3)]),
        ("es", "Las ventas cayeron en el tercer trimestre de 2019.", [("el tercer trimestre de 2019", Q3)]),
        ("es", "Cayeron en el último trimestre de 2019.", [("el último trimestre de 2019", Q4)]),
        ("it", "Le vendite calarono nel terzo trimestre del 2019.", [("terzo trimestre del 2019", Q3)]),
        ("pt", "As vendas caíram no terceiro trimestre de 2019.", [("terceiro trimestre de 2019", Q3)]),
        ("pl", "Sprzedaż spadła w trzecim kwartale 2019 roku.", [("trzecim kwartale 2019 roku", Q3)]),
        ("cs", "Prodej klesl ve třetím čtvrtletí 2019.", [("třetím čtvrtletí 2019", Q3)]),
        ("uk", "Продажі впали у третьому кварталі 2019 року.", [("третьому кварталі 2019 року", Q3)]),
        ("ru", "Продажи упали в третьем квартале 2019 года.", [("третьем квартале 2019 года", Q3)]),
        ("tr", "Satışlar 2019 yılının üçüncü çeyreğinde düştü.", [("2019 yılının üçüncü çeyreğinde", Q3)]),
        ("en", "The first half of 2019 was calm.", [("The first half of 2019", "2019-01-01/2019-07-01")]),
        ("de", "Das erste Halbjahr 2019 war ruhig.", [("Das erste Halbjahr 2019", "2019-01-01/2019-07-01")]),
        ("ru", "Во второй половине 2019 года шёл дождь.", [("второй половине 2019 года", "2019-07-01/2020-01-01")]),
        ("en", "The first quarter of last year was calm.", [("The first quarter of last year", "2021-01-01/2021-04-01")]),
        ("en", "Sales in this year's first quarter fell.", [("this year's first quarter", "2022-01-01/2022-04-01")]),
        ("es", "Creció en el primer trimestre del año pasado.", [("el primer trimestre del año pasado", "2021-01-01/2021-04-01")]),
        (
            "en",
            "In Q1 2019 it grew. The quarter was good; the year-ago quarter was not.",
            [("Q1 2019", Q1), ("The quarter", Q1), ("the year-ago quarter", "2018-01-01/2018-04-01")],
        ),
        ("de", "Im 1. Quartal 2019 wuchs er; im Vorjahresquartal nicht.", [("1. Quartal 2019", Q1), ("Vorjahresquartal", "2018-01-01/2018-04-01")]),
        ("en", "The quarter was good; the year-ago quarter was not. The year-ago results differ.", []),
        ("de", "Er wuchs im letzten Quartal des Jahres 2019.", [("letzten Quartal des Jahres 2019", Q4)]),
        ("de", "Im letzten Quartal wird er wachsen.", []),
        ("de", "Er wuchs im ersten Quartal des Jahres.", [("ersten Quartal des Jahres", "2022-01-01/2022-04-01")]),
        ("en", "Its third-quarter profit fell.", [("third-quarter", "2021-07-01/2021-10-01")]),
        ("en", "It will publish in the third quarter.", [("the third quarter", "2022-07-01/2022-10-01")]),
        ("nl", "De winst daalde in het eerste kwartaal.", [("het eerste kwartaal", "2022-01-01/2022-04-01")]),
        ("en", "Profit fell last quarter.", [("last quarter", "2022-01-01/2022-04-01")]),
        ("it", "Gli utili sono calati lo scorso trimestre.", [("lo scorso trimestre", "2022-01-01/2022-04-01")]),
        ("fr", "Le bénéfice a baissé ce trimestre.", [("ce trimestre", "2022-04-01/2022-07-01")]),
    ],
)
def test_a_quarter_or_half_of_a_year_is_its_months(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "A quarter of the people left; the third half was long.", []),
        ("en", "They scored twice in the first half.", []),
        ("de", "Sie trafen in der zweiten Hälfte.", []),
        ("ru", "Во второй половине матча шёл дождь.", []),
        ("en", "They scored in the third quarter of the game.", []),
        ("tr", "Maçın üçüncü çeyreğinde yağmur yağdı.", []),
        ("en", "The second quarter final and the third quarter-final were long.", []),
        ("en", "The fifth quarter was Latin.", []),
        ("en", "The fiscal third quarter was bad.", [("third quarter", "open")]),
        ("en", "The first quarter of the financial year was good.", [("The first quarter", "open")]),
        ("en", "Its fourth quarter ended in June.", [("fourth quarter", "open"), ("June", "2022-06-01/2022-07-01")]),
        ("en", "Route Q 1 and the H2 molecule.", []),
    ],
)
def test_other_quarters_and_halves_are_no_dates_or_stay_open(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "It rained in the first week of March.", [("the first week of March", "2022-02-28/2022-03-07")]),
        ("en", "It rained in the last week of July 2016.", [("the last week of July 2016", "2016-07-25/2016-08-01")]),
        ("en", "It rained in the last week of 2016.", [("the last week of 2016", "2016-12-26/2017-01-02")]),
        ("nl", "In de tweede week van maart regende het.", [("de tweede week van maart", "2022-03-07/2022-03-14")]),
        ("de", "In der ersten Woche des Jahres 2019 regnete es.", [("der ersten Woche des Jahres 2019", "2018-12-31/2019-01-07")]),
        ("fr", "Il a plu la dernière semaine de mars.", [("la dernière semaine de mars", "2022-03-28/2022-04-04")]),
        ("es", "Llovió la última semana de marzo.", [("la última semana de marzo", "2022-03-28/2022-04-04")]),
        ("pt", "Choveu na última semana de março.", [("última semana de março", "2022-03-28/2022-04-04")]),
        ("cs", "První týden března pršelo.", [("První týden března", "2022-02-28/2022-03-07")]),
        ("uk", "В останній тиждень березня йшов дощ.", [("останній тиждень березня", "2022-03-28/2022-04-04")]),
        ("en", "Last week March was mentioned.", [("Last week", "2022-04-11/2022-04-18"), ("March", "2022-03-01/2022-04-01")]),
        ("en", "In the first week of the strike it rained.", []),
    ],
)
def test_a_week_of_a_month_or_year_runs_from_monday_and_is_that_of_its_thursday(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected
