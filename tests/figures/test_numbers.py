"""Which numbers are read in each language: in words, in one word, with scales, halves and digits after a scale."""

from __future__ import annotations

import pytest

from onrecord.figures.lexicon import lexicon_of
from onrecord.figures.numbers import Number, read_numbers
from onrecord.languages import fold_text, load_pack

Bounds = tuple[float | None, float | None]

CASES = [
    ("en", "two thousand", 2000), ("en", "twenty-five hundred", 2500), ("en", "two hundred and fifty thousand", 250_000), ("en", "3.5 million", 3_500_000),
    ("en", "two and a half million", 2_500_000), ("en", "2 and a half million", 2_500_000), ("en", "a million and a half", 1_500_000),
    ("nl", "tweeduizend", 2000), ("nl", "tweehonderdvijftig", 250), ("nl", "vijfentwintigduizend", 25_000), ("nl", "honderdtienduizend", 110_000),
    ("nl", "drieduizend vijfhonderd", 3500), ("nl", "twaalfhonderd", 1200), ("nl", "negenenvijftig", 59), ("nl", "tweeënhalf miljoen", 2_500_000),
    ("nl", "driehonderdeenendertig", 331), ("nl", "2,5 miljoen", 2_500_000),
    ("de", "zweitausend", 2000), ("de", "fünfzigtausend", 50_000), ("de", "zweihundertfünfzig", 250), ("de", "sechshundertelf", 611),
    ("de", "zweitausendeinundneunzig", 2091), ("de", "hundertzehntausend", 110_000), ("de", "dreieinhalb Millionen", 3_500_000), ("de", "1,2 Mio.", 1_200_000),
    ("de", "achtzehnhundert", 1800),
    ("fr", "quatre-vingt mille", 80_000), ("fr", "deux cents", 200), ("fr", "soixante-dix-sept", 77), ("fr", "quatre-vingt-onze", 91),
    ("fr", "deux mille trois cent dix-huit", 2318), ("fr", "deux millions et demi", 2_500_000), ("fr", "2,5 millions", 2_500_000), ("fr", "trois cent mille", 300_000),
    ("es", "dos mil", 2000), ("es", "quinientos", 500), ("es", "treinta y cinco mil doscientos", 35_200), ("es", "2 mil 435", 2435), ("es", "mil 200", 1200),
    ("es", "1 millón 200 mil", 1_200_000), ("es", "dos millones y medio", 2_500_000), ("es", "cien mil millones", 1e11), ("es", "14.000 millones", 1.4e10), ("es", "2,125 millones", 2_125_000),
    ("it", "duemila", 2000), ("it", "cinquecento", 500), ("it", "centottanta", 180), ("it", "duemilatrecentoquarantuno", 2341), ("it", "ventunomila", 21_000),
    ("it", "200mila", 200_000), ("it", "1 milione e 200 mila", 1_200_000), ("it", "due milioni e mezzo", 2_500_000), ("it", "mille miliardi", 1e12),
    ("pt", "dois mil", 2000), ("pt", "quinhentos", 500), ("pt", "mil e duzentos", 1200), ("pt", "1 milhão e 200 mil", 1_200_000), ("pt", "dois milhões e meio", 2_500_000),
    ("pl", "dwa tysiące", 2000), ("pl", "pięćdziesiąt tysięcy", 50_000), ("pl", "dwustu pięćdziesięciu", 250), ("pl", "3 tys.", 3000), ("pl", "1 mln 200 tys.", 1_200_000),
    ("pl", "dwa i pół miliona", 2_500_000),
    ("cs", "dva tisíce", 2000), ("cs", "pětadvacet tisíc", 25_000), ("cs", "dvě stě padesát tisíc", 250_000), ("cs", "pětset", 500), ("cs", "3 tis.", 3000),
    ("uk", "дві тисячі", 2000), ("uk", "п'ятсот", 500), ("uk", "двома тисячами", 2000), ("uk", "1 тис. 200", 1200), ("uk", "два з половиною мільйони", 2_500_000),
    ("ru", "две тысячи", 2000), ("ru", "пятьсот", 500), ("ru", "двух тысяч пятисот", 2500), ("ru", "2 тыс. 435", 2435), ("ru", "1 млн 200 тыс.", 1_200_000),
    ("ru", "два с половиной миллиона", 2_500_000),
    ("tr", "iki bin", 2000), ("tr", "elli bin", 50_000), ("tr", "beş yüz", 500), ("tr", "2 bin 435", 2435), ("tr", "bin 200", 1200), ("tr", "ikiyüz", 200),
    ("tr", "onbeşbin", 15_000), ("tr", "2 buçuk milyon", 2_500_000), ("tr", "15 milyon 480 bin", 15_480_000),
]  # fmt: skip

RANGES = [
    ("ru", "двести-триста", (200, 300)),
    ("uk", "п'ять-шість", (5, 6)),
    ("pl", "dwa do trzech tysięcy", (2000, 3000)),
    ("nl", "3.000 tot vijfduizend", (3000, 5000)),
    ("nl", "tussen de 5 en 8", (5, 8)),
    ("fr", "entre les 5 et les 8", (5, 8)),
    ("en", "from 300 to 400", (300, 400)), ("nl", "van 300 tot 400", (300, 400)), ("de", "von 300 bis 400", (300, 400)), ("fr", "de 300 à 400", (300, 400)),
    ("es", "de tres a cuatro millones", (3e6, 4e6)), ("es", "siete u ocho", (7, 8)), ("it", "da 300 a 400", (300, 400)), ("pt", "de 300 a 400", (300, 400)),
    ("pl", "od 300 do 400", (300, 400)), ("pl", "trzy albo cztery", (3, 4)), ("cs", "od 300 do 400", (300, 400)), ("uk", "від 300 до 400", (300, 400)),
    ("uk", "три чи чотири", (3, 4)), ("ru", "от трёх до четырёх миллионов", (3e6, 4e6)), ("tr", "300 ile 400", (300, 400)),
    ("tr", "üç ya da dört", (3, 4)), ("en", "between a quarter and two thirds", (25, 66.7)),
]  # fmt: skip

CHANGES = [
    ("en", "the number rose from 300 to 400"), ("en", "they raised it from 300 to 400"), ("nl", "van 300 naar 400"), ("de", "von 300 auf 400"), ("fr", "est passé de 300 à 400"),
    ("es", "pasó de 300 a 400"), ("it", "è salito da 300 a 400"), ("pt", "de 300 para 400"), ("pl", "z 300 do 400"), ("cs", "z 300 na 400"), ("uk", "зросла з 300 до 400"),
    ("ru", "с 300 до 400"), ("tr", "300'den 400'e yükseldi"),
]  # fmt: skip

NONE = [("en", "two three"), ("de", "zwanzigzwei"), ("it", "uno due"), ("tr", "birbir"), ("nl", "tweedrie"), ("es", "trescientos doscientos")]


def read(text: str, lang: str) -> list[tuple[str, Number]]:
    folded = fold_text(f"word {text} word", lang)
    return [(folded[number.start : number.end], number) for number in read_numbers(folded, lexicon_of(load_pack(lang)))]


@pytest.mark.parametrize(("lang", "text", "value"), CASES)
def test_a_number_is_read_whole(lang: str, text: str, value: float) -> None:
    assert [(words, number.low, number.high, number.point) for words, number in read(text, lang)] == [(fold_text(text, lang), value, value, value)]


@pytest.mark.parametrize(("lang", "text", "bounds"), RANGES)
def test_two_numbers_with_a_hyphen_or_a_word_of_ranges_are_one_range(lang: str, text: str, bounds: Bounds) -> None:
    ((words, number),) = read(text, lang)
    assert (text.endswith(words), number.low, number.high) == (True, *bounds)


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_words_that_make_no_number_are_none(lang: str, text: str) -> None:
    assert read(text, lang) == []


def test_a_plural_of_one_is_a_hedge_in_spanish() -> None:
    assert [(number.low, number.high, number.point) for text in ("unas doscientas", "unos 200") for _, number in read(text, "es")] == [(None, None, 200)] * 2
    assert [number.point for _, number in read("unos mil", "es")] == [1000]


def test_a_count_and_the_next_one_are_not_added_up() -> None:
    assert [number.point for _, number in read("2 mil y 435", "es")] == [2000, 435]
    assert [number.point for _, number in read("entre 1 millón y 900 mil", "es")] == [1_000_000, 900_000]
    assert [number.point for _, number in read("3 тыс. 12", "ru")] == [3000, 12]


@pytest.mark.parametrize("lang", ["de", "nl", "it", "tr", "cs"])
def test_every_number_word_of_a_pack_is_read_with_its_value(lang: str) -> None:
    pack = load_pack(lang)
    assert pack is not None
    lexicon = lexicon_of(pack)
    forms = {form: value for form, value in pack.numbers.words.items() if form not in lexicon.vague}
    assert {form: [number.point for _, number in read(form, lang)] for form in forms} == {form: [value] for form, value in forms.items()}


def test_turkish_case_endings_join_two_numbers() -> None:
    assert [(words, number.low, number.high) for words, number in read("300'den 400'e kadar çadır", "tr")] == [("300'den 400", 300, 400)]


@pytest.mark.parametrize(("lang", "text"), CHANGES)
def test_a_change_is_left_at_its_end(lang: str, text: str) -> None:
    assert [(number.low, number.high, number.point) for number in read_numbers(fold_text(text, lang), lexicon_of(load_pack(lang)))] == [(400, 400, 400)]
