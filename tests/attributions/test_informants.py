"""An adjective or a compound that alone tells whose data it is, is the source."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "{C1:Nine people died}, {Q1:according to Tarsian figures}.", "Tarsian figures"),
        ("nl", "{Q1:Volgens Tarsische bronnen} {C1:zijn negen mensen omgekomen}.", "Tarsische bronnen"),
        ("nl", "{Q1:Volgens politiebronnen} {C1:zijn negen mensen omgekomen}.", "politiebronnen"),
        ("de", "{Q1:Nach tarsischen Angaben} {C1:starben neun Menschen}.", "tarsischen Angaben"),
        ("de", "{C1:Neun Menschen starben} {Q1:nach Polizeiangaben}.", "Polizeiangaben"),
        ("de", "{Q1:Behördenangaben zufolge} {C1:starben neun Menschen}.", "Behördenangaben"),
        ("de", "Behördenangaben {Q1:zufolge} {C1:starben neun Menschen}.", "Behördenangaben"),
        ("de", "Tarsischen Angaben {Q1:zufolge} {C1:starben neun Menschen}.", "Tarsischen Angaben"),
        ("fr", "{C1:Neuf personnes sont mortes}, {Q1:de source policière}.", "source policière"),
        ("es", "{Q1:Según fuentes policiales}, {C1:murieron nueve personas}.", "fuentes policiales"),
        ("it", "{Q1:Secondo fonti governative} {C1:sono morte nove persone}.", "fonti governative"),
        ("pt", "{Q1:Segundo fontes policiais}, {C1:morreram nove pessoas}.", "fontes policiais"),
        ("pl", "{Q1:Według tarsyjskich danych} {C1:zginęło dziewięć osób}.", "tarsyjskich danych"),
        ("cs", "{Q1:Podle tarských zdrojů} {C1:zemřelo devět lidí}.", "tarských zdrojů"),
        ("uk", "{Q1:За тарсійськими даними}, {C1:загинули дев’ять людей}.", "тарсійськими даними"),
        ("ru", "{Q1:По тарсийским данным}, {C1:погибли девять человек}.", "тарсийским данным"),
        ("tr", "{Q1:Polis kaynaklarına göre} {C1:dokuz kişi hayatını kaybetti}.", "Polis kaynaklarına"),
    ],
)
def test_the_words_that_tell_whose_data_it_is_are_the_source(lang: str, text: str, source: str) -> None:
    reading = read(f"{{S9:Mira Solan}} {{Q9:left}} {{C9:it open}}.\n\n{text}\n@per Mira Solan", lang)
    told = reading.attributions[1]
    assert (told.speaker, told.speaker_as_written) == (None, source)
    assert all(not piece.overlap(told.source[0]) for piece in told.cue)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "{Q1:Nach eigenen Angaben} {C1:starben neun Menschen}."),
        ("de", "{Q1:Nach ersten Berichten} {C1:starben neun Menschen}."),
        ("en", "{C1:Nine people died}, {Q1:according to other reports}."),
        ("ru", "{Q1:По предварительным данным}, {C1:погибли девять человек}."),
    ],
)
def test_words_that_tell_nobody_are_no_source(lang: str, text: str) -> None:
    assert read(text, lang).attributions[0].source == ()
