"""Passages in another language than their article: found when it is plain, and only then."""

import pytest

from onrecord.articles import read_article
from onrecord.articles.language import identify_language
from onrecord.articles.units import count_words
from onrecord.records import Page

DUTCH = (
    "De havenraad zei maandag dat de sluis dicht blijft tot de muur door twee ingenieurs van het ministerie is onderzocht.",
    "Het onderzoek begon in de ochtend en rond het middaguur waren er elf scheuren gevonden die niemand eerder had gemeld.",
    "De vissers zeggen dat zij niet nog een maand kunnen wachten, omdat hun boten aan de verkeerde kant van de sluis liggen.",
)
ENGLISH = "We will not open the lock before the wall is safe, and nobody should expect us to change our mind about it this week."
RUSSIAN = "Мы не откроем шлюз, пока стена не будет осмотрена."
JAPANESE = "港湾評議会は月曜日、水門を閉鎖したままにすると発表した。"
ARABIC = "قال رئيس المجلس يوم الاثنين إن البوابة ستظل مغلقة حتى يفحص المهندسون الجدار بأكمله."
HEBREW = "מועצת הנמל אמרה ביום שני שהסכר יישאר סגור עד שהקיר ייבדק."
THAI = "สภาท่าเรือกล่าวเมื่อวันจันทร์ว่าประตูน้ำจะยังคงปิดอยู่จนกว่าจะมีการตรวจสอบกำแพง"
CHINESE = "市议会周一表示，船闸将继续关闭，直到两名工程师检查完整面墙壁为止，渔民们对此表示不满。"


def passages(*paragraphs: str, lang: str = "nl") -> list[tuple[str, str]]:
    article, _ = read_article(Page(id="p", name="p", form="record", data="\n\n".join(("Sluis blijft nog weken dicht", *paragraphs)).encode(), lang=lang))
    assert article is not None
    return [(part.lang, part.span.of(article.text)) for part in article.passages_in]


def test_a_paragraph_and_a_run_of_them_are_found_with_their_place() -> None:
    assert passages(DUTCH[0], ENGLISH, DUTCH[1]) == [("en", ENGLISH)]
    assert passages(DUTCH[0], ENGLISH, ENGLISH[::1].replace("week", "month"), DUTCH[1]) == [("en", f"{ENGLISH}\n\n{ENGLISH.replace('week', 'month')}")]


def test_of_a_framed_quotation_only_the_quoted_words_count() -> None:
    said = f"De voorzitter zei: “{ENGLISH}” en zij liep daarna weg zonder nog iets te zeggen."
    assert passages(DUTCH[0], said, DUTCH[1]) == [("en", ENGLISH)]


@pytest.mark.parametrize(("lang", "words"), [("ru", RUSSIAN), ("ja", JAPANESE), ("ar", ARABIC), ("he", HEBREW), ("th", THAI), ("zh", CHINESE)])
def test_another_script_counts_at_once(lang: str, words: str) -> None:
    assert passages(DUTCH[0], words, DUTCH[1]) == [(lang, words)]


def test_an_article_in_another_script_quotes_latin_words() -> None:
    russian = ("Совет порта заявил в понедельник, что шлюз останется закрытым, пока стену не осмотрят два инженера.", "Осмотр начался утром, и к полудню нашли одиннадцать трещин.")
    assert passages(russian[0], ENGLISH, russian[1], lang="ru") == [("en", ENGLISH)]
    assert passages(russian[0], "Reuters", russian[1], lang="ru") == []


@pytest.mark.parametrize(
    "words",
    [
        "De burgemeester noemde het plan “too little, too late” en zei dat de raad opnieuw moet vergaderen over de sluis.",
        "Rotterdam, Vlaardingen, Schiedam, Dordrecht, Zwijndrecht, Papendrecht, Sliedrecht, Gorinchem, Leerdam, Culemborg, Tiel, Nijmegen",
        "Jan de Vries, Piet Hulst, Ada Brink, Tamsin Orlay, Maria Keller, Paul Lindham, Oleg Tkach, Irena Nowak, Luigi Porta, Ana Costa.",
        "Never again.",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    ],
)
def test_slogans_names_and_numbers_are_in_no_other_language(words: str) -> None:
    assert passages(DUTCH[0], words, DUTCH[1], DUTCH[2]) == []


def test_short_lines_count_together() -> None:
    lines = ("Nous attendons la pluie.", "Nous regardons l'eau qui monte.", "Elle est là depuis ce matin.", "Personne ne viendra nous chercher.")
    assert passages(DUTCH[0], *lines, DUTCH[1]) == [("fr", "\n\n".join(lines))]


def test_near_languages_are_not_told_apart() -> None:
    assert passages(DUTCH[0], DUTCH[1], lang="nl") == []


@pytest.mark.parametrize("text", [THAI, CHINESE, JAPANESE, ARABIC, HEBREW])
def test_scripts_without_capitals_or_blanks_are_known_and_kept(text: str) -> None:
    article, problems = read_article(Page(id="p", name="p", form="record", data=f"{text}\n\n{text}{text}".encode()))
    assert article is not None
    assert article.lang == identify_language(text * 3)[0] is not None
    assert not {"empty", "not_text"} & {problem.code for problem in problems}


def test_words_are_counted_in_every_script() -> None:
    assert count_words("שָׁלוֹם עולם") == 2
    assert count_words("बंदरगाह परिषद ने") == 3
    assert count_words("ნავსადგურის საბჭომ") == 2
    assert 5 <= count_words(THAI) <= 30
    assert 3 <= count_words(JAPANESE) <= 12


def test_a_short_page_in_a_script_without_blanks_is_an_article() -> None:
    data = f'<html lang="zh"><head><meta charset="utf-8"></head><body><nav>首页</nav><article><h1>船闸关闭</h1><p>{CHINESE}</p></article></body></html>'.encode()
    article, problems = read_article(Page(id="p", name="p", form="html", data=data))
    assert article is not None and article.lang == "zh" and CHINESE in article.text
    assert "extraction_weak" not in {problem.code for problem in problems}
