"""What a speaker gives up: words of every language say so, and a position that is dropped becomes a restatement that drops it."""

from __future__ import annotations

import pytest

from onrecord.languages.pack import known_languages
from onrecord.records import Restatement
from onrecord.statements.withdrawals import find_withdrawal, list_given_up

from .tellings import Telling, tell
from .test_positions import restate

EARLY = tell(
    "Lindham must withdraw its patrols", name="early", published="2031-03-14", consequence="Lindham must withdraw its patrols", force="demand", speaker="Tamsin Orlay",
    source="Tamsin Orlay",
)  # fmt: skip


def later(content: str, cue: str = "said", **more: object) -> Telling:
    return tell(content, name="later", published="2031-06-01", cue=cue, speaker=more.pop("speaker", "Tamsin Orlay"), source="Tamsin Orlay", **more)  # type: ignore[arg-type]


def show(found: list[Restatement], early: Telling, late: Telling) -> list[tuple[str, str, str]]:
    """Return relation and the words on both sides."""
    texts = {t.analysis.article.id: t.analysis.article.text for t in (early, late)}
    return [(r.relation, *(span.of(texts[article]) if span else "" for article, span in zip(r.articles, r.spans, strict=True))) for r in found]


@pytest.mark.parametrize(
    ("content", "cue", "words"),
    [
        ("her government no longer insists that Lindham withdraw its patrols", "said", "no longer insists"),
        ("she had dropped her demand that Lindham withdraw its patrols", "said", "dropped her demand"),
        ("Lindham withdraw its patrols", "has abandoned the demand that", "abandoned the demand"),
    ],
)
def test_a_demand_that_is_given_up_is_dropped_with_both_spans(content: str, cue: str, words: str) -> None:
    late = later(content, cue)
    assert show(restate(EARLY, late), EARLY, late) == [("drops", "Lindham must withdraw its patrols", words)]
    assert show(restate(late, EARLY), EARLY, late) == [("drops", "Lindham must withdraw its patrols", words)]


@pytest.mark.parametrize(
    "late",
    [
        later("her government has not dropped its demand that Lindham withdraw its patrols"),
        later("her government would have dropped its demand that Lindham withdraw its patrols"),
        later("if others dropped their demand that Lindham withdraw its patrols, talks could start"),
        later("she had dropped her demand for nine lighthouses"),
        later("her government still insists that Lindham withdraw its patrols"),
        later("her government no longer insists that Lindham withdraw its patrols", speaker="Piet Hulst"),
        later("her government no longer insists that Lindham withdraw its patrols", speaker=None),
    ],
    ids=["not dropped", "would have", "if others", "another matter", "still insists", "another speaker", "nobody known"],
)
def test_what_is_not_given_up_is_not_dropped(late: Telling) -> None:
    assert "drops" not in {r.relation for r in restate(EARLY, late)}


def test_every_restatement_shows_the_words_of_both_sides() -> None:
    again = tell(
        "Lindham must withdraw its patrols", name="later", published="2031-06-01", consequence="Lindham must withdraw its patrols", force="demand", speaker="Tamsin Orlay",
        source="Tamsin Orlay",
    )  # fmt: skip
    words = "Lindham must withdraw its patrols"
    assert show(restate(EARLY, again), EARLY, again) == [("repeats", words, words)]


def given_up(content: str, lang: str) -> str | None:
    """Return the words that give something up."""
    side = tell(content, lang=lang).side
    found = find_withdrawal(side)
    return found.of(side.article.text) if found else None


SAID = {
    "cs": ("Vláda už netrvá na odchodu hlídek", "už netrvá"),
    "de": ("Die Regierung besteht nicht mehr auf dem Abzug der Patrouillen", "besteht nicht mehr auf"),
    "en": ("The government no longer insists on the withdrawal of patrols", "no longer insists on"),
    "es": ("El gobierno ya no exige la retirada de las patrullas", "ya no exige"),
    "fr": ("Le gouvernement n'exige plus le départ des patrouilles", "n'exige plus"),
    "it": ("Il governo non insiste più sul ritiro delle pattuglie", "non insiste più"),
    "nl": ("De regering heeft haar eis laten varen", "heeft haar eis laten varen"),
    "pl": ("Rząd wycofał swoje żądanie", "wycofał swoje żądanie"),
    "pt": ("O governo desistiu da retirada das patrulhas", "desistiu da"),
    "ru": ("Правительство больше не настаивает на выводе патрулей", "больше не настаивает"),
    "tr": ("Hükümet devriyelerin çekilmesi talebinden vazgeçti", "talebinden vazgeçti"),
    "uk": ("Уряд більше не наполягає на виведенні патрулів", "більше не наполягає"),
}


@pytest.mark.parametrize("lang", known_languages())
def test_every_language_with_a_pack_has_words_for_giving_up(lang: str) -> None:
    content, words = SAID[lang]
    assert given_up(content, lang) == words


@pytest.mark.parametrize(
    ("lang", "content"),
    [("de", "Sie besteht auf dem Abzug der Patrouillen"), ("fr", "Le gouvernement exige le départ des patrouilles"), ("ru", "Правительство настаивает на выводе патрулей")],
)
def test_insisting_is_not_giving_up(lang: str, content: str) -> None:
    assert given_up(content, lang) is None


@pytest.mark.parametrize(
    ("lang", "content", "words"),
    [
        ("en", "The demand for a second lock has now been quietly dropped", "demand for a second lock has now been quietly dropped"),
        ("en", "We dropped our long-standing demand", "dropped our long-standing demand"),
        ("de", "Die Fähre zog ihre Klage gegen Lindham zurück", "zog ihre Klage gegen Lindham zurück"),
        ("nl", "De dreiging met een staking is ingetrokken", "staking is ingetrokken"),
        ("it", "La minaccia di uno sciopero è stata ritirata", "sciopero è stata ritirata"),
        ("tr", "Sendika grev kararını geri çekti", "grev kararını geri çekti"),
    ],
)
def test_a_verb_of_giving_up_needs_what_is_given_up_close_by_before_or_behind(lang: str, content: str, words: str) -> None:
    assert given_up(content, lang) == words


@pytest.mark.parametrize(
    ("lang", "content"),
    [
        ("en", "The crane dropped a container on the quay"),
        ("en", "The crane dropped a container on the quay of the harbour before any demand was made"),
        ("de", "Die Fähre zog eine Tonne hinter sich her"),
        ("fr", "Le bateau a été retiré de l'eau"),
    ],
)
def test_without_a_thing_close_by_a_verb_gives_nothing_up(lang: str, content: str) -> None:
    assert given_up(content, lang) is None


GIVEN_UP = {
    "en": ("she dropped the demand for a port toll, and still wants the patrols", ("port", "toll")),
    "de": ("sie zog ihre Forderung nach einer Hafengebühr zurück, die Patrouillen bleiben", ("Hafengebühr",)),
    "tr": ("liman ücreti talebinden vazgeçti, devriyeler sürüyor", ("liman", "ücreti")),
}


@pytest.mark.parametrize("lang", sorted(GIVEN_UP))
def test_what_is_given_up_is_the_object_of_the_verb(lang: str) -> None:
    content, words = GIVEN_UP[lang]
    side = tell(content, lang=lang).side
    found = find_withdrawal(side)
    assert found is not None
    assert tuple(span.of(side.article.text) for span in list_given_up(side, found)) == words


def test_some_plans_are_given_up_without_a_word_of_which() -> None:
    late = later("Lindham has its patrols; on that matter she dropped her demand")
    found = find_withdrawal(late.side)
    assert found is not None
    assert list_given_up(late.side, found) == ()
    assert "drops" not in {r.relation for r in restate(EARLY, late)}


@pytest.mark.parametrize(
    ("lang", "then", "now"),
    [
        ("en", "we close the harbour line", "there is no more talk of closing the harbour line"),
        ("nl", "wij sluiten de havenlijn", "van de sluiting van de havenlijn is geen sprake meer"),
        ("de", "wir schließen die Hafenbahn", "von einer Schließung der Hafenbahn kann nicht mehr die Rede sein"),
        ("de", "wir schließen die Hafenbahn", "von der Schließung der Hafenbahn ist keine Rede mehr"),
        ("fr", "nous fermerons la gare", "il n'est plus question de la gare"),
        ("es", "cerraremos la estación", "ya no se habla de la estación"),
        ("it", "chiuderemo la stazione", "non si parla più della stazione"),
        ("pt", "fecharemos a estação", "já não se fala da estação"),
        ("pl", "zamkniemy dworzec", "nie ma już mowy o dworzec"),
        ("cs", "zavřeme nádraží", "o nádraží už není řeč"),
        ("uk", "ми закриємо вокзал", "про вокзал більше не йдеться"),
        ("ru", "мы закроем вокзал", "о вокзал речи уже не идёт"),
    ],
)
def test_what_is_no_longer_spoken_of_is_given_up_also_where_it_stands_before(lang: str, then: str, now: str) -> None:
    early = tell(then, name="early", lang=lang, consequence=then, force="threat")
    late = tell(now, name="later", lang=lang, published="2031-06-01")
    assert [r.relation for r in restate(early, late)] == ["drops"]


@pytest.mark.parametrize(
    ("lang", "now"),
    [
        ("de", "von einer Schließung der Hafenbahn kann keine Rede sein"),
        ("de", "von der Schließung der Hafenbahn ist mehr die Rede als früher"),
        ("fr", "il est encore question de la gare"),
        ("ru", "о вокзале идёт речь"),
    ],
)
def test_what_is_still_spoken_of_is_not(lang: str, now: str) -> None:
    assert find_withdrawal(tell(now, lang=lang).side) is None
