"""A live blog becomes dated entries, each an article of its own, and nothing of the page is lost or told twice."""

import json

import pytest

from onrecord.articles import read_page
from onrecord.articles.make import ReadPage
from onrecord.records import Article, Page

INTRO = "All times are local. The harbour council meets today to decide whether the lock stays shut, and we report from the hall as it happens."
TEXTS = (
    "The chairwoman has opened the meeting and asked for silence. She says that nobody will leave before there is a vote.",
    "The first engineer has told the council that eleven cracks were found in the eastern wall, more than anybody expected.",
    "Fishermen outside the hall are shouting that they cannot wait for another month, and two of them were let in to speak.",
    "The council has voted to keep the lock shut until June. Nine members were in favour and two against, the chairwoman says.",
)
TIMES = tuple(f"2031-03-14T1{n}:05:00+02:00" for n in range(4))


def entry(number: int, *, name: str = "", text: str | None = None, time: str | None = None, tag: str = "section", cls: str = "post") -> str:
    moment = time or TIMES[number]
    return f'<{tag} class="{cls}"{name}><time datetime="{moment}">{moment[11:16]}</time><p>{text or TEXTS[number]}</p></{tag}>'


def page(entries: str, head: str = "", after: str = "") -> bytes:
    start = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lock vote: live</title>{head}</head><body><nav><a href="/">Home</a></nav>'
    return f"{start}<main><h1>Lock vote: live</h1><p>{INTRO}</p><div class='stream'>{entries}</div>{after}</main></body></html>".encode()


def stated(*updates: dict[str, object]) -> str:
    blog = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Lock vote: live", "datePublished": TIMES[0], "liveBlogUpdate": list(updates)}
    return f'<script type="application/ld+json">{json.dumps(blog)}</script>'


def read(data: bytes, url: str | None = "https://korva.example/lock/live") -> ReadPage:
    return read_page(Page(id="p", name="live", form="html", data=data, url=url))


def articles(data: bytes, url: str | None = "https://korva.example/lock/live") -> list[Article]:
    return [article for article, _ in read(data, url)[0]]


def newest_first(**given: str) -> str:
    return "".join(entry(n, **given) for n in (3, 2, 1, 0))


def test_repeated_dated_parts_are_entries_and_the_introduction_stays() -> None:
    first, *entries = articles(page(newest_first()))
    assert INTRO in first.text
    assert first.entry is None
    assert [one.text.split("\n\n")[-1] for one in entries] == [TEXTS[n] for n in (3, 2, 1, 0)]
    assert {one.published.day for one in entries if one.published} == {"2031-03-14"}
    assert all(text not in first.text for text in TEXTS)
    assert all(one.outlet == "korva.example" and one.lang == "en" and one.title == "Lock vote: live" for one in entries)
    assert any(problem.code == "live_blog" and "`4`" in problem.message for _, problems in read(page(newest_first()))[0] for problem in problems)


def test_the_time_of_an_entry_stays_in_its_text_and_is_no_news() -> None:
    _, one, *_ = articles(page(newest_first()))
    assert one.text.startswith("13:05")
    assert [(drop.span.of(one.text), drop.reason) for drop in one.dropped] == [("13:05", "date_line")]


def test_an_entry_keeps_its_name_when_others_come() -> None:
    before = articles(page("".join(entry(n) for n in (3, 2, 1, 0))))
    later = entry(0, text="The mayor has left the hall by the back door and says nothing about the vote at all today.", time="2031-03-14T18:00:00+02:00")
    after = articles(page(later + "".join(entry(n) for n in (3, 2, 1, 0))))
    assert [(one.name, one.id) for one in before[1:]] == [(one.name, one.id) for one in after[2:]]


def test_numbers_counted_from_the_newest_are_no_names() -> None:
    numbered = "".join(entry(n, name=f' id="post-{place}"') for place, n in enumerate((3, 2, 1, 0)))
    assert [one.entry for one in articles(page(numbered))[1:]] == ["2031-03-14T13.05.00", "2031-03-14T12.05.00", "2031-03-14T11.05.00", "2031-03-14T10.05.00"]


def test_raised_digits_count_nothing() -> None:
    named = "".join(entry(n, name=f' id="post-{"²³¹⁰"[n]}"') for n in (3, 2, 1, 0))
    assert [one.entry for one in articles(page(named))[1:]] == ["post-⁰", "post-¹", "post-³", "post-²"]


def test_what_the_page_calls_an_entry_is_its_name_and_its_address() -> None:
    named = "".join(entry(n, name=f' id="block-{n}x7"') for n in (3, 2, 1, 0))
    _, one, *_ = articles(page(named))
    assert (one.name, one.url) == ("live#block-3x7", "https://korva.example/lock/live#block-3x7")


def test_entries_that_only_the_data_hold_are_read_and_shown_ones_not_twice() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": f"Part {n}", "articleBody": f"<p>{TEXTS[n]}</p>", "datePublished": TIMES[n], "url": f"https://korva.example/lock/live#b{n}"}
        for n in range(4)
    ]
    found = articles(page(f"<p>{TEXTS[3]}</p><p>{TEXTS[2]}</p>", stated(*updates)))
    assert [one.entry for one in found] == [None, "b0", "b1", "b2", "b3"]
    assert [one.title for one in found[1:]] == ["Part 0", "Part 1", "Part 2", "Part 3"]
    everything = "\n".join(one.text for one in found)
    assert [everything.count(text) for text in (INTRO, *TEXTS)] == [1] * 5


def test_the_data_complete_what_the_page_shows() -> None:
    update = {"@type": "BlogPosting", "articleBody": TEXTS[2], "datePublished": TIMES[2], "dateModified": "2031-03-15T08:00:00+02:00", "author": {"name": "Ada Brink"}}
    found = articles(page(newest_first(), stated(update)))
    (one,) = [one for one in found if TEXTS[2] in one.text]
    assert one.modified is not None
    assert (one.modified.day, one.modified_how) == ("2031-03-15", "html")
    assert len(found) == 5


@pytest.mark.parametrize(
    "inside",
    [
        newest_first(cls="comment"),
        "".join(f'<section class="post"><h2><a href="/other/{n}">Another piece</a></h2><time datetime="{TIMES[n]}">x</time><p>{TEXTS[n]}</p></section>' for n in range(4)),
        "".join(entry(n) for n in range(3)),
        "".join(entry(n, name=f' id="block-{n}x7"') for n in range(3)),
        "".join(f'<section class="post"><time datetime="{TIMES[n]}">x</time><p>Sold.</p></section>' for n in range(4)),
    ],
    ids=["comments", "teasers", "three", "three that are not most of it", "no text"],
)
def test_other_dated_parts_are_no_entries(inside: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (INTRO, *TEXTS))
    data = f'<html lang="en"><body><article><h1>Lock vote</h1>{body}</article><div class="stream">{inside}</div></body></html>'.encode()
    (only,) = articles(data)
    assert only.entry is None
    assert all(text in only.text for text in TEXTS)


def test_an_article_with_comments_that_are_not_called_so_stays_whole() -> None:
    body = "".join(f"<p>{text} {text[::-1]} {INTRO}</p>" for text in TEXTS)
    data = f'<html lang="en"><body><article><h1>Lock vote</h1>{body}</article><div>{newest_first()}</div></body></html>'.encode()
    assert [one.entry for one in articles(data)] == [None]


def test_reading_twice_gives_the_same() -> None:
    data = page(newest_first())
    assert read(data) == read(data)
