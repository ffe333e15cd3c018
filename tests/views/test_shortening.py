"""Quotations cut to a length: at a clause, else at a word that may stand last; the words stay those of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.views.parts import Passage
from onrecord.views.shortening import shorten


def passage(words: str, lang: str | None = "en") -> Passage:
    return Passage(article="a", article_id="a", span=Span(start=7, end=7 + len(words)), words=words, lang=lang)


def cut(words: str, most: int, lang: str | None = "en") -> str:
    return "".join(part.words if isinstance(part, Passage) else str(part) for part in shorten(passage(words, lang), most))


@pytest.mark.parametrize(
    ("lang", "words", "most", "shown"),
    [
        ("en", "the harbour is closed", 30, "the harbour is closed"),
        ("en", "the harbour is closed, as the minister said on Monday", 40, "the harbour is closed …"),
        ("en", "boats are seized in the outer harbour", 23, "boats are seized …"),
        ("en", "a vote, a mock vote, is announced in any new province", 24, "a vote, a mock vote …"),
        ("nl", "schepen worden aangehouden in de haven", 32, "schepen worden aangehouden …"),
        ("de", "die Schiffe liegen in der Bucht fest", 25, "die Schiffe liegen …"),
        ("ru", "корабли задержат в порту", 18, "корабли задержат …"),
        ("en", "talks between the guild and Ada Moreau will end", 34, "talks between the guild …"),
        ("fr", "des votes sont organisés dans les ports du nord", 30, "des votes sont organisés …"),
    ],
)
def test_a_cut_falls_behind_a_clause_or_a_word_that_may_stand_last(lang: str, words: str, most: int, shown: str) -> None:
    assert cut(words, most, lang) == shown


def test_a_first_word_that_is_longer_than_all_stays_whole() -> None:
    assert cut("Hafenmeistereigebäude brennt", 5, "de") == "Hafenmeistereigebäude …"
    assert cut("Hafenmeistereigebäude", 5, "de") == "Hafenmeistereigebäude"


@given(st.text(max_size=80), st.integers(1, 60))
def test_what_is_left_is_how_the_passage_begins(words: str, most: int) -> None:
    whole = passage(words)
    first = shorten(whole, most)[0]
    assert isinstance(first, Passage)
    assert words.startswith(first.words)
    assert first.span == Span(start=7, end=7 + len(first.words))
