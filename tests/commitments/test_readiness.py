"""Readiness to do what another wants: an offer on a condition, a promise without, a refusal where it is denied."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

READY = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:she was %sready to {promise1:meet the guild}}.", "not ", "ready to meet the guild"),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:%sbereid te zijn {promise1:het gilde te ontmoeten}}.", "niet ", "bereid te zijn het gilde te ontmoeten"),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:sie sei %sbereit, {promise1:die Gilde zu treffen}}.", "nicht ", "bereit, die Gilde zu treffen"),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:qu’elle n’était %sprête à {promise1:rencontrer la guilde}}.", "pas ", "prête à rencontrer la guilde"),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que %sestá dispuesta a {promise1:reunirse con el gremio}}.", "no ", "dispuesta a reunirse con el gremio"),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che %sè disposta a {promise1:incontrare la gilda}}.", "non ", "disposta a incontrare la gilda"),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que %sestá disposta a {promise1:encontrar a guilda}}.", "não ", "disposta a encontrar a guilda"),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że %sjest gotowa {promise1:spotkać się z cechem}}.", "nie ", "gotowa spotkać się z cechem"),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že %s připravena {promise1:setkat se s cechem}}.", "není", "připravena setkat se s cechem"),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що вона %sготова {promise1:зустрітися з гільдією}}.", "не ", "готова зустрітися з гільдією"),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что она %sготова {promise1:встретиться с гильдией}}.", "не ", "готова встретиться с гильдией"),
    "tr": ("{S1:Mira Solan} {C1:{promise1:loncayla görüşmeye} hazır %s} {Q1:söyledi}.", "olmadığını", "loncayla görüşmeye hazır"),
}
CONDITIONAL = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:she was ready to {threat1:negotiate} if {trigger1:the levy goes}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:bereid te zijn {threat1:te onderhandelen} als {trigger1:de heffing verdwijnt}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:sie sei bereit {threat1:zu verhandeln}, wenn {trigger1:die Abgabe fällt}}.",
    "fr": "{S1:Mira Solan} {Q1:s’est dite} {C1:prête à {threat1:négocier} si {trigger1:la taxe disparaît}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:estar dispuesta a {threat1:negociar} si {trigger1:se retira la tasa}}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}, {C1:що готова {threat1:вести переговори}, якщо {trigger1:податок скасують}}.",
}
NAMED = "\n@per Mira Solan"


@pytest.mark.parametrize("lang", READY)
def test_the_word_of_readiness_belongs_to_what_is_promised(lang: str) -> None:
    marked, _, words = READY[lang]
    reading = read(marked % ("je" if lang == "cs" else "olduğunu" if lang == "tr" else "") + NAMED, lang)
    (commitment,) = reading.commitments
    assert commitment.force == "promise"
    assert (reading.words(commitment.consequence) or "").startswith(words)


@pytest.mark.parametrize("lang", READY)
def test_who_is_not_ready_refuses(lang: str) -> None:
    marked, denied, _ = READY[lang]
    (commitment,) = read(marked % denied + NAMED, lang).commitments
    assert commitment.force == "refusal"


@pytest.mark.parametrize("lang", CONDITIONAL)
def test_readiness_to_talk_on_a_condition_is_an_offer(lang: str) -> None:
    (commitment,) = read(CONDITIONAL[lang] + NAMED, lang).commitments
    assert (commitment.force, commitment.conditional) == ("offer", True)


def test_readiness_to_do_harm_on_a_condition_stays_a_threat() -> None:
    (commitment,) = read("{S1:Mira Solan} {Q1:said} {C1:she was ready to {threat1:burn the quay} if {trigger1:the levy stays}}." + NAMED).commitments
    assert commitment.force == "threat"


@pytest.mark.parametrize(
    ("lang", "marked", "words"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:the council was willing to release the barges}.", "the council was willing to release the barges"),
        ("es", "{S1:Mira Solan} {Q1:dijo} {C1:estar «dispuesta» a negociar con el gremio}.", "estar «dispuesta» a negociar con el gremio"),
        ("pl", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że jest gotowa do rozmów z cechem}.", "jest gotowa do rozmów z cechem"),
    ],
)
def test_readiness_the_model_did_not_see_is_found_by_its_words(lang: str, marked: str, words: str) -> None:
    reading = read(marked + NAMED, lang)
    assert [(c.force, reading.words(c.consequence)) for c in reading.commitments] == [("promise", words)]


def test_not_ruling_out_a_meeting_is_readiness() -> None:
    (commitment,) = read("{S1:Mira Solan} {Q1:said} {C1:she had not ruled out {refusal1:a meeting with the guild}}." + NAMED).commitments
    assert commitment.force == "promise"


def test_readiness_is_marked_only_for_what_another_wants() -> None:
    marked = "{S1:Mira Solan} {Q1:said} {C1:she was ready to {promise1:%s}}." + NAMED
    assert [read(marked % act).commitments[0].readiness for act in ("meet the guild", "burn the quay")] == [True, False]


def test_readiness_found_by_its_words_ends_before_its_reason() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:she was willing to talk with the guild because “winter is near”}." + NAMED)
    assert [reading.words(c.consequence) for c in reading.commitments] == ["she was willing to talk with the guild"]
