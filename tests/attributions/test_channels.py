"""An agency that passes on what others said is no speaker of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attributions.find import find_attributions
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from onrecord.records import Attribution, Credit
from tests.attributions.make import make, span_of


def one(marked: str, lang: str, agency: str, kind: str = "agency") -> tuple[Attribution, str]:
    """Return the only attribution of a text in which an agency is credited, and the text."""
    article, encoding = make(marked, lang)
    article = replace(article, credits=(Credit(span=span_of(article.text, agency), name=agency, kind=kind),))
    (found,) = find_attributions(article, encoding, tuple(find_mentions(article, encoding)), (), load_pack(lang))
    return found, article.text


@pytest.mark.parametrize(
    ("lang", "text", "who", "what"),
    [
        ("en", "{C1:Mayor Mira Solan has said that the bridge is closed}, the {S1:Reuters news agency} {Q1:reported}.", "Mayor Mira Solan", "that the bridge is closed"),
        ("nl", "{C1:Wel zegt Mira Solan dat de brug dicht is}, {Q1:meldt} {S1:persbureau AFP}.", "Mira Solan", "dat de brug dicht is"),
        ("fr", "{Q1:Selon} {S1:l’agence AFP}, {C1:Mira Solan a déclaré que le pont était fermé}.", "Mira Solan", "que le pont était fermé"),
        ("ru", "{C1:Mira Solan заявила, что мост закрыт}, {Q1:сообщает} {S1:ТАСС}.", "Mira Solan", "что мост закрыт"),
        ("es", "{C1:Mira Solan afirmó que el puente está cerrado}, {Q1:informó} {S1:EFE}.", "Mira Solan", "que el puente está cerrado"),
    ],
)
def test_whom_an_agency_passes_on_is_the_speaker(lang: str, text: str, who: str, what: str) -> None:
    agency = next(name for name in ("Reuters", "AFP", "ТАСС", "EFE") if name in text)
    found, plain = one(text + "\n@per Mira Solan\n@org " + agency, lang, agency)
    assert found.speaker == "Mira Solan"
    assert [span.of(plain) for span in found.source] == [who]
    assert [span.of(plain) for span in found.content] == [what]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{C1:The bridge is closed}, {S1:AFP} {Q1:reported}."),
        ("de", "{C1:Die Brücke ist gesperrt}, {Q1:meldet} {S1:die Nachrichtenagentur AFP}."),
        ("pl", "{C1:Most jest zamknięty}, {Q1:podaje} {S1:agencja AFP}."),
        ("tr", "{S1:AFP’nin haberine} {Q1:göre} {C1:köprü kapalı}."),
    ],
)
def test_where_nobody_is_passed_on_nobody_speaks_and_the_source_stays(lang: str, text: str) -> None:
    found, plain = one(text + "\n@org AFP", lang, "AFP")
    assert found.speaker is None
    assert "channel `AFP`" in found.speaker_how
    assert "AFP" in found.source[0].of(plain)


def test_an_agency_that_tells_of_itself_speaks() -> None:
    found, _ = one("{S1:AFP} {Q1:said} {C1:it would close its office}.\n@org AFP", "en", "AFP")
    assert found.speaker == "AFP"


def test_an_author_is_no_channel() -> None:
    found, _ = one("{C1:The bridge is closed}, {S1:Korvin} {Q1:reported}.\n@org Korvin", "en", "Korvin", "author")
    assert found.speaker == "Korvin"


def test_a_reporter_of_an_agency_is_not_the_agency() -> None:
    found, _ = one("{S1:A Reuters reporter} {Q1:said} {C1:he saw smoke}.\n@org Reuters", "en", "Reuters")
    assert found.speaker is None
    assert found.speaker_how == "unnamed source `A Reuters reporter`"


def test_a_name_of_two_words_after_the_verb_is_taken_whole() -> None:
    found, plain = one("{C1:Wel zegt hij president Mira Solan te treffen}, {Q1:meldt} {S1:AFP}.\n@per Mira Solan\n@org AFP", "nl", "AFP")
    assert [span.of(plain) for span in found.source] == ["hij"]
    assert [span.of(plain) for span in found.content] == ["president Mira Solan te treffen"]
