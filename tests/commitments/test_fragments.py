"""Consequences that break off before their verb."""

from __future__ import annotations

import pytest

from onrecord.commitments.fragments import complete
from tests.attributions.make import read, span_of

SOLD = {
    "en": ("The islands cannot, and should not, be sold to strangers.", "The islands cannot", "be sold to strangers"),
    "nl": ("De eilanden kunnen niet, en mogen niet, aan vreemden verkocht worden.", "De eilanden kunnen niet", "aan vreemden verkocht worden"),
    "de": ("Die Inseln können nicht, und dürfen nicht, an Fremde verkauft werden.", "Die Inseln können nicht", "an Fremde verkauft werden"),
    "fr": ("Les îles ne peuvent pas, et ne doivent pas, être vendues.", "Les îles ne peuvent pas", "être vendues"),
    "es": ("Las islas no pueden, y no deben, ser vendidas.", "Las islas no pueden", "ser vendidas"),
    "it": ("Le isole non possono, e non devono, essere vendute.", "Le isole non possono", "essere vendute"),
    "pt": ("As ilhas não podem, e não devem, ser vendidas.", "As ilhas não podem", "ser vendidas"),
    "pl": ("Wyspy nie mogą, i nie powinny, być sprzedane.", "Wyspy nie mogą", "być sprzedane"),
    "cs": ("Ostrovy nemohou, a nesmějí, být prodány.", "Ostrovy nemohou", "být prodány"),
    "uk": ("Острови не можуть, і не повинні, бути продані.", "Острови не можуть", "бути продані"),
    "ru": ("Острова не могут, и не должны, быть проданы.", "Острова не могут", "быть проданы"),
}


@pytest.mark.parametrize("lang", SOLD)
def test_what_is_done_to_a_thing_is_no_act_and_no_part_of_it_is_either(lang: str) -> None:
    text, first, last = SOLD[lang]
    assert complete(text, span_of(text, first), lang) is None
    assert complete(text, span_of(text, last), lang) is None


GIVEN = {
    "en": ("Norland cannot, and will not, give up the islands.", "Norland cannot"),
    "de": ("Norland kann nicht, und wird nicht, die Inseln aufgeben.", "Norland kann nicht"),
    "fr": ("Le Norland ne peut pas, et ne doit pas, céder les îles.", "Le Norland ne peut pas"),
    "pl": ("Norlandia nie może, i nie powinna, oddać wysp.", "Norlandia nie może"),
}


@pytest.mark.parametrize("lang", GIVEN)
def test_an_own_act_behind_the_second_verb_is_told_whole(lang: str) -> None:
    text, first = GIVEN[lang]
    whole = complete(text, span_of(text, first), lang)
    assert whole is not None
    assert whole.of(text) == text.removesuffix(".")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "We will do what we can, and more.", "We will do what we can"),
        ("en", "The prisoners will be freed on Monday.", "be freed on Monday"),
        ("en", "The islands cannot be sold, and will not be let.", "The islands cannot be sold"),
        ("de", "Wir sagen, dass die Inseln nicht verkauft werden können.", "die Inseln nicht verkauft werden können"),
        ("pl", "Rozmów nie będzie, dopóki wyspy są sprzedawane.", "Rozmów nie będzie"),
        ("cs", "Jednání nebude, dokud se ostrovy prodávají.", "Jednání nebude"),
        ("uk", "Переговорів не буде, доки острови продають.", "Переговорів не буде"),
        ("ru", "Переговоров не будет, пока острова продают.", "Переговоров не будет"),
        ("tr", "Adalar satılamaz ve satılmamalı.", "Adalar satılamaz"),
    ],
)
def test_a_clause_with_its_act_stays(lang: str, text: str, words: str) -> None:
    span = span_of(text, words)
    assert complete(text, span, lang) == span


def test_a_fragment_is_no_commitment() -> None:
    told = "{{S1:Mira Solan}} {{Q1:said}} {{C1:{}}}.\n@per Mira Solan"
    assert read(told.format("{refusal1:the islands cannot}, and should not, be sold")).commitments == ()
    reading = read(told.format("{refusal1:she cannot}, and will not, sell the islands"))
    assert [reading.words(c.consequence) for c in reading.commitments] == ["she cannot, and will not, sell the islands"]
