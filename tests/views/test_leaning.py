"""Words that cannot be read alone, in twelve languages."""

from __future__ import annotations

import pytest

from onrecord.languages import known_languages
from onrecord.views.leaning import is_leaning, is_pronoun


@pytest.mark.parametrize(
    ("lang", "pronoun", "leaning", "standing"),
    [
        ("en", "They", "This was a mistake", "We will close the strait"),
        ("nl", "zij", "Dit was een fout", "Het kabinet sluit de haven"),
        ("de", "sie", "Dies war ein Fehler", "Der Hafen bleibt zu"),
        ("fr", "ils", "C’est une erreur", "Le port reste fermé"),
        ("es", "ellos", "Eso fue un error", "El puerto sigue cerrado"),
        ("it", "loro", "Questo è un errore", "La diga resta chiusa"),
        ("pt", "eles", "Isso foi um erro", "O porto continua fechado"),
        ("pl", "oni", "To był błąd", "Port jest zamknięty"),
        ("cs", "oni", "To byla chyba", "Přístav zůstává zavřený"),
        ("uk", "вони", "Це була помилка", "Порт закрито"),
        ("ru", "они", "Это была ошибка", "Порт закрыт"),
        ("tr", "onlar", "Bu bir hataydı", "Liman kapalı"),
    ],
)
def test_pronouns_and_demonstratives_lean_and_names_stand(lang: str, pronoun: str, leaning: str, standing: str) -> None:
    assert is_pronoun(pronoun, lang)
    assert is_leaning(leaning, lang)
    assert not is_leaning(standing, lang)
    assert not is_pronoun(standing, lang)


def test_every_language_with_a_pack_has_its_words() -> None:
    assert all(
        is_pronoun(
            {"en": "we", "nl": "wij", "de": "wir", "fr": "nous", "es": "nosotros", "it": "noi", "pt": "nós", "pl": "my", "cs": "my", "uk": "ми", "ru": "мы", "tr": "biz"}[lang],
            lang,
        )
        for lang in known_languages()
    )


def test_nothing_leans_in_a_language_that_is_not_known() -> None:
    assert not is_leaning("this", "xx")
    assert not is_pronoun("they", None)
    assert not is_pronoun("", "en")
