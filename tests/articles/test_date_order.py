"""Publication dates in numbers that may be read both ways."""

from __future__ import annotations

import pytest

from onrecord.articles.make import read_article
from onrecord.records import Article
from onrecord.sources.readers.reader import make_page

BODY = "The harbour of Mell reopens today, the mayor said. Ships may enter again after two weeks, and the ferry takes its passengers as it did before the storm."


def read(text: str, **fields: str) -> tuple[Article, list[str]]:
    article, problems = read_article(make_page(fields.pop("name", "a"), "text", text.encode(), **fields))  # type: ignore[arg-type]
    assert article is not None
    return article, [problem.code for problem in problems if problem.code.startswith("date_")]


def day(article: Article) -> str | None:
    return article.published.day if article.published else None


def test_a_given_date_that_may_be_read_both_ways_is_left_open_and_told() -> None:
    article, codes = read(BODY, published="02/03/2031")
    assert (article.published, codes) == (None, ["date_ambiguous"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published": "02/03/2031", "url": "https://mell.example/2031/03/02/harbour"}, "2031-03-02"),
        ({"published": "02/03/2031", "url": "https://mell.example/2031/02/03/harbour"}, "2031-02-03"),
        ({"published": "02/03/2031", "url": "https://mell.co.uk/harbour"}, "2031-03-02"),
        ({"published": "02/03/2031", "url": "https://mell.gov/harbour"}, "2031-02-03"),
        ({"published": "02/03/2031", "name": "2031-02-03 harbour"}, "2031-02-03"),
        ({"published": "02/25/2031"}, "2031-02-25"),
        ({"published": "03/03/2031"}, "2031-03-03"),
    ],
)
def test_other_dates_and_the_country_of_the_outlet_decide(fields: dict[str, str], expected: str) -> None:
    article, codes = read(BODY, **fields)
    assert (day(article), codes) == (expected, [])


def test_another_date_in_the_text_decides() -> None:
    article, codes = read(BODY + " It was closed on 01/31/2031.", published="02/03/2031")
    assert (day(article), codes) == ("2031-02-03", [])


@pytest.mark.parametrize("line", ["02/03/2031", "Published: 02/03/2031", "date 02/03/2031"])
def test_a_date_line_is_no_news_though_its_day_is_left_open(line: str) -> None:
    article, codes = read(f"Harbour of Mell reopens after the storm\n\n{line}\n\n{BODY}")
    assert (article.published, codes) == (None, ["date_ambiguous"])
    assert any("02/03/2031" in drop.span.of(article.text) for drop in article.dropped)


def test_in_a_language_whose_countries_all_put_the_day_first_nothing_is_open() -> None:
    text = "De haven van Mell gaat vandaag weer open, zei de burgemeester. Na twee weken mogen de schepen weer binnen, en ook de veerboot vaart als voor de storm."
    article, codes = read(text, published="02/03/2031")
    assert (day(article), codes) == ("2031-03-02", [])


@pytest.mark.parametrize(
    ("published", "instant"),
    [
        ("2022-04-24T22:15:00+02:00", "2022-04-24T20:15:00Z"),
        ("2022-04-25T01:15:00+03:00", "2022-04-24T22:15:00Z"),
        ("Sun, 24 Apr 2022 23:59:00 -0700", "2022-04-25T06:59:00Z"),
        ("2022-04-24T22:15:00", None),
        ("2022-04-24T00:00:00+00:00", None),
        ("2022-04-24", None),
    ],
)
def test_the_hour_of_publication_is_kept_where_its_zone_is_known(published: str, instant: str | None) -> None:
    article, _ = read(BODY, published=published)
    assert article.published_at == instant
    headed, _ = read(f"published: {published}\n\n{BODY}")
    assert headed.published is not None
    assert headed.published_at == instant
