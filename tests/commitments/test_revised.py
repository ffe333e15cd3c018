"""A stand that is weakened or changed commits to nothing, and what is offered is no refusal."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.commitments.revised import is_offered, is_revised
from onrecord.languages.pack import known_languages
from tests.attributions.make import span_of

REVISED = [
    ("en", "The harbour master softened his threat on Friday.", "his threat"),
    ("nl", "De havenmeester verzachtte zijn standpunt.", "zijn standpunt"),
    ("de", "Die Hafenmeisterin hat ihre Drohung abgeschwächt.", "ihre Drohung"),
    ("fr", "La capitaine a nuancé sa position.", "sa position"),
    ("es", "La capitana suavizó su amenaza.", "su amenaza"),
    ("it", "La capitana ha ammorbidito la sua posizione.", "la sua posizione"),
    ("pt", "A capitã atenuou a sua ameaça.", "a sua ameaça"),
    ("pl", "Kapitan złagodził swoje stanowisko.", "swoje stanowisko"),
    ("cs", "Kapitán zmírnil svůj postoj.", "svůj postoj"),
    ("uk", "Капітан змінив свою позицію.", "свою позицію"),
    ("ru", "Капитан смягчил свою угрозу.", "свою угрозу"),
    ("tr", "Kaptan tehdidini yumuşattı.", "tehdidini"),
]
OFFERED = [
    ("en", "The harbour master offered an exchange of pilots.", "an exchange of pilots"),
    ("nl", "De havenmeester bood een ruil van loodsen aan.", "een ruil van loodsen"),
    ("de", "Die Hafenmeisterin bot einen Austausch der Lotsen an.", "einen Austausch der Lotsen"),
    ("fr", "La capitaine a offert un échange de pilotes.", "un échange de pilotes"),
    ("es", "La capitana ofreció un canje de pilotos.", "un canje de pilotos"),
    ("it", "La capitana ha offerto uno scambio di piloti.", "uno scambio di piloti"),
    ("pt", "A capitã ofereceu uma troca de pilotos.", "uma troca de pilotos"),
    ("pl", "Kapitan zaproponował wymianę pilotów.", "wymianę pilotów"),
    ("cs", "Kapitán nabídl výměnu lodivodů.", "výměnu lodivodů"),
    ("uk", "Капітан запропонував обмін лоцманами.", "обмін лоцманами"),
    ("ru", "Капитан предложил обмен лоцманами.", "обмен лоцманами"),
    ("tr", "Kaptan kılavuzların takasını teklif etti.", "kılavuzların takasını"),
]


@pytest.mark.parametrize(("lang", "text", "consequence"), REVISED)
def test_a_stand_that_is_changed_is_no_commitment(lang: str, text: str, consequence: str) -> None:
    assert is_revised(text, span_of(text, consequence), lang)
    assert not is_offered(text, span_of(text, consequence), lang)


@pytest.mark.parametrize(("lang", "text", "consequence"), OFFERED)
def test_what_is_offered_is_an_offer(lang: str, text: str, consequence: str) -> None:
    assert is_offered(text, span_of(text, consequence), lang)
    assert not is_revised(text, span_of(text, consequence), lang)


@pytest.mark.parametrize(
    ("lang", "text", "consequence"),
    [
        ("en", "She rejected their demand for a second pier.", "their demand"),
        ("en", "She changed ships, and repeated her threat to shut the quay.", "her threat to shut the quay"),
        ("en", "She softened nothing and will never accept that position on the quay.", "will never accept that position on the quay"),
        ("pl", "Kapitan odrzucił to stanowisko.", "to stanowisko"),
    ],
)
def test_what_is_refused_or_says_what_is_to_come_stays(lang: str, text: str, consequence: str) -> None:
    assert not is_revised(text, span_of(text, consequence), lang)


@pytest.mark.parametrize(
    ("lang", "text", "consequence"),
    [
        ("en", "She refused to offer an exchange of pilots.", "an exchange of pilots"),
        ("de", "Sie bot keinen Austausch der Lotsen an.", "keinen Austausch der Lotsen"),
        ("cs", "Kapitán odmítl výměnu, kterou nabídl svaz.", "výměnu"),
    ],
)
def test_an_offer_that_is_denied_or_another_ones_is_none(lang: str, text: str, consequence: str) -> None:
    assert not is_offered(text, span_of(text, consequence), lang)


def test_every_language_has_the_words() -> None:
    table = tomllib.loads((files("onrecord.commitments") / "revised.toml").read_text("utf-8"))
    assert set(table) == set(known_languages())
    assert all(set(words) == {"stands", "changes", "offers", "denies"} for words in table.values())
