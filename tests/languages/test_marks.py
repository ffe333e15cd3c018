"""Marks that part clauses, and those of words and numbers."""

from __future__ import annotations

import re
import time

import pytest

from onrecord.languages.marks import find_first_mark, find_last_mark, find_marks, is_inner_mark

ANY = re.compile(r"[.,:;!?…]")


@pytest.mark.parametrize(
    "text",
    [
        "the talks of 25. června brought nothing",
        "am 25. Juni schließt der Hafen",
        "einige Schiffe, z. B. Fähren, bleiben",
        "Artikel Nr. 5 gilt",
        "the road to St. Gallen is closed",
        "згідно зі ст. 5 договору",
        "согласно ст. 12 договора",
        "o art. 7 do tratado",
        "zgodnie z art. 7 umowy",
        "Mr. Solan left",
        "the U.S. envoy left",
        "1.5 million, or rather 3,5 million, at 10:30 today",
        "“Wait!” she said",
        "they will… leave",
    ],
)
def test_a_mark_of_a_word_or_a_number_parts_nothing(text: str) -> None:
    found = [text[m.start() :] for m in find_marks(re.compile(r"[.!?…:]"), text, 0, len(text))]
    assert found == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The port is shut. Solan left.", [16, 28]),
        ("It rained.Solan left.", [9, 20]),
        ("In 1,500 towns, they wait: nobody left; so what?", [14, 25, 38, 47]),
        ("Порт закрито. Солан пішла.", [12, 25]),
        ("they left.\nthey came", [9]),
        ("Who left? «Nobody»", [8]),
    ],
)
def test_a_mark_that_parts_two_clauses_counts(text: str, places: list[int]) -> None:
    assert [m.start() for m in find_marks(ANY, text, 0, len(text))] == places


def test_the_first_and_the_last_mark_have_a_place_even_where_there_is_none() -> None:
    text = "On 25. června the port, which is old, closes"
    assert (find_first_mark(ANY, text, 0, len(text)), find_last_mark(ANY, text, 0, len(text))) == (22, 37)
    assert (find_first_mark(ANY, text, 0, 10), find_last_mark(ANY, text, 0, 10)) == (10, 0)


def test_the_edges_of_a_text_hold_no_word() -> None:
    assert not any(is_inner_mark(text, 0) for text in (".", ",", "", ". A"))


def test_rows_of_marks_are_read_in_time_that_grows_with_their_number() -> None:
    text = "." * 200_000 + " " * 200_000
    started = time.process_time()
    assert sum(1 for _ in find_marks(ANY, text, 0, len(text))) == 200_000
    assert time.process_time() - started < 3
