"""Copies among articles: verbatim and edited ones, which way they go, and a text that was reposted a thousand times."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies.find import find_copies, stable_hash
from onrecord.records import Article, Copy, Credit, Dropped, Span
from tests.views.make import day, make_article

WORDS = random.Random(4).sample([f"{a}{b}{c}" for a in "bdfgk" for b in ("al", "en", "ir", "os", "ut") for c in ("ba", "de", "fi", "go", "ku", "ma", "ne")], 175)
TEXT = " ".join(WORDS[:100])
OTHER = " ".join(WORDS[100:])


def article(name: str, text: str, published: str | None = None, **more: object) -> Article:
    """Return an article without a headline of its own."""
    return make_article(name, text, published=day(published, f"{published}x") if published else None, **more)  # type: ignore[arg-type]


def copies(*articles: Article) -> list[Copy]:
    return list(find_copies(articles))


def test_the_same_text_twice_is_a_verbatim_copy() -> None:
    (copy,) = copies(article("a", TEXT, "2031-03-14"), article("b", TEXT, "2031-03-15"))
    assert (copy.kind, copy.coverage) == ("verbatim", (1.0, 1.0))


@pytest.mark.parametrize(("first", "second"), [("2031-03-14", "2031-03-15"), ("2031-03-15", "2031-03-14")])
def test_the_later_article_derives_from_the_earlier_one(first: str, second: str) -> None:
    a, b = article("a", TEXT, first), article("b", TEXT, second)
    (copy,) = copies(a, b)
    assert (copy.of, copy.article) == ((a.id, b.id) if first < second else (b.id, a.id))


def test_without_two_dates_the_shorter_derives_from_the_fuller() -> None:
    short, full = article("a", " ".join(WORDS[:60])), article("b", TEXT, "2031-03-14")
    (copy,) = copies(short, full)
    assert (copy.of, copy.article, copy.kind) == (full.id, short.id, "edited")
    assert copy.coverage[0] == 1.0
    assert copy.coverage[1] < 0.7


def test_a_text_with_new_parts_is_an_edited_copy() -> None:
    (copy,) = copies(article("a", TEXT, "2031-03-14"), article("b", " ".join(WORDS[:50] + WORDS[100:130]), "2031-03-15"))
    assert copy.kind == "edited"
    assert "%" in copy.reason


def test_case_and_signs_do_not_matter_and_dropped_text_does_not_count() -> None:
    loud = TEXT.upper().replace(" ", ", ")
    notice = Dropped(span=Span(start=0, end=len(OTHER)), reason="notice")
    (copy,) = copies(article("a", TEXT), article("b", f"{OTHER} {loud}", dropped=(notice,)))
    assert copy.kind == "verbatim"


def test_unrelated_articles_are_no_copies() -> None:
    assert copies(article("a", TEXT), article("b", OTHER)) == []


def test_two_reports_that_share_one_quotation_are_no_copies() -> None:
    quotation = " ".join(WORDS[:12])
    assert copies(article("a", f"{quotation} {' '.join(WORDS[20:80])}"), article("b", f"{' '.join(WORDS[90:150])} {quotation}")) == []


def test_articles_without_words_are_no_copies() -> None:
    assert copies(article("a", "..."), article("b", "...")) == []
    assert copies() == []


def test_an_agency_that_is_credited_gives_one_record_however_often() -> None:
    text = f"{TEXT} (Tidewire) Tidewire Ada Moreau"
    credits = (
        Credit(span=Span(start=text.index("(Tide"), end=text.index("(Tide") + 10), name="Tidewire", kind="agency"),
        Credit(span=Span(start=text.index(") Tide") + 2, end=text.index(") Tide") + 10), name="Tidewire", kind="agency"),
        Credit(span=Span(start=text.index("Ada"), end=len(text)), name="Ada Moreau", kind="author"),
    )
    (copy,) = copies(article("a", text, credits=credits))
    assert (copy.kind, copy.of) == ("agency", "Tidewire")
    assert "Tidewire" in copy.reason


@settings(max_examples=20, deadline=None)
@given(st.permutations([article(f"a{i}", " ".join(WORDS[10 * i : 10 * i + 90]), f"2031-03-{10 + i % 3}") for i in range(8)]))
def test_the_order_of_the_articles_does_not_matter(shuffled: list[Article]) -> None:
    assert {c.id for c in find_copies(shuffled)} == {c.id for c in find_copies(sorted(shuffled, key=lambda a: a.id))}


def test_a_thousand_copies_of_one_text_are_found_in_less_than_three_seconds() -> None:
    words = [random.Random(i).choice(WORDS) for i in range(400)]
    articles = [article(f"a{i:04}", " ".join(words) + (f" ending number {i}" if i % 2 else ""), "2031-03-15") for i in range(1, 1000)]
    origin = article("a0000", " ".join(words), "2031-03-14")
    began = time.process_time()
    found = list(find_copies([*articles, origin]))
    assert time.process_time() - began < 3
    assert {c.article for c in found} == {a.id for a in articles}
    assert {c.of for c in found} == {origin.id}


def test_boilerplate_in_many_articles_makes_none_a_copy() -> None:
    notice = " ".join(WORDS[:15])
    articles = [article(f"a{i}", f"{notice} " + " ".join(f"{w}{i}" for w in WORDS[20:80])) for i in range(80)]
    assert copies(*articles) == []


def test_the_hash_of_words_is_the_same_in_every_process() -> None:
    assert stable_hash("the port closes") == 4499296865473529296
