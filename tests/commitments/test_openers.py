"""Where a condition word opens a condition, and where it says something else."""

from __future__ import annotations

import pytest

from onrecord.commitments.clauses import find_clause, find_parallel, trim_clause
from onrecord.commitments.openers import load_openers
from onrecord.languages import known_languages
from onrecord.records import Condition, Span
from tests.attributions.make import span_of
from tests.commitments.test_clauses import pack_of


def clause_of(lang: str, text: str, consequence: str) -> str | None:
    found = find_clause(text, span_of(text, consequence), pack_of(lang), lang)
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    ("lang", "text", "consequence", "clause"),
    [
        ("en", "Should the dockers strike again, the port will close.", "the port will close", "the dockers strike again"),
        ("en", "He said that should the dockers strike again, the port will close.", "the port will close", "the dockers strike again"),
        ("en", "The port will close on Monday should the talks fail.", "The port will close", "the talks fail"),
        ("fr", "Le port fermera, sauf accord avec la ville.", "Le port fermera", "accord avec la ville"),
        ("nl", "Mocht de dam toch breken, dan gaat de haven dicht.", "gaat de haven dicht", "de dam toch breken"),
        ("de", "Sollte der Damm doch brechen, schließt der Hafen.", "schließt der Hafen", "der Damm doch brechen"),
        ("it", "Dovesse la diga cedere ancora, il porto chiuderà.", "il porto chiuderà", "la diga cedere ancora"),
        ("nl", "Bij een nieuwe aanval op de haven gaat de sluis dicht.", "gaat de sluis dicht", "een nieuwe aanval op de haven"),
        ("en", "We will not sign without a lasting ceasefire on the lake.", "We will not sign", "a lasting ceasefire on the lake"),
        ("es", "Sin que paren los ataques, el puerto cerrará.", "el puerto cerrará", "paren los ataques"),
        ("ru", "В случае новой забастовки порт закроется, сказала она.", "порт закроется", None),
        ("tr", "Grev yeniden başlarsa liman kapanacak.", "liman kapanacak", "Grev yeniden başlarsa"),
        ("tr", "Saldırılar sona ermediği takdirde liman kapanacak.", "liman kapanacak", "Saldırılar sona ermediği"),
        ("en", "In the event the dockers strike again, the port will close.", "the port will close", "the dockers strike again"),
        ("en", "The guild is ready to meet her, contingent on the outcome of the talks.", "The guild is ready to meet her", "the outcome of the talks"),
        ("en", "Depending on the vote of the council, the port will close.", "the port will close", "the vote of the council"),
        ("pt", "O porto vai fechar, condicionado à decisão do conselho.", "O porto vai fechar", "decisão do conselho"),
        ("ru", "Порт закроется в зависимости от решения совета города.", "Порт закроется", "решения совета города"),
        ("en", "The port will close once the last ship leaves.", "The port will close", "the last ship leaves"),
    ],
)
def test_a_condition_word_opens_its_clause(lang: str, text: str, consequence: str, clause: str | None) -> None:
    assert clause_of(lang, text, consequence) == clause


LISTED = {
    "en": (
        "The city will sign {} without a new agreement.",
        "The city will sign",
        "a new agreement",
        "and close the quay",
        "The city will sign without any hesitation or judgment.",
    ),
    "it": ("La città firmerà {} senza una nuova trattativa.", "La città firmerà", "una nuova trattativa", "e chiuderà il molo", "La città firmerà senza la minima esitazione."),
    "pl": ("Miasto podpisze {} bez nowych rozmów z radą.", "Miasto podpisze", "nowych rozmów z radą", "i zamknie nabrzeże", "Miasto podpisze bez żadnego wahania się."),
    "cs": ("Město podepíše {} bez nového vyjednávání s radou.", "Město podepíše", "nového vyjednávání s radou", "a zavře nábřeží", "Město podepíše bez sebemenšího váhání dnes."),
    "uk": ("Місто підпише {} без нових переговорів з радою.", "Місто підпише", "нових переговорів з радою", "і закриє набережну", "Місто підпише без жодного вагання."),
    "ru": (
        "Город подпишет {} без новых переговоров с советом.",
        "Город подпишет",
        "новых переговоров с советом",
        "и закроет набережную",
        "Город подпишет без малейшего промедления.",
    ),
}


@pytest.mark.parametrize("lang", LISTED)
def test_without_opens_a_condition_before_a_listed_noun_only_and_not_behind_an_and(lang: str) -> None:
    text, consequence, clause, joined, manner = LISTED[lang]
    plain = text.replace("{} ", "")
    assert clause_of(lang, plain, consequence) == clause
    assert clause_of(lang, text.format(joined), consequence) is None
    assert clause_of(lang, manner, consequence) is None


@pytest.mark.parametrize(
    ("lang", "text", "consequence"),
    [
        ("en", "The harbour will hold, and should not be given up.", "The harbour will hold"),
        ("en", "The harbour will stay open; the council should pay for it all.", "The harbour will stay open"),
        ("en", "The harbour will stay open and what should the council do now.", "The harbour will stay open"),
        ("en", "Should the port close before the summer?", "close before the summer"),
        ("en", "The guild will strike once again over the old wages.", "The guild will strike"),
        ("en", "The guild will leave, having provided boats to the island.", "The guild will leave"),
        ("nl", "De stad zal zich aansluiten bij de kleine republiek aan zee.", "De stad zal zich aansluiten"),
        ("nl", "De stad sluit de haven en de raad mocht dat ook doen.", "De stad sluit de haven"),
        ("de", "Der Hafen bleibt offen und die Stadt sollte ihn selbst bezahlen.", "Der Hafen bleibt offen"),
        ("de", "Der Hafen schließt bei der kleinen Insel.", "Der Hafen schließt"),
        ("fr", "Le port fermera hors de la petite ville.", "Le port fermera"),
        ("es", "El puerto cerrará ante los vecinos del barrio.", "El puerto cerrará"),
        ("it", "Il porto chiuderà di fronte alla piccola isola.", "Il porto chiuderà"),
        ("pt", "O porto vai fechar, e esse caso antigo será julgado.", "O porto vai fechar"),
        ("pl", "Port zostanie zamknięty bez pana Nowaka i rady.", "Port zostanie zamknięty"),
        ("cs", "Přístav zavřeme bez starosty a celé rady.", "Přístav zavřeme"),
        ("uk", "Порт закриється без мера та ради.", "Порт закриється"),
        ("ru", "Порт закроется без мэра и совета.", "Порт закроется"),
        ("tr", "Liman akşama kadar kapanacak ancak gemiler bekleyecek.", "kapanacak"),
    ],
)
def test_the_same_word_elsewhere_opens_none(lang: str, text: str, consequence: str) -> None:
    assert clause_of(lang, text, consequence) is None


PARALLEL = {
    "en": ("If the wages fall again, if the old harbour is sold, we will strike.", "if", "we will strike"),
    "nl": ("Als de lonen weer dalen, als de haven wordt verkocht, gaan wij staken.", "als", "gaan wij staken"),
    "de": ("Wenn die Löhne wieder sinken, wenn der Hafen verkauft wird, streiken wir.", "wenn", "streiken wir"),
    "fr": ("Si les salaires baissent encore, si le port est vendu, nous ferons grève.", "si", "nous ferons grève"),
    "es": ("Si los salarios bajan otra vez, si se vende el puerto, haremos huelga.", "si", "haremos huelga"),
    "it": ("Se i salari calano ancora, se il porto viene venduto, faremo sciopero.", "se", "faremo sciopero"),
    "pt": ("Se os salários baixarem outra vez, se o porto for vendido, faremos greve.", "se", "faremos greve"),
    "pl": ("Jeśli płace znowu spadną, jeśli port zostanie sprzedany, zastrajkujemy.", "jeśli", "zastrajkujemy"),
    "cs": ("Pokud mzdy znovu klesnou, pokud bude přístav prodán, budeme stávkovat.", "pokud", "budeme stávkovat"),
    "uk": ("Якщо зарплати знову впадуть, якщо порт буде продано, ми страйкуватимемо.", "якщо", "ми страйкуватимемо"),
    "ru": ("Если зарплаты снова упадут, если порт будет продан, мы начнём забастовку.", "если", "мы начнём забастовку"),
    "tr": ("Eğer ücretler yeniden düşerse, eğer liman da satılırsa, greve gideceğiz.", "eğer", "greve gideceğiz"),
}


@pytest.mark.parametrize("lang", PARALLEL)
@pytest.mark.parametrize("known", [0, 1])
def test_clauses_that_begin_alike_are_conditions_alike(lang: str, known: int) -> None:
    text, word, consequence = PARALLEL[lang]
    clauses = [clause.strip()[len(word) :].strip() for clause in text.split(",")[:2]]
    condition = Condition(span=span_of(text, clauses[known]), kind="trigger")
    found = find_parallel(text, span_of(text, consequence), [condition], (), pack_of(lang), lang)
    assert [(c.span.of(text), c.kind) for c in found] == [(clauses[1 - known], "trigger")]


def test_a_clause_may_have_commas_of_its_own_only_where_that_is_plain() -> None:
    text = "If the wages fall again, they go, if the harbour is sold, we will strike."
    condition = Condition(span=span_of(text, "the harbour is sold"), kind="trigger")
    assert find_parallel(text, span_of(text, "we will strike"), [condition], (), pack_of("en"), "en") == []


@pytest.mark.parametrize(
    "text", ["If wages fall again, we will strike, and if they rise much, we will work.", "If wages fall again we will strike. If they rise much, we will work."]
)
def test_a_condition_of_another_consequence_stays_there(text: str) -> None:
    condition = Condition(span=span_of(text, "wages fall again"), kind="trigger")
    assert find_parallel(text, span_of(text, "we will strike"), [condition], [span_of(text, "we will work")], pack_of("en"), "en") == []


@pytest.mark.parametrize("lang", known_languages())
def test_no_joining_word_ends_a_clause(lang: str) -> None:
    openers = load_openers(lang)
    assert openers.joiners
    for joiner in openers.joiners:
        text = f"harbour closes {joiner} , {joiner}"
        found = trim_clause(text, 0, len(text), lang)
        assert found == Span(start=0, end=len("harbour closes"))


@pytest.mark.parametrize("lang", known_languages())
def test_every_listed_word_is_a_condition_word_of_its_pack(lang: str) -> None:
    openers, pack = load_openers(lang), pack_of(lang)
    words = {form for kind in ("trigger", "exception", "prerequisite") for form in pack.conditions[kind]}
    assert (openers.inversion | openers.opening | openers.event | openers.closing | openers.never) - words == set()
