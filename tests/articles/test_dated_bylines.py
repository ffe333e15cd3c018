"""Author and day on one line, as printed pages have them."""

from __future__ import annotations

import pytest

from onrecord.articles.make import read_article
from onrecord.records import Article
from onrecord.sources.readers.reader import make_page

BODY = (
    "The harbour of Mell reopens today after the storm, the mayor said on Friday in the town hall. Ships may enter again from noon on, "
    "and the ferry takes its passengers as it did before the storm came.\n\nThe first ship is expected in the evening, her office said."
)


def read(line: str) -> Article:
    article, _ = read_article(make_page("a", "text", f"Harbour of Mell reopens after the storm\n\n{line}\n\n{BODY}".encode()))
    assert article is not None
    return article


LINES = [
    "By Ada Lind, 3 May 2031", "By Ada Lind  3 May 2031", "By Ada Lind, Mell Courier, 3 May 2031", "Ada Lind | 3 May 2031", "Ada Lind • May 3, 2031, 10:15",
    "3 May 2031 - By Ada Lind", "By Ada Lind – Published 3 May 2031", "Sunday 3 May 2031 | By Ada Lind", "By Ada Lind, 2031-05-03",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_both_are_read(line: str) -> None:
    article = read(line)
    assert article.published is not None
    assert (article.published.day, article.published_how) == ("2031-05-03", "line")
    assert article.published_evidence is not None
    assert "2031" in article.published_evidence.of(article.text)
    assert "Ada Lind" in [credit.name for credit in article.credits]
    assert all(credit.span.of(article.text) == credit.name for credit in article.credits)
    assert [drop.span.of(article.text) for drop in article.dropped] == [line]


@pytest.mark.parametrize("line", ["Port Mell – 3 May 2031", "Ships came on 3 May 2031 | and left", "Ada Lind came on 3 May 2031"])
def test_other_lines_with_a_day_name_no_author(line: str) -> None:
    assert not read(line).credits
