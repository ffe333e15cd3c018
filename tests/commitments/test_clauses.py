"""Conditions found by their conjunctions, where the model marked none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.commitments.clauses import LONGEST_CLAUSE, find_clause, find_whole_clause
from onrecord.languages.pack import Pack, load_pack
from onrecord.records import Span
from tests.growth import grows_gently


def pack_of(lang: str) -> Pack:
    pack = load_pack(lang)
    if pack is None:
        raise LookupError(lang)
    return pack


@pytest.mark.parametrize(
    ("lang", "text", "consequence", "clause", "kind"),
    [
        ("en", "The port will close if the dockers strike again, she said.", "The port will close", "the dockers strike again", "trigger"),
        ("en", "If the dockers strike again, the port will close.", "the port will close", "the dockers strike again", "trigger"),
        ("en", "We will not sign unless the prisoners come home.", "We will not sign", "the prisoners come home", "exception"),
        ("nl", "De haven gaat dicht als de havenwerkers weer staken.", "De haven gaat dicht", "de havenwerkers weer staken", "trigger"),
        ("de", "Der Hafen schließt, wenn die Arbeiter wieder streiken.", "Der Hafen schließt", "die Arbeiter wieder streiken", "trigger"),
        ("fr", "Le port fermera si les dockers font encore grève.", "Le port fermera", "les dockers font encore grève", "trigger"),
    ],
)
def test_the_clause_after_a_condition_word_is_the_condition(lang: str, text: str, consequence: str, clause: str, kind: str) -> None:
    start = text.index(consequence)
    found = find_clause(text, Span(start=start, end=start + len(consequence)), pack_of(lang), lang)
    assert found is not None
    assert (found.span.of(text), found.kind) == (clause, kind)


@pytest.mark.parametrize(
    "text",
    ["The port will close on Monday.", "The port will close if possible.", "If the dockers strike we shall see. The port will close."],
)
def test_another_sentence_or_a_set_phrase_gives_no_condition(text: str) -> None:
    start = text.index("The port will close")
    assert find_clause(text, Span(start=start, end=start + len("The port will close")), pack_of("en"), "en") is None


AND_THAT = {
    "en": ("She said that the guild would pay{} would reopen the yard if the pilots came back.", "the guild would pay", " and that it", " and"),
    "nl": ("Ze zei dat het gilde zal betalen{} de werf heropent als de loodsen terug zijn.", "het gilde zal betalen", " en dat het", " en"),
    "de": ("Sie sagte, dass die Gilde zahlen werde{} die Werft öffne, wenn die Lotsen zurück seien.", "die Gilde zahlen werde", " und dass sie", " und"),
    "fr": ("Elle a dit que la guilde paierait{} rouvrirait le chantier si les pilotes revenaient vite.", "la guilde paierait", " et qu'elle", " et"),
    "es": ("Dijo que el gremio pagará{} reabrirá el astillero si los pilotos vuelven pronto.", "el gremio pagará", " y que", " y"),
    "it": ("Ha detto che la gilda pagherà{} riaprirà il cantiere se i piloti tornano presto.", "la gilda pagherà", " e che", " e"),
    "pt": ("Disse que a guilda pagará{} reabrirá o estaleiro se os pilotos voltarem logo.", "a guilda pagará", " e que", " e"),
    "pl": ("Powiedziała, że cech zapłaci{} otworzy stocznię, jeśli piloci szybko wrócą.", "cech zapłaci", " i że", " i"),
    "cs": ("Řekla, že cech zaplatí{} otevře loděnici, pokud se lodivodi brzy vrátí.", "cech zaplatí", " a že", " a"),
    "uk": ("Вона сказала, що гільдія заплатить{} відкриє верф, якщо лоцмани скоро повернуться.", "гільдія заплатить", " і що", " і"),
    "ru": ("Она сказала, что гильдия заплатит{} откроет верфь, если лоцманы скоро вернутся.", "гильдия заплатит", " и что", " и"),
}


@pytest.mark.parametrize("lang", AND_THAT)
def test_a_condition_of_what_an_and_that_adds_is_not_that_of_what_stands_before_it(lang: str) -> None:
    text, consequence, apart, together = AND_THAT[lang]
    start = text.index(consequence)
    span = Span(start=start, end=start + len(consequence))
    assert find_clause(text.format(apart), span, pack_of(lang), lang) is None
    assert find_clause(text.format(together), span, pack_of(lang), lang) is not None


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 40))
def test_no_text_makes_it_raise_and_its_span_lies_in_the_text(text: str, start: int, size: int) -> None:
    span = Span(start=min(start, len(text)), end=min(start + size, len(text)))
    found = find_clause(text, span, pack_of("en"), "en")
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    ("lang", "text", "part", "clause"),
    [
        ("en", "He was tired, we will close the port if a ship is seized, he said.", "close the port", "we will close the port"),
        ("nl", "Hij was moe, we sluiten de haven als er een schip komt, zei hij.", "sluiten de haven", "we sluiten de haven"),
        ("en", f"{'a ' * LONGEST_CLAUSE}we will close the port {'a ' * LONGEST_CLAUSE}", "close the port", "close the port"),
        ("en", f"we will close the port if a ship is seized {'a ' * LONGEST_CLAUSE}", "close the port", "we will close the port"),
    ],
)
def test_a_clause_lies_between_the_marks_around_it_and_has_no_condition(lang: str, text: str, part: str, clause: str) -> None:
    start = text.index(part)
    found = find_whole_clause(text, Span(start=start, end=start + len(part)), Span(start=0, end=len(text)), pack_of(lang), lang)
    assert found.of(text) == clause


def test_all_clauses_of_a_long_speech_are_found_with_work_that_grows_with_it() -> None:
    def find_all(size: int) -> None:
        sentence, pack = "we will close the port if a ship is seized and ", pack_of("en")
        text = sentence * size
        for at in range(0, len(text), len(sentence)):
            find_whole_clause(text, Span(start=at + 8, end=at + 22), Span(start=0, end=len(text)), pack, "en")

    assert grows_gently(find_all, 40)


@pytest.mark.parametrize(
    ("lang", "text", "consequence", "clause"),
    [
        ("en", "The port will close if the dockers of St. Reed strike on Jan. 12 again.", "The port will close", "the dockers of St. Reed strike on Jan. 12 again"),
        ("en", "The port will close if wages fall by 1.5 percent or more.", "The port will close", "wages fall by 1.5 percent or more"),
        ("nl", "De haven gaat dicht als de heer J. Reed artikel Nr. 5 schrapt.", "De haven gaat dicht", "de heer J. Reed artikel Nr. 5 schrapt"),
        ("de", "Der Hafen schließt, wenn die Arbeiter am 25. Juni in St. Gallen streiken.", "Der Hafen schließt", "die Arbeiter am 25. Juni in St. Gallen streiken"),
        ("de", "Der Hafen schließt, wenn die Arbeiter z. B. Fähren aufhalten.", "Der Hafen schließt", "die Arbeiter z. B. Fähren aufhalten"),
        ("fr", "Le port fermera si M. Reed ne signe pas l'art. 7 du traité.", "Le port fermera", "M. Reed ne signe pas l'art. 7 du traité"),
        ("es", "El puerto cerrará si la Sra. Reed no firma el art. 7 hoy.", "El puerto cerrará", "la Sra. Reed no firma el art. 7 hoy"),
        ("pl", "Port zostanie zamknięty, jeśli robotnicy 25. dnia strajku nie wrócą.", "Port zostanie zamknięty", "robotnicy 25. dnia strajku nie wrócą"),
        ("cs", "Přístav zavřeme, pokud dělníci 25. června nevstoupí do jednání.", "Přístav zavřeme", "dělníci 25. června nevstoupí do jednání"),
        ("uk", "Порт закриється, якщо докери порушать ст. 5 договору.", "Порт закриється", "докери порушать ст. 5 договору"),
        ("ru", "Порт закроется, если докеры нарушат ст. 5 договора.", "Порт закроется", "докеры нарушат ст. 5 договора"),
    ],
)
def test_a_short_form_or_the_number_of_a_day_ends_no_clause(lang: str, text: str, consequence: str, clause: str) -> None:
    start = text.index(consequence)
    found = find_clause(text, Span(start=start, end=start + len(consequence)), pack_of(lang), lang)
    assert found is not None
    assert found.span.of(text) == clause
