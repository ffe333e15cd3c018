"""One pair of quotation marks around words, whatever a cut left at their edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.quoting import balance_marks, quote_words, strip_marks


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ('"We will open it if the inspectors agree,"', "“We will open it if the inspectors agree”"),
        ("«Non, jamais.»", "“Non, jamais.”"),
        ('That was a poor bargain,"', "“That was a poor bargain”"),
        ('"We go".', "“We go.”"),
        ("„Wir öffnen die Schleuse“, sagte", "“„Wir öffnen die Schleuse“, sagte”"),
        ("‘Havenkranen naar Korva’", "“Havenkranen naar Korva”"),
        ('to "shut the lock so that no boat gets in."', '“to "shut the lock so that no boat gets in."”'),
        ("‘rechten’ af te staan", "“‘rechten’ af te staan”"),
        ("the dockers'", "“the dockers'”"),
        ("'s avonds varen wij", "“'s avonds varen wij”"),
        ("l'écluse reste fermée", "“l'écluse reste fermée”"),
        ("»Мы закроем порт«", "“Мы закроем порт”"),
        ('""', "“”"),
    ],
)
def test_words_stand_between_one_pair_of_marks(words: str, quoted: str) -> None:
    assert quote_words(words) == quoted


@given(st.text(alphabet="ab ,.!\"'“”„«»‘’"))
def test_letters_are_never_lost_and_stripping_twice_changes_nothing_of_them(words: str) -> None:
    stripped = strip_marks(words)
    assert [c for c in stripped if c.isalpha()] == [c for c in words if c.isalpha()]
    assert not stripped.startswith((" ", ",\u00a0")) or not stripped.strip()


@pytest.mark.parametrize(
    ("words", "balanced"),
    [
        ('a settlement of such "quarrels and grudges', 'a settlement of such "quarrels and grudges"'),
        ("eine „Frage der Ehre", "eine „Frage der Ehre“"),
        ("une « question d'honneur", "une « question d'honneur»"),
        ("the dockers' wish,", "the dockers' wish"),
        ("that the “first step” is made", "that the “first step” is made"),
    ],
)
def test_a_mark_that_a_cut_left_alone_gets_its_partner(words: str, balanced: str) -> None:
    assert balance_marks(words) == balanced
