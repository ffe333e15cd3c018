"""Persons told one after another are one count where nobody else is counted, in twelve languages."""

from __future__ import annotations

import pytest

from tests.figures.test_find_figures import find

TOLD = {
    "en": "A man, two women and a child were killed in the fire.",
    "nl": "Een man, twee vrouwen en een kind zijn gedood bij de brand.",
    "de": "Ein Mann, zwei Frauen und ein Kind wurden bei dem Brand getötet.",
    "fr": "Un homme, deux femmes et un enfant ont été tués.",
    "es": "Un hombre, dos mujeres y un niño fueron asesinados.",
    "it": "Un uomo, due donne e un bambino sono stati uccisi.",
    "pt": "Um homem, duas mulheres e uma criança foram mortos.",
}


@pytest.mark.parametrize("lang", TOLD)
def test_an_enumeration_of_the_dead_is_their_number(lang: str) -> None:
    (figure,) = find(TOLD[lang], lang)
    assert (figure.kind, figure.point, figure.scope) == ("killed", 4.0, None)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("A man and two women were killed. Three people died in all.", [1.0, 2.0, 3.0]),
        ("A man was killed and two women were injured.", [1.0, 2.0]),
        ("A man was killed. Two women were killed.", [1.0, 2.0]),
        ("At least two women and a man were killed.", [2.0, 1.0]),
    ],
)
def test_what_is_told_apart_or_counted_besides_is_not_added(text: str, points: list[float]) -> None:
    assert [figure.point or figure.low for figure in find(text)] == points
