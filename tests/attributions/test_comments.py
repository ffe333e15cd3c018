"""What is told as somebody's view by a pronoun alone, where no tag found it."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

SAID = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:it was late}. ", "The roof is safe, according to her.", ["The roof is safe"]),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. ", "De kelder is volgens haar droog.", ["De kelder is", "droog"]),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. ", "Die Galerie hat die Bilder ihr zufolge gekauft.", ["Die Galerie hat die Bilder", "gekauft"]),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. ", "La cave, selon elle, est sèche.", ["La cave", "est sèche"]),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que era tarde}. ", "El techo, según ella, es seguro.", ["El techo", "es seguro"]),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che era tardi}. ", "Il tetto, secondo lei, è sicuro.", ["Il tetto", "è sicuro"]),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que era tarde}. ", "A cave, segundo ela, está seca.", ["A cave", "está seca"]),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że jest późno}. ", "Dach jest według niej bezpieczny.", ["Dach jest", "bezpieczny"]),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že je pozdě}. ", "Střecha je podle jejích slov bezpečná.", ["Střecha je", "bezpečná"]),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що пізно}. ", "Дах, за її словами, ще безпечний.", ["Дах", "ще безпечний"]),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что поздно}. ", "Крыша, по ее словам, еще безопасна.", ["Крыша", "еще безопасна"]),
}


@pytest.mark.parametrize("lang", SAID)
def test_a_sentence_that_a_pronoun_calls_somebody_s_view_is_said_by_the_speaker_before(lang: str) -> None:
    before, sentence, content = SAID[lang]
    reading = read(f"{before}{sentence}\n@per Mira Solan", lang)
    assert reading.speakers == ["Mira Solan", "Mira Solan"]
    assert [reading.words(piece) for piece in reading.attributions[1].content] == content


def test_it_goes_on_behind_another_such_sentence() -> None:
    before, sentence, _ = SAID["en"]
    assert read(f"{before}{sentence} In her view, the cellar is dry.\n@per Mira Solan").speakers == ["Mira Solan"] * 3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Mira Solan arrived late. The roof is safe, according to her."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. It rained. The roof is safe, according to her."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}.\nThe roof is safe, according to her."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. The roof is safe, according to the plan."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. Is the roof safe, according to her?"),
        ("cs", "{S1:Mira Solan} {Q1:řekla}, {C1:že je pozdě}. Střecha je podle zákona bezpečná."),
        ("pl", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że jest późno}. Dach jest według planu bezpieczny."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. De kelder is volgens plan droog."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. Die Galerie hat die Bilder laut Vertrag gekauft."),
        ("tr", "{S1:Mira Solan} {C1:geç olduğunu} {Q1:söyledi}. Galeri tabloları ona göre satın aldı."),
    ],
)
def test_nothing_is_made_of_other_wordings_and_places(lang: str, text: str) -> None:
    assert len(read(f"{text}\n@per Mira Solan", lang).attributions) == text.count("{C")
