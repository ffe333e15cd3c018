"""Sources without a name that are called alike."""

from __future__ import annotations

import pytest

from onrecord.results import Comparison
from onrecord.views.briefing import make_briefing
from onrecord.views.called import drop_article

from .make import make_analysis, make_article, make_attribution, make_statement

BOTH = {
    "en": ("The health ministry said one. Then the health ministry said two.", "The health ministry", "the health ministry"),
    "nl": ("Het ministerie zei one. Volgens een ministerie is het two.", "Het ministerie", "een ministerie"),
    "de": ("Das Amt sagte one. Dem Amt zufolge two.", "Das Amt", "Dem Amt"),
    "fr": ("L’hôpital dit one. Selon l’hôpital two.", "L’hôpital", "l’hôpital"),
    "es": ("El hospital dijo one. Según un hospital two.", "El hospital", "un hospital"),
    "it": ("L’ospedale dice one. Secondo un ospedale two.", "L’ospedale", "un ospedale"),
    "pt": ("O hospital disse one. Segundo um hospital two.", "O hospital", "um hospital"),
    "pl": ("Szpital mówi one. To szpital mówi two.", "Szpital", "szpital"),
    "cs": ("Nemocnice říká one. A nemocnice říká two.", "Nemocnice", "nemocnice"),
    "uk": ("Лікарня каже one. І лікарня каже two.", "Лікарня", "лікарня"),
    "ru": ("Больница говорит one. И больница говорит two.", "Больница", "больница"),
    "tr": ("Hastane one dedi. Bir hastane two dedi.", "Hastane", "Bir hastane"),
}


@pytest.mark.parametrize("lang", BOTH)
def test_a_source_is_one_however_its_article_and_first_letter_are_written(lang: str) -> None:
    text, first, second = BOTH[lang]
    article = make_article("varn", text, lang=lang)
    said = [make_attribution(article, words, source=source, cue="", type="indirect", speaker=None) for words, source in (("one", first), ("two", second))]
    statements = tuple(make_statement(attribution.id, attribution, said_at=None) for attribution in said)
    analyses = (make_analysis(article, *said),)
    briefing = make_briefing(Comparison(analyses=analyses, stories=(), copies=(), accounts=(), statements=statements, restatements=(), signs=(), problems=()))
    assert [actor.name for actor in briefing.actors] == [briefing.statements[0].who]
    assert briefing.statements[0].who == briefing.statements[1].who


def test_a_noun_that_begins_like_an_article_keeps_its_letters() -> None:
    assert drop_article("Those officials", "en") == "Those officials"
    assert drop_article("The", "en") == "The"
    assert drop_article("Les officiers", "de") == "Les officiers"
