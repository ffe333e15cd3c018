"""What somebody is warned not to do is asked of him."""

from __future__ import annotations

import pytest

from onrecord.commitments.warned_off import find_warned_off
from tests.attributions.make import read, span_of

AGAINST = {
    "en": ("The mayor has warned the whole guild against selling the quay.", "selling the quay", "against selling the quay"),
    "nl": ("De burgemeester waarschuwde het gilde ervoor de kade te verkopen.", "de kade te verkopen", "ervoor de kade te verkopen"),
    "de": ("Die Bürgermeisterin hat die Gilde davor gewarnt, Schiffe zu liefern.", "Schiffe zu liefern", "davor gewarnt, Schiffe zu liefern"),
    "fr": ("La maire a mis en garde la guilde contre le fait de vendre le quai.", "vendre le quai", "contre le fait de vendre le quai"),
    "es": ("La alcaldesa advirtió al gremio contra vender el muelle.", "vender el muelle", "contra vender el muelle"),
    "it": ("La sindaca ha messo in guardia la gilda dal vendere il molo.", "vendere il molo", "dal vendere il molo"),
    "pt": ("A autarca alertou a guilda contra vender o cais.", "vender o cais", "contra vender o cais"),
    "pl": ("Burmistrz ostrzegła cech przed tym, aby sprzedać nabrzeże.", "sprzedać nabrzeże", "przed tym, aby sprzedać nabrzeże"),
    "cs": ("Starostka varovala cech před tím, aby prodal nábřeží.", "prodal nábřeží", "před tím, aby prodal nábřeží"),
    "uk": ("Мерка застерегла гільдію від того, щоб продати набережну.", "продати набережну", "від того, щоб продати набережну"),
    "ru": ("Мэр предостерегла гильдию от того, чтобы продать набережную.", "продать набережную", "от того, чтобы продать набережную"),
}


@pytest.mark.parametrize("lang", AGAINST)
def test_what_is_warned_against_is_told_with_the_words_that_say_so(lang: str) -> None:
    text, act, off = AGAINST[lang]
    found = find_warned_off(text, span_of(text, act), lang)
    assert found is not None
    assert found.of(text) == off
    assert find_warned_off(text, span_of(text, off), lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "The mayor warned against new floods on the quay.", "new floods on the quay"),
        ("en", "The mayor voted against selling the quay.", "selling the quay"),
        ("en", "The mayor warned that she was against it. Selling the quay would be easy.", "Selling the quay"),
        ("en", "The mayor warned that she would sell the quay.", "she would sell the quay"),
        ("de", "Die Bürgermeisterin warnte davor, dass die Gilde streikt.", "die Gilde streikt"),
        ("de", "Die Bürgermeisterin schützte den Kai davor, verkauft zu werden.", "verkauft zu werden"),
        ("nl", "De burgemeester zorgde ervoor de kade te verkopen.", "de kade te verkopen"),
        ("es", "La alcaldesa advirtió contra mujeres armadas.", "mujeres armadas"),
        ("it", "La sindaca ha avvertito dal mare la gilda.", "mare la gilda"),
        ("ru", "Мэр предостерегла от новых бурь.", "новых бурь"),
    ],
)
def test_a_danger_and_other_verbs_warn_nobody_off(lang: str, text: str, act: str) -> None:
    assert find_warned_off(text, span_of(text, act), lang) is None


NOT_TO = {
    "en": "{S1:Mira Solan} {Q1:warned} the guild {C1:{refusal1:not to sell the quay}}.",
    "nl": "{S1:Mira Solan} {Q1:waarschuwde} het gilde {C1:om {promise1:de kade niet te verkopen}}.",
    "fr": "{S1:Mira Solan} {Q1:a averti} la guilde {C1:de {promise1:ne pas vendre le quai}}.",
    "es": "{S1:Mira Solan} {Q1:advirtió} al gremio {C1:que {refusal1:no vendiera el muelle}}.",
    "it": "{S1:Mira Solan} {Q1:ha avvertito} la gilda {C1:di {promise1:non vendere il molo}}.",
    "pt": "{S1:Mira Solan} {Q1:alertou} a guilda {C1:para {refusal1:não vender o cais}}.",
    "pl": "{S1:Mira Solan} {Q1:ostrzegła} cech, {C1:żeby {refusal1:nie sprzedawał nabrzeża}}.",
    "cs": "{S1:Mira Solan} {Q1:varovala} cech, {C1:aby {refusal1:neprodával nábřeží}}.",
    "uk": "{S1:Міра Солан} {Q1:попередила} гільдію, {C1:щоб та {refusal1:не продавала набережну}}.",
    "ru": "{S1:Мира Солан} {Q1:предупредила} гильдию, {C1:чтобы та {refusal1:не продавала набережную}}.",
    "tr": "{S1:Mira Solan}, {C1:{refusal1:loncanın rıhtımı satmaması}} konusunda {Q1:uyardı}.",
}


@pytest.mark.parametrize("lang", NOT_TO)
def test_to_be_warned_not_to_is_a_demand(lang: str) -> None:
    name = next(name for name in ("Mira Solan", "Міра Солан", "Мира Солан") if name in NOT_TO[lang])
    assert [c.force for c in read(f"{NOT_TO[lang]}\n@per {name}", lang).commitments] == ["demand"]


def test_what_the_speaker_will_not_do_stays_a_refusal() -> None:
    told = read("{S1:Mira Solan} {Q1:advirtió} {C1:que {refusal1:no venderá el muelle}}.\n@per Mira Solan", "es").commitments
    assert [c.force for c in told] == ["refusal"]
    said = read("{S1:Mira Solan} {Q1:promised} {C1:{refusal1:not to sell the quay}}.\n@per Mira Solan").commitments
    assert [c.force for c in said] == ["refusal"]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("{S1:Mira Solan} {Q1:cautioned} {C1:the guild against selling the old quay}.", [("demand", "against selling the old quay")]),
        ("{S1:Mira Solan} {Q1:warned} {C1:against selling the quay}.", [("demand", "against selling the quay")]),
        ("{S1:Mira Solan} {Q1:warned} {C1:{promise1:selling the quay}}.", [("promise", "selling the quay")]),
        ("{S1:Mira Solan} {Q1:cautioned} {C1:the guild against new floods}.", []),
        ("{S1:Mira Solan} {Q1:said} {C1:she was against selling the old quay}.", []),
    ],
)
def test_words_alone_tell_what_is_warned_against(marked: str, found: list[tuple[str, str]]) -> None:
    reading = read(marked + "\n@per Mira Solan")
    assert [(c.force, reading.words(c.consequence)) for c in reading.commitments] == found
