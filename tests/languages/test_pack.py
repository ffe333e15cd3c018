"""Every language pack loads, is complete, and holds no contradiction; bad packs are refused by name."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Mapping
from importlib.resources import files

import pytest

from onrecord.languages import Pack, fold_text, index_forms, known_languages, load_pack, parse_pack
from onrecord.languages.pack import index_offices, list_cues, list_pronouns
from onrecord.languages.schema import (
    CONDITIONS,
    HEDGES,
    INTENSITIES,
    KINDS,
    LEVELS,
    LOADINGS,
    MODALITIES,
    OFFICES,
    POPULATIONS,
    PRONOUNS,
    STAGES,
    UNITS,
)

LINE_SIZE = 100_000


def read_source(lang: str) -> str:
    return files("onrecord.languages").joinpath("data", f"{lang}.toml").read_text("utf-8")


@pytest.fixture(params=known_languages())
def pack(request: pytest.FixtureRequest) -> Pack:
    loaded = load_pack(request.param)
    assert loaded is not None
    return loaded


def all_tables(pack: Pack) -> dict[str, Mapping[str, tuple[str, ...]]]:
    tables = {
        "cues": pack.cues,
        "conditions": pack.conditions,
        "modality": pack.modality,
        "hedges": pack.hedges,
        "pronouns": pack.pronouns,
        "offices": pack.offices,
        "kinds": pack.figures.kinds,
        "populations": pack.figures.populations,
        "stages": pack.stages,
        "units": pack.dates.units,
    }
    return tables | {f"intensity.{name}": group for name, group in pack.intensity.items()}


def test_first_six_are_known() -> None:
    assert {"de", "en", "es", "fr", "nl", "uk"} <= set(known_languages())


def test_tag_with_region_finds_the_language() -> None:
    assert load_pack("en-GB") is load_pack("en")
    assert load_pack("DE_at") is load_pack("de")


@pytest.mark.parametrize("lang", ["xx", "", "../en", "data/en"])
def test_language_without_pack_is_none(lang: str) -> None:
    assert load_pack(lang) is None


def test_every_key_is_filled(pack: Pack) -> None:
    expected = {
        "cues": LOADINGS,
        "conditions": CONDITIONS,
        "modality": MODALITIES,
        "hedges": HEDGES,
        "pronouns": PRONOUNS,
        "offices": OFFICES,
        "kinds": KINDS,
        "populations": POPULATIONS,
        "stages": STAGES,
        "units": UNITS,
    } | {f"intensity.{name}": LEVELS for name in INTENSITIES}
    tables = all_tables(pack)
    assert {name: tuple(table) for name, table in tables.items()} == expected
    may_be_empty = {"neuter", "queen", "king"}
    empty = [f"{name}.{key}" for name, table in tables.items() for key, forms in table.items() if not forms]
    assert [key for key in empty if key.rpartition(".")[2] not in may_be_empty] == []
    assert all((pack.quotes, pack.figures.money, pack.figures.percent, pack.credits.patterns, pack.credits.notices.pattern != "(?!)"))
    assert len(pack.stopwords) >= 60


def test_countries_are_those_of_english(pack: Pack) -> None:
    english = load_pack("en")
    assert english is not None
    assert set(pack.demonyms) == set(english.demonyms)
    assert set(pack.capitals) == set(english.capitals)
    assert len(pack.demonyms) >= 60


def test_no_word_is_under_two_populations(pack: Pack) -> None:
    found: dict[str, set[str]] = {}
    for key, forms in pack.figures.populations.items():
        for form in forms:
            found.setdefault(form, set()).add(key)
    counted_or_man = {"чоловік"} if pack.lang == "uk" else set()
    assert {form: keys for form, keys in found.items() if len(keys) > 1 and form not in counted_or_man} == {}


def test_forms_are_folded_and_trimmed(pack: Pack) -> None:
    for name, table in (all_tables(pack) | {"demonyms": pack.demonyms, "capitals": pack.capitals}).items():
        for form in (form for forms in table.values() for form in forms):
            assert form == fold_text(form, pack.lang).strip(), f"{name}: {form!r}"
            assert "  " not in form, f"{name}: {form!r}"


def test_no_word_mixes_alphabets(pack: Pack) -> None:
    mixed = re.compile(r"[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]")
    tables = all_tables(pack) | {"demonyms": pack.demonyms, "capitals": pack.capitals}
    assert [form for table in tables.values() for forms in table.values() for form in forms if mixed.search(form)] == []


def test_no_cue_has_two_loadings(pack: Pack) -> None:
    assert {form: keys for form, keys in index_forms(pack.cues).items() if len(keys) > 1} == {}


def test_no_form_has_two_strengths(pack: Pack) -> None:
    for name, group in pack.intensity.items():
        assert {form: keys for form, keys in index_forms(group).items() if len(keys) > 1} == {}, name


def test_what_every_article_asks_of_a_pack_is_made_once(pack: Pack) -> None:
    assert index_offices(pack) is index_offices(pack)
    assert index_offices(pack) == index_forms(pack.offices)
    for made, table in ((list_cues, pack.cues), (list_pronouns, pack.pronouns)):
        assert made(pack) is made(pack)
        assert made(pack) == {form for forms in table.values() for form in forms}


def test_calendar_has_distinct_names(pack: Pack) -> None:
    for cycle, size in ((pack.dates.weekdays, 7), (pack.dates.months, 12)):
        forms = [form for item in cycle for form in item]
        assert len(cycle) == size
        assert all(cycle)
        assert len(forms) == len(set(forms))


def test_numbers_cover_twenty_and_the_tens(pack: Pack) -> None:
    values = set(pack.numbers.words.values()) | set(pack.numbers.scales.values())
    assert {*range(21), *range(30, 100, 10), 100, 1_000, 1_000_000, 1_000_000_000} <= values


def hostile_lines(pack: Pack) -> Iterator[str]:
    """Yield long lines of one sign, and of the words that credit patterns begin with, over and over."""
    starts = {word for pattern in pack.credits.patterns for word in re.findall(r"\(\?i:([^()|?\[\]\\]{2,30})", pattern.pattern)}
    pieces = ["a", "A ", "(", "( ", "Aa", "Aa ", "- ", " ", "X (", "(A", "cookie ", "AP ", "AP", "AP/"]
    for piece in [*pieces, *(f"{start} " for start in sorted(starts)), *(f"({start} A" for start in sorted(starts))]:
        yield (piece * (LINE_SIZE // len(piece) + 1))[:LINE_SIZE]


def test_patterns_stay_fast_on_long_lines(pack: Pack) -> None:
    for line in hostile_lines(pack):
        for pattern in pack.credits.patterns:
            started = time.process_time()
            sum(1 for _ in pattern.finditer(line))
            assert time.process_time() - started < 3.0, f"{pattern.pattern[:80]} on {line[:20]!r}"
        started = time.process_time()
        assert pack.credits.notices.fullmatch(line) is None
        assert time.process_time() - started < 0.5, f"notices on {line[:20]!r}"


def test_notices_spare_ordinary_sentences() -> None:
    sentences = {
        "en": ["He said all rights must be respected.", "Share prices fell on Monday after the announcement."],
        "nl": ["De minister zei dat alle partijen moeten delen.", "Lezers klaagden over het besluit van de raad."],
        "de": ["Der Minister sagte, alle Seiten müssten teilen.", "Werbung für Tabak wird verboten."],
        "fr": ["Le ministre a déclaré que tous devaient partager.", "La publicité pour le tabac sera interdite."],
        "es": ["El ministro dijo que todos deben compartir.", "La publicidad del tabaco quedará prohibida."],
        "uk": ["Міністр сказав, що всі мають поділитися.", "Рекламу тютюну заборонять з нового року."],
        "pt": ["O ministro disse que todos devem partilhar.", "A notícia foi recebida em direto na televisão."],
        "cs": ["Ministr řekl, že všichni se musejí podělit.", "Reklama na tabák bude zakázána."],
        "tr": ["Bakan herkesin paylaşması gerektiğini söyledi.", "Bu haber ülkede büyük tepki çekti."],
        "it": ["Il ministro ha detto che tutti devono condividere.", "La diretta televisiva è stata interrotta subito."],
        "pl": ["Minister powiedział, że wszyscy muszą się podzielić.", "Więcej osób zginęło w nocy."],
        "ru": ["Министр сказал, что все должны поделиться.", "Подробнее об этом рассказал министр."],
    }
    for lang, lines in sentences.items():
        pack = load_pack(lang)
        assert pack is not None
        for line in lines:
            assert pack.credits.notices.fullmatch(line) is None, line


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Read also: What the treaty says"),
        ("en", "Sign up for our newsletter"),
        ("en", "© 2024 The Daily. All rights reserved."),
        ("en", "This article was added by the user. The site bears no responsibility."),
        ("nl", "Lees ook: Wat er in het verdrag staat"),
        ("nl", "Dit artikel is onderdeel van ons liveblog over de verkiezingen."),
        ("de", "Lesen Sie auch: Was im Vertrag steht"),
        ("de", "Alle Rechte vorbehalten"),
        ("fr", "À lire aussi : Ce que dit le traité"),
        ("fr", "Tous droits réservés"),
        ("es", "Lea también: Qué dice el tratado"),
        ("es", "Suscríbete a nuestro boletín"),
        ("uk", "Читайте також: Що каже договір"),
        ("uk", "Якщо ви помітили помилку, виділіть її та натисніть Ctrl+Enter"),
        ("pt", "Leia também: O que diz o tratado"),
        ("pt", "Este artigo faz parte do nosso liveblog sobre as eleições."),
        ("cs", "Čtěte také: Co říká smlouva"),
        ("cs", "Tento článek je součástí naší online reportáže o volbách."),
        ("tr", "İLGİLİ HABERLER"),
        ("tr", "Bu haber seçim canlı blogumuzun bir parçasıdır."),
        ("it", "Leggi anche: Che cosa dice il trattato"),
        ("it", "Questo articolo fa parte del nostro liveblog sulle elezioni."),
        ("pl", "Czytaj też: Co mówi traktat"),
        ("pl", "Ten artykuł jest częścią naszej relacji na żywo."),
        ("ru", "Читайте также: Что говорит договор"),
        ("ru", "Эта статья — часть нашей онлайн-трансляции."),
    ],
)
def test_notices_match_what_is_no_news(lang: str, line: str) -> None:
    pack = load_pack(lang)
    assert pack is not None
    assert pack.credits.notices.fullmatch(line)


@pytest.mark.parametrize(
    ("lang", "line", "agency"),
    [
        ("en", "The bridge is closed, according to Xinhua news agency.", "Xinhua"),
        ("en", "OSLO (Reuters) - The bridge is closed.", "Reuters"),
        ("en", "(Reporting by Ann Lee; Editing by Bo Ray)", "Ann Lee"),
        ("nl", "De brug is dicht, meldt persbureau AFP.", "AFP"),
        ("nl", "De brug is dicht, volgens het Noorse persbureau NTB.", "NTB"),
        ("de", "Mit Material von dpa", "dpa"),
        ("de", "Die Brücke ist zu, meldet die Nachrichtenagentur Reuters.", "Reuters"),
        ("fr", "Le pont est fermé, rapporte l’agence Belga.", "Belga"),
        ("fr", "Le pont est fermé. (avec AFP)", "AFP"),
        ("es", "El puente está cerrado, informó la agencia EFE.", "EFE"),
        ("es", "Oslo, 3 may (EFE).- El puente está cerrado.", "EFE"),
        ("uk", "Міст закрито, повідомляє агентство Reuters.", "Reuters"),
        ("uk", "Про це пише «Укрінформ».", "Укрінформ"),
        ("pt", "A ponte está fechada, informou a agência Lusa.", "Lusa"),
        ("pt", "A ponte está fechada. (com AFP)", "AFP"),
        ("cs", "Podle agentury AFP je most uzavřen.", "AFP"),
        ("cs", "Praha 3. května (ČTK) - Most je uzavřen.", "ČTK"),
        ("tr", "ANKARA (AA) - Köprü kapatıldı.", "AA"),
        ("tr", "Reuters'ın haberine göre köprü kapatıldı.", "Reuters"),
        ("it", "Il ponte è chiuso, riferisce l’agenzia Reuters.", "Reuters"),
        ("it", "ROMA (ANSA) - Il ponte è chiuso.", "ANSA"),
        ("pl", "Most jest zamknięty, podała agencja Reuters.", "Reuters"),
        ("pl", "Most jest zamknięty. (PAP)", "PAP"),
        ("ru", "Об этом сообщает ТАСС.", "ТАСС"),
        ("ru", "КИЕВ, 3 мая — РИА Новости. Мост закрыт.", "РИА Новости"),
    ],
)
def test_patterns_find_the_agency(lang: str, line: str, agency: str) -> None:
    pack = load_pack(lang)
    assert pack is not None
    found = {match["agency"] for pattern in pack.credits.patterns for match in pattern.finditer(line)}
    assert agency in found


def test_folding_keeps_every_code_point_in_place() -> None:
    text = "".join(chr(point) for point in range(sys.maxunicode + 1))
    for lang in ("en", "tr"):
        assert len(fold_text(text, lang)) == len(text)


def test_folding_is_turkish_where_it_must_be() -> None:
    assert fold_text("IĞDIR İZMİR", "tr") == "ığdır izmir"
    assert fold_text("INDIA", "en") == "india"
    assert fold_text("П’ять д\u00a0Straße", "uk") == "п'ять д straße"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[hedges]", "[hedges]\nsurely = []", "hedges.surely"),
        ('name = "English"', 'name = "English"\ncolour = "blue"', "colour"),
        ('order = "month_day"', 'order = "year_first"', "dates.order"),
        ('order = "month_day"', "order = 1", "dates.order"),
        ('dozen{n}" = 12', 'dozen{n}" = true', "numbers.words"),
        ("[demonyms]", '[demonyms]\nUSA = ["yankee"]', "demonyms.USA"),
        ("[offices_gender]\n", "[offices_gender]\nneither = []\n", "offices_gender.neither"),
    ],
)
def test_bad_pack_is_refused_by_file_and_key(old: str, new: str, key: str) -> None:
    source = read_source("en")
    assert old in source
    with pytest.raises(ValueError, match=r"^bad\.toml: ") as caught:
        parse_pack(source.replace(old, new, 1), "bad.toml")
    assert f"`{key}" in str(caught.value)


def test_notices_that_cannot_stand_in_one_pattern_are_refused_by_key() -> None:
    source, named = read_source("en"), "'^(?P<one>a)$', '^(?P<one>b)$', "
    start = source.index("notices = [") + len("notices = [")
    with pytest.raises(ValueError, match=r"^bad\.toml: key `credits\.notices`"):
        parse_pack(source[:start] + named + source[start:], "bad.toml")


@pytest.mark.parametrize(
    ("form", "message"),
    [("x{zz}", "unknown endings `zz`"), ("x{a|b", "unbalanced form"), (" ", "empty")],
)
def test_bad_form_is_refused(form: str, message: str) -> None:
    source = read_source("en").replace("[stages]\nplanned = [", f'[stages]\nplanned = ["{form}", ', 1)
    with pytest.raises(ValueError, match=message):
        parse_pack(source, "bad.toml")


def test_missing_section_is_refused() -> None:
    source = read_source("en")
    with pytest.raises(ValueError, match="`stopwords` is missing"):
        parse_pack(source[: source.index("[stopwords]")], "bad.toml")


def test_alternatives_expand_in_order() -> None:
    source = read_source("en").replace("[stages]\nplanned = [", '[stages]\nplanned = ["{pre|}view{|s}", ', 1)
    assert parse_pack(source, "x.toml").stages["planned"][:4] == ("preview", "previews", "view", "views")
