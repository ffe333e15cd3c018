"""Words between quotation marks and words of a narrator are told apart in any style of marks."""

from __future__ import annotations

import pytest

from onrecord.views.quoted import find_quoted, is_quoted

from .make import find


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ('"We will not sell the ferry," she said.', "We will not sell the ferry", True),
        ("She said that they would not sell the ferry.", "they would not sell the ferry", False),
        ('She spoke of a "poor bargain" for the whole of the island.', 'a "poor bargain" for the whole of the island', False),
        ("„Wir verkaufen die Fähre nicht“, sagte sie.", "Wir verkaufen die Fähre nicht", True),
        ("« Nous ne vendons pas le bac », dit-elle.", "Nous ne vendons pas le bac", True),
        ("«Паром ми не продамо», — сказала вона.", "Паром ми не продамо", True),
        ("Вона сказала, що паром не продадуть.", "паром не продадуть", False),
        ("„Nie sprzedamy promu” – powiedziała.", "Nie sprzedamy promu", True),
    ],
)
def test_words_are_quoted_where_nearly_all_stand_between_marks(text: str, words: str, quoted: bool) -> None:
    assert is_quoted(text, find(text, words), find_quoted(text)) is quoted
