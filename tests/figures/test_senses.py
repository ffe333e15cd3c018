"""Numbers that only look like figures, event words inside phrases that tell no event, and places that are not those of a figure."""

from __future__ import annotations

import pytest

from onrecord.figures import find_figures
from onrecord.languages import load_pack
from onrecord.records import Attribution, Mention
from tests.figures.test_find_figures import find, make_article, rows, span_of

CONVICTION = {
    "en": "I am 100 percent sure of the bridge.", "nl": "Ik ben 100 procent zeker van de brug.", "de": "Ich bin zu 100 Prozent sicher.", "fr": "Je suis sûre à 100 %.",
    "es": "Estoy seguro al 100 por ciento.", "it": "Sono sicuro al 100 per cento.", "pt": "Estou 100% certo da ponte.", "pl": "Jestem na 100 procent pewny.",
    "cs": "Jsem si na 100 procent jistý.", "uk": "Я на 100 відсотків впевнений.", "ru": "Я на 100 процентов уверен.", "tr": "Yüzde 100 eminim.",
}  # fmt: skip
CONDEMNED = {
    "en": "The queen pardoned 17 death row inmates.", "fr": "La reine a gracié 17 condamnés à mort.", "es": "La reina indultó a 17 condenados a muerte.", "it": "La regina ha graziato 17 condannati a morte.",
    "pt": "A rainha perdoou 17 condenados à morte.", "pl": "Królowa ułaskawiła 17 skazanych na śmierć.", "cs": "Královna omilostnila 17 odsouzených k smrti.",
    "uk": "Королева помилувала 17 засуджених до смерті.", "ru": "Королева помиловала 17 приговоренных к смерти.", "tr": "Kraliçe 17 idam mahkumunu affetti.",
}  # fmt: skip


@pytest.mark.parametrize("lang", CONVICTION)
def test_being_a_hundred_percent_sure_is_no_figure(lang: str) -> None:
    assert rows(CONVICTION[lang], lang) == []


def test_a_hundred_percent_of_something_is_a_figure() -> None:
    assert [row[3] for row in rows("Tolls rose by 100 percent, and 100 percent of the lamps burn.")] == [100, 100]


@pytest.mark.parametrize("lang", CONDEMNED)
def test_those_condemned_to_death_are_not_dead(lang: str) -> None:
    assert [row for row in rows(CONDEMNED[lang], lang) if row[4] == "killed"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The anchor weighs 236 pounds."),
        ("de", "Der Anker wog 236 Pfund."),
        ("fr", "L'ancre pèse 236 livres."),
        ("es", "El ancla pesaba 236 libras."),
        ("pl", "Kotwica waży 236 funtów."),
    ],
)
def test_pounds_that_something_weighs_are_no_money(lang: str, text: str) -> None:
    assert [row[4] for row in rows(text, lang) if row[4] == "money"] == []


def test_pounds_that_something_costs_are_money() -> None:
    assert [row[4] for row in rows("The anchor cost 236 pounds.")] == ["money"]


def test_the_number_of_a_block_is_no_figure() -> None:
    assert rows("Officers were sent to the 1400 block of Quince Street.") == []


def place(text: str, words: str) -> Mention:
    return Mention(id=words, article="article-1", span=span_of(text, words), kind="place", canonical=words, confidence=1, made_by="t")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Varn police officer was one of 707 people who were killed.", None),
        ("In Varn police shot 12 people.", "Varn"),
        ("A bridge fell in Varn; 707 people were killed.", None),
        ("At least 707 people were killed in Varn.", "Varn"),
    ],
)
def test_a_place_is_that_of_a_figure_only_in_its_own_clause(text: str, expected: str | None) -> None:
    assert {figure.place for figure in find(text, mentions=(place(text, "Varn"),))} == {expected}


def test_a_place_of_the_speaker_is_not_that_of_what_is_counted() -> None:
    def told(text: str) -> str | None:
        attribution = Attribution(
            id="attribution-1", article="article-1", source=(span_of(text, "clerks"),), cue=(span_of(text, "said"),), content=(span_of(text, "707 people were killed in all"),),
            type="indirect", speaker=None, speaker_as_written="clerks", speaker_how="test", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None,
            confidence=1.0, made_by="t",
        )  # fmt: skip
        (figure,) = find_figures(make_article(text), load_pack("en"), None, (attribution,), (), (place(text, "Varn"),))
        return figure.place

    assert told("From their desks in Varn clerks said 707 people were killed in all.") is None
    assert told("In Varn, clerks said 707 people were killed in all.") == "Varn"
