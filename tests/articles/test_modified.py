"""When a piece was changed: the last day that any place names, in the outlet's own time, and what contradicts it is told."""

import json

import pytest

from onrecord.articles import read_article
from onrecord.articles.modified import list_update_lines
from onrecord.articles.top import read_top
from onrecord.articles.units import split_units
from onrecord.languages.pack import load_pack
from onrecord.records import Article, Page, Problem

BODY = "The harbour council said on Monday that the lock would stay closed until the wall had been inspected by two engineers from the ministry."
MORE = "The inspectors arrived in the morning, and by noon they had found eleven cracks that nobody had reported before them."


def read(head: str = "", line: str = "", **given: str) -> tuple[Article, list[Problem]]:
    inside = f"<article><h1>Harbour lock stays closed</h1><div class='dates'>{line}</div><p>{BODY}</p><p>{MORE}</p></article>"
    data = f'<html lang="en"><head><meta charset="utf-8">{head}</head><body>{inside}</body></html>'.encode()
    article, problems = read_article(Page(id="p", name="p", form="html", data=data, **given))  # type: ignore[arg-type]
    assert article is not None
    return article, [problem for problem in problems if problem.code == "date_conflict"]


def ld(**fields: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "x", **fields})}</script>'


def test_the_last_change_named_anywhere_is_taken() -> None:
    head = ld(datePublished="2031-03-01", dateModified="2031-03-02") + '<meta property="article:modified_time" content="2031-03-03">'
    article, conflicts = read(head)
    assert article.modified is not None
    assert (article.modified.day, article.modified_how, conflicts) == ("2031-03-03", "html", [])
    article, _ = read(head, modified="2031-03-04T10:00:00+00:00")
    assert article.modified is not None
    assert (article.modified.day, article.modified_how) == ("2031-03-04", "given")


def test_changes_far_apart_or_before_publication_are_a_conflict() -> None:
    article, conflicts = read(ld(datePublished="2031-03-01", dateModified="2031-03-02"), modified="2031-03-09")
    assert article.modified is not None and article.modified.day == "2031-03-09"
    assert [("`2031-03-09` (given)" in one.message, "`2031-03-02` (json-ld)" in one.message) for one in conflicts] == [(True, True)]
    article, conflicts = read(ld(datePublished="2031-03-05", dateModified="2031-02-01"))
    assert (article.modified, article.modified_how) == (None, None)
    assert len(conflicts) == 1


def test_a_time_in_utc_is_the_outlets_day() -> None:
    head = ld(datePublished="2031-03-01T20:00:00+02:00", dateModified="2031-03-02T22:30:00Z")
    article, conflicts = read(head)
    assert article.modified is not None
    assert (article.modified.day, conflicts) == ("2031-03-03", [])
    article, _ = read(ld(dateModified="2031-03-02T10:00:00+02:00"), published="2031-02-28T23:30:00Z")
    assert article.published is not None and article.published.day == "2031-03-01"


LINES = [
    ("en", "Published 1 March 2031, updated 3 March 2031"),
    ("de", "Veröffentlicht 1. März 2031, aktualisiert am 3. März 2031"),
    ("nl", "Gepubliceerd 1 maart 2031, bijgewerkt 3 maart 2031"),
    ("fr", "Publié le 1 mars 2031, mis à jour le 3 mars 2031"),
    ("es", "Publicado el 1 de marzo de 2031, actualizado el 3 de marzo de 2031"),
    ("pt", "Publicado em 1 de março de 2031, atualizado em 3 de março de 2031"),
    ("it", "Pubblicato il 1 marzo 2031, aggiornato il 3 marzo 2031"),
    ("pl", "Opublikowano 1 marca 2031, aktualizacja 3 marca 2031"),
    ("cs", "Publikováno 1. března 2031, aktualizováno 3. března 2031"),
    ("ru", "Опубликовано 1 марта 2031, обновлено 3 марта 2031"),
    ("uk", "Опубліковано 1 березня 2031, оновлено 3 березня 2031"),
    ("tr", "Yayınlanma 1 Mart 2031, güncelleme 3 Mart 2031"),
]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_a_visible_line_names_both_days_in_every_language(lang: str, line: str) -> None:
    pack = load_pack(lang)
    (shown,) = list_update_lines((line,), pack)
    assert (shown.range.day, shown.is_update) == ("2031-03-03", True)
    top = read_top(split_units(f"Harbour lock stays closed\n\n{line}\n\n{BODY}"), pack, None)
    assert [(date.range.day, date.is_update) for date in top.dates] == [("2031-03-01", False), ("2031-03-03", True)]


def test_a_visible_line_of_a_page_names_the_change() -> None:
    article, _ = read("", "Published 1 March 2031, updated 3 March 2031")
    assert article.published is not None and article.modified is not None
    assert (article.published.day, article.modified.day, article.modified_how) == ("2031-03-01", "2031-03-03", "line")


def read_text(head: str, lang: str, published: str) -> tuple[Article, list[Problem]]:
    article, problems = read_article(Page(id="p", name="p", form="record", data=f"{head}\n\n{BODY}\n\n{MORE}".encode(), lang=lang, published=published))
    assert article is not None
    return article, [problem for problem in problems if problem.code == "date_conflict"]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_a_date_line_is_read_behind_the_headline_in_every_language(lang: str, line: str) -> None:
    top = read_top(split_units(f"Korva 4-2 Lindham {line}\n\n{BODY}"), load_pack(lang), None)
    assert [(date.range.day, date.is_update) for date in top.dates] == [("2031-03-01", False), ("2031-03-03", True)]
    assert [dropped.reason for dropped in top.dropped] == ["date_line"]


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_day_given_that_the_text_calls_that_of_a_change_is_none_of_publication(between: str) -> None:
    article, conflicts = read_text(f"Korva lock stays closed{between}Published 10 March 2031, updated 25 March 2031", "en", "2031-03-26")
    assert article.published is not None and article.modified is not None and article.published_evidence is not None
    assert (article.published.day, article.modified.day, conflicts) == ("2031-03-10", "2031-03-26", [])
    assert article.published_evidence.of(article.text) == "10 March 2031"


def test_a_date_line_behind_the_headline_is_dropped_and_leaves_the_headline() -> None:
    article, _ = read_text("Korva lock stays closed Posted: Monday, March 10, 2031 10:02 AM EST Updated: Tuesday, March 25, 2031 8:56 PM EST", "en", "2031-03-26")
    assert article.title == "Korva lock stays closed"
    assert [dropped.span.of(article.text)[:6] for dropped in article.dropped] == ["Posted"]


def test_a_day_given_counts_where_no_line_calls_it_that_of_a_change() -> None:
    article, conflicts = read_text("Korva lock stays closed\n\nPosted: March 10, 2031", "en", "2031-03-26")
    assert article.published is not None and article.published.day == "2031-03-26"
    assert len(conflicts) == 1
    article, _ = read_text("Korva lock stays closed\n\nPosted: March 10, 2031 Updated: March 12, 2031", "en", "2031-03-26")
    assert article.published is not None and article.published.day == "2031-03-26"


@pytest.mark.parametrize("head", ["The council withdrew the report that it had published on March 10, 2031", "Der Rat zog den Bericht zurück, veröffentlicht am 10. März 2031"])
def test_a_day_that_a_headline_tells_of_is_no_date_line(head: str) -> None:
    article, _ = read_text(head, "de" if "Rat" in head else "en", "2031-03-26")
    assert article.dropped == ()


def test_a_line_of_a_change_alone_is_no_conflict_with_a_stated_day() -> None:
    text = f"Harbour lock stays closed\n\nUpdated 9 March 2031\n\n{BODY}"
    article, problems = read_article(Page(id="p", name="p", form="record", data=text.encode(), published="2031-03-01"))
    assert article is not None and article.published is not None and article.modified is not None
    assert (article.published.day, article.modified.day) == ("2031-03-01", "2031-03-09")
    assert [problem for problem in problems if problem.code == "date_conflict"] == []


def test_nothing_named_is_nothing_said() -> None:
    article, _ = read(ld(datePublished="2031-03-01"))
    assert (article.modified, article.modified_how) == (None, None)


def test_stubs_are_marked() -> None:
    assert not read()[0].stub
    assert read(ld(isAccessibleForFree="False"))[0].stub
    assert not read(ld(isAccessibleForFree="False", wordCount="40"))[0].stub  # all of it is there
    assert read("", "Subscribe to continue reading")[0].stub
    text = Page(id="p", name="p", form="record", data=BODY.encode(), is_summary=True)
    article, _ = read_article(text)
    assert article is not None and article.stub


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier version of this article said that there were ten cracks.", "Korrektur: In einer früheren Version hieß es, es seien zehn Risse.",
        "Correctie: in een eerdere versie stond dat er tien scheuren waren.", "Rectificatif : une version précédente de cet article parlait de dix fissures.",
        "Corrección: una versión anterior de este artículo hablaba de diez grietas.", "Correção: numa versão anterior falava-se de dez fendas.",
        "Rettifica: in una versione precedente si parlava di dieci crepe.", "Sprostowanie: w poprzedniej wersji była mowa o dziesięciu pęknięciach.",
        "Oprava: v předchozí verzi se psalo o deseti trhlinách.", "Исправление: в предыдущей версии говорилось о десяти трещинах.",
        "Виправлення: у попередній версії йшлося про десять тріщин.", "Düzeltme: Bu haberin önceki sürümünde on çatlaktan söz ediliyordu.",
        "Bu haberin önceki halinde on çatlaktan söz ediliyordu.", "Cet article a été corrigé : il y avait onze fissures.", "Материал исправлен: трещин было одиннадцать.",
    ],
)  # fmt: skip
def test_a_note_of_correction_is_kept_and_marked(note: str) -> None:
    text = f"Harbour lock stays closed\n\n{BODY}\n\n{MORE}\n\n{note}"
    article, problems = read_article(Page(id="p", name="p", form="record", data=text.encode(), lang="en"))
    assert article is not None
    assert [(one.span.of(article.text), one.kind) for one in article.notes] == [(note, "correction")]
    assert not any(drop.span.overlap(article.notes[0].span) for drop in article.dropped)
    assert [problem.code for problem in problems if problem.code == "correction_note"] == ["correction_note"]


def test_news_of_a_correction_is_no_note() -> None:
    text = f"Harbour lock stays closed\n\n{BODY}\n\nThe council asked for corrections to the plan, and the minister corrected herself twice."
    article, _ = read_article(Page(id="p", name="p", form="record", data=text.encode(), lang="en"))
    assert article is not None and article.notes == ()
