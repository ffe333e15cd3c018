"""What date expressions are found in each language, and which days they mean for an article of Sunday 24 April 2022."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dates import find_dates
from onrecord.languages import load_pack
from onrecord.records import Article, DateMention, DateRange, Dropped, Span
from tests.growth import grows_gently

PUBLISHED = "2022-04-24"


def make_article(text: str, lang: str | None = "en", published: str | None = PUBLISHED, dropped: tuple[Dropped, ...] = ()) -> Article:
    found = None
    if published:
        found = DateRange(start=published, end=(date.fromisoformat(published) + timedelta(days=1)).isoformat())
    return Article(
        id="article-1", name="one", text=text, text_hash="", lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=found, published_evidence=None, published_how=None, dropped=dropped, credits=(),
    )  # fmt: skip


def dates_in(text: str, lang: str = "en", published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return (words, days) of the dates in a text; days are `start`, `start/end` or `open`."""
    mentions = find_dates(make_article(text, lang, published), load_pack(lang))
    return [(mention.span.of(text), describe(mention)) for mention in mentions]


def describe(mention: DateMention) -> str:
    if mention.range is None:
        return "open"
    return mention.range.start if mention.range.day else f"{mention.range.start}/{mention.range.end}"


CASES = [
    ("en", "The talks of 3 March 2021 failed.", [("3 March 2021", "2021-03-03")]),
    ("en", "It began on Feb. 24, and ended.", [("Feb. 24", "2022-02-24")]),
    ("en", "They met on Saturday, April 23, in Oslo.", [("Saturday, April 23", "2022-04-23")]),
    ("en", "He spoke on Thursday.", [("Thursday", "2022-04-21")]),
    ("en", "He spoke on Sunday.", [("Sunday", "2022-04-24")]),
    ("en", "Ministers will meet on Thursday.", [("Thursday", "2022-04-28")]),
    ("en", "On Thursday, ministers will meet.", [("Thursday", "2022-04-28")]),
    ("en", "She said on Thursday that they will go.", [("Thursday", "2022-04-21")]),
    ("en", "The vote is next Friday, not last Friday.", [("next Friday", "2022-04-29"), ("last Friday", "2022-04-22")]),
    ("en", "It rained yesterday and will tomorrow.", [("yesterday", "2022-04-23"), ("tomorrow", "2022-04-25")]),
    ("en", "He left on 12 April; two days earlier he had resigned.", [("12 April", "2022-04-12"), ("two days earlier", "2022-04-10")]),
    ("en", "Two days earlier he had resigned.", [("Two days earlier", "open")]),
    ("en", "Prices fell last week and last month.", [("last week", "2022-04-11/2022-04-18"), ("last month", "2022-03-01/2022-04-01")]),
    ("en", "More is due in the coming weeks.", [("the coming weeks", "2022-04-24/2022-05-25")]),
    ("en", "Trade grew in March 2019, and since 2014.", [("March 2019", "2019-03-01/2019-04-01"), ("2014", "2014-01-01/2015-01-01")]),
    ("en", "The 1990s were calm.", [("1990s", "1990-01-01/2000-01-01")]),
    ("en", "Filed 2022-04-20, revised 20.04.2022.", [("2022-04-20", "2022-04-20"), ("20.04.2022", "2022-04-20")]),
    ("en", "Rain fell on 3-5 April.", [("3-5 April", "2022-04-03/2022-04-06")]),
    ("en", "The singer told Harbour Today about the concert, and Trending Today Norland reported it.", []),
    ("en", "Critics from Norland Today asked what changes tomorrow.", [("tomorrow", "2022-04-25")]),
    ("en", "“We sign the treaty,” she said. Today ministers meet; “Today we vote”.", [("Today", "2022-04-24"), ("Today", "2022-04-24")]),
    ("en", "Norland Ministers Sign Treaty Today", [("Today", "2022-04-24")]),
    ("en", "Between 3 and 9 April it rained.", [("3 and 9 April", "2022-04-03/2022-04-10")]),
    ("en", "From 3 March to 5 May 2014 it rained.", [("3 March", "2014-03-03"), ("5 May 2014", "2014-05-05")]),
    ("en", "The vote is on Tuesday of next week.", [("Tuesday of next week", "2022-04-26")]),
    ("en", "On April 30 last year he left.", [("April 30 last year", "2021-04-30")]),
    ("en", "Some may march in may; 2,014 people and 24,000 jobs in 3 years.", []),
    ("en", "About 2014 people came, April 24,000 of them.", [("April", "2022-04-01/2022-05-01")]),
    ("nl", "De minister zei tegen de krant Haven Vandaag dat het misging.", []),
    ("nl", "Dat zei de minister zaterdag.", [("zaterdag", "2022-04-23")]),
    ("nl", "Het begon op 24 februari 2022 en eind maart.", [("24 februari 2022", "2022-02-24"), ("eind maart", "2022-03-01/2022-04-01")]),
    ("nl", "Volgende zondag zal hij spreken, niet vorige week.", [("Volgende zondag", "2022-05-01"), ("vorige week", "2022-04-11/2022-04-18")]),
    ("nl", "Twee dagen geleden viel het besluit.", [("Twee dagen geleden", "2022-04-22")]),
    ("de", "Das sagte sie am Samstag.", [("Samstag", "2022-04-23")]),
    ("de", "Am 24. Februar und am 03.03.2022 kam es dazu.", [("24. Februar", "2022-02-24"), ("03.03.2022", "2022-03-03")]),
    ("de", "Vor drei Tagen reiste er ab, am Morgen.", [("Vor drei Tagen", "2022-04-21")]),
    ("de", "Letzte Woche sagte er, er werde am Montag kommen.", [("Letzte Woche", "2022-04-11/2022-04-18"), ("Montag", "2022-04-25")]),
    ("de", "Der Samstagabend blieb ruhig.", [("Samstagabend", "2022-04-23")]),
    ("fr", "Le ministre a déclaré au journal Varn Aujourd'hui que la porte était fermée.", []),
    ("fr", "Il a parlé samedi 23 avril, puis le 1er mars.", [("samedi 23 avril", "2022-04-23"), ("le 1er mars", "2022-03-01")]),
    ("fr", "La semaine dernière, il pleuvait.", [("La semaine dernière", "2022-04-11/2022-04-18")]),
    ("fr", "Il y a trois jours, il neigeait.", [("Il y a trois jours", "2022-04-21")]),
    ("es", "La ministra dijo al diario Norlandia Hoy que la puerta estaba cerrada.", []),
    ("es", "Llegó el 3 de marzo de 2021.", [("el 3 de marzo de 2021", "2021-03-03")]),
    ("es", "Habló el lunes pasado y ayer.", [("el lunes pasado", "2022-04-18"), ("ayer", "2022-04-23")]),
    ("es", "Hace dos días nevó.", [("Hace dos días", "2022-04-22")]),
    ("uk", "Міністерка сказала газеті Варна Сьогодні, що ворота зачинені.", []),
    ("uk", "Про це він сказав у суботу, 23 квітня.", [("суботу, 23 квітня", "2022-04-23")]),
    ("uk", "Це сталося 24 лютого 2022 року.", [("24 лютого 2022 року", "2022-02-24")]),
    ("uk", "Два дні тому йшов дощ.", [("Два дні тому", "2022-04-22")]),
    ("sv", "Mötet hölls lördag den 23 april 2022.", [("lördag", "2022-04-23"), ("23 april 2022", "2022-04-23")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_dates_are_found_and_resolved(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == expected


DEADLINES = [
    ("en", "They must leave before Monday, no later than January 3.", ["2022-04-25", "2023-01-03"]),
    ("nl", "Ze moeten voor vrijdag weg, uiterlijk op maandag.", ["2022-04-29", "2022-04-25"]),
    ("de", "Sie müssen vor Montag gehen, spätestens am Freitag.", ["2022-04-25", "2022-04-29"]),
    ("fr", "Ils doivent partir d'ici vendredi, avant lundi ou au plus tard le 3 mai.", ["2022-04-29", "2022-04-25", "2022-05-03"]),
    ("fr", "Le texte doit être signé au plus tard le 3 janvier.", ["2023-01-03"]),
    ("es", "Deben salir antes del lunes, a más tardar el viernes.", ["2022-04-25", "2022-04-29"]),
    ("it", "La ministra ha detto al giornale Varna Oggi che la porta era chiusa.", []),
    ("it", "Devono partire entro venerdì, prima di lunedì.", ["2022-04-29", "2022-04-25"]),
    ("pt", "A ministra disse ao jornal Varna Hoje que a porta estava fechada.", []),
    ("pt", "Devem sair até segunda-feira, antes de sexta-feira.", ["2022-04-25", "2022-04-29"]),
    ("pl", "Minister powiedziała gazecie Varna Dzisiaj, że brama jest zamknięta.", []),
    ("pl", "Mają czas do piątku, najpóźniej w poniedziałek.", ["2022-04-29", "2022-04-25"]),
    ("cs", "Ministryně řekla deníku Varna Dnes, že brána je zavřená.", []),
    ("cs", "Musí odejít nejpozději v pondělí, do pátku.", ["2022-04-25", "2022-04-29"]),
    ("uk", "Вони мають піти до п'ятниці, не пізніше понеділка.", ["2022-04-29", "2022-04-25"]),
    ("ru", "Министр сказала газете Варна Сегодня, что ворота закрыты.", []),
    ("ru", "Они должны уйти к пятнице, не позднее понедельника.", ["2022-04-29", "2022-04-25"]),
    ("tr", "Bakan, Varna Bugün gazetesine kapının kapalı olduğunu söyledi.", []),
    ("tr", "Birlikler cumaya kadar, en geç perşembe çekilmeli.", ["2022-04-29", "2022-04-28"]),
]


@pytest.mark.parametrize(("lang", "text", "days"), DEADLINES)
def test_a_deadline_lies_ahead(lang: str, text: str, days: list[str]) -> None:
    assert [found for _, found in dates_in(text, lang)] == days


FUTURES = [
    ("fr", "Le ministre fermera le port lundi.", "Le ministre a fermé le port lundi."),
    ("es", "El ministro cerrará el puerto el lunes.", "El lunes el ministro se reunió con Irán."),
    ("it", "Il ministro chiuderà il porto lunedì.", "Il ministro ha chiuso il porto lunedì."),
    ("pt", "O ministro fechará o porto na segunda-feira.", "No verão choveu, e o ministro fechou o porto na segunda-feira."),
    ("tr", "Liman pazartesi kapanacak.", "Liman pazartesi kapandı."),
]


@pytest.mark.parametrize(("lang", "ahead", "past"), FUTURES)
def test_a_verb_in_the_future_tense_turns_a_weekday_forward(lang: str, ahead: str, past: str) -> None:
    assert [day for _, day in dates_in(ahead, lang) if len(day) == 10] == ["2022-04-25"]
    assert [day for _, day in dates_in(past, lang) if len(day) == 10] == ["2022-04-18"]


def test_a_day_just_past_stays_past_though_it_was_a_deadline() -> None:
    assert dates_in("The road had been closed until 20 April.") == [("20 April", "2022-04-20")]


def test_a_date_in_a_deadline_that_somebody_else_found_lies_ahead() -> None:
    text = "Withdraw Monday or face the consequences."
    article = make_article(text)
    assert [describe(found) for found in find_dates(article, load_pack("en"))] == ["2022-04-18"]
    assert [describe(found) for found in find_dates(article, load_pack("en"), [Span(start=9, end=15)])] == ["2022-04-25"]


def numeric(text: str, lang: str, url: str | None = None) -> list[str]:
    article = make_article(text, lang)
    article = Article(**{name: getattr(article, name) for name in Article.__slots__ if name != "url"}, url=url)
    return [describe(mention) for mention in find_dates(article, load_pack(lang))]


def test_a_numeric_day_that_may_be_read_both_ways_stays_open_and_says_so() -> None:
    (mention,) = find_dates(make_article("They met on 02/03/2022."), load_pack("en"))
    assert (mention.range, mention.how) == (None, "2.3. or 3.2., nothing tells which number is the day")
    assert numeric("Se reunieron el 02/03/2022.", "es") == ["open"]
    assert numeric("They met on 03/03/2022 and 02.03.2022.", "en") == ["2022-03-03", "2022-03-02"]


def test_what_decides_a_numeric_day_is_another_date_the_country_of_the_outlet_or_the_language() -> None:
    assert numeric("They met on 02/03/2022, then on 02/25/2022.", "en", "https://x.example.co.uk/a") == ["2022-02-03", "2022-02-25"]
    assert numeric("They met on 02/03/2022, then on 25/02/2022.", "en") == ["2022-03-02", "2022-02-25"]
    assert numeric("They met on 02/03/2022, 25/02/2022 and 02/25/2022.", "en")[0] == "open"
    assert numeric("They met on 02/03/2022.", "en", "https://x.example.co.uk/a") == ["2022-03-02"]
    assert numeric("They met on 02/03/2022.", "en", "https://x.example.gov/a") == ["2022-02-03"]
    assert numeric("They met on 02/03/2022.", "en", "https://x.example.ca/a") == ["open"]
    assert numeric("They met on 02/03/2022.", "en", "https://x.example.io/a") == ["open"]
    assert numeric("Ils se sont vus le 02/03/2022.", "fr") == ["2022-03-02"]
    assert numeric("Ils se sont vus le 02/03/2022.", "fr", "https://x.example.ca/a") == ["open"]


@pytest.mark.parametrize("text", ["He spoke on Thursday.", "It began on Feb. 24.", "Prices fell last week."])
def test_without_publication_date_a_date_stays_open_and_says_so(text: str) -> None:
    (mention,) = find_dates(make_article(text, published=None), load_pack("en"))
    assert mention.range is None
    assert "no publication date" in mention.how


def test_a_month_of_publication_is_too_vague_to_anchor_a_weekday() -> None:
    article = make_article("He spoke on Thursday.")
    vague = DateRange(start="2022-04-01", end="2022-05-01")
    whole = Article(**{name: getattr(article, name) for name in Article.__slots__ if name != "published"}, published=vague)
    (mention,) = find_dates(whole, load_pack("en"))
    assert mention.range is None


def test_a_missing_year_is_the_one_nearest_to_publication() -> None:
    assert dates_in("It starts on December 28.", published="2022-01-05") == [("December 28", "2021-12-28")]
    assert dates_in("It will start on January 5.", published="2021-12-20") == [("January 5", "2022-01-05")]


def test_a_weekday_beside_a_day_decides_its_year() -> None:
    assert dates_in("They met on Friday, March 5.", published="2022-01-10") == [("Friday, March 5", "2021-03-05")]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Posted 0001-01-01.", []), ("en", "Posted 01/01/0001.", []), ("de", "Erstellt am 01.01.0001.", []), ("en", "Posted 0020-04-24.", []), ("en", "Filed 1499-12-31.", []),
        ("en", "Filed 1500-01-02.", [("1500-01-02", "1500-01-02")]), ("de", "Erstellt am 01.02.03.", [("01.02.03", "2003-02-01")]), ("nl", "Gemaakt op 24-04-85.", [("24-04-85", "1985-04-24")]),
    ],
)  # fmt: skip
def test_only_a_year_of_two_digits_is_short_for_another(lang: str, text: str, found: list[tuple[str, str]]) -> None:
    assert dates_in(text, lang) == found


def test_days_that_no_calendar_has_are_no_dates() -> None:
    assert dates_in("Deliver on 30 February 2021 or 2021-13-01.") == [("February 2021", "2021-02-01/2021-03-01")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The lease runs until 9999-12-30. Three days later it ends."), ("en", "The lease runs until 9999-12-30. Two weeks later it ends."),
        ("en", "The lease runs until 9999-12-30. Three months later it ends."), ("en", "The lease runs until 9999-12-30. A year later it ends."),
        ("nl", "De huur loopt tot 30-12-9999. Drie dagen later is het voorbij."), ("de", "Der Vertrag gilt bis 30.12.9999. Drei Tage später endet er."),
    ],
)  # fmt: skip
def test_a_day_past_the_calendar_stays_open(lang: str, text: str) -> None:
    first, second = dates_in(text, lang)
    assert (first[1], second[1]) == ("9999-12-30", "open")


def test_dropped_spans_hold_no_dates() -> None:
    text = "Updated 3 March 2021\nIt began on 4 March 2021."
    article = make_article(text, dropped=(Dropped(span=Span(start=0, end=20), reason="date stamp"),))
    assert [mention.span.of(text) for mention in find_dates(article, load_pack("en"))] == ["4 March 2021"]


@pytest.mark.parametrize(
    ("lang", "text", "month"),
    [
        ("en", "In March 6 million lamps were sold.", "March"), ("nl", "De huur lag in maart 6 procent hoger.", "maart"), ("de", "Die Miete war im März 6 Prozent höher.", "März"),
        ("fr", "En mars 6 pour cent des lampes manquaient.", "mars"), ("uk", "У березні 6 відсотків ламп згасло.", "березні"), ("ru", "В марте 6% ламп погасло.", "марте"),
    ],
)  # fmt: skip
def test_a_number_of_an_amount_is_no_day_of_the_month_before_it(lang: str, text: str, month: str) -> None:
    (mention,) = find_dates(make_article(text, lang=lang), load_pack(lang))
    assert month in mention.span.of(text)
    assert "6" not in mention.span.of(text)


def test_an_unknown_language_without_pack_has_no_dates() -> None:
    assert list(find_dates(make_article("24 April 2022", lang="xx-nonsense"), None)) == []
    assert list(find_dates(make_article("24 April 2022", lang=None), None)) == []


_PIECES = st.sampled_from(
    ["24", "April", "Saturday", "last", "two", "days", "ago", "earlier", "in", "2014", ".", ",", "\n", "the", "next", "year", "week",
     "2022-04-24", "31.02.", "May", "and", "-", "9999", "today", "will", "said", "99999", "years", "10000", "İ", "١٢", "²"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)), st.sampled_from(["en", "de", "es", "sv"]))
def test_any_text_gives_ordered_spans_that_slice_back(text: str, lang: str) -> None:
    mentions = list(find_dates(make_article(text, lang), load_pack(lang)))
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        assert re.search(r"\w", mention.span.of(text))
        assert mention.range is None or mention.range.start < mention.range.end
        ends.append(mention.span.end)
    assert mentions == list(find_dates(make_article(text, lang), load_pack(lang)))


def test_a_long_line_is_no_headline_and_is_not_read_for_each_of_its_words() -> None:
    line = "The Harbour Today "
    assert dates_in("Norland Signs Treaty Today") == [("Today", "2022-04-24")]
    assert dates_in(line * 40) == []
    assert grows_gently(lambda size: dates_in(line * size), 50)


SAME_DAY = [
    ("en", "It rained on Thursday. The count will end on Friday. That same day Solan said it was late.", "That same day"),
    ("nl", "Donderdag regende het. De telling zal vrijdag eindigen. Dezelfde dag zei Solan dat het laat was.", "Dezelfde dag"),
    ("de", "Am Donnerstag regnete es. Die Zählung wird am Freitag enden. Am selben Tag sagte Solan, es sei spät.", "Am selben Tag"),
    ("fr", "Jeudi, il a plu. Le comptage sera terminé vendredi. Le même jour, Solan a dit qu'il était tard.", "Le même jour"),
    ("es", "El jueves llovió. El recuento será terminado el viernes. Ese mismo día, Solan dijo que era tarde.", "Ese mismo día"),
    ("it", "Giovedì ha piovuto. Il conteggio sarà finito venerdì. Lo stesso giorno Solan ha detto che era tardi.", "Lo stesso giorno"),
    ("pt", "Na quinta-feira choveu. A contagem será concluída na sexta-feira. No mesmo dia, Solan disse que era tarde.", "No mesmo dia"),
    ("pl", "W czwartek padało. Liczenie będzie zakończone w piątek. Tego samego dnia Solan powiedziała, że jest późno.", "Tego samego dnia"),
    ("cs", "Ve čtvrtek pršelo. Sčítání bude hotovo v pátek. Téhož dne Solan řekla, že je pozdě.", "Téhož dne"),
    ("uk", "У четвер дощило. Підрахунок буде завершено у п'ятницю. Того ж дня Солан сказала, що вже пізно.", "Того ж дня"),
    ("ru", "В четверг шел дождь. Подсчет будет завершен в пятницу. В тот же день Солан сказала, что уже поздно.", "В тот же день"),
    ("tr", "Perşembe günü yağmur yağdı. Sayım cuma günü bitecek. Aynı gün Solan geç olduğunu söyledi.", "Aynı gün"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words"), SAME_DAY)
def test_what_is_said_on_the_same_day_is_said_on_one_that_has_come(lang: str, text: str, words: str) -> None:
    assert (words, "2022-04-21") in dates_in(text, lang)


@pytest.mark.parametrize("then", ["That same day the shops will open.", "The shops open that same day."])
def test_what_is_to_come_on_the_same_day_comes_on_the_day_named_last(then: str) -> None:
    found = dict(dates_in(f"It rained on Thursday. The count will end on Friday. {then}"))
    assert found[next(words for words in found if words.lower() == "that same day")] == found["Friday"] == "2022-04-29"
