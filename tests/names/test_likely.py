"""Names that match are found, and few others."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.names.keys import name_words, names_match
from onrecord.names.likely import LikelyNames

GIVEN = ["Mira", "M.", "Sergei", "Serhii", "Benjamin", "Ben", "Мира"]
FAMILY = ["Solan", "Solana", "Zolan", "Солана", "Orlander", "Arlander", "Orlender", "Hartman", "Hartmann", "Orlan Neto", "Orlan Jr.", "van der Tarn", "Tarn Solan"]


def is_found(known: str, asked: str) -> bool:
    names = LikelyNames()
    names.add(known)
    return names.find(asked) == [known]


@pytest.mark.parametrize("family", FAMILY)
def test_whoever_matches_is_found(family: str) -> None:
    full = [f"{given} {name}" for given, name in product(GIVEN, FAMILY)]
    assert all(is_found(known, family) for known in full if len(name_words(family)) == 1 and names_match(known, family))
    assert all(is_found(known, f"Mira {family}") for known in full if len(name_words(known)) > 1 and names_match(known, f"Mira {family}"))


RESPELLED = [
    "Krawiec",
    "Кравець",
    "Stecenko",
    "Stetsenko",
    "Стеценко",
    "Carli",
    "Карли",
    "Chiara",
    "Кьяра",
    "Charles",
    "Шарль",
    "Jiménez",
    "Хименес",
    "Can",
    "Джан",
    "Čapek",
    "Capek",
    "Cécile",
    "Сесиль",
]


@pytest.mark.parametrize("asked", RESPELLED)
def test_whoever_matches_in_another_spelling_is_found(asked: str) -> None:
    matching = [known for known in RESPELLED if known != asked and names_match(known, asked)]
    assert matching
    assert all(is_found(known, asked) for known in matching)


@given(st.text(alphabet="aeioknsz-żЗо ", min_size=1, max_size=14), st.text(alphabet="aeioknsz-żЗо ", min_size=1, max_size=14))
@settings(deadline=None)
def test_any_word_that_matches_is_found(left: str, right: str) -> None:
    if len(name_words(left)) == len(name_words(right)) == 1 and names_match(left, right):
        assert is_found(left, right)


def test_of_many_names_few_are_compared() -> None:
    rng, names = random.Random(1), LikelyNames()
    written = ["".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(4)).capitalize() for _ in range(2000)]
    for name in written:
        names.add(f"Mira {name}")
    assert sum(len(names.find(f"Josip {name}")) for name in written) < 8 * len(written)


def test_of_a_list_of_one_family_no_more_than_some_are_compared() -> None:
    names = LikelyNames()
    for number in range(1000):
        names.add(f"{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10 % 10]}{'uvwxyzabcd'[number // 100]}a Solan")
    assert len(names.find("Solan")) < 500
