"""The language of a text: how much of it is looked at."""

from __future__ import annotations

import pytest

from onrecord.articles import language


def test_of_a_long_text_in_one_language_only_parts_are_classified(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = language.load_classifier()

    class Counting:
        def classify(self, text: str) -> tuple[str, float]:
            seen.append(len(text))
            return real.classify(text)

    monkeypatch.setattr(language, "load_classifier", Counting)
    text = "The ferry company said on Friday that the crossing would stay closed until the harbour wall had been inspected. " * 30
    assert language.identify_language(text)[0] == "en"
    assert len(seen) == 1
    assert seen[0] <= language.GLANCE_CHARS + 2


def doubt(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Put a classifier in place that is never quite sure; return the list it keeps of how long each text was."""
    seen: list[int] = []

    class Doubting:
        def classify(self, text: str) -> tuple[str, float]:
            seen.append(len(text))
            return "nl", 0.9

    monkeypatch.setattr(language, "load_classifier", Doubting)
    return seen


def test_where_the_parts_disagree_all_of_a_text_is_classified(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = doubt(monkeypatch)
    assert language.identify_language("De dijk bij het dorp houdt het volgens de dijkgraaf nog zeker een week. " * 60)[:2] == ("nl", 0.9)
    assert len(seen) == 2
    assert seen[1] > 2 * language.GLANCE_CHARS


def test_a_short_text_is_classified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = doubt(monkeypatch)
    text = ("De dijk bij het dorp houdt het volgens de dijkgraaf nog zeker een week. " * 9)[: language.SHORT_CHARS]
    assert language.identify_language(text)[:2] == ("nl", 0.9)
    assert len(seen) == 1


def test_addresses_do_not_count_as_words() -> None:
    words = "Die Räte der Häfen wollen am Freitag mit allen sprechen"
    assert language.identify_language(f"{words} https://example.org/the-council-will-leave press@example.org")[2] == language.identify_language(words)[2]
