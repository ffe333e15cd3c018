"""What stands around an article in its page is kept with a reason, and what belongs to it is found."""

import json

import pytest

from onrecord.articles import read_article
from onrecord.records import Article, Page, Problem

FIRST = "The harbour council said on Monday that the lock would stay closed until the wall had been inspected by two engineers."
SECOND = "The inspectors arrived in the morning, and by noon they had found eleven cracks that nobody had reported before them."
THIRD = "“We will not open the lock before the wall is safe,” the chairwoman told reporters, and she repeated it twice that day."
LEAD = "Eleven cracks were found in the harbour wall, and the lock stays shut for weeks."


def make(inside: str, head: str = "", lang: str = "en") -> bytes:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body><nav><a href="/">Home</a></nav>{inside}</body></html>'.encode()


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})}</script>'


def read(data: bytes, url: str | None = None) -> tuple[Article, tuple[Problem, ...]]:
    article, problems = read_article(Page(id="p", name="p", form="html", data=data, url=url))
    assert article is not None
    for drop in article.dropped:
        assert 0 <= drop.span.start < drop.span.end <= len(article.text)
    return article, problems


def told(article: Article) -> str:
    text = article.text
    for drop in sorted(article.dropped, key=lambda drop: -drop.span.start):
        text = text[: drop.span.start] + text[drop.span.end :]
    return text


def reasons(article: Article) -> dict[str, str]:
    return {drop.span.of(article.text): drop.reason for drop in article.dropped}


BODY = (
    f"<article><h1>Harbour lock stays closed</h1><p class='article-lead'>{LEAD}</p><div class='byline'>By Jane Dunmore</div>"
    f"<div class='body'><p>{FIRST}</p><figure><figcaption>The wall seen from the east pier</figcaption></figure><p>{SECOND}</p>"
    "<div class='related-links'><a href='/x'>Ferry service resumes after storm</a></div>"
    f"<div class='newsletter-box'><p>Get our letter every morning.</p></div><p>{THIRD}</p></div></article>"
)


def test_lead_and_body_are_told_and_the_rest_has_a_reason() -> None:
    article, _ = read(make(BODY))
    assert all(text in told(article) for text in (LEAD, FIRST, SECOND, THIRD))
    found = reasons(article)
    assert found["The wall seen from the east pier"] == "caption"
    assert found["Ferry service resumes after storm"] == "related"
    assert found["Get our letter every morning."] == "newsletter"
    assert article.title_span is not None and article.title_span.of(article.text) == "Harbour lock stays closed"
    assert [credit.name for credit in article.credits if credit.kind == "author"] == ["Jane Dunmore"]


def test_a_pull_quote_that_repeats_the_body_is_dropped_once() -> None:
    pull = "We will not open the lock before the wall is safe"
    article, _ = read(make(BODY.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p><blockquote>{pull}</blockquote>")))
    assert told(article).count(pull) == 1
    own = "“The sea gives no notice, and so we must act before it comes,” the harbour master wrote."
    article, _ = read(make(BODY.replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p><blockquote><p>{own}</p></blockquote>")))
    assert told(article).count(own) == 1


@pytest.mark.parametrize(
    ("headline", "shared", "expected"),
    [
        ("Harbour lock stays closed", "Cracks shut the lock | The Example", "Harbour lock stays closed"),
        (None, "Harbour lock stays closed - The Example", "Harbour lock stays closed"),
        (None, "Lock &amp; wall: what we know | The Example", "Lock & wall: what we know"),
    ],
)
def test_the_headline_has_no_outlets_name(headline: str | None, shared: str, expected: str) -> None:
    head = f'<meta property="og:title" content="{shared}"><meta property="og:site_name" content="The Example">' + (ld(headline=headline) if headline else "")
    page = BODY.replace("Harbour lock stays closed", expected.replace("&", "&amp;"))
    assert read(make(page, head))[0].title == expected


def test_dates_agree_or_their_conflict_is_told() -> None:
    head = ld(headline="x", datePublished="2024-03-05T22:30:00Z") + '<meta property="article:published_time" content="2024-03-06T00:30:00+02:00">'
    article, problems = read(make(BODY, head))
    assert article.published is not None and article.published.day == "2024-03-06"  # the outlet's own day
    assert not [problem for problem in problems if problem.code == "date_conflict"]
    head = ld(headline="x", datePublished="2024-03-05") + '<meta name="article:published-time" content="2023-01-01">'
    article, problems = read(make(BODY, head))
    assert article.published is not None and article.published.day == "2024-03-05"
    (conflict,) = [problem for problem in problems if problem.code == "date_conflict"]
    assert "`2023-01-01` (meta)" in conflict.message


@pytest.mark.parametrize(
    ("lang", "line", "words"),
    [
        ("en", "Updated 5 March 2024", FIRST),
        ("de", "Stand: 5. März 2024", "Der Hafenrat teilte am Montag mit, dass die Schleuse geschlossen bleibt, bis zwei Fachleute die Mauer geprüft haben."),
        ("fr", "Publié le 5 mars 2024", "Le conseil du port a déclaré lundi que l'écluse resterait fermée tant que le mur n'aurait pas été inspecté."),
        ("uk", "5 березня 2024", "Рада порту заявила в понеділок, що шлюз залишиться закритим, доки двоє інженерів не оглянуть усю стіну."),
    ],
)
def test_a_visible_date_counts_when_the_page_states_none(lang: str, line: str, words: str) -> None:
    page = f"<article><h1>{words[:40]}</h1><div class='meta'>{line}</div><div><p>{words}</p><p>{words} {words}</p></div></article>"
    article, _ = read(make(page, lang=lang))
    assert article.published is not None and article.published.day == "2024-03-05"


def test_a_stub_a_live_blog_and_a_correction_are_told() -> None:
    _, problems = read(make(BODY, ld(headline="x", isAccessibleForFree="False")))
    assert [problem.code for problem in problems if problem.code == "paywall_stub"] == ["paywall_stub"]
    updates = [{"@type": "BlogPosting", "headline": f"Entry {n}"} for n in range(4)]
    _, problems = read(make(BODY, '<script type="application/ld+json">' + json.dumps({"@type": "LiveBlogPosting", "headline": "x", "liveBlogUpdate": updates}) + "</script>"))
    assert any(problem.code == "live_blog" and "`4`" in problem.message for problem in problems)
    note = "Correction: an earlier version of this article named the wrong pier."
    article, problems = read(make(BODY.replace(f"<p>{THIRD}</p>", f"<p>{THIRD}</p><p>{note}</p>")))
    assert note in told(article)
    assert any(problem.code == "correction_note" for problem in problems)


def test_writing_from_the_right_and_without_blanks_survives() -> None:
    arabic = "قال رئيس المجلس يوم الاثنين إن البوابة ستظل مغلقة حتى يفحص المهندسون الجدار بأكمله."
    japanese = "市長は月曜日に、壁の点検が終わるまで水門を閉じたままにすると記者団に語った。再開の日付は決まっていない。"
    for lang, text in (("ar", arabic), ("ja", japanese)):
        article, _ = read(make(f"<article><h1>Lock</h1><p>{text}</p><p>{text[::-1]}</p><p>{text * 2}</p></article>", lang=lang))
        assert text in told(article)


@pytest.mark.parametrize(
    "data",
    [b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000, b"<p>x" * 150_000, b"<p>x" * 12_600_000, b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>"],
    ids=["deep", "wide", "50 MB", "nested data"],
)
def test_a_hostile_page_costs_a_problem(data: bytes) -> None:
    article, problems = read_article(Page(id="p", name="p", form="html", data=data))
    assert article is None
    assert {problem.code for problem in problems} & {"too_complex", "too_large", "empty"}


def test_a_column_span_of_quadrillions_is_text_like_any_other() -> None:
    table = "<table><tr><td colspan=9000000000000000>eleven</td><td>cracks</td></tr></table>"
    assert FIRST in told(read(make(BODY.replace(f"<p>{SECOND}</p>", table)))[0])
