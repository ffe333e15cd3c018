"""Days, months and years written in the many ways of news, for an article of Sunday 24 April 2022."""

from __future__ import annotations

import pytest

from tests.dates.test_find_dates import dates_in
from tests.growth import grows_gently


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They met on the second of May.", [("second of May", "2022-05-02")]),
        ("en", "They met on the twenty-first of March.", [("twenty-first of March", "2022-03-21")]),
        ("nl", "Ze spraken op drie maart en op de vierde mei.", [("drie maart", "2022-03-03"), ("vierde mei", "2022-05-04")]),
        ("de", "Sie trafen sich am zweiten Mai.", [("zweiten Mai", "2022-05-02")]),
        ("fr", "La marche du premier mai, puis celle du trois mars.", [("premier mai", "2022-05-01"), ("trois mars", "2022-03-03")]),
        ("es", "La marcha del Primero de Mayo y la del dos de mayo.", [("Primero de Mayo", "2022-05-01"), ("dos de mayo", "2022-05-02")]),
        ("it", "Il corteo del primo maggio e quello del due marzo.", [("primo maggio", "2022-05-01"), ("due marzo", "2022-03-02")]),
        ("pt", "A marcha do primeiro de maio e a de dois de março.", [("primeiro de maio", "2022-05-01"), ("dois de março", "2022-03-02")]),
        ("pl", "Pochód pierwszego maja i dwudziestego piątego marca.", [("pierwszego maja", "2022-05-01"), ("dwudziestego piątego marca", "2022-03-25")]),
        ("cs", "Průvod prvního května.", [("prvního května", "2022-05-01")]),
        ("uk", "Хода першого травня і двадцять п'ятого березня.", [("першого травня", "2022-05-01"), ("двадцять п'ятого березня", "2022-03-25")]),
        ("ru", "Шествие первого мая и двадцать пятого марта.", [("первого мая", "2022-05-01"), ("двадцать пятого марта", "2022-03-25")]),
        ("tr", "Yürüyüş iki mayıs günüydü.", [("iki mayıs", "2022-05-02")]),
        ("en", "It was his third March in office, and two May polls failed.", [("March", "2022-03-01/2022-04-01")]),
        ("tr", "Görevdeki ilk mayısta yağmur yağdı.", [("mayısta", "2022-05-01/2022-06-01")]),
        ("de", "Am vierzigsten Tag des Streiks; die dritte März-Sitzung.", [("März", "2022-03-01/2022-04-01")]),
    ],
)
def test_a_day_in_words_is_a_day(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found in dates_in(text, lang) if found[0] != "May"] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Filed 23/Sep/2020, revised Sep-24-2020 and 2020/Sep/25.", [("23/Sep/2020", "2020-09-23"), ("Sep-24-2020", "2020-09-24"), ("2020/Sep/25", "2020-09-25")]),
        ("nl", "Verstuurd 3/jan.", [("3/jan", "2022-01-03")]),
        ("fr", "La réunion du mardi 26/04 et le 13/05.", [("mardi 26/04", "2022-04-26"), ("le 13/05", "2022-05-13")]),
        ("pt", "A reunião do dia 13/05.", [("dia 13/05", "2022-05-13")]),
        ("en", "They met on Friday 4/8 in Oslo.", [("Friday 4/8", "2022-04-08")]),
        ("en", "They met on Friday 3/2 in Oslo.", [("Friday", "2022-04-22")]),
        ("de", "Vom 3.5. bis zum 5.5. und ab 7.5. wird gestreikt.", [("3.5.", "2022-05-03"), ("5.5.", "2022-05-05"), ("7.5.", "2022-05-07")]),
        ("en", "It rose by between 3.1 and 4.9.", []),
        ("de", "Siehe Abschnitt 3.5. und Version 2.1.", []),
        ("fr", "Le 1/3 des voix, les 2/3 des sièges.", []),
        ("it", "Il 2/3 dei seggi.", []),
        ("en", "The team works 24/7 and won 3/2; on 9/11 it paused.", []),
        ("nl", "Ajax won met 3-2, op 50/50.", []),
        ("en", "Filed 5/8/60.", [("5/8/60", "open")]),
        ("pl", "Zapisano to w 1.5. punkcie, od 3.5. i w piątek 29.4. obowiązuje.", [("3.5.", "2022-05-03"), ("piątek 29.4.", "2022-04-29")]),
        ("cs", "Stojí to ve 2.3. odstavci; sejdou se v pátek 29.4. a na 3.5.", [("pátek 29.4.", "2022-04-29"), ("3.5.", "2022-05-03")]),
        ("uk", "Це записано в 1.5. пункті договору.", []),
        ("ru", "Это записано в 1.5. пункте договора.", []),
        ("de", "Das steht an 1.5. Stelle; am 3.5. gilt es.", [("3.5.", "2022-05-03")]),
    ],
)
def test_days_in_numbers(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Prices rose since '82, in May '21 and in the '90s.", [("'82", "1982-01-01/1983-01-01"), ("May '21", "2021-05-01/2021-06-01"), ("'90s", "1990-01-01/2000-01-01")]),
        ("en", "In the '20s and in fiscal year 2014.", []),
        ("en", "“Only '82 people came,” it's '20 to go'.", []),
        ("en", "A 1971 treaty and its 1988 report.", [("1971", "1971-01-01/1972-01-01"), ("1988", "1988-01-01/1989-01-01")]),
        ("en", "A 2000 mile march of its 1900 soldiers; a 1950-strong crowd; she said that 1950 homes burned.", []),
        ("es", "Ocurrió en el año 2006.", [("el año 2006", "2006-01-01/2007-01-01")]),
        ("de", "Es geschah im Jahr 2006.", [("Jahr 2006", "2006-01-01/2007-01-01")]),
        ("en", "The day 2006 people died.", []),
        ("en", "The 1990s were calm, the late 1980s not.", [("1990s", "1990-01-01/2000-01-01"), ("late 1980s", "1980-01-01/1990-01-01")]),
        ("es", "A finales de los años 90.", [("finales de los años 90", "1990-01-01/2000-01-01")]),
        ("nl", "De jaren negentig en de jaren 80.", [("jaren negentig", "1990-01-01/2000-01-01"), ("jaren 80", "1980-01-01/1990-01-01")]),
        ("de", "Die 1990er Jahre.", [("1990er", "1990-01-01/2000-01-01")]),
        ("fr", "Dans les années 1990, puis les années 80.", [("années 1990", "1990-01-01/2000-01-01"), ("années 80", "1980-01-01/1990-01-01")]),
        (
            "es",
            "En la década de 1990 y los años 90; en los años 1990, 1994 y 1996.",
            [
                ("década de 1990", "1990-01-01/2000-01-01"),
                ("años 90", "1990-01-01/2000-01-01"),
                ("1990", "1990-01-01/1991-01-01"),
                ("1994", "1994-01-01/1995-01-01"),
                ("1996", "1996-01-01/1997-01-01"),
            ],
        ),
        ("it", "Negli anni '90 e negli anni Settanta.", [("anni '90", "1990-01-01/2000-01-01"), ("anni Settanta", "1970-01-01/1980-01-01")]),
        ("pt", "Nos anos 90.", [("anos 90", "1990-01-01/2000-01-01")]),
        (
            "pl",
            "W latach 90. padało, w latach 1994 i 1996 nie; zeszłego lata też.",
            [("latach 90", "1990-01-01/2000-01-01"), ("1994", "1994-01-01/1995-01-01"), ("1996", "1996-01-01/1997-01-01")],
        ),
        ("ru", "В 1990-х годах.", [("1990-х", "1990-01-01/2000-01-01")]),
        ("uk", "У 1990-х роках.", [("1990-х", "1990-01-01/2000-01-01")]),
        ("tr", "1990'larda; 2014'te; 2023 sonunda.", [("1990'larda", "1990-01-01/2000-01-01"), ("2014'te", "2014-01-01/2015-01-01"), ("2023 sonunda", "2023-01-01/2024-01-01")]),
        ("en", "In 40 years and 90 days; the 40s people.", []),
        ("es", "Tras 40 años de guerra tiene 90 años.", []),
        ("cs", "Koncem roku 2023.", [("Koncem roku 2023", "2023-01-01/2024-01-01")]),
        ("de", "Bis Jahresende wird gebaut.", [("Jahresende", "2022-01-01/2023-01-01")]),
    ],
)
def test_years_in_other_places(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("es", "Llega el próximo día 9 de mayo.", [("el próximo día 9 de mayo", "2022-05-09")]),
        ("es", "Los días 5 y 6 de mayo.", [("Los días 5 y 6 de mayo", "2022-05-05/2022-05-07")]),
        ("es", "En el mes de marzo del 2021 llovió.", [("el mes de marzo del 2021", "2021-03-01/2021-04-01")]),
        ("en", "It rained in the month of March.", [("the month of March", "2022-03-01/2022-04-01")]),
        ("de", "Im Monat März regnete es.", [("Monat März", "2022-03-01/2022-04-01")]),
        ("it", "Nel mese di marzo ha piovuto.", [("mese di marzo", "2022-03-01/2022-04-01")]),
        ("es", "El día de hoy firmó.", [("El día de hoy", "2022-04-24")]),
        ("en", "It ends at the end of the year.", [("the end of the year", "2022-01-01/2023-01-01")]),
        ("nl", "Het eindigt eind van de maand.", [("eind van de maand", "2022-04-01/2022-05-01")]),
        ("fr", "Il part à la fin du mois.", [("la fin du mois", "2022-04-01/2022-05-01")]),
        ("fr", "Il part ce mois-ci.", [("ce mois", "2022-04-01/2022-05-01")]),
        ("fr", "Il a plu ces derniers mois.", [("ces derniers mois", "2021-04-24/2022-04-25")]),
        ("es", "Sale a finales del año.", [("finales del año", "2022-01-01/2023-01-01")]),
        ("pt", "Sai no fim do ano.", [("fim do ano", "2022-01-01/2023-01-01")]),
        ("en", "It rained this past Friday and this coming week.", [("this past Friday", "2022-04-22"), ("this coming week", "2022-04-25/2022-05-02")]),
        ("en", "On Black Monday and on Bloody Sunday people paid $12; May fell.", []),
        ("es", "El lunes negro cayó todo; el jueves también.", [("el jueves", "2022-04-21")]),
        ("ru", "В «чёрный понедельник» упали акции.", []),
        ("en", "He bought it for $12 March 27.", [("March 27", "2022-03-27")]),
        ("es", "El fin de semana pasado llovió.", [("El fin de semana pasado", "2022-04-16/2022-04-18")]),
        ("fr", "Du 2 au 7 mars il a plu.", [("2 au 7 mars", "2022-03-02/2022-03-08")]),
        ("pt", "De 2 a 7 de março choveu.", [("2 a 7 de março", "2022-03-02/2022-03-08")]),
        ("en", "On April 3 and 4 they met.", [("April 3 and 4", "2022-04-03/2022-04-05")]),
        ("en", "On April 3 and 9 they met; on April 3 and 4 people died.", [("April 3", "2022-04-03"), ("April 3", "2022-04-03")]),
        ("en", "From April 3 through 9 it rained.", [("April 3 through 9", "2022-04-03/2022-04-10")]),
        ("en", "Between March and May it rained.", [("March", "2022-03-01/2022-04-01"), ("May", "2022-05-01/2022-06-01")]),
        ("en", "The week of May 2 was calm.", [("The week of May 2", "2022-05-02/2022-05-09")]),
        ("de", "Die Woche vom 2. Mai war ruhig.", [("Die Woche vom 2. Mai", "2022-05-02/2022-05-09")]),
        ("fr", "La semaine du 2 mai a été calme.", [("La semaine du 2 mai", "2022-05-02/2022-05-09")]),
        ("ru", "Между мартом и маем шёл дождь; 5-го мая нет.", [("мартом", "2022-03-01/2022-04-01"), ("маем", "2022-05-01/2022-06-01"), ("5-го мая", "2022-05-05")]),
        ("ru", "Через пять дней они будут говорить.", [("пять дней", "2022-04-29")]),
        ("tr", "Beş gün içinde görüşecekler.", [("Beş gün içinde", "2022-04-29")]),
        ("en", "It rained earlier in the week.", [("earlier in the week", "2022-04-18/2022-04-25")]),
        ("en", "It rained early in Saturday's debate.", [("Saturday", "2022-04-23")]),
        ("en", "They will meet on the 26th.", [("the 26th", "2022-04-26")]),
        ("en", "They live on the 5th floor.", []),
        ("en", "They met on Tuesday the 19th.", [("Tuesday the 19th", "2022-04-19")]),
        ("nl", "Ze spraken dinsdag de negentiende.", [("dinsdag de negentiende", "2022-04-19")]),
        ("en", "It rained last May.", [("last May", "2021-05-01/2021-06-01")]),
        ("en", "we met on monday in april", [("monday", "2022-04-18"), ("april", "2022-04-01/2022-05-01")]),
        ("en", "An august body will march; some may agree.", []),
        ("de", "montags bleibt das museum zu, am montag nicht", [("montag", "2022-04-18")]),
    ],
)
def test_words_beside_a_date_belong_to_it(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He left on 12 April. Two days after the vote he spoke."),
        ("en", "He left on 12 April, the day after the vote fell."),
        ("fr", "Il est parti le 12 avril. Deux jours après le vote, il a parlé."),
        ("fr", "Il est parti le 12 avril, la veille du vote."),
        ("es", "Se fue el 12 de abril. Dos días después del voto habló."),
        ("it", "È partito il 12 aprile. Due giorni dopo il voto ha parlato."),
        ("pt", "Partiu em 12 de abril. Dois dias depois do voto falou."),
    ],
)
def test_days_counted_from_what_follows_are_not_counted_from_the_day_named_before(lang: str, text: str) -> None:
    assert [day for _, day in dates_in(text, lang)] == ["2022-04-12"]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "He left on 12 April. Two days after, he spoke.", "2022-04-14"),
        ("es", "Se fue el 12 de abril. Dos días después habló.", "2022-04-14"),
        ("de", "Er ging am 12. April. Zwei Tage danach sprach er.", "2022-04-14"),
    ],
)
def test_days_counted_from_nothing_that_follows_are_counted_from_the_day_named_before(lang: str, text: str, day: str) -> None:
    assert dates_in(text, lang)[1][1] == day


@pytest.mark.parametrize("piece", ["end of the ", "3 and 4 ", "first week of the ", "twenty first ", "3/4 ", "the year of the "])
def test_long_runs_of_date_words_cost_no_more_than_their_length(piece: str) -> None:
    assert grows_gently(lambda size: dates_in(piece * size), 100)
