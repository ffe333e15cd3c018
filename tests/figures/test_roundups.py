"""Figures of an article that tells several incidents belong to the place of their paragraph."""

from __future__ import annotations

import pytest

from onrecord.records import Mention, Span
from tests.figures.test_find_figures import find

THREE = (
    "Seven people were shot overnight.\n"
    "A shop in Varn was robbed on Monday. Two people were killed. Two people died in Varn, police said.\n"
    "In Lindham, a man was killed. A woman was injured.\n"
    "Three boys were injured in Quellby."
)
ONE = "Two people were killed in Varn.\nA woman was injured. Years ago a man was killed in Lindham. A boy was injured."
NAMES = ("Varn", "Lindham", "Quellby")


def list_places(text: str) -> list[tuple[str, str | None]]:
    found = [(text.index(name, at), name) for name in NAMES for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(
        Mention(id=f"m{at}", article="article-1", span=Span(start=at, end=at + len(name)), kind="place", canonical=name, confidence=1, made_by="t")
        for at, name in sorted(set(found))
    )
    return [(figure.span.of(text), figure.place) for figure in find(text, mentions=mentions)]


def test_a_round_up_places_its_dead_and_hurt_paragraph_by_paragraph() -> None:
    assert list_places(THREE) == [
        ("Seven people", None), ("Two people", "Varn"), ("Two people", "Varn"), ("a man", "Lindham"), ("A woman", "Lindham"), ("Three boys", "Quellby"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["A woman", "A boy"])
def test_a_look_back_makes_no_round_up(words: str) -> None:
    assert (words, None) in list_places(ONE)
