"""Threats told from promises, offers and warnings, and what a verb of saying tells by itself."""

from __future__ import annotations

import re

import pytest

from tests.attributions.make import read


def named(marked: str) -> str:
    """Return a passage with the name in it marked."""
    return marked + next(f"\n@per {name}" for name in ("Mira Solan", "Міра Солан", "Мира Солан") if name in marked)


THREATENED = {
    "en": "{S1:Mira Solan} {Q1:threatened} {C1:that {promise1:the guild would close the quay} if {trigger1:the levy stays}}.",
    "nl": "{S1:Mira Solan} {Q1:dreigde} {C1:dat {promise1:het gilde de kade zal sluiten} als {trigger1:de heffing blijft}}.",
    "de": "{S1:Mira Solan} {Q1:drohte}, {C1:{offer1:die Gilde werde den Kai sperren}, wenn {trigger1:die Abgabe bleibt}}.",
    "fr": "{S1:Mira Solan} {Q1:a menacé} {C1:de {promise1:fermer le quai} si {trigger1:la taxe demeure}}.",
    "es": "{S1:Mira Solan} {Q1:amenazó} {C1:con {promise1:cerrar el muelle} si {trigger1:la tasa sigue}}.",
    "it": "{S1:Mira Solan} {Q1:ha minacciato} {C1:di {promise1:chiudere il molo} se {trigger1:la tassa resta}}.",
    "pt": "{S1:Mira Solan} {Q1:ameaçou} {C1:{offer1:fechar o cais} se {trigger1:a taxa ficar}}.",
    "pl": "{S1:Mira Solan} {Q1:zagroziła}, {C1:że {promise1:zamknie nabrzeże}, jeśli {trigger1:opłata zostanie}}.",
    "cs": "{S1:Mira Solan} {Q1:pohrozila}, {C1:že {promise1:uzavře nábřeží}, pokud {trigger1:poplatek zůstane}}.",
    "uk": "{S1:Міра Солан} {Q1:пригрозила}, {C1:що {promise1:закриє набережну}, якщо {trigger1:збір залишиться}}.",
    "ru": "{S1:Мира Солан} {Q1:пригрозила}, {C1:что {promise1:закроет набережную}, если {trigger1:сбор останется}}.",
    "tr": "{S1:Mira Solan}, {C1:{trigger1:vergi kalırsa} {promise1:rıhtımı kapatmakla}} {Q1:tehdit etti}.",
}
HARM = {
    "en": "{C1:“If {trigger1:the guild lands}, {promise1:we will impose sanctions}”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Als {trigger1:het gilde landt}, {promise1:zullen wij sancties opleggen}”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Wenn {trigger1:die Gilde landet}, {promise1:werden wir Sanktionen verhängen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Si {trigger1:la guilde débarque}, {promise1:nous imposerons des sanctions} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Si {trigger1:el gremio desembarca}, {promise1:impondremos sanciones}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Se {trigger1:la gilda sbarca}, {promise1:imporremo sanzioni}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:“Se {trigger1:a guilda desembarcar}, {promise1:vamos impor sanções}”}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Jeśli {trigger1:cech wyląduje}, {promise1:nałożymy sankcje}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Pokud {trigger1:se cech vylodí}, {promise1:uvalíme sankce}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Якщо {trigger1:гільдія висадиться}, {promise1:ми запровадимо санкції}»}, {Q1:сказала} {S1:Міра Солан}.",
    "ru": "{C1:«Если {trigger1:гильдия высадится}, {promise1:мы введём санкции}»}, {Q1:сказала} {S1:Мира Солан}.",
    "tr": "{C1:“{trigger1:Lonca karaya çıkarsa} {promise1:yaptırım uygularız}”} {Q1:dedi} {S1:Mira Solan}.",
}
WORDINGS = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:that the barges would be considered legitimate targets}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat de gilde de gevolgen zal dragen}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:die Kähne seien legitime Ziele}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que les barges seraient des cibles légitimes}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que las barcazas serían objetivos legítimos}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che le chiatte sarebbero obiettivi legittimi}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que as barcaças seriam alvos legítimos}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że cech poniesie konsekwencje}.",
    "cs": "{S1:Mira Solan} {Q1:řekla}, {C1:že cech ponese následky}.",
    "uk": "{S1:Міра Солан} {Q1:сказала}, {C1:що баржі стануть законними цілями}.",
    "ru": "{S1:Мира Солан} {Q1:сказала}, {C1:что баржи станут законными целями}.",
    "tr": "{S1:Mira Solan}, {C1:mavnaların meşru hedef olacağını} {Q1:söyledi}.",
}


@pytest.mark.parametrize("lang", THREATENED)
def test_under_a_verb_of_threatening_it_is_a_threat(lang: str) -> None:
    assert [c.force for c in read(named(THREATENED[lang]), lang).commitments] == ["threat"]


@pytest.mark.parametrize("lang", HARM)
def test_harm_on_a_condition_is_a_threat(lang: str) -> None:
    assert [c.force for c in read(named(HARM[lang]), lang).commitments] == ["threat"]


PARTING = {
    "en": ("{C1:“If {trigger1:the guild lands}, {LEAVE:we will withdraw from the talks}”}, {Q1:said} {S1:Mira Solan}.", "we will join the talks"),
    "nl": (
        "{C1:“Als {trigger1:het gilde landt}, {LEAVE:zullen wij ons uit de onderhandelingen terugtrekken}”}, {Q1:zei} {S1:Mira Solan}.",
        "zullen wij de onderhandelingen hervatten",
    ),
    "de": ("{C1:„Wenn {trigger1:die Gilde landet}, {LEAVE:werden wir die Verhandlungen abbrechen}“}, {Q1:sagte} {S1:Mira Solan}.", "werden wir die Verhandlungen fortsetzen"),
    "fr": ("{C1:« Si {trigger1:la guilde débarque}, {LEAVE:nous quitterons les négociations} »}, {Q1:a dit} {S1:Mira Solan}.", "nous reprendrons les négociations"),
    "es": ("{C1:«Si {trigger1:el gremio desembarca}, {LEAVE:abandonaremos las negociaciones}»}, {Q1:dijo} {S1:Mira Solan}.", "retomaremos las negociaciones"),
    "it": ("{C1:«Se {trigger1:la gilda sbarca}, {LEAVE:abbandoneremo i negoziati}»}, {Q1:ha detto} {S1:Mira Solan}.", "riprenderemo i negoziati"),
    "pt": ("{C1:“Se {trigger1:a guilda desembarcar}, {LEAVE:vamos abandonar as negociações}”}, {Q1:disse} {S1:Mira Solan}.", "vamos retomar as negociações"),
    "pl": ("{C1:„Jeśli {trigger1:cech wyląduje}, {LEAVE:zerwiemy negocjacje}”}, {Q1:powiedziała} {S1:Mira Solan}.", "wznowimy negocjacje"),
    "cs": ("{C1:„Pokud {trigger1:se cech vylodí}, {LEAVE:přerušíme jednání}“}, {Q1:řekla} {S1:Mira Solan}.", "obnovíme jednání"),
    "uk": ("{C1:«Якщо {trigger1:гільдія висадиться}, {LEAVE:ми припинимо переговори}»}, {Q1:сказала} {S1:Міра Солан}.", "ми підпишемо припинення вогню"),
    "ru": ("{C1:«Если {trigger1:гильдия высадится}, {LEAVE:мы прекратим переговоры}»}, {Q1:сказала} {S1:Мира Солан}.", "мы подпишем прекращение огня"),
    "tr": ("{C1:“{trigger1:Lonca karaya çıkarsa} {LEAVE:görüşmelerden çekiliriz}”} {Q1:dedi} {S1:Mira Solan}.", "görüşmelere döneriz"),
}


@pytest.mark.parametrize("lang", PARTING)
@pytest.mark.parametrize("force", ["promise", "offer"])
def test_to_break_off_what_is_done_together_on_a_condition_is_a_threat(lang: str, force: str) -> None:
    leaving, staying = PARTING[lang]
    assert [c.force for c in read(named(leaving.replace("LEAVE", f"{force}1")), lang).commitments] == ["threat"]
    other = re.sub(r"\{LEAVE:[^}]*\}", f"{{{force}1:{staying}}}", leaving)
    assert [c.force for c in read(named(other), lang).commitments] == [force]


@pytest.mark.parametrize(
    "marked", ["{promise1:We will not leave the talks} if {trigger1:the levy stays}.", "{promise1:We will leave the coalition} once {prerequisite1:the budget has passed}."]
)
def test_to_stay_or_to_leave_when_all_is_done_is_none(marked: str) -> None:
    assert "threat" not in [c.force for c in read(marked).commitments]


ENDED = {
    "en": (("talks with Tarsia would be over", "the negotiations will no longer be possible"), ("talks would not be over", "the war would be over")),
    "nl": (("de gesprekken voorbij zijn", "zijn de onderhandelingen van de baan"), ("de gesprekken niet voorbij zijn", "de oorlog voorbij is")),
    "de": (("die Gespräche wären vorbei", "wären die Verhandlungen nicht mehr möglich"), ("die Gespräche wären nicht vorbei", "der Krieg wäre vorbei")),
    "fr": (("les négociations seraient terminées", "le dialogue ne serait plus possible"), ("les négociations ne seraient pas terminées", "la guerre serait terminée")),
    "es": (("las negociaciones se acabarían", "el diálogo ya no será posible"), ("las negociaciones no se acabarían", "la guerra se acabaría")),
    "it": (("i colloqui sarebbero finiti", "il dialogo non sarebbe più possibile"), ("i colloqui non sarebbero finiti", "la guerra sarebbe finita")),
    "pt": (("as negociações acabarão", "o diálogo não será mais possível"), ("as negociações não acabarão", "a guerra acabará")),
    "pl": (("rozmowy będą skończone", "dialog nie będzie już możliwy"), ("rozmowy nie będą skończone", "wojna będzie skończona")),
    "cs": (("jednání budou u konce", "dialog už nebude možný"), ("jednání nebudou u konce", "válka bude u konce")),
    "uk": (("переговори будуть закінчені", "діалог стане неможливим"), ("переговори не закінчаться", "війна закінчиться")),
    "ru": (("переговоры будут закончены", "диалог станет невозможным"), ("переговоры не закончатся", "война закончится")),
    "tr": (("görüşmeler biter", "müzakereler sona erecek"), ("görüşmeler bitmez", "savaş biter")),
}


@pytest.mark.parametrize("lang", ENDED)
def test_that_what_is_done_together_would_be_over_is_a_threat(lang: str) -> None:
    over, other = ENDED[lang]

    def forces(words: str) -> list[str]:
        return [c.force for c in read(re.sub(r"\{LEAVE:[^}]*\}", f"{{offer1:{words}}}", named(PARTING[lang][0])), lang).commitments]

    assert [words for words in over if forces(words) != ["threat"]] == []
    assert [words for words in other if forces(words) != ["offer"]] == []


HARMLESS = {
    "en": ("The sanctions will remain in force", "The town will reopen the quay", "The guild will call an emergency meeting"),
    "nl": ("De sancties blijven van kracht", "De stad zal de kade weer openen", "Het gilde roept een spoedvergadering bijeen"),
    "de": ("Die Sanktionen bleiben in Kraft", "Die Stadt werde den Kai wieder öffnen", "Die Gilde werde eine Krisensitzung einberufen"),
    "fr": ("Les sanctions resteront en vigueur", "La ville rouvrira le quai", "La guilde convoquera une réunion"),
    "es": ("Las sanciones seguirán en vigor", "La ciudad reabrirá el muelle", "El gremio convocará una reunión"),
    "it": ("Le sanzioni resteranno in vigore", "La città riaprirà il molo", "La gilda convocherà una riunione"),
    "pt": ("As sanções continuarão em vigor", "A cidade reabrirá o cais", "A guilda convocará uma reunião"),
    "pl": ("Sankcje pozostaną w mocy", "Miasto ponownie otworzy nabrzeże", "Cech zwoła nadzwyczajne posiedzenie"),
    "cs": ("Sankce zůstanou v platnosti", "Město znovu otevře nábřeží", "Cech svolá mimořádné jednání"),
    "uk": ("Санкції залишаться чинними", "Місто знову відкриє набережну", "Гільдія скличе засідання"),
    "ru": ("Санкции останутся в силе", "Город снова откроет набережную", "Гильдия созовёт заседание"),
    "tr": ("Yaptırımlar yürürlükte kalacak", "Kent rıhtımı yeniden açacak", "Lonca acil toplantı çağıracak"),
}


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, each in HARMLESS.items() for words in each])
def test_what_stays_opens_again_or_is_called_to_talk_is_no_threat(lang: str, words: str) -> None:
    (commitment,) = read(f"{{threat1:{words}}} ({{trigger1:Tarsia}}).", lang).commitments
    assert commitment.force in {"promise", "offer"}


@pytest.mark.parametrize(
    "marked",
    [
        "{threat1:We will hold talks and then bomb the quay} if {trigger1:the levy stays}.",
        "{threat1:The sanctions will remain in force and the quay will be seized} if {trigger1:the levy stays}.",
        "It was a threat: {threat1:the quay will stay closed} if {trigger1:the levy stays}.",
    ],
)
def test_harm_beside_it_or_a_word_for_a_threat_keeps_it_a_threat(marked: str) -> None:
    assert [c.force for c in read(marked).commitments] == ["threat"]


@pytest.mark.parametrize("lang", WORDINGS)
def test_some_wordings_are_threats_also_where_the_model_saw_nothing(lang: str) -> None:
    assert [c.force for c in read(named(WORDINGS[lang]), lang).commitments] == ["threat"]


@pytest.mark.parametrize(
    ("marked", "force"),
    [
        ("{S1:Mira Solan} {Q1:warned} {C1:that {promise1:{holder1:she} would shut the quay} if {trigger1:the levy stays}}.", "threat"),
        ("{S1:Mira Solan} {Q1:warned} {C1:that {promise1:{holder1:the barges} would sink} if {trigger1:the storm stays}}.", "warning"),
        ("{S1:Mira Solan} {Q1:said} {C1:that {promise1:she would open the quay} if {trigger1:the levy goes}}.", "promise"),
        ("{S1:Mira Solan} {Q1:never threatened} {C1:that {promise1:she would open the quay} if {trigger1:the levy goes}}.", "promise"),
        ("{S1:Mira Solan} {Q1:said} {C1:that {promise1:she would strike} on Monday}.", "promise"),
    ],
)
def test_a_verb_of_warning_tells_threats_of_own_acts_and_warnings_of_others(marked: str, force: str) -> None:
    assert [c.force for c in read(named(marked)).commitments] == [force]


@pytest.mark.parametrize(
    ("lang", "marked", "force", "words"),
    [
        ("en", "{S1:Mira Solan} {Q1:threatened} {C1:to close the whole quay}.", "threat", "to close the whole quay"),
        ("en", "{S1:Mira Solan} {Q1:refused} {C1:to open the whole quay}.", "refusal", "to open the whole quay"),
        ("fr", "{S1:Mira Solan} {Q1:a exigé} {C1:la libération de tous les bateliers}.", "demand", "la libération de tous les bateliers"),
        ("es", "{S1:Mira Solan} {Q1:amenazó} {C1:con cerrar todo el muelle}.", "threat", "con cerrar todo el muelle"),
        ("ru", "{S1:Мира Солан} {Q1:потребовала} {C1:освободить всех лодочников}.", "demand", "освободить всех лодочников"),
        ("pl", "{S1:Mira Solan} {Q1:zażądała} {C1:uwolnienia wszystkich flisaków}.", "demand", "uwolnienia wszystkich flisaków"),
    ],
)
def test_the_verb_alone_tells_a_commitment(lang: str, marked: str, force: str, words: str) -> None:
    reading = read(named(marked), lang)
    assert [(c.force, reading.words(c.consequence)) for c in reading.commitments] == [(force, words)]


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:Mira Solan} {Q1:declined} {C1:to comment on the new levy}.",
        "{S1:Mira Solan} did not {Q1:demand} {C1:the release of all boatmen}.",
        "{S1:Mira Solan} {Q1:said} {C1:the boatmen were tired of waiting}.",
    ],
)
def test_silence_and_denied_verbs_tell_none(marked: str) -> None:
    assert read(named(marked)).commitments == ()


OFFERED = {
    "en": (
        "{{S1:Mira Solan}} {{Q1:offered}} {{C1:{}}}.",
        ("her condolences to the guild", "no proof of the claim", "new details of the plan"),
        ("a truce to the guild", "to give proof of it all"),
    ),
    "nl": ("{{S1:Mira Solan}} heeft {{C1:{}}} {{Q1:aangeboden}}.", ("haar excuses aan het gilde", "geen bewijs van de daad"), ("een bestand aan het gilde",)),
    "de": ("{{S1:Mira Solan}} hat {{C1:{}}} {{Q1:angeboten}}.", ("ihr Beileid für die Gilde", "keine neue Erklärung dafür"), ("eine Waffenruhe für die Gilde",)),
    "fr": ("{{S1:Mira Solan}} a {{Q1:offert}} {{C1:{}}}.", ("ses condoléances à la guilde", "aucune preuve du fait"), ("une trêve à la guilde",)),
    "es": ("{{S1:Mira Solan}} {{Q1:ofreció}} {{C1:{}}}.", ("sus condolencias al gremio", "detalles del plan entero"), ("una tregua al gremio",)),
    "it": ("{{S1:Mira Solan}} ha {{Q1:offerto}} {{C1:{}}}.", ("le condoglianze alla gilda", "una spiegazione del fatto"), ("una tregua alla gilda",)),
    "pt": ("{{S1:Mira Solan}} {{Q1:ofereceu}} {{C1:{}}}.", ("as condolências à guilda", "detalhes do plano inteiro"), ("uma trégua à guilda",)),
    "pl": ("{{S1:Mira Solan}} {{Q1:zaoferowała}} {{C1:{}}}.", ("kondolencje dla całego cechu", "nowe szczegóły całego planu"), ("rozejm dla całego cechu",)),
    "cs": ("{{S1:Mira Solan}} {{Q1:nabídla}} {{C1:{}}}.", ("omluvu pro celý cech", "nové podrobnosti celého plánu"), ("příměří pro celý cech",)),
    "uk": ("{{S1:Міра Солан}} {{Q1:запропонувала}} {{C1:{}}}.", ("пояснення для всієї гільдії", "нові подробиці всього плану"), ("перемир’я для всієї гільдії",)),
    "ru": ("{{S1:Мира Солан}} {{Q1:предложила}} {{C1:{}}}.", ("объяснение для всей гильдии", "новые подробности всего плана"), ("перемирие для всей гильдии",)),
    "tr": ("{{S1:Mira Solan}} {{C1:{}}} {{Q1:teklif etti}}.", ("bir açıklama ve yeni bir yol",), ("bir ateşkes ve yeni bir yol",)),
}


@pytest.mark.parametrize("lang", OFFERED)
def test_proof_comment_and_condolences_are_no_offer(lang: str) -> None:
    text, said, given = OFFERED[lang]
    assert [words for words in said if read(named(text.format(words)), lang).commitments] == []
    assert [words for words in given if [c.force for c in read(named(text.format(words)), lang).commitments] != ["offer"]] == []


def test_the_models_own_offer_of_condolences_is_none() -> None:
    assert read(named("{S1:Mira Solan} {Q1:offered} {C1:{offer1:her condolences to the guild}}.")).commitments == ()
    assert len(read(named("{S1:Mira Solan} {Q1:offered} {C1:{offer1:her boats to the guild}}.")).commitments) == 1


OVER = {
    "en": "{S1:Mira Solan} {Q1:warned} {C1:that {warning1:%s would be over} if {trigger1:the dam was built}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat {warning1:%s voorbij zijn} als {trigger1:de dam er komt}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:{warning1:%s wären vorbei}, wenn {trigger1:der Damm gebaut wird}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que {warning1:%s seraient terminés} si {trigger1:le barrage était construit}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que {warning1:%s se acabarían} si {trigger1:se construía la presa}}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che {warning1:%s finiranno} se {trigger1:la diga sarà costruita}}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que {warning1:%s terminariam} se {trigger1:a barragem fosse construída}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że {warning1:%s będą skończone}, jeśli {trigger1:tama powstanie}}.",
    "cs": "{S1:Mira Solan} {Q1:řekla}, {C1:že {warning1:%s budou ukončena}, pokud {trigger1:přehrada vznikne}}.",
    "uk": "{S1:Mira Solan} {Q1:сказала}, {C1:що {warning1:%s закінчаться}, якщо {trigger1:греблю збудують}}.",
    "ru": "{S1:Mira Solan} {Q1:сказала}, {C1:что {warning1:%s закончатся}, если {trigger1:плотину построят}}.",
    "tr": "{S1:Mira Solan}, {C1:{trigger1:baraj yapılırsa} {warning1:%s biteceğini}} {Q1:söyledi}.",
}
TALKS = {
    "en": ("our talks", "the talks"), "nl": ("onze gesprekken", "de gesprekken"), "de": ("unsere Gespräche", "die Gespräche"), "fr": ("nos pourparlers", "les pourparlers"), "es": ("nuestras negociaciones", "las negociaciones"),
    "it": ("i nostri colloqui", "i colloqui"), "pt": ("as nossas negociações", "as negociações"), "pl": ("nasze rozmowy", "te rozmowy"), "cs": ("naše jednání", "ta jednání"), "uk": ("наші переговори", "ці переговори"),
    "ru": ("наши переговоры", "эти переговоры"), "tr": ("bizim müzakerelerimizin", "müzakerelerin"),
}  # fmt: skip


@pytest.mark.parametrize("lang", OVER)
def test_the_end_of_ones_own_talks_on_a_condition_is_threatened_and_of_others_warned_of(lang: str) -> None:
    own, others = TALKS[lang]
    threat = read(OVER[lang] % own + "\n@per Mira Solan", lang).commitments
    assert [(c.force, c.confidence >= 0.5) for c in threat] == [("threat", True)]
    assert [c.force for c in read(OVER[lang] % others + "\n@per Mira Solan", lang).commitments] == ["warning"]


@pytest.mark.parametrize(
    ("before", "talks", "force"),
    [
        ("Mira Solan, the president of Tarsia, spoke. ", "talks with Tarsia and its allies", "threat"),
        ("Mira Solan, the mediator from Tarsia, spoke. ", "talks between Tarsia and Orlen", "warning"),
        ("Mira Solan, an envoy from Vell, spoke. ", "talks between Tarsia and Orlen", "warning"),
    ],
)
def test_whose_state_is_named_in_the_talks_is_a_party_and_no_mediator(before: str, talks: str, force: str) -> None:
    names = "; ".join(name for name in ("Tarsia", "Orlen", "Vell") if name in before + talks)
    assert [c.force for c in read(before + OVER["en"] % talks + f"\n@per Mira Solan\n@loc {names}").commitments] == [force]
