"""Two or three entries of a live blog are entries when nothing speaks against it; ordinary pages with two dates stay whole."""

from __future__ import annotations

import pytest

from onrecord.records import Article
from tests.articles.test_live import INTRO, TEXTS, TIMES, articles, entry, page, read, stated


def few(*numbers: int, name: str = ' id="block-{}x7"', **given: str) -> str:
    return "".join(entry(n, name=name.format(n), **given) for n in numbers)


def whole(found: list[Article]) -> None:
    """Check that a page is one article and nothing of it is lost or told twice."""
    (only,) = found
    assert only.entry is None
    assert [only.text.count(text) for text in TEXTS[:2]] == [1, 1]


@pytest.mark.parametrize("numbers", [(1, 0), (0, 1), (2, 1, 0), (0, 1, 2)])
@pytest.mark.parametrize("name", [' id="block-{}x7"', ' data-block-id="block-{}x7"'])
def test_two_or_three_entries_with_names_and_times_are_entries(numbers: tuple[int, ...], name: str) -> None:
    first, *entries = articles(page(few(*numbers, name=name)))
    assert INTRO in first.text
    assert [(one.entry, one.text.split("\n\n")[-1]) for one in entries] == [(f"block-{n}x7", TEXTS[n]) for n in numbers]
    assert all(text not in first.text for text in TEXTS)


def test_an_entry_may_be_named_by_the_link_around_its_time() -> None:
    parts = "".join(f'<li><a href="/lock/live#b{n}x"><time datetime="{TIMES[n]}">now</time></a><p><a href="#map">Map:</a> {TEXTS[n]}</p></li>' for n in (1, 0))
    assert [one.entry for one in articles(page(f"<ul>{parts}</ul>"))] == [None, "b1x", "b0x"]


def test_entries_keep_their_names_and_addresses_from_the_second_to_the_fourth() -> None:
    known: dict[str, tuple[str, str | None]] = {}
    for count in (2, 3, 4):
        for one in articles(page(few(*reversed(range(count)))))[1:]:
            assert known.setdefault(one.text, (one.name, one.url)) == (one.name, one.url)
    assert len(known) == 4


def test_a_larger_set_of_teasers_beside_them_hides_no_entries() -> None:
    teasers = "".join(f'<div class="card"><div><h3><a href="/other/{n}">Piece {n}</a></h3><time datetime="{TIMES[n]}">x</time></div></div>' for n in range(4))
    assert [one.entry for one in articles(page(few(1, 0), after=f"<div class='more'>{teasers}</div>"))] == [None, "block-1x7", "block-0x7"]


def test_one_entry_is_no_live_blog() -> None:
    assert [one.entry for one in articles(page(few(0)))] == [None]


DAY = "2031-03-14"
ORDINARY = {
    "without names": few(1, 0, name=""),
    "with one name for both": few(1, 0, name=' id="post"'),
    "with the names of what they link to": "".join(entry(n, text=f'<a href="#note{n}">Note:</a> {TEXTS[n]}') for n in (1, 0)),
    "numbered from the newest on": "".join(entry(n, name=f' id="post-{place}"') for place, n in enumerate((1, 0), 1)),
    "of days without a time": "".join(entry(n, name=f' id="b{n}x7"', time=f"2031-03-1{n}") for n in (1, 0)),
    "of one and the same moment": few(1, 0, time=TIMES[0]),
    "days apart": "".join(entry(n, name=f' id="b{n}x7"', time=f"2031-03-1{3 * n}T10:05:00+02:00") for n in (1, 0)),
    "of moments in no order": few(0, 2, 1),
    "of moments that cannot be compared": "".join(entry(n, name=f' id="b{n}x7"', time=f"{DAY}T1{n}:05:00{zone}") for n, zone in ((1, "Z"), (0, ""))),
    "of moments that are none": "".join(entry(n, name=f' id="b{n}x7"', time=f"{DAY}T{n}9:99:99") for n in (1, 0)),
    "one of which leads elsewhere": few(1) + few(0, text=f'</p><h3><a href="/other">More</a></h3><p>{TEXTS[0]}'),
    "with headlines of their own": "".join(few(n, text=f"</p><h1>Piece {n}</h1><p>{TEXTS[n]}") for n in (1, 0)),
    "one of which is nearly everything": few(1, text=" ".join((TEXTS[1], *(f"And {number} times more: {TEXTS[2]}" for number in range(9))))) + few(0),
}


@pytest.mark.parametrize("inside", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_pages_with_two_dated_parts_stay_whole(inside: str) -> None:
    whole(articles(page(inside)))


@pytest.mark.parametrize("comments", [few(1, 0, cls="comment"), few(1, 0, name=' id="comment-{}7"')], ids=["by class", "by name"])
def test_what_is_called_comments_is_no_entry(comments: str) -> None:
    assert [(one.entry, INTRO in one.text) for one in articles(page(comments))] == [(None, True)]


def test_two_pieces_below_one_another_without_a_headline_of_the_page_stay_together() -> None:
    whole(articles(f'<html lang="en"><body><main><h2>Lock vote</h2><p>{INTRO}</p><div>{few(1, 0)}</div></main></body></html>'.encode()))


def test_two_dated_boxes_in_an_article_stay_in_it() -> None:
    body = "".join(f"<p>{text} {INTRO}</p>" for text in TEXTS[2:])
    whole(articles(f'<html lang="en"><body><article><h1>Lock vote</h1>{body}{few(1, 0)}</article></body></html>'.encode()))


EMPTY = f'<section class="post" id="block-9x7"><time datetime="{TIMES[3]}">13:05</time><img src="a.jpg" alt=""></section>'


@pytest.mark.parametrize("inside", [EMPTY + few(2, 1, 0), few(2, 1) + EMPTY.replace(TIMES[3], f"{DAY}T10:30:00+02:00") + few(0)])
def test_an_entry_in_which_nothing_is_told_is_a_problem_under_its_name(inside: str) -> None:
    found, problems = read(page(inside))
    assert [one.entry for one, _ in found] == [None, "block-2x7", "block-1x7", "block-0x7"]
    assert [(problem.code, problem.where) for problem in problems] == [("entry_empty", "live#block-9x7")]
    assert any("`3` entries" in problem.message for _, own in found for problem in own)


def test_an_entry_without_text_in_the_page_is_read_from_its_data() -> None:
    update = {"@type": "BlogPosting", "articleBody": TEXTS[3], "datePublished": TIMES[3], "url": "https://korva.example/lock/live#block-9x7"}
    found, problems = read(page(EMPTY + few(2, 1, 0), stated(update)))
    assert [(one.entry, TEXTS[3] in one.text) for one, _ in found][:2] == [(None, False), ("block-9x7", True)]
    assert problems == ()


def test_an_entry_that_is_empty_in_the_data_too_is_one_problem() -> None:
    update = {"@type": "BlogPosting", "datePublished": TIMES[3], "url": "https://korva.example/lock/live#block-9x7"}
    found, problems = read(page(EMPTY + few(2, 1, 0), stated(update)))
    assert len(found) == 4
    assert [problem.where for problem in problems] == ["live#block-9x7"]


ADVERTISEMENT = '<section class="live-blog-post"><img src="advertisement.jpg"></section>'


def test_what_only_looks_like_an_entry_is_no_problem_and_does_not_count() -> None:
    numbered = "".join(entry(n, name=f' id="post-{place}"', cls="live-blog-post") for place, n in enumerate((2, 1, 0)))
    found, problems = read(page(ADVERTISEMENT + numbered, stated()))
    assert [one.entry for one, _ in found] == [None, "2031-03-14T12.05.00", "2031-03-14T11.05.00", "2031-03-14T10.05.00"]
    assert problems == ()


def test_a_picture_at_the_moment_of_an_entry_without_a_name_is_no_entry() -> None:
    picture = f'<section class="live-blog-post"><time datetime="{TIMES[1]}">11:05</time><img src="a.jpg"></section>'
    found, problems = read(page(entry(1, cls="live-blog-post") + picture + entry(0, cls="live-blog-post"), stated()))
    assert ([one.entry for one, _ in found], problems) == ([None, "2031-03-14T11.05.00", "2031-03-14T10.05.00"], ())
