"""What hangs on a condition is found beside it where the model saw none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attributions.find import find_attributions
from onrecord.commitments.find import find_commitments
from onrecord.dates import find_dates
from onrecord.languages.pack import load_pack
from onrecord.mentions.find import find_mentions
from tests.attributions.make import make

NAMED = "\n\n{promise1:* * *}\n@per Mira Solan"


def found(marked: str, lang: str) -> list[tuple[str, str, int]]:
    """Return force, words and number of conditions of what is found where the model sees conditions and no consequence."""
    article, encoding = make(marked + NAMED, lang)
    blind = replace(
        encoding,
        tags=tuple(replace(tag, confidence=0.0) if tag.layer == "force" else tag for tag in encoding.tags),
        links=tuple(k for k in encoding.links if encoding.tags[k.head].layer != "force"),
    )
    pack = load_pack(lang)
    mentions = tuple(find_mentions(article, blind))
    attributions = tuple(find_attributions(article, blind, mentions, tuple(find_dates(article, pack)), pack))
    return [(c.force, c.consequence.of(article.text), len(c.conditions)) for c in find_commitments(article, blind, attributions, mentions, pack)]


ALONE = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:that if {trigger1:the guild were to win}, she would sign the treaty if {trigger1:it came to her}}.", "she would sign the treaty", 2),
    "nl": ("{C1:“Als {trigger1:het gilde wint}, zal ik het verdrag tekenen”}, {Q1:zei} {S1:Mira Solan}.", "zal ik het verdrag tekenen", 1),
    "de": ("{C1:„Wenn {trigger1:die Gilde gewinnt}, werde ich den Vertrag unterschreiben“}, {Q1:sagte} {S1:Mira Solan}.", "werde ich den Vertrag unterschreiben", 1),
    "fr": ("{C1:« Si {trigger1:la guilde gagne}, je signerai le traité »}, {Q1:a dit} {S1:Mira Solan}.", "je signerai le traité", 1),
    "es": ("{C1:«Si {trigger1:gana el gremio}, firmaré el tratado»}, {Q1:dijo} {S1:Mira Solan}.", "firmaré el tratado", 1),
    "it": ("{C1:«Se {trigger1:vince la gilda}, firmerò il trattato»}, {Q1:ha detto} {S1:Mira Solan}.", "firmerò il trattato", 1),
    "pt": ("{C1:“Se {trigger1:a guilda ganhar}, assinarei o tratado”}, {Q1:disse} {S1:Mira Solan}.", "assinarei o tratado", 1),
    "pl": ("{C1:„Jeśli {trigger1:wygra cech}, będę głosować za traktatem”}, {Q1:powiedziała} {S1:Mira Solan}.", "będę głosować za traktatem", 1),
    "cs": ("{C1:„Pokud {trigger1:vyhraje cech}, budu hlasovat pro smlouvu”}, {Q1:řekla} {S1:Mira Solan}.", "budu hlasovat pro smlouvu", 1),
    "uk": ("{C1:«Якщо {trigger1:переможе гільдія}, я голосуватиму за договір»}, — {Q1:сказала} {S1:Mira Solan}.", "я голосуватиму за договір", 1),
    "ru": ("{C1:«Если {trigger1:победит гильдия}, я буду голосовать за договор»}, — {Q1:сказала} {S1:Mira Solan}.", "я буду голосовать за договор", 1),
    "tr": ("{S1:Mira Solan}, {C1:“{trigger1:Lonca kazanırsa}, ben anlaşmayı imzalayacağım”} {Q1:dedi}.", "ben anlaşmayı imzalayacağım", 1),
}


@pytest.mark.parametrize("lang", ALONE)
def test_an_act_to_come_beside_a_condition_is_what_hangs_on_it(lang: str) -> None:
    marked, words, number = ALONE[lang]
    assert found(marked, lang) == [("promise", words, number)]


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{C1:“If {trigger1:the guild wins}, the harvest will fail”}, {Q1:said} {S1:Mira Solan}."),
        ("en", "{C1:“If {trigger1:the guild wins}, we will be poorer”}, {Q1:said} {S1:Mira Solan}."),
        ("de", "{C1:„Wenn {trigger1:die Gilde gewinnt}, werden wir alle ärmer sein“}, {Q1:sagte} {S1:Mira Solan}."),
        ("es", "{C1:«Si {trigger1:gana el gremio}, seremos más pobres»}, {Q1:dijo} {S1:Mira Solan}."),
        ("ru", "{C1:«Если {trigger1:победит гильдия}, мы будем вынуждены уйти»}, — {Q1:сказала} {S1:Mira Solan}."),
        ("en", "If {trigger1:the guild wins}, she would sign the treaty. {S1:Mira Solan} {Q1:said} {C1:that it rained}."),
    ],
)
def test_a_forecast_or_what_nobody_said_hangs_on_nothing(lang: str, marked: str) -> None:
    assert found(marked, lang) == []
