"""Dates that leave a part out, a month, a year, and take it from what stands beside them or from the day of publication, 24 April 2022."""

from __future__ import annotations

import pytest

from tests.dates.test_find_dates import dates_in


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("es", "Jugarán el martes 26 en Lima.", [("el martes 26", "2022-04-26")]),
        ("pt", "Disse nesta terça-feira (19) que não.", [("nesta terça-feira (19)", "2022-04-19")]),
        ("pt", "A reunião de sexta-feira (29).", [("sexta-feira (29)", "2022-04-29")]),
        ("fr", "La réunion de mardi 26 à Lima.", [("mardi 26", "2022-04-26")]),
        ("it", "La riunione di martedì 26 a Roma.", [("martedì 26", "2022-04-26")]),
        ("de", "Das Treffen am Dienstag, den 26., in Bonn.", [("Dienstag, den 26.", "2022-04-26")]),
        ("de", "Das Treffen am Mittwoch (27.) in Bonn.", [("Mittwoch (27.)", "2022-04-27")]),
        ("nl", "Dinsdag 26 mensen gered.", [("Dinsdag", "2022-04-19")]),
        ("de", "Am Dienstag 26 Menschen gerettet.", [("Dienstag", "2022-04-19")]),
        ("es", "Llovió el pasado día 3.", [("el pasado día 3", "2022-04-03")]),
        ("es", "Sigue hasta el día 29.", [("el día 29", "2022-04-29")]),
        ("pt", "Segue até ao dia 29.", [("dia 29", "2022-04-29")]),
        ("it", "Il giorno 29 si voterà.", [("Il giorno 29", "2022-04-29")]),
        ("es", "Era el día 12 de la huelga.", []),
        ("en", "Day 12 was calm.", []),
    ],
)
def test_a_day_of_the_month_without_its_name_is_the_one_near_publication(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("en", "Between November and March 2019 it rained.", "2018-11-01/2018-12-01"),
        ("nl", "Van januari tot april 2015 regende het.", "2015-01-01/2015-02-01"),
        ("de", "Von Mai bis Juli 2019 regnete es.", "2019-05-01/2019-06-01"),
        ("fr", "Entre mai et juillet 2019 il a plu.", "2019-05-01/2019-06-01"),
        ("es", "Entre enero y marzo de 1998 llovió.", "1998-01-01/1998-02-01"),
        ("it", "Da gennaio ad aprile 2021 ha piovuto.", "2021-01-01/2021-02-01"),
        ("pt", "De janeiro a abril de 2021 choveu.", "2021-01-01/2021-02-01"),
        ("pl", "Od maja do lipca 2019 roku padało.", "2019-05-01/2019-06-01"),
        ("cs", "Od května do července 2019 pršelo.", "2019-05-01/2019-06-01"),
        ("uk", "З травня по липень 2019 року йшов дощ.", "2019-05-01/2019-06-01"),
        ("ru", "С мая по июль 2019 года шёл дождь.", "2019-05-01/2019-06-01"),
        ("tr", "Mayıs ve Temmuz 2019 yağmurluydu.", "2019-05-01/2019-06-01"),
    ],
)
def test_a_month_has_the_year_of_the_next_one_it_is_joined_to(lang: str, text: str, first: str) -> None:
    assert dates_in(text, lang)[0][1] == first


def test_a_month_until_which_something_was_lies_just_behind() -> None:
    for published, lang, text, month in (
        ("2022-04-24", "es", "Subió hasta marzo.", "2022-03"), ("2022-04-24", "en", "It rained until March.", "2022-03"), ("2022-04-24", "en", "It will rain until March.", "2023-03"),
        ("2022-04-24", "de", "Bis Oktober.", "2022-10"),
    ):  # fmt: skip
        assert dates_in(text, lang, published)[0][1].startswith(month)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [("es", "España jugará este miércoles en Lima.", "2022-04-27"), ("es", "Llegó este jueves a Lima.", "2022-04-21"), ("en", "They will meet this Friday.", "2022-04-29")],
)
def test_this_weekday_lies_ahead_where_its_clause_does(lang: str, text: str, day: str) -> None:
    assert [found for _, found in dates_in(text, lang)] == [day]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "It rained in 1988, 1994 and 2000."), ("de", "In den Jahren 1988, 1994 und 2000."), ("es", "En los años 1988, 1994 y 2000."), ("ru", "В годы 1988, 1994 и 2000.")],
)
def test_every_year_of_a_list_is_one(lang: str, text: str) -> None:
    assert [words for words, _ in dates_in(text, lang)] == ["1988", "1994", "2000"]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("es", "Dijo que Domingo García no vino.", []),
        ("es", "Plácido Domingo cantó el domingo.", ["el domingo"]),
        ("it", "Il ministro Sabato Rossi parla.", []),
        ("es", "El Sábado Dorn habló.", ["El Sábado"]),
    ],
)
def test_a_weekday_that_is_part_of_a_name_is_no_date(lang: str, text: str, words: list[str]) -> None:
    assert [found for found, _ in dates_in(text, lang)] == words
