"""How a clause bears on a commitment: it lasts, it comes, it grants something, or it is no condition at all."""

from __future__ import annotations

import pytest

from onrecord.commitments.bearing_words import find_barred
from onrecord.commitments.bearings import is_empty, read_bearing
from onrecord.commitments.worded import load_wordings
from onrecord.languages import known_languages
from onrecord.languages.pack import fold_text
from onrecord.records import Condition
from tests.attributions.make import Reading, read, span_of
from tests.commitments.test_clauses import pack_of
from tests.commitments.test_openers import clause_of


def bearing_of(lang: str, text: str, clause: str, kind: str = "prerequisite") -> str | None:
    return read_bearing(text, Condition(span=span_of(text, clause), kind=kind), pack_of(lang), lang)[0]


def conditions_of(reading: Reading) -> list[str | None]:
    return [reading.words(c.span) for commitment in reading.commitments for c in commitment.conditions]


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "We will not talk as long as Mira sits in the tower.", "Mira sits in the tower"),
        ("nl", "We praten niet zolang Mira in de toren zit.", "Mira in de toren zit"),
        ("de", "Wir reden nicht, solange Mira im Turm sitzt.", "Mira im Turm sitzt"),
        ("fr", "Nous ne parlerons pas tant qu'Alma est dans la tour.", "Alma est dans la tour"),
        ("es", "No hablaremos mientras Mira siga en la torre.", "Mira siga en la torre"),
        ("it", "Non parleremo finché Mira sarà nella torre.", "Mira sarà nella torre"),
        ("pt", "Não falaremos enquanto Mira estiver na torre.", "Mira estiver na torre"),
        ("pl", "Nie będziemy rozmawiać, dopóki Mira siedzi w wieży.", "Mira siedzi w wieży"),
        ("cs", "Nebudeme jednat, dokud Mira sedí ve věži.", "Mira sedí ve věži"),
        ("uk", "Ми не говоритимемо, поки Міра сидить у вежі.", "Міра сидить у вежі"),
        ("ru", "Мы не будем говорить, пока Мира сидит в башне.", "Мира сидит в башне"),
        ("tr", "Mira kulede kaldığı sürece konuşmayacağız.", "Mira kulede kaldığı"),
    ],
)
def test_a_condition_that_lasts_is_told_from_one_that_must_come(lang: str, text: str, clause: str) -> None:
    assert bearing_of(lang, text, clause) == "while"


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "We will not talk until Mira is free.", "Mira is free"),
        ("nl", "We praten niet totdat Mira vrij is.", "Mira vrij is"),
        ("de", "Wir reden nicht, bis Mira frei ist.", "Mira frei ist"),
        ("fr", "Nous attendrons jusqu'à ce que Mira soit libre.", "Mira soit libre"),
        ("es", "No hablaremos mientras no salga Mira.", "salga Mira"),
        ("it", "Non parleremo finché non uscirà Mira.", "uscirà Mira"),
        ("pt", "Não falaremos até que Mira saia.", "Mira saia"),
        ("pl", "Nie będziemy rozmawiać, dopóki nie wyjdzie Mira.", "wyjdzie Mira"),
        ("cs", "Nebudeme jednat, dokud nebude Mira volná.", "Mira volná"),
        ("uk", "Ми не говоритимемо, поки не вийде Міра.", "вийде Міра"),
        ("ru", "Мы не будем говорить, пока не выйдет Мира.", "выйдет Мира"),
        ("tr", "Mira serbest kalana kadar konuşmayacağız.", "Mira serbest kalana kadar"),
    ],
)
def test_a_negation_that_belongs_to_the_opening_word_makes_it_until(lang: str, text: str, clause: str) -> None:
    assert bearing_of(lang, text, clause) == "until"


@pytest.mark.parametrize(
    ("lang", "text", "clause", "bearing"),
    [
        ("pl", "Nie będziemy rozmawiać, dopóki wojska nie odejdą.", "wojska nie odejdą", "while"),
        ("tr", "Ateşkes sağlanmadıkça konuşmayacağız.", "Ateşkes sağlanmadıkça", "while"),
        ("tr", "Ordu çekilmezse kapıyı kapatacağız.", "Ordu çekilmezse", "if"),
        ("de", "Wir streiken, wenn die Löhne nicht steigen.", "die Löhne nicht steigen", "if"),
        ("en", "We will strike unless wages rise.", "wages rise", None),
    ],
)
def test_a_clause_with_its_own_negation_is_not_negated_twice(lang: str, text: str, clause: str, bearing: str | None) -> None:
    assert bearing_of(lang, text, clause, "exception") == bearing


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "We will sail even if the storm comes.", "the storm comes"),
        ("nl", "We varen zelfs als de storm komt.", "de storm komt"),
        ("de", "Wir fahren, auch wenn der Sturm kommt.", "der Sturm kommt"),
        ("fr", "Nous partirons même si la tempête arrive.", "la tempête arrive"),
        ("es", "Zarparemos aunque llegue la tormenta.", "llegue la tormenta"),
        ("it", "Salperemo anche se arriva la tempesta.", "arriva la tempesta"),
        ("pt", "Partiremos mesmo que venha a tempestade.", "venha a tempestade"),
        ("pl", "Popłyniemy, nawet jeśli przyjdzie burza.", "przyjdzie burza"),
        ("cs", "Vyplujeme, i když přijde bouře.", "přijde bouře"),
        ("uk", "Ми вийдемо в море, навіть якщо прийде буря.", "прийде буря"),
        ("ru", "Мы выйдем в море, даже если придет буря.", "придет буря"),
        ("tr", "Fırtına çıksa bile denize açılacağız.", "Fırtına çıksa"),
    ],
)
def test_even_if_is_no_condition_in_any_language(lang: str, text: str, clause: str) -> None:
    assert bearing_of(lang, text, clause, "trigger") == "concession"
    consequence = text[:10] if lang != "tr" else "denize açılacağız"
    assert clause_of(lang, text, consequence) is None


def test_even_if_is_kept_as_a_concession_when_the_model_calls_it_a_condition() -> None:
    reading = read("{promise1:We will sail} even if {trigger1:the storm comes}.")
    (commitment,) = reading.commitments
    assert (commitment.conditions, commitment.conditional) == ((), False)
    assert [reading.words(span) for span in commitment.concessions] == ["even if the storm comes"]


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "It must look as if the villages joined the league.", "the villages joined the league"),
        ("nl", "Het moet lijken alsof de dorpen zich aansluiten.", "de dorpen zich aansluiten"),
        ("de", "Es soll aussehen, als ob die Dörfer beitreten.", "die Dörfer beitreten"),
        ("de", "Die Stadt will alle ohne Wenn und Aber einreisen lassen.", "Aber einreisen lassen"),
        ("fr", "On dirait comme si les villages voulaient partir.", "les villages voulaient partir"),
        ("es", "Debe parecer como si los pueblos se unieran.", "los pueblos se unieran"),
        ("it", "Deve sembrare come se i villaggi volessero unirsi.", "i villaggi volessero unirsi"),
        ("pt", "Deve parecer como se as aldeias se unissem.", "as aldeias se unissem"),
        ("pl", "Ma wyglądać, jakby wsie chciały przystąpić.", "wsie chciały przystąpić"),
        ("cs", "Má to vypadat, jako kdyby se vesnice chtěly připojit.", "se vesnice chtěly připojit"),
        ("uk", "Має здаватися, ніби села хочуть приєднатися.", "села хочуть приєднатися"),
        ("ru", "Должно казаться, как будто села хотят войти.", "села хотят войти"),
        ("tr", "Köyler katılmak istiyormuş gibi görünmeli.", "Köyler katılmak istiyormuş gibi"),
    ],
)
def test_a_comparison_or_a_set_phrase_opens_no_condition(lang: str, text: str, clause: str) -> None:
    assert bearing_of(lang, text, clause, "trigger") == "unreal"


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "We will not resume the shelling even though no deal was signed.", "no deal was signed"),
        ("en", "We will keep the road open despite the attacks.", "the attacks"),
        ("nl", "Wij openen de dam, hoewel er geen akkoord is getekend.", "er geen akkoord is getekend"),
        ("de", "Wir öffnen den Damm, obwohl kein Abkommen unterzeichnet wurde.", "kein Abkommen unterzeichnet wurde"),
        ("fr", "Nous ouvrirons le barrage bien qu'aucun accord n'ait été signé.", "aucun accord n'ait été signé"),
        ("es", "Abriremos la presa a pesar de que no se firmó el acuerdo.", "no se firmó el acuerdo"),
        ("it", "Apriremo la diga sebbene nessun accordo sia stato firmato.", "nessun accordo sia stato firmato"),
        ("pt", "Abriremos a barragem embora nenhum acordo tenha sido assinado.", "nenhum acordo tenha sido assinado"),
        ("pl", "Otworzymy tamę, chociaż nie podpisano umowy.", "nie podpisano umowy"),
        ("cs", "Otevřeme hráz, přestože nebyla podepsána žádná dohoda.", "nebyla podepsána žádná dohoda"),
        ("uk", "Ми відкриємо греблю, хоча угоду не підписали.", "угоду не підписали"),
        ("ru", "Мы откроем плотину, хотя соглашение не подписано.", "соглашение не подписано"),
        ("tr", "Saldırılara rağmen yolu açık tutacağız.", "Saldırılara"),
    ],
)
@pytest.mark.parametrize("kind", ["trigger", "exception", "prerequisite"])
def test_a_fact_in_spite_of_which_it_stands_is_no_condition(lang: str, text: str, clause: str, kind: str) -> None:
    assert bearing_of(lang, text, clause, kind) == "unreal"


@pytest.mark.parametrize(
    ("lang", "text", "consequence"),
    [
        ("de", "Die Stadt will alle ohne Wenn und Aber sofort einreisen lassen.", "Die Stadt will alle"),
        ("en", "It must look as if the villages joined the league.", "It must look"),
        ("en", "The league will stay, no ifs and no buts about the matter.", "The league will stay"),
        ("fr", "Il faut faire comme si les villages voulaient partir.", "Il faut faire"),
        ("ru", "Должно казаться, как если бы села хотели войти.", "Должно казаться"),
    ],
)
def test_no_condition_is_found_by_words_that_compare_or_are_a_set_phrase(lang: str, text: str, consequence: str) -> None:
    assert clause_of(lang, text, consequence) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{threat1:The guard closes the gate} when {trigger1:the boats had left the lake}."),
        ("es", "{threat1:La guardia cierra la puerta} cuando {trigger1:los barcos han comenzado a salir}."),
        ("it", "{threat1:La guardia chiude il ponte} quando {trigger1:le barche hanno lasciato il lago}."),
        ("fr", "{threat1:La garde ferme la porte} quand {trigger1:les bateaux ont quitté le lac}."),
        ("pl", "{threat1:Straż zamyka bramę}, gdy {trigger1:statki opuściły jezioro}."),
        ("ru", "{threat1:Стража закрывает ворота}, когда {trigger1:лодки покинули озеро}."),
        ("es", "{threat1:La guardia ordena una pausa} mientras {prerequisite1:los cañones disparan}."),
    ],
)
def test_what_happened_when_something_else_did_is_no_condition(lang: str, text: str) -> None:
    assert conditions_of(read(text, lang)) == []


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "{threat1:The guard will close the gate} when {trigger1:the boats have left the lake}.", "the boats have left the lake"),
        ("en", "{S1:Mira Solan} {Q1:vowed} {C1:to {threat1:close the gate} when {trigger1:the talks went wrong}}.\n@per Mira Solan", "the talks went wrong"),
        ("es", "{threat1:La guardia cerrará la puerta} cuando {trigger1:los barcos hayan salido}.", "los barcos hayan salido"),
        ("de", "{threat1:Die Wache schließt das Tor}, sobald {trigger1:die Boote abgefahren sind}.", "die Boote abgefahren sind"),
        ("pl", "{threat1:Straż zamknie bramę}, gdy {trigger1:statki opuszczą jezioro}.", "statki opuszczą jezioro"),
        ("ru", "{refusal1:Стража не откроет ворота}, пока {prerequisite1:лодки не покинут озеро}.", "лодки не покинут озеро"),
    ],
)
def test_a_clause_of_time_that_lies_ahead_stays_a_condition(lang: str, text: str, clause: str) -> None:
    assert conditions_of(read(text, lang)) == [clause]


def test_when_something_was_said_is_no_condition_of_what_was_said() -> None:
    assert conditions_of(read('"{demand1:Come down from the roof}," the neighbours pleaded until {prerequisite1:bells are heard}.')) == []
    assert conditions_of(read('"{demand1:Come down from the roof} when {trigger1:bells are heard}," the neighbours pleaded.')) == ["bells are heard"]


@pytest.mark.parametrize(
    ("lang", "clause", "empty"),
    [
        ("en", "it's all about threats", True),
        ("en", "it has enough boats", False),
        ("en", "it attacks our ships", False),
        ("de", "es nur um Drohungen geht", True),
        ("de", "das Heer angreift", False),
        ("nl", "het leger aanvalt", False),
        ("fr", "il s'agit de menaces", True),
        ("it", "si tratta di minacce", True),
        ("ru", "речь идет об угрозах", True),
    ],
)
def test_a_clause_about_nothing_in_particular_is_empty(lang: str, clause: str, empty: bool) -> None:
    assert is_empty(clause, span_of(clause, clause), lang) is empty


@pytest.mark.parametrize("lang", known_languages())
def test_every_language_has_its_words_and_bars_its_own_concessions(lang: str) -> None:
    assert {"while", "until", "unreal", "idioms"} <= set(load_wordings("bearings", lang))
    assert {"temporal", "during", "past", "empty"} <= set(load_wordings("circumstances", lang))
    for form in pack_of(lang).conditions["concession"]:
        words = f"x, {fold_text(form, lang)} y"
        assert find_barred(words, 0, len(words), pack_of(lang), lang), form


@pytest.mark.parametrize(
    ("lang", "text", "bearings"),
    [
        ("en", "{refusal1/all:We will not talk} until {prerequisite1:they leave the hill} and {prerequisite1:the ferry stops helping them}.", ["until", "until"]),
        ("fr", "{refusal1/all:Nous ne parlerons pas} tant que {prerequisite1:ils tiennent la colline} et que {prerequisite1:le bac les aide}.", ["while", "while"]),
        ("it", "{refusal1/any:Non parleremo} finché {prerequisite1:questi non lasceranno la collina} o {exception1:il traghetto non si fermerà}.", ["while", "while"]),
        ("en", "{refusal1/any:We will not talk} until {prerequisite1:they leave the hill} or if {trigger1:the ferry goes on helping them}.", ["until", None]),
    ],
)
def test_a_clause_that_goes_on_with_an_and_bears_as_the_one_before(lang: str, text: str, bearings: list[str | None]) -> None:
    (commitment,) = read(text, lang).commitments
    assert [c.bearing for c in commitment.conditions] == bearings


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("en", "We will strike if wages fall, or even if prices rise.", "prices rise"),
        ("de", "Wir streiken, wenn die Löhne sinken oder auch wenn die Preise steigen.", "die Preise steigen"),
        ("ru", "Мы начнем забастовку, если упадут зарплаты или даже если вырастут цены.", "вырастут цены"),
    ],
)
def test_even_if_behind_an_or_names_one_more_condition(lang: str, text: str, clause: str) -> None:
    assert bearing_of(lang, text, clause, "trigger") is None


@pytest.mark.parametrize(
    ("lang", "text", "clause"),
    [
        ("de", "„{refusal1:Über das Tal reden wir nicht}“, solange {prerequisite1:dort Boote brennen}, sagte Ada Quill.", "dort Boote brennen"),
        ("fr", "« {promise1:Nous paierons le port} », dit-elle, « une fois que {prerequisite1:le conseil aura voté} ».", "le conseil aura voté"),
        ("en", "The demand stands: {demand1:open the gate} so that {prerequisite1:the barges get through}.", None),
        ("de", "Er verlangt, {demand1:das Tor zu öffnen}, damit {prerequisite1:die Kähne durchkommen}.", None),
        ("pl", "Żąda, {demand1:by otworzyć bramę}, żeby {prerequisite1:barki mogły przepłynąć}.", None),
    ],
)
def test_what_belongs_to_the_saying_or_to_a_purpose_is_told_from_a_condition(lang: str, text: str, clause: str | None) -> None:
    assert conditions_of(read(text, lang)) == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("lang", "text", "clause", "kind"),
    [
        ("en", "We will sail whether or not the harbour opens.", "the harbour opens", "exception"),
        ("en", "We would not join regardless of whether the toll is lifted.", "the toll is lifted", "exception"),
        ("en", "We will sail whether the old harbour by the northern lighthouse opens or not.", "the old harbour by the northern lighthouse opens", "trigger"),
        ("nl", "Wij varen, ongeacht of de haven opengaat.", "de haven opengaat", "trigger"),
        ("de", "Wir fahren, unabhängig davon, ob der Hafen öffnet.", "der Hafen öffnet", "trigger"),
        ("de", "Wir fahren, egal ob der Hafen öffnet.", "der Hafen öffnet", "trigger"),
        ("fr", "Nous partirons, que le port ouvre ou non.", "le port ouvre ou non", "trigger"),
        ("fr", "Nous partirons, peu importe si le port ouvre.", "le port ouvre", "trigger"),
        ("es", "Zarparemos independientemente de que abra el puerto.", "abra el puerto", "trigger"),
        ("it", "Salperemo a prescindere dal fatto che il porto apra.", "il porto apra", "trigger"),
        ("pt", "Partiremos independentemente de o porto abrir.", "o porto abrir", "trigger"),
        ("pl", "Popłyniemy bez względu na to, czy port zostanie otwarty.", "port zostanie otwarty", "trigger"),
        ("cs", "Vyplujeme bez ohledu na to, zda se přístav otevře.", "se přístav otevře", "trigger"),
        ("uk", "Ми вийдемо незалежно від того, чи відкриють порт.", "відкриють порт", "exception"),
        ("ru", "Мы выйдем независимо от того, откроют ли порт.", "откроют ли порт", "exception"),
        ("tr", "Limanın açılıp açılmadığına bakılmaksızın denize çıkacağız.", "Limanın açılıp açılmadığına", "exception"),
    ],
)
def test_whether_or_not_is_no_condition_in_any_language(lang: str, text: str, clause: str, kind: str) -> None:
    assert bearing_of(lang, text, clause, kind) == "concession"
    consequence = text[:10] if lang != "tr" else "denize çıkacağız"
    assert clause_of(lang, text, consequence) is None


def test_what_does_not_matter_keeps_the_words_that_open_it() -> None:
    reading = read("{refusal1:We will never open the dam}, whether or not {exception1:the boats come} and that {exception1:the mill stands}.")
    (commitment,) = reading.commitments
    assert (commitment.conditions, commitment.conditional) == ((), False)
    assert [reading.words(span) for span in commitment.concessions] == ["whether or not the boats come and that the mill stands"]


@pytest.mark.parametrize(
    ("text", "clause", "kind"),
    [
        ("It depends on whether the boats come or not.", "the boats come", "prerequisite"),
        ("We will pay in the event of whatever damage.", "whatever damage", "trigger"),
        ("We will sail if the boats come or not.", "the boats come", "trigger"),
    ],
)
def test_what_a_commitment_does_hang_on_stays_a_condition(text: str, clause: str, kind: str) -> None:
    assert bearing_of("en", text, clause, kind) != "concession"


@pytest.mark.parametrize(
    ("lang", "text", "clause", "bearing"),
    [
        ("en", "We will sign once the toll is lifted.", "the toll is lifted", "once"),
        ("en", "We will sign as soon as the toll is lifted.", "the toll is lifted", "once"),
        ("en", "We will sign after the toll is lifted.", "the toll is lifted", "after"),
        ("en", "We will sign only if the toll is lifted.", "the toll is lifted", "only"),
        ("en", "We will sign only once the toll is lifted.", "the toll is lifted", "only_after"),
        ("en", "We will sign in exchange for the bridge.", "the bridge", "exchange"),
        ("en", "We will sign, depending on the toll.", "the toll", "depends"),
        ("en", "We will sign provided that the toll is lifted.", "the toll is lifted", None),
        ("nl", "Wij tekenen zodra de tol weg is.", "de tol weg is", "once"),
        ("nl", "Wij tekenen pas als de tol weg is.", "de tol weg is", "only"),
        ("nl", "Wij tekenen pas als de tol weg is.", "als de tol weg is", "only"),
        ("nl", "Wij tekenen pas nadat de tol weg is.", "de tol weg is", "only_after"),
        ("de", "Wir unterschreiben, sobald der Zoll fällt.", "der Zoll fällt", "once"),
        ("de", "Wir unterschreiben erst, wenn der Zoll fällt.", "wenn der Zoll fällt", "only"),
        ("de", "Wir unterschreiben erst nach dem Abzug.", "dem Abzug", "only_after"),
        ("fr", "Nous signerons une fois que le péage sera levé.", "le péage sera levé", "once"),
        ("fr", "Nous signerons seulement si le péage est levé.", "le péage est levé", "only"),
        ("es", "Firmaremos en cuanto se retire el peaje.", "se retire el peaje", "once"),
        ("es", "Firmaremos solo si se retira el peaje.", "se retira el peaje", "only"),
        ("it", "Firmeremo non appena sarà tolto il pedaggio.", "sarà tolto il pedaggio", "once"),
        ("it", "Firmeremo soltanto se sarà tolto il pedaggio.", "sarà tolto il pedaggio", "only"),
        ("pt", "Assinaremos assim que a portagem acabar.", "a portagem acabar", "once"),
        ("pt", "Assinaremos só se a portagem acabar.", "a portagem acabar", "only"),
        ("pl", "Podpiszemy, gdy tylko zniknie opłata.", "zniknie opłata", "once"),
        ("pl", "Podpiszemy tylko wtedy, gdy zniknie opłata.", "zniknie opłata", "only"),
        ("cs", "Podepíšeme, jakmile zmizí mýto.", "zmizí mýto", "once"),
        ("cs", "Podepíšeme jen tehdy, když zmizí mýto.", "zmizí mýto", "only"),
        ("uk", "Ми підпишемо, щойно скасують мито.", "скасують мито", "once"),
        ("uk", "Ми підпишемо лише тоді, коли скасують мито.", "скасують мито", "only"),
        ("ru", "Мы подпишем, как только отменят пошлину.", "отменят пошлину", "once"),
        ("ru", "Мы подпишем только в том случае, если отменят пошлину.", "отменят пошлину", "only"),
        ("tr", "Ücret kaldırıldıktan sonra imzalarız.", "Ücret kaldırıldıktan", "after"),
    ],
)
def test_what_is_enough_is_told_from_what_is_needed(lang: str, text: str, clause: str, bearing: str | None) -> None:
    assert bearing_of(lang, text, clause) == bearing


@pytest.mark.parametrize(
    ("lang", "text", "bearing"),
    [
        ("en", "{promise1:We will only sign the deal} if {prerequisite1:the toll is lifted}.", "only"),
        ("en", "{promise1:We will sign the deal} if {prerequisite1:the toll is lifted}.", "if"),
        ("en", "{promise1:We will pay only 5 million} once {prerequisite1:the toll is lifted}.", "once"),
        ("de", "{promise1:Wir werden nur unterschreiben}, wenn {prerequisite1:der Zoll fällt}.", "only"),
        ("fr", "{promise1:Nous ne signerons l'accord} que si {prerequisite1:le péage est levé}.", "only"),
        ("fr", "{refusal1:Nous ne signerons pas l'accord que propose la ville} si {prerequisite1:le péage reste}.", "if"),
        ("it", "{promise1:Non firmeremo l'accordo} che se {prerequisite1:il pedaggio sarà tolto}.", "only"),
        ("it", "{promise1:Non diremo che la città ha torto} se {prerequisite1:il pedaggio sarà tolto}.", "if"),
        ("es", "{promise1:Solo firmaremos} si {prerequisite1:se retira el peaje}.", "only"),
        ("pl", "{promise1:Podpiszemy umowę tylko wtedy}, kiedy {prerequisite1:zniknie opłata}.", "only"),
        ("ru", "{promise1:Мы подпишем договор только тогда}, когда {prerequisite1:отменят пошлину}.", "only"),
        ("tr", "Ancak {prerequisite1:ücret kaldırıldıktan sonra} {promise1:anlaşmayı imzalarız}.", "only_after"),
    ],
)
def test_an_only_apart_from_the_word_that_opens_the_clause_counts(lang: str, text: str, bearing: str) -> None:
    (commitment,) = read(text, lang=lang).commitments
    assert [condition.bearing for condition in commitment.conditions] == [bearing]


MEANWHILE = {
    "fr": ("{S1:Mira Solan} {Q1:ordonne} {C1:{demand1:%s} pendant que {prerequisite1:les canons tirent}}.", "une trêve", "d’évacuer le port"),
    "es": ("{S1:Mira Solan} {Q1:ordena} {C1:{demand1:%s} mientras {prerequisite1:los cañones disparan}}.", "un alto el fuego", "cerrar el puerto"),
    "it": ("{S1:Mira Solan} {Q1:ordina} {C1:{demand1:%s} mentre {prerequisite1:i cannoni sparano}}.", "una tregua", "di chiudere il porto"),
    "pt": ("{S1:Mira Solan} {Q1:exige} {C1:{demand1:%s} enquanto {prerequisite1:os canhões soam}}.", "uma trégua", "fechar o porto"),
    "uk": ("{S1:Mira Solan} {Q1:вимагає} {C1:{demand1:%s}, поки {prerequisite1:гармати стріляють}}.", "перемир'я", "закрити порт"),
    "ru": ("{S1:Mira Solan} {Q1:требует} {C1:{demand1:%s}, пока {prerequisite1:пушки стреляют}}.", "перемирия", "закрыть порт"),
}


@pytest.mark.parametrize("lang", MEANWHILE)
def test_what_goes_on_while_a_mere_noun_is_demanded_is_no_condition(lang: str) -> None:
    marked, noun, act = MEANWHILE[lang]
    assert conditions_of(read(marked % noun + "\n@per Mira Solan", lang)) == []
    assert len(conditions_of(read(marked % act + "\n@per Mira Solan", lang))) == 1
