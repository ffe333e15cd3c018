"""One name in two spellings, and what is none: another script, another case, an adjective."""

from __future__ import annotations

import pytest

from tests.statements.tellings import compare, tell


def variants(lang: str, name: str, other_lang: str, other: str) -> list[str]:
    """Return the reasons of the spelling variants between two tellings that wait for somebody or something."""
    left = tell(f"x {name}", lang=lang, persons=[name], source="x", speaker="x", cue=":")
    right = tell(f"x {other}", lang=other_lang, persons=[other], source="x", speaker="x", cue=":", name="b")
    return [d.reason for d in compare(left, right) if d.label == "spelling_variant"]


@pytest.mark.parametrize(("lang", "name", "other_lang", "other"), [
    ("tr", "Karakuş", "en", "Karakus"), ("tr", "Baraç", "nl", "Barac"), ("fr", "Lévêque", "en", "Leveque"), ("de", "Jasenkow", "en", "Yasenkov"),
    ("cs", "Doroženko", "fr", "Dorojenko"), ("nl", "Pavlenski", "en", "Pavlensky"), ("en", "Velhanov", "it", "Velganov"), ("pl", "Wesenkow", "pt", "Vesenkov"),
    ("es", "Ivanenko", "en", "Ivannenko"), ("en", "Oleg Vesenko", "en", "Vesenka"), ("de", "Wesenka", "de", "Oleg Wesenko"), ("fr", "Oleg Vesenko", "fr", "Oleg Vesenka"), ("uk", "Дорошенко", "uk", "Дорощенко"),
])  # fmt: skip
def test_one_name_written_in_two_ways_within_a_script_is_a_variant(lang: str, name: str, other_lang: str, other: str) -> None:
    assert variants(lang, name, other_lang, other) == [f"`{name.split()[-1]}` / `{other.split()[-1]}`"]


@pytest.mark.parametrize(("lang", "name", "other_lang", "other"), [
    ("en", "Doroshenko", "uk", "Дорошенко"), ("ru", "Ясенков", "de", "Jasenkow"), ("cs", "Vesenka", "ru", "Весенка"),
    ("ru", "Весении", "uk", "Весенії"), ("uk", "Дорощенко", "ru", "Дорошенко"),
])  # fmt: skip
def test_another_script_or_another_cyrillic_alphabet_is_no_other_spelling(lang: str, name: str, other_lang: str, other: str) -> None:
    assert variants(lang, name, other_lang, other) == []


@pytest.mark.parametrize(("lang", "name", "other_lang", "other"), [
    ("cs", "Dolmu", "pl", "Dolmie"), ("pl", "Velharii", "cs", "Velharie"), ("cs", "Bradilem", "de", "Bradil"), ("tr", "Gezela", "en", "Gezel"),
    ("pt", "Garvelas", "en", "Garvelan"), ("fr", "Velharie", "en", "Velharia"), ("cs", "Vesenky", "pl", "Vesenkou"), ("de", "Dolms", "en", "Dolm"),
    ("cs", "Oleg Vesenko", "cs", "Vesenka"), ("pl", "Vesenko", "pl", "Oleg Vesenki"), ("it", "Mario", "it", "Maria"), ("it", "Mario Velhari", "it", "Maria Velhari"),
    ("en", "Oleg Vesenko", "cs", "Vesenka"), ("en", "Korva", "en", "Korvan"), ("ru", "Ясенкова", "ru", "Ясенкову"), ("pl", "Pavlenskiego", "en", "Pavlensky"),
])  # fmt: skip
def test_a_name_with_another_ending_is_no_other_spelling(lang: str, name: str, other_lang: str, other: str) -> None:
    assert variants(lang, name, other_lang, other) == []
