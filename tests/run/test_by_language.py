"""Passages in another language are read with the pack of that language; in scripts the model does not know nothing is claimed."""

from __future__ import annotations

from onrecord.articles import read_article
from onrecord.dates import find_dates
from onrecord.encode.model import shipped_model
from onrecord.languages.pack import load_pack
from onrecord.records import Article, Page
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages
from onrecord.run.by_language import find_by_language, find_unread, leave_out, span_of_itself

DUTCH = "De havenraad zei maandag dat de sluis dicht blijft tot de muur door twee ingenieurs van het ministerie is onderzocht."
GERMAN = "“Wir werden die Schleuse bis zum 3. Mai nicht öffnen, und niemand soll erwarten, dass wir unsere Meinung noch einmal ändern.”"
ARABIC = "قال رئيس المجلس جون سميث يوم الاثنين إن البوابة ستظل مغلقة حتى يفحص المهندسون الجدار بأكمله، وأضاف أن 40 عاملا أصيبوا."

MIXED = (DUTCH, ARABIC, *(DUTCH.replace("maandag", day) for day in ("dinsdag", "woensdag", "donderdag")))


def make(*paragraphs: str) -> Page:
    return Page(id="p", name="p", form="record", data="\n\n".join(paragraphs).encode(), lang="nl", published="2031-04-20")


def read(*paragraphs: str) -> Article:
    article, _ = read_article(make(*paragraphs))
    assert article is not None
    return article


def test_a_date_in_a_passage_is_read_in_its_language() -> None:
    article = read(DUTCH, GERMAN, DUTCH.replace("maandag", "dinsdag"))
    assert [part.lang for part in article.passages_in] == ["de"]
    dates = find_by_language(article, load_pack("nl"), find_dates, span_of_itself)
    assert {date.span.of(article.text): date.range.start for date in dates if date.range} == {"maandag": "2031-04-14", "3. Mai": "2031-05-03", "dinsdag": "2031-04-15"}
    assert list(dates) == sorted(dates, key=lambda date: date.span)


def test_an_article_in_one_language_is_looked_at_once() -> None:
    article, calls = read(DUTCH, DUTCH.replace("maandag", "dinsdag")), []

    def find(told: Article, pack: object) -> list[object]:
        calls.append(told.lang)
        return []

    find_by_language(article, load_pack("nl"), find, lambda found: article.passages_in[0].span)
    assert calls == ["nl"]


def test_nothing_is_claimed_of_a_passage_in_an_unread_script() -> None:
    article = read(*MIXED)
    assert find_unread(article) == {"ar"}
    (passage,) = article.passages_in
    analysis = next(item[0] for item in analyze_pages([make(*MIXED)], shipped_model()) if not hasattr(item, "code"))
    assert isinstance(analysis, Analysis)
    found = [*analysis.mentions, *analysis.attributions, *analysis.figures]
    assert not any(passage.span.start <= one.span.start < passage.span.end for one in found)
    assert [problem.code for problem in analysis.problems if "`ar`" in problem.message] == ["script_unsupported"]
    assert leave_out(article, article.passages_in, frozenset({"ar"}), lambda part: part.span) == ()
    assert leave_out(article, article.passages_in, frozenset(), lambda part: part.span) == article.passages_in
