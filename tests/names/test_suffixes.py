"""A word behind a name tells a father from a son."""

from __future__ import annotations

import pytest

from onrecord.names.keys import name_words, names_match
from onrecord.names.suffixes import split_suffix, suffix_end
from tests.growth import grows_gently

SUFFIXES = [
    ("Karl Orlan Jr.", "younger"), ("Karl Orlan, Jr", "younger"), ("Karl Orlan Sr.", "elder"), ("James Orlan III", "third"), ("Karl Orlan junior", "younger"), ("Karl Orlan sen.", "elder"),
    ("Orlan fils", "younger"), ("Orlan père", "elder"), ("Carlos Orlan hijo", "younger"), ("Carlos Orlan padre", "elder"), ("Carlo Orlan figlio", "younger"),
    ("Carlos Orlan Filho", "younger"), ("Carlos Orlan Neto", "grandson"), ("Carlos Orlan Júnior", "younger"), ("Jan Orlan ml.", "younger"), ("Jan Orlan st.", "elder"),
    ("Jan Orlan starszy", "elder"), ("Карл Орлан-младший", "younger"), ("Карла Орлана-старшего", "elder"), ("Карл Орлан-молодший", "younger"), ("Карл Орлан мол.", "younger"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "meaning"), SUFFIXES)
def test_a_suffix_is_no_family_name(name: str, meaning: str) -> None:
    assert split_suffix(name)[1] == meaning
    assert name_words(name)[-1].casefold()[:5] in ("orlan", "орлан")


@pytest.mark.parametrize("name", ["Leo III", "Karl Senior", "Vini Júnior", "Amar Sen", "Rosa Neto", "Mira Solan", "Junior", "Anna Fils", ""])
def test_a_name_that_only_looks_like_a_suffix_stays(name: str) -> None:
    assert split_suffix(name) == (name, None)


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        ("Karl Orlan Jr.", "Karl Orlan", False), ("Karl Orlan Jr.", "Karl Orlan Sr.", False), ("Karl Orlan Jr.", "Karl Orlan junior", True), ("Orlan", "Karl Orlan Jr.", True),
        ("Orlan Jr.", "Karl Orlan Jr.", True), ("Orlan Jr.", "Karl Orlan", False), ("Karl Jr.", "Karl Orlan Jr.", True), ("Jr.", "Karl Orlan Jr.", False),
        ("Karl Orlan Jr.", "Карл Орлан-младший", True), ("Tarn Filho", "Silvio Tarn Filho", True), ("Orlan père", "Orlan fils", False), ("Karl M. Orlan Jr.", "Karl Orlan Jr", True),
    ],
)  # fmt: skip
def test_namesakes_are_told_apart(left: str, right: str, is_one: bool) -> None:
    assert names_match(left, right) is is_one
    assert names_match(right, left) is is_one


@pytest.mark.parametrize(
    ("text", "name", "ending"),
    [
        ("Karl Orlan Jr. spoke", "Karl Orlan", " Jr"), ("Karl Orlan, Jr., spoke", "Karl Orlan", ", Jr"), ("Карл Орлан-младший сказал", "Карл Орлан", "-младший"),
        ("Marc Orlan fils a parlé", "Marc Orlan", " fils"), ("Juan Orlan, padre de Ana", "Juan Orlan", ""), ("Juan Orlan padre de Ana", "Juan Orlan", ""), ("Karl Orlan sent it", "Karl Orlan", ""),
        ("Karl Orlan", "Karl Orlan", ""), ("Karl Orlan. Jr", "Karl Orlan", ""),
    ],
)  # fmt: skip
def test_a_name_reaches_to_the_end_of_its_suffix(text: str, name: str, ending: str) -> None:
    assert text[len(name) : suffix_end(text, 0, len(name))] == ending


@pytest.mark.parametrize("end", ["Orlan Tarn x1", "Orlan2", "- , Jr. x", " ,- "])
def test_a_row_of_blanks_in_a_name_is_searched_once(end: str) -> None:
    assert grows_gently(lambda size: split_suffix.__wrapped__("Karl" + " " * size + end), 100)
