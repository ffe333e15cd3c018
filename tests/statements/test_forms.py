"""Where the forms of a table stand: parts of words with an apostrophe, longer forms first, and no work done twice."""

from __future__ import annotations

import pytest

from onrecord.ids import hash_text, make_id
from onrecord.records import Article, Span
from onrecord.statements import forms
from onrecord.statements.differences.clauses import find_small_words
from onrecord.statements.forms import PlainText, find_forms

from .tellings import tell

TABLE = {"negation": ("n'", "not", "ne", "can't"), "cause": ("because of", "because", "à cause de"), "verb": ("est", "est parti")}


def read(text: str, lang: str = "en") -> PlainText:
    text_hash = hash_text(text)
    article = Article(
        id=make_id("article", "a", text_hash), name="a", text=text, text_hash=text_hash, lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=None, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    return PlainText(article)


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    told = read(text, lang)
    return [(key, span.of(text)) for key, span in find_forms(told, TABLE, (Span(start=0, end=len(text)),))]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("They left because of the storm, because they could.", "en", [("cause", "because of"), ("cause", "because")]),
        ("Il n’est parti qu’à cause de lui.", "fr", [("negation", "n’"), ("verb", "est parti"), ("cause", "à cause de")]),
        ("She can’t and will not.", "en", [("negation", "can’t"), ("negation", "not")]),
        ("Noten und Nester bleiben.", "de", []),
        ("BECAUSE\u00a0OF rain", "en", [("cause", "BECAUSE\u00a0OF")]),
        ("ʼest", "fr", []),
        ("because", "en", [("cause", "because")]),
    ],
)
def test_forms_are_found_whole_and_in_parts(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, lang) == expected


def test_spans_are_those_of_the_article_wherever_the_piece_begins() -> None:
    told = read("We left because of rain. They left because of rain.")
    pieces = (Span(start=0, end=24), Span(start=25, end=51))
    assert [(span.start, span.end) for _, span in find_forms(told, TABLE, pieces)] == [(8, 18), (35, 45)]


def test_a_piece_is_read_once_however_often_it_is_asked_for() -> None:
    told = read("The mayor of Quellbrück did not resign because of the flood.")
    piece = Span(start=0, end=len(told.article.text))
    forms._find_in.cache_clear()
    for _ in range(50):
        list(find_forms(told, TABLE, (piece,)))
    assert forms._find_in.cache_info().misses == 1


@pytest.mark.parametrize("lang", ["en", "de", "uk"])
def test_looking_up_small_words_indexes_no_table_anew(lang: str) -> None:
    side = tell("the harbour stays shut because the crane broke", lang=lang).side
    find_small_words(side, "reasons", side.attribution.content)
    before = len(forms._INDEXES)
    for _ in range(20):
        find_small_words(side, "reasons", side.attribution.content)
    assert len(forms._INDEXES) == before


def test_an_empty_table_is_not_kept() -> None:
    told = read("Nothing.")
    before = len(forms._INDEXES)
    for _ in range(20):
        assert not list(find_forms(told, {}, (Span(start=0, end=8),)))
    assert len(forms._INDEXES) == before
