"""Tables and JSON Lines with names of columns in the languages of packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.articles import read_article
from onrecord.languages import load_pack
from onrecord.records import Page
from onrecord.sources.files import read_pages
from onrecord.sources.readers.columns import find_columns, fold_name, load_columns
from tests.sources.asking import line, pages, write

HEADERS = {
    "en": "Headline,Body Text,Publication Date,Author,Publisher,Permalink,Language,Article-ID",
    "nl": "titel,tekst,datum,auteur,bron,url,taal,nummer",
    "de": "Überschrift,Inhalt,Erscheinungsdatum,Autor,Quelle,Webadresse,Sprache,Kennung",
    "fr": "titre,texte,date,auteur,source,lien,langue,identifiant",
    "es": "título,texto,fecha,autor,fuente,enlace,idioma,identificador",
    "it": "titolo,testo,data,autore,fonte,collegamento,lingua,identificativo",
    "pt": "título,texto,data de publicação,autor,jornal,endereço,idioma,identificador",
    "pl": "tytuł,treść,data publikacji,autor,źródło,odnośnik,język,identyfikator",
    "cs": "titulek,obsah,datum vydání,autor,zdroj,odkaz,jazyk,identifikátor",
    "uk": "заголовок,текст,дата,автор,джерело,посилання,мова,ідентифікатор",
    "ru": "заголовок,текст,дата,автор,источник,ссылка,язык,идентификатор",
    "tr": "BAŞLIK,Metin,Tarih,Yazar,Kaynak,Bağlantı,Dil,Kimlik",
}
MODIFIED = {
    "en": "Last Modified", "nl": "laatst gewijzigd", "de": "Geändert", "fr": "mise_à_jour", "es": "Última actualización", "it": "ultimo aggiornamento",
    "pt": "data de modificação", "pl": "Zaktualizowano", "cs": "datum změny", "uk": "дата оновлення", "ru": "Изменено", "tr": "güncelleme tarihi",
}  # fmt: skip
ROW = "Bridge reopens,The bridge over the Mell reopens today.,2031-05-03,Ada Lind,Mell Courier,https://mell.example/bridge,en,k7"


@pytest.mark.parametrize("lang", HEADERS)
def test_a_table_is_read_by_the_names_of_its_columns_in_each_language(tmp_path: Path, lang: str) -> None:
    (page,) = pages(write(tmp_path / "export.csv", f"{HEADERS[lang]}\n{ROW}\n".encode()))
    assert (page.name, page.title, page.data) == ("k7", "Bridge reopens", b"The bridge over the Mell reopens today.")
    assert (page.published, page.outlet, page.url, page.lang) == ("2031-05-03", "Mell Courier", "https://mell.example/bridge", "en")


@pytest.mark.parametrize("lang", HEADERS)
def test_json_lines_are_read_by_their_keys_in_each_language(lang: str) -> None:
    record = dict(zip(HEADERS[lang].split(","), ROW.split(","), strict=True))
    (page,) = pages("-", stdin=line(**record))
    assert (page.name, page.title, page.published, page.outlet, page.url) == ("k7", "Bridge reopens", "2031-05-03", "Mell Courier", "https://mell.example/bridge")


@pytest.mark.parametrize("lang", HEADERS)
def test_a_column_of_the_last_change_fills_the_modified_date_in_each_language(tmp_path: Path, lang: str) -> None:
    record = dict(zip(f"{HEADERS[lang]},{MODIFIED[lang]}".split(","), f"{ROW},2031-05-07T09:00:00Z".split(","), strict=True))
    table = f"{','.join(record)}\n{','.join(record.values())}\n".encode()
    exported = json.dumps([record]).encode()
    for page in (*pages(write(tmp_path / "export.csv", table)), *pages("-", stdin=line(**record)), *pages(write(tmp_path / "export.json", exported))):
        article, _ = read_article(page)
        assert article is not None
        assert article.published is not None and article.modified is not None
        assert (article.published.day, article.modified.day, article.modified_how) == ("2031-05-03", "2031-05-07", "given")


def test_every_language_with_a_pack_has_its_names_for_every_field() -> None:
    for field, langs in load_columns().items():
        assert langs.keys() == HEADERS.keys(), field
    assert all(load_pack(lang) for lang in HEADERS)


def test_within_a_language_a_name_means_one_field_only() -> None:
    for lang in HEADERS:
        names = [name for langs in load_columns().values() for name in set(langs[lang])]
        assert len(names) == len(set(names)), lang


@pytest.mark.parametrize(("header", "encoding"), [("tytuł;treść;data", "cp1250"), ("заголовок;текст;дата", "cp1251"), ("titre;texte;publié le", "cp1252")])
def test_a_header_in_an_old_encoding_is_read_and_its_fields_likewise(tmp_path: Path, header: str, encoding: str) -> None:
    title = header.partition(";")[0]
    (page,) = pages(write(tmp_path / "export.csv", f"{header}\n{title};words;2031-05-03\n".encode(encoding)))
    assert (page.title, page.published) == (title, "2031-05-03")


def test_a_column_named_by_the_user_may_have_accents(tmp_path: Path) -> None:
    from onrecord.sources.readers.reader import ReadOptions

    path = write(tmp_path / "export.csv", "Überblick;Stück\nBrücke;Die Brücke ist offen.\n".encode())
    (page,) = read_pages([str(path)], None, (), ReadOptions(columns=(("text", "Stück"), ("title", "Überblick"))))  # type: ignore[arg-type]
    assert isinstance(page, Page)
    assert page.title == "Brücke"


def test_one_foreign_word_beside_english_names_is_not_taken_for_a_field() -> None:
    assert find_columns(["title", "text", "data"]) == {"text": 1, "title": 0}
    assert find_columns(["tytuł", "treść", "data"]) == {"text": 1, "title": 0, "published": 2}
    assert find_columns(["url", "tekst"]) == {"url": 0, "text": 1}


def test_case_accents_and_joins_do_not_matter() -> None:
    assert fold_name("Date_de-Publication") == fold_name("date de publication") == fold_name("dateDePublication")
    assert fold_name("TYTUŁ") == fold_name("tytul")
    assert fold_name("BAŞLIK") == fold_name("başlık") == "baslik"


def test_a_key_with_our_name_comes_before_one_that_is_likely_to_mean_it() -> None:
    (page,) = pages("-", stdin=line(id="a", text="words", body="other", headline=7, titre="T"))
    assert (page.data, page.title) == (b"words", None)
