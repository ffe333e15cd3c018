"""Alternations of many forms find what a plain list of forms, longest first, finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.alternation import join_forms


def find_plainly(forms: list[str], text: str) -> list[str]:
    listed = "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))
    return [match[0] for match in re.finditer(rf"(?<!\w)(?:{listed})(?!\w)", text)]


def test_longer_form_wins_over_its_beginning() -> None:
    assert re.findall(join_forms(["two", "two hundred", "twenty", "ten"]), "two hundred and twenty, ten, two") == ["two hundred", "twenty", "ten", "two"]


def test_shorter_form_is_found_where_the_longer_does_not_end() -> None:
    assert re.findall(rf"(?:{join_forms(['prime', 'prime minister'])})(?!\w)", "prime ministers") == ["prime"]


@pytest.mark.parametrize("sign", [".", "%", "us$", "a.b", "c+"])
def test_signs_stand_for_themselves(sign: str) -> None:
    assert re.fullmatch(join_forms([sign, "other"]), sign) is not None
    assert re.fullmatch(join_forms([sign]), sign.replace(sign[-1], "x")) is None


def test_no_forms_make_an_empty_pattern() -> None:
    assert join_forms([]) == ""


@given(st.lists(st.text("ab -.", min_size=1, max_size=6), min_size=1, max_size=12), st.text("ab -.c", max_size=30))
def test_it_finds_what_a_plain_list_finds(forms: list[str], text: str) -> None:
    assert [match[0] for match in re.finditer(rf"(?<!\w)(?:{join_forms(forms)})(?!\w)", text)] == find_plainly(forms, text)
