"""What is asked, foretold or depends on something is nobody's commitment."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

UNABLE = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:that {promise1:the guild will not be able to hold the quay}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:het gilde de kade niet zal kunnen houden}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:{promise1:die Gilde werde den Kai nicht halten können}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que {promise1:la guilde ne pourra pas tenir le quai}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que {promise1:el gremio no podrá mantener el muelle}}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che {promise1:la gilda non potrà tenere il molo}}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que {promise1:a guilda não poderá manter o cais}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że {promise1:cech nie będzie w stanie utrzymać nabrzeża}}.",
    "cs": "{S1:Mira Solan} {Q1:řekla}, {C1:že {promise1:cech nebude schopen udržet nábřeží}}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}, {C1:що {promise1:гільдія не зможе втримати набережну}}.",
    "ru": "{S1:Mira Solan} {Q1:сказала}, {C1:что {promise1:гильдия не сможет удержать набережную}}.",
    "tr": "{S1:Mira Solan} {C1:{promise1:loncanın rıhtımı tutamayacağını}} {Q1:söyledi}.",
}
DEPENDING = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:{promise1:it would be contingent on the vote}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat {promise1:het afhankelijk zal zijn van de stemming}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:{promise1:das hänge von der Abstimmung ab}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que {promise1:cela dépendra du vote}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que {promise1:dependerá de la votación}}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che {promise1:dipenderà dal voto}}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que {promise1:dependerá da votação}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że {promise1:to będzie konieczne po głosowaniu}}.",
    "cs": "{S1:Mira Solan} {Q1:řekla}, {C1:že {promise1:to bude nutné po hlasování}}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}, {C1:що {promise1:це залежить від голосування}}.",
    "ru": "{S1:Mira Solan} {Q1:сказала}, {C1:что {promise1:это зависит от голосования}}.",
    "tr": "{S1:Mira Solan} {C1:{promise1:bunun oylamaya bağlı olacağını}} {Q1:söyledi}.",
}
WITHHELD = {
    "en": "{S1:Mira Solan} {Q1:%s confirm} {C1:that {threat1:the guild would close the quay} if {trigger1:the levy stays}}.",
    "nl": "{S1:Mira Solan} {Q1:wilde %s zeggen} {C1:of {threat1:Tidewire de kade sluit} als {trigger1:de heffing blijft}}.",
    "de": "{S1:Mira Solan} {Q1:wollte %s sagen}, {C1:dass {threat1:die Gilde den Kai sperrt}, wenn {trigger1:die Abgabe bleibt}}.",
    "fr": "{S1:Mira Solan} {Q1:%s dire} {C1:que {threat1:la guilde fermerait le quai} si {trigger1:la taxe demeure}}.",
    "es": "{S1:Mira Solan} {Q1:%s decir} {C1:que {threat1:el gremio cerrará el muelle} si {trigger1:la tasa sigue}}.",
    "it": "{S1:Mira Solan} {Q1:%s dire} {C1:che {threat1:la gilda chiuderà il molo} se {trigger1:la tassa resta}}.",
    "pt": "{S1:Mira Solan} {Q1:%s dizer} {C1:que {threat1:a guilda fechará o cais} se {trigger1:a taxa ficar}}.",
    "pl": "{S1:Mira Solan} {Q1:%s powiedzieć}, {C1:że {threat1:cech zamknie nabrzeże}, jeśli {trigger1:opłata zostanie}}.",
    "cs": "{S1:Mira Solan} {Q1:%s říct}, {C1:že {threat1:cech uzavře nábřeží}, pokud {trigger1:poplatek zůstane}}.",
    "uk": "{S1:Mira Solan} {Q1:%s сказати}, {C1:що {threat1:гільдія закриє набережну}, якщо {trigger1:збір залишиться}}.",
    "ru": "{S1:Mira Solan} {Q1:%s сказать}, {C1:что {threat1:гильдия закроет набережную}, если {trigger1:сбор останется}}.",
    "tr": "{S1:Mira Solan}, {C1:{trigger1:vergi kalırsa} {threat1:loncanın rıhtımı kapatacağını}} {Q1:%s}.",
}
SILENT = {
    "en": ("would not", "would"), "nl": ("niet", "toen"), "de": ("nicht", "nur"), "fr": ("n'a pas voulu", "a voulu"), "es": ("no quiso", "quiso"), "it": ("non ha voluto", "ha voluto"), "pt": ("não quis", "quis"),
    "pl": ("nie chciała", "chciała"), "cs": ("nechtěla", "chtěla"), "uk": ("відмовилася", "хотіла"), "ru": ("отказалась", "хотела"), "tr": ("söylemedi", "söyledi"),
}  # fmt: skip
NAMED = "\n@per Mira Solan"


@pytest.mark.parametrize("lang", UNABLE)
def test_what_somebody_will_not_be_able_to_do_is_no_promise(lang: str) -> None:
    assert read(UNABLE[lang] + NAMED, lang).commitments == ()


@pytest.mark.parametrize("lang", DEPENDING)
def test_what_depends_on_something_is_no_promise(lang: str) -> None:
    assert read(DEPENDING[lang] + NAMED, lang).commitments == ()


@pytest.mark.parametrize("lang", WITHHELD)
def test_what_somebody_would_not_say_is_not_said(lang: str) -> None:
    silent, open_ = SILENT[lang]
    assert read(WITHHELD[lang] % silent + NAMED, lang).commitments == ()
    assert [c.force for c in read(WITHHELD[lang] % open_ + NAMED, lang).commitments] == ["threat"]


def test_what_one_will_not_be_able_to_do_oneself_binds() -> None:
    (commitment,) = read("{C1:“{promise1:We will not be able to sign}”}, {Q1:said} {S1:Mira Solan}." + NAMED).commitments
    assert commitment.force == "refusal"


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{S1:Mira Solan} {Q1:was asked} {C1:how {promise1:her council would answer the strike}}."),
        ("en", "{S1:Mira Solan} {Q1:wondered} {C1:whether {promise1:the council would answer}}."),
        ("de", "{S1:Mira Solan} {Q1:wurde gefragt}, {C1:ob {promise1:die Stadt zahlen werde}}."),
        ("pl", "{S1:Mira Solan} {Q1:zapytała}, {C1:czy {promise1:miasto zapłaci}}."),
        ("uk", "{S1:Mira Solan} {Q1:запитала}, {C1:чи {promise1:місто заплатить}}."),
    ],
)
def test_what_is_asked_binds_nobody(lang: str, marked: str) -> None:
    assert read(marked + NAMED, lang).commitments == ()


def test_who_asks_somebody_to_act_demands_it() -> None:
    (commitment,) = read("{S1:Mira Solan} {Q1:asked} {C1:the guild {demand1:to leave the quay}}." + NAMED).commitments
    assert commitment.force == "demand"


def test_another_state_is_bound_by_its_own_words_only() -> None:
    marked = "{S1:French President Mira Solan} {Q1:said} {C1:{promise1:%s will leave the pact}%s}.\n@per Mira Solan\n@loc %s"
    assert read(marked % ("Germany", "", "Germany")).commitments == ()
    (own,) = read(marked % ("France", "", "France")).commitments
    assert (own.force, own.holder_canonical) == ("promise", "France")
    (warning,) = read(marked % ("Germany", " if {trigger1:the levy stays}", "Germany")).commitments
    assert (warning.force, warning.holder_canonical) == ("warning", "Mira Solan")


def test_what_another_state_is_told_to_have_promised_stays() -> None:
    (commitment,) = read(
        "{S1:French President Mira Solan} {Q1:said} {C1:that {holder1:Germany} had promised {promise1:to leave the pact}}.\n@per Mira Solan\n@loc Germany"
    ).commitments
    assert (commitment.force, commitment.holder_canonical) == ("promise", "Germany")


@pytest.mark.parametrize(
    ("lang", "marked", "force"),
    [
        ("en", "{C1:“If {trigger1:the guild strikes}, {threat1:{holder1:they} will lose the harbour}”}, {Q1:said} {S1:Mira Solan}.", "warning"),
        ("de", "{C1:„Wenn {trigger1:die Gilde streikt}, {threat1:verlieren {holder1:sie} den Hafen}“}, {Q1:sagte} {S1:Mira Solan}.", "warning"),
        ("ru", "{C1:«Если {trigger1:гильдия забастует}, {threat1:{holder1:они} потеряют порт}»}, — {Q1:сказала} {S1:Mira Solan}.", "warning"),
        ("en", "{C1:“If {trigger1:the guild strikes}, {threat1:{holder1:we} will shut the harbour}”}, {Q1:said} {S1:Mira Solan}.", "threat"),
    ],
)
def test_what_others_will_do_on_a_condition_is_a_warning(lang: str, marked: str, force: str) -> None:
    (commitment,) = read(marked + NAMED, lang).commitments
    assert commitment.force == force


def test_a_consequence_is_held_by_its_own_subject() -> None:
    (commitment,) = read("{S1:Mira Solan} {Q1:said} {C1:{promise1:Tidewire will stay}}.\n@per Mira Solan\n@org Tidewire").commitments
    assert commitment.holder_canonical == "Tidewire"
