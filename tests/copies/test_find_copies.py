"""Copies among articles: verbatim and edited ones, which way they go, and a text that was reposted a thousand times."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies.find import find_coverage, find_credits, make_copy
from onrecord.copies.runs import choose_keys, find_form, list_runs
from onrecord.kinship import Sketch
from onrecord.records import Article, Copy, Credit, Dropped, Span
from onrecord.results import Analysis
from onrecord.run.sketch import make_sketch
from onrecord.statements.space import plain_space
from tests.views.make import day_of, make_article

WORDS = random.Random(4).sample([f"{a}{b}{c}" for a in "bdfgk" for b in ("al", "en", "ir", "os", "ut") for c in ("ba", "de", "fi", "go", "ku", "ma", "ne")], 175)
TEXT = " ".join(WORDS[:100])
OTHER = " ".join(WORDS[100:])


def article(name: str, text: str, published: str | None = None, **more: object) -> Article:
    """Return an article without a headline of its own."""
    return make_article(name, text, published=day_of(published) if published else None, **more)  # type: ignore[arg-type]


def sketch(article: Article) -> Sketch:
    analysis = Analysis(article=article, mentions=(), attributions=(), commitments=(), figures=(), dates=(), problems=())
    return make_sketch(analysis, None, [], lambda word: 1.0, plain_space())


def copies(*articles: Article) -> list[Copy]:
    """Return the copies among articles, pair by pair."""
    pairs = combinations(sorted(map(sketch, articles), key=lambda s: s.article), 2)
    return [copy for left, right in pairs if (copy := make_copy(left, right, find_coverage(left, right))) is not None]


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


def test_a_text_reworded_throughout_is_an_edited_copy() -> None:
    reworded = [f"{w}x" if i % 4 == 3 and i > 20 else w for i, w in enumerate(WORDS[:100])]
    (copy,) = copies(article("a", TEXT, "2031-03-14"), article("b", " ".join(reworded), "2031-03-15"))
    assert (copy.kind, copy.coverage[0] < 0.3) == ("edited", True)


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
    (copy,) = find_credits(article("a", text, credits=credits))
    assert (copy.kind, copy.of) == ("agency", "Tidewire")
    assert "Tidewire" in copy.reason


def test_who_credits_the_other_derives_from_it_whatever_the_dates() -> None:
    text = f"{TEXT} Tidewire"
    credit = Credit(span=Span(start=text.index("Tidewire"), end=len(text)), name="Tidewire", kind="agency")
    wire, paper = article("a", TEXT, "2031-03-15", outlet="TIDEWIRE"), article("b", text, "2031-03-14", credits=(credit,))
    (copy,) = copies(wire, paper)
    assert (copy.of, copy.article) == (wire.id, paper.id)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 80), st.integers(0, 80))
def test_twenty_words_in_a_row_are_enough_to_find_a_text(before: int, after: int) -> None:
    passage = WORDS[:20]
    left, right = ([f"{w}{side}" for w in WORDS[20 : 20 + count]] + passage + [f"{w}{side}" for w in WORDS[60:90]] for side, count in (("x", before), ("y", after)))
    keys = [set(choose_keys(list_runs(article(name, " ".join(words)))).tolist()) for name, words in (("a", left), ("b", right))]
    assert keys[0] & keys[1]
    assert all(key < 2**63 for key in keys[0])


def test_texts_that_are_all_but_the_same_have_one_form_and_others_do_not() -> None:
    words = [f"{w}{n}" for n in range(4) for w in WORDS]
    near = [article(f"a{i}", " ".join(words) + f" ending number {i}", "2031-03-15") for i in range(40)]
    forms = [find_form(a, list_runs(a)) for a in near]
    assert len(set(forms)) < 10
    other, later, empty = article("b", OTHER, "2031-03-15"), article("a0", near[0].text, "2031-03-16"), article("c", "...")
    assert len({forms[0], *(find_form(a, list_runs(a)) for a in (other, later, empty))}) == 4


def test_boilerplate_in_many_articles_makes_none_a_copy() -> None:
    notice = " ".join(WORDS[:15])
    articles = [article(f"a{i}", f"{notice} " + " ".join(f"{w}{i}" for w in WORDS[20:80])) for i in range(80)]
    assert copies(*articles) == []


def test_the_hash_of_words_is_the_same_in_every_process() -> None:
    assert list_runs(article("a", "The port closes")).tolist() == [4499296865473529296]


def test_half_of_the_pairs_of_both_texts_are_enough_without_a_run_but_not_of_a_short_one_alone() -> None:
    pairs = [f"{a} {b}" for a, b in zip(WORDS[:100:2], WORDS[1:100:2], strict=True)]
    shuffled = random.Random(2).sample(pairs, len(pairs))
    assert [copy.kind for copy in copies(article("a", " ".join(pairs)), article("b", " ".join(shuffled)))] == ["edited"]
    assert copies(article("a", " ".join(pairs)), article("b", f"{' '.join(shuffled)} {OTHER} {' '.join(reversed(WORDS))}")) == []
